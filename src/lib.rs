//! `bacheca`: a public opportunity board from a folder of Markdown files.
pub mod board;
pub mod check;
pub mod cli;
pub mod compose;
pub mod config;
pub mod diagnostic;
pub mod locale;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod publish;
pub mod source;
pub mod templates;
pub mod theme;
