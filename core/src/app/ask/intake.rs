//! How far the intake is: five short steps, of which any may still be open.

use serde::Serialize;

use super::{SubstanceView, name, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, Kind, Word};
use crate::journey::GoalKind;
use crate::journey::draft::Desk;
use crate::programme::{IntakeStep, StepState, goal_fit, intake};

/// One step of the intake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct IntakeStepView {
    /// Which.
    pub step: IntakeStep,
    /// "Step 2 of 5".
    pub count: String,
    /// Its heading.
    pub title: String,
    /// Whether nothing of it is left.
    pub done: bool,
    /// The substances for which it is open.
    pub open_for: Vec<SubstanceView>,
}

/// The intake as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct IntakeView {
    /// A word of welcome, before the first step.
    pub welcome: Option<String>,
    /// The five steps.
    pub steps: Vec<IntakeStepView>,
    /// What to say when a person pauses here.
    pub paused: String,
    /// What to say once nothing is left.
    pub done: Option<String>,
}

/// A measure of the catalogue, from which an agreement can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct MeasureView {
    /// Its code.
    pub code: Code,
    /// Its words.
    pub label: String,
}

impl Koers {
    /// The measures that suit a kind of goal; those that suit every goal are among them.
    pub fn measures(
        &self,
        substance: &Code,
        kind: GoalKind,
    ) -> Result<Vec<MeasureView>, KoersError> {
        let fit = goal_fit(kind);
        self.ask(|desk| {
            let all = desk.content.vocabulary(Kind::Measure, substance).into_iter();
            let suit = all.filter(|word| word.goals.is_empty() || word.goals.contains(&fit));
            let view = |word: &Word| MeasureView {
                code: word.code.clone(),
                label: name(desk, &word.code),
            };
            Ok(suit.map(view).collect())
        })
    }

    /// Which steps of the intake are done and which are left.
    pub fn intake(&self) -> Result<IntakeView, KoersError> {
        self.ask(|desk| Ok(view(desk)))
    }
}

fn view(desk: &Desk<'_>) -> IntakeView {
    let steps = intake(desk.journey);
    let begun = steps.iter().any(|step| step.step == IntakeStep::Person && step.done);
    let done = steps.iter().all(|step| step.done);
    let nickname = desk.journey.profile().map_or("", |profile| profile.nickname.as_str());
    let end = match nickname {
        "" => say(desk, "intake-done-plain"),
        nickname => say_with(desk, "intake-done", &Args::new().own("nickname", nickname)),
    };
    IntakeView {
        welcome: (!begun).then(|| say(desk, "intake-welcome")),
        steps: steps.into_iter().map(|step| step_view(desk, step)).collect(),
        paused: say(desk, "intake-paused"),
        done: done.then_some(end),
    }
}

fn step_view(desk: &Desk<'_>, state: StepState) -> IntakeStepView {
    let number = state.step.number();
    let of = IntakeStep::ALL.len() as i64;
    let open = state.open_for.into_iter();
    IntakeStepView {
        step: state.step,
        count: say_with(desk, "intake-step", &Args::new().count("step", number).count("of", of)),
        title: say(desk, &format!("intake-step-{number}")),
        done: state.done,
        open_for: open.map(|code| SubstanceView { label: name(desk, &code), code }).collect(),
    }
}
