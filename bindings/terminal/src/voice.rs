//! Texts of the packs in the language of the person.

use std::sync::Arc;

use koers_core::app::{KoersError, sentence};
use koers_core::content::{Args as Words, Code, Content, Lang};
use koers_core::journey::draft::Reason;

use crate::args::{Args, Language};
use crate::failure::Failure;

/// The packs, and the language to speak.
#[derive(Clone)]
pub(crate) struct Voice {
    pub(crate) content: Arc<Content>,
    pub(crate) lang: Lang,
}

impl Voice {
    /// Before a vault is open: the language of `--lang`, or else of the computer.
    pub(crate) fn of(args: &Args) -> Self {
        let lang = chosen(args).or_else(of_the_computer).unwrap_or_default();
        Self { content: Content::shipped(), lang }
    }

    /// A text without arguments.
    pub(crate) fn say(&self, id: &str) -> String {
        self.say_with(id, &Words::new())
    }

    /// A text with arguments.
    pub(crate) fn say_with(&self, id: &str, words: &Words) -> String {
        self.content.text(id, self.lang, words)
    }

    /// What a code is called.
    pub(crate) fn label(&self, code: &Code) -> String {
        self.content.label(code, self.lang).unwrap_or_else(|| code.to_string())
    }

    /// What went wrong, and a way out.
    pub(crate) fn fail(&self, error: &KoersError) -> Failure {
        Failure::Wrong(sentence(&self.content, self.lang, error))
    }

    /// A refusal that the terminal has to make, because it could not read an option.
    pub(crate) fn refuse(&self, field: &str, reason: Reason) -> Failure {
        self.fail(&KoersError::InvalidDraft { field: field.to_owned(), reason })
    }

    /// An option that cannot be read.
    pub(crate) fn unreadable(&self, option: &str) -> Failure {
        Failure::Usage(self.say_with("option-unreadable", &Words::new().text("option", option)))
    }
}

/// The language asked for; none for the profile's.
pub(crate) fn chosen(args: &Args) -> Option<Lang> {
    args.lang.map(|lang| match lang {
        Language::Nl => Lang::Nl,
        Language::En => Lang::En,
    })
}

/// The language that the computer is set to, where there are texts in it.
fn of_the_computer() -> Option<Lang> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)?;
    match locale.get(..2)? {
        "nl" => Some(Lang::Nl),
        "en" => Some(Lang::En),
        _ => None,
    }
}
