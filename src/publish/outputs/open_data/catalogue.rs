//! Description of the data for open data portals: DCAT-AP_IT 2 in JSON-LD. Required are title, description, publisher
//! and date of modification; for a data set also identifier, themes, rights holder, frequency; for a file its licence.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::board::{Board, Item};
use crate::publish::shared::addresses::{
    CATALOGUE_PATH, CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DATA_PATH, DIRECTORY_PATH, GLOSSARY_TABLE_PATH,
    POINT_MAP_PATH, TABLE_PATH,
};
use crate::text::mail_address::MailAddress;

/// Licence of the content.
const LICENCE_URL: &str = "https://creativecommons.org/licenses/by/4.0/";
/// Controlled vocabularies of the EU Publications Office.
const AUTHORITY_URL: &str = "http://publications.europa.eu/resource/authority/";
/// IANA media types as URLs.
const MEDIA_TYPE_URL: &str = "https://www.iana.org/assignments/media-types/";

/// A file of the data: path below the site's root, EU code of its format, IANA media type.
type File = (&'static str, &'static str, &'static str);

/// A set of data.
struct Dataset {
    /// Its name in identifiers and titles.
    name: &'static str,
    title: &'static str,
    /// Codes of its themes in the EU's vocabulary.
    themes: &'static [&'static str],
    files: &'static [File],
}

/// The opportunities.
const ITEMS: Dataset = Dataset {
    name: "opportunita",
    title: "opportunità",
    themes: &["SOCI", "EDUC", "JUST"],
    files: &[(DATA_PATH, "JSON", "application/json"), (TABLE_PATH, "CSV", "text/csv")],
};

/// The contact points.
const CONTACT_POINTS: Dataset = Dataset {
    name: "sportelli",
    title: "sportelli",
    themes: &["SOCI", "HEAL", "JUST"],
    files: &[
        (CONTACT_POINTS_PATH, "JSON", "application/json"),
        (CONTACT_POINT_TABLE_PATH, "CSV", "text/csv"),
        (DIRECTORY_PATH, "JSON", "application/json"),
        (POINT_MAP_PATH, "GEOJSON", "application/geo+json"),
    ],
};

/// The glossary.
const GLOSSARY: Dataset = Dataset {
    name: "glossario",
    title: "glossario",
    themes: &["SOCI", "EDUC"],
    files: &[(GLOSSARY_TABLE_PATH, "CSV", "text/csv")],
};

/// The specification that the directory of services follows.
const DIRECTORY_SPECIFICATION: &str = "https://docs.openreferral.org/en/3.0/";

/// Builds the catalogue: the opportunities and, if there are any, the contact points and the glossary.
pub(super) fn build_catalogue(board: &Board) -> Json {
    let config = &board.config.bacheca;
    let items = board.published().filter_map(Item::last_changed);
    let verified = board.published_contact_points().filter_map(|(_, facts)| facts.verified);
    let writer = CatalogueWriter { board };
    let mut datasets = vec![writer.dataset(&ITEMS, writer.latest(items))];
    if board.published_contact_points().next().is_some() {
        datasets.push(writer.dataset(&CONTACT_POINTS, writer.latest(verified)));
    }
    if board.glossary.is_some() {
        datasets.push(writer.dataset(&GLOSSARY, writer.latest(std::iter::empty())));
    }
    let modified = writer.latest(items_and_desks_changed(board));
    let publisher = json!({
        "@id": format!("{}#pubblica", config.indirizzo),
        "@type": ["foaf:Agent", "dcatapit:Agent"],
        "dct:identifier": config.indirizzo,
        "foaf:name": writer.text(&config.nome),
    });
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcatapit": "http://dati.gov.it/onto/dcatapit#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "owl": "http://www.w3.org/2002/07/owl#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": board.url(CATALOGUE_PATH),
        "@type": ["dcat:Catalog", "dcatapit:Catalog"],
        "dct:title": writer.text(&config.nome),
        "dct:description": writer.text(description(board)),
        "dct:publisher": publisher,
        "dct:modified": modified,
        "foaf:homepage": reference(&config.indirizzo),
        "dcat:themeTaxonomy": reference(&format!("{AUTHORITY_URL}data-theme")),
        "dcat:dataset": datasets,
    })
}

/// Days on which something was changed or verified.
fn items_and_desks_changed(board: &Board) -> impl Iterator<Item = NaiveDate> {
    let items = board.published().filter_map(Item::last_changed);
    items.chain(board.published_contact_points().filter_map(|(_, facts)| facts.verified))
}

struct CatalogueWriter<'b> {
    board: &'b Board,
}

impl CatalogueWriter<'_> {
    /// A text in the board's own language.
    fn text(&self, text: &str) -> Json {
        json!({"@language": self.board.config.bacheca.lingua, "@value": text})
    }

    /// The last of some days that is not in the future; today if there is none.
    fn latest(&self, days: impl Iterator<Item = NaiveDate>) -> Json {
        let last = days.filter(|day| *day <= self.board.today).max().unwrap_or(self.board.today);
        json!({"@type": "xsd:date", "@value": last.to_string()})
    }

    fn dataset(&self, dataset: &Dataset, modified: Json) -> Json {
        let config = &self.board.config.bacheca;
        let title = format!("{}: {}", config.nome, dataset.title);
        let publisher = reference(&format!("{}#pubblica", config.indirizzo));
        let themes: Vec<Json> =
            dataset.themes.iter().map(|theme| reference(&format!("{AUTHORITY_URL}data-theme/{theme}"))).collect();
        let files: Vec<Json> = dataset.files.iter().map(|file| self.distribution(&title, file, &modified)).collect();
        let mut json = json!({
            "@id": format!("{}#{}", self.board.url(CATALOGUE_PATH), dataset.name),
            "@type": ["dcat:Dataset", "dcatapit:Dataset"],
            "dct:identifier": format!("{}{}", config.indirizzo, dataset.name),
            "dct:title": self.text(&title),
            "dct:description": self.text(description(self.board)),
            "dct:modified": modified,
            "dct:publisher": publisher,
            "dct:rightsHolder": publisher,
            "dct:accrualPeriodicity": reference(&format!("{AUTHORITY_URL}frequency/CONT")),
            "dcat:theme": themes,
            "dcat:landingPage": reference(&config.indirizzo),
            "dcat:distribution": files,
        });
        let email = config.email.as_deref().and_then(MailAddress::new);
        if let (Some(email), Some(fields)) = (email, json.as_object_mut()) {
            let contact = json!({
                "@id": format!("{}#contatto", config.indirizzo),
                "@type": ["vcard:Organization", "dcatapit:Organization"],
                "vcard:fn": config.nome,
                "vcard:hasEmail": reference(&email.link(None)),
            });
            fields.insert("dcat:contactPoint".to_owned(), contact);
        }
        json
    }

    fn distribution(&self, title: &str, (path, format, media_type): &File, modified: &Json) -> Json {
        let is_directory = *path == DIRECTORY_PATH;
        let title = if is_directory { format!("{title} (HSDS 3.0)") } else { format!("{title} ({format})") };
        let specification = is_directory.then(|| reference(DIRECTORY_SPECIFICATION));
        let mut json = json!({
            "@id": self.board.url(path),
            "@type": ["dcat:Distribution", "dcatapit:Distribution"],
            "dct:title": self.text(&title),
            "dcat:accessURL": reference(&self.board.url(path)),
            "dcat:downloadURL": reference(&self.board.url(path)),
            "dct:format": reference(&format!("{AUTHORITY_URL}file-type/{format}")),
            "dcat:mediaType": reference(&format!("{MEDIA_TYPE_URL}{media_type}")),
            "dct:modified": modified,
            "dct:license": {
                "@id": LICENCE_URL,
                "@type": ["dct:LicenseDocument", "dcatapit:LicenseDocument"],
                "dct:type": reference("http://purl.org/adms/licencetype/Attribution"),
                "foaf:name": "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)",
                "owl:versionInfo": "4.0",
            },
        });
        if let (Some(specification), Some(fields)) = (specification, json.as_object_mut()) {
            fields.insert("dct:conformsTo".to_owned(), specification);
        }
        json
    }
}

fn reference(id: &str) -> Json {
    json!({"@id": id})
}

/// The board's description, or its name if it has none: the profile requires a description.
fn description(board: &Board) -> &str {
    let config = &board.config.bacheca;
    if config.descrizione.is_empty() { &config.nome } else { &config.descrizione }
}
