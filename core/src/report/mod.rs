//! Exports and the printable report.
//!
//! It lays out what `insight`, `goal` and `risk` computed. It must not compute a verdict itself.
