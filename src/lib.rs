//! `bacheca` turns a folder of Markdown files into a public opportunity board.
//!
//! One way through, readable in [`pipeline`]:
//!
//! ```text
//! content/*.md -> source -> model -> compose -> check -> publish -> output -> public/
//! ```
//!
//! Modules import only from those above them in this table; a test reads the `use` lines.
//!
//! | layer | module | what it holds |
//! |---|---|---|
//! | 1 | [`text`] | escaping, invisible characters, emoji, slugs, paths: small operations on text, each once |
//! | 2 | [`diagnostic`] | rules and findings: what may be wrong, what is |
//! | 3 | [`error`] | why something could not be done, in both languages |
//! | 4 | [`source`] | files, front matter, a YAML tree in which every value knows its place |
//! | 5 | [`config`] | `site.toml` |
//! | 6 | [`model`] | opportunities, their seven kinds, one small type for each value |
//! | 7 | [`board`] | everything loaded, indexed, immutable; what is open today |
//! | 8 | [`theme`] | templates, styles, pictograms, texts, a board's over the embedded ones |
//! | 9 | [`locale`] | languages: Fluent texts, dates and numbers by ICU4X |
//! | 10 | [`templates`] | the theme's templates, compiled |
//! | 11 | [`typesetter`] | Typst: sheets of paper and pictures from the theme's templates |
//! | 12 | [`compose`] | what several outputs share: sheets of facts, messages, codes |
//! | 13 | [`check`], [`publish`] | rules, one file each; outputs, one file each |
//! | 14 | [`output`] | the folder, the memory or the bucket that a site goes to |
//! | 15 | [`pipeline`] | read, compare, load, check, publish, exchange |
//! | 16 | [`serve`] | the preview |
//! | 17 | [`cli`] | arguments, and the only place that prints |
//!
//! The feature `site`, on by default, holds what makes sites: [`typesetter`], [`publish`], [`output`], [`pipeline`], [`serve`].
//! Without it the program checks announcements and writes their texts. All but that and [`cli`] compiles for WebAssembly:
//! `wasm/` is the checker for browsers.

pub mod board;
pub mod check;
#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod compose;
pub mod config;
pub mod diagnostic;
pub mod error;
pub mod locale;
pub mod model;
#[cfg(feature = "site")]
pub mod output;
#[cfg(feature = "site")]
pub mod pipeline;
#[cfg(feature = "site")]
pub mod publish;
#[cfg(feature = "site")]
pub mod serve;
pub mod source;
pub mod templates;
pub mod text;
pub mod theme;
#[cfg(feature = "site")]
pub mod typesetter;
