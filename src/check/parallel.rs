//! Work on many values at once, where there are threads: a module for browsers has one, and holds nothing of others.

/// All that `make` makes of each value, in the order of the values.
#[cfg(not(target_family = "wasm"))]
pub(in crate::check) fn flat_map<'v, T: Sync, I: IntoIterator<Item: Send>>(
    values: &'v [T],
    make: impl Fn(&'v T) -> I + Sync + Send,
) -> Vec<I::Item> {
    use rayon::prelude::*;
    values.par_iter().flat_map_iter(make).collect()
}

/// All that `make` makes of each value, in the order of the values.
#[cfg(target_family = "wasm")]
pub(in crate::check) fn flat_map<'v, T, I: IntoIterator>(values: &'v [T], make: impl Fn(&'v T) -> I) -> Vec<I::Item> {
    values.iter().flat_map(make).collect()
}
