//! Programme packs and their texts, as validated data.
//!
//! A substance is a pack: units, situations, vocabularies, measures, help lines, per language.
//! This room must not know what a person recorded, nor read a file, a clock or a locale.

mod amount;
mod build;
mod check;
mod code;
mod fault;
mod files;
mod lang;
mod manifest;
mod pack;
mod packs;
mod parse;
mod shipped;
mod situation_id;
pub mod speak;

pub use amount::{Amount, AmountError};
pub use check::{check, wording};
pub use code::Code;
pub use fault::{Fault, Flaw};
pub use lang::{Lang, UnknownLang};
pub use pack::{
    AfterUse, Checked, Conversion, GoalFit, HelpKind, HelpLine, Kind, Page, SafetyRule, Shows,
    Source, Unit, Word,
};
pub use packs::{Content, RefusedPacks, UnspokenText};
pub use shipped::shipped_files;
pub use situation_id::SituationId;
pub use speak::Args;

/// The pack that every other one builds on.
pub(crate) const BASE: &str = "base";

#[cfg(test)]
mod tests;
