//! What differs from run to run, by a name that is the same everywhere.
//!
//! `<folder>` is where the files of the journey lie. A step keeps under another name what only this
//! run has: a recovery code, the name of a copy. A text in the arguments may hold such names, and in
//! every text that is shown they stand for what they are the names of. This is the one rule for all
//! languages; it knows no view.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The names, and what they stand for.
pub(super) struct StandIns(BTreeMap<String, String>);

impl StandIns {
    pub(super) fn begin(folder: &str) -> Self {
        Self([("<folder>".to_owned(), folder.to_owned())].into_iter().collect())
    }

    /// Keeps what lies at `way` (`conflicts.0.copies.1.copy`; empty for all there is) as `<name>`.
    pub(super) fn keep(&mut self, name: &str, way: &str, shown: &Value) {
        let steps = way.split('.').filter(|step| !step.is_empty());
        let kept = steps.fold(shown, |value, step| match step.parse::<usize>() {
            Ok(nth) => &value[nth],
            Err(_) => &value[step],
        });
        let kept = kept.as_str().unwrap_or_else(|| panic!("{way} is no text")).to_owned();
        self.0.insert(format!("<{name}>"), kept);
    }

    /// Arguments as the call takes them.
    pub(super) fn given(&self, with: &Map<String, Value>) -> Map<String, Value> {
        let given = texts(Value::Object(with.clone()), &|text| {
            self.0.iter().fold(text, |text, (name, kept)| text.replace(name, kept))
        });
        given.as_object().expect("still an object").clone()
    }

    /// What is shown, as it is in every run.
    pub(super) fn shown(&self, value: Value) -> Value {
        texts(value, &|text| {
            self.0.iter().fold(text, |text, (name, kept)| text.replace(kept, name))
        })
    }
}

/// The value with every text in it made another.
fn texts(value: Value, make: &impl Fn(String) -> String) -> Value {
    match value {
        Value::String(text) => make(text).into(),
        Value::Array(items) => items.into_iter().map(|item| texts(item, make)).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, field)| (name, texts(field, make))).collect()
        }
        leaf => leaf,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_kept_goes_in_by_its_name_and_comes_out_by_it() {
        let mut names = StandIns::begin("/tmp/x");
        names.keep("code", "", &json!("AB-CD"));
        names.keep("copy", "list.1.copy", &json!({"list": [{"copy": "a"}, {"copy": "b1"}]}));
        let with =
            json!({"path": "<folder>/me", "code": "<code>", "copies": ["<copy>", "<other>"]});
        let given = json!({"path": "/tmp/x/me", "code": "AB-CD", "copies": ["b1", "<other>"]});
        assert_eq!(Value::Object(names.given(with.as_object().expect("an object"))), given);
        assert_eq!(names.shown(given), with);
    }

    #[test]
    #[should_panic(expected = "is no text")]
    fn what_is_not_there_is_not_kept() {
        StandIns::begin("/tmp/x").keep("copy", "list.1.copy", &json!({"list": []}));
    }
}
