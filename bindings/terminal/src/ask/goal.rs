//! A goal by questions: what, how much, on which days, at which pace, and the agreements.

use chrono::{NaiveDate, Weekday};
use koers_core::app::Command as Record;
use koers_core::content::{Code, speak};
use koers_core::journey::draft::{AgreementDraft, GoalDraft, Reason, StepDraft};
use koers_core::journey::{GoalKind, Pace};

use super::{choose_several, text};
use crate::failure::Failure;
use crate::session::Session;

/// The days of the week, as drafts number them.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// A goal and what belongs to it; false where the person left the first question open.
pub(crate) fn goal(session: &Session<'_>, substance: &Code) -> Result<bool, Failure> {
    let asked = || {
        let Some(draft) = draft(session, substance)? else { return Ok(None) };
        let agreements = match draft.kind {
            GoalKind::Safer => agreements(session, substance, GoalKind::Safer)?,
            _ => vec![],
        };
        Ok(Some((draft, agreements)))
    };
    let commands = |(draft, agreements): &(GoalDraft, Vec<Record>)| {
        std::iter::once(Record::Goal(draft.clone())).chain(agreements.iter().cloned()).collect()
    };
    let Some((draft, _)) = session.until_recorded(asked, commands)? else { return Ok(false) };
    if draft.pace == Pace::StepByStep {
        first_step(session, substance)?;
    }
    Ok(true)
}

fn draft(session: &Session<'_>, substance: &Code) -> Result<Option<GoalDraft>, Failure> {
    let now = session.ok(session.koers.goal(Some(substance)))?;
    let names = ["goal-kind-stop", "goal-kind-reduce", "goal-kind-safer"];
    let names = names.map(|id| session.say(id)).to_vec();
    let at = GoalKind::ALL.iter().position(|kind| Some(*kind) == now.kind).unwrap_or_default();
    let Some(kind) = session.choose("intake-goal-ask", names, at)? else { return Ok(None) };
    let kind = GoalKind::ALL[kind];
    let mut draft = GoalDraft {
        substance: substance.clone(),
        kind,
        pace: Pace::RightAway,
        unit: now.unit.clone(),
        stop_date: None,
        per_week: None,
        per_day: None,
        weekdays: vec![],
        week_starts: 0,
        set_on: None,
        words: String::new(),
    };
    match kind {
        GoalKind::Stop => draft.stop_date = stop_date(session, substance)?,
        GoalKind::Reduce => limits(session, &mut draft)?,
        GoalKind::Safer | GoalKind::Unknown(_) => {}
    }
    if kind == GoalKind::Reduce {
        let paces = ["goal-right-away", "goal-step-by-step"].map(|id| session.say(id)).to_vec();
        let chosen = session.choose("intake-pace-ask", paces, 0)?;
        draft.pace = if chosen == Some(1) { Pace::StepByStep } else { Pace::RightAway };
    }
    if now.kind.is_none() {
        draft.week_starts = session
            .choose("intake-week-starts-ask", weekdays(session), 0)?
            .map_or(0, |nth| nth as u32);
    }
    Ok(Some(draft))
}

fn weekdays(session: &Session<'_>) -> Vec<String> {
    WEEK.map(|day| speak::weekday(day, session.voice.lang)).to_vec()
}

fn stop_date(session: &Session<'_>, substance: &Code) -> Result<Option<NaiveDate>, Failure> {
    let today = session.ok(session.koers.today(Some(substance)))?.day;
    let options = ["intake-stop-today", "intake-stop-day", "intake-stop-not-yet"];
    let options = options.map(|id| session.say(id)).to_vec();
    match session.choose("intake-stop-date-ask", options, 0)? {
        Some(0) => Ok(Some(today)),
        Some(1) => {
            let question = session.say("field-stop-date");
            let parse = |typed: &str| typed.parse().map_err(|_| Reason::InvalidDate);
            session.read("stop_date", &question, "", "ask-help-day", parse)
        }
        _ => Ok(None),
    }
}

/// Limits per week and per day, and the days on which use is allowed; each can be left open, but
/// not all of them.
fn limits(session: &Session<'_>, draft: &mut GoalDraft) -> Result<(), Failure> {
    let units = session.voice.content.goal_units(&draft.substance);
    let names = units.iter().map(|unit| session.voice.label(&unit.code)).collect();
    let at = units.iter().position(|unit| unit.code == draft.unit).unwrap_or_default();
    if let Some(nth) = session.choose("intake-unit-ask", names, at)? {
        draft.unit = units[nth].code.clone();
    }
    draft.per_week = amount(session, "intake-weekly-ask")?;
    draft.per_day = amount(session, "intake-daily-ask")?;
    let question = session.say("intake-weekdays-ask");
    let chosen = choose_several(&session.voice, &question, weekdays(session), &[])?;
    draft.weekdays = chosen.unwrap_or_default().into_iter().map(|nth| nth as u32).collect();
    Ok(())
}

fn amount(session: &Session<'_>, id: &str) -> Result<Option<String>, Failure> {
    Ok(session.text(id, "")?.filter(|typed| !typed.is_empty()))
}

/// Step by step: what the person wants for the goal week that runs now.
fn first_step(session: &Session<'_>, substance: &Code) -> Result<(), Failure> {
    let Some(week) = session.ok(session.koers.goal(Some(substance)))?.week else { return Ok(()) };
    let asked = || amount(session, "intake-step-first-ask");
    let step = |per_week: &String| {
        vec![Record::Step(StepDraft {
            substance: substance.clone(),
            week_start: week.week.start,
            per_week: Some(per_week.clone()),
            per_day: None,
            weekdays: vec![],
            none: false,
        })]
    };
    session.until_recorded(asked, step)?;
    Ok(())
}

/// Agreements with oneself: measures that fit the goal, or own words, each with its details.
pub(super) fn agreements(
    session: &Session<'_>,
    substance: &Code,
    kind: GoalKind,
) -> Result<Vec<Record>, Failure> {
    let measures = session.ok(session.koers.measures(substance, kind))?;
    let mut names: Vec<String> = measures.iter().map(|one| one.label.clone()).collect();
    names.push(session.say("log-own-situation"));
    let question = session.say("intake-agreement-ask");
    let chosen = choose_several(&session.voice, &question, names.clone(), &[])?;
    let mut records = Vec::new();
    for nth in chosen.unwrap_or_default() {
        let measure = measures.get(nth).map(|one| one.code.clone());
        let words = match measure {
            Some(_) => String::new(),
            None => session.text("log-own-situation", "")?.unwrap_or_default(),
        };
        if measure.is_none() && words.is_empty() {
            continue;
        }
        let details = match &measure {
            Some(_) => format!("{}. {}", names[nth], session.say("intake-agreement-details")),
            None => session.say("intake-agreement-details"),
        };
        let filled_in = text(&session.voice, &details, "", "ask-help-text")?.unwrap_or_default();
        records.push(Record::Agreement(AgreementDraft {
            id: session.ok(session.koers.new_id())?,
            substance: Some(substance.clone()),
            measure,
            words,
            filled_in,
            hard: None,
            energy: None,
            confidence: None,
            of_goal: kind == GoalKind::Safer,
            since: None,
            put_away: false,
        }));
    }
    Ok(records)
}
