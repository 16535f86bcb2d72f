//! When a person wants to be reminded.

use minicbor::{Decode, Encode};
use serde::Serialize;

/// When a person wants to be reminded; times are minutes after midnight.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct ReminderSettings {
    /// The daily check-in; none when off.
    #[n(0)]
    pub check_in: Option<u16>,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        Self { check_in: Some(1200) }
    }
}
