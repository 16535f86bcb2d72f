//! Everything out of the vault, for the person to keep: the diary as CSV, all records as JSON.

use super::{Koers, KoersError};
use crate::report::{diary, json};

/// What an export holds. It is not encrypted; where it goes is the caller's to say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Export {
    /// The diary, with the columns that an import reads.
    pub csv: Vec<u8>,
    /// Every record, with its history.
    pub json: Vec<u8>,
}

impl Koers {
    /// The diary and all records, as two files.
    pub fn export(&self) -> Result<Export, KoersError> {
        self.ask(|desk| {
            let csv = diary(desk.journey).map_err(|_refused| failed("the diary"))?;
            let json = json(desk.journey, desk.now).map_err(|_refused| failed("the records"))?;
            Ok(Export { csv, json })
        })
    }
}

fn failed(what: &str) -> KoersError {
    KoersError::Other { reason: format!("{what} could not be written as text") }
}
