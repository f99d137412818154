//! Translations: originals, consistency, freshness.

super::rules! {
    glossary_term_differs,
    machine_leftover,
    other_language,
    protected_term_translated,
    translation_contradicts,
    translation_stale,
    translation_unfinished,
    translation_without_original,
}
