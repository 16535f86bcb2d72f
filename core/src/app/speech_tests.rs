use super::*;

/// Everything that can refuse a field, read as text, so that a new field is not forgotten here.
const SOURCES: [&str; 15] = [
    include_str!("../journey/draft/answer.rs"),
    include_str!("../journey/draft/episode.rs"),
    include_str!("../journey/draft/goal.rs"),
    include_str!("../journey/draft/locked.rs"),
    include_str!("../journey/draft/mod.rs"),
    include_str!("../journey/draft/plan.rs"),
    include_str!("../journey/draft/settings.rs"),
    include_str!("../journey/draft/situation.rs"),
    include_str!("../journey/draft/units.rs"),
    include_str!("../journey/reminder_settings.rs"),
    include_str!("command.rs"),
    include_str!("import.rs"),
    include_str!("ask/mod.rs"),
    include_str!("porch/entry.rs"),
    include_str!("porch/mod.rs"),
];

/// The calls whose first text is the name of a field.
const NAMING: [&str; 17] = [
    "Refusal::new(",
    "text::text(",
    "text::name(",
    "text::some_name(",
    "text::lines(",
    "text::few(",
    "number::rating(",
    "number::within(",
    "number::decimal(",
    "number::positive(",
    "number::not_negative(",
    "desk.moment(",
    "desk.substance(",
    "desk.unit(",
    "desk.situation(",
    "desk.label(",
    "desk.day_or_today(",
];

/// Names that come from elsewhere: of moments, reminders, exercises and columns of a file.
const ELSEWHERE: [&str; 24] = [
    "when.date",
    "when.hour",
    "when.minute",
    "when.offset",
    "when.zone",
    "uses[0].amount",
    "uses[0].unit",
    "weekdays[0]",
    "reminders.check_in",
    "reminders.not_closed",
    "reminders.letter",
    "reminders.quiet_from",
    "reminders.per_day",
    "reminders.risk_times",
    "use_pros[0]",
    "use_cons[0]",
    "stop_pros[0]",
    "stop_cons[0]",
    "decision",
    "strongest_reason",
    "importance",
    "why_not_lower",
    "line",
    "columns",
];

fn named() -> Vec<String> {
    let mut names: Vec<String> = ELSEWHERE.map(str::to_owned).to_vec();
    for source in SOURCES {
        for call in NAMING {
            for (at, _) in source.match_indices(call) {
                let rest = source[at + call.len()..].trim_start().trim_start_matches('&');
                let rest = rest.strip_prefix("format!(").unwrap_or(rest);
                let name = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
                // What ends in a blank is named by whoever fills it in, and stands in ELSEWHERE.
                names.extend(name.filter(|name| !name.ends_with("{}")).map(str::to_owned));
            }
        }
    }
    names
}

#[test]
fn every_field_that_can_be_refused_has_a_name_in_both_languages() {
    let content = Content::shipped();
    let names = named();
    assert!(names.len() > 100, "the sources are read: {}", names.len());
    for name in names {
        for lang in [Lang::Nl, Lang::En] {
            assert!(content.has_text(&label_id(&name), lang), "{name} has no name in {lang:?}");
        }
    }
}

#[test]
fn a_refusal_names_the_field_and_says_what_fits_there() {
    let content = Content::shipped();
    let say = |field: &str, reason| {
        let error = KoersError::InvalidDraft { field: field.to_owned(), reason };
        sentence(&content, Lang::En, &error)
    };
    assert_eq!(
        say("note", Reason::TooLong { most: 10_000 }),
        "Note: at most 10,000 characters. Make it a little shorter."
    );
    assert_eq!(
        say("avoidable", Reason::NotPossible),
        "Can it be avoided: this answer is not possible here. Choose another."
    );
    assert_eq!(
        say("reminders.per_day", Reason::NotPossible),
        "Reminders a day: this answer is not possible here. Choose another."
    );
    assert_eq!(say("when.hour", Reason::InvalidDate), "Time: this time does not exist.");
    assert_eq!(
        say("id", Reason::UnknownId { id: "0a".to_owned() }),
        "This entry is not there. Your diary shows which name each entry has."
    );
}
