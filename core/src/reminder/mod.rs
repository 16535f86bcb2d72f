//! When to remind, and what about.
//!
//! A pure plan over a journey and the moment. This room must not schedule anything, nor read a
//! clock.
