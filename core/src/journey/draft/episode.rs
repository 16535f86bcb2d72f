//! The daily form: a moment of craving, of use, or of both (SHP-14).

use serde::Deserialize;

use super::{Change, Desk, Reason, Refusal, number, text};
use crate::content::{Code, SituationId};
use crate::journey::Source;
use crate::journey::entity::{Episode, SituationTag, Tag, Use};
use crate::time::{Moment, When};
use crate::vault::RecordId;

/// Something chosen from a vocabulary, or own words.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TagDraft {
    /// The code; none for own words.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub code: Option<Code>,
    /// Own words; ignored beside a code.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub words: String,
    /// How strong, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub strength: Option<i64>,
}

impl TagDraft {
    /// A choice as it stands.
    pub fn of(tag: &Tag) -> Self {
        let strength = tag.strength.map(i64::from);
        Self { code: tag.code.clone(), words: tag.label.clone(), strength }
    }
}

/// A use.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct UseDraft {
    /// The substance.
    pub substance: Code,
    /// How much, as a decimal number with point or comma; none where it is not known.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub amount: Option<String>,
    /// The unit of the amount.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub unit: Option<Code>,
}

/// One moment of craving, of use, or of both (SHP-14).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct EpisodeDraft {
    /// The id that the core gave for it.
    pub id: RecordId,
    /// The substance it is about.
    pub substance: Code,
    /// The strength of the craving, 0–10; none for "don't know".
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub craving: Option<i64>,
    /// Risk situations: of the catalogue or own ones already recorded.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub situations: Vec<SituationId>,
    /// Thoughts.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub thoughts: Vec<TagDraft>,
    /// Feelings.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub feelings: Vec<TagDraft>,
    /// Body.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub body: Vec<TagDraft>,
    /// Place.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub place: Vec<TagDraft>,
    /// Company.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub company: Vec<TagDraft>,
    /// Activity.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub activity: Vec<TagDraft>,
    /// What was used; empty for none.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub uses: Vec<UseDraft>,
    /// A note.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub note: String,
    /// When it was: none for now, or in an edit for unchanged.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub when: Option<When>,
    /// When it was written down, where that was not now.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub made: Option<When>,
    /// How it came in.
    pub source: Source,
}

impl EpisodeDraft {
    /// A form with nothing in it yet.
    pub fn blank(id: RecordId, substance: Code) -> Self {
        Self {
            id,
            substance,
            craving: None,
            situations: vec![],
            thoughts: vec![],
            feelings: vec![],
            body: vec![],
            place: vec![],
            company: vec![],
            activity: vec![],
            uses: vec![],
            note: String::new(),
            when: None,
            made: None,
            source: Source::App,
        }
    }

    /// The entry as it stands, to be changed.
    pub fn of(id: RecordId, episode: &Episode) -> Self {
        let tags = |tags: &[Tag]| tags.iter().map(TagDraft::of).collect();
        let used = episode.uses.iter().map(|one| UseDraft {
            substance: one.substance.clone(),
            amount: one.amount.map(|amount| amount.to_string()),
            unit: one.unit.clone(),
        });
        Self {
            craving: episode.craving.map(i64::from),
            situations: episode.situations.iter().map(|tag| tag.id.clone()).collect(),
            thoughts: tags(&episode.thoughts),
            feelings: tags(&episode.feelings),
            body: tags(&episode.body),
            place: tags(&episode.place),
            company: tags(&episode.company),
            activity: tags(&episode.activity),
            uses: used.collect(),
            note: episode.note.clone(),
            source: episode.source,
            ..Self::blank(id, episode.substance.clone())
        }
    }

    /// Checks it as a new entry, or as an edit of the one that is there.
    ///
    /// In an edit, what stays chosen keeps the label it was shown with, and an unnamed time stays
    /// as it was.
    pub fn check(&self, desk: &Desk<'_>, edits: Option<&Episode>) -> Result<Episode, Refusal> {
        desk.substance("substance", &self.substance)?;
        let made = desk.moment("made", self.made.as_ref())?;
        let at = match (&self.when, edits) {
            (None, Some(before)) => before.at.clone(),
            (None, None) => made.clone(),
            (when, _) => desk.moment("when", when.as_ref())?,
        };
        let shown = Shown { desk, before: edits };
        let episode = Episode {
            substance: self.substance.clone(),
            craving: number::rating("craving", self.craving)?,
            situations: shown.situations(&self.situations)?,
            thoughts: shown.tags("thoughts", &self.thoughts)?,
            feelings: shown.tags("feelings", &self.feelings)?,
            body: shown.tags("body", &self.body)?,
            place: shown.tags("place", &self.place)?,
            company: shown.tags("company", &self.company)?,
            activity: shown.tags("activity", &self.activity)?,
            uses: self.uses(desk, &at)?,
            note: text::text("note", &self.note)?,
            made: edits.map_or(made, |before| before.made.clone()),
            source: edits.map_or(self.source, |before| before.source),
            at,
        };
        let something = episode.craving.is_some()
            || !episode.situations.is_empty()
            || !episode.uses.is_empty()
            || !episode.note.is_empty()
            || episode.circumstances().next().is_some();
        if something { Ok(episode) } else { Err(Refusal::new("craving", Reason::Empty)) }
    }

    /// A bare mark of this moment, from a notification or widget: an entry that says nothing yet
    /// and can be filled in later.
    pub fn mark(desk: &Desk<'_>, substance: &Code) -> Result<Episode, Refusal> {
        desk.substance("substance", substance)?;
        let made = desk.this_moment()?;
        Ok(Episode {
            substance: substance.clone(),
            craving: None,
            situations: vec![],
            thoughts: vec![],
            feelings: vec![],
            body: vec![],
            place: vec![],
            company: vec![],
            activity: vec![],
            uses: vec![],
            note: String::new(),
            at: made.clone(),
            made,
            source: Source::Notification,
        })
    }

    /// The records to write: the entry, and a place on the list for each situation in it.
    pub fn changes(&self, desk: &Desk<'_>, episode: &Episode) -> Vec<Change> {
        let mut changes = vec![Change::set(desk.journey, self.id, episode)];
        changes.extend(super::situation::put_on_list(desk, episode));
        changes
    }

    fn uses(&self, desk: &Desk<'_>, at: &Moment) -> Result<Vec<Use>, Refusal> {
        text::few("uses", self.uses.len())?;
        let check = |(i, one): (usize, &UseDraft)| one.check(desk, &format!("uses[{i}]"), at);
        self.uses.iter().enumerate().map(check).collect()
    }
}

impl UseDraft {
    fn check(&self, desk: &Desk<'_>, field: &str, at: &Moment) -> Result<Use, Refusal> {
        let amount_field = format!("{field}.amount");
        let unit_field = format!("{field}.unit");
        if desk.substance(field, &self.substance).is_err() {
            // Alcohol and other co-use without a pack: a free amount and no rule.
            desk.label(&format!("{field}.substance"), &self.substance)?;
            let amount = self.amount.as_deref().map(|given| number::positive(&amount_field, given));
            return Ok(Use {
                substance: self.substance.clone(),
                amount: amount.transpose()?,
                unit: None,
                unit_label: String::new(),
                conversions: vec![],
            });
        }
        let Some(unit) = &self.unit else {
            if self.amount.is_some() {
                return Err(Refusal::new(&unit_field, Reason::Empty));
            }
            return Ok(Use {
                substance: self.substance.clone(),
                amount: None,
                unit: None,
                unit_label: String::new(),
                conversions: vec![],
            });
        };
        let unit_label = desk.unit(&unit_field, &self.substance, unit, false)?;
        let amount = self.amount.as_deref().map(|given| desk.amount(&amount_field, given, unit));
        Ok(Use {
            substance: self.substance.clone(),
            amount: amount.transpose()?,
            unit: Some(unit.clone()),
            unit_label,
            conversions: super::units::conversions(desk.journey, &self.substance, unit, at.day),
        })
    }
}

/// Labels as they are shown now, or as they were in the entry that is edited.
struct Shown<'a> {
    desk: &'a Desk<'a>,
    before: Option<&'a Episode>,
}

impl Shown<'_> {
    fn tags(&self, field: &str, drafts: &[TagDraft]) -> Result<Vec<Tag>, Refusal> {
        text::few(field, drafts.len())?;
        let mut tags = Vec::with_capacity(drafts.len());
        for (i, draft) in drafts.iter().enumerate() {
            let field = format!("{field}[{i}]");
            let label = match &draft.code {
                Some(code) => match self.label_before(code) {
                    Some(label) => label,
                    None => self.desk.label(&field, code)?,
                },
                None => text::some_name(&field, &draft.words)?,
            };
            let strength = number::rating(&format!("{field}.strength"), draft.strength)?;
            tags.push(Tag { code: draft.code.clone(), label, strength });
        }
        Ok(tags)
    }

    fn situations(&self, ids: &[SituationId]) -> Result<Vec<SituationTag>, Refusal> {
        text::few("situations", ids.len())?;
        let mut tags: Vec<SituationTag> = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            if tags.iter().any(|tag| tag.id == *id) {
                continue;
            }
            let before =
                self.before.and_then(|before| before.situations.iter().find(|t| t.id == *id));
            let label = match before {
                Some(tag) => tag.label.clone(),
                None => self.desk.situation(&format!("situations[{i}]"), id)?,
            };
            tags.push(SituationTag { id: id.clone(), label });
        }
        Ok(tags)
    }

    fn label_before(&self, code: &Code) -> Option<String> {
        let tag = self.before?.circumstances().find(|tag| tag.code.as_ref() == Some(code))?;
        Some(tag.label.clone())
    }
}
