//! The goal's verdict, per substance: rules G0–G9.
//!
//! Pure functions over a journey. A [`Calendar`] is laid out once, one pass over the journey, and
//! answers everything else: day states, goal weeks with each rule by itself, days without, change
//! against the baseline, lapses and the evaluation at the end. What is not known stays an
//! interval; nothing is called met without the person's own closing.
//!
//! This room must not know words, languages, clocks, packs or storage: *today* and what a unit is
//! come in, and what comes out are values that a text can be made from.

mod agreement;
mod baseline;
mod calendar;
mod change;
mod day;
mod end;
mod entries;
mod evaluate;
mod held;
mod judge;
mod lapse;
mod last_night;
mod question;
mod rule;
mod table;
mod unit;
mod week;
mod without;

pub use baseline::BaselineWeek;
pub use calendar::Calendar;
pub use change::{ChangeAbsent, ChangeInterval};
pub use day::{Counted, DayState, DayWord, Interval};
pub use end::{EndEvaluation, EndGoal, Outcome, programme_end};
pub use evaluate::Evaluation;
pub use lapse::{Lapse, LapseFlow, LapseOf};
pub use last_night::belongs_to_last_night;
pub use question::{Confirm, Questions, is_said};
pub use rule::{RuleKind, RuleState, RuleVerdict};
pub use unit::UnitRules;
pub use week::{Overall, Week, WeekState};
pub use without::{Runs, Without};
#[cfg(test)]
mod tests;
