//! What the tests and figures share. Grows with the core.

pub mod flips;
/// What the ranking is measured by.
pub mod ranking;
/// What reminding is measured by.
pub mod reminders;
pub mod sample;
