//! What a command gives back in words.

use super::diary::closing_text;
use super::{Rankings, say, say_with};
use crate::app::command::Command;
use crate::app::{Receipt, Stay};
use crate::content::{Args, Code, Kind};
use crate::goal::belongs_to_last_night;
use crate::journey::ClosingAnswer;
use crate::journey::draft::Desk;
use crate::journey::entity::{Closing, Episode, SituationTag};
use crate::programme::is_gaps_key;
use crate::programme::is_not_used_key;
use crate::risk::{Circumstance, Factor, Ranking};
use crate::time::{Adjusted, When};
use crate::vault::RecordId;

/// The craving from which letting it pass is named (judgement, as in the ranking).
const STRONG: u8 = 7;

/// How long staying with a craving is offered for, as the heading says it too (judgement: short
/// enough to begin with, long enough to feel it change).
const STAY_MINUTES: u8 = 5;

/// The receipt of one command, after it was recorded.
pub(in crate::app) fn receipt_of(
    desk: &Desk<'_>,
    rankings: &mut Rankings,
    command: &Command,
    repeated: bool,
) -> Receipt {
    let id = command.entry_id().map(|id| id.to_string());
    if repeated {
        let chosen = matches!(command, Command::Resolve { .. });
        let said = if chosen { "merge-resolved-before" } else { "receipt-twice" };
        let lines = vec![say(desk, said)];
        return Receipt { id, repeated, lines, ..Receipt::default() };
    }
    let mut receipt = match command {
        Command::Log(draft) => logged(desk, rankings, draft.id),
        other => {
            let (lines, question) = told(desk, other);
            Receipt { lines, question, ..Receipt::default() }
        }
    };
    if let Command::Log(draft) | Command::EditLog(draft) = command {
        receipt.lines.extend(draft.when.as_ref().and_then(|when| chosen(desk, when)));
    }
    Receipt { id, ..receipt }
}

/// What is said of any command but a new entry, with a question that it raises.
fn told(desk: &Desk<'_>, command: &Command) -> (Vec<String>, Option<String>) {
    match command {
        Command::EditLog(_) => (vec![say(desk, "receipt-edited")], None),
        Command::Close(draft) => closed(desk, draft.id),
        Command::Delete { .. } => (vec![say(desk, "receipt-deleted")], None),
        Command::Plan(draft) => {
            let label = desk.journey.plan(&draft.situation).map(|plan| plan.label.clone());
            let args = Args::new().own("situation", label.unwrap_or_default());
            (vec![say_with(desk, "receipt-plan-saved", &args)], None)
        }
        Command::Resolve { .. } => (vec![say(desk, "merge-resolved")], None),
        Command::Goal(_) => (vec![say(desk, "goal-saved")], None),
        Command::FillIn(draft) => {
            let days = Args::new().count("days", draft.period.len() as i64);
            (vec![say_with(desk, "receipt-filled", &days)], None)
        }
        Command::NotForMe(draft) if is_gaps_key(&draft.subject) => {
            (vec![say(desk, "day-went-on")], None)
        }
        Command::NotForMe(draft) if is_not_used_key(&draft.subject) => {
            (vec![say(desk, "receipt-plan-not-used")], None)
        }
        Command::NotForMe(_) => (vec![say(desk, "agenda-not-for-me-done")], None),
        Command::EmergencyPlan(_) => (vec![say(desk, "emergency-saved")], None),
        Command::CoUse(draft) => {
            let mut lines = vec![say(desk, "receipt-saved")];
            lines.extend(co_use_warning(desk, &draft.also_used));
            (lines, None)
        }
        _ => (vec![say(desk, "receipt-saved")], None),
    }
}

/// What had to be chosen where the clock was changed.
fn chosen(desk: &Desk<'_>, when: &When) -> Option<String> {
    let resolved = desk.resolved(when).ok()?;
    let twice = |which| say_with(desk, "receipt-time-twice", &Args::new().text("which", which));
    match resolved.adjusted? {
        Adjusted::Gap => {
            let args = Args::new().time("time", resolved.moment.local().time());
            Some(say_with(desk, "receipt-time-moved", &args))
        }
        Adjusted::FirstOfTwo => Some(twice("first")),
        Adjusted::SecondOfTwo => Some(twice("second")),
        Adjusted::UnknownZone => None,
    }
}

/// What must never be stopped alone and suddenly.
fn co_use_warning(desk: &Desk<'_>, also_used: &[Code]) -> Option<String> {
    let dangerous = |code: &&Code| desk.content.word(code).is_some_and(|word| word.ask_doctor);
    let codes: Vec<Code> = also_used.iter().filter(dangerous).cloned().collect();
    let args = Args::new().labels("what", &codes);
    (!codes.is_empty()).then(|| say_with(desk, "also-use-warning", &args))
}

fn logged(desk: &Desk<'_>, rankings: &mut Rankings, id: RecordId) -> Receipt {
    let Some(episode) = desk.journey.get::<Episode>(id) else { return Receipt::default() };
    let mut receipt = Receipt::default();
    let lines = &mut receipt.lines;
    lines.push(match episode.craving {
        Some(craving) => {
            say_with(desk, "receipt-log-craving", &Args::new().count("craving", craving))
        }
        None => say(desk, "receipt-log"),
    });
    for one in episode.own_uses() {
        lines.push(match (one.amount, &one.unit) {
            (Some(amount), Some(unit)) => {
                say_with(desk, "receipt-log-use", &Args::new().amount("amount", amount, unit))
            }
            _ => say(desk, "receipt-log-use-unknown"),
        });
    }
    if !episode.used() && episode.craving.is_some_and(|craving| craving >= STRONG) {
        lines.push(say(desk, "receipt-let-pass"));
        let planned = planned(desk, rankings, episode);
        lines.extend(planned.map(|tag| {
            say_with(desk, "receipt-let-pass-plan", &Args::new().own("situation", &*tag.label))
        }));
        receipt.plan = planned.map(|tag| tag.id.clone());
        receipt.stay = Some(Stay {
            title: say(desk, "receipt-let-pass-stay"),
            minutes: STAY_MINUTES,
            steps: super::help::want_steps(desk),
        });
        receipt.call = super::help::own_people(desk);
    }
    lines.extend(crate::programme::safety(desk, episode));
    let night =
        belongs_to_last_night(desk.journey, &episode.substance, &episode.at, desk.cut_off());
    let night = night.filter(|_| episode.used());
    receipt.question = night.map(|_| say(desk, "day-last-night-short"));
    receipt
}

/// The situation of an entry that stands highest on the list among those with a plan.
fn planned<'a>(
    desk: &Desk<'_>,
    rankings: &mut Rankings,
    episode: &'a Episode,
) -> Option<&'a SituationTag> {
    let with_plan = episode.situations.iter().filter(|tag| desk.journey.plan(&tag.id).is_some());
    let with_plan: Vec<&SituationTag> = with_plan.collect();
    if with_plan.len() < 2 {
        return with_plan.first().copied();
    }
    let ranking = rankings.of(desk, &episode.substance).ok()?;
    let place = |tag: &SituationTag| ranking.places.iter().position(|one| one.id == tag.id);
    with_plan.into_iter().min_by_key(|tag| place(tag).unwrap_or(usize::MAX))
}

fn closed(desk: &Desk<'_>, id: RecordId) -> (Vec<String>, Option<String>) {
    let Some(closing) = desk.journey.get::<Closing>(id) else { return (vec![], None) };
    let none = matches!(closing.answer, ClosingAnswer::NotUsed | ClosingAnswer::SoFar);
    let used = desk.journey.episodes_between(closing.day, closing.day).find_map(|(_, episode)| {
        let spoken_of = closing.substances.contains(&episode.substance);
        episode.own_uses().next().filter(|_| none && spoken_of)
    });
    match used {
        None => (vec![closing_text(desk, closing)], None),
        Some(one) => {
            let amount = match (one.amount, &one.unit) {
                (Some(amount), Some(unit)) => desk.content.amount(amount, unit, desk.lang),
                _ => say(desk, "day-used"),
            };
            let question = say_with(desk, "day-was-that-all", &Args::new().text("amount", amount));
            (vec![say(desk, "receipt-log")], Some(question))
        }
    }
}

/// Observations of what comes together, with use or strong craving.
pub(super) fn combinations(desk: &Desk<'_>, substance: &Code, ranking: &Ranking) -> Vec<String> {
    let factor = |factor: &Factor| match factor {
        Factor::Situation { id } => Some(super::situations::label(desk, substance, id)),
        Factor::Circumstance { circumstance: Circumstance::Known { code } } => {
            let known = desk.content.word(code).is_some_and(|word| word.kind != Kind::Situation);
            desk.content.label(code, desk.lang).filter(|_| known)
        }
        Factor::Circumstance { circumstance: Circumstance::Own { words } } => Some(words.clone()),
        Factor::Moment { .. } => None,
    };
    let lines = ranking.combinations.iter().filter_map(|one| {
        let args = Args::new()
            .own("first", factor(&one.one)?)
            .own("second", factor(&one.other)?)
            .count("used", one.used)
            .count("of", one.logs);
        Some(say_with(desk, "chance-combination", &args))
    });
    lines.take(MOST_COMBINATIONS).collect()
}

/// The most observations shown at once (judgement).
const MOST_COMBINATIONS: usize = 3;
