//! Observers in other languages.

use std::sync::Arc;

use koers_core::app::{Observer as CoreObserver, Screen};

/// Something that wants to know what changed.
///
/// Calls come one after another on a thread of the core's own. Calls back into Koers are allowed.
#[uniffi::export(with_foreign)]
pub trait Observer: Send + Sync {
    /// These screens may have changed.
    fn changed(&self, screens: Vec<Screen>) -> Result<(), ObserverFailed>;
}

/// An observer failed; the core counts it and goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ObserverFailed {
    /// It said so, or threw something else.
    #[error("the observer failed")]
    Threw,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ObserverFailed {
    /// What it threw is not looked at: it may hold what a person wrote.
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Threw
    }
}

/// Puts an observer of another language before the core.
pub(crate) struct Bridge(pub(crate) Arc<dyn Observer>);

impl CoreObserver for Bridge {
    fn changed(&self, screens: Vec<Screen>) -> Result<(), String> {
        self.0.changed(screens).map_err(|error| error.to_string())
    }
}
