//! The days, goals and answers of one substance, laid out once for every question about it.

use chrono::{Days, NaiveDate};

use super::agreement::Agreements;
use super::baseline::BaselineWeek;
use super::day::{DayState, DayWord, Interval};
use super::entries::Entries;
use super::held::Goals;
use super::rule::Judged;
use super::table::Table;
use super::unit::{Measure, UnitRules};
use crate::content::{Amount, Code};
use crate::journey::Journey;
use crate::journey::entity::Goal;
use crate::time::cbor::day::{from_number, number};

/// A calendar goes back at most so many days (a hundred years; judgement): a date that cannot be
/// meant costs no memory.
const MOST_DAYS: i64 = 36_525;

/// Everything that the rules look at for one substance, as it stands on one day.
///
/// Days after *today* are blank: what is logged on them (after a flight over the date line) counts
/// from their own day on.
pub struct Calendar<'a> {
    pub(super) substance: Code,
    pub(super) today: i64,
    pub(super) goals: Goals<'a>,
    pub(super) agreements: Agreements,
    /// One a unit of the goal's versions; mostly one.
    pub(super) tables: Vec<Table>,
    /// The baseline in each of those units.
    baselines: Vec<Option<BaselineWeek>>,
    /// The table in the unit of the newest goal, else of the baseline.
    main: usize,
}

impl<'a> Calendar<'a> {
    /// Lays out what is known of a substance on the local day `today`. `units` knows the packs'
    /// units; one it does not know gets the default.
    pub fn of(
        journey: &'a Journey,
        substance: &Code,
        today: NaiveDate,
        units: impl Fn(&Code) -> Option<UnitRules>,
    ) -> Self {
        let mut goals = Goals::of(journey, substance);
        let measures = measures(journey, substance, &mut goals, units);
        let main = goals.newest(today).map_or(0, |held| held.table);
        let baseline = journey.baseline(substance);
        let baselines: Vec<_> = measures
            .iter()
            .map(|measure| baseline.map(|given| BaselineWeek::of(journey, given, measure)))
            .collect();

        let today = number(today);
        let entries = Entries::of(journey, substance, today - MOST_DAYS, today);
        let first = entries.first_day().unwrap_or(today);
        let last = goals.week_start(today) + 6;
        let with_baseline = measures.into_iter().zip(&baselines);
        let tables = with_baseline
            .map(|(measure, baseline)| {
                let largest = baseline.as_ref().map_or(Amount::ZERO, |week| week.largest);
                Table::new(&entries, measure, largest, first, last)
            })
            .collect();
        let agreements = Agreements::of(journey, substance);
        let substance = substance.clone();
        Self { substance, today, goals, agreements, tables, baselines, main }
    }

    /// The unit of the newest goal, else of the baseline, else the use day.
    pub fn unit(&self) -> &Code {
        &self.table().measure.unit
    }

    /// The goal that was set last, on or before today.
    pub fn goal(&self) -> Option<&'a Goal> {
        self.goals.newest(date(self.today)).map(|held| held.goal)
    }

    /// The baseline in the calendar's unit.
    pub fn baseline(&self) -> Option<&BaselineWeek> {
        self.baselines[self.main].as_ref()
    }

    /// The state of a day, with the cap of its goal week (weeks from Monday without a goal).
    pub fn day(&self, day: NaiveDate) -> DayState {
        let day = number(day);
        let table = self.table();
        self.state(table, day, table.cap(self.goals.week_start(day) + 6))
    }

    /// The states of the days from `first` to `last`, both included; at most a hundred years.
    pub fn days(&self, first: NaiveDate, last: NaiveDate) -> Vec<DayState> {
        let last = last.min(first.checked_add_days(Days::new(MOST_DAYS as u64)).unwrap_or(last));
        first.iter_days().take_while(|day| *day <= last).map(|day| self.day(day)).collect()
    }

    pub(super) fn table(&self) -> &Table {
        &self.tables[self.main]
    }

    pub(super) fn baseline_in(&self, table: usize) -> Option<&BaselineWeek> {
        self.baselines[table].as_ref()
    }

    /// The earliest day that is looked at.
    pub(super) fn earliest(&self) -> i64 {
        self.today - MOST_DAYS
    }

    pub(super) fn state(&self, table: &Table, number: i64, cap: Amount) -> DayState {
        let day = table.day(number);
        let Interval { lo, hi } = day.interval(cap);
        DayState {
            day: date(number),
            lo,
            hi,
            closed: day.closed,
            early: day.early,
            recalled: day.recalled,
            amount_unknown: day.amount_unknown,
            state: if number > self.today { DayWord::ToCome } else { day.word() },
        }
    }

    /// The seven days of a week as rules look at them.
    pub(super) fn judged(&self, table: &Table, start: i64) -> [Judged; 7] {
        let cap = table.cap(start + 6);
        std::array::from_fn(|i| {
            let number = start + i as i64;
            let day = table.day(number);
            Judged {
                date: date(number),
                amount: day.interval(cap),
                closed: day.closed,
                over: number < self.today,
            }
        })
    }
}

/// The units that goals count in, each once, with every goal told which is its own.
fn measures(
    journey: &Journey,
    substance: &Code,
    goals: &mut Goals<'_>,
    units: impl Fn(&Code) -> Option<UnitRules>,
) -> Vec<Measure> {
    let baseline = journey.baseline(substance).map(|baseline| &baseline.unit);
    let measure = |unit: Option<&Code>| match unit {
        Some(unit) => Measure::new(unit, units(unit)),
        None => Measure::use_days_of(substance),
    };
    let mut all: Vec<Measure> = Vec::new();
    for held in &mut goals.all {
        // Stop and safer use may leave the unit open.
        let unit = Some(&held.goal.unit).filter(|unit| !unit.as_str().is_empty()).or(baseline);
        let its = measure(unit);
        held.table = all.iter().position(|one| one.unit == its.unit).unwrap_or(all.len());
        if held.table == all.len() {
            all.push(its);
        }
    }
    if all.is_empty() {
        all.push(measure(baseline));
    }
    all
}

/// The day of a number; the calendar's last where there is none.
pub(super) fn date(day: i64) -> NaiveDate {
    from_number(day).unwrap_or(NaiveDate::MAX)
}
