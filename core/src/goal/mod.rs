//! The goal's verdict, per substance: rules G1–G9.
//!
//! Pure functions over a journey. This room must not know words, languages, clocks or storage.
