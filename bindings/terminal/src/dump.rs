//! No image of this process is left behind when it crashes: it would hold what was unlocked.

/// Asks the system to keep no core dump of this process. Where it refuses there is no vault that
/// could be opened more safely, so nothing is said.
#[cfg(unix)]
pub(crate) fn off() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _ = setrlimit(Resource::Core, none);
    // A program that takes dumps through a pipe is not held by that limit.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Elsewhere the system keeps none unless somebody asks for it.
#[cfg(not(unix))]
pub(crate) fn off() {}
