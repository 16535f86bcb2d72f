//! Each bound of the daily form, on either side of it: field and reason, and nothing written.

use chrono::{DateTime, NaiveDate, Timelike};

use super::*;
use crate::time::When;

const NOW: &str = "2026-03-02T09:00:00Z";

/// What recording a draft gives once this was changed in it.
fn told(change: impl FnOnce(&mut EpisodeDraft)) -> Result<(), (String, Reason)> {
    let (_life, koers) = Life::begun();
    let before = koers.stats();
    let mut draft = craving(&koers, 5, Some("1"));
    change(&mut draft);
    match koers.record(&Command::Log(draft)) {
        Ok(_) => Ok(()),
        Err(KoersError::InvalidDraft { field, reason }) => {
            assert_eq!(koers.stats(), before, "a refusal writes nothing");
            Err((field, reason))
        }
        Err(other) => panic!("{other:?}"),
    }
}

fn refused(field: &str, reason: Reason) -> Result<(), (String, Reason)> {
    Err((field.to_owned(), reason))
}

fn amount(given: &'static str) -> impl FnOnce(&mut EpisodeDraft) {
    move |draft| draft.uses[0].amount = Some(given.to_owned())
}

fn seconds_ahead(seconds: i64) -> impl FnOnce(&mut EpisodeDraft) {
    let at: DateTime<Utc> = NOW.parse().expect("an instant");
    let local = at.naive_utc() + chrono::TimeDelta::minutes(60 + seconds / 60);
    move |draft| {
        draft.when = Some(When::At {
            date: local.date(),
            hour: local.hour(),
            minute: local.minute(),
            zone: "Europe/Brussels".to_owned(),
            offset_minutes: None,
            second_occurrence: false,
        });
    }
}

#[test]
fn a_craving_is_a_whole_number_from_0_to_10() {
    for given in [0, 10] {
        assert_eq!(told(|draft| draft.craving = Some(given)), Ok(()), "{given}");
    }
    for given in [-1, 11, i64::MAX] {
        let found = told(|draft| draft.craving = Some(given));
        assert_eq!(found, refused("craving", Reason::OutsideScale { given }), "{given}");
    }
}

#[test]
fn an_amount_is_above_zero_within_its_unit_and_has_at_most_three_decimals() {
    let field = "uses[0].amount";
    for good in ["0.001", "0,5", "50", "12.125"] {
        assert_eq!(told(amount(good)), Ok(()), "{good}");
    }
    let too_much = || Reason::TooMuch { most: "50".to_owned() };
    for (bad, reason) in [
        ("0", Reason::NotPositive),
        ("-1", Reason::NotPositive),
        ("50.001", too_much()),
        ("1000000", too_much()),
        ("0.0005", Reason::TooManyDecimals),
        ("a few", Reason::NotANumber),
        ("", Reason::NotANumber),
    ] {
        assert_eq!(told(amount(bad)), refused(field, reason), "{bad}");
    }
}

#[test]
fn nothing_is_logged_further_ahead_than_five_minutes() {
    assert_eq!(told(seconds_ahead(300)), Ok(()));
    assert_eq!(told(seconds_ahead(360)), refused("when", Reason::Future));
    let tomorrow = NaiveDate::from_ymd_opt(2026, 3, 3).expect("a date");
    let found = told(|draft| draft.when = Some(When::Sometime { day: tomorrow }));
    assert_eq!(found, refused("when", Reason::Future));
}

#[test]
fn what_no_pack_and_no_record_knows_is_named() {
    let unknown = |id: &str| Reason::UnknownId { id: id.to_owned() };
    let found = told(|draft| draft.substance = "khat".into());
    assert_eq!(found, refused("substance", unknown("khat")));
    let found = told(|draft| draft.situations.push("base:situation.nowhere".into()));
    assert_eq!(found, refused("situations[1]", unknown("base:situation.nowhere")));
    let found = told(|draft| draft.uses[0].unit = Some("cannabis:unit.bucket".into()));
    assert_eq!(found, refused("uses[0].unit", unknown("cannabis:unit.bucket")));
}

#[test]
fn a_note_that_would_hide_or_flood_is_refused() {
    let note = |text: String| told(move |draft| draft.note = text);
    assert_eq!(note("a\n\tb 🌧 שלום".to_owned()), Ok(()));
    assert_eq!(note("é".repeat(10_000)), Ok(()));
    assert_eq!(note("é".repeat(10_001)), refused("note", Reason::TooLong { most: 10_000 }));
    assert_eq!(note("a\rb".to_owned()), refused("note", Reason::ControlCharacter));
    assert_eq!(note("a\u{202e}b".to_owned()), refused("note", Reason::DirectionOverride));
}

#[test]
fn what_was_deleted_is_not_edited() {
    let (_life, koers) = Life::begun();
    let draft = craving(&koers, 5, None);
    koers.record(&Command::Log(draft.clone())).expect("new");
    koers.record(&Command::Delete { kind: RecordKind::Episode, id: draft.id }).expect("there");
    let again = koers.record(&Command::EditLog(draft));
    let reason = Reason::Deleted;
    assert_eq!(again.err(), Some(KoersError::InvalidDraft { field: "id".to_owned(), reason }));
}

#[test]
fn a_question_about_what_nobody_knows_is_refused_with_its_name() {
    let (_life, koers) = Life::begun();
    let unknown = |field: &str, id: &str| KoersError::InvalidDraft {
        field: field.to_owned(),
        reason: Reason::UnknownId { id: id.to_owned() },
    };
    let tea = Code::from("tea");
    assert_eq!(koers.results(Some(&tea)), Err(unknown("substance", "tea")));
    assert_eq!(koers.today(Some(&tea)), Err(unknown("substance", "tea")));
    assert_eq!(koers.goal(Some(&Code::from("cocaine"))).map(|_| ()), Ok(()), "a pack carries it");
    let nowhere = SituationId::from("base:situation.nowhere");
    assert_eq!(koers.plan(&nowhere), Err(unknown("situation", nowhere.as_str())));
    assert_eq!(koers.plan_draft(&nowhere), Err(unknown("situation", nowhere.as_str())));
    let place = SituationId::from("base:place.home");
    assert_eq!(koers.plan(&place), Err(unknown("situation", place.as_str())), "not a situation");
    assert!(koers.plan(&SituationId::from("base:situation.bored")).is_ok(), "not on the list yet");
}

/// What lies in memory while it is unlocked is open to whoever holds the device.
#[test]
fn what_is_open_answers_and_what_is_locked_does_not() {
    let (life, koers) = Life::begun();
    koers.record(&Command::Log(craving(&koers, 7, Some("1")))).expect("SHP-14");
    assert_eq!(koers.diary(0, 9).expect("it is open").total, 1, "to anybody who asks");
    koers.lock();
    assert_eq!(koers.diary(0, 9).map(|_| ()), Err(KoersError::Locked));
    assert_eq!(koers.export().map(|_| ()), Err(KoersError::Locked));
    assert_eq!(koers.undo().map(|_| ()), Err(KoersError::Locked));
    let again = Command::Log(EpisodeDraft::blank(RecordId([1; 16]), cannabis()));
    assert_eq!(koers.record(&again).map(|_| ()), Err(KoersError::Locked));
    assert_eq!(life.reopened().diary(0, 9).expect("its key").total, 1);
}
