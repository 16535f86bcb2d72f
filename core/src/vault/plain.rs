//! What lies within a sealed row: a CBOR map with integer keys, padded with zeros.
//!
//! | key | holds |
//! |---|---|
//! | 0 | kind; 0 is a dummy, 1–15 are the vault's own, the journey's begin at 16 |
//! | 1 | record id, 16 bytes |
//! | 2 | writer id, 8 bytes |
//! | 3 | stamp |
//! | 4 | clock, an array of pairs of writer and counter |
//! | 5 | lowest reader that may edit it; absent is 0 |
//! | 6 | true where it stays on this device; absent is false |
//! | 7 | history kind; absent is 0, all |
//! | 8 | body; absent for a tombstone |
//!
//! A row is written once and afterwards only copied whole, so keys that this version does not
//! know survive without being understood.
//!
//! A row of the vault's own has only the keys 0 and 8. Its kinds: 1, the backup keys; 2,
//! the drop box's key.

use minicbor::decode::{Decoder, Error};
use minicbor::encode::Encoder;

use super::{Clock, History, RecordId, Stamp, VaultError, Version, WriterId};

/// Bytes of the smallest padded plaintext; larger ones double until they fit.
pub(super) const LEAST_PADDED: usize = 512;
/// Bytes of the largest padded plaintext (judgement: a hundred of the longest notes).
pub(super) const MOST_PADDED: usize = 1 << 20;
/// The kind of a row that holds nothing.
const DUMMY: u16 = 0;
/// The kind of the row that holds the backup keys.
pub(super) const BACKUP_KEYS: u16 = 1;
/// The first kind that is not the vault's own.
pub(super) const FIRST_KIND: u16 = 16;

/// The padded length for a plaintext, where there is one.
pub(super) fn padded_len(len: usize) -> Option<usize> {
    let padded = len.next_power_of_two().max(LEAST_PADDED);
    (padded <= MOST_PADDED).then_some(padded)
}

/// A plaintext with its padding, where it is not too long.
pub(super) fn padded(mut plain: Vec<u8>) -> Option<Vec<u8>> {
    let padded = padded_len(plain.len())?;
    plain.resize(padded, 0);
    Some(plain)
}

/// Whether a sealed row could have this length.
pub(super) fn is_padded_len(len: usize) -> bool {
    len.is_power_of_two() && (LEAST_PADDED..=MOST_PADDED).contains(&len)
}

/// What a row turned out to hold.
pub(super) enum Content {
    /// Nothing; an append may overwrite it.
    Dummy,
    /// Something of the vault's own, by its kind.
    Own(u16),
    /// A version.
    Version(Version, History),
}

/// A padded dummy of a length for which [`is_padded_len`] holds.
pub(super) fn dummy(len: usize) -> Vec<u8> {
    let mut plain = vec![0; len];
    // A map of one pair, kind 0.
    plain[..3].copy_from_slice(&[0xa1, 0x00, 0x00]);
    plain
}

/// The padded plaintext of a version.
pub(super) fn encode(version: &Version, history: History) -> Result<Vec<u8>, VaultError> {
    let pairs = 5
        + u64::from(version.min_reader > 0)
        + u64::from(version.local)
        + u64::from(history != History::All)
        + u64::from(!version.body.is_empty());
    let mut plain = Vec::with_capacity(LEAST_PADDED);
    let mut e = Encoder::new(&mut plain);
    let written: Result<(), minicbor::encode::Error<std::convert::Infallible>> = (|| {
        e.map(pairs)?.u8(0)?.u16(version.kind)?;
        e.u8(1)?.bytes(&version.record.0)?.u8(2)?.bytes(&version.writer.0)?;
        e.u8(3)?.u64(version.stamp.0)?.u8(4)?.encode(&version.clock)?;
        if version.min_reader > 0 {
            e.u8(5)?.u16(version.min_reader)?;
        }
        if version.local {
            e.u8(6)?.bool(true)?;
        }
        if history != History::All {
            e.u8(7)?.u8(history.code())?;
        }
        if !version.body.is_empty() {
            e.u8(8)?.bytes(&version.body)?;
        }
        Ok(())
    })();
    written.expect("a vector takes every byte");
    padded(plain).ok_or(VaultError::BadDraft { record: version.record, reason: "too long" })
}

/// The padded plaintext of a row of the vault's own.
pub(super) fn encode_own(kind: u16, body: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut plain = Vec::with_capacity(LEAST_PADDED.max(body.len() + 16));
    let mut e = Encoder::new(&mut plain);
    let written: Result<(), minicbor::encode::Error<std::convert::Infallible>> = (|| {
        e.map(2)?.u8(0)?.u16(kind)?.u8(8)?.bytes(body)?;
        Ok(())
    })();
    written.expect("a vector takes every byte");
    let too_long =
        || VaultError::Other { reason: "a row of the vault's own is too long".to_owned() };
    padded(plain).ok_or_else(too_long)
}

/// The body of a row of the vault's own, if it is of this kind.
pub(super) fn own_body(plain: &[u8], kind: u16) -> Option<&[u8]> {
    let mut d = Decoder::new(plain);
    let pairs = d.map().ok()??;
    let (mut found, mut body) = (None, None);
    for _ in 0..pairs {
        match d.u64().ok()? {
            0 => found = Some(d.u16().ok()?),
            8 => body = Some(d.bytes().ok()?),
            _ => d.skip().ok()?,
        }
    }
    body.filter(|_| found == Some(kind))
}

/// A padded plaintext without its padding, keys of a later version included.
pub(super) fn trimmed(plain: &[u8]) -> Result<&[u8], VaultError> {
    let mut d = Decoder::new(plain);
    d.skip().map_err(|_unread| VaultError::damaged("a row within its seal"))?;
    Ok(&plain[..d.position()])
}

/// Reads a padded plaintext that was sealed by this vault's key.
pub(super) fn decode(plain: &[u8]) -> Result<Content, VaultError> {
    read(plain).map_err(|_unread| VaultError::damaged("a row within its seal"))
}

fn read(plain: &[u8]) -> Result<Content, Error> {
    let mut d = Decoder::new(plain);
    let pairs = d.map()?.ok_or_else(|| Error::message("a map of unknown length"))?;
    let mut kind = None;
    let mut history = History::All;
    let mut version = Version {
        record: RecordId([0; 16]),
        clock: Clock::default(),
        stamp: Stamp::default(),
        writer: WriterId([0; 8]),
        kind: DUMMY,
        min_reader: 0,
        local: false,
        body: Vec::new(),
    };
    for _ in 0..pairs {
        match d.u64()? {
            0 => {
                kind = Some(d.u16()?);
                match kind {
                    Some(DUMMY) => return Ok(Content::Dummy),
                    Some(own @ ..FIRST_KIND) => return Ok(Content::Own(own)),
                    _ => {}
                }
            }
            1 => version.record = d.decode()?,
            2 => version.writer = d.decode()?,
            3 => version.stamp = d.decode()?,
            4 => version.clock = d.decode()?,
            5 => version.min_reader = d.u16()?,
            6 => version.local = d.bool()?,
            7 => history = History::from_code(d.u8()?),
            8 => version.body = d.bytes()?.to_vec(),
            _ => d.skip()?,
        }
    }
    version.kind = kind.ok_or_else(|| Error::message("no kind"))?;
    if version.clock.of(version.writer) == 0 {
        return Err(Error::message("a version that its writer has not seen"));
    }
    Ok(Content::Version(version, history))
}
