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

/// Districts of the contact points on the page, list by list.
const DISTRICTS: &str = "[...document.querySelectorAll('main .cards')].map((list) => [...list.querySelectorAll(':scope > .point')].map((card) => card.dataset.zone ?? '')).filter((zones) => zones.length)";

#[test]
fn district_that_one_chooses_comes_first_and_stays_on_the_phone() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    let page = board_address("aiuto/italiano/");
    browser.open(&page);
    browser.wait_for("document.querySelector('[data-district]:not([hidden])')");
    let before = browser.evaluate(DISTRICTS);
    let choose = |zone: &str| {
        browser.evaluate(&format!(
            "(() => {{ const field = document.querySelector('[data-district] select'); field.value = '{zone}'; field.dispatchEvent(new Event('change')); }})()"
        ));
    };
    choose("V");
    let first: Vec<Vec<String>> = serde_json::from_value(browser.evaluate(DISTRICTS)).unwrap();
    // On the map of Rome I is beside V; VII and XIV are farther away.
    assert_eq!(first[0][..2], ["V", "I"].map(str::to_owned), "{first:?}");
    assert_eq!(browser.evaluate("document.querySelector('[data-district] small').checkVisibility()"), true);
    // The choice is kept here, under the path of the board, and nowhere in what is sent.
    assert_eq!(browser.evaluate("localStorage.getItem('zona /')"), "V");
    assert_eq!(browser.evaluate("location.href + document.cookie"), page.as_str());
    browser.open(&board_address("ar/aiuto/italiano/"));
    browser.wait_for("document.querySelector('[data-district] select').value === 'V'");
    browser.open(&page);
    choose("");
    assert_eq!(browser.evaluate("localStorage.getItem('zona /')"), serde_json::Value::Null, "it can be deleted");
    assert_eq!(browser.evaluate(DISTRICTS), before);
    browser.evaluate("localStorage.setItem('zona /', 'somewhere else')");
    browser.open(&page);
    assert_eq!(browser.evaluate(DISTRICTS), before);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// On a narrow screen, or with large letters, the districts are a list, and no word is broken.
#[test]
fn districts_are_a_map_only_where_words_have_room() {
    let browser = Browser::start(true);
    for path in ["zone/", "ar/zone/"] {
        for (width, letters, map) in [(360, "", false), (1280, "", true), (800, "225%", false)] {
            browser.set_screen(width, false);
            browser.open(&board_address(path));
            browser.evaluate(&format!("document.documentElement.style.fontSize = '{letters}'"));
            let is_visible =
                |part: &str| browser.evaluate(&format!("document.querySelector('{part}').checkVisibility()"));
            assert_eq!(
                (is_visible(".zone-map"), is_visible(".zone-list")),
                (map.into(), (!map).into()),
                "{path} {width}"
            );
            // A word on two lines has two boxes.
            let broken = browser.evaluate(
                "[...document.querySelectorAll('.districts :is(b, bdi, span)')].filter((part) => part.checkVisibility()).flatMap((part) => { const text = part.firstChild; return [...text.data.matchAll(/\\S+/g)].filter((word) => { const range = document.createRange(); range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1; }).map((word) => word[0]); }).join()",
            );
            assert_eq!(broken, "", "{path} {width} {letters}");
            assert_eq!(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, "{path} {width}");
        }
    }
}

/// Paper shows the map and the numbers, and neither what a finger does nor what was true at the moment of printing.
#[test]
fn paper_has_the_map_and_no_state_of_the_moment() {
    let browser = Browser::start(true);
    let desk = "sportelli/legale-esempio-pigneto/";
    for (path, shown, hidden) in [
        ("zone/", ".zone-map b", "nav"),
        ("aiuto/", ".urgent a[href^=\"tel:\"]", "nav"),
        ("aiuto/avvocato/", ".point a[href^=\"tel:\"]", ".district-choice"),
        ("sportelli/", ".point a[href^=\"tel:\"]", ".for-me"),
        (desk, "main table", ".open-now"),
    ] {
        browser.open(&board_address(path));
        if path == desk {
            browser.wait_for("document.querySelector('.open-now').checkVisibility()");
        }
        browser.set_paper();
        let is_visible =
            |selector: &str| browser.evaluate(&format!("document.querySelector('{selector}').checkVisibility()"));
        assert_eq!(is_visible(shown), true, "{path}: {shown}");
        assert_eq!(is_visible(hidden), false, "{path}: {hidden}");
        browser.set_screen(360, false);
    }
}
