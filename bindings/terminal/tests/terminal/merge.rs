//! Two devices made one, and a damaged vault saved, as a person does it.

use std::path::Path;

use crate::home::{Home, KOERS, Said, said};

fn words(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The program on the vault of the other device.
fn tablet(home: &Home, words: &[&str]) -> Said {
    let mut command = std::process::Command::new(KOERS);
    command.args(words).arg("--vault").arg(home.path("tablet.koers"));
    command.arg("--passphrase-file").arg(home.path("secret"));
    command.args(["--now", "2026-03-02T11:00:00+01:00", "--zone", "Europe/Brussels"]);
    command.args(["--lang", "en"]).stdin(std::process::Stdio::null()).env("LC_ALL", "C");
    said(command)
}

fn tablet_works(home: &Home, words: &[&str]) -> String {
    let said = tablet(home, words);
    assert_eq!(said.code, Some(0), "{words:?}: {}", said.err);
    said.out
}

fn log(note: &str) -> [&str; 7] {
    ["log", "--substance", "cannabis", "--craving", "5", "--note", note]
}

#[test]
fn what_two_devices_noted_comes_together_and_a_text_changed_on_both_is_chosen() {
    let home = Home::begun();
    home.works(&log("by the water"));
    let id = home.newest()["short_id"].as_str().expect("an id").to_owned();
    let backup = words(&home.path("begin.koersbackup"));
    home.works(&["backup", "--out", &backup]);
    tablet_works(&home, &["restore", &backup]);
    home.works(&["edit", &id, "--note", "by the water, alone"]);
    tablet_works(&home, &["edit", &id, "--note", "by the water, with Kim"]);
    tablet_works(&home, &log("on the tablet"));
    let other = words(&home.path("tablet.koers"));

    let before = std::fs::read(home.vault()).expect("there");
    let told = home.works(&["merge", &other, "--dry-run"]);
    assert!(told.contains("One thing came in that was not here yet."), "{told}");
    assert_eq!(std::fs::read(home.vault()).expect("there"), before);
    let told = home.works(&["merge", &other]);
    assert!(told.contains("One text was changed on both sides."), "{told}");
    assert!(told.contains("alone") && told.contains("with Kim"), "{told}");
    let told = home.works(&["merge", &other]);
    assert!(told.contains("There was nothing new in it."), "{told}");

    let report = home.asks(&["conflicts"]);
    assert_eq!(report[0]["copies"].as_array().map(Vec::len), Some(2));
    let refused = home.run(&["keep", "1", "3"]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("koers conflicts"), "{}", refused.err);
    let told = home.works(&["keep", "1", "1"]);
    assert!(told.contains("Kept. The other copy is gone."), "{told}");
    assert!(home.works(&["conflicts"]).contains("There is nothing to choose."));
    let diary = home.works(&["diary"]);
    assert!(diary.contains("by the water, alone") && diary.contains("on the tablet"), "{diary}");
    assert!(!diary.contains("with Kim"), "{diary}");
}

#[test]
fn a_damaged_vault_is_saved_and_the_damaged_file_kept() {
    let home = Home::begun();
    home.works(&log("by the water"));
    assert!(home.works(&["salvage"]).contains("This vault is sound. Nothing was changed."));
    let mut bytes = std::fs::read(home.vault()).expect("there");
    bytes[..4096].fill(0);
    std::fs::write(home.vault(), &bytes).expect("ours");
    assert_eq!(home.run(&["diary"]).code, Some(1));
    let told = home.works(&["salvage"]);
    assert!(
        told.contains("things that you noted are back.") && told.contains("Nothing is missing.")
    );
    let kept = home.path("life.koers.damaged-2026-03-02");
    assert!(told.contains(&words(&kept)), "{told}");
    assert_eq!(std::fs::read(&kept).expect("kept"), bytes);
    assert!(home.works(&["diary"]).contains("by the water"));
}
