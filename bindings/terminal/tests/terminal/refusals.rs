//! What cannot be done is said in one sentence with a way out, and changes nothing.

use std::fs;

use crate::home::{Home, KOERS, PASSPHRASE, said};

/// Runs a command that has to be refused: its sentence on one paragraph, the file as it was.
fn refused(home: &Home, words: &[&str]) -> String {
    let before = fs::read(home.vault()).ok();
    let said = home.run(words);
    assert_eq!(said.code, Some(1), "{words:?}: {}", said.err);
    assert_eq!(said.out, "", "{words:?}");
    assert_eq!(fs::read(home.vault()).ok(), before, "the file is byte-identical");
    assert!(said.err.lines().all(|line| line.chars().count() <= 80), "{}", said.err);
    said.err.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_wrong_passphrase_says_so_and_nothing_more() {
    let home = Home::begun();
    fs::write(home.path("secret"), "something else").expect("the folder is ours");
    assert_eq!(
        refused(&home, &["today"]),
        "This does not open it. Try once more, or choose another way."
    );
}

#[test]
fn what_is_no_vault_cut_short_or_newer_is_told_apart() {
    let home = Home::begun();
    let whole = fs::read(home.vault()).expect("a vault");

    fs::write(home.vault(), b"Dear diary, this is a letter and no vault at all.").expect("ours");
    let text = refused(&home, &["today"]);
    assert!(
        text.starts_with(
            "This file is not a Koers vault, or its beginning is damaged. Nothing was changed."
        ),
        "{text}"
    );

    fs::write(home.vault(), &whole[..whole.len() - 4096]).expect("ours");
    let text = refused(&home, &["today"]);
    assert!(text.starts_with("This file is not complete."), "{text}");

    // The version of the format stands in SQLite's own field for it, from byte 60 on.
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(home.vault(), &newer).expect("ours");
    let text = refused(&home, &["today"]);
    assert!(text.starts_with("This file was made by a newer Koers."), "{text}");

    fs::write(home.vault(), &whole).expect("ours");
    home.works(&["today"]);
}

#[test]
fn no_vault_and_a_folder_in_its_place_are_said_before_a_passphrase_is_asked() {
    let home = Home::empty();
    fs::remove_file(home.path("secret")).expect("ours");
    let text = refused(&home, &["today"]);
    assert!(text.starts_with("There is no vault here yet."), "{text}");

    fs::create_dir(home.vault()).expect("ours");
    let text = refused(&home, &["today"]);
    assert!(text.contains("folder"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;

    let home = Home::begun();
    fs::set_permissions(home.vault(), fs::Permissions::from_mode(0o000)).expect("ours");
    if fs::read(home.vault()).is_ok() {
        // Whoever may read everything (root) cannot see this refusal.
        return;
    }
    let said = home.run(&["today"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.starts_with("Koers may not open this file."), "{}", said.err);
}

#[test]
fn a_vault_that_is_open_elsewhere_says_so() {
    let home = Home::begun();
    let before = fs::read(home.vault()).expect("a vault");
    let held = koers_core::vault::Vault::open(
        &home.vault(),
        &koers_core::vault::Secret::Passphrase(PASSPHRASE.as_bytes()),
        &mut |_| (),
    )
    .expect("the vault opens");
    // The file is not looked at meanwhile: closing it here would let go of this process's locks.
    let said = home.run(&["today"]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    assert!(said.err.starts_with("Koers is already open somewhere else."), "{}", said.err);
    drop(held);
    assert_eq!(fs::read(home.vault()).ok(), Some(before), "the file is byte-identical");
    home.works(&["today"]);
}

#[test]
fn a_sentence_comes_in_the_language_that_was_chosen() {
    let home = Home::begun();
    // Of the profile, where no option says more; before it is open, of the option.
    let said = said(home.bare(&["log", "--craving", "14"]));
    assert_eq!(said.err, "Choose a number from 0 to 10. It said 14.\n");
    let mut dutch = home.bare(&["log", "--craving", "14"]);
    dutch.args(["--lang", "nl"]);
    assert_eq!(crate::home::said(dutch).err, "Kies een getal van 0 tot 10. Er stond 14.\n");
    let mut computer = home.bare(&["today"]);
    computer.env("LC_ALL", "en_GB.UTF-8");
    fs::write(home.path("secret"), "something else").expect("ours");
    assert_eq!(
        crate::home::said(computer).err,
        "This does not open it. Try once more, or choose another way.\n"
    );
}

#[test]
fn words_that_cannot_be_read_end_with_code_2() {
    let home = Home::begun();
    assert_eq!(home.run(&["log", "--craving", "much"]).code, Some(2));
    assert_eq!(home.run(&["fly"]).code, Some(2));
    let mut late = std::process::Command::new(KOERS);
    late.args(["today", "--now", "noon", "--lang", "en", "--vault"]).arg(home.vault());
    late.arg("--passphrase-file").arg(home.path("secret"));
    let late = said(late);
    assert_eq!(late.code, Some(2));
    assert!(late.err.contains("--now"), "{}", late.err);
    // Without a keyboard there is nobody to ask.
    let asked = home.run(&["log"]);
    assert_eq!(asked.code, Some(2), "{}", asked.err);
}

#[test]
fn a_refused_field_is_named_with_what_fits_there() {
    let home = Home::begun();
    let cases: [(&[&str], &str); 6] = [
        (&["log", "--used", "--amount", "abc"], "Amount: this is not a number."),
        (&["log", "--used", "--amount", "2", "--unit", "kilo"], "Unit: this is not in the list."),
        (&["log", "--craving", "3", "--when", "2031-01-01"], "This moment has not come yet."),
        (&["delete", "ffffffff"], "This entry is not there."),
        (&["plan", "1", "--confidence", "11"], "Confidence: choose a number from 0 to 10."),
        (&["goal", "set", "--kind", "reduce"], "Weekly limit: fill something in here."),
    ];
    for (words, sentence) in cases {
        let text = refused(&home, words);
        assert!(text.starts_with(sentence), "{words:?}: {text}");
    }
}

#[test]
fn nothing_of_refused_answers_stays_behind() {
    let home = Home::empty();
    let answers = home.path("answers.toml");
    let text = "[programme]\nweeks = 9\n[[substance]]\nid = \"cannabis\"\nunit = \"joint\"\n\
                baseline = []\n";
    fs::write(&answers, text).expect("ours");
    let said = home.run(&["start", "--answers", &answers.to_string_lossy()]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.starts_with("Number of weeks: choose a number from 4 to 6."), "{}", said.err);
    assert!(!home.vault().exists());
}
