//! Invented people: a whole programme of somebody who never was, for the demo, for counsellors
//! and for tests (SHP-30).
//!
//! The same arguments give the same commands, ids included. An even seed cuts down step by step,
//! an odd one stops on the fourth day and lapses once; every third seed follows a second
//! substance too. It must not know a vault or a clock: what it gives is recorded like anything
//! else. All figures of these lives are judgement.

mod diary;
mod intake;
mod person;
mod rhythm;
mod scenes;
mod weekly;
mod words;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::Command;
use crate::content::{Code, Content, Lang};
use crate::time::Home;
use diary::diary;
use intake::intake;
use person::{Event, Person};
use weekly::weekly;

/// The first day after the ten years of [`ten_years`], a Monday.
const TEN_YEARS_END: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 3, 2);
/// Days in them.
const TEN_YEARS_DAYS: u32 = 3650;
/// Entries on each of these days: 36,500 in all.
const ENTRIES_A_DAY: u32 = 10;
/// Days that are recorded at once there.
const DAYS_AT_ONCE: u32 = 28;

/// What was recorded in one sitting.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Batch {
    /// When: no command in it speaks of a later moment.
    pub at: DateTime<Utc>,
    /// What, in this order.
    pub commands: Vec<Command>,
}

/// The life of an invented person, as commands.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Sample {
    /// What was recorded, oldest first; the first batch is the intake.
    pub batches: Vec<Batch>,
    /// Where the person lives by the clock.
    pub home: Home,
}

/// A programme of 4 to 6 weeks that ends the day before `today`; nothing in it is later than the
/// beginning of `today` by the person's cut-off. Fewer or more weeks become 4 or 6.
///
/// A substance that no pack knows gives commands that are refused when they are recorded.
pub fn sample(
    content: &Content,
    substance: &Code,
    weeks: u32,
    seed: u64,
    today: NaiveDate,
    lang: Lang,
) -> Sample {
    let days = 7 * weeks.clamp(4, 6);
    let start = today.checked_sub_days(Days::new(days.into())).unwrap_or(today);
    let person = Person::new(content, substance, seed, start, days, lang);
    live(person, 1)
}

/// Ten years with cannabis in English, up to 2 March 2026: 36,500 entries of the diary (episodes,
/// closings and notes), ten a day, for measuring. Each batch holds four weeks.
pub fn ten_years(seed: u64) -> Sample {
    let end = TEN_YEARS_END.unwrap_or_default();
    let start = end.checked_sub_days(Days::new(TEN_YEARS_DAYS.into())).unwrap_or(end);
    let content = Content::shipped();
    // Doubled, so that everybody cuts down: ten years of use to draw from.
    let seed = seed.wrapping_mul(2);
    let mut person =
        Person::new(&content, &Code::from("cannabis"), seed, start, TEN_YEARS_DAYS, Lang::En);
    person.entries_a_day = Some(ENTRIES_A_DAY);
    live(person, DAYS_AT_ONCE)
}

fn live(mut person: Person, days_at_once: u32) -> Sample {
    let commands = intake(&mut person);
    let first = Batch { at: person.instant(0, intake::MINUTE), commands };
    let mut events = weekly(&mut person);
    events.extend(diary(&mut person));
    events.sort_by_key(|event| (event.day, event.minute));
    let mut batches = vec![first];
    for together in events.chunk_by(|a, b| a.day / days_at_once == b.day / days_at_once) {
        batches.extend(batch(&person, together));
    }
    Sample { batches, home: person.home() }
}

fn batch(person: &Person, events: &[Event]) -> Option<Batch> {
    let last = events.last()?;
    let commands = events.iter().map(|event| event.command.clone()).collect();
    Some(Batch { at: person.instant(last.day, last.minute), commands })
}

#[cfg(test)]
mod tests;
