//! Week by week: every day by its state, use and craving as charts and figures, the verdicts.

use chrono::NaiveDate;

use super::super::weeks::{view, without_lines};
use super::super::{say, say_with};
use super::{end, legend};
use crate::content::{Args, Code, speak};
use crate::goal::{Calendar, DayState, DayWord, Interval, Week};
use crate::insight::{CravingWeek, UseWeek, compared, craving_by_week, day_totals, use_by_week};
use crate::journey::draft::Desk;
use crate::report::{
    Bar, Chart, DayCell, DayRow, DayTable, Drawing, Mark, Point, Table, TableRow, WeekSection,
    WeekText,
};

/// The report looks back so many weeks (a quarter; judgement: more would not fit a phone).
const MOST_WEEKS: usize = 13;
/// What stands in a cell where nothing can be said.
const NOTHING: &str = "–";

pub(super) fn section(
    desk: &Desk<'_>,
    substance: &Code,
    calendar: &Calendar<'_>,
    today: NaiveDate,
) -> WeekSection {
    let mut weeks = calendar.weeks();
    weeks.drain(..weeks.len().saturating_sub(MOST_WEEKS));
    let uses = use_by_week(&weeks, calendar.baseline(), calendar.unit());
    let cravings = craving_by_week(desk.journey, substance, &weeks);
    let table = (!weeks.is_empty()).then(|| table(desk, calendar.unit(), &uses, &cravings));
    let mut charts = Vec::new();
    if !weeks.is_empty() {
        charts.push(use_chart(desk, calendar, &uses));
        charts.extend(craving_chart(desk, &cravings));
    }
    WeekSection {
        title: say(desk, "report-verdicts"),
        lines: without_lines(desk, calendar),
        empty: weeks.is_empty().then(|| say(desk, "results-no-data")),
        days: (!weeks.is_empty()).then(|| days(desk, &weeks, today)),
        charts,
        table,
        weeks: weeks.into_iter().map(|week| in_words(desk, substance, week)).collect(),
    }
}

fn in_words(desk: &Desk<'_>, substance: &Code, week: Week) -> WeekText {
    let view = view(desk, substance, week);
    WeekText {
        title: view.title,
        verdict: view.overall_text,
        coverage: view.coverage,
        sentences: view.sentences,
    }
}

fn days(desk: &Desk<'_>, weeks: &[Week], today: NaiveDate) -> DayTable {
    let totals = day_totals(weeks, today);
    let counts = Args::new()
        .count("used", totals.used)
        .count("not-used", totals.not_used)
        .count("unknown", totals.unknown);
    let mut summary = vec![say_with(desk, "results-days-summary", &counts)];
    if totals.open > 0 {
        let open = Args::new().count("count", totals.open);
        summary.push(say_with(desk, "results-days-open", &open));
    }
    let first = weeks.first().map(|week| week.days.as_slice()).unwrap_or_default();
    let short =
        |day: &DayState| speak::short_weekday(chrono::Datelike::weekday(&day.day), desk.lang);
    let cell = |mark: Mark, text: &str| DayCell { mark, word: say(desk, text) };
    DayTable {
        title: say(desk, "results-days"),
        summary: summary.join(" "),
        corner: say(desk, "results-week-head"),
        columns: first.iter().map(short).collect(),
        rows: weeks
            .iter()
            .map(|week| DayRow {
                head: speak::date(week.start, desk.lang),
                cells: week.days.iter().map(|day| day_cell(desk, day, today)).collect(),
            })
            .collect(),
        legend: vec![
            cell(Mark::Used, "day-used"),
            cell(Mark::NotUsed, "day-not-used"),
            cell(Mark::Unknown, "day-unknown"),
        ],
    }
}

fn day_cell(desk: &Desk<'_>, day: &DayState, today: NaiveDate) -> DayCell {
    let (mark, text) = match day.state {
        DayWord::Used => (Mark::Used, "day-used"),
        DayWord::NotUsed => (Mark::NotUsed, "day-not-used"),
        DayWord::Unknown if day.day == today => (Mark::Unknown, "day-open"),
        DayWord::Unknown => (Mark::Unknown, "day-unknown"),
        DayWord::ToCome => return DayCell { mark: Mark::ToCome, word: String::new() },
    };
    DayCell { mark, word: say(desk, text) }
}

fn use_chart(desk: &Desk<'_>, calendar: &Calendar<'_>, uses: &[UseWeek]) -> Chart {
    let label = |week: &UseWeek| match week.week {
        Some(number) => number.to_string(),
        None => say(desk, "results-before-short"),
    };
    let bars: Vec<Bar> = uses
        .iter()
        .map(|week| Bar {
            label: label(week),
            amount: week.used.map(|used| (used.lo.to_f64(), used.hi.to_f64())),
            limit: week.limit.map(crate::content::Amount::to_f64),
        })
        .collect();
    let unit = calendar.unit();
    let round = desk.journey.round();
    let three = round.and_then(|round| compared(&calendar.end(round)));
    let summary = match (three, uses.last().and_then(|week| week.used)) {
        (Some(three), _) => end::summary(desk, &three, "results-use-summary"),
        (None, Some(used)) => {
            let args = Args::new().amount("amount", used.lo, unit);
            vec![say_with(desk, "results-use-so-far", &args)]
        }
        (None, None) => vec![say(desk, "results-no-data")],
    };
    Chart {
        title: say(desk, "results-use-by-week"),
        summary,
        legend: legend(desk, &bars, "results-limit"),
        drawing: Drawing::Bars { axis: axis(desk, unit), bars },
    }
}

pub(super) fn axis(desk: &Desk<'_>, unit: &Code) -> String {
    say_with(desk, "results-axis-use", &Args::new().label("unit", unit))
}

fn craving_chart(desk: &Desk<'_>, cravings: &[CravingWeek]) -> Option<Chart> {
    let means: Vec<f64> = cravings.iter().filter_map(|week| week.mean).collect();
    let args = Args::new()
        .count("weeks", means.len() as i64)
        .number("first", *means.first()?, 1)
        .number("last", *means.last()?, 1);
    let points =
        cravings.iter().map(|week| Point { label: week.week.to_string(), value: week.mean });
    Some(Chart {
        title: say(desk, "results-craving-by-week"),
        summary: vec![say_with(desk, "results-craving-summary", &args)],
        legend: vec![],
        drawing: Drawing::Scale {
            axis: say(desk, "results-axis-craving"),
            points: points.collect(),
        },
    })
}

/// The charts as figures: one row a week, the week before the start first.
fn table(desk: &Desk<'_>, unit: &Code, uses: &[UseWeek], cravings: &[CravingWeek]) -> Table {
    let row = |week: &UseWeek| {
        let craving = cravings.iter().find(|craving| Some(craving.week) == week.week);
        let mean = craving.and_then(|craving| craving.mean);
        TableRow {
            head: match week.week {
                Some(number) => say_with(desk, "results-week", &Args::new().count("week", number)),
                None => say(desk, "results-baseline"),
            },
            cells: vec![
                week.used.map_or_else(|| NOTHING.to_owned(), |used| range(desk, used)),
                format!("{}/7", week.closed_days),
                mean.map_or_else(|| NOTHING.to_owned(), |mean| speak::number(mean, 1, desk.lang)),
            ],
        }
    };
    Table {
        caption: say(desk, "results-figures"),
        columns: vec![
            say(desk, "results-week-head"),
            axis(desk, unit),
            say(desk, "results-filled-in"),
            say(desk, "results-axis-craving"),
        ],
        rows: uses.iter().map(row).collect(),
    }
}

fn range(desk: &Desk<'_>, used: Interval) -> String {
    if used.lo == used.hi {
        return speak::amount(used.lo, desk.lang);
    }
    let args = Args::new().bare_amount("low", used.lo).bare_amount("high", used.hi);
    say_with(desk, "results-range", &args)
}
