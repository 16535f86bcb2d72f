//! A porch and its drop box beside a vault, on a disk that fails and as they lay years ago.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use koers_core::app::{
    Clock, Command, DropDraft, DropKind, FixedClock, Here, Koers, KoersError, Porch,
};
use koers_core::content::Lang;
use koers_core::journey::draft::{
    EmergencyPlanDraft, EpisodeDraft, FollowDraft, ProfileDraft, WhileLockedDraft,
};
use koers_core::journey::{KindSettings, ReminderSettings, RiskTime};
use koers_core::time::Home;
use koers_core::vault::{RecordId, Secret};

use crate::faults::FailingDisk;
use crate::fixture::{DEVICE, PASSPHRASE, recovery_code};

/// The background key of the porches here; the people in them are invented.
pub const KEY: [u8; 32] = [0x5d; 32];
/// Monday 2 March 2026, 18:00 in Brussels, in milliseconds since 1970.
const EVENING: i64 = 1_772_470_800_000;
/// 20:05 the next day, in minutes after that evening.
pub const NEXT_EVENING: i64 = 26 * 60 + 5;
/// What the person ticked of their emergency plan.
pub const TICKED: &str = "naar buiten gaan";
/// What the person wants to hear ahead of a risk time.
pub const WORDS: &str = "bel Tom voor je gaat";

/// So many minutes after that evening.
pub fn here(minutes: i64) -> Here {
    let now = DateTime::from_timestamp_millis(EVENING + minutes * 60_000).expect("a moment");
    Here { now, home: Home { zone: "Europe/Brussels".to_owned(), offset_minutes: 60 } }
}

fn clock(minutes: i64) -> Arc<dyn Clock> {
    Arc::new(FixedClock(here(minutes)))
}

/// Opens the vault so many minutes after that evening.
pub fn open(vault: &Path, minutes: i64) -> Result<Koers, KoersError> {
    Koers::open(vault, &Secret::Device(&DEVICE), None, clock(minutes), &mut |_| ())
}

/// The records of the two entries that lie in the box, by their order.
pub fn dropped(number: u8) -> RecordId {
    RecordId::named(&["dropped", &number.to_string()])
}

/// Makes a vault, and beside it a porch and a drop box with two entries in it.
pub fn make(vault: &Path, porch: &Path, secrets: &[Secret<'_>]) -> Result<(), KoersError> {
    let koers = Koers::create(vault, secrets, Lang::Nl, clock(0), &mut |_| ())?;
    let risk = RiskTime { weekday: 3, at: 14 * 60, words: WORDS.to_owned() };
    let reminders = ReminderSettings {
        pre_risk: KindSettings { on: true, at: None },
        per_day: 3,
        risk_times: vec![risk],
        ..ReminderSettings::default()
    };
    let plan = EmergencyPlanDraft {
        be_safe: vec![TICKED.to_owned()],
        go_to: "bij Tom".to_owned(),
        ..EmergencyPlanDraft::default()
    };
    koers.record_all(&[
        Command::Profile(ProfileDraft { reminders, country: "BE".to_owned(), ..blank() }),
        Command::Follow(FollowDraft { substance: "cannabis".into(), followed: true }),
        Command::EmergencyPlan(plan),
    ])?;
    koers.set_porch(porch, &KEY)?;
    let chosen = WhileLockedDraft { act: true, help_lines: vec![TICKED.to_owned()] };
    koers.record(&Command::WhileLocked(chosen))?;
    koers.lock();
    let porch = Porch::open(porch, &KEY)?;
    for (number, what) in [(1, DropKind::Mark), (2, DropKind::NothingSoFar)] {
        let draft = DropDraft { id: dropped(number), what, substance: None };
        porch.drop(&draft, &here(number.into()))?;
    }
    porch.later("check_in:2026-03-03", &here(NEXT_EVENING))
}

/// The fixture of format 1: `v1-porch.koers`, `v1.porch` and `v1.dropbox`.
pub fn make_v1(folder: &Path) -> Result<(), KoersError> {
    let code = recovery_code();
    let secrets =
        [Secret::Passphrase(PASSPHRASE), Secret::Device(&DEVICE), Secret::RecoveryCode(&code)];
    make(&folder.join("v1-porch.koers"), &folder.join("v1.porch"), &secrets)
}

fn blank() -> ProfileDraft {
    ProfileDraft {
        nickname: String::new(),
        language: Lang::Nl,
        zone: "Europe/Brussels".to_owned(),
        cut_off: 240,
        reminders: ReminderSettings::default(),
        country: String::new(),
    }
}

/// What one failing call led to, while a box was taken in and an entry recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The call that failed; none where there were fewer calls than that.
    pub call: Option<String>,
    /// What setting the porch up, recording, and putting something into the box gave, a line each.
    pub said: Vec<String>,
    /// Whether the porch could be read before anything was mended.
    pub porch_is_whole: bool,
    /// Which of the two dropped entries, the recorded one and the later drop were in the diary in
    /// the end, each as often as it was.
    pub there: [usize; 4],
    /// How many entries were in the diary in the end.
    pub total: u32,
}

/// A vault with a porch and a full box, beside a program that works with them on a failing disk.
pub struct Beside {
    disk: FailingDisk,
    whole: Vec<(PathBuf, Vec<u8>)>,
}

impl Beside {
    /// `program` is the built `other_process`.
    pub fn new(program: &Path) -> io::Result<Self> {
        let disk = FailingDisk::new(program)?;
        let vault = disk.folder().join("vault.koers");
        make(&vault, &vault.with_extension("porch"), &[Secret::Device(&DEVICE)])
            .map_err(io::Error::other)?;
        let whole = ["koers", "porch", "dropbox"].map(|ending| vault.with_extension(ending));
        let whole = whole.into_iter().map(|path| Ok((path.clone(), fs::read(path)?)));
        Ok(Self { whole: whole.collect::<io::Result<_>>()?, disk })
    }

    /// Works while the call of this number fails, alone or with all that follow it; then looks, and
    /// opens everything again on a sound disk.
    pub fn fail(&self, at: u32, code: i32, stays: bool) -> io::Result<Outcome> {
        let vault = self.disk.folder().join("vault.koers");
        for ending in ["koers-journal", "porch.new"] {
            let _ = fs::remove_file(vault.with_extension(ending));
        }
        for (path, bytes) in &self.whole {
            fs::write(path, bytes)?;
        }
        let (call, said) = self.disk.run("porch", &vault, at, code, stays)?;
        let porch = vault.with_extension("porch");
        let porch_is_whole = Porch::open(&porch, &KEY).is_ok();
        let after = |error: KoersError| io::Error::other(format!("{call:?}: {said}: {error:?}"));
        let koers = open(&vault, 30).map_err(after)?;
        koers.set_porch(&porch, &KEY).map_err(after)?;
        let diary = koers.diary(0, 100).map_err(after)?;
        let count = |id| diary.entries.iter().filter(|entry| entry.id == id).count();
        let there = [dropped(1), dropped(2), logged(), dropped(3)].map(count);
        let said = said.lines().map(str::to_owned).collect();
        Ok(Outcome { call, said, porch_is_whole, there, total: diary.total })
    }
}

/// The entry that is recorded on the failing disk.
pub fn logged() -> RecordId {
    RecordId::named(&["logged"])
}

/// Opens the vault and its porch, records an entry, and puts another into the box: what each gave,
/// on a line.
pub fn work(vault: &Path) -> String {
    let say = |what: Result<(), KoersError>| match what {
        Ok(()) => "done".to_owned(),
        Err(error) => format!("{error:?}"),
    };
    let koers = match open(vault, 20) {
        Ok(koers) => koers,
        Err(error) => return format!("not opened: {error:?}"),
    };
    let porch = vault.with_extension("porch");
    let taken_in = koers.set_porch(&porch, &KEY).map(|_| ());
    let mut draft = EpisodeDraft::blank(logged(), "cannabis".into());
    draft.craving = Some(4);
    let recorded = koers.record(&Command::Log(draft)).map(|_| ());
    koers.lock();
    let draft = DropDraft { id: dropped(3), what: DropKind::Mark, substance: None };
    let dropped = Porch::open(&porch, &KEY).and_then(|porch| porch.drop(&draft, &here(25)));
    [taken_in, recorded, dropped].map(say).join("\n")
}
