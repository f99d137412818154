//! Pages in a real browser, as somebody with a phone meets them: the repository's own board.

use crate::support::real_site;
use crate::webdriver::{Browser, serve};

/// An open, free Italian course in Municipio V with a telephone: what most readers look for.
const COURSE: &str = "o/italiano-a2-casilina/";

fn address(path: &str) -> String {
    static ADDRESS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    format!("{}/{path}", ADDRESS.get_or_init(|| serve(real_site())))
}

#[test]
fn an_open_course_is_two_taps_from_the_home() {
    let browser = Browser::start(true);
    browser.open(&address(""));
    assert!(browser.says("document.querySelectorAll('.card').length").as_u64().unwrap() >= 10);
    browser.open(&address("formazione/"));
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    assert_eq!(browser.says(&format!("Boolean({link})")), true);
    browser.says(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    assert!(browser.text().contains("Municipio V"));
    assert_eq!(browser.says("document.querySelector('a[href^=\"tel:\"]').getAttribute('href')"), "tel:+390655500110");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn searching_a_word_finds_the_course() {
    let browser = Browser::start(true);
    browser.open(&address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.type_into("input[type=search]", "casilina");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    // Only what is open is asked for at first.
    assert_eq!(browser.says("document.querySelectorAll('.results .is-closed').length"), 0);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn filters_and_order_can_be_shared_as_a_link() {
    let browser = Browser::start(true);
    browser.open(&address("cerca/?q=italiano&stato=open&zona=V&tipo=formazione&ordine=scadenza"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    let kinds =
        "[...document.querySelectorAll('.results .card')].every(card => card.classList.contains('kind-formazione'))";
    assert_eq!(browser.says(kinds), true);
    assert_eq!(browser.says(&format!("Boolean(document.querySelector('.results a[href$=\"{COURSE}\"]'))")), true);
    assert_eq!(browser.says("document.querySelector('[name=zona]').value"), "V");
}

#[test]
fn each_language_is_searched_in_its_own_words() {
    let browser = Browser::start(true);
    browser.open(&address("ar/cerca/?q=دورة&stato=open"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    assert_eq!(browser.says("document.querySelector('.results a').pathname.startsWith('/ar/o/')"), true);
}

#[test]
fn arabic_reads_from_right_to_left() {
    let browser = Browser::start(true);
    browser.open(&address(&format!("ar/{COURSE}")));
    assert_eq!(browser.says("document.documentElement.dir"), "rtl");
    assert_eq!(browser.says("getComputedStyle(document.body).direction"), "rtl");
    // Nothing sticks out sideways.
    assert_eq!(browser.says("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_page_read_after_its_last_day_says_so() {
    let browser = Browser::start(true);
    // The browser's clock is that of the machine; the page's last day is moved instead.
    browser.open(&address(COURSE));
    assert_eq!(browser.says("Boolean(document.querySelector('.actions'))"), true);
    let page = "(() => { const status = document.querySelector('.status'); status.dataset.lastDay = '2020-01-01'; })()";
    browser.says(page);
    browser.says("(() => { const script = document.createElement('script'); script.src = document.querySelector('script[src*=\"script.js\"]').src + '&again'; document.head.append(script); })()");
    browser.wait_for("document.querySelector('.item.is-closed')");
}

#[test]
fn without_javascript_everything_can_be_read() {
    let browser = Browser::start(false);
    browser.open(&address(""));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&address("zone/v/"));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&address(COURSE));
    let text = browser.text();
    assert!(text.contains("06 5550 0110") && text.contains("2026"), "{text}");
    browser.open(&address("cerca/"));
    assert!(browser.text().contains("JavaScript"), "the search says what to do");
}
