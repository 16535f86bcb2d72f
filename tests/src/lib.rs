//! What the tests and figures share. Grows with the core.

pub mod flips;
/// What reminding is measured by.
pub mod reminders;
pub mod sample;
