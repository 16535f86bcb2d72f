//! What one line of a diary file stands for.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike};

use crate::app::Command;
use crate::content::{Code, Kind, SituationId};
use crate::journey::draft::{
    ClosingDraft, Desk, EpisodeDraft, NoteDraft, OwnSituationDraft, Reason, Refusal, TagDraft,
    UseDraft,
};
use crate::journey::entity::OwnSituation;
use crate::journey::{ClosingAnswer, Source};
use crate::report::{FIELDS, Line, items, split_unescaped, unescaped, unguarded};
use crate::time::When;
use crate::vault::RecordId;

/// A strength is written after this mark, the field of own words before the other.
const STRENGTH: char = '@';
const FIELD: char = '=';
/// The greatest strength.
const STRONGEST: i64 = 10;

impl Line {
    /// The commands that this line stands for: own situations first.
    pub(super) fn commands(
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
            "note" => Ok(vec![self.diary_note(desk, id)?]),
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
        let (when, made) = self.moments(desk)?;
        let mut draft = EpisodeDraft::blank(id, Code::from(self.substance.as_str()));
        draft.source = Source::Import;
        draft.made = Some(made);
        draft.when = Some(when);
        draft.craving = whole("craving", &self.craving)?;
        draft.note = unguarded(&self.note);
        draft.uses = self.uses(desk, &draft.substance)?;
        let mut commands = Vec::new();
        for item in items(&unguarded(&self.situations)) {
            draft.situations.push(situation(desk, &unescaped(item), &mut commands, own));
        }
        for item in items(&unguarded(&self.circumstances)) {
            place(desk, &mut draft, item);
        }
        commands.push(Command::Log(draft));
        Ok(commands)
    }

    /// When it was, and when it was written down: noon where only the day is known.
    fn moments(&self, desk: &Desk<'_>) -> Result<(When, When), Refusal> {
        let when = moment("when", &self.when)?;
        let made = match (&*self.made, &when) {
            ("", When::Sometime { day }) => wall(desk, *day, NaiveTime::from_hms_opt(12, 0, 0)),
            ("", when) => when.clone(),
            (made, _) => moment("made", made)?,
        };
        Ok((when, made))
    }

    /// Each amount with its unit; one of another substance is a use beside.
    fn uses(&self, desk: &Desk<'_>, about: &Code) -> Result<Vec<UseDraft>, Refusal> {
        let used = match self.used.as_str() {
            "yes" => true,
            "" | "no" => false,
            _ => return Err(Refusal::new("used", Reason::NotPossible)),
        };
        let units: Vec<&str> = self.unit.split(';').map(str::trim).collect();
        let amounts: Vec<&str> = self.amount.split(';').map(str::trim).collect();
        if amounts.len() != units.len() && !self.amount.is_empty() {
            return Err(Refusal::new("amount", Reason::NotPossible));
        }
        let amounts = amounts.into_iter().chain(std::iter::repeat(""));
        let all =
            units.into_iter().zip(amounts).map(|(unit, amount)| one_use(desk, about, unit, amount));
        // An amount beside "not used" says nothing about the substance itself.
        Ok(all.filter(|one| used || one.substance != *about).collect())
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
        Ok(Command::Close(ClosingDraft {
            id,
            substances: items(&self.substance).into_iter().map(Code::from).collect(),
            day: Some(day),
            answer: answer.ok_or_else(|| Refusal::new("used", Reason::NotPossible))?,
            made: Some(made),
            source: Source::Import,
        }))
    }

    fn diary_note(&self, desk: &Desk<'_>, id: RecordId) -> Result<Command, Refusal> {
        let (when, made) = self.moments(desk)?;
        Ok(Command::Note(NoteDraft {
            id,
            text: unguarded(&self.note),
            mood: whole("craving", &self.craving)?,
            when: Some(when),
            made: Some(made),
        }))
    }
}

fn one_use(desk: &Desk<'_>, about: &Code, unit: &str, amount: &str) -> UseDraft {
    let amount = Some(amount.to_owned()).filter(|amount| !amount.is_empty());
    let named = Code::from(unit);
    // A use beside names its substance where it has no unit, else the unit's whole code.
    let is_substance = desk.content.substances().contains(&named)
        || desk.content.word(&named).is_some_and(|word| word.kind == Kind::CoUse);
    if is_substance {
        return UseDraft { substance: named, amount, unit: None };
    }
    let pack = unit.split_once(':').map(|(pack, _)| Code::from(pack));
    let beside = pack.filter(|pack| pack != about && desk.content.substances().contains(pack));
    let unit = Some(unit).filter(|unit| !unit.is_empty()).map(|unit| unit_code(about, unit));
    UseDraft { substance: beside.unwrap_or_else(|| about.clone()), amount, unit }
}

/// A unit by its last word (`joint`) or its whole code.
fn unit_code(substance: &Code, unit: &str) -> Code {
    if unit.contains(':') {
        return Code::from(unit);
    }
    let pack = if unit == "use-day" { "base" } else { substance.as_str() };
    Code::from(format!("{pack}:unit.{unit}"))
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

/// Puts a circumstance into the field of its kind; own words into the field named before them,
/// else they count as an activity.
fn place(desk: &Desk<'_>, draft: &mut EpisodeDraft, item: &str) {
    let (item, strength) = strength(item);
    let (field, words) = field(item);
    let words = unescaped(words);
    let code = Code::from(words.as_str());
    let known = desk.content.word(&code).filter(|_| field.is_none());
    let tag = TagDraft { code: known.map(|_| code.clone()), words, strength };
    let field = match known.map(|word| word.kind) {
        Some(Kind::Place) => "place",
        Some(Kind::Company) => "company",
        Some(Kind::Feeling) => "feeling",
        Some(Kind::Body) => "body",
        Some(Kind::Thought) => "thought",
        Some(Kind::CoUse) => {
            draft.uses.push(UseDraft { substance: code, amount: None, unit: None });
            return;
        }
        _ => field.unwrap_or("activity"),
    };
    match field {
        "thought" => draft.thoughts.push(tag),
        "feeling" => draft.feelings.push(tag),
        "body" => draft.body.push(tag),
        "place" => draft.place.push(tag),
        "company" => draft.company.push(tag),
        _ => draft.activity.push(tag),
    }
}

/// The item without the strength behind it.
fn strength(item: &str) -> (&str, Option<i64>) {
    let parts = split_unescaped(item, STRENGTH);
    let last = parts.last().filter(|_| parts.len() > 1);
    let strength = last.and_then(|last| last.parse::<i64>().ok());
    match strength.filter(|strength| (0..=STRONGEST).contains(strength)) {
        Some(_) => (&item[..item.len() - last.map_or(0, |last| last.len() + 1)], strength),
        None => (item, None),
    }
}

/// The field that own words name, and the words.
fn field(item: &str) -> (Option<&str>, &str) {
    let named = split_unescaped(item, FIELD).first().copied().unwrap_or_default();
    match FIELDS.iter().find(|field| **field == named && item.len() > named.len()) {
        Some(_) => (Some(named), &item[named.len() + 1..]),
        None => (None, item),
    }
}
