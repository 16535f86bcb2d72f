mod asking;
mod backup;
mod first_days;
mod forms;
mod handing_over;
mod import;
mod keys;
mod merge;
mod newer;
mod open_days;
mod plan_answers;
mod plans;
mod porch;
mod properties;
mod refusals;
mod screens;
mod situations;

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use super::*;
use crate::content::{Code, Lang, SituationId};
use crate::journey::draft::{
    BaselineDraft, ClosingDraft, EpisodeDraft, FollowDraft, GoalDraft, ProfileDraft, Reason,
    RoundDraft, UseDraft,
};
use crate::journey::{ClosingAnswer, GoalKind, Pace, ReminderSettings, Source};
use crate::time::Home;
use crate::vault::{RecordId, Secret};

const DEVICE: [u8; 32] = [7; 32];

/// A clock that a test can move.
struct Moving(Mutex<DateTime<Utc>>);

impl Moving {
    fn at(text: &str) -> Arc<Self> {
        Arc::new(Self(Mutex::new(text.parse().expect("an instant"))))
    }

    fn set(&self, text: &str) {
        *self.0.lock().expect("no panic before") = text.parse().expect("an instant");
    }
}

impl Clock for Moving {
    fn here(&self) -> Here {
        let now = *self.0.lock().expect("no panic before");
        Here { now, home: Home { zone: "Europe/Brussels".to_owned(), offset_minutes: 60 } }
    }
}

fn cannabis() -> Code {
    Code::from("cannabis")
}

struct Life {
    _folder: tempfile::TempDir,
    path: std::path::PathBuf,
    clock: Arc<Moving>,
}

impl Life {
    /// Somebody who cuts down to four joints a week, from Monday 2 March 2026.
    fn begun() -> (Self, Koers) {
        let (life, koers) = Self::empty(Lang::En, "2026-03-02T09:00:00Z");
        koers.record_all(&start()).expect("the intake is recorded");
        (life, koers)
    }

    /// A vault with nothing in it yet, at this moment.
    fn empty(lang: Lang, now: &str) -> (Self, Koers) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("life.koers");
        let clock = Moving::at(now);
        let koers = Koers::create(
            &path,
            &[Secret::Device(&DEVICE)],
            lang,
            Arc::clone(&clock) as Arc<dyn Clock>,
            &mut |_| {},
        )
        .expect("a new vault");
        (Self { _folder: folder, path, clock }, koers)
    }

    /// The same vault, closed and opened again.
    fn reopened_after(&self, koers: Koers) -> Koers {
        drop(koers);
        self.reopened()
    }

    fn reopened(&self) -> Koers {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        Koers::open(&self.path, &Secret::Device(&DEVICE), None, clock, &mut |_| {})
            .expect("the vault opens again")
    }
}

fn start() -> Vec<Command> {
    vec![
        Command::Profile(ProfileDraft {
            nickname: "Sam".to_owned(),
            language: Lang::En,
            zone: "Europe/Brussels".to_owned(),
            cut_off: 240,
            reminders: ReminderSettings::default(),
            country: "BE".to_owned(),
        }),
        Command::Follow(FollowDraft { substance: cannabis(), followed: true }),
        Command::Round(RoundDraft {
            number: 1,
            weeks: 4,
            start: None,
            pauses: vec![],
            ended: None,
        }),
        Command::Baseline(BaselineDraft {
            substance: cannabis(),
            unit: "cannabis:unit.joint".into(),
            days: vec![Some("2".to_owned()); 7],
            intake_day: None,
            usual_week: Some(true),
            usual_amount: None,
        }),
        Command::Goal(GoalDraft {
            substance: cannabis(),
            kind: GoalKind::Reduce,
            pace: Pace::RightAway,
            unit: "cannabis:unit.joint".into(),
            stop_date: None,
            per_week: Some("4".to_owned()),
            per_day: None,
            weekdays: vec![],
            week_starts: 0,
            set_on: None,
            words: String::new(),
        }),
    ]
}

fn craving(koers: &Koers, strength: i64, joints: Option<&str>) -> EpisodeDraft {
    let mut draft = EpisodeDraft::blank(koers.new_id().expect("an id"), cannabis());
    draft.craving = Some(strength);
    draft.situations = vec![SituationId::from("base:situation.stressed")];
    draft.uses = joints
        .map(|amount| UseDraft {
            substance: cannabis(),
            amount: Some(amount.to_owned()),
            unit: Some("cannabis:unit.joint".into()),
        })
        .into_iter()
        .collect();
    draft
}

fn closing(koers: &Koers, answer: ClosingAnswer) -> Command {
    Command::Close(ClosingDraft {
        id: koers.new_id().expect("an id"),
        substances: vec![],
        day: None,
        answer,
        made: None,
        source: Source::App,
    })
}

#[test]
fn the_week_of_a_stop_date_is_not_said_to_be_whole_while_days_before_it_are_open() {
    let (life, koers) = Life::begun();
    let stop_date = chrono::NaiveDate::from_ymd_opt(2026, 3, 5);
    let goal = koers.goal_draft(&cannabis()).expect("open").expect("one was chosen");
    let stop = GoalDraft { kind: GoalKind::Stop, stop_date, per_week: None, ..goal };
    koers.record(&Command::Goal(stop)).expect("SHP-08");
    for day in 5..=8 {
        life.clock.set(&format!("2026-03-{day:02}T22:30:00Z"));
        koers.record(&closing(&koers, ClosingAnswer::NotUsed)).expect("SHP-15");
    }
    life.clock.set("2026-03-09T09:00:00Z");
    let week = &koers.results(Some(&cannabis())).expect("open").weeks[0];
    assert_eq!(week.overall_text, "met", "G7");
    assert_eq!(week.sentences[0], "You did not use on the days that count for your goal.");
    assert_eq!(week.coverage, "4 of 7 days filled in");
}

#[test]
fn yesterday_is_asked_about_also_where_the_week_before_was_skipped() {
    let (life, koers) = Life::begun();
    let skipped = Command::Follow(FollowDraft { substance: "cocaine".into(), followed: true });
    koers.record(&skipped).expect("SHP-02");
    life.clock.set("2026-03-02T19:00:00Z");
    koers.record(&closing(&koers, ClosingAnswer::SoFar)).expect("SHP-15");
    life.clock.set("2026-03-03T08:30:00Z");
    for substance in [cannabis(), "cocaine".into()] {
        let asked = koers.today(Some(&substance)).expect("open").confirm;
        assert_eq!(asked.len(), 1, "G2: {substance}");
    }
}

#[test]
fn a_week_of_logs_is_kept_ranked_and_judged_after_opening_again() {
    let (life, koers) = Life::begun();
    for day in 2..=8 {
        life.clock.set(&format!("2026-03-{day:02}T18:00:00Z"));
        let draft = craving(&koers, 8, (day == 6).then_some("3"));
        koers.record(&Command::Log(draft)).expect("SHP-14");
        life.clock.set(&format!("2026-03-{day:02}T22:30:00Z"));
        let answer = if day == 6 { ClosingAnswer::ThatsAll } else { ClosingAnswer::NotUsed };
        koers.record(&closing(&koers, answer)).expect("SHP-15");
    }
    drop(koers);
    life.clock.set("2026-03-09T09:00:00Z");
    let koers = life.reopened();

    let situations = koers.situations(None).expect("SHP-17");
    assert_eq!(situations.places.len(), 1);
    assert_eq!(situations.places[0].logs, 7);
    let results = koers.results(None).expect("SHP-25");
    assert_eq!(
        results.weeks[0].sentences,
        ["This week you stayed within your limit: 3 joints, your limit was 4. \
          All seven days are filled in."],
        "G4"
    );
}

#[test]
fn a_refusal_names_field_and_reason_and_writes_nothing() {
    let (_life, koers) = Life::begun();
    let before = koers.stats().expect("open").generation;
    let draft = craving(&koers, 14, None);
    let refused = koers.record(&Command::Log(draft)).expect_err("14 is no craving");
    assert_eq!(
        refused,
        KoersError::InvalidDraft {
            field: "craving".to_owned(),
            reason: Reason::OutsideScale { given: 14 }
        }
    );
    assert_eq!(
        sentence(&crate::content::Content::shipped(), Lang::En, &refused),
        "Choose a number from 0 to 10. It said 14."
    );
    assert_eq!(koers.stats().expect("open").generation, before);
}

#[test]
fn a_batch_with_one_bad_draft_writes_nothing_of_it() {
    let (_life, koers) = Life::begun();
    let good = Command::Log(craving(&koers, 5, None));
    let bad = Command::Log(craving(&koers, 11, None));
    koers.record_all(&[good, bad]).expect_err("all or nothing");
    assert_eq!(koers.diary(0, 10).expect("open").total, 0);
}

#[test]
fn the_same_entry_told_twice_counts_once() {
    let (life, koers) = Life::begun();
    let draft = craving(&koers, 6, Some("1"));
    assert!(!koers.record(&Command::Log(draft.clone())).expect("new").repeated);
    life.clock.set("2026-03-02T09:01:00Z");
    assert!(koers.record(&Command::Log(draft.clone())).expect("again").repeated, "BEY-11");
    assert_eq!(koers.diary(0, 10).expect("open").total, 1);

    let mut other = draft;
    other.craving = Some(7);
    koers.record(&Command::Log(other)).expect_err("the id is taken");
}

#[test]
fn an_edit_a_deletion_and_a_new_entry_are_each_undone_also_after_opening_again() {
    let (life, koers) = Life::begun();
    let mut draft = craving(&koers, 6, Some("1"));
    koers.record(&Command::Log(draft.clone())).expect("new");
    let cravings = |koers: &Koers| -> Vec<Option<u8>> {
        let diary = koers.diary(0, 10).expect("open");
        diary.entries.iter().map(|entry| entry.craving).collect()
    };

    draft.craving = Some(9);
    koers.record(&Command::EditLog(draft.clone())).expect("an edit");
    drop(koers);
    let koers = life.reopened();
    koers.undo().expect("undone");
    assert_eq!(cravings(&koers), [Some(6)], "SHP-10");

    koers.record(&Command::Delete { kind: RecordKind::Episode, id: draft.id }).expect("deleted");
    assert_eq!(cravings(&koers), []);
    koers.record(&Command::EditLog(draft.clone())).expect_err("an edit of something deleted");
    koers.undo().expect("undone");
    assert_eq!(cravings(&koers), [Some(6)]);

    let second = craving(&koers, 3, None);
    koers.record(&Command::Log(second)).expect("new");
    koers.undo().expect("undone");
    assert_eq!(cravings(&koers), [Some(6)]);
}

#[test]
fn an_edit_can_be_undone_for_a_day_and_then_its_former_content_is_gone_from_the_file() {
    let (life, koers) = Life::begun();
    let mut draft = craving(&koers, 6, None);
    koers.record(&Command::Log(draft.clone())).expect("new");
    draft.craving = Some(9);
    koers.record(&Command::EditLog(draft)).expect("an edit");
    let kept = koers.stats().expect("open");
    drop(koers);
    life.clock.set("2026-03-03T08:59:00Z");
    let koers = life.reopened();
    assert_eq!(koers.stats(), Ok(kept), "within a day opening writes nothing");
    drop(koers);
    life.clock.set("2026-03-03T09:00:00Z");
    let koers = life.reopened();
    let tidied = koers.stats().expect("open");
    assert_eq!(tidied.versions, kept.versions - 1, "after it the former content is overwritten");
    assert_eq!(tidied.generation, kept.generation + 1);
    koers.undo().expect("nothing to undo is no error");
    let diary = koers.diary(0, 10).expect("open");
    assert_eq!(diary.entries[0].craving, Some(9));
    assert_eq!(koers.stats(), Ok(tidied), "and nothing was undone");
}

#[test]
fn after_locking_every_call_says_so() {
    let (_life, koers) = Life::begun();
    koers.lock();
    assert_eq!(koers.today(None).err(), Some(KoersError::Locked));
    assert_eq!(koers.undo().err(), Some(KoersError::Locked));
    let draft = craving(&koers, 6, None);
    assert_eq!(koers.record(&Command::Log(draft)).err(), Some(KoersError::Locked));
}

#[test]
fn an_observer_is_told_after_the_write_and_may_call_back() {
    struct Asks {
        koers: std::sync::Weak<Koers>,
        told: std::sync::mpsc::Sender<u32>,
    }
    impl Observer for Asks {
        fn changed(&self, screens: Vec<Screen>) -> Result<(), String> {
            let koers = self.koers.upgrade().ok_or("gone")?;
            let total = koers.diary(0, 1).map_err(|error| error.to_string())?.total;
            if screens.contains(&Screen::Diary) {
                self.told.send(total).map_err(|error| error.to_string())?;
            }
            Ok(())
        }
    }
    let (_life, koers) = Life::begun();
    let koers = Arc::new(koers);
    let (told, hears) = std::sync::mpsc::channel();
    let id = koers.observe(Arc::new(Asks { koers: Arc::downgrade(&koers), told }));
    koers.record(&Command::Log(craving(&koers, 6, None))).expect("new");
    assert_eq!(hears.recv_timeout(std::time::Duration::from_secs(20)), Ok(1));
    koers.unobserve(id);
    assert_eq!(koers.observer_failures(), 0);
}

#[test]
fn every_view_is_there_on_the_first_day_with_nothing_logged() {
    let (_life, koers) = Life::begun();
    assert!(koers.today(None).expect("SHP-13").strip.len() == 7);
    assert!(koers.situations(None).expect("open").empty.is_some());
    assert_eq!(koers.diary(0, 10).expect("open").total, 0);
    assert!(koers.goal(None).expect("open").week.is_some());
    assert!(koers.evaluate(None).expect("open").headline.len() > 10);
    assert!(!koers.reminders().expect("SHP-31").items.is_empty());
    assert_eq!(koers.help_now().expect("BPS-09").choices.len(), 3);
}
