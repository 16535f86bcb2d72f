//! The rules by number, worked by hand. March 2026 begins on a Sunday: the 2nd is a Monday.

mod days;
mod end;
mod lapses;
mod properties;
mod weeks;
mod without;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{Calendar, RuleKind, RuleState, RuleVerdict, UnitRules, Week};
use crate::content::{Amount, Code};
use crate::journey::entity::{
    Baseline, Calibration, Closing, Conversion, Episode, Goal, Step, Use, Weekdays,
};
use crate::journey::{ClosingAnswer, GoalKind, Journey, Pace, Source, id};
use crate::time::{CutOff, Moment, Precision};
use crate::vault::RecordId;

pub(super) const JOINT: &str = "cannabis:unit.joint";
pub(super) const GRAM: &str = "cannabis:unit.gram";
pub(super) const USE_DAY: &str = "base:unit.use-day";

/// This day of March 2026; 32 is the 1st of April, 0 the last of February.
pub(super) fn march(day: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date") + TimeDelta::days(day - 1)
}

pub(super) fn amount(text: &str) -> Amount {
    text.parse().expect("an amount")
}

pub(super) fn cannabis() -> Code {
    "cannabis".into()
}

/// Joints: at least a tenth, two on a usual day.
pub(super) fn units(unit: &Code) -> Option<UnitRules> {
    let rules = UnitRules { smallest: amount("0.1"), usual_day: amount("2") };
    (unit.as_str() == JOINT).then_some(rules)
}

/// What the clock shows on a date, one hour ahead of UTC, with the cut-off at 04:00.
pub(super) fn at(date: NaiveDate, clock: &str) -> Moment {
    at_offset(date, clock, 60)
}

pub(super) fn at_offset(date: NaiveDate, clock: &str, offset_minutes: i32) -> Moment {
    let time: NaiveTime = clock.parse().expect("a time");
    let local = date.and_time(time);
    Moment {
        utc: local.and_utc() - TimeDelta::minutes(offset_minutes.into()),
        offset_minutes,
        zone: "".into(),
        day: CutOff::default().day_of(local),
        precision: Precision::Minute,
    }
}

pub(super) fn started() -> DateTime<Utc> {
    at(march(1), "12:00").utc
}

/// A goal to use less, by the week, right away, from Monday the 2nd.
pub(super) fn reduce() -> Goal {
    Goal {
        substance: cannabis(),
        kind: GoalKind::Reduce,
        pace: Pace::RightAway,
        unit: JOINT.into(),
        unit_label: "joint".to_owned(),
        stop_date: None,
        per_week: None,
        per_day: None,
        weekdays: None,
        week_starts: 0,
        set_on: march(2),
        words: String::new(),
    }
}

pub(super) fn stop(date: Option<NaiveDate>) -> Goal {
    Goal { kind: GoalKind::Stop, stop_date: date, ..reduce() }
}

pub(super) fn closing(day: NaiveDate, made: Moment, answer: ClosingAnswer) -> Closing {
    let cut_off = CutOff::default();
    Closing { substances: vec![cannabis()], day, answer, made, source: Source::App, cut_off }
}

pub(super) fn episode(at: Moment, made: Moment, uses: Vec<Use>) -> Episode {
    Episode {
        substance: cannabis(),
        craving: None,
        situations: vec![],
        thoughts: vec![],
        feelings: vec![],
        body: vec![],
        place: vec![],
        company: vec![],
        activity: vec![],
        uses,
        note: String::new(),
        at,
        made,
        source: Source::App,
    }
}

pub(super) fn one_use(amount: Option<Amount>, unit: &str, conversions: Vec<Conversion>) -> Use {
    let unit = Some(unit.into());
    Use { substance: cannabis(), amount, unit, unit_label: String::new(), conversions }
}

/// An invented person.
#[derive(Default)]
pub(super) struct Person {
    pub(super) journey: Journey,
    records: u64,
}

impl Person {
    /// With a goal and seven days of two joints before Monday the 2nd: a baseline of 14.
    pub(super) fn with(goal: &Goal) -> Self {
        let mut person = Self::default();
        person.baseline(JOINT, &["2"; 7]);
        person.goal(goal);
        person
    }

    pub(super) fn goal(&mut self, goal: &Goal) {
        self.journey.keep(id::goal(&cannabis()), goal, started());
    }

    pub(super) fn baseline(&mut self, unit: &str, days: &[&str]) {
        let days = days.iter().map(|day| day.parse().ok()).collect();
        let baseline = Baseline {
            substance: cannabis(),
            unit: unit.into(),
            unit_label: String::new(),
            days,
            intake_day: march(2),
            usual_week: Some(true),
            usual_amount: None,
        };
        self.journey.keep(id::baseline(&cannabis()), &baseline, started());
    }

    pub(super) fn step(&mut self, week_start: NaiveDate, per_week: Option<&str>, none: bool) {
        let per_week = per_week.map(amount);
        let step = Step {
            substance: cannabis(),
            week_start,
            per_week,
            per_day: None,
            weekdays: None,
            none,
        };
        self.journey.keep(id::step(&cannabis(), week_start), &step, started());
    }

    pub(super) fn calibrate(&mut self, from_amount: &str, to_amount: &str, valid_from: NaiveDate) {
        let (from, to): (Code, Code) = (GRAM.into(), JOINT.into());
        let record = id::calibration(&cannabis(), &from, &to);
        let (from_amount, to_amount) = (amount(from_amount), amount(to_amount));
        let substance = cannabis();
        let calibration = Calibration { substance, from, to, from_amount, to_amount, valid_from };
        self.journey.keep(record, &calibration, started());
    }

    pub(super) fn new_id(&mut self) -> RecordId {
        self.records += 1;
        RecordId::named(&["test", &self.records.to_string()])
    }

    pub(super) fn log(&mut self, episode: &Episode) -> RecordId {
        let id = self.new_id();
        self.journey.keep(id, episode, episode.made.utc);
        id
    }

    pub(super) fn say(&mut self, closing: &Closing) {
        let id = self.new_id();
        self.journey.keep(id, closing, closing.made.utc);
    }

    /// Logs joints in time, at this hour of this day.
    pub(super) fn joints(&mut self, day: i64, clock: &str, joints: &str) {
        let when = at(march(day), clock);
        let what = one_use(joints.parse().ok(), JOINT, vec![]);
        self.log(&episode(when.clone(), when, vec![what]));
    }

    /// Answers about a day on that day.
    pub(super) fn close(&mut self, day: i64, clock: &str, answer: ClosingAnswer) {
        self.say(&closing(march(day), at(march(day), clock), answer));
    }

    /// A day filled in in time: joints in the evening, and that's all.
    pub(super) fn day(&mut self, day: i64, joints: &str) {
        if amount(joints) > Amount::ZERO {
            self.joints(day, "21:00", joints);
        }
        self.close(day, "23:00", ClosingAnswer::ThatsAll);
    }

    /// Days filled in in time from this one on.
    pub(super) fn days(&mut self, first: i64, joints: &[&str]) {
        for (day, joints) in (first..).zip(joints) {
            self.day(day, joints);
        }
    }

    pub(super) fn on(&self, today: i64) -> Calendar<'_> {
        Calendar::of(&self.journey, &cannabis(), march(today), units)
    }

    /// The goal week that holds a day, as it stands on another.
    pub(super) fn week(&self, day: i64, today: i64) -> Week {
        self.on(today).week_of(march(day)).expect("a goal week")
    }
}

pub(super) fn rule(week: &Week, kind: RuleKind) -> &RuleVerdict {
    week.rules.iter().find(|rule| rule.rule == kind).expect("the rule is listed")
}

pub(super) fn states(week: &Week) -> Vec<(RuleKind, RuleState)> {
    week.rules.iter().map(|rule| (rule.rule, rule.state)).collect()
}

pub(super) const FRIDAY_AND_SATURDAY: Weekdays = Weekdays(0b011_0000);
