//! The reminders to come.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use super::{calendar, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, speak};
use crate::journey::Kept;
use crate::journey::draft::Desk;
use crate::journey::entity::{
    Agreement, Baseline, Closing, Episode, Goal, Note, Plan, Profile, Review, Round, Step,
};
use crate::reminder::{BackOffState, HORIZON_DAYS, PlanInput, PlannedReminder, plan};
use crate::time::Zone;

/// How many days before the last record the plan looks back (reminder: back-off).
const LOOK_BACK: i64 = 3;

/// A planned reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ReminderView {
    /// The same whenever it is planned again.
    pub stable_id: String,
    /// When, in milliseconds since 1970, UTC.
    pub instant_ms: i64,
    /// The wall time: `2026-03-05T20:00`.
    pub local: String,
    /// `check_in`, `not_closed`, …
    pub kind: String,
    /// What the lock screen says: neutral.
    pub text: String,
    /// The line of the list: day, time and text.
    pub line: String,
    /// When it is no longer due, in milliseconds since 1970, UTC.
    pub expires_ms: i64,
    /// What can be done from it: `nothing_so_far`, `log`, `later`.
    pub actions: Vec<String>,
}

/// The plan for the coming fourteen days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct RemindersView {
    /// At most 48, in the order of their time.
    pub items: Vec<ReminderView>,
    /// Kinds that stopped because they were left six times.
    pub stopped: Vec<String>,
    /// What to say about that, or about an empty plan.
    pub lines: Vec<String>,
}

impl Koers {
    /// The reminders of the coming fourteen days.
    pub fn reminders(&self) -> Result<RemindersView, KoersError> {
        self.ask(|desk| {
            let Some(Reminding { input, .. }) = reminding(desk)? else {
                let lines = vec![say(desk, "reminder-list-empty")];
                return Ok(RemindersView { items: vec![], stopped: vec![], lines });
            };
            let zone = Zone::known_or_fixed(&desk.here.zone, desk.here.offset_minutes);
            let plan = plan(&input, desk.now, &zone, HORIZON_DAYS);
            let items: Vec<_> = plan.items.iter().map(|item| view(desk, item)).collect();
            let stopped = plan.back_off.iter().filter(|one| one.state == BackOffState::Stopped);
            let stopped: Vec<String> = stopped.map(|one| one.kind.word().to_owned()).collect();
            let mut lines = Vec::new();
            if !stopped.is_empty() {
                lines.push(say(desk, "reminder-stopped"));
            }
            if items.is_empty() {
                lines.push(say(desk, "reminder-list-empty"));
            }
            Ok(RemindersView { items, stopped, lines })
        })
    }
}

fn view(desk: &Desk<'_>, item: &PlannedReminder) -> ReminderView {
    let text = match &item.words {
        Some(words) => words.clone(),
        None => say(desk, &item.text_id),
    };
    let time = chrono::NaiveTime::from_hms_opt(item.hour, item.minute, 0).unwrap_or_default();
    let day = format!(
        "{} {}",
        speak::weekday(item.date.weekday(), desk.lang),
        speak::date(item.date, desk.lang)
    );
    let args = Args::new().text("day", day).time("time", time).text("text", text.clone());
    ReminderView {
        stable_id: item.stable_id.clone(),
        instant_ms: item.instant_ms,
        local: format!("{}T{:02}:{:02}", item.date, item.hour, item.minute),
        kind: item.kind.word().to_owned(),
        text,
        line: say_with(desk, "reminder-list-line", &args),
        expires_ms: item.expires_ms,
        actions: item.actions.iter().map(|action| action.word().to_owned()).collect(),
    }
}

/// What is known for reminding.
pub(in crate::app) struct Reminding {
    pub(in crate::app) input: PlanInput,
    /// The substances followed, each with the days that are closed for it.
    pub(in crate::app) closed: Vec<(Code, BTreeSet<NaiveDate>)>,
}

/// What the plan looks at; none before there is a profile.
pub(in crate::app) fn reminding(desk: &Desk<'_>) -> Result<Option<Reminding>, KoersError> {
    let Some(profile) = desk.journey.profile() else { return Ok(None) };
    let today = desk.today()?;
    let mut recorded = recorded(desk);
    recorded.sort_unstable();
    let last = recorded.last().copied().unwrap_or(desk.now);
    let from = last.date_naive().min(today) - TimeDelta::days(LOOK_BACK);
    let intakes = desk.journey.all::<Baseline>().map(|(_, one)| one.intake_day);
    let started = recorded.first().copied().unwrap_or(desk.now);
    let closed = closed(desk, from, today)?;
    let each = closed.iter().map(|(_, days)| days.clone());
    let input = PlanInput {
        settings: profile.reminders.clone(),
        cut_off: profile.cut_off,
        first_day: intakes.min().unwrap_or(today),
        started,
        recorded,
        closed: each.reduce(|all, one| &all & &one).unwrap_or_default(),
        upcoming: vec![],
    };
    Ok(Some(Reminding { input, closed }))
}

/// The days that are closed, by substance followed.
fn closed(
    desk: &Desk<'_>,
    from: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<(Code, BTreeSet<NaiveDate>)>, KoersError> {
    let followed = desk.journey.substances().into_iter();
    let days = |substance: &Code| -> Result<_, KoersError> {
        let calendar = calendar(desk, substance)?;
        let all = from.iter_days().take_while(|day| *day <= today);
        Ok((substance.clone(), all.filter(|day| calendar.day(*day).closed).collect()))
    };
    followed.map(|one| days(&one.substance)).collect()
}

/// When something was recorded: entries by the moment they were made, settings by their stamp.
fn recorded(desk: &Desk<'_>) -> Vec<DateTime<Utc>> {
    fn stamps<T: Kept>(desk: &Desk<'_>, into: &mut Vec<DateTime<Utc>>) {
        for (id, _) in desk.journey.all::<T>() {
            let record = T::records(desk.journey).record(id);
            let history = record.into_iter().flat_map(crate::journey::Record::dated_history);
            into.extend(
                history.filter_map(|(stamp, _)| DateTime::from_timestamp_millis(stamp.millis())),
            );
        }
    }
    let mut at = Vec::new();
    at.extend(desk.journey.all::<Episode>().map(|(_, one)| one.made.utc));
    at.extend(desk.journey.all::<Closing>().map(|(_, one)| one.made.utc));
    at.extend(desk.journey.all::<Note>().map(|(_, one)| one.made.utc));
    stamps::<Profile>(desk, &mut at);
    stamps::<Round>(desk, &mut at);
    stamps::<Baseline>(desk, &mut at);
    stamps::<Goal>(desk, &mut at);
    stamps::<Step>(desk, &mut at);
    stamps::<Agreement>(desk, &mut at);
    stamps::<Review>(desk, &mut at);
    stamps::<Plan>(desk, &mut at);
    at
}
