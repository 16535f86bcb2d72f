//! The doors by which hostile bytes come to everything that reads some: one a reader, taking
//! whatever bytes there are. Compiled for tests and for fuzzers alone; no part of the library.
//!
//! A door panics where the reader behind it does, or breaks a promise of its own: a file is left as
//! it was, and what was read is written back as it stood.

pub use crate::app::fuzzing::{body, drop_box, import, pack, porch, screens};
pub use crate::vault::fuzzing::{backup, merge, open, row, salvage};

/// What takes whatever bytes there are.
pub type Door = fn(&[u8]);

/// Every door by its name, which is also that of its folder in `tests/fuzz/corpus`.
pub const DOORS: [(&str, Door); 11] = [
    ("open", open),
    ("row", row),
    ("body", body),
    ("screens", screens),
    ("porch", porch),
    ("drop_box", drop_box),
    ("backup", backup),
    ("merge", merge),
    ("salvage", salvage),
    ("import", import),
    ("pack", pack),
];

#[cfg(test)]
#[path = "fuzzing_tests.rs"]
mod tests;
