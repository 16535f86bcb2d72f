//! The diary by day, paged.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{name, say, say_with, typed};
use crate::app::{Koers, KoersError, RecordKind};
use crate::content::{Args, speak};
use crate::journey::draft::{Desk, EpisodeDraft, NoteDraft, Reason, Refusal, editable};
use crate::journey::entity::{Closing, Episode, Note};
use crate::journey::{ClosingAnswer, Kept, Source};
use crate::time::{Moment, Precision};
use crate::vault::RecordId;

/// How many characters of a record's id name it on one screen.
const SHORT: usize = 8;

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct DiaryEntry {
    /// The record.
    pub id: RecordId,
    /// The first characters of it, enough to name it.
    pub short_id: String,
    /// `episode`, `closing` or `note`.
    pub kind: String,
    /// The local day.
    pub day: NaiveDate,
    /// Day and time in words.
    pub when: String,
    /// The day in words, as a heading.
    pub day_text: String,
    /// The time in words; empty where only the day is known.
    pub time_text: String,
    /// Craving, 0–10.
    pub craving: Option<u8>,
    /// Whether the substance was used.
    pub used: bool,
    /// It was filled in later.
    pub recalled: bool,
    /// What was recorded, in words.
    pub lines: Vec<String>,
}

/// A page of the diary, newest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct DiaryView {
    /// The entries.
    pub entries: Vec<DiaryEntry>,
    /// How many there are in all.
    pub total: u32,
}

/// An entry that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Found {
    /// The record.
    pub id: RecordId,
    /// What it is.
    pub kind: RecordKind,
}

impl Koers {
    /// Entries, newest first: `count` of them after skipping `skip`.
    pub fn diary(&self, skip: u32, count: u32) -> Result<DiaryView, KoersError> {
        self.ask(|desk| {
            let (skip, count) = (skip as usize, count as usize);
            let mut newest = newest(desk, skip.saturating_add(count));
            newest.sort_unstable_by(|a, b| b.cmp(a));
            let page = newest.into_iter().skip(skip).take(count);
            let entries = page.filter_map(|(_, _, id)| entry(desk, id)).collect();
            Ok(DiaryView { entries, total: desk.journey.diary_len() as u32 })
        })
    }

    /// The entry whose id begins with these characters, with its kind.
    pub fn find(&self, short_id: &str) -> Result<Found, KoersError> {
        self.ask(|desk| {
            let wanted = short_id.trim().to_lowercase();
            let unknown = || Refusal::new("id", Reason::UnknownId { id: wanted.clone() });
            let ids = RecordId::beginning_with(&wanted).ok_or_else(unknown)?;
            let mut found = within::<Episode>(desk, &ids, RecordKind::Episode)
                .chain(within::<Closing>(desk, &ids, RecordKind::Closing))
                .chain(within::<Note>(desk, &ids, RecordKind::Note));
            let one = found.next().ok_or_else(unknown)?;
            match found.next() {
                None => Ok(one),
                Some(_) => Err(unknown().into()),
            }
        })
    }

    /// The entry of the daily form with this id.
    pub fn episode(&self, id: RecordId) -> Result<Option<Episode>, KoersError> {
        self.ask(|desk| Ok(desk.journey.get::<Episode>(id).cloned()))
    }

    /// An entry of the daily form as a draft to be changed.
    pub fn episode_draft(&self, id: RecordId) -> Result<EpisodeDraft, KoersError> {
        self.ask(|desk| {
            let mut draft = EpisodeDraft::of(id, editable::<Episode>(desk, "id", id)?);
            for one in &mut draft.uses {
                one.amount = typed(desk, one.amount.take());
            }
            Ok(draft)
        })
    }

    /// A diary note as a draft to be changed.
    pub fn note_draft(&self, id: RecordId) -> Result<NoteDraft, KoersError> {
        self.ask(|desk| Ok(NoteDraft::of(id, editable::<Note>(desk, "id", id)?)))
    }
}

/// What of this kind has an id among these.
fn within<'a, T: Kept>(
    desk: &'a Desk<'_>,
    ids: &RangeInclusive<RecordId>,
    kind: RecordKind,
) -> impl Iterator<Item = Found> + use<'a, T> {
    desk.journey.records::<T>().within(ids.clone()).map(move |(id, _)| Found { id, kind })
}

/// Where the newest entries stand (day, instant, record): so many of each kind, so that the newest
/// of all are among them.
fn newest(desk: &Desk<'_>, most: usize) -> Vec<(NaiveDate, i64, RecordId)> {
    let journey = desk.journey;
    let ms = |moment: &Moment| moment.utc.timestamp_millis();
    let episodes = journey.episodes().rev().take(most);
    let closings = journey.closings().rev().take(most);
    let notes = journey.notes().rev().take(most);
    let episodes = episodes.map(|(id, one)| (one.at.day, ms(&one.at), id));
    let closings = closings.map(|(id, one)| (one.day, ms(&one.made), id));
    let notes = notes.map(|(id, one)| (one.at.day, ms(&one.at), id));
    episodes.chain(closings).chain(notes).collect()
}

fn entry(desk: &Desk<'_>, id: RecordId) -> Option<DiaryEntry> {
    let short_id = id.to_string()[..SHORT].to_owned();
    if let Some(episode) = desk.journey.get::<Episode>(id) {
        return Some(DiaryEntry {
            id,
            short_id,
            kind: "episode".to_owned(),
            day: episode.at.day,
            when: when(desk, &episode.at),
            day_text: speak::capitalised(&day_text(desk, episode.at.day)),
            time_text: time_text(desk, &episode.at),
            craving: episode.craving,
            used: episode.used(),
            recalled: episode.recalled(),
            lines: episode_lines(desk, episode),
        });
    }
    if let Some(closing) = desk.journey.get::<Closing>(id) {
        return Some(DiaryEntry {
            id,
            short_id,
            kind: "closing".to_owned(),
            day: closing.day,
            when: day_text(desk, closing.day),
            day_text: speak::capitalised(&day_text(desk, closing.day)),
            time_text: String::new(),
            craving: None,
            used: false,
            recalled: closing.recalled(),
            lines: closing_lines(desk, closing),
        });
    }
    let note = desk.journey.get::<Note>(id)?;
    Some(DiaryEntry {
        id,
        short_id,
        kind: "note".to_owned(),
        day: note.at.day,
        when: when(desk, &note.at),
        day_text: speak::capitalised(&day_text(desk, note.at.day)),
        time_text: time_text(desk, &note.at),
        craving: None,
        used: false,
        recalled: note.made.day > note.at.day,
        lines: vec![note.text.clone()],
    })
}

pub(super) fn episode_lines(desk: &Desk<'_>, episode: &Episode) -> Vec<String> {
    let mut lines = vec![speak::capitalised(&name(desk, &episode.substance))];
    if let Some(craving) = episode.craving {
        lines.push(say_with(desk, "receipt-log-craving", &Args::new().count("craving", craving)));
    }
    let situations: Vec<&str> = episode.situations.iter().map(|tag| tag.label.as_str()).collect();
    if !situations.is_empty() {
        lines.push(situations.join(" · "));
    }
    for one in &episode.uses {
        lines.push(match (one.amount, &one.unit) {
            (Some(amount), Some(unit)) => {
                say_with(desk, "receipt-log-use", &Args::new().amount("amount", amount, unit))
            }
            _ if one.substance == episode.substance => say(desk, "receipt-log-use-unknown"),
            _ => speak::capitalised(&name(desk, &one.substance)),
        });
    }
    let tags: Vec<&str> = episode.circumstances().map(|tag| tag.label.as_str()).collect();
    if !tags.is_empty() {
        lines.push(tags.join(" · "));
    }
    if !episode.note.is_empty() {
        lines.push(episode.note.clone());
    }
    if lines.len() == 1 {
        lines.push(say(desk, "day-mark"));
    }
    if episode.recalled() {
        lines.push(say(desk, "day-recalled"));
    }
    if episode.source == Source::Notification {
        lines.push(say(desk, "day-from-notification"));
    }
    lines
}

fn closing_lines(desk: &Desk<'_>, closing: &Closing) -> Vec<String> {
    let from_it = closing.source == Source::Notification;
    let from = from_it.then(|| say(desk, "day-from-notification"));
    // What the receipt promised for the next morning is past when the diary is read.
    let text = match closing.answer {
        ClosingAnswer::SoFar => say_with(desk, "day-noted-so-far", &about(desk, closing)),
        _ => closing_text(desk, closing),
    };
    std::iter::once(text).chain(from).collect()
}

/// What a closing is about: its day and its substances.
fn about(desk: &Desk<'_>, closing: &Closing) -> Args {
    let names: Vec<String> = closing.substances.iter().map(|one| name(desk, one)).collect();
    Args::new().text("day", day_text(desk, closing.day)).list("what", names)
}

/// What a closing says when it is made.
pub(super) fn closing_text(desk: &Desk<'_>, closing: &Closing) -> String {
    let args = about(desk, closing);
    match closing.answer {
        ClosingAnswer::NotUsed => say_with(desk, "receipt-closed-none", &args),
        ClosingAnswer::SoFar => say_with(desk, "receipt-so-far", &args),
        ClosingAnswer::Stayed => say_with(desk, "receipt-confirmed", &args.count("days", 1)),
        ClosingAnswer::ThatsAll | ClosingAnswer::Unknown(_) => {
            say_with(desk, "receipt-closed-done", &args)
        }
    }
}

pub(super) fn day_text(desk: &Desk<'_>, day: NaiveDate) -> String {
    format!("{} {}", speak::weekday(day.weekday(), desk.lang), speak::date(day, desk.lang))
}

pub(super) fn when(desk: &Desk<'_>, at: &Moment) -> String {
    let (day, time) = (day_text(desk, at.day), time_text(desk, at));
    if time.is_empty() { day } else { format!("{day}, {time}") }
}

fn time_text(desk: &Desk<'_>, at: &Moment) -> String {
    match at.precision {
        Precision::Minute => desk.content.time(at.local().time(), desk.lang),
        Precision::Day | Precision::Unknown(_) => String::new(),
    }
}
