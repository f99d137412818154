//! A whole announcement: see `src/board.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::board::assert_holds(bytes));
