//! The repository's own board in a real browser with the screen of a phone.

mod can_go;
mod closed;
mod desk;
mod desk_week;
mod find;
mod first_screen;
mod help;
mod language;
mod open_now;
mod print_desk;
mod read_aloud;
mod screens;
mod service_worker;
mod storage;

use crate::support::real_site;
use crate::support::webdriver::{Browser, serve};

/// Path of an open, free Italian course in Municipio V with a phone number, the most wanted kind of item.
const COURSE: &str = "o/italiano-a2-casilina/";

fn board_address(path: &str) -> String {
    static ADDRESS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    format!("{}/{path}", ADDRESS.get_or_init(|| serve(real_site())))
}

#[test]
fn open_course_is_two_taps_from_home() {
    let browser = Browser::start(true);
    browser.open(&board_address(""));
    assert!(browser.evaluate("document.querySelectorAll('.card').length").as_u64().unwrap() >= 10);
    browser.open(&board_address("formazione/"));
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    assert_eq!(browser.evaluate(&format!("Boolean({link})")), true);
    browser.evaluate(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    assert!(browser.text().contains("Municipio V"));
    assert_eq!(
        browser.evaluate("document.querySelector('a[href^=\"tel:\"]').getAttribute('href')"),
        "tel:+390655500110"
    );
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn arabic_page_is_laid_out_right_to_left() {
    let browser = Browser::start(true);
    browser.open(&board_address(&format!("ar/{COURSE}")));
    assert_eq!(browser.evaluate("document.documentElement.dir"), "rtl");
    assert_eq!(browser.evaluate("getComputedStyle(document.body).direction"), "rtl");
    // The page does not scroll horizontally.
    assert_eq!(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn feed_opened_in_browser_shows_explanation() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    for (feed, entry) in
        [("feed.xml", "o/sportello-aperto-il-sabato/"), ("ar/formazione/feed.xml", "ar/o/italiano-a2-casilina/")]
    {
        browser.open(&board_address(feed));
        let shown =
            |what: &str| browser.evaluate(&format!("getComputedStyle(document.querySelector('{what}')).display"));
        assert_eq!((shown("channel"), shown("pubDate")), ("block".into(), "none".into()), "{feed}");
        assert_eq!(browser.evaluate("innerWidth"), 360, "{feed} is as wide as the telephone");
        // The explanation is in the feed's language, and titles are links.
        assert_eq!(browser.evaluate("document.querySelector('p').namespaceURI"), "http://www.w3.org/1999/xhtml");
        assert!(browser.evaluate("document.querySelector('p').textContent.length").as_u64().unwrap() > 80);
        assert_eq!(
            browser.evaluate(&format!("Boolean(document.querySelector('a[href$=\"/{entry}\"]'))")),
            true,
            "{feed}"
        );
        assert_eq!(browser.evaluate("document.querySelector('a').matches(':any-link')"), true, "{feed}");
    }
}

#[test]
fn json_ld_is_allowed_by_content_security_policy() {
    let browser = Browser::start(true);
    browser.open(&board_address("o/a-porte-aperte-abitare/"));
    let data = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']";
    assert_eq!(browser.evaluate(data), "Event");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn site_is_readable_without_javascript() {
    let browser = Browser::start(false);
    browser.open(&board_address(""));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&board_address("zone/v/"));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&board_address(COURSE));
    let text = browser.text();
    assert!(text.contains("06 5550 0110") && text.contains("2026"), "{text}");
    browser.open(&board_address("cerca/"));
    assert!(browser.text().contains("JavaScript"), "the search says what to do");
}
