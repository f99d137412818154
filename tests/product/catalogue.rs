//! The description of the data, as portals read it: SHACL shapes of DCAT-AP, the properties that CKAN takes over.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::support::{bacheca, installed_tool, read_tree, repository_path, run_tool, small_board, small_site, write};

/// Reads the description in a site with rdflib, and checks it against the shapes with pyshacl.
fn read_catalogue(site: &Path) -> Json {
    let script = repository_path("tests/product/catalogue_readers.py");
    let shapes = ["shapes", "shapes_recommended", "range"];
    let shapes = shapes.map(|name| repository_path(&format!("tests/catalogue/{name}.ttl")));
    let files = ["dati/catalogo.jsonld", "dati/catalogo.ttl"].map(|file| site.join(file));
    let arguments: Vec<&str> =
        [&script].into_iter().chain(&files).chain(&shapes).map(|path| path.to_str().unwrap()).collect();
    let python = installed_tool("moto/bin/python");
    serde_json::from_slice(&run_tool(python.to_str().unwrap(), "python3", &arguments)).unwrap()
}

/// Findings of the shapes, each as thing and property.
fn findings(catalogue: &Json) -> BTreeSet<String> {
    let findings = catalogue["findings"].as_array().unwrap().iter();
    findings.map(|found| format!("{} {}", found[0].as_str().unwrap(), found[1].as_str().unwrap())).collect()
}

#[test]
fn portals_find_what_they_require_and_recommend() {
    let site = small_site();
    let catalogue = read_catalogue(site);
    assert_eq!(catalogue["same"], true, "JSON-LD and Turtle say the same");
    // What the board has not said: of which kind the publisher is, and where its territory ends.
    let address = "https://borgo.example.org/bacheca/";
    let unsaid = [
        "#pubblica type",
        "dati/catalogo.jsonld#territorio dcat#bbox",
        "dati/catalogo.jsonld#territorio dcat#centroid",
    ];
    assert_eq!(findings(&catalogue), BTreeSet::from(unsaid.map(|part| format!("{address}{part}"))));

    let items = &catalogue["datasets"]["opportunita"];
    let tags: Vec<&str> = items["tags"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
    for tag in ["Borgo", "Corsi", "Lavoro", "migranti"] {
        assert!(tags.contains(&tag), "{tags:?}");
    }
    // CKAN knows a licence by this title.
    assert_eq!(items["licence"], serde_json::json!(["Creative Commons Attribution"]));
    let language = |code: &str| format!("http://publications.europa.eu/resource/authority/language/{code}");
    assert_eq!(items["languages"], serde_json::json!(["ARA", "ENG", "ITA"].map(language)));
    assert_eq!((&items["places"][0], &items["temporal"][1]), (&"Borgo".into(), &"2026-11-18".into()));
    assert_eq!(
        (&items["contact"][0], &items["publisher"][0]),
        (&"mailto:redazione@example.org".into(), &"Bacheca di Borgo".into())
    );
    let names: Vec<&String> = catalogue["datasets"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["opportunita", "sportelli", "numeri"]);

    let tree = read_tree(site);
    for set in catalogue["datasets"].as_object().unwrap().values() {
        for (url, file) in set["files"].as_object().unwrap() {
            let bytes = &tree[url.strip_prefix(address).unwrap()];
            assert_eq!(file["bytes"][0], bytes.len().to_string(), "{url}");
            assert_eq!(file["sha256"][0], format!("{:x}", Sha256::digest(bytes)), "{url}");
            assert!(file["format"][0].as_str().unwrap().contains("/file-type/"), "{url}");
        }
    }
}

#[test]
fn board_says_who_publishes_its_data_and_of_which_territory() {
    let board = small_board();
    let file = board.path().join("site.toml");
    let settings = "\n[dati]\ntitolare = \"Comune di \\\"Borgo\\\"\"\ncodice = \"c_z999\"\ntipo = \"locale\"\nluoghi = [\"https://sws.geonames.org/3169070/\"]\n";
    let text = std::fs::read_to_string(&file).unwrap();
    write(&file, format!("{text}{settings}"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search,desk"]).expect_code(0);
    let catalogue = read_catalogue(&board.path().join("public"));
    assert_eq!(catalogue["same"], true);
    // Of a place in a table the table says where it ends.
    let found = findings(&catalogue);
    assert!(found.iter().all(|found| found.ends_with("bbox") || found.ends_with("centroid")), "{found:?}");
    assert_eq!(catalogue["datasets"]["numeri"]["publisher"][0], "Comune di \"Borgo\"");

    write(&file, format!("{text}{}", settings.replace("geonames.org", "example.org")));
    let refused = bacheca(board.path(), &["check"]);
    let said = format!("{}{}", refused.out, refused.err);
    assert!(refused.code != 0 && said.contains("non è l'indirizzo di un luogo"), "{said}");
}
