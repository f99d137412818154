//! What is kept for readers without network.

use super::COURSE;
use crate::support::webdriver::{Browser, StaticServer, serve};
use crate::support::{copy_tree, read_tree, real_site, small_site, wait_until, write};

/// Asks the worker to keep what the list of the page names; gives whether all of it was there.
const KEEP: &str = "(async () => { const answer = new MessageChannel(); answer.port1.onmessage = ({data}) => done(data); \
     const worker = (await navigator.serviceWorker.ready).active; \
     worker.postMessage({keep: new URL('offline.json', location).href}, [answer.port2]); })()";

#[test]
fn service_worker_retries_failed_files_in_one_language() {
    let folder: &'static std::path::Path = Box::leak(Box::new(tempfile::TempDir::new().unwrap())).path();
    let mut lists = Vec::new();
    for (path, bytes) in read_tree(small_site()) {
        if path.ends_with("offline.json") {
            lists.push((path, bytes));
            continue;
        }
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    let site = serve(folder);
    let browser = Browser::start_unmetered(true);
    browser.open(&format!("{site}/"));
    assert_eq!(browser.evaluate_async(KEEP), false, "there is no list to keep");
    assert_eq!(browser.evaluate("localStorage.getItem('kept /')"), serde_json::Value::Null);
    for (path, bytes) in lists {
        std::fs::write(folder.join(path), bytes).unwrap();
    }
    browser.open(&format!("{site}/"));
    browser.wait_for("localStorage.getItem('kept /')?.startsWith('it ')");
    // The host redirects an address without the last slash.
    browser.open(&format!("{site}/formazione"));
    assert_eq!(browser.evaluate("document.querySelector('h1').textContent"), "Corsi");
    // Opening a page in another language fetches no files for offline use; choosing the language does.
    browser.open(&format!("{site}/ar/"));
    browser.wait_for("document.readyState === 'complete'");
    let count = "(async () => done((await (await caches.open('pages /')).keys()).filter((page) => page.url.includes('/ar/')).length))()";
    assert_eq!(browser.evaluate_async(count), 1);
    browser.open(&format!("{site}/"));
    browser.evaluate("document.querySelector('.languages [hreflang=ar]').click()");
    browser.wait_for("localStorage.getItem('kept /')?.startsWith('ar ')");
    assert!(browser.evaluate_async(count).as_u64().unwrap() > 5);
}

#[test]
fn saved_page_stays_while_the_server_is_busy_and_goes_when_it_is_gone() {
    let folder: &'static std::path::Path = Box::leak(Box::new(tempfile::TempDir::new().unwrap())).path();
    copy_tree(small_site(), folder);
    let site = serve(folder);
    let browser = Browser::start_unmetered(true);
    browser.open(&format!("{site}/"));
    browser.wait_for("localStorage.getItem('kept /')?.startsWith('it ')");
    // One page has changed, and the server does not give it.
    let list = folder.join("offline.json");
    let mut offline: serde_json::Value = serde_json::from_slice(&std::fs::read(&list).unwrap()).unwrap();
    let pages = offline["pages"].as_array_mut().unwrap();
    let page = pages.iter_mut().find(|page| page[0] != "").unwrap();
    let path = page[0].as_str().unwrap().to_owned();
    page[1] = "changed".into();
    write(&list, offline.to_string());
    let file = folder.join(&path).join("index.html");
    let busy = folder.join(&path).join("index.html.503");
    write(&busy, "");
    let is_saved =
        format!("(async () => done(Boolean(await (await caches.open('pages /')).match('{site}/{path}'))))()");
    assert_eq!(browser.evaluate_async(&is_saved), true, "{path}");
    assert_eq!(browser.evaluate_async(KEEP), false, "{path} is to be fetched again");
    assert_eq!(browser.evaluate_async(&is_saved), true, "{path} was deleted");
    std::fs::remove_file(busy).unwrap();
    std::fs::remove_file(file).unwrap();
    assert_eq!(browser.evaluate_async(KEEP), true);
    assert_eq!(browser.evaluate_async(&is_saved), false, "{path} is gone");
}

#[test]
fn service_worker_with_save_data_keeps_visited_pages_only() {
    let browser = Browser::start(true);
    let site = StaticServer::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    browser.evaluate_async("navigator.serviceWorker.ready.then(() => done(true))");
    browser.wait_for("navigator.serviceWorker.controller");
    browser.open(&format!("{address}/{COURSE}"));
    browser.wait_for("document.readyState === 'complete'");
    let pages =
        "(async () => done((await (await caches.open('pages /')).keys()).map((page) => new URL(page.url).pathname)))()";
    // A page is shown before it is kept.
    let visited = serde_json::json!(["/", format!("/{COURSE}")]);
    wait_until(|| browser.evaluate_async(pages) == visited, || browser.evaluate_async(pages).to_string());
    drop(site);
    browser.open(&format!("{address}/{COURSE}"));
    browser.wait_for("document.querySelector('.saved')");
}

#[test]
fn course_is_found_offline_after_first_visit() {
    let browser = Browser::start_unmetered(true);
    let site = StaticServer::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    // All files for offline use take at most three quarters of a megabyte before compression, a quarter of that on the way.
    let kept = "(async () => { const saved = await (await caches.open('saved /')).match('saved.json'); done(Boolean(saved) && '' in await saved.json()); })()";
    let failure = || format!("nothing was kept: {:?}", browser.console_errors());
    wait_until(|| browser.evaluate_async(kept) == true, failure);
    let weight = "(async () => { let bytes = 0; const cache = await caches.open('pages /'); \
         for (const key of await cache.keys()) bytes += (await (await cache.match(key)).arrayBuffer()).byteLength; done(bytes); })()";
    let weight = browser.evaluate_async(weight).as_u64().unwrap();
    assert!((100_000..=750_000).contains(&weight), "{weight} bytes were fetched ahead");
    drop(site);
    browser.open(&format!("{address}/formazione/"));
    assert!(browser.text().contains("Sei senza rete"), "{}", browser.text());
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    browser.evaluate(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    browser.wait_for("document.querySelector('.saved')");
    let text = browser.text();
    assert!(text.contains("Municipio V") && text.contains("06 5550 0110"), "{text}");
    // The style sheet is applied.
    assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.main-button')).display"), "flex");
    // A page that was not cached leads to the cached ones.
    browser.open(&format!("{address}/archivio/2013/"));
    assert!(browser.text().contains("Sei senza rete"), "{}", browser.text());
    assert_eq!(browser.evaluate(&format!("Boolean({link})")), true);
}
