//! The diary as CSV: the columns that an import reads, so that what is written here can be read
//! into another vault.

use chrono::FixedOffset;
use serde::{Deserialize, Serialize};

use super::guard::{escaped, guarded};
use crate::content::{Code, SituationId};
use crate::journey::entity::{Closing, Episode, Note, OwnSituation, SituationTag, Tag, Use};
use crate::journey::{ClosingAnswer, Journey};
use crate::time::{Moment, Precision};

/// What an own word of each field begins with in a list; an activity needs nothing.
pub const FIELDS: [&str; 6] = ["thought", "feeling", "body", "place", "company", "activity"];

/// One line of the file, column by column, as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// `episode`, `closing` or `note`.
    pub kind: String,
    /// The substance; of a closing, all that it speaks of.
    #[serde(default)]
    pub substance: String,
    /// A moment or a day.
    pub when: String,
    /// Craving, 0–10; of a note, how the person felt.
    #[serde(default)]
    pub craving: String,
    /// Situations, by id or in own words.
    #[serde(default)]
    pub situations: String,
    /// `yes` or `no`; of a closing, the answer.
    #[serde(default)]
    pub used: String,
    /// How much; one for each unit.
    #[serde(default)]
    pub amount: String,
    /// The unit of each amount.
    #[serde(default)]
    pub unit: String,
    /// What else was there, by id or in own words.
    #[serde(default)]
    pub circumstances: String,
    /// Free text.
    #[serde(default)]
    pub note: String,
    /// When it was written down.
    #[serde(default)]
    pub made: String,
}

/// Every episode, closing and note that is shown, in the order in which they were written down.
///
/// A closing whose answer a newer version gave has no word here and is left out; the record of
/// everything holds it.
pub fn diary(journey: &Journey) -> Result<Vec<u8>, csv::Error> {
    let ms = |made: &Moment| made.utc.timestamp_millis();
    let episodes =
        journey.episodes().map(|(id, one)| (ms(&one.made), 0, id, episode(journey, one)));
    let known = |one: &Closing| !matches!(one.answer, ClosingAnswer::Unknown(_));
    let closings = journey.closings().filter(|(_, one)| known(one));
    let closings = closings.map(|(id, one)| (ms(&one.made), 1, id, closing(one)));
    let notes = journey.all::<Note>().map(|(id, one)| (ms(&one.made), 2, id, note(one)));
    let mut lines: Vec<_> = episodes.chain(closings).chain(notes).collect();
    // Of one moment the use comes first, as the rule about days has it (rule G2).
    lines.sort_by_key(|(made, kind, id, _)| (*made, *kind, *id));

    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for (_, _, _, line) in &lines {
        writer.serialize(line)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

const COLUMNS: [&str; 11] = [
    "kind",
    "substance",
    "when",
    "craving",
    "situations",
    "used",
    "amount",
    "unit",
    "circumstances",
    "note",
    "made",
];

fn episode(journey: &Journey, episode: &Episode) -> Line {
    let situations: Vec<String> =
        episode.situations.iter().map(|tag| situation(journey, tag)).collect();
    let (listed, beside): (Vec<&Use>, Vec<&Use>) =
        episode.uses.iter().partition(|one| !is_bare_co_use(one));
    let amounts: Vec<String> =
        listed.iter().map(|one| one.amount.map(|a| a.to_string()).unwrap_or_default()).collect();
    let units: Vec<String> = listed.iter().map(|one| unit(&episode.substance, one)).collect();
    let fields = [
        &episode.thoughts,
        &episode.feelings,
        &episode.body,
        &episode.place,
        &episode.company,
        &episode.activity,
    ];
    let named = FIELDS.into_iter().zip(fields);
    let tags = named.flat_map(|(field, tags)| tags.iter().map(move |one| tag(field, one)));
    let beside = beside.into_iter().map(|one| one.substance.to_string());
    let circumstances: Vec<String> = tags.chain(beside).collect();
    Line {
        kind: "episode".to_owned(),
        substance: episode.substance.to_string(),
        when: moment(&episode.at),
        craving: number(episode.craving),
        situations: guarded(&situations.join(";")),
        used: if episode.used() { "yes" } else { "no" }.to_owned(),
        amount: amounts.join(";"),
        unit: units.join(";"),
        circumstances: guarded(&circumstances.join(";")),
        note: guarded(&episode.note),
        made: moment(&episode.made),
    }
}

fn closing(closing: &Closing) -> Line {
    let substances: Vec<&str> = closing.substances.iter().map(Code::as_str).collect();
    Line {
        kind: "closing".to_owned(),
        substance: substances.join(";"),
        when: closing.day.to_string(),
        used: closing.answer.word().to_owned(),
        made: moment(&closing.made),
        ..Line::default()
    }
}

fn note(note: &Note) -> Line {
    Line {
        kind: "note".to_owned(),
        when: moment(&note.at),
        craving: number(note.mood),
        note: guarded(&note.text),
        made: moment(&note.made),
        ..Line::default()
    }
}

/// Another substance that was there, of which nothing more is known: a circumstance.
fn is_bare_co_use(one: &Use) -> bool {
    one.amount.is_none() && one.unit.is_none() && one.substance.as_str().contains(":co-use.")
}

/// `joint` for a unit of the substance itself, the whole code for one of another, the substance
/// where no unit is known.
fn unit(about: &Code, one: &Use) -> String {
    match &one.unit {
        Some(unit) => {
            let own = unit.as_str().strip_prefix(&format!("{about}:unit."));
            own.unwrap_or(unit.as_str()).to_owned()
        }
        None if one.substance == *about => String::new(),
        None => one.substance.to_string(),
    }
}

/// A catalogue situation by its id, an own one by its words as they are now.
fn situation(journey: &Journey, tag: &SituationTag) -> String {
    let own = |id: &SituationId| journey.get::<OwnSituation>(id.record()?);
    if tag.id.is_own() {
        return escaped(own(&tag.id).map_or(tag.label.as_str(), |own| own.words.as_str()));
    }
    tag.id.to_string()
}

fn tag(field: &str, tag: &Tag) -> String {
    let words = match &tag.code {
        Some(code) => code.to_string(),
        None if field == "activity" => escaped(&tag.label),
        None => format!("{field}={}", escaped(&tag.label)),
    };
    match tag.strength {
        Some(strength) => format!("{words}@{strength}"),
        None => words,
    }
}

fn number(rating: Option<u8>) -> String {
    rating.map(|rating| rating.to_string()).unwrap_or_default()
}

/// `2026-03-05T21:30+01:00[Europe/Brussels]`, or the day where no more was said.
fn moment(at: &Moment) -> String {
    if at.precision != Precision::Minute {
        return at.day.to_string();
    }
    let offset = FixedOffset::east_opt(60 * at.offset_minutes);
    let local = match offset {
        Some(offset) => at.utc.with_timezone(&offset).format("%Y-%m-%dT%H:%M%:z").to_string(),
        None => at.utc.format("%Y-%m-%dT%H:%M%:z").to_string(),
    };
    if at.zone.is_empty() { local } else { format!("{local}[{}]", at.zone) }
}
