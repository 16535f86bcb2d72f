//! What a plan offers to be taken over (SHP-18).

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::journey::YesPartlyNo;
use crate::journey::draft::{
    AgreementDraft, EmergencyPlanDraft, PlanDraft, PlanUseDraft, SupporterDraft, TagDraft,
};
use crate::time::When;

pub(super) const STRESSED: &str = "base:situation.stressed";
const BORED: &str = "base:situation.bored";
const OFFERED: &str = "base:situation.offered";
const ALL: [&str; 4] = [STRESSED, BORED, OFFERED, "cannabis:situation.cannot-sleep"];

pub(super) fn plan(situation: &str, during: &[&str]) -> Command {
    let mut draft = PlanDraft::blank(SituationId::from(situation));
    draft.during = during.iter().copied().map(str::to_owned).collect();
    Command::Plan(draft)
}

pub(super) fn tried(koers: &Koers, situation: &str, helped: Option<YesPartlyNo>) -> Command {
    Command::PlanUse(PlanUseDraft {
        id: koers.new_id().expect("an id"),
        situation: SituationId::from(situation),
        helped,
        note: String::new(),
        when: None,
    })
}

/// What a field offers: heading and lines of each part.
fn offered(koers: &Koers, situation: &str, field: &str) -> Vec<(String, Vec<String>)> {
    let view = koers.plan(&SituationId::from(situation)).expect("open");
    let field = view.fields.into_iter().find(|one| one.field == field).expect("a field");
    field.suggestions.into_iter().map(|one| (one.title, one.lines)).collect()
}

fn lines(offered: &[(String, Vec<String>)], title: &str) -> Vec<String> {
    let of = offered.iter().find(|(one, _)| one == title);
    of.map(|(_, lines)| lines.clone()).unwrap_or_default()
}

pub(super) fn record(koers: &Koers, commands: &[Command]) {
    for command in commands {
        koers.record(command).expect("recorded");
    }
}

#[test]
fn what_helped_elsewhere_comes_first_then_ones_own_then_the_packs_and_nothing_twice() {
    let (life, koers) = Life::begun();
    record(&koers, &[plan(BORED, &["I go for a run", "I call Tom"])]);
    life.clock.set("2026-03-02T10:00:00Z");
    record(&koers, &[plan("base:situation.lonely", &["I ring a friend", "i call tom."])]);
    record(&koers, &[tried(&koers, BORED, Some(YesPartlyNo::Yes))]);
    let first = offered(&koers, STRESSED, "during");
    assert_eq!(first[0].0, "From a plan that helped", "SHP-18");
    assert_eq!(first[0].1, ["I go for a run", "I call Tom"]);
    assert_eq!(first[1], ("Your own".to_owned(), vec!["I ring a friend".to_owned()]));
    assert_eq!(first[2].0, "Ideas");
    assert_eq!(first.iter().map(|(_, lines)| lines.len()).sum::<usize>(), 6);

    record(&koers, &[plan(STRESSED, &["I go for a run."])]);
    assert_eq!(
        lines(&offered(&koers, STRESSED, "during"), "From a plan that helped"),
        ["I call Tom"]
    );
}

#[test]
fn a_plan_that_did_not_help_is_offered_last_of_ones_own() {
    let (life, koers) = Life::begun();
    record(&koers, &[plan(BORED, &["bored"]), plan(OFFERED, &["offered"])]);
    life.clock.set("2026-03-02T10:00:00Z");
    record(&koers, &[plan("base:situation.lonely", &["lonely"])]);
    let own = |koers: &Koers| lines(&offered(koers, STRESSED, "during"), "Your own");
    assert_eq!(own(&koers)[0], "lonely", "the plan changed last");
    record(&koers, &[tried(&koers, "base:situation.lonely", Some(YesPartlyNo::No))]);
    record(&koers, &[tried(&koers, OFFERED, Some(YesPartlyNo::Partly))]);
    assert_eq!(own(&koers), ["offered", "bored", "lonely"]);
}

#[test]
fn agreements_people_and_what_was_noted_here_stand_where_they_belong() {
    let (_life, koers) = Life::begun();
    let agreement = |measure: Option<&str>, words: &str, filled_in: &str| {
        Command::Agreement(AgreementDraft {
            id: koers.new_id().expect("an id"),
            substance: None,
            measure: measure.map(Code::from),
            words: words.to_owned(),
            filled_in: filled_in.to_owned(),
            hard: None,
            energy: None,
            confidence: None,
            of_goal: false,
            since: None,
            put_away: false,
        })
    };
    let tom = SupporterDraft {
        id: koers.new_id().expect("an id"),
        name: "Tom".to_owned(),
        contact: "0470 00 00 00".to_owned(),
        how: String::new(),
    };
    let commands = [
        agreement(Some("base:measure.avoid-places"), "", "the square"),
        agreement(None, "Only coffee after six", ""),
        Command::Supporter(tom),
    ];
    record(&koers, &commands);
    let own = |field: &str| lines(&offered(&koers, STRESSED, field), "Your own");
    assert_eq!(own("avoid"), ["I avoid these places: the square"], "SHP-11");
    assert_eq!(own("prepare"), ["Only coffee after six"]);
    assert_eq!(own("who"), ["Tom"], "REC-10");

    let noted = |koers: &Koers| offered(koers, STRESSED, "early_signals");
    let mut entry = craving(&koers, 6, None);
    let tag = |code: &str| TagDraft { code: Some(Code::from(code)), ..TagDraft::default() };
    entry.body = vec![tag("base:body.tense")];
    entry.thoughts = vec![tag("base:thought.craving-passes")];
    koers.record(&Command::Log(entry.clone())).expect("recorded");
    assert_eq!(noted(&koers), [], "once may be chance");
    entry.id = koers.new_id().expect("an id");
    koers.record(&Command::Log(entry)).expect("recorded");
    let [(title, lines)] = &noted(&koers)[..] else { panic!("one part") };
    assert_eq!(title, "What you noted here more than once");
    assert_eq!(lines, &["tense"], "a thought that helps is no signal");
}

#[test]
fn ways_to_refuse_are_ideas_only_where_somebody_offers_and_measures_suit_the_goal() {
    let (_life, koers) = Life::begun();
    let no = "I say no at once and clearly";
    let ideas = |situation: &str, field| lines(&offered(&koers, situation, field), "Ideas");
    assert_eq!(ideas(OFFERED, "during")[0], no, "SHP-18");
    assert!(!ideas(STRESSED, "during").contains(&no.to_owned()));
    assert!(ideas(STRESSED, "way_out").is_empty());
    assert_eq!(ideas(STRESSED, "helping_thought").len(), 3);
    let before = ideas("cannabis:situation.cannot-sleep", "prepare");
    let goal = koers.goal_draft(&cannabis()).expect("open").expect("one was chosen");
    let stop_date = chrono::NaiveDate::from_ymd_opt(2026, 3, 5);
    let stop = GoalDraft { kind: GoalKind::Stop, stop_date, per_week: None, ..goal };
    koers.record(&Command::Goal(stop)).expect("SHP-08");
    assert_ne!(ideas("cannabis:situation.cannot-sleep", "prepare"), before, "less is no longer it");
}

#[test]
fn a_field_of_one_text_offers_nothing_once_it_is_filled_in() {
    let (_life, koers) = Life::begun();
    let mut draft = PlanDraft::blank(SituationId::from(STRESSED));
    draft.helping_thought = "It passes".to_owned();
    record(&koers, &[Command::Plan(draft)]);
    assert_eq!(offered(&koers, STRESSED, "helping_thought"), []);
    assert!(!offered(&koers, BORED, "helping_thought").is_empty());
}

#[test]
fn help_after_use_shows_the_own_emergency_plan_under_its_headings() {
    let (_life, koers) = Life::begun();
    let line = |words: &str| vec![words.to_owned()];
    let draft = EmergencyPlanDraft {
        be_safe: line("I leave"),
        kind_sentence: "Once is once".to_owned(),
        not_do: line("No second one"),
        ..EmergencyPlanDraft::default()
    };
    record(&koers, &[Command::EmergencyPlan(draft)]);
    let used = &koers.help_now().expect("open").choices[1];
    assert_eq!(used.steps.len(), 1, "SHP-19: what is safest comes first");
    let parts: Vec<(&str, &str)> =
        used.parts.iter().map(|part| (part.title.as_str(), part.lines[0].as_str())).collect();
    let expected = [
        ("Stop and be safe", "I leave"),
        ("What I say to myself", "Once is once"),
        ("What I do not do", "No second one"),
    ];
    assert_eq!(parts, expected, "what is empty has no heading");
}

/// A plan with these lines, and what was answered about it.
fn plans() -> impl Strategy<Value = Vec<(Vec<usize>, Vec<usize>)>> {
    let lines = prop::collection::vec(0..LINES.len(), 1..6);
    let answers = prop::collection::vec(0..4_usize, 0..4);
    prop::collection::vec((lines, answers), ALL.len())
}

/// Lines of which some are the same to a person, and some what the packs offer too.
const LINES: [&str; 7] = [
    "I call Tom",
    "i call tom.",
    "I wait 15 minutes",
    "I WAIT 15 minutes",
    "I go home",
    "I take a shower",
    "Tea",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(18), ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_offered_twice_nor_what_stands_there_and_the_order_of_writing_does_not_matter(
        plans in plans(),
    ) {
        let same = |line: &str| line.trim_end_matches('.').to_lowercase();
        let answers =
            [Some(YesPartlyNo::Yes), Some(YesPartlyNo::Partly), Some(YesPartlyNo::No), None];
        let written = |nth: usize| {
            let during: Vec<&str> = plans[nth].0.iter().map(|line| LINES[*line]).collect();
            plan(ALL[nth], &during)
        };
        let offers = |order: &[usize]| {
            let (_life, koers) = Life::begun();
            for nth in order {
                record(&koers, &[written(*nth)]);
                for (of, answer) in plans[*nth].1.iter().enumerate() {
                    let mut used = tried(&koers, ALL[*nth], answers[*answer]);
                    if let Command::PlanUse(draft) = &mut used {
                        draft.id = RecordId::named(&["use", ALL[*nth], &of.to_string()]);
                        draft.when = Some(When::Sometime { day: "2026-03-01".parse().expect("a day") });
                    }
                    record(&koers, &[used]);
                }
            }
            ALL.map(|situation| offered(&koers, situation, "during"))
        };
        let all = offers(&[0, 1, 2, 3]);
        for (nth, offer) in all.iter().enumerate() {
            let mut seen: Vec<String> =
                plans[nth].0.iter().map(|line| same(LINES[*line])).collect();
            seen.sort();
            seen.dedup();
            for line in offer.iter().flat_map(|(_, lines)| lines) {
                prop_assert!(!seen.contains(&same(line)), "{line} twice");
                seen.push(same(line));
            }
            prop_assert!(offer.iter().map(|(_, lines)| lines.len()).sum::<usize>() <= 6);
            prop_assert!(offer.iter().all(|(_, lines)| !lines.is_empty()));
            let helped = |other: usize| other != nth && plans[other].1.contains(&0);
            let some = (0..ALL.len()).filter(|other| helped(*other)).flat_map(|other| &plans[other].0);
            let first = &offer[0].0 == "From a plan that helped";
            let new = some.filter(|line| {
                plans[nth].0.iter().all(|there| same(LINES[*there]) != same(LINES[**line]))
            });
            prop_assert_eq!(first, new.count() > 0);
        }
        prop_assert_eq!(all, offers(&[3, 1, 0, 2]));
    }
}
