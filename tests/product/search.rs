//! The search: an index in parts, each with other files only when one of its items changed, and its results.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::webdriver::{Browser, serve};
use crate::support::{Tree, bacheca, read_tree, real_site, small_board, write};

const BUILD_WITH_SEARCH: [&str; 3] = ["build", "--skip", "poster,card,print"];

/// Paths of the files that differ between two indexes, or are in one only.
fn changed_files(one: &Tree, other: &Tree) -> BTreeSet<String> {
    one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

fn build_index(board: &Path) -> Tree {
    bacheca(board, &BUILD_WITH_SEARCH).expect_code(0);
    read_tree(&board.join("public/ricerca"))
}

/// Folders of parts, and entries of languages, of changed files.
fn changed_parts(one: &Tree, other: &Tree) -> BTreeSet<String> {
    changed_files(one, other).iter().filter_map(|path| Some(path.split('/').next()?.to_owned())).collect()
}

/// A part gets other files, under other names, only if a record in it changed: browsers keep the rest.
#[test]
fn changed_item_changes_only_its_part_of_the_index() {
    let board = small_board();
    let first = build_index(board.path());
    for name in ["it", "it-1984", "ar", "en"] {
        assert!(first.keys().any(|path| path.starts_with(&format!("{name}/part-"))), "{name}");
    }
    assert_eq!(changed_files(&first, &build_index(board.path())), BTreeSet::new());
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto pizzaiolo", 1));
    let second = build_index(board.path());
    // The item is open and has a page in each language, so no archive changes.
    let parts = ["ar", "ar.json", "en", "en.json", "it", "it.json"].map(str::to_owned);
    assert_eq!(changed_parts(&first, &second), parts.into());
    let over = board.path().join("content/opportunita/2024/porte-aperte.md");
    let text = std::fs::read_to_string(&over).unwrap();
    write(&over, text.replacen("Un pomeriggio", "Una mattina", 1));
    let parts = ["it-1984", "it.json"].map(str::to_owned);
    assert_eq!(changed_parts(&second, &build_index(board.path())), parts.into());
}

#[test]
fn closed_item_is_found_in_the_archive() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let shown = |query: &str| {
        browser.open(&format!("{address}/{query}"));
        browser.wait_for("document.querySelector('.result-count').textContent");
        let statuses = "[...document.querySelectorAll('.results .card, .over .card')].map(card => card.matches('.is-open, .point') || Boolean(card.closest('.results') && card.dataset.lastDay >= '2026-11-21'))";
        let statuses: Vec<bool> = serde_json::from_value(browser.evaluate(statuses)).unwrap();
        statuses
    };
    let open = shown("cerca/?q=italiano&stato=open");
    assert!(!open.is_empty() && open.iter().all(|open| *open), "{open:?}");
    // Sorted by deadline: open items, then closed ones.
    let everything = shown("cerca/?q=italiano&stato=&ordine=scadenza");
    assert!(everything.is_sorted_by(|one, other| one >= other), "{everything:?}");
    assert!(everything.iter().filter(|open| **open).count() == open.len() && everything.len() > open.len());
    // By relevance too, and the rest is one tap away.
    let by_relevance = shown("cerca/?q=italiano&stato=");
    assert!(by_relevance.is_sorted_by(|one, other| one >= other) && by_relevance.len() == 30, "{by_relevance:?}");
    browser.evaluate("document.querySelector('[data-more]').click()");
    browser.wait_for("document.querySelectorAll('.results .card, .over .card').length > 30");
    // Other forms of a word match, without accents too.
    assert!(shown("cerca/?q=citta&stato=").len() > 1);
    assert!(shown("cerca/?q=corsi+italiani&stato=").contains(&false));
    // An unknown word does not match words with the same beginning.
    assert!(shown("cerca/?q=xilofono&stato=").is_empty());
    // What is open no more is shown if nothing else is there, and it is said.
    assert_eq!(shown("cerca/?q=crotone&stato=open"), [false]);
    let said = "document.querySelector('.none').textContent";
    assert_eq!(browser.evaluate(said), "Adesso non c'è niente di aperto per «crotone».");
    assert_eq!(browser.evaluate("document.querySelector('.ask').hidden"), false);
    let hidden = "getComputedStyle(document.querySelector('[data-more]')).display === 'none'";
    assert_eq!(browser.evaluate(hidden), true);
    assert_eq!(shown("cerca/?q=italiano&stato=open").iter().filter(|open| !**open).count(), 0);
    browser.evaluate("document.querySelector('[data-over]').click()");
    browser.wait_for("document.querySelector('.over .card.is-closed h3 a')");
    assert!(!shown("zh/cerca/?q=%E6%84%8F%E5%A4%A7%E5%88%A9%E8%AF%AD&stato=").is_empty());
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// A result says what lists say, and for whom it is.
#[test]
fn search_result_is_the_card_of_lists_with_its_audience() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    for (folder, words) in [
        ("", ["Iscriviti entro", "Via Casilina 565", "Municipio V", "Gratis", "Da 16 anni"]),
        ("ar/", ["آخر يوم للتسجيل", "Via Casilina 565", "Municipio V", "مجاني", "من عمر 16"]),
        ("bn/", ["নাম লেখানোর শেষ দিন", "Via Casilina 565", "Municipio V", "বিনামূল্যে", "16 বছর থেকে"]),
    ] {
        browser.open(&format!("{address}/{folder}cerca/?q=casilina&stato=open"));
        let card = "[...document.querySelectorAll('.results .card')].find((card) => card.querySelector('h3 a[href$=\"o/italiano-a2-casilina/\"]'))";
        browser.wait_for(card);
        let text = browser.evaluate(&format!("{card}.textContent"));
        for word in words {
            assert!(text.as_str().unwrap().contains(word), "{folder}: no {word} in {text}");
        }
        let zone = browser.evaluate(&format!("{card}.querySelector('.fact a').pathname"));
        assert_eq!(zone, format!("/{folder}zone/v/"));
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// An Italian word searched on an English page is stemmed as Italian.
#[test]
fn italian_word_is_stemmed_as_italian_on_english_pages() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    browser.open(&format!("{address}/en/cerca/?q=lavoratrici&stato="));
    browser.wait_for("document.querySelectorAll('.also .card').length > 5");
    assert_eq!(browser.evaluate("document.querySelector('.also .card a').pathname.startsWith('/o/')"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Slugs of the results in a list of the search page.
fn slugs(browser: &Browser, list: &str) -> BTreeSet<String> {
    let links = format!("[...document.querySelectorAll('{list} h3 a')].map(link => link.pathname.split('/').at(-2))");
    serde_json::from_value(browser.evaluate(&links)).unwrap()
}

/// Without a permit, the first group holds only what certainly asks for none; what does not say is a second group.
#[test]
fn search_without_permit_separates_certain_from_unknown() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    for language in ["", "ar/", "bn/"] {
        browser.open(&format!("{address}/{language}cerca/?stato=open&permesso=nessuno"));
        browser.wait_for("!document.querySelector('.maybe').hidden");
        let (certain, unknown) = (slugs(&browser, ".results"), slugs(&browser, ".results-maybe"));
        let expected = ["festa-dei-mestieri", "medico-senza-permesso", "passeggiate-in-italiano"].map(str::to_owned);
        assert_eq!(certain, BTreeSet::from(expected), "{language}");
        assert!(unknown.contains("sportello-aperto-il-sabato"), "{unknown:?}");
        // A permit that allows work, one that is valid, a receipt, any permit.
        for asks in ["aiuto-cuoco-mensa", "addetti-cucina", "patente-teoria-online", "italiano-a2-casilina"] {
            assert!(!certain.contains(asks) && !unknown.contains(asks), "{language}{asks}");
        }
        assert!(certain.is_disjoint(&unknown));
        // Any other choice has no second group.
        browser.open(&format!("{address}/{language}cerca/?stato=open&permesso=asilo"));
        browser.wait_for("document.querySelectorAll('.results .card').length > 3");
        assert_eq!(browser.evaluate("document.querySelector('.maybe').hidden"), true);
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
