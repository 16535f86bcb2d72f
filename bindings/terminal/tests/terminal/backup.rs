//! Backups, as a person writes them and brings them back.

use std::path::Path;

use koers_core::vault::{RecoveryCode, Secret, Vault};

use crate::home::{Home, PASSPHRASE, Said};

fn words(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn in_one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn refused(said: &Said, why: &str) {
    assert_eq!(said.code, Some(1), "{}", said.err);
    let err = in_one_line(&said.err);
    assert!(err.contains(why), "{err}");
}

#[test]
fn a_backup_is_written_checked_and_brought_back_over_what_came_after() {
    let home = Home::begun();
    home.works(&["note", "Before the backup."]);
    let (file, path) = (home.path("mine.koersbackup"), words(&home.path("mine.koersbackup")));
    let told = home.works(&["backup", "--out", &path]);
    assert!(told.contains("Your backup is ready and checked:") && told.contains(&path), "{told}");
    assert!(told.contains("It opens with the passphrase you had when it was made."), "{told}");
    let told = home.works(&["backup", "--check", "--out", &path]);
    assert!(told.contains("complete and readable. It was made on 2 March 2026."), "{told}");

    home.works(&["note", "After the backup."]);
    refused(&home.run(&["restore", &path]), "With --force it is kept aside first.");
    let told = home.works(&["restore", &path, "--force"]);
    assert!(told.contains("Everything from your backup of 2 March 2026 is back."), "{told}");
    let kept = home.path("life.koers.before-restore-2026-03-02");
    assert!(told.contains(&words(&kept)) && kept.exists(), "{told}");
    let diary = home.works(&["diary"]);
    assert!(diary.contains("Before the backup.") && !diary.contains("After the backup."));
    std::fs::rename(&kept, home.vault()).expect("the folder is ours");
    assert!(home.works(&["diary"]).contains("After the backup."), "nothing was lost");
    assert!(file.exists());
}

#[test]
fn a_backup_replaces_a_file_only_when_asked_and_a_vault_never() {
    let home = Home::begun();
    let path = words(&home.path("mine.koersbackup"));
    std::fs::write(&path, "my own").expect("the folder is ours");
    refused(&home.run(&["backup", "--out", &path]), "With --force you replace it.");
    assert_eq!(std::fs::read(&path).expect("there"), b"my own");
    home.works(&["backup", "--out", &path, "--force"]);
    let report = home.asks(&["backup", "--out", &path, "--check"]);
    assert_eq!((&report["passphrase"], &report["recovery_code"]), (&true.into(), &false.into()));
    let before = std::fs::read(home.vault()).expect("there");
    let over = home.run(&["backup", "--out", &words(&home.vault()), "--force"]);
    assert_eq!(over.code, Some(1));
    assert_eq!(std::fs::read(home.vault()).expect("there"), before);
    let nowhere = words(&home.path("no").join("where"));
    refused(&home.run(&["backup", "--out", &nowhere]), "This folder does not exist.");
}

#[test]
fn what_is_no_whole_backup_is_refused_with_its_reason_and_nothing_is_made() {
    let home = Home::begun();
    let path = words(&home.path("mine.koersbackup"));
    home.works(&["backup", "--out", &path]);
    let whole = std::fs::read(&path).expect("there");
    let mut changed = whole.clone();
    changed[whole.len() - 1] ^= 1;
    std::fs::remove_file(home.vault()).expect("the device is gone");
    for (bytes, why) in [
        (&whole[..whole.len() - 1], "The end of this backup is missing."),
        (&changed, "This backup is damaged or was changed."),
        (b"a letter", "This file is not a backup of Koers."),
    ] {
        std::fs::write(&path, bytes).expect("the folder is ours");
        refused(&home.run(&["restore", &path]), why);
        refused(&home.run(&["backup", "--check", "--out", &path]), why);
    }
    std::fs::write(&path, &whole).expect("the folder is ours");
    refused(&home.run(&["restore", &words(&home.path("absent"))]), "There is no backup here.");
    std::fs::write(home.path("secret"), "another passphrase").expect("the folder is ours");
    refused(
        &home.run(&["restore", &path]),
        "This does not open it. Try once more, or choose another way.",
    );
    assert!(!home.vault().exists());
    std::fs::write(home.path("secret"), PASSPHRASE).expect("the folder is ours");
    let dutch = home.bare(&["restore", &path, "--lang", "nl"]).output().expect("the program runs");
    let dutch = String::from_utf8_lossy(&dutch.stdout).into_owned();
    assert!(dutch.contains("Alles uit je reservekopie van 2 maart 2026 staat er weer."), "{dutch}");
}

#[test]
fn a_recovery_code_alone_brings_everything_back() {
    let home = Home::begun();
    home.works(&["note", "Before the backup."]);
    let code = RecoveryCode::random().expect("random numbers");
    let secret = Secret::Passphrase(PASSPHRASE.as_bytes());
    let (mut vault, _) = Vault::open(&home.vault(), &secret, &mut |_| ()).expect("its key");
    vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    drop(vault);
    let path = words(&home.path("mine.koersbackup"));
    home.works(&["backup", "--out", &path]);
    std::fs::remove_file(home.vault()).expect("the device is gone");
    let written = home.path("code");
    std::fs::write(&written, code.text().to_lowercase()).expect("the folder is ours");
    home.works(&["restore", &path, "--recovery-code-file", &words(&written)]);
    assert!(home.works(&["diary"]).contains("Before the backup."), "the passphrase opens it too");
    let slip = home.path("slip");
    std::fs::write(&slip, &code.text().replace('-', "").as_bytes()[..30]).expect("ours");
    let refusal = home.run(&["restore", &path, "--force", "--recovery-code-file", &words(&slip)]);
    refused(&refusal, "That recovery code isn't right.");
}
