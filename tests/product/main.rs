//! Tests of the whole product: they run the program on boards in files and check its output. Cases that differ only in
//! their content are files or folders below `tests/`, read by one test function.
//!
//! All tests are one crate, because each test crate links the whole program again. `cargo test --test product site::`
//! runs one module; `BLESS=1 cargo test --test product` replaces the expected files by the current output, to be
//! reviewed in the diff.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on stops"
)]

mod support;

mod accessibility;
mod aggregate;
mod announce;
mod announce_pages;
mod answers;
mod architecture;
mod browser;
mod bucket;
mod calendars;
mod catalogue;
mod cli;
mod cms;
mod contact_point_data;
mod contact_point_sheets;
mod contact_points;
mod crash;
mod data;
mod deploy;
mod desk;
mod document_text;
mod eligibility;
mod examples;
mod faults;
mod feeds;
mod figures;
mod follow;
mod form;
mod fuzz;
mod glossary;
mod handout;
mod help;
mod hostile;
mod incremental;
mod intake;
mod item_page;
mod json_answers;
mod kinds;
mod letters;
mod links;
mod list;
mod lists;
mod measured;
mod messages;
mod new_form;
mod offline;
mod old_browsers;
mod opening_hours;
mod organisations;
mod pages;
mod plan;
mod post_texts;
mod posters;
mod preview;
mod preview_server;
mod print;
mod program;
mod progress;
mod publications;
mod question_message;
mod readers;
mod release;
mod rename;
mod reports;
mod reproducible;
mod search;
mod shards;
mod shell;
mod site;
mod status_change;
mod texts;
mod themes;
mod timing;
mod translations;
mod verbosity;
mod verification;
mod voices;
mod wasm;
mod words;
