//! Which steps of the intake are done, and what comes next.
//!
//! It follows from what is recorded, so an intake goes on where it stopped, on any device. A step
//! that was skipped stays open and blocks nothing.

use serde::Serialize;

use crate::content::Code;
use crate::journey::entity::{Agreement, Answer};
use crate::journey::{Journey, exercise, id};

/// The five steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum IntakeStep {
    /// Who the person is to Koers: name, substances, how long (SHP-04).
    Person,
    /// Use in the week before (SHP-05).
    PastWeek,
    /// The four lists and the decision (SHP-06, SHP-07).
    Balance,
    /// End goal and pace (SHP-08).
    Goal,
    /// A first agreement, and the situations to watch (SHP-09, SHP-16).
    Agreement,
}

impl IntakeStep {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Person, Self::PastWeek, Self::Balance, Self::Goal, Self::Agreement];

    /// 1 for the first.
    pub fn number(self) -> u32 {
        1 + Self::ALL.iter().position(|step| *step == self).unwrap_or_default() as u32
    }
}

/// How far a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepState {
    /// Which step.
    pub step: IntakeStep,
    /// The substances for which it is still open; for the first step, none.
    pub open_for: Vec<Code>,
    /// Whether nothing of it is left.
    pub done: bool,
}

/// What a person decided about a substance (SHP-07).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// To change something.
    Change,
    /// Not now: everything is kept, nothing is asked again.
    NotNow,
}

/// The decision about a substance; none before there is one.
pub fn decision(journey: &Journey, substance: &Code) -> Option<Decision> {
    let answer: &Answer = journey.get(id::answer(&exercise::DECISION.into(), Some(substance)))?;
    match answer.field(exercise::DECISION_FIELD)?.lines.first()?.as_str() {
        exercise::CHANGE => Some(Decision::Change),
        exercise::NOT_NOW => Some(Decision::NotNow),
        _ => None,
    }
}

/// The five steps with what is left of each. After "not now" no goal and no agreement is asked.
pub fn intake(journey: &Journey) -> Vec<StepState> {
    let followed: Vec<Code> =
        journey.substances().into_iter().map(|one| one.substance.clone()).collect();
    let begun = journey.profile().is_some() && journey.round().is_some() && !followed.is_empty();
    let state = |step| {
        if step == IntakeStep::Person {
            return StepState { step, open_for: vec![], done: begun };
        }
        let open = followed.iter().filter(|one| is_open(journey, step, one));
        let open_for: Vec<Code> = open.cloned().collect();
        StepState { step, done: begun && open_for.is_empty(), open_for }
    };
    IntakeStep::ALL.into_iter().map(state).collect()
}

fn is_open(journey: &Journey, step: IntakeStep, substance: &Code) -> bool {
    let wants_change = decision(journey, substance) != Some(Decision::NotNow);
    match step {
        IntakeStep::Person => false,
        IntakeStep::PastWeek => journey.baseline(substance).is_none(),
        IntakeStep::Balance => decision(journey, substance).is_none(),
        IntakeStep::Goal => wants_change && journey.goal(substance).is_none(),
        IntakeStep::Agreement => {
            let mut made = journey.all::<Agreement>().map(|(_, one)| one);
            let there = made.any(|one| one.substance.as_ref().is_none_or(|of| of == substance));
            wants_change && !there
        }
    }
}
