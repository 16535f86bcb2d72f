//! Older days that are not filled in: filled in at once, or left.

use koers_core::app::Command as Record;
use koers_core::journey::draft::{FillInDraft, FilledDayDraft, NotForMeDraft};

use crate::args::{FillInArgs, Of};
use crate::failure::Failure;
use crate::session::Session;
use crate::show;

/// The days that are open; with an answer, those that it is about are filled in.
pub(crate) fn fill_in(session: &Session<'_>, args: &FillInArgs) -> Result<(), Failure> {
    let form = session.ok(session.koers.gap_form(args.of.code().as_ref()))?;
    if !args.none && args.used.is_empty() {
        return session.show(Ok(form), show::gap_form);
    }
    let (from, to, used) = (args.from, args.to, &args.used);
    let without = form.days.iter().map(|one| one.day).filter(|day| {
        args.none
            && !used.contains(day)
            && from.is_none_or(|from| from <= *day)
            && to.is_none_or(|to| *day <= to)
    });
    let mut period: Vec<FilledDayDraft> =
        without.map(|day| FilledDayDraft { day, used: false }).collect();
    period.extend(used.iter().map(|day| FilledDayDraft { day: *day, used: true }));
    let id = session.ok(session.koers.new_id())?;
    session.record(&Record::FillIn(FillInDraft { id, substance: form.substance, period }))
}

/// Puts the line about older open days away, where there is one.
pub(crate) fn go_on(session: &Session<'_>, of: &Of) -> Result<(), Failure> {
    let today = session.ok(session.koers.today(of.code().as_ref()))?;
    match today.gaps {
        Some(gaps) => session.record(&Record::NotForMe(NotForMeDraft { subject: gaps.key })),
        None => Err(Failure::Wrong(session.say("day-no-gaps"))),
    }
}
