//! The printable report (SHP-29): which parts the person wants in it, and the sentences for each.
//!
//! Every sentence is one that a screen says too. How the page looks is not known here.

mod end;
mod places;
mod weeks;

use serde::Deserialize;

use super::weeks::goal_lines;
use super::{Rankings, calendar, name, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, speak};
use crate::journey::draft::Desk;
use crate::journey::entity::Agreement;
use crate::report::{Legend, Part, Report, Section, html};
use crate::risk::Ranking;

/// A part of the report that a person may take in or leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ReportPart {
    /// The nickname in the title.
    Nickname,
    /// The goal and the agreements.
    Goal,
    /// Week by week, with verdicts.
    Weeks,
    /// The ranked situations.
    Situations,
    /// The plans for them.
    Plans,
    /// The end of the programme.
    End,
    /// A line that this is an invented person.
    Invented,
}

impl ReportPart {
    /// What stands in a report where the person says nothing about it: everything but the name.
    pub const USUAL: [Self; 5] =
        [Self::Goal, Self::Weeks, Self::Situations, Self::Plans, Self::End];
}

impl Koers {
    /// The report as one page of HTML that needs nothing else, with these parts, about every
    /// substance followed. It is not encrypted.
    pub fn report(&self, parts: &[ReportPart]) -> Result<String, KoersError> {
        self.ask_ranked(|desk, rankings| {
            let report = report(desk, rankings, parts)?;
            html(&report).map_err(|error| KoersError::Other { reason: error.to_string() })
        })
    }
}

fn report(
    desk: &Desk<'_>,
    rankings: &mut Rankings,
    parts: &[ReportPart],
) -> Result<Report, KoersError> {
    let nickname = desk.journey.profile().map(|profile| profile.nickname.clone());
    let nickname =
        nickname.filter(|name| !name.is_empty() && parts.contains(&ReportPart::Nickname));
    let title = match nickname {
        Some(name) => say_with(desk, "report-title", &Args::new().own("nickname", name)),
        None => say(desk, "report-title-plain"),
    };
    let followed = desk.journey.substances();
    Ok(Report {
        lang: desk.lang,
        title,
        lines: lines(desk, parts)?,
        empty: followed.is_empty().then(|| say(desk, "results-no-data")),
        parts: followed
            .into_iter()
            .map(|one| part(desk, &one.substance, &rankings.of(desk, &one.substance)?, parts))
            .collect::<Result<_, _>>()?,
    })
}

/// When it was made, what it covers, and what kind of notes these are.
fn lines(desk: &Desk<'_>, parts: &[ReportPart]) -> Result<Vec<String>, KoersError> {
    let today = desk.today()?;
    let in_full = |day| speak::day_month_year(day, desk.lang);
    let mut lines = Vec::new();
    if parts.contains(&ReportPart::Invented) {
        lines.push(say(desk, "about-demo"));
    }
    lines.push(say_with(desk, "report-made-on", &Args::new().text("date", in_full(today))));
    if let Some(round) = desk.journey.round() {
        let period = Args::new().text("from", in_full(round.start)).text("to", in_full(today));
        lines.push(format!("{}.", say_with(desk, "report-period", &period)));
    }
    for note in ["report-not-clinical", "report-unknown-note", "report-own-choice"] {
        lines.push(say(desk, note));
    }
    Ok(lines)
}

fn part(
    desk: &Desk<'_>,
    substance: &Code,
    ranking: &Ranking,
    parts: &[ReportPart],
) -> Result<Part, KoersError> {
    let today = desk.today()?;
    let calendar = calendar(desk, substance)?;
    let wants = |part: ReportPart| parts.contains(&part);
    let plans = wants(ReportPart::Plans).then(|| places::plans(desk, ranking));
    let end = wants(ReportPart::End).then(|| end::section(desk, substance, &calendar));
    Ok(Part {
        name: name(desk, substance),
        goal: if wants(ReportPart::Goal) { goal(desk, substance) } else { vec![] },
        weeks: wants(ReportPart::Weeks).then(|| weeks::section(desk, substance, &calendar, today)),
        places: wants(ReportPart::Situations).then(|| places::section(desk, substance, ranking)),
        plans: plans.flatten(),
        end: end.flatten(),
    })
}

fn goal(desk: &Desk<'_>, substance: &Code) -> Vec<Section> {
    let lines = goal_lines(desk, desk.journey.goal(substance));
    let mut sections = vec![Section { title: say(desk, "report-goal"), lines }];
    let about = |one: &&Agreement| {
        !one.put_away && one.substance.as_ref().is_none_or(|about| about == substance)
    };
    let agreements = desk.journey.all::<Agreement>().map(|(_, one)| one).filter(about);
    let lines: Vec<String> = agreements
        .map(|one| match one.filled_in.as_str() {
            "" => one.label.clone(),
            filled_in => format!("{}: {filled_in}", one.label),
        })
        .collect();
    if !lines.is_empty() {
        sections.push(Section { title: say(desk, "report-agreements"), lines });
    }
    sections
}

/// What the marks of a chart of use stand for; only those that are in it.
fn legend(desk: &Desk<'_>, bars: &[crate::report::Bar], limit: &str) -> Vec<Legend> {
    let hollow = bars.iter().any(|bar| bar.amount.is_some_and(|(low, high)| high > low));
    let limited = bars.iter().any(|bar| bar.limit.is_some());
    let of = |style, text: &str| Legend { style, text: say(desk, text) };
    let mut legend = vec![of("low", "results-legend-lo")];
    legend.extend(hollow.then(|| of("high", "results-legend-hi")));
    legend.extend(limited.then(|| of("limit", limit)));
    legend
}
