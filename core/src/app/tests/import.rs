//! A diary read from a file.

use super::*;

const HEADER: &str =
    "kind,substance,when,craving,situations,used,amount,unit,circumstances,note,made\n";

fn diary(lines: &[&str]) -> Vec<u8> {
    format!("{HEADER}{}\n", lines.join("\n")).into_bytes()
}

#[test]
fn a_line_that_says_nothing_is_refused_by_its_number_and_nothing_is_written() {
    let (_life, koers) = Life::begun();
    let csv = diary(&[
        "episode,cannabis,2026-03-01T21:30+01:00,7,,no,,,,,",
        "episode,cannabis,2026-03-01T22:30+01:00,,,no,,,,,",
    ]);
    let report = koers.import(&csv, false, false).expect("readable");
    let faults: Vec<_> =
        report.faults.iter().map(|fault| (fault.line, fault.column.as_str())).collect();
    assert_eq!(faults, [(3, "craving")]);
    assert!(
        !report.written && report.faults[0].reason.ends_with("fill something in here."),
        "{report:?}"
    );
    assert_eq!(koers.diary(0, 10).expect("open").total, 0);

    let report = koers.import(&csv, false, true).expect("readable");
    assert!(report.written && report.new == 1, "{report:?}");
    assert_eq!(koers.diary(0, 10).expect("open").total, 1);
}

#[test]
fn each_thing_an_episode_can_say_is_enough_by_itself() {
    let (_life, koers) = Life::begun();
    let csv = diary(&[
        "episode,cannabis,2026-03-01T20:01+01:00,0,,no,,,,,",
        "episode,cannabis,2026-03-01T20:02+01:00,,base:situation.stressed,no,,,,,",
        "episode,cannabis,2026-03-01T20:03+01:00,,,yes,,,,,",
        "episode,cannabis,2026-03-01T20:04+01:00,,,no,,,on the roof,,",
        "episode,cannabis,2026-03-01T20:05+01:00,,,no,,,,a hard day,",
    ]);
    let report = koers.import(&csv, false, false).expect("readable");
    assert_eq!((report.new, report.faults), (5, vec![]));
}

#[test]
fn the_same_file_read_twice_adds_nothing_and_equal_lines_in_it_count_each() {
    let (_life, koers) = Life::begun();
    let line = "episode,cannabis,2026-03-01,7,at the neighbours,no,,,,,";
    let csv = diary(&[line, line, "closing,,2026-03-01,,,done,,,,,"]);
    let tried = koers.import(&csv, true, false).expect("readable");
    assert_eq!((tried.new, tried.written), (3, false));
    assert_eq!(tried.own_situations, ["at the neighbours"]);
    assert_eq!(koers.diary(0, 10).expect("open").total, 0, "a dry run writes nothing");
    assert_eq!(koers.import(&csv, false, false).expect("readable").new, 3);
    let again = koers.import(&csv, false, false).expect("readable");
    assert_eq!((again.new, again.repeated), (0, 3));
    assert_eq!(koers.diary(0, 10).expect("open").total, 3);
}
