//! Searching in a browser.

use super::{COURSE, board_address};
use crate::support::webdriver::Browser;

#[test]
fn search_for_a_word_finds_course() {
    let browser = Browser::start(true);
    browser.open(&board_address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.type_into("input[type=search]", "casilina");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    // The search starts with open items only.
    assert_eq!(browser.evaluate("document.querySelectorAll('.results .is-closed').length"), 0);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Days by which the open results are sorted; what has no deadline, and so no date to count down to, comes last.
const DAYS: &str = "[...document.querySelectorAll('.results .card.is-open')].map(card =>
    (card.querySelector('[data-relative]:not(:empty)') && (card.dataset.nextDay || card.dataset.lastDay)) || '9999')";

fn days(browser: &Browser) -> Vec<String> {
    serde_json::from_value(browser.evaluate(DAYS)).unwrap()
}

#[test]
fn search_filters_and_order_are_kept_in_the_address() {
    let browser = Browser::start(true);
    browser.open(&board_address("cerca/?q=italiano&stato=open"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    let by_relevance = days(&browser);
    assert!(!by_relevance.is_sorted(), "the order by day must be another: {by_relevance:?}");
    let choose = |name: &str, value: &str| {
        browser.run(&format!(
            "Object.assign(document.querySelector('[name={name}]'), {{value: '{value}'}}).dispatchEvent(new Event('input', {{bubbles: true}}))"
        ));
        browser.wait_for(&format!("location.search.includes('{name}={value}')"));
    };
    choose("ordine", "scadenza");
    browser.wait_for(&format!("{DAYS}.every((day, place, days) => !place || days[place - 1] <= day)"));
    let by_day = days(&browser);
    assert!(by_day.is_sorted() && by_day.len() == by_relevance.len(), "{by_day:?}");
    choose("zona", "V");
    choose("tipo", "formazione");
    let shared = browser.evaluate("location.search").as_str().unwrap().to_owned();
    for part in ["q=italiano", "stato=open", "zona=V", "tipo=formazione", "ordine=scadenza"] {
        assert!(shared.contains(part), "{part} in {shared}");
    }
    // The address alone gives the same form and results.
    browser.open(&board_address(&format!("cerca/{shared}")));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    assert_eq!(browser.evaluate("location.search"), shared.as_str());
    for (name, value) in [("q", "italiano"), ("zona", "V"), ("tipo", "formazione"), ("ordine", "scadenza")] {
        assert_eq!(browser.evaluate(&format!("document.querySelector('[name={name}]').value")), value);
    }
    let cards = "[...document.querySelectorAll('.results .card')]";
    let kinds = format!("{cards}.every(card => card.classList.contains('kind-formazione'))");
    assert_eq!(browser.evaluate(&kinds), true);
    let zones = format!("{cards}.every(card => card.querySelector('.fact a[href*=\"zone/v/\"]'))");
    assert_eq!(browser.evaluate(&zones), true);
    assert_eq!(browser.evaluate(&format!("Boolean(document.querySelector('.results a[href$=\"{COURSE}\"]'))")), true);
}

#[test]
fn search_works_in_each_language() {
    let browser = Browser::start(true);
    browser.open(&board_address("ar/cerca/?q=دورة&stato=open"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    assert_eq!(browser.evaluate("document.querySelector('.results a').pathname.startsWith('/ar/o/')"), true);
}

#[test]
fn search_profile_can_be_set_and_shared() {
    let browser = Browser::start(true);
    browser.open(&board_address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.evaluate("document.querySelector('.for-me').open = true");
    for (name, value) in [("italiano", "A1"), ("permesso", "asilo"), ("zona", "V")] {
        let field = format!("document.querySelector('[name={name}]')");
        browser.evaluate(&format!(
            "Object.assign({field}, {{value: '{value}'}}).dispatchEvent(new Event('input', {{bubbles: true}}))"
        ));
    }
    browser.evaluate("document.querySelector('[name=gratis]').click()");
    browser.wait_for("location.search.includes('gratis=1')");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    let shared = browser.evaluate("location.search").as_str().unwrap().to_owned();
    for part in ["italiano=A1", "permesso=asilo", "zona=V", "gratis=1"] {
        assert!(shared.contains(part), "{shared}");
    }
    // The link restores the same choices.
    browser.open(&board_address(&format!("cerca/{shared}")));
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    // The questions stay folded above the results, and say how many are answered.
    assert_eq!(browser.evaluate("document.querySelector('.chosen').textContent"), "4");
    assert_eq!(browser.evaluate("document.querySelector('.for-me').open"), false);
    assert_eq!(browser.evaluate("document.querySelector('[name=gratis]').checked"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
