//! Opens a vault, shows it, locks it and waits while its parent looks at its memory:
//! `lock_and_wait device|code|passphrase FOLDER`.

use std::path::Path;

/// What is freed is wiped, as in every program that ships.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

#[cfg(target_os = "linux")]
fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, folder] = arguments.as_slice() else {
        panic!("lock_and_wait device|code|passphrase FOLDER")
    };
    koers_tests::memory::open_show_and_lock(kind, Path::new(folder))
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("the memory of a process is read on Linux only");
}
