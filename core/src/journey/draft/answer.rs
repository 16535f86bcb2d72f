//! Drafts of exercises filled in, and of what is put away.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Desk, Refusal, number, text};
use crate::content::Code;
use crate::journey::entity::{Answer, Field, NotForMe, Row, Tag};

use super::TagDraft;

/// A row of a two-column table.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct RowDraft {
    /// The first column.
    pub left: String,
    /// The second column.
    pub right: String,
}

/// One field of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FieldDraft {
    /// The field's name within the exercise.
    pub name: String,
    /// Free text, or a list of own lines.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub lines: Vec<String>,
    /// A rating, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub rating: Option<i64>,
    /// Choices.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub choices: Vec<TagDraft>,
    /// An amount, as a decimal number.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub amount: Option<String>,
    /// A day.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub day: Option<NaiveDate>,
    /// A table.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub rows: Vec<RowDraft>,
}

/// An exercise filled in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AnswerDraft {
    /// The exercise.
    pub exercise: Code,
    /// The substance it is about; none for all.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub substance: Option<Code>,
    /// Its fields.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fields: Vec<FieldDraft>,
}

impl AnswerDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Answer, Refusal> {
        text::some_name("exercise", self.exercise.as_str())?;
        if let Some(substance) = &self.substance {
            desk.substance("substance", substance)?;
        }
        text::few("fields", self.fields.len())?;
        let fields = self.fields.iter().map(|field| field.check(desk)).collect::<Result<_, _>>()?;
        Ok(Answer {
            exercise: self.exercise.clone(),
            substance: self.substance.clone(),
            fields,
            made: desk.this_moment()?,
        })
    }
}

impl FieldDraft {
    fn check(&self, desk: &Desk<'_>) -> Result<Field, Refusal> {
        let name = text::some_name("fields.name", &self.name)?;
        let mut choices = Vec::with_capacity(self.choices.len());
        text::few(&name, self.choices.len())?;
        for (i, choice) in self.choices.iter().enumerate() {
            let field = format!("{name}[{i}]");
            let label = match &choice.code {
                Some(code) => desk.label(&field, code)?,
                None => text::some_name(&field, &choice.words)?,
            };
            let strength = number::rating(&field, choice.strength)?;
            choices.push(Tag { code: choice.code.clone(), label, strength });
        }
        text::few(&name, self.rows.len())?;
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let left = text::text(&name, &row.left)?;
            rows.push(Row { left, right: text::text(&name, &row.right)? });
        }
        let amount = self.amount.as_deref().map(|given| number::decimal(&name, given));
        Ok(Field {
            lines: text::lines(&name, &self.lines)?,
            rating: number::rating(&name, self.rating)?,
            choices,
            amount: amount.transpose()?,
            day: self.day,
            rows,
            name,
        })
    }
}

/// A suggestion put away for this round.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct NotForMeDraft {
    /// The suggestion's key.
    pub subject: String,
}

impl NotForMeDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<NotForMe, Refusal> {
        Ok(NotForMe {
            subject: text::some_name("subject", &self.subject)?,
            round: desk.journey.round().map_or(1, |round| round.number),
            made: desk.this_moment()?,
        })
    }
}
