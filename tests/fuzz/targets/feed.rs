//! Data of other boards: see `src/feed.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::feed::assert_holds(bytes));
