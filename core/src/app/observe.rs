//! Telling screens what changed.
//!
//! Observers run on one thread of their own, in order, after the lock is released; several
//! changes that wait are told as one. What an observer does wrong is counted, never returned.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What a screen shows; told when it may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Screen {
    /// Today.
    Today,
    /// The diary.
    Diary,
    /// Situations and their plans.
    Situations,
    /// Goal, results and evaluation.
    Goal,
    /// Planned reminders.
    Reminders,
    /// Settings.
    Settings,
}

impl Screen {
    /// All of them, for what may change any: undoing, merging.
    pub(super) const EVERY: [Self; 6] =
        [Self::Today, Self::Diary, Self::Situations, Self::Goal, Self::Reminders, Self::Settings];
}

/// Something that wants to know what changed.
pub trait Observer: Send + Sync {
    /// These screens may have changed. Calls back into Koers are allowed.
    fn changed(&self, screens: Vec<Screen>) -> Result<(), String>;
}

#[derive(Default)]
struct Desk {
    observers: Vec<(u64, Arc<dyn Observer>)>,
    waiting: BTreeSet<Screen>,
    next: u64,
    running: bool,
    closed: bool,
}

#[derive(Default)]
struct Shared {
    desk: Mutex<Desk>,
    news: Condvar,
    failures: AtomicU64,
}

/// What changed, and who is to be told.
type News = (Vec<Screen>, Vec<Arc<dyn Observer>>);

/// Keeps the observers and the thread they run on; the thread starts with the first of them.
#[derive(Default)]
pub(super) struct Notifier(Arc<Shared>);

impl Notifier {
    pub(super) fn subscribe(&self, observer: Arc<dyn Observer>) -> u64 {
        let mut desk = lock(&self.0.desk);
        desk.next += 1;
        let id = desk.next;
        desk.observers.push((id, observer));
        if !desk.running {
            desk.running = true;
            let shared = Arc::clone(&self.0);
            thread::spawn(move || shared.run());
        }
        id
    }

    pub(super) fn unsubscribe(&self, id: u64) {
        lock(&self.0.desk).observers.retain(|(one, _)| *one != id);
    }

    pub(super) fn tell(&self, screens: &BTreeSet<Screen>) {
        lock(&self.0.desk).waiting.extend(screens);
        self.0.news.notify_one();
    }

    /// How often an observer failed so far.
    pub(super) fn failures(&self) -> u64 {
        self.0.failures.load(Ordering::Relaxed)
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        lock(&self.0.desk).closed = true;
        self.0.news.notify_one();
    }
}

impl Shared {
    fn run(&self) {
        while let Some((screens, observers)) = self.next() {
            for observer in observers {
                let told = catch_unwind(AssertUnwindSafe(|| observer.changed(screens.clone())));
                if !matches!(told, Ok(Ok(()))) {
                    self.failures.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }

    fn next(&self) -> Option<News> {
        let mut desk = lock(&self.desk);
        while desk.waiting.is_empty() && !desk.closed {
            desk = self.news.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
        if desk.closed {
            return None;
        }
        let screens = std::mem::take(&mut desk.waiting).into_iter().collect();
        Some((screens, desk.observers.iter().map(|(_, one)| Arc::clone(one)).collect()))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
