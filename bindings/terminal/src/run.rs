//! What each command does.

mod backup;
mod day;
mod goal;
mod merge;
mod open_days;
mod pack;
mod rekey;
mod situation;
mod vault;

use koers_core::app::{Command as Record, Found, help_now};

use crate::args::{Args, Command, GoalCommand, Of, PackCommand};
use crate::failure::Failure;
use crate::session::{Session, print};
use crate::voice::Voice;
use crate::{ask, demo, files, place, show};

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    ask::dress();
    match &args.command {
        Command::Demo { substance, weeks, seed, out } => {
            demo::run(args, substance, *weeks, *seed, out.as_deref())
        }
        Command::Start { answers } => vault::start(args, answers.as_deref()),
        Command::HelpNow { country } => help(args, country.as_deref()),
        Command::Pack { command: PackCommand::Check { dir } } => {
            pack::check_folder(&Voice::of(args), dir)
        }
        Command::Backup(asked) => backup::write_or_check(args, asked),
        Command::Restore(asked) => backup::restore(args, asked),
        Command::Merge(asked) => merge::merge(args, asked),
        Command::Salvage { recovery_code_file } => {
            backup::salvage(args, recovery_code_file.as_deref())
        }
        Command::Wipe { yes } => vault::wipe(args, *yes),
        Command::Passphrase { new_passphrase_file } => {
            vault::change_passphrase(args, new_passphrase_file.as_deref())
        }
        Command::Rekey { new_passphrase_file } => {
            rekey::rekey(args, new_passphrase_file.as_deref())
        }
        command => opened(&place::open(args)?, command),
    }
}

fn opened(session: &Session<'_>, command: &Command) -> Result<(), Failure> {
    let koers = &session.koers;
    let of = Of::code;
    match command {
        Command::Log(log) => day::log(session, log),
        Command::Note(note) => day::note(session, note),
        Command::Close(close) => day::close(session, close),
        Command::FillIn(period) => open_days::fill_in(session, period),
        Command::GoOn(one) => open_days::go_on(session, one),
        Command::Edit(edit) => day::edit(session, edit),
        Command::Delete { id } => {
            let Found { id, kind } = session.ok(koers.find(id))?;
            session.record(&Record::Delete { kind, id })
        }
        Command::Undo => session.show(koers.undo(), show::receipt),
        Command::Today(one) => session.show(koers.today(of(one).as_ref()), show::today),
        Command::Diary { count, skip } => session.show(koers.diary(*skip, *count), show::diary),
        Command::Situations(one) => {
            session.show(koers.situations(of(one).as_ref()), show::situations)
        }
        Command::Add(add) => situation::add(session, add),
        Command::Why(named) => situation::why(session, named),
        Command::Pin { situation, off } => situation::pin(session, situation, !off),
        Command::Plan(plan) => situation::plan(session, plan),
        Command::Goal(goal) => match &goal.command {
            None => session.show(koers.goal(of(&goal.of).as_ref()), show::goal),
            Some(GoalCommand::Set(set)) => goal::set(session, set),
        },
        Command::Results(one) => session.show(koers.results(of(one).as_ref()), show::results),
        Command::Evaluate(one) => session.show(koers.evaluate(of(one).as_ref()), show::evaluation),
        Command::Reminders => session.show(koers.reminders(), show::reminders),
        Command::Step(step) => goal::step(session, step),
        Command::Import { file, dry_run, skip_bad } => {
            day::import(session, file, *dry_run, *skip_bad)
        }
        Command::Conflicts => merge::conflicts(session),
        Command::Keep(asked) => merge::keep(session, asked),
        Command::Export { dir, force } => files::export(session, dir, *force),
        Command::Report(asked) => files::report(session, asked),
        Command::Start { .. }
        | Command::Demo { .. }
        | Command::HelpNow { .. }
        | Command::Pack { .. }
        | Command::Backup(_)
        | Command::Restore(_)
        | Command::Merge(_)
        | Command::Salvage { .. }
        | Command::Wipe { .. }
        | Command::Passphrase { .. }
        | Command::Rekey { .. } => Ok(()),
    }
}

fn help(args: &Args, country: Option<&str>) -> Result<(), Failure> {
    let country = country.unwrap_or_default().to_uppercase();
    let voice = Voice::of(args);
    print(args, &help_now(&voice.content, voice.lang, &country), show::help)
}
