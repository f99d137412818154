//! Slugs: texts as parts of URLs and keys.

use unicode_normalization::UnicodeNormalization;

/// Converts a text to lower-case ASCII letters and digits, with single hyphens for everything between: «Corso di italiano
/// A2!» gives `corso-di-italiano-a2`. Accents are dropped («è» gives `e`), other scripts are removed.
#[must_use]
pub fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut push = |ch: char| match ch {
        '\u{300}'..='\u{36f}' => {}
        ch if ch.is_ascii_alphanumeric() => slug.push(ch.to_ascii_lowercase()),
        _ if slug.is_empty() || slug.ends_with('-') => {}
        _ => slug.push('-'),
    };
    // Most texts have no accents to decompose.
    if text.is_ascii() {
        text.chars().for_each(&mut push);
    } else {
        text.nfd().for_each(&mut push);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Like [`slugify`], truncated after the last whole word within `most` bytes.
#[must_use]
pub fn slugify_within(text: &str, most: usize) -> String {
    let slug = slugify(text);
    match (slug.get(..most), slug.as_bytes().get(most)) {
        (Some(start), Some(b'-')) => start.to_owned(),
        (Some(start), Some(_)) => start.rsplit_once('-').map_or("", |(words, _)| words).to_owned(),
        _ => slug,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        assert_eq!(slugify("Corso di italiano A2: è gratis!"), "corso-di-italiano-a2-e-gratis");
        assert_eq!(slugify("l’età — 18-29"), "l-eta-18-29");
        assert_eq!(slugify("مرحبا"), "");
        assert_eq!(slugify_within("uno due tre", 7), "uno-due");
        assert_eq!(slugify_within("uno due tre", 8), "uno-due");
        assert_eq!(slugify_within("unoduetre", 5), "");
    }
}
