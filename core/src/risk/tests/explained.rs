//! Why each stands where it does: reasons, contribution, chance of using (SHP-17).

use super::*;
use crate::risk::{Chance, ChanceShown, Closeness, Confidence, RankReason, Together};

#[test]
fn every_row_says_what_it_rests_on() {
    let list = [
        Listed { pinned: true, ..listed("a", Some(8)) },
        listed("b", Some(3)),
        listed("e", None),
        listed("f", Some(10)),
    ];
    let logs = [log(8, &["a", "b"]), log(7, &["a"]), log(2, &["b"]), log(2, &["b"])];
    let ranking = ranked(&list, &logs);
    assert_eq!(places(&ranking), ["a", "f", "e", "b"]);
    let reasons = |id| place(&ranking, id).reasons.as_slice();
    assert_eq!(
        reasons("a"),
        [
            RankReason::Pinned,
            RankReason::OwnLogs { mean: 7.5, n: 2 },
            RankReason::OwnRating { own_rating: 8 }
        ]
    );
    assert_eq!(reasons("f"), [RankReason::OwnRatingLeads { own_rating: 10 }]);
    assert_eq!(reasons("e"), [RankReason::NothingYet]);
    assert_eq!(
        reasons("b"),
        [RankReason::OwnLogs { mean: 4.0, n: 3 }, RankReason::OwnRating { own_rating: 3 }]
    );
}

#[test]
fn few_logs_are_named_where_a_higher_mean_stands_lower() {
    // mu = 71/12 = 5.9167; d of a = .18 (10 - 20/3) = .6, w = 1/(.25 + 3.61/9) = 1.5355,
    // lambda = (1 + 1.5355 * .6 * .0833)/(1 + 1.5355 * .36) = .6935;
    // a = (8 (5.9167 + .4161) + 54)/17 = 6.1566 over once = (8 * 5.9167 + 7)/9 = 6.0370.
    let mut logs = times(9, &log(6, &["a"]));
    logs.push(log(7, &["once"]));
    let ranking = ranked(&[listed("a", Some(10)), listed("once", None)], &logs);
    assert_eq!(places(&ranking), ["a", "once"]);
    assert_eq!(
        place(&ranking, "once").reasons,
        [RankReason::OwnLogs { mean: 7.0, n: 1 }, RankReason::FewLogs { n: 1 }]
    );

    // With five it is no longer said: 6.2 is still over a = 6.1629, once = 6.0385.
    logs.extend(times(4, &log(6, &["once"])));
    let ranking = ranked(&[listed("a", Some(10)), listed("once", None)], &logs);
    assert_eq!(places(&ranking), ["a", "once"]);
    assert_eq!(place(&ranking, "once").reasons, [RankReason::OwnLogs { mean: 6.2, n: 5 }]);
}

#[test]
fn what_leads_before_any_log_is_the_greater_of_rating_and_usual_pattern() {
    // Mean own = (10 + 6 + 10)/4 = 6.5: d = .18 * -.5 and .18 * 3.5; patterns centred on 0:
    // .6 * 1 and .6 * -1, so the pattern leads for a, the rating for b (.63 against .6).
    let both =
        |id, own, default| Listed { default_pattern: Some(default), ..listed(id, Some(own)) };
    let ranking = ranked(&[both("a", 6, 1.0), both("b", 10, -1.0)], &[]);
    assert_eq!(
        place(&ranking, "a").reasons,
        [RankReason::UsualPatternLeads, RankReason::OwnRating { own_rating: 6 }]
    );
    assert_eq!(place(&ranking, "b").reasons, [RankReason::OwnRatingLeads { own_rating: 10 }]);
}

#[test]
fn confidence_grows_with_rated_logs() {
    for (n, confidence) in [
        (0, Confidence::Low),
        (4, Confidence::Low),
        (5, Confidence::Medium),
        (19, Confidence::Medium),
        (20, Confidence::High),
    ] {
        let mut logs = times(n, &log(5, &["a"]));
        logs.extend(times(30, &log(None, &["a"])));
        let ranking = ranked(&[listed("a", None)], &logs);
        assert_eq!(place(&ranking, "a").confidence, confidence, "{n} rated logs");
    }
}

/// Logs, rated or not: so many with both, so many with a alone, so many with b alone.
fn together(both: usize, a: usize, b: usize) -> Ranking {
    let mut logs = times(both, &log(None, &["a", "b"]));
    logs.extend(times(a, &log(5, &["a"])));
    logs.extend(times(b, &log(5, &["b"])));
    ranked(&[listed("a", None), listed("b", None)], &logs)
}

#[test]
fn two_that_nearly_always_go_together_cannot_be_told_apart() {
    let found = |both, a, b| together(both, a, b).together.first().map(|pair| pair.closeness);
    let (hard, often) = (Some(Closeness::HardToTellApart), Some(Closeness::Often));
    assert_eq!(found(8, 1, 1), hard, "exactly 80 in a hundred");
    assert_eq!(found(7, 1, 1), often, "77 in a hundred");
    assert_eq!(found(5, 0, 0), hard, "always, five logs each");
    assert_eq!(found(4, 0, 1), often, "80 in a hundred, but four logs of a");
    assert_eq!(found(3, 1, 1), often, "exactly 60 in a hundred");
    assert_eq!(found(4, 2, 1), None, "57 in a hundred");
    assert_eq!(found(2, 0, 0), None, "two logs are not often");
    assert_eq!(found(0, 9, 9), None);
}

#[test]
fn each_of_a_pair_names_the_other() {
    let ranking = together(8, 1, 1);
    let (one, other, closeness) = ("a".into(), "b".into(), Closeness::HardToTellApart);
    assert_eq!(ranking.together, [Together { one, other, both: 8, either: 10, closeness }]);
    for (id, with) in [("a", "b"), ("b", "a")] {
        let reason = RankReason::HardToTellApart { with: with.into(), both: 8, either: 10 };
        assert_eq!(place(&ranking, id).reasons.last(), Some(&reason));
    }
    let reason = RankReason::OftenTogether { with: "b".into(), both: 3, either: 5 };
    assert_eq!(place(&together(3, 1, 1), "a").reasons.last(), Some(&reason));
}

#[test]
fn known_answer_of_the_own_contribution() {
    // One log of 9 with a and b: y - 5 = 4, of variance 4 + 1 + 1 + 3.61 = 9.61, of which each
    // contributes 1: 4/9.61 = .4162. c was not there: its prior, 0.
    let list = ["a", "b", "c"].map(|id| listed(id, None));
    let ranking = ranked(&list, &[log(9, &["a", "b"])]);
    close(place(&ranking, "a").contribution.expect("with b"), 0.4162);
    close(place(&ranking, "b").contribution.expect("with a"), 0.4162);
    assert_eq!(place(&ranking, "c").contribution, None, "never together with another");

    // Own ratings: mean own = (10 + 10)/3, d of a = .18 * 3.3333 = .6; no weight for b.
    // mu = 19/3, r = 2.6667, lambda = (1 + .6 * 2.6667/3.86)/(1 + .36/3.86) = 1.2938.
    // The prior expects 5 + .7763; beta a = .7763 + (9 - 5.7763)/9.61, b = the second term.
    let list = [listed("a", Some(10)), listed("b", None)];
    let ranking = ranked(&list, &[log(9, &["a", "b"])]);
    close(ranking.trust, 1.2938);
    close(place(&ranking, "a").contribution.expect("with b"), 1.1118);
    close(place(&ranking, "b").contribution.expect("with a"), 0.3355);
}

#[test]
fn a_bystander_contributes_less_than_what_it_goes_along_with() {
    // `trigger` evokes 9 and its absence 3; the bystander comes along in 6 of 8.
    let mut logs = times(6, &log(9, &["trigger", "bystander"]));
    logs.extend(times(2, &log(9, &["trigger"])));
    logs.extend(times(8, &log(3, &["other"])));
    logs.extend(times(2, &log(3, &["bystander"])));
    let list = ["bystander", "other", "trigger"].map(|id| listed(id, None));
    let ranking = ranked(&list, &logs);
    let share = |id| place(&ranking, id).contribution.expect("logged with another");
    assert!(share("trigger") > 2.0 * share("bystander"));
    assert_eq!(place(&ranking, "other").contribution, None);
}

#[test]
fn chance_of_using_is_said_as_counts_and_from_twenty_logs_as_a_percentage() {
    // a: 12 of 20; b: 0 of 5; c: 4 of 4. In all 16 of 29: p = 17/31 = .5484;
    // a: (12 + 1.0968)/22 = .5953, b: 1.0968/7 = .1567, c: 5.0968/6 = .8495.
    let mut logs = times(12, &with_use(log(None, &["a"])));
    logs.extend(times(8, &log(4, &["a"])));
    logs.extend(times(5, &log(4, &["b"])));
    logs.extend(times(4, &with_use(log(4, &["c"]))));
    logs.extend(times(50, &with_use(log(4, &["not on the list"]))));
    let ranking = ranked(&["a", "b", "c"].map(|id| listed(id, None)), &logs);
    for (id, used, logs, mean, show) in [
        ("a", 12, 20, 0.5953, ChanceShown::Percent),
        ("b", 0, 5, 0.1567, ChanceShown::Counts),
        ("c", 4, 4, 0.8495, ChanceShown::Nothing),
    ] {
        let chance = place(&ranking, id).chance;
        close(chance.mean, mean);
        assert_eq!(chance, Chance { used, logs, mean: chance.mean, show }, "{id}");
    }
    let nineteen = ranked(&[listed("a", None)], &times(19, &log(4, &["a"])));
    assert_eq!(place(&nineteen, "a").chance.show, ChanceShown::Counts);
}
