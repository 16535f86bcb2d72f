//! What a message is filled in with.

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::content::{Amount, Code};

/// The arguments of one message, by name; see the table of messages in `packs/README.md`.
#[derive(Clone, Debug, Default)]
pub struct Args(pub(in crate::content) Vec<(&'static str, Arg)>);

/// One argument, not yet in a language.
#[derive(Clone, Debug)]
pub(in crate::content) enum Arg {
    Text(String),
    Own(String),
    Number { value: f64, decimals: u8 },
    Amount(Amount),
    AmountOf { amount: Amount, unit: Code },
    Label(Code),
    Labels(Vec<Code>),
    Date(NaiveDate),
    Weekday(Weekday),
    Weekdays(Vec<Weekday>),
    Time(NaiveTime),
    List(Vec<String>),
}

impl Args {
    /// No arguments.
    pub fn new() -> Self {
        Self::default()
    }

    fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.0.push((name, arg));
        self
    }

    /// A text that is already in the right language, or the key of a selector.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    /// The person's own words: never changed, isolated where they run from right to left.
    #[must_use]
    pub fn own(self, name: &'static str, words: impl Into<String>) -> Self {
        self.with(name, Arg::Own(words.into()))
    }

    /// A whole number.
    #[must_use]
    pub fn count(self, name: &'static str, n: impl Into<i64>) -> Self {
        self.with(name, Arg::Number { value: n.into() as f64, decimals: 0 })
    }

    /// A number rounded to at most so many decimals, three at most.
    #[must_use]
    pub fn number(self, name: &'static str, value: f64, decimals: u8) -> Self {
        self.with(name, Arg::Number { value, decimals })
    }

    /// An amount without its unit: "4".
    #[must_use]
    pub fn bare_amount(self, name: &'static str, amount: Amount) -> Self {
        self.with(name, Arg::Amount(amount))
    }

    /// An amount with its unit: "4 joints".
    #[must_use]
    pub fn amount(self, name: &'static str, amount: Amount, unit: &Code) -> Self {
        self.with(name, Arg::AmountOf { amount, unit: unit.clone() })
    }

    /// The label of something in a pack; the code itself where no pack knows it.
    #[must_use]
    pub fn label(self, name: &'static str, code: &Code) -> Self {
        self.with(name, Arg::Label(code.clone()))
    }

    /// Several labels, joined: "cannabis and cocaine".
    #[must_use]
    pub fn labels(self, name: &'static str, codes: &[Code]) -> Self {
        self.with(name, Arg::Labels(codes.to_vec()))
    }

    /// A day as "3 March".
    #[must_use]
    pub fn date(self, name: &'static str, day: NaiveDate) -> Self {
        self.with(name, Arg::Date(day))
    }

    /// A weekday in full.
    #[must_use]
    pub fn weekday(self, name: &'static str, weekday: Weekday) -> Self {
        self.with(name, Arg::Weekday(weekday))
    }

    /// Weekdays in full, joined.
    #[must_use]
    pub fn weekdays(self, name: &'static str, weekdays: &[Weekday]) -> Self {
        self.with(name, Arg::Weekdays(weekdays.to_vec()))
    }

    /// A clock time as the language says it.
    #[must_use]
    pub fn time(self, name: &'static str, time: NaiveTime) -> Self {
        self.with(name, Arg::Time(time))
    }

    /// Texts, joined: "a, b and c".
    #[must_use]
    pub fn list(self, name: &'static str, items: impl IntoIterator<Item = String>) -> Self {
        self.with(name, Arg::List(items.into_iter().collect()))
    }
}
