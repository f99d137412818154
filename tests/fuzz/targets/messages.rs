//! Markdown as the texts of channels: see `src/messages.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::messages::assert_holds(bytes));
