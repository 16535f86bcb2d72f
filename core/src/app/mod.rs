//! `Koers`: open, lock, record, ask, observe.
//!
//! The only room that joins vault, journey, content and clock. A rule that could live below it
//! does not belong here.
