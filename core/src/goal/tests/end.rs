//! The end of the programme: G7.

use super::*;
use crate::goal::{EndEvaluation, Outcome, programme_end};
use crate::journey::ReviewAnswer;
use crate::journey::entity::{Agreement, Pause, Review, Round};

/// Four weeks from Monday the 2nd: the last day is Sunday the 29th.
fn round() -> Round {
    Round { number: 1, weeks: 4, start: march(2), pauses: vec![], ended: None }
}

/// The last goal week begins on the 23rd.
fn end(person: &Person) -> EndEvaluation {
    person.on(31).end(&round())
}

fn outcome(goal: &Goal, last_week: &[&str]) -> Outcome {
    let mut person = Person::with(goal);
    person.days(23, last_week);
    end(&person).outcome
}

fn weekly(limit: &str) -> Goal {
    Goal { per_week: Some(amount(limit)), ..reduce() }
}

#[test]
fn g7_reached_when_all_rules_of_the_end_goal_are_met_in_the_last_whole_week() {
    let mut person = Person::with(&weekly("4"));
    person.days(23, &["0", "0", "1", "0", "1", "1", "0"]);
    let end = end(&person);
    assert_eq!((end.outcome, end.is_final), (Outcome::Reached, true));
    assert_eq!(end.last_week.map(|week| week.start), Some(march(23)));
    assert_eq!((end.programme_end, end.rules.len()), (march(29), 1));
    assert!(!person.on(29).end(&round()).is_final, "on its last day it still runs");
}

#[test]
fn g7_partly_when_less_than_the_baseline_for_certain_or_one_rule_met() {
    // 7 joints, the limit 4, the baseline 14.
    assert_eq!(outcome(&weekly("4"), &["1"; 7]), Outcome::Partly);
    // As much as before: not yet.
    assert_eq!(outcome(&weekly("4"), &["2"; 7]), Outcome::NotYet);
    let both = Goal { per_day: Some(amount("2")), ..weekly("4") };
    assert_eq!(outcome(&both, &["2"; 7]), Outcome::Partly, "two a day is kept");
}

#[test]
fn g7_too_few_data_is_said_and_a_rule_broken_for_certain_is_not_too_few() {
    assert_eq!(outcome(&weekly("4"), &["0", "0", "0", "0"]), Outcome::TooFewData, "four days");
    assert_eq!(outcome(&weekly("4"), &["0"; 5]), Outcome::Partly, "[0, 4] of 14: less for certain");
    assert_eq!(outcome(&weekly("4"), &["2"; 5]), Outcome::NotYet, "[10, 14] of 14");
    // [4, 8] with a limit of 4 and a baseline of 7: unknown, and not less for certain.
    let mut person = Person::with(&weekly("4"));
    person.baseline(JOINT, &["1"; 7]);
    person.days(23, &["1", "1", "1", "1", "0"]);
    assert_eq!(end(&person).outcome, Outcome::TooFewData);
    // Four closed days, eight joints: not met for certain.
    assert_eq!(outcome(&weekly("4"), &["2", "2", "2", "2"]), Outcome::NotYet);
}

#[test]
fn g7_without_a_whole_week_or_a_goal_there_is_nothing_to_judge() {
    let late = Person::with(&Goal { set_on: march(24), ..weekly("4") });
    assert_eq!(end(&late).outcome, Outcome::TooFewData);
    assert_eq!(end(&Person::default()).outcome, Outcome::NoGoal);
}

#[test]
fn g7_step_by_step_is_judged_by_the_end_goal() {
    let mut person = Person::with(&Goal { pace: Pace::StepByStep, ..weekly("4") });
    person.step(march(23), Some("20"), false);
    person.days(23, &["1"; 7]);
    let end = end(&person);
    assert_eq!(states(end.last_week.as_ref().expect("a week"))[0].1, RuleState::Met, "the step");
    assert_eq!((end.rules[0].state, end.rules[0].limit), (RuleState::NotMet, Some(amount("4"))));
    assert_eq!(end.outcome, Outcome::Partly);
}

#[test]
fn g7_a_weekly_limit_set_within_the_last_week_is_not_judged() {
    let mut person = Person::with(&weekly("4"));
    person.goal(&Goal { set_on: march(24), per_day: Some(amount("1")), ..weekly("2") });
    person.days(23, &["3", "2", "1", "1", "0", "0", "0"]);
    let end = end(&person);
    let states: Vec<_> = end.rules.iter().map(|rule| (rule.rule, rule.state)).collect();
    let expected =
        [(RuleKind::DailyLimit, RuleState::Met), (RuleKind::WeeklyLimit, RuleState::NotJudged)];
    assert_eq!(states, expected, "one a day from Wednesday on");
    assert_eq!(end.outcome, Outcome::Reached);
}

#[test]
fn g7_safer_use_ends_by_the_answers_of_the_last_week() {
    let mut person = Person::with(&Goal { kind: GoalKind::Safer, ..reduce() });
    let agreement = Agreement {
        substance: None,
        measure: None,
        label: "not alone".to_owned(),
        filled_in: String::new(),
        hard: None,
        energy: None,
        confidence: None,
        of_goal: true,
        since: march(2),
        put_away: false,
    };
    let [first, second] = [1, 2].map(|_| {
        let id = person.new_id();
        person.journey.keep(id, &agreement, started());
        id
    });
    let mut answered = |agreement, answer| {
        let review = Review { agreement, week_start: march(23), answer };
        person.journey.keep(id::review(agreement, march(23)), &review, started());
        end(&person).outcome
    };
    assert_eq!(answered(first, ReviewAnswer::Yes), Outcome::TooFewData);
    assert_eq!(answered(second, ReviewAnswer::No), Outcome::Partly);
    assert_eq!(answered(second, ReviewAnswer::Yes), Outcome::Reached);
    assert_eq!(answered(second, ReviewAnswer::NotNeeded), Outcome::Reached);
    assert_eq!(answered(first, ReviewAnswer::Partly), Outcome::NotYet);
}

#[test]
fn shp_11_rests_move_the_end_and_an_early_end_is_the_end() {
    let pause = |from, until: Option<i64>| Pause { from: march(from), until: until.map(march) };
    let with = |pauses: Vec<Pause>| programme_end(&Round { pauses, ..round() }, march(20));
    assert_eq!(with(vec![]), march(29));
    assert_eq!(with(vec![pause(10, Some(13)), pause(12, Some(15))]), march(34), "five days");
    assert_eq!(with(vec![pause(18, None)]), march(32), "the 18th to the 20th so far");
    assert_eq!(with(vec![pause(40, Some(50)), pause(13, Some(11))]), march(29));
    let ended = Round { ended: Some(march(20)), ..round() };
    assert_eq!(programme_end(&ended, march(25)), march(20));
}

#[test]
fn shp_11_a_later_round_is_not_judged_by_a_week_before_it() {
    let mut person = Person::with(&weekly("4"));
    person.days(23, &["0"; 7]);
    let second = Round { number: 2, start: march(30), ..round() };
    assert_eq!(person.on(32).end(&second).outcome, Outcome::TooFewData);
}
