//! Ranking of risk situations, per substance.
//!
//! Pure functions: which situations evoke the strongest craving, and why each stands where it
//! does. This room must not know words, languages, clocks or storage.
