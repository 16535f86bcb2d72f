//! Drafts of what works while locked.

use serde::Deserialize;

use super::{Desk, Reason, Refusal, text};
use crate::journey::entity::{EmergencyPlan, WhileLocked};
use crate::journey::id;

/// The most characters of the emergency plan that help shows while locked: a screen or two
/// (judgement).
const MOST_CHARACTERS: usize = 4_000;

/// What the person lets this device do while it is locked. It stays on this device.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct WhileLockedDraft {
    /// Whether something can be noted from a notification or widget without unlocking.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default = false))]
    pub act: bool,
    /// The lines of the emergency plan that help shows to anybody who holds the device.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub help_lines: Vec<String>,
}

impl WhileLockedDraft {
    /// The choices as they stand, to be changed.
    pub fn of(chosen: &WhileLocked) -> Self {
        Self { act: chosen.act, help_lines: chosen.help.clone() }
    }

    /// Checks it: only lines of the emergency plan as it stands can be ticked.
    pub fn check(&self, desk: &Desk<'_>) -> Result<WhileLocked, Refusal> {
        let help = text::lines("help_lines", &self.help_lines)?;
        let plan = desk.journey.get::<EmergencyPlan>(id::emergency_plan());
        for (i, line) in help.iter().enumerate() {
            if !plan.is_some_and(|plan| plan.lines().any(|one| one == line)) {
                let reason = Reason::UnknownId { id: String::new() };
                return Err(Refusal::new(&format!("help_lines[{i}]"), reason));
            }
        }
        if help.iter().map(|line| line.chars().count()).sum::<usize>() > MOST_CHARACTERS {
            let most = MOST_CHARACTERS as u32;
            return Err(Refusal::new("help_lines", Reason::TooLong { most }));
        }
        Ok(WhileLocked { act: self.act, help })
    }
}
