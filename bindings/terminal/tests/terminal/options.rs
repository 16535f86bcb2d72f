//! Everything that is asked at a keyboard can be said in options too.

use crate::home::{Home, said};
use serde_json::Value;

fn lines(entry: &Value) -> Vec<&str> {
    entry["lines"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn id(entry: &Value) -> &str {
    entry["short_id"].as_str().expect("every entry has one")
}

#[test]
fn an_entry_is_logged_and_changed_field_by_field() {
    let home = Home::begun();
    let out = home.works(&[
        "log",
        "--craving",
        "7",
        "--situation",
        "stressed",
        "--own",
        "At the allotment",
        "--used",
        "--amount",
        "0,5",
        "--unit",
        "gram",
        "--feeling",
        "lonely",
        "--feeling",
        "odd",
        "--place",
        "place.home",
        "--thought",
        "deserve-it",
        "--body",
        "tired",
        "--company",
        "alone",
        "--activity",
        "music",
        "--also",
        "alcohol",
        "--note",
        "Rain.",
    ]);
    assert!(out.contains("0.5 grams"), "the receipt is that of the entry: {out}");
    let entry = home.newest();
    let said = lines(&entry).join("\n");
    for word in ["At the allotment", "0.5 grams", "lonely", "odd", "Alcohol", "Rain."] {
        assert!(said.contains(word), "{word} in {said}");
    }

    home.works(&["edit", id(&entry), "--no-use", "--clear-note", "--not-situation", "allotment"]);
    let entry = home.newest();
    let said = lines(&entry).join("\n");
    assert_eq!(entry["used"], false);
    assert_eq!(entry["craving"], 7);
    for word in ["allotment", "0.5", "Rain."] {
        assert!(!said.contains(word), "{word} in {said}");
    }
    assert!(said.contains("odd"), "what was not named stays: {said}");

    home.works(&["edit", id(&entry), "--clear-around", "--clear-craving", "--note", "Sun."]);
    let entry = home.newest();
    assert_eq!(entry["craving"], Value::Null);
    assert!(!lines(&entry).join("\n").contains("odd"));
    home.works(&["edit", id(&entry), "--craving", "2", "--when", "2026-03-01T21:30"]);
    assert_eq!(home.newest()["day"], "2026-03-01");
}

#[test]
fn an_own_situation_and_its_entry_are_recorded_together_or_not_at_all() {
    let home = Home::begun();
    let before = home.asks(&["situations"])["places"].as_array().map(Vec::len);
    let refused = home.run(&["log", "--own", "At the allotment", "--craving", "12"]);
    assert_eq!(refused.code, Some(1));
    assert_eq!(home.asks(&["situations"])["places"].as_array().map(Vec::len), before);
}

#[test]
fn a_note_is_written_and_changed_and_a_closed_day_is_closed_again() {
    let home = Home::begun();
    home.works(&["note", "Swam after work.", "--mood", "7"]);
    let note = home.newest();
    assert_eq!((note["kind"].as_str(), lines(&note)[0]), (Some("note"), "Swam after work."));
    home.works(&["edit", id(&note), "--text", "Swam twice.", "--clear-mood"]);
    assert_eq!(lines(&home.newest())[0], "Swam twice.");

    home.works(&["close", "2026-03-01", "--none"]);
    let diary = home.asks(&["diary"]);
    let closing = diary["entries"].as_array().into_iter().flatten();
    let closing = closing.clone().find(|one| one["kind"] == "closing").expect("it was closed");
    let said = home.run(&["edit", id(closing), "--craving", "3"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("closing it again"), "{}", said.err);
}

#[test]
fn a_goal_is_set_and_changed_one_thing_at_a_time() {
    let home = Home::begun();
    home.works(&[
        "goal",
        "set",
        "--kind",
        "reduce",
        "--per-week",
        "5",
        "--per-day",
        "2,5",
        "--weekday",
        "friday",
        "--weekday",
        "saturday",
        "--pace",
        "step-by-step",
        "--agreement",
        "base:measure.wait-fifteen",
        "--agreement",
        "Home by eleven",
    ]);
    home.works(&["step", "--per-week", "8"]);
    let goal = home.asks(&["goal"]);
    assert_eq!((&goal["kind"], &goal["pace"]), (&"reduce".into(), &"step-by-step".into()));
    let week = home.works(&["goal"]);
    for line in ["5 joints a week at most", "2.5 joints a day at most", "Only on Friday"] {
        assert!(week.contains(line), "{line} in {week}");
    }
    home.works(&[
        "goal",
        "set",
        "--kind",
        "stop",
        "--stop-date",
        "2026-03-10",
        "--substance",
        "cocaine",
    ]);
    assert_eq!(home.asks(&["goal", "--substance", "cocaine"])["stop_date"], "2026-03-10");
    home.works(&["goal", "set", "--per-week", "4"]);
    let goal = home.works(&["goal"]);
    assert!(goal.contains("4 joints a week") && goal.contains("2.5 joints a day"), "{goal}");
}

#[test]
fn a_situation_of_the_second_substance_has_a_plan_a_pin_and_a_reason() {
    let home = Home::begun();
    home.works(&[
        "plan",
        "party",
        "--during",
        "If a, then b",
        "--during",
        "If c, then d",
        "--signal",
        "I get quiet",
        "--avoidable",
        "partly",
        "--confidence",
        "7",
        "--who",
        "Noor",
    ]);
    let plan = home.works(&["plan", "party"]);
    for line in ["If a, then b", "I get quiet", "partly", "7/10", "Noor"] {
        assert!(plan.contains(line), "{line} in {plan}");
    }
    home.works(&["plan", "party", "--clear", "who", "--way-out", "My coat, and out"]);
    let plan = home.works(&["plan", "party"]);
    assert!(!plan.contains("Noor") && plan.contains("My coat, and out"), "{plan}");
    home.works(&["plan", "party", "--tried", "--helped", "partly"]);

    home.works(&["pin", "party"]);
    let places = home.asks(&["situations", "--substance", "cocaine"]);
    assert_eq!(places["places"][0]["pinned"], true);
    let stressed = home.asks(&["situations"]);
    assert_eq!(stressed["places"][0]["pinned"], false);
    home.works(&["pin", "1", "--substance", "cocaine", "--off"]);
    let places = home.asks(&["situations", "--substance", "cocaine"]);
    assert_eq!(places["places"][0]["pinned"], false);
    assert!(home.works(&["why", "party"]).contains("Party"));
    assert_eq!(home.run(&["why", "party", "--substance", "cannabis"]).code, Some(1));
    home.works(&["pin", "1"]);
    let stressed = home.asks(&["situations"]);
    assert_eq!(stressed["places"][0]["own_rating"], 7, "a pin keeps the rating");
}

#[test]
fn a_suggestion_is_taken_up_and_does_not_come_back() {
    let home = Home::begun();
    for _ in 0..4 {
        home.works(&["log", "--craving", "9", "--activity", "at the allotment"]);
    }
    let offered = home.asks(&["situations"])["suggestions"].clone();
    assert_eq!(offered[0]["label"], "at the allotment");
    home.works(&["add", "at the allotment", "--rating", "6"]);
    let view = home.asks(&["situations"]);
    assert_eq!(view["suggestions"], Value::Array(vec![]));
    let labels = view["places"].to_string();
    assert!(labels.contains("at the allotment"), "{labels}");
    assert_eq!(home.run(&["add", "Sunday evening", "--rating", "11"]).code, Some(1));
}

#[test]
fn the_passphrase_is_changed_from_files() {
    let home = Home::begun();
    std::fs::write(home.path("new"), "other quiet words\n").expect("ours");
    let new = home.path("new");
    let new = new.to_string_lossy();
    home.works(&["passphrase", "--new-passphrase-file", &new]);
    assert_eq!(home.run(&["today"]).code, Some(1), "the old one no longer fits");
    std::fs::copy(home.path("new"), home.path("secret")).expect("ours");
    home.works(&["today"]);
}

#[test]
fn without_a_terminal_nothing_is_coloured_and_every_line_fits() {
    let home = Home::begun();
    home.works(&["log", "--craving", "8", "--situation", "stressed"]);
    for words in [
        vec!["today"],
        vec!["situations"],
        vec!["goal"],
        vec!["results"],
        vec!["evaluate"],
        vec!["reminders"],
        vec!["diary"],
        vec!["why", "1"],
        vec!["plan", "1"],
        vec!["help-now", "--country", "be"],
        vec!["log", "--help"],
        vec!["edit", "--help"],
        vec!["goal", "set", "--help"],
        vec!["plan", "--help"],
    ] {
        let out = home.works(&words);
        assert!(!out.contains('\u{1b}'), "{words:?}");
        let long = out.lines().find(|line| line.chars().count() > 80);
        assert_eq!(long, None, "{words:?}");
    }
    let mut plain = home.command(&["today"]);
    plain.env("NO_COLOR", "1").env("CLICOLOR_FORCE", "0");
    assert!(!said(plain).out.contains('\u{1b}'));
}
