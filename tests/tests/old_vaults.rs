//! Every vault that was ever made still opens, with everything in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::DateTime;
use koers_core::app::{Clock, Command, FixedClock, Here, Koers};
use koers_core::journey::Journey;
use koers_core::journey::draft::EpisodeDraft;
use koers_core::journey::entity::{Episode, HalfFilled, KINDS};
use koers_core::time::Home;
use koers_core::vault::{Before, Secret, SlotKind, Vault, Version};
use koers_tests::fixture::{self, DEVICE, PASSPHRASE, holds, listed};
use serde_json::Value;
use tempfile::TempDir;

/// The fixtures, oldest first; each has its listing beside it.
const FIXTURES: &[&str] = &["v1", "v1-porch"];

/// A copy to open: opening takes the file for itself, and a fixture is never written to.
fn copy(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("copy.koers");
    let fixture = fixture::folder().join(name).with_extension("koers");
    fs::copy(fixture, &path).expect("the fixture is checked in");
    (folder, path)
}

fn opened(path: &std::path::Path, secret: &Secret<'_>) -> (Vault, Vec<Version>) {
    Vault::open(path, secret, &mut |_| ()).expect("an old vault opens")
}

/// Two listings, record by record, so that a difference is named.
fn same(found: &Value, expected: &Value) {
    let records = |list: &Value| list.as_array().cloned().unwrap_or_default();
    for (found, expected) in records(found).iter().zip(&records(expected)) {
        assert!(holds(found, expected), "found {found}\nlisted {expected}");
    }
    assert_eq!(records(found).len(), records(expected).len());
}

#[test]
fn each_kind_of_key_opens_every_vault_ever_made_and_all_is_there() {
    for &name in FIXTURES {
        let (_folder, path) = copy(name);
        let code = fixture::recovery_code();
        let secrets =
            [Secret::Device(&DEVICE), Secret::RecoveryCode(&code), Secret::Passphrase(PASSPHRASE)];
        for secret in secrets {
            let (vault, versions) = opened(&path, &secret);
            let kinds = [SlotKind::Passphrase, SlotKind::Device, SlotKind::RecoveryCode];
            assert!(kinds.iter().all(|kind| vault.slots().contains(kind)), "{name}");
            same(&fixture::listing(&versions), &listed(name));
            assert!(versions.iter().all(|one| Journey::decode(one).is_understood()), "{name}");
        }
        let whole = fs::read(fixture::folder().join(name).with_extension("koers"));
        assert_eq!(fs::read(&path).ok(), whole.ok(), "opening wrote nothing");
    }
}

#[test]
fn every_kind_of_record_lies_in_a_vault_that_is_kept() {
    let mut kept = BTreeSet::new();
    for &name in FIXTURES {
        let records = listed(name);
        for record in records.as_array().expect("a list") {
            kept.insert((record["kind"].as_u64(), record["name"].as_str().map(str::to_owned)));
        }
    }
    let kinds = KINDS.iter();
    let all = kinds.map(|(kind, name)| (Some(u64::from(*kind)), Some((*name).to_owned())));
    let missing: Vec<_> = all.clone().filter(|kind| !kept.contains(kind)).collect();
    assert!(missing.is_empty(), "make a new fixture that holds {missing:?}");
    assert_eq!(kept, all.collect(), "a kind that was ever kept is still known by its name");
}

#[test]
fn edits_a_deletion_and_what_stays_on_the_device_are_in_the_first_vault() {
    let (_folder, path) = copy("v1");
    let (vault, versions) = opened(&path, &Secret::Device(&DEVICE));
    let list = fixture::listing(&versions);
    let records = list.as_array().expect("a list");
    let edited: BTreeSet<_> = records
        .iter()
        .filter(|record| record["earlier"].as_array().is_some_and(|earlier| !earlier.is_empty()))
        .filter_map(|record| record["name"].as_str())
        .collect();
    assert!(edited.is_superset(&["profile", "goal", "plan", "agreement"].into()), "{edited:?}");
    assert!(versions.iter().any(Version::is_tombstone));
    assert_eq!(versions.iter().filter(|version| version.local).count(), 2);
    let change = vault.last_change().expect("readable").expect("something was changed");
    assert!(matches!(change.records[0].before, Before::Version(_)), "it can still be undone");
    let journey = Journey::gather(versions.iter().map(Journey::decode).collect());
    let half: &HalfFilled = journey.get(fixture::half_filled()).expect("it is there");
    assert_eq!(half.entered.as_slice(), fixture::HALF_FILLED);
}

#[test]
fn an_old_vault_takes_a_new_entry_and_loses_nothing() {
    for &name in FIXTURES {
        let (_folder, path) = copy(name);
        let (vault, before) = opened(&path, &Secret::Device(&DEVICE));
        drop(vault);
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("a moment of 2026");
        let home = Home { zone: "Europe/Brussels".to_owned(), offset_minutes: 120 };
        let clock: Arc<dyn Clock> = Arc::new(FixedClock(Here { now, home }));
        let koers = Koers::open(&path, &Secret::Device(&DEVICE), None, clock, &mut |_| ())
            .expect("an old vault opens");
        let mut entry =
            EpisodeDraft::blank(koers.new_id().expect("random numbers"), "cannabis".into());
        entry.craving = Some(3);
        let id = entry.id;
        koers.record(&Command::Log(entry)).expect("SHP-14");
        drop(koers);
        let (_vault, after) = opened(&path, &Secret::Device(&DEVICE));
        let (new, old): (Vec<_>, Vec<_>) = after.into_iter().partition(|one| one.record == id);
        assert_eq!(new.len(), 1);
        assert_eq!(new[0].kind, <Episode as koers_core::journey::entity::Entity>::KIND);
        let by_id = |mut versions: Vec<Version>| {
            versions.sort_by_key(|version| (version.record, version.stamp));
            versions
        };
        assert_eq!(by_id(old), by_id(before), "{name}: byte for byte, clocks and all");
    }
}
