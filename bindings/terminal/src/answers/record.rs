//! The file as commands: who, what and how long, and when to remind.

use koers_core::app::{Command, Koers, KoersError};
use koers_core::content::{Code, Content};
use koers_core::journey::draft::{
    AnswerDraft, CoUseDraft, FieldDraft, FollowDraft, ProfileDraft, Reason, RoundDraft,
};
use koers_core::journey::{KindSettings, ReminderSettings, exercise};

use super::{Answers, Reminders};

/// A wrong word in the file, by the field it stands in.
pub(super) fn refused(field: &str) -> KoersError {
    KoersError::InvalidDraft { field: field.to_owned(), reason: Reason::NotPossible }
}

fn minutes(field: &str, text: &str) -> Result<u16, KoersError> {
    let time = chrono::NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| refused(field))?;
    let since = time.signed_duration_since(chrono::NaiveTime::MIN).num_minutes();
    u16::try_from(since).map_err(|_| refused(field))
}

impl Answers {
    /// Records all of it.
    pub(crate) fn record(&self, koers: &Koers, content: &Content) -> Result<(), KoersError> {
        let mut first = vec![Command::Profile(self.profile(koers, content)?)];
        for one in &self.substance {
            let substance = Code::from(one.id.as_str());
            first.push(Command::Follow(FollowDraft { substance, followed: true }));
        }
        if !self.also_used.is_empty() {
            let code = |word: &String| Code::from(format!("base:co-use.{word}"));
            let also_used = self.also_used.iter().map(code).collect();
            first.push(Command::CoUse(CoUseDraft { also_used }));
        }
        first.push(Command::Round(RoundDraft {
            number: 1,
            weeks: self.programme.weeks,
            start: self.programme.start,
            pauses: vec![],
            ended: None,
        }));
        if !self.note_to_self.is_empty() {
            first.push(answer(
                exercise::NOTE_TO_SELF,
                None,
                vec![lines(exercise::NOTE, std::slice::from_ref(&self.note_to_self))],
            ));
        }
        koers.record_all(&first)?;
        for one in &self.substance {
            one.record(koers, content, self.programme.start)?;
        }
        Ok(())
    }

    fn profile(&self, koers: &Koers, content: &Content) -> Result<ProfileDraft, KoersError> {
        let only = match self.substance.as_slice() {
            [only] => content.cut_off(&Code::from(only.id.as_str())),
            _ => None,
        };
        let cut_off = match &self.cut_off {
            Some(text) => minutes("cut_off", text)?,
            None => only.unwrap_or_default().0,
        };
        let language = match &self.language {
            Some(text) => text.parse().map_err(|_| refused("language"))?,
            None => koers.lang(),
        };
        Ok(ProfileDraft {
            nickname: self.nickname.clone(),
            language,
            zone: self.zone.clone(),
            cut_off: cut_off.into(),
            reminders: self.reminders.settings()?,
            country: self.country.clone(),
        })
    }
}

impl Reminders {
    fn settings(&self) -> Result<ReminderSettings, KoersError> {
        let kind = |field: &str, text: Option<&str>, before: KindSettings| match text {
            None => Ok::<_, KoersError>(before),
            Some("off") => Ok(KindSettings { on: false, at: None }),
            Some(text) => Ok(KindSettings { on: true, at: Some(minutes(field, text)?) }),
        };
        let before = ReminderSettings::default();
        let time = |field: &str, text: Option<&str>, before| {
            text.map_or(Ok(before), |text| minutes(field, text))
        };
        Ok(ReminderSettings {
            check_in: kind("check_in", self.check_in.as_deref(), before.check_in)?,
            not_closed: kind("not_closed", self.not_closed.as_deref(), before.not_closed)?,
            per_day: self.per_day.unwrap_or(before.per_day),
            quiet_from: time("quiet_from", self.quiet_from.as_deref(), before.quiet_from)?,
            quiet_to: time("quiet_to", self.quiet_to.as_deref(), before.quiet_to)?,
            ..before
        })
    }
}

/// An exercise filled in.
pub(super) fn answer(exercise: &str, substance: Option<Code>, fields: Vec<FieldDraft>) -> Command {
    Command::Answer(AnswerDraft { exercise: exercise.into(), substance, fields })
}

/// A field of own lines.
pub(super) fn lines(name: &str, lines: &[String]) -> FieldDraft {
    FieldDraft { name: name.to_owned(), lines: lines.to_vec(), ..FieldDraft::default() }
}
