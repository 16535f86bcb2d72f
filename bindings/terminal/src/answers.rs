//! The whole intake from a TOML file.

use std::path::Path;

use chrono::NaiveDate;
use koers_core::app::{Command, Koers, KoersError};
use koers_core::content::{Code, Content, SituationId};
use koers_core::journey::draft::{
    AgreementDraft, AnswerDraft, BaselineDraft, CalibrationDraft, CoUseDraft, FieldDraft,
    FollowDraft, GoalDraft, ListDraft, OwnSituationDraft, ProfileDraft, Reason, ReviewDraft,
    RoundDraft, StepDraft,
};

use koers_core::journey::{GoalKind, KindSettings, Pace, ReminderSettings, ReviewAnswer};
use koers_core::vault::RecordId;
use serde::Deserialize;

use crate::place::Failure;

/// The file as it is written; every key is described in the README beside this program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    #[serde(default)]
    nickname: String,
    pub(crate) language: Option<String>,
    #[serde(default)]
    zone: String,
    cut_off: Option<String>,
    #[serde(default)]
    also_used: Vec<String>,
    #[serde(default)]
    note_to_self: String,
    #[serde(default)]
    country: String,
    programme: Programme,
    substance: Vec<Substance>,
    #[serde(default)]
    reminders: Reminders,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Programme {
    weeks: u32,
    start: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Substance {
    id: String,
    unit: String,
    baseline: Vec<String>,
    usual_week: Option<bool>,
    usual_amount: Option<String>,
    decision: Option<String>,
    #[serde(default)]
    lists: Lists,
    #[serde(default)]
    strongest_reason: String,
    importance: Option<i64>,
    confidence: Option<i64>,
    goal: Option<Goal>,
    #[serde(default)]
    goal_change: Vec<Goal>,
    #[serde(default)]
    step: Vec<Step>,
    #[serde(default)]
    review: Vec<Review>,
    #[serde(default)]
    calibration: Vec<Calibration>,
    #[serde(default)]
    situation: Vec<Situation>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    use_pros: Vec<String>,
    use_cons: Vec<String>,
    stop_pros: Vec<String>,
    stop_cons: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Goal {
    kind: GoalKind,
    unit: Option<String>,
    pace: Option<Pace>,
    week_starts: Option<String>,
    stop_date: Option<NaiveDate>,
    per_week: Option<String>,
    per_day: Option<String>,
    #[serde(default)]
    weekdays: Vec<String>,
    #[serde(default)]
    agreements: Vec<String>,
    set_on: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    week_start: NaiveDate,
    per_week: Option<String>,
    per_day: Option<String>,
    #[serde(default)]
    weekdays: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    week_start: NaiveDate,
    agreement: usize,
    answer: ReviewAnswer,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Calibration {
    from: String,
    to: String,
    factor: String,
    valid_from: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    id: Option<String>,
    words: Option<String>,
    rating: Option<i64>,
    #[serde(default)]
    pinned: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Reminders {
    check_in: Option<String>,
    not_closed: Option<String>,
    per_day: Option<u8>,
    quiet_from: Option<String>,
    quiet_to: Option<String>,
}

/// Reads the file.
pub(crate) fn read(path: &Path) -> Result<Answers, Failure> {
    let text = std::fs::read_to_string(path)?;
    toml::from_str(&text).map_err(|error| Failure(format!("{}: {error}", path.display())))
}

/// A wrong word in the file, by the field it stands in.
fn refused(field: &str) -> KoersError {
    KoersError::InvalidDraft { field: field.to_owned(), reason: Reason::NotPossible }
}

fn minutes(field: &str, text: &str) -> Result<u16, KoersError> {
    let time = chrono::NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| refused(field))?;
    let since = time.signed_duration_since(chrono::NaiveTime::MIN).num_minutes();
    u16::try_from(since).map_err(|_| refused(field))
}

fn weekday(field: &str, text: &str) -> Result<u32, KoersError> {
    let day: chrono::Weekday = text.parse().map_err(|_| refused(field))?;
    Ok(day.num_days_from_monday())
}

fn weekdays(words: &[String]) -> Result<Vec<u32>, KoersError> {
    words.iter().map(|word| weekday("weekdays", word)).collect()
}

fn unit(substance: &str, unit: &str) -> Code {
    match unit {
        whole if whole.contains(':') => Code::from(whole),
        "use-day" => Code::from("base:unit.use-day"),
        last => Code::from(format!("{substance}:unit.{last}")),
    }
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
                "note-to-self",
                None,
                vec![lines("note", std::slice::from_ref(&self.note_to_self))],
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

impl Substance {
    fn code(&self) -> Code {
        Code::from(self.id.as_str())
    }

    fn record(
        &self,
        koers: &Koers,
        content: &Content,
        start: Option<NaiveDate>,
    ) -> Result<(), KoersError> {
        for one in &self.calibration {
            koers.record(&Command::Calibration(CalibrationDraft {
                substance: self.code(),
                from: unit(&self.id, &one.from),
                to: unit(&self.id, &one.to),
                from_amount: "1".to_owned(),
                to_amount: one.factor.clone(),
                valid_from: one.valid_from,
            }))?;
        }
        let mut batch = vec![self.baseline(start)];
        batch.extend(self.exercises());
        self.list(koers, &mut batch)?;
        koers.record_all(&batch)?;
        let Some(goal) = &self.goal else { return Ok(()) };
        koers.record(&self.goal(goal, goal, start)?)?;
        let agreements = self.agreements(koers, content, goal, start)?;
        for change in &self.goal_change {
            koers.record(&self.goal(goal, change, start)?)?;
        }
        let mut later = Vec::new();
        for step in &self.step {
            later.push(Command::Step(StepDraft {
                substance: self.code(),
                week_start: step.week_start,
                per_week: step.per_week.clone(),
                per_day: step.per_day.clone(),
                weekdays: weekdays(&step.weekdays)?,
                none: false,
            }));
        }
        for review in &self.review {
            let agreement = agreements.get(review.agreement).ok_or_else(|| refused("agreement"))?;
            later.push(Command::Review(ReviewDraft {
                agreement: *agreement,
                week_start: review.week_start,
                answer: review.answer,
            }));
        }
        koers.record_all(&later)?;
        Ok(())
    }

    fn baseline(&self, start: Option<NaiveDate>) -> Command {
        let day = |text: &String| Some(text.clone()).filter(|text| text != "?");
        Command::Baseline(BaselineDraft {
            substance: self.code(),
            unit: unit(&self.id, &self.unit),
            days: self.baseline.iter().map(day).collect(),
            intake_day: start,
            usual_week: self.usual_week,
            usual_amount: self.usual_amount.clone(),
        })
    }

    fn exercises(&self) -> Vec<Command> {
        let mut answers = vec![answer(
            "decisional-balance",
            Some(self.code()),
            vec![
                lines("use_pros", &self.lists.use_pros),
                lines("use_cons", &self.lists.use_cons),
                lines("stop_pros", &self.lists.stop_pros),
                lines("stop_cons", &self.lists.stop_cons),
            ],
        )];
        let rating = |name: &str, rating| FieldDraft {
            name: name.to_owned(),
            rating,
            ..FieldDraft::default()
        };
        if let Some(decision) = &self.decision {
            answers.push(answer(
                "decision",
                Some(self.code()),
                vec![
                    lines("decision", std::slice::from_ref(decision)),
                    lines("strongest_reason", std::slice::from_ref(&self.strongest_reason)),
                    rating("importance", self.importance),
                    rating("confidence", self.confidence),
                ],
            ));
        }
        answers
    }

    fn list(&self, koers: &Koers, batch: &mut Vec<Command>) -> Result<(), KoersError> {
        for one in &self.situation {
            let situation = match (&one.id, &one.words) {
                (Some(id), _) => SituationId::from(id.as_str()),
                (None, Some(words)) => {
                    let id = koers.new_id()?;
                    batch.push(Command::OwnSituation(OwnSituationDraft {
                        id,
                        words: words.clone(),
                        covers: vec![],
                    }));
                    SituationId::own(id)
                }
                (None, None) => return Err(refused("situation")),
            };
            batch.push(Command::List(ListDraft {
                substance: self.code(),
                situation,
                own_rating: one.rating,
                pinned: one.pinned,
                hidden: false,
                blank: String::new(),
            }));
        }
        Ok(())
    }

    fn goal(
        &self,
        first: &Goal,
        goal: &Goal,
        start: Option<NaiveDate>,
    ) -> Result<Command, KoersError> {
        let named = first.unit.as_deref().unwrap_or(&self.unit);
        let starts = first.week_starts.as_deref();
        Ok(Command::Goal(GoalDraft {
            substance: self.code(),
            kind: goal.kind,
            pace: first.pace.unwrap_or(Pace::RightAway),
            unit: unit(&self.id, named),
            stop_date: goal.stop_date,
            per_week: goal.per_week.clone(),
            per_day: goal.per_day.clone(),
            weekdays: weekdays(&goal.weekdays)?,
            week_starts: starts.map_or(Ok(0), |text| weekday("week_starts", text))?,
            set_on: goal.set_on.or(start),
            words: String::new(),
        }))
    }

    fn agreements(
        &self,
        koers: &Koers,
        content: &Content,
        goal: &Goal,
        start: Option<NaiveDate>,
    ) -> Result<Vec<RecordId>, KoersError> {
        let mut ids = Vec::new();
        let mut batch = Vec::new();
        for words in &goal.agreements {
            let id = koers.new_id()?;
            ids.push(id);
            let code = Code::from(words.as_str());
            let known = content.word(&code).is_some();
            batch.push(Command::Agreement(AgreementDraft {
                id,
                substance: Some(self.code()),
                measure: known.then(|| code.clone()),
                words: words.clone(),
                filled_in: String::new(),
                hard: None,
                energy: None,
                confidence: None,
                of_goal: goal.kind == GoalKind::Safer,
                since: goal.set_on.or(start),
                put_away: false,
            }));
        }
        koers.record_all(&batch)?;
        Ok(ids)
    }
}

fn answer(exercise: &str, substance: Option<Code>, fields: Vec<FieldDraft>) -> Command {
    let exercise = Code::from(format!("base:exercise.{exercise}"));
    Command::Answer(AnswerDraft { exercise, substance, fields })
}

fn lines(name: &str, lines: &[String]) -> FieldDraft {
    FieldDraft { name: name.to_owned(), lines: lines.to_vec(), ..FieldDraft::default() }
}
