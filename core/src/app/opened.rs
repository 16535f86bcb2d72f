//! What an app should know when a vault was opened: whether an older file was put back.

use serde::Serialize;

use super::{Koers, KoersError};
use crate::content::Args;

/// How the vault was found when it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct OpenReport {
    /// The generation of the file: one more with every write.
    pub generation: u64,
    /// It is older than the one last used here: an older file was put back.
    pub older: bool,
    /// A sentence for the person, where there is something to say.
    pub line: Option<String>,
}

impl Koers {
    /// Compares the file as it was found with the generation last seen here; none where nothing
    /// was kept. The app keeps what [`stats`](Self::stats) says when it locks, under its key
    /// store and not beside the vault, where it would be put back along with it. An image of the
    /// whole device that was put back is not noticed.
    ///
    /// What is recorded after an older file was put back is told apart from what had been recorded
    /// in its place: should that come in again from a backup, neither hides the other.
    pub fn open_report(&self, last_seen: Option<u64>) -> Result<OpenReport, KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let generation = open.vault.generation_found();
        let older = last_seen.is_some_and(|seen| generation < seen);
        if older {
            open.vault.renew_writer()?;
        }
        let line =
            older.then(|| self.content.text("error-older-than-last", self.lang, &Args::new()));
        Ok(OpenReport { generation, older, line })
    }
}
