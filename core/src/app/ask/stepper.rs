//! What a stepper for an amount shows next, also without a vault.

use crate::app::KoersError;
use crate::content::{Amount, Code, Content, Lang, speak};
use crate::journey::draft::{Reason, Refusal, amount_or_none};

/// The amount after one step up or down, as a decimal number in that language: the next multiple of
/// the unit's step, at most what can be logged at once, and empty below the first. `amount` is a
/// decimal number with point or comma; empty for none.
///
/// # Errors
///
/// `InvalidDraft` for a unit in which the substance is not logged, and for no amount.
pub fn stepped(
    content: &Content,
    lang: Lang,
    substance: &Code,
    unit: &Code,
    amount: &str,
    up: bool,
) -> Result<String, KoersError> {
    let known = content.units(substance).into_iter().find(|one| one.code == *unit);
    let unknown = || Refusal::new("unit", Reason::UnknownId { id: unit.to_string() });
    let unit = known.ok_or_else(unknown)?;
    let next = unit.stepped(amount_or_none("amount", amount)?.unwrap_or(Amount::ZERO), up);
    Ok(next.map(|next| speak::figures(next, lang)).unwrap_or_default())
}
