//! What each command does.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use koers_core::app::{Command as Record, Koers, KoersError, RecordKind, help_now};
use koers_core::content::{Code, Content, check};
use koers_core::journey::draft::{
    ClosingDraft, EpisodeDraft, ListDraft, Reason, StepDraft, TagDraft, UseDraft,
};
use koers_core::journey::{ClosingAnswer, Source};
use koers_core::time::When;
use koers_core::vault::Secret;
use serde::Serialize;

use crate::args::{Args, CloseArgs, Command, LogArgs, Of, PackCommand};
use crate::place::{Failure, clock, failure, lang, open, passphrase, spinner, text, vault_path};
use crate::{answers, ask, demo, show};

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    match &args.command {
        Command::Demo { substance, weeks, seed, out } => {
            demo::run(args, substance, *weeks, *seed, out.as_deref())
        }
        Command::Start { answers } => start(args, answers.as_deref()),
        Command::HelpNow { country } => help(args, country.as_deref()),
        Command::Pack { command: PackCommand::Check { dir } } => pack_check(dir),
        Command::Wipe { yes } => wipe(args, *yes),
        Command::Passphrase => change_passphrase(args),
        command => {
            let koers = open(args)?;
            opened(args, &koers, command)
        }
    }
}

fn opened(args: &Args, koers: &Koers, command: &Command) -> Result<(), Failure> {
    let fail = |error: KoersError| failure(args, &error);
    let of = |of: &Of| of.substance.as_deref().map(Code::from);
    match command {
        Command::Log(log) => record_log(args, koers, log),
        Command::Close(close) => record_close(args, koers, close),
        Command::Edit { id, log } => edit(args, koers, id, log),
        Command::Delete { id } => {
            let (id, kind) = koers.find(id).map_err(fail)?;
            say(args, koers, &Record::Delete { kind, id })
        }
        Command::Undo => {
            let receipt = koers.undo().map_err(fail)?;
            print(args, &receipt, show::receipt)
        }
        Command::Today(one) => {
            print(args, &koers.today(of(one).as_ref()).map_err(fail)?, show::today)
        }
        Command::Diary { count, skip } => {
            print(args, &koers.diary(*skip, *count).map_err(fail)?, show::diary)
        }
        Command::Situations(one) => {
            let view = koers.situations(of(one).as_ref()).map_err(fail)?;
            print(args, &view, show::situations)
        }
        Command::Why { situation } => why(args, koers, situation),
        Command::Pin { situation, off } => pin(args, koers, situation, !off),
        Command::Plan { situation, edit } => plan(args, koers, situation, *edit),
        Command::Goal(one) => print(args, &koers.goal(of(one).as_ref()).map_err(fail)?, show::goal),
        Command::Results(one) => {
            print(args, &koers.results(of(one).as_ref()).map_err(fail)?, show::results)
        }
        Command::Evaluate(one) => {
            print(args, &koers.evaluate(of(one).as_ref()).map_err(fail)?, show::evaluation)
        }
        Command::Reminders => print(args, &koers.reminders().map_err(fail)?, show::reminders),
        Command::Step { of: one, per_week, per_day } => {
            step(args, koers, of(one).as_ref(), per_week.clone(), per_day.clone())
        }
        Command::Import { file, dry_run, skip_bad } => {
            let report = koers.import(&std::fs::read(file)?, *dry_run, *skip_bad).map_err(fail)?;
            print(args, &report, show::import)?;
            if report.faults.is_empty() || *skip_bad {
                return Ok(());
            }
            Err(Failure(text(args, "error-cancelled")))
        }
        Command::Start { .. }
        | Command::Demo { .. }
        | Command::HelpNow { .. }
        | Command::Pack { .. }
        | Command::Wipe { .. }
        | Command::Passphrase => Ok(()),
    }
}

/// A view as text, or as one JSON object.
fn print<V: Serialize>(args: &Args, view: &V, show: impl Fn(&V)) -> Result<(), Failure> {
    if args.json {
        let text = serde_json::to_string(view).map_err(|error| Failure(error.to_string()))?;
        anstream::println!("{text}");
    } else {
        show(view);
    }
    Ok(())
}

fn say(args: &Args, koers: &Koers, command: &Record) -> Result<(), Failure> {
    let receipt = koers.record(command).map_err(|error| failure(args, &error))?;
    print(args, &receipt, show::receipt)
}

fn start(args: &Args, file: Option<&Path>) -> Result<(), Failure> {
    let content = Content::shipped();
    let answers = file.map(answers::read).transpose()?;
    let path = vault_path(args)?;
    let secret = passphrase(args, &text(args, "intake-secret-ask"))?;
    if secret.is_empty() {
        return Err(Failure(text(args, "intake-secret-ask")));
    }
    let chosen = answers.as_ref().and_then(|answers| answers.language.as_deref()?.parse().ok());
    let lang = lang(args).or(chosen).unwrap_or_default();
    let bar = spinner();
    let slots = [Secret::Passphrase(&secret)];
    let made = Koers::create(&path, &slots, lang, clock(args)?, &mut |_| {});
    bar.finish_and_clear();
    let koers = made.map_err(|error| failure(args, &error))?;
    match answers {
        Some(answers) => match answers.record(&koers, &content) {
            Ok(()) => Ok(()),
            Err(error) => {
                // Nothing of a file that was refused stays behind.
                drop(koers);
                Koers::wipe(&path).map_err(|error| failure(args, &error))?;
                Err(failure(args, &error))
            }
        },
        None => ask::start(args, &koers, &content),
    }
}

fn help(args: &Args, country: Option<&str>) -> Result<(), Failure> {
    let country = country.unwrap_or_default().to_uppercase();
    let view = help_now(&Content::shipped(), lang(args).unwrap_or_default(), &country);
    print(args, &view, show::help)
}

fn substance(koers: &Koers, args: &Args, of: &Of) -> Result<Code, Failure> {
    if let Some(named) = &of.substance {
        return Ok(Code::from(named.as_str()));
    }
    let followed = koers.substances().map_err(|error| failure(args, &error))?;
    let none = || KoersError::InvalidDraft { field: "substance".to_owned(), reason: Reason::Empty };
    followed.first().map(|one| one.code.clone()).ok_or_else(|| failure(args, &none()))
}

fn record_log(args: &Args, koers: &Koers, log: &LogArgs) -> Result<(), Failure> {
    let content = Content::shipped();
    let substance = substance(koers, args, &log.of)?;
    let by_options = log.craving.is_some() || log.used || !log.situations.is_empty();
    let draft = if by_options || log.note.is_some() {
        let id = koers.new_id().map_err(|error| failure(args, &error))?;
        let blank = EpisodeDraft::blank(id, substance);
        fill(args, koers, &content, blank, log)?
    } else {
        ask::log(args, koers, &content, &substance)?
    };
    say(args, koers, &Record::Log(draft))
}

/// The options put into a draft; what was not given stays as it is.
fn fill(
    args: &Args,
    koers: &Koers,
    content: &Content,
    mut draft: EpisodeDraft,
    log: &LogArgs,
) -> Result<EpisodeDraft, Failure> {
    draft.craving = log.craving.or(draft.craving);
    for named in &log.situations {
        let id = match content.word(&Code::from(named.as_str())) {
            Some(_) => named.as_str().into(),
            None => koers.find_situation(named).map_err(|error| failure(args, &error))?,
        };
        draft.situations.push(id);
    }
    if log.used {
        let first = content.units(&draft.substance).first().map(|unit| unit.code.clone());
        let pack = draft.substance.clone();
        let named = log.unit.as_ref().map(|unit| {
            if unit.contains(':') {
                Code::from(unit.as_str())
            } else {
                Code::from(format!("{pack}:unit.{unit}"))
            }
        });
        draft.uses =
            vec![UseDraft { substance: pack, amount: log.amount.clone(), unit: named.or(first) }];
    }
    if let Some(note) = &log.note {
        draft.note.clone_from(note);
    }
    if let Some(when) = &log.when {
        draft.when = Some(moment(args, when)?);
    }
    Ok(draft)
}

/// `2026-03-05T21:30` in the zone of the command, or a day.
fn moment(args: &Args, text: &str) -> Result<When, Failure> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(When::Sometime { day });
    }
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| {
        let (field, reason) = ("when".to_owned(), Reason::InvalidDate);
        failure(args, &KoersError::InvalidDraft { field, reason })
    })?;
    let home = clock(args)?.here().home;
    Ok(When::At {
        date: at.date(),
        hour: at.hour(),
        minute: at.minute(),
        zone: home.zone,
        offset_minutes: Some(home.offset_minutes),
        second_occurrence: false,
    })
}

fn edit(args: &Args, koers: &Koers, id: &str, log: &LogArgs) -> Result<(), Failure> {
    let fail = |error: KoersError| failure(args, &error);
    let (id, kind) = koers.find(id).map_err(fail)?;
    let refused =
        || KoersError::InvalidDraft { field: "id".to_owned(), reason: Reason::NotPossible };
    let Some(episode) = koers.episode(id).map_err(fail)?.filter(|_| kind == RecordKind::Episode)
    else {
        return Err(fail(refused()));
    };
    let tags = |tags: &[koers_core::journey::entity::Tag]| -> Vec<TagDraft> {
        tags.iter()
            .map(|tag| TagDraft {
                code: tag.code.clone(),
                words: tag.label.clone(),
                strength: tag.strength.map(i64::from),
            })
            .collect()
    };
    let mut draft = EpisodeDraft::blank(id, episode.substance.clone());
    draft.craving = episode.craving.map(i64::from);
    draft.situations = episode.situations.iter().map(|tag| tag.id.clone()).collect();
    draft.thoughts = tags(&episode.thoughts);
    draft.feelings = tags(&episode.feelings);
    draft.body = tags(&episode.body);
    draft.place = tags(&episode.place);
    draft.company = tags(&episode.company);
    draft.activity = tags(&episode.activity);
    draft.note.clone_from(&episode.note);
    let used = episode.uses.iter().map(|one| UseDraft {
        substance: one.substance.clone(),
        amount: one.amount.map(|amount| amount.to_string()),
        unit: one.unit.clone(),
    });
    draft.uses = used.collect();
    let draft = fill(args, koers, &Content::shipped(), draft, log)?;
    say(args, koers, &Record::EditLog(draft))
}

fn record_close(args: &Args, koers: &Koers, close: &CloseArgs) -> Result<(), Failure> {
    let answer = match (close.none, close.done, close.so_far) {
        (true, ..) => ClosingAnswer::NotUsed,
        (_, true, _) => ClosingAnswer::ThatsAll,
        (_, _, true) => ClosingAnswer::SoFar,
        _ => ClosingAnswer::Stayed,
    };
    let id = koers.new_id().map_err(|error| failure(args, &error))?;
    say(
        args,
        koers,
        &Record::Close(ClosingDraft {
            id,
            substances: close.substance.as_deref().map(Code::from).into_iter().collect(),
            day: close.day,
            answer,
            made: None,
            source: Source::App,
        }),
    )
}

fn why(args: &Args, koers: &Koers, named: &str) -> Result<(), Failure> {
    let fail = |error: KoersError| failure(args, &error);
    let id = koers.find_situation(named).map_err(fail)?;
    let view = koers.situations(None).map_err(fail)?;
    for place in view.places.iter().filter(|place| place.id == id) {
        print(args, place, show::situation)?;
    }
    Ok(())
}

fn pin(args: &Args, koers: &Koers, named: &str, pinned: bool) -> Result<(), Failure> {
    let fail = |error: KoersError| failure(args, &error);
    let situation = koers.find_situation(named).map_err(fail)?;
    let view = koers.situations(None).map_err(fail)?;
    let place = view.places.iter().find(|place| place.id == situation);
    let own_rating = place.and_then(|place| place.own_rating).map(i64::from);
    say(
        args,
        koers,
        &Record::List(ListDraft {
            substance: view.substance.clone(),
            situation,
            own_rating,
            pinned,
            hidden: false,
            blank: String::new(),
        }),
    )
}

fn plan(args: &Args, koers: &Koers, named: &str, edit: bool) -> Result<(), Failure> {
    let fail = |error: KoersError| failure(args, &error);
    let id = koers.find_situation(named).map_err(fail)?;
    if edit {
        let draft = ask::plan(args, koers, &id)?;
        return say(args, koers, &Record::Plan(draft));
    }
    print(args, &koers.plan(&id).map_err(fail)?, show::plan)
}

fn step(
    args: &Args,
    koers: &Koers,
    of: Option<&Code>,
    per_week: Option<String>,
    per_day: Option<String>,
) -> Result<(), Failure> {
    let fail = |error: KoersError| failure(args, &error);
    let goal = koers.goal(of).map_err(fail)?;
    let none = || KoersError::InvalidDraft { field: "goal".to_owned(), reason: Reason::Empty };
    let week = goal.week.ok_or_else(|| fail(none()))?;
    say(
        args,
        koers,
        &Record::Step(StepDraft {
            substance: goal.substance,
            week_start: week.week.start,
            per_week,
            per_day,
            weekdays: vec![],
            none: false,
        }),
    )
}

fn change_passphrase(args: &Args) -> Result<(), Failure> {
    let koers = open(args)?;
    let old = passphrase(args, &text(args, "field-secret"))?;
    let new = inquire::Password::new(&text(args, "intake-secret-ask")).prompt()?;
    koers
        .change_passphrase(&old, new.as_bytes(), &mut |_| {})
        .map_err(|error| failure(args, &error))?;
    anstream::println!("{}", text(args, "receipt-saved"));
    Ok(())
}

fn wipe(args: &Args, yes: bool) -> Result<(), Failure> {
    let path = vault_path(args)?;
    let sure = yes || inquire::Confirm::new(&path.display().to_string()).prompt()?;
    if !sure {
        return Ok(());
    }
    Koers::wipe(&path).map_err(|error| failure(args, &error))?;
    anstream::println!("{}", text(args, "receipt-wiped"));
    Ok(())
}

fn pack_check(dir: &Path) -> Result<(), Failure> {
    let mut files = Vec::new();
    collect(dir, dir, &mut files)?;
    let given: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let lock = files.iter().find(|(path, _)| path == "ids.lock");
    let lock = lock.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok());
    let faults = check(&given, lock);
    for fault in &faults {
        anstream::println!("{fault}");
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure(faults.len().to_string())) }
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name =
                path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, std::fs::read(&path)?));
        }
    }
    Ok(())
}
