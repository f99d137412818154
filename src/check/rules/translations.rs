//! What is said in other languages.

super::rules! {
    translation_contradicts,
    translation_stale,
    translation_without_original,
}
