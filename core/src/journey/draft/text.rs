//! Texts: long enough for anybody, without what would hide or harm.

use super::{Reason, Refusal};

/// The longest text that is kept, in characters.
pub const LONGEST_TEXT: usize = 10_000;
/// The longest name or label, in characters (judgement).
pub(crate) const LONGEST_NAME: usize = 200;
/// The most lines, choices or people in one list (judgement).
pub(crate) const MOST_LINES: usize = 200;

/// A text of up to 10,000 characters, trimmed at both ends.
pub(super) fn text(field: &str, given: &str) -> Result<String, Refusal> {
    checked(field, given, LONGEST_TEXT)
}

/// A name or label, trimmed; may be empty.
pub(super) fn name(field: &str, given: &str) -> Result<String, Refusal> {
    checked(field, given, LONGEST_NAME)
}

/// A name or label that must not be empty.
pub(super) fn some_name(field: &str, given: &str) -> Result<String, Refusal> {
    let name = name(field, given)?;
    if name.is_empty() { Err(Refusal::new(field, Reason::Empty)) } else { Ok(name) }
}

/// A list of texts; empty ones are left out.
pub(super) fn lines(field: &str, given: &[String]) -> Result<Vec<String>, Refusal> {
    few(field, given.len())?;
    let mut kept = Vec::with_capacity(given.len());
    for (i, line) in given.iter().enumerate() {
        let line = text(&format!("{field}[{i}]"), line)?;
        if !line.is_empty() {
            kept.push(line);
        }
    }
    Ok(kept)
}

/// No more entries in a list than are kept.
pub(super) fn few(field: &str, count: usize) -> Result<(), Refusal> {
    if count > MOST_LINES {
        return Err(Refusal::new(field, Reason::TooMany { most: MOST_LINES as u32 }));
    }
    Ok(())
}

fn checked(field: &str, given: &str, most: usize) -> Result<String, Refusal> {
    let given = given.trim();
    if given.chars().count() > most {
        return Err(Refusal::new(field, Reason::TooLong { most: most as u32 }));
    }
    if given.chars().any(overrides_direction) {
        return Err(Refusal::new(field, Reason::DirectionOverride));
    }
    if given.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Refusal::new(field, Reason::ControlCharacter));
    }
    Ok(given.to_owned())
}

/// Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9).
fn overrides_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_lines_tabs_emoji_and_other_scripts() {
        for good in ["Line one\nline two\tx", "\u{1F33F} שלום", "a".repeat(10_000).as_str()] {
            assert_eq!(text("note", good).as_deref(), Ok(good));
        }
    }

    #[test]
    fn a_text_that_would_hide_or_flood_is_refused_with_its_reason() {
        let reason = |given: &str| text("note", given).map_err(|refusal| refusal.reason);
        assert_eq!(reason(&"a".repeat(10_001)), Err(Reason::TooLong { most: 10_000 }));
        assert_eq!(reason("a\u{0}b"), Err(Reason::ControlCharacter));
        assert_eq!(reason("a\u{1b}[31mb"), Err(Reason::ControlCharacter));
        assert_eq!(reason("a\u{202E}b"), Err(Reason::DirectionOverride));
    }
}
