//! Backups (BEY-02) as an app makes them: by hand, by itself after a biometric unlock, checked
//! again as a copy, and brought back.

use super::*;
use crate::vault::{BackupFault, RecoveryCode};

/// Somebody who opens with the device, and wrote a recovery code down.
fn coded() -> (Life, Koers, RecoveryCode) {
    let (life, koers) = Life::begun();
    let code = koers.new_recovery_code().expect("room");
    let code = RecoveryCode::parse(code.as_bytes()).expect("as it was shown");
    (life, koers, code)
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let files = folder.read_dir().expect("ours").flatten();
    let mut names: Vec<_> =
        files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn without_a_secret_that_can_open_it_there_is_no_backup() {
    let (life, koers) = Life::begun();
    assert_eq!(koers.can_back_up(), Ok(false));
    let path = life.path.with_extension("koersbackup");
    assert_eq!(koers.backup(&path, false, &mut |_| {}), Err(KoersError::NoPassphrase));
    assert!(!path.exists());
}

#[test]
fn the_last_three_automatic_backups_are_kept_and_none_is_written_for_nothing() {
    let (life, koers, code) = coded();
    drop(koers);
    let koers = life.reopened();
    let folder = life.path.with_file_name("backups");
    std::fs::create_dir(&folder).expect("ours");
    std::fs::write(folder.join("my own.txt"), "a letter").expect("ours");
    let by_hand = folder.join("koers-2026-03-01-080000.koersbackup");
    koers.backup(&by_hand, false, &mut |_| {}).expect("room");
    let back_up = || koers.automatic_backup(&folder, &mut |_| {}).expect("room");
    for hour in 10..15 {
        life.clock.set(&format!("2026-03-02T{hour}:00:00Z"));
        koers.record(&Command::Log(craving(&koers, 5, None))).expect("SHP-14");
        let made = back_up();
        life.clock.set(&format!("2026-03-02T{hour}:30:00Z"));
        assert_eq!(back_up().path, made.path, "nothing is new");
    }
    assert_eq!(
        names(&folder),
        [
            "koers-2026-03-01-080000.koersbackup",
            "koers-auto-2026-03-02-130000.koersbackup",
            "koers-auto-2026-03-02-140000.koersbackup",
            "koers-auto-2026-03-02-150000.koersbackup",
            "my own.txt",
        ]
    );
    let newest = folder.join("koers-auto-2026-03-02-150000.koersbackup");
    let mut bytes = std::fs::read(&newest).expect("ours");
    bytes.truncate(70_000);
    bytes[60_000] ^= 1;
    std::fs::write(&newest, &bytes).expect("ours");
    let again = back_up();
    assert!(
        again.path.ends_with("koers-auto-2026-03-02-153000.koersbackup"),
        "a broken one is none"
    );
    let copy = life.path.with_file_name("copy");
    std::fs::copy(&again.path, &copy).expect("ours");
    let checked = koers.check_own_backup(&copy, &mut |_| {}).expect("the same bytes");
    assert_eq!((checked.versions, checked.made), (again.versions, again.made));
    let here = life.clock.here();
    let secret = Secret::RecoveryCode(&code);
    let other = Koers::check_backup(&copy, &secret, Lang::En, &here, &mut |_| {});
    assert_eq!(other.expect("its code"), checked);
}

#[test]
fn a_restored_vault_asks_and_answers_as_the_one_that_was_backed_up() {
    let (life, koers, code) = coded();
    koers.record(&Command::Log(craving(&koers, 8, Some("1")))).expect("SHP-14");
    let path = life.path.with_extension("koersbackup");
    let made = koers.backup(&path, false, &mut |_| {}).expect("room");
    assert_eq!((made.passphrase, made.recovery_code), (false, true));
    let before = (koers.diary(0, 20), koers.today(None), koers.goal(None));
    koers.record(&Command::Log(craving(&koers, 2, None))).expect("SHP-14");
    let (here, secret) = (life.clock.here(), Secret::RecoveryCode(&code));
    let over =
        |over| Koers::restore(&path, &life.path, &secret, over, Lang::Nl, &here, &mut |_| {});
    assert_eq!(over(true), Err(KoersError::InUse));
    drop(koers);
    assert_eq!(over(false), Err(KoersError::AlreadyThere));
    let restored = over(true).expect("closed");
    assert!(restored.lines[0].contains("2 maart 2026"), "{:?}", restored.lines);
    let kept = restored.kept_aside.expect("it was there");
    assert!(kept.ends_with(".before-restore-2026-03-02"), "{kept}");
    let clock = Arc::clone(&life.clock) as Arc<dyn Clock>;
    let koers = Koers::open(&life.path, &secret, None, clock, &mut |_| {}).expect("its code");
    assert_eq!((koers.diary(0, 20), koers.today(None), koers.goal(None)), before);
    assert_eq!(koers.can_back_up(), Ok(true));
}

#[test]
fn every_fault_of_a_backup_has_a_sentence_in_each_language() {
    let content = crate::content::Content::shipped();
    let faults = [
        BackupFault::NotFound,
        BackupFault::NoFolder,
        BackupFault::NotABackup,
        BackupFault::CutShort,
        BackupFault::Changed { part: "a part of it".to_owned() },
        BackupFault::Newer { format: 2 },
        BackupFault::NoKey,
    ];
    for lang in [Lang::Nl, Lang::En] {
        let said: std::collections::BTreeSet<String> = faults
            .iter()
            .map(|fault| sentence(&content, lang, &KoersError::Backup { fault: fault.clone() }))
            .collect();
        assert_eq!(said.len(), faults.len(), "each its own: {said:?}");
    }
}
