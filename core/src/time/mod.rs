//! Moments and local days.
//!
//! What was true when an entry was made stays true: a [`Moment`] keeps its instant, offset, zone
//! as given and local day together. This room must not read a clock, nor the system's own tz
//! database: *now* comes in, and the rules of all zones are built in.

mod moment;
mod resolve;
mod week;
mod zone;

/// How days and instants stand in a record's body.
pub mod cbor;

pub use moment::{CutOff, Moment, Precision, When};
pub use resolve::{Adjusted, Home, Resolved, WhenError, is_future, resolve};
pub use week::week_start;
pub use zone::{Local, Zone, tz_version, zone_names};
