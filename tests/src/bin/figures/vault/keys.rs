//! What a change of keys takes in a vault of ten years.

use std::path::Path;
use std::time::{Duration, Instant};

use koers_core::vault::{Secret, Vault};
use koers_tests::sample;

use super::Measured;

/// Ten years, ten entries a day.
const ENTRIES: usize = 36_500;
/// How often the vault is re-keyed, and its passphrase changed.
const TIMES: usize = 7;

/// `passphrase_change` and `rekey_36500`.
pub(super) fn figures() -> Measured {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("vault.koers");
    drop(sample::vault(&path, 1, ENTRIES).expect("an empty folder with room"));
    vec![
        ("rekey_36500".to_owned(), rekey(&path)),
        ("passphrase_change".to_owned(), passphrase_change(&path)),
    ]
}

/// Seconds that a re-key takes, key derivation apart.
fn rekey(path: &Path) -> f64 {
    let (mut vault, _) = sample::open(path).expect("a whole vault");
    let times = (0..TIMES).map(|_| {
        let device = [Secret::Device(&sample::DEVICE)];
        let ready = vault.prepare_rekey(&device, &mut |_| ()).expect("random numbers");
        let start = Instant::now();
        vault.rekey(&ready, &mut |_| ()).expect("room on the disk");
        start.elapsed().as_secs_f64()
    });
    median(times.collect())
}

/// Milliseconds that a change of the passphrase takes, the old one checked first, above two
/// derivations: one with the old slot's cost and one with the new one's, measured beside it.
fn passphrase_change(path: &Path) -> f64 {
    let (mut vault, _) = sample::open(path).expect("a whole vault");
    let passphrase = |number: usize| format!("vier blauwe fietsen, en {number} rode").into_bytes();
    let mut change = |number| {
        let secret = passphrase(number);
        vault.set_slot(&Secret::Passphrase(&secret), &mut |_| ()).expect("room on the disk");
    };
    change(0);
    let times = (0..TIMES).map(|number| {
        let old = derivation(&vault, &passphrase(number));
        let new = passphrase(number + 1);
        let before = passphrase(number);
        let start = Instant::now();
        vault
            .change_passphrase(&before, &new, &mut |_| ())
            .expect("the old one, and room on the disk");
        let taken = start.elapsed();
        let derivations = old + derivation(&vault, &new);
        (taken.as_secs_f64() - derivations.as_secs_f64()) * 1000.0
    });
    median(times.collect())
}

fn derivation(vault: &Vault, passphrase: &[u8]) -> Duration {
    let start = Instant::now();
    vault.check(&Secret::Passphrase(passphrase)).expect("its passphrase");
    start.elapsed()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
