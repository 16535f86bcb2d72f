//! What simulated people write down of what is true.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use koers_core::content::{Amount, Code};
use koers_core::goal::{Calendar, UnitRules};
use koers_core::journey::entity::{Baseline, Closing, Episode, Goal, Use};
use koers_core::journey::{ClosingAnswer, GoalKind, Journey, Pace, Source, id};
use koers_core::time::{CutOff, Moment, Precision};
use koers_core::vault::RecordId;
use rand::RngExt;

use super::person::{BEFORE, DAYS, Person, Truth};

/// The unit of all simulated people.
const UNIT: &str = "cannabis:unit.joint";
/// A use day is four times as likely to go missing as another where people hide.
const HIDING: f64 = 4.0;
/// Days of the baseline that a person does not know (judgement: asked once, right after the week).
const DO_NOT_KNOW: f64 = 0.05;

/// How days go missing: nothing is logged on them and they are not closed.
#[derive(Clone, Copy)]
pub enum Gaps {
    /// Every day is filled in.
    None,
    /// Any day alike.
    Random,
    /// Days with use four times as often, as many days in all.
    Hiding,
    /// Any day alike, and no day is ever closed.
    NeverClosed,
}

impl Gaps {
    /// How much more likely a day with use goes missing.
    fn use_days_more(self) -> f64 {
        if matches!(self, Self::Hiding) { HIDING } else { 1.0 }
    }
}

/// A diary: the journey, and what it holds of each day of the programme.
pub struct Diary {
    /// The journey.
    pub journey: Journey,
    /// What was logged on each day, from the first day of the programme on.
    pub logged: Vec<Amount>,
}

impl Diary {
    /// The days, as they stand after the programme.
    pub fn calendar(&self, truth: &Truth) -> Calendar<'_> {
        Calendar::of(&self.journey, &substance(), truth.date(BEFORE + DAYS), |_| Some(joint()))
    }
}

impl Person {
    /// What this person writes down; each use entry is forgotten with this chance, and the day
    /// closed all the same.
    pub fn diary(&mut self, gaps: Gaps, forgotten: f64) -> Diary {
        let missing = self.missing_days(gaps);
        let mut journey = Journey::default();
        let started = evening(self.truth.start).utc;
        let baseline = baseline(&self.truth, &missing);
        journey.keep(id::baseline(&substance()), &baseline, started);
        journey.keep(id::goal(&substance()), &goal(&self.truth), started);
        let mut logged = vec![Amount::ZERO; DAYS];
        let mut records = 0_u64;
        for day in (BEFORE..BEFORE + DAYS).filter(|day| !missing[*day]) {
            let moment = evening(self.truth.date(day));
            for entry in entries(self.truth.amounts[day]) {
                if self.random.random_bool(forgotten) {
                    continue;
                }
                logged[day - BEFORE] = logged[day - BEFORE] + entry;
                keep(&mut journey, &mut records, &used(&moment, entry), moment.utc);
            }
            if !matches!(gaps, Gaps::NeverClosed) {
                keep(&mut journey, &mut records, &closed(&moment), moment.utc);
            }
        }
        Diary { journey, logged }
    }

    fn missing_days(&mut self, gaps: Gaps) -> Vec<bool> {
        let used: Vec<bool> =
            self.truth.amounts.iter().map(|amount| *amount > Amount::ZERO).collect();
        let share = used.iter().filter(|used| **used).count() as f64 / used.len() as f64;
        let more = gaps.use_days_more();
        let mut is_missing = |(day, used): (usize, bool)| {
            let of_all = match gaps {
                Gaps::None => return false,
                _ if day < BEFORE => DO_NOT_KNOW,
                _ => self.missing,
            };
            let other = of_all / (1.0 - share + more * share);
            self.random.random_bool((if used { other * more } else { other }).min(1.0))
        };
        used.into_iter().enumerate().map(&mut is_missing).collect()
    }
}

fn keep<T: koers_core::journey::Kept>(
    journey: &mut Journey,
    records: &mut u64,
    entity: &T,
    at: DateTime<Utc>,
) {
    *records += 1;
    journey.keep(RecordId::named(&[&records.to_string()]), entity, at);
}

pub(super) fn substance() -> Code {
    "cannabis".into()
}

/// A joint as the pack has it: half a joint is the step, two a usual day.
pub(super) fn joint() -> UnitRules {
    UnitRules { smallest: Amount::thousandths(100), usual_day: Amount::whole(2) }
}

/// Ten to midnight of a day.
pub(super) fn evening(day: NaiveDate) -> Moment {
    let clock = day.and_hms_opt(23, 50, 0).expect("a time");
    let zone = "Europe/Brussels".to_owned();
    let utc = clock.and_utc() - TimeDelta::hours(1);
    Moment { utc, offset_minutes: 60, zone: zone.into(), day, precision: Precision::Minute }
}

/// A day's amount in entries of at most one and a half.
fn entries(amount: Amount) -> Vec<Amount> {
    let most = Amount::thousandths(1500);
    let mut left = amount;
    std::iter::from_fn(|| {
        let entry = left.min(most);
        left = left - entry;
        (entry > Amount::ZERO).then_some(entry)
    })
    .collect()
}

fn used(at: &Moment, amount: Amount) -> Episode {
    Episode { uses: vec![one_use(amount)], ..craving(at) }
}

pub(super) fn one_use(amount: Amount) -> Use {
    Use {
        substance: substance(),
        amount: Some(amount),
        unit: Some(UNIT.into()),
        unit_label: "joint".to_owned(),
        conversions: vec![],
    }
}

/// A craving without use.
pub(super) fn craving(at: &Moment) -> Episode {
    Episode {
        substance: substance(),
        craving: Some(5),
        situations: vec![],
        thoughts: vec![],
        feelings: vec![],
        body: vec![],
        place: vec![],
        company: vec![],
        activity: vec![],
        uses: vec![],
        note: String::new(),
        at: at.clone(),
        made: at.clone(),
        source: Source::App,
    }
}

pub(super) fn closed(at: &Moment) -> Closing {
    Closing {
        substances: vec![substance()],
        day: at.day,
        answer: ClosingAnswer::ThatsAll,
        made: at.clone(),
        source: Source::App,
        cut_off: CutOff::default(),
    }
}

/// A day that goes missing is one that the person does not know.
pub(super) fn baseline(truth: &Truth, missing: &[bool]) -> Baseline {
    let days = truth.amounts.iter().zip(missing).take(BEFORE);
    Baseline {
        substance: substance(),
        unit: UNIT.into(),
        unit_label: "joint".to_owned(),
        days: days.map(|(amount, missing)| (!missing).then_some(*amount)).collect(),
        intake_day: truth.start,
        usual_week: None,
        usual_amount: None,
    }
}

pub(super) fn goal(truth: &Truth) -> Goal {
    let Truth { start, per_week, per_day, weekdays, stop: stop_date, .. } = *truth;
    Goal {
        substance: substance(),
        kind: if stop_date.is_some() { GoalKind::Stop } else { GoalKind::Reduce },
        pace: Pace::RightAway,
        unit: UNIT.into(),
        unit_label: "joint".to_owned(),
        stop_date,
        per_week,
        per_day,
        weekdays,
        week_starts: start.weekday().num_days_from_monday(),
        set_on: start,
        words: String::new(),
    }
}
