//! What a journey says about one substance, gathered in one pass.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::content::Code;
use crate::journey::entity::{Closing, Episode, Use};
use crate::journey::{ClosingAnswer, Journey};
use crate::time::cbor::day::number;

/// A closing in the last hours of its day is final (rule G2).
const FINAL_WITHIN: TimeDelta = TimeDelta::hours(6);

/// A logged use.
pub(super) struct Used<'a> {
    pub(super) day: i64,
    /// When it was written down, in milliseconds since 1970.
    pub(super) made: i64,
    pub(super) recalled: bool,
    pub(super) what: &'a Use,
}

/// What a person said about a day.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub(super) day: i64,
    /// When it was said, in milliseconds since 1970.
    pub(super) made: i64,
    pub(super) answer: ClosingAnswer,
    /// So late that it speaks of the whole day.
    pub(super) is_final: bool,
    /// On a later day than its own.
    pub(super) later_day: bool,
    pub(super) recalled: bool,
    /// What the person's clock showed.
    pub(super) clock: NaiveDateTime,
}

/// Uses in any order, and what was said in the order of days and then of saying.
pub(super) struct Entries<'a> {
    pub(super) uses: Vec<Used<'a>>,
    pub(super) said: Vec<Said>,
}

impl<'a> Entries<'a> {
    /// Everything about the substance on the days from `first` to `last`.
    pub(super) fn of(journey: &'a Journey, substance: &Code, first: i64, last: i64) -> Self {
        let within = |day: i64| (first..=last).contains(&day);
        // What is looked for is gathered first and looked into afterwards: ten years lie scattered
        // in memory, and short loops wait for many places at once (measured: a closing takes a
        // fifth of the time).
        let episodes = journey.all::<Episode>().map(|(_, episode)| episode);
        let with_use: Vec<&Episode> = episodes.filter(|episode| !episode.uses.is_empty()).collect();
        let mut uses = Vec::with_capacity(with_use.len());
        for episode in with_use {
            for what in episode.uses.iter().filter(|one| one.substance == *substance) {
                uses.push(used(episode, what));
            }
        }
        uses.retain(|used| within(used.day));
        let closings: Vec<&Closing> =
            journey.all::<Closing>().map(|(_, closing)| closing).collect();
        let mut said = said_about(substance, closings.into_iter());
        said.retain(|said| within(said.day));
        Self { uses, said }
    }

    /// Everything about the substance on one day, at a cost that does not grow with the diary.
    pub(super) fn on(journey: &'a Journey, substance: &Code, day: NaiveDate) -> Self {
        let episodes = journey.episodes_between(day, day).map(|(_, episode)| episode);
        let uses = episodes.flat_map(|episode| {
            let about = episode.uses.iter().filter(|one| one.substance == *substance);
            about.map(move |what| used(episode, what))
        });
        let closings = journey.closings_between(day, day).map(|(_, closing)| closing);
        Self { uses: uses.collect(), said: said_about(substance, closings) }
    }

    /// The first day that anything is said about.
    pub(super) fn first_day(&self) -> Option<i64> {
        let uses = self.uses.iter().map(|used| used.day).min();
        let said = self.said.first().map(|said| said.day);
        uses.into_iter().chain(said).min()
    }
}

/// What closings say about the substance, in the order of days and then of saying.
fn said_about<'a>(substance: &Code, closings: impl Iterator<Item = &'a Closing>) -> Vec<Said> {
    let about = closings.filter(|closing| closing.substances.contains(substance));
    let mut said: Vec<Said> = about.map(said).collect();
    said.sort_unstable_by_key(|said| (said.day, said.made, rank(said.answer)));
    said
}

fn used<'a>(episode: &Episode, what: &'a Use) -> Used<'a> {
    Used {
        day: number(episode.at.day),
        made: episode.made.utc.timestamp_millis(),
        recalled: episode.recalled(),
        what,
    }
}

fn said(closing: &Closing) -> Said {
    let later_day = closing.made.day > closing.day;
    let clock = closing.made.local();
    Said {
        day: number(closing.day),
        made: closing.made.utc.timestamp_millis(),
        answer: closing.answer,
        is_final: later_day || end_of_day(closing).is_none_or(|end| end - clock <= FINAL_WITHIN),
        later_day,
        recalled: closing.recalled(),
        clock,
    }
}

/// What the clock shows when the closed day ends; none beyond the calendar.
fn end_of_day(closing: &Closing) -> Option<NaiveDateTime> {
    let cut_off = TimeDelta::minutes(closing.cut_off.0.into());
    closing.day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN).checked_add_signed(cut_off)
}

/// The order of what was said at one and the same moment: a confirmation answers the rest.
fn rank(answer: ClosingAnswer) -> u8 {
    match answer {
        ClosingAnswer::Unknown(_) | ClosingAnswer::SoFar => 0,
        ClosingAnswer::NotUsed => 1,
        ClosingAnswer::ThatsAll => 2,
        ClosingAnswer::Stayed => 3,
    }
}
