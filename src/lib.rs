//! `bacheca`: a public opportunity board from a folder of Markdown files.
pub mod diagnostic;
pub mod source;
pub mod config;
pub mod model;
pub mod board;
pub mod theme;
pub mod locale;
pub mod templates;
pub mod compose;
pub mod check;
pub mod publish;
pub mod output;
pub mod pipeline;
pub mod cli;
