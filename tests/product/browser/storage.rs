//! What pages keep on the device: full storage, an old service worker, two boards on one host.

use std::path::Path;

use crate::support::webdriver::{Browser, StaticServer};
use crate::support::{copied_site, read_tree, small_site, write};

/// Waits until the service worker answers for pages.
fn wait_for_worker(browser: &Browser) {
    browser.evaluate_async("navigator.serviceWorker.ready.then(() => done(true))");
    browser.wait_for("navigator.serviceWorker.controller");
}

/// Puts code before the service worker's own.
fn put_before_worker(site: &Path, code: &str) {
    let worker = std::fs::read_to_string(site.join("sw.js")).unwrap();
    write(&site.join("sw.js"), format!("{code}\n{worker}"));
}

fn replace_in(file: &Path, old: &str, new: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(old), "{}: {old}", file.display());
    write(file, text.replace(old, new));
}

/// Visits a saved page after it changed, and pages that were never visited: what is online is shown, and nothing is
/// said of a missing network.
fn assert_pages_are_current(browser: &Browser, folder: &Path, address: &str) {
    let page = folder.join("o/italiano-a2/index.html");
    for number in 0..3 {
        replace_in(&page, "<h1", &format!("<b class=\"version\">{number}</b><h1"));
        browser.open(&format!("{address}/o/italiano-a2/"));
        assert_eq!(
            browser.evaluate("[...document.querySelectorAll('.version')].pop().textContent"),
            number.to_string()
        );
        assert_eq!(browser.evaluate("document.body.dataset.saved || null"), serde_json::Value::Null);
    }
    for (path, title) in [("archivio/", "Archivio"), ("enti/", "Chi annuncia")] {
        browser.open(&format!("{address}/{path}"));
        assert_eq!(browser.evaluate("document.querySelector('h1').textContent"), title);
    }
    // A style sheet that has changed, and a file that was never kept.
    for (asset, text) in [("style.css", "/* new */"), ("later.css", "/* later */")] {
        write(&folder.join("assets").join(asset), text);
        let got =
            format!("fetch('{address}/assets/{asset}?v=ffffffff').then((answer) => answer.text()).then(done, done)");
        assert_eq!(browser.evaluate_async(&got), text);
    }
}

#[test]
fn page_is_current_online_without_newer_features_of_workers() {
    let site = copied_site(&[""]);
    put_before_worker(
        site,
        "delete AbortSignal.timeout; delete Object.fromEntries; delete Array.prototype.at; delete Promise.any;",
    );
    let browser = Browser::start_unmetered(true);
    let server = StaticServer::new(site);
    let address = server.address.clone();
    browser.open(&format!("{address}/"));
    browser.wait_for("localStorage.getItem('kept /')");
    assert_pages_are_current(&browser, site, &address);
    drop(server);
    // Offline the last version is there.
    browser.open(&format!("{address}/o/italiano-a2/"));
    assert_eq!(browser.evaluate("[...document.querySelectorAll('.version')].pop().textContent"), "2");
    browser.wait_for("document.querySelector('.saved')");
}

#[test]
fn page_is_current_online_when_storage_is_full() {
    let site = copied_site(&[""]);
    let browser = Browser::start_unmetered(true);
    let server = StaticServer::new(site);
    let address = server.address.clone();
    browser.open(&format!("{address}/"));
    browser.wait_for("localStorage.getItem('kept /')");
    browser.limit_storage(&address, 1000);
    assert_pages_are_current(&browser, site, &address);
    drop(server);
    // What was there before there was no more room stays.
    browser.open(&format!("{address}/o/italiano-a2/"));
    browser.wait_for("document.querySelector('.saved')");
}

/// Nothing can be written, or storage is forbidden altogether: the board is read as if it had no service worker, and the
/// pages of the list are not fetched again with each page.
#[test]
fn page_is_current_online_when_nothing_can_be_stored() {
    let full = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";
    let forbidden =
        "caches.constructor.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));";
    for (storage, counted) in [(full, true), (forbidden, false)] {
        let site = copied_site(&[""]);
        // Installed with storage, which is gone afterwards.
        put_before_worker(site, &format!("addEventListener('activate', () => {{ {storage} }});"));
        let browser = Browser::start_unmetered(true);
        let server = StaticServer::new(site);
        let address = server.address.clone();
        browser.open(&format!("{address}/"));
        wait_for_worker(&browser);
        if counted {
            browser.wait_for("localStorage.getItem('kept /')");
        }
        assert_pages_are_current(&browser, site, &address);
    }
}

/// A browser that forbids `localStorage` shows every page without an error.
#[test]
fn pages_work_where_storage_is_forbidden() {
    let browser = Browser::start(true);
    let server = StaticServer::new(small_site());
    browser.before_each_page(
        "for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) Object.defineProperty(window, name, \
         { get() { throw new DOMException('no', 'SecurityError'); } });",
    );
    for path in ["", "o/italiano-a2/", "cerca/", "sportelli/", "senza-rete/", "aiuto/", "segui/"] {
        browser.open(&format!("{}/{path}", server.address));
        browser.wait_for("document.readyState === 'complete'");
        assert_eq!(browser.console_errors(), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn boards_on_one_host_keep_apart() {
    let site = copied_site(&["roma", "milano"]);
    replace_in(&site.join("milano/sw.js"), "const VERSION = \"", "const VERSION = \"other");
    let browser = Browser::start_unmetered(true);
    let server = StaticServer::new(site);
    let address = server.address.clone();
    browser.open(&format!("{address}/roma/"));
    browser.wait_for("localStorage.getItem('kept /roma/')");
    browser.evaluate("document.querySelector('.languages [hreflang=ar]').click()");
    browser.wait_for("location.pathname === '/roma/ar/'");
    browser.wait_for("localStorage.getItem('kept /roma/').startsWith('ar ')");
    // The language chosen in Rome is not Milan's, and Milan fetches its own pages ahead.
    browser.open("about:blank");
    browser.open(&format!("{address}/milano/"));
    browser.wait_for("localStorage.getItem('kept /milano/')");
    assert_eq!(browser.evaluate("location.pathname"), "/milano/");
    assert_eq!(browser.evaluate("localStorage.getItem('kept /milano/').split(' ')[0]"), "it");
    // Many pages of Milan leave those of Rome alone.
    let pages: Vec<String> = read_tree(&site.join("milano"))
        .into_keys()
        .filter_map(|path| Some(path.strip_suffix("index.html")?.into()))
        .collect();
    assert!(pages.len() > 65, "{}", pages.len());
    browser.run(&format!(
        "for (const path of {}) navigator.serviceWorker.controller.postMessage({{ seen: new URL('/milano/' + path, location).href, parts: [] }})",
        serde_json::to_string(&pages).unwrap()
    ));
    let of = |board: &str| {
        browser
            .evaluate_async(&format!(
                "caches.open('pages /{board}/').then((cache) => cache.keys()).then((keys) => done(keys.length))"
            ))
            .as_u64()
            .unwrap()
    };
    crate::support::wait_until(|| of("milano") > 60, || format!("{} pages of Milan", of("milano")));
    assert!(of("roma") > 5, "{} pages of Rome", of("roma"));
    drop(server);
    for board in ["roma/ar", "milano"] {
        browser.open(&format!("{address}/{board}/o/italiano-a2/"));
        browser.wait_for("document.querySelector('.saved')");
        assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.top')).display"), "grid", "{board}");
    }
}
