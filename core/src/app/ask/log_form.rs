//! The daily form before anything is filled in: what it asks, and what can be chosen (SHP-14).

use std::collections::HashSet;

use chrono::{NaiveDate, Timelike};
use serde::Serialize;

use super::catalogue::{entry_units, words};
use super::situations::label;
use super::{Rankings, SubstanceView, UnitView, WordView, asked, followed, say};
use crate::app::{Koers, KoersError};
use crate::content::{Code, Kind, SituationId};
use crate::journey::draft::Desk;
use crate::journey::entity::{Episode, OwnSituation};
use crate::risk::likely;
use crate::time::Precision;

/// The word for alcohol among what else can have been used.
const ALCOHOL: &str = "base:co-use.alcohol";

/// A situation that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct LogSituation {
    /// The situation.
    pub id: SituationId,
    /// Its words.
    pub label: String,
    /// The heading it stands under in the catalogue; none for those on the person's list and those
    /// in own words.
    pub group: Option<String>,
}

/// The daily form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct LogFormView {
    /// The question about the craving, 0–10.
    pub title: String,
    /// The substances followed.
    pub substances: Vec<SubstanceView>,
    /// The one that the form is about.
    pub substance: Code,
    /// The word at 0.
    pub least: String,
    /// The word at 10.
    pub most: String,
    /// The situations that are likely at this time of day, at most six.
    pub likely: Vec<LogSituation>,
    /// All situations: the person's list as it is ranked, own ones that are not on it, the
    /// catalogue, and last what was taken off the list.
    pub situations: Vec<LogSituation>,
    /// The units of use, the one to be offered first at the head: that of the goal, else of the
    /// week before the start.
    pub units: Vec<UnitView>,
    /// Alcohol as something used beside; none where the packs do not have it.
    pub alcohol: Option<WordView>,
    /// The civil date of this moment where the person is, the last on which an entry can lie.
    pub today: NaiveDate,
    /// Thoughts.
    pub thoughts: Vec<WordView>,
    /// Feelings.
    pub feelings: Vec<WordView>,
    /// What the body says.
    pub body: Vec<WordView>,
    /// Places.
    pub place: Vec<WordView>,
    /// Company.
    pub company: Vec<WordView>,
    /// Activities.
    pub activity: Vec<WordView>,
}

impl Koers {
    /// What the daily form asks and offers at this moment; for the first substance followed where
    /// none is named.
    pub fn log_form(&self, substance: Option<&Code>) -> Result<LogFormView, KoersError> {
        self.ask_ranked(|desk, rankings| {
            let substance = asked(desk, substance)?;
            view(desk, rankings, substance)
        })
    }
}

fn view(
    desk: &Desk<'_>,
    rankings: &mut Rankings,
    substance: Code,
) -> Result<LogFormView, KoersError> {
    let Offered { on_list, others, taken_off } = Offered::of(desk, rankings, &substance)?;
    let now = desk.this_moment()?.local();
    let offered: Vec<SituationId> = on_list.iter().chain(&others).cloned().collect();
    let likely = likely(logged(desk, &substance), 60 * now.hour() + now.minute(), &offered);
    let listed: HashSet<&SituationId> = on_list.iter().collect();
    let situation = |id: &SituationId| LogSituation {
        id: id.clone(),
        label: label(desk, &substance, id),
        group: if listed.contains(id) { None } else { group(desk, id) },
    };
    let of = |kind| words(desk.content, desk.lang, kind, &substance);
    Ok(LogFormView {
        title: say(desk, "log-craving-ask"),
        substances: followed(desk),
        least: say(desk, "log-craving-low"),
        most: say(desk, "log-craving-high"),
        likely: likely.iter().map(situation).collect(),
        situations: offered.iter().chain(&taken_off).map(situation).collect(),
        units: entry_units(desk, &substance),
        alcohol: of(Kind::CoUse).into_iter().find(|word| word.code.as_str() == ALCOHOL),
        today: now.date(),
        thoughts: of(Kind::Thought),
        feelings: of(Kind::Feeling),
        body: of(Kind::Body),
        place: of(Kind::Place),
        company: of(Kind::Company),
        activity: of(Kind::Activity),
        substance,
    })
}

/// What can be chosen, each in its order.
struct Offered {
    on_list: Vec<SituationId>,
    /// Own ones and those of the catalogue that are not on the list.
    others: Vec<SituationId>,
    taken_off: Vec<SituationId>,
}

impl Offered {
    fn of(desk: &Desk<'_>, rankings: &mut Rankings, substance: &Code) -> Result<Self, KoersError> {
        let ranked = rankings.of(desk, substance)?.places.into_iter().map(|place| place.id);
        let on_list: Vec<SituationId> = ranked.filter(|id| can_be_logged(desk, id)).collect();
        let own = desk.journey.all::<OwnSituation>().map(|(id, _)| SituationId::own(id));
        let catalogue = desk.content.vocabulary(Kind::Situation, substance).into_iter();
        let all = own.chain(catalogue.map(|word| SituationId::catalogue(&word.code)));
        let rest = all.filter(|id| !on_list.contains(id));
        let (taken_off, others) =
            rest.partition(|id| desk.journey.listed(substance, id).is_some_and(|one| one.hidden));
        Ok(Self { on_list, others, taken_off })
    }
}

/// One that lost its pack, or was deleted, stays on the list with its logs, but is logged no more.
fn can_be_logged(desk: &Desk<'_>, id: &SituationId) -> bool {
    match id.record() {
        Some(record) => desk.journey.get::<OwnSituation>(record).is_some(),
        None => desk.content.word(&id.code()).is_some_and(|word| word.kind == Kind::Situation),
    }
}

fn group(desk: &Desk<'_>, id: &SituationId) -> Option<String> {
    let word = desk.content.word(&id.code()).filter(|_| !id.is_own())?;
    desk.content.group_label(word.kind, &word.group, desk.lang)
}

/// Each situation of each entry about the substance of which the time is known, with the minute
/// after midnight on the person's clock.
fn logged<'a>(desk: &Desk<'a>, substance: &Code) -> impl Iterator<Item = (u32, &'a SituationId)> {
    let episodes = desk.journey.episodes().map(|(_, episode)| episode);
    let to_the_minute = episodes
        .filter(move |one| one.substance == *substance && one.at.precision == Precision::Minute);
    to_the_minute.flat_map(|one: &Episode| {
        let local = one.at.local();
        let minute = 60 * local.hour() + local.minute();
        one.situations.iter().map(move |tag| (minute, &tag.id))
    })
}
