//! An open vault with what a command needs around it.

use koers_core::app::{Command as Record, Koers, KoersError};
use koers_core::content::{Code, Content};
use koers_core::journey::draft::Reason;
use serde::Serialize;

use crate::args::{Args, Of};
use crate::failure::Failure;
use crate::show;
use crate::voice::Voice;

/// An open vault, the options of the command, and the language to speak.
pub(crate) struct Session<'a> {
    pub(crate) args: &'a Args,
    pub(crate) koers: Koers,
    pub(crate) voice: Voice,
}

impl<'a> Session<'a> {
    pub(crate) fn of(args: &'a Args, koers: Koers) -> Self {
        let voice = Voice { content: Content::shipped(), lang: koers.lang() };
        Self { args, koers, voice }
    }

    /// A text without arguments.
    pub(crate) fn say(&self, id: &str) -> String {
        self.voice.say(id)
    }

    /// An answer of the core, or its sentence.
    pub(crate) fn ok<T>(&self, answer: Result<T, KoersError>) -> Result<T, Failure> {
        answer.map_err(|error| self.voice.fail(&error))
    }

    /// Records one thing, and shows the receipt.
    pub(crate) fn record(&self, command: &Record) -> Result<(), Failure> {
        self.record_all(std::slice::from_ref(command))
    }

    /// Records all of it or nothing, and shows the receipt.
    pub(crate) fn record_all(&self, commands: &[Record]) -> Result<(), Failure> {
        let receipt = self.ok(self.koers.record_all(commands))?;
        print(self.args, &receipt, show::receipt)
    }

    /// The answer of a query, as text or as JSON.
    pub(crate) fn show<V: Serialize>(
        &self,
        answer: Result<V, KoersError>,
        show: impl Fn(&V),
    ) -> Result<(), Failure> {
        print(self.args, &self.ok(answer)?, show)
    }

    /// The substance named, or the first that is followed.
    pub(crate) fn substance(&self, of: &Of) -> Result<Code, Failure> {
        if let Some(named) = of.code() {
            return Ok(named);
        }
        let followed = self.ok(self.koers.substances())?;
        let first = followed.first().map(|one| one.code.clone());
        first.ok_or_else(|| self.voice.refuse("substance", Reason::Empty))
    }
}

/// A view as text, or as one JSON object.
pub(crate) fn print<V: Serialize>(args: &Args, view: &V, show: impl Fn(&V)) -> Result<(), Failure> {
    if args.json {
        let text =
            serde_json::to_string(view).map_err(|error| Failure::Wrong(error.to_string()))?;
        anstream::println!("{text}");
    } else {
        show(view);
    }
    Ok(())
}
