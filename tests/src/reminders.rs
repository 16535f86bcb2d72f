//! The figures of reminding: civil dates, bursts, and the time that a plan takes.
//!
//! Expected instants are found by reading the clock of a zone alone, in another way than the core
//! looks times up.

use std::collections::HashSet;
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use koers_core::journey::{KindSettings, ReminderSettings, RiskTime};
use koers_core::reminder::{
    HORIZON_DAYS, News, PlanInput, PlannedReminder, ReminderKind, Upcoming, occurrences, plan,
};
use koers_core::time::{CutOff, Zone, zone_names};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const HALF_HOURS: usize = 48;
const HOUR_MS: i64 = 3_600_000;

/// How many cases were looked at, and how many of them were wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Cases looked at.
    pub cases: u64,
    /// Those that were not as they should be.
    pub wrong: u64,
}

/// A time in which a clock kept its distance to UTC.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Span {
    from: DateTime<Utc>,
    ahead: TimeDelta,
}

/// Civil dates 1990–2040 of every zone at every half hour with other than one check-in, or with
/// one at another instant than the first at which the clock shows that time or a later one. Zones
/// that have had the same time all along are counted once.
pub fn civil_dates() -> Count {
    let (first, last) = (start_of(1990), start_of(2041).pred_opt().expect("a day before"));
    let mut seen = HashSet::new();
    let zones: Vec<(Zone, Vec<Span>)> = zone_names()
        .filter_map(Zone::named)
        .map(|zone| (spans(&zone, first, last), zone))
        .filter(|(spans, _)| seen.insert(spans.clone()))
        .map(|(spans, zone)| (zone, spans))
        .collect();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let counts = thread::scope(|scope| {
        let shares: Vec<_> = zones
            .chunks(zones.len().div_ceil(workers))
            .map(|share| {
                scope.spawn(move || {
                    share.iter().map(|(zone, spans)| of_zone(zone, spans, first, last)).collect()
                })
            })
            .collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap_or_else(|_| vec![WORST]))
            .collect::<Vec<Count>>()
    });
    counts.into_iter().fold(Count::default(), |sum, one| Count {
        cases: sum.cases + one.cases,
        wrong: sum.wrong + one.wrong,
    })
}

/// What counts for a share that fell over.
const WORST: Count = Count { cases: 1, wrong: 1 };

fn of_zone(zone: &Zone, spans: &[Span], first: NaiveDate, last: NaiveDate) -> Count {
    let mut count = Count::default();
    let there: Vec<NaiveDate> = reached(spans, first, last, TimeDelta::zero())
        .filter(|(date, begins)| shown(spans, *begins).date() == *date)
        .map(|(date, _)| date)
        .collect();
    for half_hour in 0..HALF_HOURS {
        let minutes = 30 * half_hour as u16;
        let mut there = there.iter().peekable();
        let expected = reached(spans, first, last, TimeDelta::minutes(minutes.into()))
            .filter(|(date, _)| there.next_if_eq(&date).is_some());
        let mut got = occurrences(minutes, zone, first, last);
        for (date, at) in expected {
            count.cases += 1;
            let same = got.next().is_some_and(|one| one.date == date && one.at == at);
            count.wrong += u64::from(!same);
        }
        count.wrong += got.count() as u64;
    }
    count
}

/// For each date the first instant at which the clock shows this time of it, or a later one.
fn reached(
    spans: &[Span],
    first: NaiveDate,
    last: NaiveDate,
    time: TimeDelta,
) -> impl Iterator<Item = (NaiveDate, DateTime<Utc>)> + '_ {
    let mut current = 0;
    first.iter_days().take_while(move |date| *date <= last).map(move |date| {
        let local = date.and_time(NaiveTime::MIN) + time;
        let within = |i: usize| (local - spans[i].ahead).and_utc().max(spans[i].from);
        while spans.get(current + 1).is_some_and(|next| within(current) >= next.from) {
            current += 1;
        }
        (date, within(current))
    })
}

fn shown(spans: &[Span], at: DateTime<Utc>) -> NaiveDateTime {
    let after = spans.partition_point(|span| span.from <= at);
    at.naive_utc() + spans[after.saturating_sub(1)].ahead
}

/// The spans of a zone, by reading its clock every six hours and, where it was changed, every
/// minute in between.
fn spans(zone: &Zone, first: NaiveDate, last: NaiveDate) -> Vec<Span> {
    let ahead = |at: DateTime<Utc>| zone.local_of(at).0 - at.naive_utc();
    let midnight = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    let from = midnight(first) - TimeDelta::days(3);
    let until = midnight(last) + TimeDelta::days(3);
    let mut now = Span { from, ahead: ahead(from) };
    let mut spans = vec![now];
    let mut at = from;
    while at < until {
        let next = at + TimeDelta::hours(6);
        if ahead(next) != now.ahead {
            let minutes = (1..=360).map(|minutes| at + TimeDelta::minutes(minutes));
            for minute in minutes {
                if ahead(minute) != now.ahead {
                    now = Span { from: minute, ahead: ahead(minute) };
                    spans.push(now);
                }
            }
        }
        at = next;
    }
    spans
}

/// Plans of random journeys at random moments in random zones in which two reminders lie closer
/// than three hours, a date has more than the chosen number, or one that the person did not set
/// lies in quiet hours.
pub fn bursts(plans: u64, seed: u64) -> Count {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let zones: Vec<Zone> = zone_names().filter_map(Zone::named).collect();
    let mut count = Count { cases: plans, wrong: 0 };
    for _ in 0..plans {
        let (input, now) = journey(&mut random);
        let zone = &zones[random.random_range(0..zones.len())];
        let items = plan(&input, now, zone, HORIZON_DAYS).items;
        count.wrong += u64::from(is_burst(&input.settings, &items));
    }
    count
}

fn is_burst(settings: &ReminderSettings, items: &[PlannedReminder]) -> bool {
    let close = items.windows(2).any(|two| two[1].instant_ms - two[0].instant_ms < 3 * HOUR_MS);
    let many = items.iter().any(|one| {
        let that_date = items.iter().filter(|other| other.date == one.date).count();
        that_date > usize::from(settings.per_day)
    });
    close || many || items.iter().any(|one| disturbs(settings, one))
}

fn disturbs(settings: &ReminderSettings, item: &PlannedReminder) -> bool {
    let chosen = match item.kind {
        ReminderKind::CheckIn => settings.check_in,
        ReminderKind::NotClosed => settings.not_closed,
        ReminderKind::Letter => settings.letter,
        ReminderKind::ProgrammeEnd => settings.programme_end,
        ReminderKind::FollowUp => settings.follow_up,
        // Its risk times are the person's own.
        ReminderKind::PreRisk => return false,
    };
    let time = (item.hour * 60 + item.minute) as u16;
    let (from, to) = (settings.quiet_from, settings.quiet_to);
    let quiet = if from <= to { from <= time && time < to } else { from <= time || time < to };
    chosen.at.is_none() && quiet
}

/// A journey of up to sixty days since a moment between 1990 and 2040, and a moment in it.
fn journey(random: &mut ChaCha8Rng) -> (PlanInput, DateTime<Utc>) {
    let minute = random.random_range(631_152_000 / 60..2_208_988_800_i64 / 60);
    let started = DateTime::from_timestamp(minute * 60, 0).expect("an instant");
    let first_day = started.date_naive();
    let minutes = 60 * 24 * 60;
    let mut recorded: Vec<_> = (0..random.random_range(0..25))
        .map(|_| started + TimeDelta::minutes(random.random_range(0..minutes)))
        .collect();
    recorded.sort_unstable();
    let closed = (0..60)
        .filter(|_| random.random_bool(0.3))
        .map(|days| first_day + TimeDelta::days(days))
        .collect();
    let upcoming = (0..random.random_range(0..8))
        .map(|_| {
            let news = [News::Letter, News::ProgrammeEnd, News::FollowUp];
            let day = first_day + TimeDelta::days(random.random_range(0..75));
            Upcoming { news: news[random.random_range(0..3)], day, key: day.to_string() }
        })
        .collect();
    let settings = settings(random);
    let cut_off = CutOff(random.random_range(0..=360));
    let now = started + TimeDelta::minutes(random.random_range(0..minutes));
    (PlanInput { settings, cut_off, first_day, started, recorded, closed, upcoming }, now)
}

fn settings(random: &mut ChaCha8Rng) -> ReminderSettings {
    let time = |random: &mut ChaCha8Rng| random.random_range(0..24 * 60_u16);
    let kind = |random: &mut ChaCha8Rng| KindSettings {
        on: random.random_bool(0.85),
        at: random.random_bool(0.4).then(|| time(random)),
    };
    let risk_times = (0..random.random_range(0..4))
        .map(|_| RiskTime {
            weekday: random.random_range(1..=7),
            at: time(random),
            words: "call Tom".to_owned(),
        })
        .collect();
    ReminderSettings {
        check_in: kind(random),
        not_closed: kind(random),
        letter: kind(random),
        follow_up: kind(random),
        pre_risk: kind(random),
        programme_end: kind(random),
        per_day: random.random_range(1..=3),
        quiet_from: time(random),
        quiet_to: time(random),
        risk_times,
    }
}

/// The median time of planning fourteen days after ten years with ten records a day and most days
/// closed.
pub fn plan_10y() -> Duration {
    let zone = Zone::named("Europe/Brussels").expect("a zone of the database");
    let started = start_of(2016).and_time(NaiveTime::MIN).and_utc();
    let recorded: Vec<_> = (0..36_500).map(|n| started + TimeDelta::minutes(n * 144)).collect();
    let input = PlanInput {
        settings: ReminderSettings { per_day: 3, ..ReminderSettings::default() },
        cut_off: CutOff::default(),
        first_day: start_of(2016),
        started,
        closed: (0..3650)
            .filter(|n| n % 7 != 0)
            .map(|n| start_of(2016) + TimeDelta::days(n))
            .collect(),
        recorded,
        upcoming: vec![],
    };
    let now = started + TimeDelta::days(3650);
    let mut times: Vec<_> = (0..101)
        .map(|_| {
            let begun = Instant::now();
            let items = std::hint::black_box(plan(&input, now, &zone, HORIZON_DAYS)).items;
            assert!(!items.is_empty(), "there is something to plan");
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn start_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).expect("a date")
}
