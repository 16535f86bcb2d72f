//! The core as other languages meet it: a year of ten entries a day, asked through their packages,
//! and the size of the library that ships.

mod growth;
mod library;
mod package;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use koers_core::app::{FixedClock, Here, Koers, ten_years};
use koers_core::content::Lang;
use koers_core::vault::Secret;
use koers_tests::sample::DEVICE;

use crate::line::Line;

pub(crate) use growth::growth;

/// The intake and thirteen times four weeks of the ten years.
const BATCHES: usize = 14;

/// The figures of the packages and of the library.
pub(crate) fn lines() -> Vec<Line> {
    // In the target folder, where every toolchain sees it.
    let folder = tempfile::tempdir_in(top().join("target")).expect("the target folder has room");
    let path = folder.path().join("year.koers");
    let here = year(&path);
    let mut lines = package::lines(&path, &here);
    lines.extend(library::lines());
    lines
}

/// Makes the vault of a year; the moment and place of its end.
fn year(path: &Path) -> Here {
    let sample = ten_years(1);
    let batches = &sample.batches[..BATCHES];
    let last = batches.last().expect("ten years have days");
    let here = Here { now: last.at, home: sample.home.clone() };
    let clock = Arc::new(FixedClock(here.clone()));
    let secret = Secret::Device(&DEVICE);
    let koers = Koers::create(path, &[secret], Lang::En, clock, &mut |_| {})
        .expect("an empty folder with room");
    for batch in batches {
        koers.record_all(&batch.commands).expect("what could happen");
    }
    here
}

/// The repository.
fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("is there")
}
