//! Grows with the core.

/// What reminding is measured by.
pub mod reminders;
