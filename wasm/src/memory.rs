//! Memory that crosses the border of the module: the only unsafe code of the project.

/// Memory of `length` bytes, for a request.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Takes memory back.
///
/// # Safety
/// `start` is what [`allocate`] gave for `length`, or what `check` gave, with four bytes more than the length of the
/// answer; and it was not taken back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn free(start: *mut u8, length: usize) {
    // SAFETY: the caller promises that this was a boxed slice of this length.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(start, length)) });
}

/// Bytes behind their length, in memory that is the caller's from now on.
pub(crate) fn hand_over(bytes: &[u8]) -> *mut u8 {
    let length = u32::try_from(bytes.len()).unwrap_or_default();
    let answer = [length.to_le_bytes().as_slice(), bytes].concat();
    Box::into_raw(answer.into_boxed_slice()).cast()
}
