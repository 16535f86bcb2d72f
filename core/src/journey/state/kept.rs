//! Which kind of record is kept where: versions decoded by kind, the fold, and the check before a
//! commit follow from one table.

use super::super::apart::Apart;
use super::super::entity::{
    self, Agreement, Answer, Baseline, Calibration, Closing, CoUse, Delivery, EmergencyPlan,
    Entity, Episode, Followed, Goal, HalfFilled, ListedSituation, NotForMe, Note, OwnSituation,
    Plan, PlanUse, Price, Profile, Review, Round, Step, Supporter, WhileLocked,
};
use super::super::records::{Record, Records};
use super::Journey;
use crate::vault::{Clock, RecordId, Version};

/// Where the records of a kind are kept.
pub trait Kept: Entity {
    /// The records of this kind.
    fn records(journey: &Journey) -> &Records<Self>;
    /// The same, for the fold.
    #[doc(hidden)]
    fn records_mut(journey: &mut Journey) -> &mut Records<Self>;
}

/// A version, read and not yet folded in.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    pub(super) record: RecordId,
    pub(super) kind: u16,
    min_reader: u16,
    says: Says,
}

/// Which field keeps which kind; the fold and the check before a commit follow from it.
macro_rules! kept {
    ($($entity:ident in $field:ident,)*) => {
        $(impl Kept for $entity {
            fn records(journey: &Journey) -> &Records<Self> {
                &journey.$field
            }
            fn records_mut(journey: &mut Journey) -> &mut Records<Self> {
                &mut journey.$field
            }
        })*

        /// What a version of each kind says.
        #[derive(Clone, Debug, PartialEq)]
        enum Says {
            $($entity(Record<$entity>),)*
            UnknownKind,
        }

        impl Decoded {
            /// Which record it is of.
            pub fn record(&self) -> RecordId {
                self.record
            }

            /// The kind of that record.
            pub fn kind(&self) -> u16 {
                self.kind
            }

            /// Whether this version of Koers can read all of it: asked before it is committed.
            pub fn is_understood(&self) -> bool {
                let readable = match &self.says {
                    $(Says::$entity(record) => !record.is_newer(),)*
                    Says::UnknownKind => false,
                };
                readable && self.min_reader <= entity::READER
            }
        }

        impl Journey {
            /// Reads a version, whatever it says; asks nothing of a journey, so that many can be
            /// read side by side before they are gathered.
            pub fn decode(version: &Version) -> Decoded {
                let says = match version.kind {
                    $($entity::KIND => Says::$entity(Record::of(version)),)*
                    _ => Says::UnknownKind,
                };
                let Version { record, kind, min_reader, .. } = *version;
                Decoded { record, kind, min_reader, says }
            }

            pub(super) fn fold_record(&mut self, version: Decoded) {
                match version.says {
                    $(Says::$entity(record) => self.$field.fold(version.record, record),)*
                    Says::UnknownKind => self.unknown_kinds += 1,
                }
            }

            pub(super) fn clock_of(&self, kind: u16, record: RecordId) -> Clock {
                match kind {
                    $($entity::KIND => self.$field.clock(record),)*
                    _ => Clock::default(),
                }
            }

            /// The records between whose copies a person must choose, by kind and record id.
            pub fn apart(&self) -> Vec<Apart> {
                let all = std::iter::empty();
                $(let all = all.chain(self.$field.apart());)*
                all.collect()
            }

            /// Whether there is a record of this id, deleted ones among them.
            pub fn knows(&self, record: RecordId) -> bool {
                false $(|| self.$field.record(record).is_some())*
            }

            /// How many versions there are that a newer Koers wrote.
            pub fn newer(&self) -> u64 {
                self.unknown_kinds $(+ self.$field.newer() as u64)*
            }
        }
    };
}

kept! {
    Profile in profile,
    Followed in followed,
    CoUse in co_use,
    Round in rounds,
    Baseline in baselines,
    Goal in goals,
    Step in steps,
    Agreement in agreements,
    Review in reviews,
    Calibration in calibrations,
    Price in prices,
    OwnSituation in own_situations,
    ListedSituation in situations,
    Episode in episodes,
    Closing in closings,
    Plan in plans,
    PlanUse in plan_uses,
    EmergencyPlan in emergency_plan,
    Supporter in supporters,
    Note in notes,
    NotForMe in not_for_me,
    Answer in answers,
    HalfFilled in half_filled,
    Delivery in deliveries,
    WhileLocked in while_locked,
}
