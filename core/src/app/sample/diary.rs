//! The daily form and the closings, day by day.

use rand::RngExt;
use rand::seq::IndexedRandom;

use super::person::{Aim, Event, Minute, Person, STOP_DAY};
use super::rhythm::Filled;
use super::scenes::Scene;
use crate::app::Command;
use crate::content::{Amount, Code, SituationId};
use crate::journey::draft::{ClosingDraft, EpisodeDraft, TagDraft, UseDraft};
use crate::journey::{ClosingAnswer, Source};
use crate::time::When;

/// How many situations the entries name, one after the other: one and a half on average.
const SITUATIONS: [usize; 8] = [1, 2, 1, 2, 0, 1, 2, 3];
/// The week, counted from 0, that does not go as planned for who cuts down.
const HARD_WEEK: u32 = 1;
/// What is used of a week's limit, in a hard week and in the others.
const SHARE_OF_LIMIT: [f64; 2] = [1.25, 0.85];
/// When a day is closed early; what is logged that day is logged before.
const EARLY: Minute = 20 * 60 + 5;
/// When that is confirmed the next morning.
const CONFIRMED: Minute = 8 * 60 + 15;
/// When older days are filled in.
const FILLED_IN: Minute = 12 * 60 + 30;
/// An entry is written down so many minutes after its moment.
const WRITTEN_AFTER: Minute = 6;

/// Every episode and closing.
pub(super) fn diary(person: &mut Person) -> Vec<Event> {
    let mut events = Vec::new();
    let mut count = 0;
    for day in 0..person.days {
        let filled = person.rhythm[day as usize];
        let used = use_on(person, day, filled);
        for i in (0..episodes_on(person, day, filled, used.is_some())).rev() {
            // What was used stands in the day's last entry.
            let used = used.filter(|_| i == 0);
            events.push(episode(person, day, filled, used, SITUATIONS[count % SITUATIONS.len()]));
            count += 1;
        }
        events.extend(closings(person, day, filled, used.is_some()));
        if has_second(person, day, filled) {
            events.extend(second_episode(person, day));
        }
    }
    events
}

/// What is used on a day and written down.
fn use_on(person: &mut Person, day: u32, filled: Filled) -> Option<Amount> {
    let before = person.before_on(day);
    if filled == (Filled::Open { logged: false }) || before == Amount::ZERO {
        return None;
    }
    match person.aim {
        Aim::Stop { .. } if day < STOP_DAY => Some(before),
        Aim::Stop { lapse } => (day == lapse).then(|| person.rounded(0.4 * before.to_f64())),
        Aim::Reduce => {
            let week = day / 7;
            let hard = week == HARD_WEEK;
            let chance = if hard || person.is_weekend(day) { 0.97 } else { 0.6 };
            let share = before.to_f64() / person.before_in_all();
            let most = person.limit(week).to_f64() * SHARE_OF_LIMIT[usize::from(!hard)];
            person.rng.random_bool(chance).then(|| person.rounded(most * share))
        }
    }
}

/// How many entries of the daily form a day has, those of a second substance left out.
fn episodes_on(person: &mut Person, day: u32, filled: Filled, used: bool) -> u32 {
    if let Some(all) = person.entries_a_day {
        let closings = match filled {
            Filled::AtNight | Filled::Later { .. } => 1,
            Filled::Early => 2,
            Filled::Open { .. } => 0,
        };
        let notes = u32::from(person.notes.contains_key(&day));
        return all - closings - notes - u32::from(has_second(person, day, filled));
    }
    if filled == (Filled::Open { logged: false }) {
        return 0;
    }
    if person.is_weekend(day) {
        return 2 + u32::from(person.rng.random_bool(0.5));
    }
    let least = u32::from(used || person.rng.random_bool(0.85));
    least + u32::from(person.rng.random_bool(0.35))
}

fn episode(
    person: &mut Person,
    day: u32,
    filled: Filled,
    used: Option<Amount>,
    situations: usize,
) -> Event {
    let scene = scene_on(person, day);
    let [from, to] = scene.hours;
    let mut minute = person.rng.random_range(60 * from..60 * to + 45);
    if filled == Filled::Early {
        minute = minute.min(EARLY - 2 * WRITTEN_AFTER);
    }
    let later = matches!(filled, Filled::Later { .. });
    let mut draft = EpisodeDraft::blank(person.id(), person.substance.clone());
    draft.craving = craving(person, day, scene, used.is_some());
    draft.situations = situations_of(person, scene, situations);
    if !later {
        circumstances(person, scene, &mut draft);
    }
    draft.uses = uses(person, scene, used);
    draft.note = remark(person, day, used.is_some());
    let (made_day, made) = match filled {
        Filled::Later { on } => (on, FILLED_IN),
        _ => (day, minute + WRITTEN_AFTER),
    };
    let vague = later && person.rng.random_bool(0.5);
    draft.when = Some(if vague {
        When::Sometime { day: person.date(day) }
    } else {
        person.when(day, minute)
    });
    draft.made = Some(person.when(made_day, made));
    Event { day: made_day, minute: made, command: Command::Log(draft) }
}

/// What kind of moment it is: the first ones are the most usual, at weekends those of weekends.
fn scene_on(person: &mut Person, day: u32) -> &'static Scene {
    let weekend = person.is_weekend(day) && person.rng.random_bool(0.7);
    let scenes = person.scenes.clone();
    let fitting: Vec<_> = scenes.iter().filter(|scene| scene.weekend == weekend).collect();
    let weight = |i: usize| 1.0 / (1.0 + i as f64);
    let weighted: Vec<_> =
        fitting.iter().enumerate().map(|(i, scene)| (**scene, weight(i))).collect();
    let chosen = weighted.choose_weighted(&mut person.rng, |(_, weight)| *weight);
    chosen.map_or(scenes[0], |(scene, _)| *scene)
}

/// The craving of the scene, a little less each week; now and then it is not known.
fn craving(person: &mut Person, day: u32, scene: &Scene, used: bool) -> Option<i64> {
    let weekend = i64::from(person.is_weekend(day));
    let less = i64::from((day / 7).min(5) / 2);
    let around = scene.craving + person.rng.random_range(-2..=2);
    let known = !used || person.rng.random_bool(0.9);
    known.then(|| (around + weekend + i64::from(used) - less).clamp(0, 10))
}

fn situations_of(person: &mut Person, scene: &Scene, count: usize) -> Vec<SituationId> {
    let own = person.own_situation();
    let id = |scene: &Scene| match scene.situation {
        "" => own.clone(),
        code => SituationId::from(code),
    };
    let mut chosen = vec![id(scene)];
    let others = person.scenes.clone();
    let others = others.iter().filter(|one| one.situation != scene.situation);
    let others: Vec<SituationId> = others.map(|one| id(one)).collect();
    chosen.extend(others.sample(&mut person.rng, count.saturating_sub(1)).cloned());
    chosen.truncate(count);
    chosen
}

/// What goes along with the scene; nobody fills in everything each time.
fn circumstances(person: &mut Person, scene: &Scene, draft: &mut EpisodeDraft) {
    let mut some = |chance: f64, code: &str, strength: Option<i64>| {
        let tag = TagDraft {
            code: Some(Code::from(format!("base:{code}"))),
            words: String::new(),
            strength,
        };
        Vec::from_iter(person.rng.random_bool(chance).then_some(tag))
    };
    draft.place = some(0.9, scene.place, None);
    draft.company = some(0.85, scene.company, None);
    draft.activity = some(0.7, scene.activity, None);
    draft.feelings = some(0.8, scene.feeling, Some((scene.craving - 1).max(0)));
    draft.thoughts = some(0.5, scene.thought, None);
    draft.body = some(0.4, scene.body, None);
}

/// What was used, in company now and then with alcohol.
fn uses(person: &mut Person, scene: &Scene, used: Option<Amount>) -> Vec<UseDraft> {
    let Some(amount) = used else { return vec![] };
    let mut uses = vec![UseDraft {
        substance: person.substance.clone(),
        amount: Some(amount.to_string()),
        unit: Some(person.unit.clone()),
    }];
    if scene.company == "company.friends-who-use" && person.rng.random_bool(0.4) {
        uses.push(UseDraft {
            substance: Code::from("base:co-use.alcohol"),
            amount: Some(person.rng.random_range(2..=5).to_string()),
            unit: None,
        });
    }
    uses
}

/// A remark beside one in six entries without use; the lapse has its own.
fn remark(person: &mut Person, day: u32, used: bool) -> String {
    let words = person.words;
    let lapsed = matches!(person.aim, Aim::Stop { lapse } if lapse == day);
    let remark = match (used, lapsed) {
        (true, true) => Some(words.lapse),
        (true, false) => None,
        _ if person.rng.random_bool(1.0 / 6.0) => words.remarks.choose(&mut person.rng).copied(),
        _ => None,
    };
    remark.unwrap_or_default().to_owned()
}

fn closings(person: &mut Person, day: u32, filled: Filled, used: bool) -> Vec<Event> {
    let all = if used { ClosingAnswer::ThatsAll } else { ClosingAnswer::NotUsed };
    match filled {
        Filled::Open { .. } => vec![],
        Filled::AtNight => {
            let minute = person.night() + person.rng.random_range(10..50);
            vec![closing(person, day, all, (day, minute), Source::App)]
        }
        Filled::Later { on } => {
            vec![closing(person, day, all, (on, FILLED_IN + 2), Source::App)]
        }
        Filled::Early => {
            let early = if used { all } else { ClosingAnswer::SoFar };
            let confirmed = (day + 1, CONFIRMED);
            vec![
                closing(person, day, early, (day, EARLY), Source::App),
                closing(person, day, ClosingAnswer::Stayed, confirmed, Source::Notification),
            ]
        }
    }
}

fn closing(
    person: &mut Person,
    day: u32,
    answer: ClosingAnswer,
    (made_day, made): (u32, Minute),
    source: Source,
) -> Event {
    let draft = ClosingDraft {
        id: person.id(),
        substances: vec![],
        day: Some(person.date(day)),
        answer,
        made: Some(person.when(made_day, made)),
        source,
    };
    Event { day: made_day, minute: made, command: Command::Close(draft) }
}

/// Whether a second substance comes up: on the first day of every other weekend.
fn has_second(person: &Person, day: u32, filled: Filled) -> bool {
    let saturday = person.is_weekend(day) && person.is_weekend(day + 1);
    let on_time = matches!(filled, Filled::AtNight | Filled::Open { .. });
    person.second.is_some() && saturday && on_time && (day / 7).is_multiple_of(2)
}

fn second_episode(person: &mut Person, day: u32) -> Option<Event> {
    let (substance, unit) = person.second.clone()?;
    let minute = 20 * 60 + person.rng.random_range(0..60);
    let mut draft = EpisodeDraft::blank(person.id(), substance.clone());
    draft.craving = Some(person.rng.random_range(3..=8));
    draft.situations = vec![SituationId::from("base:situation.party")];
    if person.rng.random_bool(0.5) {
        draft.uses = vec![UseDraft { substance, amount: Some("1".to_owned()), unit: Some(unit) }];
    }
    draft.when = Some(person.when(day, minute));
    draft.made = Some(person.when(day, minute + WRITTEN_AFTER));
    Some(Event { day, minute: minute + WRITTEN_AFTER, command: Command::Log(draft) })
}
