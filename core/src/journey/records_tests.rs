use super::*;
use crate::journey::entity::{OwnSituation, Supporter};

const PHONE: WriterId = WriterId([1; 8]);
const TABLET: WriterId = WriterId([2; 8]);

fn clock(counts: &[(WriterId, u64)]) -> Clock {
    let mut clock = Clock::default();
    for &(writer, count) in counts {
        (0..count).for_each(|_| clock.tick(writer));
    }
    clock
}

fn words(writer: WriterId, stamp: u64, counts: &[(WriterId, u64)], text: &str) -> Version {
    let value = OwnSituation { words: text.to_owned(), covers: vec![], covers_words: vec![] };
    Version {
        record: RecordId([7; 16]),
        clock: clock(counts),
        stamp: Stamp(stamp),
        writer,
        kind: OwnSituation::KIND,
        min_reader: 1,
        local: false,
        body: if text.is_empty() { vec![] } else { body::write(&value, &[]) },
    }
}

fn folded(versions: &[&Version]) -> Records<OwnSituation> {
    let mut records = Records::default();
    for version in versions {
        records.fold(version.record, Record::of(version));
    }
    records
}

fn shown(records: &Records<OwnSituation>) -> Option<&str> {
    records.get(RecordId([7; 16])).map(|one| one.words.as_str())
}

#[test]
fn an_edit_supersedes_and_its_history_is_kept_in_any_order_of_arrival() {
    let first = words(PHONE, 1, &[(PHONE, 1)], "alone");
    let second = words(PHONE, 2, &[(PHONE, 2)], "alone at home");
    let there = folded(&[&first, &second]);
    assert_eq!(there, folded(&[&second, &first]), "SHP-10");
    assert_eq!(shown(&there), Some("alone at home"));
    let record = there.record(RecordId([7; 16])).expect("it is there");
    let history: Vec<_> = record.history().map(|one| one.words.as_str()).collect();
    assert_eq!(history, ["alone", "alone at home"]);
}

#[test]
fn two_devices_that_edit_apart_leave_two_heads_and_the_later_is_shown() {
    let both = &[(PHONE, 1)];
    let base = words(PHONE, 1, both, "alone");
    let here = words(PHONE, 9, &[(PHONE, 2)], "at home");
    let there = words(TABLET, 5, &[(PHONE, 1), (TABLET, 1)], "on my own");
    let merged = folded(&[&base, &here, &there]);
    assert_eq!(merged, folded(&[&there, &here, &base]));
    assert_eq!(shown(&merged), Some("at home"));
    assert_eq!(merged.record(RecordId([7; 16])).expect("there").heads().len(), 2);

    let settled = words(PHONE, 10, &[(PHONE, 3), (TABLET, 1)], "alone at home");
    let settled = folded(&[&settled, &base, &here, &there]);
    assert_eq!(settled.record(RecordId([7; 16])).expect("there").heads().len(), 1);
}

#[test]
fn a_deleted_record_is_not_shown_and_says_that_it_was_deleted() {
    let first = words(PHONE, 1, &[(PHONE, 1)], "alone");
    let gone = words(PHONE, 2, &[(PHONE, 2)], "");
    let records = folded(&[&gone, &first]);
    assert_eq!(shown(&records), None);
    assert!(records.is_deleted(RecordId([7; 16])));
    assert_eq!(records.iter().count(), 0);
}

#[test]
fn what_a_newer_version_wrote_is_counted_and_not_shown() {
    let mut newer = words(PHONE, 1, &[(PHONE, 1)], "alone");
    newer.min_reader = READER + 1;
    let records = folded(&[&newer]);
    assert_eq!((shown(&records), records.newer()), (None, 1));
}

#[test]
fn a_kind_without_history_keeps_only_what_is_shown() {
    let name = |name: &str| {
        body::write(
            &Supporter { name: name.to_owned(), contact: String::new(), how: String::new() },
            &[],
        )
    };
    let mut first = words(PHONE, 1, &[(PHONE, 1)], "-");
    (first.kind, first.body) = (Supporter::KIND, name("Tom"));
    let mut second = words(PHONE, 2, &[(PHONE, 2)], "-");
    (second.kind, second.body) = (Supporter::KIND, name("Tim"));
    let mut records = Records::<Supporter>::default();
    for version in [&second, &first] {
        records.fold(version.record, Record::of(version));
    }
    let record = records.record(RecordId([7; 16])).expect("there");
    assert_eq!(record.history().count(), 1);
}
