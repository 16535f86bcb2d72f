//! What a person is asked next, and what they mean by the words they type.

use super::*;
use crate::journey::draft::{
    AgreementDraft, AnswerDraft, FieldDraft, ListDraft, NoteDraft, OwnSituationDraft, TagDraft,
};
use crate::journey::exercise;
use crate::programme::IntakeStep;

fn cocaine() -> Code {
    Code::from("cocaine")
}

/// A vault with nothing in it.
fn empty() -> (tempfile::TempDir, Koers) {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Moving::at("2026-03-02T09:00:00Z") as Arc<dyn Clock>;
    let path = folder.path().join("new.koers");
    let koers = Koers::create(&path, &[Secret::Device(&DEVICE)], Lang::En, clock, &mut |_| {});
    (folder, koers.expect("a new vault"))
}

fn open_steps(koers: &Koers) -> Vec<IntakeStep> {
    let steps = koers.intake().expect("open").steps;
    steps.into_iter().filter(|step| !step.done).map(|step| step.step).collect()
}

fn decide(substance: &Code, decision: &str) -> Command {
    Command::Answer(AnswerDraft {
        exercise: exercise::DECISION.into(),
        substance: Some(substance.clone()),
        fields: vec![FieldDraft {
            name: exercise::DECISION_FIELD.to_owned(),
            lines: vec![decision.to_owned()],
            ..FieldDraft::default()
        }],
    })
}

fn agreement(koers: &Koers) -> Command {
    Command::Agreement(AgreementDraft {
        id: koers.new_id().expect("an id"),
        substance: Some(cannabis()),
        measure: None,
        words: "Home by eleven".to_owned(),
        filled_in: String::new(),
        hard: None,
        energy: None,
        confidence: None,
        of_goal: false,
        since: None,
        put_away: false,
    })
}

fn own_situation(koers: &Koers, words: &str, covers_words: &[&str]) -> (RecordId, [Command; 2]) {
    let id = koers.new_id().expect("an id");
    let own = OwnSituationDraft {
        id,
        words: words.to_owned(),
        covers: vec![],
        covers_words: covers_words.iter().map(|&words| words.to_owned()).collect(),
    };
    let listed = ListDraft {
        substance: cannabis(),
        situation: SituationId::own(id),
        own_rating: None,
        pinned: false,
        hidden: false,
        blank: String::new(),
    };
    (id, [Command::OwnSituation(own), Command::List(listed)])
}

#[test]
fn the_intake_goes_on_where_it_stopped() {
    use IntakeStep::{Agreement, Balance, Goal, PastWeek, Person};

    let (_folder, koers) = empty();
    assert_eq!(open_steps(&koers), IntakeStep::ALL);
    assert!(koers.intake().expect("open").welcome.is_some());

    let [profile, follow, round, baseline, goal] = <[Command; 5]>::try_from(start()).expect("five");
    koers.record_all(&[profile, follow]).expect("recorded");
    assert_eq!(open_steps(&koers)[0], Person, "a programme without a length has not begun");
    koers.record(&round).expect("recorded");
    assert_eq!(open_steps(&koers), [PastWeek, Balance, Goal, Agreement], "SHP-04");
    koers.record(&goal).expect("the steps can be done in any order");
    assert_eq!(open_steps(&koers), [PastWeek, Balance, Agreement], "SHP-08");
    koers.record(&baseline).expect("recorded");
    koers.record(&decide(&cannabis(), exercise::CHANGE)).expect("recorded");
    koers.record(&agreement(&koers)).expect("recorded");
    assert_eq!(open_steps(&koers), []);
    let done = koers.intake().expect("open").done;
    assert!(done.is_some_and(|done| done.contains("Sam")));
}

#[test]
fn a_second_substance_opens_the_steps_again_for_itself_alone() {
    let (_life, koers) = Life::begun();
    koers.record_all(&[decide(&cannabis(), exercise::CHANGE), agreement(&koers)]).expect("done");
    assert_eq!(open_steps(&koers), []);
    let follow = FollowDraft { substance: cocaine(), followed: true };
    koers.record(&Command::Follow(follow)).expect("recorded");
    let view = koers.intake().expect("open");
    for step in view.steps.iter().filter(|step| !step.done) {
        let open: Vec<&Code> = step.open_for.iter().map(|one| &one.code).collect();
        assert_eq!(open, [&cocaine()], "{:?}", step.step);
    }
    assert_eq!(view.steps.iter().filter(|step| step.done).count(), 1);
}

#[test]
fn after_not_now_no_goal_and_no_agreement_is_asked() {
    let (_folder, koers) = empty();
    koers.record_all(&start()[..4]).expect("all but the goal");
    koers.record(&decide(&cannabis(), exercise::NOT_NOW)).expect("SHP-07");
    assert_eq!(open_steps(&koers), []);
}

#[test]
fn a_question_can_be_tried_without_being_recorded() {
    let (_life, koers) = Life::begun();
    let before = koers.stats().expect("open").generation;
    koers.check(&Command::Log(craving(&koers, 7, None))).expect("it would be taken");
    let refused = koers.check(&Command::Log(craving(&koers, 11, None))).expect_err("over ten");
    assert!(matches!(refused, KoersError::InvalidDraft { field, .. } if field == "craving"));
    assert_eq!(koers.stats().expect("open").generation, before);
}

#[test]
fn a_situation_is_found_in_any_substance_that_is_followed() {
    let (_life, koers) = Life::begun();
    let follow = FollowDraft { substance: cocaine(), followed: true };
    koers.record(&Command::Follow(follow)).expect("recorded");
    koers.record(&Command::Log(craving(&koers, 7, None))).expect("recorded");
    let mut other = EpisodeDraft::blank(koers.new_id().expect("an id"), cocaine());
    other.situations = vec!["base:situation.party".into()];
    koers.record(&Command::Log(other)).expect("recorded");

    let found = koers.find_situation("base:situation.party", None).expect("by its id");
    assert_eq!(found.substance, cocaine());
    let label = found.label;
    let part = label.chars().take(5).collect::<String>();
    assert_eq!(koers.find_situation(&label, None).expect("by its words").substance, cocaine());
    assert_eq!(koers.find_situation(&part, None).expect("by a part").substance, cocaine());
    let first = koers.find_situation("1", None).expect("by its place");
    assert_eq!(first.substance, cannabis(), "a place is that of the first substance");
    let second = koers.find_situation("1", Some(&cocaine())).expect("by its place there");
    assert_eq!(second.substance, cocaine());
    koers.find_situation(&label, Some(&cannabis())).expect_err("not on that list");
    koers.find_situation("2", None).expect_err("no such place");
}

#[test]
fn a_pin_keeps_the_rating_and_the_words_filled_in() {
    let (_life, koers) = Life::begun();
    let (id, commands) = own_situation(&koers, "Sunday evening", &[]);
    koers.record_all(&commands).expect("recorded");
    let mut draft = koers.list_draft(&cannabis(), &SituationId::own(id)).expect("open");
    draft.own_rating = Some(6);
    koers.record(&Command::List(draft.clone())).expect("recorded");
    let mut again = koers.list_draft(&cannabis(), &SituationId::own(id)).expect("open");
    assert_eq!(again, draft);
    again.pinned = true;
    koers.record(&Command::List(again)).expect("recorded");
    let places = koers.situations(None).expect("open").places;
    assert_eq!((places[0].own_rating, places[0].pinned), (Some(6), true));
}

/// Four strong cravings in the person's own words for what they did.
fn at_the_allotment(koers: &Koers) {
    for _ in 0..4 {
        let mut draft = craving(koers, 9, None);
        let words = "at the allotment".to_owned();
        draft.activity = vec![TagDraft { words, ..TagDraft::default() }];
        koers.record(&Command::Log(draft)).expect("recorded");
    }
}

#[test]
fn a_suggestion_in_own_words_that_was_taken_up_does_not_come_back() {
    let (_life, koers) = Life::begun();
    at_the_allotment(&koers);
    let offered = koers.situations(None).expect("open").suggestions;
    assert_eq!(offered.len(), 1);
    assert_eq!((offered[0].id.as_deref(), &*offered[0].label), (None, "at the allotment"));

    let label = offered[0].label.as_str();
    let (_, commands) = own_situation(&koers, "Alone with my tomatoes", &[label]);
    koers.record_all(&commands).expect("recorded");
    assert_eq!(koers.situations(None).expect("open").suggestions, []);
}

#[test]
fn a_situation_is_put_on_the_list_from_catalogue_suggestion_or_own_words() {
    let (_life, koers) = Life::begun();
    at_the_allotment(&koers);
    let put = |named: &str, rating| {
        let commands = koers.listing(&cannabis(), named, rating).expect("open");
        koers.record_all(&commands).expect("SHP-16");
    };
    put("circumstance-words:at the allotment", Some(6));
    put("base:situation.party", None);
    put("Sunday evening", Some(3));
    put("sunday evening", Some(4));
    let view = koers.situations(None).expect("open");
    assert_eq!(view.suggestions, []);
    let rating = |label: &str| {
        let mut found = view.places.iter().filter(|one| one.label == label);
        found.next().filter(|_| found.next().is_none()).map(|one| (one.own, one.own_rating))
    };
    assert_eq!(rating("at the allotment"), Some((true, Some(6))));
    assert_eq!(rating("Sunday evening"), Some((true, Some(4))), "named again, it is the same");
    assert!(view.places.iter().any(|one| one.id.as_str() == "base:situation.party"));
    put("base:situation.stressed", Some(9));
    let view = koers.situations(None).expect("open");
    let stressed = view.places.iter().find(|one| one.id.as_str() == "base:situation.stressed");
    assert_eq!(stressed.and_then(|one| one.own_rating), Some(9), "what is listed is rated anew");
}

#[test]
fn a_note_is_changed_by_its_draft() {
    let (_life, koers) = Life::begun();
    let id = koers.new_id().expect("an id");
    let draft = NoteDraft { id, text: "Swam.".to_owned(), mood: Some(7), when: None, made: None };
    koers.record(&Command::Note(draft)).expect("SHP-23");
    let mut again = koers.note_draft(id).expect("there");
    assert_eq!((again.text.as_str(), again.mood), ("Swam.", Some(7)));
    again.mood = None;
    koers.record(&Command::Note(again)).expect("changed");
    assert_eq!(koers.diary(0, 9).expect("open").total, 1);
    assert_eq!(koers.note_draft(id).expect("there").mood, None);
    koers.episode_draft(id).expect_err("a note is no entry of the daily form");
}
