//! Step 3: the four lists, collected without weighing, then the decision. After "not now" nothing
//! more is asked.

use koers_core::app::Command as Record;
use koers_core::content::{Args as Words, Code, Kind};
use koers_core::journey::draft::{AnswerDraft, FieldDraft, TagDraft};
use koers_core::journey::exercise;

use crate::ask::{choose_several, text};
use crate::failure::Failure;
use crate::session::Session;
use crate::show;

pub(crate) fn balance(session: &Session<'_>, substance: &Code) -> Result<(), Failure> {
    let lists = session.until_recorded(
        || lists(session, substance).map(Some),
        |lists| vec![answer(exercise::DECISIONAL_BALANCE, substance, lists.clone())],
    )?;
    let options = ["intake-decision-change", "intake-decision-not-now"];
    let options = options.map(|id| session.say(id)).to_vec();
    match session.choose("intake-decision-ask", options, 0)? {
        None => Ok(()),
        Some(0) => {
            let lists = lists.unwrap_or_default();
            session.until_recorded(
                || commitment(session, substance, &lists).map(Some),
                |fields| vec![answer(exercise::DECISION, substance, fields.clone())],
            )?;
            Ok(())
        }
        Some(_) => {
            let fields = vec![line(exercise::DECISION_FIELD, exercise::NOT_NOW)];
            session.record(&answer(exercise::DECISION, substance, fields))?;
            show::paragraph(0, &session.say("intake-not-now"));
            Ok(())
        }
    }
}

fn answer(name: &str, substance: &Code, fields: Vec<FieldDraft>) -> Record {
    let (exercise, substance) = (name.into(), Some(substance.clone()));
    Record::Answer(AnswerDraft { exercise, substance, fields })
}

fn line(name: &str, line: &str) -> FieldDraft {
    FieldDraft { name: name.to_owned(), lines: vec![line.to_owned()], ..FieldDraft::default() }
}

/// The four lists: reasons of the pack, and own lines.
fn lists(session: &Session<'_>, substance: &Code) -> Result<Vec<FieldDraft>, Failure> {
    let reasons = session.voice.content.vocabulary(Kind::Reason, substance);
    let mut lists = Vec::new();
    for (name, group) in exercise::LISTS {
        let of_group: Vec<&Code> =
            reasons.iter().filter(|word| word.group == group).map(|word| &word.code).collect();
        let mut names: Vec<String> =
            of_group.iter().map(|code| session.voice.label(code)).collect();
        names.push(session.say("intake-own-line"));
        let question = session.say(&format!("intake-{group}-ask"));
        let chosen = choose_several(&session.voice, &question, names, &[])?.unwrap_or_default();
        let own = chosen.contains(&of_group.len());
        let codes = chosen.iter().filter_map(|nth| of_group.get(*nth).copied());
        let choices =
            codes.map(|code| TagDraft { code: Some(code.clone()), ..TagDraft::default() });
        let choices = choices.collect();
        let lines = if own { session.lines("intake-own-line", &[])? } else { vec![] };
        let name = name.to_owned();
        lists.push(FieldDraft { name, choices, lines, ..FieldDraft::default() });
    }
    Ok(lists)
}

/// What weighs most, and how sure the person is.
fn commitment(
    session: &Session<'_>,
    substance: &Code,
    lists: &[FieldDraft],
) -> Result<Vec<FieldDraft>, Failure> {
    let mut fields = vec![line(exercise::DECISION_FIELD, exercise::CHANGE)];
    fields
        .extend(strongest(session, lists)?.map(|reason| line(exercise::STRONGEST_REASON, &reason)));
    let importance = rating(session, substance, exercise::IMPORTANCE, "intake-importance-ask")?;
    let confidence = rating(session, substance, exercise::CONFIDENCE, "intake-confidence-ask")?;
    if let Some(value) = confidence.rating.filter(|value| *value > 0) {
        let question = Words::new().count("value", value);
        let question = session.voice.say_with("intake-why-not-lower", &question);
        let typed = text(&session.voice, &question, "", "ask-help-text")?.unwrap_or_default();
        if !typed.is_empty() {
            fields.push(line(exercise::WHY_NOT_LOWER, &typed));
        }
    }
    fields.extend([importance, confidence]);
    Ok(fields)
}

/// One of the person's own reasons, or another in own words.
fn strongest(session: &Session<'_>, lists: &[FieldDraft]) -> Result<Option<String>, Failure> {
    let mut reasons: Vec<String> = Vec::new();
    for list in lists.iter().filter(|list| ["stop_pros", "use_cons"].contains(&&*list.name)) {
        reasons.extend(
            list.choices
                .iter()
                .filter_map(|tag| tag.code.as_ref())
                .map(|code| session.voice.label(code)),
        );
        reasons.extend(list.lines.iter().cloned());
    }
    reasons.push(session.say("intake-own-line"));
    let Some(nth) = session.choose("intake-strongest-ask", reasons.clone(), 0)? else {
        return Ok(None);
    };
    if nth + 1 < reasons.len() {
        return Ok(reasons.get(nth).cloned());
    }
    Ok(session.text("intake-own-line", "")?.filter(|typed| !typed.is_empty()))
}

fn rating(
    session: &Session<'_>,
    substance: &Code,
    name: &str,
    id: &str,
) -> Result<FieldDraft, Failure> {
    let question = session.say(id);
    let field = |rating: &Option<i64>| FieldDraft {
        name: name.to_owned(),
        rating: *rating,
        ..FieldDraft::default()
    };
    let rating = session.fitting(
        &[name],
        || session.number(name, &question, None),
        |rating| answer(exercise::DECISION, substance, vec![field(rating)]),
    )?;
    Ok(field(&rating))
}
