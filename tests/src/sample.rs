//! Vaults full of invented entries, for tests and figures.

use std::path::Path;

use koers_core::vault::{
    Draft, History, Intent, Progress, RecordId, Secret, Vault, VaultError, Version,
};
use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// The device key of sample vaults: opens without a costly derivation.
pub const DEVICE: [u8; 32] = [7; 32];
/// 2025-03-01 12:00 UTC, in milliseconds since 1970.
pub const NOON: i64 = 1_740_830_400_000;

/// New entries with bodies of 60 to 330 bytes, about what an episode takes.
pub fn entries(seed: u64, count: usize) -> Vec<Draft> {
    let mut lots = ChaCha8Rng::seed_from_u64(seed);
    let mut entry = || {
        let mut body = vec![0; lots.random_range(60..330)];
        lots.fill(&mut body[..]);
        Draft {
            record: RecordId(lots.random()),
            intent: Intent::Create,
            kind: 16,
            history: History::Latest,
            min_reader: 1,
            local: false,
            body,
        }
    };
    (0..count).map(|_| entry()).collect()
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
