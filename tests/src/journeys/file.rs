//! The file of a journey.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A life in steps.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// What happens, in a sentence.
    pub title: String,
    /// The capabilities and rules that it protects: `SHP-15`, `G3`.
    pub shows: Vec<String>,
    /// The language of the texts: `nl`.
    pub lang: String,
    /// In their order.
    pub steps: Vec<Step>,
}

/// One call and what it gives.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The moment, RFC 3339 with the offset there; none for that of the step before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The name of the zone, beside `at`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The vault that it is about; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The call of the object.
    pub call: String,
    /// Its arguments by name.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub with: Map<String, Value>,
    /// What of it is kept for later steps, by name: the way to a text in it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub keep: Map<String, Value>,
    /// What it gives back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives: Option<Value>,
    /// The error it ends with instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fails: Option<Value>,
    /// The sentence for that error, in the language of the journey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

/// Every journey file, in order.
pub fn all() -> std::io::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let files = std::fs::read_dir(folder)?.map(|file| Ok(file?.path()));
    let mut files = files.collect::<std::io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    Ok(files)
}
