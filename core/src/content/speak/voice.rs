//! One pack's messages in one language.

use std::convert::Infallible;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::{functions, numbers};
use crate::content::Lang;

/// The message with the words for small numbers.
const NUMBER_WORDS: &str = "number-words";
/// Decimals that are shown; a number is rounded to fewer before it gets here.
const MOST_DECIMALS: u8 = 3;

/// The messages of one pack in one language.
pub(in crate::content) struct Voice {
    bundle: FluentBundle<FluentResource>,
}

/// Why a message could not be said in full.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::content) enum Unspoken {
    /// The pack has no such message in this language.
    #[error("no such message")]
    Missing,
    /// An argument is missing, or a reference leads nowhere.
    #[error("{0}")]
    Incomplete(String),
}

impl Voice {
    /// From parsed files; `number_words` count from nought. Of two messages with one id, the
    /// first stands.
    pub(in crate::content) fn new(
        lang: Lang,
        resources: Vec<FluentResource>,
        number_words: &str,
    ) -> Self {
        let identifier: LanguageIdentifier = lang.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(formatted));
        let words: Vec<String> = number_words.split_whitespace().map(str::to_owned).collect();
        // A new bundle has no function yet, so no name can be taken.
        let _added = bundle.add_function("CAP", functions::capitalised);
        let _added =
            bundle.add_function("WORDS", move |values, _named| functions::in_words(&words, values));
        for resource in resources {
            let _doubles_are_a_fault = bundle.add_resource(resource);
        }
        Self { bundle }
    }

    /// The small numbers in words that a pack's files bring, if they do.
    pub(in crate::content) fn number_words(resources: &[FluentResource]) -> Option<String> {
        let entries = resources.iter().flat_map(FluentResource::entries);
        entries.into_iter().find_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) if message.id.name == NUMBER_WORDS => {
                let elements = &message.value.as_ref()?.elements;
                elements.iter().find_map(|element| match element {
                    fluent_syntax::ast::PatternElement::TextElement { value } => {
                        Some((*value).to_owned())
                    }
                    fluent_syntax::ast::PatternElement::Placeable { .. } => None,
                })
            }
            _ => None,
        })
    }

    pub(in crate::content) fn has(&self, id: &str) -> bool {
        let (message, attribute) = parts(id);
        self.bundle.get_message(message).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }

    /// The message, or its attribute (`unit-joint.count`), filled in.
    pub(in crate::content) fn say(
        &self,
        id: &str,
        args: &FluentArgs<'_>,
    ) -> Result<String, Unspoken> {
        let (text, errors) = self.attempt(id, args).ok_or(Unspoken::Missing)?;
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(Unspoken::Incomplete(error.clone())),
        }
    }

    /// The message as well as it can be filled in.
    pub(in crate::content) fn attempt(
        &self,
        id: &str,
        args: &FluentArgs<'_>,
    ) -> Option<(String, Vec<String>)> {
        let (message, attribute) = parts(id);
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        Some((text, errors.iter().map(ToString::to_string).collect()))
    }
}

impl fmt::Debug for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Voice").finish_non_exhaustive()
    }
}

fn parts(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)))
}

/// The language of a bundle, for [`formatted`].
struct Spoken(Lang);

impl Memoizable for Spoken {
    type Args = ();
    type Error = Infallible;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, Infallible> {
        Ok(Self(lang.language.as_str().parse().unwrap_or_default()))
    }
}

fn formatted(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let said = languages.with_try_get::<Spoken, _, _>((), |lang| {
        numbers::number(number.value, MOST_DECIMALS, lang.0)
    });
    said.ok()
}
