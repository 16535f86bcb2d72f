//! How strong the craving was, week by week.

use chrono::NaiveDate;
use serde::Serialize;

use crate::content::Code;
use crate::goal::Week;
use crate::journey::Journey;

/// The craving of one goal week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CravingWeek {
    /// 1 for the first goal week.
    pub week: u32,
    /// Its first day.
    pub start: NaiveDate,
    /// Entries of the week with a number for craving.
    pub rated: u32,
    /// Their mean, 0–10; none without such an entry.
    pub mean: Option<f64>,
    /// The strongest of them, 0–10.
    pub strongest: Option<u8>,
}

/// The craving for a substance in each of these weeks. An entry without a number for craving
/// takes no part; a number above 10 is read as 10.
pub fn craving_by_week(journey: &Journey, substance: &Code, weeks: &[Week]) -> Vec<CravingWeek> {
    let of_week = |week: &Week| {
        let episodes = journey.episodes_between(week.start, week.end);
        let about = episodes.filter(|(_, episode)| episode.substance == *substance);
        let rated: Vec<u8> = about
            .filter_map(|(_, episode)| episode.craving)
            .map(|craving| craving.min(10))
            .collect();
        let sum: u32 = rated.iter().map(|craving| u32::from(*craving)).sum();
        let count = rated.len() as u32;
        CravingWeek {
            week: week.number,
            start: week.start,
            rated: count,
            mean: (count > 0).then(|| f64::from(sum) / f64::from(count)),
            strongest: rated.into_iter().max(),
        }
    };
    weeks.iter().map(of_week).collect()
}
