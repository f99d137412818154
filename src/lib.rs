//! `bacheca` turns a folder of Markdown files into a public opportunity board.
//!
//! One way through, readable in [`pipeline`]:
//!
//! ```text
//! content/*.md -> source -> model -> board -> check -> compose -> publish -> output -> public/
//! ```
//!
//! Modules import only from those above them in this table; a test reads the `use` lines.
//!
//! | layer | module | what it holds |
//! |---|---|---|
//! | 1 | [`text`], [`files`] | text escaped for where it goes, addresses, invisible characters, slugs, paths, names of months; the one way to read and to write files |
//! | 1 | [`progress`] | observers of long work |
//! | 2 | [`diagnostic`] | rules and findings: what may be wrong, what is |
//! | 3 | [`error`] | why something could not be done, in both languages |
//! | 4 | [`source`] | files, front matter, a YAML tree in which every value knows its place |
//! | 5 | [`po`] | the format of translators: catalogues of texts, written and read |
//! | 5 | [`document_text`] | text of mails, Word documents, PDFs |
//! | 5 | [`model`] | opportunities, their seven kinds, one small type for each value |
//! | 6 | [`config`] | `site.toml` |
//! | 7 | [`markdown`] | one parse of Markdown: HTML, blocks of styled runs, what is not safe in it |
//! | 7 | [`theme`] | templates, styles, pictograms, texts, a board's over the embedded ones; what is wrong with a board's |
//! | 8 | [`board`] | everything loaded, indexed, immutable; what is open today, and when a contact point is |
//! | 9 | [`image_format`] | pictures: bounded before they are decoded, then decoded to the last pixel |
//! | 10 | [`check`] | rules, one file each; reports |
//! | 11 | [`locale`] | languages: Fluent texts, dates and numbers by ICU4X |
//! | 12 | [`templates`] | the theme's templates, compiled |
//! | 13 | [`typesetter`] | Typst: sheets of paper and pictures from the theme's templates |
//! | 14 | [`compose`] | what several outputs share: sheets of facts, messages, codes |
//! | 15 | [`translation`] | texts to translate, one by one; translations back into their files |
//! | 15 | [`intake`] | drafts from messages as people send them |
//! | 16 | [`form`] | forms for people who announce: what is asked, files from facts and back |
//! | 17 | [`publish`] | outputs, one file each |
//! | 18 | [`output`] | the folder, the memory or the bucket that a site goes to |
//! | 19 | [`pipeline`] | read, compare, load, check, publish, exchange |
//! | 20 | [`serve`] | the preview |
//! | 21 | [`cli`] | arguments, and the only place that prints |
//!
//! `src/raster/` is a package of its own, the encoders of pictures: its `Cargo.toml` says why.
//!
//! The feature `site`, on by default, holds what makes sites: [`typesetter`], [`publish`], [`output`], [`pipeline`], [`serve`].
//! Without it the program checks announcements and writes their texts. All but that and [`cli`] compiles for WebAssembly:
//! `wasm/` is the checker for browsers.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make files of every sort"))]

pub mod board;
pub mod check;
#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod compose;
pub mod config;
pub mod diagnostic;
pub mod document_text;
pub mod error;
pub mod files;
pub mod form;
pub mod image_format;
pub mod intake;
pub mod locale;
pub mod markdown;
pub mod model;
#[cfg(feature = "site")]
pub mod output;
#[cfg(feature = "site")]
pub mod pipeline;
pub mod po;
pub mod progress;
#[cfg(feature = "site")]
pub mod publish;
#[cfg(feature = "site")]
pub mod serve;
pub mod source;
pub mod templates;
pub mod text;
pub mod theme;
pub mod translation;
#[cfg(feature = "site")]
pub mod typesetter;
