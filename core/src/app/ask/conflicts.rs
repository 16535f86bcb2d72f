//! What was changed on two devices apart: the copies to choose from.

use chrono::{DateTime, TimeDelta};
use serde::Serialize;

use super::diary::{episode_lines, when};
use super::{say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, speak};
use crate::journey::draft::Desk;
use crate::journey::entity::{Entity, Episode};
use crate::journey::{Apart, Copied};
use crate::vault::RecordId;

/// Something that was changed on two devices apart. It is settled by keeping a copy
/// (`Command::Resolve`), or by any edit of what is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ConflictView {
    /// The record.
    pub record: RecordId,
    /// The word for its kind: `episode`, `plan`, `note`, …
    pub kind: String,
    /// What it is, in words.
    pub title: String,
    /// It was deleted on one side and changed on the other; until one is chosen it stays deleted.
    pub deleted: bool,
    /// The copies, in the order in which they were written.
    pub copies: Vec<ConflictCopy>,
}

/// One copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ConflictCopy {
    /// What names it in `Command::Resolve`.
    pub copy: String,
    /// When it was written, or deleted, in words.
    pub written: String,
    /// It is what is shown now.
    pub shown: bool,
    /// This copy says that it was deleted.
    pub deleted: bool,
    /// What it says, line by line.
    pub lines: Vec<String>,
}

impl Koers {
    /// What was changed on two devices apart and waits for a choice.
    pub fn conflicts(&self) -> Result<Vec<ConflictView>, KoersError> {
        self.ask(|desk| Ok(desk.journey.apart().iter().map(|one| conflict(desk, one)).collect()))
    }
}

pub(in crate::app) fn conflict(desk: &Desk<'_>, apart: &Apart) -> ConflictView {
    let copies = apart.copies.iter().enumerate();
    ConflictView {
        record: apart.record,
        kind: apart.name.to_owned(),
        title: say_with(desk, "merge-what", &Args::new().text("kind", apart.name)),
        deleted: apart.deleted(),
        copies: copies.map(|(at, copied)| copy(desk, apart, at, copied)).collect(),
    }
}

fn copy(desk: &Desk<'_>, apart: &Apart, at: usize, copied: &Copied) -> ConflictCopy {
    let deleted = copied.words.is_none();
    let written = DateTime::from_timestamp_millis(copied.id.stamp.millis()).unwrap_or_default();
    let written = written.naive_utc() + TimeDelta::minutes(i64::from(desk.here.offset_minutes));
    let args = Args::new()
        .text("date", speak::date(written.date(), desk.lang))
        .text("time", desk.content.time(written.time(), desk.lang));
    let text = if deleted { "merge-copy-deleted" } else { "merge-copy-written" };
    ConflictCopy {
        copy: copied.id.to_string(),
        written: say_with(desk, text, &args),
        shown: copied.shown,
        deleted,
        lines: if deleted { Vec::new() } else { lines(desk, apart, at, copied) },
    }
}

/// An entry says all that the diary shows of it; anything else its own words.
fn lines(desk: &Desk<'_>, apart: &Apart, at: usize, copied: &Copied) -> Vec<String> {
    if apart.kind == Episode::KIND
        && let Some(record) = desk.journey.records::<Episode>().record(apart.record)
        && let Some(episode) = record.heads().get(at).and_then(|held| held.value())
    {
        let mut lines = vec![when(desk, &episode.at)];
        lines.extend(episode_lines(desk, episode));
        return lines;
    }
    let words = copied.words.clone().unwrap_or_default();
    if words.is_empty() { vec![say(desk, "merge-copy-empty")] } else { words }
}
