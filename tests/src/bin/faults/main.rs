//! Kills, failing disks, power cuts and changed files, against everything that writes: what is
//! acknowledged is never lost, nothing is silently wrong, and nothing panics.
//!
//! `./tests/faults` builds and runs it. One line a part: its name, how many tries and how many a
//! second, what was found, and how often. The figures come last, as `./tests/figures` prints its own.

mod parts;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, UNIX_EPOCH};

use clap::Parser;
use koers_tests::tally::{self, Counts, Progress};

use parts::{Expects, Part};

#[derive(Parser)]
#[command(about = "Kills, failing disks, power cuts and changed files, against all that writes")]
struct Options {
    /// All of them: 20,000 power cuts, 1,000,000 changed images, each call struck in every way
    #[arg(long)]
    full: bool,
    /// Another seed draws other power cuts and other changes
    #[arg(long, value_name = "N", default_value = "1")]
    seed: u64,
    /// Only the parts whose name holds this
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Keeps what was counted, and goes on from there
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
}

/// Panics of this process, on whatever thread, caught or not.
static PANICS: AtomicU64 = AtomicU64::new(0);
/// Where the first of them were.
static PLACES: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn count_panics() {
    std::panic::set_hook(Box::new(|about| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        if let Ok(mut places) = PLACES.lock()
            && places.len() < 5
        {
            places.push(about.to_string());
        }
    }));
}

fn main() -> std::io::Result<ExitCode> {
    let options = Options::parse();
    count_panics();
    let form = if options.full { "full" } else { "short" };
    let program = std::env::current_exe()?.metadata()?.modified()?;
    let built = program.duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis());
    // What another build counted says nothing about this one.
    let run = format!("{form} {} {built}", options.seed);
    let progress = Progress::open(options.resume.as_deref(), &run)?;
    let is_wanted = |name: &str| options.only.as_ref().is_none_or(|only| name.contains(only));
    let mut figures = Figures::default();
    let mut sound = true;
    for plan in
        parts::plans(options.full, options.seed).into_iter().filter(|plan| is_wanted(&plan.name))
    {
        let started = Instant::now();
        let before = PANICS.load(Ordering::Relaxed);
        let part = plan.ready()?;
        let mut counts = tally::run(&part.name, part.units, &progress, &*part.work)?;
        counts.panics = counts.panics.max(PANICS.load(Ordering::Relaxed) - before);
        let seconds = started.elapsed().as_secs_f64();
        sound &= tell(&part, &counts, seconds);
        figures.add(&part, &counts);
    }
    figures.print();
    PLACES.lock().iter().flat_map(|places| places.iter()).for_each(|place| println!("  {place}"));
    if sound && options.only.is_none() {
        progress.finish()?;
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints what a part led to; gives whether that is as it has to be.
fn tell(part: &Part, counts: &Counts, seconds: f64) -> bool {
    let Counts { done, lost, wrong, panics, unclear, .. } = counts;
    let is_as_expected = part.expects.fits(counts);
    let rate = *done as f64 / seconds;
    let verdict = match (part.expects, is_as_expected) {
        (Expects::MustLose, true) => "ok: it must lose",
        (_, true) => "ok",
        (Expects::MustLose, false) => "WRONG: it must lose",
        (_, false) => "WRONG",
    };
    println!(
        "{}\t{done}\t{rate:.0}/s\tlost {lost}\twrong {wrong}\tpanics {panics}\tunclear {unclear}\t\
         {verdict}",
        part.name
    );
    let seen: Vec<String> = counts.seen.iter().map(|(what, how)| format!("{what} {how}")).collect();
    if !seen.is_empty() {
        println!("  seen: {}", seen.join("; "));
    }
    if part.expects != Expects::MustLose {
        counts.told.iter().for_each(|what| println!("  {what}"));
    }
    is_as_expected
}

/// What `./tests/figures` calls by these names.
#[derive(Default)]
struct Figures(Vec<(&'static str, u64)>);

impl Figures {
    fn add(&mut self, part: &Part, counts: &Counts) {
        if part.expects == Expects::MustLose {
            return;
        }
        let all = counts.lost + counts.wrong + counts.panics + counts.unclear;
        let (family, of) = part.name.split_once(' ').unwrap_or((&part.name, ""));
        match (family, of) {
            ("kill", _) => self.count("kill_lost", counts.lost + counts.wrong),
            ("fail", _) => self.count("io_faults", all),
            ("power", _) => {
                self.count("power_lost", counts.lost);
                self.count("power_corrupt", counts.wrong + counts.panics);
            }
            ("corrupt", of) => {
                self.count("corruptions_silent", counts.wrong);
                self.count("corruptions_panics", counts.panics);
                match of {
                    "backup" => self.count("backup_forged", counts.wrong),
                    "vault" => self.count("replays_accepted", counts.wrong),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn count(&mut self, name: &'static str, count: u64) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += count,
            None => self.0.push((name, count)),
        }
    }

    /// `name<TAB>value<TAB>goal<TAB>ok|short`.
    fn print(&self) {
        for (name, count) in &self.0 {
            println!("{name}\t{count}\t<= 0\t{}", if *count == 0 { "ok" } else { "short" });
        }
    }
}
