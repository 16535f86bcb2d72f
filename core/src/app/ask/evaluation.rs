//! The end of the programme (rule G7).

use serde::Serialize;

use super::verdict::rule_sentence;
use super::weeks::{change_text, goal_lines};
use super::{asked, calendar, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code};
use crate::goal::{ChangeAbsent, EndEvaluation, Outcome};
use crate::journey::draft::{Desk, Reason, Refusal};

/// How many sentences of recommendation each outcome has.
const RECOMMENDATIONS: usize = 3;

/// The evaluation at the end of the programme, or as it would be today.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct EvaluationView {
    /// The substance.
    pub substance: Code,
    /// The figures.
    #[serde(flatten)]
    pub end: EndEvaluation,
    /// The verdict.
    pub headline: String,
    /// The goal in words.
    pub goal_lines: Vec<String>,
    /// Rule by rule, then the change.
    pub lines: Vec<String>,
    /// What could come next.
    pub recommendations: Vec<String>,
}

impl Koers {
    /// The evaluation of the programme, for the first substance followed where none is named.
    pub fn evaluate(&self, substance: Option<&Code>) -> Result<EvaluationView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            let round = desk.journey.round();
            let round = round.ok_or_else(|| Refusal::new("start", Reason::Empty))?;
            let end = calendar(desk, &substance)?.end(round);
            Ok(view(desk, substance, end))
        })
    }
}

fn view(desk: &Desk<'_>, substance: Code, end: EndEvaluation) -> EvaluationView {
    let outcome = match end.outcome {
        Outcome::Reached => "end-reached",
        Outcome::Partly => "end-partly",
        Outcome::NotYet => "end-not-yet",
        Outcome::TooFewData => "end-too-few",
        Outcome::NoGoal => "goal-none",
    };
    let recommended: &[usize] = match end.outcome {
        Outcome::NoGoal => &[],
        Outcome::TooFewData => &[1, 2],
        _ => &[1, 2, RECOMMENDATIONS],
    };
    let recommend = |nth: &usize| say(desk, &format!("{outcome}-{nth}"));
    EvaluationView {
        headline: say(desk, outcome),
        goal_lines: goal_lines(desk, desk.journey.goal(&substance)),
        lines: lines(desk, &end),
        recommendations: recommended.iter().map(recommend).collect(),
        substance,
        end,
    }
}

fn lines(desk: &Desk<'_>, end: &EndEvaluation) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(week) = &end.last_week {
        lines.extend(end.rules.iter().map(|rule| rule_sentence(desk, week, rule)));
        if let Some(baseline) = &end.baseline {
            let args = Args::new()
                .amount("before", baseline.lo, &baseline.unit)
                .bare_amount("after", week.lo);
            lines.push(say_with(desk, "change-absolute", &args));
        }
    }
    if let Some(change) = end.change {
        lines.push(change_text(desk, change));
    } else if end.change_absent == Some(ChangeAbsent::NotEnoughDays) {
        lines.push(say(desk, "change-too-few"));
    }
    lines
}
