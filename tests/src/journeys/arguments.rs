//! The arguments of a call.

use koers_core::app::KoersError;
use koers_core::vault::RecoveryCode;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::neutral::tagged;

/// Values by name, as the file writes them.
pub(super) struct With<'a>(pub(super) &'a Map<String, Value>);

impl With<'_> {
    /// The value of this name; null where it is left out.
    pub(super) fn get<T: DeserializeOwned>(&self, name: &str) -> T {
        let given = self.0.get(name).cloned().unwrap_or(Value::Null);
        serde_json::from_value(tagged(given)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// False where it is left out.
    pub(super) fn truth(&self, name: &str) -> bool {
        self.get::<Option<bool>>(name).unwrap_or_default()
    }

    /// Bytes, written as text.
    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        self.get::<String>(name).into_bytes()
    }

    /// Thirty-two bytes.
    pub(super) fn key(&self, name: &str) -> [u8; 32] {
        self.bytes(name).try_into().expect("a key of thirty-two signs")
    }

    /// A recovery code as it was written down.
    pub(super) fn code(&self, name: &str) -> Result<RecoveryCode, KoersError> {
        Ok(RecoveryCode::parse(&self.bytes(name))?)
    }
}
