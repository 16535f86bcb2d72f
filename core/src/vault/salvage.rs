//! Salvage: a new vault of all that can still be read of a damaged one, which is kept aside.
//!
//! Every row is sealed for itself, so whatever broke, what opens is what the person wrote. The rows
//! are read as they lie in the file, without SQLite's tree; the manifest, where it can be read, only
//! says how many are missing. Some may be older than they should be, or twice: their clocks tell.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::backup::BackupKeys;
use super::carve::Carver;
use super::draft::{ToWrite, Write};
use super::file::{Aside, DAMAGED, close, lay_out, set_aside};
use super::index::{Entry, Record};
use super::key::{Keys, OVERHEAD};
use super::load::is_sealed_len;
use super::manifest::{MANIFEST_ROW, Manifest};
use super::plain::{self, Content, MOST_PADDED};
use super::registry::Reservation;
use super::slots::{Slots, content_of};
use super::stack::on_wiped;
use super::{Progress, RecordId, Secret, Vault, VaultError, database};

/// What a salvage brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// Records that are in the new vault.
    pub records: u64,
    /// Rows that could not be read, those that held nothing included; none where not even their
    /// number is known.
    pub lost_rows: Option<u64>,
    /// Where the damaged file is kept.
    pub kept_aside: PathBuf,
}

/// What was found in the file.
struct Finds {
    keys: Box<Keys>,
    slots: Slots,
    manifest: Option<Manifest>,
    /// Rows other than the manifest that opened.
    rows: u64,
    versions: Vec<ToWrite>,
    own: BTreeMap<u16, Zeroizing<Vec<u8>>>,
}

impl Vault {
    /// Makes a new vault of what can be read of the damaged one at this path, under the same keys.
    /// The damaged file is kept as `NAME.damaged-DATE`, and at any moment one of the two lies at the
    /// path. None where the vault is sound: nothing is done then.
    ///
    /// # Errors
    ///
    /// `WrongKey`; `InUse`, `NoPermission`, `StorageFull`, `NotEnoughMemory`; `NewerFormat` where a
    /// later version wrote it; where nothing can be read with this
    /// secret, what opening it says. Nothing was changed then.
    pub fn salvage(
        path: &Path,
        secret: &Secret<'_>,
        date: &str,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<Salvaged>, VaultError> {
        let why = match Self::open_with(path, secret, |_version| (), progress) {
            Ok(_) => return Ok(None),
            Err(error) if is_damage(&error) => error,
            Err(error) => return Err(error),
        };
        let place = Reservation::of_existing(path)?;
        // Nobody else may have it open; an interrupted write is rolled back where that can be.
        match database::open(place.path()).and_then(close) {
            Err(refused) if !is_damage(&refused) => return Err(refused),
            _ => {}
        }
        let finds = find(place.path(), secret, progress)?.ok_or_else(|| why.clone())?;
        // A head that says so may be what broke; with the manifest gone too, nothing gives it the lie.
        if finds.manifest.is_none() && matches!(why, VaultError::NewerFormat { .. }) {
            return Err(why);
        }
        let aside = Aside::new(place.path())?;
        let (records, lost_rows) = (finds.records(), finds.lost_rows());
        finds.write(aside.path(), progress)?;
        let kept_aside = set_aside(place.path(), DAMAGED, date)?;
        aside.move_over(place.path())?;
        Ok(Some(Salvaged { records, lost_rows, kept_aside }))
    }
}

/// Whether something may be wrong with what the file holds, rather than with the way to it or with
/// the secret.
fn is_damage(error: &VaultError) -> bool {
    !matches!(
        error,
        VaultError::WrongKey
            | VaultError::NotFound
            | VaultError::IsAFolder
            | VaultError::InUse
            | VaultError::NoPermission
            | VaultError::StorageFull
            | VaultError::NotEnoughMemory
    )
}

/// Everything that opens. None where no key slot can be read for this secret, or nothing was sealed
/// under its key.
fn find(
    path: &Path,
    secret: &Secret<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Finds>, VaultError> {
    let mut file = File::open(path)?;
    let mut carver = Carver::new(&mut file, MOST_PADDED + OVERHEAD)?;
    let mut slots = Slots::default();
    for page in 0..carver.pages() {
        for (_, body) in carver.cells(page)? {
            if let Some(content) = content_of(&body) {
                // One that is no slot, or one too many, helps nobody.
                let _ = slots.put(content);
            }
        }
    }
    if !slots.kinds().contains(&secret.kind()) {
        return Ok(None);
    }
    let keys = on_wiped(|| {
        let (key, id) = slots.unlock(secret)?;
        Ok::<_, VaultError>(Box::new(Keys::new(key, id)))
    })??;
    let mut finds =
        Finds { keys, slots, manifest: None, rows: 0, versions: Vec::new(), own: BTreeMap::new() };
    let mut seen = HashSet::new();
    for page in 0..carver.pages() {
        for (row, mut sealed) in carver.cells(page)? {
            if is_sealed_len(sealed.len()) {
                finds.take(row, &mut sealed, &mut seen)?;
            }
        }
        let of = u64::from(carver.pages());
        progress(Progress::Reading { rows: u64::from(page) + 1, of });
    }
    let found = finds.rows > 0 || finds.manifest.is_some();
    Ok(found.then_some(finds))
}

impl Finds {
    /// Takes what a row holds, if it opens. `seen` are the rows that did, so that each counts once.
    fn take(
        &mut self,
        row: i64,
        sealed: &mut [u8],
        seen: &mut HashSet<i64>,
    ) -> Result<(), VaultError> {
        if row == MANIFEST_ROW {
            match Manifest::open(&self.keys, sealed) {
                Ok(manifest) => self.manifest = Some(manifest),
                // Under its seal: a later version wrote here, and broke nothing.
                Err(newer @ VaultError::NewerFormat { .. }) => return Err(newer),
                Err(_unread) => {}
            }
            return Ok(());
        }
        let Ok(opened) = self.keys.open(row, sealed) else { return Ok(()) };
        let plain = Zeroizing::new(plain::trimmed(opened)?.to_vec());
        self.rows += u64::from(seen.insert(row));
        match plain::decode(&plain)? {
            Content::Dummy => {}
            Content::Own(kind) => {
                if let Some(body) = plain::own_body(&plain, kind) {
                    self.own.insert(kind, Zeroizing::new(body.to_vec()));
                }
            }
            Content::Version(version, history) => {
                self.versions.push(ToWrite { version, history, copied: Some(plain) });
            }
        }
        Ok(())
    }

    fn records(&self) -> u64 {
        let mut records: HashMap<RecordId, Record> = HashMap::new();
        for one in &self.versions {
            let entry = Entry::of(&one.version, one.history, 0, 0);
            records.entry(one.version.record).or_default().add(entry);
        }
        records.values().filter(|record| !record.is_deleted()).count() as u64
    }

    fn lost_rows(&self) -> Option<u64> {
        self.manifest.as_ref().map(|manifest| manifest.rows.saturating_sub(self.rows))
    }

    /// Writes a new vault of it, and checks that it opens.
    fn write(self, path: &Path, progress: &mut dyn FnMut(Progress)) -> Result<(), VaultError> {
        let Self { keys, slots, manifest, mut versions, own, .. } = self;
        versions.sort_by(|a, b| a.copied.as_deref().cmp(&b.copied.as_deref()));
        versions.dedup_by(|a, b| a.copied == b.copied);
        lay_out(path, &keys, &slots, &BackupKeys::default())?;
        let open = |keys, progress: &mut dyn FnMut(Progress)| {
            let place = Reservation::of_existing(path)?;
            let conn = database::open(place.path())?;
            let slots = Slots::read(&conn)?;
            Self::opened(conn, keys, slots, place, progress)
        };
        let again = Keys::copy(&keys)?;
        let count = versions.len() as u64;
        let mut vault = open(keys, progress)?;
        let after = manifest.as_ref().map(|before| before.generation);
        let stamp = manifest.map(|before| before.last);
        let own = own.into_iter().collect();
        vault
            .write_telling(&Write { versions, stamp, after, own, ..Write::default() }, progress)?;
        drop(vault);
        if open(again, progress)?.stats()?.versions == count {
            Ok(())
        } else {
            Err(VaultError::damaged("the salvaged vault"))
        }
    }

    fn opened(
        conn: rusqlite::Connection,
        keys: Box<Keys>,
        slots: Slots,
        place: Reservation,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vault, VaultError> {
        Ok(Vault::load(conn, keys, slots, place, &|_version| (), progress)?.0)
    }
}
