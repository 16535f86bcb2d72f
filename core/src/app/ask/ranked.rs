//! What the ranking looks at: the list, the entries, and what the person put away.

use std::collections::BTreeSet;

use crate::app::KoersError;
use crate::content::{Amount, Code, SituationId};
use crate::journey::draft::Desk;
use crate::journey::entity::{Episode, ListedSituation, NotForMe, OwnSituation, Tag};
use crate::risk::{Circumstance, Listed, Logged, Ranking, WeekMoment, rank};
use crate::time::Precision;

/// The ranking of a substance as it stands today.
pub(super) fn ranking(desk: &Desk<'_>, substance: &Code) -> Result<Ranking, KoersError> {
    let listed = listed(desk, substance);
    let episodes = desk.journey.episodes().map(|(_, episode)| episode);
    let logged: Vec<Logged> =
        episodes.filter(|one| one.substance == *substance).map(logged).collect();
    Ok(rank(listed, &logged, desk.today()?, &put_away(desk)))
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
    let named = of_round.filter_map(|one| {
        if let Some(code) = one.subject.strip_prefix("circumstance:") {
            return Some(Circumstance::Known { code: code.into() });
        }
        let words = one.subject.strip_prefix("circumstance-words:")?;
        Some(Circumstance::Own { words: words.to_owned() })
    });
    named.collect()
}
