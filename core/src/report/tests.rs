//! The page by itself: what stands in it, and that nothing in it comes from elsewhere.

use super::*;
use crate::content::Lang;

/// A nickname that would break out of HTML, and words that run from right to left.
const HOSTILE: &str = "<b>&\"'";
const RIGHT_TO_LEFT: &str = "בבית לבד <script>";

fn chart(drawing: Drawing) -> Chart {
    Chart {
        title: format!("Chart {HOSTILE}"),
        summary: vec!["In words.".to_owned()],
        legend: vec![Legend { style: "low", text: "noted".to_owned() }],
        drawing,
    }
}

fn bars(amounts: &[Option<(f64, f64)>]) -> Drawing {
    let bar = |amount: &Option<(f64, f64)>| Bar {
        label: "1".to_owned(),
        amount: *amount,
        limit: Some(4.0),
    };
    Drawing::Bars { axis: "joints".to_owned(), bars: amounts.iter().map(bar).collect() }
}

fn report(part: Part) -> Report {
    Report {
        lang: Lang::Nl,
        title: format!("Samenvatting van {HOSTILE}"),
        lines: vec![],
        empty: None,
        parts: vec![part],
    }
}

fn part() -> Part {
    Part {
        name: "cannabis".to_owned(),
        goal: vec![],
        weeks: None,
        places: None,
        plans: None,
        end: None,
    }
}

fn end(drawing: Drawing) -> EndSection {
    EndSection {
        title: "End".to_owned(),
        headline: None,
        chart: Some(chart(drawing)),
        lines: vec![],
        recommendations: vec![],
    }
}

/// What a page of somebody's may not hold: anything that runs or is fetched.
pub(crate) fn assert_needs_nothing(page: &str) {
    let lower = page.to_lowercase();
    for banned in
        ["<script", "javascript:", "<iframe", "<img", "<link", "@import", "url(", "onload"]
    {
        assert!(!lower.contains(banned), "{banned} stands in the page");
    }
    let without_namespace = lower.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    for banned in ["http://", "https://"] {
        assert!(!without_namespace.contains(banned), "{banned} stands in the page");
    }
}

#[test]
fn a_page_escapes_whatever_a_person_wrote() {
    let place = Place {
        label: RIGHT_TO_LEFT.to_owned(),
        strength: "Strength: 8 out of 10.".to_owned(),
        range: String::new(),
        score: 8.0,
        between: (7.0, 9.0),
        sure: String::new(),
        reasons: vec![HOSTILE.to_owned()],
    };
    let places = PlaceSection { title: "Places".to_owned(), lines: vec![], places: vec![place] };
    let end = end(bars(&[Some((1.0, 2.0))]));
    let page =
        html(&report(Part { places: Some(places), end: Some(end), ..part() })).expect("a page");
    assert_needs_nothing(&page);
    assert!(!page.contains("<b>"));
    assert!(page.contains("<h1>Samenvatting van &#60;b&#62;&#38;&#34;&#39;</h1>"), "{page}");
    assert!(page.contains("<h4 dir=\"auto\">בבית לבד &#60;script&#62;</h4>"));
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<html lang=\"nl\" dir=\"ltr\">"));
}

#[test]
fn every_chart_has_a_name_and_says_the_same_in_words() {
    let scale = Drawing::Scale {
        axis: "craving".to_owned(),
        points: vec![
            Point { label: "1".to_owned(), value: Some(7.0) },
            Point { label: "2".to_owned(), value: None },
            Point { label: "3".to_owned(), value: Some(4.0) },
        ],
    };
    for drawing in [bars(&[Some((1.0, 2.0)), None, Some((0.0, 0.0))]), scale, bars(&[])] {
        let page = html(&report(Part { end: Some(end(drawing)), ..part() })).expect("a page");
        assert_eq!(page.matches("<svg class=\"chart\" role=\"img\"").count(), 1);
        assert!(page.contains("aria-labelledby=\"chart-0-title chart-0-text\""));
        assert!(page.contains("<desc id=\"chart-0-text\">In words.</desc>"));
        assert!(page.contains("<span>In words.</span>"), "beside it too");
    }
}

#[test]
fn a_week_without_entries_is_a_gap_in_the_line_and_a_week_without_use_has_a_foot() {
    let points = [Some(7.0), None, Some(4.0)];
    let point = |value: &Option<f64>| Point { label: String::new(), value: *value };
    let points = points.iter().map(point).collect();
    let scale = Drawing::Scale { axis: String::new(), points };
    let svg = chart::svg(&scale, Lang::En).expect("a picture");
    let plum = "stroke=\"#6B4E71\"";
    let joins = svg.lines().filter(|line| line.starts_with("<polyline") && line.contains(plum));
    assert!(joins.clone().all(|line| line.matches(',').count() <= 1), "nothing is joined: {svg}");
    assert_eq!(svg.matches("<circle").count(), 2);

    let foot = |amount| {
        let svg = chart::svg(&bars(&[amount]), Lang::En).expect("a picture");
        svg.contains("stroke=\"#1F5D63\" stroke-width=\"4\"")
    };
    assert!(foot(Some((0.0, 0.0))) && !foot(Some((0.0, 2.0))) && !foot(None));
}

/// Plotters writes colours into the picture; the style sheet swaps each of them in the dark.
#[test]
fn the_style_sheet_knows_every_colour_of_the_pictures() {
    let css = include_str!("page.css");
    for colour in [chart::INK, chart::GRID, chart::TEAL, chart::PLUM] {
        let hex = format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2);
        assert!(css.contains(&format!(".chart [stroke=\"{hex}\"]")), "{hex}");
    }
    let scale = Drawing::Scale {
        axis: String::new(),
        points: vec![Point { label: String::new(), value: Some(7.0) }],
    };
    for drawing in [bars(&[Some((1.0, 2.0)), Some((0.0, 0.0))]), scale] {
        let svg = chart::svg(&drawing, Lang::Nl).expect("a picture");
        for found in svg.split(['"']).filter(|part| part.starts_with('#')) {
            assert!(css.contains(&format!("=\"{found}\"]")), "{found} stays as it is in the dark");
        }
    }
}

/// Texts at least 4.5:1, marks at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in light and dark.
#[test]
fn every_colour_can_be_told_from_its_ground() {
    let css = include_str!("page.css");
    let grounds = css.matches("--paper:").count();
    assert_eq!(grounds, 3, "light, dark and print");
    for block in css.split("--paper:").skip(1) {
        let block = format!("--paper:{block}");
        let colour = |name: &str| {
            let at = block.find(&format!("--{name}: #")).expect("a colour") + name.len() + 5;
            luminance(&block[at..at + 6])
        };
        for ground in ["paper", "raised"].map(colour) {
            for text in ["ink", "quiet", "teal"] {
                assert!(contrast(colour(text), ground) >= 4.5, "{text}");
            }
            assert!(contrast(colour("plum"), ground) >= 3.0);
        }
    }
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance of `RRGGBB` (WCAG 2.2).
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&hex[at..at + 2], 16).expect("two hex digits");
        let share = f64::from(value) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}
