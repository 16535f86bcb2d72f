//! What the tests and figures share. Grows with the core.

mod birder;
/// What asks for more than any honest file does.
#[cfg(target_os = "linux")]
pub mod bombs;
/// What of a person can be read in any file.
pub mod clear;
pub mod corrupt;
pub mod faults;
pub mod fixture;
pub mod flips;
/// Backups that were cut or changed.
pub mod forged;
/// What goals are measured by.
pub mod goal_people;
/// What every language goes through alike.
pub mod journeys;
pub mod kills;
/// What is left in memory after a lock.
#[cfg(target_os = "linux")]
pub mod memory;
/// Files of a format that is still to come.
pub mod newer;
pub mod porch;
pub mod power;
/// What the ranking is measured by.
pub mod ranking;
/// What reminding is measured by.
pub mod reminders;
/// Rows put back, exchanged, doubled and taken away.
pub mod replays;
pub mod sample;
pub mod struck;
pub mod tally;
pub mod terminal;
pub mod unsealing;
