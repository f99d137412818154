//! Translations: originals, consistency, freshness.

super::rules! {
    machine_leftover,
    other_language,
    translation_contradicts,
    translation_stale,
    translation_unfinished,
    translation_without_original,
}
