//! The end of the programme, or where it stands (SHP-27).

use super::super::evaluation::view;
use super::super::{say, say_with};
use super::{legend, weeks};
use crate::content::{Amount, Args, Code};
use crate::goal::Calendar;
use crate::insight::{Compared, compared};
use crate::journey::draft::Desk;
use crate::report::{Bar, Chart, Drawing, EndSection};

/// None before there is anything to say. While the programme runs there are figures and no
/// verdict.
pub(super) fn section(
    desk: &Desk<'_>,
    substance: &Code,
    calendar: &Calendar<'_>,
) -> Option<EndSection> {
    let end = calendar.end(desk.journey.round()?);
    let over = end.is_final;
    let chart = compared(&end).map(|three| chart(desk, &three));
    let view = view(desk, substance.clone(), end);
    if !over && chart.is_none() {
        return None;
    }
    Some(EndSection {
        title: say(desk, if over { "report-end" } else { "results-end" }),
        headline: over.then_some(view.headline),
        chart,
        lines: view.lines,
        recommendations: if over { view.recommendations } else { vec![] },
    })
}

fn chart(desk: &Desk<'_>, three: &Compared) -> Chart {
    let goal = three.goal.map(Amount::to_f64);
    let bar = |label: &str, amount: Option<(f64, f64)>| Bar {
        label: say(desk, label),
        amount,
        limit: goal,
    };
    let of = |used: crate::goal::Interval| Some((used.lo.to_f64(), used.hi.to_f64()));
    let mut bars = vec![
        bar("results-before-short", of(three.before)),
        bar("results-last-week", of(three.after)),
    ];
    bars.extend(goal.map(|_| bar("results-goal", None)));
    Chart {
        title: say(desk, "results-end"),
        summary: summary(desk, three, "results-end-summary"),
        legend: legend(desk, &bars, "results-goal"),
        drawing: Drawing::Bars { axis: weeks::axis(desk, &three.unit), bars },
    }
}

/// The three in a sentence, with a second one where the last week is not known to the last day.
/// `with_limit` is the sentence for a goal with a limit.
pub(super) fn summary(desk: &Desk<'_>, three: &Compared, with_limit: &str) -> Vec<String> {
    let args = Args::new().amount("before", three.before.lo, &three.unit).amount(
        "after",
        three.after.lo,
        &three.unit,
    );
    let mut said = vec![match three.goal {
        None => say_with(desk, "results-use-summary-no-goal", &args),
        Some(Amount::ZERO) => say_with(desk, "results-end-summary-stop", &args),
        Some(goal) => say_with(desk, with_limit, &args.amount("goal", goal, &three.unit)),
    }];
    if three.after.lo < three.after.hi {
        let args = Args::new().bare_amount("low", three.after.lo).amount(
            "high",
            three.after.hi,
            &three.unit,
        );
        said.push(say_with(desk, "results-use-range", &args));
    }
    said
}
