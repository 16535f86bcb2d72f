//! Days without: G5.

use super::*;
use crate::journey::ClosingAnswer::{NotUsed, ThatsAll};

fn stopped() -> Person {
    Person::with(&stop(Some(march(3))))
}

/// Since Tuesday the 3rd: 0 0 – 0 1 0 0 and today, the 10th, open. Closed without: 3, 4, 6, 8, 9.
#[test]
fn g5_the_headline_counts_closed_days_without_and_names_the_rest() {
    let mut person = stopped();
    person.days(3, &["0", "0"]);
    person.days(6, &["0", "1", "0", "0"]);
    let without = person.on(10).without().expect("a stop date");
    assert_eq!((without.days, without.not_filled_in, without.since), (5, 1, march(3)));
    let runs = person.on(10).runs().expect("a stop date");
    assert_eq!((runs.current, runs.longest, runs.not_filled_in), (2, 3, 0));
}

#[test]
fn g5_nothing_used_later_lowers_the_count() {
    let mut person = stopped();
    person.days(3, &["0"; 9]);
    let before = person.on(11).without().expect("a stop date").days;
    person.days(12, &["3", "3"]);
    assert_eq!((before, person.on(13).without().expect("a stop date").days), (9, 9));
    assert_eq!(person.on(13).runs().map(|runs| (runs.current, runs.longest)), Some((0, 9)));
}

#[test]
fn g5_a_day_that_is_not_filled_in_pauses_a_run_and_is_named() {
    let mut person = stopped();
    person.days(3, &["1", "0", "0"]);
    person.days(8, &["0"]);
    let runs = person.on(9).runs().expect("a stop date");
    assert_eq!((runs.current, runs.longest), (3, 3));
    assert_eq!(runs.not_filled_on, [march(6), march(7)], "today is not asked for yet");
}

#[test]
fn g5_use_filled_in_later_takes_its_own_day_away_and_no_other() {
    let mut person = stopped();
    person.days(3, &["0", "0", "0"]);
    let what = vec![one_use(Some(amount("1")), JOINT, vec![])];
    person.log(&episode(at(march(4), "20:00"), at(march(6), "09:00"), what));
    assert_eq!(person.on(6).without().expect("a stop date").days, 2);
}

#[test]
fn g5_an_early_closing_counts_from_its_confirmation_on() {
    let mut person = stopped();
    person.close(3, "20:05", NotUsed);
    let at_first = person.on(4).without().expect("a stop date");
    assert_eq!((at_first.days, at_first.not_filled_in), (0, 1));
    person.say(&closing(march(3), at(march(4), "08:00"), ClosingAnswer::Stayed));
    assert_eq!(person.on(4).without().expect("a stop date").days, 1);
}

#[test]
fn g5_there_is_no_count_without_a_stop_date_or_once_the_goal_is_another() {
    assert!(Person::with(&stop(None)).on(9).without().is_none());
    assert!(Person::with(&reduce()).on(9).runs().is_none());
    let mut person = stopped();
    person.day(3, "0");
    person.close(4, "23:00", ThatsAll);
    person.goal(&Goal { set_on: march(6), ..reduce() });
    assert!(person.on(5).without().is_some() && person.on(6).without().is_none());
}
