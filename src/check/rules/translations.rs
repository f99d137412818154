//! What is said in other languages.

mod translation_contradicts;
mod translation_stale;
mod translation_without_original;

use crate::check::Check;

pub(super) const CHECKS: &[Check] =
    &[translation_contradicts::CHECK, translation_stale::CHECK, translation_without_original::CHECK];
