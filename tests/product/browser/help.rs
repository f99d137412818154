//! «What do you need?» on a phone without JavaScript: to a telephone number in three taps, to a prepared message in four.

use super::board_address;
use crate::support::webdriver::Browser;

/// Taps a link of the page that is shown.
fn tap(browser: &Browser, selector: &str, path: &str) {
    browser.click(&format!("document.querySelector('{selector}')"));
    browser.wait_for(&format!("location.pathname.endsWith('{path}')"));
}

/// The target of a link that a finger can tap: seen, and at least 24 pixels high (WCAG 2.5.8).
fn target(browser: &Browser, selector: &str) -> String {
    let link = format!("document.querySelector('{selector}')");
    assert_eq!(browser.evaluate(&format!("{link}.checkVisibility()")), true, "{selector}");
    let height = browser.evaluate(&format!("{link}.getBoundingClientRect().height")).as_f64().unwrap();
    assert!(height >= 24.0, "{selector} is {height} pixels high");
    browser.evaluate(&format!("{link}.getAttribute('href')")).as_str().unwrap().to_owned()
}

#[test]
fn number_in_ones_language_is_three_taps_from_home_without_javascript() {
    let browser = Browser::start(false);
    for (language, need, number) in [
        ("bn", "documenti", "tel:+390655500"),
        ("ar", "mangiare-e-lavarsi", "tel:+390655500"),
        ("bn", "violenza", "tel:800905570"),
    ] {
        browser.open(&board_address(&format!("{language}/")));
        tap(&browser, "main a[href$=\"/aiuto/\"]", "/aiuto/");
        tap(&browser, &format!("main a[href$=\"/aiuto/{need}/\"]"), &format!("/aiuto/{need}/"));
        let desk = format!(".card.point[data-languages~=\"{language}\"] a[href^=\"tel:\"]");
        let selector = if number.starts_with("tel:800") { ".interpreters a[href^=\"tel:\"]" } else { &desk };
        let found = target(&browser, selector);
        assert!(found.starts_with(number), "{language} {need}: {found}");
    }
}

#[test]
fn prepared_message_is_three_taps_from_home_and_sent_by_the_fourth() {
    let browser = Browser::start(false);
    for (language, words) in
        [("bn", ["Parlo: bengalese", "আমি যে ভাষা বলি: বাংলা"]), ("ar", ["Parlo: arabo", "أتكلم: العربية"])]
    {
        browser.open(&board_address(&format!("{language}/")));
        tap(&browser, "main a[href$=\"/aiuto/\"]", "/aiuto/");
        tap(&browser, "main a[href$=\"/aiuto/salute/\"]", "/aiuto/salute/");
        let link = target(&browser, "a[href^=\"https://wa.me/\"][href*=\"text=\"]");
        let text = percent_encoding::percent_decode_str(link.split_once("text=").unwrap().1).decode_utf8().unwrap();
        for words in words {
            assert!(text.contains(words), "{text}");
        }
    }
}
