//! Drafts of what one unit is in another, and what it costs.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Desk, Reason, Refusal, number};
use crate::content::Code;
use crate::journey::Journey;
use crate::journey::entity::{Calibration, Conversion, Price};

/// What one unit is in another, confirmed by the person.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CalibrationDraft {
    /// The substance.
    pub substance: Code,
    /// The unit converted from.
    pub from: Code,
    /// The unit converted to.
    pub to: Code,
    /// So much of `from` …
    pub from_amount: String,
    /// … is so much of `to`.
    pub to_amount: String,
    /// The day from which it holds; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub valid_from: Option<NaiveDate>,
}

impl CalibrationDraft {
    /// The same conversion the other way round: one works in its own direction only.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
            from_amount: self.to_amount.clone(),
            to_amount: self.from_amount.clone(),
            ..self.clone()
        }
    }

    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Calibration, Refusal> {
        desk.substance("substance", &self.substance)?;
        desk.unit("from", &self.substance, &self.from, false)?;
        desk.unit("to", &self.substance, &self.to, false)?;
        if self.from == self.to {
            return Err(Refusal::new("to", Reason::NotPossible));
        }
        Ok(Calibration {
            substance: self.substance.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            from_amount: number::positive("from_amount", &self.from_amount)?,
            to_amount: number::positive("to_amount", &self.to_amount)?,
            valid_from: desk.day_or_today("valid_from", self.valid_from)?,
        })
    }
}

/// The conversions of a unit in force on a day: each pair of units by the calibration with the
/// latest `valid_from` up to that day, in its own direction.
pub(super) fn conversions(
    journey: &Journey,
    substance: &Code,
    unit: &Code,
    day: NaiveDate,
) -> Vec<Conversion> {
    let pairs = journey.all::<Calibration>();
    let of_unit = pairs.filter(|(_, one)| one.substance == *substance && one.from == *unit);
    let in_force = of_unit.filter_map(|(id, _)| {
        let valid = journey.history::<Calibration>(id).filter(|one| one.valid_from <= day);
        valid.max_by_key(|one| one.valid_from)
    });
    let conversion = |one: &Calibration| Conversion {
        to: one.to.clone(),
        from_amount: one.from_amount,
        to_amount: one.to_amount,
    };
    in_force.map(conversion).collect()
}

/// The person's own price of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PriceDraft {
    /// The substance.
    pub substance: Code,
    /// The unit.
    pub unit: Code,
    /// Whole cents a unit.
    pub cents: i64,
    /// ISO 4217: `EUR`.
    pub currency: String,
    /// The day from which it holds; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub valid_from: Option<NaiveDate>,
}

/// The highest price that is kept, in cents (judgement).
const HIGHEST_PRICE: i64 = 10_000_000;

impl PriceDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Price, Refusal> {
        desk.substance("substance", &self.substance)?;
        desk.unit("unit", &self.substance, &self.unit, false)?;
        let currency = self.currency.trim().to_uppercase();
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(Refusal::new("currency", Reason::NotPossible));
        }
        Ok(Price {
            substance: self.substance.clone(),
            unit: self.unit.clone(),
            cents: number::within("cents", self.cents, 0, HIGHEST_PRICE)?,
            currency,
            valid_from: desk.day_or_today("valid_from", self.valid_from)?,
        })
    }
}
