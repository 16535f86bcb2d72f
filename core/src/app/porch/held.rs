//! What the porch holds: CBOR maps with integer keys. A key, once used, never means anything
//! else; keys of a newer version are passed over.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::content::Code;
use crate::reminder::{Action, PlannedReminder, ReminderKind, Standing};
use crate::time::{CutOff, cbor};

/// All that the porch holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Held {
    /// Reminders due or to come, in the order of time.
    #[n(0)]
    pub(super) items: Vec<Item>,
    /// The zone in which they were planned, as the device called it.
    #[n(1)]
    pub(super) zone: String,
    /// One for each substance followed.
    #[n(2)]
    pub(super) marks: Vec<Mark>,
    /// When anything was last recorded, in milliseconds since 1970, UTC.
    #[n(3)]
    pub(super) last_record_ms: Option<i64>,
    /// Quiet hours, in minutes after midnight.
    #[n(4)]
    pub(super) quiet_from: u16,
    #[n(5)]
    pub(super) quiet_to: u16,
    /// When a new day begins.
    #[n(6)]
    pub(super) cut_off: CutOff,
    /// The public half of the drop box's key; only where noting without unlocking was chosen.
    #[n(7)]
    pub(super) drop_key: Option<ByteArray<32>>,
    /// The lines of the emergency plan that were ticked.
    #[n(8)]
    pub(super) help: Vec<String>,
    /// Whose help lines come first.
    #[n(9)]
    pub(super) country: String,
    /// What was put into the drop box and not yet taken out, as far as reminders go.
    #[n(10)]
    pub(super) dropped: Vec<Dropped>,
}

/// A planned reminder.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Item {
    #[n(0)]
    pub(super) stable_id: String,
    #[n(1)]
    instant_ms: i64,
    #[cbor(n(2), with = "cbor::day")]
    date: NaiveDate,
    /// Minutes after midnight.
    #[n(3)]
    time: u16,
    #[n(4)]
    kind: u8,
    #[cbor(n(5), with = "cbor::day_or_none", has_nil)]
    about: Option<NaiveDate>,
    #[n(6)]
    text_id: String,
    #[n(7)]
    words: Option<String>,
    #[n(8)]
    actions: Vec<u8>,
    #[n(9)]
    expires_ms: i64,
    /// When it was put off ("later"), in milliseconds since 1970, UTC.
    #[n(10)]
    pub(super) put_off_ms: Option<i64>,
}

/// What is known of one substance.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Mark {
    #[n(0)]
    pub(super) substance: Code,
    /// When something was last logged about it, in milliseconds since 1970, UTC.
    #[n(1)]
    pub(super) last_logged_ms: Option<i64>,
    /// Days of the last week that are closed, as days since 1970.
    #[n(2)]
    pub(super) closed: Vec<i64>,
}

/// Something that lies in the drop box.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Dropped {
    #[n(0)]
    pub(super) at_ms: i64,
    /// The substance; none for all that are followed.
    #[n(1)]
    pub(super) substance: Option<Code>,
    /// The day that it closes up to its moment.
    #[cbor(n(2), with = "cbor::day_or_none", has_nil)]
    pub(super) closes: Option<NaiveDate>,
}

/// Numbers of kinds; never reused.
const KINDS: [(u8, ReminderKind); 6] = [
    (1, ReminderKind::CheckIn),
    (2, ReminderKind::NotClosed),
    (3, ReminderKind::Letter),
    (4, ReminderKind::ProgrammeEnd),
    (5, ReminderKind::FollowUp),
    (6, ReminderKind::PreRisk),
];

/// Numbers of actions; never reused.
const ACTIONS: [(u8, Action); 3] =
    [(1, Action::NothingSoFar), (2, Action::Log), (3, Action::Later)];

impl Item {
    pub(super) fn of(planned: &PlannedReminder, put_off_ms: Option<i64>) -> Self {
        let number = |action: &Action| ACTIONS.iter().find(|(_, one)| one == action);
        let kind = KINDS.iter().find(|(_, kind)| *kind == planned.kind);
        Self {
            stable_id: planned.stable_id.clone(),
            instant_ms: planned.instant_ms,
            date: planned.date,
            time: (planned.hour * 60 + planned.minute) as u16,
            kind: kind.map_or(0, |(number, _)| *number),
            about: planned.about,
            text_id: planned.text_id.clone(),
            words: planned.words.clone(),
            actions: planned.actions.iter().filter_map(number).map(|(n, _)| *n).collect(),
            expires_ms: planned.expires_ms,
            put_off_ms,
        }
    }

    /// The reminder; none of a kind that only a newer version knows, or outside the years that a
    /// plan is made for.
    pub(super) fn planned(&self) -> Option<PlannedReminder> {
        if !(1900..2200).contains(&self.date.year()) {
            return None;
        }
        let action = |number: &u8| ACTIONS.iter().find(|(n, _)| n == number);
        Some(PlannedReminder {
            stable_id: self.stable_id.clone(),
            instant_ms: self.instant_ms,
            date: self.date,
            hour: u32::from(self.time / 60).min(23),
            minute: u32::from(self.time % 60),
            kind: KINDS.iter().find(|(number, _)| *number == self.kind)?.1,
            about: self.about,
            text_id: self.text_id.clone(),
            words: self.words.clone(),
            actions: self.actions.iter().filter_map(action).map(|(_, one)| *one).collect(),
            expires_ms: self.expires_ms,
        })
    }
}

impl Held {
    /// Reads what was sealed; none where it is something else.
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        minicbor::decode(content).ok()
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("writing to memory does not fail")
    }

    /// The marks by which reminders stand or fall, with what lies in the drop box.
    pub(super) fn standing(&self) -> Standing {
        let dropped_at = self.dropped.iter().map(|one| one.at_ms);
        let closed = |mark: &Mark| -> BTreeSet<NaiveDate> {
            let spoken_of = |one: &&Dropped| {
                one.substance.as_ref().is_none_or(|substance| *substance == mark.substance)
            };
            let before = mark.closed.iter().filter_map(|day| cbor::day::from_number(*day));
            before
                .chain(self.dropped.iter().filter(spoken_of).filter_map(|one| one.closes))
                .collect()
        };
        let each = self.marks.iter().map(closed);
        Standing {
            last_record_ms: self.last_record_ms.into_iter().chain(dropped_at).max(),
            closed: each.reduce(|all, one| &all & &one).unwrap_or_default(),
            quiet_from: self.quiet_from,
            quiet_to: self.quiet_to,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::Zone;

    fn item() -> Item {
        Item {
            stable_id: "check_in:2026-03-05".to_owned(),
            instant_ms: 1_772_737_200_000,
            date: NaiveDate::from_ymd_opt(2026, 3, 5).expect("a date"),
            time: 1200,
            kind: 1,
            about: NaiveDate::from_ymd_opt(2026, 3, 5),
            text_id: "reminder-check-in".to_owned(),
            words: None,
            actions: vec![1, 2, 3],
            expires_ms: 1_772_766_000_000,
            put_off_ms: None,
        }
    }

    fn held() -> Held {
        Held {
            items: vec![item()],
            zone: "Europe/Brussels".to_owned(),
            marks: vec![Mark {
                substance: "cannabis".into(),
                last_logged_ms: Some(1),
                closed: vec![20_517],
            }],
            last_record_ms: Some(2),
            quiet_from: 1320,
            quiet_to: 480,
            cut_off: CutOff(240),
            drop_key: Some([3; 32].into()),
            help: vec!["bel Tom".to_owned()],
            country: "BE".to_owned(),
            dropped: vec![Dropped { at_ms: 4, substance: None, closes: None }],
        }
    }

    #[test]
    fn the_bytes_of_what_the_porch_holds_have_not_changed() {
        let hex = held().bytes().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert_eq!(hex, include_str!("held.txt").trim(), "a key, once used, means nothing else");
        assert_eq!(Held::read(&held().bytes()), Some(held()));
        assert_eq!(Item::of(&item().planned().expect("a kind"), None), item());
    }

    #[test]
    fn keys_and_kinds_of_a_newer_version_are_passed_over() {
        let mut bytes = held().bytes();
        assert_eq!(bytes[0], 0xab);
        bytes[0] = 0xac;
        bytes.extend_from_slice(b"\x18\x63\x63new");
        bytes.resize(8192, 0);
        assert_eq!(Held::read(&bytes), Some(held()));
        assert_eq!(Item { kind: 99, ..item() }.planned(), None);
        let actions = vec![2, 77];
        let planned = Item { actions, ..item() }.planned().expect("a kind");
        assert_eq!(planned.actions, [Action::Log]);
    }

    #[test]
    fn a_day_is_closed_when_it_is_closed_for_every_substance() {
        let mut held = held();
        let day = cbor::day::from_number(20_517).expect("a day");
        assert!(held.standing().closed.contains(&day));
        held.marks.push(Mark { substance: "cocaine".into(), last_logged_ms: None, closed: vec![] });
        assert!(held.standing().closed.is_empty());
        let (at_ms, closes) = (9, Some(day));
        held.dropped.push(Dropped { at_ms, substance: Some("cannabis".into()), closes });
        assert!(held.standing().closed.is_empty());
        held.dropped.push(Dropped { at_ms, substance: Some("cocaine".into()), closes });
        assert!(held.standing().closed.contains(&day));
        assert_eq!(held.standing().last_record_ms, Some(9));
    }

    proptest! {
        #[test]
        fn no_content_makes_the_porch_panic(
            bytes in prop::collection::vec(any::<u8>(), 0..300),
            instant_ms in any::<i64>(),
            expires_ms in any::<i64>(),
            day in any::<i64>(),
            time in any::<u16>(),
        ) {
            let _ = Held::read(&bytes);
            let _ = super::super::entry::Entry::read(&bytes);
            let mut bytes = held().bytes();
            let at = day.unsigned_abs() as usize % bytes.len();
            bytes[at] ^= time as u8;
            let _ = Held::read(&bytes);
            let date = cbor::day::from_number(day % 200_000_000).unwrap_or_default();
            let put_off_ms = Some(expires_ms);
            let item = Item { instant_ms, date, time, expires_ms, put_off_ms, ..item() };
            if let Some(planned) = item.planned() {
                let zone = Zone::named("Europe/Brussels").expect("a zone");
                let now = chrono::DateTime::from_timestamp_millis(1_772_737_200_000).expect("a time");
                let _ = held().standing().is_due(&planned, instant_ms, now, &zone);
                let _ = crate::reminder::moved(&planned, crate::reminder::Moved::ToThisZone, &zone);
            }
        }
    }
}
