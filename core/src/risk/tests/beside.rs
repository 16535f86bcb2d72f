//! Rare but strong, automatic use and pins (SHP-16, SHP-17).

use super::*;
use crate::risk::{Automatic, RareButStrong};

#[test]
fn a_situation_that_is_avoided_well_is_still_shown() {
    let list = [
        listed("avoided", Some(9)),
        listed("twice", Some(8)),
        listed("thrice", Some(10)),
        listed("mild", Some(7)),
        listed("unrated", None),
    ];
    let mut logs = times(3, &log(1, &["thrice"]));
    logs.extend([log(1, &["twice"]), log(None, &["twice"])]);
    let rare = |id: &str, own_rating, logs| RareButStrong { id: id.into(), own_rating, logs };
    assert_eq!(
        ranked(&list, &logs).rare_but_strong,
        [rare("avoided", 9, 0), rare("twice", 8, 2)],
        "in order of score; a log without a craving is a log"
    );
}

#[test]
fn use_in_three_of_the_last_five_logs_is_automatic_whatever_the_craving() {
    // In time, x = used: `often` xx-x.x-xx has 4 in the last five, `some` x-x-x 3 of 5,
    // `short` xxx 3 of 3, `former` xxx----- none, `twice` xx too few.
    let list = ["former", "often", "short", "some", "twice"].map(|id| listed(id, None));
    let mut logs = Vec::new();
    for (id, history) in [
        ("often", "xx-xx-xxx"),
        ("some", "--x-x-x"),
        ("short", "xxx"),
        ("former", "xxx-----"),
        ("twice", "xx"),
    ] {
        for (order, sign) in history.chars().enumerate() {
            let craving = if order % 2 == 0 { Some(2) } else { None };
            let used = sign == 'x';
            logs.push(Logged { order: order as i64, used, ..log(craving, &[id]) });
        }
    }
    logs.reverse(); // the order of logging does not matter, only when it was
    let automatic =
        |id: &str, used, of, small_craving| Automatic { id: id.into(), used, of, small_craving };
    // Last five of `often` are numbers 4..=8, xx..x without 5: small (even numbers) 4, 6, 8.
    assert_eq!(
        ranked(&list, &logs).automatic,
        [automatic("often", 4, 5, 3), automatic("some", 3, 5, 3), automatic("short", 3, 3, 2)],
        "most uses first, then most logs"
    );
}

#[test]
fn the_person_puts_at_most_three_on_top_and_the_scores_stay() {
    let plain = ["a", "b", "c", "d", "e"].map(|id| listed(id, None));
    let pinned = plain.clone().map(|one| Listed { pinned: one.id != "a".into(), ..one });
    let logs = [log(9, &["a"]), log(8, &["b"]), log(7, &["c"]), log(6, &["d"]), log(1, &["e"])];
    let (before, after) = (ranked(&plain, &logs), ranked(&pinned, &logs));
    assert_eq!(places(&before), ["a", "b", "c", "d", "e"]);
    assert_eq!(places(&after), ["b", "c", "d", "a", "e"], "a fourth pin waits");
    assert_eq!(after.places.iter().map(|place| place.rank).collect::<Vec<_>>(), [2, 3, 4, 1, 5]);
    assert_eq!(
        after.places.iter().map(|place| place.pinned).collect::<Vec<_>>(),
        [true, true, true, false, false]
    );
    for id in ["a", "b", "c", "d", "e"] {
        close(place(&after, id).score, place(&before, id).score);
    }
}
