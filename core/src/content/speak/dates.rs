//! Days, weekdays and months in words.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, MD, YM, YMD};
use icu_datetime::input::Date;

use super::list;
use crate::content::Lang;

/// "3 maart", "3 March".
pub fn date(day: NaiveDate, lang: Lang) -> String {
    let formatter = FixedCalendarDateTimeFormatter::try_new((&lang.locale()).into(), MD::long());
    match (formatter, gregorian(day)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => day.to_string(),
    }
}

/// "3 maart 2026".
pub fn day_month_year(day: NaiveDate, lang: Lang) -> String {
    let formatter = FixedCalendarDateTimeFormatter::try_new((&lang.locale()).into(), YMD::long());
    match (formatter, gregorian(day)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => day.to_string(),
    }
}

/// "maart 2026".
pub fn month_year(day: NaiveDate, lang: Lang) -> String {
    let formatter = FixedCalendarDateTimeFormatter::try_new((&lang.locale()).into(), YM::long());
    match (formatter, gregorian(day)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => day.format("%Y-%m").to_string(),
    }
}

/// "vrijdag", "Friday".
pub fn weekday(weekday: Weekday, lang: Lang) -> String {
    named(weekday, E::long(), lang)
}

/// "vr", "Fri".
pub fn short_weekday(weekday: Weekday, lang: Lang) -> String {
    named(weekday, E::short(), lang)
}

/// "vrijdag en zaterdag".
pub fn weekdays(days: &[Weekday], lang: Lang) -> String {
    let names: Vec<String> = days.iter().map(|day| weekday(*day, lang)).collect();
    list(&names, lang)
}

fn named(weekday: Weekday, field: E, lang: Lang) -> String {
    // 1970-01-05 was a Monday.
    let monday = NaiveDate::default() + Days::new(4);
    let day = monday + Days::new(weekday.num_days_from_monday().into());
    let formatter = FixedCalendarDateTimeFormatter::try_new((&lang.locale()).into(), field);
    match (formatter, gregorian(day)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => weekday.to_string(),
    }
}

/// The same day for ICU4X; none for years that it does not write.
fn gregorian(day: NaiveDate) -> Option<Date<icu_calendar::Gregorian>> {
    Date::try_new_gregorian(day.year(), day.month() as u8, day.day() as u8).ok()
}
