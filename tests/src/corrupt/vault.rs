//! Images of a vault of 1,024 rows, of two earlier states of it, and of another vault.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use koers_core::vault::{Draft, Intent, VaultError};
use rusqlite::{Connection, OpenFlags};

use super::change::{Images, Kind};
use super::{Found, failed, name_of};
use crate::sample::{self, NOON};
use crate::struck::{Scratch, State, listed};

/// Entries in the vault.
const ENTRIES: usize = 600;
const PAGE: usize = 4096;

pub(super) struct Subject {
    images: Images,
    now: State,
    /// What was there in the earlier states, with its generation.
    earlier: Vec<(State, u64)>,
    copy: PathBuf,
}

impl Subject {
    pub(super) fn new(scratch: &Scratch) -> io::Result<Self> {
        let path = scratch.path().join("whole.koers");
        let other = scratch.path().join("other.koers");
        for old in [&path, &other] {
            let _ = fs::remove_file(old);
        }
        make(&path, 41).map_err(|error| failed(&error))?;
        make(&other, 42).map_err(|error| failed(&error))?;
        let mut states = vec![state(&path)?];
        for step in 1..=2 {
            go_on(&path, step).map_err(|error| failed(&error))?;
            states.push(state(&path)?);
        }
        let now = states.pop().expect("three states were made");
        let mut others: Vec<Vec<u8>> = states.iter().map(|one| one.bytes.clone()).collect();
        let earlier = states.iter().map(|old| differing(old, &now)).collect();
        others.push(fs::read(&other)?);
        let rows = now.rows.values().cloned().collect();
        let images = Images { now: now.bytes, others, rows, earlier, page: PAGE };
        let earlier = states.into_iter().map(|one| (one.found, one.generation)).collect();
        Ok(Self { images, now: now.found, earlier, copy: scratch.path().join("copy.koers") })
    }
}

impl super::Subject for Subject {
    fn images(&self) -> &Images {
        &self.images
    }

    fn look(&mut self, image: &[u8], kind: Kind) -> io::Result<Found> {
        fs::write(&self.copy, image)?;
        let opened = sample::open(&self.copy);
        let (found, generation) = match opened {
            Ok((vault, versions)) => (listed(versions), vault.generation()),
            Err(error) => return Ok(Found::Refused(name_of(&error))),
        };
        let earlier = |(state, then): &(State, u64)| *then == generation && *state == found;
        Ok(match kind {
            Kind::PutBack if image != self.images.now => {
                Found::Wrong("rows that were put back are accepted".to_owned())
            }
            _ if found == self.now => Found::Same,
            _ if self.earlier.iter().any(earlier) => Found::Earlier,
            _ => Found::Wrong("other data".to_owned()),
        })
    }
}

/// A vault at one moment.
struct Moment {
    bytes: Vec<u8>,
    found: State,
    generation: u64,
    /// Where each row lies in the file.
    rows: BTreeMap<i64, Range<usize>>,
}

fn make(path: &Path, seed: u64) -> Result<(), VaultError> {
    sample::vault(path, seed, ENTRIES).map(drop)
}

/// Changes four entries and adds two.
fn go_on(path: &Path, step: usize) -> Result<(), VaultError> {
    let (mut vault, _) = sample::open(path)?;
    let old = sample::entries(41, ENTRIES);
    let new = sample::entries(50 + step as u64, 6);
    for (number, one) in new.into_iter().enumerate() {
        let draft = match number {
            0..4 => {
                let was = &old[10 * step + number];
                Draft { intent: Intent::Edit, body: one.body, ..was.clone() }
            }
            _ => one,
        };
        let prepared = vault.prepare(&[draft], NOON + step as i64)?;
        vault.commit(prepared)?;
    }
    Ok(())
}

fn state(path: &Path) -> io::Result<Moment> {
    let (vault, versions) = sample::open(path).map_err(|error| failed(&error))?;
    let (generation, found) = (vault.generation(), listed(versions));
    drop(vault);
    let bytes = fs::read(path)?;
    let rows = rows(path, &bytes).map_err(|error| failed(&error))?;
    Ok(Moment { bytes, found, generation, rows })
}

/// Where each row lies: its sealed bytes begin with a random nonce, so they are found by it.
fn rows(path: &Path, bytes: &[u8]) -> rusqlite::Result<BTreeMap<i64, Range<usize>>> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut select = conn.prepare("SELECT id, sealed FROM row")?;
    let each = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let sealed: Vec<(i64, Vec<u8>)> = each.collect::<rusqlite::Result<_>>()?;
    let mut by_start: BTreeMap<[u8; 8], (i64, &Vec<u8>)> = BTreeMap::new();
    for (id, sealed) in &sealed {
        if let Some(start) = sealed.first_chunk() {
            by_start.insert(*start, (*id, sealed));
        }
    }
    let mut rows = BTreeMap::new();
    for (at, window) in bytes.windows(8).enumerate() {
        let Some((id, sealed)) = window.first_chunk().and_then(|start| by_start.get(start)) else {
            continue;
        };
        // A row that takes several pages does not lie in one piece.
        if bytes[at..].starts_with(sealed) {
            rows.insert(*id, at..at + sealed.len());
        }
    }
    Ok(rows)
}

/// The rows that were others then, as they were, and where they lie now.
fn differing(old: &Moment, now: &Moment) -> Vec<(Range<usize>, Vec<u8>)> {
    let each = old.rows.iter().filter_map(|(id, was)| {
        let (was, place) = (&old.bytes[was.clone()], now.rows.get(id)?);
        (was.len() == place.len() && *was != now.bytes[place.clone()])
            .then(|| (place.clone(), was.to_vec()))
    });
    each.collect()
}
