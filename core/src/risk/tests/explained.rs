//! Why each stands where it does: reasons, contribution, chance of using (SHP-17).

use super::*;
use crate::risk::{Chance, Confidence, Reason};

fn hard(with: &str, together: u32, of: u32) -> Reason {
    Reason::HardToTellApart { with: with.into(), together, of }
}

fn often(with: &str, together: u32, of: u32) -> Reason {
    Reason::OftenTogether { with: with.into(), together, of }
}

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
        [Reason::Pinned, Reason::OwnLogs { mean: 7.5, n: 2 }, Reason::OwnRating { own_rating: 8 }]
    );
    assert_eq!(reasons("f"), [Reason::OwnRatingLeads { own_rating: 10 }]);
    assert_eq!(reasons("e"), [Reason::NothingYet]);
    assert_eq!(
        reasons("b"),
        [Reason::OwnLogs { mean: 4.0, n: 3 }, Reason::OwnRating { own_rating: 3 }]
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
        [Reason::OwnLogs { mean: 7.0, n: 1 }, Reason::FewLogs { n: 1 }]
    );

    // With five it is no longer said: 6.2 is still over a = 6.1629, once = 6.0385.
    logs.extend(times(4, &log(6, &["once"])));
    let ranking = ranked(&[listed("a", Some(10)), listed("once", None)], &logs);
    assert_eq!(places(&ranking), ["a", "once"]);
    assert_eq!(place(&ranking, "once").reasons, [Reason::OwnLogs { mean: 6.2, n: 5 }]);
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
        [Reason::UsualPatternLeads, Reason::OwnRating { own_rating: 6 }]
    );
    assert_eq!(place(&ranking, "b").reasons, [Reason::OwnRatingLeads { own_rating: 10 }]);
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

/// Rated logs: so many with both, so many with a alone, so many with b alone.
fn together(both: usize, a: usize, b: usize) -> Ranking {
    let mut logs = times(both, &log(5, &["a", "b"]));
    logs.extend(times(a, &log(5, &["a"])));
    logs.extend(times(b, &log(5, &["b"])));
    logs.extend(times(9, &log(None, &["a", "b"]))); // says nothing about craving
    ranked(&[listed("a", None), listed("b", None)], &logs)
}

#[test]
fn two_that_nearly_always_go_together_cannot_be_told_apart() {
    let of_a = |ranking: &Ranking| place(ranking, "a").reasons[1..].to_vec();
    assert_eq!(of_a(&together(8, 1, 1)), [hard("b", 8, 10)], "exactly 80 in a hundred");
    assert_eq!(of_a(&together(7, 1, 1)), [often("b", 7, 9)], "77 in a hundred");
    assert_eq!(of_a(&together(4, 0, 0)), [often("b", 4, 4)], "always, but four logs each");
    assert_eq!(of_a(&together(3, 1, 1)), [often("b", 3, 5)], "exactly 60 in a hundred");
    assert_eq!(of_a(&together(4, 2, 1)), [], "57 in a hundred");
    assert_eq!(of_a(&together(2, 0, 0)), [], "two logs are not often");
    assert_eq!(place(&together(8, 1, 1), "b").reasons[1..], [hard("a", 8, 10)]);
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
    // a: (12 + 1.0968)/22 = .5953.
    let mut logs = times(12, &with_use(log(None, &["a"])));
    logs.extend(times(8, &log(4, &["a"])));
    logs.extend(times(5, &log(4, &["b"])));
    logs.extend(times(4, &with_use(log(4, &["c"]))));
    logs.extend(times(50, &with_use(log(4, &["not on the list"]))));
    let ranking = ranked(&["a", "b", "c"].map(|id| listed(id, None)), &logs);
    assert_eq!(place(&ranking, "a").chance, Some(Chance { used: 12, of: 20, percent: Some(60) }));
    assert_eq!(place(&ranking, "b").chance, Some(Chance { used: 0, of: 5, percent: None }));
    assert_eq!(place(&ranking, "c").chance, None, "four logs");
}

#[test]
fn the_chance_leans_a_little_to_the_persons_own_share_of_use() {
    // a: 0 of 20 in a life where use goes along with 100 of 120: p = 101/122,
    // (0 + 1.6557)/22 = 7.5 in a hundred.
    let mut logs = times(20, &log(4, &["a"]));
    logs.extend(times(100, &with_use(log(4, &["b"]))));
    let ranking = ranked(&[listed("a", None), listed("b", None)], &logs);
    assert_eq!(place(&ranking, "a").chance, Some(Chance { used: 0, of: 20, percent: Some(8) }));
}
