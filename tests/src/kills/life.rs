//! The person whose commands are killed, and what is left of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::DateTime;
use koers_core::app::{self, Clock, FixedClock, Here, Koers};
use koers_core::content::Lang;
use koers_core::journey::draft::{
    EpisodeDraft, FollowDraft, OwnSituationDraft, ProfileDraft, UseDraft,
};
use koers_core::journey::entity::Episode;
use koers_core::journey::{Journey, ReminderSettings};
use koers_core::time::Home;
use koers_core::vault::{RecordId, Secret, Vault};
use tempfile::TempDir;

use super::{at_home, clear_words};

const PASSPHRASE: &[u8] = b"een geheim voor de proef";
const DEVICE: [u8; 32] = [9; 32];
const NICKNAME: &str = "Quaxiliaan";
const SITUATION: &str = "bij de zwaluwbrug van Ommerkanaal";
const NOTE: &str = "vlindermaand";
const ZONE: &str = "Europe/Brussels";
const NOW: &str = "2026-03-05T21:30:00+01:00";
/// What an SQLite journal begins with while it has to be rolled back.
const HOT: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
/// Entries before the first kill.
const ENTRIES: u32 = 12;

/// Whether an entry is in the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Whole,
    Nothing,
}

pub(super) struct Life {
    koers: PathBuf,
    folder: TempDir,
    secrets: TempDir,
    /// The notes that must be in the vault, in no order.
    notes: Vec<String>,
}

impl Life {
    /// A person with some entries, in whose vault the passphrase and a device key are.
    pub(super) fn begin(koers: &Path) -> io::Result<Self> {
        let secrets = tempfile::tempdir()?;
        fs::write(secrets.path().join("passphrase"), PASSPHRASE)?;
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("home"))?;
        let mut life = Self { koers: koers.to_owned(), folder, secrets, notes: Vec::new() };
        life.intake().map_err(io::Error::other)?;
        Ok(life)
    }

    fn intake(&mut self) -> Result<(), app::KoersError> {
        let now = DateTime::parse_from_rfc3339(NOW).expect("an instant").to_utc();
        let home = Home { zone: ZONE.to_owned(), offset_minutes: 60 };
        let clock: Arc<dyn Clock> = Arc::new(FixedClock(Here { now, home }));
        let slots = [Secret::Passphrase(PASSPHRASE), Secret::Device(&DEVICE)];
        let koers = Koers::create(&self.vault(), &slots, Lang::Nl, clock, &mut |_| ())?;
        let own = koers.new_id()?;
        let profile = ProfileDraft {
            nickname: NICKNAME.to_owned(),
            language: Lang::Nl,
            zone: ZONE.to_owned(),
            cut_off: 240,
            reminders: ReminderSettings::default(),
            country: "BE".to_owned(),
        };
        let mut commands = vec![
            app::Command::Profile(profile),
            app::Command::Follow(FollowDraft { substance: "cannabis".into(), followed: true }),
            app::Command::OwnSituation(OwnSituationDraft {
                id: own,
                words: SITUATION.to_owned(),
                covers: vec![],
                covers_words: vec![],
            }),
        ];
        for number in 0..ENTRIES {
            let note = format!("{NOTE} vooraf {number}");
            let mut draft = EpisodeDraft::blank(koers.new_id()?, "cannabis".into());
            draft.situations = vec![koers_core::content::SituationId::own(own)];
            draft.uses = vec![UseDraft { substance: "cannabis".into(), amount: None, unit: None }];
            draft.note.clone_from(&note);
            commands.push(app::Command::Log(draft));
            self.notes.push(note);
        }
        koers.record_all(&commands).map(|_receipt| ())
    }

    fn vault(&self) -> PathBuf {
        self.folder.path().join("life.koers")
    }

    fn journal_path(&self) -> PathBuf {
        self.folder.path().join("life.koers-journal")
    }

    /// The journal as it lies there.
    pub(super) fn journal(&self) -> Option<Vec<u8>> {
        fs::read(self.journal_path()).ok()
    }

    pub(super) fn journal_is_hot(&self) -> bool {
        self.journal().is_some_and(|bytes| bytes.starts_with(&HOT))
    }

    /// The journal that an earlier kill left, which the next command must not trip over. Before an
    /// aimed kill it is taken away, so that the new one can be seen to come.
    pub(super) fn journal_before(&self, aimed: bool) -> io::Result<Option<Vec<u8>>> {
        if aimed && self.journal().is_some() {
            fs::remove_file(self.journal_path())?;
        }
        Ok(self.journal())
    }

    /// The command that logs the entry of this number.
    pub(super) fn log(&self, number: u32) -> Command {
        let mut command = at_home(&self.koers, &self.folder.path().join("home"));
        command.arg("--vault").arg(self.vault());
        command.arg("--passphrase-file").arg(self.secrets.path().join("passphrase"));
        command.args(["--now", NOW, "--zone", ZONE, "log", "--craving", "7", "--used"]);
        command.args(["--situation", SITUATION, "--note", &note(number)]);
        command
    }

    /// How long a command takes when nobody kills it: the middle one of three.
    pub(super) fn undisturbed(&mut self) -> io::Result<Duration> {
        let mut times = Vec::new();
        for number in (0..3).map(|number| u32::MAX - number) {
            let start = Instant::now();
            let output = self.log(number).output()?;
            if !output.status.success() {
                return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
            }
            times.push(start.elapsed());
            self.notes.push(note(number));
        }
        times.sort();
        Ok(times[1])
    }

    /// Searches all that lies there for the person's words; gives how many bytes that were.
    pub(super) fn search(&self, fault: &mut impl FnMut(&str)) -> io::Result<u64> {
        let (searched, found) = clear_words(self.folder.path(), &[NICKNAME, SITUATION, NOTE])?;
        for name in found {
            fault(&format!("{name} holds a word in clear"));
        }
        Ok(searched)
    }

    /// Opens the vault and looks for the entry of this number. Everything from before must be
    /// there, and the entry whole or not at all.
    pub(super) fn found(&mut self, number: u32, fault: &mut impl FnMut(&str)) -> Found {
        let opened = Vault::open(&self.vault(), &Secret::Device(&DEVICE), &mut |_| ());
        let Ok((vault, versions)) = opened else {
            fault(&format!("the vault does not open: {opened:?}"));
            return Found::Nothing;
        };
        drop(vault);
        let journey = Journey::gather(versions.iter().map(Journey::decode).collect());
        let entries: Vec<(RecordId, &Episode)> = journey.all::<Episode>().collect();
        let (new, mut old): (Vec<&Episode>, Vec<&Episode>) =
            entries.iter().map(|(_, entry)| *entry).partition(|entry| entry.note == note(number));
        let mut expected: Vec<&str> = self.notes.iter().map(String::as_str).collect();
        expected.sort_unstable();
        old.sort_by(|a, b| a.note.cmp(&b.note));
        if old.iter().map(|entry| entry.note.as_str()).collect::<Vec<_>>() != expected {
            fault("an earlier entry is gone, or another is there");
        }
        if self.journal_is_hot() {
            fault("an unfinished write is still there after the vault was opened");
        }
        let found = match new.as_slice() {
            [] => Found::Nothing,
            [entry] => {
                if !is_whole(entry) {
                    fault("the entry is not whole");
                }
                Found::Whole
            }
            _ => {
                fault("the entry is there more than once");
                Found::Whole
            }
        };
        if found == Found::Whole {
            self.notes.push(note(number));
        }
        found
    }
}

fn note(number: u32) -> String {
    format!("{NOTE} {number}{}", ", en daarna nog een eind gewandeld".repeat(15))
}

/// As the command said it, field by field.
fn is_whole(entry: &Episode) -> bool {
    entry.craving == Some(7)
        && entry.uses.len() == 1
        && entry.situations.iter().map(|tag| tag.label.as_str()).eq([SITUATION])
}
