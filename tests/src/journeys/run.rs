//! Going through a journey in Rust.

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use koers_core::app::{
    Clock, Export, Here, Koers, KoersError, ReportPart, SettableClock, sentence,
};
use koers_core::content::{Code, Content, Lang};
use koers_core::time::Home;
use koers_core::vault::Secret;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::neutral::{neutral, tagged, text};
use super::{Journey, Step};

/// What opens the vault of a journey.
const PASSPHRASE: &str = "journey";

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
        let (gives, fails, says) = split(result, lang(journey));
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
        let (gives, fails, says) = split(result, lang(journey));
        step.says = says;
        step.gives = Some(gives).filter(|value| !value.is_null());
        step.fails = Some(fails).filter(|value| !value.is_null());
    }
    recorded
}

/// What a step gives, or the error and the sentence for it.
fn split(result: Result<Value, KoersError>, lang: Lang) -> (Value, Value, Option<String>) {
    match result {
        Ok(value) => (value, Value::Null, None),
        Err(error) => {
            let says = sentence(&Content::shipped(), lang, &error);
            (Value::Null, neutral(&error), Some(says))
        }
    }
}

fn lang(journey: &Journey) -> Lang {
    journey.lang.parse().expect("a language of texts")
}

fn results(journey: &Journey) -> Vec<Result<Value, KoersError>> {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("journey.koers");
    let mut life = Life::begin(&path, lang(journey));
    journey.steps.iter().map(|step| life.step(step)).collect()
}

/// A vault on its way.
struct Life<'a> {
    path: &'a Path,
    clock: Arc<SettableClock>,
    koers: Koers,
}

impl<'a> Life<'a> {
    fn begin(path: &'a Path, lang: Lang) -> Self {
        let clock = Arc::new(SettableClock::default());
        let secret = Secret::Passphrase(PASSPHRASE.as_bytes());
        let same: Arc<dyn Clock> = Arc::<SettableClock>::clone(&clock);
        let koers = Koers::create(path, &[secret], lang, same, &mut |_| {});
        Self { path, clock, koers: koers.expect("an empty folder with room") }
    }

    fn step(&mut self, step: &Step) -> Result<Value, KoersError> {
        if let Some(at) = &step.at {
            let at = DateTime::parse_from_rfc3339(at).expect("RFC 3339 with an offset");
            let zone = step.zone.clone().unwrap_or_default();
            let home = Home { zone, offset_minutes: at.offset().local_minus_utc() / 60 };
            self.clock.set(Some(Here { now: at.to_utc(), home }));
        }
        let with = With(&step.with);
        if step.call == "open" {
            return self.open(&with);
        }
        call(&self.koers, &step.call, &with)
    }

    /// Closes the vault and opens it again, as after a restart of the app. With `vault` it stays
    /// open, and something that cannot be opened is tried instead.
    fn open(&mut self, with: &With<'_>) -> Result<Value, KoersError> {
        let passphrase: String = with.get("passphrase");
        let secret = Secret::Passphrase(passphrase.as_bytes());
        let clock: Arc<dyn Clock> = Arc::<SettableClock>::clone(&self.clock);
        if let Some(kind) = with.get::<Option<String>>("vault") {
            Koers::open(&self.broken(&kind), &secret, None, clock, &mut |_| {})?;
            return Ok(Value::Null);
        }
        self.koers.lock();
        self.koers = Koers::open(self.path, &secret, None, clock, &mut |_| {})?;
        Ok(Value::Null)
    }

    /// Where a vault lies that cannot be opened; but for the one in use, a copy.
    fn broken(&self, kind: &str) -> PathBuf {
        if kind == "in_use" {
            return self.path.to_owned();
        }
        let copy = self.path.with_extension(kind);
        let mut bytes = std::fs::read(self.path).expect("the vault is there");
        let half = bytes.len() / 2;
        match kind {
            "missing" => return copy,
            "cut_short" => bytes.truncate(half),
            "damaged" => bytes[half..].fill(0),
            "not_a_vault" => bytes = b"something else".to_vec(),
            other => panic!("no such vault: {other}"),
        }
        std::fs::write(&copy, bytes).expect("a folder with room");
        copy
    }
}

/// One call of the object.
fn call(koers: &Koers, name: &str, with: &With<'_>) -> Result<Value, KoersError> {
    let substance = || with.get::<Option<Code>>("substance");
    let shown = match name {
        "lock" => {
            koers.lock();
            return Ok(Value::Null);
        }
        "check" => {
            koers.check(&with.get("command"))?;
            return Ok(Value::Null);
        }
        "record" => show(&koers.record(&with.get("command"))?),
        "record_all" => {
            let commands: Vec<koers_core::app::Command> = with.get("commands");
            show(&koers.record_all(&commands)?)
        }
        "undo" => show(&koers.undo()?),
        "import_csv" => {
            let csv: String = with.get("csv");
            show(&koers.import(csv.as_bytes(), with.get("dry_run"), with.get("skip_bad"))?)
        }
        "substances" => show(&koers.substances()?),
        "today" => show(&koers.today(substance().as_ref())?),
        "diary" => show(&koers.diary(with.get("skip"), with.get("count"))?),
        "find" => show(&koers.find(&with.get::<String>("short_id"))?),
        "episode" => show(&koers.episode(with.get("id"))?),
        "episode_draft" => show(&koers.episode_draft(with.get("id"))?),
        "situations" => show(&koers.situations(substance().as_ref())?),
        "find_situation" => {
            show(&koers.find_situation(&with.get::<String>("named"), substance().as_ref())?)
        }
        "list_draft" => show(&koers.list_draft(&with.get("substance"), &with.get("situation"))?),
        "listing" => {
            let named: String = with.get("named");
            show(&koers.listing(&with.get("substance"), &named, with.get("own_rating"))?)
        }
        "plan" => show(&koers.plan(&with.get("situation"))?),
        "plan_draft" => show(&koers.plan_draft(&with.get("situation"))?),
        "goal" => show(&koers.goal(substance().as_ref())?),
        "results" => show(&koers.results(substance().as_ref())?),
        "evaluate" => show(&koers.evaluate(substance().as_ref())?),
        "reminders" => show(&koers.reminders()?),
        "help_now" => show(&koers.help_now()?),
        "intake" => show(&koers.intake()?),
        "measures" => show(&koers.measures(&with.get("substance"), with.get("kind"))?),
        "new_profile_draft" => show(&koers.new_profile_draft()?),
        "profile_draft" => show(&koers.profile_draft()?),
        "goal_draft" => show(&koers.goal_draft(&with.get("substance"))?),
        "note_draft" => show(&koers.note_draft(with.get("id"))?),
        "report" => {
            let parts: Option<Vec<ReportPart>> = with.get("parts");
            show(&koers.report(parts.as_deref().unwrap_or(&ReportPart::USUAL))?)
        }
        "export" => {
            // Every field by its name: one that is added does not compile here.
            let Export { csv, json } = koers.export()?;
            json!({"is": "export", "csv": file(csv), "json": file(json)})
        }
        other => panic!("no such call: {other}"),
    };
    Ok(shown)
}

/// A file of the export: text in UTF-8.
fn file(bytes: Vec<u8>) -> Value {
    text(String::from_utf8(bytes).expect("UTF-8"))
}

fn show(view: &impl Debug) -> Value {
    neutral(view)
}

/// The arguments of a call.
struct With<'a>(&'a Map<String, Value>);

impl With<'_> {
    fn get<T: DeserializeOwned>(&self, name: &str) -> T {
        let given = self.0.get(name).cloned().unwrap_or(Value::Null);
        serde_json::from_value(tagged(given)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
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
