//! Description of the data for open data portals: DCAT-AP_IT 2 in JSON-LD. Required are title, description, publisher
//! and date of modification; for a data set also identifier, themes, rights holder, frequency; for a file its licence.

use serde_json::{Value as Json, json};

use crate::board::Board;
use crate::publish::shared::addresses::{CATALOGUE_PATH, DATA_PATH, TABLE_PATH};
use crate::text::mail_address::MailAddress;

/// Licence of the content.
const LICENCE_URL: &str = "https://creativecommons.org/licenses/by/4.0/";
/// Controlled vocabularies of the EU Publications Office.
const AUTHORITY_URL: &str = "http://publications.europa.eu/resource/authority/";
/// IANA media types as URLs.
const MEDIA_TYPE_URL: &str = "https://www.iana.org/assignments/media-types/";

/// Builds the catalogue, with one data set and its two files.
pub(super) fn build_catalogue(board: &Board) -> Json {
    let config = &board.config.bacheca;
    let text = |text: &str| json!({"@language": config.lingua, "@value": text});
    let date = board.published().filter_map(crate::board::Item::last_changed).filter(|day| *day <= board.today).max();
    let modified = json!({"@type": "xsd:date", "@value": date.unwrap_or(board.today).to_string()});
    let publisher = json!({
        "@id": format!("{}#pubblica", config.indirizzo),
        "@type": ["foaf:Agent", "dcatapit:Agent"],
        "dct:identifier": config.indirizzo,
        "foaf:name": text(&config.nome),
    });
    let reference = |id: &str| json!({"@id": id});
    let title = format!("{}: opportunità", config.nome);
    let themes = ["SOCI", "EDUC", "JUST"].map(|theme| reference(&format!("{AUTHORITY_URL}data-theme/{theme}")));
    let distribution = |path: &str, format: &str, media_type: &str| {
        json!({
            "@id": board.url(path),
            "@type": ["dcat:Distribution", "dcatapit:Distribution"],
            "dct:title": text(&format!("{title} ({format})")),
            "dcat:accessURL": reference(&board.url(path)),
            "dcat:downloadURL": reference(&board.url(path)),
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
        })
    };
    let mut dataset = json!({
        "@id": format!("{}#opportunita", board.url(CATALOGUE_PATH)),
        "@type": ["dcat:Dataset", "dcatapit:Dataset"],
        "dct:identifier": format!("{}opportunita", config.indirizzo),
        "dct:title": text(&title),
        "dct:description": text(description(board)),
        "dct:modified": modified,
        "dct:publisher": reference(&format!("{}#pubblica", config.indirizzo)),
        "dct:rightsHolder": reference(&format!("{}#pubblica", config.indirizzo)),
        "dct:accrualPeriodicity": reference(&format!("{AUTHORITY_URL}frequency/CONT")),
        "dcat:theme": themes,
        "dcat:landingPage": reference(&config.indirizzo),
        "dcat:distribution": [
            distribution(DATA_PATH, "JSON", "application/json"),
            distribution(TABLE_PATH, "CSV", "text/csv"),
        ],
    });
    let email = config.email.as_deref().and_then(MailAddress::new);
    if let (Some(email), Some(dataset)) = (email, dataset.as_object_mut()) {
        let contact = json!({
            "@id": format!("{}#contatto", config.indirizzo),
            "@type": ["vcard:Organization", "dcatapit:Organization"],
            "vcard:fn": config.nome,
            "vcard:hasEmail": reference(&email.link(None)),
        });
        dataset.insert("dcat:contactPoint".to_owned(), contact);
    }
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
        "dct:title": text(&config.nome),
        "dct:description": text(description(board)),
        "dct:publisher": publisher,
        "dct:modified": modified,
        "foaf:homepage": reference(&config.indirizzo),
        "dcat:themeTaxonomy": reference(&format!("{AUTHORITY_URL}data-theme")),
        "dcat:dataset": [dataset],
    })
}

/// The board's description, or its name if it has none: the profile requires a description.
fn description(board: &Board) -> &str {
    let config = &board.config.bacheca;
    if config.descrizione.is_empty() { &config.nome } else { &config.descrizione }
}
