//! Errors and refusals in the person's language.

use super::KoersError;
use crate::content::{Args, Content, Lang};
use crate::journey::draft::Reason;
use crate::vault::BackupFault;

/// What a person reads when something went wrong: what it is, and a way out.
pub fn sentence(content: &Content, lang: Lang, error: &KoersError) -> String {
    let say = |id: &str| content.text(id, lang, &Args::new());
    match error {
        KoersError::WrongKey => say("error-wrong-secret"),
        KoersError::NotFound => say("error-not-found"),
        KoersError::AlreadyThere => say("error-already-there"),
        KoersError::IsAFolder => say("error-is-a-folder"),
        KoersError::NoPermission => say("error-no-permission"),
        KoersError::NotAVault => say("error-not-a-vault"),
        KoersError::CutShort => say("error-cut-short"),
        KoersError::Damaged { .. } => say("error-damaged"),
        KoersError::NewerFormat => say("error-newer-format"),
        KoersError::InUse => say("error-in-use"),
        KoersError::StorageFull => say("error-storage-full"),
        KoersError::DropBoxFull => say("error-drop-box-full"),
        KoersError::Locked => say("error-locked"),
        KoersError::Backup { fault } => say(backup_text(fault)),
        KoersError::NoPassphrase => say("error-no-passphrase"),
        KoersError::UncertainCommit => say("error-uncertain"),
        KoersError::InvalidDraft { field, .. } if base(field) == "recovery_code" => {
            match group(field) {
                Some(group) => {
                    let group = Args::new().count("group", group);
                    content.text("error-recovery-code-group", lang, &group)
                }
                None => say("error-wrong-recovery-code"),
            }
        }
        KoersError::InvalidDraft { field, reason } => refusal(content, lang, field, reason),
        KoersError::Other { .. } => say("error-other"),
    }
}

/// What a person reads where nothing on this device opens the vault any more, and no passphrase or
/// recovery code was chosen yet: what that means, and what is left.
pub fn keys_gone(content: &Content, lang: Lang) -> String {
    content.text("keys-gone", lang, &Args::new())
}

fn backup_text(fault: &BackupFault) -> &'static str {
    match fault {
        BackupFault::NotFound => "backup-not-found",
        BackupFault::NoFolder => "backup-no-folder",
        BackupFault::NotABackup => "backup-not-a-backup",
        BackupFault::CutShort => "backup-cut-short",
        BackupFault::Changed { .. } => "backup-changed",
        BackupFault::Newer { .. } => "backup-newer",
        BackupFault::NoKey => "backup-no-key",
    }
}

fn refusal(content: &Content, lang: Lang, field: &str, reason: &Reason) -> String {
    let args = Args::new().text("field", field_label(content, lang, field));
    let name = base(field);
    let (id, args) = match reason {
        Reason::OutsideScale { given } if name == "craving" => {
            ("draft-craving-range", args.count("value", *given))
        }
        Reason::OutsideScale { given } => ("draft-rating-range", args.count("value", *given)),
        Reason::OutsideRange { given, most, .. } if name == "days" => {
            ("draft-days-number", args.count("value", *given).count("most", *most))
        }
        Reason::OutsideRange { given, least, most } => (
            "draft-number-range",
            args.count("value", *given).count("least", *least).count("most", *most),
        ),
        Reason::NotANumber => ("draft-not-a-number", args),
        Reason::NotPositive => ("draft-amount-not-positive", args),
        Reason::TooMuch { most } => ("draft-amount-too-large", args.text("most", most)),
        Reason::TooManyDecimals => ("draft-amount-decimals", args),
        Reason::Future => ("draft-future", args),
        Reason::InvalidDate => match name {
            "hour" | "minute" | "time" => ("draft-time-invalid", args),
            "offset" => ("draft-offset-range", args),
            _ => ("draft-date-invalid", args),
        },
        Reason::UnknownZone => ("draft-zone-unknown", args),
        Reason::UnknownId { .. } => match name {
            "id" => ("draft-unknown-entry", args),
            "substance" | "substances" => ("draft-unknown-substance", args),
            _ => ("draft-unknown-id", args),
        },
        Reason::NotPossible => ("draft-not-possible", args),
        Reason::TooLong { most } => ("draft-text-too-long", args.count("most", *most)),
        Reason::ControlCharacter => ("draft-control-character", args),
        Reason::DirectionOverride => ("draft-bidi-override", args),
        Reason::Empty => ("draft-empty", args),
        Reason::Deleted => ("draft-deleted", args),
        Reason::MadeByNewer => ("error-newer-record", args),
        Reason::AlreadyThere if name == "passphrase" => ("error-passphrase-there", args),
        Reason::AlreadyThere if name == "period" => ("draft-day-filled", args),
        Reason::AlreadyThere => ("draft-id-taken", args),
        Reason::TooMany { most } => ("draft-too-many", args.count("most", *most)),
    };
    content.text(id, lang, &args)
}

/// The last name in a field's path: `uses[0].amount` is about an amount.
fn base(field: &str) -> &str {
    let last = field.rsplit('.').next().unwrap_or(field);
    last.split('[').next().unwrap_or(last)
}

/// The group of a recovery code that a field names, counted from 1.
fn group(field: &str) -> Option<i64> {
    let place = field.split_once('[')?.1.strip_suffix(']')?;
    place.parse::<i64>().ok().map(|place| place + 1)
}

/// The message that names a field. Most are called as the field is.
fn label_id(field: &str) -> String {
    let name = base(field);
    let name = match name {
        "per_day" if field.starts_with("reminders.") => "reminders-per-day",
        "quiet_from" | "quiet_to" => "quiet-hours",
        "letter" | "follow_up" | "pre_risk" | "programme_end" => "reminders",
        "days" => "baseline",
        "period" => "days",
        "hour" | "minute" => "time",
        "next_24_hours" => "next-day",
        "strength" => "rating",
        "command" => "answer",
        other => other,
    };
    format!("field-{}", name.replace('_', "-"))
}

/// What a field is called; "answer" for the field of an exercise that no text names.
fn field_label(content: &Content, lang: Lang, field: &str) -> String {
    let id = label_id(field);
    let id = if content.has_text(&id, lang) { id.as_str() } else { "field-answer" };
    content.text(id, lang, &Args::new())
}

#[cfg(test)]
#[path = "speech_tests.rs"]
mod tests;
