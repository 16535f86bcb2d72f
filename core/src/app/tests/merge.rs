//! Two devices of one person, or a device and its backup, made one (BEY-02).

use std::path::PathBuf;

use super::*;
use crate::journey::draft::{EpisodeDraft, NoteDraft};
use crate::vault::RecoveryCode;

/// A phone, and a tablet that began as a backup of it.
struct Two {
    life: Life,
    tablet_path: PathBuf,
    code: RecoveryCode,
}

impl Two {
    fn begun() -> (Self, Koers, Koers) {
        let (life, phone) = Life::begun();
        let code = phone.new_recovery_code().expect("room");
        let code = RecoveryCode::parse(code.as_bytes()).expect("as it was shown");
        phone.record(&note(1, "slept badly")).expect("BEY-01");
        phone.record(&Command::Log(entry(2, "after dinner"))).expect("SHP-14");
        let two = Self { tablet_path: life.path.with_file_name("tablet.koers"), life, code };
        let backup = two.backup_of(&phone);
        let here = two.life.clock.here();
        let secret = Secret::RecoveryCode(&two.code);
        Koers::restore(&backup, &two.tablet_path, &secret, false, Lang::En, &here, &mut |_| {})
            .expect("a whole backup");
        let tablet = two.tablet();
        (two, phone, tablet)
    }

    fn tablet(&self) -> Koers {
        let clock = Arc::clone(&self.life.clock) as Arc<dyn Clock>;
        let secret = Secret::RecoveryCode(&self.code);
        Koers::open(&self.tablet_path, &secret, None, clock, &mut |_| {}).expect("its code")
    }

    fn backup_of(&self, koers: &Koers) -> PathBuf {
        let path = self.life.path.with_file_name("merge.koersbackup");
        koers.backup(&path, true, &mut |_| {}).expect("room");
        path
    }

    fn merge(&self, into: &Koers, other: &Koers) -> MergeReport {
        let backup = self.backup_of(other);
        let secret = Secret::RecoveryCode(&self.code);
        let would = into.try_merge(&backup, Some(&secret), &mut |_| {}).expect("a whole backup");
        let report = into.merge(&backup, Some(&secret), &mut |_| {}).expect("room");
        assert_eq!(would, report, "what was announced is what came");
        report
    }
}

fn id(number: u8) -> RecordId {
    RecordId([number; 16])
}

fn note(number: u8, text: &str) -> Command {
    let (id, text) = (id(number), text.to_owned());
    Command::Note(NoteDraft { id, text, mood: None, when: None, made: None })
}

fn entry(number: u8, note: &str) -> EpisodeDraft {
    let mut draft = EpisodeDraft::blank(id(number), cannabis());
    draft.craving = Some(5);
    draft.note = note.to_owned();
    draft
}

fn diary(koers: &Koers) -> Vec<DiaryEntry> {
    koers.diary(0, 100).expect("open").entries
}

#[test]
fn what_two_devices_noted_apart_is_all_there_and_the_same_on_both() {
    let (two, phone, tablet) = Two::begun();
    two.life.clock.set("2026-03-03T10:00:00Z");
    phone.record(&Command::Log(entry(3, "on the phone"))).expect("SHP-14");
    two.life.clock.set("2026-03-03T11:00:00Z");
    tablet.record(&Command::Log(entry(4, "on the tablet"))).expect("SHP-14");
    tablet.record(&Command::EditLog(entry(2, "after dinner, alone"))).expect("SHP-10");

    let report = two.merge(&phone, &tablet);
    assert_eq!((report.new, report.newer, report.older), (1, 1, 0), "{report:?}");
    assert_eq!(
        report.lines,
        [
            "One thing came in that was not here yet.",
            "One thing was newer there. It is up to date here now."
        ]
    );
    assert!(report.changed && report.conflicts.is_empty());
    two.merge(&tablet, &phone);
    assert_eq!(diary(&phone), diary(&tablet));
    assert_eq!(diary(&phone).len(), 4);
    assert_eq!(
        phone.situations(None).expect("ranked"),
        two.life.reopened_after(phone).situations(None).expect("ranked"),
        "as a fresh opening ranks them"
    );
}

#[test]
fn merging_ones_own_older_backup_brings_no_conflict_and_changes_nothing() {
    let (two, phone, _tablet) = Two::begun();
    let backup = two.backup_of(&phone);
    phone.record(&Command::EditLog(entry(2, "changed since"))).expect("SHP-10");
    let before = phone.stats().expect("open").generation;
    let report = phone.merge(&backup, None, &mut |_| {}).expect("it opens by the backup key");
    assert_eq!((report.changed, report.older), (false, 1));
    assert!(report.conflicts.is_empty());
    assert_eq!(report.lines[0], "There was nothing new in it. Everything here stays as it was.");
    assert_eq!(phone.stats().expect("open").generation, before);
}

#[test]
fn words_changed_on_both_sides_wait_for_a_choice_and_the_choice_goes_to_both() {
    let (two, phone, tablet) = Two::begun();
    two.life.clock.set("2026-03-03T10:00:00Z");
    phone.record(&note(1, "slept badly, dreamt")).expect("BEY-01");
    two.life.clock.set("2026-03-03T11:00:00Z");
    tablet.record(&note(1, "slept badly, again")).expect("BEY-01");
    let report = two.merge(&phone, &tablet);
    let [conflict] = &report.conflicts[..] else { panic!("{report:?}") };
    assert_eq!(conflict.title, "A note");
    let said: Vec<_> =
        conflict.copies.iter().map(|one| (one.lines[0].as_str(), one.shown)).collect();
    assert_eq!(said, [("slept badly, dreamt", false), ("slept badly, again", true)]);
    assert_eq!(conflict.copies[0].written, "Changed on 3 March at 11:00");
    assert_eq!(phone.conflicts().expect("open"), report.conflicts);

    let keep = |copy: &str| Command::Resolve { record: id(1), copy: copy.to_owned() };
    let refused = phone.record(&keep("another"));
    let unknown = Reason::UnknownId { id: "another".to_owned() };
    assert_eq!(
        refused.err(),
        Some(KoersError::InvalidDraft { field: "copy".to_owned(), reason: unknown })
    );
    let receipt = phone.record(&keep(&conflict.copies[0].copy)).expect("one of the two");
    assert_eq!(receipt.lines, ["Kept. The other copy is gone."]);
    assert_eq!(phone.conflicts(), Ok(vec![]));
    let generation = phone.stats().expect("open").generation;
    for copy in &conflict.copies {
        let again = phone.record(&keep(&copy.copy)).expect("a second tap");
        assert!(again.repeated);
        assert_eq!(again.lines, ["This was chosen before. What stands there now holds."]);
    }
    phone.record(&keep("another")).expect_err("no copy is called so");
    let of_nothing = Command::Resolve { record: id(9), copy: conflict.copies[0].copy.clone() };
    phone.record(&of_nothing).expect_err("no such record");
    assert_eq!(phone.stats().expect("open").generation, generation, "nothing was written");
    let report = two.merge(&tablet, &phone);
    assert_eq!((report.newer, report.conflicts.len()), (1, 0));
    assert!(diary(&tablet).iter().any(|one| one.lines == ["slept badly, dreamt"]));
}

#[test]
fn what_one_side_deleted_stays_away_until_somebody_says_otherwise() {
    let (two, phone, tablet) = Two::begun();
    two.life.clock.set("2026-03-03T10:00:00Z");
    phone.record(&Command::Delete { kind: RecordKind::Episode, id: id(2) }).expect("SHP-10");
    two.life.clock.set("2026-03-03T11:00:00Z");
    tablet.record(&Command::EditLog(entry(2, "after dinner, alone"))).expect("SHP-10");
    let report = two.merge(&phone, &tablet);
    let [conflict] = &report.conflicts[..] else { panic!("{report:?}") };
    assert!(conflict.deleted);
    assert_eq!(diary(&phone).len(), 1, "the later change does not bring it back by itself");
    let back = conflict.copies.iter().find(|one| !one.deleted).expect("the changed one");
    let resolve = Command::Resolve { record: id(2), copy: back.copy.clone() };
    phone.record(&resolve).expect("one of the two");
    assert_eq!(diary(&phone).len(), 2);
    let phone = two.life.reopened_after(phone);
    assert_eq!(diary(&phone).len(), 2, "also when opened again");
    phone.undo().expect("SHP-10");
    assert_eq!(diary(&phone).len(), 1, "and the choice can be undone");
}

#[test]
fn a_rating_changed_on_both_sides_asks_nobody_and_the_later_holds() {
    let (two, phone, tablet) = Two::begun();
    let with = |craving| EpisodeDraft { craving: Some(craving), ..entry(2, "after dinner") };
    two.life.clock.set("2026-03-03T11:00:00Z");
    phone.record(&Command::EditLog(with(3))).expect("SHP-10");
    two.life.clock.set("2026-03-03T10:00:00Z");
    tablet.record(&Command::EditLog(with(9))).expect("SHP-10");
    let report = two.merge(&phone, &tablet);
    assert_eq!((report.settled, report.conflicts.len()), (1, 0));
    let shown = diary(&phone).into_iter().find(|one| one.id == id(2)).expect("there");
    assert_eq!(shown.craving, Some(3));
}
