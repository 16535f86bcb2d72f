//! What a screen shows comes from the core as it is shown: its order, its words, its amounts.

use super::*;
use crate::content::Content;

#[test]
fn the_days_of_the_week_come_in_their_order_and_as_the_draft_counts_them() {
    for (lang, first, last) in [(Lang::Nl, "ma", "zo"), (Lang::En, "Mon", "Sun")] {
        let (life, koers) = Life::empty(lang, "2026-03-05T09:00:00Z");
        let mut begun = start();
        let Some(Command::Goal(goal)) = begun.last_mut() else { panic!("the goal comes last") };
        goal.weekdays = vec![0, 5];
        goal.week_starts = 2;
        koers.record_all(&begun).expect("SHP-08");
        let form = koers.goal_form(None).expect("open");
        let numbers: Vec<u32> = form.weekdays.iter().map(|one| one.number).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6]);
        let labels = [&form.weekdays[0].label, &form.weekdays[6].label].map(String::as_str);
        assert_eq!(labels, [first, last]);
        assert_eq!(form.draft.expect("one was chosen").weekdays, [0, 5]);
        assert_eq!(form.week_start.to_string(), "2026-03-04", "G3: weeks begin on Wednesday");
        drop(life);
    }
}

#[test]
fn a_goal_form_has_what_a_first_goal_is_chosen_from() {
    let (_life, koers) = Life::empty(Lang::En, "2026-03-05T09:00:00Z");
    koers.record_all(&start()[..4]).expect("SHP-05");
    let form = koers.goal_form(None).expect("open");
    assert_eq!(form.draft, None);
    assert_eq!(form.unit, Code::from("cannabis:unit.joint"), "that of the week before");
    assert!(form.units.iter().any(|unit| unit.goal_only), "a goal can count use days");
    assert_eq!(form.week_start.to_string(), "2026-03-02", "from Monday");
}

#[test]
fn insight_shows_the_running_week_first_in_the_words_of_the_results() {
    let (life, koers) = Life::begun();
    life.clock.set("2026-03-18T09:00:00Z");
    let insight = koers.insight(None).expect("SHP-25");
    let results = koers.results(None).expect("SHP-25");
    let titles: Vec<&str> = insight.weeks.iter().map(|week| week.title.as_str()).collect();
    let newest_first: Vec<&str> =
        results.weeks.iter().rev().map(|week| week.title.as_str()).collect();
    assert_eq!(titles.len(), 3);
    assert_eq!(titles, newest_first);
    let (shown, week) = (&insight.weeks[0], &results.weeks[2]);
    assert_eq!((&shown.sentences, &shown.coverage), (&week.sentences, &week.coverage));
    assert_eq!((&shown.verdict, &insight.lines), (&week.overall_text, &results.lines));
}

#[test]
fn amounts_come_back_as_they_are_typed_in_the_language() {
    let (_life, koers) = Life::empty(Lang::Nl, "2026-03-02T09:00:00Z");
    let mut begun = start();
    let Command::Baseline(week) = &mut begun[3] else { panic!("the week before") };
    week.days[1] = Some("2.5".to_owned());
    (week.usual_week, week.usual_amount) = (Some(false), Some("10.5".to_owned()));
    let Command::Goal(goal) = &mut begun[4] else { panic!("the goal") };
    (goal.per_week, goal.per_day) = (Some("14.5".to_owned()), Some("2,5".to_owned()));
    koers.record_all(&begun).expect("SHP-05, SHP-08");
    let week = koers.baseline_form(None).expect("open").draft.expect("filled in");
    let typed = |text: &str| Some(text.to_owned());
    assert_eq!(week.days[..2], [typed("2"), typed("2,5")]);
    assert_eq!(week.usual_amount, typed("10,5"));
    let goal = koers.goal_form(None).expect("open").draft.expect("chosen");
    assert_eq!((&goal.per_week, &goal.per_day), (&typed("14,5"), &typed("2,5")));
    assert_eq!(koers.goal_draft(&cannabis()), Ok(Some(goal.clone())));
    koers.record_all(&[Command::Baseline(week), Command::Goal(goal)]).expect("read as written");

    let entry = craving(&koers, 5, Some("1.25"));
    koers.record(&Command::Log(entry.clone())).expect("SHP-14");
    let draft = koers.episode_draft(entry.id).expect("open");
    assert_eq!(draft.uses[0].amount, typed("1,25"));
    koers.record(&Command::EditLog(draft)).expect("SHP-10");
    let joints = koers.diary(0, 1).expect("open").entries[0].lines.join(" ");
    assert!(joints.contains("1,25 joints"), "{joints}");
}

#[test]
fn where_no_key_is_left_there_is_a_sentence_with_a_way_on() {
    let said = keys_gone(&Content::shipped(), Lang::En);
    assert!(said.starts_with("This device no longer has a key to your vault"), "BEY-02: {said}");
    let said = keys_gone(&Content::shipped(), Lang::Nl);
    assert!(said.contains("Heb je een reservekopie, zet die dan terug."), "{said}");
}
