//! Which days are still to be filled in, and which of them are asked about (rule G2).
//!
//! A day that was not logged is unknown, and stays so until the person says more. Going on from
//! today puts the question away, not the days: they are never counted as days without.

use chrono::NaiveDate;

use crate::content::Code;
use crate::goal::{Calendar, DayWord};
use crate::journey::draft::Desk;
use crate::journey::entity::{NotForMe, Round};

/// What begins the subject of going on from today.
const GAPS: &str = "gaps";

/// Yesterday, where it is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenDay {
    /// Its date.
    pub day: NaiveDate,
    /// Whether use was logged on it: then it is asked whether that was all.
    pub used: bool,
}

/// The days before today that are still open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenDays {
    /// Yesterday; none where it is closed, or waits to be confirmed.
    pub yesterday: Option<OpenDay>,
    /// Earlier days of which nothing is known, newest first.
    pub gaps: Vec<NaiveDate>,
}

/// The open days of a substance: from the first day that something is known of it in this round,
/// without those on which the programme rested. Gaps that were put away are left out.
pub fn open_days(
    desk: &Desk<'_>,
    substance: &Code,
    today: NaiveDate,
    calendar: &Calendar<'_>,
) -> OpenDays {
    let round = desk.journey.round();
    let first = first_day(desk, substance, calendar);
    let resting = |day: NaiveDate| round.is_some_and(|round| rested(round, day));
    let before = today.pred_opt();
    let yesterday = before.filter(|day| first <= *day && !resting(*day)).and_then(|day| {
        let state = calendar.day(day);
        let open = !state.closed && !state.early;
        open.then_some(OpenDay { day, used: state.state == DayWord::Used })
    });
    let gone_on = gone_on_until(desk, substance);
    let asked = |day: &NaiveDate| {
        Some(*day) != before && gone_on.is_none_or(|until| *day > until) && !resting(*day)
    };
    let blank = calendar.blank_days(first).into_iter().rev();
    OpenDays { yesterday, gaps: blank.filter(asked).collect() }
}

/// What to put away to go on from today: all gaps up to this one.
pub fn gaps_key(substance: &Code, newest: NaiveDate) -> String {
    format!("{GAPS}:{substance}:{newest}")
}

/// Whether this is such a key.
pub fn is_gaps_key(subject: &str) -> bool {
    subject.strip_prefix(GAPS).is_some_and(|rest| rest.starts_with(':'))
}

/// The last day that was put away. It holds in every round: those days do not change any more.
fn gone_on_until(desk: &Desk<'_>, substance: &Code) -> Option<NaiveDate> {
    let all = desk.journey.all::<NotForMe>().map(|(_, one)| one.subject.as_str());
    let of_substance = format!("{GAPS}:{substance}:");
    all.filter_map(|subject| subject.strip_prefix(&of_substance)?.parse().ok()).max()
}

fn first_day(desk: &Desk<'_>, substance: &Code, calendar: &Calendar<'_>) -> NaiveDate {
    let intake = desk.journey.baseline(substance).map(|baseline| baseline.intake_day);
    let known = calendar.first_known();
    let known = intake.map_or(known, |intake| intake.min(known));
    desk.journey.round().map_or(known, |round| round.start.max(known))
}

fn rested(round: &Round, day: NaiveDate) -> bool {
    round
        .pauses
        .iter()
        .any(|pause| pause.from <= day && pause.until.is_none_or(|until| day < until))
}
