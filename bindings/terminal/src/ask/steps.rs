//! The steps of the intake, one file for each.

mod agreement;
mod balance;
mod person;
mod week;

pub(super) use agreement::{agreement, last};
pub(super) use balance::balance;
pub(super) use person::person;
pub(super) use week::past_week;
