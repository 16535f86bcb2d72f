//! Errors and refusals in the person's language.

use super::KoersError;
use crate::content::{Args, Content, Lang};
use crate::journey::draft::LONGEST_TEXT;
use crate::journey::draft::Reason;

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
        KoersError::Locked => say("error-locked"),
        KoersError::UncertainCommit => say("error-uncertain"),
        KoersError::InvalidDraft { field, .. } if base(field) == "recovery_code" => {
            say("error-wrong-recovery-code")
        }
        KoersError::InvalidDraft { field, reason } => refusal(content, lang, field, reason),
        KoersError::Other { .. } => say("error-other"),
    }
}

fn refusal(content: &Content, lang: Lang, field: &str, reason: &Reason) -> String {
    let args = Args::new().text("field", field_label(content, lang, field));
    let (id, args) = match reason {
        Reason::OutsideScale { given } if base(field) == "craving" => {
            ("draft-craving-range", args.count("value", *given))
        }
        Reason::OutsideScale { given } => ("draft-rating-range", args.count("value", *given)),
        Reason::OutsideRange { given, least, most } => (
            "draft-number-range",
            args.count("value", *given).count("least", *least).count("most", *most),
        ),
        Reason::NotANumber => ("draft-not-a-number", args),
        Reason::NotPositive => ("draft-amount-not-positive", args),
        Reason::TooMuch { most } => ("draft-amount-too-large", args.text("most", most)),
        Reason::TooManyDecimals => ("draft-amount-decimals", args),
        Reason::Future => ("draft-future", args),
        Reason::InvalidDate => ("draft-date-invalid", args),
        Reason::UnknownZone => ("draft-zone-unknown", args),
        Reason::UnknownId { .. } | Reason::NotPossible => ("draft-unknown-id", args),
        Reason::TooLong { most } => (
            "draft-text-too-long",
            args.count("most", *most).count("value", i64::from(*most).max(LONGEST_TEXT as i64)),
        ),
        Reason::ControlCharacter => ("draft-control-character", args),
        Reason::DirectionOverride => ("draft-bidi-override", args),
        Reason::Empty => ("draft-empty", args),
        Reason::Deleted => ("draft-deleted", args),
        Reason::MadeByNewer => ("error-newer-record", args),
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

fn field_label(content: &Content, lang: Lang, field: &str) -> String {
    let name = match base(field) {
        "place" => "places",
        "activity" => "activities",
        "per_week" => "weekly-limit",
        "per_day" => "daily-limit",
        "own_rating" => "rating",
        "pinned" => "pin",
        "words" => "label",
        "days" | "intake_day" => "baseline",
        "weeks" => "programme-length",
        "start" => "start-date",
        "made" | "when" => "when",
        other => other,
    };
    let id = format!("field-{}", name.replace('_', "-"));
    if content.has_text(&id, lang) {
        content.text(&id, lang, &Args::new())
    } else {
        content.text("field-answer", lang, &Args::new())
    }
}
