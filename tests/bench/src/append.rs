//! Appending: one entry a commit.

use std::time::Instant;

use koers_tests::sample;

use crate::ratio;
use crate::tables::Three;

/// Single entries that are appended to each: enough for one of them to add new dummies.
const APPENDS: usize = 1100;

/// `append_vs_plain`, and beside it in milliseconds what the slowest appends take.
pub(crate) fn figures(three: &Three) -> [(&'static str, f64); 3] {
    let (mut vault, _) = sample::open(&three.vault).expect("a whole vault");
    let plain = three.plain.open().expect("a database");
    let mut insert = plain
        .prepare("INSERT INTO entry(record, body) VALUES (?1, ?2)")
        .expect("the table is there");
    let (mut sealed, mut clear) = (vec![], vec![]);
    for draft in sample::entries(2, APPENDS) {
        let start = Instant::now();
        let prepared = vault.prepare(std::slice::from_ref(&draft), sample::NOON).expect("sound");
        vault.commit(prepared).expect("room on the disk");
        sealed.push(start.elapsed());
        let start = Instant::now();
        insert.execute((draft.record.0, &draft.body)).expect("room on the disk");
        clear.push(start.elapsed());
    }
    let vs_plain = ratio(&sealed, &clear);
    sealed.sort_unstable();
    let millis = |place: usize| sealed[place].as_secs_f64() * 1000.0;
    [
        ("append_vs_plain", vs_plain),
        ("append_p99", millis(APPENDS * 99 / 100)),
        ("append_worst", millis(APPENDS - 1)),
    ]
}
