//! A prevention plan, field by field, in the order and the words of the core (SHP-18).

use koers_core::app::{Command as Record, PlanField};
use koers_core::content::SituationId;
use koers_core::journey::YesPartlyNo;
use koers_core::journey::draft::PlanDraft;

use super::{choose, text};
use crate::failure::Failure;
use crate::session::Session;
use crate::show;

/// A plan by questions; what is left open stays as it is.
pub(crate) fn plan(session: &Session<'_>, situation: &SituationId) -> Result<(), Failure> {
    let view = session.ok(session.koers.plan(situation))?;
    let before = session.ok(session.koers.plan_draft(situation))?;
    show::title(&view.title);
    let ask = || {
        let mut draft = before.clone();
        for field in &view.fields {
            draft = session.fitting(
                &[field.field.as_str()],
                || one(session, field, &draft),
                |draft| Record::Plan(draft.clone()),
            )?;
        }
        Ok(Some(draft))
    };
    session.until_recorded(ask, |draft| vec![Record::Plan(draft.clone())])?;
    Ok(())
}

fn one(session: &Session<'_>, field: &PlanField, before: &PlanDraft) -> Result<PlanDraft, Failure> {
    let mut draft = before.clone();
    show::suggestions(field);
    match field.field.as_str() {
        "avoidable" => draft.avoidable = avoidable(session, &field.ask, draft.avoidable)?,
        "confidence" => {
            draft.confidence = session.number("confidence", &field.ask, draft.confidence)?;
        }
        "helping_thought" => line(session, field, &mut draft.helping_thought)?,
        "way_out" => line(session, field, &mut draft.way_out)?,
        "alternative" => line(session, field, &mut draft.alternative)?,
        "early_signals" => lines(session, field, &mut draft.early_signals)?,
        "avoid" => lines(session, field, &mut draft.avoid)?,
        "prepare" => lines(session, field, &mut draft.prepare)?,
        "during" => lines(session, field, &mut draft.during)?,
        "after" => lines(session, field, &mut draft.after)?,
        "who" => lines(session, field, &mut draft.who)?,
        _ => {}
    }
    Ok(draft)
}

fn line(session: &Session<'_>, field: &PlanField, value: &mut String) -> Result<(), Failure> {
    if let Some(typed) = text(&session.voice, &field.ask, value, "ask-help-text")? {
        *value = typed;
    }
    Ok(())
}

fn lines(session: &Session<'_>, field: &PlanField, value: &mut Vec<String>) -> Result<(), Failure> {
    let before = value.join("; ");
    if let Some(typed) = text(&session.voice, &field.ask, &before, "ask-help-lines")? {
        let lines = typed.split(';').map(|line| line.trim().to_owned());
        *value = lines.filter(|line| !line.is_empty()).collect();
    }
    Ok(())
}

fn avoidable(
    session: &Session<'_>,
    question: &str,
    before: Option<YesPartlyNo>,
) -> Result<Option<YesPartlyNo>, Failure> {
    let words = ["plan-avoid-yes", "plan-avoid-partly", "plan-avoid-no"];
    let options = words.map(|id| session.say(id)).to_vec();
    let at = YesPartlyNo::ALL.iter().position(|one| Some(*one) == before).unwrap_or_default();
    let chosen = choose(&session.voice, question, options, at)?;
    Ok(chosen.and_then(|nth| YesPartlyNo::ALL.get(nth).copied()).or(before))
}
