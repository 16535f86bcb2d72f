//! Programme packs and their texts, as validated data.
//!
//! A substance is a pack: units, situations, vocabularies, measures, help lines, per language.
//! This room must not know what a person recorded, nor read a file, a clock or a locale.

mod amount;
mod code;
mod situation_id;

pub use amount::{Amount, AmountError};
pub use code::Code;
pub use situation_id::SituationId;
