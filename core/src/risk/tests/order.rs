//! The order (SHP-17).

use super::*;

/// The list and the logs of the known answer.
fn known_answer() -> (Vec<Listed>, Vec<Logged>) {
    let list = [("a", Some(8)), ("b", Some(3)), ("c", Some(6)), ("e", None), ("f", Some(10))];
    let logs = [log(8, &["a", "b"]), log(7, &["a"]), log(2, &["c"]), log(4, &["b"]), log(5, &[])];
    (list.map(|(id, own)| listed(id, own)).to_vec(), logs.to_vec())
}

#[test]
fn known_answer_own_ratings_and_logs() {
    // Rated logs with a situation: 8, 7, 2, 4. mu = (10 + 21)/(2 + 4) = 5.1667.
    // Mean own = (10 + 8 + 3 + 6 + 10)/(2 + 4) = 6.1667; d: a .33, b -.57, c -.03, e 0, f .69.
    // w: a, b (n = 2) 1/(.25 + 1.805) = .48662, c (n = 1) 1/(.25 + 3.61) = .25907.
    // r: a 2.3333, b .8333, c -3.1667.
    // lambda = (1 + .37470 - .23114 + .02461)/(1 + .05299 + .15810 + .00023) = .9644.
    let (list, logs) = known_answer();
    let ranking = ranked(&list, &logs);
    assert_eq!(ranking.rated, 4);
    close(ranking.mean, 5.1667);
    close(ranking.trust, 0.9644);
    assert_eq!(places(&ranking), ["a", "f", "e", "b", "c"]);
    for (id, score) in [("a", 5.8879), ("f", 5.8321), ("e", 5.1667), ("b", 4.8936), ("c", 4.7891)] {
        close(place(&ranking, id).score, score);
    }
    // a: 1.28 * 1.9 / sqrt(8 + 2) = .7691.
    close(place(&ranking, "a").low, 5.1189);
    close(place(&ranking, "a").high, 6.6570);
}

#[test]
fn thirty_check_ins_without_a_situation_change_nothing() {
    let (list, mut logs) = known_answer();
    let before = ranked(&list, &logs);
    logs.extend(times(30, &log(0, &[])));
    logs.extend(times(30, &log(0, &["not on the list"])));
    assert_eq!(ranked(&list, &logs), before);
}

#[test]
fn known_answer_without_logs_the_own_ratings_decide() {
    // mu = 5, lambda = 1, mean own = (10 + 9 + 2)/4 = 5.25: a 5 + .18 * 3.75, b 5 - .18 * 3.25.
    let ranking = ranked(&[listed("a", Some(9)), listed("b", Some(2)), listed("c", None)], &[]);
    assert_eq!(places(&ranking), ["a", "c", "b"]);
    close(ranking.mean, 5.0);
    close(ranking.trust, 1.0);
    close(place(&ranking, "a").score, 5.675);
    close(place(&ranking, "b").score, 4.415);
}

#[test]
fn known_answer_with_a_default_pattern_the_prior_weighs_sixteen_logs() {
    // Defaults 3, 0 and none (read as 0) have mean 1: d = 1.2, -.6 and -.6.
    let pattern = |id, default| Listed { default_pattern: default, ..listed(id, None) };
    let list = [pattern("a", Some(3.0)), pattern("b", Some(0.0)), pattern("c", None)];
    let none = ranked(&list, &[]);
    for (id, score) in [("a", 6.2), ("b", 4.4), ("c", 4.4)] {
        close(place(&none, id).score, score);
    }
    close(place(&none, "c").high - 4.4, 0.608); // 1.28 * 1.9 / sqrt(16)

    // One log of 9 in b: mu = 19/3, w = 1/3.86, r = 2.6667,
    // lambda = (1 - .6 * 2.6667/3.86)/(1 + .36/3.86) = .585492/1.093264 = .535545;
    // a = 6.333333 + 1.2 lambda, b = (16 (6.333333 - .321327) + 9)/17, c = 6.333333 - .321327.
    let ranking = ranked(&list, &[log(9, &["b"])]);
    close(ranking.trust, 0.5355);
    for (id, score) in [("a", 6.9760), ("b", 6.1878), ("c", 6.0120)] {
        close(place(&ranking, id).score, score);
    }
}

#[test]
fn own_ratings_that_the_logs_contradict_fade_by_themselves() {
    // mu = (10 + 200 + 0)/(2 + 40) = 5; mean own = (10 + 10)/4 = 5: d = -.9 and .9;
    // w = 1/(.25 + 3.61/20) = 2.3229, r = 5 and -5: lambda = (1 - 20.9)/... < 0, so 0.
    let mut logs = times(20, &log(10, &["dreaded little"]));
    logs.extend(times(20, &log(0, &["dreaded much"])));
    let ranking =
        ranked(&[listed("dreaded little", Some(0)), listed("dreaded much", Some(10))], &logs);
    close(ranking.trust, 0.0);
    close(place(&ranking, "dreaded little").score, 8.5714); // (8 * 5 + 200)/28
    assert_eq!(places(&ranking), ["dreaded little", "dreaded much"]);
}

#[test]
fn trust_stops_at_twice() {
    // As above with ratings the right way round: (1 + 20.9)/(1 + 3.76) = 4.6, held to 2.
    let mut logs = times(20, &log(10, &["a"]));
    logs.extend(times(20, &log(0, &["b"])));
    let ranking = ranked(&[listed("a", Some(10)), listed("b", Some(0))], &logs);
    close(ranking.trust, 2.0);
    close(place(&ranking, "a").score, 9.0857); // (8 (5 + 1.8) + 200)/28 = 254.4/28
}

#[test]
fn ties_go_to_more_logs_then_the_catalogue_then_the_id() {
    // Two logs of 5: mu = (10 + 10)/4 = 5, and every score is 5.
    let own = |byte| Listed { id: own_words(byte), ..listed("", None) };
    let list = [own(2), own(1), listed("z", None), listed("y", None), listed("x", None)];
    let ranking = ranked(&list, &[log(5, &["z"]), log(5, &["z"])]);
    assert_eq!(
        ids(ranking.places.iter().map(|place| &place.id)),
        ["z", "x", "y", own_words(1).as_str(), own_words(2).as_str()]
    );

    // Nor does rounding break a tie: mu = (10 + 22)/6 = 16/3, and so is the mean of z.
    let logs = [log(6, &["z"]), log(5, &["z"]), log(5, &["z"]), log(6, &["y"])];
    let ranking = ranked(&[listed("x", None), listed("y", None), listed("z", None)], &logs);
    close(place(&ranking, "z").score, 5.3333); // (8 * 5.3333 + 16)/11
    assert_eq!(places(&ranking), ["y", "z", "x"]);
    // A log without a craving moves no score, but it is a log: u before x.
    let logs = [logs.as_slice(), &[log(None, &["u"])]].concat();
    let list = ["u", "x", "y", "z"].map(|id| listed(id, None));
    assert_eq!(places(&ranked(&list, &logs)), ["y", "z", "u", "x"]);
    let list = ["x", "y", "z", "zz"].map(|id| listed(id, None));
    let logs = logs.into_iter().chain(times(4, &log(None, &["zz"]))).collect::<Vec<_>>();
    assert_eq!(places(&ranked(&list, &logs)), ["y", "zz", "z", "x"]);
}

#[test]
fn the_order_is_kept_where_what_is_shown_is_clamped() {
    // A pattern far outside the scale is read as its end: 10 and -10, d = 6 and -6.
    let pattern = |id, default| Listed { default_pattern: Some(default), ..listed(id, None) };
    let list = [pattern("a", 8.0), pattern("b", 1e300), pattern("c", -1e300), pattern("d", -8.0)];
    let ranking = ranked(&list, &[]);
    assert_eq!(places(&ranking), ["b", "a", "d", "c"]);
    let shown = |id| {
        let place = place(&ranking, id);
        (place.low, place.score, place.high)
    };
    assert_eq!(shown("b"), (10.0, 10.0, 10.0));
    assert_eq!(shown("c"), (0.0, 0.0, 0.0));
    close(shown("a").1, 9.8); // 5 + .6 * 8
}

#[test]
fn a_craving_that_was_not_given_counts_for_no_score() {
    let (list, mut logs) = known_answer();
    let scores = |logs: &[Logged]| {
        ranked(&list, logs).places.into_iter().map(|p| (p.id, p.score)).collect::<Vec<_>>()
    };
    let before = scores(&logs);
    logs.push(with_use(log(None, &["c", "e"])));
    assert_eq!(scores(&logs), before);
    assert_eq!(place(&ranked(&list, &logs), "c").logs, 2);
    assert_eq!(place(&ranked(&list, &logs), "c").rated, 1);
}

#[test]
fn odd_input_is_read_as_the_nearest_that_makes_sense() {
    let nan = Listed { default_pattern: Some(f64::NAN), ..listed("a", Some(200)) };
    let list = [nan, listed("a", Some(1)), listed("b", None)];
    let ranking = ranked(&list, &[log(255, &["a", "a"])]);
    let plain = ranked(&[listed("a", Some(10)), listed("b", None)], &[log(10, &["a"])]);
    assert_eq!(ranking, plain);
    assert_eq!(ranked(&[], &[log(3, &["a"])]).places, []);
}
