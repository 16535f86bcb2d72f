//! The first day: five steps, and the situations with what the person expects of them.

use rand::RngExt;

use super::person::{Aim, Minute, Person, STOP_DAY};
use crate::app::Command;
use crate::content::{Code, SituationId};
use crate::journey::draft::{
    AgreementDraft, AnswerDraft, BaselineDraft, CoUseDraft, FieldDraft, FollowDraft, GoalDraft,
    ListDraft, OwnSituationDraft, PriceDraft, ProfileDraft, RoundDraft, TagDraft,
};
use crate::journey::{GoalKind, Pace, ReminderSettings, exercise};
use chrono::Datelike;

/// When the intake is done: ten in the morning, before anything else of that day.
pub(super) const MINUTE: Minute = 10 * 60;

/// The commands of the intake.
pub(super) fn intake(person: &mut Person) -> Vec<Command> {
    let mut commands = begin(person);
    commands.extend(reasons(person));
    commands.push(goal(person));
    if let Some(step) = super::weekly::step(person, 0) {
        commands.push(step);
    }
    commands.push(agreement(person));
    commands.extend(situations(person));
    commands
}

/// Steps 1 and 2: who, what, and the week before.
fn begin(person: &Person) -> Vec<Command> {
    let words = person.words;
    let mut commands = vec![
        Command::Profile(ProfileDraft {
            nickname: words.nickname.to_owned(),
            language: person.lang,
            zone: words.zone.to_owned(),
            cut_off: person.cut_off.0.into(),
            reminders: ReminderSettings::default(),
            country: words.country.to_owned(),
        }),
        follow(&person.substance),
    ];
    commands.extend(person.second.as_ref().map(|(second, _)| follow(second)));
    commands.extend([
        Command::CoUse(CoUseDraft {
            also_used: vec!["base:co-use.alcohol".into(), "base:co-use.tobacco".into()],
        }),
        Command::Round(RoundDraft {
            number: 1,
            weeks: (person.days / 7).clamp(4, 6),
            start: None,
            pauses: vec![],
            ended: None,
        }),
        Command::Baseline(BaselineDraft {
            substance: person.substance.clone(),
            unit: person.unit.clone(),
            days: week_before(person),
            intake_day: None,
            usual_week: Some(true),
            usual_amount: None,
        }),
        Command::Price(PriceDraft {
            substance: person.substance.clone(),
            unit: person.unit.clone(),
            cents: price(&person.substance),
            currency: words.currency.to_owned(),
            valid_from: None,
        }),
    ]);
    commands
}

/// The seven days before the first, oldest first.
fn week_before(person: &Person) -> Vec<Option<String>> {
    let first = person.start.weekday().num_days_from_monday() as usize;
    (0..7).map(|i| Some(person.before[(first + i) % 7].to_string())).collect()
}

fn follow(substance: &Code) -> Command {
    Command::Follow(FollowDraft { substance: substance.clone(), followed: true })
}

/// What the person pays for the first unit, in cents.
fn price(substance: &Code) -> i64 {
    match substance.as_str() {
        "cocaine" => 5000,
        _ => 300,
    }
}

/// Step 3: the four lists and the decision.
fn reasons(person: &Person) -> [Command; 2] {
    let words = person.words;
    let list = |codes: [&str; 2], own: &str| FieldDraft {
        choices: codes.map(chosen).into(),
        lines: vec![own.to_owned()],
        ..FieldDraft::default()
    };
    let line = |name: &str, line: &str| FieldDraft {
        name: name.to_owned(),
        lines: vec![line.to_owned()],
        ..FieldDraft::default()
    };
    let rating = |name: &str, rating: i64| FieldDraft {
        name: name.to_owned(),
        rating: Some(rating),
        ..FieldDraft::default()
    };
    let answer = |exercise: &str, fields: Vec<FieldDraft>| {
        Command::Answer(AnswerDraft {
            exercise: exercise.into(),
            substance: Some(person.substance.clone()),
            fields,
        })
    };
    let lists = [
        list(["relaxing", "belonging"], words.using_good),
        list(["money-spent", "hiding"], words.using_bad),
        list(["mornings", "being-there"], words.change_good),
        list(["empty-time", "miss-friends"], words.change_bad),
    ];
    let named = exercise::LISTS.into_iter().zip(lists);
    let lists = named.map(|((name, _), list)| FieldDraft { name: name.to_owned(), ..list });
    let decision = vec![
        line(exercise::DECISION_FIELD, exercise::CHANGE),
        line(exercise::STRONGEST_REASON, words.change_good),
        rating(exercise::IMPORTANCE, 8),
        rating(exercise::CONFIDENCE, 5),
        line(exercise::WHY_NOT_LOWER, words.why_not_lower),
    ];
    [answer(exercise::DECISIONAL_BALANCE, lists.collect()), answer(exercise::DECISION, decision)]
}

fn chosen(reason: &str) -> TagDraft {
    let code = Code::from(format!("base:reason.{reason}"));
    TagDraft { code: Some(code), words: String::new(), strength: None }
}

/// Step 4: the goal; its weeks are those of the programme.
fn goal(person: &Person) -> Command {
    let [to_stop, to_reduce] = person.words.goal;
    let draft = GoalDraft {
        substance: person.substance.clone(),
        kind: GoalKind::Stop,
        pace: Pace::RightAway,
        unit: person.unit.clone(),
        stop_date: Some(person.date(STOP_DAY)),
        per_week: None,
        per_day: None,
        weekdays: vec![],
        week_starts: person.start.weekday().num_days_from_monday(),
        set_on: None,
        words: to_stop.to_owned(),
    };
    Command::Goal(match person.aim {
        Aim::Stop { .. } => draft,
        Aim::Reduce => GoalDraft {
            kind: GoalKind::Reduce,
            pace: Pace::StepByStep,
            stop_date: None,
            per_week: Some(person.limit(u32::MAX).to_string()),
            words: to_reduce.to_owned(),
            ..draft
        },
    })
}

/// Step 5: a first agreement.
fn agreement(person: &mut Person) -> Command {
    Command::Agreement(AgreementDraft {
        id: person.id(),
        substance: Some(person.substance.clone()),
        measure: Some("base:measure.meet-others".into()),
        words: String::new(),
        filled_in: person.words.agreement.to_owned(),
        hard: Some(4),
        energy: Some(5),
        confidence: Some(7),
        of_goal: false,
        since: None,
        put_away: false,
    })
}

/// The situation in own words, pinned, and the others with what the person expects of them.
fn situations(person: &mut Person) -> Vec<Command> {
    let mut commands = vec![Command::OwnSituation(OwnSituationDraft {
        id: person.own,
        words: person.words.situation.to_owned(),
        covers: vec!["base:company.alone".into(), "base:place.home".into()],
        covers_words: vec![],
    })];
    for scene in person.scenes.clone() {
        let own = scene.situation.is_empty();
        let situation =
            if own { person.own_situation() } else { SituationId::from(scene.situation) };
        let rating = (scene.craving + person.rng.random_range(-1..=1)).clamp(0, 10);
        // A list is seldom finished: one in four has no rating yet.
        let rated = own || person.rng.random_bool(0.75);
        commands.push(Command::List(ListDraft {
            substance: person.substance.clone(),
            situation,
            own_rating: rated.then_some(rating),
            pinned: own,
            hidden: false,
            blank: String::new(),
        }));
    }
    commands
}
