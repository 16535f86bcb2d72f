//! The week before the start, the last whole goal week and the goal, side by side (SHP-27).

use serde::Serialize;

use crate::content::{Amount, Code};
use crate::goal::{EndEvaluation, Interval};
use crate::journey::GoalKind;

/// What the final chart holds, in one unit (rule G7).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The unit of all three.
    pub unit: Code,
    /// The week before the start.
    pub before: Interval,
    /// The last whole goal week.
    pub after: Interval,
    /// What the goal allows in a week: nothing where it is to stop; none where the goal sets no
    /// amount for a week.
    pub goal: Option<Amount>,
}

/// The three of an evaluation; none where one of the weeks is not there, or where the two count
/// in different units.
pub fn compared(end: &EndEvaluation) -> Option<Compared> {
    let (before, after) = (end.baseline.as_ref()?, end.last_week.as_ref()?);
    let goal = end.goal.as_ref().filter(|goal| goal.unit == after.unit || is_stop(goal.kind));
    let per_week = |goal: &crate::goal::EndGoal| match goal.kind {
        GoalKind::Stop => Some(Amount::ZERO),
        _ => goal.per_week,
    };
    (before.unit == after.unit).then(|| Compared {
        unit: after.unit.clone(),
        before: Interval { lo: before.lo, hi: before.hi },
        after: Interval { lo: after.lo, hi: after.hi },
        goal: goal.and_then(per_week),
    })
}

fn is_stop(kind: GoalKind) -> bool {
    kind == GoalKind::Stop
}
