//! Random lives of one journey on three devices, merged in every order: always the same journey.
//!
//! A device here is its versions and nothing else, so that very many lives can be tried: set
//! `KOERS_HISTORIES` to how many.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;
use crate::vault::draft::ToWrite;
use crate::vault::index::{Entry, Record};
use crate::vault::merge::meet;
use crate::vault::plain::{encode, trimmed};
use crate::vault::{Clock, Met, Stamp, WriterId};

/// Lives in an ordinary run.
const USUAL: u64 = 2_000;
const DEVICES: usize = 3;
/// Things that happen in a life, at most.
const MOST: usize = 14;
/// Ten years in milliseconds, by which a device's clock may be off.
const TEN_YEARS: i64 = 10 * 365 * DAY;

/// What is the same on two devices that know the same: shown versions and kept history.
type State = BTreeSet<(RecordId, Vec<u8>)>;

/// One device: its records, and the bytes of each version by row.
#[derive(Clone)]
struct Device {
    writer: WriterId,
    off: i64,
    last: Stamp,
    records: BTreeMap<RecordId, Record>,
    rows: BTreeMap<i64, (Version, History)>,
}

impl Device {
    fn new(number: usize, lots: &mut impl Rng) -> Self {
        Self {
            writer: WriterId([number as u8 + 1; 8]),
            off: lots.random_range(-TEN_YEARS..TEN_YEARS),
            last: Stamp::default(),
            records: BTreeMap::new(),
            rows: BTreeMap::new(),
        }
    }

    fn put(&mut self, version: Version, history: History) {
        let row = self.rows.len() as i64 + 1;
        let entry = Entry::of(&version, history, row, 512);
        self.records.entry(version.record).or_default().add(entry);
        self.rows.insert(row, (version, history));
    }

    /// What the person does to a record: changes or deletes it, or has it back.
    fn act(&mut self, record: RecordId, lots: &mut impl Rng) {
        let history = if record.0[0].is_multiple_of(2) { History::All } else { History::Latest };
        let held = self.records.get(&record).cloned().unwrap_or_default();
        self.last = Stamp::after(self.last, NOON + self.off);
        let mut clock = held.seen();
        clock.tick(self.writer);
        let delete = lots.random_bool(0.25);
        if held.is_deleted() && !delete {
            clock.tick(self.writer);
            let mut before: Vec<&Entry> = held.before_deletion().collect();
            before.sort_by_key(|old| (old.clock.total(), old.stamp));
            for old in before {
                let version = self.rows[&old.row].0.clone();
                let again = Version { clock: clock.clone(), writer: self.writer, ..version };
                self.put(again, history);
                clock.tick(self.writer);
            }
        }
        let body = if delete { Vec::new() } else { vec![lots.random(); 3] };
        let version = self.version(record, clock, body);
        self.put(version, history);
    }

    fn version(&self, record: RecordId, clock: Clock, body: Vec<u8>) -> Version {
        let (stamp, writer) = (self.last, self.writer);
        Version { record, clock, stamp, writer, kind: KIND, min_reader: 1, local: false, body }
    }

    /// What superseded versions leave behind is overwritten.
    fn forget(&mut self) {
        for record in self.records.values_mut() {
            let gone: Vec<i64> = record.condemned().map(|(_, old)| old.row).collect();
            record.past.retain(|old| !gone.contains(&old.row));
        }
    }

    /// What a backup of it carries.
    fn handed_on(&self) -> impl Iterator<Item = &(Version, History)> {
        self.records.values().flat_map(|record| {
            let gone: Vec<i64> = record.condemned().map(|(_, old)| old.row).collect();
            let all = record.heads.iter().chain(&record.past);
            all.filter(move |one| !gone.contains(&one.row)).map(|one| &self.rows[&one.row])
        })
    }

    fn state(&self) -> State {
        let plain = |one: &(Version, History)| encode(&one.0, one.1).expect("short");
        self.handed_on().map(|one| (one.0.record, plain(one))).collect()
    }

    /// Takes in what the other device has; what became of each record.
    fn merge(&mut self, other: &Self) -> Vec<Met> {
        let mut records: BTreeMap<RecordId, Vec<ToWrite>> = BTreeMap::new();
        for (version, history) in other.handed_on() {
            let plain = encode(version, *history).expect("short");
            let copied = Some(trimmed(&plain).expect("just written").to_vec().into());
            let one = ToWrite { version: version.clone(), history: *history, copied };
            records.entry(version.record).or_default().push(one);
        }
        let mut all = Vec::new();
        for (id, versions) in records {
            let before = self.records.get(&id).cloned().unwrap_or_default();
            let held = |one: &ToWrite| {
                let entries = before.heads.iter().chain(&before.past);
                let mut rows = entries.map(|entry| entry.row);
                Ok(rows.find(|row| self.rows[row].0 == one.version))
            };
            let (met, writes) = meet(&before, versions, held).expect("nothing is read");
            all.push(met);
            writes.into_iter().for_each(|one| self.put(one.version, one.history));
        }
        all
    }
}

/// A life on three devices that sometimes meet; what they are before the last meeting.
fn life(lots: &mut impl Rng) -> Vec<Device> {
    let mut devices: Vec<Device> = (0..DEVICES).map(|number| Device::new(number, lots)).collect();
    for _ in 0..lots.random_range(3..=MOST) {
        let at = lots.random_range(0..DEVICES);
        match lots.random_range(0..10) {
            0..7 => devices[at].act(id(lots.random_range(0..2)), lots),
            7 => devices[at].forget(),
            _ => {
                let other = devices[(at + lots.random_range(1..DEVICES)) % DEVICES].clone();
                devices[at].merge(&other);
            }
        }
    }
    devices
}

const ORDERS: [[usize; DEVICES]; 6] =
    [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// What the devices come to, merged in this order one after the other, or the last two first.
fn merged(devices: &[Device], order: [usize; DEVICES], last_two_first: bool) -> Device {
    let [mut first, mut second, third] = order.map(|at| devices[at].clone());
    if last_two_first {
        second.merge(&third);
        first.merge(&second);
    } else {
        first.merge(&second);
        first.merge(&third);
    }
    first
}

#[test]
fn three_devices_come_to_the_same_journey_in_whatever_order_they_are_merged() {
    let many = std::env::var("KOERS_HISTORIES").ok().map(|many| many.parse().expect("a number"));
    let many = many.unwrap_or(USUAL);
    let (mut diverged, mut apart) = (0_u64, 0_u64);
    for seed in 0..many {
        let devices = life(&mut ChaCha8Rng::seed_from_u64(seed));
        let all = merged(&devices, ORDERS[0], false);
        let state = all.state();
        let others = ORDERS.iter().flat_map(|order| [(*order, false), (*order, true)]);
        let same = others.into_iter().all(|(order, last)| {
            let mut other = merged(&devices, order, last);
            other.forget();
            other.state() == state
        });
        let mut again = all.clone();
        let met = devices.iter().flat_map(|device| again.merge(device)).collect::<Vec<_>>();
        let idle =
            again.state() == state && met.iter().all(|met| matches!(met, Met::Older | Met::Same));
        diverged += u64::from(!same || !idle);
        apart += u64::from(all.records.values().any(|record| record.heads.len() > 1));
    }
    println!("merge_divergences\t{diverged}\tof {many}, {apart} with records changed apart");
    assert_eq!(diverged, 0);
    assert!(apart > many / 20, "{apart} of {many} lives have something to merge");
}
