//! Texts that a spreadsheet must not read as a formula, and lists in one cell.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@`, also in a file that only looks like
//! text (CWE-1236). Such a beginning gets an apostrophe, the mark with which spreadsheets
//! themselves say "this is text"; reading takes exactly one away again, so nothing is lost.

/// What begins a formula; the wide forms too, which some programs read alike.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];
/// After these a program that splits elsewhere may see the beginning of a cell.
const BREAKS: [char; 4] = ['\n', '\r', '\t', ';'];
const APOSTROPHE: char = '\'';

/// The text with an apostrophe before every beginning of a formula.
pub fn guarded(text: &str) -> String {
    at_beginnings(text, |begin, out| {
        if begin.trim_start_matches(APOSTROPHE).starts_with(FORMULA) {
            out.push(APOSTROPHE);
        }
        0
    })
}

/// The text as it was before [`guarded`].
pub fn unguarded(text: &str) -> String {
    at_beginnings(text, |begin, _out| {
        let bare = begin.trim_start_matches(APOSTROPHE);
        usize::from(bare.len() < begin.len() && bare.starts_with(FORMULA))
    })
}

/// Copies a text; at each beginning `visit` may add to it and says how many bytes to leave out.
fn at_beginnings(text: &str, visit: impl Fn(&str, &mut String) -> usize) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for segment in text.split_inclusive(BREAKS) {
        let skip = visit(segment, &mut out);
        out.push_str(&segment[skip..]);
    }
    out
}

/// What has a meaning inside a cell: the end of an item, a strength, the name of a field.
const MARKS: [char; 4] = [';', '@', '=', '\\'];

/// Own words as an item of a list: a backslash before what would have a meaning there.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if MARKS.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Own words as they were before [`escaped`]. A backslash before anything else stays.
pub fn unescaped(item: &str) -> String {
    let mut out = String::with_capacity(item.len());
    let mut chars = item.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && MARKS.contains(next) => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

/// The items of a cell, trimmed and still escaped, without empty ones.
pub fn items(cell: &str) -> Vec<&str> {
    split_unescaped(cell, ';').into_iter().map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// Splits at every such mark that no backslash stands before.
pub(crate) fn split_unescaped(text: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut escaped) = (0, false);
    for (at, c) in text.char_indices() {
        if c == mark && !escaped {
            parts.push(&text[from..at]);
            from = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(&text[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_note_that_begins_like_a_formula_is_text_to_a_spreadsheet() {
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(guarded("-1 joint"), "'-1 joint");
        assert_eq!(guarded("list:\n- one\n- two"), "list:\n'- one\n'- two");
        assert_eq!(guarded("a;=b"), "a;'=b");
        assert_eq!(guarded("'=a"), "''=a");
        assert_eq!(guarded("'s avonds, 2-3 keer"), "'s avonds, 2-3 keer");
    }

    #[test]
    fn an_item_of_a_list_may_hold_the_mark_that_ends_it() {
        let cell = ["home; alone", "a\\", "b=c@7"].map(escaped).join(";");
        let read: Vec<String> = items(&cell).into_iter().map(unescaped).collect();
        assert_eq!(read, ["home; alone", "a\\", "b=c@7"]);
        assert_eq!(unescaped("a\\b"), "a\\b", "a backslash of somebody else's file stays");
    }

    proptest! {
        #[test]
        fn reading_gives_back_what_was_written(text in "[-=+@'; \\\\\n\ta-c]{0,20}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text.clone());
            for begin in cell.split(BREAKS) {
                prop_assert!(!begin.starts_with(FORMULA), "{:?}", cell);
            }
            prop_assert_eq!(unescaped(&escaped(&text)), text);
        }
    }
}
