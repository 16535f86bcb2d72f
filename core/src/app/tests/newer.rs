//! What a newer version recorded: shown or counted, never lost, and edited only where it may be.

use super::*;
use crate::journey::draft::NoteDraft;
use crate::journey::entity::{Closing, Entity, Episode, Goal, Note, Profile, READER};
use crate::journey::{Journey, id, read, write};
use crate::time::Precision;
use crate::vault::{Draft, Intent, Vault, Version};

/// Two pairs that this version does not know: 99 and "new", 1000 and a nested map.
const UNKNOWN: &[u8] = b"\x18\x63\x63new\x19\x03\xe8\xa1\x01\x82\x02\xf6";

impl Life {
    fn versions(&self) -> Vec<Version> {
        let opened = Vault::open(&self.path, &Secret::Device(&DEVICE), &mut |_| ());
        let mut versions = opened.expect("the vault opens").1;
        versions.sort_by_key(|version| (version.record, version.stamp));
        versions
    }

    /// The latest body of this record.
    fn body(&self, record: RecordId) -> Vec<u8> {
        let mut versions = self.versions();
        versions.retain(|version| version.record == record);
        versions.pop().expect("it is there").body
    }

    /// Writes as a newer version would.
    fn newer(&self, drafts: &[Draft]) {
        let opened = Vault::open(&self.path, &Secret::Device(&DEVICE), &mut |_| ());
        let (mut vault, _) = opened.expect("the vault opens");
        let at = self.clock.here().now.timestamp_millis();
        let prepared = vault.prepare(drafts, at).expect("sound drafts");
        vault.commit(prepared).expect("room");
    }

    /// Changes the body of an entity as a newer version would.
    fn changed<T: Entity>(&self, record: RecordId, change: impl FnOnce(&mut T)) {
        let mut body = read::<T>(&self.body(record)).expect("readable");
        change(&mut body.value);
        self.newer(&[draft::<T>(record, READER, write(&body.value, &body.unknown))]);
    }
}

fn draft<T: Entity>(record: RecordId, min_reader: u16, body: Vec<u8>) -> Draft {
    let (kind, history, local) = (T::KIND, T::HISTORY, T::LOCAL);
    Draft { record, intent: Intent::Put, kind, history, min_reader, local, body }
}

/// The body with more pairs in its map of fewer than 22.
fn with_unknown(body: &[u8]) -> Vec<u8> {
    let mut body = [body, UNKNOWN].concat();
    body[0] += 2;
    body
}

fn note(koers: &Koers, text: &str) -> NoteDraft {
    let id = koers.new_id().expect("an id");
    NoteDraft { id, text: text.to_owned(), mood: None, when: None, made: None }
}

/// Asks everything that an app asks; what cannot be answered is refused in words.
fn every_screen(koers: &Koers) {
    koers.today(None).expect("today");
    koers.diary(0, 50).expect("the diary");
    koers.situations(None).expect("the list");
    koers.reminders().expect("reminders");
    koers.intake().expect("the intake");
    koers.help_now().expect("help");
    koers.export().expect("an export");
    koers.report(&ReportPart::USUAL).expect("a report");
    let told = [
        koers.goal(None).map(|_| ()),
        koers.results(None).map(|_| ()),
        koers.evaluate(None).map(|_| ()),
        koers.goal_draft(&cannabis()).map(|_| ()),
    ];
    for refused in told.into_iter().filter_map(Result::err) {
        assert!(!refused.to_string().is_empty());
    }
}

#[test]
fn an_edit_and_its_undoing_keep_the_fields_of_a_newer_version_byte_for_byte() {
    let (life, koers) = Life::begun();
    let entry = craving(&koers, 7, Some("1"));
    let said = note(&koers, "a hard day");
    koers.record_all(&[Command::Log(entry.clone()), Command::Note(said.clone())]).expect("SHP-14");
    koers.lock();
    let bodies = [(entry.id, life.body(entry.id)), (said.id, life.body(said.id))]
        .map(|(record, body)| (record, with_unknown(&body)));
    let [(_, entry_body), (_, note_body)] = bodies.clone();
    let profile = (id::profile(), with_unknown(&life.body(id::profile())));
    let goal = (id::goal(&cannabis()), with_unknown(&life.body(id::goal(&cannabis()))));
    life.newer(&[
        draft::<Episode>(entry.id, READER, entry_body.clone()),
        draft::<Note>(said.id, READER, note_body),
        draft::<Profile>(profile.0, READER, profile.1.clone()),
        draft::<Goal>(goal.0, READER, goal.1.clone()),
    ]);

    let koers = life.reopened();
    every_screen(&koers);
    let mut changed = koers.profile_draft().expect("open").expect("a profile");
    "Robin".clone_into(&mut changed.nickname);
    let mut other_goal = koers.goal_draft(&cannabis()).expect("open").expect("a goal");
    other_goal.per_week = Some("3".to_owned());
    let other_note = NoteDraft { text: "a good day".to_owned(), ..said.clone() };
    let louder = EpisodeDraft { craving: Some(9), ..entry.clone() };
    koers
        .record_all(&[
            Command::Profile(changed),
            Command::Goal(other_goal),
            Command::Note(other_note),
            Command::EditLog(louder),
        ])
        .expect("SHP-10");
    koers.lock();
    for (record, before) in bodies.iter().chain([&profile, &goal]) {
        let body = life.body(*record);
        assert_ne!(&body, before);
        assert!(body.ends_with(UNKNOWN), "{record}");
    }
    let koers = life.reopened();
    koers.undo().expect("it can be undone");
    koers.lock();
    for (record, before) in bodies.iter().chain([&profile, &goal]) {
        assert_eq!(&life.body(*record), before);
    }
}

#[test]
fn a_choice_of_a_newer_version_is_shown_as_far_as_it_goes_and_outlasts_an_edit() {
    let (life, koers) = Life::begun();
    let entry = craving(&koers, 7, Some("1"));
    let closing = ClosingDraft {
        id: koers.new_id().expect("an id"),
        substances: vec![],
        day: None,
        answer: ClosingAnswer::ThatsAll,
        made: None,
        source: Source::App,
    };
    koers
        .record_all(&[Command::Log(entry.clone()), Command::Close(closing.clone())])
        .expect("taken");
    koers.lock();
    life.changed::<Episode>(entry.id, |one| {
        (one.source, one.at.precision) = (Source::Unknown(77), Precision::Unknown(78));
    });
    life.changed::<Closing>(closing.id, |one| one.answer = ClosingAnswer::Unknown(79));
    life.changed::<Goal>(id::goal(&cannabis()), |one| {
        (one.kind, one.pace) = (GoalKind::Unknown(80), Pace::Unknown(81));
    });
    let before = life.versions();

    let koers = life.reopened();
    every_screen(&koers);
    koers.lock();
    assert_eq!(life.versions(), before, "looking changes nothing");
    life.clock.set("2026-04-20T09:00:00Z");
    let koers = life.reopened();
    every_screen(&koers);
    koers
        .record(&Command::EditLog(EpisodeDraft { craving: Some(2), ..entry.clone() }))
        .expect("taken");
    koers.lock();
    let edited = read::<Episode>(&life.body(entry.id)).expect("readable").value;
    assert_eq!(edited.craving, Some(2));
    assert_eq!((edited.source, edited.at.precision), (Source::Unknown(77), Precision::Unknown(78)));
    let untouched = |version: &&Version| version.record != entry.id;
    let (before, after) = (before.iter().filter(untouched), life.versions());
    assert!(before.eq(after.iter().filter(untouched)));
}

#[test]
fn what_only_a_newer_version_may_edit_is_counted_and_left_as_it_is() {
    let (life, koers) = Life::begun();
    let entry = craving(&koers, 7, Some("1"));
    koers.record(&Command::Log(entry.clone())).expect("SHP-14");
    koers.lock();
    let of_no_kind = Draft {
        kind: 900,
        ..draft::<Note>(RecordId([9; 16]), READER + 1, b"\xa1\x00\x63new".to_vec())
    };
    life.newer(&[
        draft::<Episode>(entry.id, READER + 1, with_unknown(&life.body(entry.id))),
        draft::<Profile>(id::profile(), READER + 1, with_unknown(&life.body(id::profile()))),
        draft::<Goal>(id::goal(&cannabis()), READER + 1, b"\x83 another shape".to_vec()),
        draft::<Note>(RecordId([8; 16]), READER + 1, b"\xa1\x00\x63new".to_vec()),
        of_no_kind,
    ]);
    let before = life.versions();
    let journey = Journey::gather(before.iter().map(Journey::decode).collect());
    assert_eq!(journey.newer(), 5);

    let koers = life.reopened();
    every_screen(&koers);
    let export = koers.export().expect("an export");
    let export: serde_json::Value = serde_json::from_slice(&export.json).expect("JSON");
    assert_eq!(export["left_out"], 5);
    assert_eq!(koers.diary(0, 9).expect("a diary").total, 0, "not shown as if it were ours");
    let Some(Command::Profile(profile)) = start().into_iter().next() else { panic!("the first") };
    let Some(Command::Goal(goal)) = start().pop() else { panic!("the last") };
    let refused = [
        Command::EditLog(EpisodeDraft { craving: Some(2), ..entry.clone() }),
        Command::Delete { kind: RecordKind::Episode, id: entry.id },
        Command::Delete { kind: RecordKind::Note, id: RecordId([8; 16]) },
        Command::Profile(profile),
        Command::Goal(goal),
    ]
    .map(|command| koers.record(&command).map(|_| ()));
    let undone = koers.undo().map(|_| ());
    for refused in refused.into_iter().chain([undone]) {
        let Err(KoersError::InvalidDraft { reason, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!(reason, Reason::MadeByNewer);
    }
    koers.record(&Command::Note(note(&koers, "mine"))).expect("what is mine goes on");
    koers.lock();
    let after = life.versions();
    assert!(before.iter().all(|version| after.contains(version)));
}

#[test]
fn a_porch_of_a_newer_format_is_left_as_it_lies_and_the_entries_go_on() {
    let (life, koers) = Life::begun();
    let (path, key) = (life.path.with_extension("porch"), [5; 32]);
    koers.set_porch(&path, &key).expect("room");
    koers.lock();
    let mut newer = std::fs::read(&path).expect("ours");
    newer[8] = 2;
    std::fs::write(&path, &newer).expect("ours");

    assert_eq!(Porch::open(&path, &key).map(|_| ()), Err(KoersError::NewerFormat));
    let koers = life.reopened();
    koers.set_porch(&path, &key).expect("there is nothing in the box");
    koers.record(&Command::Log(craving(&koers, 7, None))).expect("SHP-14");
    let status = koers.porch_status().expect("open");
    assert_eq!(status.failure, Some(KoersError::NewerFormat));
    assert_eq!(std::fs::read(&path).expect("ours"), newer);
}
