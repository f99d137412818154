//! An organisation that registers: what its form asks, the file that it becomes, what is found in it.

use std::collections::BTreeMap;

use bacheca::board::Board;
use bacheca::diagnostic::MessageLanguage;
use bacheca::form::{Form, FormField, Shape, organisation_form, read_file, write_file};
use bacheca::locale::Locales;
use bacheca::model::{ORGANISATION_EDITORS_FIELDS, Organisation, Record};
use bacheca::theme::Theme;
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::session::{Page, load_board};
use crate::support::{TODAY, bacheca, findings, small_board, write};

const CHARTER: &str = "---\ntitolo: Carta di chi annuncia\nversione: 2026-1\n---\n\nNessuno paga niente.\n";

/// The small board with a charter.
fn board() -> TempDir {
    let folder = small_board();
    write(&folder.path().join("content/pagine/carta.md"), CHARTER);
    folder
}

fn load(folder: &TempDir) -> std::sync::Arc<Board> {
    load_board(folder.path(), &BTreeMap::new()).board
}

fn facts() -> Json {
    json!({
        "nome": "Associazione Le Rondini: casa & lavoro",
        "tipo": "associazione",
        "contatti": {"email": ["ciao@rondini.example.org"], "telefono": "06 5550 0199"},
        "carta": {"versione": "2026-1", "data": TODAY},
        "codice_fiscale": "97000 000006",
        "registro": "RUNTS, repertorio 1",
        "sito": "https://rondini.example.org/",
    })
}

fn rules(written: &Json) -> Vec<(String, String)> {
    let text = |found: &Json, key: &str| found[key].as_str().unwrap().to_owned();
    let field = |found: &Json| found["field"][0].as_str().unwrap_or_default().to_owned();
    written["findings"].as_array().unwrap().iter().map(|found| (text(found, "rule"), field(found))).collect()
}

#[test]
fn every_field_but_those_of_editors_is_asked_once() {
    let board = load(&board());
    let locales = Locales::load(&Theme::embedded(), &["it".to_owned(), "en".to_owned()]).unwrap();
    for language in [MessageLanguage::Italian, MessageLanguage::English] {
        let form: Form = organisation_form(&board, &locales, language);
        let fields: Vec<&FormField> = form.groups.iter().flat_map(|group| &group.fields).collect();
        let mut asked: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
        asked.sort_unstable();
        let declared = Organisation::FIELDS.iter().map(|field| field.key);
        let mut expected: Vec<&str> = declared.filter(|key| !ORGANISATION_EDITORS_FIELDS.contains(key)).collect();
        expected.sort_unstable();
        assert_eq!(asked, expected);
        // Nothing is left to ask for, and the charter is that of the board.
        assert!(fields.iter().all(|field| field.unknown.is_none() && field.none.is_none()));
        let charter = fields.iter().find(|field| field.key == "carta").unwrap();
        assert!(charter.required && matches!(&charter.shape, Shape::Agreement { version } if version == "2026-1"));
    }
    // A board without charter asks for none.
    let form = organisation_form(&load(&small_board()), &locales, MessageLanguage::Italian);
    assert!(form.groups.iter().flat_map(|group| &group.fields).all(|field| field.key != "carta"));
}

#[test]
fn registration_becomes_the_file_that_the_program_writes_and_accepts() {
    let folder = board();
    let mut page = Page::open(&load(&folder));
    let written = page.write("ente", &facts(), "Insegniamo l'italiano.");
    assert_eq!(written["path"], "content/enti/associazione-le-rondini-casa-lavoro.md");
    assert_eq!(rules(&written), []);
    let file = written["file"].as_str().unwrap();
    let read = read_file(file).unwrap();
    assert_eq!(write_file(read.subject, &read.facts, &read.body), file);
    assert_eq!(
        file,
        "---\nnome: \"Associazione Le Rondini: casa & lavoro\"\ntipo: associazione\ncodice_fiscale: \"97000 000006\"\nregistro: \"RUNTS, repertorio 1\"\ncontatti: {email: [ciao@rondini.example.org], telefono: \"06 5550 0199\"}\nsito: \"https://rondini.example.org/\"\ncarta: {versione: \"2026-1\", data: 2026-11-21}\n---\n\nInsegniamo l'italiano.\n"
    );
    // The message is the file; the board is as it was.
    assert_eq!(written["compact"], *file);
    assert_eq!(page.write("ente", &facts(), "")["path"], written["path"]);
    write(&folder.path().join(written["path"].as_str().unwrap()), file);
    assert_eq!(findings(folder.path()), Vec::<Json>::new());
    bacheca(folder.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let page = folder.path().join("public/enti/associazione-le-rondini-casa-lavoro/index.html");
    assert!(std::fs::read_to_string(page).unwrap().contains("97000000006"));
}

#[test]
fn what_is_missing_or_wrong_stands_at_its_field() {
    let folder = board();
    let mut page = Page::open(&load(&folder));
    let written = page.write("ente", &json!({"nome": "Le Rondini"}), "");
    let mut found = rules(&written);
    found.sort();
    let expected =
        [("contacts-missing", "contatti"), ("organisation-charter-missing", "carta"), ("type-missing", "tipo")];
    let expected = expected.map(|(rule, field)| (rule.to_owned(), field.to_owned()));
    assert!(
        expected[..2].iter().all(|one| found.contains(one)) && found.iter().any(|(_, field)| field == "tipo"),
        "{found:?}"
    );
    let mut wrong = facts();
    wrong["codice_fiscale"] = "RSSMRA80A01H501U".into();
    wrong["carta"]["versione"] = "2025-1".into();
    let found = rules(&page.write("ente", &wrong, ""));
    let at = |rule: &str, field: &str| (rule.to_owned(), field.to_owned());
    assert!(found.contains(&at("invalid-tax-code", "codice_fiscale")), "{found:?}");
    assert!(found.contains(&at("organisation-charter-old", "carta")), "{found:?}");
    // An organisation of the same name is on the board already.
    let mut same = facts();
    same["nome"] = "Cooperativa Mensa Aperta".into();
    let written = page.write("ente", &same, "");
    assert!(written["notes"][0].as_str().unwrap().contains("content/enti/mensa.md"), "{written}");
}

#[test]
fn file_of_an_organisation_is_read_into_its_form() {
    let folder = board();
    let mut page = Page::open(&load(&folder));
    let text = std::fs::read_to_string(folder.path().join("content/enti/mensa.md")).unwrap();
    let text = text.replace("carta: {versione: 2026-1, data: 2026-11-10}\n", "");
    let read = page.ask(&json!({"do": "read", "file": text}));
    assert_eq!((&read["kind"], &read["facts"]["nome"]), (&"ente".into(), &"Cooperativa Mensa Aperta".into()));
    let request = json!({"do": "write", "kind": "ente", "facts": read["facts"], "body": read["body"], "slug": "mensa"});
    let written = page.ask(&request);
    assert_eq!(written["path"], "content/enti/mensa.md");
    // Its charter alone is missing, and what the editors wrote stays.
    assert_eq!(rules(&written), [("organisation-charter-missing".to_owned(), "carta".to_owned())]);
    assert!(written["file"].as_str().unwrap().contains("verifica: [registro, richiamata]"));
}
