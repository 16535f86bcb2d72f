//! What comes once or once a week: steps, plans, a supporter, notes, and the second substance.

use chrono::Datelike;

use super::person::{Aim, Event, Minute, Person};
use crate::app::Command;
use crate::content::Code;
use crate::journey::draft::{
    AgreementDraft, BaselineDraft, EmergencyPlanDraft, GoalDraft, NoteDraft, PlanDraft,
    PlanUseDraft, ReviewDraft, StepDraft, SupporterDraft,
};
use crate::journey::{GoalKind, Pace, ReviewAnswer, YesPartlyNo};

/// The morning of a new week.
const MORNING: Minute = 9 * 60;
/// When a plan is written or thought over.
const EVENING: Minute = 19 * 60 + 30;
/// When a note is written: after dinner.
const AFTER_DINNER: Minute = 21 * 60 + 50;

/// The day of the prevention plan, in the second week.
const PLAN_DAY: u32 = 9;
/// The days on which it was tried, and whether it helped.
const TRIED: [(u32, YesPartlyNo); 3] =
    [(12, YesPartlyNo::Yes), (17, YesPartlyNo::Partly), (23, YesPartlyNo::No)];
/// The day of the emergency plan.
const EMERGENCY_DAY: u32 = 4;
/// The day on which the person names a supporter.
const SUPPORTER_DAY: u32 = 2;

/// Everything but the daily form.
pub(super) fn weekly(person: &mut Person) -> Vec<Event> {
    let mut events = Vec::new();
    let mut add = |day, minute, command| events.push(Event { day, minute, command });
    for week in 1..person.days / 7 {
        if let Some(step) = step(person, week) {
            add(7 * week, MORNING, step);
        }
    }
    add(SUPPORTER_DAY, EVENING, supporter(person));
    add(EMERGENCY_DAY, EVENING, emergency_plan(person));
    add(PLAN_DAY, EVENING, plan(person));
    for ((day, helped), note) in TRIED.into_iter().zip(person.words.tried) {
        let draft = PlanUseDraft {
            id: person.id(),
            situation: person.own_situation(),
            helped: Some(helped),
            note: note.to_owned(),
            when: Some(person.when(day, EVENING)),
        };
        add(day, EVENING, Command::PlanUse(draft));
    }
    for (day, note) in person.notes.clone() {
        let (text, mood) = person.words.notes[note];
        let draft = NoteDraft {
            id: person.id(),
            text: text.to_owned(),
            mood: Some(mood),
            when: Some(person.when(day, AFTER_DINNER)),
            made: None,
        };
        add(day, AFTER_DINNER, Command::Note(draft));
    }
    events.extend(second_substance(person));
    events
}

/// The step of a week, counted from 0; none for who stops.
pub(super) fn step(person: &Person, week: u32) -> Option<Command> {
    (person.aim == Aim::Reduce).then(|| {
        Command::Step(StepDraft {
            substance: person.substance.clone(),
            week_start: person.date(7 * week),
            per_week: Some(person.limit(week).to_string()),
            per_day: None,
            weekdays: vec![],
            none: false,
        })
    })
}

fn supporter(person: &mut Person) -> Command {
    let [name, contact, how] = person.words.supporter.map(str::to_owned);
    Command::Supporter(SupporterDraft { id: person.id(), name, contact, how })
}

fn lines(given: &[&str]) -> Vec<String> {
    given.iter().copied().map(str::to_owned).collect()
}

fn plan(person: &Person) -> Command {
    let words = person.words;
    Command::Plan(PlanDraft {
        situation: person.own_situation(),
        early_signals: lines(words.early_signals),
        avoidable: Some(YesPartlyNo::Partly),
        avoid: lines(words.avoid),
        prepare: lines(words.prepare),
        during: lines(words.during),
        after: lines(words.after),
        helping_thought: words.helping_thought.to_owned(),
        who: lines(words.who),
        way_out: words.way_out.to_owned(),
        alternative: words.alternative.to_owned(),
        confidence: Some(6),
    })
}

fn emergency_plan(person: &Person) -> Command {
    let words = person.words;
    Command::EmergencyPlan(EmergencyPlanDraft {
        be_safe: lines(words.be_safe),
        kind_sentence: words.kind_sentence.to_owned(),
        call: lines(words.call),
        go_to: words.go_to.to_owned(),
        next_24_hours: lines(words.next_24_hours),
        not_do: lines(words.not_do),
        look_back: lines(words.look_back),
        back_on_course: lines(words.back_on_course),
    })
}

/// A second substance: use on one day of the week before, a goal of safer use, and the agreement
/// it is judged by with an answer after each week.
fn second_substance(person: &mut Person) -> Vec<Event> {
    let Some((substance, unit)) = person.second.clone() else { return vec![] };
    let agreement = person.id();
    let mut commands = vec![baseline(&substance, &unit), safer(person, &substance, &unit)];
    commands.push(Command::Agreement(AgreementDraft {
        id: agreement,
        substance: Some(substance),
        measure: Some("base:measure.not-mixed".into()),
        words: String::new(),
        filled_in: String::new(),
        hard: Some(3),
        energy: None,
        confidence: Some(8),
        of_goal: true,
        since: None,
        put_away: false,
    }));
    let at_first = commands.into_iter();
    let mut events: Vec<Event> =
        at_first.map(|command| Event { day: 0, minute: EVENING, command }).collect();
    for week in 1..person.days / 7 {
        let partly = week % 3 == 2;
        let answer = if partly { ReviewAnswer::Partly } else { ReviewAnswer::Yes };
        let week_start = person.date(7 * (week - 1));
        let command = Command::Review(ReviewDraft { agreement, week_start, answer });
        events.push(Event { day: 7 * week, minute: MORNING, command });
    }
    events
}

fn baseline(substance: &Code, unit: &Code) -> Command {
    let days = (0..7).map(|day| Some(if day == 5 { "1" } else { "0" }.to_owned()));
    Command::Baseline(BaselineDraft {
        substance: substance.clone(),
        unit: unit.clone(),
        days: days.collect(),
        intake_day: None,
        usual_week: Some(false),
        usual_amount: None,
    })
}

fn safer(person: &Person, substance: &Code, unit: &Code) -> Command {
    Command::Goal(GoalDraft {
        substance: substance.clone(),
        kind: GoalKind::Safer,
        pace: Pace::RightAway,
        unit: unit.clone(),
        stop_date: None,
        per_week: None,
        per_day: None,
        weekdays: vec![],
        week_starts: person.start.weekday().num_days_from_monday(),
        set_on: None,
        words: String::new(),
    })
}
