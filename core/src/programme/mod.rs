//! What the programme offers today: agenda, suggestions, what a plan can hold, and safety.
//!
//! Pure functions over a journey, the packs and the moment. Nothing here locks anything.

mod agenda;
mod intake;
mod open_days;
mod plan_lines;
mod plan_use;
mod safety;

pub use agenda::{Agenda, AgendaItem, LeadsTo, Offer, agenda, offer};
pub use intake::{Decision, IntakeStep, StepState, decision, intake};
pub use open_days::{OpenDay, OpenDays, gaps_key, is_gaps_key, open_days};
pub use plan_lines::{LinesFrom, OfferedLines, goal_fit, offered_lines};
pub use plan_use::{AskedAbout, DidItHelp, Helped, asked_about, is_not_used_key, not_used_key};
pub use safety::safety;
