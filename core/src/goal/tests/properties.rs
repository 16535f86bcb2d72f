//! What holds for every journey.

use proptest::prelude::*;

use super::*;
use crate::goal::{Evaluation, Overall};
use crate::journey::ClosingAnswer::{NotUsed, SoFar, Stayed, ThatsAll};
use crate::journey::ReminderSettings;
use crate::journey::entity::Profile;

/// Four weeks are filled in; today is the day after.
const DAYS: i64 = 28;
const TODAY: i64 = 30;

/// Something logged: tenths of a joint (0 is an unknown amount), or something said.
#[derive(Clone, Debug)]
enum Logged {
    Use { tenths: i64 },
    Said(ClosingAnswer),
}

/// On a day from the 2nd of March, so many minutes after its cut-off.
type Entry = (i64, i64, Logged);

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let what = prop_oneof![
        (0..40_i64).prop_map(|tenths| Logged::Use { tenths }),
        prop_oneof![Just(NotUsed), Just(ThatsAll), Just(ThatsAll), Just(SoFar), Just(Stayed)]
            .prop_map(Logged::Said),
    ];
    // A confirmation may come the next day; no two entries come at one and the same moment.
    let entry = (0..DAYS, 0..2600_i64, what);
    prop::collection::vec(entry, 0..80).prop_map(|mut entries| {
        entries.sort_by_key(|(day, minute, _)| (*day, *minute));
        entries.dedup_by_key(|(day, minute, _)| (*day, *minute));
        entries
    })
}

fn goals() -> impl Strategy<Value = Goal> {
    let reduce =
        (0..20_i64, 0..5_i64, any::<u8>(), 0..7_u32).prop_map(|(week, day, set, starts)| Goal {
            per_week: (week > 0).then(|| Amount::whole(week)),
            per_day: (day > 0).then(|| Amount::whole(day)),
            weekdays: (set & 1 == 1).then_some(Weekdays(set >> 1)),
            week_starts: starts,
            ..reduce()
        });
    prop_oneof![reduce, (2..20_i64).prop_map(|day| stop(Some(march(day))))]
}

/// Adds an entry that is written down `later` days after its time.
fn add(person: &mut Person, (day, minute, what): &Entry, later: i64) {
    let then = at(march(2 + day), "04:00").local() + TimeDelta::minutes(*minute);
    let moment = |after: i64| {
        let local = then + TimeDelta::days(after);
        at(local.date(), &local.time().to_string())
    };
    let made = moment(later);
    match what {
        Logged::Use { tenths } => {
            let amount = (*tenths > 0).then(|| Amount::thousandths(tenths * 100));
            // A use lies on its own day.
            let when = if moment(0).day == march(2 + day) { moment(0) } else { return };
            person.log(&episode(when, made, vec![one_use(amount, JOINT, vec![])]));
        }
        Logged::Said(answer) => person.say(&closing(march(2 + day), made, *answer)),
    }
}

fn person(goal: &Goal, entries: &[Entry]) -> Person {
    let mut person = Person::with(goal);
    for entry in entries {
        add(&mut person, entry, 0);
    }
    person
}

fn evaluated(person: &Person) -> Evaluation {
    person.on(TODAY).evaluate(None)
}

fn without_the_mark(mut evaluation: Evaluation) -> Evaluation {
    for week in &mut evaluation.weeks {
        week.recalled_days = 0;
        week.recalled_on.clear();
        week.days.iter_mut().for_each(|day| day.recalled = false);
    }
    evaluation
}

/// Ends a day so that what is on it is all there was: final, and after everything else.
fn settle(person: &mut Person, day: i64) {
    person.say(&closing(march(2 + day), at(march(45), "12:00"), ThatsAll));
}

fn rank(state: RuleState) -> u8 {
    u8::from(state != RuleState::Unknown)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_logging_does_not_matter(
        goal in goals(), entries in entries(), seed in any::<u64>()
    ) {
        let mut shuffled: Vec<_> = entries.iter().enumerate().collect();
        shuffled.sort_by_key(|(i, _)| (*i as u64 + 1).wrapping_mul(seed | 1));
        let mut other = Person::with(&goal);
        for (_, entry) in shuffled {
            add(&mut other, entry, 0);
        }
        prop_assert_eq!(evaluated(&person(&goal, &entries)), evaluated(&other));
    }

    /// G2: recalled changes no computation. What closes early in time is final when it is said
    /// days later, so only what is final in time is compared.
    #[test]
    fn a_day_filled_in_later_equals_one_filled_in_in_time_but_for_the_mark(
        goal in goals(), entries in entries(), later in prop::collection::vec(0..3_i64, 28)
    ) {
        let is_final = |entry: &&Entry| match entry {
            (_, _, Logged::Use { .. }) => true,
            (_, minute, Logged::Said(answer)) => *answer == ThatsAll && *minute >= 18 * 60,
        };
        let entries: Vec<_> = entries.iter().filter(is_final).cloned().collect();
        let mut backdated = Person::with(&goal);
        for entry in &entries {
            add(&mut backdated, entry, later[entry.0 as usize]);
        }
        let in_time = without_the_mark(evaluated(&person(&goal, &entries)));
        let evaluation = evaluated(&backdated);
        for (day, later) in later.iter().enumerate() {
            let used = entries.iter().any(|(on, minute, what)| {
                *on == day as i64 && *minute < 1440 && matches!(what, Logged::Use { .. })
            });
            let state = backdated.on(TODAY).day(march(2 + day as i64));
            prop_assert!(!used || *later == 0 || state.recalled);
        }
        prop_assert_eq!(in_time, without_the_mark(evaluation));
    }

    #[test]
    fn a_week_without_a_closing_is_never_met(goal in goals(), entries in entries()) {
        for week in evaluated(&person(&goal, &entries)).weeks {
            if week.closed_days == 0 {
                prop_assert!(!matches!(week.overall, Overall::Met | Overall::Partly));
                prop_assert!(week.rules.iter().all(|rule| rule.state != RuleState::Met));
            }
        }
    }

    /// G1: entries keep their day, closings their cut-off, uses their conversion.
    #[test]
    fn a_later_setting_changes_no_past_day(goal in goals(), entries in entries()) {
        let mut person = person(&goal, &entries);
        let before = evaluated(&person);
        let profile = Profile {
            nickname: String::new(),
            language: "nl".to_owned(),
            zone: "Pacific/Kiritimati".into(),
            cut_off: CutOff(0),
            reminders: ReminderSettings::default(),
            country: String::new(),
        };
        person.journey.keep(id::profile(), &profile, at(march(TODAY), "12:00").utc);
        person.calibrate("1", "4", march(TODAY));
        prop_assert_eq!(before, evaluated(&person));
    }

    /// Closing days can only settle what was unknown: what was decided stays.
    #[test]
    fn closing_a_day_never_turns_a_verdict_round(
        goal in goals(), entries in entries(), days in prop::collection::vec(0..DAYS, 1..10)
    ) {
        let mut person = person(&goal, &entries);
        let before = evaluated(&person);
        for day in days {
            settle(&mut person, day);
        }
        for (before, after) in before.weeks.iter().zip(evaluated(&person).weeks) {
            prop_assert!(before.lo == after.lo && after.hi <= before.hi);
            for was in &before.rules {
                let is = after.rules.iter().find(|rule| rule.rule == was.rule);
                let is = is.expect("no rule comes or goes").state;
                prop_assert!(was.state == is || rank(was.state) == 0, "{:?} {is:?}", was.state);
            }
        }
    }

    /// G2: with truthful closings the truth lies in every interval, as long as no day holds more
    /// than the cap allows for.
    #[test]
    fn the_interval_holds_the_truth_when_closings_are_truthful(
        truth in prop::collection::vec(0..=60_i64, 28),
        logged in prop::collection::vec(0..=2_u8, 28),
    ) {
        let mut person = Person::with(&reduce());
        person.baseline(JOINT, &["6", "0", "0", "0", "0", "0", "0"]);
        for (day, (tenths, logged)) in truth.iter().zip(&logged).enumerate() {
            let day = day as i64;
            if *logged > 0 && *tenths > 0 {
                add(&mut person, &(day, 900, Logged::Use { tenths: *tenths }), 0);
            }
            if *logged == 2 {
                add(&mut person, &(day, 1200, Logged::Said(ThatsAll)), 0);
            }
        }
        for (week, truth) in evaluated(&person).weeks.iter().zip(truth.chunks(7)) {
            for (day, tenths) in week.days.iter().zip(truth) {
                let truth = Amount::thousandths(tenths * 100);
                prop_assert!(day.lo <= truth && truth <= day.hi);
            }
            let sum = Amount::thousandths(truth.iter().sum::<i64>() * 100);
            prop_assert!(week.lo <= sum && sum <= week.hi);
        }
    }
}
