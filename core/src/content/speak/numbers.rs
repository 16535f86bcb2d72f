//! Numbers with the decimal mark and grouping of each language.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};

use crate::content::{Amount, Lang};

/// At most so many `decimals`, rounded half away from zero, without needless zeros: "7,2", "7".
pub fn number(value: f64, decimals: u8, lang: Lang) -> String {
    match Decimal::try_from_f64(value, FloatPrecision::RoundTrip) {
        Ok(exact) => written(exact, decimals, lang),
        Err(_not_finite) => "–".to_owned(),
    }
}

/// An exact amount without its unit: "0,25".
pub fn amount(amount: Amount, lang: Lang) -> String {
    written(exact(amount), 3, lang)
}

/// An exact amount as a person types it, so that it can be read again: "0,25", "12000".
pub fn figures(amount: Amount, lang: Lang) -> String {
    grouped(exact(amount), 3, lang, GroupingStrategy::Never)
}

fn exact(amount: Amount) -> Decimal {
    let mut exact = Decimal::from(amount.in_thousandths());
    exact.multiply_pow10(-3);
    exact
}

/// Grouped from five digits on, as Dutch and English style books ask: 1200, 12.000.
fn written(exact: Decimal, decimals: u8, lang: Lang) -> String {
    grouped(exact, decimals, lang, GroupingStrategy::Min2)
}

fn grouped(mut exact: Decimal, decimals: u8, lang: Lang, grouping: GroupingStrategy) -> String {
    let half_away = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    exact.round_with_mode(-i16::from(decimals), half_away);
    exact.absolute.trim_end();
    if exact.absolute.is_zero() {
        exact.sign = fixed_decimal::Sign::None;
    }
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(grouping);
    match DecimalFormatter::try_new((&lang.locale()).into(), options) {
        Ok(formatter) => formatter.format(&exact).to_string(),
        Err(_no_data) => exact.to_string(),
    }
}
