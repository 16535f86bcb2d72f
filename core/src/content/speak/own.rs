//! A person's own words inside a sentence of Koers.

use unicode_bidi::BidiInfo;

/// First strong isolate, and the end of it.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// The person's words, unchanged; isolated only where they run from right to left, so that the
/// sentence around them keeps its order.
pub fn own_words(text: &str) -> String {
    if BidiInfo::new(text, None).has_rtl() {
        format!("{}{text}{}", ISOLATE.0, ISOLATE.1)
    } else {
        text.to_owned()
    }
}
