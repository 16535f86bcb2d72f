//! Step 2: the seven days before the start, and what one unit is in another.

use chrono::{Datelike, TimeDelta};
use koers_core::app::Command as Record;
use koers_core::content::{Args as Words, Code, Unit, speak};
use koers_core::journey::draft::{BaselineDraft, CalibrationDraft};

use crate::ask::{text, yes};
use crate::failure::Failure;
use crate::session::Session;

/// What stands for a day that the person does not know about.
const UNKNOWN: &str = "?";

pub(crate) fn past_week(session: &Session<'_>, substance: &Code) -> Result<(), Failure> {
    let units = session.voice.content.units(substance);
    let names = || units.iter().map(|unit| session.voice.label(&unit.code)).collect();
    let Some(nth) = session.choose("intake-unit-ask", names(), 0)? else { return Ok(()) };
    let unit = units[nth];
    let blank = BaselineDraft {
        substance: substance.clone(),
        unit: unit.code.clone(),
        days: vec![None; 7],
        intake_day: None,
        usual_week: None,
        usual_amount: None,
    };
    let asked = || {
        let Some(days) = days(session, &blank)? else { return Ok(None) };
        let usual_week = session.yes("intake-baseline-usual-ask", true)?;
        let mut draft = BaselineDraft { days, usual_week, ..blank.clone() };
        if usual_week == Some(false) {
            draft.usual_amount = usual_amount(session, &draft)?;
        }
        Ok(Some(draft))
    };
    session.until_recorded(asked, |draft| vec![Record::Baseline(draft.clone())])?;
    other_unit(session, substance, unit, &units)
}

/// Seven days: about the same, day by day, or not known.
fn days(
    session: &Session<'_>,
    blank: &BaselineDraft,
) -> Result<Option<Vec<Option<String>>>, Failure> {
    let options = ["intake-baseline-by-day", "intake-baseline-same", "intake-baseline-unknown"];
    let options = options.map(|id| session.say(id)).to_vec();
    let Some(how) = session.choose("intake-baseline-how-ask", options, 0)? else { return Ok(None) };
    let mut days = blank.days.clone();
    match how {
        0 => {
            let today = session.ok(session.koers.today(Some(&blank.substance)))?.day;
            for nth in 0..days.len() {
                let day = today - TimeDelta::days((days.len() - nth) as i64);
                let weekday = speak::weekday(day.weekday(), session.voice.lang);
                let name = format!("{weekday} {}", speak::date(day, session.voice.lang));
                let question = Words::new().text("day", name);
                let question = session.voice.say_with("intake-baseline-ask", &question);
                days[nth] = one_day(session, blank, &question, nth)?;
            }
        }
        1 => {
            let question = session.say("intake-baseline-each-ask");
            let every_day = one_day(session, blank, &question, 0)?;
            days.fill(every_day);
        }
        _ => {}
    }
    Ok(Some(days))
}

fn one_day(
    session: &Session<'_>,
    blank: &BaselineDraft,
    question: &str,
    nth: usize,
) -> Result<Option<String>, Failure> {
    session.fitting(
        &["days"],
        || {
            let typed = text(&session.voice, question, "", "ask-help-amount")?;
            Ok(typed.filter(|typed| !typed.is_empty() && typed != UNKNOWN))
        },
        |amount| {
            let mut days = blank.days.clone();
            days[nth].clone_from(amount);
            Record::Baseline(BaselineDraft { days, ..blank.clone() })
        },
    )
}

fn usual_amount(session: &Session<'_>, draft: &BaselineDraft) -> Result<Option<String>, Failure> {
    session.fitting(
        &["usual_amount"],
        || {
            let typed = session.text("intake-baseline-usual-amount", "")?;
            Ok(typed.filter(|typed| !typed.is_empty() && typed != UNKNOWN))
        },
        |usual_amount| {
            let usual_amount = usual_amount.clone();
            Record::Baseline(BaselineDraft { usual_amount, ..draft.clone() })
        },
    )
}

/// A second unit, with what one is in the other: proposed where the pack has a figure, and used
/// only once the person said so.
fn other_unit(
    session: &Session<'_>,
    substance: &Code,
    unit: &Unit,
    units: &[&Unit],
) -> Result<(), Failure> {
    let others: Vec<&Unit> = units.iter().copied().filter(|one| one.code != unit.code).collect();
    let mut names = vec![session.say("intake-other-unit-none")];
    names.extend(others.iter().map(|one| session.voice.label(&one.code)));
    let chosen = session.choose("intake-other-unit-ask", names, 0)?.unwrap_or_default();
    let Some(other) = chosen.checked_sub(1).map(|nth| others[nth]) else { return Ok(()) };
    // The pack may know a figure for one direction only; the question follows it.
    let (from, to) = if other.proposals.iter().any(|one| one.to == unit.code) {
        (other, unit)
    } else {
        (unit, other)
    };
    let blank = CalibrationDraft {
        substance: substance.clone(),
        from: from.code.clone(),
        to: to.code.clone(),
        from_amount: "1".to_owned(),
        to_amount: String::new(),
        valid_from: None,
    };
    let asked = || {
        let Some(to_amount) = amount_in(session, from, to)? else { return Ok(None) };
        Ok(Some(CalibrationDraft { to_amount, ..blank.clone() }))
    };
    let both_ways = |draft: &CalibrationDraft| {
        vec![Record::Calibration(draft.clone()), Record::Calibration(draft.reversed())]
    };
    session.until_recorded(asked, both_ways)?;
    Ok(())
}

/// How much one of `from` is in `to`.
fn amount_in(session: &Session<'_>, from: &Unit, to: &Unit) -> Result<Option<String>, Failure> {
    let one = koers_core::content::Amount::ONE;
    let words = Words::new().amount("one", one, &from.code);
    let proposed = from.proposals.iter().find(|proposal| proposal.to == to.code);
    if let Some(proposed) = proposed {
        let words = words.clone().amount("other", proposed.factor, &to.code);
        let question = session.voice.say_with("intake-conversion-ask", &words);
        if yes(&session.voice, &question, true)? == Some(true) {
            return Ok(Some(proposed.factor.to_string()));
        }
    }
    let words = words.text("unit", session.voice.label(&to.code));
    let question = session.voice.say_with("intake-conversion-how-many", &words);
    let typed = text(&session.voice, &question, "", "ask-help-amount")?;
    Ok(typed.filter(|typed| !typed.is_empty() && typed != UNKNOWN))
}
