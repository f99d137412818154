//! Addresses that one output has and others lead to.

/// The calendar of when things take place, below a language's root.
pub(crate) const EVENTS: &str = "eventi.ics";
/// The calendar of until when one can apply, below a language's root.
pub(crate) const DEADLINES: &str = "scadenze.ics";
/// What is new, as JSON Feed, below a language's root.
pub(crate) const JSON_FEED: &str = "feed.json";
/// Everything, as JSON.
pub(crate) const DATA_PATH: &str = "dati/opportunita.json";
/// Everything, as a table.
pub(crate) const TABLE_PATH: &str = "dati/opportunita.csv";
/// What the two are.
pub(crate) const CATALOGUE_PATH: &str = "dati/catalogo.jsonld";
