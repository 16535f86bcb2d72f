//! A thread of our own for what handles secrets, whose stack is wiped before it ends: the system
//! may keep the memory of an ended thread for the next one.
//!
//! Wiping needs no unsafe code: a function that is called where the work was called, and that
//! fills a large array with zeros, writes over the very frames that the work had.

use std::thread;

use zeroize::Zeroize;

use super::VaultError;

/// Bytes of the stack (judgement: deriving and unwrapping a key take some thousands; a build
/// without optimisation some ten thousands).
const STACK: usize = 512 * 1024;
/// Bytes that are wiped, all but what the thread itself needs to begin and end.
const WIPED: usize = 384 * 1024;

/// Does the work on a thread of its own, and wipes that thread's stack after it.
///
/// # Errors
///
/// `NotEnoughMemory` where the system gives no thread.
pub(super) fn on_wiped<R: Send>(work: impl FnOnce() -> R + Send) -> Result<R, VaultError> {
    let mut result = None;
    let ended = thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(STACK);
        let thread = builder.spawn_scoped(scope, || {
            put(work, &mut result);
            wipe();
        });
        thread.map_err(|_refused| VaultError::NotEnoughMemory).map(|thread| thread.join().is_ok())
    })?;
    result.filter(|_| ended).ok_or_else(|| VaultError::damaged("a key slot"))
}

/// Wipes what was called before it on a thread of our own; for a thread that has the usual two
/// mebibytes at least.
#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "the stack is what it is for")]
pub(super) fn wipe() {
    let mut frames = [0_u8; WIPED];
    frames.zeroize();
    std::hint::black_box(&mut frames);
}

/// Leaves no copy of the result in the frame of the thread, which is not wiped.
#[inline(never)]
fn put<R>(work: impl FnOnce() -> R, result: &mut Option<R>) {
    *result = Some(work());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_comes_back_and_a_panic_is_an_error() {
        assert_eq!(on_wiped(|| 6 * 7), Ok(42));
        let panicked: Result<(), _> = on_wiped(|| panic!("on purpose, for the test"));
        assert_eq!(panicked, Err(VaultError::damaged("a key slot")));
    }

    /// A secret on the stack, and where it lay: so deep that looking for it does not reach there.
    #[inline(never)]
    #[cfg(target_os = "linux")]
    #[expect(clippy::large_stack_arrays, reason = "a frame deep enough")]
    fn handle_secret() -> usize {
        let mut frame = [0_u8; 128 * 1024];
        frame.iter_mut().take(64).enumerate().for_each(|(at, byte)| *byte = 0xa5 ^ at as u8);
        std::hint::black_box(&mut frame);
        frame.as_ptr().addr()
    }

    /// What lies at an address of this process; none where nothing does any more.
    #[cfg(target_os = "linux")]
    fn memory_at(address: usize) -> Option<[u8; 64]> {
        use std::os::unix::fs::FileExt;
        let mut bytes = [0; 64];
        let memory = std::fs::File::open("/proc/self/mem").expect("our own memory");
        memory.read_exact_at(&mut bytes, address as u64).ok().map(|()| bytes)
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn nothing_of_a_secret_is_left_on_the_stack_of_its_thread() {
        let secret = |at: usize| 0xa5 ^ at as u8;
        let left = |address| {
            let bytes = memory_at(address).unwrap_or([0; 64]);
            bytes.iter().enumerate().filter(|(at, byte)| **byte == secret(*at)).count()
        };
        // Within the thread, where the stack is surely there: found before the wiping, not after.
        let (before, after) = on_wiped(|| {
            let address = handle_secret();
            let before = left(address);
            wipe();
            (before, left(address))
        })
        .expect("a thread");
        assert!(before > 32, "an unwiped stack keeps it, or this test could not fail: {before}");
        assert!(after < 8, "{after} bytes of 64 are left");
        // And when the thread has ended, however its memory is kept.
        let address = on_wiped(handle_secret).expect("a thread");
        assert!(left(address) < 8, "{} bytes of 64 are left", left(address));
    }
}
