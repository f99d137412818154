//! The search: an index in parts, each made again only when something in it changed, and what is found with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::webdriver::{Browser, serve};
use crate::support::{Tree, bacheca, none, real_site, small_board, tree, write};

const SEARCH: [&str; 3] = ["build", "--skip", "poster,card,print"];

/// The parts of the index that are kept: the file of each, and its name.
fn kept(board: &Path) -> BTreeMap<String, String> {
    let parts = tree(&board.join(".bacheca/paper")).into_iter().filter_map(|(file, bytes)| {
        let words = String::from_utf8_lossy(&bytes);
        Some((file, words.split("\"fragment/").nth(1)?.split('_').next()?.to_owned()))
    });
    parts.collect()
}

/// The names of the parts that were made since.
fn made_since(before: &BTreeMap<String, String>, board: &Path) -> Vec<String> {
    kept(board).into_iter().filter(|(file, _)| !before.contains_key(file)).map(|(_, name)| name).collect()
}

fn index(board: &Path) -> Tree {
    tree(&board.join("public/pagefind"))
}

/// Files whose name or content is not the same, or that are in one only.
fn different(one: &Tree, other: &Tree) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<String> = names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect();
    names.dedup();
    names
}

#[test]
fn a_search_from_the_cache_is_the_same_to_the_byte() {
    let board = small_board();
    bacheca(board.path(), &SEARCH).ends(0);
    let (clean, parts) = (index(board.path()), kept(board.path()));
    for name in ["it", "it-1984", "ar", "en"] {
        assert_eq!(parts.values().filter(|part| *part == name).count(), 1, "{name}: {parts:?}");
    }
    bacheca(board.path(), &SEARCH).ends(0);
    none(different(&clean, &index(board.path())));
    // Without the cache, and with one that is damaged.
    for file in tree(&board.path().join(".bacheca/paper")).into_keys() {
        write(&board.path().join(".bacheca/paper").join(file), "rotto");
    }
    bacheca(board.path(), &SEARCH).ends(0);
    none(different(&clean, &index(board.path())));
    std::fs::remove_dir_all(board.path().join(".bacheca")).unwrap();
    bacheca(board.path(), &SEARCH).ends(0);
    none(different(&clean, &index(board.path())));
    assert_eq!(kept(board.path()), parts);
}

#[test]
fn an_item_changes_its_own_part_alone() {
    let board = small_board();
    bacheca(board.path(), &SEARCH).ends(0);
    let (before, site) = (kept(board.path()), index(board.path()));
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto pizzaiolo", 1));
    bacheca(board.path(), &SEARCH).ends(0);
    // It is open, and has a page in each language; the archive of none changed.
    let changed = made_since(&before, board.path());
    assert_eq!(BTreeSet::from_iter(changed), ["ar", "en", "it"].map(str::to_owned).into());
    let files = different(&site, &index(board.path()));
    assert!(files.iter().any(|file| file.starts_with("index/it_")), "{files:?}");
    none(files.into_iter().filter(|file| file.contains("-1984_")).collect());
    // What is over changes the archive alone.
    let (before, site) = (kept(board.path()), index(board.path()));
    let over = board.path().join("content/opportunita/2024/porte-aperte.md");
    let text = std::fs::read_to_string(&over).unwrap();
    write(&over, text.replacen("Un pomeriggio", "Una mattina", 1));
    bacheca(board.path(), &SEARCH).ends(0);
    let changed = made_since(&before, board.path());
    assert_eq!(changed, ["it-1984"]);
    none(different(&site, &index(board.path())).into_iter().filter(|file| file.starts_with("index/it_")).collect());
}

#[test]
fn what_is_over_is_found_when_it_is_asked_for() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let shown = |query: &str| {
        browser.open(&format!("{address}/{query}"));
        browser.wait_for("document.querySelector('.result-count').textContent");
        let statuses =
            "[...document.querySelectorAll('.results .card')].map(card => card.classList.contains('is-open'))";
        let statuses: Vec<bool> = serde_json::from_value(browser.says(statuses)).unwrap();
        statuses
    };
    let open = shown("cerca/?q=italiano&stato=open");
    assert!(!open.is_empty() && open.iter().all(|open| *open), "{open:?}");
    // By closing day: what is open, then what is over, both at once.
    let everything = shown("cerca/?q=italiano&stato=&ordine=scadenza");
    assert!(everything.is_sorted_by(|one, other| one >= other), "{everything:?}");
    assert!(everything.iter().filter(|open| **open).count() == open.len() && everything.len() > open.len());
    // By relevance; another form of a word, without its accents.
    assert!(shown("cerca/?q=citta&stato=").len() > 1);
    assert!(shown("cerca/?q=corsi+italiani&stato=").contains(&false));
    // A word that is nowhere is not found as another one that begins like it.
    assert!(shown("cerca/?q=xilofono&stato=").is_empty());
    assert!(!shown("zh/cerca/?q=%E6%84%8F%E5%A4%A7%E5%88%A9%E8%AF%AD&stato=").is_empty());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Somebody who reads English asks for an Italian word: it is looked up as Italian words are, whatever its ending.
#[test]
fn from_another_language_italian_is_searched_as_italian() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    browser.open(&format!("{address}/en/cerca/?q=lavoratrici&stato="));
    browser.wait_for("document.querySelectorAll('.also .card').length > 5");
    assert_eq!(browser.says("document.querySelector('.also .card a').pathname.startsWith('/o/')"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
