//! Exact amounts: whole thousandths of a unit.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact amount in whole thousandths of its unit: 0.25 gram is `Amount::thousandths(250)`.
///
/// As text it is a decimal number with point or comma and at most three decimals; in JSON it is
/// that text, so that no reader rounds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Amount(#[n(0)] i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(1000);

    /// So many thousandths.
    pub const fn thousandths(n: i64) -> Self {
        Self(n)
    }

    /// A whole number of units.
    pub const fn whole(n: i64) -> Self {
        Self(n * 1000)
    }

    /// As thousandths.
    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// As a floating number, for ratios and charts only.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// Times a factor that is itself an exact amount, rounded half away from zero to a
    /// thousandth: 10 lines × 0.1 gram a line. Clamped to the range of the type.
    #[must_use]
    pub fn times(self, factor: Self) -> Self {
        let product = i128::from(self.0) * i128::from(factor.0);
        let half = if product < 0 { -500 } else { 500 };
        let rounded = (product + half) / 1000;
        Self(rounded.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64)
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a decimal number.
    #[error("not a number")]
    NotANumber,
    /// More than three digits after the point or comma.
    #[error("more than three decimals")]
    TooManyDecimals,
    /// More than nine digits before the point or comma.
    #[error("too large")]
    TooLarge,
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) {
            return Err(AmountError::NotANumber);
        }
        if whole.len() > 9 {
            return Err(AmountError::TooLarge);
        }
        if decimals.len() > 3 {
            return Err(AmountError::TooManyDecimals);
        }
        let number = |part: &str| part.parse::<i64>().map_err(|_refused| AmountError::NotANumber);
        let scale = 10_i64.pow(3 - decimals.len() as u32);
        Ok(Self(sign * (number(whole)? * 1000 + number(decimals)? * scale)))
    }
}

/// With a point and no needless zeros: `0.25`, `3`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{part:03}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_reads_point_and_comma_and_keeps_every_thousandth() {
        for (text, thousandths) in [("3", 3000), ("0,25", 250), ("0.25", 250), ("12.125", 12_125)] {
            assert_eq!(text.parse(), Ok(Amount(thousandths)), "{text}");
        }
        assert_eq!(Amount(250).to_string(), "0.25");
        assert_eq!(Amount(-12_000).to_string(), "-12");
    }

    #[test]
    fn an_amount_names_what_is_wrong_with_a_text() {
        for text in ["", "x", "1,2,3", ".", "1.", ".5", "1e3", "--1", "+1"] {
            assert_eq!(text.parse::<Amount>(), Err(AmountError::NotANumber), "{text}");
        }
        assert_eq!("0.1234".parse::<Amount>(), Err(AmountError::TooManyDecimals));
        assert_eq!("1234567890".parse::<Amount>(), Err(AmountError::TooLarge));
    }

    #[test]
    fn a_conversion_rounds_half_away_from_zero() {
        assert_eq!(Amount(10_000).times(Amount(100)), Amount(1000), "ten lines of 0.1 gram");
        assert_eq!(Amount(5).times(Amount(100)), Amount(1), "0.0005 becomes 0.001");
    }
}
