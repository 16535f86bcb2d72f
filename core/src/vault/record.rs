//! What a record is made of: ids, clocks, stamps and immutable versions.

use std::cmp::Ordering;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use blake2::digest::{FixedOutput, Update, consts::U16};
use minicbor::{Decode, Encode};

/// Sixteen bytes that name a record on every device.
///
/// Most are random. A record of which there can be only one (the profile, the goal for one
/// substance) has a [`named`](RecordId::named) id, so that two devices that make it apart still
/// mean the same record when they are merged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct RecordId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

impl RecordId {
    /// The id of the one record that goes by these words, for example `["goal", "cannabis"]`.
    pub fn named(words: &[&str]) -> Self {
        let mut hash = blake2::Blake2b::<U16>::default();
        hash.update(b"koers record");
        for word in words {
            hash.update(&(word.len() as u64).to_le_bytes());
            hash.update(word.as_bytes());
        }
        Self(hash.finalize_fixed().into())
    }

    /// All ids whose text begins with these hexadecimal digits; none where they are something else,
    /// or nothing.
    pub fn beginning_with(digits: &str) -> Option<RangeInclusive<Self>> {
        let filled = |with: &str| {
            let missing = 32_usize.checked_sub(digits.len())?;
            format!("{digits}{}", with.repeat(missing)).parse().ok()
        };
        (!digits.is_empty()).then_some(filled("0")?..=filled("f")?)
    }

    /// A new random id from the operating system's generator.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

/// Thirty-two lower-case hexadecimal digits.
impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordId({self})")
    }
}

/// As its text.
impl serde::Serialize for RecordId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From its text.
impl<'de> serde::Deserialize<'de> for RecordId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The text was not thirty-two hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a record id: thirty-two hexadecimal digits are needed")]
pub struct NotARecordId;

impl FromStr for RecordId {
    type Err = NotARecordId;

    fn from_str(text: &str) -> Result<Self, NotARecordId> {
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotARecordId);
        }
        let mut bytes = [0; 16];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte =
                u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_refused| NotARecordId)?;
        }
        Ok(Self(bytes))
    }
}

/// Eight random bytes that name one copy of a vault on one device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct WriterId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 8]);

/// How many versions of a record each writer had made when this version was made.
///
/// In a body it is an array of pairs of writer and counter, by writer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock(Seen);

/// Nearly every record has one writer, and its clock then takes no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Seen {
    #[default]
    Nothing,
    One((WriterId, u64)),
    /// Two or more, by writer.
    More(Vec<(WriterId, u64)>),
}

impl Clock {
    fn pairs(&self) -> &[(WriterId, u64)] {
        match &self.0 {
            Seen::Nothing => &[],
            Seen::One(pair) => std::slice::from_ref(pair),
            Seen::More(pairs) => pairs,
        }
    }

    fn raise(&mut self, writer: WriterId, at_least: u64) {
        let place = self.pairs().binary_search_by_key(&writer, |(w, _)| *w);
        match (&mut self.0, place) {
            (Seen::One(pair), Ok(_)) => pair.1 = pair.1.max(at_least),
            (Seen::More(pairs), Ok(at)) => pairs[at].1 = pairs[at].1.max(at_least),
            (Seen::More(pairs), Err(at)) => pairs.insert(at, (writer, at_least)),
            (Seen::One(pair), Err(at)) => {
                let mut pairs = vec![*pair];
                pairs.insert(at, (writer, at_least));
                self.0 = Seen::More(pairs);
            }
            (Seen::Nothing, _) => self.0 = Seen::One((writer, at_least)),
        }
    }

    /// The counter of one writer; 0 where it made none.
    pub fn of(&self, writer: WriterId) -> u64 {
        self.pairs().iter().find(|(w, _)| *w == writer).map_or(0, |(_, n)| *n)
    }

    /// How many versions it has seen in all.
    pub fn total(&self) -> u64 {
        self.pairs().iter().fold(0, |sum, (_, n)| sum.saturating_add(*n))
    }

    /// Takes over whatever the other clock has seen more of.
    pub fn join(&mut self, other: &Self) {
        for &(writer, count) in other.pairs() {
            self.raise(writer, count);
        }
    }

    /// One more version by this writer.
    pub fn tick(&mut self, writer: WriterId) {
        self.raise(writer, self.of(writer).saturating_add(1));
    }

    /// Whether this clock is the other and one more version by this writer, and nothing else.
    pub fn follows(&self, other: &Self, writer: WriterId) -> bool {
        let mut next = other.clone();
        next.tick(writer);
        *self == next
    }

    /// Whether this clock has seen all that the other has, and something more.
    pub fn dominates(&self, other: &Self) -> bool {
        self.compare(other) == Some(Ordering::Greater)
    }

    /// The order of two clocks; none when each has seen something that the other has not.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let ahead = self.pairs().iter().any(|&(w, n)| n > other.of(w));
        let behind = other.pairs().iter().any(|&(w, n)| n > self.of(w));
        match (ahead, behind) {
            (false, false) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (true, true) => None,
        }
    }
}

impl<C> Encode<C> for Clock {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        c: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(self.pairs().len() as u64)?;
        self.pairs().iter().try_for_each(|pair| pair.encode(e, c))
    }
}

impl<'b, C> Decode<'b, C> for Clock {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let mut clock = Self::default();
        let pairs = d.array()?.unwrap_or_default();
        for _ in 0..pairs {
            let (writer, count) = d.decode()?;
            clock.raise(writer, count);
        }
        Ok(clock)
    }
}

/// When a version was written: 48 bits of milliseconds since 1970, 16 bits of counter.
///
/// All versions written in one commit share a stamp, so that a change that touched several
/// records can be undone as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Stamp(#[n(0)] pub u64);

impl Stamp {
    /// The stamp after `last` for a write at this moment; a clock that was set back never makes a
    /// smaller one.
    pub fn after(last: Self, now_ms: i64) -> Self {
        let now = (now_ms.max(0) as u64) << 16;
        Self(now.max(last.0.saturating_add(1)))
    }

    /// Milliseconds since 1970, UTC.
    pub fn millis(self) -> i64 {
        (self.0 >> 16) as i64
    }
}

/// One immutable version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which record this is a version of.
    pub record: RecordId,
    /// What its writer had seen of the record, itself included.
    pub clock: Clock,
    /// When it was written.
    pub stamp: Stamp,
    /// Who wrote it.
    pub writer: WriterId,
    /// What the body means; the journey's codes begin at 16, the vault's own lie below.
    pub kind: u16,
    /// The lowest reader version that may edit it.
    pub min_reader: u16,
    /// Kept on this device only: neither merged nor backed up.
    pub local: bool,
    /// The body; empty for a deletion.
    pub body: Vec<u8>,
}

impl Version {
    /// Whether this version says that the record was deleted.
    pub fn is_tombstone(&self) -> bool {
        self.body.is_empty()
    }

    /// The order in which undominated versions are shown: the greatest is shown.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.stamp, self.writer, &self.body).cmp(&(other.stamp, other.writer, &other.body))
    }
}

/// Whether a kind keeps its earlier versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// Every version is kept: a rule or the person needs what held then.
    All,
    /// Only the last; the one before it until the next write or 24 hours, for undo.
    Latest,
}

impl History {
    /// What stands in a row.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::All => 0,
            Self::Latest => 1,
        }
    }

    /// A code of a later version keeps everything: nothing is lost that it may need.
    pub(super) fn from_code(code: u8) -> Self {
        if code == 1 { Self::Latest } else { Self::All }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clock(counts: &[u64]) -> Clock {
        let mut clock = Clock::default();
        for (writer, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            clock.raise(WriterId([writer as u8; 8]), count);
        }
        clock
    }

    #[test]
    fn an_edit_dominates_what_it_has_seen_and_no_concurrent_edit() {
        let first = clock(&[1, 0]);
        assert!(clock(&[2, 0]).dominates(&first));
        assert!(!clock(&[0, 1]).dominates(&first));
        assert_eq!(clock(&[2, 0]).compare(&clock(&[1, 1])), None);
        assert!(!first.dominates(&first.clone()));
    }

    #[test]
    fn a_stamp_never_goes_back_with_the_clock_of_the_device() {
        let first = Stamp::after(Stamp::default(), 1_700_000_000_000);
        let set_back = Stamp::after(first, 1_600_000_000_000);
        assert!(set_back > first);
        assert_eq!(set_back.millis(), 1_700_000_000_000);
        assert_eq!(Stamp::after(set_back, 1_700_000_000_001).millis(), 1_700_000_000_001);
        assert_eq!(Stamp::after(Stamp(u64::MAX), 0), Stamp(u64::MAX));
        assert_eq!(Stamp::after(Stamp::default(), -1), Stamp(1));
    }

    #[test]
    fn the_first_digits_of_an_id_name_all_that_begin_with_them() {
        let ids = RecordId::beginning_with("0af").expect("hexadecimal digits");
        assert_eq!(ids.start().to_string(), "0af00000000000000000000000000000");
        assert_eq!(ids.end().to_string(), "0affffffffffffffffffffffffffffff");
        for other in ["", "0ag", "00000000000000000000000000000000a", "é"] {
            assert_eq!(RecordId::beginning_with(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_joined_and_ticked_clock_dominates_both(a: [u8; 3], b: [u8; 3], by in 0..3_u8) {
            let [a, b] = [a, b].map(|counts| clock(&counts.map(u64::from)));
            let mut joined = a.clone();
            joined.join(&b);
            let mut other_way = b.clone();
            other_way.join(&a);
            prop_assert_eq!(&joined, &other_way);
            joined.tick(WriterId([by; 8]));
            prop_assert!(joined.dominates(&a) && joined.dominates(&b));
            prop_assert_eq!(a.compare(&b).map(Ordering::reverse), b.compare(&a));
        }

        #[test]
        fn a_clock_reads_back(counts: [u8; 4]) {
            let clock = clock(&counts.map(u64::from));
            let bytes = minicbor::to_vec(&clock).expect("a vector takes every byte");
            prop_assert_eq!(minicbor::decode::<Clock>(&bytes).expect("as written"), clock);
        }
    }
}
