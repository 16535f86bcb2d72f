//! Days: G1 and G2.

use super::*;
use crate::goal::{Counted, DayState, DayWord, belongs_to_last_night};
use crate::journey::ClosingAnswer::{NotUsed, SoFar, Stayed, ThatsAll};

/// [lo, hi] and whether it is closed.
fn of(state: DayState) -> (String, String, bool) {
    (state.lo.to_string(), state.hi.to_string(), state.closed)
}

fn is(state: DayState, lo: &str, hi: &str, closed: bool) {
    assert_eq!(of(state), (lo.to_owned(), hi.to_owned(), closed), "{}", state.day);
}

#[test]
fn g2_a_day_without_a_word_holds_anything_from_zero_to_the_cap() {
    let mut person = Person::with(&reduce());
    is(person.on(5).day(march(3)), "0", "2", false);
    // A larger day in the same week raises the cap of every open day in it.
    person.joints(6, "22:00", "5");
    is(person.on(8).day(march(3)), "0", "5", false);
    is(person.on(8).day(march(6)), "5", "5", false);
}

/// The cap looks at the baseline and at 28 days up to the week's last day. Without either it is
/// the unit's usual day: never zero.
#[test]
fn g2_the_cap_is_the_largest_of_the_baseline_and_of_28_days_and_never_zero() {
    let mut person = Person::default();
    person.goal(&reduce());
    is(person.on(5).day(march(3)), "0", "2", false);
    person.day(3, "4");
    // Sunday the 29th of March: 28 days back is Monday the 2nd.
    is(person.on(40).day(march(24)), "0", "4", false);
    // Sunday the 5th of April: 28 days back is the 9th.
    is(person.on(40).day(march(31)), "0", "2", false);
    person.baseline(JOINT, &["0", "6", "?", "0", "0", "0", "0"]);
    is(person.on(40).day(march(31)), "0", "6", false);
}

#[test]
fn g2_not_used_in_the_last_six_hours_closes_and_earlier_it_waits_for_the_next_day() {
    let mut person = Person::with(&reduce());
    person.close(3, "22:00", NotUsed);
    is(person.on(4).day(march(3)), "0", "0", true);
    person.close(4, "21:59", NotUsed);
    let state = person.on(4).day(march(4));
    assert!(!state.closed && state.early, "the day ends at 04:00: 22:00 is its last six hours");
    assert_eq!(person.on(4).questions(march(1)).confirm, [], "today is not asked about");
    let asked = person.on(5).questions(march(1)).confirm;
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].day, asked[0].answer, asked[0].used), (march(4), NotUsed, false));
    assert_eq!(asked[0].said_at.to_string(), "2026-03-04 21:59:00");

    person.say(&closing(march(4), at(march(5), "09:00"), Stayed));
    let state = person.on(5).day(march(4));
    assert!(state.closed && !state.early && !state.recalled, "confirmed the next day");
    assert_eq!(person.on(5).questions(march(1)).confirm, []);
}

#[test]
fn g2_nothing_so_far_closes_nothing_whatever_the_hour_but_can_be_confirmed() {
    let mut person = Person::with(&reduce());
    person.close(3, "23:50", SoFar);
    assert!(!person.on(4).day(march(3)).closed);
    person.say(&closing(march(3), at(march(3), "23:55"), Stayed));
    assert!(!person.on(4).day(march(3)).closed, "a confirmation is of a later day");
    person.say(&closing(march(3), at(march(4), "08:00"), Stayed));
    is(person.on(4).day(march(3)), "0", "0", true);
    // On a closed day it changes nothing.
    person.close(5, "22:30", ThatsAll);
    person.close(5, "22:40", SoFar);
    assert!(person.on(6).day(march(5)).closed);
}

#[test]
fn g2_a_confirmation_of_what_was_not_said_closes_nothing() {
    let mut person = Person::with(&reduce());
    person.say(&closing(march(3), at(march(4), "08:00"), Stayed));
    assert!(!person.on(4).day(march(3)).closed);
}

#[test]
fn g2_use_logged_after_a_closing_reopens_the_day() {
    let mut person = Person::with(&reduce());
    person.close(3, "22:30", NotUsed);
    person.joints(3, "23:30", "1");
    is(person.on(4).day(march(3)), "1", "2", false);
    assert_eq!(person.on(4).questions(march(1)).was_that_all, [], "silently");
    person.close(3, "23:45", ThatsAll);
    is(person.on(4).day(march(3)), "1", "1", true);
    // An early closing that use followed waits for nothing.
    person.close(4, "12:00", NotUsed);
    person.joints(4, "13:00", "1");
    person.say(&closing(march(4), at(march(5), "08:00"), Stayed));
    is(person.on(5).day(march(4)), "1", "2", false);
}

#[test]
fn g2_not_used_on_a_day_with_use_closes_nothing_and_asks_was_that_all() {
    let mut person = Person::with(&reduce());
    person.joints(3, "20:00", "1");
    person.close(3, "23:00", NotUsed);
    is(person.on(4).day(march(3)), "1", "2", false);
    assert_eq!(person.on(4).questions(march(1)).was_that_all, [march(3)]);
    person.say(&closing(march(3), at(march(4), "08:00"), ThatsAll));
    is(person.on(4).day(march(3)), "1", "1", true);
    assert_eq!(person.on(4).questions(march(1)).was_that_all, []);
}

#[test]
fn g2_a_craving_without_use_closes_nothing_and_other_substances_are_not_mixed_in() {
    let mut person = Person::with(&reduce());
    let evening = at(march(3), "23:00");
    person.log(&episode(evening.clone(), evening.clone(), vec![]));
    let wine = Use { substance: "alcohol".into(), ..one_use(Some(amount("3")), JOINT, vec![]) };
    person.log(&episode(evening.clone(), evening.clone(), vec![wine]));
    let of_cocaine =
        Closing { substances: vec!["cocaine".into()], ..closing(march(3), evening, ThatsAll) };
    person.say(&of_cocaine);
    is(person.on(4).day(march(3)), "0", "2", false);
    assert_eq!(person.on(4).day(march(3)).state, DayWord::Unknown);
}

/// 1.5 known + two of unknown amount: 1.5 + the smallest amount once = 1.6; at most the cap.
#[test]
fn g2_used_amount_unknown_adds_the_smallest_amount_once_and_stays_open_to_the_cap() {
    let mut person = Person::with(&reduce());
    for joints in ["1.5", "?", "?"] {
        person.joints(3, "20:00", joints);
    }
    person.close(3, "23:00", ThatsAll);
    let state = person.on(4).day(march(3));
    is(state, "1.6", "2", true);
    assert!(state.amount_unknown);
}

/// Half a gram at 0.25 gram a joint is two joints; a gram without a conversion is unknown.
#[test]
fn g2_another_unit_counts_by_the_conversion_stored_with_the_use_alone() {
    let mut person = Person::with(&reduce());
    let evening = at(march(3), "20:00");
    let by = Conversion { to: JOINT.into(), from_amount: amount("0.25"), to_amount: amount("1") };
    let grams = one_use(Some(amount("0.5")), GRAM, vec![by]);
    person.log(&episode(evening.clone(), evening, vec![grams]));
    person.close(3, "23:00", ThatsAll);
    is(person.on(5).day(march(3)), "2", "2", true);
    let evening = at(march(4), "20:00");
    let without = one_use(Some(amount("0.5")), GRAM, vec![]);
    person.log(&episode(evening.clone(), evening, vec![without]));
    person.close(4, "23:00", ThatsAll);
    is(person.on(5).day(march(4)), "0.1", "2", true);
    // A conversion confirmed today changes no past day.
    person.calibrate("0.25", "1", march(1));
    is(person.on(5).day(march(4)), "0.1", "2", true);
}

#[test]
fn g2_in_use_days_a_day_holds_at_most_one() {
    let mut person = Person::with(&Goal { unit: USE_DAY.into(), ..reduce() });
    person.day(3, "4");
    person.joints(4, "20:00", "?");
    person.day(5, "0");
    let week = person.week(3, 7);
    let days: Vec<_> = week.days.iter().map(|day| of(*day)).collect();
    let expected = [("0", "1", false), ("1", "1", true), ("1", "1", false), ("0", "0", true)];
    for (day, (lo, hi, closed)) in days.iter().zip(expected) {
        assert_eq!(*day, (lo.to_owned(), hi.to_owned(), closed));
    }
    // Two with use, three open, today and one to come among them, and Friday without.
    assert_eq!((week.lo, week.hi), (amount("2"), amount("6")));
    assert_eq!(week.use_days, Counted { lo: 2, hi: 6 });
}

#[test]
fn g2_recalled_is_named_and_changes_no_computation() {
    let mut person = Person::with(&reduce());
    let what = vec![one_use(Some(amount("1")), JOINT, vec![])];
    person.log(&episode(at(march(3), "20:00"), at(march(6), "10:00"), what));
    person.say(&closing(march(3), at(march(6), "10:01"), ThatsAll));
    let state = person.on(7).day(march(3));
    is(state, "1", "1", true);
    assert!(state.recalled);
    assert_eq!(person.week(3, 9).recalled_on, [march(3)]);
    // A closing of yesterday is not recalled, one of the day before is.
    person.say(&closing(march(4), at(march(5), "10:00"), NotUsed));
    person.say(&closing(march(5), at(march(7), "10:00"), NotUsed));
    assert!(!person.on(7).day(march(4)).recalled && person.on(7).day(march(5)).recalled);
}

/// On the 29th of March 2026 the clocks in Europe go from 02:00 to 03:00, on the 25th of October
/// back: by the clock the last six hours begin at 22:00 on both.
#[test]
fn g1_a_day_on_which_the_clock_changes_is_one_day() {
    let mut person = Person::with(&reduce());
    // Saturday the 28th runs until 04:00 summer time on Sunday.
    person.say(&closing(march(28), at(march(28), "22:00"), NotUsed));
    let late = at_offset(march(29), "03:59", 120);
    assert_eq!(late.day, march(28));
    let what = vec![one_use(Some(amount("1")), JOINT, vec![])];
    person.log(&episode(late.clone(), late, what));
    is(person.on(30).day(march(28)), "1", "2", false);
    person.say(&closing(march(29), at_offset(march(29), "21:59", 120), NotUsed));
    assert!(person.on(30).day(march(29)).early);
    assert_eq!(person.on(30).week_of(march(28)).map(|week| week.days.len()), Some(7));
}

/// From Samoa (UTC+13) to Hawaii (UTC−10) the 5th comes twice; what was logged on the first 5th
/// is there when the second one comes, and until then today is the 4th again.
#[test]
fn g1_over_the_date_line_a_day_comes_twice_and_is_one_day() {
    let mut person = Person::with(&reduce());
    let samoa = at_offset(march(5), "08:00", 13 * 60);
    let what = vec![one_use(Some(amount("1")), JOINT, vec![])];
    person.log(&episode(samoa.clone(), samoa, what.clone()));
    let ahead = person.on(4).day(march(5));
    assert_eq!((ahead.lo, ahead.state), (Amount::ZERO, DayWord::ToCome));
    let hawaii = at_offset(march(5), "20:00", -10 * 60);
    person.log(&episode(hawaii.clone(), hawaii, what));
    person.say(&closing(march(5), at_offset(march(5), "23:00", -10 * 60), ThatsAll));
    is(person.on(5).day(march(5)), "2", "2", true);
    // The other way a day never comes: it stays open and can be filled in as any other.
    assert!(!person.on(9).day(march(6)).closed);
    person.say(&closing(march(6), at_offset(march(7), "09:00", 13 * 60), NotUsed));
    assert!(person.on(9).day(march(6)).closed);
}

#[test]
fn g1_use_in_the_morning_after_a_night_out_may_belong_to_last_night() {
    let mut person = Person::with(&reduce());
    let ask = |person: &Person, when: &Moment| {
        belongs_to_last_night(&person.journey, &cannabis(), when, CutOff::default())
    };
    let early = at(march(7), "04:00");
    assert_eq!(early.day, march(7), "exactly the cut-off is the new day");
    assert_eq!(ask(&person, &early), None, "no use before");
    person.joints(7, "01:30", "1");
    assert_eq!(ask(&person, &early), Some(march(6)));
    assert_eq!(ask(&person, &at(march(7), "07:30")), Some(march(6)), "six hours to the minute");
    assert_eq!(ask(&person, &at(march(7), "07:31")), None);
    person.joints(7, "03:59", "1");
    assert_eq!(ask(&person, &at(march(7), "09:59")), Some(march(6)));
    assert_eq!(ask(&person, &at(march(7), "10:00")), None);
    assert_eq!(ask(&person, &at(march(7), "03:59")), None, "before the cut-off it does anyway");
    let other =
        belongs_to_last_night(&person.journey, &"cocaine".into(), &early, CutOff::default());
    assert_eq!(other, None);
}

#[test]
fn without_goal_and_baseline_a_day_still_says_whether_there_was_use() {
    let mut person = Person::default();
    person.day(3, "2");
    person.day(4, "0");
    let calendar = person.on(5);
    assert_eq!(calendar.unit().as_str(), "cannabis:unit.use-day");
    is(calendar.day(march(3)), "1", "1", true);
    assert_eq!(calendar.day(march(4)).state, DayWord::NotUsed);
    assert!(calendar.weeks().is_empty() && calendar.this_week().is_none());
}
