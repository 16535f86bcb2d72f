//! Row 0: what the vault as a whole must add up to.
//!
//! Every row is sealed for its place, but a seal cannot say that the row is the newest of its
//! place or that none is missing. The manifest can: it holds the count of the rows and the XOR of
//! their keyed fingerprints, and changes in the same transaction as they do.
//!
//! | key | holds |
//! |---|---|
//! | 0 | format |
//! | 1 | vault id, 16 bytes |
//! | 2 | generation: one more with every write |
//! | 3 | number of rows, this one not counted |
//! | 4 | digest of the key slots, 32 bytes |
//! | 5 | XOR of the rows' fingerprints, 32 bytes |
//! | 6 | writer id of this copy, 8 bytes |
//! | 7 | the last stamp given out |
//! | 8 | mark of the file that this was written to, 8 bytes; absent where there is none |

use minicbor::decode::{Decoder, Error};
use minicbor::encode::Encoder;

use super::key::{FORMAT, Keys, VaultId, keyed};
use super::plain::padded_len;
use super::{Stamp, VaultError, WriterId};

/// The row that holds the manifest.
pub(super) const MANIFEST_ROW: i64 = 0;

/// What the vault must add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) vault: VaultId,
    pub(super) generation: u64,
    pub(super) rows: u64,
    pub(super) slots: [u8; 32],
    pub(super) sum: [u8; 32],
    pub(super) writer: WriterId,
    pub(super) last: Stamp,
    pub(super) file: Option<FileMark>,
    /// Keys of a later version and their values, as they were found.
    pub(super) unknown: Unknown,
}

/// Tells the file that a vault lies in from a copy of it.
pub(super) type FileMark = [u8; 8];

/// The mark of the file of which a system tells this. It lies sealed, and is a digest all the same:
/// a backup takes it along, and need not say where the vault lay.
pub(super) fn mark(vault: VaultId, told: &[u8]) -> FileMark {
    let digest = keyed(&[0; 32], &[b"koers file", &vault, told]);
    *digest.first_chunk().expect("eight of 32 bytes")
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unknown {
    pairs: u64,
    raw: Vec<u8>,
}

impl Manifest {
    /// The padded plaintext.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        let mut e = Encoder::new(&mut plain);
        let written: Result<(), minicbor::encode::Error<std::convert::Infallible>> = (|| {
            e.map(8 + u64::from(self.file.is_some()) + self.unknown.pairs)?.u8(0)?.u32(FORMAT)?;
            e.u8(1)?.bytes(&self.vault)?.u8(2)?.u64(self.generation)?;
            e.u8(3)?.u64(self.rows)?.u8(4)?.bytes(&self.slots)?.u8(5)?.bytes(&self.sum)?;
            e.u8(6)?.bytes(&self.writer.0)?.u8(7)?.u64(self.last.0)?;
            if let Some(mark) = &self.file {
                e.u8(8)?.bytes(mark)?;
            }
            Ok(())
        })();
        written.expect("a vector takes every byte");
        plain.extend_from_slice(&self.unknown.raw);
        let padded = padded_len(plain.len()).expect("the unknown keys came out of a padded row");
        plain.resize(padded, 0);
        plain
    }

    /// Opens and reads row 0.
    pub(super) fn open(keys: &Keys, sealed: &mut [u8]) -> Result<Self, VaultError> {
        let plain = keys
            .open(MANIFEST_ROW, sealed)
            .map_err(|_changed| VaultError::damaged("the manifest"))?;
        let manifest = Self::decode(plain)?;
        if manifest.vault == keys.id {
            Ok(manifest)
        } else {
            Err(VaultError::damaged("the manifest of another vault"))
        }
    }

    /// Reads a plaintext that lay within a seal.
    pub(super) fn decode(plain: &[u8]) -> Result<Self, VaultError> {
        let (format, manifest) =
            read(plain).map_err(|_unread| VaultError::damaged("the manifest within its seal"))?;
        match format {
            FORMAT => Ok(manifest),
            format => Err(VaultError::NewerFormat { format }),
        }
    }
}

fn fixed<const N: usize>(d: &mut Decoder<'_>) -> Result<[u8; N], Error> {
    d.bytes()?.try_into().map_err(|_other| Error::message("bytes of another length"))
}

fn read(plain: &[u8]) -> Result<(u32, Manifest), Error> {
    let mut d = Decoder::new(plain);
    let pairs = d.map()?.ok_or_else(|| Error::message("a map of unknown length"))?;
    let mut format = None;
    let mut found = Manifest::default();
    for _ in 0..pairs {
        let start = d.position();
        match d.u64()? {
            0 => format = Some(d.u32()?),
            1 => found.vault = fixed(&mut d)?,
            2 => found.generation = d.u64()?,
            3 => found.rows = d.u64()?,
            4 => found.slots = fixed(&mut d)?,
            5 => found.sum = fixed(&mut d)?,
            6 => found.writer = WriterId(fixed(&mut d)?),
            7 => found.last = Stamp(d.u64()?),
            8 => found.file = Some(fixed(&mut d)?),
            _ => {
                d.skip()?;
                found.unknown.pairs += 1;
                found.unknown.raw.extend_from_slice(&plain[start..d.position()]);
            }
        }
    }
    Ok((format.ok_or_else(|| Error::message("no format"))?, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_later_version_are_written_back_as_they_were() {
        let mut plain = Manifest { generation: 7, ..Manifest::default() }.encode();
        // Nine pairs instead of eight; key 9 holds the text "new".
        assert_eq!(plain[0], 0xa8);
        plain[0] = 0xa9;
        let end = plain.iter().rposition(|byte| *byte != 0).expect("not empty") + 2;
        plain[end..end + 5].copy_from_slice(b"\x09\x63new");
        let (_, found) = read(&plain).expect("well formed");
        assert_eq!(found.generation, 7);
        assert_eq!(found.encode(), plain);
    }
}
