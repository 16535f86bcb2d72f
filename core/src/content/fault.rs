//! What is wrong with a pack, and where.

use std::fmt;

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path of the file, as it was given.
    pub file: String,
    /// Line, from 1; 0 where the file as a whole is meant.
    pub line: u32,
    /// What is wrong.
    pub flaw: Flaw,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.flaw),
            line => write!(f, "{}:{line}: {}", self.file, self.flaw),
        }
    }
}

/// The kinds of wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Flaw {
    /// Bytes that are no UTF-8, TOML or Fluent.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// A folder without `pack.toml`.
    #[error("folder has no pack.toml")]
    NoManifest,
    /// No pack is called `base`.
    #[error("there is no base pack")]
    NoBase,
    /// A file that no part of a pack is.
    #[error("file belongs to no part of a pack")]
    StrayFile,
    /// Made for a newer Koers.
    #[error("format {0} is newer than this version reads")]
    NewerFormat(u32),
    /// The id is not the folder's name.
    #[error("id {0} is not the name of the folder")]
    WrongId(String),
    /// Not lower-case letters, digits and hyphens.
    #[error("{0} is not made of lower-case letters, digits and hyphens")]
    BadCode(String),
    /// A kind of word that does not exist.
    #[error("unknown kind of word {0}")]
    UnknownKind(String),
    /// The same code twice.
    #[error("{0} stands here twice")]
    DuplicateCode(String),
    /// The same message twice in one language.
    #[error("message {0} stands twice")]
    DuplicateMessage(String),
    /// A code or message that leads nowhere.
    #[error("{0} leads nowhere")]
    Dangling(String),
    /// A unit lacks one of its numbers, or one is not above nought.
    #[error("unit {unit} has no {number} above 0")]
    UnitNumber {
        /// The unit.
        unit: String,
        /// Which number.
        number: &'static str,
    },
    /// Not exactly one unit of a substance is offered first.
    #[error("exactly one unit stands first, here {0} do")]
    FirstUnit(usize),
    /// A value outside its range or form.
    #[error("{field} cannot be {value}")]
    BadValue {
        /// Which field.
        field: &'static str,
        /// What it said.
        value: String,
    },
    /// A text is missing in a language.
    #[error("{lang} has no text {id}")]
    MissingText {
        /// The language's folder.
        lang: String,
        /// The message, or the path of the page.
        id: String,
    },
    /// Two languages fill in a text differently.
    #[error("{id} takes {here} here and {there} in {other}")]
    Arguments {
        /// The message.
        id: String,
        /// Its arguments here.
        here: String,
        /// Its arguments in the other language.
        there: String,
        /// The other language's folder.
        other: String,
    },
    /// A help line without a source.
    #[error("help line {0} has no source")]
    NoSource(String),
    /// A help line without a date.
    #[error("help line {0} has no date on which it was checked")]
    NotChecked(String),
    /// A reading without a source.
    #[error("reading has no source")]
    ReadingWithoutSource,
    /// A sentence that is too long to read at a glance.
    #[error("{id} has a sentence of {words} words")]
    LongSentence {
        /// The message or page.
        id: String,
        /// Its words.
        words: usize,
    },
    /// A word that Koers does not use.
    #[error("{id} says '{word}'")]
    ForbiddenWord {
        /// The message or page.
        id: String,
        /// The word.
        word: String,
    },
    /// A code that was there once is gone.
    #[error("{0} was removed; mark it retired")]
    Removed(String),
    /// A retired code is used again.
    #[error("{0} was retired and cannot be used again")]
    Reused(String),
    /// A code that is not in `ids.lock` yet.
    #[error("{0} is not in ids.lock")]
    NotLocked(String),
}
