//! Reading a diary from CSV.
//!
//! Columns: `kind,substance,when,craving,situations,used,amount,unit,circumstances,note,made`,
//! the same that an export writes.
//! Every line is checked before anything is written; importing the same file twice adds nothing,
//! because the id of a line follows from what it says and how often it was said before.

mod line;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::command::Command;
use super::koers::{commit, draft_of};
use super::{Koers, KoersError, Screen, sentence};
use crate::journey::draft::{Reason, Refusal};
use crate::report::Line;
use crate::vault::Draft;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct LineFault {
    /// The line of the file, 1 for the header.
    pub line: u64,
    /// The column.
    pub column: String,
    /// What is wrong, for the person.
    pub reason: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ImportReport {
    /// Entries, closings and notes that are new.
    pub new: u32,
    /// Lines that were there already.
    pub repeated: u32,
    /// Words that became own situations.
    pub own_situations: Vec<String>,
    /// Lines that cannot be read.
    pub faults: Vec<LineFault>,
    /// Whether anything was written.
    pub written: bool,
}

impl Koers {
    /// Reads a diary. Nothing is written in a dry run, nor while a line is bad, unless bad lines
    /// are to be skipped.
    pub fn import(
        &self,
        csv: &[u8],
        dry_run: bool,
        skip_bad: bool,
    ) -> Result<ImportReport, KoersError> {
        let here = self.clock.here();
        let mut state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let mut aside = open.journey.clone();
        let mut report = ImportReport::default();
        let mut drafts: Vec<Draft> = Vec::new();
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        let mut lines = Lines { csv, byte: 0, line: 1 };
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(csv);
        let headers = reader.headers().cloned().unwrap_or_default();
        for row in reader.records() {
            lines.advance(row.as_ref().ok().and_then(csv::StringRecord::position));
            let number = lines.line;
            let line = row.and_then(|row| row.deserialize::<Line>(Some(&headers)));
            let desk = self.desk(&aside, &here);
            let commands = match line {
                Err(error) => Err(Refusal::new(&unreadable(&error), Reason::NotPossible)),
                Ok(line) => line.commands(&desk, &mut seen, &mut report.own_situations),
            };
            let taken = commands.and_then(|commands| {
                let mut writes = Vec::new();
                for command in &commands {
                    let checked = command.check(&self.desk(&aside, &here))?;
                    report.repeated += u32::from(checked.repeated);
                    let entry =
                        matches!(command, Command::Log(_) | Command::Close(_) | Command::Note(_));
                    report.new += u32::from(entry && !checked.repeated);
                    for (intent, change) in checked.writes {
                        aside.try_out(&change, here.now);
                        writes.push(draft_of(intent, change));
                    }
                }
                Ok(writes)
            });
            match taken {
                Ok(writes) => {
                    for draft in writes {
                        drafts.retain(|earlier| {
                            earlier.record != draft.record || draft.body.is_empty()
                        });
                        drafts.push(draft);
                    }
                }
                Err(refusal) => {
                    let column = refusal.field.clone();
                    let reason = sentence(&self.content, self.lang, &refusal.into());
                    report.faults.push(LineFault { line: number, column, reason });
                }
            }
        }
        report.own_situations.sort();
        report.own_situations.dedup();
        if dry_run || drafts.is_empty() || (!report.faults.is_empty() && !skip_bad) {
            return Ok(report);
        }
        commit(&mut state, &drafts, &here)?;
        if let Some(open) = state.as_mut() {
            self.renew_porch(open, &here);
        }
        drop(state);
        report.written = true;
        self.tell(&BTreeSet::from([
            Screen::Today,
            Screen::Diary,
            Screen::Situations,
            Screen::Goal,
            Screen::Reminders,
        ]));
        Ok(report)
    }
}

/// Which line of the file a row begins on. (The reader's own count is that of the line before,
/// whose end it has not read yet.)
struct Lines<'a> {
    csv: &'a [u8],
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    fn advance(&mut self, to: Option<&csv::Position>) {
        let Some(to) = to else { return };
        let end_of_line = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let from = to.byte() as usize;
        let rest = self.csv.get(from..).unwrap_or_default();
        let start = from + rest.iter().take_while(end_of_line).count();
        let passed = self.csv.get(self.byte..start).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() as u64 - 1;
        self.byte = start;
    }
}

/// The column that CSV itself could not make out.
fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { .. } => "columns".to_owned(),
        _ => "line".to_owned(),
    }
}
