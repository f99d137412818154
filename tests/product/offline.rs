//! The fallback page: what a reader without network sees in place of a page that is not on the phone.

use crate::support::webdriver::{Browser, StaticServer};
use crate::support::{assert_no_problems, copied_site, read_tree, real_site, wait_until};

/// Path of an open course, which every visitor's phone keeps.
const COURSE: &str = "o/italiano-a2-casilina/";

/// A browser that kept the open items in a language while there was a network, and the address of the site.
fn offline_reader(language: &str) -> (Browser, String) {
    let browser = Browser::start_unmetered(true);
    browser.set_screen(360, false);
    let site = StaticServer::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    if language != "it" {
        browser.evaluate(&format!("document.querySelector('.languages [hreflang={language}]').click()"));
    }
    browser.wait_for(&format!("localStorage.getItem('kept /')?.startsWith('{language} ')"));
    (browser, address)
}

/// Opens a page that was not kept, and checks the fallback: its language, style, links and list.
fn assert_fallback_works(language: &str, path: &str, shown: &str) {
    let (browser, address) = offline_reader(language);
    browser.open(&format!("{address}/{path}"));
    browser.wait_for("document.querySelector('[data-kept]:not([hidden])')");
    assert_eq!(browser.evaluate("location.pathname"), format!("/{shown}"), "reloading asks for the same page");
    assert_eq!(browser.evaluate("document.documentElement.lang"), language);
    assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.top')).display"), "grid", "{path}: style");
    // Every link leads to a page of the site.
    let links = "[...document.querySelectorAll('a[href]')].filter((link) => link.origin === location.origin).map((link) => link.pathname)";
    let links: Vec<String> = serde_json::from_value(browser.evaluate(links)).unwrap();
    assert!(links.len() > 30, "{links:?}");
    let dead = links.into_iter().filter(|link| !real_site().join(&link[1..]).join("index.html").is_file());
    assert_no_problems(dead.map(|link| format!("{path} leads to {link}")).collect());
    // The list holds what was kept, and nothing else, under the names of the kinds.
    let unsaved = "Promise.all([...document.querySelectorAll('[data-kept] a')].map(async (link) => (await caches.match(link.href)) ? null : link.href)).then((links) => done(links.filter(Boolean)))";
    assert_eq!(browser.evaluate_async(unsaved), serde_json::json!([]));
    let heading = "[...document.querySelectorAll('footer .kinds span')].some((kind) => kind.textContent === document.querySelector('[data-kept] h2').textContent)";
    assert_eq!(browser.evaluate(heading), true);
    assert_eq!(browser.evaluate("Boolean(document.querySelector('[data-kept] .card [data-relative]'))"), true);
    assert_eq!(browser.evaluate("document.querySelector('main .button[href^=\"tel:\"]').href"), "tel:+393515927691");
    browser.evaluate(&format!("document.querySelector('[data-kept] a[href$=\"{COURSE}\"]').click()"));
    browser.wait_for("document.querySelector('.item') && document.querySelector('.saved')");
}

#[test]
fn unsaved_item_offline_shows_what_is_saved() {
    assert_fallback_works("it", "o/ciclofficina-riparare-biciclette/", "o/ciclofficina-riparare-biciclette/");
}

#[test]
fn unsaved_archive_year_offline_shows_what_is_saved() {
    assert_fallback_works("it", "archivio/2024/", "archivio/2024/");
}

#[test]
fn unsaved_translated_zone_offline_shows_what_is_saved() {
    assert_fallback_works("bn", "bn/zone/xv/", "bn/zone/xv/");
}

/// An Italian address from a poster is answered in the reader's language.
#[test]
fn unsaved_item_offline_is_answered_in_chosen_language() {
    assert_fallback_works("ar", "o/ciclofficina-riparare-biciclette/", "ar/o/ciclofficina-riparare-biciclette/");
}

/// So is an address in a language of which nothing is kept.
#[test]
fn unsaved_item_in_another_language_offline_is_answered_in_chosen_language() {
    assert_fallback_works("ar", "bn/o/ciclofficina-riparare-biciclette/", "ar/o/ciclofficina-riparare-biciclette/");
}

/// A language of which nothing is kept falls back to the board's own, whatever the depth.
#[test]
fn unsaved_language_offline_falls_back_to_own() {
    assert_fallback_works("it", "ar/lavoro/", "ar/lavoro/");
}

/// Where nothing but the fallback was kept it has its style and leads to pages of the board, whatever the depth of the
/// address in whose place it stands.
#[test]
fn fallback_has_style_and_links_at_any_depth() {
    let site = copied_site(&["", "roma"]);
    for root in ["", "roma/"] {
        for (path, _) in read_tree(site).into_iter().filter(|(path, _)| path.ends_with("offline.json")) {
            std::fs::remove_file(site.join(path)).unwrap();
        }
        let browser = Browser::start_unmetered(true);
        let server = StaticServer::new(site);
        let address = format!("{}/{root}", server.address);
        browser.open(&format!("{address}chi-siamo/"));
        browser.evaluate_async("navigator.serviceWorker.ready.then(() => done(true))");
        browser.wait_for("navigator.serviceWorker.controller");
        drop(server);
        for path in
            ["", "archivio/", "o/aiuto-cuoco-mensa/", "ar/o/italiano-a2/", "ar/formazione/pagina/2/", "index.html"]
        {
            browser.open(&format!("{address}{path}"));
            let shown = |what: &str| browser.evaluate(what);
            assert_eq!(shown("document.querySelector('h1').textContent"), "Sei senza rete", "{path}");
            assert_eq!(shown("location.pathname"), format!("/{root}{path}"));
            assert_eq!(shown("getComputedStyle(document.querySelector('.top')).display"), "grid", "{path}: style");
            let links = shown(
                "[...document.querySelectorAll('a[href]:not(.skip)')].filter((link) => link.origin === location.origin).map((link) => link.pathname)",
            );
            let links: Vec<String> = serde_json::from_value(links).unwrap();
            assert!(links.len() > 15, "{links:?}");
            let dead = links.into_iter().filter(|link| !site.join(&link[1..]).join("index.html").is_file());
            assert_no_problems(dead.map(|link| format!("{path} leads to {link}")).collect());
        }
    }
}

/// Somebody opens a link that a friend sent, once; then, without network, looks for a course from the home page.
#[test]
fn bengali_reader_finds_course_and_number_offline_after_one_visit() {
    let browser = Browser::start_unmetered(true);
    browser.set_screen(360, false);
    let site = StaticServer::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/bn/o/medico-senza-permesso/"));
    browser.wait_for("localStorage.getItem('kept /')?.startsWith('bn ')");
    drop(site);
    browser.open(&format!("{address}/bn/"));
    browser.wait_for("document.querySelector('.saved')");
    browser.click("document.querySelector('.kinds a[href$=\"formazione/\"]')");
    browser.wait_for("location.pathname === '/bn/formazione/'");
    browser.click(&format!("document.querySelector('a[href$=\"{COURSE}\"]')"));
    browser.wait_for(&format!("location.pathname === '/bn/{COURSE}' && document.querySelector('.saved')"));
    assert_eq!(browser.evaluate("document.documentElement.lang"), "bn");
    assert_eq!(browser.evaluate("Boolean(document.querySelector('.item.is-open'))"), true);
    let number = "document.querySelector('.main-button').href";
    assert_eq!(browser.evaluate(number), "tel:+390655500110");
    assert!(browser.text().contains("06 5550 0110"), "{}", browser.text());
    assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.main-button')).display"), "flex", "style");
}

#[test]
fn fallback_promises_nothing_when_nothing_is_saved() {
    let site = StaticServer::new(real_site());
    for javascript in [true, false] {
        let browser = Browser::start_unmetered(javascript);
        browser.open(&format!("{}/senza-rete/", site.address));
        let text = browser.text();
        assert!(text.contains("+39 351 592 7691"), "{text}");
        assert!(!text.contains("Queste") && !text.contains("Corso gratuito di italiano A2"), "{text}");
    }
}

/// The page of the form is visited once, before any other: then it is there without network, with its parts.
#[test]
fn form_stays_after_one_visit() {
    let browser = Browser::start_unmetered(true);
    let site = StaticServer::new(real_site());
    let page = format!("{}/annuncia/formazione/", site.address);
    browser.open(&page);
    let style = "caches.match(document.querySelector('link[href*=\"announce.css\"]').href)";
    let kept =
        format!("Promise.all([{style}, caches.match(location.href)]).then((found) => done(found.every(Boolean)))");
    wait_until(|| browser.evaluate_async(&kept) == true, || "the page and its style are not kept".to_owned());
    drop(site);
    browser.open(&format!("{page}?da=italiano-a2-casilina"));
    browser.wait_for("document.querySelector('.saved')");
    assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.send-to > div')).display"), "flex", "style");
}
