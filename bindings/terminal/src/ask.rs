//! Asking a person, step by step. Whatever was confirmed before Ctrl-C is kept.

use inquire::{Confirm, MultiSelect, Select, Text};
use koers_core::app::{Command, Koers};
use koers_core::content::{Code, Content, Kind, Lang, SituationId};
use koers_core::journey::draft::{
    BaselineDraft, EpisodeDraft, FollowDraft, GoalDraft, PlanDraft, ProfileDraft, RoundDraft,
    UseDraft,
};
use koers_core::journey::{GoalKind, Pace, ReminderSettings};

use crate::args::Args;
use crate::place::{Failure, failure, text};
use crate::show;

/// The intake in its steps; each is recorded as soon as it is answered.
pub(crate) fn start(args: &Args, koers: &Koers, content: &Content) -> Result<(), Failure> {
    let say = |id: &str| text(args, id);
    let lang = koers.lang();
    let done = |command: &Command| koers.record(command).map_err(|error| failure(args, &error));
    show::paragraph(0, &say("intake-welcome"));
    show::title(&say("intake-step-1"));
    let nickname = Text::new(&say("intake-nickname-ask")).prompt()?;
    let substances = content.substances();
    let names: Vec<String> =
        substances.iter().map(|code| content.label(code, lang).unwrap_or_default()).collect();
    let chosen = Select::new(&say("intake-substance-ask"), names).raw_prompt()?.index;
    let substance = substances[chosen].clone();
    done(&Command::Profile(ProfileDraft {
        nickname: nickname.clone(),
        language: lang,
        zone: String::new(),
        cut_off: content.cut_off(&substance).unwrap_or_default().0.into(),
        reminders: ReminderSettings::default(),
        country: String::new(),
    }))?;
    done(&Command::Follow(FollowDraft { substance: substance.clone(), followed: true }))?;
    done(&Command::Round(RoundDraft {
        number: 1,
        weeks: 4,
        start: None,
        pauses: vec![],
        ended: None,
    }))?;
    show::title(&say("intake-step-2"));
    let unit = choose_unit(args, content, &substance, lang, false)?;
    let every_day = Text::new(&say("intake-baseline-same")).prompt()?;
    let day = Some(every_day).filter(|text| !text.trim().is_empty() && text.trim() != "?");
    done(&Command::Baseline(BaselineDraft {
        substance: substance.clone(),
        unit,
        days: vec![day; 7],
        intake_day: None,
        usual_week: None,
        usual_amount: None,
    }))?;
    show::title(&say("intake-step-4"));
    goal(args, koers, content, &substance)?;
    let args_done = koers_core::content::Args::new().own("nickname", nickname);
    show::paragraph(0, &content.text("intake-done", lang, &args_done));
    Ok(())
}

fn goal(args: &Args, koers: &Koers, content: &Content, substance: &Code) -> Result<(), Failure> {
    let say = |id: &str| text(args, id);
    let lang = koers.lang();
    let kinds = [GoalKind::Stop, GoalKind::Reduce, GoalKind::Safer];
    let names = ["goal-kind-stop", "goal-kind-reduce", "goal-kind-safer"].map(say).to_vec();
    let kind = kinds[Select::new(&say("intake-goal-ask"), names).raw_prompt()?.index];
    let unit = choose_unit(args, content, substance, lang, true)?;
    let per_week = match kind {
        GoalKind::Reduce => Some(Text::new(&say("intake-weekly-ask")).prompt()?),
        _ => None,
    };
    let receipt = koers
        .record(&Command::Goal(GoalDraft {
            substance: substance.clone(),
            kind,
            pace: Pace::RightAway,
            unit,
            stop_date: koers.today(None).ok().map(|today| today.day),
            per_week,
            per_day: None,
            weekdays: vec![],
            week_starts: 0,
            set_on: None,
            words: String::new(),
        }))
        .map_err(|error| failure(args, &error))?;
    show::receipt(&receipt);
    Ok(())
}

fn choose_unit(
    args: &Args,
    content: &Content,
    substance: &Code,
    lang: Lang,
    of_goal: bool,
) -> Result<Code, Failure> {
    let units = if of_goal { content.goal_units(substance) } else { content.units(substance) };
    let names = units.iter().map(|unit| content.label(&unit.code, lang).unwrap_or_default());
    let chosen = Select::new(&text(args, "intake-unit-ask"), names.collect()).raw_prompt()?.index;
    Ok(units[chosen].code.clone())
}

/// One entry in five questions at most.
pub(crate) fn log(
    args: &Args,
    koers: &Koers,
    content: &Content,
    substance: &Code,
) -> Result<EpisodeDraft, Failure> {
    let say = |id: &str| text(args, id);
    let id = koers.new_id().map_err(|error| failure(args, &error))?;
    let mut draft = EpisodeDraft::blank(id, substance.clone());
    let craving = Text::new(&say("log-craving-ask")).prompt()?;
    draft.craving = craving.trim().parse().ok();
    let ranked = koers.situations(Some(substance)).map_err(|error| failure(args, &error))?;
    let mut all: Vec<(SituationId, String)> =
        ranked.places.iter().map(|place| (place.id.clone(), place.label.clone())).collect();
    for word in content.vocabulary(Kind::Situation, substance) {
        let id = SituationId::catalogue(&word.code);
        if all.iter().all(|(one, _)| *one != id) {
            all.push((id, content.label(&word.code, koers.lang()).unwrap_or_default()));
        }
    }
    let names: Vec<String> = all.iter().map(|(_, label)| label.clone()).collect();
    let chosen = MultiSelect::new(&say("log-situations-ask"), names).raw_prompt()?;
    draft.situations = chosen.iter().map(|one| all[one.index].0.clone()).collect();
    if Confirm::new(&say("log-used-ask")).with_default(false).prompt()? {
        let amount = Text::new(&say("log-amount-ask")).prompt()?;
        let unit = content.units(substance).first().map(|unit| unit.code.clone());
        let amount = Some(amount).filter(|amount| !amount.trim().is_empty());
        draft.uses = vec![UseDraft { substance: substance.clone(), amount, unit }];
    }
    draft.note = Text::new(&say("log-note-ask")).prompt()?;
    Ok(draft)
}

/// A plan, field by field; an empty answer leaves a field as it is.
pub(crate) fn plan(args: &Args, koers: &Koers, id: &SituationId) -> Result<PlanDraft, Failure> {
    let mut draft = koers.plan_draft(id).map_err(|error| failure(args, &error))?;
    let ask = |id: &str, before: &[String]| -> Result<Vec<String>, Failure> {
        let question = text(args, id);
        let typed = Text::new(&question).with_initial_value(&before.join("; ")).prompt()?;
        Ok(typed.split(';').map(|line| line.trim().to_owned()).collect())
    };
    draft.early_signals = ask("plan-signals-ask", &draft.early_signals)?;
    draft.avoid = ask("plan-avoid-how", &draft.avoid)?;
    draft.prepare = ask("plan-prepare-ask", &draft.prepare)?;
    draft.during = ask("plan-during-ask", &draft.during)?;
    draft.after = ask("plan-after-ask", &draft.after)?;
    draft.who = ask("plan-who-ask", &draft.who)?;
    let one = |id: &str, before: &str| -> Result<String, Failure> {
        Ok(Text::new(&text(args, id)).with_initial_value(before).prompt()?)
    };
    draft.helping_thought = one("plan-thought-ask", &draft.helping_thought)?;
    draft.way_out = one("plan-way-out-ask", &draft.way_out)?;
    draft.alternative = one("plan-alternative-ask", &draft.alternative)?;
    Ok(draft)
}
