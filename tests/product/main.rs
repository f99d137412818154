//! What the product does, seen from outside: the program is run on boards in files, and what it
//! leaves behind is looked at. A case is a file or a folder under `tests/`, not a function.
//!
//! One crate, because each test crate links the whole program once more. `cargo test --test product
//! site::` runs one module; `BLESS=1 cargo test --test product` writes down what the program does
//! now as what is expected, to be read in the diff.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on stops"
)]

mod support;

mod accessibility;
mod aggregate;
mod architecture;
mod browser;
mod bucket;
mod calendars;
mod cli;
mod crash;
mod data;
mod deploy;
mod desk;
mod examples;
mod faults;
mod feeds;
mod fuzz;
mod hostile;
mod incremental;
mod kinds;
mod letters;
mod messages;
mod pages;
mod paper;
mod plan;
mod posters;
mod preview;
mod readers;
mod reports;
mod reproducible;
mod search;
mod site;
mod texts;
mod translations;
mod wasm;
