//! What works without a mouse, and without the module.

use std::path::Path;

use bacheca::model::Kind;
use serde_json::json;

use super::person::Person;
use super::{WIDTHS, address, assert_passes_check, assert_same_file, browser, build_site, expected_file};
use crate::support::webdriver::serve;

const SPACE: &str = " ";
const RIGHT: &str = "\u{e014}";
const ENTER: &str = "\u{e007}";

/// Goes to the box «I do not know yet» of a field, and ticks it.
fn leave_open(person: &Person<'_>, key: &str) {
    person.tab_to(&format!("[data-key={key}] > .answers.instead > :last-child > input"));
    person.type_here(SPACE);
}

#[test]
fn keyboard_alone_suffices() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[1]);
    browser.open(&format!("{address}/annuncia/evento/"));
    let person = Person::new(&browser);
    person.tab_to("[data-key=titolo] input");
    person.type_here("Festa in cortile");
    leave_open(&person, "sintesi");
    person.tab_to("[data-key=ente] input");
    person.type_here("Associazione Il Ponte");
    // The day, the box for months, the hours.
    person.tab_to("[data-key=edizioni] [data-key=date] input[type=date]");
    person.type_here("12102026");
    person.tab_to("[data-key=edizioni] [data-key=orari] .notation input");
    person.type_here("14:00-18:00");
    person.tab_to("[data-key=modalita] .answers > label > input");
    person.type_here(SPACE);
    person.type_here(RIGHT);
    leave_open(&person, "programma");
    leave_open(&person, "destinatari");
    leave_open(&person, "costo");
    leave_open(&person, "iscrizione");
    leave_open(&person, "contatti");
    person.wait_for_rules();
    person.tab_to(".send-bar .quiet-button");
    person.type_here(ENTER);
    browser.wait_for("document.querySelector('.preview:not([hidden]) pre')");
    let file = person.text_of("[...document.querySelectorAll('.preview pre')].at(-1)");
    let unknown = "da chiedere";
    let facts = json!({
        "titolo": "Festa in cortile", "sintesi": unknown, "ente": "ponte",
        "edizioni": [{"date": "2026-12-10", "orari": ["14:00-18:00"]}],
        "modalita": "online", "programma": unknown, "destinatari": unknown, "costo": unknown,
        "iscrizione": unknown, "contatti": unknown,
    });
    assert_same_file(&file, &expected_file(Kind::Event, &facts, ""));
    assert!(file.contains("stato: bozza"), "{file}");
    assert_passes_check(&file);
    // Closing the preview leads back to the form, not to the top of the page.
    person.tab_to(".preview > .button");
    person.type_here(ENTER);
    assert_eq!(browser.evaluate("Boolean(document.activeElement.closest('.send-bar'))"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn list_entries_are_added_and_taken_away_with_the_focus_where_one_writes() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/lavoro/"));
    let person = Person::new(&browser);
    let values =
        "[...document.querySelectorAll('[data-key=mansioni] input[type=text]')].map((input) => input.value).join()";
    person.write("mansioni", "lavare");
    // The next line is one key away.
    person.type_here(ENTER);
    person.type_here("tagliare");
    assert_eq!(browser.evaluate(values), "lavare,tagliare");
    browser.click("document.querySelector('[data-key=mansioni] .remove')");
    assert_eq!(browser.evaluate(values), "tagliare");
    assert_eq!(browser.evaluate("document.activeElement.value"), "tagliare");
    // Fields that are not asked of everybody come and go.
    person.press_button("form > .group > .more", "Patente");
    assert_eq!(browser.evaluate("document.activeElement.closest('.field').dataset.key"), "patente");
    browser.click("document.querySelector('[data-key=patente] > .remove')");
    assert_eq!(browser.evaluate("document.querySelectorAll('[data-key=patente]').length"), 0);
    assert_eq!(browser.evaluate("document.activeElement.textContent"), "Patente");
    // A place is not asked of what happens online.
    person.choose("modalita", "online");
    browser.wait_for("document.querySelector('[data-key=luogo]').hidden");
    browser.wait_for("document.querySelector('[data-key=piattaforma]')");
}

#[test]
fn form_works_without_module() {
    let folder = tempfile::TempDir::new().unwrap();
    let broken = folder.path().join("broken.wasm");
    crate::support::write(&broken, "no module");
    // A board without the module, and one whose module does not start.
    for (name, module, said) in [
        ("announce-plain", None, "Su questa bacheca non c'è"),
        ("announce-broken", Some(broken.as_path()), "Il controllo automatico non parte"),
    ] {
        let site: &'static Path = Box::leak(build_site(name, module).into_boxed_path());
        assert_works_without_module(&serve(site), said);
    }
}

fn assert_works_without_module(address: &str, said: &str) {
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    let missing = "document.querySelector('.send-bar .link-button').textContent";
    let before = person.text_of("document.querySelector('.send-bar .link-button')");
    assert!(before.starts_with("Mancano "), "{before}");
    person.write("titolo", "Corso di cucito");
    person.choose("costo", "gratuito");
    person.choose("scadenza", "Non lo so ancora");
    browser.wait_for(&format!("{missing} !== {before:?}"));
    browser.wait_for(&format!("document.querySelector('.status-line').textContent.startsWith({said:?})"));
    person.press_send();
    // Required fields are still checked, and the ways out carry questions and answers.
    assert_eq!(browser.evaluate("Boolean(document.querySelector('[data-key=sintesi] .finding.error'))"), true);
    assert_eq!(browser.evaluate("Boolean(document.querySelector('[data-key=titolo] .finding'))"), false);
    let mail = "decodeURIComponent(document.querySelector('.send a[href^=\"mailto:\"]').href)";
    let mail = browser.evaluate(mail);
    let mail = mail.as_str().unwrap();
    assert!(mail.contains("Titolo: Corso di cucito"), "{mail}");
    assert!(mail.contains("Costo: gratuito") && mail.contains("Scadenza: da chiedere"), "{mail}");
    browser.click("document.querySelector('.send-bar .button')");
    browser.wait_for("document.querySelector('.preview:not([hidden]) pre')");
    assert!(person.text_of("document.querySelector('.preview pre')").starts_with("Titolo: Corso di cucito\n"));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn questionnaire_stays_on_paper_only() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let _person = Person::new(&browser);
    let shown = "getComputedStyle(document.querySelector('.questionnaire')).display !== 'none'";
    let form_shown = "getComputedStyle(document.querySelector('#announce')).display !== 'none'";
    assert_eq!((browser.evaluate(shown), browser.evaluate(form_shown)), (false.into(), true.into()));
    browser.set_paper();
    assert_eq!((browser.evaluate(shown), browser.evaluate(form_shown)), (true.into(), false.into()));
}
