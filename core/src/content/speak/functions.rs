//! The functions that a message may call besides selecting on its arguments.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

/// Names of the functions, for the validator.
pub(in crate::content) const NAMES: [&str; 2] = ["CAP", "WORDS"];

/// `CAP($x)`: with a capital, for the start of a sentence: "Woensdag is niet ingevuld."
pub(super) fn capitalised<'a>(values: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match values.first() {
        Some(FluentValue::String(text)) => {
            FluentValue::String(Cow::Owned(super::capitalised(text)))
        }
        Some(other) => other.clone(),
        None => FluentValue::Error,
    }
}

/// `WORDS($n)`: a small whole number in words ("vier"); other numbers stay numbers. The words
/// stand in the pack's message `number-words`, from nought upwards.
pub(super) fn in_words<'a>(words: &[String], values: &[FluentValue<'a>]) -> FluentValue<'a> {
    let Some(value) = values.first() else { return FluentValue::Error };
    let FluentValue::Number(number) = value else { return value.clone() };
    let whole = number.value >= 0.0 && number.value.fract() == 0.0;
    match words.get(number.value as usize) {
        Some(word) if whole => FluentValue::String(Cow::Owned(word.clone())),
        _ => value.clone(),
    }
}
