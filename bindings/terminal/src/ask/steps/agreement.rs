//! Step 5: a first agreement, the situations to watch with what the person expects of them; then
//! reminders, and a note to oneself.

use koers_core::app::Command as Record;
use koers_core::content::{Args as Words, Code, Kind, SituationId};
use koers_core::journey::draft::{
    AnswerDraft, FieldDraft, ListDraft, OwnSituationDraft, ProfileDraft,
};
use koers_core::journey::{GoalKind, KindSettings, ReminderSettings, exercise};

use super::person::{minutes, time_text};
use crate::ask::{choose_several, goal, log};
use crate::failure::Failure;
use crate::session::Session;

pub(crate) fn agreement(session: &Session<'_>, substance: &Code) -> Result<(), Failure> {
    let kind = session.ok(session.koers.goal(Some(substance)))?.kind;
    session.until_recorded(
        || {
            let made = goal::agreements(session, substance, kind.unwrap_or(GoalKind::Reduce))?;
            Ok(Some(made).filter(|made| !made.is_empty()))
        },
        Clone::clone,
    )?;
    situations(session, substance)
}

/// The situations to watch, each with the craving that the person expects there.
fn situations(session: &Session<'_>, substance: &Code) -> Result<(), Failure> {
    let words = session.voice.content.vocabulary(Kind::Situation, substance);
    let mut names: Vec<String> = words.iter().map(|word| session.voice.label(&word.code)).collect();
    names.push(session.say("log-own-situation"));
    let question = session.say("intake-situations-ask");
    let chosen = choose_several(&session.voice, &question, names, &[])?.unwrap_or_default();
    for nth in chosen {
        match words.get(nth) {
            Some(word) => {
                let id = SituationId::catalogue(&word.code);
                rated(session, substance, &id, &session.voice.label(&word.code), None)?;
            }
            None => {
                if let Some(own) = log::own_situation(session)? {
                    let words = own.words.clone();
                    rated(session, substance, &SituationId::own(own.id), &words, Some(&own))?;
                }
            }
        }
    }
    Ok(())
}

fn rated(
    session: &Session<'_>,
    substance: &Code,
    situation: &SituationId,
    label: &str,
    own: Option<&OwnSituationDraft>,
) -> Result<(), Failure> {
    let before = session.ok(session.koers.list_draft(substance, situation))?;
    let question = Words::new().own("situation", label);
    let question = session.voice.say_with("intake-rating-ask", &question);
    session.until_recorded(
        || session.number("own_rating", &question, before.own_rating).map(Some),
        |own_rating| {
            let own = own.cloned().map(Record::OwnSituation);
            let list = ListDraft { own_rating: *own_rating, hidden: false, ..before.clone() };
            own.into_iter().chain([Record::List(list)]).collect()
        },
    )?;
    Ok(())
}

/// What is asked once, whatever is followed.
pub(crate) fn last(session: &Session<'_>) -> Result<(), Failure> {
    session.until_recorded(
        || {
            let profile = session.ok(session.koers.profile_draft())?;
            let Some(profile) = profile else { return Ok(None) };
            let chosen = reminders(session, &profile.reminders)?;
            Ok(chosen.map(|reminders| ProfileDraft { reminders, ..profile }))
        },
        |profile| vec![Record::Profile(profile.clone())],
    )?;
    let note = session.text("intake-note-ask", "")?.unwrap_or_default();
    if note.is_empty() {
        return Ok(());
    }
    let fields = vec![FieldDraft {
        name: exercise::NOTE.to_owned(),
        lines: vec![note],
        ..FieldDraft::default()
    }];
    let exercise = exercise::NOTE_TO_SELF.into();
    session.record(&Record::Answer(AnswerDraft { exercise, substance: None, fields }))
}

/// The usual reminders, other times, or none.
fn reminders(
    session: &Session<'_>,
    before: &ReminderSettings,
) -> Result<Option<ReminderSettings>, Failure> {
    let options = ["intake-reminders-usual", "intake-reminders-other", "intake-reminders-off"];
    let options = options.map(|id| session.say(id)).to_vec();
    let mut settings = before.clone();
    match session.choose("intake-reminders-ask", options, 0)? {
        None | Some(0) => return Ok(None),
        Some(1) => {
            settings.check_in = at(session, "intake-check-in-ask", before.check_in)?;
            settings.not_closed = at(session, "intake-not-closed-ask", before.not_closed)?;
            settings.quiet_from = time(session, "intake-quiet-from-ask", before.quiet_from)?;
            settings.quiet_to = time(session, "intake-quiet-to-ask", before.quiet_to)?;
            let question = session.say("intake-per-day-ask");
            let usual = i64::from(before.per_day);
            let most = session.number("per_day", &question, Some(usual))?.unwrap_or(usual);
            // What is no number of reminders is for the core to refuse.
            settings.per_day = u8::try_from(most).unwrap_or_default();
        }
        Some(_) => {
            settings = ReminderSettings {
                check_in: KindSettings::OFF,
                not_closed: KindSettings::OFF,
                letter: KindSettings::OFF,
                follow_up: KindSettings::OFF,
                pre_risk: KindSettings::OFF,
                programme_end: KindSettings::OFF,
                ..settings
            };
        }
    }
    Ok(Some(settings))
}

/// A kind at a time of the person's choice; left open, as it was.
fn at(session: &Session<'_>, id: &str, before: KindSettings) -> Result<KindSettings, Failure> {
    let usual = before.at.map(time_text).unwrap_or_default();
    let chosen = session.read("time", &session.say(id), &usual, "ask-help-time", minutes)?;
    Ok(chosen.map_or(before, |at| KindSettings { on: true, at: Some(at) }))
}

fn time(session: &Session<'_>, id: &str, before: u16) -> Result<u16, Failure> {
    let usual = time_text(before);
    let chosen = session.read("time", &session.say(id), &usual, "ask-help-time", minutes)?;
    Ok(chosen.unwrap_or(before))
}
