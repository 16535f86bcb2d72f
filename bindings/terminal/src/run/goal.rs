//! Choosing a goal, and the step for a week.

use chrono::Weekday;
use koers_core::app::Command as Record;
use koers_core::content::{Code, Kind};
use koers_core::journey::draft::{AgreementDraft, GoalDraft, Reason, StepDraft};
use koers_core::journey::{GoalKind, Pace};

use super::day::unit_code;
use crate::args::{GoalSetArgs, StepArgs};
use crate::ask;
use crate::failure::Failure;
use crate::session::Session;

pub(crate) fn set(session: &Session<'_>, args: &GoalSetArgs) -> Result<(), Failure> {
    let substance = session.substance(&args.of)?;
    if args.is_empty() {
        ask::goal(session, &substance)?;
        return Ok(());
    }
    let before = session.ok(session.koers.goal_draft(&substance))?;
    let kind = args.kind.map(GoalKind::from).or(before.as_ref().map(|goal| goal.kind));
    let Some(kind) = kind else { return Err(session.voice.refuse("kind", Reason::Empty)) };
    let blank = GoalDraft {
        substance: substance.clone(),
        kind,
        pace: Pace::RightAway,
        unit: session.ok(session.koers.goal(Some(&substance)))?.unit,
        stop_date: None,
        per_week: None,
        per_day: None,
        weekdays: vec![],
        week_starts: 0,
        set_on: None,
        words: String::new(),
    };
    let mut draft = before.unwrap_or(blank);
    draft.kind = kind;
    draft.set_on = None;
    draft.pace = args.pace.map_or(draft.pace, Pace::from);
    if let Some(unit) = &args.unit {
        draft.unit = unit_code(&substance, unit);
    }
    draft.stop_date = args.stop_date.or(draft.stop_date);
    draft.per_week = args.per_week.clone().or(draft.per_week);
    draft.per_day = args.per_day.clone().or(draft.per_day);
    if !args.weekdays.is_empty() {
        draft.weekdays = numbers(&args.weekdays);
    }
    if let Some(day) = args.week_starts {
        draft.week_starts = day.num_days_from_monday();
    }
    let mut records = vec![Record::Goal(draft)];
    for words in &args.agreements {
        records.push(agreement(session, &substance, kind, words)?);
    }
    session.record_all(&records)
}

fn agreement(
    session: &Session<'_>,
    substance: &Code,
    kind: GoalKind,
    words: &str,
) -> Result<Record, Failure> {
    let code = Code::from(words);
    let known = session.voice.content.word(&code).is_some_and(|word| word.kind == Kind::Measure);
    Ok(Record::Agreement(AgreementDraft {
        id: session.ok(session.koers.new_id())?,
        substance: Some(substance.clone()),
        measure: known.then_some(code),
        words: words.to_owned(),
        filled_in: String::new(),
        hard: None,
        energy: None,
        confidence: None,
        of_goal: kind == GoalKind::Safer,
        since: None,
        put_away: false,
    }))
}

fn numbers(days: &[Weekday]) -> Vec<u32> {
    days.iter().map(Weekday::num_days_from_monday).collect()
}

/// The step for the goal week that runs now.
pub(crate) fn step(session: &Session<'_>, args: &StepArgs) -> Result<(), Failure> {
    let goal = session.ok(session.koers.goal(args.of.code().as_ref()))?;
    let Some(week) = goal.week else { return Err(session.voice.refuse("goal", Reason::Empty)) };
    session.record(&Record::Step(StepDraft {
        substance: goal.substance,
        week_start: week.week.start,
        per_week: args.per_week.clone(),
        per_day: args.per_day.clone(),
        weekdays: numbers(&args.weekdays),
        none: args.none,
    }))
}
