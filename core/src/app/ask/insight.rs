//! How the weeks went, as a screen shows them (SHP-25).

use serde::Serialize;

use super::weeks::{view, without_lines};
use super::{SubstanceView, WeekView, asked, calendar, followed};
use crate::app::{Koers, KoersError};
use crate::content::Code;

/// A week in the core's sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct InsightWeekView {
    /// Which week it is, in words.
    pub title: String,
    /// The overall verdict in a word or two.
    pub verdict: String,
    /// The verdict, rule by rule.
    pub sentences: Vec<String>,
    /// How many days are filled in.
    pub coverage: String,
}

/// How the weeks went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct InsightView {
    /// The substances followed.
    pub substances: Vec<SubstanceView>,
    /// The one that the weeks are about.
    pub substance: Code,
    /// Days without since the stop date, and the longest run of them; empty without such a date.
    pub lines: Vec<String>,
    /// The weeks in the order in which they are shown: the running one first.
    pub weeks: Vec<InsightWeekView>,
}

impl Koers {
    /// How the weeks went, newest first; for the first substance followed where none is named.
    pub fn insight(&self, substance: Option<&Code>) -> Result<InsightView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            let calendar = calendar(desk, &substance)?;
            let weeks = calendar.weeks().into_iter().rev();
            let weeks = weeks.map(|week| shown(view(desk, &substance, week)));
            Ok(InsightView {
                substances: followed(desk),
                lines: without_lines(desk, &calendar),
                weeks: weeks.collect(),
                substance,
            })
        })
    }
}

fn shown(week: WeekView) -> InsightWeekView {
    let WeekView { title, overall_text, sentences, coverage, .. } = week;
    InsightWeekView { title, verdict: overall_text, sentences, coverage }
}
