//! What could be said and when, before anything is dropped.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::ReminderKind;
use super::kind::Comes;
use super::plan::{PlanInput, Upcoming};
use crate::journey::RiskTime;
use crate::time::Zone;

/// Ahead of a risk time: within the 30–60 minutes of the design (judgement).
const LEAD: TimeDelta = TimeDelta::minutes(45);
/// How long news stays on the screen (judgement).
const NEWS_LASTS: TimeDelta = TimeDelta::days(3);
/// 20:00: yesterday has had its day by then, and a look back is offered until then (rule G9).
const EVENING: u16 = 20 * 60;

/// A time of day on one date, as an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The civil date for which it was set.
    pub date: NaiveDate,
    /// The instant; on the next date where the clock skipped the rest of this one.
    pub at: DateTime<Utc>,
}

/// A time of day, in minutes, on each civil date from `first` to `last` that the zone has: exactly
/// one a date. Where the clock skips that time it is the first minute after, where the clock
/// shows it twice the first.
pub fn occurrences(
    minutes: u16,
    zone: &Zone,
    first: NaiveDate,
    last: NaiveDate,
) -> impl Iterator<Item = Occurrence> + '_ {
    let time = time_of(minutes);
    first.iter_days().take_while(move |date| *date <= last).filter_map(move |date| {
        let at = zone.first_at(date.and_time(time));
        let there = zone.local_of(at).0.date() == date || zone.has_date(date);
        there.then_some(Occurrence { date, at })
    })
}

/// A reminder that could be given.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) kind: ReminderKind,
    /// The civil date for which it was set.
    pub(super) date: NaiveDate,
    pub(super) at: DateTime<Utc>,
    pub(super) expires: DateTime<Utc>,
    pub(super) about: About<'a>,
}

/// What a candidate is about.
#[derive(Debug)]
pub(super) enum About<'a> {
    /// A local day.
    Day(NaiveDate),
    News(&'a Upcoming),
    Risk(&'a RiskTime),
}

impl Candidate<'_> {
    /// A name that does not depend on the moment of planning.
    pub(super) fn stable_id(&self) -> String {
        let kind = self.kind.word();
        match self.about {
            About::Day(_) => format!("{kind}:{}", self.date),
            About::News(news) => format!("{kind}:{}", news.key),
            About::Risk(risk) => {
                format!("{kind}:{}T{:02}:{:02}", self.date, risk.at / 60, risk.at % 60)
            }
        }
    }
}

/// The candidates of a kind on the dates from `first` to `last`, in the order of time.
pub(super) fn candidates<'a>(
    kind: ReminderKind,
    input: &'a PlanInput,
    zone: &'a Zone,
    (first, last): (NaiveDate, NaiveDate),
) -> Box<dyn Iterator<Item = Candidate<'a>> + 'a> {
    let dates = first.iter_days().take_while(move |date| *date <= last);
    match kind.comes(&input.settings) {
        Comes::Not => Box::new(std::iter::empty()),
        Comes::Daily(minutes) => Box::new(
            occurrences(minutes, zone, first, last)
                .map(move |one| daily(kind, one, minutes, input, zone)),
        ),
        Comes::WithNews(minutes) => {
            Box::new(news(kind, minutes, input, zone, (first, last)).into_iter())
        }
        Comes::AheadOfRisks => Box::new(
            dates
                .filter(|date| zone.has_date(*date))
                .flat_map(move |date| ahead_of_risks(date, input, zone)),
        ),
    }
}

fn daily<'a>(
    kind: ReminderKind,
    Occurrence { date, at }: Occurrence,
    minutes: u16,
    input: &PlanInput,
    zone: &Zone,
) -> Candidate<'a> {
    let today = input.cut_off.day_of(date.and_time(time_of(minutes)));
    let (about, expires) = if kind == ReminderKind::CheckIn {
        let ends = today.succ_opt().unwrap_or(today);
        (today, next_at(zone, ends, input.cut_off.0, at))
    } else {
        (zone.date_before(today), next_at(zone, date, EVENING, at))
    };
    Candidate { kind, date, at, expires, about: About::Day(about) }
}

fn news<'a>(
    kind: ReminderKind,
    minutes: u16,
    input: &'a PlanInput,
    zone: &Zone,
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Candidate<'a>> {
    let mut all: Vec<_> = input
        .upcoming
        .iter()
        .filter(|one| one.news.kind() == kind && (first..=last).contains(&one.day))
        .map(|one| {
            let at = zone.first_at(one.day.and_time(time_of(minutes)));
            let expires = if kind == ReminderKind::FollowUp {
                next_at(zone, one.day, EVENING, at)
            } else {
                at + NEWS_LASTS
            };
            Candidate { kind, date: one.day, at, expires, about: About::News(one) }
        })
        .collect();
    all.sort_by_key(|one| (one.at, one.stable_id()));
    all.dedup_by_key(|one| one.stable_id());
    all
}

fn ahead_of_risks<'a>(date: NaiveDate, input: &'a PlanInput, zone: &Zone) -> Vec<Candidate<'a>> {
    let weekday = date.weekday().number_from_monday();
    let mut all: Vec<_> = input
        .settings
        .risk_times
        .iter()
        .filter(|risk| u32::from(risk.weekday) == weekday && !risk.words.trim().is_empty())
        .map(|risk| {
            let expires = zone.first_at(date.and_time(time_of(risk.at)));
            let (kind, about) = (ReminderKind::PreRisk, About::Risk(risk));
            Candidate { kind, date, at: expires - LEAD, expires, about }
        })
        .collect();
    all.sort_by_key(|one| one.at);
    all
}

/// The first instant after `after` at which the clock shows this time, on `date` or later.
fn next_at(zone: &Zone, date: NaiveDate, minutes: u16, after: DateTime<Utc>) -> DateTime<Utc> {
    let on = |date: NaiveDate| -> NaiveDateTime { date.and_time(time_of(minutes)) };
    date.iter_days().map(|date| zone.first_at(on(date))).find(|at| *at > after).unwrap_or(after)
}

/// A time of day; what is beyond a day, which only a damaged setting is, is its last minute.
fn time_of(minutes: u16) -> NaiveTime {
    let seconds = u32::from(minutes.min(24 * 60 - 1)) * 60;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(NaiveTime::MIN)
}
