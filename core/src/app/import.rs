//! Reading a diary from CSV.
//!
//! Columns: `kind,substance,when,craving,situations,used,amount,unit,circumstances,note,made`.
//! Every line is checked before anything is written; importing the same file twice adds nothing,
//! because the id of a line follows from what it says and how often it was said before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::command::Command;
use super::koers::{commit, draft_of};
use super::{Koers, KoersError, Screen, sentence};
use crate::content::{Code, Kind, SituationId};
use crate::journey::draft::{
    ClosingDraft, Desk, EpisodeDraft, OwnSituationDraft, Reason, Refusal, TagDraft, UseDraft,
};
use crate::journey::entity::OwnSituation;
use crate::journey::{ClosingAnswer, Source};
use crate::time::When;
use crate::vault::{Draft, RecordId};

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
    /// Entries and closings that are new.
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

/// A line as it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kind: String,
    #[serde(default)]
    substance: String,
    when: String,
    #[serde(default)]
    craving: String,
    #[serde(default)]
    situations: String,
    #[serde(default)]
    used: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    circumstances: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    made: String,
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
                    let entry = matches!(command, Command::Log(_) | Command::Close(_));
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

impl Line {
    /// The commands that this line stands for: own situations first.
    fn commands(
        &self,
        desk: &Desk<'_>,
        seen: &mut BTreeMap<String, u32>,
        own: &mut Vec<String>,
    ) -> Result<Vec<Command>, Refusal> {
        let key = self.normalised();
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        let id = RecordId::named(&["import", &key, &count.to_string()]);
        match self.kind.as_str() {
            "episode" => self.episode(desk, id, own),
            "closing" => Ok(vec![self.closing(desk, id)?]),
            _ => Err(Refusal::new("kind", Reason::NotPossible)),
        }
    }

    /// What decides whether two lines say the same.
    fn normalised(&self) -> String {
        [
            &self.kind,
            &self.substance,
            &self.when,
            &self.craving,
            &self.situations,
            &self.used,
            &self.amount,
            &self.unit,
            &self.circumstances,
            &self.note,
            &self.made,
        ]
        .map(|column| column.trim())
        .join("\u{1f}")
    }

    fn episode(
        &self,
        desk: &Desk<'_>,
        id: RecordId,
        own: &mut Vec<String>,
    ) -> Result<Vec<Command>, Refusal> {
        let when = moment("when", &self.when)?;
        let substance = Code::from(self.substance.as_str());
        let mut draft = EpisodeDraft::blank(id, substance.clone());
        draft.source = Source::Import;
        draft.made = Some(match (&*self.made, &when) {
            ("", When::Sometime { day }) => wall(desk, *day, NaiveTime::from_hms_opt(12, 0, 0)),
            ("", when) => when.clone(),
            (made, _) => moment("made", made)?,
        });
        draft.when = Some(when);
        draft.craving = whole("craving", &self.craving)?;
        draft.note.clone_from(&self.note);
        draft.uses = self.uses(&substance)?;
        let mut commands = Vec::new();
        for words in parts(&self.situations) {
            draft.situations.push(situation(desk, words, &mut commands, own));
        }
        for words in parts(&self.circumstances) {
            place(desk, &mut draft, words);
        }
        commands.push(Command::Log(draft));
        Ok(commands)
    }

    fn uses(&self, substance: &Code) -> Result<Vec<UseDraft>, Refusal> {
        match self.used.as_str() {
            "" | "no" => Ok(vec![]),
            "yes" => {
                let unit = Some(self.unit.as_str()).filter(|unit| !unit.is_empty());
                Ok(vec![UseDraft {
                    substance: substance.clone(),
                    amount: Some(self.amount.clone()).filter(|amount| !amount.is_empty()),
                    unit: unit.map(|unit| unit_code(substance, unit)),
                }])
            }
            _ => Err(Refusal::new("used", Reason::NotPossible)),
        }
    }

    fn closing(&self, desk: &Desk<'_>, id: RecordId) -> Result<Command, Refusal> {
        let when = moment("when", &self.when)?;
        let day = match &when {
            When::Sometime { day } => *day,
            when => desk.moment("when", Some(when))?.day,
        };
        let made = match (&*self.made, &when) {
            ("", When::Sometime { day }) => last_minute(desk, *day),
            ("", when) => when.clone(),
            (made, _) => moment("made", made)?,
        };
        let answer = ClosingAnswer::from_word(&self.used);
        let substances = Some(Code::from(self.substance.as_str()));
        Ok(Command::Close(ClosingDraft {
            id,
            substances: substances.filter(|code| !code.as_str().is_empty()).into_iter().collect(),
            day: Some(day),
            answer: answer.ok_or_else(|| Refusal::new("used", Reason::NotPossible))?,
            made: Some(made),
            source: Source::Import,
        }))
    }
}

/// A unit by its last word (`joint`) or its whole code.
pub(super) fn unit_code(substance: &Code, unit: &str) -> Code {
    if unit.contains(':') {
        return Code::from(unit);
    }
    let pack = if unit == "use-day" { "base" } else { substance.as_str() };
    Code::from(format!("{pack}:unit.{unit}"))
}

fn parts(column: &str) -> impl Iterator<Item = &str> {
    column.split(';').map(str::trim).filter(|part| !part.is_empty())
}

fn whole(column: &str, text: &str) -> Result<Option<i64>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_refused| Refusal::new(column, Reason::NotANumber))
}

/// `2026-03-05T21:30+01:00[Europe/Brussels]`, or a date.
fn moment(column: &str, text: &str) -> Result<When, Refusal> {
    let bad = || Refusal::new(column, Reason::InvalidDate);
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(When::Sometime { day });
    }
    let text = text.split('[').next().unwrap_or(text);
    let with_seconds = || DateTime::parse_from_rfc3339(text).ok();
    let to_the_minute = || DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").ok();
    let at: DateTime<FixedOffset> = to_the_minute().or_else(with_seconds).ok_or_else(bad)?;
    // The offset written with it decides; the zone beside it is not looked up again.
    Ok(When::At {
        date: at.date_naive(),
        hour: at.hour(),
        minute: at.minute(),
        zone: String::new(),
        offset_minutes: Some(at.offset().local_minus_utc() / 60),
        second_occurrence: false,
    })
}

fn wall(desk: &Desk<'_>, date: NaiveDate, time: Option<NaiveTime>) -> When {
    let time = time.unwrap_or_default();
    When::At {
        date,
        hour: time.hour(),
        minute: time.minute(),
        zone: desk.here.zone.clone(),
        offset_minutes: Some(desk.here.offset_minutes),
        second_occurrence: false,
    }
}

/// The last minute of a local day: the cut-off less one minute.
fn last_minute(desk: &Desk<'_>, day: NaiveDate) -> When {
    let minutes = i64::from(desk.cut_off().0) + 24 * 60 - 1;
    let at = day.and_time(NaiveTime::MIN) + chrono::TimeDelta::minutes(minutes);
    wall(desk, at.date(), Some(at.time()))
}

/// A situation by its code, or by the words of one that the person has, or as a new own one.
fn situation(
    desk: &Desk<'_>,
    words: &str,
    commands: &mut Vec<Command>,
    own: &mut Vec<String>,
) -> SituationId {
    let code = Code::from(words);
    let known = desk.content.word(&code).is_some_and(|word| word.kind == Kind::Situation);
    if known || words.starts_with("own:") {
        return SituationId::from(words);
    }
    let mut all = desk.journey.all::<OwnSituation>();
    if let Some((id, _)) = all.find(|(_, one)| one.words == words) {
        return SituationId::own(id);
    }
    let id = RecordId::named(&["own-situation", words]);
    own.push(words.to_owned());
    commands.push(Command::OwnSituation(OwnSituationDraft {
        id,
        words: words.to_owned(),
        covers: vec![],
        covers_words: vec![],
    }));
    SituationId::own(id)
}

/// Puts a circumstance into the field of its kind; own words count as an activity.
fn place(desk: &Desk<'_>, draft: &mut EpisodeDraft, words: &str) {
    let code = Code::from(words);
    let known = desk.content.word(&code);
    let tag =
        TagDraft { code: known.map(|_| code.clone()), words: words.to_owned(), strength: None };
    match known.map(|word| word.kind) {
        Some(Kind::Place) => draft.place.push(tag),
        Some(Kind::Company) => draft.company.push(tag),
        Some(Kind::Feeling) => draft.feelings.push(tag),
        Some(Kind::Body) => draft.body.push(tag),
        Some(Kind::Thought) => draft.thoughts.push(tag),
        Some(Kind::CoUse) => {
            draft.uses.push(UseDraft { substance: code, amount: None, unit: None });
        }
        _ => draft.activity.push(tag),
    }
}
