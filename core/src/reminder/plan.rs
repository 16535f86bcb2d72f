//! The plan: of all that could be said, what will be.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::back_off::Walk;
use super::candidate::{About, Candidate, candidates};
use super::{Action, BackOff, ReminderKind};
use crate::journey::ReminderSettings;
use crate::time::{CutOff, Zone};

/// How far ahead is planned, in days of 24 hours.
pub const HORIZON_DAYS: u32 = 14;
/// What iOS keeps of pending notifications is 64; some are left for others (judgement).
const MOST_ITEMS: usize = 48;
/// Reminders of one day lie at least so far apart (judgement).
const APART: TimeDelta = TimeDelta::hours(3);
/// Who recorded something so shortly before needs no check-in (judgement).
pub(super) const FRESH: TimeDelta = TimeDelta::hours(2);

/// What the plan is made from.
#[derive(Clone, Debug)]
pub struct PlanInput {
    /// The settings in force. Changing them is a record too, so it stands in `recorded`.
    pub settings: ReminderSettings,
    /// When a new day begins.
    pub cut_off: CutOff,
    /// The intake day: no day before it is asked about.
    pub first_day: NaiveDate,
    /// When the person started.
    pub started: DateTime<Utc>,
    /// When something was recorded, by stamp, ascending. What lies further back than two days
    /// before the last of them makes no difference.
    pub recorded: Vec<DateTime<Utc>>,
    /// Days that are closed for every substance followed (rule G2). The same holds for those
    /// further back.
    pub closed: BTreeSet<NaiveDate>,
    /// News that the person has not seen yet.
    pub upcoming: Vec<Upcoming>,
}

/// Something that will be ready on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// What it is.
    pub news: News,
    /// The date on which to say so; for a look back the day after the lapse (rule G9).
    pub day: NaiveDate,
    /// What tells it from others of its kind, on every device: `2-3` for week 3 of round 2.
    pub key: String,
}

/// What can be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A new week's letter.
    Letter,
    /// The end of the programme, or one or three months after it.
    ProgrammeEnd,
    /// A look back after a lapse.
    FollowUp,
}

impl News {
    pub(super) fn kind(self) -> ReminderKind {
        match self {
            Self::Letter => ReminderKind::Letter,
            Self::ProgrammeEnd => ReminderKind::ProgrammeEnd,
            Self::FollowUp => ReminderKind::FollowUp,
        }
    }
}

/// A reminder to be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlannedReminder {
    /// The same whenever and wherever the plan is made: `check_in:2026-03-05`.
    pub stable_id: String,
    /// When, in milliseconds since 1970, UTC.
    pub instant_ms: i64,
    /// The date that the clock shows then.
    pub date: NaiveDate,
    /// 0–23, after shifting.
    pub hour: u32,
    /// 0–59, after shifting.
    pub minute: u32,
    /// What it is about.
    pub kind: ReminderKind,
    /// The local day that it asks about; none for news and risk times.
    pub about: Option<NaiveDate>,
    /// The Fluent id of its text.
    pub text_id: String,
    /// The person's own words, of the kinds that have them (`$words` in the text).
    pub words: Option<String>,
    /// What can be done from it.
    pub actions: Vec<Action>,
    /// When it makes no sense any more, in milliseconds since 1970, UTC.
    pub expires_ms: i64,
}

/// What will be said, and what has stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Plan {
    /// In the order of time, at most 48.
    pub items: Vec<PlannedReminder>,
    /// How far each kind that is on has backed off by now, highest kind first.
    pub back_off: Vec<BackOff>,
}

/// What to say in the days to come, for a clock in this zone: each item later than `now` and at
/// most `horizon_days` times 24 hours after it.
///
/// A higher kind keeps its place; a lower one is kept when its date has fewer than the chosen
/// number and none lies within three hours. What was said since the day before the last record
/// counts, so that recording something brings no second reminder too soon. Everything after the
/// last record backs off ([`BackOff`]), also what is still to come. The plan does not depend on
/// when it is made but for what it leaves out. For a clock outside the years 1900–2199 there is
/// none.
pub fn plan(input: &PlanInput, now: DateTime<Utc>, zone: &Zone, horizon_days: u32) -> Plan {
    let until = now.checked_add_signed(TimeDelta::days(horizon_days.into()));
    let (Some(until), 1900..2200) = (until, now.year()) else {
        return Plan { items: Vec::new(), back_off: Vec::new() };
    };
    let last_record = input.last_record();
    let span = span(last_record.min(now), until, zone);
    let mut kept = Kept { per_day: usize::from(input.settings.per_day.clamp(1, 3)), all: vec![] };
    let mut back_off = Vec::new();
    for kind in ReminderKind::ALL {
        let mut walk = Walk::since(last_record);
        for one in candidates(kind, input, zone, span) {
            if walk.is_over() {
                break;
            }
            let local = zone.local_of(one.at).0;
            let has_place = !input.drops(&one) && kept.has_room(one.at, local.date());
            if has_place && walk.passes(&one, now) {
                kept.all.push((one.at, local.date(), planned(&one, local)));
            }
        }
        if kind.settings(&input.settings).on {
            back_off.push(BackOff::after(kind, walk.ignored()));
        }
    }
    let mut items = kept.all;
    items.retain(|(at, ..)| now < *at && *at <= until);
    items.sort_by_key(|(at, ..)| *at);
    items.truncate(MOST_ITEMS);
    Plan { items: items.into_iter().map(|(.., item)| item).collect(), back_off }
}

impl PlanInput {
    /// The last record, or the start. Also one that a clock since set back puts ahead: stamps only
    /// grow, so what is recorded then still counts as an answer.
    fn last_record(&self) -> DateTime<Utc> {
        self.recorded.last().map_or(self.started, |&last| last.max(self.started))
    }

    /// Whether there is nothing to remind of.
    fn drops(&self, one: &Candidate<'_>) -> bool {
        match (one.kind, &one.about) {
            (ReminderKind::CheckIn, About::Day(day)) => {
                let before = self.recorded.partition_point(|at| *at <= one.at);
                let latest = before.checked_sub(1).map(|i| self.recorded[i]);
                self.closed.contains(day) || latest.is_some_and(|at| one.at - at <= FRESH)
            }
            (_, About::Day(day)) => self.closed.contains(day) || *day < self.first_day,
            (_, About::News(_) | About::Risk(_)) => false,
        }
    }
}

/// What is kept so far: instant, date shown, item.
struct Kept {
    per_day: usize,
    all: Vec<(DateTime<Utc>, NaiveDate, PlannedReminder)>,
}

impl Kept {
    fn has_room(&self, at: DateTime<Utc>, date: NaiveDate) -> bool {
        let that_date = self.all.iter().filter(|(_, other, _)| *other == date).count();
        that_date < self.per_day && self.all.iter().all(|(other, ..)| (*other - at).abs() >= APART)
    }
}

/// The dates to look at: a day more on either side, for items that stand in another's way.
fn span(from: DateTime<Utc>, until: DateTime<Utc>, zone: &Zone) -> (NaiveDate, NaiveDate) {
    let earliest = DateTime::UNIX_EPOCH.max(from);
    let first = zone.local_of(earliest).0.date();
    let last = zone.local_of(until).0.date();
    (first.pred_opt().unwrap_or(first), last.succ_opt().unwrap_or(last))
}

fn planned(one: &Candidate<'_>, local: NaiveDateTime) -> PlannedReminder {
    PlannedReminder {
        stable_id: one.stable_id(),
        instant_ms: one.at.timestamp_millis(),
        date: local.date(),
        hour: local.hour(),
        minute: local.minute(),
        kind: one.kind,
        about: match one.about {
            About::Day(day) => Some(day),
            About::News(_) | About::Risk(_) => None,
        },
        text_id: one.kind.text_id().to_owned(),
        words: match one.about {
            About::Risk(risk) => Some(risk.words.clone()),
            About::Day(_) | About::News(_) => None,
        },
        actions: one.kind.actions().to_vec(),
        expires_ms: one.expires.timestamp_millis(),
    }
}
