//! The checker as a WebAssembly module for browsers and Node: takes a board as JSON, returns the report of `bacheca check
//! --format json`.
//!
//! `checker.mjs` calls the three exported functions: [`allocate`] reserves memory for the request, [`check`] checks the
//! board, [`free`] releases memory.

mod memory;
mod request;

pub use memory::{allocate, free};

/// Checks a board. The request is JSON in the `length` bytes at `start`, from [`allocate`]; the caller still frees them.
///
/// Returns the address of the answer: its length in four bytes, little-endian, then that many bytes of JSON. The caller
/// releases all of it with [`free`].
///
/// # Safety
/// `start` must come from [`allocate`] with this `length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn check(start: *const u8, length: usize) -> *mut u8 {
    // SAFETY: the caller guarantees that `start` points to `length` initialised bytes.
    let request = unsafe { std::slice::from_raw_parts(start, length) };
    memory::hand_over(&request::answer_request(request))
}
