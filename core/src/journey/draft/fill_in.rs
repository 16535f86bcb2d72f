//! The draft that fills in a period: several days at once, each with its answer (rule G2).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{ClosingDraft, Desk, EpisodeDraft, Reason, Refusal, UseDraft, text};
use crate::content::Code;
use crate::journey::entity::{Closing, Episode};
use crate::journey::{ClosingAnswer, Source, id};
use crate::time::When;
use crate::vault::RecordId;

/// A day of the period.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FilledDayDraft {
    /// The local day, before today.
    pub day: NaiveDate,
    /// Whether there was use on it; how much is not known then.
    pub used: bool,
}

/// A period that is filled in at once. Each day becomes entries of its own, that can be changed
/// one by one later.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FillInDraft {
    /// The id that the core gave for it.
    pub id: RecordId,
    /// The substance.
    pub substance: Code,
    /// The days, each once; those that are left open are left out.
    pub period: Vec<FilledDayDraft>,
}

/// What a day is filled in with.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledDay {
    /// Its closing.
    pub closing: (RecordId, Closing),
    /// The use on it.
    pub episode: Option<(RecordId, Episode)>,
}

impl FillInDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Vec<FilledDay>, Refusal> {
        desk.substance("substance", &self.substance)?;
        text::few("period", self.period.len())?;
        if self.period.is_empty() {
            return Err(Refusal::new("period", Reason::Empty));
        }
        let today = desk.today()?;
        let mut seen = BTreeSet::new();
        let mut filled = Vec::with_capacity(self.period.len());
        for (i, one) in self.period.iter().enumerate() {
            let field = format!("period[{i}]");
            desk.day_or_today(&field, Some(one.day))?;
            if one.day > today {
                return Err(Refusal::new(&field, Reason::Future));
            }
            if one.day == today || !seen.insert(one.day) {
                return Err(Refusal::new(&field, Reason::NotPossible));
            }
            filled.push(self.filled(desk, one)?);
        }
        Ok(filled)
    }

    fn filled(&self, desk: &Desk<'_>, one: &FilledDayDraft) -> Result<FilledDay, Refusal> {
        let closing = ClosingDraft {
            id: id::filled_in(self.id, one.day, "closing"),
            substances: vec![self.substance.clone()],
            day: Some(one.day),
            answer: if one.used { ClosingAnswer::ThatsAll } else { ClosingAnswer::NotUsed },
            made: None,
            source: Source::App,
        };
        let episode = one.used.then(|| EpisodeDraft {
            uses: vec![UseDraft { substance: self.substance.clone(), amount: None, unit: None }],
            when: Some(When::Sometime { day: one.day }),
            ..EpisodeDraft::blank(
                id::filled_in(self.id, one.day, "episode"),
                self.substance.clone(),
            )
        });
        let episode = episode.map(|draft| Ok((draft.id, draft.check(desk, None)?))).transpose()?;
        Ok(FilledDay { closing: (closing.id, closing.check(desk)?), episode })
    }
}
