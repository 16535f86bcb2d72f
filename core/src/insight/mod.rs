//! Tables and chart series over what a person recorded (SHP-25).
//!
//! Pure functions over journey, goal weeks and ranking. What is not known stays an interval or an
//! empty place, never a zero. This room must not draw, nor know words, languages or clocks.

mod craving;
mod days;
mod end;
mod situations;
mod uses;

pub use craving::{CravingWeek, craving_by_week};
pub use days::{DayTotals, day_totals};
pub use end::{Compared, compared};
pub use situations::{SituationCraving, craving_by_situation};
pub use uses::{UseWeek, use_by_week};

#[cfg(test)]
mod tests;
