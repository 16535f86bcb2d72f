//! What holds for any list and any logs.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;

use super::tests::{day, listed, log, own_words};
use super::{Circumstance, Counted, Listed, Logged, Tally, rank};
use crate::content::SituationId;

fn situations() -> Vec<SituationId> {
    let catalogue = ["base:a", "base:b", "base:c", "base:d"].map(SituationId::from);
    catalogue.into_iter().chain([own_words(1), own_words(2)]).collect()
}

prop_compose! {
    fn any_list()(
        rows in vec((of(0..=10_u8), of(-3.0..3.0_f64), any::<bool>()), 6),
        kept in subsequence((0..6).collect::<Vec<usize>>(), 1..=6),
        with_pattern in any::<bool>(),
    ) -> Vec<Listed> {
        kept.into_iter().map(|nth| {
            let (own_rating, default, pinned) = rows[nth];
            let default_pattern = default.filter(|_| with_pattern);
            let id = situations()[nth].clone();
            Listed { id, default_pattern, pinned, ..listed("", own_rating) }
        }).collect()
    }
}

prop_compose! {
    fn any_log()(
        craving in of(0..=10_u8),
        used in any::<bool>(),
        order in 0..20_i64,
        situations in subsequence(situations(), 0..=6),
        circumstance in of(select(vec!["base:place.home", "base:place.work", "alcohol"])),
    ) -> Logged {
        let circumstances = circumstance
            .map(|code| Circumstance::Known { code: code.into() })
            .into_iter()
            .collect();
        Logged { order, used, situations, circumstances, ..log(craving, &[]) }
    }
}

fn any_logs() -> impl Strategy<Value = Vec<Logged>> {
    vec(any_log(), 0..40)
}

fn ranking(list: &[Listed], logs: &[Logged]) -> super::Ranking {
    rank(list.to_vec(), logs, day(0), &BTreeSet::new())
}

/// The same cases in every run.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(17),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn the_order_of_logging_and_of_the_list_does_not_matter(
        (logs, shuffled) in any_logs().prop_flat_map(|l| (Just(l.clone()), Just(l).prop_shuffle())),
        (list, turned) in any_list().prop_flat_map(|l| (Just(l.clone()), Just(l).prop_shuffle())),
    ) {
        prop_assert_eq!(ranking(&list, &logs), ranking(&turned, &shuffled));
    }

    #[test]
    fn an_edit_equals_delete_and_add(
        list in any_list(),
        mut logs in vec(any_log(), 1..40),
        edited in any_log(),
        nth in any::<prop::sample::Index>(),
    ) {
        let mut tally = Tally::of(list.clone(), &logs);
        let nth = nth.index(logs.len());
        tally.remove(&logs[nth]);
        tally.add(&edited);
        logs[nth] = edited;
        prop_assert_eq!(tally, Tally::of(list, &logs));
    }

    #[test]
    fn a_ranking_kept_entry_by_entry_is_the_one_made_at_once(
        list in any_list(), logs in any_logs(), gone in any_logs(),
    ) {
        let mut counted = Counted::of(list.clone(), &gone);
        for episode in &logs {
            counted.add(episode);
        }
        for episode in &gone {
            counted.remove(episode);
        }
        prop_assert_eq!(counted.ranking(&logs, day(0), &BTreeSet::new()), ranking(&list, &logs));
    }

    #[test]
    fn taking_a_log_out_undoes_adding_it_to_the_last_bit(
        list in any_list(), logs in any_logs(), one in any_log(),
    ) {
        let before = Tally::of(list, &logs);
        let mut after = before.clone();
        after.add(&one);
        after.remove(&one);
        prop_assert_eq!(&after.order(), &before.order());
        prop_assert_eq!(after, before);
    }

    #[test]
    fn pins_never_change_a_score(list in any_list(), logs in any_logs()) {
        let mut pinned = ranking(&list, &logs);
        let unpinned: Vec<Listed> =
            list.into_iter().map(|one| Listed { pinned: false, ..one }).collect();
        let plain = ranking(&unpinned, &logs);
        prop_assert!(pinned.places.iter().filter(|place| place.pinned).count() <= 3);
        prop_assert!(pinned.places.iter().is_sorted_by_key(|place| (!place.pinned, place.rank)));
        pinned.places.sort_by_key(|place| place.rank);
        for (one, other) in pinned.places.iter().zip(&plain.places) {
            prop_assert_eq!(
                (&one.id, one.score, one.low, one.high, one.rank),
                (&other.id, other.score, other.low, other.high, other.rank)
            );
        }
    }

    #[test]
    fn everything_shown_is_a_number_of_the_scale_and_has_a_reason(
        list in any_list(), logs in any_logs(),
    ) {
        let ranking = ranking(&list, &logs);
        prop_assert_eq!(ranking.places.len(), list.len());
        prop_assert!((0.0..=10.0).contains(&ranking.mean));
        prop_assert!((0.0..=2.0).contains(&ranking.trust));
        for place in &ranking.places {
            prop_assert!(0.0 <= place.low && place.low <= place.score, "{:?}", place);
            prop_assert!(place.score <= place.high && place.high <= 10.0, "{:?}", place);
            prop_assert!(place.contribution.is_none_or(f64::is_finite));
            prop_assert!((0.0..=1.0).contains(&place.chance.mean));
            prop_assert!(place.chance.used <= place.chance.logs && place.rated <= place.logs);
            prop_assert!(!place.reasons.is_empty());
        }
    }

    /// Without priors, one point more raises a situation in the log by
    /// (m/(2 + N) + 1)/(m + n), and one that is not in it by (m/(2 + N))/(m + n′) at most: never
    /// more, since n ≤ N.
    #[test]
    fn a_higher_craving_never_lowers_the_place_of_a_situation_against_those_not_there(
        list in any_list(), logs in any_logs(), one in any_log(), craving in 0..10_u8,
    ) {
        let plain: Vec<Listed> = list
            .into_iter()
            .map(|one| Listed { own_rating: None, default_pattern: None, ..one })
            .collect();
        let present = |index: usize, tally: &Tally| one.situations.contains(&tally.listed()[index].id);
        let scores = |craving| {
            let mut tally = Tally::of(plain.clone(), &logs);
            tally.add(&Logged { craving: Some(craving), ..one.clone() });
            let order = tally.order();
            let (there, absent): (Vec<_>, Vec<_>) =
                order.standings.into_iter().partition(|standing| present(standing.index, &tally));
            (there, absent)
        };
        let ((there, absent), (there_after, absent_after)) = (scores(craving), scores(craving + 1));
        for standing in &there {
            let after = there_after.iter().find(|s| s.index == standing.index).expect("still there");
            prop_assert!(after.score > standing.score);
            for other in &absent {
                let other_after =
                    absent_after.iter().find(|s| s.index == other.index).expect("still there");
                let gap = standing.score - other.score;
                prop_assert!(after.score - other_after.score > gap - 1e-12);
            }
        }
    }

    /// A mistaken removal is the caller's, but it must not break anything.
    #[test]
    fn taking_out_what_was_never_added_breaks_nothing(
        list in any_list(), logs in any_logs(), never_added in any_logs(),
    ) {
        let mut tally = Tally::of(list, &logs);
        for episode in &never_added {
            tally.remove(episode);
        }
        let order = tally.order();
        prop_assert!(order.standings.iter().all(|standing| standing.score.is_finite()));
        prop_assert!(tally.contributions(order.trust).into_iter().all(f64::is_finite));
    }
}
