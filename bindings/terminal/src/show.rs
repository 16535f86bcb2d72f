//! Views on a terminal of eighty columns, with colour where it is wanted.

use anstream::println;
use anstyle::{AnsiColor, Style};
use koers_core::app::{
    ConflictView, DiaryView, EndBar, EvaluationView, GapFormView, GoalView, HelpNowView,
    ImportReport, PlaceView, PlanAsk, PlanField, PlanView, Receipt, RemindersView, ResultsView,
    SituationsView, TodayView, WeekView,
};
use koers_core::goal::DayWord;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const ACCENT: Style = AnsiColor::Cyan.on_default();
const WIDTH: usize = 78;

pub(crate) fn title(text: &str) {
    println!("\n{BOLD}{text}{BOLD:#}");
}

/// A paragraph, broken at words, indented.
pub(crate) fn paragraph(indent: usize, text: &str) {
    let pad = " ".repeat(indent);
    for line in textwrap::wrap(text, WIDTH.saturating_sub(indent)) {
        println!("{pad}{line}");
    }
}

/// A message of one paragraph, broken at words.
pub(crate) fn wrapped(text: &str) -> Vec<String> {
    textwrap::wrap(text, WIDTH).into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn bullet(text: &str) {
    let options = textwrap::Options::new(WIDTH).initial_indent("  - ").subsequent_indent("    ");
    for line in textwrap::wrap(text, options) {
        println!("{line}");
    }
}

pub(crate) fn receipt(receipt: &Receipt) {
    for line in &receipt.lines {
        paragraph(0, line);
    }
    if let Some(question) = &receipt.question {
        paragraph(0, question);
    }
}

/// What was changed on two devices apart, each copy with its number.
pub(crate) fn conflicts(found: &[ConflictView]) {
    for (one, thing) in found.iter().zip(1..) {
        title(&format!("{thing}. {}", one.title));
        for (copy, number) in one.copies.iter().zip(1..) {
            let mark = if copy.shown { "●" } else { "○" };
            println!("  {ACCENT}{thing} {number}{ACCENT:#}  {mark} {}", copy.written);
            for line in &copy.lines {
                paragraph(8, line);
            }
        }
    }
}

/// The mark of a day: shape, not colour alone.
fn mark(state: &str) -> &'static str {
    match state {
        "used" => "●",
        "not_used" => "✓",
        "to_come" => "·",
        _ => "○",
    }
}

pub(crate) fn today(view: &TodayView) {
    title(&view.title);
    let strip: Vec<String> =
        view.strip.iter().map(|day| format!("{} {}", day.weekday, mark(&day.state))).collect();
    println!("  {}", strip.join("  "));
    println!("  {DIM}{}{DIM:#}", view.strip_text);
    for line in view.safety.iter().chain(&view.without) {
        paragraph(2, line);
    }
    for confirm in &view.confirm {
        bullet(&confirm.text);
    }
    if let Some(open) = &view.open_day {
        bullet(&open.text);
    }
    if let Some(gaps) = &view.gaps {
        paragraph(2, &gaps.line);
        for (words, command) in [(&gaps.go_on, "koers go-on"), (&gaps.fill_in, "koers fill-in")] {
            println!("    {words}: {ACCENT}{command}{ACCENT:#}");
        }
    }
    for item in &view.agenda {
        bullet(&item.text);
        if let Some(reason) = &item.reason {
            paragraph(4, reason);
        }
    }
    if let Some(empty) = &view.empty {
        paragraph(2, empty);
    }
}

/// The days that are open, each with its date as `--used` takes it.
pub(crate) fn gap_form(view: &GapFormView) {
    title(&view.title);
    if view.days.is_empty() {
        return paragraph(2, &view.empty);
    }
    paragraph(2, &view.explain);
    for one in &view.days {
        println!("    {ACCENT}{}{ACCENT:#}  {}", one.day, one.label);
    }
    if let Some(more) = &view.more {
        paragraph(2, more);
    }
    println!("  {}: {ACCENT}koers fill-in --none{ACCENT:#}", view.rest_not_used);
    let first = view.days.first().map(|one| one.day.to_string()).unwrap_or_default();
    println!("  {}: {ACCENT}koers fill-in --used {first}{ACCENT:#}", view.used);
    paragraph(2, &view.amount);
}

pub(crate) fn situations(view: &SituationsView) {
    title(&view.title);
    paragraph(2, &view.how);
    if let Some(empty) = &view.empty {
        paragraph(2, empty);
    }
    for place in &view.places {
        situation(place);
    }
    let parts = [
        (&view.headings.rare_but_strong, &view.rare_but_strong),
        (&view.headings.automatic, &view.automatic),
    ];
    for (heading, part) in parts {
        part_title(heading, part.is_empty());
        for one in part {
            println!("  {BOLD}{}{BOLD:#}", one.label);
            paragraph(4, &one.text);
        }
    }
    part_title(&view.headings.observations, view.observations.is_empty());
    view.observations.iter().for_each(|line| bullet(line));
    part_title(&view.headings.suggestions, view.suggestions.is_empty());
    view.suggestions.iter().for_each(|one| bullet(&one.text));
}

/// The heading of a part of a view, where the part holds something.
fn part_title(heading: &str, is_empty: bool) {
    if !is_empty {
        println!();
        paragraph(0, heading);
    }
}

pub(crate) fn situation(place: &PlaceView) {
    let filled = (place.score.round() as usize).min(10);
    let bar = format!("{}{}", "█".repeat(filled), "░".repeat(10 - filled));
    println!(
        "\n  {BOLD}{}. {}{BOLD:#}\n    {ACCENT}{bar}{ACCENT:#} {DIM}{}{DIM:#}",
        place.place, place.label, place.confidence_text
    );
    for reason in place.reasons.iter().chain(&place.chance_text) {
        paragraph(4, reason);
    }
}

/// One situation looked at more closely, with what its plan was worth.
pub(crate) fn why(place: &PlaceView) {
    situation(place);
    if let Some(helped) = &place.plan_helped {
        paragraph(4, helped);
    }
    if let Some(ask) = &place.plan_ask {
        plan_ask(ask);
    }
}

pub(crate) fn plan(view: &PlanView) {
    title(&view.title);
    for line in view.none.iter().chain(&view.helped) {
        paragraph(2, line);
    }
    for field in view.fields.iter().filter(|field| !field.lines.is_empty()) {
        println!("  {BOLD}{}{BOLD:#}", field.title);
        for line in &field.lines {
            paragraph(4, line);
        }
    }
    if let Some(ask) = &view.ask {
        plan_ask(ask);
    }
    let offering = || view.fields.iter().filter(|field| !field.suggestions.is_empty());
    part_title(&view.offers, offering().next().is_none());
    for field in offering() {
        println!("  {BOLD}{}{BOLD:#}", field.title);
        suggestions(field);
    }
}

/// What a field of a plan offers.
pub(crate) fn suggestions(field: &PlanField) {
    for one in &field.suggestions {
        println!("    {DIM}{}{DIM:#}", one.title);
        for line in &one.lines {
            paragraph(6, line);
        }
    }
}

/// "Did it help?", with the answers that fit.
fn plan_ask(ask: &PlanAsk) {
    let answers: Vec<&str> = ask.answers.iter().map(|one| one.label.as_str()).collect();
    println!();
    paragraph(2, &ask.text);
    println!("    {DIM}{}{DIM:#}", answers.join(" · "));
}

pub(crate) fn week(view: &WeekView) {
    let marks: Vec<&str> = view
        .week
        .days
        .iter()
        .map(|day| match day.state {
            DayWord::Used => "●",
            DayWord::NotUsed => "✓",
            DayWord::Unknown => "○",
            DayWord::ToCome => "·",
        })
        .collect();
    println!("\n  {BOLD}{}{BOLD:#}", view.title);
    println!(
        "    {}  {BOLD}{}{BOLD:#} {DIM}· {}{DIM:#}",
        marks.join(" "),
        view.overall_text,
        view.coverage
    );
    for sentence in &view.sentences {
        paragraph(4, sentence);
    }
}

pub(crate) fn goal(view: &GoalView) {
    for line in &view.lines {
        paragraph(2, line);
    }
    if let Some(running) = &view.week {
        week(running);
    }
}

pub(crate) fn results(view: &ResultsView) {
    for one in &view.weeks {
        week(one);
    }
    println!();
    for line in &view.lines {
        paragraph(2, line);
    }
}

pub(crate) fn evaluation(view: &EvaluationView) {
    title(&view.headline);
    end_bars(&view.bars);
    for line in view.goal_lines.iter().chain(&view.lines) {
        paragraph(2, line);
    }
    for line in &view.recommendations {
        bullet(line);
    }
}

/// The final chart: what is certain in full blocks, what may be more in light ones.
fn end_bars(bars: &[EndBar]) {
    const LONGEST: f64 = 24.0;
    let widest = bars.iter().map(|bar| bar.label.chars().count()).max().unwrap_or(0);
    for bar in bars {
        let certain = (bar.certain * LONGEST).round() as usize;
        let possible = (bar.possible * LONGEST).round() as usize;
        let blocks = "█".repeat(certain) + &"░".repeat(possible.saturating_sub(certain));
        println!("  {:<widest$}  {ACCENT}{blocks:<24}{ACCENT:#}  {}", bar.label, bar.text);
    }
}

pub(crate) fn reminders(view: &RemindersView) {
    for item in &view.items {
        bullet(&item.line);
    }
    for line in &view.lines {
        paragraph(2, line);
    }
}

pub(crate) fn diary(view: &DiaryView) {
    for entry in &view.entries {
        println!("\n{DIM}{}{DIM:#}  {BOLD}{}{BOLD:#}", entry.short_id, entry.when);
        for line in &entry.lines {
            paragraph(10, line);
        }
    }
}

pub(crate) fn help(view: &HelpNowView) {
    title(&view.title);
    println!("{}", view.question);
    for choice in &view.choices {
        println!("\n  {BOLD}{}{BOLD:#}", choice.title);
        for step in &choice.steps {
            bullet(step);
        }
        for part in &choice.parts {
            println!("    {DIM}{}{DIM:#}", part.title);
            for line in &part.lines {
                paragraph(6, line);
            }
        }
        if !choice.signs.is_empty() {
            paragraph(4, &choice.signs.join(" · "));
        }
    }
    println!();
    for person in &view.own_people {
        println!("  {person}");
    }
    for line in &view.lines {
        println!("  {BOLD}{}{BOLD:#}  {}  {DIM}{}{DIM:#}", line.number, line.name, line.checked);
    }
}

pub(crate) fn import(report: &ImportReport) {
    println!("+ {}   = {}   ! {}", report.new, report.repeated, report.faults.len());
    for words in &report.own_situations {
        println!("  ‘{words}’");
    }
    for fault in &report.faults {
        println!("  {}: {}: {}", fault.line, fault.column, fault.reason);
    }
}
