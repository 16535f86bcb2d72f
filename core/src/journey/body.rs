//! The bytes of a body: what this version knows, and what it must hand on untouched.

use minicbor::data::Type;
use minicbor::decode::Error;
use minicbor::{Decode, Decoder, Encoder};

use super::entity::Entity;

/// More than this is not taken on trust from a list's announced length.
const LONGEST_FORESEEN: usize = 64;

/// A body, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Body<T> {
    /// What this version knows.
    pub value: T,
    /// The top-level keys of a newer version with their values, as they stood.
    pub unknown: Vec<u8>,
}

/// Reads a body; none where it is not what this version means by the kind.
pub fn read<T: Entity>(bytes: &[u8]) -> Option<Body<T>> {
    let value = minicbor::decode(bytes).ok()?;
    let unknown = unknown_keys(bytes, T::LAST_KEY)?;
    Some(Body { value, unknown })
}

/// Writes a body: the known keys, then the unknown ones as they stood.
pub fn write<T: Entity>(value: &T, unknown: &[u8]) -> Vec<u8> {
    let known = minicbor::to_vec(value).expect("writing to memory does not fail");
    if unknown.is_empty() {
        return known;
    }
    let mut decoder = Decoder::new(&known);
    let count = decoder.map().ok().flatten().expect("an entity is a map of known length");
    let more = count_pairs(unknown).expect("kept slices are pairs");
    let mut encoder = Encoder::new(Vec::with_capacity(known.len() + unknown.len()));
    encoder.map(count + more).expect("writing to memory does not fail");
    let mut bytes = encoder.into_writer();
    bytes.extend_from_slice(&known[decoder.position()..]);
    bytes.extend_from_slice(unknown);
    bytes
}

/// Reads a list into exactly the room that it needs. Entries are by far the most of a journey and
/// hold many lists of one thing; grown one by one, each would keep room for four.
pub(super) fn list<'b, C, T: Decode<'b, C>>(
    decoder: &mut Decoder<'b>,
    context: &mut C,
) -> Result<Vec<T>, Error> {
    let things = decoder.array_iter_with(context)?;
    let mut list = Vec::with_capacity(things.size_hint().0.min(LONGEST_FORESEEN));
    for thing in things {
        list.push(thing?);
    }
    Ok(list)
}

/// The slices of all keys above `last`, one after the other.
fn unknown_keys(bytes: &[u8], last: u32) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new(bytes);
    let count = decoder.map().ok()??;
    let mut unknown = Vec::new();
    for _ in 0..count {
        let start = decoder.position();
        let key = decoder.u32().ok()?;
        skip(&mut decoder).ok()?;
        if key > last {
            unknown.extend_from_slice(&bytes[start..decoder.position()]);
        }
    }
    Some(unknown)
}

/// Passes over a value. Nearly all of it is texts in lists, and reading those is faster than how
/// the library skips them.
fn skip(decoder: &mut Decoder<'_>) -> Result<(), Error> {
    let mut values = 1_u64;
    while values > 0 {
        values -= 1;
        match decoder.datatype()? {
            Type::String => {
                decoder.str()?;
            }
            Type::Array => values = values.saturating_add(decoder.array()?.unwrap_or_default()),
            _ => decoder.skip()?,
        }
    }
    Ok(())
}

fn count_pairs(slices: &[u8]) -> Option<u64> {
    let mut decoder = Decoder::new(slices);
    let mut pairs = 0;
    while decoder.position() < slices.len() {
        debug_assert!(matches!(
            decoder.datatype(),
            Ok(Type::U8 | Type::U16 | Type::U32 | Type::U64)
        ));
        decoder.skip().ok()?;
        decoder.skip().ok()?;
        pairs += 1;
    }
    Some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::entity::OwnSituation;

    /// What a newer version might write: its own key 9 beside the two that this one knows.
    fn from_a_newer_version() -> Vec<u8> {
        let mut e = Encoder::new(Vec::new());
        e.map(2).and_then(|e| e.u8(0)).and_then(|e| e.str("alone on Sunday")).expect("memory");
        e.u8(9).and_then(|e| e.array(2)).and_then(|e| e.u8(1)).expect("memory");
        e.str("something new").expect("memory");
        e.into_writer()
    }

    #[test]
    fn an_edit_hands_on_what_a_newer_version_wrote() {
        let bytes = from_a_newer_version();
        let mut body = read::<OwnSituation>(&bytes).expect("the known part is readable");
        assert_eq!(body.value.words, "alone on Sunday");
        body.value.words = "alone on Monday".to_owned();

        let written = write(&body.value, &body.unknown);
        let again = read::<OwnSituation>(&written).expect("still readable");
        assert_eq!(again, body);
        assert!(written.windows(13).any(|w| w == b"something new"));
    }

    #[test]
    fn a_body_that_is_not_of_its_kind_is_refused_without_panic() {
        for bytes in [&b""[..], b"\xff", b"\xa1", b"\xbf\xff", b"\xa1\x61a\x00", b"\x80"] {
            assert_eq!(read::<OwnSituation>(bytes), None, "{bytes:?}");
        }
    }
}
