//! A period filled in later: which days can be, and what is written for each (rule G2).

use chrono::NaiveDate;

use super::{Checked, change, taken};
use crate::content::Code;
use crate::goal::is_said;
use crate::journey::draft::{Desk, FillInDraft, FilledDay, Reason, Refusal};
use crate::journey::entity::Closing;
use crate::vault::Intent;

/// A period filled in, each day that is still open. Told twice, it counts once.
pub(super) fn check(desk: &Desk<'_>, draft: &FillInDraft) -> Result<Checked, Refusal> {
    let filled = draft.check(desk)?;
    let mut there = 0;
    for FilledDay { closing: (id, closing), .. } in &filled {
        let before = taken::<Closing>(desk, *id)?;
        there += usize::from(before.is_some_and(|before| before.answer == closing.answer));
    }
    if there == filled.len() {
        return Ok(Checked::repeated());
    }
    let mut writes = Vec::with_capacity(filled.len());
    for (i, FilledDay { closing: (id, closing), episode }) in filled.iter().enumerate() {
        if is_filled_in(desk, &draft.substance, closing.day) {
            return Err(Refusal::new(&format!("period[{i}]"), Reason::AlreadyThere));
        }
        let used = episode.as_ref().map(|(id, episode)| change(desk, *id, episode));
        writes.extend(used.map(|change| (Intent::Create, change)));
        writes.push((Intent::Create, change(desk, *id, closing)));
    }
    Ok(Checked { writes, repeated: false })
}

/// Whether use was logged on a day, or it was said how it was.
fn is_filled_in(desk: &Desk<'_>, substance: &Code, day: NaiveDate) -> bool {
    let mut logged = desk.journey.episodes_between(day, day).map(|(_, episode)| episode);
    is_said(desk.journey, substance, day)
        || logged.any(|episode| episode.uses.iter().any(|one| one.substance == *substance))
}
