use chrono::Timelike;
use proptest::prelude::*;

use super::super::zone_names;
use super::*;

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a time")
}

fn home() -> Home {
    Home { zone: "Europe/Amsterdam".into(), offset_minutes: 60 }
}

fn said(text: &str, zone: &str) -> When {
    let time = at(text);
    When::At {
        date: time.date(),
        hour: time.hour(),
        minute: time.minute(),
        zone: zone.into(),
        offset_minutes: None,
        second_occurrence: false,
    }
}

fn resolved(when: &When) -> Result<Resolved, WhenError> {
    resolve(when, at("2026-11-23T09:00:00").and_utc(), CutOff::default(), &home())
}

#[test]
fn a_time_that_the_clock_skipped_becomes_the_first_minute_after_it() {
    let got = resolved(&said("2026-03-29T02:30:00", "Europe/Amsterdam")).expect("accepted");
    assert_eq!(got.adjusted, Some(Adjusted::Gap));
    assert_eq!(got.moment.local(), at("2026-03-29T03:00:00"));
    assert_eq!(got.moment.offset_minutes, 120);
    assert_eq!(got.moment.day, at("2026-03-28T00:00:00").date(), "G1: before the cut-off");
}

#[test]
fn of_a_time_that_came_twice_the_first_is_taken_unless_the_second_is_asked_for() {
    let mut when = said("2026-10-25T02:30:00", "Europe/Amsterdam");
    let first = resolved(&when).expect("accepted");
    assert_eq!(first.adjusted, Some(Adjusted::FirstOfTwo));
    assert_eq!(first.moment.offset_minutes, 120);
    if let When::At { second_occurrence, .. } = &mut when {
        *second_occurrence = true;
    }
    let second = resolved(&when).expect("accepted");
    assert_eq!(second.adjusted, Some(Adjusted::SecondOfTwo));
    assert_eq!(second.moment.utc - first.moment.utc, TimeDelta::hours(1));
    assert_eq!(second.moment.local(), first.moment.local());
}

#[test]
fn an_unknown_zone_is_kept_as_given_with_its_offset_and_refused_without_one() {
    let mut when = said("2026-05-01T20:00:00", "Mars/Olympus");
    assert_eq!(resolved(&when), Err(WhenError::UnknownZone));
    assert_eq!(WhenError::UnknownZone.field(), "zone");
    if let When::At { offset_minutes, .. } = &mut when {
        *offset_minutes = Some(-330);
    }
    let got = resolved(&when).expect("accepted");
    assert_eq!(got.adjusted, Some(Adjusted::UnknownZone));
    assert_eq!(got.moment.zone, "Mars/Olympus");
    assert_eq!(got.moment.local(), at("2026-05-01T20:00:00"));
    assert_eq!(got.moment.utc, at("2026-05-02T01:30:00").and_utc());
}

#[test]
fn now_is_what_the_device_says() {
    let when = When::Now { offset_minutes: 345, zone: "Mars/Olympus".into() };
    let now = DateTime::from_timestamp(1_790_000_000, 123_456_789).expect("an instant");
    let got = resolve(&when, now, CutOff::default(), &home()).expect("accepted");
    assert_eq!(got.adjusted, None);
    assert_eq!(got.moment.utc.timestamp_subsec_nanos(), 123_000_000, "kept to the millisecond");
    assert_eq!(got.moment.offset_minutes, 345);
}

#[test]
fn some_time_that_day_is_noon_at_home_and_that_day_whatever_the_cut_off() {
    let day = at("2026-07-01T00:00:00").date();
    for cut_off in [0, 240, 360] {
        let when = When::Sometime { day };
        let got = resolve(&when, DateTime::UNIX_EPOCH, CutOff(cut_off), &home()).expect("accepted");
        assert_eq!(got.moment.utc, at("2026-07-01T10:00:00").and_utc());
        assert_eq!((got.moment.day, got.moment.precision), (day, Precision::Day));
    }
}

#[test]
fn a_date_that_the_zone_skipped_is_refused_and_not_moved() {
    let when = said("2011-12-30T15:00:00", "Pacific/Apia");
    assert_eq!(resolved(&when), Err(WhenError::SkippedDate));
    assert!(resolved(&said("2011-12-31T15:00:00", "Pacific/Apia")).is_ok());
}

#[test]
fn what_cannot_be_a_time_is_refused_with_its_field() {
    let day = at("2026-05-01T00:00:00").date();
    let with = |date, hour, minute, zone: &str, offset_minutes| When::At {
        date,
        hour,
        minute,
        zone: zone.into(),
        offset_minutes,
        second_occurrence: false,
    };
    let year = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
    let long = "Z".repeat(101);
    for (when, error, field) in [
        (with(day, 24, 0, "UTC", None), WhenError::Hour, "hour"),
        (with(day, 12, 60, "UTC", None), WhenError::Minute, "minute"),
        (with(year(1899), 12, 0, "UTC", None), WhenError::Date, "date"),
        (with(year(2200), 12, 0, "UTC", None), WhenError::Date, "date"),
        (with(day, 12, 0, "Mars", Some(1081)), WhenError::Offset, "offset"),
        (with(day, 12, 0, "a\nb", Some(0)), WhenError::ZoneName, "zone"),
        (with(day, 12, 0, &long, Some(0)), WhenError::ZoneName, "zone"),
        (When::Sometime { day: NaiveDate::MIN }, WhenError::Date, "date"),
        (When::Now { offset_minutes: i32::MIN, zone: "UTC".into() }, WhenError::Offset, "offset"),
    ] {
        assert_eq!(resolved(&when), Err(error), "{when:?}");
        assert_eq!(error.field(), field);
    }
    let now = |now| {
        resolve(&When::Now { offset_minutes: 60, zone: String::new() }, now, CutOff(0), &home())
    };
    assert_eq!(now(DateTime::<Utc>::MAX_UTC), Err(WhenError::Date));
    assert_eq!(now(DateTime::<Utc>::MIN_UTC), Err(WhenError::Date));
}

#[test]
fn future_begins_after_five_minutes() {
    let moment = resolved(&said("2026-05-01T20:00:00", "UTC")).expect("accepted").moment;
    assert!(!is_future(&moment, moment.utc - TimeDelta::minutes(5)));
    assert!(is_future(&moment, moment.utc - TimeDelta::seconds(301)));
}

#[test]
fn the_odd_seconds_of_old_zones_do_not_show_on_the_clock() {
    let got = resolved(&said("1930-06-01T20:15:00", "Africa/Monrovia")).expect("accepted");
    assert_eq!(got.moment.local(), at("1930-06-01T20:15:00"));
    assert_eq!(got.moment.offset_minutes, -44, "44 minutes and 30 seconds behind");
}

proptest! {
    #[test]
    fn in_every_zone_the_clock_reads_as_was_said_or_the_person_is_told(
        picked in any::<prop::sample::Index>(),
        days in -25_567_i64..84_005,
        minute_of_day in 0_u32..1440,
        second_occurrence: bool,
    ) {
        let names: Vec<_> = zone_names().collect();
        let date = NaiveDate::default() + TimeDelta::days(days);
        let (hour, minute) = (minute_of_day / 60, minute_of_day % 60);
        let said = date.and_time(time_of(hour, minute).expect("a time"));
        let zone = names[picked.index(names.len())].to_owned();
        let when = When::At { date, hour, minute, zone, offset_minutes: None, second_occurrence };
        match resolved(&when) {
            Err(error) => prop_assert_eq!(error, WhenError::SkippedDate),
            Ok(Resolved { moment, adjusted: Some(Adjusted::Gap) }) => {
                prop_assert!(moment.local() > said);
                prop_assert_eq!(moment.local().second(), 0);
            }
            Ok(Resolved { moment, adjusted }) => {
                prop_assert_eq!(moment.local(), said, "{:?}", adjusted);
                prop_assert_eq!(moment.day, CutOff::default().day_of(said));
            }
        }
    }
}
