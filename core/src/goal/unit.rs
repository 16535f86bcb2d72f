//! What an amount is in the goal's unit.

use crate::content::{Amount, Code};
use crate::journey::entity::{Conversion, Use};

/// What the rules must know of a unit; from the substance's pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitRules {
    /// The least that can be used: what a use of unknown amount adds at least (rule G2).
    pub smallest: Amount,
    /// A usual day's amount: the least that a day without a word may hold (rule G2).
    pub usual_day: Amount,
}

impl Default for UnitRules {
    /// For a unit that no pack knows (judgement): a day's cap is never zero, a use never nothing.
    fn default() -> Self {
        Self { smallest: Amount::thousandths(1), usual_day: Amount::whole(1) }
    }
}

/// How the use day ends as a code, in whichever pack it stands.
const USE_DAY: &str = ":unit.use-day";

/// The unit in which a goal counts.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub(super) unit: Code,
    pub(super) smallest: Amount,
    pub(super) usual_day: Amount,
    /// Whether it counts days with use instead of amounts.
    pub(super) use_days: bool,
}

impl Measure {
    pub(super) fn new(unit: &Code, rules: Option<UnitRules>) -> Self {
        if unit.as_str().ends_with(USE_DAY) {
            return Self::in_use_days(unit.clone());
        }
        let rules = rules.unwrap_or_default();
        Self {
            unit: unit.clone(),
            smallest: rules.smallest.max(Amount::thousandths(1)),
            usual_day: rules.usual_day.max(Amount::thousandths(1)),
            use_days: false,
        }
    }

    /// For a substance without goal and baseline: all that can be said is whether it was used.
    pub(super) fn use_days_of(substance: &Code) -> Self {
        Self::in_use_days(Code::from(format!("{substance}{USE_DAY}")))
    }

    fn in_use_days(unit: Code) -> Self {
        Self { unit, smallest: Amount::whole(1), usual_day: Amount::whole(1), use_days: true }
    }

    /// How much a use was in this unit, by the conversion stored with it; none where that cannot
    /// be said and it counts as "amount unknown".
    pub(super) fn amount_of(&self, one: &Use) -> Option<Amount> {
        let amount = one.amount.filter(|amount| *amount > Amount::ZERO)?;
        if one.unit.as_ref() == Some(&self.unit) {
            return Some(amount);
        }
        let by = one.conversions.iter().find(|by| by.to == self.unit)?;
        converted(amount, by)
    }
}

/// The amount times `to_amount / from_amount`, rounded half away from zero to a thousandth; none
/// where the conversion is not of two positive amounts or nothing would be left.
pub(super) fn converted(amount: Amount, by: &Conversion) -> Option<Amount> {
    let [amount, from, to] =
        [amount, by.from_amount, by.to_amount].map(|one| i128::from(one.in_thousandths()));
    if amount <= 0 || from <= 0 || to <= 0 {
        return None;
    }
    let rounded = (2 * amount * to + from) / (2 * from);
    let thousandths = i64::try_from(rounded).unwrap_or(i64::MAX);
    Some(Amount::thousandths(thousandths)).filter(|amount| *amount > Amount::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(from: i64, to: i64) -> Conversion {
        Conversion {
            to: "cannabis:unit.joint".into(),
            from_amount: Amount::thousandths(from),
            to_amount: Amount::thousandths(to),
        }
    }

    #[test]
    fn a_conversion_is_exact_to_a_thousandth_and_rounds_half_away_from_zero() {
        let a = Amount::thousandths;
        assert_eq!(converted(a(500), &by(250, 1000)), Some(a(2000)), "half a gram, 0.25 a joint");
        assert_eq!(converted(a(1000), &by(3000, 1000)), Some(a(333)), "a third");
        assert_eq!(converted(a(1), &by(2000, 1000)), Some(a(1)), "0.0005 becomes 0.001");
    }

    #[test]
    fn a_conversion_that_makes_no_sense_leaves_the_amount_unknown() {
        for (from, to) in [(0, 1000), (1000, 0), (-1, 1), (1_000_000, 1)] {
            assert_eq!(converted(Amount::thousandths(1), &by(from, to)), None, "{from} {to}");
        }
        let huge = Amount::thousandths(i64::MAX);
        assert_eq!(converted(huge, &by(1, i64::MAX)), Some(huge), "clamped");
    }

    #[test]
    fn a_unit_that_no_pack_knows_still_has_a_cap_above_zero() {
        let measure = Measure::new(&"cannabis:unit.pipe".into(), None);
        assert!(measure.usual_day > Amount::ZERO && measure.smallest > Amount::ZERO, "G2");
        assert!(Measure::new(&"base:unit.use-day".into(), None).use_days);
    }
}
