//! What is kept on the device, and what is taken from a message or from the board.

use std::collections::BTreeSet;

use super::person::Person;
use super::{WIDTHS, address, browser, site};
use crate::support::wait_until;
use crate::support::webdriver::StaticServer;

/// What the page keeps on the device, and requests that it sent elsewhere.
const KEPT: &str = "Object.keys(localStorage).filter((key) => key.startsWith('annuncio '))";

#[test]
fn draft_is_kept_on_the_device_and_deleted() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    let page = format!("{address}/annuncia/formazione/");
    browser.open(&page);
    let person = Person::new(&browser);
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 0);
    person.write("titolo", "Corso di cucito");
    person.press_button("form > .group > .more", "Selezione");
    person.write("selezione", "un colloquio");
    browser.wait_for(&format!("{KEPT}.length === 1"));
    // Whoever comes back goes on.
    browser.open(&page);
    let person = Person::new(&browser);
    let title = "document.querySelector('[data-key=titolo] input').value";
    browser.wait_for(&format!("{title} === 'Corso di cucito'"));
    assert_eq!(browser.evaluate("document.querySelector('[data-key=selezione] input').value"), "un colloquio");
    // It is deleted after a second question only.
    browser.click("document.querySelector('.resumed .button')");
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 1);
    browser.click("document.querySelector('.resumed .button')");
    browser.wait_for(&format!("{KEPT}.length === 0"));
    assert_eq!(browser.evaluate(title), "");
    assert_eq!(browser.evaluate("document.querySelectorAll('.notices > *').length"), 0);
    // So is one that is being written.
    person.write("titolo", "Corso di taglio");
    browser.wait_for("document.querySelector('.draft:not([hidden]) .link-button')");
    browser.click("document.querySelector('.draft .link-button')");
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 1);
    browser.click("document.querySelector('.draft .link-button')");
    browser.wait_for(&format!("{KEPT}.length === 0"));
    // What is sent can be deleted too.
    person.write("titolo", "Corso di cucina");
    browser.wait_for(&format!("{KEPT}.length === 1"));
    person.press_send();
    browser.click("document.querySelector('.sent .button')");
    browser.wait_for(&format!("{KEPT}.length === 0"));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn nothing_leaves_before_sending() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "parolasegreta");
    person.wait_for_rules();
    person.file();
    let sent = "performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('parolasegreta') || !name.startsWith(location.origin))";
    assert_eq!(browser.evaluate(sent), serde_json::json!([]));
}

/// Notes in `asked` what is asked of each module, by the name of its file.
const NOTE_REQUESTS: &str = "const start = WebAssembly.instantiateStreaming; globalThis.asked = [];
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { instance } = await start(source, imports);
      const { memory, ...calls } = instance.exports;
      const answer = (at, length) => {
        const request = JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, at, length)));
        asked.push([source.url.split('/').at(-1).split('.')[0], request.do, Boolean(request.preview)].join(' '));
        return calls.answer(at, length);
      };
      return { instance: { exports: { memory, ...calls, answer } } };
    };";

#[test]
fn previews_alone_need_the_whole_module() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.before_each_page(NOTE_REQUESTS);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    let asked = || -> BTreeSet<String> { serde_json::from_value(browser.evaluate("asked")).unwrap() };
    let requests = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<BTreeSet<String>>();
    person.write("edizioni orari", "ore 10.00 - 12.00");
    person.write("titolo", "Corso di cucito");
    browser.wait_for("document.querySelector('[data-key=orari] .fix')");
    browser.click("document.querySelector('[data-key=orari] .fix')");
    person.press_send();
    assert_eq!(asked(), requests(&["bacheca open false", "bacheca write false", "bacheca fix false"]));
    let fetched = "performance.getEntriesByType('resource').some((one) => one.name.includes('anteprima'))";
    assert_eq!(browser.evaluate(fetched), false);
    person.file();
    assert!(person.text_of("document.querySelector('.preview')").contains("I dati sulla pagina"));
    let previewed = [
        "bacheca open false",
        "bacheca write false",
        "bacheca fix false",
        "anteprima open false",
        "anteprima write true",
    ];
    assert_eq!(asked(), requests(&previewed));
}

#[test]
fn without_the_whole_module_a_preview_shows_the_file() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.before_each_page(
        "const real = fetch; globalThis.fetch = (address) => (String(address).includes('anteprima') ? Promise.reject(new TypeError()) : real(address));",
    );
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "Corso di cucito");
    let file = person.file();
    assert!(file.contains("titolo: Corso di cucito"), "{file}");
    assert!(person.text_of("document.querySelector('.preview')").contains("adesso non si possono vedere"));
    // The rules go on.
    person.write("titolo", " e di taglio");
    assert!(person.file().contains("titolo: Corso di cucito e di taglio"));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn pasted_message_fills_the_form_and_shows_its_evidence() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/"));
    browser.wait_for("document.querySelector('#paste:not([hidden]) textarea')");
    let message = "Corso gratuito di italiano A2 per persone rifugiate\n\
                   Dal 10 dicembre 2026 al 25 febbraio 2027, martedì e giovedì dalle 10:00 alle 12:00\n\
                   In via Roma 1, Borgo. Iscrizioni entro il 4 dicembre 2026 al numero 06 5550 0111.\n\
                   Associazione Il Ponte";
    browser.type_at("document.querySelector('#paste textarea')", message);
    browser.click("document.querySelector('#paste .button')");
    browser.wait_for("document.querySelector('#paste .drafts .button')");
    browser.click("document.querySelector('#paste .drafts .button')");
    browser.wait_for("location.pathname.endsWith('/annuncia/formazione/')");
    let person = Person::new(&browser);
    browser.wait_for("document.querySelector('[data-key=titolo] input').value.includes('italiano')");
    // The message stands beside the form as it was, with marks where the answers are from.
    assert_eq!(person.text_of("document.querySelector('.source')"), message);
    let deadline =
        "[...document.querySelectorAll('.source mark')].find((mark) => mark.dataset.fields.includes('scadenza'))";
    assert!(person.text_of(deadline).contains("4 dicembre"));
    assert_eq!(browser.evaluate("document.querySelector('[data-key=scadenza] input[type=date]').value"), "2026-12-04");
    // A mark leads to its field.
    browser.click(deadline);
    assert_eq!(browser.evaluate("document.activeElement.closest('form > * > * > .field').dataset.key"), "scadenza");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn published_announcement_is_corrected_and_renewed() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    // The index finds it; a link that does not know the kind leads there too.
    browser.open(&format!("{address}/annuncia/?da=aiuto-cuoco-mensa"));
    browser.wait_for("location.pathname.endsWith('/annuncia/lavoro/')");
    let person = Person::new(&browser);
    browser.wait_for("document.querySelector('[data-key=titolo] input').value !== ''");
    let title = browser.evaluate("document.querySelector('[data-key=titolo] input').value");
    let file = person.file();
    assert!(file.contains(title.as_str().unwrap()) && file.contains("scadenza: 2026-11-30"), "{file}");
    browser.open(&format!("{address}/annuncia/lavoro/?da=aiuto-cuoco-mensa&nuova"));
    let person = Person::new(&browser);
    browser.wait_for("document.querySelector('[data-key=titolo] input').value !== ''");
    let file = person.file();
    assert!(file.contains("edizione_di: aiuto-cuoco-mensa") && !file.contains("scadenza: 2"), "{file}");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn form_and_rules_work_without_network_after_one_visit() {
    let Some(site) = site() else { return };
    let browser = browser(WIDTHS[0]);
    let server = StaticServer::new(site);
    let page = format!("{}/annuncia/formazione/", server.address);
    browser.open(&page);
    browser.wait_for("navigator.serviceWorker.controller");
    browser.open(&page);
    let person = Person::new(&browser);
    person.write("titolo", "Corso di cucito");
    person.file();
    let kept = "caches.match(document.querySelector('#announce').dataset.module).then((found) => done(Boolean(found)))";
    wait_until(|| browser.evaluate_async(kept) == true, || "the module is not kept".to_owned());
    drop(server);
    browser.open(&page);
    let person = Person::new(&browser);
    // The draft is there too.
    person.write("titolo", " e di cucina");
    let file = person.file();
    assert!(file.contains("titolo: Corso di cucito e di cucina"), "{file}");
}
