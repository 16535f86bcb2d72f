//! Asking a person: one question at a time, each with a word on how to answer it.
//!
//! What is a good answer is the core's to say: its sentence is shown, and the question comes again.
//! Esc leaves a question open. Ctrl-C ends the command; what was recorded before stays.

mod goal;
mod log;
mod note;
mod plan;
mod start;
mod steps;

use inquire::ui::RenderConfig;
use inquire::{Confirm, InquireError, MultiSelect, Password, PasswordDisplayMode, Select, Text};
use koers_core::app::{Command as Record, KoersError};
use koers_core::content::{Args as Words, Lang};
use koers_core::journey::draft::Reason;
use zeroize::Zeroizing;

pub(crate) use goal::goal;
pub(crate) use log::{edit, log, of_kind};
pub(crate) use note::note;
pub(crate) use plan::plan;
pub(crate) use start::start;

use crate::failure::Failure;
use crate::session::Session;
use crate::show;
use crate::voice::Voice;

/// How many choices are shown at once on a small terminal.
const PAGE: usize = 10;

/// An answer, none where the person left the question open.
fn answered<T>(voice: &Voice, given: Result<T, InquireError>) -> Result<Option<T>, Failure> {
    match given {
        Ok(answer) => Ok(Some(answer)),
        Err(InquireError::OperationCanceled) => Ok(None),
        Err(InquireError::OperationInterrupted) => Err(Failure::Stopped(voice.say("ask-stopped"))),
        Err(InquireError::NotTTY) => {
            let command = Words::new().text("command", "--help");
            Err(Failure::Usage(voice.say_with("answers-needed", &command)))
        }
        Err(error) => Err(Failure::Wrong(error.to_string())),
    }
}

/// The language that texts come in from now on, asked in each of them.
pub(crate) fn language(voice: &Voice) -> Result<Lang, Failure> {
    let langs = [Lang::Nl, Lang::En];
    let none = Words::new();
    let question = langs.map(|lang| voice.content.text("intake-language-ask", lang, &none));
    let names = ["Nederlands", "English"].map(str::to_owned).to_vec();
    let at = langs.iter().position(|lang| *lang == voice.lang).unwrap_or_default();
    let chosen = choose(voice, &question.join(" / "), names, at)?;
    Ok(chosen.map_or(voice.lang, |nth| langs[nth]))
}

/// The passphrase of a vault that is there.
pub(crate) fn secret(voice: &Voice) -> Result<String, Failure> {
    let question = voice.say("field-secret");
    let typed = Password::new(&question)
        .with_display_mode(PasswordDisplayMode::Masked)
        .without_confirmation()
        .prompt();
    answered(voice, typed)?.ok_or_else(|| Failure::Stopped(voice.say("ask-stopped")))
}

/// A new passphrase, typed twice.
pub(crate) fn new_secret(voice: &Voice) -> Result<String, Failure> {
    let [ask, again, different] =
        ["intake-secret-ask", "intake-secret-again", "intake-secret-different"]
            .map(|id| voice.say(id));
    loop {
        let typed = Password::new(&ask)
            .with_display_mode(PasswordDisplayMode::Masked)
            .with_custom_confirmation_message(&again)
            .with_custom_confirmation_error_message(&different)
            .prompt();
        let Some(typed) = answered(voice, typed)? else {
            return Err(Failure::Stopped(voice.say("ask-stopped")));
        };
        if !typed.is_empty() {
            return Ok(typed);
        }
    }
}

/// One of several, by its number.
pub(crate) fn choose(
    voice: &Voice,
    question: &str,
    options: Vec<String>,
    at: usize,
) -> Result<Option<usize>, Failure> {
    let help = voice.say("ask-help-choose");
    let asked = Select::new(question, options)
        .with_help_message(&help)
        .with_page_size(PAGE)
        .with_starting_cursor(at);
    Ok(answered(voice, asked.raw_prompt())?.map(|one| one.index))
}

/// Any of several, by their numbers.
pub(crate) fn choose_several(
    voice: &Voice,
    question: &str,
    options: Vec<String>,
    marked: &[usize],
) -> Result<Option<Vec<usize>>, Failure> {
    let help = voice.say("ask-help-several");
    let asked = MultiSelect::new(question, options)
        .with_help_message(&help)
        .with_page_size(PAGE)
        .with_default(marked);
    let chosen = answered(voice, asked.raw_prompt())?;
    Ok(chosen.map(|chosen| chosen.iter().map(|one| one.index).collect()))
}

/// Yes or no, in words of the person's language.
pub(crate) fn yes(voice: &Voice, question: &str, usual: bool) -> Result<Option<bool>, Failure> {
    let (yes, no) = (voice.say("answer-yes"), voice.say("answer-no"));
    let parse = |typed: &str| {
        let typed = typed.trim().to_lowercase();
        let is = |word: &str| !typed.is_empty() && word.to_lowercase().starts_with(&typed);
        if is(&yes) {
            Ok(true)
        } else if is(&no) {
            Ok(false)
        } else {
            Err(())
        }
    };
    let format = |answer: bool| if answer { yes.clone() } else { no.clone() };
    let wrong = voice.say("ask-answered");
    let mut asked = Confirm::new(question).with_default(usual);
    asked.parser = &parse;
    asked.formatter = &format;
    asked.default_value_formatter = &format;
    asked.error_message = wrong;
    answered(voice, asked.prompt())
}

/// A line of text; `help` is the id of a word on how to answer.
pub(crate) fn text(
    voice: &Voice,
    question: &str,
    before: &str,
    help: &str,
) -> Result<Option<String>, Failure> {
    let help = voice.say(help);
    let asked = Text::new(question).with_initial_value(before).with_help_message(&help);
    Ok(answered(voice, asked.prompt())?.map(|typed| typed.trim().to_owned()))
}

/// Colours and marks of all questions: none where colour is not wanted, and never colour alone.
pub(crate) fn dress() {
    let plain = anstream::AutoStream::choice(&std::io::stderr()) == anstream::ColorChoice::Never;
    if plain {
        inquire::set_global_render_config(RenderConfig::empty());
    }
}

impl Session<'_> {
    /// A question in a line of text.
    pub(super) fn text(&self, id: &str, before: &str) -> Result<Option<String>, Failure> {
        text(&self.voice, &self.say(id), before, "ask-help-text")
    }

    /// A recovery code typed from paper; none where the person stops.
    pub(crate) fn code(&self, id: &str, help: &str) -> Result<Option<Zeroizing<String>>, Failure> {
        Ok(text(&self.voice, &self.say(id), "", help)?.map(Zeroizing::new))
    }

    /// One of several.
    pub(super) fn choose(
        &self,
        id: &str,
        options: Vec<String>,
        at: usize,
    ) -> Result<Option<usize>, Failure> {
        choose(&self.voice, &self.say(id), options, at)
    }

    /// Yes or no.
    pub(super) fn yes(&self, id: &str, usual: bool) -> Result<Option<bool>, Failure> {
        yes(&self.voice, &self.say(id), usual)
    }

    /// Own lines, with semicolons between them.
    pub(super) fn lines(&self, id: &str, before: &[String]) -> Result<Vec<String>, Failure> {
        let typed = text(&self.voice, &self.say(id), &before.join("; "), "ask-help-lines")?;
        let Some(typed) = typed else { return Ok(before.to_vec()) };
        let lines = typed.split(';').map(|line| line.trim().to_owned());
        Ok(lines.filter(|line| !line.is_empty()).collect())
    }

    /// A whole number; asked again until it is one, or left open.
    pub(super) fn number(
        &self,
        field: &str,
        question: &str,
        before: Option<i64>,
    ) -> Result<Option<i64>, Failure> {
        let before = before.map(|n| n.to_string()).unwrap_or_default();
        self.read(field, question, &before, "ask-help-text", |typed| {
            typed.parse().map_err(|_| Reason::NotANumber)
        })
    }

    /// Something typed that has to be read first; asked again until it can be, or left open.
    pub(super) fn read<T>(
        &self,
        field: &str,
        question: &str,
        before: &str,
        help: &str,
        parse: impl Fn(&str) -> Result<T, Reason>,
    ) -> Result<Option<T>, Failure> {
        loop {
            let typed = text(&self.voice, question, before, help)?;
            let Some(typed) = typed.filter(|typed| !typed.is_empty()) else { return Ok(None) };
            match parse(&typed) {
                Ok(read) => return Ok(Some(read)),
                Err(reason) => show::paragraph(0, &self.voice.refuse(field, reason).to_string()),
            }
        }
    }

    /// Asks until the core refuses none of these fields, saying each time what it says.
    pub(super) fn fitting<T>(
        &self,
        fields: &[&str],
        ask: impl Fn() -> Result<T, Failure>,
        command: impl Fn(&T) -> Record,
    ) -> Result<T, Failure> {
        loop {
            let answer = ask()?;
            match self.koers.check(&command(&answer)) {
                Err(error @ KoersError::InvalidDraft { .. }) if is_about(&error, fields) => {
                    show::paragraph(0, &self.voice.fail(&error).to_string());
                }
                _ => return Ok(answer),
            }
        }
    }

    /// Asks and records until the core takes it; anything but a refused field ends it.
    pub(super) fn until_recorded<T>(
        &self,
        ask: impl Fn() -> Result<Option<T>, Failure>,
        commands: impl Fn(&T) -> Vec<Record>,
    ) -> Result<Option<T>, Failure> {
        loop {
            let Some(answer) = ask()? else { return Ok(None) };
            match self.koers.record_all(&commands(&answer)) {
                Ok(receipt) => {
                    show::receipt(&receipt);
                    return Ok(Some(answer));
                }
                Err(error @ KoersError::InvalidDraft { .. }) => {
                    show::paragraph(0, &self.voice.fail(&error).to_string());
                }
                Err(error) => return Err(self.voice.fail(&error)),
            }
        }
    }
}

/// Whether a refusal is about one of these fields: `uses[0].amount` is about `uses`.
fn is_about(error: &KoersError, fields: &[&str]) -> bool {
    let KoersError::InvalidDraft { field, .. } = error else { return false };
    fields.iter().any(|one| {
        let rest = field.strip_prefix(one);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
    })
}
