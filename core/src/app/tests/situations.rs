//! What the list of situations says about use.

use super::*;

/// Cravings of one strength in one situation, so many of them with a joint.
fn logs(koers: &Koers, situation: &str, strength: i64, with: u32, without: u32) -> Vec<Command> {
    let joints = (0..with).map(|_| Some("1")).chain((0..without).map(|_| None));
    let log = |joints| {
        let mut draft = craving(koers, strength, joints);
        draft.situations = vec![SituationId::from(situation)];
        Command::Log(draft)
    };
    joints.map(log).collect()
}

fn in_dutch(life: &Life, koers: Koers) -> Koers {
    drop(koers);
    let clock = Arc::clone(&life.clock) as Arc<dyn Clock>;
    Koers::open(&life.path, &Secret::Device(&DEVICE), Some(Lang::Nl), clock, &mut |_| {})
        .expect("the vault opens again")
}

fn automatic(koers: &Koers) -> String {
    koers.situations(None).expect("open").automatic[0].text.clone()
}

#[test]
fn a_small_craving_is_spoken_of_only_where_there_was_one() {
    let (life, koers) = Life::begun();
    let strong = logs(&koers, "base:situation.stressed", 7, 4, 0);
    koers.record_all(&strong).expect("recorded");
    assert_eq!(automatic(&koers), "Here you used 4 of the last 4 times.", "SHP-17");

    let small = logs(&koers, "base:situation.stressed", 2, 1, 0);
    koers.record_all(&small).expect("recorded");
    assert_eq!(
        automatic(&koers),
        "Here you used 5 of the last 5 times, even when craving was small."
    );
    let koers = in_dutch(&life, koers);
    assert_eq!(
        automatic(&koers),
        "Hier gebruikte je 5 van de laatste 5 keer, ook als de zin klein was."
    );
}

#[test]
fn from_twenty_entries_the_chance_leans_on_how_often_the_person_uses_at_all() {
    let (life, koers) = Life::begun();
    let mut all = logs(&koers, "base:situation.stressed", 5, 10, 10);
    all.extend(logs(&koers, "base:situation.bored", 5, 0, 20));
    koers.record_all(&all).expect("recorded");
    let text = |koers: &Koers| {
        let view = koers.situations(None).expect("open");
        let is_it = |id: &SituationId| id.as_str() == "base:situation.stressed";
        let place = view.places.into_iter().find(|place| is_it(&place.id)).expect("on the list");
        place.chance_text.expect("from twenty entries")
    };
    // p = (10 + 1) / (40 + 2); (2p + 10) / (2 + 20) = 0.478, where 10 of 20 would be 0.5.
    assert_eq!(text(&koers), "The chance that you use here is about 48%, going by 20 times.");
    let koers = in_dutch(&life, koers);
    let dutch = "De kans dat je hier gebruikt is ongeveer 48 %, op basis van 20 keer.";
    assert_eq!(text(&koers), dutch);
}

#[test]
fn the_diary_begins_each_entry_with_a_capital() {
    let (_life, koers) = Life::begun();
    koers.record(&Command::Log(craving(&koers, 6, None))).expect("recorded");
    let diary = koers.diary(0, 1).expect("open");
    assert_eq!(diary.entries[0].lines[0], "Cannabis", "SHP-14");
    assert_eq!(koers.today(None).expect("open").title, "Monday 2 March");
}
