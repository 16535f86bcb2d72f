//! What is noted while locked: it lies in the box, and is taken in when the person unlocks.

use super::*;
use crate::vault::{DropBox, DropPublic, MOST_DROPS, RecoveryCode};

#[test]
fn g2_nothing_so_far_from_the_notification_closes_the_day_up_to_its_moment() {
    let (life, koers, porch) = with_porch();
    koers.lock();
    life.clock.set("2026-03-02T19:02:00Z");
    assert_eq!(porch.due(&here(&life), Lang::En).expect("readable").len(), 1);
    let draft = draft(&porch, DropKind::NothingSoFar);
    porch.drop(&draft, &here(&life)).expect("there is room");
    assert!(porch.due(&here(&life), Lang::En).expect("readable").is_empty(), "answered");
    let to_come = porch.plan(&here(&life), Lang::En).expect("readable");
    assert_eq!(ids(&to_come)[0], "check_in:2026-03-03", "nor is yesterday asked about");

    life.clock.set("2026-03-03T07:00:00Z");
    let (koers, drained) = unlocked(&life);
    assert_eq!((drained.taken, drained.repeated), (1, 0));
    assert_eq!(drained.lines, ["1 note from the notification is now in your diary."]);
    let diary = koers.diary(0, 1).expect("a diary");
    assert_eq!(diary.entries[0].id, draft.id, "the entry's id is the record's");
    assert_eq!(diary.entries[0].day.to_string(), "2026-03-02");
    assert!(diary.entries[0].lines[0].contains("nothing so far"));
    assert_eq!(diary.entries[0].lines[1], "from the notification");
    let confirm = koers.today(None).expect("today").confirm;
    assert_eq!(confirm[0].text, "Yesterday at 20:02 you had not used. Did it stay that way?");
    assert_eq!(fs::read(dropbox(&life)).expect("there"), b"", "the box is empty");
}

#[test]
fn a_bare_mark_is_an_entry_to_be_filled_in_and_counts_as_nothing_else() {
    let (life, koers, porch) = with_porch();
    koers.lock();
    life.clock.set("2026-03-02T15:30:00Z");
    let draft = draft(&porch, DropKind::Mark);
    porch.drop(&draft, &here(&life)).expect("there is room");
    life.clock.set("2026-03-02T16:00:00Z");
    let (koers, drained) = unlocked(&life);
    assert_eq!(drained.taken, 1);
    let entry = koers.diary(0, 1).expect("a diary").entries.remove(0);
    assert_eq!(entry.lines, ["Cannabis", "marked, still to be filled in", "from the notification"]);
    assert!(entry.when.ends_with("16:30"), "{}", entry.when);
    assert!(!entry.used && entry.craving.is_none());
    assert_eq!(koers.today(None).expect("today").strip[0].state, "unknown", "never zero");
    let mut filled = koers.episode_draft(draft.id).expect("it is there");
    filled.craving = Some(6);
    koers.record(&Command::EditLog(filled)).expect("filled in");
    let episode = koers.episode(draft.id).expect("readable").expect("there");
    assert_eq!((episode.craving, episode.source), (Some(6), Source::Notification));
    assert_eq!(episode.at.utc.to_rfc3339(), "2026-03-02T15:30:00+00:00");
}

#[test]
fn nothing_is_noted_without_unlocking_unless_that_was_chosen() {
    let (life, koers) = Life::begun();
    koers.set_porch(&path(&life), &KEY).expect("room");
    let porch = Porch::open(&path(&life), &KEY).expect("just written");
    life.clock.set("2026-03-02T19:00:00Z");
    let due = porch.due(&here(&life), Lang::En).expect("readable");
    assert!(due[0].actions[0].needs_unlock);
    let refused = porch.drop(&draft(&porch, DropKind::NothingSoFar), &here(&life));
    assert_eq!(refused, Err(KoersError::Locked));
    assert_eq!(fs::read(dropbox(&life)).expect("there"), b"");
    // Chosen, and chosen no longer.
    for act in [true, false] {
        let chosen = WhileLockedDraft { act, help_lines: vec![] };
        koers.record(&Command::WhileLocked(chosen)).expect("chosen");
        let noted = porch.drop(&draft(&porch, DropKind::Mark), &here(&life));
        assert_eq!(noted.is_ok(), act);
    }
}

#[test]
fn what_was_drained_and_not_yet_emptied_is_there_once_when_it_is_drained_again() {
    let (life, koers, porch) = with_porch();
    koers.lock();
    let (first, second) = (draft(&porch, DropKind::Mark), draft(&porch, DropKind::NothingSoFar));
    for (draft, minute) in [(&first, 10), (&second, 20), (&first, 30)] {
        life.clock.set(&format!("2026-03-02T12:{minute}:00Z"));
        porch.drop(draft, &here(&life)).expect("there is room");
    }
    let full = fs::read(dropbox(&life)).expect("there");
    assert_eq!(full.len(), 3 * 256);
    let (koers, drained) = unlocked(&life);
    assert_eq!((drained.taken, drained.repeated), (2, 1), "one was told twice");
    let before = koers.diary(0, 9).expect("a diary");
    assert_eq!(before.total, 2);
    for round in 0..2 {
        // As after a kill between the commit and the emptying.
        fs::write(dropbox(&life), &full).expect("room");
        if round == 1 {
            let id = second.id;
            koers.record(&Command::Delete { kind: RecordKind::Closing, id }).expect("there");
        }
        let again = koers.drain().expect("taken in");
        assert_eq!((again.taken, again.repeated), (0, 3));
        assert!(again.lines.is_empty());
    }
    assert_eq!(koers.diary(0, 9).expect("a diary").total, 1, "what was deleted stays deleted");
    assert!(before.entries.iter().any(|one| one.when.ends_with("13:10")), "the first counts");
}

#[test]
fn a_process_that_dies_between_the_commit_and_the_emptying_loses_and_doubles_nothing() {
    const CHILD: &str = "KOERS_DIES_WHILE_DRAINING";
    if let Ok(folder) = std::env::var(CHILD) {
        let path = PathBuf::from(folder).join("life.koers");
        let clock: Arc<dyn Clock> = Moving::at("2026-03-02T13:00:00Z");
        let koers =
            Koers::open(&path, &Secret::Device(&DEVICE), None, clock, &mut |_| {}).expect("opens");
        let mut held = DropBox::hold(&path.with_extension("dropbox")).expect("ours");
        let mut state = koers.state();
        let taken = koers.take_in(&mut state, &mut held, &koers.clock.here()).expect("committed");
        assert_eq!(taken.taken, 1);
        std::process::abort();
    }
    let (life, koers, porch) = with_porch();
    let draft = draft(&porch, DropKind::NothingSoFar);
    porch.drop(&draft, &here(&life)).expect("there is room");
    drop(koers);
    let folder = life.path.parent().expect("a file lies in a folder");
    let name = "a_process_that_dies_between_the_commit_and_the_emptying_loses_and_doubles_nothing";
    let child = std::process::Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", &format!("app::tests::porch::drop_box::{name}")])
        .env(CHILD, folder)
        .output()
        .expect("runs");
    assert!(child.status.code().is_none(), "it died: {child:?}");
    assert_eq!(fs::read(dropbox(&life)).expect("there").len(), 256, "not emptied");
    let (koers, drained) = unlocked(&life);
    assert_eq!((drained.taken, drained.repeated), (0, 1));
    let diary = koers.diary(0, 9).expect("a diary");
    assert_eq!((diary.total, diary.entries[0].id), (1, draft.id));
    assert_eq!(fs::read(dropbox(&life)).expect("there"), b"");
}

#[test]
fn what_cannot_be_read_is_counted_and_said_and_costs_nothing_else() {
    let (life, koers, porch) = with_porch();
    koers.lock();
    porch.drop(&draft(&porch, DropKind::Mark), &here(&life)).expect("there is room");
    let one = fs::read(dropbox(&life)).expect("there");
    let foreign = DropPublic([9; 32]).seal([1; 16], b"for another vault").expect("short");
    let mut changed = one.clone();
    changed[100] ^= 1;
    let all = [one.as_slice(), &foreign, &[0; 256], &changed, &one[..77]].concat();
    fs::write(dropbox(&life), all).expect("room");
    let (koers, drained) = unlocked(&life);
    assert_eq!((drained.taken, drained.unreadable, drained.torn), (1, 3, true));
    assert_eq!(drained.lines.len(), 2);
    assert!(drained.lines[1].starts_with("4 notes from the notification could not be read."));
    assert_eq!(koers.diary(0, 9).expect("a diary").total, 1);
    assert_eq!(koers.drain(), Ok(Drained::default()), "said once");
}

#[test]
fn an_entry_of_a_moment_to_come_or_of_an_unknown_substance_is_refused_and_counted() {
    let (life, koers, porch) = with_porch();
    koers.lock();
    let mut unknown = draft(&porch, DropKind::Mark);
    unknown.substance = Some("tea".into());
    porch.drop(&unknown, &here(&life)).expect("there is room");
    life.clock.set("2027-03-02T12:00:00Z");
    porch.drop(&draft(&porch, DropKind::NothingSoFar), &here(&life)).expect("there is room");
    life.clock.set("2026-03-02T12:00:00Z");
    let (koers, drained) = unlocked(&life);
    assert_eq!((drained.taken, drained.refused), (0, 2));
    assert_eq!(drained.lines.len(), 1);
    assert_eq!(koers.diary(0, 9).expect("a diary").total, 0);
    let mut long = draft(&porch, DropKind::Mark);
    long.substance = Some("x".repeat(65).as_str().into());
    assert!(matches!(porch.drop(&long, &here(&life)), Err(KoersError::InvalidDraft { .. })));
}

#[test]
fn a_full_box_says_so_and_unlocking_empties_it() {
    let (life, koers, porch) = with_porch();
    koers.lock();
    for _ in 0..MOST_DROPS {
        porch.drop(&draft(&porch, DropKind::Mark), &here(&life)).expect("there is room");
    }
    let refused = porch.drop(&draft(&porch, DropKind::Mark), &here(&life));
    assert_eq!(refused, Err(KoersError::DropBoxFull));
    let (koers, drained) = unlocked(&life);
    assert_eq!((drained.taken, koers.diary(0, 1).expect("a diary").total), (64, 64));
    porch.drop(&draft(&porch, DropKind::Mark), &here(&life)).expect("there is room again");
}

#[test]
fn what_was_noted_while_locked_is_taken_in_after_a_backup_was_restored_over_the_vault() {
    let (life, koers, porch) = with_porch();
    let code = koers.new_recovery_code().expect("room");
    let code = RecoveryCode::parse(code.as_bytes()).expect("as it was shown");
    let backup = life.path.with_extension("koersbackup");
    koers.backup(&backup, false, &mut |_| {}).expect("room");
    drop(koers);
    let (here, secret) = (life.clock.here(), Secret::RecoveryCode(&code));
    porch.drop(&draft(&porch, DropKind::Mark), &here).expect("there is room");
    Koers::restore(&backup, &life.path, &secret, true, Lang::En, &here, &mut |_| {})
        .expect("closed");
    porch.drop(&draft(&porch, DropKind::Mark), &here).expect("before it is opened again");

    let clock = Arc::clone(&life.clock) as Arc<dyn Clock>;
    let koers = Koers::open(&life.path, &secret, None, clock, &mut |_| {}).expect("its code");
    let drained = koers.set_porch(&path(&life), &KEY).expect("the box is taken in");
    assert_eq!((drained.taken, drained.unreadable), (2, 0));
    assert_eq!(koers.diary(0, 9).expect("a diary").total, 2);
}
