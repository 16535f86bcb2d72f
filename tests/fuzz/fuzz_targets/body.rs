#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| koers_core::fuzzing::body(data));
