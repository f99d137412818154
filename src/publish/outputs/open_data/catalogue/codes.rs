//! Codes of the EU's tables.

use super::super::linked_data::{Object, Resource};

/// Tables of the EU Publications Office.
pub(super) const AUTHORITY_URL: &str = "http://publications.europa.eu/resource/authority/";

/// Languages of the web with their codes in the EU's table.
const LANGUAGES: [(&str, &str); 34] = [
    ("am", "AMH"),
    ("ar", "ARA"),
    ("bg", "BUL"),
    ("bn", "BEN"),
    ("ckb", "CKB"),
    ("de", "DEU"),
    ("el", "ELL"),
    ("en", "ENG"),
    ("es", "SPA"),
    ("fa", "FAS"),
    ("fr", "FRA"),
    ("ha", "HAU"),
    ("hi", "HIN"),
    ("it", "ITA"),
    ("ka", "KAT"),
    ("ku", "KUR"),
    ("pa", "PAN"),
    ("pl", "POL"),
    ("ps", "PUS"),
    ("pt", "POR"),
    ("ro", "RON"),
    ("ru", "RUS"),
    ("si", "SIN"),
    ("so", "SOM"),
    ("sq", "SQI"),
    ("sr", "SRP"),
    ("ta", "TAM"),
    ("ti", "TIR"),
    ("tl", "TGL"),
    ("tr", "TUR"),
    ("uk", "UKR"),
    ("ur", "URD"),
    ("vi", "VIE"),
    ("zh", "ZHO"),
];

/// Code of a language in the EU's table, if it is known: `ITA`.
pub(super) fn language_code(language: &str) -> Option<&'static str> {
    let own = language.split('-').next().unwrap_or(language);
    LANGUAGES.iter().find(|(code, _)| *code == own).map(|(_, code)| *code)
}

/// A theme of the EU's vocabulary by its code, with its name.
pub(super) fn theme(code: &str) -> Resource {
    let name = match code {
        "EDUC" => "Istruzione, cultura e sport",
        "GOVE" => "Governo e settore pubblico",
        "HEAL" => "Salute",
        "JUST" => "Giustizia, sistema giuridico e sicurezza pubblica",
        _ => "Popolazione e società",
    };
    concept(format!("{AUTHORITY_URL}data-theme/{code}"), name, "it")
}

/// How often the data change: whenever somebody publishes.
pub(super) fn frequency() -> Resource {
    Resource::new(format!("{AUTHORITY_URL}frequency/CONT"), &["dct:Frequency"])
}

/// A word of a vocabulary, with its name in a language.
pub(super) fn concept(id: impl Into<String>, name: &str, language: &str) -> Resource {
    Resource::new(id, &["skos:Concept"]).with("skos:prefLabel", Object::text(name, language))
}
