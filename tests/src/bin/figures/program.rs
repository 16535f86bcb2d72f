//! Programs that measure, and what they say.

use std::process::{Command, Stdio};

/// How a program ends where a tool that it needs cannot be had.
const CANNOT_BE_HAD: i32 = 75;

/// What a program says; it must end well. None where a tool cannot be had, which the program has
/// told by then.
pub(crate) fn told(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::inherit()).output().expect("the program is there");
    if output.status.code() == Some(CANNOT_BE_HAD) {
        return None;
    }
    assert!(output.status.success(), "the program ended with {}", output.status);
    let told = String::from_utf8(output.stdout).expect("words");
    eprint!("{told}");
    Some(told)
}

/// Figures among what a program says, whichever it measures: `name<TAB>value`, and more may follow.
pub(crate) fn figures(told: &str) -> Vec<(&str, f64)> {
    told.lines()
        .filter_map(|line| {
            let (name, rest) = line.split_once('\t')?;
            Some((name, rest.split('\t').next()?.parse().ok()?))
        })
        .collect()
}
