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
//! | 1 | [`diagnostic`] | rules and findings: what may be wrong, what is |
//! | 2 | [`error`] | why something could not be done, in both languages |
//! | 3 | [`source`] | files, front matter, a YAML tree in which every value knows its place |
//! | 4 | [`config`] | `site.toml` |
//! | 5 | [`model`] | opportunities, their seven kinds, one small type for each value |
//! | 6 | [`board`] | everything loaded, indexed, immutable; what is open today |
//! | 7 | [`theme`] | templates, styles, pictograms, texts, a board's over the embedded ones |
//! | 8 | [`locale`] | languages: Fluent texts, dates and numbers by ICU4X |
//! | 9 | [`templates`] | the theme's templates, compiled |
//! | 10 | [`typesetter`] | Typst: sheets of paper and pictures from the theme's templates |
//! | 11 | [`compose`] | what several outputs share: sheets of facts, messages, codes |
//! | 12 | [`check`], [`publish`] | rules, one file each; outputs, one file each |
//! | 13 | [`output`] | the folder, the memory or the bucket that a site goes to |
//! | 14 | [`pipeline`] | load, check, publish, exchange |
//! | 15 | [`serve`] | the preview |
//! | 16 | [`cli`] | arguments, and the only place that prints |

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
pub mod theme;
#[cfg(feature = "site")]
pub mod typesetter;
