//! What files, links and modules can be that nobody expects of them.

use tempfile::TempDir;

use super::person::Person;
use super::{WIDTHS, address, browser};
use crate::support::webdriver::Browser;
use crate::support::write;

/// Opens a file of the device from the index, and waits until the form of a kind shows its title.
fn open_file(browser: &Browser, address: &str, kind: &str, text: &str) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("corso-di-cucito.md");
    write(&file, text);
    browser.open(&format!("{address}/annuncia/"));
    browser.wait_for("document.querySelector('#correct:not([hidden]) input[type=file]')");
    browser.type_at("document.querySelector('#correct input[type=file]')", file.to_str().unwrap());
    browser.wait_for(&format!("location.pathname.endsWith('/annuncia/{kind}/')"));
    let _person = Person::new(browser);
    browser.wait_for("document.querySelector('[data-key=titolo] input').value !== ''");
}

#[test]
fn days_that_cannot_be_stay_as_in_the_file() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    let lines = ["scadenza: 2026-02-30", "pubblicato: 2026-13"];
    let text = format!("---\ntipo: formazione\ntitolo: Corso di cucito\n{}\n---\n", lines.join("\n"));
    open_file(&browser, address, "formazione", &text);
    let person = Person::new(&browser);
    let file = person.file();
    for line in lines {
        assert!(file.contains(line), "{line}:\n{file}");
    }
    assert_eq!(browser.evaluate("document.querySelector('[data-key=scadenza] > .kept').hidden"), false);
}

#[test]
fn what_editors_decide_is_shown() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    let text = "---\ntipo: lavoro\ntitolo: Aiuto cuoco\nstato: bozza\nsilenzia: [deadline-missing]\n---\n";
    open_file(&browser, address, "lavoro", text);
    let notices = Person::text_at(&browser, "document.querySelector('.notices')");
    assert!(notices.contains("decide la redazione") && notices.contains("silenzia"), "{notices}");
}

#[test]
fn correction_of_another_kind_leads_to_its_form() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/?da=aiuto-cuoco-mensa"));
    browser.wait_for("location.pathname.endsWith('/annuncia/lavoro/') && location.search === '?da=aiuto-cuoco-mensa'");
    let _person = Person::new(&browser);
    browser.wait_for("document.querySelector('[data-key=titolo] input').value !== ''");
}

#[test]
fn kinds_of_open_data_alone_make_no_link() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.before_each_page(
        "const real = fetch; globalThis.fetch = (address) => String(address).includes('opportunita.json')
         ? Promise.resolve(new Response(JSON.stringify({ opportunita: [{ slug: 'x', titolo: 'x', tipo: 'javascript:alert(1)//' }] }))) : real(address);",
    );
    browser.open(&format!("{address}/annuncia/?da=x"));
    browser.wait_for("document.querySelector('#correct .status-line').textContent.includes('non è fra')");
    browser.type_at("document.querySelector('#correct input[type=search]')", "x");
    browser.wait_for("document.querySelector('#correct .status-line').textContent.includes('Non c')");
    assert_eq!(browser.evaluate("document.querySelectorAll('#correct .found a').length"), 0);
}

#[test]
fn correction_is_that_of_what_is_written_now() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("edizioni orari", "ore 10.00 - 12.00");
    person.write("titolo", "Corso di cucito");
    browser.wait_for("document.querySelector('[data-key=orari] .fix')");
    // Written, and the correction pressed before the rules have answered.
    let hours = "document.querySelector('[data-key=edizioni] [data-key=orari] .notation input')";
    browser.run(&format!(
        "const fix = document.querySelector('[data-key=orari] .fix'); const input = {hours};
         input.value = '11:00-13:00'; input.dispatchEvent(new Event('input', {{ bubbles: true }})); fix.click();"
    ));
    assert_eq!(browser.evaluate(&format!("{hours}.value")), "11:00-13:00");
}

#[test]
fn module_that_breaks_is_loaded_anew() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.before_each_page(
        "const start = WebAssembly.instantiateStreaming; globalThis.starts = 0;
         WebAssembly.instantiateStreaming = async (...given) => {
           const { instance } = await start(...given);
           globalThis.starts += 1;
           const answer = (...call) => { if (globalThis.isBroken) throw new WebAssembly.RuntimeError('unreachable'); return instance.exports.answer(...call); };
           return { instance: { exports: { ...instance.exports, answer } } };
         };",
    );
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "Corso di cucito");
    browser.wait_for("globalThis.starts === 1");
    person.wait_for_rules();
    browser.run("globalThis.isBroken = true");
    person.write("titolo", " e di taglio");
    browser.wait_for("document.querySelector('#announce > .status-line').textContent.includes('si è fermato')");
    // It is sent without rules, and the next word brings them back.
    browser.run("globalThis.isBroken = false");
    person.write("titolo", "!");
    browser.wait_for("globalThis.starts === 2");
    let file = person.file();
    assert!(file.starts_with("---\n"), "{file}");
}

#[test]
fn missing_board_file_leaves_the_button_to_try_again() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.before_each_page(
        "const real = fetch; globalThis.fetch = (address) => (String(address).includes('bacheca.json') ? Promise.resolve(new Response('', { status: 404 })) : real(address));",
    );
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "Corso di cucito");
    browser.wait_for("document.querySelector('#announce > .status-line button')");
    person.write("titolo", " e di taglio");
    person.wait_for_rules();
    assert_eq!(
        browser.evaluate("document.querySelector('#announce > .status-line button').textContent"),
        "Prova di nuovo"
    );
}

#[test]
fn halves_of_characters_and_lines_in_a_subject_do_no_harm() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "Corso");
    browser.run("const input = document.querySelector('[data-key=titolo] input'); input.value = 'Corso \\ud83d'; input.dispatchEvent(new Event('input', { bubbles: true }))");
    let file = person.file();
    assert!(file.contains("Corso \u{fffd}"), "{file}");
    person.press_send();
    let script = "import(new URL('../../assets/shared/addresses.js', location.href)).then((ways) => done(ways.mailUrl('a@b.it', 'uno\\r\\ndue', 'x')))";
    assert_eq!(browser.evaluate_async(script), "mailto:a@b.it?subject=uno%20due&body=x");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
