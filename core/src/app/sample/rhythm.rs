//! Which days of an invented person are closed, when, and which are not.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Days that stay open, of a hundred.
const OPEN: u32 = 15;
/// Days that are filled in later, of a hundred.
const LATER: u32 = 10;
/// Days closed in the early evening and confirmed the next morning, of a hundred.
const EARLY: u32 = 10;
/// The days after its own in which a day is filled in later.
const LATER_AFTER: std::ops::RangeInclusive<u32> = 2..=4;

/// How a day came to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// Closed that night.
    AtNight,
    /// Closed in the early evening, confirmed the next morning.
    Early,
    /// On a later day.
    Later {
        /// That day.
        on: u32,
    },
    /// Never closed.
    Open {
        /// Something was written down all the same.
        logged: bool,
    },
}

/// Each day of a life. Those in `firm` are closed at night; only a weekday stays wholly empty.
pub(super) fn rhythm(
    rng: &mut ChaCha8Rng,
    days: u32,
    firm: &[u32],
    is_weekend: impl Fn(u32) -> bool,
) -> Vec<Filled> {
    let share = |percent: u32| ((days * percent + 50) / 100) as usize;
    let mut rhythm = vec![Filled::AtNight; days as usize];
    let mut order: Vec<u32> = (1..days).filter(|day| !firm.contains(day)).collect();
    order.shuffle(rng);
    let (open, rest) = order.split_at(share(OPEN).min(order.len()));
    for day in open {
        let logged = is_weekend(*day) || rng.random_bool(0.4);
        rhythm[*day as usize] = Filled::Open { logged };
    }
    let has_time = |day: &&u32| **day + LATER_AFTER.end() < days;
    for day in rest.iter().filter(has_time).take(share(LATER)) {
        let on = *day + rng.random_range(LATER_AFTER);
        rhythm[*day as usize] = Filled::Later { on };
    }
    let on_the_day = rest.iter().filter(|day| **day + 1 < days);
    let mut early = share(EARLY);
    for day in on_the_day {
        if early > 0 && rhythm[*day as usize] == Filled::AtNight {
            rhythm[*day as usize] = Filled::Early;
            early -= 1;
        }
    }
    rhythm
}
