//! A week's verdict in sentences: rules that are met first, each by itself.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{say, say_with};
use crate::content::{Args, Code};
use crate::goal::{DayWord, Overall, RuleKind, RuleState, RuleVerdict, Week, WeekState};
use crate::journey::draft::Desk;
use crate::journey::entity::Agreement;
use crate::journey::{GoalKind, Pace, ReviewAnswer};

/// Missing days are named up to this many; more would read as a reproach (judgement).
const NAMED_DAYS: usize = 3;

/// The word of an overall verdict.
pub(super) fn overall_text(desk: &Desk<'_>, overall: Overall) -> String {
    let word = match overall {
        Overall::Met => "met",
        Overall::Partly => "partly",
        Overall::NotMet => "not-met",
        Overall::Unknown => "unknown",
        Overall::Open => "open",
        Overall::Over => "over",
        Overall::NotJudged => "not-judged",
    };
    say(desk, &format!("verdict-state-{word}"))
}

/// Every sentence about a week.
pub(super) fn sentences(desk: &Desk<'_>, substance: &Code, week: &Week) -> Vec<String> {
    let goal = desk.journey.goal(substance);
    let by_steps =
        goal.is_some_and(|goal| goal.pace == Pace::StepByStep && goal.kind != GoalKind::Safer);
    let mut said: Vec<String> =
        week.rules.iter().map(|rule| rule_sentence(desk, week, rule)).collect();
    if said.is_empty() {
        said.push(figures(desk, week));
        if by_steps {
            said.push(say(desk, "verdict-no-step"));
        }
    }
    if week.state == WeekState::Done {
        said.extend(missing(desk, week));
        let said_above = week.missing.len() > NAMED_DAYS && week.overall == Overall::Unknown;
        if week.rules.len() > 1 && !said_above {
            said.extend(overall(desk, week.overall));
        }
    }
    if !week.recalled_on.is_empty() {
        let days = Args::new().weekdays("days", &weekdays(&week.recalled_on));
        said.push(say_with(desk, "verdict-recalled", &days));
    }
    said
}

/// What was noted. A day that was not logged is unknown, so a week without notes is not called
/// a week without use.
fn figures(desk: &Desk<'_>, week: &Week) -> String {
    let used = week.days.iter().any(|day| day.state == DayWord::Used);
    if week.closed_days == 0 && !used {
        return say(desk, "verdict-nothing-noted");
    }
    say_with(desk, "verdict-figures", &amount(week))
}

fn amount(week: &Week) -> Args {
    Args::new().amount("amount", week.lo, &week.unit)
}

/// The days that are not closed: those with nothing noted are not filled in, those with use noted
/// may have had more.
fn missing(desk: &Desk<'_>, week: &Week) -> Vec<String> {
    if week.missing.is_empty() {
        return vec![];
    }
    if week.missing.len() > NAMED_DAYS {
        // A rule can be decided without them: then too few days stand in the way of nothing.
        let unknown = week.overall == Overall::Unknown;
        return unknown.then(|| say(desk, "verdict-overall-unknown")).into_iter().collect();
    }
    let is_noted = |date: &NaiveDate| {
        week.days.iter().any(|day| day.day == *date && day.state == DayWord::Used)
    };
    let (noted, blank): (Vec<NaiveDate>, Vec<NaiveDate>) =
        week.missing.iter().copied().partition(is_noted);
    let mut said = Vec::new();
    if blank.is_empty() {
        let without = Args::new().count("without", week.without_days);
        said.push(say_with(desk, "verdict-days-without", &without));
    } else {
        let args = Args::new()
            .count("without", week.without_days)
            .weekdays("missing", &weekdays(&blank))
            .count("count", blank.len() as i64);
        said.push(say_with(desk, "verdict-unknown", &args));
    }
    if !noted.is_empty() {
        let args =
            Args::new().weekdays("days", &weekdays(&noted)).count("count", noted.len() as i64);
        said.push(say_with(desk, "verdict-days-open", &args));
    }
    said
}

fn overall(desk: &Desk<'_>, overall: Overall) -> Option<String> {
    let id = match overall {
        Overall::Met => "verdict-overall-met",
        Overall::Partly => "verdict-overall-partly",
        Overall::NotMet => "verdict-overall-not-met",
        Overall::Unknown => "verdict-overall-unknown",
        Overall::Open | Overall::Over | Overall::NotJudged => return None,
    };
    Some(say(desk, id))
}

/// The sentence about one rule.
pub(super) fn rule_sentence(desk: &Desk<'_>, week: &Week, rule: &RuleVerdict) -> String {
    if rule.rule == RuleKind::Agreement {
        return agreement(desk, rule);
    }
    if rule.state == RuleState::NotJudged {
        return say(desk, "verdict-not-judged");
    }
    match rule.rule {
        RuleKind::WeeklyLimit => weekly(desk, week, rule),
        RuleKind::DailyLimit => {
            let limit = rule.limit.unwrap_or_default();
            let args = Args::new().amount("limit", limit, &rule.unit);
            let args = args.weekdays("days", &weekdays(&rule.broken_on));
            say_with(desk, &format!("verdict-daily-{}", ending(rule.state)), &args)
        }
        RuleKind::Weekdays => {
            let allowed: Vec<Weekday> =
                rule.allowed.map(|set| set.days().collect()).unwrap_or_default();
            let args = Args::new().weekdays("allowed", &allowed);
            let args = args.weekdays("days", &weekdays(&rule.broken_on));
            say_with(desk, &format!("verdict-weekdays-{}", ending(rule.state)), &args)
        }
        RuleKind::Stop | RuleKind::Agreement => {
            // In the week of the stop date, the days before it do not count and may be open.
            if rule.state == RuleState::Met && !week.missing.is_empty() {
                return say(desk, "verdict-stop-met-in-part");
            }
            let args = Args::new().weekdays("days", &weekdays(&rule.broken_on));
            say_with(desk, &format!("verdict-stop-{}", ending(rule.state)), &args)
        }
    }
}

fn ending(state: RuleState) -> &'static str {
    match state {
        RuleState::Met => "met",
        RuleState::NotMet | RuleState::Over => "over",
        RuleState::Open => "open",
        RuleState::Unknown | RuleState::NotJudged => "unknown",
    }
}

fn weekly(desk: &Desk<'_>, week: &Week, rule: &RuleVerdict) -> String {
    let limit = rule.limit.unwrap_or_default();
    let args = amount(week).bare_amount("limit", limit);
    let days = args.clone().count("days", week.days_to_come);
    match rule.state {
        RuleState::Met => match rule.end_goal.filter(|end| *end != limit) {
            Some(end) => {
                let args = args.bare_amount("step", limit).bare_amount("goal", end);
                say_with(desk, "verdict-step", &args)
            }
            None => say_with(desk, "verdict-met", &args),
        },
        RuleState::Over => say_with(desk, "verdict-over-so-far", &days),
        RuleState::Open => say_with(desk, "verdict-open", &days),
        RuleState::NotMet if week.most_on.is_empty() => say_with(desk, "verdict-not-met", &args),
        RuleState::NotMet => {
            let most = Args::new().weekdays("days", &weekdays(&week.most_on));
            let most = say_with(desk, "verdict-most-on", &most);
            format!("{} {most}", say_with(desk, "verdict-not-met", &args))
        }
        RuleState::Unknown | RuleState::NotJudged => {
            say_with(desk, "verdict-unknown-amount", &args)
        }
    }
}

fn agreement(desk: &Desk<'_>, rule: &RuleVerdict) -> String {
    let agreement = rule.agreement.and_then(|id| desk.journey.get::<Agreement>(id));
    let label = agreement.map(|one| one.label.clone()).unwrap_or_default();
    let answer = match rule.answer {
        Some(ReviewAnswer::Yes) => "agreement-yes",
        Some(ReviewAnswer::Partly) => "agreement-partly",
        Some(ReviewAnswer::No) => "agreement-no",
        Some(ReviewAnswer::NotNeeded) => "agreement-not-needed",
        Some(ReviewAnswer::Unknown(_)) | None => "agreement-unknown",
    };
    format!("{label}: {}.", say(desk, answer))
}

/// The weekdays of dates, in the order of the dates.
pub(super) fn weekdays(days: &[NaiveDate]) -> Vec<Weekday> {
    days.iter().map(Datelike::weekday).collect()
}
