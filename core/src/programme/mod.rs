//! What the programme offers today: agenda, suggestions and safety.
//!
//! Pure functions over a journey, the packs and the moment. Nothing here locks anything.

mod agenda;
mod intake;
mod open_days;
mod safety;

pub use agenda::{Agenda, AgendaItem, LeadsTo, Offer, agenda, offer};
pub use intake::{Decision, IntakeStep, StepState, decision, intake};
pub use open_days::{OpenDay, OpenDays, gaps_key, is_gaps_key, open_days};
pub use safety::safety;
