//! How well a passphrase holds out against guessing, and what would help.
//!
//! Advice and nothing else: no rule asks for a digit or a capital, and none is refused. The guesses
//! are counted by zxcvbn (Wheeler, 2016), which knows what is tried first in English; the lists in
//! `core/words` add Dutch and French.

use serde::Serialize;
use zeroize::Zeroizing;
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

use crate::content::{Args, Content, Lang};

/// What is guessed first, one list a language.
const WORDS: [&str; 2] = [include_str!("../../words/nl.txt"), include_str!("../../words/fr.txt")];

/// A score as it is said.
const STRENGTHS: [&str; 5] = [
    "passphrase-strength-0",
    "passphrase-strength-1",
    "passphrase-strength-2",
    "passphrase-strength-3",
    "passphrase-strength-4",
];

/// How strong a passphrase is, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PassphraseAdvice {
    /// 0 guessed right away, 1 soon, 2 after a while, 3 after long, 4 after very long: below a
    /// thousand, a million, a hundred million and ten thousand million guesses, or above.
    pub score: u8,
    /// Sentences for the person: how strong it is, and where it could be stronger what would help.
    pub lines: Vec<String>,
}

/// Looks at a passphrase that is being chosen (in UTF-8). Any but the empty one may be taken.
pub fn passphrase_advice(content: &Content, lang: Lang, passphrase: &[u8]) -> PassphraseAdvice {
    let text = Zeroizing::new(String::from_utf8_lossy(passphrase).into_owned());
    let words: Vec<&str> = in_turn(WORDS.map(words_of)).collect();
    let found = zxcvbn(&text, &words);
    let score = u8::from(found.score());
    let mut ids = vec![STRENGTHS[usize::from(score)]];
    if found.score() < Score::Three {
        let warning = found.feedback().and_then(zxcvbn::feedback::Feedback::warning);
        ids.extend(warning.map(hint).or_else(|| is_one_word(&text, &words).then_some(ONE_WORD)));
        ids.extend(["passphrase-hint-words", "passphrase-yours"]);
    }
    let say = |id: &str| content.text(id, lang, &Args::new());
    PassphraseAdvice { score, lines: ids.into_iter().map(say).collect() }
}

const ONE_WORD: &str = "passphrase-hint-word";

fn hint(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => "passphrase-hint-keys",
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => "passphrase-hint-repeat",
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "passphrase-hint-common",
        Warning::SequencesLikeAbcAreEasyToGuess => "passphrase-hint-sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => {
            "passphrase-hint-date"
        }
        Warning::AWordByItselfIsEasyToGuess
        | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => ONE_WORD,
    }
}

/// The words of a list, the likeliest first.
fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// One of each list in turn, since a word's place says how soon it is guessed.
fn in_turn<I: Iterator<Item = &'static str>>(
    [mut one, mut other]: [I; 2],
) -> impl Iterator<Item = &'static str> {
    std::iter::from_fn(move || Some([one.next(), other.next()]))
        .take_while(|pair| pair.iter().any(Option::is_some))
        .flat_map(|pair| pair.into_iter().flatten())
}

/// Whether it is a word of the lists, whatever figures and signs stand around it.
fn is_one_word(text: &str, words: &[&str]) -> bool {
    let word = Zeroizing::new(text.trim_matches(|sign: char| !sign.is_alphabetic()).to_lowercase());
    words.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn advice(passphrase: &str) -> PassphraseAdvice {
        passphrase_advice(&Content::shipped(), Lang::En, passphrase.as_bytes())
    }

    fn score(passphrase: &str) -> u8 {
        advice(passphrase).score
    }

    #[test]
    fn what_is_tried_first_in_dutch_french_and_english_is_weak() {
        for passphrase in [
            "wachtwoord",
            "Welkom01",
            "geheim",
            "feyenoord",
            "sinterklaas",
            "vakantie",
            "motdepasse",
            "Azertyuiop",
            "chouchou",
            "jetaime",
            "marseille1",
            "password",
            "P4ssw0rd",
            "qwertyuiop",
        ] {
            assert!(score(passphrase) <= 1, "{passphrase}: {}", score(passphrase));
        }
    }

    #[test]
    fn our_own_lists_are_what_makes_dutch_and_french_words_weak() {
        for passphrase in ["hagelslag", "sinterklaas", "allezlesbleus", "schtroumpf"] {
            let without = u8::from(zxcvbn(passphrase, &[]).score());
            assert!(score(passphrase) < without, "{passphrase}: {without}");
        }
    }

    #[test]
    fn unrelated_words_are_strong_and_need_neither_digit_nor_capital() {
        for passphrase in [
            "zeven stille woorden aan het water",
            "parapluie clavier moustache tonnerre",
            "kapstok hagelbui trombone wrat",
        ] {
            let advice = advice(passphrase);
            assert_eq!(advice.score, 4, "{passphrase}");
            assert_eq!(advice.lines.len(), 1, "nothing more has to be said");
        }
    }

    #[test]
    fn weak_ones_are_told_why_and_what_would_help_and_that_it_is_theirs_to_choose() {
        let said = |passphrase: &str| advice(passphrase).lines.join(" ");
        for (passphrase, why) in [
            ("password", "lists that are tried first"),
            ("hagelslag7", "One word or name"),
            ("zxcvbnm,./", "next to each other"),
            ("aaaaaaaaaa", "Repeating"),
            ("abcdefgh", "Rows like abc"),
            ("23-11-1987", "Dates and years"),
        ] {
            let said = said(passphrase);
            assert!(said.contains(why), "{passphrase}: {said}");
            assert!(said.contains("Four or five words"), "{passphrase}: {said}");
            assert!(said.ends_with("Koers takes any passphrase."), "{passphrase}: {said}");
        }
    }

    #[test]
    fn it_never_repeats_the_passphrase_and_speaks_both_languages() {
        let content = Content::shipped();
        for lang in Lang::ALL {
            for passphrase in ["", "quaxil", "quaxilquaxil", "\u{301}", "\u{1f600}\u{1f600}"] {
                let advice = passphrase_advice(&content, lang, passphrase.as_bytes());
                let text = advice.lines.join(" ");
                assert!(passphrase.is_empty() || !text.contains(passphrase));
                assert!(!text.contains('{') && !text.contains("passphrase-"), "{text}");
            }
        }
        let (nl, en) = (Lang::Nl, Lang::En);
        let one = |lang| passphrase_advice(&content, lang, b"geheim").lines;
        assert!(one(nl) != one(en));
        let _ = passphrase_advice(&content, nl, &[0xff, 0xfe, b'a']);
    }

    #[test]
    fn the_lists_hold_each_word_once_in_small_letters() {
        for list in WORDS {
            let words: Vec<&str> = words_of(list).collect();
            let once: BTreeSet<&str> = words.iter().copied().collect();
            assert_eq!(words.len(), once.len());
            assert!(words.len() > 400);
            let plain =
                |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            assert!(words.iter().all(|word| plain(word)));
        }
    }
}
