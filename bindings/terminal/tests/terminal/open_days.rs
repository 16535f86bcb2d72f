//! Older days that are not filled in: shown, filled in at once, or left.

use crate::home::{Home, Said, said};

/// The program on this vault, on a morning of March 2026.
fn on(home: &Home, day: u32, words: &[&str]) -> Said {
    let mut command = std::process::Command::new(crate::home::KOERS);
    command.args(words).arg("--vault").arg(home.vault());
    command.arg("--passphrase-file").arg(home.path("secret"));
    command.args(["--now", &format!("2026-03-{day:02}T10:00:00+01:00")]);
    command.args(["--zone", "Europe/Brussels", "--lang", "en"]);
    said(command)
}

fn works(home: &Home, day: u32, words: &[&str]) -> String {
    let said = on(home, day, words);
    assert_eq!(said.code, Some(0), "{words:?}: {}", said.err);
    said.out
}

#[test]
fn today_says_how_older_days_are_filled_in_or_left() {
    let home = Home::begun();
    let today = works(&home, 9, &["today"]);
    for line in [
        "Yesterday is not closed yet.",
        "6 days are not filled in. That is fine.",
        "Go on from today: koers go-on",
        "Fill in a period: koers fill-in",
    ] {
        assert!(today.contains(line), "{line} in {today}");
    }
    let form = works(&home, 9, &["fill-in"]);
    assert!(form.contains("2026-03-07  Saturday 7 March"), "{form}");
    assert!(form.contains("2026-03-02  Monday 2 March"), "{form}");

    let some = ["fill-in", "--none", "--from", "2026-03-03", "--used", "2026-03-06"];
    let receipt = works(&home, 9, &some);
    assert!(receipt.contains("5 days filled in later."), "{receipt}");
    let today = works(&home, 9, &["today"]);
    assert!(today.contains("1 day is not filled in. That is fine."), "{today}");

    assert!(works(&home, 9, &["go-on"]).contains("Those days stay not filled in."));
    assert!(!works(&home, 9, &["today"]).contains("That is fine."));
    works(&home, 9, &["undo"]);
    assert!(works(&home, 9, &["today"]).contains("1 day is not filled in. That is fine."));
}

#[test]
fn where_no_older_day_is_open_there_is_nothing_to_leave() {
    let home = Home::begun();
    assert!(works(&home, 3, &["fill-in"]).contains("No day before yesterday is open any more."));
    let said = on(&home, 3, &["go-on"]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    assert!(said.err.contains("No day before yesterday is open any more."), "{}", said.err);
    let refused = on(&home, 3, &["fill-in", "--used", "2026-03-03"]);
    assert_eq!(refused.code, Some(1), "today is closed, not filled in");
}
