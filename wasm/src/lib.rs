//! The program as a WebAssembly module for browsers and Node: [`answer`] keeps a form open and says what becomes of it,
//! `check` takes a board as JSON and returns the report of `bacheca check --format json`.
//!
//! Without the feature `whole` it is the small module that a form loads first: it writes, reads and checks announcements,
//! and makes no previews. Nothing else is in it: neither the theme with the texts of all languages, nor `check`.
//!
//! `themes/default/assets/announce/program.js` calls the exported functions: [`allocate`] reserves memory for a request,
//! [`free`] releases memory.

mod memory;
#[cfg(feature = "whole")]
mod request;

use std::cell::RefCell;

use bacheca::form::{self, LoadPreviews, Session};

pub use memory::{allocate, free};

thread_local! {
    /// The form of the page; a module has one thread.
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// What makes previews. A pointer behind a constant, so that the small module has nothing of them.
const PREVIEWS: Option<LoadPreviews> = if cfg!(feature = "whole") { Some(form::load_previews) } else { None };

/// Checks a board; memory as with [`answer`].
///
/// # Safety
/// `start` must come from [`allocate`] with this `length`.
#[cfg(feature = "whole")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn check(start: *const u8, length: usize) -> *mut u8 {
    // SAFETY: the caller guarantees that `start` points to `length` initialised bytes.
    let request = unsafe { std::slice::from_raw_parts(start, length) };
    memory::hand_over(&request::answer_request(request))
}

/// Answers a request about a form ([`form::answer`]). The request is JSON in the `length` bytes at `start`, from
/// [`allocate`]; the caller still frees them.
///
/// Returns the address of the answer: its length in four bytes, little-endian, then that many bytes of JSON. The caller
/// releases all of it with [`free`].
///
/// # Safety
/// `start` must come from [`allocate`] with this `length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn answer(start: *const u8, length: usize) -> *mut u8 {
    // SAFETY: the caller guarantees that `start` points to `length` initialised bytes.
    let request = unsafe { std::slice::from_raw_parts(start, length) };
    memory::hand_over(&SESSION.with_borrow_mut(|session| form::answer(session, request, PREVIEWS)))
}
