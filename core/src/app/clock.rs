//! What time it is, and where.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Local, Offset, Utc};

use crate::time::Home;

/// A moment and the place by the clock that goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Here {
    /// The instant.
    pub now: DateTime<Utc>,
    /// Zone and offset of the device.
    pub home: Home,
}

/// What tells the time; a fixed one lets a person try another moment.
pub trait Clock: Send + Sync {
    /// This moment, here.
    fn here(&self) -> Here;
}

/// The device's own clock and zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn here(&self) -> Here {
        let now = Local::now();
        let offset_minutes = now.offset().fix().local_minus_utc() / 60;
        let zone = iana_time_zone::get_timezone().unwrap_or_default();
        Here { now: now.to_utc(), home: Home { zone, offset_minutes } }
    }
}

/// A clock that stands still.
#[derive(Clone, Debug)]
pub struct FixedClock(pub Here);

impl Clock for FixedClock {
    fn here(&self) -> Here {
        self.0.clone()
    }
}

/// The device's clock until another moment is set, and then a clock that stands still there: for
/// previews and tests.
#[derive(Debug, Default)]
pub struct SettableClock(Mutex<Option<Here>>);

impl SettableClock {
    /// Stands still here; none for the device's own clock again.
    pub fn set(&self, here: Option<Here>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = here;
    }
}

impl Clock for SettableClock {
    fn here(&self) -> Here {
        let set = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        set.unwrap_or_else(|| SystemClock.here())
    }
}
