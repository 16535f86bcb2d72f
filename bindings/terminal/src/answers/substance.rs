//! What the file says about one substance: baseline, lists, goal, steps, situations.

use chrono::NaiveDate;
use koers_core::app::{Command, Koers, KoersError};
use koers_core::content::{Code, Content, SituationId};
use koers_core::journey::draft::{
    AgreementDraft, BaselineDraft, CalibrationDraft, FieldDraft, GoalDraft, ListDraft,
    OwnSituationDraft, ReviewDraft, StepDraft,
};
use koers_core::journey::{GoalKind, Pace, exercise};
use koers_core::vault::RecordId;

use super::record::{answer, lines, refused};
use super::{Goal, Substance};

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

impl Substance {
    fn code(&self) -> Code {
        Code::from(self.id.as_str())
    }

    pub(super) fn record(
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
        let lists = &self.lists;
        let lists = [&lists.use_pros, &lists.use_cons, &lists.stop_pros, &lists.stop_cons];
        let named = exercise::LISTS.into_iter().zip(lists);
        let named = named.map(|((name, _), list)| lines(name, list));
        let mut answers =
            vec![answer(exercise::DECISIONAL_BALANCE, Some(self.code()), named.collect())];
        let rating = |name: &str, rating| FieldDraft {
            name: name.to_owned(),
            rating,
            ..FieldDraft::default()
        };
        if let Some(decision) = &self.decision {
            answers.push(answer(
                exercise::DECISION,
                Some(self.code()),
                vec![
                    lines(exercise::DECISION_FIELD, std::slice::from_ref(decision)),
                    lines(exercise::STRONGEST_REASON, std::slice::from_ref(&self.strongest_reason)),
                    rating(exercise::IMPORTANCE, self.importance),
                    rating(exercise::CONFIDENCE, self.confidence),
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
                        covers_words: vec![],
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
