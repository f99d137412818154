//! Translations: originals, consistency, freshness.

super::rules! {
    other_language,
    translation_contradicts,
    translation_stale,
    translation_without_original,
}
