//! Series worked out by hand. March 2026: the 2nd is a Monday; a usual day holds two joints.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::*;
use crate::content::{Amount, Code};
use crate::goal::{Calendar, EndEvaluation, Interval, UnitRules, Week};
use crate::journey::entity::{Baseline, Closing, Episode, Goal, Round, Use};
use crate::journey::{ClosingAnswer, GoalKind, Journey, Pace, Source, id};
use crate::risk::{Listed, Logged, rank};
use crate::time::{CutOff, Moment, Precision};
use crate::vault::RecordId;

const JOINT: &str = "cannabis:unit.joint";

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).expect("a date")
}

fn amount(text: &str) -> Amount {
    text.parse().expect("an amount")
}

fn interval(lo: &str, hi: &str) -> Interval {
    Interval { lo: amount(lo), hi: amount(hi) }
}

fn at(day: NaiveDate, clock: &str) -> Moment {
    let local = day.and_time(clock.parse::<NaiveTime>().expect("a time"));
    Moment {
        utc: local.and_utc() - TimeDelta::hours(1),
        offset_minutes: 60,
        zone: "".into(),
        day,
        precision: Precision::Minute,
    }
}

/// Somebody with a goal from Monday the 2nd and two joints on each of the seven days before.
struct Person {
    journey: Journey,
    records: u32,
}

impl Person {
    fn with(kind: GoalKind, per_week: Option<&str>) -> Self {
        let mut journey = Journey::default();
        let substance = Code::from("cannabis");
        let baseline = Baseline {
            substance: substance.clone(),
            unit: JOINT.into(),
            unit_label: String::new(),
            days: vec![Some(amount("2")); 7],
            intake_day: march(2),
            usual_week: None,
            usual_amount: None,
        };
        let goal = Goal {
            substance: substance.clone(),
            kind,
            pace: Pace::RightAway,
            unit: JOINT.into(),
            unit_label: String::new(),
            stop_date: (kind == GoalKind::Stop).then_some(march(2)),
            per_week: per_week.map(amount),
            per_day: None,
            weekdays: None,
            week_starts: 0,
            set_on: march(2),
            words: String::new(),
        };
        journey.keep(id::baseline(&substance), &baseline, at(march(2), "09:00").utc);
        journey.keep(id::goal(&substance), &goal, at(march(2), "09:00").utc);
        Self { journey, records: 0 }
    }

    fn new_id(&mut self) -> RecordId {
        self.records += 1;
        RecordId::named(&["test", &self.records.to_string()])
    }

    fn log(&mut self, day: u32, substance: &str, craving: Option<u8>, joints: Option<&str>) {
        let used = joints.map(|joints| Use {
            substance: substance.into(),
            amount: Some(amount(joints)),
            unit: Some(JOINT.into()),
            unit_label: String::new(),
            conversions: vec![],
        });
        let moment = at(march(day), "21:00");
        let episode = Episode {
            substance: substance.into(),
            craving,
            situations: vec![],
            thoughts: vec![],
            feelings: vec![],
            body: vec![],
            place: vec![],
            company: vec![],
            activity: vec![],
            uses: used.into_iter().collect(),
            note: String::new(),
            at: moment.clone(),
            made: moment,
            source: Source::App,
        };
        let id = self.new_id();
        self.journey.keep(id, &episode, episode.made.utc);
    }

    fn close(&mut self, day: u32) {
        let closing = Closing {
            substances: vec!["cannabis".into()],
            day: march(day),
            answer: ClosingAnswer::ThatsAll,
            made: at(march(day), "23:00"),
            source: Source::App,
            cut_off: CutOff::default(),
        };
        let id = self.new_id();
        self.journey.keep(id, &closing, closing.made.utc);
    }

    fn calendar(&self, today: u32) -> Calendar<'_> {
        let rules = UnitRules { smallest: amount("0.1"), usual_day: amount("2") };
        Calendar::of(&self.journey, &"cannabis".into(), march(today), |_| Some(rules))
    }

    fn weeks(&self, today: u32) -> Vec<Week> {
        self.calendar(today).weeks()
    }

    fn end(&self, today: u32) -> EndEvaluation {
        let start = march(2);
        let round = Round { number: 1, weeks: 4, start, pauses: vec![], ended: None };
        self.calendar(today).end(&round)
    }
}

/// Monday one joint and closed, Tuesday one joint and open, Wednesday to Sunday nothing: Σlo = 2,
/// Σhi = 1 + five blank days and the open one at the cap of two.
#[test]
fn shp25_use_by_week_keeps_what_is_not_known_as_an_interval() {
    let mut person = Person::with(GoalKind::Reduce, Some("4"));
    person.log(2, "cannabis", None, Some("1"));
    person.close(2);
    person.log(3, "cannabis", None, Some("1"));
    let series = use_by_week(&person.weeks(9), person.calendar(9).baseline(), &JOINT.into());

    assert_eq!(series.len(), 3, "the week before, a whole week, and the one that runs");
    assert_eq!((series[0].week, series[0].used), (None, Some(interval("14", "14"))));
    assert_eq!((series[1].week, series[1].used), (Some(1), Some(interval("2", "13"))));
    assert_eq!((series[1].closed_days, series[1].unknown_days), (1, 6));
    assert_eq!(series[1].limit, Some(amount("4")));
    assert_eq!(series[2].used, None, "nothing is known yet of the week that runs");
    assert!(series[2].running && !series[1].running);
}

/// On Wednesday the 11th: Monday blank (at most two), Tuesday one joint and closed, today one so
/// far; what today and the four days to come may hold is not use.
#[test]
fn shp25_of_a_week_that_runs_only_what_is_past_may_have_been_more() {
    let mut person = Person::with(GoalKind::Reduce, Some("4"));
    person.log(10, "cannabis", None, Some("1"));
    person.close(10);
    person.log(11, "cannabis", None, Some("1"));
    let series = use_by_week(&person.weeks(11), None, &JOINT.into());
    assert_eq!(series[1].used, Some(interval("2", "4")));
}

#[test]
fn a_week_counted_in_another_unit_keeps_its_place_and_has_no_amount() {
    let person = Person::with(GoalKind::Reduce, Some("4"));
    let gram = Code::from("cannabis:unit.gram");
    let series = use_by_week(&person.weeks(9), person.calendar(9).baseline(), &gram);
    assert_eq!(series.len(), 3);
    assert!(series.iter().all(|week| week.used.is_none() && week.limit.is_none()));
}

/// Week 1: 8 and 5, a mean of 6.5; the entry about cocaine and the one without a number take no
/// part. Week 2 has none: no mean, never nought.
#[test]
fn shp25_craving_by_week_counts_the_rated_entries_of_the_substance_only() {
    let mut person = Person::with(GoalKind::Reduce, Some("4"));
    person.log(2, "cannabis", Some(8), None);
    person.log(8, "cannabis", Some(5), Some("1"));
    person.log(4, "cocaine", Some(1), None);
    person.log(5, "cannabis", None, Some("1"));
    let series = craving_by_week(&person.journey, &"cannabis".into(), &person.weeks(9));

    assert_eq!((series[0].rated, series[0].mean, series[0].strongest), (2, Some(6.5), Some(8)));
    assert_eq!((series[1].rated, series[1].mean, series[1].strongest), (0, None, None));
}

/// Seen on Tuesday the 10th: 2 used and closed, 3 closed without, 4 used and open, 5 to 9 blank,
/// 10 is today.
#[test]
fn shp25_days_are_used_not_used_or_unknown_and_today_is_not_yet_unknown() {
    let mut person = Person::with(GoalKind::Reduce, Some("4"));
    person.log(2, "cannabis", None, Some("1"));
    person.close(2);
    person.close(3);
    person.log(4, "cannabis", None, Some("1"));
    let totals = day_totals(&person.weeks(10), march(10));
    assert_eq!(totals, DayTotals { used: 2, not_used: 1, unknown: 5, open: 1 });
}

#[test]
fn shp27_the_last_chart_holds_the_week_before_the_last_week_and_the_goal() {
    let mut person = Person::with(GoalKind::Reduce, Some("4"));
    person.log(2, "cannabis", None, Some("3"));
    (2..=8).for_each(|day| person.close(day));
    let three = compared(&person.end(9)).expect("both weeks are there");
    assert_eq!(three.before, interval("14", "14"));
    assert_eq!(three.after, interval("3", "3"));
    assert_eq!(three.goal, Some(amount("4")));

    assert_eq!(compared(&person.end(8)), None, "no whole week yet");
    let stop = Person::with(GoalKind::Stop, None);
    let three = compared(&stop.end(9)).expect("both weeks are there");
    assert_eq!(three.goal, Some(Amount::ZERO), "to stop is to use nothing");
    let safer = Person::with(GoalKind::Safer, None);
    assert_eq!(compared(&safer.end(9)).expect("both weeks are there").goal, None, "G8");
}

#[test]
fn shp25_craving_by_situation_follows_the_ranking() {
    let listed = |id: &str| Listed {
        id: id.into(),
        own_rating: None,
        default_pattern: None,
        pinned: false,
        covers: vec![],
    };
    let logged = |craving, situation: &str| Logged {
        day: march(2),
        order: 0,
        craving: Some(craving),
        used: false,
        situations: vec![situation.into()],
        circumstances: vec![],
        moment: None,
    };
    let list = vec![listed("base:situation.bored"), listed("base:situation.stressed")];
    let mut logs = vec![logged(9, "base:situation.stressed"); 3];
    logs.extend(vec![logged(2, "base:situation.bored"); 3]);
    let ranking = rank(list, &logs, march(2), &BTreeSet::new());

    let series = craving_by_situation(&ranking, 5);
    assert_eq!(series[0].id.as_str(), "base:situation.stressed");
    assert_eq!((series[0].mean, series[0].rated), (Some(9.0), 3));
    assert!(series[0].range.0 < series[0].score && series[0].score < series[0].range.1);
    assert_eq!(craving_by_situation(&ranking, 1).len(), 1);
}
