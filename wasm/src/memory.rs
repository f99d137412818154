//! Memory shared with the caller of the module: the only unsafe code of the project.

/// Allocates `length` zeroed bytes for a request.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Releases memory.
///
/// # Safety
/// `start` must come from [`allocate`] with this `length`, or from `check` or `answer` with `length` the answer's plus four; and must
/// not have been released before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn free(start: *mut u8, length: usize) {
    // SAFETY: the caller guarantees that this was a boxed slice of this length.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(start, length)) });
}

/// Copies bytes, prefixed by their length, to memory that the caller releases.
pub(crate) fn hand_over(bytes: &[u8]) -> *mut u8 {
    let length = u32::try_from(bytes.len()).unwrap_or_default();
    let answer = [length.to_le_bytes().as_slice(), bytes].concat();
    Box::into_raw(answer.into_boxed_slice()).cast()
}
