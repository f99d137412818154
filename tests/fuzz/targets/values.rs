//! Dates, hours and sums: see `src/values.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::values::assert_holds(bytes));
