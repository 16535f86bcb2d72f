//! Situations on the list, and their plans.

use koers_core::app::{Command as Record, FoundSituation};
use koers_core::content::SituationId;
use koers_core::journey::draft::{PlanDraft, PlanUseDraft};
use koers_core::programme::AskedAbout;

use crate::args::{AddArgs, PlanArgs, PlanFieldWord, SituationArgs};
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, show};

fn found(session: &Session<'_>, named: &SituationArgs) -> Result<FoundSituation, Failure> {
    session.ok(session.koers.find_situation(&named.situation, named.of.code().as_ref()))
}

/// Puts a situation on the list, with what the person expects there.
pub(crate) fn add(session: &Session<'_>, args: &AddArgs) -> Result<(), Failure> {
    let substance = session.substance(&args.of)?;
    let listing = session.koers.listing(&substance, &args.situation, args.rating);
    session.record_all(&session.ok(listing)?)
}

pub(crate) fn why(session: &Session<'_>, named: &SituationArgs) -> Result<(), Failure> {
    let found = found(session, named)?;
    let view = session.ok(session.koers.situations(Some(&found.substance)))?;
    for place in view.places.into_iter().filter(|place| place.id == found.situation) {
        session.show(Ok(place), show::why)?;
    }
    Ok(())
}

pub(crate) fn pin(
    session: &Session<'_>,
    named: &SituationArgs,
    pinned: bool,
) -> Result<(), Failure> {
    let found = found(session, named)?;
    let mut draft = session.ok(session.koers.list_draft(&found.substance, &found.situation))?;
    draft.pinned = pinned;
    session.record(&Record::List(draft))
}

pub(crate) fn plan(session: &Session<'_>, args: &PlanArgs) -> Result<(), Failure> {
    let situation = found(session, &args.situation)?.situation;
    if args.names_fields() {
        let draft = session.ok(session.koers.plan_draft(&situation))?;
        session.record(&Record::Plan(filled(draft, args)))?;
    } else if args.edit {
        ask::plan(session, &situation)?;
    }
    if args.tried || args.helped.is_some() {
        return session.record(&tried(session, situation, args)?);
    }
    if args.names_fields() || args.edit {
        return Ok(());
    }
    session.show(session.koers.plan(&situation), show::plan)
}

/// A use of the plan, or the answer to what is asked about it; without a question it is about today.
fn tried(
    session: &Session<'_>,
    situation: SituationId,
    args: &PlanArgs,
) -> Result<Record, Failure> {
    let note = args.adjust.clone().unwrap_or_default();
    let Some(helped) = args.helped else {
        let id = session.ok(session.koers.new_id())?;
        return Ok(Record::PlanUse(PlanUseDraft { id, situation, helped: None, note, when: None }));
    };
    let ask = session.ok(session.koers.plan(&situation))?.ask.filter(|_| !args.tried);
    let about = ask.map_or(AskedAbout::Today, |ask| ask.about);
    session.ok(session.koers.plan_answer(&situation, &about, helped.into(), &note))
}

/// The plan with the options put into it; what was not named stays as it is.
fn filled(mut draft: PlanDraft, args: &PlanArgs) -> PlanDraft {
    for field in &args.clear {
        clear(&mut draft, *field);
    }
    let lists = [
        (&mut draft.early_signals, &args.signals),
        (&mut draft.avoid, &args.avoid),
        (&mut draft.prepare, &args.prepare),
        (&mut draft.during, &args.during),
        (&mut draft.after, &args.after),
        (&mut draft.who, &args.who),
    ];
    for (field, given) in lists {
        if !given.is_empty() {
            field.clone_from(given);
        }
    }
    let texts = [
        (&mut draft.helping_thought, &args.thought),
        (&mut draft.way_out, &args.way_out),
        (&mut draft.alternative, &args.alternative),
    ];
    for (field, given) in texts {
        if let Some(given) = given {
            field.clone_from(given);
        }
    }
    draft.avoidable = args.avoidable.map(Into::into).or(draft.avoidable);
    draft.confidence = args.confidence.or(draft.confidence);
    draft
}

fn clear(draft: &mut PlanDraft, field: PlanFieldWord) {
    match field {
        PlanFieldWord::Signal => draft.early_signals.clear(),
        PlanFieldWord::Avoidable => draft.avoidable = None,
        PlanFieldWord::Avoid => draft.avoid.clear(),
        PlanFieldWord::Prepare => draft.prepare.clear(),
        PlanFieldWord::During => draft.during.clear(),
        PlanFieldWord::After => draft.after.clear(),
        PlanFieldWord::Thought => draft.helping_thought.clear(),
        PlanFieldWord::Who => draft.who.clear(),
        PlanFieldWord::WayOut => draft.way_out.clear(),
        PlanFieldWord::Alternative => draft.alternative.clear(),
        PlanFieldWord::Confidence => draft.confidence = None,
    }
}
