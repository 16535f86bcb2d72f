//! Days that are still open: yesterday to be closed, and older ones to be filled in or left.

use chrono::NaiveDate;
use serde::Serialize;

use super::diary::day_text;
use super::{asked, calendar, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, speak};
use crate::journey::ClosingAnswer;
use crate::journey::draft::Desk;
use crate::programme::{OpenDay, gaps_key, open_days};

/// The most days that the form shows at once: four weeks, as far back as the cap of a week looks
/// (rule G2; judgement). Earlier ones come once these are filled in or left.
const MOST_DAYS: usize = 28;

/// Yesterday, to be closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct OpenDayView {
    /// The day.
    pub day: NaiveDate,
    /// That it is still open.
    pub text: String,
    /// What closes it: no use, or that what was noted is all.
    pub answer: ClosingAnswer,
    /// The same in words.
    pub close: String,
    /// The words for noting something on that day first.
    pub log: String,
}

/// Older days that are not filled in, and what can be done about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GapsView {
    /// How many there are, in one line.
    pub line: String,
    /// What to put away (`not_for_me`) to go on from today: the days stay unknown.
    pub key: String,
    /// The words for it.
    pub go_on: String,
    /// The words for filling them in, by the form of these days.
    pub fill_in: String,
}

/// A day that can be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GapDayView {
    /// The local day.
    pub day: NaiveDate,
    /// The day in words.
    pub label: String,
}

/// A period to be filled in at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GapFormView {
    /// The heading.
    pub title: String,
    /// What it is for, and what happens to the days that are left open.
    pub explain: String,
    /// The substance.
    pub substance: Code,
    /// The days, newest first.
    pub days: Vec<GapDayView>,
    /// What to say where no day is open.
    pub empty: String,
    /// How many days before these are open too; none where these are all.
    pub more: Option<String>,
    /// The word for a day without use.
    pub not_used: String,
    /// The word for a day with use.
    pub used: String,
    /// The words for: no use on any day that is still open.
    pub rest_not_used: String,
    /// What can be said later of a day with use.
    pub amount: String,
}

impl Koers {
    /// The days that are not filled in, to be filled in at once (`fill_in`); for the first
    /// substance followed where none is named.
    pub fn gap_form(&self, substance: Option<&Code>) -> Result<GapFormView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            form(desk, substance)
        })
    }
}

fn form(desk: &Desk<'_>, substance: Code) -> Result<GapFormView, KoersError> {
    let open = open_days(desk, &substance, desk.today()?, &calendar(desk, &substance)?).gaps;
    let more = open.len().saturating_sub(MOST_DAYS);
    let days = open.into_iter().take(MOST_DAYS);
    let view = |day| GapDayView { day, label: speak::capitalised(&day_text(desk, day)) };
    Ok(GapFormView {
        title: say(desk, "day-fill-period"),
        explain: say(desk, "day-fill-explain"),
        days: days.map(view).collect(),
        empty: say(desk, "day-no-gaps"),
        more: (more > 0)
            .then(|| say_with(desk, "day-fill-more", &Args::new().count("days", more as i64))),
        not_used: speak::capitalised(&say(desk, "day-not-used")),
        used: speak::capitalised(&say(desk, "day-used")),
        rest_not_used: say(desk, "day-fill-none"),
        amount: say(desk, "day-fill-amount"),
        substance,
    })
}

/// Older open days in one line, newest first in `gaps`.
pub(super) fn gaps(desk: &Desk<'_>, substance: &Code, gaps: &[NaiveDate]) -> Option<GapsView> {
    let newest = gaps.first()?;
    let days = Args::new().count("days", gaps.len() as i64);
    Some(GapsView {
        line: say_with(desk, "day-gaps", &days),
        key: gaps_key(substance, *newest),
        go_on: say(desk, "day-go-on"),
        fill_in: say(desk, "day-fill-period"),
    })
}

/// Yesterday as an open day.
pub(super) fn open_day(desk: &Desk<'_>, OpenDay { day, used }: OpenDay) -> OpenDayView {
    let (text, answer, close, log) = if used {
        ("agenda-yesterday-all", ClosingAnswer::ThatsAll, "day-done", "day-confirm-no")
    } else {
        ("agenda-yesterday-open", ClosingAnswer::NotUsed, "day-none", "day-note-use")
    };
    OpenDayView { day, text: say(desk, text), answer, close: say(desk, close), log: say(desk, log) }
}
