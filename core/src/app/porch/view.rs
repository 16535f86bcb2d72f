//! What the porch shows of a reminder.

use serde::Serialize;

use crate::content::{Args, Content, Lang};
use crate::reminder::{Action, PlannedReminder};

/// A reminder, as the lock screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PorchReminder {
    /// The same whenever it is planned again.
    pub stable_id: String,
    /// When, in milliseconds since 1970, UTC.
    pub instant_ms: i64,
    /// The wall time: `2026-03-05T20:00`.
    pub local: String,
    /// `check_in`, `not_closed`, …
    pub kind: String,
    /// The app's neutral name.
    pub title: String,
    /// What the lock screen says: neutral, or the person's own words where they asked for them.
    pub text: String,
    /// When it is no longer due, in milliseconds since 1970, UTC.
    pub expires_ms: i64,
    /// What can be done from it.
    pub actions: Vec<PorchAction>,
}

/// A button of a reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PorchAction {
    /// `nothing_so_far`, `log` or `later`.
    pub action: String,
    /// What the button says.
    pub label: String,
    /// Whether the device must be unlocked first.
    pub needs_unlock: bool,
}

/// A reminder in words; `act` is whether noting without unlocking was chosen.
pub(super) fn view(
    content: &Content,
    lang: Lang,
    item: &PlannedReminder,
    act: bool,
) -> PorchReminder {
    let say = |id: &str| content.text(id, lang, &Args::new());
    let action = |action: &Action| PorchAction {
        action: action.word().to_owned(),
        label: say(match action {
            Action::NothingSoFar => "reminder-action-so-far",
            Action::Log => "reminder-action-log",
            Action::Later => "reminder-action-later",
        }),
        needs_unlock: match action {
            Action::NothingSoFar => !act,
            Action::Log => true,
            Action::Later => false,
        },
    };
    let known = content.has_text(&item.text_id, lang);
    PorchReminder {
        stable_id: item.stable_id.clone(),
        instant_ms: item.instant_ms,
        local: format!("{}T{:02}:{:02}", item.date, item.hour, item.minute),
        kind: item.kind.word().to_owned(),
        title: say("reminder-title"),
        text: match &item.words {
            Some(words) => words.clone(),
            None => say(if known { &item.text_id } else { item.kind.text_id() }),
        },
        expires_ms: item.expires_ms,
        actions: item.actions.iter().map(action).collect(),
    }
}
