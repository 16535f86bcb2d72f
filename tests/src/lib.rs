//! What the tests and figures share. Grows with the core.

pub mod faults;
pub mod fixture;
pub mod flips;
/// What goals are measured by.
pub mod goal_people;
/// What every language goes through alike.
pub mod journeys;
pub mod kills;
/// What is left in memory after a lock.
#[cfg(target_os = "linux")]
pub mod memory;
pub mod porch;
/// What the ranking is measured by.
pub mod ranking;
/// What reminding is measured by.
pub mod rekeys;
pub mod reminders;
pub mod sample;
pub mod terminal;
pub mod unsealing;
