//! What stays on this device: half-filled forms, reminders delivered, and what works while locked.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use serde::{Serialize, Serializer};

use crate::time::Moment;

/// A form that was begun and not yet kept; dropped after 24 hours.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct HalfFilled {
    /// Which form.
    #[n(0)]
    pub form: String,
    /// What was entered, as the app keeps it.
    #[n(1)]
    #[serde(serialize_with = "length_only")]
    pub entered: ByteVec,
    /// When it was last touched.
    #[n(2)]
    pub made: Moment,
}

/// A reminder that a platform says it showed.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Delivery {
    /// The stable id of the planned reminder.
    #[n(0)]
    pub reminder: String,
    /// Its kind's word.
    #[n(1)]
    pub kind: String,
    /// When it was shown.
    #[n(2)]
    pub shown: Moment,
}

/// What the person lets this device do while it is locked; one record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct WhileLocked {
    /// Whether something can be noted from a notification or widget without unlocking.
    #[n(0)]
    pub act: bool,
    /// The lines of the emergency plan that help shows, as they stood when they were ticked.
    #[cbor(n(1), skip_if = "Vec::is_empty")]
    pub help: Vec<String>,
}

fn length_only<S: Serializer>(bytes: &ByteVec, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(bytes.len() as u64)
}
