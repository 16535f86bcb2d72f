//! Drafts about the list of risk situations (SHP-16).

use serde::Deserialize;

use super::{Change, Desk, Reason, Refusal, number, text};
use crate::content::{Code, Kind, SituationId};
use crate::journey::entity::{Episode, ListedSituation, OwnSituation};
use crate::journey::id;
use crate::vault::RecordId;

/// The most situations a person can put on top (ranking.md: pins).
const MOST_PINS: usize = 3;

/// A risk situation in own words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct OwnSituationDraft {
    /// The id that the core gave for it, or of the one to change.
    pub id: RecordId,
    /// The words.
    pub words: String,
    /// The circumstances it was suggested from.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub covers: Vec<Code>,
    /// The same where they were in own words.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub covers_words: Vec<String>,
}

impl OwnSituationDraft {
    /// Checks it.
    pub fn check(&self, _desk: &Desk<'_>) -> Result<OwnSituation, Refusal> {
        text::few("covers", self.covers.len())?;
        let words = text::some_name("words", &self.words)?;
        let covers_words = text::lines("covers_words", &self.covers_words)?;
        Ok(OwnSituation { words, covers: self.covers.clone(), covers_words })
    }
}

/// How a situation stands on the list for a substance.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ListDraft {
    /// The substance.
    pub substance: Code,
    /// The situation.
    pub situation: SituationId,
    /// The strength of craving the person expects there, 0–10; none for no rating.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub own_rating: Option<i64>,
    /// Whether it is put on top.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub pinned: bool,
    /// Whether it is off the list.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub hidden: bool,
    /// What fills the blank of its label.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub blank: String,
}

impl ListDraft {
    /// Checks it: at most three can be on top.
    pub fn check(&self, desk: &Desk<'_>) -> Result<ListedSituation, Refusal> {
        desk.substance("substance", &self.substance)?;
        let blank = text::name("blank", &self.blank)?;
        let label = match (&blank, self.situation.is_own()) {
            (blank, false) if !blank.is_empty() => {
                let code = self.situation.code();
                let label = desk.content.label_filled(&code, blank, desk.lang);
                let id = code.to_string();
                label.ok_or_else(|| Refusal::new("situation", Reason::UnknownId { id }))?
            }
            _ => desk.situation("situation", &self.situation)?,
        };
        let others = desk.journey.all::<ListedSituation>().filter(|(_, one)| {
            one.pinned && one.substance == self.substance && one.situation != self.situation
        });
        if self.pinned && others.count() >= MOST_PINS {
            return Err(Refusal::new("pinned", Reason::TooMany { most: MOST_PINS as u32 }));
        }
        Ok(ListedSituation {
            substance: self.substance.clone(),
            situation: self.situation.clone(),
            label,
            own_rating: number::rating("own_rating", self.own_rating)?,
            pinned: self.pinned,
            hidden: self.hidden,
            blank,
        })
    }
}

impl Desk<'_> {
    /// The words of a situation that can be logged.
    pub(super) fn situation(&self, field: &str, id: &SituationId) -> Result<String, Refusal> {
        let unknown = || Refusal::new(field, Reason::UnknownId { id: id.to_string() });
        if let Some(record) = id.record() {
            let own = super::editable::<OwnSituation>(self, field, record)?;
            return Ok(own.words.clone());
        }
        let code = id.code();
        let word = self.content.word(&code).filter(|word| word.kind == Kind::Situation);
        word.ok_or_else(unknown)?;
        self.content.label(&code, self.lang).ok_or_else(unknown)
    }
}

/// A place on the list for each situation of an entry that is not on it yet: logging a situation
/// puts it there. One that was taken off stays off.
pub(super) fn put_on_list(desk: &Desk<'_>, episode: &Episode) -> Vec<Change> {
    let mut changes = Vec::new();
    for tag in &episode.situations {
        if desk.journey.listed(&episode.substance, &tag.id).is_some() {
            continue;
        }
        let listed = ListedSituation {
            substance: episode.substance.clone(),
            situation: tag.id.clone(),
            label: tag.label.clone(),
            own_rating: None,
            pinned: false,
            hidden: false,
            blank: String::new(),
        };
        let record = id::listed(&episode.substance, &tag.id);
        changes.push(Change::set(desk.journey, record, &listed));
    }
    changes
}
