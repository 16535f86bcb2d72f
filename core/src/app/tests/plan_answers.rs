//! Whether a plan helped: when that is asked, how it is answered, what is said of it (SHP-18).

use super::plans::{STRESSED, plan, record, tried};
use super::*;
use crate::journey::YesPartlyNo;
use crate::journey::draft::{NotForMeDraft, PlanUseDraft};
use crate::programme::{AskedAbout, DidItHelp, LeadsTo};

fn asked(koers: &Koers, situation: &str) -> Option<(AskedAbout, String)> {
    let ask = koers.plan(&SituationId::from(situation)).expect("open").ask?;
    Some((ask.about, ask.text))
}

fn answer(koers: &Koers, situation: &str, answer: DidItHelp) -> Receipt {
    let situation = SituationId::from(situation);
    let about = koers.plan(&situation).expect("open").ask.expect("something is asked").about;
    let command = koers.plan_answer(&situation, &about, answer, "").expect("an answer");
    koers.record(&command).expect("recorded")
}

fn helped(koers: &Koers) -> Option<String> {
    koers.plan(&SituationId::from(STRESSED)).expect("open").helped
}

/// A plan on Monday, and the situation on Tuesday; it is Wednesday 4 March.
fn came_up(life: &Life, koers: &Koers) {
    record(koers, &[plan(STRESSED, &["I breathe out"])]);
    life.clock.set("2026-03-03T18:00:00Z");
    record(koers, &[Command::Log(craving(koers, 7, None))]);
    life.clock.set("2026-03-04T09:00:00Z");
}

#[test]
fn the_day_after_a_situation_with_a_plan_came_up_one_answer_is_enough_and_can_be_undone() {
    let (life, koers) = Life::begun();
    assert_eq!(asked(&koers, STRESSED), None, "SHP-18: without a plan nothing is asked");
    came_up(&life, &koers);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 3).expect("a date");
    let (about, text) = asked(&koers, STRESSED).expect("asked");
    assert_eq!(about, AskedAbout::Day { day });
    assert_eq!(text, "On Tuesday you noted this situation. Did your plan help then?");
    let agenda = koers.today(None).expect("open").agenda;
    let item = agenda.iter().find(|one| one.key.starts_with("did-it-help")).expect("asked");
    assert_eq!(item.reason.as_deref(), Some("On Tuesday you noted this situation."));
    let situation = SituationId::from(STRESSED);
    assert_eq!(item.leads_to, Some(LeadsTo::Plan { situation: situation.clone() }));

    let command = koers.plan_answer(&situation, &about, DidItHelp::Yes, "").expect("an answer");
    koers.record(&command).expect("recorded");
    koers.record(&command).expect("a second tap");
    assert_eq!(helped(&koers).as_deref(), Some("You used this plan once. It helped."));
    assert_eq!(asked(&koers, STRESSED).map(|(about, _)| about), Some(AskedAbout::Today));
    let agenda = koers.today(None).expect("open").agenda;
    assert!(agenda.iter().all(|one| !one.key.starts_with("did-it-help")));

    life.clock.set("2026-03-04T09:05:00Z");
    answer(&koers, STRESSED, DidItHelp::No);
    assert_eq!(helped(&koers).as_deref(), Some("Your plan helped 1 of 2 times."));
    assert_eq!(asked(&koers, STRESSED), None, "today was answered");
    koers.undo().expect("undone");
    assert_eq!(helped(&koers).as_deref(), Some("You used this plan once. It helped."));
}

#[test]
fn a_plan_that_was_not_used_counts_for_nothing_and_is_asked_about_again_only_on_another_day() {
    let (life, koers) = Life::begun();
    came_up(&life, &koers);
    let receipt = answer(&koers, STRESSED, DidItHelp::NotUsed);
    assert_eq!(receipt.lines, ["Noted: you did not use your plan then."]);
    assert_eq!(helped(&koers), None, "SHP-18");
    assert_eq!(asked(&koers, STRESSED).map(|(about, _)| about), Some(AskedAbout::Today));
    koers.undo().expect("undone");
    assert!(matches!(asked(&koers, STRESSED), Some((AskedAbout::Day { .. }, _))));
    answer(&koers, STRESSED, DidItHelp::NotUsed);

    record(&koers, &[Command::Log(craving(&koers, 5, None))]);
    life.clock.set("2026-03-05T09:00:00Z");
    assert!(matches!(asked(&koers, STRESSED), Some((AskedAbout::Day { .. }, _))));
    let agenda = koers.today(None).expect("open").agenda;
    assert!(agenda.iter().all(|one| !one.key.starts_with("did-it-help")), "once a week on Today");
}

#[test]
fn an_unanswered_use_is_asked_about_first_and_its_note_is_kept() {
    let (life, koers) = Life::begun();
    record(&koers, &[plan(STRESSED, &["I breathe out"])]);
    let Command::PlanUse(used) = tried(&koers, STRESSED, None) else { unreachable!() };
    let used = PlanUseDraft { note: "sooner".to_owned(), ..used };
    record(&koers, &[Command::PlanUse(used.clone())]);
    life.clock.set("2026-03-03T09:00:00Z");
    let (about, text) = asked(&koers, STRESSED).expect("asked");
    assert_eq!(text, "You used this plan on 2 March. Did it help?");
    assert_eq!(about, AskedAbout::Use { id: used.id });
    let situation = SituationId::from(STRESSED);
    koers.plan_answer(&situation, &about, DidItHelp::NotUsed, "").expect_err("it was used");
    answer(&koers, STRESSED, DidItHelp::Partly);
    assert_eq!(helped(&koers).as_deref(), Some("You used this plan once. It helped a little."));
    let export = koers.export().expect("open");
    assert!(
        String::from_utf8_lossy(&export.json).contains("sooner"),
        "SHP-18: what the person would change stays"
    );
}

#[test]
fn what_came_before_the_plan_is_not_asked_about_nor_what_is_a_week_ago() {
    let (life, koers) = Life::begun();
    record(&koers, &[Command::Log(craving(&koers, 7, None))]);
    life.clock.set("2026-03-02T10:00:00Z");
    record(&koers, &[plan(STRESSED, &["I breathe out"])]);
    life.clock.set("2026-03-03T09:00:00Z");
    let today = Some(AskedAbout::Today);
    assert_eq!(asked(&koers, STRESSED).map(|(about, _)| about), today, "SHP-18");
    record(&koers, &[Command::Log(craving(&koers, 7, None))]);
    life.clock.set("2026-03-09T09:00:00Z");
    assert!(matches!(asked(&koers, STRESSED), Some((AskedAbout::Day { .. }, _))));
    life.clock.set("2026-03-10T09:00:00Z");
    assert_eq!(asked(&koers, STRESSED).map(|(about, _)| about), today);
}

#[test]
fn a_changed_plan_is_still_asked_about_where_it_was_there_before() {
    let (life, koers) = Life::begun();
    came_up(&life, &koers);
    record(&koers, &[plan(STRESSED, &["I breathe out", "I call Tom"])]);
    assert!(matches!(asked(&koers, STRESSED), Some((AskedAbout::Day { .. }, _))), "SHP-18");
}

#[test]
fn a_question_put_away_on_today_stays_away_there_alone() {
    let (life, koers) = Life::begun();
    came_up(&life, &koers);
    let subject = format!("did-it-help:{STRESSED}");
    record(&koers, &[Command::NotForMe(NotForMeDraft { subject })]);
    let agenda = koers.today(None).expect("open").agenda;
    assert!(agenda.iter().all(|one| !one.key.starts_with("did-it-help")), "SHP-13");
    assert!(matches!(asked(&koers, STRESSED), Some((AskedAbout::Day { .. }, _))));
}

#[test]
fn the_sentence_counts_what_was_answered_and_praises_nothing() {
    use YesPartlyNo::{No, Partly, Yes};
    let told = |answers: &[Option<YesPartlyNo>]| {
        let (_life, koers) = Life::begun();
        record(&koers, &[plan(STRESSED, &["I breathe out"])]);
        for helped in answers {
            record(&koers, &[tried(&koers, STRESSED, *helped)]);
        }
        let situation = SituationId::from(STRESSED);
        record(&koers, &[Command::Log(craving(&koers, 6, None))]);
        let places = koers.situations(None).expect("open").places;
        let place = places.into_iter().find(|one| one.id == situation).expect("on the list");
        assert_eq!(place.plan_helped, helped(&koers), "the list says the same");
        helped(&koers)
    };
    let says = |answers: &[Option<YesPartlyNo>]| told(answers).expect("a sentence");
    assert_eq!(told(&[None]), None, "SHP-18");
    assert_eq!(says(&[Some(No)]), "You used this plan once. It did not help.");
    assert_eq!(says(&[Some(No), Some(No), None]), "You used this plan 2 times. It did not help.");
    assert_eq!(says(&[Some(Yes), Some(Yes), Some(No)]), "Your plan helped 2 of 3 times.");
    let mixed = says(&[Some(Yes), Some(Partly), Some(No)]);
    assert_eq!(mixed, "Your plan helped 1 of 3 times, and a little once.");
    let little = says(&[Some(Partly), Some(Partly), Some(No)]);
    assert_eq!(little, "Your plan helped a little 2 of 3 times.");
}
