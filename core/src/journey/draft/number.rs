//! Ratings and amounts.

use super::{Desk, Reason, Refusal};
use crate::content::{Amount, AmountError, Code};

/// A rating of 0–10, where one was given.
pub(super) fn rating(field: &str, given: Option<i64>) -> Result<Option<u8>, Refusal> {
    let Some(given) = given else { return Ok(None) };
    match u8::try_from(given) {
        Ok(rating @ 0..=10) => Ok(Some(rating)),
        _ => Err(Refusal::new(field, Reason::OutsideScale { given })),
    }
}

/// A whole number within a range.
pub(super) fn within(field: &str, given: i64, least: i64, most: i64) -> Result<i64, Refusal> {
    if (least..=most).contains(&given) {
        return Ok(given);
    }
    Err(Refusal::new(field, Reason::OutsideRange { given, least, most }))
}

/// A decimal number with point or comma and at most three decimals.
pub(super) fn decimal(field: &str, given: &str) -> Result<Amount, Refusal> {
    given.parse().map_err(|refused| {
        let reason = match refused {
            AmountError::NotANumber => Reason::NotANumber,
            AmountError::TooManyDecimals => Reason::TooManyDecimals,
            AmountError::TooLarge => Reason::TooMuch { most: "999999999".to_owned() },
        };
        Refusal::new(field, reason)
    })
}

/// A decimal number of zero or more; none where nothing is filled in.
///
/// # Errors
///
/// Names the field, and why it is none.
pub fn amount_or_none(field: &str, given: &str) -> Result<Option<Amount>, Refusal> {
    let given = given.trim();
    if given.is_empty() { Ok(None) } else { not_negative(field, given).map(Some) }
}

/// A decimal number of more than zero.
pub(super) fn positive(field: &str, given: &str) -> Result<Amount, Refusal> {
    let amount = decimal(field, given)?;
    if amount > Amount::ZERO { Ok(amount) } else { Err(Refusal::new(field, Reason::NotPositive)) }
}

/// A decimal number of zero or more.
pub(super) fn not_negative(field: &str, given: &str) -> Result<Amount, Refusal> {
    let amount = decimal(field, given)?;
    if amount >= Amount::ZERO { Ok(amount) } else { Err(Refusal::new(field, Reason::NotPositive)) }
}

impl Desk<'_> {
    /// A unit in which use of this substance is logged, with its label. The use day is a unit of
    /// goals only.
    pub(super) fn unit(
        &self,
        field: &str,
        substance: &Code,
        unit: &Code,
        of_goal: bool,
    ) -> Result<String, Refusal> {
        let known = if of_goal {
            self.content.goal_units(substance)
        } else {
            self.content.units(substance)
        };
        if !known.iter().any(|one| one.code == *unit) {
            return Err(Refusal::new(field, Reason::UnknownId { id: unit.to_string() }));
        }
        self.label(field, unit)
    }

    /// An amount above zero and within the unit's maximum.
    pub(super) fn amount(&self, field: &str, given: &str, unit: &Code) -> Result<Amount, Refusal> {
        let amount = positive(field, given)?;
        self.within_unit(field, Some(amount), unit)?;
        Ok(amount)
    }

    /// Whether an amount is within what its unit allows.
    pub(super) fn within_unit(
        &self,
        field: &str,
        amount: Option<Amount>,
        unit: &Code,
    ) -> Result<(), Refusal> {
        match (amount, self.content.unit(unit)) {
            (Some(amount), Some(known)) if amount > known.max => {
                let most = known.max.to_string();
                Err(Refusal::new(field, Reason::TooMuch { most }))
            }
            _ => Ok(()),
        }
    }
}
