//! Posters, rendered by poppler and read by an independent QR decoder.

mod code;
mod every_item;
mod paper;
mod words;

use crate::support::{SITE_URL, read_tree, small_site};

/// A poster of the small site.
struct Poster {
    slug: String,
    language: String,
    /// `poster`, `poster-strips`, `poster-multilingual`.
    variant: String,
    file: String,
}

impl Poster {
    /// Address that the QR code must contain.
    fn address(&self) -> String {
        format!("{SITE_URL}{}o/{}/", language_prefix(&self.language), self.slug)
    }
}

/// Path prefix of a language's pages.
fn language_prefix(language: &str) -> String {
    if language == "it" { String::new() } else { format!("{language}/") }
}

/// Every poster of the small site.
fn posters() -> Vec<Poster> {
    let files = read_tree(small_site()).into_keys().filter(|path| path.contains("/poster") && path.ends_with(".pdf"));
    let posters: Vec<Poster> = files
        .map(|path| {
            let (language, below) = if path.starts_with("o/") { ("it", &*path) } else { path.split_once('/').unwrap() };
            let (slug, variant) = below.strip_prefix("o/").unwrap().split_once('/').unwrap();
            Poster {
                slug: slug.to_owned(),
                language: language.to_owned(),
                variant: variant.trim_end_matches(".pdf").to_owned(),
                file: small_site().join(&path).to_str().unwrap().to_owned(),
            }
        })
        .collect();
    let of = |wanted: &str| {
        let some = posters.iter().filter(|poster| format!("{} {}", poster.language, poster.variant) == wanted);
        some.map(|poster| poster.slug.as_str()).collect::<Vec<&str>>()
    };
    for wanted in ["it poster", "it poster-strips", "it poster-multilingual", "en poster", "ar poster"] {
        assert_eq!(of(wanted), ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"], "{wanted}: what is open");
    }
    assert_eq!(posters.len(), 15);
    posters
}
