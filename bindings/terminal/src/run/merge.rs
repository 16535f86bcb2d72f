//! Another copy comes in, and what was changed on both sides is chosen from.

use koers_core::app::{Command as Record, ConflictView, KoersError, MergeReport};
use koers_core::vault::{RecoveryCode, Secret};

use crate::args::{Args, KeepArgs, MergeArgs};
use crate::failure::Failure;
use crate::place::{from_file, show_step, spinner, unlock};
use crate::session::{Session, print};
use crate::show;

/// The other copy is opened by what is named; else by the keys of this vault, as its own backups
/// are; else by the passphrase of this vault.
pub(crate) fn merge(args: &Args, asked: &MergeArgs) -> Result<(), Failure> {
    let (session, passphrase) = unlock(args)?;
    let report = if let Some(code) = from_file(asked.recovery_code_file.as_deref())? {
        let code = session.ok(RecoveryCode::parse(&code).map_err(KoersError::from))?;
        tried(&session, asked, Some(&Secret::RecoveryCode(&code)))
    } else if let Some(other) = from_file(asked.other_passphrase_file.as_deref())? {
        tried(&session, asked, Some(&Secret::Passphrase(&other)))
    } else {
        match tried(&session, asked, None) {
            Err(KoersError::WrongKey) => {
                tried(&session, asked, Some(&Secret::Passphrase(&passphrase)))
            }
            other => other,
        }
    };
    print(args, &session.ok(report)?, |report| {
        report.lines.iter().for_each(|line| show::paragraph(0, line));
        show::conflicts(&report.conflicts);
    })
}

fn tried(
    session: &Session<'_>,
    asked: &MergeArgs,
    secret: Option<&Secret<'_>>,
) -> Result<MergeReport, KoersError> {
    let bar = spinner();
    let mut step = |step| show_step(&bar, step);
    let report = if asked.dry_run {
        session.koers.try_merge(&asked.file, secret, &mut step)
    } else {
        session.koers.merge(&asked.file, secret, &mut step)
    };
    bar.finish_and_clear();
    report
}

pub(crate) fn conflicts(session: &Session<'_>) -> Result<(), Failure> {
    session.show(session.koers.conflicts(), |found: &Vec<ConflictView>| {
        if found.is_empty() {
            show::paragraph(0, &session.say("merge-none"));
        }
        show::conflicts(found);
    })
}

pub(crate) fn keep(session: &Session<'_>, asked: &KeepArgs) -> Result<(), Failure> {
    let found = session.ok(session.koers.conflicts())?;
    let nth = |number: usize| number.checked_sub(1);
    let chosen = nth(asked.thing).and_then(|at| found.get(at)).and_then(|one| {
        Some((one.record, nth(asked.copy).and_then(|at| one.copies.get(at))?.copy.clone()))
    });
    let Some((record, copy)) = chosen else {
        return Err(Failure::Wrong(session.say("merge-no-such")));
    };
    session.record(&Record::Resolve { record, copy })
}
