//! What holds for every diary, through commands and questions as a person meets them.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::journey::draft::{CalibrationDraft, ListDraft};
use crate::time::When;
use crate::vault::RecordId;

/// Four weeks are filled in, from Monday 2 March 2026; now is the Monday after them.
const DAYS: u64 = 28;
const NOW: &str = "2026-03-30T10:00:00Z";
const SITUATIONS: [&str; 4] = [
    "base:situation.stressed",
    "base:situation.bored",
    "base:situation.day-off",
    "base:situation.celebrating",
];

/// Something to log between 06:00 and 22:00 of a day.
#[derive(Clone, Debug)]
struct Logged {
    day: u64,
    minute: u32,
    craving: i64,
    situation: usize,
    tenths: u32,
}

fn logged() -> impl Strategy<Value = Logged> {
    (0..DAYS, 360..1320_u32, 0..=10_i64, 0..SITUATIONS.len(), 0..30_u32).prop_map(
        |(day, minute, craving, situation, tenths)| Logged {
            day,
            minute,
            craving,
            situation,
            tenths,
        },
    )
}

/// Days with what was logged on them, and whether they were closed that evening.
fn diaries() -> impl Strategy<Value = (Vec<Logged>, Vec<bool>)> {
    let entries = prop::collection::vec(logged(), 1..40).prop_map(|mut entries| {
        // No two of one moment: what is logged at once has no order to be indifferent to.
        entries.sort_by_key(|one| (one.day, one.minute));
        entries.dedup_by_key(|one| (one.day, one.minute));
        entries
    });
    (entries, prop::collection::vec(prop::bool::weighted(0.8), DAYS as usize))
}

fn at(day: u64, minute: u32) -> When {
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date");
    When::At {
        date: first + Days::new(day),
        hour: minute / 60,
        minute: minute % 60,
        zone: "Europe/Brussels".to_owned(),
        offset_minutes: None,
        second_occurrence: false,
    }
}

fn entry(number: usize, one: &Logged, later: u64) -> EpisodeDraft {
    let id = RecordId::named(&["property", &number.to_string()]);
    let mut draft = EpisodeDraft::blank(id, cannabis());
    draft.craving = Some(one.craving);
    draft.situations = vec![SituationId::from(SITUATIONS[one.situation])];
    if one.tenths > 0 {
        draft.uses = vec![UseDraft {
            substance: cannabis(),
            amount: Some(format!("{}.{}", one.tenths / 10, one.tenths % 10)),
            unit: Some("cannabis:unit.joint".into()),
        }];
    }
    draft.when = Some(at(one.day, one.minute));
    draft.made = Some(at(one.day + later, one.minute));
    draft
}

/// The commands of a diary; what belongs to a day is written down so many days later.
fn commands((entries, closed): &(Vec<Logged>, Vec<bool>), later: u64) -> Vec<Command> {
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date");
    let closing = |day: u64| {
        Command::Close(ClosingDraft {
            id: RecordId::named(&["property closing", &day.to_string()]),
            substances: vec![],
            day: Some(first + Days::new(day)),
            answer: ClosingAnswer::ThatsAll,
            made: Some(at(day + later, 23 * 60)),
            source: Source::App,
        })
    };
    // The last day can be closed three days later only on the Wednesday to come.
    let days = (0..DAYS).filter(|day| closed[*day as usize] && day + 3 < DAYS);
    let entries = entries.iter().enumerate().filter(|(_, one)| one.day + 3 < DAYS);
    let mut commands: Vec<Command> =
        entries.map(|(number, one)| Command::Log(entry(number, one, later))).collect();
    commands.extend(days.map(closing));
    commands
}

/// A person with these commands behind them.
fn lived(commands: &[Command]) -> (Life, Koers) {
    let (life, koers) = Life::begun();
    life.clock.set(NOW);
    koers.record_all(commands).expect("each command is sound");
    (life, koers)
}

type Pictures = (SituationsView, ResultsView, EvaluationView);

fn pictures(koers: &Koers) -> Pictures {
    (
        koers.situations(None).expect("SHP-17"),
        koers.results(None).expect("SHP-25"),
        koers.evaluate(None).expect("SHP-27"),
    )
}

fn without_the_mark((situations, mut results, mut evaluation): Pictures) -> Pictures {
    let weeks = results.weeks.iter_mut().map(|view| &mut view.week);
    for week in weeks.chain(evaluation.end.last_week.as_mut()) {
        week.recalled_days = 0;
        week.recalled_on.clear();
        week.days.iter_mut().for_each(|day| day.recalled = false);
    }
    // A sentence names what was filled in later.
    results.weeks.iter_mut().for_each(|view| view.sentences.clear());
    evaluation.lines.clear();
    (situations, results, evaluation)
}

proptest! {
    // Each case writes two vaults.
    #![proptest_config(ProptestConfig {
        cases: 24,
        rng_seed: RngSeed::Fixed(3),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_of_logging_does_not_matter(diary in diaries(), seed in any::<u64>()) {
        let commands = commands(&diary, 0);
        let mut shuffled: Vec<_> = commands.iter().cloned().enumerate().collect();
        shuffled.sort_by_key(|(i, _)| (*i as u64 + 1).wrapping_mul(seed | 1));
        let shuffled: Vec<_> = shuffled.into_iter().map(|(_, command)| command).collect();
        let (_one, in_order) = lived(&commands);
        let (_other, in_any) = lived(&shuffled);
        prop_assert_eq!(pictures(&in_order), pictures(&in_any));
    }

    #[test]
    fn an_edit_equals_delete_and_add(
        diary in diaries(), edited in logged(), nth in any::<prop::sample::Index>(),
    ) {
        let commands = commands(&diary, 0);
        let logs: Vec<_> = commands
            .iter()
            .filter_map(|command| match command {
                Command::Log(draft) => Some(draft),
                _ => None,
            })
            .collect();
        prop_assume!(!logs.is_empty());
        let before = nth.get(&logs);
        let number = diary.0.len();
        // An edit keeps the moment at which the entry was first written down, and its situations
        // stay on the list when the entry goes.
        let mut after = entry(number, &edited, 0);
        after.made.clone_from(&before.made);
        let mut edit = after.clone();
        edit.id = before.id;
        let (_one, edits) = lived(&commands);
        edits.record(&Command::EditLog(edit)).expect("SHP-10");
        let (_other, replaces) = lived(&commands);
        let delete = Command::Delete { kind: RecordKind::Episode, id: before.id };
        replaces.record(&delete).expect("SHP-10");
        replaces.record(&Command::Log(after)).expect("SHP-14");
        prop_assert_eq!(pictures(&edits), pictures(&replaces));
    }

    /// G2: recalled is shown and named, and changes no computation.
    #[test]
    fn a_backdated_log_equals_an_in_time_one_but_for_the_mark(
        diary in diaries(), later in 1..=3_u64,
    ) {
        let (_one, in_time) = lived(&commands(&diary, 0));
        let (_other, backdated) = lived(&commands(&diary, later));
        let found = pictures(&backdated);
        let used = |day: u64| diary.0.iter().any(|one| one.day == day && one.tenths > 0);
        let recalled = (0..DAYS - 3).any(used);
        let marked = found.1.weeks.iter().any(|view| view.week.recalled_days > 0);
        prop_assert!(marked || !recalled, "what was filled in later says so");
        prop_assert_eq!(without_the_mark(found), without_the_mark(pictures(&in_time)));
    }

    /// G1, G3: entries keep their day and their conversions, weeks the goal that held in them.
    #[test]
    fn a_later_setting_changes_no_past_day(
        diary in diaries(), cut_off in 0..=360_u32, limit in 1..20_u32, stop in any::<bool>(),
    ) {
        let (_life, koers) = lived(&commands(&diary, 0));
        let before = pictures(&koers);
        let mut settings = start();
        settings.retain(|command| matches!(command, Command::Profile(_) | Command::Goal(_)));
        for command in &mut settings {
            match command {
                Command::Profile(profile) => {
                    profile.cut_off = cut_off;
                    "Pacific/Kiritimati".clone_into(&mut profile.zone);
                }
                Command::Goal(goal) if stop => {
                    goal.kind = GoalKind::Stop;
                    goal.per_week = None;
                }
                Command::Goal(goal) => goal.per_week = Some(limit.to_string()),
                _ => {}
            }
        }
        settings.push(Command::Calibration(CalibrationDraft {
            substance: cannabis(),
            from: "cannabis:unit.joint".into(),
            to: "cannabis:unit.gram".into(),
            from_amount: "1".to_owned(),
            to_amount: "0.3".to_owned(),
            valid_from: None,
        }));
        koers.record_all(&settings).expect("SHP-10");
        let after = pictures(&koers);
        let done = |pictures: &Pictures| pictures.1.weeks[..4].to_vec();
        prop_assert_eq!(done(&before), done(&after));
        prop_assert_eq!(before.0, after.0);
        prop_assert_eq!(before.2.end, after.2.end);
    }

    /// SHP-17: what is kept from one screen to the next is what a fresh opening makes.
    #[test]
    fn a_ranking_asked_after_every_change_is_the_one_of_a_fresh_opening(
        diary in diaries(),
        changes in prop::collection::vec((0..5_u8, any::<prop::sample::Index>(), logged()), 1..8),
    ) {
        let (life, koers) = lived(&commands(&diary, 0));
        for (which, nth, one) in changes {
            let entries = koers.diary(0, 200).expect("open").entries;
            let entries: Vec<_> = entries.iter().filter(|one| one.kind == "episode").collect();
            if entries.is_empty() {
                break;
            }
            let id = nth.get(&entries).id;
            let change = match which {
                0 => Command::Delete { kind: RecordKind::Episode, id },
                1 => Command::Log(entry(1000 + one.minute as usize, &one, 0)),
                2 => Command::List(ListDraft {
                    hidden: true,
                    ..koers.list_draft(&cannabis(), &SITUATIONS[one.situation].into()).expect("known")
                }),
                _ => Command::EditLog(EpisodeDraft { id, ..entry(0, &one, 0) }),
            };
            // A situation that was put away and is logged again comes back onto the list.
            koers.record(&change).expect("a sound change");
            koers.situations(None).expect("SHP-17");
            if which == 4 {
                koers.undo().expect("SHP-10");
            }
        }
        let kept = (koers.situations(None).expect("open"), koers.diary(0, 30).expect("open"));
        drop(koers);
        let fresh = life.reopened();
        prop_assert_eq!(kept.0, fresh.situations(None).expect("open"));
        prop_assert_eq!(kept.1, fresh.diary(0, 30).expect("open"));
    }
}
