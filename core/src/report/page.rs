//! The report as one page of HTML that needs nothing else.

use askama::Template;

use super::chart;
use super::records::{Chart, Mark, Place, Report};

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the report could not be laid out: {reason}")]
pub struct ReportError {
    /// What, for a developer; nothing personal.
    pub reason: String,
}

/// How wide and high the bar beside a situation is, in its own units.
const METER: (f64, f64) = (100.0, 8.0);

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    report: &'a Report,
    /// The pictures in the order in which they stand on the page.
    pictures: Vec<Picture<'a>>,
}

/// A chart with its picture.
struct Picture<'a> {
    chart: &'a Chart,
    /// An `svg` element, made by a library that escapes what it writes.
    svg: String,
}

/// The report as HTML.
pub fn html(report: &Report) -> Result<String, ReportError> {
    let mut pictures = Vec::new();
    for part in &report.parts {
        let of_weeks = part.weeks.iter().flat_map(|weeks| &weeks.charts);
        let of_end = part.end.iter().filter_map(|end| end.chart.as_ref());
        for chart in of_weeks.chain(of_end) {
            let drawn = chart::svg(&chart.drawing, report.lang);
            let svg = drawn.map_err(|error| ReportError { reason: error.to_string() })?;
            pictures.push(Picture { chart, svg });
        }
    }
    let page = Page { report, pictures };
    page.render().map_err(|error| ReportError { reason: error.to_string() })
}

impl<'a> Page<'a> {
    /// The picture of a chart, with a number of its own on the page.
    fn picture(&self, chart: &Chart) -> Option<(usize, &Picture<'a>)> {
        let mut all = self.pictures.iter().enumerate();
        all.find(|(_, picture)| std::ptr::eq(picture.chart, chart))
    }
}

impl Mark {
    /// The picture of a mark, defined once on the page.
    fn symbol(self) -> Option<&'static str> {
        match self {
            Self::Used => Some("used"),
            Self::NotUsed => Some("not-used"),
            Self::Unknown => Some("unknown"),
            Self::ToCome => None,
        }
    }
}

impl Place {
    fn bar_end(&self) -> f64 {
        on_meter(self.score)
    }

    fn reach_start(&self) -> f64 {
        on_meter(self.between.0)
    }

    fn reach_end(&self) -> f64 {
        on_meter(self.between.1)
    }
}

/// A strength of 0–10 as a length, to one decimal.
fn on_meter(strength: f64) -> f64 {
    (METER.0 * strength.clamp(0.0, 10.0)).round() / 10.0
}
