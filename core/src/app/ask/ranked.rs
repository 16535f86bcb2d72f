//! What the ranking looks at: the list, the entries, and what the person put away.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;

use crate::app::KoersError;
use crate::content::{Amount, Code, SituationId};
use crate::journey::Journey;
use crate::journey::draft::Desk;
use crate::journey::entity::{Entity, Episode, ListedSituation, NotForMe, OwnSituation, Tag};
use crate::risk::{Circumstance, Counted, Listed, Logged, Ranking, WINDOW_DAYS, WeekMoment};
use crate::time::Precision;
use crate::vault::RecordId;

/// What the diary adds up to, by substance: made when it is first asked for, then kept entry by
/// entry while the vault is open, so that no screen goes through ten years again.
#[derive(Default)]
pub(in crate::app) struct Rankings {
    counted: HashMap<Code, Counted>,
}

impl Rankings {
    /// The ranking of a substance as it stands today.
    pub(super) fn of(&mut self, desk: &Desk<'_>, substance: &Code) -> Result<Ranking, KoersError> {
        let today = desk.today()?;
        let counted = self.counted.entry(substance.clone()).or_insert_with(|| {
            let episodes = desk.journey.episodes();
            let mut counted = Counted::new(listed(desk, substance));
            about(substance, episodes).for_each(|episode| counted.add(&episode));
            counted
        });
        let first = today - TimeDelta::days(WINDOW_DAYS);
        let recent = desk.journey.episodes_between(first, today);
        let recent: Vec<Logged> = about(substance, recent).collect();
        Ok(counted.ranking(&recent, today, &put_away(desk)))
    }

    /// Runs the fold of one record and keeps the sums true to it.
    pub(in crate::app) fn around(
        &mut self,
        journey: &mut Journey,
        kind: u16,
        record: RecordId,
        fold: impl FnOnce(&mut Journey),
    ) {
        match kind {
            Episode::KIND => {
                self.count(journey, record, Counted::remove);
                fold(journey);
                self.count(journey, record, Counted::add);
            }
            // A list that changed counts other episodes.
            ListedSituation::KIND | OwnSituation::KIND => {
                self.counted.clear();
                fold(journey);
            }
            _ => fold(journey),
        }
    }

    fn count(&mut self, journey: &Journey, id: RecordId, count: fn(&mut Counted, &Logged)) {
        let Some(episode) = journey.get::<Episode>(id) else { return };
        if let Some(counted) = self.counted.get_mut(&episode.substance) {
            count(counted, &logged(episode));
        }
    }
}

/// The episodes about one substance.
fn about<'a>(
    substance: &Code,
    episodes: impl Iterator<Item = (RecordId, &'a Episode)>,
) -> impl Iterator<Item = Logged> {
    episodes.map(|(_, one)| one).filter(move |one| one.substance == *substance).map(logged)
}

fn listed(desk: &Desk<'_>, substance: &Code) -> Vec<Listed> {
    let all = desk.journey.all::<ListedSituation>().map(|(_, one)| one);
    let on_list = all.filter(|one| one.substance == *substance && !one.hidden);
    let listed = on_list.map(|one| {
        let word = desk.content.word(&one.situation.code());
        Listed {
            id: one.situation.clone(),
            own_rating: one.own_rating,
            default_pattern: word.and_then(|word| word.default).map(Amount::to_f64),
            pinned: one.pinned,
            covers: covers(desk, &one.situation),
        }
    });
    listed.collect()
}

/// The circumstances that a situation stands for already.
fn covers(desk: &Desk<'_>, situation: &SituationId) -> Vec<Circumstance> {
    let known = |codes: &[Code]| -> Vec<Circumstance> {
        codes.iter().cloned().map(|code| Circumstance::Known { code }).collect()
    };
    let Some(record) = situation.record() else {
        return known(desk.content.covers(&situation.code()));
    };
    let Some(own) = desk.journey.get::<OwnSituation>(record) else { return vec![] };
    let words = own.covers_words.iter().cloned();
    let mut covers = known(&own.covers);
    covers.extend(words.map(|words| Circumstance::Own { words }));
    covers
}

fn logged(episode: &Episode) -> Logged {
    let tags =
        [&episode.feelings, &episode.body, &episode.place, &episode.company, &episode.activity];
    let mut circumstances: Vec<Circumstance> =
        tags.into_iter().flatten().map(circumstance).collect();
    let beside = episode.uses.iter().filter(|one| one.substance != episode.substance);
    circumstances.extend(beside.map(|one| Circumstance::Known { code: one.substance.clone() }));
    Logged {
        day: episode.at.day,
        order: episode.at.utc.timestamp_millis(),
        craving: episode.craving,
        used: episode.used(),
        situations: episode.situations.iter().map(|tag| tag.id.clone()).collect(),
        circumstances,
        moment: (episode.at.precision == Precision::Minute)
            .then(|| WeekMoment::of(episode.at.day, episode.at.local())),
    }
}

fn circumstance(tag: &Tag) -> Circumstance {
    match &tag.code {
        Some(code) => Circumstance::Known { code: code.clone() },
        None => Circumstance::Own { words: tag.label.clone() },
    }
}

/// The circumstances that the person put away for this round.
fn put_away(desk: &Desk<'_>) -> BTreeSet<Circumstance> {
    let round = desk.journey.round().map_or(1, |round| round.number);
    let all = desk.journey.all::<NotForMe>().map(|(_, one)| one);
    let of_round = all.filter(|one| one.round == round);
    of_round.filter_map(|one| Circumstance::of_key(&one.subject)).collect()
}
