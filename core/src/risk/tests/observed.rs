//! Combinations and suggestions (SHP-16).

use super::*;
use crate::risk::observed::suggestions;
use crate::risk::{Combination, Factor, PartOfDay, Suggestion, WeekMoment};

fn suggested(list: &[Listed], logs: &[Logged]) -> Vec<Suggestion> {
    suggestions(list, logs, day(0), &BTreeSet::new())
}

/// Strong or used logs and others, with and without `base:place.work`.
fn at_work(strong: (usize, usize), others: (usize, usize)) -> Vec<Logged> {
    let mut logs = times(strong.0, &with(log(7, &[]), "base:place.work"));
    logs.extend(times(strong.1, &log(9, &[])));
    logs.extend(times(others.0, &with(log(6, &[]), "base:place.work")));
    logs.extend(times(others.1, &log(None, &[])));
    logs
}

#[test]
fn what_keeps_coming_back_with_strong_craving_is_offered() {
    let work =
        Suggestion { circumstance: known("base:place.work"), times: 4, strong: 4, used: 0, of: 6 };
    // 4 of 6 against 3 of 8: .667 / .375 = 1.78.
    assert_eq!(suggested(&[], &at_work((4, 2), (3, 5))), std::slice::from_ref(&work));
    // 4 of 6 against 4 of 9: exactly 1.5. Against 4 of 8: 1.33.
    assert_eq!(suggested(&[], &at_work((4, 2), (4, 5))), std::slice::from_ref(&work));
    assert_eq!(suggested(&[], &at_work((4, 2), (4, 4))), []);
    // Three logs are not enough; without other logs there is nothing it is less common in.
    assert_eq!(suggested(&[], &at_work((3, 3), (0, 9))), []);
    assert_eq!(suggested(&[], &at_work((4, 2), (0, 0))), [work]);
}

#[test]
fn use_counts_as_strong_craving_does_and_both_at_once_count_once() {
    let work = |log| with(log, "base:place.work");
    let logs = [
        work(with_use(log(2, &[]))),
        work(with_use(log(None, &[]))),
        work(with_use(log(8, &[]))),
        work(log(10, &[])),
        log(1, &[]),
    ];
    let [found] = &suggested(&[], &logs)[..] else { panic!("one suggestion") };
    assert_eq!((found.times, found.strong, found.used, found.of), (4, 2, 3, 4));
}

#[test]
fn only_the_last_twenty_eight_days_are_looked_at() {
    let on = |nth: u64| {
        times(1, &Logged { day: day(nth), ..with(log(8, &[]), "base:place.work") }).remove(0)
    };
    let logs = [on(1), on(5), on(9), on(28)];
    let offered = |today| !suggestions(&[], &logs, day(today), &BTreeSet::new()).is_empty();
    assert!(!offered(27), "the fourth is still to come");
    assert!(offered(28), "day 1 is the 28th day back, today included");
    assert!(!offered(29));
}

#[test]
fn what_the_list_covers_or_the_person_put_away_is_not_offered() {
    let logs = at_work((5, 0), (0, 5));
    assert_eq!(suggested(&[], &logs).len(), 1);
    let covering = Listed { covers: vec![known("base:place.work")], ..listed("a", None) };
    assert_eq!(suggested(&[covering], &logs), []);
    let not_for_me = BTreeSet::from([known("base:place.work")]);
    assert_eq!(suggestions(&[], &logs, day(0), &not_for_me), []);
}

#[test]
fn own_words_are_offered_beside_the_vocabulary_most_seen_first() {
    let own = Circumstance::Own { words: "op de tram".to_owned() };
    let mut logs =
        times(5, &Logged { circumstances: vec![own.clone(), own.clone()], ..log(8, &[]) });
    logs.extend(times(4, &with(log(8, &[]), "base:place.work")));
    let found = suggested(&[], &logs);
    assert_eq!(found.len(), 2);
    assert_eq!((&found[0].circumstance, found[0].times), (&own, 5), "named twice counts once");
    assert_eq!(found[1].circumstance, known("base:place.work"));
}

#[test]
fn a_combination_is_observed_from_five_logs() {
    let evening = WeekMoment { weekday: 6, part: PartOfDay::Evening };
    let party = |log| Logged { moment: Some(evening), ..with(log, "alcohol") };
    // Saturday evening with alcohol: 6 of 8 with use; `party` and `off the list` in four of them.
    let mut logs = times(6, &party(with_use(log(8, &[]))));
    logs.extend(times(2, &party(log(3, &[]))));
    for log in &mut logs[..4] {
        log.situations = vec!["party".into(), "off the list".into()];
    }
    let moment = Factor::Moment { moment: evening };
    let alcohol = Factor::Circumstance { circumstance: known("alcohol") };
    let observed =
        Combination { one: moment.clone(), other: alcohol.clone(), logs: 8, used: 6, strong: 6 };
    let list = [listed("party", None), listed("home", None)];
    assert_eq!(ranked(&list, &logs).combinations, std::slice::from_ref(&observed));

    // A fifth log with `party`: it joins, after what was seen more often.
    // `home`, once, does not.
    logs[4].situations = vec!["party".into(), "home".into()];
    let situation = Factor::Situation { id: "party".into() };
    let party = |one, other| Combination { one, other, logs: 5, used: 5, strong: 5 };
    assert_eq!(
        ranked(&list, &logs).combinations,
        [observed, party(moment, situation.clone()), party(situation, alcohol)]
    );
}

#[test]
fn two_situations_combine_and_two_circumstances_do_not() {
    let mut both = with(with_use(log(2, &["b", "a", "a"])), "alcohol");
    both.circumstances.push(known("base:place.work"));
    let found = ranked(&[listed("a", None), listed("b", None)], &times(5, &both)).combinations;
    let situation = |id: &str| Factor::Situation { id: id.into() };
    let circumstance = |code| Factor::Circumstance { circumstance: known(code) };
    let pairs: Vec<(Factor, Factor)> =
        found.into_iter().map(|found| (found.one, found.other)).collect();
    assert_eq!(
        pairs,
        [
            (situation("a"), situation("b")),
            (situation("a"), circumstance("alcohol")),
            (situation("a"), circumstance("base:place.work")),
            (situation("b"), circumstance("alcohol")),
            (situation("b"), circumstance("base:place.work")),
        ]
    );
}
