//! What leaves the vault: the report, the export, and the report of the demo (SHP-29, SHP-30).

use crate::home::{Home, said};

const OPEN: &str = "This is not encrypted: whoever finds it can read everything in it.";

fn text(path: &std::path::Path) -> String {
    std::fs::read_to_string(path).expect("the file is there")
}

/// A sentence as it was before it was wrapped.
fn in_one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_report_is_written_once_and_replaced_only_when_asked() {
    let home = Home::begun();
    let out = home.path("summary.html");
    let path = out.to_string_lossy().into_owned();
    let told = home.works(&["report", "--out", &path, "--only", "goal,weeks", "--name"]);
    assert!(told.contains(&path) && told.contains(OPEN), "{told}");
    let page = text(&out);
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<h1>Summary of Sam</h1>"));
    assert!(!page.contains("Your risk situations"), "only what was chosen");

    std::fs::write(&out, "my own").expect("the folder is ours");
    let refused = home.run(&["report", "--out", &path]);
    assert_eq!(refused.code, Some(1));
    let said = in_one_line(&refused.err);
    assert!(said.contains("Nothing was overwritten. With --force you replace it."), "{said}");
    assert_eq!(text(&out), "my own", "untouched");
    home.works(&["report", "--out", &path, "--force"]);
    assert!(text(&out).contains("<h1>Summary</h1>"));
}

#[test]
fn a_place_that_cannot_take_a_file_is_named_and_nothing_is_left_there() {
    let home = Home::begun();
    let nowhere = home.path("nowhere").join("summary.html");
    let refused = home.run(&["report", "--out", &nowhere.to_string_lossy()]);
    assert_eq!(refused.code, Some(1));
    assert!(in_one_line(&refused.err).contains("This folder does not exist:"), "{}", refused.err);

    let folder = home.path("folder");
    std::fs::create_dir(&folder).expect("the folder is ours");
    let refused = home.run(&["report", "--out", &folder.to_string_lossy(), "--force"]);
    assert_eq!(refused.code, Some(1));
    let said = in_one_line(&refused.err);
    assert!(said.contains("There is a folder in this place."), "{said}");

    let file = home.path("file");
    std::fs::write(&file, "").expect("the folder is ours");
    assert_eq!(home.run(&["export", &file.to_string_lossy(), "--force"]).code, Some(1));
    let left = std::fs::read_dir(home.folder.path()).expect("the folder is ours");
    assert!(left.flatten().all(|entry| !entry.file_name().to_string_lossy().starts_with(".tmp")));
}

#[test]
fn an_export_is_read_into_another_vault_as_the_same_diary() {
    let home = Home::begun();
    home.works(&["log", "--craving", "7", "--own", "=At; the @llotment", "--note=-Rain\n=1+1"]);
    home.works(&["close", "--none"]);
    let dir = home.path("out");
    let told = home.works(&["export", &dir.to_string_lossy()]);
    assert!(told.contains("diary.csv") && told.contains("records.json") && told.contains(OPEN));
    let records: serde_json::Value =
        serde_json::from_str(&text(&dir.join("records.json"))).expect("JSON");
    assert_eq!(records["format"], "koers-export");

    let diary = text(&dir.join("diary.csv"));
    std::fs::write(dir.join("records.json"), "my own").expect("the folder is ours");
    std::fs::remove_file(dir.join("diary.csv")).expect("it was there");
    let refused = home.run(&["export", &dir.to_string_lossy()]);
    assert_eq!(refused.code, Some(1));
    assert!(!dir.join("diary.csv").exists(), "both or none");

    let other = Home::begun();
    let file = other.path("diary.csv");
    std::fs::write(&file, diary).expect("the folder is ours");
    other.works(&["import", &file.to_string_lossy()]);
    let shown = |home: &Home| {
        let mut entries = home.asks(&["diary"])["entries"].as_array().cloned().unwrap_or_default();
        for entry in &mut entries {
            entry["id"] = "".into();
            entry["short_id"] = "".into();
        }
        entries.sort_by_key(ToString::to_string);
        entries
    };
    assert_eq!(shown(&other), shown(&home));
}

#[test]
fn the_demo_leaves_a_report_and_never_over_something_else() {
    let home = Home::empty();
    let demo = |words: &[&str]| {
        let mut command = home.command(words);
        command.current_dir(home.folder.path()).env("TMPDIR", home.path("temporary"));
        std::fs::create_dir_all(home.path("temporary")).expect("the folder is ours");
        said(command)
    };
    let report = home.path("report.html");
    assert_eq!(demo(&["demo"]).code, Some(0));
    assert!(text(&report).contains("This is an invented person."));
    assert_eq!(demo(&["demo"]).code, Some(0), "over its own");
    assert!(text(&report).contains("This is an invented person."));

    std::fs::write(&report, "my own").expect("the folder is ours");
    let told = demo(&["demo"]);
    assert_eq!((told.code, text(&report).as_str()), (Some(0), "my own"));
    assert!(told.out.contains("Saved:"), "it says where: {}", told.out);

    let dir = home.path("kept");
    assert_eq!(demo(&["demo", "--out", &dir.to_string_lossy()]).code, Some(0));
    assert!(dir.join("report.html").exists() && dir.join("demo.koers").exists());
}
