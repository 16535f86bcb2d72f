//! Images of a drop box, of an earlier one and of another vault's. Each entry is sealed by itself, so
//! one that is put back or moved is still what it was; taken in, it is the record that it always was.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use koers_core::vault::{DROP_ENTRY, DropBox, DropEntry, Vault, VaultError};

use super::change::{Images, Kind};
use super::{Found, failed, name_of};
use crate::sample;
use crate::struck::Scratch;

/// Entries in the box.
const ENTRIES: u8 = 8;

pub(super) struct Subject {
    images: Images,
    vault: Vault,
    /// What each entry says that was ever put into this vault's box.
    known: BTreeMap<DropEntry, Vec<u8>>,
    copy: PathBuf,
}

impl Subject {
    pub(super) fn new(scratch: &Scratch) -> io::Result<Self> {
        let (vault, mut known, earlier) =
            filled(scratch, "boxed.koers", 0).map_err(|error| failed(&error))?;
        let (_, theirs, other) =
            filled(scratch, "foreign.koers", 0).map_err(|error| failed(&error))?;
        drop(theirs);
        let (now, later) = entries(&vault.0, vault.1, 100).map_err(|error| failed(&error))?;
        known.extend(later);
        let rows = (0..now.len()).step_by(DROP_ENTRY).map(|at| at..at + DROP_ENTRY).collect();
        let images = Images::alike(now, vec![earlier, other], rows, DROP_ENTRY);
        Ok(Self { images, vault: vault.0, known, copy: scratch.path().join("copy.dropbox") })
    }
}

type Entries = BTreeMap<DropEntry, Vec<u8>>;
type Keyed = (Vault, koers_core::vault::DropPublic);

/// A vault, what was put into its box, and the box.
fn filled(
    scratch: &Scratch,
    name: &str,
    from: u8,
) -> Result<(Keyed, Entries, Vec<u8>), VaultError> {
    let path = scratch.path().join(name);
    let _ = fs::remove_file(&path);
    let mut vault = sample::vault(&path, 71, 0)?;
    let key = vault.drop_key()?;
    let (image, known) = entries(&vault, key, from)?;
    Ok(((vault, key), known, image))
}

fn entries(
    vault: &Vault,
    key: koers_core::vault::DropPublic,
    from: u8,
) -> Result<(Vec<u8>, Entries), VaultError> {
    let (mut image, mut known) = (Vec::new(), Entries::new());
    for number in from..from + ENTRIES {
        let content = vec![number; usize::from(number) % 40 + 1];
        let entry = key.seal(vault.id(), &content)?;
        image.extend_from_slice(&entry);
        known.insert(entry, content);
    }
    Ok((image, known))
}

impl super::Subject for Subject {
    fn images(&self) -> &Images {
        &self.images
    }

    fn look(&mut self, image: &[u8], _kind: Kind) -> io::Result<Found> {
        fs::write(&self.copy, image)?;
        let held = DropBox::hold(&self.copy).and_then(|mut held| held.drops());
        let drops = match held {
            Ok(drops) => drops,
            Err(error) => return Ok(Found::Refused(name_of(&error))),
        };
        let opened = self.vault.open_drops(&drops.entries).map_err(|error| failed(&error))?;
        let mut refused = drops.torn || drops.entries.len() < self.images.rows.len();
        for (entry, content) in drops.entries.iter().zip(&opened) {
            match (content, self.known.get(entry)) {
                // What follows the content is filled with zeros.
                (Some(content), Some(known))
                    if content
                        .strip_prefix(known.as_slice())
                        .is_some_and(|rest| rest.iter().all(|byte| *byte == 0)) => {}
                (Some(_), _) => return Ok(Found::Wrong("a changed entry is read".to_owned())),
                (None, Some(_)) => return Ok(Found::Wrong("a whole entry is refused".to_owned())),
                (None, None) => refused = true,
            }
        }
        Ok(if refused {
            Found::Refused("the entries that suffered".to_owned())
        } else {
            Found::Same
        })
    }
}
