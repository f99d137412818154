//! The checker as a module for browsers and Node: JSON in, the report of `bacheca check --format json` out.
//!
//! `checker.mjs` is the other side of the three exported functions: memory is asked for with [`allocate`], a board is
//! checked with [`check`], memory is given back with [`free`].

mod memory;
mod request;

pub use memory::{allocate, free};

/// Checks a board: the request in JSON is the `length` bytes at `start`, from [`allocate`]; they stay the caller's.
///
/// Gives the address of the answer: its length in four bytes, little-endian, then that many bytes of JSON. It is given
/// back with [`free`], all of it.
///
/// # Safety
/// `start` is what [`allocate`] gave for `length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn check(start: *const u8, length: usize) -> *mut u8 {
    // SAFETY: the caller promises that these bytes are there.
    let request = unsafe { std::slice::from_raw_parts(start, length) };
    memory::hand_over(&request::answer(request))
}
