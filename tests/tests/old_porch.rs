//! Every porch and drop box that was ever made can still be read, with everything in it.

use std::fs;
use std::path::Path;

use koers_core::app::{Porch, PorchReminder};
use koers_core::content::Lang;
use koers_core::journey::Journey;
use koers_core::journey::Source;
use koers_core::journey::entity::{Closing, Episode};
use koers_core::vault::{Secret, Vault};
use koers_tests::fixture::{self, DEVICE};
use koers_tests::porch::{KEY, NEXT_EVENING, TICKED, WORDS, dropped, here, open};

/// The fixtures: the vault, and the name of the porch and the box beside it.
const FIXTURES: &[(&str, &str)] = &[("v1-porch", "v1")];

/// Copies to work with: a fixture is never written to.
fn copies(vault: &str, name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let files = [(vault, "koers"), (name, "porch"), (name, "dropbox")];
    for (name, ending) in files {
        let from = fixture::folder().join(name).with_extension(ending);
        fs::copy(from, folder.path().join("copy").with_extension(ending)).expect("checked in");
    }
    folder
}

fn told(reminders: &[PorchReminder]) -> Vec<(&str, &str, &str)> {
    reminders.iter().map(|one| (&*one.stable_id, &*one.local, &*one.text)).collect()
}

#[test]
fn an_old_porch_tells_what_is_due_and_helps_while_locked() {
    for &(vault, name) in FIXTURES {
        let folder = copies(vault, name);
        let porch = Porch::open(&folder.path().join("copy.porch"), &KEY).expect("an old porch");
        let to_come = porch.plan(&here(NEXT_EVENING + 5), Lang::Nl).expect("readable");
        let told = told(&to_come);
        assert_eq!(
            told[0],
            ("check_in:2026-03-03", "2026-03-03T21:05", "Tijd voor je dagnotitie"),
            "the one put off"
        );
        assert!(told.contains(&("pre_risk:2026-03-04T14:00", "2026-03-04T13:15", WORDS)));
        assert!(
            told.iter().all(|(id, ..)| !id.ends_with("2026-03-02")),
            "that day has its closing"
        );
        let due = porch.due(&here(NEXT_EVENING + 65), Lang::En).expect("readable");
        assert_eq!(due[0].text, "Time for your daily note");
        assert!(!due[0].actions[0].needs_unlock, "noting without unlocking was chosen");
        let help = porch.help_now(Lang::Nl).expect("readable");
        assert_eq!(help.choices[1].steps[1..], [TICKED]);
        assert!(help.lines.iter().any(|line| line.number == "112"), "of the country");
    }
}

#[test]
fn what_lies_in_an_old_drop_box_comes_into_its_vault() {
    for &(vault, name) in FIXTURES {
        let folder = copies(vault, name);
        let path = folder.path().join("copy.koers");
        let koers = open(&path, 60).expect("an old vault opens");
        let drained = koers.set_porch(&path.with_extension("porch"), &KEY).expect("taken in");
        assert_eq!((drained.taken, drained.refused, drained.unreadable), (2, 0, 0), "{name}");
        assert_eq!(koers.diary(0, 9).expect("a diary").total, 2);
        koers.lock();
        check_entries(&path);
        assert_eq!(fs::read(path.with_extension("dropbox")).expect("there"), b"");
    }
}

fn check_entries(path: &Path) {
    let opened = Vault::open(path, &Secret::Device(&DEVICE), &mut |_| ());
    let (_vault, versions) = opened.expect("it opens again");
    let journey = Journey::gather(versions.iter().map(Journey::decode).collect());
    let mark = journey.get::<Episode>(dropped(1)).expect("the mark is there");
    assert_eq!((mark.at.utc, mark.source), (here(1).now, Source::Notification));
    let closing = journey.get::<Closing>(dropped(2)).expect("the closing is there");
    assert_eq!((closing.made.utc, closing.source), (here(2).now, Source::Notification));
    assert_eq!(closing.substances, ["cannabis".into()]);
}
