//! Moments and local days.
//!
//! What was true when an entry was made stays true: a [`Moment`] keeps its instant, offset, zone
//! as given and local day together. This room must not read a clock: *now* comes in.

mod moment;

/// How days and instants stand in a record's body.
pub mod cbor;

pub use moment::{CutOff, Moment, Precision, When};
