//! Front matter: see `src/front_matter.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::front_matter::assert_holds(bytes));
