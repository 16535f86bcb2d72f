//! One row a day, by day number: what was logged, and whether the day is closed (rule G2).

use super::day::Day;
use super::entries::{Entries, Said};
use super::unit::Measure;
use crate::content::Amount;
use crate::journey::ClosingAnswer;

/// The cap of a week looks at so many days, its last one included (rule G2).
const CAP_DAYS: i64 = 28;

/// The days of one substance in one unit.
pub(super) struct Table {
    pub(super) measure: Measure,
    first: i64,
    days: Vec<Day>,
    /// The largest day of the baseline.
    baseline: Amount,
    /// Early closings that still wait, in the order of their days.
    pub(super) waiting: Vec<Said>,
}

impl Table {
    /// Lays out the days from `first` to `last`; whatever lies outside is blank.
    pub(super) fn new(
        entries: &Entries<'_>,
        measure: Measure,
        baseline: Amount,
        first: i64,
        last: i64,
    ) -> Self {
        let length = usize::try_from(last - first + 1).unwrap_or(0);
        let mut table =
            Self { measure, first, days: vec![Day::default(); length], baseline, waiting: vec![] };
        let mut last_made = vec![i64::MIN; length];
        table.log(entries, &mut last_made);
        table.close(entries, &last_made);
        table
    }

    /// The first day that was laid out.
    pub(super) fn first_day(&self) -> i64 {
        self.first
    }

    fn index(&self, day: i64) -> Option<usize> {
        usize::try_from(day - self.first).ok().filter(|index| *index < self.days.len())
    }

    fn log(&mut self, entries: &Entries<'_>, last_made: &mut [i64]) {
        for used in &entries.uses {
            let Some(index) = self.index(used.day) else { continue };
            let amount = self.measure.amount_of(used.what);
            let day = &mut self.days[index];
            day.used = true;
            day.recalled |= used.recalled;
            match amount {
                _ if self.measure.use_days => day.lo = Amount::whole(1),
                Some(amount) => day.lo = day.lo + amount,
                None if !day.amount_unknown => {
                    day.amount_unknown = true;
                    day.lo = day.lo + self.measure.smallest;
                }
                None => {}
            }
            last_made[index] = last_made[index].max(used.made);
        }
    }

    /// A use logged after a closing reopens the day, so only what was said after the last one
    /// counts; at one and the same moment the use comes first.
    fn close(&mut self, entries: &Entries<'_>, last_made: &[i64]) {
        for about in entries.said.chunk_by(|a, b| a.day == b.day) {
            let Some(index) = self.index(about[0].day) else { continue };
            let day = &mut self.days[index];
            let mut standing = Standing::default();
            for said in about.iter().filter(|said| said.made >= last_made[index]) {
                standing.hear(day.used, *said);
            }
            day.closed = standing.closed_by.is_some();
            day.recalled |= standing.closed_by.is_some_and(|said| said.recalled);
            day.was_that_all = standing.was_that_all && !day.closed;
            day.early = standing.waits.is_some();
            self.waiting.extend(standing.waits);
        }
    }

    /// A day; blank outside of the table.
    pub(super) fn day(&self, day: i64) -> Day {
        self.index(day).map(|index| self.days[index]).unwrap_or_default()
    }

    /// The days with logged use of which "not used" was said.
    pub(super) fn asked_whether_all(&self) -> impl Iterator<Item = i64> {
        let days = self.days.iter().enumerate();
        days.filter(|(_, day)| day.was_that_all).map(|(index, _)| self.first + index as i64)
    }

    /// The cap of the week that ends with this day: the largest day in the baseline and in the
    /// 28 days up to it, at least the unit's usual day (rule G2).
    pub(super) fn cap(&self, week_end: i64) -> Amount {
        let days = (week_end - CAP_DAYS + 1..=week_end).map(|day| self.day(day).lo);
        days.fold(self.baseline.max(self.measure.usual_day), Amount::max)
    }
}

/// Where what was said about a day leaves it.
#[derive(Default)]
struct Standing {
    closed_by: Option<Said>,
    waits: Option<Said>,
    was_that_all: bool,
}

impl Standing {
    /// Takes in what was said next (rule G2).
    fn hear(&mut self, used: bool, said: Said) {
        let closes = match said.answer {
            ClosingAnswer::NotUsed if used => {
                self.was_that_all = true;
                return;
            }
            ClosingAnswer::NotUsed | ClosingAnswer::ThatsAll => said.is_final,
            ClosingAnswer::SoFar if used || self.closed_by.is_some() => return,
            ClosingAnswer::SoFar => false,
            ClosingAnswer::Stayed if self.waits.is_some() && said.later_day => true,
            ClosingAnswer::Stayed | ClosingAnswer::Unknown(_) => return,
        };
        (self.closed_by, self.waits) = if closes { (Some(said), None) } else { (None, Some(said)) };
    }
}
