//! Published data of another board: what `aggregate` makes of them.

use std::collections::{BTreeMap, BTreeSet};

use bacheca::board::ContentFiles;
use bacheca::compose::aggregate::{FeedData, TakenSlugs, assign_slugs, content_files, folder_names};
use bacheca::config::Config;
use bacheca::files::MAX_TEXT_BYTES;
use bacheca::source::{parse, split};
use chrono::NaiveDate;

use super::assertions::assert_tree_within;

const SITE: &str = include_str!("../../site/board/site.toml");

/// Asserts that data are refused, or become readable files within the folder of their board and nowhere else.
pub fn assert_holds(bytes: &[u8]) {
    let Ok(data) = FeedData::parse(bytes) else { return };
    let Ok(address) = data.claimed_address() else { return };
    assert!(address.starts_with("http") && address.ends_with('/'), "{address:?} is no address of a board");
    let text = format!("{SITE}\n[[fonti]]\nfile = \"altra\"\nnome = \"Altra\"\nindirizzo = {address:?}\n");
    let Ok(config) = Config::parse(text) else { return };
    let Some(source) = config.fonti.first() else { return };
    let Some(name) = folder_names(&config.fonti).pop() else { return };
    let Ok(feed) = data.into_feed(source, &name) else { return };
    let folder = feed.content_folder();
    assert!(folder.starts_with("content/opportunita/aggregati/") && !folder.contains(".."), "{folder:?}");
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let board = ContentFiles::from_memory(BTreeMap::new()).load(config.clone(), today).board;
    let incoming = assign_slugs(&mut TakenSlugs::new(&board, []), &feed, &BTreeMap::new());
    for (path, written) in content_files(&config, &incoming, &BTreeSet::new()) {
        let name = path.strip_prefix(&folder).unwrap_or_else(|| panic!("{path:?} is not below {folder:?}"));
        assert!(!name.contains(['/', '\\']) && !name.starts_with('.'), "{path:?} leads elsewhere");
        if u64::try_from(written.len()).is_ok_and(|length| length > MAX_TEXT_BYTES) {
            continue;
        }
        let Ok(document) = split(&path, written) else { panic!("{path} cannot be read again") };
        if let Some(root) = parse(&document, &mut Vec::new()) {
            assert_tree_within(&document.source.text, &root);
        }
    }
}
