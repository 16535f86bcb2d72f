//! How numbers, dates, lists and a person's own words are written in each language.
//!
//! Numbers, dates and lists follow CLDR through ICU4X; only how a clock time is said stands in
//! the base pack. This room must not know what a sentence is about.

mod args;
mod dates;
mod functions;
mod numbers;
mod own;
mod voice;

pub(super) use args::Arg;
pub use args::Args;
pub use dates::{date, day_month_year, month_year, short_weekday, weekday, weekdays};
pub(super) use functions::NAMES as FUNCTIONS;
pub use numbers::{amount, figures, number};
pub use own::own_words;
pub(super) use voice::{Unspoken, Voice};

use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;

use super::Lang;

/// Joined as in speech: "vrijdag en zaterdag", "beer, wine and rum".
pub fn list<T: AsRef<str>>(items: &[T], lang: Lang) -> String {
    let items = items.iter().map(AsRef::as_ref);
    match ListFormatter::try_new_and((&lang.locale()).into(), ListFormatterOptions::default()) {
        Ok(formatter) => formatter.format(items).to_string(),
        Err(_no_data) => items.collect::<Vec<_>>().join(", "),
    }
}

/// With a capital, for the start of a line: "Cannabis".
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests;
