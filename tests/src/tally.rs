//! Counting what many tries led to, on as many threads as there are processors, so that an
//! interrupted run goes on where it ended.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::struck::{Scratch, Verdict};

/// Faults that are told in words, of each part.
const MOST_TOLD: usize = 10;

/// What many tries led to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Tries.
    pub done: u64,
    /// Something acknowledged was gone.
    pub lost: u64,
    /// Something was half, damaged, or other than it was.
    pub wrong: u64,
    /// Panics.
    pub panics: u64,
    /// Something was refused and is there, or the error does not say what happened.
    pub unclear: u64,
    /// What was seen, and how often.
    pub seen: BTreeMap<String, u64>,
    /// The first faults in words.
    pub told: Vec<String>,
}

impl Counts {
    /// Counts something that was seen.
    pub fn saw(&mut self, what: &str) {
        *self.seen.entry(what.to_owned()).or_default() += 1;
    }

    /// Counts something wrong.
    pub fn went_wrong(&mut self, what: &str) {
        self.wrong += 1;
        self.tell(what);
    }

    /// Counts a panic.
    pub fn panicked(&mut self, what: &str) {
        self.panics += 1;
        self.tell(what);
    }

    /// Counts a verdict on the try that `which` names.
    pub fn judge(&mut self, verdict: &Verdict, which: &str) {
        self.done += 1;
        let (count, what) = match verdict {
            Verdict::Fits(steps) => return self.saw(&format!("after step {steps}")),
            Verdict::Lost(what) => (&mut self.lost, what),
            Verdict::Wrong(what) => (&mut self.wrong, what),
            Verdict::Unclear(what) => (&mut self.unclear, what),
            Verdict::Panic(what) => (&mut self.panics, what),
        };
        *count += 1;
        self.tell(&format!("{which}: {what}"));
    }

    fn tell(&mut self, what: &str) {
        if self.told.len() < MOST_TOLD {
            self.told.push(what.to_owned());
        }
    }

    /// Adds what others counted.
    pub fn add(&mut self, other: Self) {
        self.done += other.done;
        self.lost += other.lost;
        self.wrong += other.wrong;
        self.panics += other.panics;
        self.unclear += other.unclear;
        for (what, count) in other.seen {
            *self.seen.entry(what).or_default() += count;
        }
        other.told.iter().for_each(|what| self.tell(what));
    }
}

/// What was counted so far, kept in a file.
pub struct Progress {
    path: Option<PathBuf>,
    run: String,
    kept: Mutex<HashMap<(String, u64), Counts>>,
}

/// One line of that file.
#[derive(Serialize, Deserialize)]
struct Line {
    run: String,
    part: String,
    unit: u64,
    counts: Counts,
}

impl Progress {
    /// Reads what the file holds of this run; what another run counted is dropped. Without a path
    /// nothing is kept.
    pub fn open(path: Option<&Path>, run: &str) -> io::Result<Self> {
        let mut kept = HashMap::new();
        if let Some(path) = path {
            let text = if path.exists() { fs::read_to_string(path)? } else { String::new() };
            // The last line may be cut off.
            let lines = text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok());
            for line in lines.filter(|line| line.run == run) {
                kept.insert((line.part, line.unit), line.counts);
            }
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            if kept.is_empty() {
                fs::write(path, "")?;
            }
        }
        Ok(Self { path: path.map(Path::to_owned), run: run.to_owned(), kept: kept.into() })
    }

    fn get(&self, part: &str, unit: u64) -> Option<Counts> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&(part.to_owned(), unit)).cloned()
    }

    fn put(&self, part: &str, unit: u64, counts: &Counts) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        let line =
            Line { run: self.run.clone(), part: part.to_owned(), unit, counts: counts.clone() };
        // A line that was cut off before must not swallow this one.
        let text = format!("\n{}", serde_json::to_string(&line)?);
        OpenOptions::new().create(true).append(true).open(path)?.write_all(text.as_bytes())
    }

    /// Takes the file away: the run is complete.
    pub fn finish(&self) -> io::Result<()> {
        self.path.as_ref().map_or(Ok(()), fs::remove_file)
    }
}

/// Does the units of a part that were not done before, and gives what all of them led to.
pub fn run(
    part: &str,
    units: u64,
    progress: &Progress,
    work: &(dyn Fn(u64, &Scratch) -> io::Result<Counts> + Sync),
) -> io::Result<Counts> {
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let one_thread = || {
        let scratch = Scratch::new()?;
        let mut all = Counts::default();
        loop {
            let unit = next.fetch_add(1, Ordering::Relaxed);
            if unit >= units {
                return Ok::<_, io::Error>(all);
            }
            if let Some(counts) = progress.get(part, unit) {
                all.add(counts);
                continue;
            }
            let counts = work(unit, &scratch)?;
            progress.put(part, unit, &counts)?;
            all.add(counts);
        }
    };
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(one_thread)).collect();
        let mut sum = Counts::default();
        for one in all {
            sum.add(one.join().map_err(|_| io::Error::other("a thread panicked"))??);
        }
        Ok(sum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interrupted_run_goes_on_where_it_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("deep/progress");
        let worked = AtomicU64::new(0);
        let work = |unit: u64, _: &Scratch| {
            worked.fetch_add(1, Ordering::Relaxed);
            Ok(Counts { done: unit, ..Counts::default() })
        };
        let go = |units, run: &str| {
            let progress = Progress::open(Some(&file), run).expect("a file");
            super::run("part", units, &progress, &work).expect("work that goes well").done
        };
        assert_eq!(go(4, "one"), 6);
        let whole = fs::read(&file).expect("ours");
        fs::write(&file, &whole[..whole.len() - 9]).expect("ours");
        assert_eq!(go(6, "one"), 15);
        assert_eq!(worked.load(Ordering::Relaxed), 4 + 3, "the torn unit and two new ones");
        assert_eq!(go(4, "two"), 6);
        assert_eq!(worked.load(Ordering::Relaxed), 7 + 4, "of another run nothing counts");
    }
}
