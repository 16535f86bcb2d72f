//! What an open vault writes to the porch.

use chrono::TimeDelta;

use super::held::{Held, Item, Mark};
use super::{seen, zone_of};
use crate::app::ask::reminders;
use crate::app::{Here, KoersError};
use crate::journey::draft::Desk;
use crate::journey::entity::{Closing, EmergencyPlan, WhileLocked};
use crate::journey::id;
use crate::reminder::{HORIZON_DAYS, plan};
use crate::time::cbor;
use crate::vault::DropPublic;

/// The longest that a reminder stays due: news, three days.
const LONGEST_DUE_DAYS: u32 = 3;

/// What the porch is to hold by what is recorded.
pub(super) fn held(desk: &Desk<'_>, drop_key: Option<DropPublic>) -> Result<Held, KoersError> {
    let mut held =
        Held { zone: desk.here.zone.clone(), cut_off: desk.cut_off(), ..Held::default() };
    let chosen = desk.journey.get::<WhileLocked>(id::while_locked());
    if chosen.is_some_and(|chosen| chosen.act) {
        held.drop_key = drop_key.map(|key| key.0.into());
    }
    if let (Some(chosen), Some(plan)) =
        (chosen, desk.journey.get::<EmergencyPlan>(id::emergency_plan()))
    {
        let still_there = |line: &&String| plan.lines().any(|one| one == *line);
        held.help = chosen.help.iter().filter(still_there).cloned().collect();
    }
    let Some(reminding) = reminders::reminding(desk)? else { return Ok(held) };
    if let Some(profile) = desk.journey.profile() {
        held.country.clone_from(&profile.country);
        held.quiet_from = profile.reminders.quiet_from;
        held.quiet_to = profile.reminders.quiet_to;
    }
    held.last_record_ms = reminding.input.recorded.last().map(chrono::DateTime::timestamp_millis);
    held.marks = reminding
        .closed
        .iter()
        .map(|(substance, closed)| Mark {
            substance: substance.clone(),
            last_logged_ms: last_logged(desk, substance),
            closed: closed.iter().map(|day| cbor::day::number(*day)).collect(),
        })
        .collect();
    held.items = items(desk, &reminding, &held);
    Ok(held)
}

/// What is due and what is to come, as the plan has it.
fn items(desk: &Desk<'_>, reminding: &reminders::Reminding, held: &Held) -> Vec<Item> {
    let here = Here { now: desk.now, home: desk.here.clone() };
    let zone = zone_of(&here);
    let since = desk.now - TimeDelta::days(LONGEST_DUE_DAYS.into());
    let until = (desk.now + TimeDelta::days(HORIZON_DAYS.into())).timestamp_millis();
    let planned = plan(&reminding.input, since, &zone, HORIZON_DAYS + LONGEST_DUE_DAYS).items;
    let standing = held.standing();
    let stand = planned.iter().filter(|item| {
        item.instant_ms <= until
            && (item.instant_ms > desk.now.timestamp_millis()
                || standing.stands(item, item.instant_ms, desk.now))
    });
    stand.map(|item| Item::of(item, None)).collect()
}

/// Takes over what only the old porch knows: reminders put off that still stand, and what still
/// lies in the drop box.
pub(super) fn carry_over(held: &mut Held, old: &Held, desk: &Desk<'_>, box_is_empty: bool) {
    let here = Here { now: desk.now, home: desk.here.clone() };
    let Some(profile) = desk.journey.profile() else { return };
    if !box_is_empty {
        held.dropped.clone_from(&old.dropped);
    }
    let (standing, zone) = (held.standing(), zone_of(&here));
    for item in old.items.iter().filter(|item| item.put_off_ms.is_some()) {
        let stands = seen(item, old, &zone)
            .filter(|(planned, _)| planned.kind.is_on(&profile.reminders))
            .is_some_and(|(planned, since)| standing.stands(&planned, since, here.now));
        if stands {
            held.items.retain(|one| one.stable_id != item.stable_id);
            held.items.push(item.clone());
        }
    }
}

fn last_logged(desk: &Desk<'_>, substance: &crate::content::Code) -> Option<i64> {
    let episodes = desk.journey.episodes().filter(|(_, one)| one.substance == *substance);
    let episodes = episodes.map(|(_, one)| one.made.utc.timestamp_millis());
    let closings = desk.journey.all::<Closing>();
    let closings = closings.filter(|(_, one)| one.substances.contains(substance));
    episodes.chain(closings.map(|(_, one)| one.made.utc.timestamp_millis())).max()
}
