//! The journey: every record of a person, folded into one state.

mod kept;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::draft::Change;
use super::entity::{
    Agreement, Answer, Baseline, Calibration, Closing, CoUse, Delivery, EmergencyPlan, Entity,
    Episode, Followed, Goal, HalfFilled, ListedSituation, NotForMe, Note, OwnSituation, Plan,
    PlanUse, Price, Profile, Review, Round, Step, Supporter, WhileLocked,
};
use super::records::Records;
use super::{body, entity, id};
use crate::content::{Code, SituationId};
use crate::vault::{RecordId, Stamp, Version, WriterId};
pub use kept::{Decoded, Kept};

/// Where an entry stands in time: its local day, its instant in milliseconds, its record.
type Place = (NaiveDate, i64, RecordId);

/// Who writes what is not in a vault.
const IN_MEMORY: WriterId = WriterId([0; 8]);

/// Everything a person has recorded, as it is shown, with history where a rule needs it.
///
/// A fold over versions: the order in which they come makes no difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journey {
    profile: Records<Profile>,
    followed: Records<Followed>,
    co_use: Records<CoUse>,
    rounds: Records<Round>,
    baselines: Records<Baseline>,
    goals: Records<Goal>,
    steps: Records<Step>,
    agreements: Records<Agreement>,
    reviews: Records<Review>,
    calibrations: Records<Calibration>,
    prices: Records<Price>,
    own_situations: Records<OwnSituation>,
    situations: Records<ListedSituation>,
    episodes: Records<Episode>,
    closings: Records<Closing>,
    plans: Records<Plan>,
    plan_uses: Records<PlanUse>,
    emergency_plan: Records<EmergencyPlan>,
    supporters: Records<Supporter>,
    notes: Records<Note>,
    not_for_me: Records<NotForMe>,
    answers: Records<Answer>,
    half_filled: Records<HalfFilled>,
    deliveries: Records<Delivery>,
    while_locked: Records<WhileLocked>,
    /// Shown episodes in the order of their time.
    episode_order: BTreeSet<Place>,
    /// Shown closings in the order of the day they close and of when they were given.
    closing_order: BTreeSet<Place>,
    /// Shown diary notes in the order of their time.
    note_order: BTreeSet<Place>,
    /// Versions of kinds that this version of Koers does not know.
    unknown_kinds: u64,
}

impl Journey {
    /// The journey that these versions make, in any order.
    pub fn gather(versions: Vec<Decoded>) -> Self {
        let mut journey = Self::default();
        for version in versions {
            journey.fold_record(version);
        }
        // Sorted once, which is cheaper than an entry at a time.
        journey.episode_order = journey.all().map(|(id, one)| place_of_episode(id, one)).collect();
        journey.closing_order = journey.all().map(|(id, one)| place_of_closing(id, one)).collect();
        journey.note_order = journey.all().map(|(id, one)| place_of_note(id, one)).collect();
        journey
    }

    /// Takes a version in.
    pub fn fold(&mut self, version: Decoded) {
        let (kind, record) = (version.kind, version.record);
        self.unplace(kind, record);
        self.fold_record(version);
        self.place(kind, record);
    }

    /// Takes an entity in without a vault, as written at this moment: for invented people, for
    /// drafts tried out beforehand and for tests.
    pub fn keep<T: Kept>(&mut self, record: RecordId, value: &T, at: DateTime<Utc>) {
        let before = T::records(self).record(record).and_then(super::Record::head);
        let mut clock = before.map(|held| held.clock.clone()).unwrap_or_default();
        let last = before.map(|held| held.stamp).unwrap_or_default();
        clock.tick(IN_MEMORY);
        self.fold(Self::decode(&Version {
            record,
            clock,
            stamp: Stamp::after(last, at.timestamp_millis()),
            writer: IN_MEMORY,
            kind: T::KIND,
            min_reader: entity::READER,
            local: T::LOCAL,
            body: body::write(value, &[]),
        }));
    }

    /// Takes a checked change in without a vault, so that a batch can be checked step by step.
    pub fn try_out(&mut self, change: &Change, at: DateTime<Utc>) {
        let mut clock = self.clock_of(change.kind, change.record);
        clock.tick(IN_MEMORY);
        self.fold(Self::decode(&Version {
            record: change.record,
            clock,
            stamp: Stamp::after(Stamp::default(), at.timestamp_millis()),
            writer: IN_MEMORY,
            kind: change.kind,
            min_reader: change.min_reader,
            local: change.local,
            body: change.body.clone(),
        }));
    }

    /// The shown record of this id.
    pub fn get<T: Kept>(&self, id: RecordId) -> Option<&T> {
        T::records(self).get(id)
    }

    /// All shown records of a kind, by record id.
    pub fn all<T: Kept>(&self) -> impl Iterator<Item = (RecordId, &T)> {
        T::records(self).iter()
    }

    /// The records of a kind, with their versions.
    pub fn records<T: Kept>(&self) -> &Records<T> {
        T::records(self)
    }

    /// All versions kept of the record of this id, oldest first.
    pub fn history<T: Kept>(&self, id: RecordId) -> impl Iterator<Item = &T> {
        T::records(self).record(id).into_iter().flat_map(super::Record::history)
    }

    /// The settings; none before the start.
    pub fn profile(&self) -> Option<&Profile> {
        self.get(id::profile())
    }

    /// The substances followed now, by code.
    pub fn substances(&self) -> Vec<&Followed> {
        let mut all: Vec<_> =
            self.all::<Followed>().map(|(_, one)| one).filter(|one| one.followed).collect();
        all.sort_by(|a, b| a.substance.cmp(&b.substance));
        all
    }

    /// The latest round of the programme.
    pub fn round(&self) -> Option<&Round> {
        self.all::<Round>().map(|(_, round)| round).max_by_key(|round| round.number)
    }

    /// The baseline for a substance.
    pub fn baseline(&self, substance: &Code) -> Option<&Baseline> {
        self.get(id::baseline(substance))
    }

    /// The goal for a substance.
    pub fn goal(&self, substance: &Code) -> Option<&Goal> {
        self.get(id::goal(substance))
    }

    /// Every version of the goal for a substance, oldest first.
    pub fn goals(&self, substance: &Code) -> impl Iterator<Item = &Goal> {
        self.history(id::goal(substance))
    }

    /// The step set for a goal week.
    pub fn step(&self, substance: &Code, week_start: NaiveDate) -> Option<&Step> {
        self.get(id::step(substance, week_start))
    }

    /// The answer about an agreement for a goal week.
    pub fn review(&self, agreement: RecordId, week_start: NaiveDate) -> Option<&Review> {
        self.get(id::review(agreement, week_start))
    }

    /// A situation as it stands on the list for a substance, hidden or not.
    pub fn listed(&self, substance: &Code, situation: &SituationId) -> Option<&ListedSituation> {
        self.get(id::listed(substance, situation))
    }

    /// The plan for a situation.
    pub fn plan(&self, situation: &SituationId) -> Option<&Plan> {
        self.get(id::plan(situation))
    }

    /// Episodes of all substances in the order of their time.
    pub fn episodes(&self) -> impl DoubleEndedIterator<Item = (RecordId, &Episode)> {
        self.in_order(&self.episode_order, ..)
    }

    /// Episodes of the local days from `first` to `last`, both included, in the order of time.
    pub fn episodes_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl DoubleEndedIterator<Item = (RecordId, &Episode)> {
        self.in_order(&self.episode_order, days(first, last))
    }

    /// Closings in the order of their day, then of when they were given.
    pub fn closings(&self) -> impl DoubleEndedIterator<Item = (RecordId, &Closing)> {
        self.in_order(&self.closing_order, ..)
    }

    /// Closings of the local days from `first` to `last`, both included.
    pub fn closings_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl DoubleEndedIterator<Item = (RecordId, &Closing)> {
        self.in_order(&self.closing_order, days(first, last))
    }

    /// Diary notes in the order of their time.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = (RecordId, &Note)> {
        self.in_order(&self.note_order, ..)
    }

    /// How many entries the diary has: episodes, closings and notes.
    pub fn diary_len(&self) -> usize {
        self.episode_order.len() + self.closing_order.len() + self.note_order.len()
    }

    fn in_order<'a, T: Kept>(
        &'a self,
        order: &'a BTreeSet<Place>,
        range: impl std::ops::RangeBounds<Place>,
    ) -> impl DoubleEndedIterator<Item = (RecordId, &'a T)> {
        order.range(range).filter_map(|&(_, _, id)| Some((id, self.get(id)?)))
    }

    fn unplace(&mut self, kind: u16, record: RecordId) {
        if let Some(place) = self.where_is(kind, record) {
            self.order_of(kind).map(|order| order.remove(&place));
        }
    }

    fn place(&mut self, kind: u16, record: RecordId) {
        if let Some(place) = self.where_is(kind, record) {
            self.order_of(kind).map(|order| order.insert(place));
        }
    }

    fn where_is(&self, kind: u16, id: RecordId) -> Option<Place> {
        match kind {
            Episode::KIND => self.episodes.get(id).map(|one| place_of_episode(id, one)),
            Closing::KIND => self.closings.get(id).map(|one| place_of_closing(id, one)),
            Note::KIND => self.notes.get(id).map(|one| place_of_note(id, one)),
            _ => None,
        }
    }

    fn order_of(&mut self, kind: u16) -> Option<&mut BTreeSet<Place>> {
        match kind {
            Episode::KIND => Some(&mut self.episode_order),
            Closing::KIND => Some(&mut self.closing_order),
            Note::KIND => Some(&mut self.note_order),
            _ => None,
        }
    }
}

fn place_of_episode(id: RecordId, episode: &Episode) -> Place {
    (episode.at.day, episode.at.utc.timestamp_millis(), id)
}

fn place_of_closing(id: RecordId, closing: &Closing) -> Place {
    (closing.day, closing.made.utc.timestamp_millis(), id)
}

fn place_of_note(id: RecordId, note: &Note) -> Place {
    (note.at.day, note.at.utc.timestamp_millis(), id)
}

fn days(first: NaiveDate, last: NaiveDate) -> std::ops::RangeInclusive<Place> {
    (first, i64::MIN, RecordId([0; 16]))..=(last.max(first), i64::MAX, RecordId([255; 16]))
}
