//! Names of languages in themselves, which their speakers recognise on a page in any language.

/// Name of a language in itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Autonym {
    /// «বাংলা»
    pub name: &'static str,
    /// Direction of its script: `ltr` or `rtl`.
    pub direction: &'static str,
}

/// Autonyms written from left to right, by ISO 639 code.
const LEFT_TO_RIGHT: [(&str, &str); 23] = [
    ("it", "Italiano"),
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("de", "Deutsch"),
    ("pt", "Português"),
    ("bn", "বাংলা"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("zh", "中文"),
    ("ro", "Română"),
    ("sq", "Shqip"),
    ("tr", "Türkçe"),
    ("ti", "ትግርኛ"),
    ("am", "አማርኛ"),
    ("so", "Soomaali"),
    ("wo", "Wolof"),
    ("man", "Mandinka"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("hi", "हिन्दी"),
    ("ku", "Kurdî"),
    ("ff", "Fulfulde"),
    ("bm", "Bamanankan"),
];

/// Autonyms written from right to left, by ISO 639 code.
const RIGHT_TO_LEFT: [(&str, &str); 5] =
    [("ar", "العربية"), ("ur", "اردو"), ("fa", "فارسی"), ("prs", "دری"), ("ps", "پښتو")];

/// Name of the language with an ISO 639 code in itself, if it is known.
///
/// ```
/// use bacheca::locale::find_autonym;
///
/// let bengali = find_autonym("bn").unwrap();
/// assert_eq!((bengali.name, bengali.direction), ("বাংলা", "ltr"));
/// assert_eq!(find_autonym("ps").unwrap().direction, "rtl");
/// assert_eq!(find_autonym("xx"), None);
/// ```
#[must_use]
pub fn find_autonym(code: &str) -> Option<Autonym> {
    let find = |autonyms: &[(&str, &'static str)], direction| {
        let found = autonyms.iter().find(|(known, _)| *known == code);
        found.map(|(_, name)| Autonym { name, direction })
    };
    find(&LEFT_TO_RIGHT, "ltr").or_else(|| find(&RIGHT_TO_LEFT, "rtl"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_that_the_theme_names_has_an_autonym() {
        let texts = include_str!("../../themes/default/i18n/it.ftl");
        let codes = texts.lines().filter_map(|line| line.strip_prefix("language-")?.split(' ').next());
        let without: Vec<&str> = codes.filter(|code| find_autonym(code).is_none()).collect();
        assert!(without.is_empty(), "{without:?}");
    }
}
