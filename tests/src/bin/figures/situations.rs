//! The ranked list after ten years, asked of the object that every app holds.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use koers_core::app::{Clock, FixedClock, Here, Koers, KoersError, Sample, ten_years};
use koers_core::content::Lang;
use koers_core::vault::Secret;
use koers_tests::sample::DEVICE;

/// How often it is measured.
const RUNS: usize = 11;

/// A clock that is set to the moment of each sitting.
struct Set(Mutex<Here>);

impl Set {
    fn to(&self, here: Here) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = here;
    }
}

impl Clock for Set {
    fn here(&self) -> Here {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Milliseconds from a closed vault with ten years in it to the list in words, key derivation
/// apart: the device slot opens it.
pub(crate) fn situations_10y() -> f64 {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("decade.koers");
    let end = record(&path, &ten_years(1)).expect("an invented life is recorded as it stands");
    let mut times: Vec<Duration> = (0..RUNS).map(|_| opened_and_asked(&path, &end)).collect();
    times.sort_unstable();
    times[RUNS / 2].as_secs_f64() * 1000.0
}

/// Records a life; gives the moment of its last sitting.
fn record(path: &Path, life: &Sample) -> Result<Here, KoersError> {
    let mut here = Here { now: life.batches[0].at, home: life.home.clone() };
    let clock = Arc::new(Set(Mutex::new(here.clone())));
    let same = Arc::clone(&clock) as Arc<dyn Clock>;
    let koers = Koers::create(path, &[Secret::Device(&DEVICE)], Lang::En, same, &mut |_| ())?;
    for batch in &life.batches {
        here.now = batch.at;
        clock.to(here.clone());
        koers.record_all(&batch.commands)?;
    }
    Ok(here)
}

fn opened_and_asked(path: &Path, here: &Here) -> Duration {
    let clock = Arc::new(FixedClock(here.clone()));
    let start = Instant::now();
    let koers = Koers::open(path, &Secret::Device(&DEVICE), None, clock, &mut |_| ());
    let koers = koers.expect("a whole vault");
    let view = koers.situations(None).expect("a substance is followed");
    let taken = start.elapsed();
    assert!(view.rated > 10_000, "ten years of entries are there");
    taken
}
