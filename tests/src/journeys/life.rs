//! The vaults of a journey on their way, each with its porch.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use koers_core::app::{Clock, Here, Koers, KoersError, Porch, Rekeying, SettableClock};
use koers_core::content::Lang;
use koers_core::time::Home;
use koers_core::vault::Secret;
use serde_json::{Map, Value};

use super::arguments::With;
use super::stand_in::StandIns;
use super::{Step, call, locked};

/// What opens the vault of a journey.
const PASSPHRASE: &str = "journey";
/// The vault that a step is about, where it names none.
const FIRST: &str = "journey";

/// One device: what is open on it.
#[derive(Default)]
struct Device {
    koers: Option<Koers>,
    porch: Option<Porch>,
    rekeying: Option<Rekeying>,
}

/// The devices of a person, all at one moment and place.
pub(super) struct Life<'a> {
    folder: &'a Path,
    lang: Lang,
    clock: Arc<SettableClock>,
    names: StandIns,
    devices: BTreeMap<String, Device>,
}

impl<'a> Life<'a> {
    pub(super) fn begin(folder: &'a Path, lang: Lang) -> Self {
        let clock = Arc::new(SettableClock::default());
        let secret = Secret::Passphrase(PASSPHRASE.as_bytes());
        let same: Arc<dyn Clock> = Arc::<SettableClock>::clone(&clock);
        let koers = Koers::create(&file(folder, FIRST), &[secret], lang, same, &mut |_| {});
        let koers = Some(koers.expect("an empty folder with room"));
        let first = Device { koers, ..Device::default() };
        let names = StandIns::begin(&folder.display().to_string());
        Self { folder, lang, clock, names, devices: [(FIRST.to_owned(), first)].into() }
    }

    /// What a step gives, as every run shows it; with the sentence where it ends with an error.
    pub(super) fn step(&mut self, step: &Step) -> Result<Value, (Value, String)> {
        if let Some(at) = &step.at {
            let at = DateTime::parse_from_rfc3339(at).expect("RFC 3339 with an offset");
            let zone = step.zone.clone().unwrap_or_default();
            let home = Home { zone, offset_minutes: at.offset().local_minus_utc() / 60 };
            self.clock.set(Some(Here { now: at.to_utc(), home }));
        }
        let given = self.names.given(&step.with);
        let found = self.call(step.on.as_deref().unwrap_or(FIRST), &step.call, &given);
        if let Ok(shown) = &found {
            for (name, way) in &step.keep {
                self.names.keep(name, way.as_str().expect("a way"), shown);
            }
        }
        let names = &self.names;
        found.map(|shown| names.shown(shown)).map_err(|error| {
            let (error, says) = call::failure(&error, self.lang);
            let says = names.shown(says.into());
            (names.shown(error), says.as_str().expect("still a text").to_owned())
        })
    }

    fn call(
        &mut self,
        on: &str,
        name: &str,
        given: &Map<String, Value>,
    ) -> Result<Value, KoersError> {
        let (with, here) = (With(given), self.clock.here());
        if let Some(shown) = locked::without_vault(name, &with, self.lang, &here) {
            return shown;
        }
        if name.starts_with("open") || name.starts_with("create") {
            return self.open(on, name, &with);
        }
        let device = self.devices.entry(on.to_owned()).or_default();
        match name.split_once('.') {
            Some(("porch", "open")) => {
                let path: String = with.get("path");
                device.porch = Some(Porch::open(Path::new(&path), &with.key("key"))?);
                Ok(Value::Null)
            }
            Some(("porch", name)) => {
                let porch = device.porch.as_ref().expect("a porch that was opened");
                locked::porch(porch, name, &with, self.lang, &here)
            }
            Some(("rekeying", name)) => {
                let ready = device.rekeying.as_ref().expect("a re-key that was made ready");
                Ok(call::rekeying(ready, name))
            }
            _ => {
                let koers = device.koers.as_ref().expect("a vault that was opened");
                match name {
                    "prepare_rekey" => {
                        device.rekeying = Some(call::prepare_rekey(koers, &with)?);
                        Ok(Value::Null)
                    }
                    "rekey" => {
                        let ready = device.rekeying.as_ref().expect("made ready before");
                        call::rekey(koers, ready, &with)
                    }
                    _ => call::call(koers, name, &with),
                }
            }
        }
    }

    /// Closes the vault and opens it again, as after a restart of the app. With `vault` it stays
    /// open, and something that cannot be opened is tried instead.
    fn open(&mut self, on: &str, name: &str, with: &With<'_>) -> Result<Value, KoersError> {
        let path = file(self.folder, on);
        if let Some(kind) = with.get::<Option<String>>("vault") {
            self.opened(&broken(&path, &kind), name, with)?;
            return Ok(Value::Null);
        }
        if let Some(koers) = self.devices.get(on).and_then(|device| device.koers.as_ref()) {
            koers.lock();
        }
        let opened = self.opened(&path, name, with)?;
        self.devices.entry(on.to_owned()).or_default().koers = Some(opened);
        Ok(Value::Null)
    }

    fn opened(&self, path: &Path, name: &str, with: &With<'_>) -> Result<Koers, KoersError> {
        let clock = || Arc::<SettableClock>::clone(&self.clock) as Arc<dyn Clock>;
        let open = |secret: &Secret<'_>| Koers::open(path, secret, None, clock(), &mut |_| {});
        match name {
            "open" => open(&Secret::Passphrase(&with.bytes("passphrase"))),
            "open_with_device_key" => open(&Secret::Device(&with.key("key"))),
            "open_with_recovery_code" => open(&Secret::RecoveryCode(&with.code("code")?)),
            "create_with_device_key" => {
                let key = with.key("key");
                Koers::create(path, &[Secret::Device(&key)], self.lang, clock(), &mut |_| {})
            }
            other => panic!("no such call: {other}"),
        }
    }
}

/// Where a vault of the journey lies.
fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension("koers")
}

/// Where a vault lies that cannot be opened; but for the one in use, a copy.
fn broken(path: &Path, kind: &str) -> PathBuf {
    if kind == "in_use" {
        return path.to_owned();
    }
    let copy = path.with_extension(kind);
    let mut bytes = std::fs::read(path).expect("the vault is there");
    let half = bytes.len() / 2;
    match kind {
        "missing" => return copy,
        "cut_short" => bytes.truncate(half),
        "damaged" => bytes[half..].fill(0),
        "not_a_vault" => bytes = b"something else".to_vec(),
        other => panic!("no such vault: {other}"),
    }
    std::fs::write(&copy, bytes).expect("a folder with room");
    copy
}
