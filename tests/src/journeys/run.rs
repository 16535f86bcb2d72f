//! Going through a journey in Rust.

use koers_core::content::Lang;
use serde_json::{Value, json};

use super::Journey;
use super::life::Life;

/// Where a step gave something else than was expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The step, from 1, and the way to the field within it.
    pub at: String,
    /// What the file says.
    pub expected: Value,
    /// What there was.
    pub found: Value,
}

/// Goes through a journey; every difference, none where all is as expected.
pub fn check(journey: &Journey) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (nth, (step, result)) in journey.steps.iter().zip(results(journey)).enumerate() {
        let (gives, fails, says) = split(result);
        let at = format!("{} {}", nth + 1, step.call);
        let nothing = Value::Null;
        compare(&at, step.gives.as_ref().unwrap_or(&nothing), &gives, &mut differences);
        let at = format!("{at} fails");
        compare(&at, step.fails.as_ref().unwrap_or(&nothing), &fails, &mut differences);
        compare(&format!("{at} says"), &json!(step.says), &json!(says), &mut differences);
    }
    differences
}

/// The journey with what it gives, for people to review.
#[must_use]
pub fn record(journey: &Journey) -> Journey {
    let mut recorded = journey.clone();
    for (step, result) in recorded.steps.iter_mut().zip(results(journey)) {
        let (gives, fails, says) = split(result);
        step.says = says;
        step.gives = Some(gives).filter(|value| !value.is_null());
        step.fails = Some(fails).filter(|value| !value.is_null());
    }
    recorded
}

/// What a step gives, or the error and the sentence for it.
fn split(result: Result<Value, (Value, String)>) -> (Value, Value, Option<String>) {
    match result {
        Ok(value) => (value, Value::Null, None),
        Err((error, says)) => (Value::Null, error, Some(says)),
    }
}

fn lang(journey: &Journey) -> Lang {
    journey.lang.parse().expect("a language of texts")
}

fn results(journey: &Journey) -> Vec<Result<Value, (Value, String)>> {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let mut life = Life::begin(folder.path(), lang(journey));
    journey.steps.iter().map(|step| life.step(step)).collect()
}

/// Walks both values and notes where they part; a field that only one of them has is a difference.
fn compare(at: &str, expected: &Value, found: &Value, differences: &mut Vec<Difference>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            let names: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for name in names {
                let absent = json!({"is": "absent"});
                let (a, b) = (a.get(name).unwrap_or(&absent), b.get(name).unwrap_or(&absent));
                compare(&format!("{at}.{name}"), a, b, differences);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (nth, (a, b)) in a.iter().zip(b).enumerate() {
                compare(&format!("{at}[{nth}]"), a, b, differences);
            }
        }
        _ if expected == found => {}
        _ => differences.push(Difference {
            at: at.to_owned(),
            expected: expected.clone(),
            found: found.clone(),
        }),
    }
}
