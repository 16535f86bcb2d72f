//! Tables and chart series over a journey.
//!
//! Pure functions. This room must not draw, nor know words or languages.
