//! The end of the programme (rule G7).

use serde::Serialize;

use super::verdict::rule_sentence;
use super::weeks::{change_text, goal_lines};
use super::{asked, calendar, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Amount, Args, Code};
use crate::goal::{ChangeAbsent, EndEvaluation, Interval, Outcome};
use crate::insight::{Compared, compared};
use crate::journey::draft::{Desk, Reason, Refusal};

/// How many sentences of recommendation each outcome has.
const RECOMMENDATIONS: usize = 3;

/// One of the three that the end lays side by side: the week before the start, the last week, and
/// what the goal allows in a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct EndBar {
    /// Which of the three.
    pub label: String,
    /// Its amount in words.
    pub text: String,
    /// How far it certainly reaches, as a share of the longest of the three, 0–1.
    pub certain: f64,
    /// How far it may reach, with the days that are not closed, 0–1.
    pub possible: f64,
}

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
    /// The final chart; empty where the weeks cannot be compared.
    pub bars: Vec<EndBar>,
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

pub(super) fn view(desk: &Desk<'_>, substance: Code, end: EndEvaluation) -> EvaluationView {
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
        bars: compared(&end).map(|three| bars(desk, &three)).unwrap_or_default(),
        goal_lines: goal_lines(desk, desk.journey.goal(&substance)),
        lines: lines(desk, &end),
        recommendations: recommended.iter().map(recommend).collect(),
        substance,
        end,
    }
}

fn bars(desk: &Desk<'_>, three: &Compared) -> Vec<EndBar> {
    let ends = [three.before.hi, three.after.hi, three.goal.unwrap_or_default()];
    let longest = ends.into_iter().max().filter(|end| *end > Amount::ZERO);
    let share = |amount: Amount| longest.map_or(0.0, |end| amount.to_f64() / end.to_f64());
    let bar = |label: &str, text: String, lo: Amount, hi: Amount| EndBar {
        label: say(desk, label),
        text,
        certain: share(lo),
        possible: share(hi),
    };
    let week = |label: &str, used: Interval| {
        let args = Args::new().bare_amount("low", used.lo).amount("high", used.hi, &three.unit);
        let is_known = used.lo == used.hi;
        let text = if is_known { "results-bar-amount" } else { "results-bar-range" };
        bar(label, say_with(desk, text, &args), used.lo, used.hi)
    };
    let goal = three.goal.map(|most| {
        let args = Args::new().amount("amount", most, &three.unit);
        let text = if most == Amount::ZERO { "results-bar-stop" } else { "results-bar-goal" };
        bar("results-goal", say_with(desk, text, &args), most, most)
    });
    let weeks = [week("results-baseline", three.before), week("results-last-week", three.after)];
    weeks.into_iter().chain(goal).collect()
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
