//! A diary note: what, and how the person feels.

use koers_core::app::Command as Record;
use koers_core::journey::draft::NoteDraft;

use crate::failure::Failure;
use crate::session::Session;

/// A note, new or with what stands there now.
pub(crate) fn note(session: &Session<'_>, before: &NoteDraft) -> Result<(), Failure> {
    let ask = || {
        let text = session.text("note-text-ask", &before.text)?;
        let text = text.unwrap_or_else(|| before.text.clone());
        let draft = NoteDraft { text, ..before.clone() };
        let question = session.say("note-mood-ask");
        let mood = session.fitting(
            &["mood"],
            || session.number("mood", &question, before.mood),
            |mood| Record::Note(NoteDraft { mood: *mood, ..draft.clone() }),
        )?;
        Ok(Some(NoteDraft { mood, ..draft }))
    };
    session.until_recorded(ask, |draft| vec![Record::Note(draft.clone())])?;
    Ok(())
}
