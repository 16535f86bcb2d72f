//! How many passes over the memory a new passphrase slot asks for: what half a second of this
//! machine pays, so that every guess costs an attacker as much as the person can spare.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::VaultError;
use super::derive::{Cost, Memory, derive};

/// What opening with a passphrase may take on the machine that it was chosen on (judgement: long
/// for a guess, short for a person).
const TARGET: Duration = Duration::from_millis(500);
/// The fewest passes at 64 MiB: RFC 9106 (2021), second recommended option.
const LEAST: u32 = 3;
/// The most, above which a file is refused.
const MOST: u32 = 16;
/// Passes of the probe (judgement: the first of them is quicker than those that follow).
const PROBE: u32 = 2;

/// Nanoseconds of one pass at 64 MiB, the quickest that this process saw: what else ran on the
/// machine can only make a pass slower.
static PACE: AtomicU64 = AtomicU64::new(u64::MAX);

/// Takes note of a derivation that was paid anyway.
pub(super) fn note(cost: Cost, taken: Duration) {
    if cost.memory == Cost::USUAL.memory && cost.passes >= PROBE {
        let pass = taken.as_nanos() / u128::from(cost.passes);
        PACE.fetch_min(u64::try_from(pass).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

/// The passes for a new slot at 64 MiB. Where no derivation was seen yet, one is paid to measure.
///
/// # Errors
///
/// `NotEnoughMemory` where 64 MiB are refused.
pub(super) fn passes() -> Result<u32, VaultError> {
    if PACE.load(Ordering::Relaxed) == u64::MAX {
        let cost = Cost { passes: PROBE, ..Cost::USUAL };
        derive(b"probe", b"of no vault at all", cost, &mut Memory::reserve(cost)?)?;
    }
    Ok(passes_for(Duration::from_nanos(PACE.load(Ordering::Relaxed))))
}

/// The passes that fit into [`TARGET`] when one takes this long; within [`LEAST`] and [`MOST`].
fn passes_for(pass: Duration) -> u32 {
    let fitting = TARGET.as_nanos().checked_div(pass.as_nanos()).unwrap_or(u128::from(MOST));
    fitting.clamp(u128::from(LEAST), u128::from(MOST)) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_a_second_is_filled_and_neither_bound_is_passed() {
        for (millis, passes) in
            [(0, 16), (1, 16), (31, 16), (32, 15), (100, 5), (125, 4), (126, 3), (400, 3)]
        {
            assert_eq!(passes_for(Duration::from_millis(millis)), passes, "{millis} ms a pass");
        }
    }

    #[test]
    fn a_cost_that_says_nothing_about_64_mib_is_not_taken_for_it() {
        let before = PACE.load(Ordering::Relaxed);
        note(Cost::SMALL, Duration::from_nanos(1));
        note(Cost { passes: 1, ..Cost::USUAL }, Duration::from_nanos(1));
        assert!(PACE.load(Ordering::Relaxed) > 1 && before > 1);
    }

    proptest! {
        #[test]
        fn what_is_chosen_fits_is_the_most_that_fits_and_a_file_may_ask_it(nanos in 1..u64::MAX) {
            let pass = Duration::from_nanos(nanos);
            let passes = passes_for(pass);
            let cost = Cost { passes, ..Cost::USUAL };
            prop_assert_eq!(cost.check(), Ok(()));
            prop_assert!(passes >= LEAST);
            prop_assert!(passes == LEAST || u128::from(passes) * pass.as_nanos() <= TARGET.as_nanos());
            prop_assert!(passes == MOST || u128::from(passes + 1) * pass.as_nanos() > TARGET.as_nanos());
        }

        #[test]
        fn a_quicker_machine_never_gets_fewer(one in 0..1_000_000_000_u64, other in 0..1_000_000_000_u64) {
            let [quick, slow] = [one.min(other), one.max(other)].map(Duration::from_nanos);
            prop_assert!(passes_for(quick) >= passes_for(slow));
        }
    }
}
