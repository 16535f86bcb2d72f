//! What the packs answer.

use proptest::prelude::*;

use super::*;

fn cannabis() -> Code {
    Code::from("cannabis")
}

#[test]
fn a_substance_has_its_own_words_and_those_of_base() {
    let content = Content::shipped();
    assert_eq!(content.substances(), [cannabis(), Code::from("cocaine")], "SHP-02");
    let codes: Vec<&str> = content
        .vocabulary(Kind::Situation, &cannabis())
        .into_iter()
        .map(|word| word.code.as_str())
        .collect();
    assert!(codes.contains(&"base:situation.stressed"));
    assert!(codes.contains(&"cannabis:situation.cannot-sleep"));
    assert!(!codes.iter().any(|code| code.starts_with("cocaine:")));
    let cocaine = Code::from("cocaine");
    assert!(content.vocabulary(Kind::Situation, &cocaine).len() > 60, "the catalogue's list");
    assert_eq!(content.cut_off(&cocaine), Some(crate::time::CutOff(360)), "G1");
    assert_eq!(content.cut_off(&cannabis()), None);
}

#[test]
fn a_unit_knows_its_numbers_and_only_proposes_a_conversion() {
    let content = Content::shipped();
    let units: Vec<&str> =
        content.units(&cannabis()).into_iter().map(|unit| unit.code.as_str()).collect();
    assert_eq!(
        units,
        ["cannabis:unit.joint", "cannabis:unit.gram", "cannabis:unit.load", "cannabis:unit.edible"]
    );
    let joint = content.unit(&Code::from("cannabis:unit.joint")).expect("joints");
    assert_eq!(joint.proposals[0].factor, Amount::thousandths(250));
    assert_eq!(joint.proposals[0].to.as_str(), "cannabis:unit.gram");
    let goal_units = content.goal_units(&cannabis());
    assert!(goal_units.iter().any(|unit| unit.code.as_str() == "base:unit.use-day"), "G0");
}

#[test]
fn an_amount_takes_the_plural_and_the_decimal_mark_of_its_language() {
    let content = Content::shipped();
    let say = |thousandths, unit: &str, lang| {
        content.amount(Amount::thousandths(thousandths), &Code::from(unit), lang)
    };
    assert_eq!(say(1000, "cannabis:unit.joint", Lang::Nl), "1 joint");
    assert_eq!(say(3000, "cannabis:unit.joint", Lang::En), "3 joints");
    assert_eq!(say(250, "cannabis:unit.gram", Lang::Nl), "0,25 gram");
    assert_eq!(say(250, "cannabis:unit.gram", Lang::En), "0.25 grams");
    assert_eq!(say(12_345_500, "cocaine:unit.line", Lang::Nl), "12.345,5 lijntjes");
    assert_eq!(say(1000, "base:unit.use-day", Lang::En), "1 use day");
    assert_eq!(say(2500, "nothing:unit.known", Lang::Nl), "2,5", "an unknown unit");
}

#[test]
fn every_code_has_a_label_in_every_language() {
    let content = Content::shipped();
    for lang in LANGS {
        for substance in content.substances() {
            assert!(content.label(&substance, lang).is_some());
            for kind in Kind::ALL {
                for word in content.vocabulary(kind, &substance) {
                    assert!(content.label(&word.code, lang).is_some(), "{} {lang}", word.code);
                    if !word.group.is_empty() {
                        let group = content.group_label(kind, &word.group, lang);
                        assert!(group.is_some(), "{} {lang}", word.group);
                    }
                }
            }
        }
    }
}

#[test]
fn a_blank_in_a_label_is_filled_in_by_the_person() {
    let content = Content::shipped();
    let drink = Code::from("cocaine:situation.from-the-nth-drink");
    assert_eq!(
        content.label(&drink, Lang::Nl).as_deref(),
        Some("Vanaf het (…)e glas krijg ik zin")
    );
    let filled = content.label_filled(&drink, "3", Lang::Nl);
    assert_eq!(filled.as_deref(), Some("Vanaf het (3)e glas krijg ik zin"));
}

#[test]
fn a_help_line_ships_with_source_and_date() {
    let content = Content::shipped();
    let belgian: Vec<&str> =
        content.help_lines("BE").into_iter().map(|line| line.number.as_str()).collect();
    assert_eq!(belgian, ["112", "1813", "0800 32 123", "106", "078 15 10 20"], "REC-13");
    for country in content.countries() {
        let emergency = content.help_lines_of(HelpKind::Emergency, country);
        assert!(!emergency.is_empty(), "{country} has an emergency number");
        assert!(emergency.iter().all(|line| !line.source.is_empty()));
    }
    let talk = content.help_lines_of(HelpKind::Talk, "BE")[0];
    assert_eq!(content.checked(talk.checked, Lang::Nl), "5 augustus 2025");
    let emergency = content.help_lines("BE")[0];
    assert_eq!(content.checked(emergency.checked, Lang::En), "February 2025");
    assert!(content.help_lines("XX").is_empty());
}

#[test]
fn safety_rules_speak_in_the_order_of_the_programme() {
    let content = Content::shipped();
    let rules: Vec<&str> =
        content.safety_rules().into_iter().map(|rule| rule.code.as_str()).collect();
    assert_eq!(
        rules,
        [
            "base:safety.body-signs",
            "base:safety.desperate",
            "base:safety.suspicious-confused",
            "cocaine:safety.low-after-use",
            "cocaine:safety.alcohol"
        ],
        "REC-13"
    );
    for rule in content.safety_rules() {
        for lang in LANGS {
            assert!(content.has_text(&rule.text, lang), "{} {lang}", rule.text);
        }
    }
}

#[test]
fn a_language_that_lacks_a_text_is_stood_in_for() {
    let content = Content::shipped();
    assert_eq!(
        content.text("reminder-check-in", Lang::Fr, &Args::new()),
        "Tijd voor je dagnotitie"
    );
    assert_eq!(content.text("no-such-text", Lang::Nl, &Args::new()), "no-such-text");
    assert!(content.try_text("verdict-met", Lang::Nl, &Args::new()).is_err(), "no arguments");
}

#[test]
fn own_words_come_back_unchanged_and_are_isolated_only_from_right_to_left() {
    let content = Content::shipped();
    let say =
        |words: &str| content.text("plan-title", Lang::En, &Args::new().own("situation", words));
    assert_eq!(say("Tom's { $place } \\u0041"), "Plan for ‘Tom's { $place } \\u0041’");
    assert_eq!(say("بيت"), "Plan for ‘\u{2068}بيت\u{2069}’");
}

proptest! {
    #[test]
    fn a_code_that_no_pack_knows_is_answered_with_nothing(text in "\\PC{0,40}") {
        let content = Content::shipped();
        let code = Code::from(format!("?{text}"));
        for lang in LANGS {
            prop_assert_eq!(content.label(&code, lang), None);
        }
        prop_assert!(content.unit(&code).is_none());
        prop_assert!(content.word(&code).is_none());
        prop_assert!(content.covers(&code).is_empty());
        prop_assert!(content.units(&code).is_empty());
        let _an_answer = content.text(&text, Lang::En, &Args::new().own("situation", text.clone()));
    }

    #[test]
    fn any_amount_can_be_said(thousandths in any::<i64>()) {
        let said = Content::shipped().amount(
            Amount::thousandths(thousandths),
            &Code::from("cannabis:unit.joint"),
            Lang::Nl,
        );
        prop_assert!(said.contains("joint"));
    }
}

/// The table that a pack author and the rooms above read (BEY-05).
#[test]
fn the_table_of_messages_names_every_message() {
    let files = shipped_files();
    let text = |path: &str| {
        let (_, bytes) = files.iter().find(|(one, _)| *one == path).expect("the file ships");
        std::str::from_utf8(bytes).expect("text")
    };
    let readme = text("README.md");
    let listed: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .filter(|(_, takes)| takes.starts_with(['$', ' ', '|']))
        .map(|(id, _)| id)
        .collect();
    let content = Content::shipped();
    for id in &listed {
        assert!(content.has_text(id, Lang::Nl), "{id} is in the table only");
    }
    let labels = Kind::ALL.map(|kind| format!("{}-", kind.as_str()));
    for (path, _) in files.iter().filter(|(path, _)| path.starts_with("base/nl/")) {
        let ids = text(path).lines().filter_map(|line| line.split_once(" ="));
        for (id, _) in
            ids.filter(|(id, _)| id.starts_with(|first: char| first.is_ascii_lowercase()))
        {
            let label = labels.iter().any(|kind| id.starts_with(kind.as_str()))
                || id.starts_with("unit-")
                || id.starts_with("help-line-")
                || ["number-words", "clock-time"].contains(&id);
            assert!(label || listed.contains(&id), "{id} is not in packs/README.md");
        }
    }
}
