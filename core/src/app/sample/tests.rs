use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, TimeDelta, Weekday};

use super::*;
use crate::app::{Clock, Here, Koers};
use crate::goal::{DayState, DayWord, LapseOf};
use crate::journey::GoalKind;
use crate::journey::entity::Episode;
use crate::vault::{RecordId, Secret};

const DEVICE: [u8; 32] = [7; 32];

/// A clock that goes from batch to batch.
struct Moving(Mutex<Here>);

impl Clock for Moving {
    fn here(&self) -> Here {
        self.0.lock().expect("no panic before").clone()
    }
}

/// A sample recorded in a vault, seen in the morning after its last day.
struct Life {
    _folder: tempfile::TempDir,
    koers: Koers,
    substance: Code,
    episodes: Vec<Episode>,
    days: Vec<DayState>,
}

impl Life {
    fn of(sample: &Sample, substance: &str, lang: Lang) -> Self {
        let substance = Code::from(substance);
        let folder = tempfile::tempdir().expect("a folder");
        let first = sample.batches[0].at;
        let here = Here { now: first, home: sample.home.clone() };
        let clock = Arc::new(Moving(Mutex::new(here)));
        let koers = Koers::create(
            &folder.path().join("life.koers"),
            &[Secret::Device(&DEVICE)],
            lang,
            Arc::clone(&clock) as Arc<dyn Clock>,
            &mut |_| {},
        )
        .expect("a new vault");
        for batch in &sample.batches {
            clock.0.lock().expect("no panic before").now = batch.at;
            koers.record_all(&batch.commands).expect("every command is good");
        }
        let morning = TimeDelta::hours(9);
        clock.0.lock().expect("no panic before").now += morning;
        let entries = koers.diary(0, u32::MAX).expect("open").entries;
        let episode = |id: RecordId| koers.episode(id).expect("open");
        let episodes = entries.iter().filter_map(|entry| episode(entry.id)).collect();
        let weeks = koers.results(Some(&substance)).expect("open").weeks.into_iter();
        let days = weeks.flat_map(|view| view.week.days).filter(|day| day.day < today()).collect();
        Self { _folder: folder, koers, substance, episodes, days }
    }

    /// The share of days, of all the days of the programme.
    fn share(&self, of: impl Fn(&DayState) -> bool) -> f64 {
        self.days.iter().filter(|day| of(day)).count() as f64 / self.days.len() as f64
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 9).expect("a date")
}

fn made(substance: &str, weeks: u32, seed: u64, lang: Lang) -> Sample {
    sample(&Content::shipped(), &Code::from(substance), weeks, seed, today(), lang)
}

/// Six lives: both substances, both languages, every length, both kinds of goal, with and without
/// a second substance.
fn lives() -> Vec<(u64, u32, Life)> {
    let kinds = [
        ("cannabis", 4, 1, Lang::Nl),
        ("cannabis", 5, 2, Lang::En),
        ("cannabis", 6, 3, Lang::En),
        ("cocaine", 4, 4, Lang::Nl),
        ("cocaine", 5, 5, Lang::En),
        ("cocaine", 6, 6, Lang::Nl),
    ];
    let life = |(substance, weeks, seed, lang)| {
        (seed, weeks, Life::of(&made(substance, weeks, seed, lang), substance, lang))
    };
    kinds.into_iter().map(life).collect()
}

fn weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[test]
fn recorded_lives_have_the_stated_properties() {
    for (seed, weeks, life) in lives() {
        assert_eq!(life.days.len(), 7 * weeks as usize, "seed {seed}: whole weeks");
        days_are_left_open_and_filled_in_later(seed, &life);
        episodes_name_one_and_a_half_situations(seed, &life);
        weekends_are_heavier_than_weekdays(seed, &life);
        the_goal_is_of_the_seeds_kind(seed, weeks, &life);
    }
}

fn days_are_left_open_and_filled_in_later(seed: u64, life: &Life) {
    let open = life.share(|day| !day.closed);
    assert!((0.12..=0.18).contains(&open), "seed {seed}: {open} of days not closed");
    let later = life.share(|day| day.recalled);
    assert!((0.08..=0.12).contains(&later), "seed {seed}: {later} of days filled in later");
}

fn episodes_name_one_and_a_half_situations(seed: u64, life: &Life) {
    let named: usize = life.episodes.iter().map(|one| one.situations.len()).sum();
    let each = named as f64 / life.episodes.len() as f64;
    assert!((1.4..=1.6).contains(&each), "seed {seed}: {each} situations an episode");

    let second = life.koers.substances().expect("open").len() == 2;
    assert_eq!(second, seed.is_multiple_of(3), "seed {seed}: a second substance in every third");
    let substances: HashSet<_> = life.episodes.iter().map(|one| &one.substance).collect();
    assert_eq!(substances.len(), 1 + usize::from(second), "seed {seed}");
}

fn weekends_are_heavier_than_weekdays(seed: u64, life: &Life) {
    let mean = |of: &dyn Fn(&DayState) -> f64, on_weekend: bool| {
        let days = life.days.iter().filter(|day| weekend(day.day) == on_weekend);
        let values: Vec<f64> = days.map(of).collect();
        values.iter().sum::<f64>() / values.len() as f64
    };
    let entries =
        |day: &DayState| life.episodes.iter().filter(|one| one.at.day == day.day).count() as f64;
    assert!(mean(&entries, true) > 1.3 * mean(&entries, false), "seed {seed}: entries");
    let amount = |day: &DayState| day.lo.to_f64();
    let stops = seed % 2 == 1;
    assert!(stops || mean(&amount, true) > mean(&amount, false), "seed {seed}: use");
}

/// Who stops lapses once; who cuts down has a step each week.
fn the_goal_is_of_the_seeds_kind(seed: u64, weeks: u32, life: &Life) {
    let results = life.koers.results(Some(&life.substance)).expect("open");
    let kind = life.koers.goal(Some(&life.substance)).expect("open").kind;
    if seed % 2 == 1 {
        assert_eq!(kind, Some(GoalKind::Stop), "seed {seed}");
        let of: Vec<_> = results.lapses.iter().map(|lapse| lapse.of).collect();
        assert_eq!(of, [LapseOf::Stop], "seed {seed}: rule G9");
        assert!(results.lapses[0].look_back(), "seed {seed}: one that is looked back on");
    } else {
        assert_eq!(kind, Some(GoalKind::Reduce), "seed {seed}");
        let with_a_step = results.weeks.iter().filter(|view| !view.week.rules.is_empty());
        assert_eq!(with_a_step.count(), weeks as usize, "seed {seed}: rule G0");
        assert!(life.share(|day| day.state == DayWord::Used) > 0.2, "seed {seed}");
    }
}

#[test]
fn the_own_situation_has_a_whole_plan_and_leads_a_ranked_list_in_the_language_asked() {
    for (lang, words) in
        [(Lang::Nl, "Thuiskomen in een leeg huis"), (Lang::En, "Coming home to an empty house")]
    {
        let life = Life::of(&made("cannabis", 4, 1, lang), "cannabis", lang);
        let situations = life.koers.situations(Some(&life.substance)).expect("open");
        assert!(situations.places.len() >= 6, "SHP-17");
        assert_eq!(situations.places[0].label, words, "it is pinned");
        let plan = life.koers.plan_draft(&situations.places[0].id).expect("SHP-18");
        let lists = [
            plan.early_signals,
            plan.avoid,
            plan.prepare,
            plan.during,
            plan.after,
            plan.who,
            vec![plan.helping_thought],
            vec![plan.way_out],
            vec![plan.alternative],
        ];
        assert!(lists.iter().flatten().all(|line| !line.is_empty()), "every field: {lists:?}");
        assert!(lists.iter().all(|list| !list.is_empty()), "every field: {lists:?}");
        assert!(plan.avoidable.is_some() && plan.confidence.is_some());
    }
}

#[test]
fn the_same_arguments_give_the_same_life_and_another_seed_another() {
    let life = made("cannabis", 4, 8, Lang::Nl);
    assert_eq!(life, made("cannabis", 4, 8, Lang::Nl));
    assert_ne!(life, made("cannabis", 4, 10, Lang::Nl));
}

#[test]
fn the_batches_follow_one_another_and_end_before_today() {
    for seed in 0..24 {
        for substance in ["cannabis", "cocaine"] {
            let life = made(substance, 6, seed, Lang::Nl);
            assert!(life.batches.is_sorted_by_key(|batch| batch.at), "seed {seed}");
            let last = life.batches.last().expect("one at least").at.date_naive();
            assert!(last < today(), "seed {seed}: {last}");
        }
    }
}

#[test]
fn a_substance_that_no_pack_knows_gives_commands_and_no_panic() {
    let life = made("nothing", 0, u64::MAX, Lang::Fr);
    assert!(!life.batches.is_empty());
}

#[test]
fn ten_years_hold_36_500_entries_and_are_recorded_as_they_stand() {
    let decade = ten_years(1);
    let commands = || decade.batches.iter().flat_map(|batch| &batch.commands);
    let is_entry =
        |one: &&Command| matches!(one, Command::Log(_) | Command::Close(_) | Command::Note(_));
    assert_eq!(commands().filter(is_entry).count(), 36_500);
    let ids: HashSet<_> = commands().filter_map(Command::entry_id).collect();
    assert!(ids.len() > 36_500, "no id is given twice");

    let first = decade.batches[..4].to_vec();
    let life =
        Life::of(&Sample { batches: first, home: decade.home.clone() }, "cannabis", Lang::En);
    assert!(life.koers.diary(0, 1).expect("open").total > 800);
}
