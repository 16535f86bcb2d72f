//! Koers in a terminal.

fn main() {}
