//! Contact points as public data: the JSON, the table, the directory in the format of Open Referral.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{
    SITE_URL, Tree, bacheca, installed_tool, read_tree, real_site, repository_path, small_board, write,
};

/// The small board with desks of every sort: complete, open at night, without facts, not verified any more, invented.
fn board_with_desks() -> TempDir {
    let board = small_board();
    for (id, facts) in [
        (
            "casa-aperta",
            "nome: \"Casa Aperta; =1+1\"\ntipo: centro diurno\nente: ponte\nindirizzo: via Rossi 2, 00100 Borgo\nzona: II\n\
             mezzi: autobus 5\naccessibilita: ascensore\ncoordinate: [41.8896, 12.4755]\nlingue_sportello: [it, ar, so]\n\
             orari:\n  - {giorni: [lun, mer], ore: [\"9:00-13:00\", \"15:00-18:00\"]}\n  - {giorni: [gio], ore: \"9:00-12:00\", su_appuntamento: sì}\n  - {giorni: [ven], ore: \"14:00-16:00\", per: donne}\n\
             chiusure: [{date: 2026-12-24/2027-01-06, motivo: ferie}]\naperture: [{date: 2026-12-13, ore: \"9:00-12:00\", motivo: vaccini}]\n\
             bisogni: [documenti, mangiare e lavarsi]\nservizi: [docce]\ndocumenti: [passaporto]\n\
             contatti: {telefono: [\"06 5550 0110\", \"800 905 570\"], whatsapp: \"+39 351 592 7691\", email: [casa@example.org, due@example.org], sito: \"https://casa.example.org/\"}\nverificato: 2026-11-01\n",
        ),
        (
            "notte",
            "nome: Riparo notturno\ntipo: sportello\nindirizzo: via Verdi 1, Borgo\norari: [{giorni: [ven, sab], ore: \"22:00-6:00\"}]\naperto_festivi: sì\nverificato: 2026-11-01\n",
        ),
        (
            "mai",
            "nome: Mai verificato\ntipo: sportello\nindirizzo: via Verdi 2, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\naperture: [{date: 2026-12-13, ore: \"9:00-12:00\"}]\nchiusure: [2026-12-24]\n",
        ),
        ("poco", "nome: Poco\ntipo: biblioteca\nindirizzo: via Verdi 4, Borgo\nverificato: 2026-11-01\n"),
        (
            "inventato",
            "nome: Sportello inventato\ntipo: sportello\nindirizzo: via Verdi 3, Borgo\nesempio: sì\nverificato: 2026-11-01\n",
        ),
    ] {
        write(&board.path().join(format!("content/centri/{id}.md")), format!("---\n{facts}---\n\nQualche parola.\n"));
    }
    board
}

fn build(board: &Path) -> Tree {
    bacheca(board, &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    read_tree(&board.join("public"))
}

fn json(site: &Tree, path: &str) -> Json {
    serde_json::from_slice(&site[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Rows of a CSV file by `id`, each a map by column.
fn csv_rows(bytes: &[u8]) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a spreadsheet wants the byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text);
    let names = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.expect("every row has every column"));
    let rows = rows.map(|row| names.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect());
    rows.map(|row: BTreeMap<String, String>| (row["id"].clone(), row)).collect()
}

#[test]
fn desks_are_published_with_the_keys_of_their_files() {
    let board = board_with_desks();
    let data = json(&build(board.path()), "dati/sportelli.json");
    assert_eq!((&data["version"], &data["data"]), (&1.into(), &crate::support::TODAY.into()));
    assert_eq!(data["enti"]["ponte"]["nome"], "Associazione Il Ponte");
    let desks = data["sportelli"].as_array().unwrap();
    let desk = |id: &str| desks.iter().find(|desk| desk["id"] == id).unwrap_or_else(|| panic!("{id}: {data:#}"));
    let home = desk("casa-aperta");
    for (pointer, value) in [
        ("/url", format!("{SITE_URL}sportelli/casa-aperta/")),
        ("/nome", "Casa Aperta; =1+1".to_owned()),
        ("/bisogni/1", "mangiare e lavarsi".to_owned()),
        ("/contatti/telefono/0", "+390655500110".to_owned()),
        ("/opening_hours", "Th 09:00-12:00 unknown \"su appuntamento\", Fr 14:00-16:00 open \"donne\", Mo,We 09:00-13:00, Mo,We 15:00-18:00; PH off; 2026 Dec 24-2027 Jan 06 off \"ferie\", 2026 Dec 13 09:00-12:00 open \"vaccini\"".to_owned()),
        ("/testo", "Qualche parola.".to_owned()),
    ] {
        assert_eq!(home.pointer(pointer).and_then(Json::as_str), Some(value.as_str()), "{home:#}");
    }
    assert_eq!(home["affidabile"], true);
    assert_eq!(desk("notte")["opening_hours"], "Fr,Sa 22:00-30:00");
    // Nobody relies on hours that were never verified; a closure still warns.
    let never = desk("mai");
    assert_eq!(never["affidabile"], false);
    for key in ["orari", "aperture", "opening_hours"] {
        assert_eq!(never.get(key), None, "{never:#}");
    }
    assert!(never["chiusure"].is_array(), "{never:#}");
    assert_eq!(desk("inventato")["esempio"], true);
}

#[test]
fn table_of_desks_has_those_of_the_json_and_no_formula() {
    let board = board_with_desks();
    let site = build(board.path());
    let data = json(&site, "dati/sportelli.json");
    let rows = csv_rows(&site["dati/sportelli.csv"]);
    let ids: Vec<&str> =
        data["sportelli"].as_array().unwrap().iter().map(|desk| desk["id"].as_str().unwrap()).collect();
    assert_eq!(ids, rows.keys().map(String::as_str).collect::<Vec<_>>());
    let home = &rows["casa-aperta"];
    for (column, value) in [
        ("nome", "Casa Aperta;' =1+1"),
        ("ente", "Associazione Il Ponte"),
        ("bisogni", "documenti; mangiare e lavarsi"),
        ("lingue_sportello", "it ar so"),
        ("latitudine", "41.8896"),
        ("telefono", "+390655500110 800905570"),
        ("affidabile", "sì"),
    ] {
        assert_eq!(home[column], value, "{home:?}");
    }
    assert!(home["opening_hours"].contains("Mo,We 09:00-13:00"), "{home:?}");
    assert_eq!((rows["mai"]["opening_hours"].as_str(), rows["mai"]["affidabile"].as_str()), ("", "no"));
}

#[test]
fn invented_desks_can_be_left_out_and_a_board_may_have_none() {
    let board = board_with_desks();
    let configuration = board.path().join("site.toml");
    let text = std::fs::read_to_string(&configuration).unwrap();
    write(&configuration, text.replace("fuso =", "esempi = false\nfuso ="));
    let site = build(board.path());
    for path in ["dati/sportelli.json", "dati/sportelli.csv"] {
        let text = String::from_utf8_lossy(&site[path]);
        assert!(text.contains("casa-aperta") && !text.contains("inventato"), "{path}: {text}");
    }
    std::fs::remove_dir_all(board.path().join("content/centri")).unwrap();
    let site = build(board.path());
    assert_eq!(json(&site, "dati/sportelli.json")["sportelli"], Json::Array(Vec::new()));
    assert!(csv_rows(&site["dati/sportelli.csv"]).is_empty());
}

/// Violations of the schemas of HSDS 3.0 by a list of services.
fn directory_violation(services: &Json) -> Option<String> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.enable_format_assertions();
    let folder = repository_path("tests/product/data/hsds");
    for (name, bytes) in read_tree(&folder).into_iter().filter(|(name, _)| name.ends_with(".json")) {
        compiler
            .add_resource(&format!("https://hsds.example/{name}"), serde_json::from_slice(&bytes).unwrap())
            .unwrap();
    }
    let list = serde_json::json!({"type": "array", "items": {"$ref": "service.json"}});
    compiler.add_resource("https://hsds.example/list.json", list).unwrap();
    let index = compiler.compile("https://hsds.example/list.json", &mut schemas).unwrap();
    schemas.validate(services, index).err().map(|error| format!("{error:#}"))
}

/// Longitude and latitude in the order of the standard, read by somebody else's parser; nothing without coordinates.
#[test]
fn points_are_read_by_another_parser() {
    let board = board_with_desks();
    let read = |bytes: &[u8]| -> Json {
        let mut process = Command::new(installed_tool("moto/bin/python"))
            .arg(repository_path("tests/product/points.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        process.stdin.take().unwrap().write_all(bytes).unwrap();
        serde_json::from_slice(&process.wait_with_output().unwrap().stdout).unwrap()
    };
    let site = build(board.path());
    let found = read(&site["dati/sportelli.geojson"]);
    assert_eq!(found, serde_json::json!({"faults": [], "points": {"casa-aperta": [12.4755, 41.8896]}}));
    // It finds what is wrong.
    let wrong =
        String::from_utf8(site["dati/sportelli.geojson"].clone()).unwrap().replace("[12.4755,41.8896]", "[12.4755]");
    assert_ne!(read(wrong.as_bytes())["faults"], serde_json::json!([]));
}

#[test]
fn directory_follows_the_schemas_of_open_referral() {
    let board = board_with_desks();
    let services = json(&build(board.path()), "dati/hsds.json");
    assert_eq!(directory_violation(&services), None);
    // The one that is invented is left out.
    assert_eq!(services.as_array().unwrap().len(), 5);
    // The schemas find what is wrong.
    let mut wrong = services.clone();
    wrong[0]["service_at_locations"][0]["location"]["addresses"][0]["id"] = "1".into();
    assert!(directory_violation(&wrong).unwrap().contains("uuid"));
    // The real board, too.
    let real = json(&read_tree(real_site()), "dati/hsds.json");
    assert_eq!(directory_violation(&real), None);
    assert_eq!(real.as_array().unwrap().len(), 2);
}

#[test]
fn directory_has_what_is_known_of_a_desk() {
    let board = board_with_desks();
    let services = json(&build(board.path()), "dati/hsds.json");
    let service = |name: &str| {
        let found = services.as_array().unwrap().iter().find(|service| service["name"] == name);
        found.unwrap_or_else(|| panic!("{name}: {services:#}"))
    };
    let home = service("Casa Aperta; =1+1");
    for (pointer, value) in [
        ("/status", "active"),
        ("/assured_date", "2026-11-01"),
        ("/description", "docce\n\nQualche parola."),
        ("/email", "casa@example.org"),
        ("/contacts/0/email", "due@example.org"),
        ("/phones/0/number", "+390655500110"),
        ("/phones/2/type", "text"),
        ("/phones/2/description", "WhatsApp"),
        ("/languages/1/name", "arabo"),
        ("/organization/name", "Associazione Il Ponte"),
        ("/required_documents/0/document", "passaporto"),
        ("/attributes/0/taxonomy_term/code", "documenti"),
        ("/attributes/1/taxonomy_term/term_uri", "https://borgo.example.org/bacheca/aiuto/mangiare-e-lavarsi/"),
        ("/service_at_locations/0/location/transportation", "autobus 5"),
        ("/service_at_locations/0/location/accessibility/0/description", "ascensore"),
        ("/service_at_locations/0/location/addresses/0/address_1", "via Rossi 2"),
        ("/service_at_locations/0/location/addresses/0/postal_code", "00100"),
        ("/service_at_locations/0/location/addresses/0/state_province", "Lazio"),
    ] {
        assert_eq!(home.pointer(pointer).and_then(Json::as_str), Some(value), "{pointer} {home:#}");
    }
    assert_eq!(home["organization_id"], home["organization"]["id"]);
    // Each weekly slot before and after the closure, then the extra opening.
    let schedules = home["service_at_locations"][0]["schedules"].as_array().unwrap();
    let show = |schedule: &Json| {
        let text = |key: &str| schedule[key].as_str().unwrap_or_default().to_owned();
        ["byday", "opens_at", "closes_at", "valid_from", "valid_to", "attending_type", "description"]
            .map(text)
            .join(" ")
    };
    assert_eq!(
        schedules.iter().map(show).collect::<Vec<_>>(),
        [
            "MO,WE 09:00 13:00  2026-12-23  ",
            "MO,WE 15:00 18:00  2026-12-23  ",
            "MO,WE 09:00 13:00 2027-01-07   ",
            "MO,WE 15:00 18:00 2027-01-07   ",
            "TH 09:00 12:00  2026-12-23 su appuntamento ",
            "TH 09:00 12:00 2027-01-07  su appuntamento ",
            "FR 14:00 16:00  2026-12-23  donne",
            "FR 14:00 16:00 2027-01-07   donne",
            "SU 09:00 12:00 2026-12-13 2026-12-13  vaccini",
        ]
    );
    assert_eq!(schedules[0]["notes"], "Ora locale (Europe/Rome). Chiuso nei giorni di festa.");
    let night = service("Riparo notturno")["service_at_locations"][0]["schedules"][0].clone();
    assert_eq!(
        (&night["closes_at"], &night["notes"]),
        (&"06:00".into(), &"Ora locale (Europe/Rome). Chiude il giorno dopo.".into())
    );
    // Without verification no hours, but a word of warning.
    let never = service("Mai verificato");
    assert_eq!(never["service_at_locations"][0].get("schedules"), None);
    assert!(
        never["alert"].as_str().unwrap().contains("chiedi prima") && never.get("assured_date").is_none(),
        "{never:#}"
    );
    // Identifiers do not change from build to build, and each is used once.
    assert_eq!(services, json(&build(board.path()), "dati/hsds.json"));
    let mut ids = Vec::new();
    collect_ids(&services, &mut ids);
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(all, ids.len());
}

/// Values of `id` of what belongs to one service: terms and organisations are shared.
fn collect_ids(json: &Json, ids: &mut Vec<String>) {
    match json {
        Json::Array(values) => values.iter().for_each(|value| collect_ids(value, ids)),
        Json::Object(fields) => {
            ids.extend(fields.get("id").and_then(Json::as_str).map(str::to_owned));
            let own = fields.iter().filter(|(name, _)| !["taxonomy_term", "organization"].contains(&name.as_str()));
            own.for_each(|(_, value)| collect_ids(value, ids));
        }
        _ => {}
    }
}

/// What a file says twice the directory and the card say once, so that no identifier is used twice.
#[test]
fn directory_and_card_say_once_what_a_file_repeats() {
    let board = small_board();
    let facts = "nome: Ripete\ntipo: sportello\nindirizzo: via Verdi 5, Borgo\nlingue_sportello: [ar, it, ar]\n\
        bisogni: [documenti, avvocato, documenti]\ndocumenti: [passaporto, passaporto]\n\
        contatti: {telefono: [\"06 5550 0110\", \"0655500110\"], whatsapp: [\"351 592 7691\", \"+39 351 592 7691\"]}\nverificato: 2026-11-01\n";
    write(&board.path().join("content/centri/ripete.md"), format!("---\n{facts}---\n"));
    let site = build(board.path());
    let services = json(&site, "dati/hsds.json");
    let service = services.as_array().unwrap().iter().find(|service| service["name"] == "Ripete").unwrap();
    for (list, count) in [("languages", 2), ("attributes", 2), ("required_documents", 1), ("phones", 2)] {
        assert_eq!(service[list].as_array().unwrap().len(), count, "{list} {service:#}");
    }
    assert_eq!((&service["languages"][0]["code"], &service["languages"][1]["code"]), (&"ar".into(), &"it".into()));
    let card = std::str::from_utf8(&site["sportelli/ripete/contatto.vcf"]).unwrap();
    assert_eq!(card.matches("TEL;").count(), 2, "{card}");
    assert_eq!(card.matches("Documenti").count(), 1, "{card}");
}
