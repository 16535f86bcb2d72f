//! "Does this belong to last night?" (rule G1).

use chrono::{NaiveDate, TimeDelta, Timelike};

use crate::content::Code;
use crate::journey::Journey;
use crate::time::{CutOff, Moment, Precision};

/// The question is asked until this hour (rule G1).
const UNTIL_HOUR: u32 = 10;
/// Use in so many hours before makes it one night (rule G1).
const SAME_NIGHT: TimeDelta = TimeDelta::hours(6);

/// The day before, where a use at this moment may belong to last night: between the cut-off and
/// 10:00, with use of the substance that counts for the day before in the 6 hours before.
pub fn belongs_to_last_night(
    journey: &Journey,
    substance: &Code,
    at: &Moment,
    cut_off: CutOff,
) -> Option<NaiveDate> {
    let clock = at.local();
    let minute = clock.hour() * 60 + clock.minute();
    let early = (u32::from(cut_off.0)..UNTIL_HOUR * 60).contains(&minute);
    if !early || at.precision != Precision::Minute || at.day != clock.date() {
        return None;
    }
    let night = at.day.pred_opt()?;
    let was_used = journey.episodes_between(night, night).any(|(_, episode)| {
        let before = at.utc - episode.at.utc;
        episode.at.precision == Precision::Minute
            && before >= TimeDelta::zero()
            && before <= SAME_NIGHT
            && episode.uses.iter().any(|one| one.substance == *substance)
    });
    was_used.then_some(night)
}
