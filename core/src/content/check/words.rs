//! How texts sound: short sentences, and none of the words that Koers does not use.

use super::patterns::readings;
use super::texts;
use crate::content::Lang;
use crate::content::fault::{Fault, Flaw};
use crate::content::parse::Parsed;

/// Words in a sentence at most (content rule: a tired person reads it at a glance).
const MOST_WORDS: usize = 25;

/// Words that label, judge, promise or press (content rules), by language; each is found as
/// whole words, whatever the case.
const fn forbidden(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => &[
            "mislukt",
            "mislukking",
            "mislukken",
            "falen",
            "gefaald",
            "faalde",
            "verslaafde",
            "verslaafden",
            "verslaafd",
            "junkie",
            "junk",
            "clean",
            "misbruik",
            "terugval",
            "gewoon",
            "helaas",
            "we",
            "wij",
            "ons",
            "onze",
            "moet",
            "moeten",
            "moest",
            "goed zo",
            "goed gedaan",
            "proficiat",
            "beloofd",
            "beloof",
            "garantie",
            "gegarandeerd",
            "makkelijk",
        ],
        Lang::En => &[
            "fail",
            "failed",
            "failing",
            "failure",
            "clean",
            "addict",
            "addicts",
            "addicted",
            "junkie",
            "abuse",
            "abuser",
            "relapse",
            "relapsed",
            "we",
            "us",
            "our",
            "just",
            "should",
            "must",
            "unfortunately",
            "well done",
            "great job",
            "good job",
            "congratulations",
            "promise",
            "promised",
            "guarantee",
            "guaranteed",
            "easy",
            "easily",
        ],
        Lang::Fr => &[
            "échec",
            "échoué",
            "toxicomane",
            "drogué",
            "drogués",
            "junkie",
            "accro",
            "clean",
            "abus",
            "rechute",
            "malheureusement",
            "nous",
            "notre",
            "nos",
            "faut",
            "devez",
            "bravo",
            "félicitations",
            "promis",
            "garanti",
        ],
    }
}

/// What is against the rules for texts in one text as a person reads it: sentences of over 25
/// words, words that Koers does not use, exclamation marks and emoji.
///
/// `id` names the text in what is found. For those who write texts of their own beside a pack,
/// and for what is put together from several messages.
pub fn wording(lang: Lang, id: &str, text: &str) -> Vec<Flaw> {
    let mut judge = Judge { lang, id, flaws: Vec::new() };
    judge.text(text, false);
    judge.flaws
}

pub(super) fn faults(packs: &[Parsed<'_>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for pack in packs {
        for lang in &pack.manifest.languages {
            for text in texts(pack, *lang) {
                let mut judge = Judge { lang: *lang, id: &text.id, flaws: Vec::new() };
                let quoted = quoted_thought(&text.id);
                for reading in readings(text.pattern) {
                    judge.text(&reading, quoted);
                }
                faults.extend(judge.flaws.into_iter().map(|flaw| Fault {
                    file: text.path.to_owned(),
                    line: text.line,
                    flaw,
                }));
            }
        }
        for ((lang, _, name), page) in &pack.pages {
            let mut judge = Judge { lang: *lang, id: name, flaws: Vec::new() };
            judge.text(&page.front.title, false);
            judge.text(page.body, false);
            let file = page.path.to_owned();
            faults.extend(judge.flaws.into_iter().map(|flaw| Fault {
                file: file.clone(),
                line: 1,
                flaw,
            }));
        }
    }
    faults
}

/// The label of a thought is what a person may think, not what Koers says.
fn quoted_thought(id: &str) -> bool {
    id.starts_with("thought-") && !id.starts_with("thought-group-") && !id.contains('.')
}

struct Judge<'a> {
    lang: Lang,
    id: &'a str,
    flaws: Vec<Flaw>,
}

impl Judge<'_> {
    fn text(&mut self, text: &str, quoted: bool) {
        let longest = sentences(text).map(words).max().unwrap_or(0);
        if longest > MOST_WORDS {
            let id = self.id.to_owned();
            self.add(Flaw::LongSentence { id, words: longest });
        }
        if quoted {
            return;
        }
        let lower = text.to_lowercase();
        for word in forbidden(self.lang) {
            if holds(&lower, word) {
                self.say(word);
            }
        }
        if let Some(mark) = text.chars().find(|letter| *letter == '!' || is_emoji(*letter)) {
            self.say(&mark.to_string());
        }
    }

    fn say(&mut self, word: &str) {
        let id = self.id.to_owned();
        self.add(Flaw::ForbiddenWord { id, word: word.to_owned() });
    }

    fn add(&mut self, flaw: Flaw) {
        if !self.flaws.contains(&flaw) {
            self.flaws.push(flaw);
        }
    }
}

/// Cut after a full stop, question mark or exclamation mark before a space, and at line ends.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        line.split_inclusive(". ")
            .flat_map(|part| part.split_inclusive("? "))
            .flat_map(|part| part.split_inclusive("! "))
    })
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether a text in lower case holds a word as a whole word.
fn holds(text: &str, word: &str) -> bool {
    let part = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
    };
    text.match_indices(word).any(|(at, _)| {
        !part(text[..at].chars().next_back()) && !part(text[at + word.len()..].chars().next())
    })
}

/// Pictures and symbols used as emoji; arrows, dashes and quotation marks are none.
fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}')
}
