//! The printable report and the exports (SHP-29).
//!
//! What it is given are finished sentences and figures; it lays them out as one page that needs
//! nothing else, or writes a journey down as CSV and JSON. It must not know how a verdict is
//! reached, nor open a file.

mod chart;
mod diary;
mod guard;
mod json;
mod page;
mod records;

pub use diary::{FIELDS, Line, diary};
pub(crate) use guard::split_unescaped;
pub use guard::{escaped, guarded, items, unescaped, unguarded};
pub use json::{JsonExport, json};
pub use page::{ReportError, html};
pub use records::{
    Bar, Chart, DayCell, DayRow, DayTable, Drawing, EndSection, Legend, Mark, Part, Place,
    PlaceSection, PlanSection, PlanText, Point, Report, Section, Table, TableRow, WeekSection,
    WeekText,
};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::assert_needs_nothing;
