//! The language that a reader has chosen.

use super::{COURSE, board_address};
use crate::support::webdriver::Browser;

#[test]
fn chosen_language_applies_to_italian_links() {
    let browser = Browser::start(true);
    browser.open(&board_address(COURSE));
    browser.evaluate("document.querySelector('.languages [hreflang=bn]').click()");
    browser.wait_for("location.pathname.startsWith('/bn/')");
    browser.open("about:blank");
    browser.open(&board_address(COURSE));
    browser.wait_for(&format!("location.pathname === '/bn/{COURSE}'"));
    // Italian can be chosen like any other language.
    browser.evaluate("document.querySelector('.languages [hreflang=it]').click()");
    browser.wait_for(&format!("location.pathname === '/{COURSE}'"));
    browser.open("about:blank");
    browser.open(&board_address(COURSE));
    assert_eq!(browser.evaluate("location.pathname"), format!("/{COURSE}"));
}

#[test]
fn chosen_language_never_leads_to_another_site() {
    let browser = Browser::start(true);
    browser.open(&board_address(""));
    browser.evaluate("localStorage.setItem('lingua /', 'en')");
    let address = |path: &str| {
        // Nothing was opened before, so that the page takes the reader to the chosen language.
        browser.open("about:blank");
        browser.open(&board_address(path));
        browser.wait_for("document.readyState === 'complete'");
        browser.evaluate("location.href")
    };
    assert_eq!(address(COURSE), board_address(&format!("en/{COURSE}")));
    assert_eq!(address(""), board_address("en/"));
    assert_eq!(address("?q=1#x"), board_address("en/?q=1#x"));
    // Servers that merge slashes answer `//` as they answer `/`.
    let twice = address("/").as_str().unwrap().to_owned();
    assert!(twice.starts_with(&board_address("")), "{twice}");
    assert_eq!(address("n/"), board_address("n/"));
    assert_eq!(address("o/chi-non-c-e/"), board_address("o/chi-non-c-e/"));
}
