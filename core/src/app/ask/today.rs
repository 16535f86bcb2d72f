//! What today holds.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::open_days::{GapsView, OpenDayView, gaps, open_day};
use super::weeks::without_text;
use super::{SubstanceView, asked, calendar, followed, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, speak};
use crate::goal::{DayWord, Questions};
use crate::journey::draft::Desk;
use crate::journey::entity::Goal;
use crate::programme::{AgendaItem, agenda, open_days};
use crate::risk::Ranking;
use crate::time::week_start;

/// A day of the week strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct DayView {
    /// The local day.
    pub day: NaiveDate,
    /// Its weekday, short.
    pub weekday: String,
    /// `used`, `not_used`, `unknown` or `to_come`.
    pub state: String,
    /// The same in words.
    pub text: String,
}

/// An early closing to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ConfirmView {
    /// The day.
    pub day: NaiveDate,
    /// The question.
    pub text: String,
}

/// The first screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TodayView {
    /// The local day.
    pub day: NaiveDate,
    /// The day in words.
    pub title: String,
    /// The substances followed.
    pub substances: Vec<SubstanceView>,
    /// The substance that the strip is about.
    pub substance: Code,
    /// The days of the running week.
    pub strip: Vec<DayView>,
    /// The strip in a sentence.
    pub strip_text: String,
    /// Days without since the stop date.
    pub without: Option<String>,
    /// Calm lines about safety, first of all.
    pub safety: Vec<String>,
    /// Days closed early, to be confirmed.
    pub confirm: Vec<ConfirmView>,
    /// Yesterday, where it is still open.
    pub open_day: Option<OpenDayView>,
    /// Of some substance followed it was not said yet how today is, or it was used after that.
    pub can_close: bool,
    /// Older open days, in one line with what can be done about them.
    pub gaps: Option<GapsView>,
    /// What is suggested, at most three.
    pub agenda: Vec<AgendaItem>,
    /// What to say when nothing waits.
    pub empty: Option<String>,
}

impl Koers {
    /// What today holds, for the first substance followed where none is named.
    pub fn today(&self, substance: Option<&Code>) -> Result<TodayView, KoersError> {
        self.ask_ranked(|desk, rankings| {
            let substance = asked(desk, substance)?;
            let ranking = rankings.of(desk, &substance)?;
            today(desk, substance, &ranking)
        })
    }
}

fn today(desk: &Desk<'_>, substance: Code, ranking: &Ranking) -> Result<TodayView, KoersError> {
    let day = desk.today()?;
    let calendar = calendar(desk, &substance)?;
    // Where the week before was skipped, nothing lies before the start.
    let baseline = desk.journey.baseline(&substance);
    let intake = baseline.map_or(NaiveDate::MIN, |baseline| baseline.intake_day);
    let questions = calendar.questions(intake.min(day));
    let anchor = calendar.goal().map_or(chrono::Weekday::Mon, Goal::anchor);
    let first = week_start(day, anchor);
    let states = calendar.days(first, first + chrono::TimeDelta::days(6));
    let strip: Vec<DayView> = states
        .iter()
        .map(|state| {
            let word = if state.day > day { DayWord::ToCome } else { state.state };
            day_view(desk, state.day, word)
        })
        .collect();
    let closed = states.iter().filter(|state| state.closed).count();
    let used = states.iter().filter(|state| state.state == DayWord::Used).count();
    let strip_args =
        Args::new().count("closed", closed as i64).count("days", 7).count("used", used as i64);
    let agenda = agenda(desk, &substance, day, &calendar, ranking);
    let confirm = confirm(desk, &questions, day);
    let open = open_days(desk, &substance, day, &calendar);
    let closed = confirm.is_empty() && open.yesterday.is_none();
    let nothing = agenda.items.is_empty() && agenda.safety.is_empty() && closed;
    Ok(TodayView {
        day,
        title: speak::capitalised(&format!(
            "{} {}",
            speak::weekday(day.weekday(), desk.lang),
            speak::date(day, desk.lang)
        )),
        substances: followed(desk),
        strip,
        strip_text: say_with(desk, "strip-summary", &strip_args),
        without: calendar.without().map(|without| without_text(desk, &without)),
        safety: agenda.safety,
        confirm,
        open_day: open.yesterday.map(|yesterday| open_day(desk, yesterday)),
        can_close: desk
            .journey
            .substances()
            .iter()
            .any(|followed| !crate::goal::is_said(desk.journey, &followed.substance, day)),
        gaps: gaps(desk, &substance, &open.gaps),
        agenda: agenda.items,
        empty: nothing.then(|| say(desk, "agenda-empty")),
        substance,
    })
}

fn day_view(desk: &Desk<'_>, day: NaiveDate, word: DayWord) -> DayView {
    let (state, text) = match word {
        DayWord::Used => ("used", "day-used"),
        DayWord::NotUsed => ("not_used", "day-not-used"),
        DayWord::Unknown => ("unknown", "day-unknown"),
        DayWord::ToCome => ("to_come", "day-open"),
    };
    DayView {
        day,
        weekday: speak::short_weekday(day.weekday(), desk.lang),
        state: state.to_owned(),
        text: say(desk, text),
    }
}

fn confirm(desk: &Desk<'_>, questions: &Questions, today: NaiveDate) -> Vec<ConfirmView> {
    let open = questions.confirm.iter().filter(|one| one.day < today);
    let view = open.map(|one| {
        let args = Args::new().time("time", one.said_at.time()).weekday("day", one.day.weekday());
        let yesterday = today.pred_opt() == Some(one.day);
        let id = match (yesterday, one.used) {
            (true, false) => "day-early-closing",
            (true, true) => "day-confirm-done",
            (false, _) => "day-early-closing-on",
        };
        ConfirmView { day: one.day, text: say_with(desk, id, &args) }
    });
    view.collect()
}
