//! Which situations a new entry offers first: those that came up around this time of day.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::content::SituationId;

/// So many minutes before and after belong to the same time of day (judgement: wide enough for a
/// day that runs late, narrow enough to tell an afternoon from an evening).
const AROUND_MINUTES: u32 = 120;
/// The most that are offered (judgement: read at a glance, each a tap away).
const MOST: usize = 6;
const DAY_MINUTES: u32 = 24 * 60;

/// The situations likely at this time of day, at most six: those of most logs around it first,
/// then in the order in which they are offered.
///
/// `logged` has one item for each log and situation in it, with the minute after midnight that the
/// person's clock showed; `now` is that minute at present. `offered` is everything that may be
/// offered, ranked ones first, so that a beginner sees those.
pub fn likely<'a>(
    logged: impl IntoIterator<Item = (u32, &'a SituationId)>,
    now: u32,
    offered: &[SituationId],
) -> Vec<SituationId> {
    let mut times: HashMap<&SituationId, u32> = HashMap::new();
    for (minute, situation) in logged {
        if apart(minute, now) <= AROUND_MINUTES {
            *times.entry(situation).or_default() += 1;
        }
    }
    let mut order: Vec<&SituationId> = offered.iter().collect();
    order.sort_by_key(|situation| Reverse(times.get(situation).copied().unwrap_or_default()));
    order.into_iter().take(MOST).cloned().collect()
}

/// Minutes between two times of day, by the shorter way round the clock.
fn apart(one: u32, other: u32) -> u32 {
    let between = one.abs_diff(other) % DAY_MINUTES;
    between.min(DAY_MINUTES - between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<SituationId> {
        names.iter().map(|name| SituationId::from(*name)).collect()
    }

    /// The minute after midnight of a time of day.
    fn at(hour: u32, minute: u32) -> u32 {
        60 * hour + minute
    }

    #[test]
    fn what_came_up_around_this_time_of_day_stands_first_most_logs_before_fewer() {
        let offered = ids(&["a", "b", "c", "d", "e", "f", "g", "h"]);
        let [_, b, c, .., h] = offered.as_slice() else { panic!("eight") };
        let logged =
            [(at(18, 0), h), (at(21, 59), h), (at(20, 0), c), (at(9, 0), b), (at(9, 5), b)];
        let evening = likely(logged, at(20, 0), &offered);
        assert_eq!(evening, ids(&["h", "c", "a", "b", "d", "e"]), "SHP-14");
        let morning = likely(logged, at(8, 30), &offered);
        assert_eq!(morning, ids(&["b", "a", "c", "d", "e", "f"]));
    }

    #[test]
    fn two_hours_belong_to_it_also_over_midnight_and_a_minute_more_does_not() {
        let offered = ids(&["a", "b"]);
        let b = &offered[1];
        let first = |logged, now| likely([(logged, b)], now, &offered)[0] == *b;
        assert!(first(at(23, 30), at(1, 30)) && first(at(1, 30), at(23, 30)));
        assert!(!first(at(23, 29), at(1, 30)) && !first(at(1, 31), at(23, 30)));
        assert!(first(at(12, 0), at(14, 0)) && !first(at(12, 0), at(14, 1)));
    }

    #[test]
    fn a_beginner_sees_the_list_as_it_is_ranked_and_nothing_that_is_not_offered() {
        let offered = ids(&["a", "b", "c", "d", "e", "f", "g"]);
        assert_eq!(likely([], at(12, 0), &offered), offered[..6]);
        let gone = SituationId::from("gone");
        assert_eq!(likely([(at(12, 0), &gone)], at(12, 0), &offered[..2]), offered[..2]);
        assert!(likely([(at(12, 0), &gone)], at(12, 0), &[]).is_empty());
    }
}
