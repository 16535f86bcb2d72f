//! What a report is made of: sentences and figures, in the order in which they stand.

use crate::content::Lang;

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language of everything in it but the person's own words.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// What stands under it: the date, the period, what kind of notes these are.
    pub lines: Vec<String>,
    /// What to say where there is nothing to show.
    pub empty: Option<String>,
    /// One for each substance.
    pub parts: Vec<Part>,
}

/// What the report says about one substance. A section that was not chosen is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The substance.
    pub name: String,
    /// The goal and the agreements.
    pub goal: Vec<Section>,
    /// Week by week.
    pub weeks: Option<WeekSection>,
    /// The ranked situations.
    pub places: Option<PlaceSection>,
    /// The plans for them.
    pub plans: Option<PlanSection>,
    /// The end of the programme, or where it stands.
    pub end: Option<EndSection>,
}

/// A heading with lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The lines, which may be the person's own.
    pub lines: Vec<String>,
}

/// How each week went.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekSection {
    /// The heading.
    pub title: String,
    /// What holds for all weeks: days without, the longest run.
    pub lines: Vec<String>,
    /// What to say where there is no week yet.
    pub empty: Option<String>,
    /// Every day by its state.
    pub days: Option<DayTable>,
    /// Use and craving by week.
    pub charts: Vec<Chart>,
    /// The same figures as a table.
    pub table: Option<Table>,
    /// Each week in words.
    pub weeks: Vec<WeekText>,
}

/// A week in words.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekText {
    /// Which week.
    pub title: String,
    /// The verdict in a word or two.
    pub verdict: String,
    /// How many days are filled in.
    pub coverage: String,
    /// The verdict, rule by rule.
    pub sentences: Vec<String>,
}

/// What a day is marked with: by shape and by word, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A filled dot.
    Used,
    /// A ring with a tick: closed without use.
    NotUsed,
    /// A dashed ring.
    Unknown,
    /// Nothing.
    ToCome,
}

/// Weeks as rows, weekdays as columns.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTable {
    /// What it shows.
    pub title: String,
    /// The same in a sentence.
    pub summary: String,
    /// The heading of the first column.
    pub corner: String,
    /// The weekdays.
    pub columns: Vec<String>,
    /// The weeks.
    pub rows: Vec<DayRow>,
    /// The marks with their words.
    pub legend: Vec<DayCell>,
}

/// A week of days.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    /// The day on which it begins.
    pub head: String,
    /// Its seven days.
    pub cells: Vec<DayCell>,
}

/// One day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCell {
    /// Its shape.
    pub mark: Mark,
    /// Its word; empty for a day to come.
    pub word: String,
}

/// A picture with a sentence that says the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The same in words.
    pub summary: Vec<String>,
    /// What the marks in it stand for.
    pub legend: Vec<Legend>,
    /// What is drawn.
    pub drawing: Drawing,
}

/// One line of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    /// The style of the swatch: `low`, `high` or `limit`.
    pub style: &'static str,
    /// What it stands for.
    pub text: String,
}

/// A picture as figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Upright bars from zero.
    Bars {
        /// What the height is, with its unit.
        axis: String,
        /// From left to right.
        bars: Vec<Bar>,
    },
    /// Points on a scale of 0–10, joined where they stand side by side.
    Scale {
        /// What the height is.
        axis: String,
        /// From left to right.
        points: Vec<Point>,
    },
}

/// A bar: filled up to what is certain, hollow up to what is possible.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What stands under it.
    pub label: String,
    /// At least and at most; none where nothing can be drawn.
    pub amount: Option<(f64, f64)>,
    /// A line across it: what was allowed.
    pub limit: Option<f64>,
}

/// A point on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// What stands under it.
    pub label: String,
    /// 0–10; none where nothing was noted.
    pub value: Option<f64>,
}

/// Figures in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// The headings of the columns, the first one above the heads of the rows.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// What the row is about.
    pub head: String,
    /// One cell for each further column.
    pub cells: Vec<String>,
}

/// The ranked situations.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceSection {
    /// The heading.
    pub title: String,
    /// How the list is ordered, and what it comes to.
    pub lines: Vec<String>,
    /// The situations, in their order.
    pub places: Vec<Place>,
}

/// A situation in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its words, which may be the person's own.
    pub label: String,
    /// How strong, in words.
    pub strength: String,
    /// Where that probably lies, in words.
    pub range: String,
    /// Strength, 0–10.
    pub score: f64,
    /// From where to where it probably lies, 0–10.
    pub between: (f64, f64),
    /// How sure that is.
    pub sure: String,
    /// Why it stands here.
    pub reasons: Vec<String>,
}

/// The plans.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSection {
    /// The heading.
    pub title: String,
    /// One for each situation that has one.
    pub plans: Vec<PlanText>,
}

/// One plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanText {
    /// Its heading.
    pub title: String,
    /// What is filled in.
    pub fields: Vec<Section>,
}

/// The end of the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct EndSection {
    /// The heading.
    pub title: String,
    /// The verdict; none while the programme runs.
    pub headline: Option<String>,
    /// The week before, the last week and the goal.
    pub chart: Option<Chart>,
    /// What it rests on.
    pub lines: Vec<String>,
    /// What could come next.
    pub recommendations: Vec<String>,
}
