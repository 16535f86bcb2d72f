//! The Koers object for other languages, over UniFFI.
//!
//! Only the object, what observes it and what works without a vault live here; the records, enums
//! and errors they speak in are the core's own. It must not decide anything.

mod ask;
mod koers;
mod locked;
mod observe;
mod porch;

pub use koers::Koers;
pub use locked::{catalogue, help_now, sentence, substances, wipe};
pub use observe::{Observer, ObserverFailed};
pub use porch::{Porch, wipe_porch};

uniffi::setup_scaffolding!("koers");
