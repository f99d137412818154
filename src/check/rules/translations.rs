//! Translations: originals, consistency, freshness.

super::rules! {
    translation_contradicts,
    translation_stale,
    translation_without_original,
}
