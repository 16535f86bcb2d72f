//! What goes into the diary: entries, closings, notes and files of them.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use koers_core::app::{Command as Record, Found, RecordKind};
use koers_core::content::{Code, Kind, SituationId};
use koers_core::journey::draft::{
    ClosingDraft, EpisodeDraft, NoteDraft, OwnSituationDraft, Reason, TagDraft, UseDraft,
};
use koers_core::journey::{ClosingAnswer, Source};
use koers_core::time::When;

use crate::args::{CloseArgs, EditArgs, LogArgs, NoteArgs};
use crate::failure::Failure;
use crate::place::clock;
use crate::session::Session;
use crate::{ask, show};

pub(crate) fn log(session: &Session<'_>, args: &LogArgs) -> Result<(), Failure> {
    let substance = session.substance(&args.of)?;
    if args.is_empty() && args.when.is_none() {
        return ask::log(session, &substance);
    }
    let id = session.ok(session.koers.new_id())?;
    let mut draft = EpisodeDraft::blank(id, substance);
    let own = fill(session, &mut draft, args)?;
    record(session, own, Record::Log(draft))
}

/// An entry with the own situations that are new with it: all of it or nothing.
fn record(
    session: &Session<'_>,
    own: Vec<OwnSituationDraft>,
    entry: Record,
) -> Result<(), Failure> {
    let mut records: Vec<Record> = own.into_iter().map(Record::OwnSituation).collect();
    records.push(entry);
    session.record_all(&records)
}

/// The options put into a draft; what was not given stays as it is.
fn fill(
    session: &Session<'_>,
    draft: &mut EpisodeDraft,
    args: &LogArgs,
) -> Result<Vec<OwnSituationDraft>, Failure> {
    draft.craving = args.craving.or(draft.craving);
    for named in &args.situations {
        draft.situations.push(situation(session, &draft.substance, named)?);
    }
    let mut own = Vec::new();
    for words in &args.own {
        let id = session.ok(session.koers.new_id())?;
        let words = words.clone();
        own.push(OwnSituationDraft { id, words, covers: vec![], covers_words: vec![] });
        draft.situations.push(SituationId::own(id));
    }
    if args.used {
        draft.uses.retain(|one| one.substance != draft.substance);
        draft.uses.insert(0, used(session, &draft.substance, args));
    }
    around(session, draft, args);
    if let Some(note) = &args.note {
        draft.note.clone_from(note);
    }
    if let Some(when) = &args.when {
        draft.when = Some(moment(session, when)?);
    }
    Ok(own)
}

/// A situation of the catalogue by its id, or one of the person's list.
fn situation(session: &Session<'_>, substance: &Code, named: &str) -> Result<SituationId, Failure> {
    if session.voice.content.word(&Code::from(named)).is_some() {
        return Ok(named.into());
    }
    Ok(session.ok(session.koers.find_situation(named, Some(substance)))?.situation)
}

fn used(session: &Session<'_>, substance: &Code, args: &LogArgs) -> UseDraft {
    let first = || session.voice.content.units(substance).first().map(|unit| unit.code.clone());
    let unit = args.unit.as_ref().map(|unit| unit_code(substance, unit));
    UseDraft {
        substance: substance.clone(),
        amount: args.amount.clone(),
        unit: unit.or_else(|| first().filter(|_| args.amount.is_some())),
    }
}

/// A unit by its last word (`joint`) or its whole code.
pub(super) fn unit_code(substance: &Code, unit: &str) -> Code {
    match unit {
        whole if whole.contains(':') => Code::from(whole),
        "use-day" => Code::from("base:unit.use-day"),
        last => Code::from(format!("{substance}:unit.{last}")),
    }
}

/// What was there besides: known by an id of base or of the substance, or in own words.
fn around(session: &Session<'_>, draft: &mut EpisodeDraft, args: &LogArgs) {
    let known = |kind: Kind, named: &str, substance: &Code| {
        let bare = named.rsplit(['.', ':']).next().unwrap_or(named);
        let packs = ["base", substance.as_str()];
        let codes = packs.map(|pack| Code::from(format!("{pack}:{}.{bare}", kind.as_str())));
        let is_kind =
            |code: &&Code| session.voice.content.word(code).is_some_and(|word| word.kind == kind);
        codes.iter().find(is_kind).cloned()
    };
    let around = &args.around;
    let given = [
        (Kind::Thought, &around.thoughts),
        (Kind::Feeling, &around.feelings),
        (Kind::Body, &around.body),
        (Kind::Place, &around.place),
        (Kind::Company, &around.company),
        (Kind::Activity, &around.activity),
    ];
    for (kind, words) in given {
        for named in words {
            let code = known(kind, named, &draft.substance);
            let tag = TagDraft { code, words: named.clone(), strength: None };
            if let Some(list) = ask::of_kind(draft, kind) {
                list.push(tag);
            }
        }
    }
    for named in &around.also {
        // A code that no pack knows is for the core to refuse.
        let code = known(Kind::CoUse, named, &draft.substance);
        let substance = code.unwrap_or_else(|| Code::from(named.as_str()));
        draft.uses.push(UseDraft { substance, amount: None, unit: None });
    }
}

/// `2026-03-05T21:30` in the zone of the command, or a day.
fn moment(session: &Session<'_>, text: &str) -> Result<When, Failure> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(When::Sometime { day });
    }
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|_| session.voice.refuse("when", Reason::InvalidDate))?;
    let home = clock(session.args)?.here().home;
    Ok(When::At {
        date: at.date(),
        hour: at.hour(),
        minute: at.minute(),
        zone: home.zone,
        offset_minutes: Some(home.offset_minutes),
        second_occurrence: false,
    })
}

pub(crate) fn edit(session: &Session<'_>, args: &EditArgs) -> Result<(), Failure> {
    let Found { id, kind } = session.ok(session.koers.find(&args.id))?;
    match kind {
        RecordKind::Episode => {
            let mut draft = session.ok(session.koers.episode_draft(id))?;
            if args.is_empty() {
                return ask::edit(session, &draft);
            }
            clear(session, &mut draft, args)?;
            let own = fill(session, &mut draft, &args.log)?;
            record(session, own, Record::EditLog(draft))
        }
        RecordKind::Note => {
            let before = session.ok(session.koers.note_draft(id))?;
            if args.is_empty() {
                return ask::note(session, &before);
            }
            let when = args.log.when.as_deref().map(|when| moment(session, when)).transpose()?;
            let mood = args.mood.or(before.mood.filter(|_| !args.clear_mood));
            let text = args.text.clone().unwrap_or(before.text);
            session.record(&Record::Note(NoteDraft { id, text, mood, when, made: None }))
        }
        _ => Err(Failure::Wrong(session.say("edit-closing"))),
    }
}

/// Takes out what the options name.
fn clear(session: &Session<'_>, draft: &mut EpisodeDraft, args: &EditArgs) -> Result<(), Failure> {
    if args.no_use {
        draft.uses.retain(|one| one.substance != draft.substance);
    }
    if args.clear_craving {
        draft.craving = None;
    }
    if args.clear_note {
        draft.note.clear();
    }
    if args.clear_around {
        draft.uses.retain(|one| one.substance == draft.substance);
        let kinds =
            [Kind::Thought, Kind::Feeling, Kind::Body, Kind::Place, Kind::Company, Kind::Activity];
        for kind in kinds {
            if let Some(list) = ask::of_kind(draft, kind) {
                list.clear();
            }
        }
    }
    for named in &args.not_situations {
        let gone = situation(session, &draft.substance, named)?;
        draft.situations.retain(|one| *one != gone);
    }
    Ok(())
}

pub(crate) fn note(session: &Session<'_>, args: &NoteArgs) -> Result<(), Failure> {
    let when = args.when.as_deref().map(|when| moment(session, when)).transpose()?;
    let id = session.ok(session.koers.new_id())?;
    let text = args.text.clone().unwrap_or_default();
    let draft = NoteDraft { id, text, mood: args.mood, when, made: None };
    if args.text.is_none() && args.mood.is_none() {
        return ask::note(session, &draft);
    }
    session.record(&Record::Note(draft))
}

pub(crate) fn close(session: &Session<'_>, args: &CloseArgs) -> Result<(), Failure> {
    let answer = match (args.answer.none, args.answer.done, args.answer.so_far) {
        (true, ..) => ClosingAnswer::NotUsed,
        (_, true, _) => ClosingAnswer::ThatsAll,
        (_, _, true) => ClosingAnswer::SoFar,
        _ => ClosingAnswer::Stayed,
    };
    session.record(&Record::Close(ClosingDraft {
        id: session.ok(session.koers.new_id())?,
        substances: args.substance.as_deref().map(Code::from).into_iter().collect(),
        day: args.day,
        answer,
        made: None,
        source: Source::App,
    }))
}

pub(crate) fn import(
    session: &Session<'_>,
    file: &Path,
    dry_run: bool,
    skip_bad: bool,
) -> Result<(), Failure> {
    let bytes = std::fs::read(file)
        .map_err(|error| Failure::Wrong(format!("{}: {error}", file.display())))?;
    let report = session.ok(session.koers.import(&bytes, dry_run, skip_bad))?;
    crate::session::print(session.args, &report, show::import)?;
    if report.faults.is_empty() || skip_bad {
        return Ok(());
    }
    Err(Failure::Wrong(session.say("error-cancelled")))
}
