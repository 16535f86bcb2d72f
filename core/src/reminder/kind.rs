//! The kinds of reminders: their rank, default times, texts and actions.

use serde::{Deserialize, Serialize};

use crate::journey::{KindSettings, ReminderSettings};

/// 20:00: prompts at that hour raised app opening 3.5 times in the hour after (Bell 2023).
const CHECK_IN_AT: u16 = 20 * 60;
/// 09:00 the next morning (judgement).
const NOT_CLOSED_AT: u16 = 9 * 60;
/// 10:00, when a look back is first offered (rule G9); the same for other news (judgement).
const NEWS_AT: u16 = 10 * 60;

/// What a reminder is about, in the order in which one gives way to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ReminderKind {
    /// Time for the daily note.
    CheckIn,
    /// Yesterday is not closed.
    NotClosed,
    /// A new week's letter.
    Letter,
    /// The programme ends, or did one or three months ago.
    ProgrammeEnd,
    /// A look back after a lapse (rule G9).
    FollowUp,
    /// A personal risk time comes near.
    PreRisk,
}

/// What a person can do from the reminder itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Action {
    /// Nothing so far today: a closing up to that moment (rule G2).
    NothingSoFar,
    /// Open the ten-second log.
    Log,
    /// Say it again in an hour.
    Later,
}

impl Action {
    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::NothingSoFar => "nothing_so_far",
            Self::Log => "log",
            Self::Later => "later",
        }
    }
}

impl ReminderKind {
    /// All kinds; the first keeps its place when two are in conflict.
    pub const ALL: [Self; 6] = [
        Self::CheckIn,
        Self::NotClosed,
        Self::Letter,
        Self::ProgrammeEnd,
        Self::FollowUp,
        Self::PreRisk,
    ];

    /// The word for programs, with which stable ids begin.
    pub fn word(self) -> &'static str {
        match self {
            Self::CheckIn => "check_in",
            Self::NotClosed => "not_closed",
            Self::Letter => "letter",
            Self::ProgrammeEnd => "programme_end",
            Self::FollowUp => "follow_up",
            Self::PreRisk => "pre_risk",
        }
    }

    /// The Fluent id of its text, which gives nothing away on a lock screen.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::CheckIn => "reminder-check-in",
            Self::NotClosed => "reminder-not-closed",
            Self::Letter | Self::ProgrammeEnd | Self::FollowUp => "reminder-new",
            Self::PreRisk => "reminder-own-words",
        }
    }

    /// What can be done from it.
    pub fn actions(self) -> &'static [Action] {
        match self {
            Self::CheckIn => &[Action::NothingSoFar, Action::Log, Action::Later],
            Self::NotClosed => &[Action::Log, Action::Later],
            Self::Letter | Self::ProgrammeEnd | Self::FollowUp => &[Action::Later],
            // An hour later the risk time itself has passed.
            Self::PreRisk => &[Action::Log],
        }
    }

    /// Whether a person lets it come.
    pub fn is_on(self, all: &ReminderSettings) -> bool {
        self.settings(all).on
    }

    /// What a person set for it.
    pub(super) fn settings(self, all: &ReminderSettings) -> KindSettings {
        match self {
            Self::CheckIn => all.check_in,
            Self::NotClosed => all.not_closed,
            Self::Letter => all.letter,
            Self::ProgrammeEnd => all.programme_end,
            Self::FollowUp => all.follow_up,
            Self::PreRisk => all.pre_risk,
        }
    }

    /// How it comes under these settings. Its own time gives way to quiet hours; one that the
    /// person set is kept, and so is what they want to hear ahead of a risk.
    pub(super) fn comes(self, all: &ReminderSettings) -> Comes {
        let KindSettings { on, at } = self.settings(all);
        let at_time = |own: u16, comes: fn(u16) -> Comes| {
            at.or(Some(own).filter(|&time| !is_quiet(all, time))).map_or(Comes::Not, comes)
        };
        match self {
            _ if !on => Comes::Not,
            Self::CheckIn => at_time(CHECK_IN_AT, Comes::Daily),
            Self::NotClosed => at_time(NOT_CLOSED_AT, Comes::Daily),
            Self::Letter | Self::ProgrammeEnd | Self::FollowUp => at_time(NEWS_AT, Comes::WithNews),
            Self::PreRisk => Comes::AheadOfRisks,
        }
    }
}

/// How a kind comes; times in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comes {
    /// Not at all.
    Not,
    /// Every date at this time.
    Daily(u16),
    /// On the date of some news, at this time.
    WithNews(u16),
    /// Ahead of each risk time.
    AheadOfRisks,
}

/// Whether a time of day lies in quiet hours, which may run over midnight.
fn is_quiet(settings: &ReminderSettings, time: u16) -> bool {
    lies_in(settings.quiet_from, settings.quiet_to, time)
}

/// Whether a time of day lies between two others, the second not included.
pub(super) fn lies_in(from: u16, to: u16, time: u16) -> bool {
    if from <= to { (from..to).contains(&time) } else { time >= from || time < to }
}
