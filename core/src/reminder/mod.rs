//! When to remind, and what about.
//!
//! A pure plan over what was recorded, the settings, the moment and the zone. This room must not
//! schedule anything, read a clock, or know what anybody wrote: it sees days, stamps and settings.
//! The apps mirror the plan; texts are resolved from the text ids when it is shown.

mod back_off;
mod candidate;
mod kind;
mod plan;
mod slot;
mod standing;

pub use back_off::{BackOff, BackOffState};
pub use candidate::{Occurrence, occurrences};
pub use kind::{Action, ReminderKind};
pub use plan::{HORIZON_DAYS, News, Plan, PlanInput, PlannedReminder, Upcoming, plan};
pub use slot::{SlotLog, SlotScore, risk_slots};
pub use standing::{Moved, Standing, moved};

#[cfg(test)]
mod tests;
