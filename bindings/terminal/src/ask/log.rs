//! The daily form in five questions at most: craving, situations, use, what else was there, a note.

use koers_core::app::Command as Record;
use koers_core::content::{Args as Words, Code, Kind, SituationId};
use koers_core::journey::draft::{EpisodeDraft, OwnSituationDraft, TagDraft, UseDraft};

use super::{choose, choose_several};
use crate::failure::Failure;
use crate::session::Session;

/// What "what else was there" offers, with the name of its field.
const AROUND: [(Kind, &str); 7] = [
    (Kind::Feeling, "field-feelings"),
    (Kind::Thought, "field-thoughts"),
    (Kind::Body, "field-body"),
    (Kind::Place, "field-places"),
    (Kind::Company, "field-company"),
    (Kind::Activity, "field-activities"),
    (Kind::CoUse, "field-also-used"),
];

/// A new entry: what to record, own situations first.
pub(crate) fn log(session: &Session<'_>, substance: &Code) -> Result<(), Failure> {
    let id = session.ok(session.koers.new_id())?;
    let blank = EpisodeDraft::blank(id, substance.clone());
    session.until_recorded(
        || questions(session, &blank).map(Some),
        |(own, draft)| with_own(own, Record::Log(draft.clone())),
    )?;
    Ok(())
}

/// The same questions about an entry that is there, each with what stands there now.
pub(crate) fn edit(session: &Session<'_>, before: &EpisodeDraft) -> Result<(), Failure> {
    session.until_recorded(
        || questions(session, before).map(Some),
        |(own, draft)| with_own(own, Record::EditLog(draft.clone())),
    )?;
    Ok(())
}

fn with_own(own: &[OwnSituationDraft], entry: Record) -> Vec<Record> {
    let own = own.iter().cloned().map(Record::OwnSituation);
    own.chain(std::iter::once(entry)).collect()
}

type Answers = (Vec<OwnSituationDraft>, EpisodeDraft);

fn questions(session: &Session<'_>, before: &EpisodeDraft) -> Result<Answers, Failure> {
    let mut draft = before.clone();
    draft.craving = craving(session, &draft)?;
    let own = situations(session, &mut draft)?;
    uses(session, &mut draft)?;
    around(session, &mut draft)?;
    let noted = |note: &Option<String>| {
        let note = note.clone().unwrap_or_default();
        Record::Log(EpisodeDraft { note, ..still_open(&draft) })
    };
    let note = session.fitting(&["note"], || session.text("log-note-ask", &draft.note), noted)?;
    draft.note = note.unwrap_or(draft.note);
    Ok((own, draft))
}

/// The draft while questions are still to come: it is not refused for being empty, nor for
/// situations that are to be recorded with it.
fn still_open(draft: &EpisodeDraft) -> EpisodeDraft {
    let note = if draft.note.is_empty() { "-".to_owned() } else { draft.note.clone() };
    EpisodeDraft { note, situations: vec![], ..draft.clone() }
}

fn craving(session: &Session<'_>, draft: &EpisodeDraft) -> Result<Option<i64>, Failure> {
    let question = session.say("log-craving-ask");
    session.fitting(
        &["craving"],
        || session.number("craving", &question, draft.craving),
        |craving| Record::Log(EpisodeDraft { craving: *craving, ..still_open(draft) }),
    )
}

/// The ranked list first, then the rest of the catalogue, then own words.
fn situations(
    session: &Session<'_>,
    draft: &mut EpisodeDraft,
) -> Result<Vec<OwnSituationDraft>, Failure> {
    let ranked = session.ok(session.koers.situations(Some(&draft.substance)))?;
    let mut all: Vec<(SituationId, String)> =
        ranked.places.into_iter().map(|place| (place.id, place.label)).collect();
    for word in session.voice.content.vocabulary(Kind::Situation, &draft.substance) {
        let id = SituationId::catalogue(&word.code);
        if all.iter().all(|(one, _)| *one != id) {
            all.push((id, session.voice.label(&word.code)));
        }
    }
    let mut names: Vec<String> = all.iter().map(|(_, label)| label.clone()).collect();
    names.push(session.say("log-own-situation"));
    let there = |(nth, (id, _)): (usize, &(SituationId, String))| {
        draft.situations.contains(id).then_some(nth)
    };
    let marked: Vec<usize> = all.iter().enumerate().filter_map(there).collect();
    let question = session.say("log-situations-ask");
    let Some(chosen) = choose_several(&session.voice, &question, names, &marked)? else {
        return Ok(vec![]);
    };
    draft.situations =
        chosen.iter().filter_map(|nth| all.get(*nth)).map(|(id, _)| id.clone()).collect();
    let mut own = Vec::new();
    if chosen.contains(&all.len()) {
        own.extend(own_situation(session)?);
    }
    draft.situations.extend(own.iter().map(|one| SituationId::own(one.id)));
    Ok(own)
}

/// A situation in own words.
pub(super) fn own_situation(session: &Session<'_>) -> Result<Option<OwnSituationDraft>, Failure> {
    let id = session.ok(session.koers.new_id())?;
    let draft = |words: &Option<String>| OwnSituationDraft {
        id,
        words: words.clone().unwrap_or_default(),
        covers: vec![],
        covers_words: vec![],
    };
    let words = session.fitting(
        &["words"],
        || session.text("log-own-situation", ""),
        // Left open is an answer too, and not one that has to fit.
        |words| Record::OwnSituation(draft(&words.clone().or_else(|| Some("-".to_owned())))),
    )?;
    Ok(words.is_some().then(|| draft(&words)))
}

/// Whether, in which unit, and how much: "used, don't know how much" is an answer too.
fn uses(session: &Session<'_>, draft: &mut EpisodeDraft) -> Result<(), Failure> {
    let units = session.voice.content.units(&draft.substance);
    let mut options = vec![session.say("log-used-none")];
    for unit in &units {
        let name = Words::new().text("unit", session.voice.label(&unit.code));
        options.push(session.voice.say_with("log-used-in", &name));
    }
    options.push(session.say("log-used-unknown"));
    let before = draft.uses.iter().find(|one| one.substance == draft.substance).cloned();
    let at = match &before {
        None => 0,
        Some(UseDraft { unit, amount: Some(_), .. }) => {
            let nth = units.iter().position(|one| Some(&one.code) == unit.as_ref());
            nth.map_or(0, |nth| nth + 1)
        }
        Some(_) => units.len() + 1,
    };
    let question = session.say("log-used-ask");
    let Some(chosen) = choose(&session.voice, &question, options, at)? else { return Ok(()) };
    draft.uses.retain(|one| one.substance != draft.substance);
    if chosen == 0 {
        return Ok(());
    }
    let unit = units.get(chosen - 1).map(|unit| unit.code.clone());
    let used = |amount: &Option<String>| UseDraft {
        substance: draft.substance.clone(),
        amount: amount.clone().filter(|amount| !amount.is_empty()),
        unit: unit.clone(),
    };
    let amount = if unit.is_none() {
        None
    } else {
        let known = before.as_ref().and_then(|one| one.amount.clone()).unwrap_or_default();
        session.fitting(
            &["uses"],
            || session.text("log-amount-ask", &known),
            |amount| Record::Log(EpisodeDraft { uses: vec![used(amount)], ..still_open(draft) }),
        )?
    };
    let used = used(&amount);
    draft.uses.insert(0, used);
    Ok(())
}

/// Thoughts, feelings, body, place, company, activity and what else was used, in one list.
fn around(session: &Session<'_>, draft: &mut EpisodeDraft) -> Result<(), Failure> {
    let mut all: Vec<(Kind, TagDraft, String)> = Vec::new();
    for (kind, field) in AROUND {
        let field = session.say(field);
        for word in session.voice.content.vocabulary(kind, &draft.substance) {
            let label = format!("{} ({field})", session.voice.label(&word.code));
            let code = Some(word.code.clone());
            all.push((kind, TagDraft { code, ..TagDraft::default() }, label));
        }
        let own = of_kind(draft, kind).into_iter().flatten().filter(|tag| tag.code.is_none());
        all.extend(own.map(|tag| (kind, tag.clone(), format!("{} ({field})", tag.words))));
    }
    let marked: Vec<usize> = (0..all.len()).filter(|nth| is_there(draft, &all[*nth])).collect();
    let names = all.iter().map(|(.., label)| label.clone()).collect();
    let question = session.say("log-more-ask");
    let Some(chosen) = choose_several(&session.voice, &question, names, &marked)? else {
        return Ok(());
    };
    draft.uses.retain(|one| one.substance == draft.substance);
    for (kind, _) in AROUND {
        if let Some(list) = of_kind(draft, kind) {
            list.clear();
        }
    }
    for (kind, tag, _) in chosen.into_iter().map(|nth| &all[nth]) {
        match (of_kind(draft, *kind), &tag.code) {
            (Some(list), _) => list.push(tag.clone()),
            (None, Some(code)) => {
                let substance = code.clone();
                draft.uses.push(UseDraft { substance, amount: None, unit: None });
            }
            (None, None) => {}
        }
    }
    Ok(())
}

fn is_there(draft: &mut EpisodeDraft, (kind, tag, _): &(Kind, TagDraft, String)) -> bool {
    match (of_kind(draft, *kind), &tag.code) {
        (Some(list), Some(code)) => list.iter().any(|one| one.code.as_ref() == Some(code)),
        (Some(_), None) => true,
        (None, Some(code)) => draft.uses.iter().any(|one| one.substance == *code),
        (None, None) => false,
    }
}

/// The field that takes circumstances of a kind; co-use has none of its own.
pub(crate) fn of_kind(draft: &mut EpisodeDraft, kind: Kind) -> Option<&mut Vec<TagDraft>> {
    Some(match kind {
        Kind::Thought => &mut draft.thoughts,
        Kind::Feeling => &mut draft.feelings,
        Kind::Body => &mut draft.body,
        Kind::Place => &mut draft.place,
        Kind::Company => &mut draft.company,
        Kind::Activity => &mut draft.activity,
        _ => return None,
    })
}
