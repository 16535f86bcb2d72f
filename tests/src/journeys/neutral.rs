//! A Rust value in the form that all languages compare.
//!
//! Rust has no reflection, but every view derives `Debug`, which names every field and every
//! variant: so its text is read back. A field that is added to a view is in it by itself.

use std::fmt::Debug;
use std::iter::Peekable;
use std::str::Chars;

use serde_json::{Map, Value, json};

/// A value as every language shows it: a record is an object that says in `is` what it is, a
/// choice without content is its name, one with content an object with `is`, and `of` where the
/// content has no name.
pub(super) fn neutral(value: &impl Debug) -> Value {
    let text = format!("{value:?}");
    let mut reader = Reader(text.chars().peekable());
    let value = reader.value();
    assert!(reader.0.next().is_none(), "a value was read to its end: {text}");
    value
}

/// A text of so many bytes is shown in full.
const IN_FULL: usize = 4000;
/// Signs of a longer one that are shown.
const BEGINNING: usize = 500;

/// A text; of a long one its beginning, its length and the sum of its bytes.
pub(super) fn text(text: String) -> Value {
    if text.len() <= IN_FULL {
        return text.into();
    }
    let begins: String = text.chars().take(BEGINNING).collect();
    let sum = format!("{:016x}", fnv(text.as_bytes()));
    json!({"is": "long_text", "begins": begins, "bytes": text.len(), "sum": sum})
}

/// FNV-1a with 64 bits (Fowler, Noll and Vo): a few lines in every language.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What an argument of a command looks like to serde: `{"is": "log", "of": X}` is `{"log": X}`,
/// where a record X may say what it is, for languages that cannot tell.
pub(super) fn tagged(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(tagged).collect(),
        Value::Object(mut fields) => {
            let is = fields.remove("is");
            let of = fields.remove("of").map(|mut of| {
                of.as_object_mut().map(|record| record.remove("is"));
                tagged(of)
            });
            let rest: Map<_, _> = fields.into_iter().map(|(k, v)| (k, tagged(v))).collect();
            match is {
                Some(Value::String(is)) => {
                    Value::Object([(is, of.unwrap_or(Value::Object(rest)))].into_iter().collect())
                }
                _ => Value::Object(rest),
            }
        }
        leaf => leaf,
    }
}

struct Reader<'a>(Peekable<Chars<'a>>);

impl Reader<'_> {
    fn value(&mut self) -> Value {
        match self.0.peek() {
            Some('"') => text(self.string()),
            Some('[') => self.list('[', ']').into(),
            _ => {
                let word = self.word();
                self.named(&word)
            }
        }
    }

    /// What begins with a word: a record, a choice, an amount, a number, a day.
    fn named(&mut self, word: &str) -> Value {
        match self.0.peek() {
            Some('(') => match word {
                "RecordId" => self.inside().into(),
                "Amount" => {
                    let thousandths = self.inside().parse().expect("an amount is whole");
                    koers_core::content::Amount::thousandths(thousandths).to_string().into()
                }
                "Weekdays" => {
                    let bits: u8 = self.inside().parse().expect("weekdays are a set of bits");
                    (0..7).filter(|day| bits & (1 << day) != 0).collect()
                }
                _ => self.of(word),
            },
            Some(' ') => self.record(word),
            _ => leaf(word),
        }
    }

    /// `Some(x)`, `Code("cannabis")`, `Unknown(7)`.
    fn of(&mut self, word: &str) -> Value {
        let mut content = self.list('(', ')');
        match word {
            "Some" | "Code" | "SituationId" | "CutOff" => content.remove(0),
            _ => {
                let of = if content.len() == 1 { content.remove(0) } else { content.into() };
                let fields = [("is".to_owned(), snake(word).into()), ("of".to_owned(), of)];
                Value::Object(fields.into_iter().collect())
            }
        }
    }

    /// `Week { number: 1, … }`. A space that no brace follows belongs to what comes after.
    fn record(&mut self, word: &str) -> Value {
        let mut ahead = self.0.clone();
        ahead.next();
        if ahead.peek() != Some(&'{') {
            return leaf(word);
        }
        self.0.next();
        let mut fields = Map::new();
        fields.insert("is".to_owned(), snake(word).into());
        self.expect('{');
        loop {
            self.spaces();
            if self.0.next_if_eq(&'}').is_some() {
                return Value::Object(fields);
            }
            let name = self.word();
            self.expect(':');
            self.spaces();
            let value = self.value();
            fields.insert(name, value);
            self.spaces();
            self.0.next_if_eq(&',');
        }
    }

    fn list(&mut self, open: char, close: char) -> Vec<Value> {
        self.expect(open);
        let mut items = Vec::new();
        loop {
            self.spaces();
            if self.0.next_if_eq(&close).is_some() {
                return items;
            }
            items.push(self.value());
            self.spaces();
            self.0.next_if_eq(&',');
        }
    }

    /// What stands between parentheses, as it is.
    fn inside(&mut self) -> String {
        self.expect('(');
        let mut text = String::new();
        while let Some(one) = self.0.next_if(|one| *one != ')') {
            text.push(one);
        }
        self.expect(')');
        text
    }

    /// Up to a sign that ends a value or a name. A colon ends a name and stands within a time.
    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(&one) = self.0.peek() {
            let time =
                one == ':' && word.contains('T') && word.starts_with(|c: char| c.is_ascii_digit());
            if " ,()[]{}".contains(one) || (one == ':' && !time) {
                break;
            }
            word.push(one);
            self.0.next();
        }
        word
    }

    fn string(&mut self) -> String {
        self.expect('"');
        let mut text = String::new();
        loop {
            match self.0.next().expect("a text ends") {
                '"' => return text,
                '\\' => text.push(self.escaped()),
                other => text.push(other),
            }
        }
    }

    fn escaped(&mut self) -> char {
        match self.0.next().expect("a sign follows a backslash") {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '0' => '\0',
            'u' => {
                self.expect('{');
                let mut code = String::new();
                while let Some(one) = self.0.next_if(|one| *one != '}') {
                    code.push(one);
                }
                self.expect('}');
                let code = u32::from_str_radix(&code, 16).expect("Debug writes a code in hex");
                char::from_u32(code).expect("Debug writes a code of a character")
            }
            other => other,
        }
    }

    fn spaces(&mut self) {
        while self.0.next_if_eq(&' ').is_some() {}
    }

    fn expect(&mut self, sign: char) {
        assert_eq!(self.0.next(), Some(sign), "what Debug writes");
    }
}

/// A word by itself: a number, a day, an instant, or the name of a choice.
fn leaf(word: &str) -> Value {
    match word {
        "None" => Value::Null,
        "true" => true.into(),
        "false" => false.into(),
        _ if word.starts_with(|one: char| one.is_ascii_digit() || one == '-') => {
            let whole = word.parse::<i64>().map(Value::from);
            let real = || word.parse::<f64>().map(Value::from);
            whole.or_else(|_| real()).unwrap_or_else(|_| word.into())
        }
        _ => snake(word).into(),
    }
}

/// `NotUsed` as `not_used`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (nth, one) in name.chars().enumerate() {
        if one.is_uppercase() && nth > 0 {
            snake.push('_');
        }
        snake.extend(one.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use koers_core::app::KoersError;
    use koers_core::content::{Amount, Code};
    use koers_core::goal::{DayState, DayWord, Interval};
    use koers_core::journey::draft::Reason;

    use super::*;

    #[test]
    fn a_record_shows_every_field_and_exact_amounts() {
        let day = DayState {
            day: "2026-03-29".parse().expect("a day"),
            lo: Amount::thousandths(250),
            hi: Amount::ZERO,
            closed: true,
            early: false,
            recalled: false,
            amount_unknown: false,
            state: DayWord::NotUsed,
        };
        let shown = json!({
            "is": "day_state", "day": "2026-03-29", "lo": "0.25", "hi": "0", "closed": true,
            "early": false, "recalled": false, "amount_unknown": false, "state": "not_used",
        });
        assert_eq!(neutral(&day), shown);
        assert_eq!(neutral(&vec![Some(Interval::default()), None])[1], Value::Null);
    }

    #[test]
    fn a_text_keeps_quotes_braces_and_signs_that_debug_escapes() {
        for text in ["\"a\", {b: (c)} [d] \\ it's", "regel\nregel\t\u{200e}", "", "é😀"] {
            assert_eq!(neutral(&Some(Code::from(text))), json!(text));
        }
    }

    #[test]
    fn a_long_text_is_its_beginning_its_length_and_its_sum() {
        assert_eq!(fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8, "as published");
        let long = "é".repeat(IN_FULL);
        let shown = neutral(&long);
        assert_eq!(shown["begins"], json!("é".repeat(BEGINNING)));
        assert_eq!(shown["bytes"], json!(2 * IN_FULL));
        assert_ne!(shown["sum"], neutral(&long.replacen('é', "è", 1))["sum"]);
    }

    #[test]
    fn a_choice_with_content_says_which_and_of_what() {
        let reason = Reason::OutsideScale { given: -11 };
        let error = KoersError::InvalidDraft { field: "craving".to_owned(), reason };
        let shown = json!({
            "is": "invalid_draft", "field": "craving",
            "reason": {"is": "outside_scale", "given": -11},
        });
        assert_eq!(neutral(&error), shown);
        let unknown = koers_core::journey::Pace::Unknown(7);
        assert_eq!(neutral(&unknown), json!({"is": "unknown", "of": 7}));
        assert_eq!(tagged(json!({"is": "log", "of": {"a": ["b"]}})), json!({"log": {"a": ["b"]}}));
    }
}
