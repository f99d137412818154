//! `[dati]`: what open data portals want to know of whoever publishes the data and of the territory, and no board can guess.

use serde::Deserialize;

/// Beginnings of the addresses of places in the tables that portals know: of the EU, of Italy, and GeoNames.
const PLACE_TABLES: [&str; 6] = [
    "http://publications.europa.eu/resource/authority/atu/",
    "http://publications.europa.eu/resource/authority/place/",
    "http://publications.europa.eu/resource/authority/country/",
    "https://w3id.org/italia/controlled-vocabulary/territorial-classifications/",
    "https://sws.geonames.org/",
    "http://sws.geonames.org/",
];

/// `[dati]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenDataConfig {
    /// Who holds the rights in the data; the board itself if absent.
    #[serde(default, rename = "titolare")]
    pub holder: Option<String>,
    /// Its code in a public register: that of the IPA for public bodies, else its tax code.
    #[serde(default, rename = "codice")]
    pub code: Option<String>,
    /// What kind of publisher it is.
    #[serde(default, rename = "tipo")]
    pub publisher_type: Option<PublisherType>,
    /// Addresses of the territory in the tables of places that portals know.
    #[serde(default, rename = "luoghi")]
    pub places: Vec<String>,
}

/// `tipo`: the kinds of publishers of the ADMS vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublisherType {
    /// A municipality, a province.
    Locale,
    /// A region.
    Regionale,
    /// A national authority.
    Nazionale,
    /// An organisation without profit.
    NonProfit,
    /// A body of several states.
    Sovranazionale,
    /// A university, a school.
    Accademia,
    /// A firm.
    Impresa,
}

impl PublisherType {
    /// Its code in the ADMS vocabulary.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Locale => "LocalAuthority",
            Self::Regionale => "RegionalAuthority",
            Self::Nazionale => "NationalAuthority",
            Self::NonProfit => "NonProfitOrganisation",
            Self::Sovranazionale => "SupraNationalAuthority",
            Self::Accademia => "Academia-ScientificOrganisation",
            Self::Impresa => "Company",
        }
    }
}

impl OpenDataConfig {
    /// The first place that is in none of the tables that portals know.
    pub(super) fn unknown_place(&self) -> Option<&str> {
        let is_known = |place: &&String| {
            let rest = PLACE_TABLES.iter().find_map(|table| place.strip_prefix(table));
            rest.is_some_and(|rest| {
                !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_-".contains(&byte))
            })
        };
        self.places.iter().find(|place| !is_known(place)).map(String::as_str)
    }
}
