//! Calm lines about safety: once an episode, never blocking (programme, safety rules).

use chrono::TimeDelta;

use crate::content::{Args, Code, HelpKind, SafetyRule, Shows};
use crate::journey::draft::Desk;
use crate::journey::entity::Episode;

/// What an entry calls for: each rule that speaks, with the line to call where there is one.
pub fn safety(desk: &Desk<'_>, episode: &Episode) -> Vec<String> {
    let rules = desk.content.safety_rules();
    let speaking = rules.into_iter().filter(|rule| !rule.retired && speaks(desk, rule, episode));
    speaking.map(|rule| line(desk, rule)).collect()
}

fn speaks(desk: &Desk<'_>, rule: &SafetyRule, episode: &Episode) -> bool {
    let named = |code: &Code| {
        episode.circumstances().any(|tag| tag.code.as_ref() == Some(code))
            || episode.situations.iter().any(|tag| tag.id.as_str() == code.as_str())
            || episode.uses.iter().any(|one| one.substance == *code)
    };
    let used = |episode: &Episode, substance: &Code| {
        episode.uses.iter().any(|one| one.substance == *substance)
    };
    let after = rule.after.as_ref().is_none_or(|after| {
        let first = episode.at.day - TimeDelta::days(after.days.into());
        let mut days = desk.journey.episodes_between(first, episode.at.day);
        used(episode, &after.substance)
            || (after.days > 0 && days.any(|(_, one)| used(one, &after.substance)))
    });
    after && rule.any.iter().any(named)
}

fn line(desk: &Desk<'_>, rule: &SafetyRule) -> String {
    let text = desk.content.text(&rule.text, desk.lang, &Args::new());
    let kind = match rule.shows {
        Shows::Emergency => HelpKind::Emergency,
        Shows::Crisis | Shows::Doctor => HelpKind::Crisis,
        Shows::Reading => return text,
    };
    let country = desk.journey.profile().map_or("", |profile| profile.country.as_str());
    let lines = desk.content.help_lines_of(kind, country);
    let call = lines.first().map(|one| {
        let name = desk.content.label(&one.code, desk.lang).unwrap_or_default();
        let args = Args::new().text("name", name).text("number", one.number.clone());
        desk.content.text("help-lines-line", desk.lang, &args)
    });
    call.map_or_else(|| text.clone(), |call| format!("{text} {call}"))
}
