//! Vaults full of invented entries, for tests and figures.

use std::path::Path;

use chrono::{DateTime, TimeDelta};
use koers_core::content::{Amount, Code, SituationId};
use koers_core::journey::entity::{Entity, Episode, READER, SituationTag, Tag, Use};
use koers_core::journey::{Source, write};
use koers_core::time::{Moment, Precision};
use koers_core::vault::{Draft, Intent, Progress, RecordId, Secret, Vault, VaultError, Version};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The device key of sample vaults: opens without a costly derivation.
pub const DEVICE: [u8; 32] = [7; 32];
/// 2025-03-01 12:00 UTC, in milliseconds since 1970.
pub const NOON: i64 = 1_740_830_400_000;

/// New episodes, ten a day from 2025-03-01 on.
pub fn entries(seed: u64, count: usize) -> Vec<Draft> {
    let mut lots = ChaCha8Rng::seed_from_u64(seed);
    let draft = |number| Draft {
        record: RecordId(lots.random()),
        intent: Intent::Create,
        kind: Episode::KIND,
        history: Episode::HISTORY,
        min_reader: READER,
        local: Episode::LOCAL,
        body: write(&episode(number, &mut lots), &[]),
    };
    (0..count as i64).map(draft).collect()
}

/// A craving with one or two situations, a thought, a place, sometimes a note and sometimes a use.
fn episode(number: i64, lots: &mut ChaCha8Rng) -> Episode {
    let start = DateTime::from_timestamp_millis(NOON).expect("a moment of 2025");
    let utc = start + TimeDelta::minutes(144 * number);
    let at = Moment {
        utc,
        offset_minutes: 60,
        zone: "Europe/Amsterdam".into(),
        day: utc.date_naive(),
        precision: Precision::Minute,
    };
    let situation = |number: u8| SituationTag {
        id: SituationId::from(format!("cannabis:situation.s{number}")),
        label: "Met vrienden op een feest".to_owned(),
    };
    let tag = |code: &str, label: &str| Tag {
        code: Some(Code::from(code)),
        label: label.to_owned(),
        strength: None,
    };
    let used = lots.random_bool(0.4).then(|| Use {
        substance: Code::from("cannabis"),
        amount: Some(Amount::whole(lots.random_range(1..4))),
        unit: Some(Code::from("cannabis:unit.joint")),
        unit_label: "joint".to_owned(),
        conversions: Vec::new(),
    });
    let note = if lots.random_bool(0.3) { "Lang gesprek gehad, daarna naar huis." } else { "" };
    let situations = lots.random_range(1..=2);
    Episode {
        substance: Code::from("cannabis"),
        craving: Some(lots.random_range(0..=10)),
        situations: (0..situations).map(|_| situation(lots.random_range(0..30))).collect(),
        thoughts: vec![tag("cannabis:thought.one_wont_hurt", "Eentje kan geen kwaad")],
        feelings: Vec::new(),
        body: Vec::new(),
        place: vec![tag("base:place.home", "Thuis")],
        company: Vec::new(),
        activity: Vec::new(),
        uses: used.into_iter().collect(),
        note: note.to_owned(),
        made: at.clone(),
        at,
        source: Source::App,
    }
}

/// Writes entries a thousand at a time, so that the file has grown as a real one does.
pub fn record_all(vault: &mut Vault, entries: &[Draft]) -> Result<(), VaultError> {
    for some in entries.chunks(1000) {
        let prepared = vault.prepare(some, NOON)?;
        vault.commit(prepared)?;
    }
    Ok(())
}

/// A vault with so many entries that the device key opens.
pub fn vault(path: &Path, seed: u64, count: usize) -> Result<Vault, VaultError> {
    let mut vault = Vault::create(path, &[Secret::Device(&DEVICE)], &mut |_: Progress| ())?;
    record_all(&mut vault, &entries(seed, count))?;
    Ok(vault)
}

/// Opens a sample vault.
pub fn open(path: &Path) -> Result<(Vault, Vec<Version>), VaultError> {
    Vault::open(path, &Secret::Device(&DEVICE), &mut |_: Progress| ())
}
