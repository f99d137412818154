//! The fuzz target that has the name of the program: see `src/<name>.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::assert_target_holds(env!("CARGO_BIN_NAME"), bytes));
