//! Lapses: G9.

use super::*;
use crate::goal::{Lapse, LapseFlow, LapseOf};

fn of(lapses: &[Lapse]) -> Vec<(NaiveDate, LapseOf, LapseFlow)> {
    lapses.iter().map(|lapse| (lapse.day, lapse.of, lapse.flow)).collect()
}

#[test]
fn g9_stop_the_first_use_after_two_closed_days_without_is_a_lapse() {
    let mut person = Person::with(&stop(Some(march(2))));
    // One day without, use; an open day and two without, use; use again the next day.
    person.days(2, &["0", "1"]);
    person.days(5, &["0", "0", "1", "1"]);
    let lapses = person.on(9).lapses();
    assert_eq!(of(&lapses), [(march(7), LapseOf::Stop, LapseFlow::LookBack)]);
    assert_eq!(lapses[0].days_without, 2);
}

#[test]
fn g9_use_before_the_stop_date_is_none() {
    let mut person = Person::with(&stop(Some(march(6))));
    person.days(2, &["0", "0", "0", "1", "0", "0", "1"]);
    assert_eq!(person.on(9).lapses().len(), 1, "the 8th alone");
}

/// A step on the way to the stop date is judged by the week, and its breach is no lapse.
#[test]
fn g9_nor_is_use_above_a_step_before_the_stop_date() {
    let goal = Goal { pace: Pace::StepByStep, ..stop(Some(march(20))) };
    let mut person = Person::with(&goal);
    person.step(march(2), Some("1"), false);
    person.days(2, &["0", "0", "3"]);
    assert_eq!(of(&person.on(6).lapses()), []);
}

#[test]
fn g9_reduce_the_first_breach_in_a_week_is_a_lapse() {
    let goal = Goal { per_week: Some(amount("4")), per_day: Some(amount("2")), ..reduce() };
    let mut person = Person::with(&goal);
    person.days(2, &["2", "2", "0.5", "3"]);
    let lapses = person.on(6).lapses();
    let by_the_week = (march(4), LapseOf::Reduce, LapseFlow::LookBack);
    assert_eq!(of(&lapses), [by_the_week], "4.5 on Wednesday; the breach on Thursday is no other");
    person.days(10, &["3"]);
    let second = (march(10), LapseOf::Reduce, LapseFlow::Nothing);
    assert_eq!(of(&person.on(10).lapses()), [by_the_week, second], "six days after the look back");
}

#[test]
fn g9_at_most_one_look_back_in_seven_days() {
    let mut person = Person::with(&Goal { per_day: Some(amount("1")), ..reduce() });
    person.day(4, "2");
    person.day(10, "2");
    person.day(16, "2");
    person.day(30, "2");
    let flows: Vec<_> = person.on(31).lapses().iter().map(|lapse| lapse.flow).collect();
    let expected =
        [LapseFlow::LookBack, LapseFlow::Nothing, LapseFlow::LookBack, LapseFlow::LookBack];
    assert_eq!(flows, expected, "6 days after the first, then 12");
}

#[test]
fn g9_use_on_four_of_seven_days_asks_whether_the_goal_still_fits() {
    let mut person = Person::with(&Goal { per_week: Some(amount("3")), ..reduce() });
    person.days(2, &["1", "1", "1", "1"]);
    let lapses = person.on(5).lapses();
    assert_eq!((lapses[0].flow, lapses[0].use_days), (LapseFlow::GoalFit, 4));
    assert!(!lapses[0].look_back());
}

#[test]
fn g9_a_look_back_is_offered_the_next_day_between_ten_and_twenty() {
    let mut person = Person::with(&stop(Some(march(2))));
    person.days(2, &["0", "0", "1"]);
    let lapse = person.on(4).lapses().remove(0);
    let offered = |day: i64, clock: &str| lapse.is_offered_at(at(march(day), clock).local());
    assert!(offered(5, "10:00") && offered(5, "19:59"));
    assert!(!offered(5, "09:59") && !offered(5, "20:00") && !offered(4, "12:00"));
    assert_eq!(Lapse::offered_between().map(|time| time.to_string()), ["10:00:00", "20:00:00"]);
}

#[test]
fn g9_safer_use_knows_no_lapse() {
    let mut person = Person::with(&Goal { kind: GoalKind::Safer, ..reduce() });
    person.days(2, &["0", "0", "9"]);
    assert_eq!(person.on(6).lapses(), []);
}

/// Steps of 5, then of nothing: the week's own limit is the one that is broken.
#[test]
fn g9_step_by_step_the_step_is_what_is_broken() {
    let goal = Goal { pace: Pace::StepByStep, per_week: Some(amount("1")), ..reduce() };
    let mut person = Person::with(&goal);
    person.step(march(2), Some("5"), false);
    person.step(march(9), None, true);
    person.days(2, &["2", "2"]);
    person.days(9, &["0", "0", "0.1"]);
    person.days(16, &["9"]);
    assert_eq!(of(&person.on(17).lapses()), [(march(11), LapseOf::Reduce, LapseFlow::LookBack)]);
}
