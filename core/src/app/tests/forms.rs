//! The forms of the first days, what a receipt gives back, and where suggestions lead.

use super::*;
use crate::content::Content;
use crate::journey::draft::{ListDraft, OwnSituationDraft, PlanDraft, SupporterDraft};
use crate::programme::LeadsTo;
use crate::time::When;

fn situation(code: &str) -> SituationId {
    SituationId::from(code)
}

fn log_in(koers: &Koers, situations: &[&str], strength: i64) -> EpisodeDraft {
    let mut draft = craving(koers, strength, None);
    draft.situations = situations.iter().map(|code| situation(code)).collect();
    draft
}

fn log_at(life: &Life, koers: &Koers, now: &str, situations: &[&str]) {
    life.clock.set(now);
    koers.record(&Command::Log(log_in(koers, situations, 5))).expect("SHP-14");
}

fn list(code: &str, hidden: bool) -> Command {
    Command::List(ListDraft {
        substance: cannabis(),
        situation: situation(code),
        own_rating: None,
        pinned: false,
        hidden,
        blank: String::new(),
    })
}

fn ids(situations: &[LogSituation]) -> Vec<&str> {
    situations.iter().map(|one| one.id.as_str()).collect()
}

fn own_id(koers: &Koers, words: &str) -> RecordId {
    let id = koers.new_id().expect("an id");
    let (words, covers, covers_words) = (words.to_owned(), vec![], vec![]);
    let own = OwnSituationDraft { id, words, covers, covers_words };
    koers.record(&Command::OwnSituation(own)).expect("SHP-16");
    id
}

#[test]
fn the_form_offers_what_comes_up_at_this_hour_then_the_list_as_it_is_ranked() {
    let (life, koers) = Life::begun();
    let evening = |day| format!("2026-03-0{day}T19:00:00Z");
    log_at(&life, &koers, &evening(2), &["base:situation.bored"]);
    log_at(&life, &koers, &evening(3), &["base:situation.bored", "base:situation.offered"]);
    log_at(&life, &koers, "2026-03-04T07:00:00Z", &["base:situation.stressed"]);
    log_at(&life, &koers, "2026-03-04T07:10:00Z", &["base:situation.stressed"]);
    let mut sometime = log_in(&koers, &["base:situation.stressed"], 5);
    sometime.when = Some(When::Sometime { day: "2026-03-03".parse().expect("a day") });
    koers.record(&Command::Log(sometime)).expect("SHP-14");

    let form = || koers.log_form(None).expect("open");
    life.clock.set("2026-03-04T20:30:00Z");
    let likely = form().likely;
    assert_eq!(ids(&likely[..2]), ["base:situation.bored", "base:situation.offered"], "SHP-14");
    assert_eq!(likely.len(), 6, "filled up");
    life.clock.set("2026-03-05T08:00:00Z");
    let morning = form();
    assert_eq!(ids(&morning.likely[..1]), ["base:situation.stressed"]);
    let ranked = koers.situations(None).expect("open").places;
    let ranked: Vec<&str> = ranked.iter().map(|place| place.id.as_str()).collect();
    assert_eq!(ids(&morning.situations[..3]), ranked, "the list first, in its order");
}

#[test]
fn no_entry_can_lie_after_the_date_on_the_persons_calendar() {
    let (life, koers) = Life::begun();
    let today = |now| {
        life.clock.set(now);
        koers.log_form(None).expect("open").today.to_string()
    };
    assert_eq!(today("2026-03-04T20:30:00Z"), "2026-03-04", "SHP-14");
    assert_eq!(today("2026-03-04T23:30:00Z"), "2026-03-05", "before the day's cut-off");
}

#[test]
fn own_situations_come_before_the_catalogue_and_what_was_taken_off_comes_last() {
    let (_life, koers) = Life::begun();
    let own = SituationId::own(own_id(&koers, "after training"));
    koers.record(&list("base:situation.bored", false)).expect("SHP-16");
    koers.record(&list("base:situation.stressed", true)).expect("SHP-16");
    let form = koers.log_form(None).expect("open");
    let all = ids(&form.situations);
    assert_eq!(all[..2], ["base:situation.bored", own.as_str()]);
    assert_eq!(all.last(), Some(&"base:situation.stressed"));
    assert_eq!(form.situations[0].group, None, "on the list it stands under no heading");
    assert_eq!(
        (form.situations[1].label.as_str(), &form.situations[1].group),
        ("after training", &None)
    );
    assert!(form.situations[2..].iter().all(|one| one.group.is_some()));
    assert!(!ids(&form.likely).contains(&"base:situation.stressed"));
    let vocabulary = Content::shipped();
    let catalogue = vocabulary.vocabulary(crate::content::Kind::Situation, &cannabis());
    assert_eq!(all.len(), catalogue.len() + 1, "each once");

    let id = own.record().expect("an own one");
    koers.record(&Command::Delete { kind: RecordKind::OwnSituation, id }).expect("deleted");
    let form = koers.log_form(None).expect("open");
    assert!(!ids(&form.situations).contains(&own.as_str()), "it could not be logged");
}

#[test]
fn every_situation_that_the_form_offers_can_be_logged() {
    let (_life, koers) = Life::begun();
    own_id(&koers, "after training");
    for one in koers.log_form(None).expect("open").situations {
        let mut draft = craving(&koers, 5, None);
        draft.situations = vec![one.id];
        koers.check(&Command::Log(draft)).expect("SHP-14");
    }
}

#[test]
fn the_form_has_the_ends_of_the_scale_the_persons_own_unit_and_alcohol() {
    let (_life, koers) = Life::begun();
    let form = koers.log_form(None).expect("open");
    assert_eq!((form.least.as_str(), form.most.as_str()), ("none", "very strong"));
    assert_eq!(form.substance, cannabis());
    assert_eq!(form.units[0].code, Code::from("cannabis:unit.joint"), "the pack's first");
    assert!(form.units.iter().all(|unit| !unit.goal_only));
    assert_eq!(form.alcohol.expect("base has it").label, "alcohol");
    assert!(!form.thoughts.is_empty() && !form.activity.is_empty());
    let Command::Baseline(mut week) = start().remove(3) else { panic!("the week before") };
    let Command::Goal(mut goal) = start().remove(4) else { panic!("the goal") };
    week.unit = "cannabis:unit.gram".into();
    goal.unit = "base:unit.use-day".into();
    goal.per_week = Some("2".to_owned());
    koers.record_all(&[Command::Baseline(week), Command::Goal(goal)]).expect("SHP-08");
    let form = koers.log_form(None).expect("open");
    assert_eq!(form.units[0].code, Code::from("cannabis:unit.gram"), "nobody logs use days");
}

#[test]
fn the_week_before_is_asked_about_by_its_days_and_comes_back_to_be_changed() {
    let (life, koers) = Life::empty(Lang::Nl, "2026-03-02T09:00:00Z");
    koers.record_all(&start()[..2]).expect("the start");
    let form = koers.baseline_form(None).expect("SHP-05");
    assert_eq!(form.title, "Hoe was je gebruik in de zeven dagen voor vandaag?");
    assert_eq!(form.draft, None);
    let days: Vec<&str> = form.days.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(days.len(), 7);
    assert_eq!((days[0], days[6]), ("Maandag 23 februari", "Zondag 1 maart"));

    koers.record_all(&start()[2..4]).expect("the week");
    life.clock.set("2026-03-05T09:00:00Z");
    let form = koers.baseline_form(Some(&cannabis())).expect("SHP-05");
    assert_eq!(form.title, "Week voor je begon");
    assert_eq!(form.days[6].label, "Zondag 1 maart", "the same seven days");
    let draft = form.draft.expect("filled in");
    assert_eq!(draft.days, vec![Some("2".to_owned()); 7]);
    koers.record(&Command::Baseline(draft.clone())).expect("as it stands");
    assert_eq!(koers.baseline_form(None).expect("open").draft, Some(draft), "nothing changed");
}

#[test]
fn a_stepper_goes_from_step_to_step_and_reads_what_it_wrote() {
    let step = |lang, amount: &str, up| {
        let (substance, unit) = (cannabis(), "cannabis:unit.joint".into());
        stepped(&Content::shipped(), lang, &substance, &unit, amount, up)
    };
    let up = |amount| step(Lang::Nl, amount, true).expect("an amount");
    let down = |amount| step(Lang::Nl, amount, false).expect("an amount");
    assert_eq!([up(""), up("0,5"), up("0.7"), up("1,25")], ["0,5", "1", "1", "1,5"]);
    assert_eq!([down("1"), down("0,75"), down("0,5"), down("")], ["0,5", "0,5", "", ""]);
    assert_eq!(
        [up("50"), up("49,75"), down("80")],
        ["50", "50", "50"],
        "at most what can be logged"
    );
    assert_eq!(step(Lang::En, "1", true), Ok("1.5".to_owned()));
    let refused = |error: Result<String, KoersError>| match error {
        Err(KoersError::InvalidDraft { field, reason }) => (field, reason),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(step(Lang::Nl, "veel", true)), ("amount".to_owned(), Reason::NotANumber));
    let (substance, unit) = (cannabis(), "base:unit.use-day".into());
    let of_goals = stepped(&Content::shipped(), Lang::Nl, &substance, &unit, "1", true);
    assert_eq!(refused(of_goals).0, "unit");
}

#[test]
fn a_strong_craving_without_use_gives_back_the_plan_that_stands_highest_steps_and_people() {
    let (_life, koers) = Life::begun();
    let rated = |code: &str, rating| {
        let Command::List(draft) = list(code, false) else { panic!("a place on the list") };
        Command::List(ListDraft { own_rating: Some(rating), ..draft })
    };
    let plan = |code: &str| {
        let during = vec!["a walk round the block".to_owned()];
        Command::Plan(PlanDraft { during, ..PlanDraft::blank(situation(code)) })
    };
    let (low, high) = ("base:situation.bored", "base:situation.stressed");
    let supporter = SupporterDraft {
        id: koers.new_id().expect("an id"),
        name: "Noor".to_owned(),
        contact: "0470 12 34 56".to_owned(),
        how: String::new(),
    };
    let all = [rated(low, 2), rated(high, 9), plan(low), plan(high), Command::Supporter(supporter)];
    koers.record_all(&all).expect("SHP-18");
    let told = |strength, joints| {
        let mut draft = craving(&koers, strength, joints);
        draft.situations =
            vec![situation("base:situation.offered"), situation(low), situation(high)];
        koers.record(&Command::Log(draft)).expect("SHP-14")
    };
    let receipt = told(7, None);
    assert_eq!(receipt.plan, Some(situation(high)));
    let label = &koers.situations(None).expect("open").places[0].label;
    let offer = format!("Would you like to see your plan for ‘{label}’?");
    assert!(receipt.lines.contains(&offer), "{:?}", receipt.lines);
    let stay = receipt.stay.expect("offered after a strong craving without use");
    assert_eq!((stay.title.as_str(), stay.minutes), ("Stay with the feeling for five minutes", 5));
    let want = &koers.help_now().expect("open").choices[0];
    assert_eq!((&stay.steps, want.wait_minutes), (&want.steps, Some(15)));
    assert_eq!(receipt.call, ["Noor 0470 12 34 56"]);
    for other in [told(6, None), told(9, Some("1"))] {
        assert_eq!((other.plan, other.stay, other.call), (None, None, vec![]));
    }
}

#[test]
fn today_can_be_closed_until_it_was_said_for_all_that_is_followed() {
    let (life, koers) = Life::begun();
    let can_close = || koers.today(None).expect("open").can_close;
    assert!(can_close(), "SHP-15");
    koers.record(&closing(&koers, ClosingAnswer::SoFar)).expect("SHP-15");
    assert!(!can_close(), "it waits to be confirmed tomorrow");
    life.clock.set("2026-03-02T12:00:00Z");
    koers.record(&Command::Log(craving(&koers, 6, Some("1")))).expect("SHP-14");
    assert!(can_close(), "used since");
    life.clock.set("2026-03-02T23:00:00Z");
    koers.record(&closing(&koers, ClosingAnswer::ThatsAll)).expect("SHP-15");
    assert!(!can_close());
    let follow = FollowDraft { substance: Code::from("cocaine"), followed: true };
    koers.record(&Command::Follow(follow)).expect("SHP-02");
    assert!(can_close(), "nothing was said of the other one");
    life.clock.set("2026-03-03T09:00:00Z");
    assert!(can_close(), "a new day");
}

#[test]
fn each_suggestion_says_where_it_leads() {
    let (life, koers) = Life::begun();
    let leads = |koers: &Koers| -> Vec<Option<LeadsTo>> {
        let today = koers.today(None).expect("open");
        today.agenda.into_iter().map(|item| item.leads_to).collect()
    };
    for hour in 10..13 {
        log_at(&life, &koers, &format!("2026-03-02T{hour}:00:00Z"), &["base:situation.stressed"]);
    }
    let plan = LeadsTo::Plan { situation: situation("base:situation.stressed") };
    assert_eq!(leads(&koers), [Some(plan)], "SHP-13");

    let (_other, koers) = Life::empty(Lang::En, "2026-03-02T09:00:00Z");
    let begun = start();
    let without_week: Vec<Command> =
        begun.into_iter().filter(|one| !matches!(one, Command::Baseline(_))).collect();
    koers.record_all(&without_week).expect("the start");
    assert_eq!(leads(&koers), [Some(LeadsTo::Baseline)], "SHP-05");
}

#[test]
fn the_diary_tells_day_and_time_apart() {
    let (life, koers) = Life::begun();
    log_at(&life, &koers, "2026-03-02T18:05:00Z", &[]);
    let mut sometime = log_in(&koers, &[], 5);
    sometime.when = Some(When::Sometime { day: "2026-03-01".parse().expect("a day") });
    koers.record(&Command::Log(sometime)).expect("SHP-14");
    koers.record(&closing(&koers, ClosingAnswer::NotUsed)).expect("SHP-15");
    let entries = koers.diary(0, 10).expect("open").entries;
    for entry in &entries {
        let both = [entry.day_text.as_str(), entry.time_text.as_str()];
        let told: Vec<&str> = both.into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(told.join(", "), entry.when);
    }
    let times = entries.iter().filter(|entry| !entry.time_text.is_empty());
    assert_eq!(times.count(), 1, "only one of them has a time");
    assert_eq!(entries.last().expect("three").day_text, "Sunday 1 March");
}

#[test]
fn the_diary_keeps_what_was_noted_without_the_promise_for_the_next_morning() {
    let (life, koers) = Life::empty(Lang::Nl, "2026-03-02T18:05:00Z");
    let without_profile: Vec<Command> =
        start().into_iter().filter(|one| !matches!(one, Command::Profile(_))).collect();
    koers.record_all(&without_profile).expect("the start");
    let receipt = koers.record(&closing(&koers, ClosingAnswer::SoFar)).expect("SHP-15");
    assert!(receipt.lines[0].contains("Morgen vraagt Koers"), "{:?}", receipt.lines);
    life.clock.set("2026-03-03T09:00:00Z");
    let diary = koers.diary(0, 1).expect("open");
    assert_eq!(diary.entries[0].lines, ["Genoteerd voor cannabis: tot nu toe niets."]);
    assert_eq!(diary.entries[0].day_text, "Maandag 2 maart", "a heading");
}
