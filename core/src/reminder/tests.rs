//! The rules of reminding, told on one person in Brussels who started on Monday 2 March 2026.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::*;
use crate::journey::{KindSettings, ReminderSettings, RiskTime};
use crate::time::{CutOff, Zone};

mod properties;

fn brussels() -> Zone {
    Zone::named("Europe/Brussels").expect("a zone of the database")
}

/// An instant, by the clock of Brussels.
fn at(text: &str) -> DateTime<Utc> {
    let local: NaiveDateTime = format!("{text}:00").parse().expect("a time");
    brussels().first_at(local)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Started, and recorded something for the last time, on Monday 2 March at noon.
fn person() -> PlanInput {
    PlanInput {
        settings: ReminderSettings::default(),
        cut_off: CutOff::default(),
        first_day: day("2026-03-02"),
        started: at("2026-03-02T12:00"),
        recorded: vec![at("2026-03-02T12:00")],
        closed: BTreeSet::new(),
        upcoming: vec![],
    }
}

fn set(minutes: u16) -> KindSettings {
    KindSettings { on: true, at: Some(minutes) }
}

fn news(news: News, date: &str, key: &str) -> Upcoming {
    Upcoming { news, day: day(date), key: key.into() }
}

/// The stable ids of the plan.
fn ids(input: &PlanInput, now: &str) -> Vec<String> {
    let plan = plan(input, at(now), &brussels(), HORIZON_DAYS);
    plan.items.into_iter().map(|item| item.stable_id).collect()
}

/// The items of one kind, by the clock.
fn clock(input: &PlanInput, now: &str, kind: ReminderKind) -> Vec<String> {
    let plan = plan(input, at(now), &brussels(), HORIZON_DAYS);
    let of_kind = plan.items.iter().filter(|item| item.kind == kind);
    of_kind.map(|item| format!("{} {:02}:{:02}", item.date, item.hour, item.minute)).collect()
}

fn state(input: &PlanInput, now: &str, kind: ReminderKind) -> BackOffState {
    let plan = plan(input, at(now), &brussels(), HORIZON_DAYS);
    plan.back_off.iter().find(|one| one.kind == kind).expect("the kind is on").state
}

#[test]
fn a_check_in_says_when_what_and_how_long() {
    let plan = plan(&person(), at("2026-03-02T12:01"), &brussels(), HORIZON_DAYS);
    let first = &plan.items[0];
    assert_eq!(first.stable_id, "check_in:2026-03-02");
    assert_eq!(first.instant_ms, at("2026-03-02T20:00").timestamp_millis());
    assert_eq!((first.date, first.hour, first.minute), (day("2026-03-02"), 20, 0));
    assert_eq!(first.text_id, "reminder-check-in");
    assert_eq!(first.actions, [Action::NothingSoFar, Action::Log, Action::Later]);
    assert_eq!(first.expires_ms, at("2026-03-03T04:00").timestamp_millis(), "the day's cut-off");
    assert_eq!(first.words, None);
}

#[test]
fn yesterdays_note_is_asked_for_the_next_morning_only_while_the_day_is_open() {
    let mut input = person();
    input.settings.check_in = KindSettings::OFF;
    let plan = plan(&input, at("2026-03-02T12:01"), &brussels(), HORIZON_DAYS);
    let first = &plan.items[0];
    assert_eq!(first.stable_id, "not_closed:2026-03-03");
    assert_eq!(first.text_id, "reminder-not-closed");
    assert_eq!(first.instant_ms, at("2026-03-03T09:00").timestamp_millis());
    assert_eq!(first.expires_ms, at("2026-03-03T20:00").timestamp_millis());
    assert_eq!(first.actions, [Action::Log, Action::Later]);

    input.closed.insert(day("2026-03-02"));
    assert_eq!(ids(&input, "2026-03-02T12:01")[0], "not_closed:2026-03-04");
    // Nobody is asked about a day before the intake.
    input = PlanInput { first_day: day("2026-03-04"), ..person() };
    input.settings.check_in = KindSettings::OFF;
    assert_eq!(ids(&input, "2026-03-02T12:01")[0], "not_closed:2026-03-05");
}

#[test]
fn a_time_after_midnight_belongs_to_the_day_before_its_cut_off() {
    let mut input = person();
    input.settings.check_in = set(60);
    input.closed.insert(day("2026-03-02"));
    let items = plan(&input, at("2026-03-02T12:01"), &brussels(), HORIZON_DAYS).items;
    // 01:00 on the 3rd is still the 2nd, which is closed.
    assert_eq!(items[0].stable_id, "check_in:2026-03-04", "G1");
    assert_eq!(items[0].expires_ms, at("2026-03-04T04:00").timestamp_millis());
}

#[test]
fn a_check_in_is_dropped_when_the_day_is_closed_or_something_was_just_recorded() {
    let mut input = person();
    input.closed.insert(day("2026-03-02"));
    assert_eq!(ids(&input, "2026-03-02T12:01")[0], "check_in:2026-03-03");

    let recorded = |text: &str| {
        let mut input = person();
        input.recorded.push(at(text));
        ids(&input, "2026-03-02T19:59")[0].clone()
    };
    assert_eq!(recorded("2026-03-02T17:59"), "check_in:2026-03-02");
    assert_eq!(recorded("2026-03-02T18:00"), "check_in:2026-03-03");
}

#[test]
fn who_does_not_answer_is_asked_every_second_day_and_then_no_more() {
    let mut input = person();
    input.settings.not_closed = KindSettings::OFF;
    let all = ["02", "03", "04", "06", "08", "10"].map(|d| format!("check_in:2026-03-{d}"));
    assert_eq!(ids(&input, "2026-03-02T12:01"), all, "also on a phone that never runs the app");
    // The same from any later moment, up to the end.
    assert_eq!(ids(&input, "2026-03-06T20:00"), all[4..]);
    let kind = ReminderKind::CheckIn;
    for (now, expected) in [
        ("2026-03-05T03:59", BackOffState::AsSet),
        ("2026-03-05T04:00", BackOffState::EverySecondDay),
        ("2026-03-11T03:59", BackOffState::EverySecondDay),
        ("2026-03-11T04:00", BackOffState::Stopped),
        ("2027-03-11T04:00", BackOffState::Stopped),
    ] {
        assert_eq!(state(&input, now, kind), expected, "{now}");
    }
    assert!(ids(&input, "2027-03-11T04:00").is_empty());
}

#[test]
fn any_record_begins_anew() {
    let mut input = person();
    input.settings.not_closed = KindSettings::OFF;
    input.recorded.push(at("2026-03-20T13:00"));
    assert_eq!(state(&input, "2026-03-20T13:01", ReminderKind::CheckIn), BackOffState::AsSet);
    assert_eq!(
        ids(&input, "2026-03-20T13:01")[..4],
        ["20", "21", "22", "24"].map(|d| format!("check_in:2026-03-{d}"))
    );
}

#[test]
fn what_is_dropped_is_not_counted_as_ignored() {
    let mut input = person();
    input.settings.not_closed = KindSettings::OFF;
    input.recorded.push(at("2026-03-02T19:00"));
    let days = ["03", "04", "05", "07", "09", "11"];
    assert_eq!(ids(&input, "2026-03-02T19:01"), days.map(|d| format!("check_in:2026-03-{d}")));
}

#[test]
fn one_a_day_and_the_higher_kind_keeps_its_place() {
    let mut input = person();
    input.upcoming.push(news(News::Letter, "2026-03-04", "1-2"));
    // The check-in is asked on the 2nd, 3rd, 4th, 6th, 8th, 10th; the rest fits in between.
    let days = |kind| clock(&input, "2026-03-02T12:01", kind);
    assert_eq!(days(ReminderKind::NotClosed)[..2], ["2026-03-05 09:00", "2026-03-07 09:00"]);
    assert!(days(ReminderKind::Letter).is_empty());

    // Up to two a day: all of them but where less than three hours lie between.
    input.settings.per_day = 2;
    let days = |kind| clock(&input, "2026-03-02T12:01", kind);
    assert_eq!(days(ReminderKind::NotClosed)[..2], ["2026-03-03 09:00", "2026-03-04 09:00"]);
    assert!(days(ReminderKind::Letter).is_empty(), "the 4th has its two");
    input.settings.per_day = 3;
    assert!(clock(&input, "2026-03-02T12:01", ReminderKind::Letter).is_empty(), "an hour later");
    input.settings.letter = set(12 * 60);
    assert_eq!(clock(&input, "2026-03-02T12:01", ReminderKind::Letter), ["2026-03-04 12:00"]);
}

#[test]
fn what_was_said_this_morning_keeps_the_lower_kinds_quiet() {
    let mut input = person();
    // On the 5th the check-in rests, and the morning question came instead.
    assert!(ids(&input, "2026-03-05T08:59").starts_with(&["not_closed:2026-03-05".into()]));
    // It is answered by a log that leaves yesterday open: the check-in would come back at 20:00.
    input.recorded.push(at("2026-03-05T09:10"));
    let after = ids(&input, "2026-03-05T09:11");
    assert_eq!(after[0], "check_in:2026-03-05", "the check-in never gives way");
    // Without it, what was said this morning counts as the one of that day.
    input.settings.check_in = KindSettings::OFF;
    input.upcoming.push(news(News::Letter, "2026-03-05", "1-2"));
    input.settings.letter = set(15 * 60);
    assert!(!ids(&input, "2026-03-05T09:11").contains(&"letter:1-2".to_owned()));
}

#[test]
fn quiet_hours_silence_all_but_what_the_person_set_inside_them() {
    let mut input = person();
    input.settings.quiet_from = 19 * 60;
    let kind = ReminderKind::CheckIn;
    assert!(clock(&input, "2026-03-02T12:01", kind).is_empty(), "20:00 was not chosen");
    input.settings.check_in = set(20 * 60);
    assert_eq!(clock(&input, "2026-03-02T12:01", kind)[0], "2026-03-02 20:00");
    input.settings.check_in = KindSettings::ON;
    (input.settings.quiet_from, input.settings.quiet_to) = (20 * 60 + 1, 20 * 60);
    assert_eq!(clock(&input, "2026-03-02T12:01", kind)[0], "2026-03-02 20:00");
    (input.settings.quiet_from, input.settings.quiet_to) = (20 * 60, 20 * 60);
    assert_eq!(clock(&input, "2026-03-02T12:01", kind)[0], "2026-03-02 20:00", "none at all");
}

#[test]
fn ahead_of_a_risk_time_the_persons_own_words_are_said() {
    let mut input = person();
    let friday = RiskTime { weekday: 5, at: 30, words: "call Tom".into() };
    input.settings.risk_times = vec![friday];
    input.settings.per_day = 2;
    assert!(clock(&input, "2026-03-02T12:01", ReminderKind::PreRisk).is_empty(), "off by default");
    input.settings.pre_risk = KindSettings::ON;
    let items = plan(&input, at("2026-03-02T12:01"), &brussels(), HORIZON_DAYS).items;
    let item = items.iter().find(|item| item.kind == ReminderKind::PreRisk).expect("planned");
    assert_eq!(item.stable_id, "pre_risk:2026-03-06T00:30");
    assert_eq!(
        (item.date, item.hour, item.minute),
        (day("2026-03-05"), 23, 45),
        "kept in the quiet"
    );
    assert_eq!(item.words.as_deref(), Some("call Tom"));
    assert_eq!(item.expires_ms, at("2026-03-06T00:30").timestamp_millis());
}

#[test]
fn news_is_said_on_its_day_and_stays_for_its_time() {
    let mut input = person();
    input.settings.check_in = KindSettings::OFF;
    input.settings.not_closed = KindSettings::OFF;
    input.upcoming = vec![
        news(News::Letter, "2026-03-09", "1-2"),
        news(News::FollowUp, "2026-03-05", "cannabis-2026-03-04"),
        news(News::ProgrammeEnd, "2026-03-12", "1-end"),
        news(News::Letter, "2026-04-09", "1-6"),
    ];
    let items = plan(&input, at("2026-03-02T12:01"), &brussels(), HORIZON_DAYS).items;
    let told: Vec<_> =
        items.iter().map(|item| (item.stable_id.as_str(), item.hour, item.expires_ms)).collect();
    let until = |text| at(text).timestamp_millis();
    assert_eq!(
        told,
        [
            ("follow_up:cannabis-2026-03-04", 10, until("2026-03-05T20:00")),
            ("letter:1-2", 10, until("2026-03-12T10:00")),
            ("programme_end:1-end", 10, until("2026-03-15T10:00")),
        ],
        "G9"
    );
    assert!(items.iter().all(|item| item.text_id == "reminder-new"));
}

#[test]
fn where_the_clock_changes_the_time_is_the_first_that_the_clock_shows() {
    let zone = brussels();
    let on = |minutes, date: &str| -> Vec<_> {
        occurrences(minutes, &zone, day(date), day(date)).map(|one| one.at).collect()
    };
    // 02:30 does not exist on 29 March; it comes twice on 25 October.
    assert_eq!(on(150, "2026-03-29"), [at("2026-03-29T03:00")]);
    assert_eq!(on(150, "2026-10-25"), [at("2026-10-25T03:30") - TimeDelta::hours(2)]);
    // In Nuuk Saturday's last hour is skipped: its check-in comes with Sunday, under its own id.
    let nuuk = Zone::named("America/Nuuk").expect("a zone of the database");
    let mut input = person();
    input.settings.check_in = set(23 * 60 + 30);
    let noon = at("2026-03-28T12:00");
    input.recorded = vec![noon];
    let items = plan(&input, noon, &nuuk, HORIZON_DAYS).items;
    assert_eq!(items[0].stable_id, "check_in:2026-03-28");
    assert_eq!((items[0].date, items[0].hour), (day("2026-03-29"), 0));
    // Apia had no 30 December in 2011.
    let apia = Zone::named("Pacific/Apia").expect("a zone of the database");
    let dates: Vec<_> = occurrences(1200, &apia, day("2011-12-29"), day("2011-12-31"))
        .map(|one| one.date)
        .collect();
    assert_eq!(dates, [day("2011-12-29"), day("2011-12-31")]);
}

#[test]
fn records_made_under_a_clock_that_ran_ahead_still_count_as_answers() {
    let mut input = person();
    input.settings.not_closed = KindSettings::OFF;
    input.recorded.push(at("2030-01-01T12:00"));
    assert_eq!(ids(&input, "2026-04-01T12:00").len(), 14, "no reason to back off");
}

#[test]
fn a_risk_slot_starts_at_the_default_and_gives_way_to_the_logs() {
    let friday_evening = "2026-03-06T22:10:00".parse().expect("a time");
    let logs = vec![SlotLog { local: friday_evening, risk: 0.9 }; 4];
    let stated = RiskTime { weekday: 5, at: 22 * 60, words: "call Tom".into() };
    let slot = 4 * 24 + 22;
    let scores = risk_slots(&logs, &[], 0.25);
    assert_eq!(scores.len(), 168);
    assert_eq!((scores[slot].weekday, scores[slot].hour, scores[slot].logs), (5, 22, 4));
    // (16 · 0.25 + 4 · 0.9) / (16 + 4)
    assert!((scores[slot].score - 0.38).abs() < 1e-12);
    assert!((scores[0].score - 0.25).abs() < 1e-12);
    // (16 · 0.25 + 4 · 0.9 + 8) / (16 + 4 + 8)
    let scores = risk_slots(&logs, &[stated], 0.25);
    assert!((scores[slot].score - 15.6 / 28.0).abs() < 1e-12);
    assert_eq!(scores[slot].logs, 4, "what was stated is not a log");
    let nowhere = RiskTime { weekday: 0, at: 9999, words: String::new() };
    assert!(risk_slots(&[], &[nowhere], 0.5).iter().all(|one| (one.score - 0.5).abs() < 1e-12));
}
