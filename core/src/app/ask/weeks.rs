//! The goal, the running week, and every week so far.

use chrono::NaiveDate;
use serde::Serialize;

use super::verdict::{overall_text, sentences};
use super::{asked, calendar, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code};
use crate::goal::{Calendar, ChangeInterval, Lapse, Runs, Week, Without};
use crate::journey::draft::Desk;
use crate::journey::entity::Goal;
use crate::journey::{GoalKind, Pace};

/// A goal week with its verdict in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct WeekView {
    /// The figures and verdicts (rules G2–G6).
    #[serde(flatten)]
    pub week: Week,
    /// Which week it is, in words.
    pub title: String,
    /// The overall verdict in a word or two.
    pub overall_text: String,
    /// The verdict, rule by rule.
    pub sentences: Vec<String>,
    /// How many days are filled in.
    pub coverage: String,
}

/// Every goal week of a substance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ResultsView {
    /// The substance.
    pub substance: Code,
    /// The unit of the figures.
    pub unit: Code,
    /// The weeks, oldest first.
    pub weeks: Vec<WeekView>,
    /// Days without since the stop date.
    pub without: Option<Without>,
    /// Runs of days without.
    pub runs: Option<Runs>,
    /// The same in words.
    pub lines: Vec<String>,
    /// Lapses (rule G9).
    pub lapses: Vec<Lapse>,
}

/// The goal as it stands, with the running week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GoalView {
    /// The substance.
    pub substance: Code,
    /// The kind of goal; none before one was chosen.
    pub kind: Option<GoalKind>,
    /// Right away or step by step.
    pub pace: Option<Pace>,
    /// The unit of the figures.
    pub unit: Code,
    /// The stop date.
    pub stop_date: Option<NaiveDate>,
    /// The goal in words.
    pub lines: Vec<String>,
    /// The running week.
    pub week: Option<WeekView>,
    /// Days without since the stop date.
    pub without: Option<Without>,
    /// Runs of days without.
    pub runs: Option<Runs>,
}

impl Koers {
    /// The goal and the running week; of the first substance followed where none is named.
    pub fn goal(&self, substance: Option<&Code>) -> Result<GoalView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            let calendar = calendar(desk, &substance)?;
            let goal = calendar.goal();
            Ok(GoalView {
                kind: goal.map(|goal| goal.kind),
                pace: goal.map(|goal| goal.pace),
                unit: calendar.unit().clone(),
                stop_date: goal.and_then(|goal| goal.stop_date),
                lines: goal_lines(desk, goal),
                week: calendar.this_week().map(|week| view(desk, &substance, week)),
                without: calendar.without(),
                runs: calendar.runs(),
                substance,
            })
        })
    }

    /// Every goal week with its verdict.
    pub fn results(&self, substance: Option<&Code>) -> Result<ResultsView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            let calendar = calendar(desk, &substance)?;
            let weeks = calendar.weeks().into_iter();
            let (without, runs) = (calendar.without(), calendar.runs());
            Ok(ResultsView {
                unit: calendar.unit().clone(),
                weeks: weeks.map(|week| view(desk, &substance, week)).collect(),
                without,
                runs,
                lines: without_lines(desk, &calendar),
                lapses: calendar.lapses(),
                substance,
            })
        })
    }
}

/// Days without since the stop date, and the longest run of them; nothing without such a date.
pub(super) fn without_lines(desk: &Desk<'_>, calendar: &Calendar<'_>) -> Vec<String> {
    let headline = calendar.without().map(|without| without_text(desk, &without));
    let longest = calendar
        .runs()
        .map(|runs| say_with(desk, "without-longest", &Args::new().count("days", runs.longest)));
    headline.into_iter().chain(longest).collect()
}

/// Days without since the stop date, as a headline (rule G5).
pub(super) fn without_text(desk: &Desk<'_>, without: &Without) -> String {
    let args = Args::new()
        .count("days", without.days)
        .count("missing", without.not_filled_in)
        .date("date", without.since);
    match (without.days, without.not_filled_in) {
        (0, _) => say_with(desk, "without-none-yet", &args),
        (_, 0) => say_with(desk, "without-headline-complete", &args),
        _ => say_with(desk, "without-headline", &args),
    }
}

pub(super) fn view(desk: &Desk<'_>, substance: &Code, week: Week) -> WeekView {
    let coverage = Args::new().count("closed", week.closed_days).count("days", 7);
    let title = Args::new().count("week", week.number).date("date", week.start);
    WeekView {
        title: say_with(desk, "results-week-title", &title),
        overall_text: overall_text(desk, week.overall),
        sentences: sentences(desk, substance, &week),
        coverage: say_with(desk, "verdict-coverage", &coverage),
        week,
    }
}

/// The goal in words, rule by rule.
pub(super) fn goal_lines(desk: &Desk<'_>, goal: Option<&Goal>) -> Vec<String> {
    let Some(goal) = goal else { return vec![say(desk, "goal-none")] };
    let amount =
        |id: &str, amount| say_with(desk, id, &Args::new().amount("amount", amount, &goal.unit));
    let mut lines = vec![match goal.kind {
        GoalKind::Stop => match goal.stop_date {
            Some(day) => say_with(desk, "goal-rule-stop", &Args::new().date("date", day)),
            None => say(desk, "goal-rule-stop-open"),
        },
        GoalKind::Reduce => say(desk, "goal-kind-reduce"),
        GoalKind::Safer | GoalKind::Unknown(_) => say(desk, "goal-kind-safer"),
    }];
    lines.extend(goal.per_week.map(|most| amount("goal-rule-weekly", most)));
    lines.extend(goal.per_day.map(|most| amount("goal-rule-daily", most)));
    lines.extend(goal.weekdays.map(|set| {
        let days: Vec<_> = set.days().collect();
        say_with(desk, "goal-rule-weekdays", &Args::new().weekdays("days", &days))
    }));
    let pace = match goal.pace {
        Pace::StepByStep => "goal-step-by-step",
        Pace::RightAway | Pace::Unknown(_) => "goal-right-away",
    };
    if goal.kind != GoalKind::Safer {
        lines.push(say(desk, pace));
    }
    lines
}

/// A change against the baseline in words; none where nothing can be said.
pub(super) fn change_text(desk: &Desk<'_>, change: ChangeInterval) -> String {
    let percent = |share: f64| (100.0 * share).round() as i64;
    let (low, high) = (percent(change.low), percent(change.high));
    let args = |low: i64, high: i64| Args::new().count("low", low).count("high", high);
    match (low, high) {
        (0, 0) => say(desk, "change-same"),
        (low, high) if low == high && low > 0 => {
            say_with(desk, "change-percent", &Args::new().count("percent", low))
        }
        (low, high) if low == high => {
            say_with(desk, "change-more", &Args::new().count("percent", -low))
        }
        (low, high) if low >= 0 => say_with(desk, "change-percent-range", &args(low, high)),
        (low, high) if high <= 0 => say_with(desk, "change-more-range", &args(-high, -low)),
        _ => say(desk, "change-same"),
    }
}
