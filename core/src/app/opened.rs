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
    pub fn open_report(&self, last_seen: Option<u64>) -> Result<OpenReport, KoersError> {
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let generation = open.vault.generation_found();
        let older = last_seen.is_some_and(|seen| generation < seen);
        let line =
            older.then(|| self.content.text("error-older-than-last", self.lang, &Args::new()));
        Ok(OpenReport { generation, older, line })
    }
}
