//! The library as an app ships it, for x86-64 and for arm64, and the journeys on arm64.

use std::process::Command;

use super::top;
use crate::line::{Goal, Line, NOT_MEASURED};
use crate::program::told;

/// Bytes in a megabyte.
const MEGABYTE: f64 = 1e6;

/// Megabytes of both. For arm64, every journey is gone through once under an emulator.
pub(super) fn lines() -> Vec<Line> {
    let line = |name, value| Line { name, value, goal: Goal::AtMost(6.0) };
    let arm64 = size("aarch64");
    if arm64.is_some() {
        let mut journeys = Command::new(top().join("tests/toolchains/arm64"));
        journeys.args(["cargo", "run", "--profile", "app", "--quiet", "--locked"]);
        told(journeys.args(["-p", "koers-tests", "--bin", "journeys"]));
    }
    vec![
        line("library_x86_64", size("x86_64").unwrap_or(NOT_MEASURED)),
        line("library_arm64", arm64.unwrap_or(NOT_MEASURED)),
    ]
}

fn size(architecture: &str) -> Option<f64> {
    let told = told(Command::new(top().join("bindings/library")).arg(architecture))?;
    let bytes: f64 = told.trim().parse().expect("a number");
    Some(bytes / MEGABYTE)
}
