//! The rows that hold nothing yet, and which of them an append overwrites.

use std::collections::BTreeMap;

use super::VaultError;
use super::key::random;
use super::plain::LEAST_PADDED;

/// The table is filled up with dummies to a multiple of this.
pub(super) const FILL: u64 = 1024;

/// Dummies by padded length.
#[derive(Debug, Default)]
pub(super) struct Free(BTreeMap<u32, Vec<i64>>);

/// Where a plaintext is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: i64,
    /// Padded bytes of the dummy that lies there; none where the row does not exist yet.
    pub(super) over: Option<u32>,
}

/// The places for one write, and the rows that have to be added for it.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) taken: Vec<Place>,
    /// New rows that are left over and filled with dummies.
    pub(super) spare: Vec<i64>,
}

impl Free {
    pub(super) fn of(dummies: &[(i64, u32)]) -> Self {
        let mut free = Self::default();
        for &(row, padded) in dummies {
            free.add(row, padded);
        }
        free
    }

    pub(super) fn add(&mut self, row: i64, padded: u32) {
        self.0.entry(padded).or_default().push(row);
    }

    pub(super) fn count(&self) -> u64 {
        self.0.values().map(|rows| rows.len() as u64).sum()
    }

    /// Takes a place for each padded length, by lot, so that the order of the rows tells nothing
    /// about the order of writing. Where dummies run out, whole fillings of new rows are added.
    pub(super) fn take(&mut self, lengths: &[u32]) -> Result<Places, VaultError> {
        let mut places = Places::default();
        let mut fresh: Vec<i64> = Vec::new();
        for &length in lengths {
            let found = match self.draw(length)? {
                Some(row) => Some((row, length)),
                None => self.draw(LEAST_PADDED as u32)?.map(|row| (row, LEAST_PADDED as u32)),
            };
            if let Some((row, padded)) = found {
                places.taken.push(Place { row, over: Some(padded) });
                continue;
            }
            if fresh.is_empty() {
                fresh = (0..FILL).map(|_| random_row()).collect::<Result<_, _>>()?;
            }
            let row = fresh.pop().expect("just filled");
            places.taken.push(Place { row, over: None });
        }
        places.spare = fresh;
        Ok(places)
    }

    /// Gives places back that were not used after all.
    pub(super) fn give_back(&mut self, places: &Places) {
        for place in &places.taken {
            if let Some(padded) = place.over {
                self.add(place.row, padded);
            }
        }
    }

    fn draw(&mut self, padded: u32) -> Result<Option<i64>, VaultError> {
        let Some(rows) = self.0.get_mut(&padded).filter(|rows| !rows.is_empty()) else {
            return Ok(None);
        };
        let lot = u64::from_le_bytes(random()?) % rows.len() as u64;
        Ok(Some(rows.swap_remove(lot as usize)))
    }
}

/// A random id of 63 bits; 0 is the manifest's.
pub(super) fn random_row() -> Result<i64, VaultError> {
    loop {
        let row = (u64::from_le_bytes(random()?) >> 1) as i64;
        if row != super::manifest::MANIFEST_ROW {
            return Ok(row);
        }
    }
}
