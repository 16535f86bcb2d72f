//! The Koers object for other languages, over UniFFI.
//!
//! Only the object, what observes it and what works without a vault live here; the records, enums
//! and errors they speak in are the core's own. It must not decide anything.

mod ask;
mod backup;
mod koers;
mod locked;
mod merge;
mod observe;
mod porch;
mod rekey;
mod salvage;

pub use backup::{
    check_backup, check_backup_with_recovery_code, restore, restore_with_recovery_code,
};
pub use koers::Koers;
pub use locked::{
    catalogue, help_now, keys_gone, sample, sentence, slots, stepped, substances, version, wipe,
};
pub use observe::{Observer, ObserverFailed};
pub use porch::{Porch, wipe_porch};
pub use rekey::Rekeying;
pub use salvage::{salvage, salvage_with_device_key, salvage_with_recovery_code};

uniffi::setup_scaffolding!("koers");

/// What is freed is wiped: no secret and no word of the person stays behind on the heap.
#[cfg(feature = "zero-on-free")]
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);
