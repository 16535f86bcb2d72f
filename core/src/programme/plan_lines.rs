//! What a field of a prevention plan offers to be taken over (SHP-18): the person's own measures
//! first, then those of the packs.
//!
//! The order, first to last (judgement: what is tried comes before what is not, and one's own
//! before a stranger's):
//!
//! 1. lines of this field in plans for other situations that helped, the one that helped most
//!    often first;
//! 2. lines of the other plans, those answered "it did not help" last, and the person's agreements
//!    and supporters; of two alike the plan changed last comes first;
//! 3. for the early signals, what the person noted here at least twice, the most frequent first;
//! 4. measures and helping thoughts of the packs that suit the goal, one of each group in turn, so
//!    that what is offered differs.
//!
//! Nothing is offered twice, nor what stands in the field. It must not know headings or screens.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::plan_use::Helped;
use crate::content::{Code, GoalFit, Kind, SituationId, Word};
use crate::journey::GoalKind;
use crate::journey::draft::Desk;
use crate::journey::entity::{Agreement, Plan, Supporter};

/// The most lines offered for a field (judgement: they stand on a small phone together with the
/// question).
const MOST: usize = 6;
/// How often something was noted in a situation before it is offered as an early signal
/// (judgement: once may be chance).
const NOTED: u32 = 2;

/// The fields of a plan in which a group of measures belongs (judgement).
const FIELD_OF_GROUP: [(&str, &[&str]); 6] = [
    ("avoid", &["avoid"]),
    ("prepare", &["limit", "safer", "support", "lifestyle"]),
    ("during", &["delay", "ride-out", "distract", "refuse"]),
    ("after", &["reward"]),
    ("way_out", &["refuse"]),
    ("alternative", &["alternative"]),
];
/// The field for an agreement that was made from no measure: it holds beforehand (judgement).
const OF_OWN_AGREEMENTS: &str = "prepare";
/// The groups of situations in which somebody offers: only there the packs' ways to refuse are
/// ideas for what to do.
const PRESSURE: [&str; 2] = ["direct-pressure", "indirect-pressure"];
/// The group of thoughts that help.
const HELPING: &str = "helping";
/// The fields that hold one text; filled in, nothing is offered for them.
const ONE_TEXT: [&str; 3] = ["helping_thought", "way_out", "alternative"];

/// Where offered lines come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinesFrom {
    /// A plan for another situation that helped.
    PlanThatHelped,
    /// Other plans, agreements and supporters of the person.
    OwnWords,
    /// What the person noted in this situation.
    NotedHere,
    /// The packs.
    Packs,
}

/// Lines that a field offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedLines {
    /// Where they come from.
    pub from: LinesFrom,
    /// The lines, at least one.
    pub lines: Vec<String>,
}

/// What a field of the plan for a situation offers, in its order; at most six lines in all. The
/// field goes by its name in the draft: `during`.
pub fn offered_lines(desk: &Desk<'_>, situation: &SituationId, field: &str) -> Vec<OfferedLines> {
    let there = desk.journey.plan(situation);
    let mut seen: HashSet<String> =
        there.into_iter().flat_map(|plan| plan.lines(field)).map(|line| alike(line)).collect();
    if ONE_TEXT.contains(&field) && !seen.is_empty() {
        return vec![];
    }
    let (helped, others) = of_other_plans(desk, situation, field);
    let mut own =
        others.into_iter().chain(agreements(desk, situation, field)).chain(people(desk, field));
    // Each gives only as many as there is room for: words of the packs are put into a language one
    // by one.
    let groups: [(LinesFrom, &mut dyn Iterator<Item = String>); 4] = [
        (LinesFrom::PlanThatHelped, &mut helped.into_iter()),
        (LinesFrom::OwnWords, &mut own),
        (LinesFrom::NotedHere, &mut noted_here(desk, situation, field).into_iter()),
        (LinesFrom::Packs, &mut of_packs(desk, situation, field)),
    ];
    let mut room = MOST;
    let mut offered = Vec::new();
    for (from, lines) in groups {
        let new = lines.filter(|line| seen.insert(alike(line)));
        let lines: Vec<String> = new.take(room).collect();
        room -= lines.len();
        if !lines.is_empty() {
            offered.push(OfferedLines { from, lines });
        }
    }
    offered
}

/// Two lines that differ in capitals, spaces around them or a full stop are the same to a person.
fn alike(line: &str) -> String {
    line.trim().trim_end_matches('.').trim_end().to_lowercase()
}

/// This field in the plans for other situations: in those that helped, and in the rest.
fn of_other_plans(
    desk: &Desk<'_>,
    situation: &SituationId,
    field: &str,
) -> (Vec<String>, Vec<String>) {
    let plans = desk.journey.all::<Plan>().map(|(_, plan)| plan);
    let others = plans.filter(|plan| plan.situation != *situation);
    let mut tried: Vec<(Helped, &Plan)> =
        others.map(|plan| (Helped::of(desk.journey, &plan.situation), plan)).collect();
    tried.sort_by_key(|(helped, plan)| {
        let Helped { yes, partly, no } = *helped;
        (Reverse(yes), Reverse(partly), no, Reverse(plan.made.utc), plan.situation.clone())
    });
    let lines = |helped: bool| {
        let plans = tried.iter().filter(move |(answers, _)| (answers.yes > 0) == helped);
        plans.flat_map(|(_, plan)| plan.lines(field)).cloned().collect()
    };
    (lines(true), lines(false))
}

/// The agreements that hold and belong in this field, oldest first.
fn agreements(desk: &Desk<'_>, situation: &SituationId, field: &str) -> Vec<String> {
    let about = substances(desk, situation);
    let all = desk.journey.all::<Agreement>();
    let mut held: Vec<_> = all
        .filter(|(_, one)| {
            !one.put_away && one.substance.as_ref().is_none_or(|code| about.contains(code))
        })
        .filter(|(_, one)| match &one.measure {
            Some(measure) => desk.content.word(measure).is_some_and(|word| fits(word, field)),
            None => field == OF_OWN_AGREEMENTS,
        })
        .collect();
    held.sort_by_key(|(id, one)| (one.since, *id));
    held.into_iter().map(|(_, one)| in_words(desk, one)).collect()
}

/// An agreement with its blank filled in.
fn in_words(desk: &Desk<'_>, agreement: &Agreement) -> String {
    let blank = agreement.filled_in.as_str();
    let measure = agreement.measure.as_ref().filter(|_| !blank.is_empty());
    let filled = measure.and_then(|code| desk.content.label_filled(code, blank, desk.lang));
    filled.unwrap_or_else(|| agreement.label.clone())
}

fn people(desk: &Desk<'_>, field: &str) -> Vec<String> {
    let people = desk.journey.all::<Supporter>().filter(|_| field == "who");
    people.map(|(_, one)| one.name.clone()).collect()
}

/// Thoughts, feelings and the body in the entries with this situation, as early signals.
fn noted_here(desk: &Desk<'_>, situation: &SituationId, field: &str) -> Vec<String> {
    if field != "early_signals" {
        return vec![];
    }
    let mut tags: HashMap<(Option<&Code>, &str), u32> = HashMap::new();
    let entries = desk.journey.episodes().map(|(_, one)| one);
    for one in entries.filter(|one| one.situations.iter().any(|tag| tag.id == *situation)) {
        for tag in [&one.thoughts, &one.feelings, &one.body].into_iter().flatten() {
            *tags.entry((tag.code.as_ref(), &tag.label)).or_default() += 1;
        }
    }
    // What differs in its code may be the same in words.
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for ((code, label), noted) in tags {
        *times.entry(signal(desk, code, label)).or_default() += noted;
    }
    let mut often: Vec<(String, u32)> =
        times.into_iter().filter(|(words, times)| *times >= NOTED && !words.is_empty()).collect();
    often.sort_by_key(|(_, times)| Reverse(*times));
    often.into_iter().map(|(words, _)| words).collect()
}

/// The words of a tag; none for a thought that helps, which is no signal.
fn signal(desk: &Desk<'_>, code: Option<&Code>, label: &str) -> String {
    let word = code.and_then(|code| desk.content.word(code));
    if word.is_some_and(|word| word.kind == Kind::Thought && word.group == HELPING) {
        return String::new();
    }
    let shown = code.and_then(|code| desk.content.label(code, desk.lang));
    shown.unwrap_or_else(|| label.to_owned())
}

/// Measures and helping thoughts of the packs for this field, one of each group in turn.
fn of_packs<'a>(
    desk: &'a Desk<'_>,
    situation: &SituationId,
    field: &str,
) -> impl Iterator<Item = String> + use<'a> {
    let about = substances(desk, situation);
    let thought = field == "helping_thought";
    let kind = if thought { Kind::Thought } else { Kind::Measure };
    let mut groups: BTreeMap<usize, Vec<&Word>> = BTreeMap::new();
    for substance in &about {
        let fit = desk.journey.goal(substance).map(|goal| goal_fit(goal.kind));
        for word in desk.content.vocabulary(kind, substance) {
            let suits = word.goals.is_empty() || fit.is_some_and(|fit| word.goals.contains(&fit));
            let place = if thought {
                (word.group == HELPING).then_some(0)
            } else {
                place_of_group(desk, situation, word, field)
            };
            if let Some(group) =
                place.filter(|_| suits).map(|place| groups.entry(place).or_default())
                && !group.contains(&word)
            {
                group.push(word);
            }
        }
    }
    let longest = groups.values().map(Vec::len).max().unwrap_or(0);
    let in_turn: Vec<&Word> = (0..longest)
        .flat_map(|nth| groups.values().filter_map(move |one| one.get(nth).copied()))
        .collect();
    in_turn.into_iter().filter_map(|word| desk.content.label(&word.code, desk.lang))
}

/// Where the group of a measure comes in a field, counted from 0; ways to refuse lead where
/// somebody offers, and are left out where nobody does.
fn place_of_group(
    desk: &Desk<'_>,
    situation: &SituationId,
    measure: &Word,
    field: &str,
) -> Option<usize> {
    let place = groups_of(field).iter().position(|group| *group == measure.group)?;
    if measure.group != "refuse" {
        return Some(place + 1);
    }
    let word = desk.content.word(&situation.code());
    word.is_some_and(|word| PRESSURE.contains(&word.group.as_str())).then_some(0)
}

fn fits(measure: &Word, field: &str) -> bool {
    groups_of(field).contains(&measure.group.as_str())
}

fn groups_of(field: &str) -> &'static [&'static str] {
    FIELD_OF_GROUP.iter().find(|(name, _)| *name == field).map_or(&[], |(_, groups)| groups)
}

/// The substance of the situation's pack, else all that are followed.
fn substances(desk: &Desk<'_>, situation: &SituationId) -> Vec<Code> {
    let pack = Code::from(situation.code().pack());
    if desk.content.substances().contains(&pack) {
        return vec![pack];
    }
    desk.journey.substances().into_iter().map(|one| one.substance.clone()).collect()
}

/// The kind of goal that a measure must suit.
pub fn goal_fit(kind: GoalKind) -> GoalFit {
    match kind {
        GoalKind::Stop => GoalFit::Stop,
        GoalKind::Reduce => GoalFit::Reduce,
        GoalKind::Safer | GoalKind::Unknown(_) => GoalFit::Safer,
    }
}
