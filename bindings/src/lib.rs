//! Grows with the core.
