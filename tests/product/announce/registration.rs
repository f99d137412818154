//! An organisation registers from nothing, at both widths, and without the module.

use std::path::Path;

use bacheca::form::{FormSubject, write_file};
use serde_json::json;

use super::person::Person;
use super::{WIDTHS, address, assert_same_file, browser, build_site};
use crate::support::webdriver::serve;
use crate::support::{TODAY, bacheca, small_board, write};

const CHARTER: &str = "Sì, la nostra organizzazione accetta la carta";

/// Answers everything that is needed, and the tax code.
fn register(person: &Person<'_>) {
    person.write("nome", "Associazione Le Rondini");
    person.select("tipo", "associazione");
    person.write("contatti email", "ciao@rondini.example.org");
    person.choose("carta", CHARTER);
    person.press_button("form > .group > .more", "Codice fiscale dell'ente");
    person.type_here("97000000006");
    person.write("testo", "Insegniamo l'italiano alle mamme.");
}

#[test]
fn organisation_is_registered_from_nothing() {
    let Some(address) = address() else { return };
    for width in WIDTHS {
        let browser = browser(width);
        browser.open(&format!("{address}/annuncia/ente/"));
        let person = Person::new(&browser);
        register(&person);
        let file = person.file();
        let facts = json!({
            "nome": "Associazione Le Rondini", "tipo": "associazione", "codice_fiscale": "97000000006",
            "contatti": {"email": ["ciao@rondini.example.org"]},
            "carta": {"versione": "2026-1", "data": TODAY},
        });
        let body = "Insegniamo l'italiano alle mamme.";
        assert_same_file(&file, &write_file(FormSubject::Organisation, facts.as_object().unwrap(), body));
        let board = small_board();
        write(&board.path().join("content/enti/associazione-le-rondini.md"), &file);
        bacheca(board.path(), &["check"]).expect_code(0);
        assert_eq!(person.text_of("document.querySelector('.send-bar .link-button')"), "C'è tutto");
        assert_eq!(browser.console_errors(), Vec::<String>::new());
    }
}

#[test]
fn organisation_is_registered_without_module() {
    let site: &'static Path = Box::leak(build_site("announce-registration", None).into_boxed_path());
    let address = serve(site);
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/ente/"));
    let person = Person::new(&browser);
    // The charter can be read where it is accepted.
    assert!(person.text_of("document.querySelector('details.charter .prose')").contains("Nessuno paga niente."));
    let missing = "document.querySelector('.send-bar .link-button').textContent";
    assert_eq!(person.text_of("document.querySelector('.send-bar .link-button')"), "Mancano 4 risposte");
    register(&person);
    browser.wait_for(&format!("{missing} === \"C'è tutto\""));
    person.press_send();
    let mail = "decodeURIComponent(document.querySelector('.send a[href^=\"mailto:\"]').href)";
    let mail = browser.evaluate(mail);
    let mail = mail.as_str().unwrap();
    for part in [
        "Un'organizzazione per la bacheca: Associazione Le Rondini",
        "Nome: Associazione Le Rondini",
        "97000000006",
        "2026-1",
    ] {
        assert!(mail.contains(part), "{part}: {mail}");
    }
    // What was written is there when one comes back, among the other drafts too.
    browser.open(&format!("{address}/annuncia/"));
    browser.wait_for("document.querySelector('.kept-drafts a')");
    assert!(person.text_of("document.querySelector('.kept-drafts')").contains("Associazione Le Rondini"));
    browser.click("document.querySelector('.kept-drafts a')");
    browser.wait_for("document.querySelector('[data-key=carta] input')?.checked");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
