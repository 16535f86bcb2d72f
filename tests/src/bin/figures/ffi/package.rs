//! The packages of other languages, which measure themselves: `bindings/LANGUAGE/measure`.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::process::Command;

use koers_core::app::Here;
use koers_tests::sample::DEVICE;

use super::growth::{growing, of_the_journey};
use super::top;
use crate::line::{Goal, Line, NOT_MEASURED};
use crate::program::told;

/// Before the name of a question, in what a package tells.
const QUERY: &str = "query ";

/// A package and the names of its figures.
struct Package {
    language: &'static str,
    empty_call: &'static str,
    query_median: &'static str,
    query_goal: Goal,
    open_over_kdf: &'static str,
    growth: &'static str,
}

const PACKAGES: [Package; 3] = [
    Package {
        language: "kotlin",
        empty_call: "empty_call_kotlin",
        query_median: "kotlin_query_median",
        query_goal: Goal::AtMost(1.0),
        open_over_kdf: "open_over_kdf_kotlin",
        growth: "growth_kotlin",
    },
    Package {
        language: "swift",
        empty_call: "empty_call_swift",
        query_median: "swift_query_median",
        query_goal: Goal::AtMost(1.0),
        open_over_kdf: "open_over_kdf_swift",
        growth: "growth_swift",
    },
    Package {
        language: "python",
        empty_call: "empty_call_python",
        query_median: "python_query_median",
        // Reading a record takes Python longer than making it; no app waits for it.
        query_goal: Goal::None,
        open_over_kdf: "open_over_kdf_python",
        growth: "growth_python",
    },
];

/// Five figures of each package: times in milliseconds, growth in mebibytes.
pub(super) fn lines(path: &Path, here: &Here) -> Vec<Line> {
    let own = of_the_journey();
    let measured: Vec<_> = PACKAGES.iter().map(|one| measured(one, path, here)).collect();
    let asked: BTreeSet<Vec<&str>> = measured.iter().flatten().map(Measured::asked).collect();
    assert!(asked.len() <= 1, "the packages ask different questions: {asked:?}");
    let of_each = PACKAGES.iter().zip(measured).flat_map(|(package, measured)| {
        let value = |name| measured.as_ref().map_or(NOT_MEASURED, |measured| measured.0[name]);
        let slowest = measured.as_ref().map_or(NOT_MEASURED, Measured::slowest);
        let line = |name, value, goal| Line { name, value, goal };
        [
            line(package.empty_call, value("empty"), Goal::None),
            line(package.query_median, slowest, package.query_goal),
            line(package.open_over_kdf, value("open"), Goal::AtMost(100.0)),
            line(package.growth, value("growth") - own, Goal::AtMost(2.0)),
        ]
    });
    of_each.collect()
}

/// What a package tells of itself, by name.
struct Measured(HashMap<String, f64>);

impl Measured {
    fn queries(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(QUERY)?, *value)))
    }

    /// The names of the questions, in order.
    fn asked(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.queries().map(|(name, _)| name).collect();
        names.sort_unstable();
        names
    }

    /// Milliseconds of the slowest question.
    fn slowest(&self) -> f64 {
        self.queries().map(|(_, value)| value).fold(0.0, f64::max)
    }
}

fn measured(package: &Package, path: &Path, here: &Here) -> Option<Measured> {
    let top = top();
    let language = package.language;
    let empty = path.with_file_name(format!("{language}.koers"));
    drop(growing(&empty));
    let named = |path: &Path| {
        let path = path.canonicalize().expect("is there");
        path.strip_prefix(&top).expect("the target folder is in the repository").to_owned()
    };
    let key = DEVICE.iter().fold(String::new(), |key, byte| format!("{key}{byte:02x}"));
    let mut measure = Command::new(top.join("bindings").join(language).join("measure"));
    measure.arg(named(path)).arg(key).arg(here.now.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    measure.arg(&here.home.zone).arg(here.home.offset_minutes.to_string()).arg(named(&empty));
    eprintln!("{language}:");
    let told = told(&mut measure)?;
    let values = told.lines().map(|line| {
        let (name, value) = line.split_once('\t').expect("a name and a value");
        (name.to_owned(), value.parse().expect("a number"))
    });
    Some(Measured(values.collect()))
}
