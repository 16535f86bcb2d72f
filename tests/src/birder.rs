//! A person who writes about nothing but birds: words that no text of Koers has, so that whatever is
//! found of them was left behind.

use std::sync::Arc;

use chrono::DateTime;
use koers_core::app::{Clock, Command, FixedClock, Here};
use koers_core::content::{Lang, SituationId};
use koers_core::journey::ReminderSettings;
use koers_core::journey::draft::{
    EmergencyPlanDraft, EpisodeDraft, FollowDraft, NoteDraft, OwnSituationDraft, ProfileDraft,
    SupporterDraft, TagDraft,
};
use koers_core::time::Home;
use koers_core::vault::RecordId;

use crate::sample::NOON;

/// What they wrote, by where.
pub(crate) const WORDS: [(&str, &str); 8] = [
    ("nickname", "kwikstaartje"),
    ("own situation", "bij de zwaluwtil"),
    ("note of an entry", "de grutto stond in de regen"),
    ("thought", "wat een boomvalkendag"),
    ("diary note", "een kluut aan de plas"),
    ("emergency plan", "naar de wielewaal fietsen"),
    ("supporter", "tante roodborstje"),
    // What the helper reads from a file and records.
    ("late note", "een nachtegaal gehoord"),
];

/// The word of this name.
pub(crate) fn word(name: &str) -> String {
    let found = WORDS.iter().find(|(one, _)| *one == name);
    found.map_or_else(String::new, |(_, word)| (*word).to_owned())
}

/// Everything that the person wrote, an entry each.
pub(crate) fn commands() -> Vec<Command> {
    let id = |name| RecordId::named(&["birder", name]);
    let own = OwnSituationDraft {
        id: id("situation"),
        words: word("own situation"),
        covers: vec![],
        covers_words: vec![],
    };
    let mut entry = EpisodeDraft::blank(id("entry"), "cannabis".into());
    entry.craving = Some(7);
    entry.situations = vec![SituationId::own(own.id)];
    entry.thoughts = vec![TagDraft { words: word("thought"), ..TagDraft::default() }];
    entry.note = word("note of an entry");
    let profile = ProfileDraft {
        nickname: word("nickname"),
        language: Lang::Nl,
        zone: "Europe/Brussels".to_owned(),
        cut_off: 240,
        reminders: ReminderSettings::default(),
        country: "BE".to_owned(),
    };
    let plan = EmergencyPlanDraft {
        be_safe: vec![word("emergency plan")],
        ..EmergencyPlanDraft::default()
    };
    let supporter = SupporterDraft {
        id: id("supporter"),
        name: word("supporter"),
        contact: String::new(),
        how: String::new(),
    };
    vec![
        Command::Profile(profile),
        Command::Follow(FollowDraft { substance: "cannabis".into(), followed: true }),
        Command::OwnSituation(own),
        Command::Log(entry),
        Command::Note(note("diary", word("diary note"))),
        Command::EmergencyPlan(plan),
        Command::Supporter(supporter),
    ]
}

/// A note under an id of that name.
pub(crate) fn note(name: &str, text: String) -> NoteDraft {
    let id = RecordId::named(&["birder", name]);
    NoteDraft { id, text, mood: None, when: None, made: None }
}

/// A clock that stands still, in Brussels.
pub(crate) fn clock() -> Arc<dyn Clock> {
    let now = DateTime::from_timestamp_millis(NOON).expect("a moment of 2025");
    let home = Home { zone: "Europe/Brussels".to_owned(), offset_minutes: 60 };
    Arc::new(FixedClock(Here { now, home }))
}
