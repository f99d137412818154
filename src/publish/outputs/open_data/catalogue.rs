//! What the data are, for catalogues of public data: DCAT-AP_IT 2 in JSON-LD. Required are title, description,
//! publisher and date of change; of a data set its identifier, themes, holder, frequency; of a file its licence.

use serde_json::{Value as Json, json};

use crate::board::Board;
use crate::publish::shared::addresses::{CATALOGUE_PATH, DATA_PATH, TABLE_PATH};

/// The licence of the content, and its kind in the words of ADMS.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
/// The Publications Office's lists of words.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
/// Media types of IANA as addresses.
const MEDIA_TYPE: &str = "https://www.iana.org/assignments/media-types/";

/// The catalogue.
pub(super) fn catalogue(board: &Board) -> Json {
    let config = &board.config.bacheca;
    let text = |text: &str| json!({"@language": config.lingua, "@value": text});
    let date = board.published().filter_map(crate::board::Item::changed).filter(|day| *day <= board.today).max();
    let modified = json!({"@type": "xsd:date", "@value": date.unwrap_or(board.today).to_string()});
    let publisher = json!({
        "@id": format!("{}#pubblica", config.indirizzo),
        "@type": ["foaf:Agent", "dcatapit:Agent"],
        "dct:identifier": config.indirizzo,
        "foaf:name": text(&config.nome),
    });
    let of = |id: &str| json!({"@id": id});
    let title = format!("{}: opportunità", config.nome);
    let themes = ["SOCI", "EDUC", "JUST"].map(|theme| of(&format!("{AUTHORITY}data-theme/{theme}")));
    let distribution = |path: &str, format: &str, media_type: &str| {
        json!({
            "@id": board.url(path),
            "@type": ["dcat:Distribution", "dcatapit:Distribution"],
            "dct:title": text(&format!("{title} ({format})")),
            "dcat:accessURL": of(&board.url(path)),
            "dcat:downloadURL": of(&board.url(path)),
            "dct:format": of(&format!("{AUTHORITY}file-type/{format}")),
            "dcat:mediaType": of(&format!("{MEDIA_TYPE}{media_type}")),
            "dct:modified": modified,
            "dct:license": {
                "@id": LICENCE,
                "@type": ["dct:LicenseDocument", "dcatapit:LicenseDocument"],
                "dct:type": of("http://purl.org/adms/licencetype/Attribution"),
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
        "dct:publisher": of(&format!("{}#pubblica", config.indirizzo)),
        "dct:rightsHolder": of(&format!("{}#pubblica", config.indirizzo)),
        "dct:accrualPeriodicity": of(&format!("{AUTHORITY}frequency/CONT")),
        "dcat:theme": themes,
        "dcat:landingPage": of(&config.indirizzo),
        "dcat:distribution": [
            distribution(DATA_PATH, "JSON", "application/json"),
            distribution(TABLE_PATH, "CSV", "text/csv"),
        ],
    });
    if let (Some(email), Some(dataset)) = (&config.email, dataset.as_object_mut()) {
        let contact = json!({
            "@id": format!("{}#contatto", config.indirizzo),
            "@type": ["vcard:Organization", "dcatapit:Organization"],
            "vcard:fn": config.nome,
            "vcard:hasEmail": of(&format!("mailto:{email}")),
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
        "foaf:homepage": of(&config.indirizzo),
        "dcat:themeTaxonomy": of(&format!("{AUTHORITY}data-theme")),
        "dcat:dataset": [dataset],
    })
}

/// A description is required: without a sentence about itself the board has its name.
fn description(board: &Board) -> &str {
    let config = &board.config.bacheca;
    if config.descrizione.is_empty() { &config.nome } else { &config.descrizione }
}
