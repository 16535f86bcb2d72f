//! The ranked list of risk situations, with the reason for each place.

use chrono::NaiveDate;
use serde::Serialize;

use super::plan_use::{PlanAsk, ask, helped};
use super::{asked, say, say_with};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, SituationId};
use crate::journey::draft::Desk;
use crate::journey::entity::OwnSituation;
use crate::programme::{Offer, offer};
use crate::risk::{
    Automatic, ChanceShown, Circumstance, Closeness, Confidence, Factor, Place, RankReason, Ranking,
};

/// A situation by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SituationName {
    /// The situation.
    pub id: SituationId,
    /// Whether the person described it.
    pub own: bool,
    /// Its words.
    pub label: String,
}

/// A situation in its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlaceView {
    /// 1 for the first, as shown: pinned ones come first.
    pub place: u32,
    /// The situation.
    pub id: SituationId,
    /// Whether the person described it.
    pub own: bool,
    /// Its words.
    pub label: String,
    /// Strength, 0–10.
    pub score: f64,
    /// Where the strength probably begins, 0–10.
    pub low: f64,
    /// Where it probably ends, 0–10.
    pub high: f64,
    /// Mean craving over the entries with a rating; none without any.
    pub mean: Option<f64>,
    /// Entries with a rating.
    pub rated: u32,
    /// All entries.
    pub logs: u32,
    /// The person's own rating, 0–10.
    pub own_rating: Option<u8>,
    /// Whether the person put it on top.
    pub pinned: bool,
    /// `low`, `medium` or `high`.
    pub confidence: String,
    /// The same in words.
    pub confidence_text: String,
    /// What it adds by itself where several come together, in points of craving.
    pub contribution: Option<f64>,
    /// Entries with use.
    pub used: u32,
    /// The chance of use in words; none under five entries.
    pub chance_text: Option<String>,
    /// Why it stands here.
    pub reasons: Vec<String>,
    /// Whether there is a plan for it.
    pub has_plan: bool,
    /// How often the plan helped, of the times that the person answered.
    pub plan_helped: Option<String>,
    /// "Did it help?", about the plan.
    pub plan_ask: Option<PlanAsk>,
}

/// A situation in which use has become automatic, or that is seldom but strong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AutomaticView {
    /// The situation.
    pub id: SituationId,
    /// Whether the person described it.
    pub own: bool,
    /// Its words.
    pub label: String,
    /// Uses among the last entries; for a seldom one, none.
    pub used: u32,
    /// Those entries.
    pub logs: u32,
    /// Why it is shown.
    pub text: String,
}

/// A circumstance offered as a new situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SuggestionView {
    /// What to put away when it is not for the person.
    pub key: String,
    /// The code; none for own words.
    pub id: Option<String>,
    /// Its words.
    pub label: String,
    /// How often it came up with strong craving or use.
    pub logs: u32,
    /// The offer.
    pub text: String,
}

/// Two situations that often come together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TogetherView {
    /// The one.
    pub a: SituationName,
    /// The other.
    pub b: SituationName,
    /// Entries with both.
    pub both: u32,
    /// Entries with either.
    pub either: u32,
    /// `hard_to_tell_apart` or `often`.
    pub level: String,
}

/// Two situations with the uses where both were there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CombinationView {
    /// The one.
    pub a: SituationName,
    /// The other.
    pub b: SituationName,
    /// Entries with both and with use.
    pub used: u32,
    /// Entries with both.
    pub logs: u32,
}

/// The headings of the parts that follow the ranked list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SituationHeadings {
    /// Over what is seldom but strong.
    pub rare_but_strong: String,
    /// Over the situations in which the person mostly uses.
    pub automatic: String,
    /// Over what comes together.
    pub observations: String,
    /// Over the suggestions.
    pub suggestions: String,
}

/// The ranked list for a substance (SHP-17).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SituationsView {
    /// The substance.
    pub substance: Code,
    /// The heading.
    pub title: String,
    /// How the list is ordered.
    pub how: String,
    /// The headings of its parts.
    pub headings: SituationHeadings,
    /// The person's mean craving.
    pub mean: f64,
    /// How far own ratings are trusted, 0–2.
    pub trust: f64,
    /// Entries with a rating and a situation.
    pub rated: u32,
    /// The situations, in their order.
    pub places: Vec<PlaceView>,
    /// Seldom, but strong.
    pub rare_but_strong: Vec<AutomaticView>,
    /// Where the person mostly uses.
    pub automatic: Vec<AutomaticView>,
    /// Situations that often come together.
    pub together: Vec<TogetherView>,
    /// Pairs of situations with their uses.
    pub combinations: Vec<CombinationView>,
    /// Observations of what comes together, in words.
    pub observations: Vec<String>,
    /// Circumstances that may belong on the list.
    pub suggestions: Vec<SuggestionView>,
    /// What to say while the list is empty.
    pub empty: Option<String>,
}

impl Koers {
    /// The ranked situations of a substance; of the first followed where none is named.
    pub fn situations(&self, substance: Option<&Code>) -> Result<SituationsView, KoersError> {
        self.ask_ranked(|desk, rankings| {
            let substance = asked(desk, substance)?;
            let ranking = rankings.of(desk, &substance)?;
            Ok(view(desk, substance, &ranking))
        })
    }
}

/// The words of a situation on the list of a substance.
pub(super) fn label(desk: &Desk<'_>, substance: &Code, id: &SituationId) -> String {
    if let Some(own) = id.record().and_then(|record| desk.journey.get::<OwnSituation>(record)) {
        return own.words.clone();
    }
    let listed = desk.journey.listed(substance, id);
    let blank = listed.map_or("", |listed| listed.blank.as_str());
    let code = id.code();
    let filled = desk.content.label_filled(&code, blank, desk.lang);
    let shown = || listed.map(|listed| listed.label.clone());
    filled.or_else(shown).unwrap_or_else(|| id.to_string())
}

pub(super) fn view(desk: &Desk<'_>, substance: Code, ranking: &Ranking) -> SituationsView {
    let of = |id: &SituationId| label(desk, &substance, id);
    let places = ranking.places.iter().enumerate();
    let today = desk.today().ok();
    let place =
        |(nth, place): (usize, &Place)| place_view(desk, &substance, nth as u32 + 1, place, today);
    let rare = ranking.rare_but_strong.iter().map(|rare| AutomaticView {
        id: rare.id.clone(),
        own: rare.id.is_own(),
        label: of(&rare.id),
        used: 0,
        logs: rare.logs,
        text: say_with(desk, "rank-rare-strong", &Args::new().count("rating", rare.own_rating)),
    });
    let automatic = ranking.automatic.iter().map(|one| AutomaticView {
        id: one.id.clone(),
        own: one.id.is_own(),
        label: of(&one.id),
        used: one.used,
        logs: one.of,
        text: automatic_text(desk, one),
    });
    SituationsView {
        title: say(desk, "rank-title"),
        how: say(desk, "rank-how"),
        headings: SituationHeadings {
            rare_but_strong: say(desk, "rank-title-rare"),
            automatic: say(desk, "rank-title-automatic"),
            observations: say(desk, "rank-title-together"),
            suggestions: say(desk, "rank-title-suggestions"),
        },
        mean: ranking.mean,
        trust: ranking.trust,
        rated: ranking.rated,
        places: places.map(place).collect(),
        rare_but_strong: rare.collect(),
        automatic: automatic.collect(),
        together: together(desk, &substance, ranking),
        combinations: combinations(desk, &substance, ranking),
        observations: super::receipt::combinations(desk, &substance, ranking),
        suggestions: suggestions(desk, ranking),
        empty: ranking.places.is_empty().then(|| say(desk, "rank-empty")),
        substance,
    }
}

fn named(desk: &Desk<'_>, substance: &Code, id: &SituationId) -> SituationName {
    SituationName { id: id.clone(), own: id.is_own(), label: label(desk, substance, id) }
}

fn together(desk: &Desk<'_>, substance: &Code, ranking: &Ranking) -> Vec<TogetherView> {
    let view = |pair: &crate::risk::Together| TogetherView {
        a: named(desk, substance, &pair.one),
        b: named(desk, substance, &pair.other),
        both: pair.both,
        either: pair.either,
        level: match pair.closeness {
            Closeness::HardToTellApart => "hard_to_tell_apart".to_owned(),
            Closeness::Often => "often".to_owned(),
        },
    };
    ranking.together.iter().map(view).collect()
}

fn combinations(desk: &Desk<'_>, substance: &Code, ranking: &Ranking) -> Vec<CombinationView> {
    let pairs = ranking.combinations.iter().filter_map(|one| match (&one.one, &one.other) {
        (Factor::Situation { id: a }, Factor::Situation { id: b }) => Some(CombinationView {
            a: named(desk, substance, a),
            b: named(desk, substance, b),
            used: one.used,
            logs: one.logs,
        }),
        _ => None,
    });
    pairs.collect()
}

fn place_view(
    desk: &Desk<'_>,
    substance: &Code,
    nth: u32,
    place: &Place,
    today: Option<NaiveDate>,
) -> PlaceView {
    let confidence = match place.confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    };
    let reasons = place.reasons.iter();
    let contribution = place.contribution.filter(|points| points.abs() >= WORTH_SAYING);
    let beside = contribution.map(|points| {
        let id = if points > 0.0 { "rank-contribution-more" } else { "rank-contribution-less" };
        say(desk, id)
    });
    PlaceView {
        place: nth,
        id: place.id.clone(),
        own: place.id.is_own(),
        label: label(desk, substance, &place.id),
        score: place.score,
        low: place.low,
        high: place.high,
        mean: place.mean,
        rated: place.rated,
        logs: place.logs,
        own_rating: place.own_rating,
        pinned: place.pinned,
        confidence: confidence.to_owned(),
        confidence_text: say(desk, &format!("confidence-{confidence}")),
        contribution: place.contribution,
        used: place.chance.used,
        chance_text: chance(desk, place),
        reasons: reasons.map(|one| reason(desk, substance, one)).chain(beside).collect(),
        has_plan: desk.journey.plan(&place.id).is_some(),
        plan_helped: helped(desk, &place.id),
        plan_ask: today.and_then(|today| ask(desk, &place.id, today)),
    }
}

/// Strength of craving is spoken of only where a use went with a small one.
fn automatic_text(desk: &Desk<'_>, one: &Automatic) -> String {
    let id = if one.small_craving > 0 { "rank-automatic" } else { "rank-automatic-counts" };
    say_with(desk, id, &Args::new().count("used", one.used).count("of", one.of))
}

/// The own contribution from which a sentence is said, in points of craving (judgement).
const WORTH_SAYING: f64 = 0.5;

fn chance(desk: &Desk<'_>, place: &Place) -> Option<String> {
    let chance = &place.chance;
    let args = Args::new().count("used", chance.used).count("of", chance.logs);
    match chance.show {
        ChanceShown::Nothing => None,
        _ if chance.used == 0 => Some(say_with(desk, "chance-none", &args)),
        ChanceShown::Counts => Some(say_with(desk, "chance-counts", &args)),
        ChanceShown::Percent => {
            let percent = (100.0 * chance.mean).round();
            Some(say_with(desk, "chance-percent", &args.count("percent", percent as i64)))
        }
    }
}

fn reason(desk: &Desk<'_>, substance: &Code, reason: &RankReason) -> String {
    let other = |with: &SituationId| Args::new().own("other", label(desk, substance, with));
    match reason {
        RankReason::Pinned => say(desk, "rank-pinned"),
        RankReason::OwnLogs { mean, n } => say_with(
            desk,
            "rank-own-logs",
            &Args::new().number("mean", *mean, 1).count("entries", *n),
        ),
        RankReason::OwnRatingLeads { .. } => say(desk, "rank-own-rating"),
        RankReason::UsualPatternLeads | RankReason::NothingYet => say(desk, "rank-no-data"),
        RankReason::FewLogs { n } => {
            say_with(desk, "rank-few-logs", &Args::new().count("entries", *n))
        }
        RankReason::OwnRating { own_rating } => {
            say_with(desk, "rank-rated", &Args::new().count("rating", *own_rating))
        }
        RankReason::HardToTellApart { with, .. } => {
            say_with(desk, "rank-hard-to-tell", &other(with))
        }
        RankReason::OftenTogether { with, .. } => {
            say_with(desk, "rank-often-together", &other(with))
        }
    }
}

fn suggestions(desk: &Desk<'_>, ranking: &Ranking) -> Vec<SuggestionView> {
    let found = ranking.suggestions.iter().map(|one| {
        let Offer { label, text } = offer(desk, one);
        let id = match &one.circumstance {
            Circumstance::Known { code } => Some(code.to_string()),
            Circumstance::Own { .. } => None,
        };
        SuggestionView { key: one.circumstance.key(), id, label, logs: one.times, text }
    });
    found.collect()
}
