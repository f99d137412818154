//! Paths of files that one output publishes and others link to.

use crate::diagnostic::{StaticText, text};
use crate::model::Need;

/// Calendar of events, below a language's root.
pub(crate) const EVENTS: &str = "eventi.ics";
/// Calendar of deadlines, below a language's root.
pub(crate) const DEADLINES: &str = "scadenze.ics";
/// JSON Feed of recent items, below a language's root.
pub(crate) const JSON_FEED: &str = "feed.json";
/// Open data as JSON, below the site's root.
pub(crate) const DATA_PATH: &str = "dati/opportunita.json";
/// Open data as CSV, below the site's root.
pub(crate) const TABLE_PATH: &str = "dati/opportunita.csv";
/// Index of the open data of each year, below the site's root.
pub(crate) const DATA_INDEX_PATH: &str = "dati/indice.json";
/// Contact points as JSON, below the site's root.
pub(crate) const CONTACT_POINTS_PATH: &str = "dati/sportelli.json";
/// Contact points as CSV, below the site's root.
pub(crate) const CONTACT_POINT_TABLE_PATH: &str = "dati/sportelli.csv";
/// Contact points as a directory of services (HSDS 3.0), below the site's root.
pub(crate) const DIRECTORY_PATH: &str = "dati/hsds.json";
/// Contact points as points on a map (GeoJSON), below the site's root.
pub(crate) const POINT_MAP_PATH: &str = "dati/sportelli.geojson";
/// Glossary as CSV, below the site's root.
pub(crate) const GLOSSARY_TABLE_PATH: &str = "dati/glossario.csv";
/// DCAT description of the open data, below the site's root.
pub(crate) const CATALOGUE_PATH: &str = "dati/catalogo.jsonld";
/// The same description as Turtle, below the site's root.
pub(crate) const CATALOGUE_TURTLE_PATH: &str = "dati/catalogo.ttl";
/// Page of all needs, below a language's root.
pub(crate) const HELP_PATH: &str = "aiuto/";

/// The board in figures, below the site's root.
pub(crate) const STATISTICS_PATH: &str = "dati/statistiche.json";
/// List of the kinds in the reference of fields, below a language's root; a kind is below it, under its word.
pub(crate) const FIELD_REFERENCE_PATH: &str = "riferimento/";
/// Title of that list, which leads to it too.
pub(crate) const FIELD_REFERENCE_TITLE: StaticText = text("I campi, tipo per tipo", "The fields, kind by kind");
/// Page of the board in figures, below a language's root.
pub(crate) const FIGURES_PATH: &str = "numeri/";

/// Page of the glossary, below a language's root.
pub(crate) const GLOSSARY_PAGE_PATH: &str = "parole/";
/// Page of what is open in easy words, below the site's root.
pub(crate) const EASY_PATH: &str = "facile/";

/// Path of the page of a need below a language's root: `aiuto/chiedere-asilo/`.
pub(crate) fn need_path(need: Need) -> String {
    format!("{HELP_PATH}{}/", need.slug())
}
