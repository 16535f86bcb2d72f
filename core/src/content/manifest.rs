//! `pack.toml` as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::pack::{GoalFit, HelpKind, Shows, Source};
use super::{Amount, Lang};

/// The one format of packs so far.
pub(super) const FORMAT: u32 = 1;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) format: Spanned<u32>,
    pub(super) id: Spanned<String>,
    pub(super) version: u32,
    pub(super) languages: Vec<Lang>,
    #[serde(default)]
    pub(super) substance: bool,
    #[serde(default)]
    pub(super) cut_off: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) units: Vec<Spanned<RawUnit>>,
    #[serde(default)]
    pub(super) words: BTreeMap<Spanned<String>, Vec<Spanned<RawWord>>>,
    #[serde(default)]
    pub(super) help_lines: Vec<Spanned<RawHelpLine>>,
    #[serde(default)]
    pub(super) safety: Vec<Spanned<RawSafety>>,
    #[serde(default)]
    pub(super) readings: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) letters: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawUnit {
    pub(super) code: String,
    pub(super) smallest: Option<Amount>,
    pub(super) step: Option<Amount>,
    pub(super) max: Option<Amount>,
    #[serde(default)]
    pub(super) decimals: u8,
    pub(super) usual_day: Option<Amount>,
    #[serde(default)]
    pub(super) goal_only: bool,
    #[serde(default)]
    pub(super) first: bool,
    #[serde(default)]
    pub(super) factor_to: BTreeMap<String, Amount>,
    #[serde(default)]
    pub(super) retired: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWord {
    pub(super) code: String,
    #[serde(default)]
    pub(super) group: String,
    #[serde(default)]
    pub(super) covers: Vec<String>,
    #[serde(default)]
    pub(super) goals: Vec<GoalFit>,
    #[serde(default)]
    pub(super) blank: bool,
    #[serde(default)]
    pub(super) ask_doctor: bool,
    pub(super) default: Option<Amount>,
    #[serde(default)]
    pub(super) retired: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHelpLine {
    pub(super) code: String,
    pub(super) kind: HelpKind,
    pub(super) countries: Vec<String>,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    pub(super) number: String,
    #[serde(default)]
    pub(super) web: String,
    #[serde(default)]
    pub(super) day_and_night: bool,
    #[serde(default)]
    pub(super) free: bool,
    #[serde(default)]
    pub(super) source: String,
    #[serde(default)]
    pub(super) checked: String,
    #[serde(default)]
    pub(super) retired: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSafety {
    pub(super) code: String,
    pub(super) any: Vec<String>,
    pub(super) used: Option<String>,
    #[serde(default)]
    pub(super) within_days: u32,
    pub(super) shows: Shows,
    #[serde(default)]
    pub(super) retired: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrontMatter {
    pub(super) title: String,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) sources: Vec<Source>,
}
