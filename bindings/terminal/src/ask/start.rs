//! The intake in five short steps. Each is recorded when it is done; between two of them a person
//! can go on, skip one, or stop until later.

use std::collections::BTreeSet;

use koers_core::app::IntakeStepView;
use koers_core::content::Args as Words;
use koers_core::programme::IntakeStep;

use super::steps;
use crate::failure::Failure;
use crate::session::Session;
use crate::show;

/// Asks what the core says is left, from the first open step on.
pub(crate) fn start(session: &Session<'_>) -> Result<(), Failure> {
    let mut skipped = BTreeSet::new();
    let mut first = true;
    loop {
        let intake = session.ok(session.koers.intake())?;
        let open = |one: &&IntakeStepView| !one.done && !skipped.contains(&one.step);
        let Some(step) = intake.steps.iter().find(open) else {
            show::paragraph(0, intake.done.as_deref().unwrap_or(&intake.paused));
            return Ok(());
        };
        if first {
            show::paragraph(0, intake.welcome.as_deref().unwrap_or_default());
        } else {
            match next(session)? {
                Next::GoOn => {}
                Next::Skip => {
                    skipped.insert(step.step);
                    continue;
                }
                Next::Pause => {
                    show::paragraph(0, &intake.paused);
                    return Ok(());
                }
            }
        }
        first = false;
        ask(session, step)?;
        // A step that was left open comes again with the next start, not at once.
        skipped.insert(step.step);
    }
}

enum Next {
    GoOn,
    Skip,
    Pause,
}

fn next(session: &Session<'_>) -> Result<Next, Failure> {
    let options = ["intake-next-go-on", "intake-next-skip", "intake-next-pause"];
    let options = options.map(|id| session.say(id)).to_vec();
    Ok(match session.choose("intake-next-ask", options, 0)? {
        Some(0) => Next::GoOn,
        Some(1) => Next::Skip,
        _ => Next::Pause,
    })
}

fn ask(session: &Session<'_>, view: &IntakeStepView) -> Result<(), Failure> {
    show::title(&format!("{}: {}", view.count, view.title));
    show::paragraph(0, &session.say("intake-skip"));
    if view.step == IntakeStep::Person {
        return steps::person(session);
    }
    for substance in &view.open_for {
        if view.open_for.len() > 1 {
            let about = Words::new().text("substance", &*substance.label);
            show::paragraph(0, &session.voice.say_with("intake-about", &about));
        }
        match view.step {
            IntakeStep::Person => {}
            IntakeStep::PastWeek => steps::past_week(session, &substance.code)?,
            IntakeStep::Balance => steps::balance(session, &substance.code)?,
            IntakeStep::Goal => {
                super::goal(session, &substance.code)?;
            }
            IntakeStep::Agreement => steps::agreement(session, &substance.code)?,
        }
    }
    if view.step == IntakeStep::Agreement {
        steps::last(session)?;
    }
    Ok(())
}
