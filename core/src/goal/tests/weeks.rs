//! Weeks, rules, steps and change: G0, G3, G4, G6, G8.

use super::*;
use crate::goal::{ChangeAbsent, Overall, WeekState};
use crate::journey::ReviewAnswer;
use crate::journey::entity::{Agreement, Entity, Review};
use crate::vault::{Stamp, Version, WriterId};
use RuleKind::{DailyLimit, Stop, WeeklyLimit};
use RuleState::{Met, NotJudged, NotMet, Open, Over, Unknown};

fn weekly(limit: &str) -> Goal {
    Goal { per_week: Some(amount(limit)), ..reduce() }
}

#[test]
fn g4_a_weekly_limit_is_met_when_all_seven_days_are_closed_within_it() {
    let mut person = Person::with(&weekly("4"));
    person.days(2, &["0", "0", "1", "0", "1.5", "1.5", "0"]);
    let week = person.week(2, 9);
    assert_eq!(
        (week.state, week.overall, week.lo, week.hi),
        (WeekState::Done, Overall::Met, amount("4"), amount("4"))
    );
    assert_eq!((week.closed_days, week.without_days), (7, 4));
    assert_eq!(week.most_on, [march(6), march(7)]);
}

#[test]
fn g4_one_open_day_leaves_it_unknown_and_says_which() {
    let mut person = Person::with(&weekly("4"));
    person.days(2, &["0", "0"]);
    person.days(5, &["0", "0", "0", "0"]);
    let week = person.week(2, 9);
    assert_eq!((week.overall, week.without_days), (Overall::Unknown, 6));
    assert_eq!(rule(&week, WeeklyLimit).missing, [march(4)], "six days, Wednesday is asked for");
    assert_eq!((week.lo, week.hi), (amount("0"), amount("2")));
    // Even a limit that no open day could pass is not met without the person's closing.
    let mut easy = Person::with(&weekly("40"));
    easy.days(2, &["0"; 6]);
    assert_eq!(easy.week(2, 9).overall, Overall::Unknown);
}

#[test]
fn g4_over_the_limit_for_certain_is_not_met_whatever_is_open() {
    let mut person = Person::with(&weekly("4"));
    person.joints(6, "22:00", "3");
    person.joints(7, "22:00", "2");
    let week = person.week(2, 9);
    assert_eq!(week.overall, Overall::NotMet);
    assert_eq!(rule(&week, WeeklyLimit).first_over, Some(march(7)));
}

#[test]
fn g4_while_the_week_runs_it_is_open_or_over_with_the_days_to_come() {
    let mut person = Person::with(&weekly("4"));
    person.days(2, &["2", "2"]);
    let week = person.week(2, 4);
    assert_eq!((week.state, week.overall), (WeekState::Running, Overall::Open));
    assert_eq!(week.change_absent, Some(ChangeAbsent::Running));
    person.joints(4, "12:00", "1");
    let week = person.week(2, 4);
    assert_eq!((week.overall, week.days_to_come), (Overall::Over, 4), "5 joints, four to come");
    assert_eq!(rule(&week, WeeklyLimit).lo, amount("5"));
}

#[test]
fn g4_a_daily_limit_is_judged_on_allowed_days_and_weekdays_on_the_others() {
    let goal = Goal {
        per_week: Some(amount("6")),
        per_day: Some(amount("2")),
        weekdays: Some(FRIDAY_AND_SATURDAY),
        ..reduce()
    };
    let mut person = Person::with(&goal);
    // Wednesday is not allowed: three joints break the weekdays alone, and count in the week.
    person.days(2, &["0", "0", "3", "0", "2", "1", "0"]);
    let week = person.week(2, 9);
    let expected = [(WeeklyLimit, Met), (DailyLimit, Met), (RuleKind::Weekdays, NotMet)];
    assert_eq!(states(&week), expected, "met ones first");
    assert_eq!(week.overall, Overall::Partly);
    assert_eq!(rule(&week, RuleKind::Weekdays).broken_on, [march(4)]);
    assert_eq!(rule(&week, DailyLimit).judged_days, 2);

    person.joints(7, "23:30", "1.5");
    let week = person.week(2, 9);
    assert_eq!(rule(&week, DailyLimit).broken_on, [march(7)], "2.5 on Saturday, reopened or not");
    assert_eq!(rule(&week, WeeklyLimit).state, NotMet, "7.5 in all");
    assert_eq!(week.overall, Overall::NotMet);
}

#[test]
fn g4_weekdays_are_met_only_when_each_day_not_allowed_is_closed_without() {
    let mut person = Person::with(&Goal { weekdays: Some(FRIDAY_AND_SATURDAY), ..reduce() });
    person.days(2, &["0", "0", "0", "0"]);
    assert_eq!(person.week(2, 9).overall, Overall::Unknown, "Sunday is open");
    person.day(8, "0");
    assert_eq!(person.week(2, 9).overall, Overall::Met, "Friday and Saturday may stay open");
}

#[test]
fn g3_a_week_begins_on_the_weekday_chosen_and_a_part_week_is_not_judged_by_the_weekly_limit() {
    // From Thursday on; set on Monday the 2nd.
    let goal = Goal { week_starts: 3, per_day: Some(amount("2")), ..weekly("4") };
    let mut person = Person::with(&goal);
    person.days(2, &["1", "1", "1"]);
    let weeks = person.on(12).weeks();
    let spans: Vec<_> = weeks.iter().map(|week| (week.start, week.end, week.whole)).collect();
    let expected = [(-3, 4, false), (5, 11, true), (12, 18, true)];
    let expected = expected.map(|(from, to, whole)| (march(from.max(-2)), march(to), whole));
    assert_eq!(spans, expected, "Thursday the 26th of February is day -2");
    assert_eq!(states(&weeks[0]), [(DailyLimit, Met), (WeeklyLimit, NotJudged)]);
    assert_eq!(rule(&weeks[0], DailyLimit).judged_days, 3, "from Monday on");
    assert_eq!(weeks[0].overall, Overall::Met);
}

#[test]
fn g3_a_changed_goal_has_its_day_rules_from_the_next_day_and_its_weekly_limit_from_the_next_week() {
    let mut person = Person::with(&Goal { per_day: Some(amount("1")), ..weekly("7") });
    // On Wednesday: two a day, five a week, and another anchor that does not count.
    let changed =
        Goal { per_day: Some(amount("2")), set_on: march(4), week_starts: 2, ..weekly("5") };
    person.goal(&changed);
    person.days(2, &["1", "1", "1", "2", "0", "0", "1"]);
    let week = person.week(2, 16);
    assert_eq!(rule(&week, WeeklyLimit).limit, Some(amount("7")), "the former one goes on");
    let daily = rule(&week, DailyLimit);
    assert_eq!((daily.state, daily.limit), (Met, Some(amount("2"))), "two from Thursday on");
    assert_eq!(week.overall, Overall::Met);
    let next = person.week(9, 16);
    assert_eq!((next.start, next.number), (march(9), 2));
    assert_eq!(rule(&next, WeeklyLimit).limit, Some(amount("5")));
}

#[test]
fn g3_a_goal_changed_on_its_first_day_is_the_first_goal() {
    let mut person = Person::with(&weekly("7"));
    person.goal(&weekly("3"));
    person.days(2, &["4", "0", "0", "0", "0", "0", "0"]);
    let week = person.week(2, 9);
    assert_eq!(rule(&week, WeeklyLimit).limit, Some(amount("3")));
    assert_eq!(week.overall, Overall::NotMet);
}

#[test]
fn g0_step_by_step_a_week_is_judged_by_its_step_and_without_one_has_figures_only() {
    let goal = Goal { pace: Pace::StepByStep, ..weekly("6") };
    let mut person = Person::with(&goal);
    person.step(march(2), Some("20"), false);
    person.days(2, &["3", "3", "3", "3", "2", "2", "2"]);
    let week = person.week(2, 16);
    let limit = rule(&week, WeeklyLimit);
    assert_eq!((week.overall, limit.lo), (Overall::Met, amount("18")));
    assert_eq!((limit.limit, limit.end_goal), (Some(amount("20")), Some(amount("6"))));
    let next = person.week(9, 16);
    assert_eq!((next.overall, next.rules.len()), (Overall::NotJudged, 0));
    // A step of nothing at all.
    person.step(march(9), None, true);
    person.days(9, &["0", "1"]);
    assert_eq!(states(&person.week(9, 16)), [(Stop, NotMet)]);
}

#[test]
fn g5_the_stop_rule_holds_from_the_stop_date_on() {
    let mut person = Person::with(&stop(Some(march(5))));
    person.days(2, &["2", "2", "2", "0", "0", "0", "0"]);
    let week = person.week(2, 9);
    assert_eq!((states(&week), week.overall), (vec![(Stop, Met)], Overall::Met));
    assert_eq!(rule(&week, Stop).judged_days, 4);
    person.joints(7, "23:30", "0.1");
    assert_eq!(rule(&person.week(2, 9), Stop).broken_on, [march(7)]);
    let not_yet = Person::with(&stop(None));
    let week = not_yet.week(2, 9);
    assert_eq!((states(&week), week.overall), (vec![(Stop, NotJudged)], Overall::NotJudged));
}

#[test]
fn g5_a_use_of_unknown_amount_breaks_the_stop() {
    let mut person = Person::with(&stop(Some(march(2))));
    person.joints(3, "12:00", "?");
    assert_eq!(states(&person.week(2, 4)), [(Stop, Over)]);
    assert_eq!(states(&person.week(2, 9)), [(Stop, NotMet)]);
}

/// Baseline 14; the week 6 joints on all days: 1 − 6/14. Use days 7 of 7 before, 4 now: 3/7 less.
#[test]
fn g6_change_stands_beside_the_verdict_in_amount_and_in_use_days() {
    let mut person = Person::with(&weekly("4"));
    person.days(2, &["0", "1", "0", "1", "2", "2", "0"]);
    let week = person.week(2, 9);
    let change = week.change.expect("all is known");
    assert!((change.low - 8.0 / 14.0).abs() < 1e-12 && (change.high - change.low).abs() < 1e-12);
    let use_days = week.change_use_days.expect("all is known");
    assert!((use_days.low - 3.0 / 7.0).abs() < 1e-12);
}

/// Five joints on five closed days, two open days of at most 2: [5, 9]. With "don't know" twice
/// the baseline is [10, 14]. 9/10 − 5/14 is over half: not shown. One open day and a full
/// baseline: [5, 7] of 14: 0.5 to 0.643, shown.
#[test]
fn g6_what_is_not_known_widens_the_interval_until_it_is_not_shown() {
    let mut person = Person::with(&weekly("4"));
    person.days(2, &["1", "1", "1", "1", "1"]);
    person.baseline(JOINT, &["2", "2", "2", "2", "2", "?", "?"]);
    let week = person.week(2, 9);
    assert_eq!((week.change, week.change_absent), (None, Some(ChangeAbsent::NotEnoughDays)));
    let baseline = person.on(9).baseline().cloned().expect("a baseline");
    assert_eq!((baseline.lo, baseline.hi, baseline.known_days), (amount("10"), amount("14"), 5));

    person.baseline(JOINT, &["2"; 7]);
    person.day(7, "0");
    let change = person.week(2, 9).change.expect("narrow enough");
    assert!((change.low - 0.5).abs() < 1e-12 && (change.high - 9.0 / 14.0).abs() < 1e-12);
}

/// Grams with 0.25 gram a joint valid on the intake day; a later one does not count. Without one
/// each day with use is [0.1, 2] joints.
#[test]
fn g6_a_baseline_in_another_unit_is_converted_as_it_was_on_the_intake_day() {
    let mut person = Person::with(&weekly("4"));
    person.baseline(GRAM, &["0.5", "0", "0", "0", "0", "0", "1"]);
    let of = |person: &Person| {
        let calendar = person.on(9);
        let baseline = calendar.baseline().expect("a baseline");
        (baseline.lo.to_string(), baseline.hi.to_string(), baseline.known_days)
    };
    assert_eq!(of(&person), ("0.2".to_owned(), "4".to_owned(), 7));
    person.calibrate("1", "4", march(1));
    person.calibrate("1", "3", march(5));
    assert_eq!(of(&person), ("6".to_owned(), "6".to_owned(), 7));
}

fn agreement(person: &mut Person, since: i64) -> RecordId {
    let id = person.new_id();
    person.journey.keep(id, &agreed(since), started());
    id
}

fn agreed(since: i64) -> Agreement {
    Agreement {
        substance: Some(cannabis()),
        measure: None,
        label: "not alone".to_owned(),
        filled_in: String::new(),
        hard: None,
        energy: None,
        confidence: None,
        of_goal: true,
        since: march(since),
        put_away: false,
    }
}

fn answer(person: &mut Person, agreement: RecordId, week: i64, answer: ReviewAnswer) {
    let review = Review { agreement, week_start: march(week), answer };
    person.journey.keep(id::review(agreement, march(week)), &review, started());
}

#[test]
fn g8_safer_use_is_judged_by_the_persons_answers_and_never_by_amounts() {
    let mut person = Person::with(&Goal { kind: GoalKind::Safer, ..reduce() });
    let [first, second, third] = [2, 2, 2].map(|day| agreement(&mut person, day));
    person.days(2, &["9"; 7]);
    assert_eq!(person.week(2, 4).overall, Overall::Open);
    answer(&mut person, first, 2, ReviewAnswer::Yes);
    answer(&mut person, second, 2, ReviewAnswer::NotNeeded);
    let week = person.week(2, 9);
    let of = |id| week.rules.iter().find(|rule| rule.agreement == Some(id)).map(|r| r.state);
    assert_eq!([first, second, third].map(of), [Some(Met), Some(NotJudged), Some(Unknown)]);
    assert_eq!(week.overall, Overall::Unknown);
    answer(&mut person, third, 2, ReviewAnswer::Partly);
    assert_eq!(person.week(2, 9).overall, Overall::Partly);
    answer(&mut person, third, 2, ReviewAnswer::Yes);
    assert_eq!(person.week(2, 9).overall, Overall::Met);
}

#[test]
fn g8_an_agreement_put_away_still_judges_the_weeks_in_which_it_held() {
    let mut person = Person::with(&Goal { kind: GoalKind::Safer, ..reduce() });
    let id = agreement(&mut person, 2);
    let away = Agreement { put_away: true, ..agreed(2) };
    person.journey.keep(id, &away, at(march(11), "12:00").utc);
    assert_eq!(states(&person.week(2, 16)), [(RuleKind::Agreement, Unknown)]);
    assert_eq!(states(&person.week(9, 16)), []);
    answer(&mut person, id, 9, ReviewAnswer::Yes);
    assert_eq!(states(&person.week(9, 16)), [(RuleKind::Agreement, Met)]);
}

#[test]
fn a_goal_that_changes_its_unit_is_judged_in_the_unit_of_its_time() {
    let mut person = Person::with(&weekly("3"));
    let in_days = Goal { unit: USE_DAY.into(), set_on: march(8), ..weekly("2") };
    person.goal(&in_days);
    person.days(2, &["3", "0", "0", "0", "0", "0", "0"]);
    person.days(9, &["3", "3", "0", "0", "0", "0", "0"]);
    let (first, second) = (person.week(2, 16), person.week(9, 16));
    assert_eq!((first.lo, first.overall), (amount("3"), Overall::Met));
    assert_eq!((second.lo, second.overall), (amount("2"), Overall::Met));
    assert_eq!(second.unit.as_str(), USE_DAY);
}

#[test]
fn a_deleted_goal_judges_nothing() {
    let mut person = Person::with(&weekly("3"));
    let record = id::goal(&cannabis());
    let before = person.journey.records::<Goal>().record(record).and_then(|one| one.head());
    let mut version = Version {
        record,
        clock: before.expect("a goal").clock.clone(),
        stamp: Stamp(u64::MAX),
        writer: WriterId([9; 8]),
        kind: Goal::KIND,
        min_reader: 1,
        local: false,
        body: vec![],
    };
    version.clock.tick(version.writer);
    person.journey.fold(Journey::decode(&version));
    assert!(person.on(9).weeks().is_empty() && person.on(9).goal().is_none());
}

#[test]
fn a_goal_of_a_day_that_cannot_be_meant_does_no_harm() {
    let far = Goal { set_on: NaiveDate::MIN, ..weekly("3") };
    let person = Person::with(&far);
    assert!(person.on(9).weeks().len() <= 5220, "a hundred years at most");
    let far = Goal { stop_date: Some(NaiveDate::MAX), set_on: NaiveDate::MAX, ..stop(None) };
    let person = Person::with(&far);
    assert!(person.on(9).weeks().is_empty() && person.on(9).without().is_none());
    let calendar = Calendar::of(&person.journey, &cannabis(), NaiveDate::MAX, units);
    assert!(!calendar.weeks().is_empty());
}

#[test]
fn what_is_given_to_programs_is_in_snake_case_words_and_exact_amounts() {
    let mut person = Person::with(&weekly("4"));
    person.joints(3, "12:00", "1.5");
    let week = serde_json::to_value(person.week(2, 4)).expect("plain values");
    assert_eq!(week["state"], "running");
    assert_eq!(week["lo"], "1.5");
    assert_eq!(week["change_absent"], "running");
    assert_eq!(week["days"][1]["state"], "used");
    assert_eq!(week["days"][6]["state"], "to_come");
    assert_eq!(week["rules"][0]["rule"], "weekly_limit");
    assert_eq!(week["rules"][0]["state"], "open");
    assert_eq!(states(&person.week(2, 4)), [(WeeklyLimit, Open)]);
}
