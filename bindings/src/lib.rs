//! The Koers object for other languages, over UniFFI.
//!
//! Only the object, what observes it and what works without a vault live here; the records, enums
//! and errors they speak in are the core's own. It must not decide anything.

mod ask;
mod koers;
mod locked;
mod observe;

pub use koers::Koers;
pub use locked::{catalogue, help_now, sample, sentence, substances, version, wipe};
pub use observe::{Observer, ObserverFailed};

uniffi::setup_scaffolding!("koers");
