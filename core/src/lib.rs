//! Koers: the whole brain of an offline self-help programme for people who want to stop, cut
//! down or use cannabis or cocaine more safely.
//!
//! The rooms lie in floors; a room may use the rooms below it and never one above:
//!
//! | floor | room |
//! |---|---|
//! | 6 | [`app`] |
//! | 5 | [`report`] |
//! | 4 | [`programme`], [`reminder`] |
//! | 3 | [`risk`], [`goal`], [`insight`] |
//! | 2 | [`journey`] |
//! | 1 | [`content`], [`time`] |
//! | 0 | [`vault`] |
//!
//! Nothing below `app` reads a clock, a locale or, but for `vault`, a file or a random number:
//! those come in as arguments.

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("koers_core");

pub mod app;
pub mod content;
#[cfg(feature = "uniffi")]
mod foreign;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzzing;
pub mod goal;
pub mod insight;
pub mod journey;
pub mod programme;
pub mod reminder;
pub mod report;
pub mod risk;
pub mod time;
pub mod vault;
