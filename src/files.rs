//! The one way to read a file and the one way to write one.
//!
//! A pull request can put anything into a board's folder. A file is read only if it is a plain file, and up to a limit
//! that is known before; a file is written under a name that is new, or beside the old one and renamed into place.
//! No link is followed. A lint keeps the rest of the program from reading and writing in other ways.
#![allow(clippy::disallowed_methods, reason = "the functions that check first")]

mod limits;
mod made;
mod program;
mod read;
mod record_bytes;
mod refusal;
mod stat;
#[cfg(not(target_family = "wasm"))]
mod sync;
#[cfg(not(target_family = "wasm"))]
mod write;

pub use limits::{
    MAX_BOARD_LIST_BYTES, MAX_CATALOGUE_BYTES, MAX_CERTIFICATES_BYTES, MAX_CONFIG_BYTES, MAX_FONT_BYTES,
    MAX_GLOSSARY_BYTES, MAX_OUTLINES_BYTES, MAX_OWN_BYTES, MAX_PICTURE_BYTES, MAX_STATIC_BYTES, MAX_TEXT_BYTES,
    MAX_THEME_BYTES, MAX_VOICE_BYTES,
};
pub use made::{CACHE_FOLDER, SITE_FOLDER, SITE_MANIFEST};
pub use program::program_version;
pub use read::{
    file_length, is_plain_file, open_plain_file, read_file, read_file_below, read_named_file, reject_linked_folders,
};
pub use record_bytes::{RecordReader, RecordWriter};
pub use refusal::Refusal;
pub use stat::{FileStat, StatFolder};
#[cfg(not(target_family = "wasm"))]
pub use sync::{Durability, open_folder};
#[cfg(not(target_family = "wasm"))]
pub use write::{
    copy_file, create_file, create_file_below, create_folders, open_lock_file, open_new_file, replace_file,
    replace_file_below, replace_file_below_unsynced, replace_file_unsynced,
};
