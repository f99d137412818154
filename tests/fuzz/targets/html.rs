//! Markdown as HTML: see `src/html.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bacheca_fuzz::html::assert_holds(bytes));
