//! The porch and the drop box, as a person meets them: reminders, help and notes while locked.

mod drop_box;

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::journey::draft::{EmergencyPlanDraft, NoteDraft, WhileLockedDraft};
use crate::journey::{KindSettings, RiskTime};

const KEY: [u8; 32] = [9; 32];

fn path(life: &Life) -> PathBuf {
    life.path.with_extension("porch")
}

fn dropbox(life: &Life) -> PathBuf {
    life.path.with_extension("dropbox")
}

fn here(life: &Life) -> Here {
    life.clock.here()
}

/// Somebody with a porch who chose to note things without unlocking, at noon of a Monday.
fn with_porch() -> (Life, Koers, Porch) {
    let (life, koers) = Life::begun();
    life.clock.set("2026-03-02T11:00:00Z");
    assert_eq!(koers.set_porch(&path(&life), &KEY), Ok(Drained::default()));
    let act = WhileLockedDraft { act: true, help_lines: vec![] };
    koers.record(&Command::WhileLocked(act)).expect("chosen");
    assert_eq!(koers.porch_status(), Ok(PorchStatus { set_up: true, failure: None }));
    let porch = Porch::open(&path(&life), &KEY).expect("just written");
    (life, koers, porch)
}

fn draft(porch: &Porch, what: DropKind) -> DropDraft {
    DropDraft { id: porch.new_id().expect("an id"), what, substance: None }
}

fn ids(reminders: &[PorchReminder]) -> Vec<&str> {
    reminders.iter().map(|one| one.stable_id.as_str()).collect()
}

/// Unlocks again, as after a night.
fn unlocked(life: &Life) -> (Koers, Drained) {
    let koers = life.reopened();
    let drained = koers.set_porch(&path(life), &KEY).expect("the box is taken in");
    (koers, drained)
}

#[test]
fn shp31_the_plan_lies_on_the_porch_and_says_what_is_due_in_the_language_asked() {
    let (life, koers, porch) = with_porch();
    let planned = koers.reminders().expect("a plan").items;
    koers.lock();
    let to_come = porch.plan(&here(&life), Lang::En).expect("readable while locked");
    assert_eq!(ids(&to_come), planned.iter().map(|one| &*one.stable_id).collect::<Vec<_>>());
    assert!(porch.due(&here(&life), Lang::En).expect("readable").is_empty());

    life.clock.set("2026-03-02T19:00:00Z");
    let due = porch.due(&here(&life), Lang::Nl).expect("readable");
    assert_eq!(ids(&due), ["check_in:2026-03-02"]);
    assert_eq!((&*due[0].title, &*due[0].text), ("Koers", "Tijd voor je dagnotitie"));
    assert_eq!(due[0].local, "2026-03-02T20:00");
    let buttons: Vec<_> =
        due[0].actions.iter().map(|one| (&*one.action, &*one.label, one.needs_unlock)).collect();
    assert_eq!(
        buttons,
        [
            ("nothing_so_far", "Tot nu toe niets", false),
            ("log", "Noteren", true),
            ("later", "Over een uur", false)
        ]
    );
    assert!(!ids(&porch.plan(&here(&life), Lang::En).expect("readable")).contains(&ids(&due)[0]));
    // At the day's cut-off it is over; and it is not shown late into quiet hours.
    life.clock.set("2026-03-02T20:59:00Z");
    assert_eq!(porch.due(&here(&life), Lang::En).expect("readable").len(), 1);
    life.clock.set("2026-03-02T21:00:00Z");
    assert!(porch.due(&here(&life), Lang::En).expect("readable").is_empty());
}

#[test]
fn later_says_it_again_in_an_hour_and_lasts_until_it_is_answered() {
    let (life, koers, porch) = with_porch();
    life.clock.set("2026-03-02T19:10:00Z");
    porch.later("check_in:2026-03-02", &here(&life)).expect("it can be put off");
    assert!(porch.due(&here(&life), Lang::En).expect("readable").is_empty());
    let to_come = porch.plan(&here(&life), Lang::En).expect("readable");
    assert_eq!(&*to_come[0].stable_id, "check_in:2026-03-02");
    assert_eq!(to_come[0].local, "2026-03-02T21:10");
    // The porch is written anew for something that is no record of the day.
    let act = WhileLockedDraft { act: false, help_lines: vec![] };
    koers.record(&Command::WhileLocked(act)).expect("chosen");
    life.clock.set("2026-03-02T20:10:00Z");
    let due = porch.due(&here(&life), Lang::En).expect("readable");
    assert_eq!(ids(&due), ["check_in:2026-03-02"]);
    koers.record(&Command::Log(craving(&koers, 3, None))).expect("SHP-14");
    assert!(porch.due(&here(&life), Lang::En).expect("readable").is_empty(), "answered");
    porch.later("check_in:2026-03-03", &here(&life)).expect("to come");
    let to_come = porch.plan(&here(&life), Lang::En).expect("readable");
    assert_eq!(to_come[0].local, "2026-03-03T20:00", "put off, never brought forward");
    let refused = porch.later("check_in:1999-01-01", &here(&life)).expect_err("not planned");
    assert!(matches!(refused, KoersError::InvalidDraft { field, .. } if field == "id"));
}

#[test]
fn a_reminder_cannot_be_put_off_beyond_its_end() {
    let (life, _koers, porch) = with_porch();
    life.clock.set("2026-03-03T02:30:00Z");
    let refused = porch.later("check_in:2026-03-02", &here(&life)).expect_err("over by then");
    assert!(matches!(refused, KoersError::InvalidDraft { field, .. } if field == "when"));
}

#[test]
fn in_another_zone_the_clock_shows_the_same() {
    let (life, _koers, porch) = with_porch();
    let mut there = here(&life);
    there.home = Home { zone: "America/New_York".to_owned(), offset_minutes: -300 };
    let (at_home, away) = (
        porch.plan(&here(&life), Lang::En).expect("readable"),
        porch.plan(&there, Lang::En).expect("readable"),
    );
    assert_eq!(ids(&at_home), ids(&away));
    assert_eq!(away[0].local, at_home[0].local);
    assert_eq!(away[0].instant_ms - at_home[0].instant_ms, 6 * 3_600_000);
    assert_eq!(away[0].expires_ms - at_home[0].expires_ms, 6 * 3_600_000);
}

#[test]
fn shp19_help_shows_only_the_lines_that_were_ticked() {
    let (life, koers, porch) = with_porch();
    let view = porch.help_now(Lang::En).expect("readable");
    assert!(!view.own_plan && view.lines.iter().any(|line| line.number == "112"));
    let line = "bij mijn zus op de bank";
    let plan = |lines: &[&str]| EmergencyPlanDraft {
        be_safe: lines.iter().map(|&line| line.to_owned()).collect(),
        go_to: "naar het park".to_owned(),
        ..Default::default()
    };
    koers.record(&Command::EmergencyPlan(plan(&[line]))).expect("SHP-19");
    assert_eq!(porch.help_now(Lang::En), Ok(view), "nothing was ticked");
    let chosen = |line: &str| {
        let help_lines = vec![line.to_owned()];
        koers.record(&Command::WhileLocked(WhileLockedDraft { act: false, help_lines }))
    };
    let refused = chosen("not in the plan").expect_err("not a line of the plan");
    assert!(matches!(refused, KoersError::InvalidDraft { field, .. } if field == "help_lines[0]"));
    chosen(line).expect("a line of the plan");
    koers.lock();
    let view = porch.help_now(Lang::Nl).expect("readable");
    assert!(view.own_plan);
    assert_eq!(view.choices[1].steps[1..], [line]);
    assert!(view.own_people.is_empty());
    let (koers, _) = unlocked(&life);
    koers.record(&Command::EmergencyPlan(plan(&["iets anders"]))).expect("SHP-19");
    assert!(!porch.help_now(Lang::En).expect("readable").own_plan, "the line is gone");
}

#[test]
fn no_word_of_the_person_lies_beside_the_vault_in_clear() {
    let (life, koers, porch) = with_porch();
    let mut profile = koers.profile_draft().expect("readable").expect("there");
    profile.reminders.pre_risk = KindSettings { on: true, at: None };
    profile.reminders.per_day = 3;
    let words = "bel Tom van de overkant";
    let risk = RiskTime { weekday: 2, at: 840, words: words.to_owned() };
    profile.reminders.risk_times = vec![risk];
    koers.record(&Command::Profile(profile)).expect("settings");
    porch.drop(&draft(&porch, DropKind::Mark), &here(&life)).expect("there is room");
    let to_come = porch.plan(&here(&life), Lang::En).expect("readable");
    assert!(to_come.iter().any(|one| one.text == words), "it is there");
    let bytes = [fs::read(path(&life)), fs::read(dropbox(&life))].map(|file| file.expect("there"));
    assert_eq!((bytes[0].len(), bytes[1].len()), (8192, 256));
    for word in ["Tom", "cannabis", "check_in", "Brussels"] {
        assert!(!bytes.iter().any(|file| file.windows(word.len()).any(|w| w == word.as_bytes())));
    }
    #[cfg(unix)]
    for file in [path(&life), dropbox(&life)] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(file).expect("there").permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_porch_that_cannot_be_written_costs_no_entry_and_is_mended_by_the_next() {
    let (life, koers, porch) = with_porch();
    // A folder lies where the new porch would be written aside.
    let aside = life.path.with_extension("porch.new");
    fs::create_dir(&aside).expect("ours");
    life.clock.set("2026-03-02T18:30:00Z");
    koers.record(&Command::Log(craving(&koers, 3, None))).expect("recorded all the same");
    let status = koers.porch_status().expect("open");
    assert!(status.set_up && status.failure.is_some(), "{status:?}");
    let to_come = porch.plan(&here(&life), Lang::En).expect("the old porch is whole");
    assert_eq!(ids(&to_come)[0], "check_in:2026-03-02");
    fs::remove_dir(&aside).expect("ours");
    koers.undo().expect("undone");
    koers.undo().expect("done again");
    assert_eq!(koers.porch_status(), Ok(PorchStatus { set_up: true, failure: None }));
    let to_come = porch.plan(&here(&life), Lang::En).expect("readable");
    assert_ne!(ids(&to_come)[0], "check_in:2026-03-02", "something was recorded since");
}

#[test]
fn another_key_or_a_changed_file_is_told_and_unlocking_makes_the_porch_anew() {
    let (life, koers, porch) = with_porch();
    assert!(matches!(Porch::open(&path(&life), &[0; 32]), Err(KoersError::Damaged { .. })));
    let mut bytes = fs::read(path(&life)).expect("there");
    bytes[5000] ^= 1;
    fs::write(path(&life), bytes).expect("room");
    assert!(matches!(porch.plan(&here(&life), Lang::En), Err(KoersError::Damaged { .. })));
    koers.lock();
    let (koers, drained) = unlocked(&life);
    assert_eq!(drained, Drained::default());
    assert!(porch.plan(&here(&life), Lang::En).is_ok());
    koers.remove_porch().expect("taken away");
    assert_eq!(porch.plan(&here(&life), Lang::En), Err(KoersError::NotFound));
    assert_eq!(koers.porch_status(), Ok(PorchStatus::default()));
    assert_eq!(fs::read_dir(life.path.parent().expect("a folder")).expect("ours").count(), 1);
}

#[test]
fn the_choice_of_what_works_while_locked_leaves_the_undo_alone_and_stays_here() {
    let (_life, koers, _porch) = with_porch();
    let id = koers.new_id().expect("an id");
    let note = NoteDraft { id, text: "one".to_owned(), mood: None, when: None, made: None };
    koers.record(&Command::Note(note)).expect("SHP-23");
    let none = WhileLockedDraft::default();
    koers.record(&Command::WhileLocked(none.clone())).expect("chosen");
    koers.undo().expect("undone");
    assert_eq!(koers.diary(0, 1).expect("a diary").total, 0, "the note went, not the choice");
    assert_eq!(koers.while_locked_draft(), Ok(none));
}

#[test]
fn without_a_profile_the_porch_holds_no_plan_and_still_helps() {
    let (life, koers) = Life::empty(Lang::En, "2026-03-02T09:00:00Z");
    koers.set_porch(&path(&life), &KEY).expect("room");
    let porch = Porch::open(&path(&life), &KEY).expect("just written");
    assert_eq!(porch.plan(&here(&life), Lang::En), Ok(vec![]));
    assert_eq!(porch.help_now(Lang::En).expect("readable").choices.len(), 3);
    koers.lock();
    assert_eq!(koers.set_porch(&path(&life), &KEY), Err(KoersError::Locked));
    assert_eq!(koers.porch_status(), Err(KoersError::Locked));
}
