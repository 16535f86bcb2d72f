//! CLDR's forms for the languages of Koers.

use chrono::{NaiveDate, Weekday};

use super::*;
use crate::content::Amount;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a date")
}

#[test]
fn numbers_take_the_decimal_mark_of_the_language() {
    assert_eq!(number(7.2, 1, Lang::Nl), "7,2");
    assert_eq!(number(7.25, 1, Lang::En), "7.3", "half away from zero");
    assert_eq!(number(7.0, 1, Lang::Nl), "7", "no needless zeros");
    assert_eq!(number(-0.04, 1, Lang::En), "0", "no minus nought");
    assert_eq!(number(1234.0, 0, Lang::Nl), "1234");
    assert_eq!(number(12_345.0, 0, Lang::Nl), "12.345");
    assert_eq!(number(12_345.0, 0, Lang::En), "12,345");
    assert_eq!(number(f64::NAN, 1, Lang::En), "–");
    assert_eq!(amount(Amount::thousandths(125), Lang::Fr), "0,125");
}

#[test]
fn dates_and_weekdays_are_written_in_words() {
    assert_eq!(date(day(3, 3), Lang::Nl), "3 maart");
    assert_eq!(date(day(3, 3), Lang::En), "3 March");
    assert_eq!(date(day(3, 3), Lang::Fr), "3 mars");
    assert_eq!(day_month_year(day(8, 5), Lang::Nl), "5 augustus 2026");
    assert_eq!(month_year(day(2, 1), Lang::En), "February 2026");
    assert_eq!(weekday(Weekday::Wed, Lang::Nl), "woensdag");
    assert_eq!(short_weekday(Weekday::Fri, Lang::Nl), "vr");
    assert_eq!(short_weekday(Weekday::Fri, Lang::En), "Fri");
    assert_eq!(weekdays(&[Weekday::Fri, Weekday::Sat], Lang::Nl), "vrijdag en zaterdag");
}

#[test]
fn lists_are_joined_as_in_speech() {
    assert_eq!(list(&["a", "b", "c"], Lang::En), "a, b and c");
    assert_eq!(list(&["a", "b", "c"], Lang::Nl), "a, b en c");
    assert_eq!(list(&["a", "b"], Lang::Fr), "a et b");
    assert_eq!(list::<&str>(&[], Lang::Nl), "");
}
