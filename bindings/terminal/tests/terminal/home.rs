//! A folder with a vault in it, and the real program run on it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const KOERS: &str = env!("CARGO_BIN_EXE_koers");
pub(crate) const PASSPHRASE: &str = "seven quiet words by the water";

/// Cannabis and cocaine, and one situation on each list.
const ANSWERS: &str = r#"
nickname = "Sam"
language = "en"

[programme]
weeks = 4

[[substance]]
id = "cannabis"
unit = "joint"
baseline = ["1", "2", "?", "2", "2", "0", "3"]
[[substance.situation]]
id = "base:situation.stressed"
rating = 7

[[substance]]
id = "cocaine"
unit = "gram"
baseline = ["0", "0", "0", "0", "0.5", "0", "0"]
[[substance.situation]]
id = "base:situation.party"
"#;

pub(crate) struct Home {
    pub(crate) folder: TempDir,
}

/// What a command printed, and how it ended.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    /// Nothing but the passphrase in a file.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().expect("the system has a temporary folder");
        std::fs::write(folder.path().join("secret"), PASSPHRASE).expect("the folder is ours");
        Self { folder }
    }

    /// Somebody who began on Monday 2 March 2026.
    pub(crate) fn begun() -> Self {
        let home = Self::empty();
        let answers = home.path("answers.toml");
        std::fs::write(&answers, ANSWERS).expect("the folder is ours");
        let said = home.run(&["start", "--answers", &answers.to_string_lossy()]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        home
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.path("life.koers")
    }

    /// The program on this vault, on 2 March in Brussels, in English.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = self.bare(words);
        command.args(["--lang", "en"]);
        command
    }

    /// The same without a language.
    pub(crate) fn bare(&self, words: &[&str]) -> Command {
        let mut command = Command::new(KOERS);
        command.args(words).arg("--vault").arg(self.vault());
        command.arg("--passphrase-file").arg(self.path("secret"));
        command.args(["--now", "2026-03-02T10:00:00+01:00", "--zone", "Europe/Brussels"]);
        command.stdin(Stdio::null()).env("LC_ALL", "C");
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Said {
        said(self.command(words))
    }

    /// Runs a command that has to work.
    pub(crate) fn works(&self, words: &[&str]) -> String {
        let said = self.run(words);
        assert_eq!(said.code, Some(0), "{words:?}: {}", said.err);
        said.out
    }

    /// Runs a query that has to work.
    pub(crate) fn asks(&self, words: &[&str]) -> Value {
        let mut all = words.to_vec();
        all.push("--json");
        serde_json::from_str(&self.works(&all)).expect("one JSON object")
    }

    /// The newest entry of the diary.
    pub(crate) fn newest(&self) -> Value {
        self.asks(&["diary"])["entries"][0].clone()
    }
}

pub(crate) fn said(mut command: Command) -> Said {
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    Said { code: status.code(), out: text(stdout), err: text(stderr) }
}
