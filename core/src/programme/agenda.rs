//! What today holds: safety first, then at most three suggestions, each with its reason.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::Serialize;

use super::plan_use::answered_lately;
use super::{AskedAbout, asked_about, safety};
use crate::content::{Args, Code, SituationId};
use crate::goal::{Calendar, LapseFlow};
use crate::journey::draft::Desk;
use crate::journey::entity::{Agreement, NotForMe, OwnSituation, Plan, PlanUse, Review};
use crate::journey::{GoalKind, Pace};
use crate::risk::{Circumstance, Ranking, Suggestion};

/// The most suggestions at a time (programme, agenda).
const MOST: usize = 3;
/// A situation without a plan is suggested from this place on the list … (programme, agenda)
const STRONG_PLACE: u32 = 3;
/// … and this many logs.
const STRONG_LOGS: u32 = 2;
/// Days after which an agreement asks for a look (programme, agenda).
const REVIEW_AFTER: i64 = 7;

/// Where a suggestion leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum LeadsTo {
    /// To the entries of a day, and a new one for it.
    Log {
        /// The local day.
        day: NaiveDate,
    },
    /// To the prevention plan for a situation.
    Plan {
        /// The situation.
        situation: SituationId,
    },
    /// To the list of situations.
    Situations,
    /// To the goal, with its steps and agreements.
    Goal,
    /// To the week before the start.
    Baseline,
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AgendaItem {
    /// What to put away when it is not for the person.
    pub key: String,
    /// What is suggested.
    pub text: String,
    /// Why.
    pub reason: Option<String>,
    /// Where it leads; none where it only says something.
    pub leads_to: Option<LeadsTo>,
}

/// What today holds for a substance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Lines about safety that today's entries call for.
    pub safety: Vec<String>,
    /// Suggestions, the most telling first.
    pub items: Vec<AgendaItem>,
}

/// The agenda of a substance on a local day.
pub fn agenda(
    desk: &Desk<'_>,
    substance: &Code,
    today: NaiveDate,
    calendar: &Calendar<'_>,
    ranking: &Ranking,
) -> Agenda {
    let entries = desk.journey.episodes_between(today, today).map(|(_, one)| one);
    let about = entries.filter(|one| one.substance == *substance);
    let mut lines: Vec<String> = about.flat_map(|one| safety(desk, one)).collect();
    lines.sort();
    lines.dedup();
    let away = put_away(desk);
    let mut items = Vec::new();
    items.extend(after_lapse(desk, substance, today, calendar));
    items.extend(next_step(desk, substance, calendar));
    items.extend(plans_missing(desk, substance, ranking));
    items.extend(circumstance_to_list(desk, ranking));
    items.extend(plans_to_review(desk, substance, today));
    items.extend(agreements_to_review(desk, substance, today));
    items.extend(week_before(desk, substance));
    items.retain(|item| !away.contains(item.key.as_str()));
    items.truncate(MOST);
    Agenda { safety: lines, items }
}

fn put_away<'a>(desk: &Desk<'a>) -> BTreeSet<&'a str> {
    let round = desk.journey.round().map_or(1, |round| round.number);
    let all = desk.journey.all::<NotForMe>().map(|(_, one)| one);
    all.filter(|one| one.round == round).map(|one| one.subject.as_str()).collect()
}

fn say(desk: &Desk<'_>, id: &str, args: &Args) -> String {
    desk.content.text(id, desk.lang, args)
}

/// A look back at a lapse, or "does your goal still fit?" (rule G9).
fn after_lapse(
    desk: &Desk<'_>,
    substance: &Code,
    today: NaiveDate,
    calendar: &Calendar<'_>,
) -> Option<AgendaItem> {
    let lapse = calendar.lapses().into_iter().next_back()?;
    if lapse.day.succ_opt() != Some(today) {
        return None;
    }
    let key = format!("lapse:{substance}:{}", lapse.day);
    match lapse.flow {
        LapseFlow::LookBack => Some(AgendaItem {
            key,
            text: say(desk, "suggest-look-back", &Args::new().weekday("day", lapse.day.weekday())),
            reason: Some(say(desk, "suggest-look-back-reason", &Args::new())),
            leads_to: Some(LeadsTo::Log { day: lapse.day }),
        }),
        LapseFlow::GoalFit => Some(AgendaItem {
            key,
            text: say(desk, "suggest-goal-fit", &Args::new()),
            reason: Some(say(
                desk,
                "suggest-goal-fit-reason",
                &Args::new().count("days", lapse.use_days),
            )),
            leads_to: Some(LeadsTo::Goal),
        }),
        LapseFlow::Nothing => None,
    }
}

/// The step of the running week, where the person goes step by step and has none (rule G0).
fn next_step(desk: &Desk<'_>, substance: &Code, calendar: &Calendar<'_>) -> Option<AgendaItem> {
    let goal = calendar.goal()?;
    let week = calendar.this_week()?;
    let wanted = goal.pace == Pace::StepByStep && goal.kind != GoalKind::Safer;
    if !wanted || desk.journey.step(substance, week.start).is_some() {
        return None;
    }
    Some(AgendaItem {
        key: format!("step:{substance}:{}", week.start),
        text: say(desk, "suggest-step", &Args::new()),
        reason: None,
        leads_to: Some(LeadsTo::Goal),
    })
}

/// The week before the start, where there is a goal to compare with it later (SHP-05).
fn week_before(desk: &Desk<'_>, substance: &Code) -> Option<AgendaItem> {
    desk.journey.goal(substance)?;
    desk.journey.baseline(substance).is_none().then(|| AgendaItem {
        key: format!("baseline:{substance}"),
        text: say(desk, "suggest-baseline", &Args::new()),
        reason: Some(say(desk, "suggest-baseline-reason", &Args::new())),
        leads_to: Some(LeadsTo::Baseline),
    })
}

/// The circumstance that comes back most with strong craving or use and is not on the list yet.
fn circumstance_to_list(desk: &Desk<'_>, ranking: &Ranking) -> Option<AgendaItem> {
    let most = ranking.suggestions.first()?;
    let Offer { text, .. } = offer(desk, most);
    let leads_to = Some(LeadsTo::Situations);
    Some(AgendaItem { key: most.circumstance.key(), text, reason: None, leads_to })
}

/// A circumstance, offered as a new situation.
pub struct Offer {
    /// Its words.
    pub label: String,
    /// How often it came back, and the question whether it belongs on the list.
    pub text: String,
}

/// Offers a circumstance as a new situation.
pub fn offer(desk: &Desk<'_>, one: &Suggestion) -> Offer {
    let label = match &one.circumstance {
        Circumstance::Known { code } => {
            desk.content.label(code, desk.lang).unwrap_or_else(|| code.to_string())
        }
        Circumstance::Own { words } => words.clone(),
    };
    let id = if one.strong >= one.used { "rank-suggestion" } else { "rank-suggestion-use" };
    let args = Args::new().own("situation", label.clone()).count("times", one.times);
    Offer { text: say(desk, id, &args), label }
}

/// Strong or automatic situations that have no plan.
fn plans_missing(desk: &Desk<'_>, substance: &Code, ranking: &Ranking) -> Vec<AgendaItem> {
    let planless = |id: &SituationId| desk.journey.plan(id).is_none();
    let strong = ranking.places.iter().filter(|place| {
        place.rank <= STRONG_PLACE
            && place.logs >= STRONG_LOGS
            && place.score >= ranking.mean
            && planless(&place.id)
    });
    let mut items: Vec<AgendaItem> = strong
        .map(|place| AgendaItem {
            key: format!("plan:{}", place.id),
            text: plan_text(desk, substance, "suggest-plan", &place.id),
            reason: Some(say(desk, "suggest-plan-strong", &Args::new().count("rank", place.rank))),
            leads_to: Some(to_plan(&place.id)),
        })
        .collect();
    for one in ranking.automatic.iter().filter(|one| planless(&one.id)) {
        let key = format!("plan:{}", one.id);
        if items.iter().all(|item| item.key != key) {
            let args = Args::new().count("used", one.used).count("of", one.of);
            items.push(AgendaItem {
                key,
                text: plan_text(desk, substance, "suggest-plan", &one.id),
                reason: Some(say(desk, "suggest-plan-automatic", &args)),
                leads_to: Some(to_plan(&one.id)),
            });
        }
    }
    items
}

fn to_plan(situation: &SituationId) -> LeadsTo {
    LeadsTo::Plan { situation: situation.clone() }
}

fn plan_text(desk: &Desk<'_>, substance: &Code, id: &str, situation: &SituationId) -> String {
    say(desk, id, &Args::new().own("situation", words(desk, substance, situation)))
}

fn words(desk: &Desk<'_>, substance: &Code, situation: &SituationId) -> String {
    let own = situation.record().and_then(|record| desk.journey.get::<OwnSituation>(record));
    let listed = desk.journey.listed(substance, situation);
    own.map(|own| own.words.clone())
        .or_else(|| desk.content.label(&situation.code(), desk.lang))
        .or_else(|| listed.map(|listed| listed.label.clone()))
        .unwrap_or_default()
}

/// Plans to ask about: tried twice without "did it help?", or there when the situation came up.
fn plans_to_review(desk: &Desk<'_>, substance: &Code, today: NaiveDate) -> Vec<AgendaItem> {
    let plans = desk.journey.all::<Plan>().map(|(_, plan)| plan);
    let open = plans.filter_map(|plan| {
        let situation = &plan.situation;
        let reason = tried_without_answer(desk, situation)
            .or_else(|| came_up(desk, substance, situation, today))?;
        Some(AgendaItem {
            key: format!("did-it-help:{situation}"),
            text: plan_text(desk, substance, "suggest-review-plan", situation),
            reason: Some(reason),
            leads_to: Some(to_plan(situation)),
        })
    });
    open.collect()
}

fn tried_without_answer(desk: &Desk<'_>, situation: &SituationId) -> Option<String> {
    let uses = desk.journey.all::<PlanUse>().map(|(_, one)| one);
    let unanswered = uses.filter(|one| one.situation == *situation && one.helped.is_none()).count();
    let args = Args::new().count("times", unanswered as i64);
    (unanswered >= 2).then(|| say(desk, "suggest-review-plan-reason", &args))
}

/// The day on which a situation with a plan came up. About one plan today asks once a week at the
/// most (judgement: a question a day wears out); the plan itself asks about each day.
fn came_up(
    desk: &Desk<'_>,
    substance: &Code,
    situation: &SituationId,
    today: NaiveDate,
) -> Option<String> {
    let AskedAbout::Day { day } = asked_about(desk.journey, situation, today)? else {
        return None;
    };
    let mut entries = desk.journey.episodes_between(day, day).map(|(_, one)| one);
    let here = entries.any(|one| {
        one.substance == *substance && one.situations.iter().any(|tag| tag.id == *situation)
    });
    let args = Args::new().weekday("day", day.weekday());
    let ask = here && !answered_lately(desk.journey, situation, today);
    ask.then(|| say(desk, "suggest-review-plan-day", &args))
}

/// Agreements that were not looked at for a week.
fn agreements_to_review(desk: &Desk<'_>, substance: &Code, today: NaiveDate) -> Vec<AgendaItem> {
    let all = desk.journey.all::<Agreement>();
    let held = all.filter(|(_, one)| {
        !one.put_away && one.substance.as_ref().is_none_or(|code| code == substance)
    });
    let due = held.filter_map(|(id, agreement)| {
        let reviews = desk.journey.all::<Review>().map(|(_, review)| review);
        let looked = reviews.filter(|review| review.agreement == id).map(|review| {
            // The answer about a week is given after it.
            review.week_start + TimeDelta::days(REVIEW_AFTER)
        });
        let last = looked.max().unwrap_or(agreement.since).max(agreement.since);
        let days = (today - last).num_days();
        (days >= REVIEW_AFTER).then(|| AgendaItem {
            key: format!("agreement:{id}"),
            text: say(
                desk,
                "suggest-review-agreement",
                &Args::new().own("agreement", &*agreement.label),
            ),
            reason: Some(say(
                desk,
                "suggest-review-agreement-reason",
                &Args::new().count("days", days),
            )),
            leads_to: Some(LeadsTo::Goal),
        })
    });
    due.collect()
}
