//! What the demo prints, word for word, in each language and for each substance (SHP-30).
//!
//! A changed golden is read as the person concerned would read it before it is committed:
//! `UPDATE_GOLDENS=1 cargo test -p koers --test demo` writes them anew.

use std::path::{Path, PathBuf};
use std::process::Command;

use koers_core::content::{Lang, wording};

const LANGS: [(&str, Lang); 2] = [("nl", Lang::Nl), ("en", Lang::En)];
const SUBSTANCES: [&str; 2] = ["cannabis", "cocaine"];

/// The columns of the narrowest usual terminal.
const COLUMNS: usize = 80;

/// What a day is marked with.
const MARKS: [char; 4] = ['✓', '●', '○', '·'];

#[test]
fn the_demo_says_what_its_goldens_say_in_colour_and_without() {
    for (lang, _) in LANGS {
        for substance in SUBSTANCES {
            compare(&format!("{lang}-{substance}.txt"), &demo(lang, substance, false));
            compare(&format!("{lang}-{substance}-colour.txt"), &demo(lang, substance, true));
        }
    }
}

#[test]
fn no_line_is_wider_than_a_terminal_and_colour_adds_no_words() {
    for (lang, _) in LANGS {
        for substance in SUBSTANCES {
            let plain = demo(lang, substance, false);
            let lines = plain.lines().filter(|line| !is_measured(line));
            let widest = lines.map(|line| line.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= COLUMNS), "{lang} {substance}");
            assert!(!plain.contains('\u{1b}'), "NO_COLOR is kept");
            let colour = demo(lang, substance, true);
            assert!(colour.contains('\u{1b}'), "there is colour where it is asked for");
            assert_eq!(without_colour(&colour), plain, "nothing is said by colour alone");
        }
    }
}

#[test]
fn no_sentence_is_long_no_word_is_forbidden_and_no_message_is_missing() {
    for (name, lang) in LANGS {
        for substance in SUBSTANCES {
            for paragraph in paragraphs(&demo(name, substance, false)) {
                let flaws = wording(lang, "demo", &paragraph);
                assert!(flaws.is_empty(), "{name} {substance}: {paragraph}: {flaws:?}");
                let id = paragraph.split_whitespace().find(|word| looks_like_an_id(word));
                assert_eq!(id, None, "{name} {substance}: {paragraph}");
            }
        }
    }
}

#[test]
fn the_lint_finds_a_long_sentence_over_two_lines_and_a_name_of_a_message() {
    let long = "    Dit is een zin die veel te lang is want hij gaat over meer dan een\n    \
                regel en houdt maar niet op en nog een stuk en nog een stuk en nog een.\n";
    let found: Vec<String> = paragraphs(long);
    assert_eq!(found.len(), 1);
    assert!(!wording(Lang::Nl, "demo", &found[0]).is_empty());
    assert!(looks_like_an_id("rank-title-automatic"));
    assert!(!looks_like_an_id("Tele-Onthaal"));
}

/// What the demo prints; measured figures and the folder are replaced by their names.
fn demo(lang: &str, substance: &str, colour: bool) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut koers = Command::new(env!("CARGO_BIN_EXE_koers"));
    koers.args(["demo", "--lang", lang, "--substance", substance, "--out"]).arg(folder.path());
    koers.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    koers.env(if colour { "CLICOLOR_FORCE" } else { "NO_COLOR" }, "1");
    let output = koers.output().expect("the demo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).expect("the demo prints UTF-8");
    let text = text.replace(&folder.path().display().to_string(), "FOLDER");
    measured_out(&text)
}

/// The line that tells the size of the vault and the time of unlocking, without its figures.
fn measured_out(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if is_measured(line) {
            let rest = lines.next_if(|next| !next.is_empty()).unwrap_or_default();
            let joined = format!("{line} {rest}");
            let named = joined.split_whitespace().map(|word| {
                if word.chars().all(|letter| letter.is_ascii_digit()) { "N" } else { word }
            });
            out += &named.collect::<Vec<_>>().join(" ");
        } else {
            out += line;
        }
        out.push('\n');
    }
    out
}

fn is_measured(line: &str) -> bool {
    line.contains("KiB")
}

fn compare(name: &str, now: &str) {
    let path = goldens().join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, now).expect("the golden can be written");
    }
    let golden = std::fs::read_to_string(&path).expect("the golden is there");
    for (number, (golden, now)) in golden.lines().zip(now.lines()).enumerate() {
        assert_eq!(golden, now, "{name}, line {}", number + 1);
    }
    assert_eq!(golden.lines().count(), now.lines().count(), "{name}");
}

fn goldens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

fn without_colour(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(|letter| *letter == 'm');
        } else {
            out.push(letter);
        }
    }
    out
}

/// Lines put together again that were broken for the width of the terminal: a long line, and the
/// next one under it that starts as far in.
fn paragraphs(text: &str) -> Vec<String> {
    const LONG: usize = 60;
    let mut found: Vec<String> = Vec::new();
    let mut last = ("", 0);
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let is_bullet = line.trim_start().starts_with("- ");
        let text_at = if is_bullet { indent + 2 } else { indent };
        let broken = last.0.chars().count() >= LONG && !last.0.contains(MARKS);
        let goes_on = broken && text_at == last.1 && !is_bullet;
        match found.last_mut() {
            Some(paragraph) if goes_on => {
                paragraph.push(' ');
                paragraph.push_str(line.trim());
            }
            _ => found.push(line.replace(MARKS, " ").trim().trim_start_matches("- ").to_owned()),
        }
        last = (line, text_at);
    }
    found
}

/// Two hyphens in a word of small letters: what Koers prints where a message is missing.
fn looks_like_an_id(word: &str) -> bool {
    word.matches('-').count() >= 2
        && word.chars().all(|letter| letter == '-' || letter.is_ascii_lowercase())
}
