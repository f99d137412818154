//! Files from the device through the form, and the lengths of the ways to send.

use bacheca::form::{read_file, write_file};
use bacheca::model::Kind;
use tempfile::TempDir;

use super::person::Person;
use super::{WIDTHS, address, assert_same_file, browser};
use crate::support::{assert_no_problems, repository_path, wait_until, write};

#[test]
fn full_case_of_each_kind_survives_the_form() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    let mut problems = Vec::new();
    for kind in Kind::ALL.map(Kind::key) {
        browser.open(&format!("{address}/annuncia/"));
        browser.wait_for("document.querySelector('#correct:not([hidden]) input[type=file]')");
        let path = repository_path(&format!("tests/kinds/{kind}-full.md"));
        browser.type_at("document.querySelector('#correct input[type=file]')", path.to_str().unwrap());
        browser.wait_for(&format!("location.pathname.endsWith('/annuncia/{kind}/')"));
        let person = Person::new(&browser);
        browser.wait_for("document.querySelector('[data-key=titolo] input').value !== ''");
        let written = person.file();
        let read = read_file(&std::fs::read_to_string(path).unwrap()).unwrap();
        let expected = write_file(read.subject, &read.facts, &read.body);
        if written != expected {
            problems.push(format!("{kind}, written:\n{written}\nexpected:\n{expected}"));
        }
    }
    problems.extend(browser.console_errors());
    assert_no_problems(problems);
}

#[test]
fn comments_that_are_lost_are_named_and_unknown_keys_kept() {
    let Some(address) = address() else { return };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("corso-di-cucito.md");
    let text = "---\n# chiamare lunedì\ntipo: formazione\ntitolo: Corso di cucito\nstato: bozza\nverificato: 2026-11-20\nqualcosa: di nuovo\n---\n\nTesto.\n";
    write(&file, text);
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/"));
    browser.wait_for("document.querySelector('#correct:not([hidden]) input[type=file]')");
    browser.type_at("document.querySelector('#correct input[type=file]')", file.to_str().unwrap());
    browser.wait_for("location.pathname.endsWith('/annuncia/formazione/')");
    let person = Person::new(&browser);
    browser.wait_for("document.querySelector('[data-key=titolo] input').value !== ''");
    assert!(person.text_of("document.querySelector('.notices')").contains("commenti"));
    let written = person.file();
    for line in
        ["stato: bozza", "verificato: 2026-11-20", "qualcosa: di nuovo", "titolo: Corso di cucito", "\nTesto.\n"]
    {
        assert!(written.contains(line), "{line}:\n{written}");
    }
    let name = person.text_of("[...document.querySelectorAll('.preview summary')].at(-1)");
    assert!(name.ends_with("corso-di-cucito.md"), "{name}");
}

#[test]
fn downloaded_file_is_the_one_of_the_preview() {
    let Some(address) = address() else { return };
    let folder = TempDir::new().unwrap();
    let browser = browser(WIDTHS[1]);
    browser.open(&format!("{address}/annuncia/notizia/"));
    browser.download_to(folder.path());
    let person = Person::new(&browser);
    person.write("titolo", "L'ufficio \"nuovo\": apre lunedì");
    let file = person.file();
    person.press_send();
    browser
        .click("[...document.querySelectorAll('.send .button')].find((one) => one.textContent === 'Scarica il file')");
    browser.wait_for("document.querySelector('.send .status-line').textContent.startsWith('Scaricato')");
    let downloaded = || {
        let mut paths = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        paths.find(|path| path.extension().is_some_and(|end| end == "md"))
    };
    wait_until(|| downloaded().is_some(), || "nothing is downloaded".to_owned());
    assert_same_file(&std::fs::read_to_string(downloaded().unwrap()).unwrap(), &file);
}

#[test]
fn ways_to_send_keep_their_lengths() {
    let Some(address) = address() else { return };
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    person.write("titolo", "Corso di cucito");
    person.wait_for_rules();
    person.press_send();
    let text = browser.evaluate(
        "new URL(document.querySelector('.send a[href^=\"https://wa.me/\"]')?.href ?? 'a:').searchParams.get('text')",
    );
    // The number of the small board is a landline: then there is no conversation to open.
    assert!(text.is_null() || text.as_str().unwrap().starts_with("BACHECA 1 formazione\n"), "{text}");
    let script = "import(new URL('../../assets/shared/addresses.js', location.href)).then((ways) => {
        const long = 'à'.repeat(ways.MAX_WHATSAPP_CHARACTERS);
        const forge = { repository: 'https://github.com/borgo/bacheca/', branch: 'main' };
        const path = 'content/opportunita/2026/corso.md';
        const filled = ways.newFileUrl(forge, path, 'a b\\n', false);
        const edited = ways.newFileUrl(forge, path, 'a', true);
        const elsewhere = ways.newFileUrl({ repository: 'https://codeberg.org/borgo/bacheca', branch: 'prova/due' }, path, 'a', false);
        done([
            new URL(ways.whatsappUrl('+39 351 555 0122', long)).searchParams.get('text') === long,
            ways.whatsappUrl('+39 351 555 0122', long + 'a') === undefined,
            filled.url, edited.url, elsewhere.url,
            ways.newFileUrl({ repository: 'https://gitlab.com/borgo/bacheca', branch: 'main' }, path, 'a', true).url,
            ways.newIssueUrl(forge, 'Uno & due', 'a\\nb').url,
            ways.newIssueUrl({ repository: 'https://gitlab.example.org/x/y' }, 'Uno', 'a').url,
            ways.newIssueUrl(forge, 'Uno', 'à'.repeat(1400)),
            ways.newFileUrl(forge, path, 'à'.repeat(1300), false).isFilled,
            ways.newFileUrl(forge, path, 'à'.repeat(1400), false).isFilled,
        ]);
    }, (error) => done(String(error)));";
    let expected = serde_json::json!([
        true,
        true,
        "https://github.com/borgo/bacheca/new/main/content/opportunita/2026?filename=corso.md&value=a%20b%0A",
        "https://github.com/borgo/bacheca/edit/main/content/opportunita/2026/corso.md",
        "https://codeberg.org/borgo/bacheca/_new/prova/due/content/opportunita/2026?filename=corso.md&value=a",
        "https://gitlab.com/borgo/bacheca/-/edit/main/content/opportunita/2026/corso.md",
        "https://github.com/borgo/bacheca/issues/new?title=Uno%20%26%20due&body=a%0Ab",
        "https://gitlab.example.org/x/y/-/issues/new?issue%5Btitle%5D=Uno&issue%5Bdescription%5D=a",
        {"url": "https://github.com/borgo/bacheca/issues/new?title=Uno", "isFilled": false},
        true,
        false,
    ]);
    assert_eq!(browser.evaluate_async(script), expected);
}
