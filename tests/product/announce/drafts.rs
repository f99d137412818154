//! Drafts on the device: none is lost to something else, none comes back after it was deleted.

use super::person::Person;
use super::{WIDTHS, address, browser};
use crate::support::webdriver::Browser;

const TITLE: &str = "document.querySelector('[data-key=titolo] input').value";
const KEPT: &str = "Object.keys(localStorage).filter((key) => key.startsWith('annuncio '))";

/// Leaves a draft of a course with a title on the device, and the page.
fn leave_draft(browser: &Browser, address: &str, title: &str) {
    browser.open(&format!("{address}/annuncia/formazione/"));
    Person::new(browser).write("titolo", title);
    browser.wait_for(&format!("{KEPT}.length === 1"));
    browser.open(&format!("{address}/annuncia/"));
}

#[test]
fn draft_makes_room_for_a_message_and_is_taken_back() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    leave_draft(&browser, address, "Corso di cucito");
    // The index names it.
    browser.wait_for("document.querySelector('.kept-drafts a')");
    let named = Person::text_at(&browser, "document.querySelector('.kept-drafts a')");
    assert!(named.contains("Corso di cucito") && named.contains("2026"), "{named}");
    browser.run(
        "sessionStorage.setItem('annuncio da aprire /', JSON.stringify({ facts: { titolo: 'Corso di taglio' }, body: '', slug: null }))",
    );
    browser.open(&format!("{address}/annuncia/formazione/"));
    let _person = Person::new(&browser);
    browser.wait_for(&format!("{TITLE} === 'Corso di taglio'"));
    // Each takes the place of the other.
    for expected in ["Corso di cucito", "Corso di taglio"] {
        browser.wait_for("document.querySelector('.before .button')");
        browser.click("document.querySelector('.before .button')");
        browser.wait_for(&format!("{TITLE} === {expected:?}"));
    }
    browser.open(&format!("{address}/annuncia/"));
    browser.wait_for("document.querySelectorAll('.kept-drafts a').length === 2");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn draft_stays_where_the_device_has_no_room_for_another() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    leave_draft(&browser, address, "Corso di cucito");
    browser.before_each_page(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { \
         if (key.startsWith('annunci messi')) throw new Error('full'); set.call(this, key, value); }",
    );
    browser.run(
        "sessionStorage.setItem('annuncio da aprire /', JSON.stringify({ facts: { titolo: 'Corso di taglio' }, body: '', slug: null }))",
    );
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    browser.wait_for(&format!("{TITLE} === 'Corso di taglio'"));
    person.write("titolo", " e cucito");
    browser.wait_for("document.querySelector('.draft').textContent.includes('non tiene la bozza')");
    browser.open(&format!("{address}/annuncia/formazione/"));
    let _person = Person::new(&browser);
    browser.wait_for(&format!("{TITLE} === 'Corso di cucito'"));
}

#[test]
fn damaged_draft_is_ignored() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/"));
    for damaged in ["{", "null", "[1]", "{\"saved\":\"mai\",\"facts\":{}}", "{\"saved\":\"2026-11-20\",\"facts\":[]}"] {
        browser.run(&format!("for (const key of ['annuncio / formazione', 'annunci messi da parte / formazione']) localStorage.setItem(key, {damaged:?})"));
        browser.open(&format!("{address}/annuncia/formazione/"));
        let _person = Person::new(&browser);
        assert_eq!(browser.evaluate("document.querySelectorAll('.notices > *').length"), 0, "{damaged}");
        browser.open(&format!("{address}/annuncia/"));
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn deleted_draft_does_not_come_back() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "Corso di cucito");
    browser.wait_for(&format!("{KEPT}.length === 1"));
    // Another page of the browser deletes it: leaving this one does not write it back.
    browser.run(
        "const key = 'annuncio / formazione'; localStorage.removeItem(key); dispatchEvent(new StorageEvent('storage', { key, newValue: null })); dispatchEvent(new Event('pagehide'))",
    );
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 0);
    // What is emptied by hand is no draft.
    person.write("titolo", "!");
    browser.wait_for(&format!("{KEPT}.length === 1"));
    browser.run("const input = document.querySelector('[data-key=titolo] input'); input.value = ''; input.dispatchEvent(new Event('input', { bubbles: true }))");
    browser.wait_for(&format!("{KEPT}.length === 0"));
    // An empty form is not sent.
    browser.click("[...document.querySelectorAll('.send-bar .button')].at(-1)");
    browser.wait_for("document.querySelector('#announce > .status-line').textContent.includes('almeno un titolo')");
    assert_eq!(browser.evaluate("document.querySelector('.send').hidden"), true);
}
