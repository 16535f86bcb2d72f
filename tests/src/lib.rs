//! What the tests and figures share. Grows with the core.

pub mod corrupt;
pub mod faults;
pub mod fixture;
pub mod flips;
/// What goals are measured by.
pub mod goal_people;
/// What every language goes through alike.
pub mod journeys;
pub mod kills;
pub mod porch;
pub mod power;
/// What the ranking is measured by.
pub mod ranking;
/// What reminding is measured by.
pub mod reminders;
pub mod sample;
pub mod struck;
pub mod tally;
pub mod terminal;
