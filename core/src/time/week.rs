//! Weeks that begin on a weekday of one's own choice (rule G3).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The first day of the week that a day lies in, when weeks begin on `anchor`.
pub fn week_start(day: NaiveDate, anchor: Weekday) -> NaiveDate {
    let past = day.weekday().days_since(anchor);
    day.checked_sub_days(Days::new(past.into())).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_its_anchor_and_holds_seven_days() {
        let thursday = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
        for step in 0..7 {
            let day = thursday + Days::new(step);
            assert_eq!(week_start(day, Weekday::Thu), thursday, "G3: {day}");
        }
        assert_eq!(week_start(thursday + Days::new(7), Weekday::Thu), thursday + Days::new(7));
        let friday_before = thursday - Days::new(6);
        assert_eq!(week_start(thursday, Weekday::Fri), friday_before, "G3: over new year");
        assert_eq!(week_start(NaiveDate::MIN, Weekday::Tue), NaiveDate::MIN);
    }
}
