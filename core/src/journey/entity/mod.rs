//! The entities a person records, one file for what changes together.
//!
//! Bodies are CBOR maps with integer keys. A key, once used, never means anything else; a nested
//! structure never grows, it gets a new key at the top.

mod episode;
mod exercise;
mod goal;
mod local;
mod plan;
mod settings;
mod situation;
mod words;

use minicbor::{Decode, Encode};

pub use episode::{Closing, Conversion, Episode, Note, SituationTag, Tag, Use};
pub use exercise::{Answer, Field, NotForMe, Row};
pub use goal::{
    Agreement, Baseline, Calibration, Goal, Price, Review, Step, Weekdays, weekday_word,
};
pub use local::{Delivery, HalfFilled, WhileLocked};
pub use plan::{EmergencyPlan, Plan, PlanUse, Supporter};
pub use settings::{CoUse, Followed, Pause, Profile, Round};
pub use situation::{ListedSituation, OwnSituation};
pub use words::OwnWords;

use crate::vault::History;

/// The lowest reader that may edit what this version writes; stored in every version.
pub const READER: u16 = 1;

/// Something a person records: one kind of record.
pub trait Entity:
    OwnWords + Encode<()> + for<'b> Decode<'b, ()> + Clone + PartialEq + 'static
{
    /// The number of the kind in a version; never reused.
    const KIND: u16;
    /// The word for programs.
    const NAME: &'static str;
    /// The greatest key of the body that this version knows.
    const LAST_KEY: u32;
    /// Whether earlier versions are kept.
    const HISTORY: History;
    /// Whether it stays on this device.
    const LOCAL: bool = false;
}

/// Declares the kinds in one table, so that a number is seen to be used once.
macro_rules! kinds {
    ($($kind:literal $entity:ident $name:literal $history:ident last $last:literal $($local:ident)?,)*) => {
        $(impl Entity for $entity {
            const KIND: u16 = $kind;
            const NAME: &'static str = $name;
            const LAST_KEY: u32 = $last;
            const HISTORY: History = History::$history;
            $(const LOCAL: bool = stringify!($local).len() > 0;)?
        })*

        /// Whether a kind keeps its earlier versions; an unknown one does.
        pub fn history_of(kind: u16) -> History {
            match kind {
                $($kind => History::$history,)*
                _ => History::All,
            }
        }

        /// A body of this kind, read and written again; none where it cannot be read.
        #[cfg(any(test, fuzzing))]
        pub(crate) fn written_again(kind: u16, body: &[u8]) -> Option<Vec<u8>> {
            match kind {
                $($kind => super::read::<$entity>(body).map(|one| super::write(&one.value, &one.unknown)),)*
                _ => None,
            }
        }

        /// Every kind with its word, for exports, tests and reports.
        pub const KINDS: &[(u16, &str)] = &[$(($kind, $name),)*];
    };
}

kinds! {
    16 Profile "profile" All last 5,
    17 Followed "followed" All last 2,
    18 CoUse "co_use" All last 0,
    19 Round "round" All last 4,
    20 Baseline "baseline" All last 6,
    21 Goal "goal" All last 11,
    22 Step "step" All last 5,
    23 Agreement "agreement" All last 9,
    24 Review "review" All last 2,
    25 Calibration "calibration" All last 5,
    26 Price "price" All last 4,
    27 OwnSituation "own_situation" All last 2,
    28 ListedSituation "situation" All last 6,
    29 Episode "episode" Latest last 13,
    30 Closing "closing" Latest last 5,
    31 Plan "plan" All last 13,
    32 PlanUse "plan_use" Latest last 4,
    33 EmergencyPlan "emergency_plan" All last 7,
    34 Supporter "supporter" Latest last 2,
    35 Note "note" Latest last 3,
    36 NotForMe "not_for_me" Latest last 2,
    37 Answer "answer" All last 3,
    38 HalfFilled "half_filled" Latest last 2 local,
    39 Delivery "delivery" Latest last 2 local,
    40 WhileLocked "while_locked" Latest last 1 local,
}
