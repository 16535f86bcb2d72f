//! Pictures as SVG: each colour is one of five that the page's style sheet swaps in the dark.
//!
//! No font is read: texts are left to the reader's own browser.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::records::{Bar, Drawing, Point};
use crate::content::{Lang, speak};

/// Texts and axes.
pub(super) const INK: RGBColor = RGBColor(0x1B, 0x2A, 0x2C);
/// Lines to hold a height against.
pub(super) const GRID: RGBColor = RGBColor(0xC9, 0xC3, 0xB4);
/// What was used for certain.
pub(super) const TEAL: RGBColor = RGBColor(0x1F, 0x5D, 0x63);
/// Limits and cravings.
pub(super) const PLUM: RGBColor = RGBColor(0x6B, 0x4E, 0x71);

/// Drawn at about the width of a phone, so that a letter is as large there as in the text.
const SIZE: (u32, u32) = (380, 210);
/// Plotters gives the size of letters in its own measure; in the picture it is this over 1.24.
const LETTERS: f64 = 16.0;
/// How far up a scale of craving goes.
const SCALE: f64 = 10.0;

type Failed = DrawingAreaErrorKind<std::io::Error>;
type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Chart<'a, 'b> = ChartContext<
    'a,
    SVGBackend<'b>,
    Cartesian2d<plotters::coord::types::RangedCoordf64, plotters::coord::types::RangedCoordf64>,
>;

/// The picture as an `svg` element.
pub(super) fn svg(drawing: &Drawing, lang: Lang) -> Result<String, Failed> {
    let mut text = String::new();
    {
        let root = SVGBackend::with_string(&mut text, SIZE).into_drawing_area();
        match drawing {
            Drawing::Bars { axis, bars } => draw_bars(&root, axis, bars, lang)?,
            Drawing::Scale { axis, points } => draw_scale(&root, axis, points, lang)?,
        }
        root.present()?;
    }
    Ok(text)
}

/// Axes over this many places side by side, up to this height.
fn axes<'a, 'b>(
    root: &'a Area<'b>,
    axis: &str,
    places: usize,
    top: f64,
    lang: Lang,
) -> Result<Chart<'a, 'b>, Failed> {
    let title = text(INK).pos(Pos::new(HPos::Left, VPos::Top));
    root.draw_text(axis, &title, (4, 2))?;
    let mut chart = ChartBuilder::on(root)
        .margin_top(26)
        .margin_right(6)
        .x_label_area_size(24)
        .y_label_area_size(36)
        .build_cartesian_2d(0.0..places.max(1) as f64, 0.0..top)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .x_labels(0)
        .y_labels(5)
        .y_label_formatter(&|value| speak::number(*value, 1, lang))
        .label_style(text(INK))
        .axis_style(INK)
        .bold_line_style(GRID)
        .light_line_style(TRANSPARENT)
        .draw()?;
    Ok(chart)
}

fn text(color: RGBColor) -> TextStyle<'static> {
    ("sans-serif", LETTERS).into_font().color(&color)
}

/// Writes what stands under a place.
fn under(root: &Area<'_>, chart: &Chart<'_, '_>, nth: usize, label: &str) -> Result<(), Failed> {
    let (x, y) = chart.backend_coord(&(nth as f64 + 0.5, 0.0));
    root.draw_text(label, &text(INK).pos(Pos::new(HPos::Center, VPos::Top)), (x, y + 7))
}

fn draw_bars(root: &Area<'_>, axis: &str, bars: &[Bar], lang: Lang) -> Result<(), Failed> {
    let heights = bars.iter().flat_map(|bar| [bar.amount.map(|(_, high)| high), bar.limit]);
    let top = heights.flatten().fold(0.0, f64::max);
    let mut chart = axes(root, axis, bars.len(), if top > 0.0 { 1.08 * top } else { 1.0 }, lang)?;
    for (nth, bar) in bars.iter().enumerate() {
        let x = nth as f64;
        let (left, right) = (x + 0.2, x + 0.8);
        if let Some((low, high)) = bar.amount {
            if high > low {
                let hollow = TEAL.stroke_width(1);
                chart.draw_series([Rectangle::new([(left, low), (right, high)], hollow)])?;
            }
            if low > 0.0 {
                let full = Rectangle::new([(left, 0.0), (right, low)], TEAL.filled());
                chart.draw_series([full])?;
            } else if high <= 0.0 {
                // A week without use is a fact, not a gap: it gets a foot.
                let foot = vec![(left, 0.0), (right, 0.0)];
                chart.draw_series([PathElement::new(foot, TEAL.stroke_width(4))])?;
            }
        }
        if let Some(limit) = bar.limit {
            let line = vec![(x + 0.05, limit), (x + 0.95, limit)];
            chart.draw_series([PathElement::new(line, PLUM.stroke_width(3))])?;
        }
        under(root, &chart, nth, &bar.label)?;
    }
    Ok(())
}

fn draw_scale(root: &Area<'_>, axis: &str, points: &[Point], lang: Lang) -> Result<(), Failed> {
    let mut chart = axes(root, axis, points.len(), SCALE, lang)?;
    let at = |nth: usize, value: f64| (nth as f64 + 0.5, value.clamp(0.0, SCALE));
    let values: Vec<(usize, Option<f64>)> =
        points.iter().map(|point| point.value).enumerate().collect();
    // A week without entries leaves a gap; a line across it would be made up.
    for joined in values.split(|(_, value)| value.is_none()) {
        let path = joined.iter().filter_map(|(nth, value)| Some(at(*nth, (*value)?)));
        chart.draw_series([PathElement::new(path.collect::<Vec<_>>(), PLUM.stroke_width(2))])?;
    }
    for (nth, point) in points.iter().enumerate() {
        if let Some(value) = point.value {
            chart.draw_series([Circle::new(at(nth, value), 4, PLUM.filled())])?;
        }
        under(root, &chart, nth, &point.label)?;
    }
    Ok(())
}
