//! Who the invented person is, and how their days and minutes become moments.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::rhythm::{Filled, rhythm};
use super::scenes::{Scene, scenes_of};
use super::words::Words;
use crate::app::Command;
use crate::content::{Amount, Code, Content, Lang, SituationId};
use crate::time::{CutOff, Home, When, resolve};
use crate::vault::RecordId;

/// The day from which somebody who stops does not use, counted from 0.
pub(super) const STOP_DAY: u32 = 3;
/// The lapse is on the first Saturday or Sunday from this day on.
const LAPSE_FROM: u32 = 8;
/// A minute's place on the day, from its midnight; over 1440 it lies in the night after it.
pub(super) type Minute = u32;
/// Minutes of a whole day.
const DAY: Minute = 24 * 60;

/// A command with its day and minute in the person's life.
pub(super) struct Event {
    pub(super) day: u32,
    pub(super) minute: Minute,
    pub(super) command: Command,
}

/// What the person is after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// No use from [`STOP_DAY`] on, but for one day.
    Stop { lapse: u32 },
    /// Less each week.
    Reduce,
}

/// An invented person.
pub(super) struct Person {
    pub(super) rng: ChaCha8Rng,
    pub(super) lang: Lang,
    pub(super) words: &'static Words,
    pub(super) substance: Code,
    /// Another that is followed too, with the unit it is counted in.
    pub(super) second: Option<(Code, Code)>,
    pub(super) unit: Code,
    /// What an amount is rounded to.
    step: Amount,
    /// Use on each weekday before the programme, Monday first.
    pub(super) before: [Amount; 7],
    pub(super) start: NaiveDate,
    pub(super) days: u32,
    pub(super) cut_off: CutOff,
    pub(super) aim: Aim,
    /// The situation in the person's own words.
    pub(super) own: RecordId,
    pub(super) scenes: Vec<&'static Scene>,
    pub(super) rhythm: Vec<Filled>,
    /// Which of the notes is written on which day.
    pub(super) notes: BTreeMap<u32, usize>,
    /// So many entries each day; as many as there are where none.
    pub(super) entries_a_day: Option<u32>,
}

impl Person {
    pub(super) fn new(
        content: &Content,
        substance: &Code,
        seed: u64,
        start: NaiveDate,
        days: u32,
        lang: Lang,
    ) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let weekend = |day: u32| is_weekend(start, day);
        let lapse = (LAPSE_FROM..LAPSE_FROM + 7).find(|day| weekend(*day)).unwrap_or(LAPSE_FROM);
        let aim = if seed.is_multiple_of(2) { Aim::Reduce } else { Aim::Stop { lapse } };
        let firm: Vec<u32> = match aim {
            Aim::Stop { lapse } => (STOP_DAY..=lapse).collect(),
            Aim::Reduce => vec![],
        };
        let rhythm = rhythm(&mut rng, days, &firm, weekend);
        let others = content.substances().into_iter().filter(|other| other != substance);
        let second = others.take(usize::from(seed.is_multiple_of(3))).last();
        let (unit, step, usual) = counted_in(content, substance);
        let words = Words::of(lang);
        let notes = (4..days).step_by(6).enumerate().map(|(i, day)| (day, i % words.notes.len()));
        Self {
            lang,
            words,
            second: second.map(|code| (code.clone(), counted_in(content, &code).0)),
            before: week_before(&mut rng, substance, step, usual),
            unit,
            step,
            start,
            days,
            cut_off: content.cut_off(substance).unwrap_or_default(),
            aim,
            own: RecordId(rng.random()),
            scenes: scenes_of(&mut rng, content, substance),
            rhythm,
            notes: notes.collect(),
            entries_a_day: None,
            substance: substance.clone(),
            rng,
        }
    }

    /// A new record id.
    pub(super) fn id(&mut self) -> RecordId {
        RecordId(self.rng.random())
    }

    /// The situation in own words.
    pub(super) fn own_situation(&self) -> SituationId {
        SituationId::own(self.own)
    }

    /// The date of a day.
    pub(super) fn date(&self, day: u32) -> NaiveDate {
        self.start.checked_add_days(Days::new(day.into())).unwrap_or(self.start)
    }

    pub(super) fn is_weekend(&self, day: u32) -> bool {
        is_weekend(self.start, day)
    }

    /// The zone that the person lives in.
    pub(super) fn home(&self) -> Home {
        let Words { zone, offset_minutes, .. } = *self.words;
        Home { zone: zone.to_owned(), offset_minutes }
    }

    /// A minute of a day, as a person names it.
    pub(super) fn when(&self, day: u32, minute: Minute) -> When {
        let home = self.home();
        When::At {
            date: self.date(day + minute / DAY),
            hour: minute % DAY / 60,
            minute: minute % 60,
            zone: home.zone,
            offset_minutes: Some(home.offset_minutes),
            second_occurrence: false,
        }
    }

    /// The instant of a minute of a day.
    pub(super) fn instant(&self, day: u32, minute: Minute) -> DateTime<Utc> {
        let when = self.when(day, minute);
        let resolved = resolve(&when, DateTime::UNIX_EPOCH, self.cut_off, &self.home());
        resolved.map_or_else(
            |_refused| {
                let midnight = self.date(day).and_time(NaiveTime::MIN).and_utc();
                midnight + TimeDelta::minutes(minute.into())
            },
            |resolved| resolved.moment.utc,
        )
    }

    /// The first minute at which closing a day is final: six hours before the next (rule G2).
    pub(super) fn night(&self) -> Minute {
        DAY + Minute::from(self.cut_off.0) - 6 * 60
    }

    /// Use on that weekday before the programme.
    pub(super) fn before_on(&self, day: u32) -> Amount {
        self.before[self.date(day).weekday().num_days_from_monday() as usize]
    }

    /// Rounded to what an amount is counted in, at least one step.
    pub(super) fn rounded(&self, amount: f64) -> Amount {
        rounded(amount, self.step)
    }

    /// Use in the week before, in all.
    pub(super) fn before_in_all(&self) -> f64 {
        self.before.iter().copied().sum::<Amount>().to_f64()
    }

    /// What the person sets as the most for a week, counted from 0: from three quarters of the
    /// week before to a third, in five steps.
    pub(super) fn limit(&self, week: u32) -> Amount {
        let lower = 0.085 * f64::from(week.min(5));
        self.rounded(self.before_in_all() * (0.75 - lower))
    }
}

fn is_weekend(start: NaiveDate, day: u32) -> bool {
    let date = start.checked_add_days(Days::new(day.into()));
    date.is_some_and(|date| matches!(date.weekday(), Weekday::Sat | Weekday::Sun))
}

/// The unit that is offered first for a substance, its step and its usual day.
fn counted_in(content: &Content, substance: &Code) -> (Code, Amount, Amount) {
    let units = content.units(substance);
    let unit = units.iter().find(|unit| unit.first).or(units.first());
    unit.map_or_else(
        || (Code::from("base:unit.use-day"), Amount::whole(1), Amount::whole(1)),
        |unit| (unit.code.clone(), unit.step, unit.usual_day),
    )
}

/// A usual week, Monday first: a part of a usual day on weekdays, most on Saturday and Sunday. Who
/// uses cocaine does so around the weekend.
fn week_before(rng: &mut ChaCha8Rng, substance: &Code, step: Amount, usual: Amount) -> [Amount; 7] {
    let weights = match substance.as_str() {
        "cocaine" => [0.0, 0.0, 0.5, 0.0, 1.0, 1.6, 1.2],
        _ => [0.7, 0.7, 0.7, 0.7, 1.1, 1.6, 1.4],
    };
    weights.map(|weight| {
        let amount = usual.to_f64() * weight * rng.random_range(0.9..1.2);
        if weight > 0.0 { rounded(amount, step) } else { Amount::ZERO }
    })
}

fn rounded(amount: f64, step: Amount) -> Amount {
    let steps = (amount / step.to_f64()).round().max(1.0) as i64;
    Amount::thousandths(steps * step.in_thousandths())
}
