//! The whole programme on sample data, through a real vault file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use anstream::println;
use chrono::{NaiveDate, TimeDelta};
use koers_core::app::{Clock, Here, Koers, SystemClock, sample};
use koers_core::content::{Args as Words, Code};
use koers_core::vault::Secret;

use crate::args::Args;
use crate::failure::Failure;
use crate::place::clock;
use crate::voice::Voice;
use crate::{files, show};

/// The passphrase of the invented person's vault, which is deleted again.
const PASSPHRASE: &[u8] = b"an invented person";

/// A clock that walks through the invented person's weeks.
struct Walking(Mutex<Here>);

impl Walking {
    fn set(&self, here: Here) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = here;
    }
}

impl Clock for Walking {
    fn here(&self) -> Here {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Where the demo's vault lies: in the folder asked for, or in a new one that is deleted again.
struct Place {
    folder: PathBuf,
    own: bool,
}

impl Place {
    fn new(out: Option<&Path>) -> Result<Self, Failure> {
        let folder = out.map_or_else(
            || std::env::temp_dir().join(format!("koers-demo-{}", std::process::id())),
            Path::to_path_buf,
        );
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder, own: out.is_none() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.own {
            // Left-overs in the temporary folder do no harm: the person is invented.
            let _left = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// Tells the life of an invented person, week by week.
pub(crate) fn run(
    args: &Args,
    substance: &str,
    weeks: u32,
    seed: u64,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let voice = Voice::of(args);
    let (content, lang) = (&voice.content, voice.lang);
    let substance = Code::from(substance);
    let fail = |error| voice.fail(&error);
    let today = demo_day(args)?;
    let life = sample(content, &substance, weeks, seed, today, lang);
    let place = Place::new(out)?;
    let path = place.folder.join("demo.koers");
    if path.exists() {
        Koers::wipe(&path).map_err(fail)?;
    }
    let start = SystemClock.here().now;
    let walking = Arc::new(Walking(Mutex::new(Here { now: start, home: life.home.clone() })));
    let secret = Secret::Passphrase(PASSPHRASE);
    let clock: Arc<dyn Clock> = Arc::clone(&walking) as Arc<dyn Clock>;
    let koers = Koers::create(&path, &[secret], lang, clock, &mut |_| {}).map_err(fail)?;
    for batch in &life.batches {
        walking.set(Here { now: batch.at, home: life.home.clone() });
        koers.record_all(&batch.commands).map_err(fail)?;
    }
    drop(koers);

    let nine = today.and_hms_opt(9, 0, 0).unwrap_or_default();
    let now = nine.and_utc() - TimeDelta::minutes(life.home.offset_minutes.into());
    walking.set(Here { now, home: life.home.clone() });
    let before = Instant::now();
    let clock: Arc<dyn Clock> = walking;
    let koers = Koers::open(&path, &secret, Some(lang), clock, &mut |_| {}).map_err(fail)?;
    let unlock = before.elapsed();

    show::paragraph(0, &voice.say("about-demo"));
    let some = Some(&substance);
    show::title(&voice.say("report-goal"));
    show::goal(&koers.goal(some).map_err(fail)?);
    show::title(&voice.say("report-verdicts"));
    show::results(&koers.results(some).map_err(fail)?);
    let situations = koers.situations(some).map_err(fail)?;
    show::situations(&situations);
    if let Some(planned) = situations.places.iter().find(|place| place.has_plan) {
        show::plan(&koers.plan(&planned.id).map_err(fail)?);
    }
    show::title(&voice.say("end-title"));
    show::evaluation(&koers.evaluate(some).map_err(fail)?);
    show::title(&voice.say("report-reminders"));
    show::reminders(&koers.reminders().map_err(fail)?);
    let stats = koers.stats().map_err(fail)?;
    println!();
    let vault = Words::new()
        .count("size", stats.bytes.div_ceil(1024) as i64)
        .count("time", unlock.as_millis() as i64);
    show::paragraph(0, &content.text("about-demo-vault", lang, &vault));
    files::demo_report(&voice, &koers, out)?;
    let begin = Words::new().text("command", "koers start");
    show::paragraph(0, &content.text("about-demo-start", lang, &begin));
    Ok(())
}

/// The day of `--now`, or a fixed one, so that the demo says the same every day.
fn demo_day(args: &Args) -> Result<NaiveDate, Failure> {
    if args.now.is_some() {
        let here = clock(args)?.here();
        let local = here.now + TimeDelta::minutes(here.home.offset_minutes.into());
        return Ok(local.date_naive());
    }
    Ok(NaiveDate::from_ymd_opt(2026, 4, 13).unwrap_or_default())
}
