//! A passphrase as it is derived from: the same bytes from whatever keyboard or system it was typed on.
//!
//! Prepared as an `OpaqueString` of RFC 8265 (2017): every space is U+0020, the text is in
//! normalisation form C, case stays, nothing is trimmed. Unlike there, nothing is refused: which
//! signs a person chooses is theirs. What is in ASCII stays as it is, and so is what is not UTF-8.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// How many times longer a text can get in UTF-8 when it is brought into form C (UAX #15).
const MOST_GROWTH: usize = 3;

/// The bytes to derive a key from.
pub(super) fn prepared(typed: &[u8]) -> Zeroizing<Vec<u8>> {
    let Ok(text) = std::str::from_utf8(typed) else { return Zeroizing::new(typed.to_vec()) };
    // Room for all of it at once: a vector that grows leaves a copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_GROWTH * typed.len()));
    let mut sign_bytes = Zeroizing::new([0; 4]);
    for sign in text.chars().map(plain_space).nfc() {
        bytes.extend_from_slice(sign.encode_utf8(&mut *sign_bytes).as_bytes());
    }
    bytes
}

/// U+0020 for every sign of the general category Zs (Unicode).
fn plain_space(sign: char) -> char {
    match sign {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ' '
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_passphrase_from_another_keyboard_is_the_same() {
        for (typed, derived) in [
            ("cafe\u{301} \u{c5}ngstro\u{308}m", "café Ångström"),
            ("\u{212b}", "Å"),
            ("een\u{a0}geheim\u{202f}!", "een geheim !"),
            ("wide\u{3000}space\u{2000}", "wide space "),
            ("한글", "\u{d55c}\u{ae00}"),
        ] {
            assert_eq!(prepared(typed.as_bytes()).as_slice(), derived.as_bytes(), "{typed}");
        }
    }

    #[test]
    fn case_ends_and_look_alikes_stay_as_they_were_typed() {
        for typed in [" Geheim ", "geheim", "ﬁets", "Ⅳ", "ß", "tab\there", "zero\u{200b}width", ""]
        {
            assert_eq!(prepared(typed.as_bytes()).as_slice(), typed.as_bytes(), "{typed}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_taken_as_they_are() {
        let bytes = b"caf\xe9 e\xcc\x81\xff";
        assert_eq!(prepared(bytes).as_slice(), bytes);
    }

    #[test]
    fn no_growing_leaves_a_copy_behind() {
        // U+1D160 is the sign that grows most of all in form C: three times.
        for typed in ["\u{1d160}", "\u{390}\u{1f82}\u{fb2c}", "abc"] {
            let bytes = prepared(typed.as_bytes());
            assert_eq!(bytes.capacity(), MOST_GROWTH * typed.len(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn ascii_is_derived_from_as_it_always_was(typed in "[ -~]{0,64}") {
            let derived = prepared(typed.as_bytes());
            prop_assert_eq!(derived.as_slice(), typed.as_bytes());
        }

        #[test]
        fn preparing_twice_changes_nothing_more(typed: String) {
            let once = prepared(typed.as_bytes());
            prop_assert_eq!(prepared(&once), once);
        }

        #[test]
        fn both_normal_forms_give_the_same(typed: String) {
            let (composed, apart): (String, String) = (typed.nfc().collect(), typed.nfd().collect());
            prop_assert_eq!(prepared(composed.as_bytes()), prepared(apart.as_bytes()));
        }

        #[test]
        fn no_bytes_make_it_panic(typed: Vec<u8>) {
            let _ = prepared(&typed);
        }
    }
}
