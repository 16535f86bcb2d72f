//! Safer use: the agreements a goal is judged by, and the person's weekly answers (rule G8).

use std::collections::BTreeMap;

use super::rule::{RuleKind, RuleState, RuleVerdict};
use crate::content::Code;
use crate::journey::entity::{Agreement, Review};
use crate::journey::{Journey, ReviewAnswer};
use crate::time::cbor::day::number;
use crate::vault::RecordId;

const DAY_MS: i64 = 86_400_000;

/// An agreement that belongs, or belonged, to a goal of safer use.
struct Agreed {
    id: RecordId,
    since: i64,
    /// The day on which it was put away; none while it holds.
    until: Option<i64>,
    answers: BTreeMap<i64, ReviewAnswer>,
}

impl Agreed {
    /// Whether the week is judged by it: one put away later was still one then, and an answer
    /// that was given stands.
    fn is_of_week(&self, start: i64) -> bool {
        let end = start + 6;
        let held = self.since <= end && self.until.is_none_or(|until| until > end);
        held || self.answers.contains_key(&start)
    }
}

/// The agreements of one substance, in the order in which they were made.
pub(super) struct Agreements(Vec<Agreed>);

impl Agreements {
    pub(super) fn of(journey: &Journey, substance: &Code) -> Self {
        let mut answers: BTreeMap<RecordId, BTreeMap<i64, ReviewAnswer>> = BTreeMap::new();
        for (_, review) in journey.all::<Review>() {
            let weeks = answers.entry(review.agreement).or_default();
            weeks.insert(number(review.week_start), review.answer);
        }
        let is_about = |one: &Agreement| one.substance.as_ref().is_none_or(|s| s == substance);
        let mut all: Vec<_> = journey
            .all::<Agreement>()
            .filter(|(_, one)| is_about(one))
            .filter_map(|(id, _)| agreed(journey, id, answers.remove(&id).unwrap_or_default()))
            .collect();
        all.sort_by_key(|(made, one)| (one.since, *made, one.id));
        Self(all.into_iter().map(|(_, one)| one).collect())
    }

    /// One rule an agreement.
    pub(super) fn judge(&self, start: i64, running: bool, unit: &Code) -> Vec<RuleVerdict> {
        let of_week = self.0.iter().filter(|one| one.is_of_week(start));
        of_week
            .map(|one| {
                let answer = one.answers.get(&start).copied();
                RuleVerdict {
                    state: if running { RuleState::Open } else { state(answer) },
                    agreement: Some(one.id),
                    answer,
                    ..RuleVerdict::empty(RuleKind::Agreement, unit.clone())
                }
            })
            .collect()
    }
}

/// With the stamp of its first version, for the order; none where no goal was ever judged by it.
fn agreed(
    journey: &Journey,
    id: RecordId,
    answers: BTreeMap<i64, ReviewAnswer>,
) -> Option<(i64, Agreed)> {
    let versions: Vec<_> = journey.records::<Agreement>().record(id)?.dated_history().collect();
    let holds = |one: &Agreement| one.of_goal && !one.put_away;
    let last = versions.iter().rposition(|(_, one)| holds(one))?;
    let until = versions.get(last + 1).map(|(stamp, _)| stamp.millis().div_euclid(DAY_MS));
    let since = number(versions[last].1.since);
    let made = versions.first()?.0.millis();
    Some((made, Agreed { id, since, until, answers }))
}

/// Yes is met, no and partly are not, not needed is left out, none is unknown.
fn state(answer: Option<ReviewAnswer>) -> RuleState {
    match answer {
        Some(ReviewAnswer::Yes) => RuleState::Met,
        Some(ReviewAnswer::No | ReviewAnswer::Partly) => RuleState::NotMet,
        Some(ReviewAnswer::NotNeeded) => RuleState::NotJudged,
        Some(ReviewAnswer::Unknown(_)) | None => RuleState::Unknown,
    }
}
