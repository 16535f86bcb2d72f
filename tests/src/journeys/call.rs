//! The calls of an open vault, by name.

use std::fmt::Debug;
use std::path::PathBuf;

use koers_core::app::{Command, Export, Koers, KoersError, Rekeying, ReportPart, sentence};
use koers_core::content::{Code, Content, Lang};
use koers_core::vault::Secret;
use serde_json::{Value, json};

use super::arguments::With;
use super::neutral::{neutral, text};

/// One call of the object.
pub(super) fn call(koers: &Koers, name: &str, with: &With<'_>) -> Result<Value, KoersError> {
    let substance = || with.get::<Option<Code>>("substance");
    let shown = match name {
        "lock" => {
            koers.lock();
            Value::Null
        }
        "check" => nothing(koers.check(&with.get("command"))?),
        "record" => show(&koers.record(&with.get("command"))?),
        "record_all" => {
            let commands: Vec<Command> = with.get("commands");
            show(&koers.record_all(&commands)?)
        }
        "undo" => show(&koers.undo()?),
        "import_csv" => {
            let csv: String = with.get("csv");
            show(&koers.import(csv.as_bytes(), with.get("dry_run"), with.get("skip_bad"))?)
        }
        "set_porch" | "drain" | "porch_status" | "remove_porch" | "while_locked_draft" => {
            porch(koers, name, with)?
        }
        "backup" | "automatic_backup" | "check_own_backup" | "can_back_up" | "keep_backup_key" => {
            backup(koers, name, with)?
        }
        "keys" => show(&koers.keys()?),
        "set_passphrase" => nothing(koers.set_passphrase(&with.bytes("new"), &mut |_| {})?),
        "conflicts" => show(&koers.conflicts()?),
        _ if name.contains("merge") => merge(koers, name, with)?,
        "set_device_key" => nothing(koers.set_device_key(&with.key("key"))?),
        "remove_device_key" => nothing(koers.remove_device_key()?),
        "new_recovery_code" => koers.new_recovery_code()?.as_str().into(),
        "substances" => show(&koers.substances()?),
        "today" => show(&koers.today(substance().as_ref())?),
        "log_form" => show(&koers.log_form(substance().as_ref())?),
        "baseline_form" => show(&koers.baseline_form(substance().as_ref())?),
        "gap_form" => show(&koers.gap_form(substance().as_ref())?),
        "diary" => show(&koers.diary(with.get("skip"), with.get("count"))?),
        "find" => show(&koers.find(&with.get::<String>("short_id"))?),
        "episode" => show(&koers.episode(with.get("id"))?),
        "episode_draft" => show(&koers.episode_draft(with.get("id"))?),
        "situations" => show(&koers.situations(substance().as_ref())?),
        "find_situation" => {
            show(&koers.find_situation(&with.get::<String>("named"), substance().as_ref())?)
        }
        "list_draft" => show(&koers.list_draft(&with.get("substance"), &with.get("situation"))?),
        "listing" => {
            let named: String = with.get("named");
            show(&koers.listing(&with.get("substance"), &named, with.get("own_rating"))?)
        }
        "plan" => show(&koers.plan(&with.get("situation"))?),
        "plan_answer" => {
            let (situation, about) = (with.get("situation"), with.get("about"));
            let note: Option<String> = with.get("note");
            let note = note.unwrap_or_default();
            show(&koers.plan_answer(&situation, &about, with.get("answer"), &note)?)
        }
        "plan_draft" => show(&koers.plan_draft(&with.get("situation"))?),
        "goal" => show(&koers.goal(substance().as_ref())?),
        "goal_form" => show(&koers.goal_form(substance().as_ref())?),
        "insight" => show(&koers.insight(substance().as_ref())?),
        "results" => show(&koers.results(substance().as_ref())?),
        "evaluate" => show(&koers.evaluate(substance().as_ref())?),
        "reminders" => show(&koers.reminders()?),
        "help_now" => show(&koers.help_now()?),
        "intake" => show(&koers.intake()?),
        "measures" => show(&koers.measures(&with.get("substance"), with.get("kind"))?),
        "new_profile_draft" => show(&koers.new_profile_draft()?),
        "profile_draft" => show(&koers.profile_draft()?),
        "goal_draft" => show(&koers.goal_draft(&with.get("substance"))?),
        "note_draft" => show(&koers.note_draft(with.get("id"))?),
        "report" => {
            let parts: Option<Vec<ReportPart>> = with.get("parts");
            show(&koers.report(parts.as_deref().unwrap_or(&ReportPart::USUAL))?)
        }
        "export" => {
            // Every field by its name: one that is added does not compile here.
            let Export { csv, json } = koers.export()?;
            json!({"is": "export", "csv": file(csv), "json": file(json)})
        }
        other => panic!("no such call: {other}"),
    };
    Ok(shown)
}

/// A file of the export: text in UTF-8.
fn file(bytes: Vec<u8>) -> Value {
    text(String::from_utf8(bytes).expect("UTF-8"))
}

fn show(view: &impl Debug) -> Value {
    neutral(view)
}

/// What works while locked is set up from the open vault.
fn porch(koers: &Koers, name: &str, with: &With<'_>) -> Result<Value, KoersError> {
    Ok(match name {
        "set_porch" => show(&koers.set_porch(&with.get::<PathBuf>("path"), &with.key("key"))?),
        "drain" => show(&koers.drain()?),
        "porch_status" => show(&koers.porch_status()?),
        "remove_porch" => show(&koers.remove_porch()?),
        _ => show(&koers.while_locked_draft()?),
    })
}

fn backup(koers: &Koers, name: &str, with: &With<'_>) -> Result<Value, KoersError> {
    let path = |name| with.get::<PathBuf>(name);
    let silent = &mut |_| {};
    Ok(match name {
        "backup" => show(&koers.backup(&path("path"), with.truth("replace"), silent)?),
        "automatic_backup" => show(&koers.automatic_backup(&path("folder"), silent)?),
        "check_own_backup" => show(&koers.check_own_backup(&path("path"), silent)?),
        "can_back_up" => koers.can_back_up()?.into(),
        _ => {
            let passphrase = with.bytes("passphrase");
            nothing(koers.keep_backup_key(&Secret::Passphrase(&passphrase), silent)?)
        }
    })
}

fn merge(koers: &Koers, name: &str, with: &With<'_>) -> Result<Value, KoersError> {
    let path: PathBuf = with.get("path");
    let merge = |secret: Option<&Secret<'_>>| {
        if name.starts_with("try_") {
            koers.try_merge(&path, secret, &mut |_| {})
        } else {
            koers.merge(&path, secret, &mut |_| {})
        }
    };
    let report = match name.trim_start_matches("try_") {
        "merge" => {
            let passphrase = with.get::<Option<String>>("passphrase").map(String::into_bytes);
            merge(passphrase.as_deref().map(Secret::Passphrase).as_ref())
        }
        "merge_with_recovery_code" => merge(Some(&Secret::RecoveryCode(&with.code("code")?))),
        "merge_with_device_key" => merge(Some(&Secret::Device(&with.key("key")))),
        other => panic!("no such call: {other}"),
    };
    Ok(show(&report?))
}

/// Makes a re-key ready.
pub(super) fn prepare_rekey(koers: &Koers, with: &With<'_>) -> Result<Rekeying, KoersError> {
    let given = |name| with.get::<Option<String>>(name).map(String::into_bytes);
    let (new, key) = (given("new"), given("device_key").map(|_given| with.key("device_key")));
    koers.prepare_rekey(&with.bytes("passphrase"), new.as_deref(), key.as_ref(), &mut |_| {})
}

/// What a re-key that is ready says.
pub(super) fn rekeying(ready: &Rekeying, name: &str) -> Value {
    match name {
        "recovery_code" => ready.recovery_code().as_str().into(),
        "removed" => show(&ready.removed()),
        other => panic!("no such call: {other}"),
    }
}

/// Does a re-key.
pub(super) fn rekey(koers: &Koers, ready: &Rekeying, with: &With<'_>) -> Result<Value, KoersError> {
    Ok(show(&koers.rekey(ready, &with.bytes("typed"), &mut |_| {})?))
}

/// An error, and the sentence for it.
pub(super) fn failure(error: &KoersError, lang: Lang) -> (Value, String) {
    (neutral(error), sentence(&Content::shipped(), lang, error))
}

/// What a call shows that gives nothing.
pub(super) fn nothing((): ()) -> Value {
    Value::Null
}
