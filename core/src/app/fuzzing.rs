//! Doors to what is read with a journey at hand; see `crate::fuzzing`.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use chrono::{DateTime, NaiveDate};

use super::porch::fuzzing as at_the_porch;
use super::{Clock, Here, Koers, ReportPart, SettableClock, sample};
use crate::content::{Args, Code, Content, Lang, check};
use crate::journey::entity::{KINDS, READER, written_again};
use crate::journey::{Journey, id};
use crate::report::json;
use crate::time::Home;
use crate::vault::fuzzing::{DEVICE, Scratch};
use crate::vault::{Clock as Seen, RecordId, Secret, Stamp, Version, WriterId};

/// Monday 2 March 2026, 10:00 in Brussels.
fn here() -> Here {
    let now = DateTime::from_timestamp(1_772_442_000, 0).expect("a moment");
    Here { now, home: Home { zone: "Europe/Brussels".to_owned(), offset_minutes: 60 } }
}

/// An invented life of four weeks, open and never written to, one at a time.
fn life() -> MutexGuard<'static, Koers> {
    static LIFE: OnceLock<Mutex<Koers>> = OnceLock::new();
    LIFE.get_or_init(|| Mutex::new(lived())).lock().unwrap_or_else(PoisonError::into_inner)
}

fn lived() -> Koers {
    let scratch = Scratch::with(&[]);
    let path = scratch.path().with_extension("koers");
    let clock = Arc::new(SettableClock::default());
    let handed = Arc::clone(&clock) as Arc<dyn Clock>;
    let secret = [Secret::Device(&DEVICE)];
    let koers = Koers::create(&path, &secret, Lang::En, handed, &mut |_| ()).expect("room");
    let today = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date");
    let lived = sample(&Content::shipped(), &Code::from("cannabis"), 4, 3, today, Lang::En);
    for batch in &lived.batches {
        clock.set(Some(Here { now: batch.at, home: lived.home.clone() }));
        koers.record_all(&batch.commands).expect("every command is good");
    }
    clock.set(Some(here()));
    koers
}

/// A body: which kind, by the first byte, and its bytes.
fn version(data: &[u8]) -> Option<Version> {
    let (first, body) = data.split_first()?;
    let (kind, _) = KINDS[usize::from(*first) % KINDS.len()];
    let writer = WriterId([1; 8]);
    let mut clock = Seen::default();
    // Later than anything in the life, so that it is what is shown.
    (0..1000).for_each(|_| clock.tick(writer));
    let cannabis = Code::from("cannabis");
    let record = match kind {
        16 => id::profile(),
        17 => id::followed(&cannabis),
        18 => id::co_use(),
        19 => id::round(1),
        20 => id::baseline(&cannabis),
        21 => id::goal(&cannabis),
        33 => id::emergency_plan(),
        40 => id::while_locked(),
        _ => RecordId([9; 16]),
    };
    let (stamp, body) = (Stamp::after(Stamp::default(), 1_772_442_000_000), body.to_vec());
    Some(Version { record, clock, stamp, writer, kind, min_reader: READER, local: false, body })
}

/// The body of a record: read, and written again as it stood.
pub fn body(data: &[u8]) {
    let Some(version) = version(data) else { return };
    let Version { kind, ref body, .. } = version;
    let decoded = Journey::decode(&version);
    let understood = decoded.is_understood();
    if let Some(once) = written_again(kind, body) {
        assert!(understood);
        assert_eq!(written_again(kind, &once), Some(once.clone()), "it was just written");
        let mut again = version.clone();
        again.body = once;
        let journeys = [&version, &again].map(|one| Journey::gather(vec![Journey::decode(one)]));
        let [one, other] = journeys.map(|journey| json(&journey, here().now).ok());
        assert_eq!(one, other, "it says what it said");
    }
    let journey = Journey::gather(vec![decoded]);
    assert_eq!(journey.newer(), u64::from(!understood));
}

/// A record of these bytes in a lived journey, and every screen of it.
pub fn screens(data: &[u8]) {
    let Some(version) = version(data) else { return };
    let decoded = Journey::decode(&version);
    if !decoded.is_understood() {
        return;
    }
    let koers = life();
    let swap = |journey: Journey| {
        let mut state = koers.state();
        let open = state.as_mut().expect("it is open");
        std::mem::replace(&mut open.journey, journey)
    };
    let before = swap(Journey::default());
    let mut journey = before.clone();
    journey.fold(decoded);
    swap(journey);
    every_screen(&koers);
    swap(before);
}

fn every_screen(koers: &Koers) {
    let _ = koers.today(None);
    let _ = koers.diary(0, 50);
    let _ = koers.situations(None);
    let _ = koers.goal(None);
    let _ = koers.results(None);
    let _ = koers.evaluate(None);
    let _ = koers.reminders();
    let _ = koers.intake();
    let _ = koers.help_now();
    let _ = koers.profile_draft();
    let _ = koers.goal_draft(&Code::from("cannabis"));
    let _ = koers.episode_draft(RecordId([9; 16]));
    let _ = koers.note_draft(RecordId([9; 16]));
    let _ = koers.report(&ReportPart::USUAL);
    let _ = koers.export();
}

/// A porch file, and what lies in one.
pub fn porch(data: &[u8]) {
    at_the_porch::porch(data, &here());
}

/// A drop box, and what its entries say.
pub fn drop_box(data: &[u8]) {
    at_the_porch::drop_box(data, &life(), &here());
}

/// A diary as CSV.
pub fn import(data: &[u8]) {
    let koers = life();
    let before = koers.stats().expect("it is open");
    let strict = koers.import(data, true, false).expect("a report");
    let lenient = koers.import(data, true, true).expect("a report");
    assert_eq!((strict.new, &strict.faults), (lenient.new, &lenient.faults));
    assert!(!strict.written && !lenient.written);
    assert_eq!(koers.stats().expect("it is open"), before, "a dry run wrote something");
}

/// A pack: its files one after the other, each after a line `=== PATH`.
pub fn pack(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let parts = text.split("=== ").skip(1);
    let files: Vec<(&str, &[u8])> = parts
        .map(|part| part.split_once('\n').unwrap_or((part, "")))
        .map(|(path, bytes)| (path, bytes.as_bytes()))
        .collect();
    let faults = check(&files, None);
    for fault in &faults {
        assert!(!fault.to_string().is_empty());
    }
    let Ok(content) = Content::load(&files) else { return };
    for line in text.lines() {
        let Some((message, _)) = line.split_once('=') else { continue };
        let args = Args::new().count("x", 1).own("y", message.to_owned());
        let said = content.text(message.trim(), Lang::Nl, &args);
        assert!(said.len() < 1_000_000);
    }
}
