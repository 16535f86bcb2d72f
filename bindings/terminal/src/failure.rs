//! What a person reads when it did not work, and what a script sees of it.

use std::fmt;
use std::process::ExitCode;

/// The exit code of something that went wrong.
const WRONG: u8 = 1;
/// The exit code of words that cannot be read.
const USAGE: u8 = 2;
/// The exit code after Ctrl-C: 128 and the number of the signal, as shells have it.
const STOPPED: u8 = 130;

/// Why a command ended early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It did not work: a sentence.
    Wrong(String),
    /// The words of the command cannot be read: a sentence.
    Usage(String),
    /// The person stopped at a question: a word for it.
    Stopped(String),
}

impl Failure {
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Wrong(_) => WRONG,
            Self::Usage(_) => USAGE,
            Self::Stopped(_) => STOPPED,
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrong(text) | Self::Usage(text) | Self::Stopped(text) => f.write_str(text),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Wrong(error.to_string())
    }
}
