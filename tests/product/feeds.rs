//! Feeds, read by an independent parser, and the sitemap.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use feed_rs::model::Feed;

use crate::support::{
    SITE_URL, TODAY, Tree, assert_no_problems, bacheca, read_tree, run_program, small_board, small_site, write,
};

/// A feed of the site, as text and parsed.
struct ParsedFeed {
    path: String,
    text: String,
    feed: Feed,
}

/// Parses every RSS feed of the small site.
fn parse_feeds() -> Vec<ParsedFeed> {
    let feeds = read_tree(small_site()).into_iter().filter(|(path, _)| path.ends_with("feed.xml"));
    let feeds: Vec<_> = feeds
        .map(|(path, bytes)| {
            let feed = feed_rs::parser::parse(bytes.as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"));
            ParsedFeed { path, text: String::from_utf8(bytes).unwrap(), feed }
        })
        .collect();
    // Feeds of everything, of each kind and of each district, in each of three languages.
    assert_eq!(feeds.len(), (1 + 7 + 2) * 3);
    feeds
}

/// File of the site at an address.
fn file_of_address(address: &str) -> Option<String> {
    let path = address.strip_prefix(SITE_URL)?;
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() })
}

/// Values of the attribute `name="…"`.
fn attribute_values<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    text.split(&format!("{name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Texts between `<name>` and `</name>`.
fn element_texts<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    text.split(&format!("<{name}>")).skip(1).filter_map(|rest| rest.split(&format!("</{name}>")).next()).collect()
}

#[test]
fn feed_links_to_itself_and_its_page() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for ParsedFeed { path, feed, .. } in parse_feeds() {
        let links = |rel: Option<&str>| {
            feed.links
                .iter()
                .filter(|link| link.rel.as_deref() == rel)
                .map(|link| link.href.clone())
                .collect::<Vec<_>>()
        };
        if links(Some("self")) != [format!("{SITE_URL}{path}")] {
            problems.push(format!("{path}: self is {:?}", links(Some("self"))));
        }
        let page = format!("{SITE_URL}{}", path.strip_suffix("feed.xml").unwrap());
        let pages: Vec<String> = feed
            .links
            .iter()
            .filter(|link| link.rel.as_deref() != Some("self"))
            .map(|link| link.href.clone())
            .collect();
        if pages != [page] || file_of_address(&pages[0]).is_none_or(|file| !site.contains_key(&file)) {
            problems.push(format!("{path}: links to the page {pages:?}"));
        }
        let language = path.split('/').next().filter(|language| matches!(*language, "en" | "ar")).unwrap_or("it");
        if feed.language.as_deref() != Some(language) || feed.title.is_none() {
            problems.push(format!("{path}: language {:?}, title {:?}", feed.language, feed.title));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn entry_guid_is_the_permanent_address() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for ParsedFeed { path, text, feed } in parse_feeds() {
        let mut ids = BTreeSet::new();
        for entry in &feed.entries {
            let links: Vec<&str> = entry.links.iter().map(|link| link.href.as_str()).collect();
            let exists = file_of_address(&entry.id).is_some_and(|file| site.contains_key(&file));
            if links != [entry.id.as_str()] || !exists || !ids.insert(entry.id.clone()) {
                problems.push(format!("{path}: guid {}, links {links:?}", entry.id));
            }
            if entry.title.is_none() || entry.summary.is_none() {
                problems.push(format!("{path}: {} has no title or no description", entry.id));
            }
        }
        problems.extend(text.contains("isPermaLink=\"false\"").then(|| format!("{path}: a guid is not a permalink")));
    }
    assert_no_problems(problems);
}

#[test]
fn feed_dates_are_rfc_822_and_not_in_the_future() {
    let today: NaiveDate = TODAY.parse().unwrap();
    let mut problems = Vec::new();
    for ParsedFeed { path, text, feed } in parse_feeds() {
        let dates = [element_texts(&text, "pubDate"), element_texts(&text, "lastBuildDate")].concat();
        for date in dates {
            // Dates are in RFC 822 format in English with a numeric offset, at midnight in the board's time zone.
            match DateTime::parse_from_rfc2822(date) {
                Ok(moment) if moment.date_naive() <= today && moment.to_rfc2822() == date => {}
                other => problems.push(format!("{path}: {date} ({other:?})")),
            }
        }
        let dates: Vec<_> = feed.entries.iter().map(|entry| entry.published).collect();
        if dates.iter().any(Option::is_none) || !dates.is_sorted_by(|left, right| left >= right) {
            problems.push(format!("{path}: an entry has no date, or the newest is not first: {dates:?}"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn published_item_is_in_main_feed_and_feed_of_its_kind() {
    let feeds = parse_feeds();
    let ids = |wanted: &str| -> BTreeSet<String> {
        let parsed = feeds.iter().find(|parsed| parsed.path == wanted).unwrap();
        parsed.feed.entries.iter().map(|entry| entry.id.clone()).collect()
    };
    let address = |path: &str| format!("{SITE_URL}{path}");
    for slug in ["italiano-a2", "aiuto-cuoco-mensa", "sportello-diritti", "porte-aperte"] {
        assert!(ids("feed.xml").contains(&address(&format!("o/{slug}/"))), "{slug}");
    }
    assert_eq!(ids("lavoro/feed.xml"), BTreeSet::from([address("o/aiuto-cuoco-mensa/")]));
    assert_eq!(ids("zone/ii/feed.xml"), BTreeSet::from([address("o/aiuto-cuoco-mensa/"), address("o/italiano-a2/")]));
    assert_eq!(ids("ar/lavoro/feed.xml"), BTreeSet::from([address("ar/o/aiuto-cuoco-mensa/")]));
}

#[test]
fn entry_content_has_absolute_links() {
    let mut problems = Vec::new();
    for ParsedFeed { path, feed, .. } in parse_feeds() {
        for entry in &feed.entries {
            let content = entry.content.as_ref().and_then(|content| content.body.clone()).unwrap_or_default();
            let summary = entry.summary.as_ref().map(|summary| summary.content.clone()).unwrap_or_default();
            for text in [content, summary] {
                let is_absolute = |link: &&str| {
                    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
                };
                let links = [attribute_values(&text, "href"), attribute_values(&text, "src")].concat();
                problems.extend(
                    links
                        .iter()
                        .filter(|link| !is_absolute(link))
                        .map(|link| format!("{path}: {} has the relative link {link}", entry.id)),
                );
                problems.extend(text.contains("<script").then(|| format!("{path}: {} has a script", entry.id)));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn json_feed_has_the_entries_of_rss_feed() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for language in ["", "en/", "ar/"] {
        let path = format!("{language}feed.json");
        let feed = feed_rs::parser::parse(site[&path].as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let rss = feed_rs::parser::parse(site[&format!("{language}feed.xml")].as_slice()).unwrap();
        let entries = |feed: &Feed| -> Vec<_> {
            let entries = feed.entries.iter();
            entries.map(|entry| (entry.id.clone(), entry.title.clone().unwrap().content, entry.published)).collect()
        };
        if entries(&feed) != entries(&rss) || feed.entries.is_empty() {
            problems.push(format!("{path}: entries {:?}, but RSS has {:?}", entries(&feed), entries(&rss)));
        }
        let data: serde_json::Value = serde_json::from_slice(&site[&path]).unwrap();
        if data["version"] != "https://jsonfeed.org/version/1.1" || data["feed_url"] != format!("{SITE_URL}{path}") {
            problems.push(format!("{path}: version {}, address {}", data["version"], data["feed_url"]));
        }
        let job = data["items"].as_array().unwrap().iter().find(|item| item["_opportunita"]["tipo"] == "lavoro");
        let job = &job.unwrap()["_opportunita"];
        assert_eq!((&job["scadenza"], &job["aperta"]), (&"2026-11-30".into(), &true.into()), "{path}");
    }
    assert_no_problems(problems);
}

#[test]
fn entry_says_first_what_to_do_by_when() {
    let site = read_tree(small_site());
    let cases = [
        ("feed.json", "aiuto-cuoco-mensa", "Candidati entro lunedì 30 novembre 2026. "),
        ("feed.json", "italiano-a2", "Iscriviti entro venerdì 4 dicembre 2026, ore 12:00 · "),
        ("en/feed.json", "italiano-a2", "Enrol by "),
        ("ar/feed.json", "italiano-a2", "آخر يوم للتسجيل"),
    ];
    for (path, slug, begins) in cases {
        let feed: serde_json::Value = serde_json::from_slice(&site[path]).unwrap();
        let entry = feed["items"].as_array().unwrap().iter().find(|entry| entry["_opportunita"]["slug"] == slug);
        let entry = entry.unwrap_or_else(|| panic!("{path}: no {slug}"));
        assert!(entry["summary"].as_str().unwrap().starts_with(begins), "{path}: {}", entry["summary"]);
        let feed = feed_rs::parser::parse(site[path.replace("json", "xml").as_str()].as_slice()).unwrap();
        let id = entry["id"].as_str().unwrap();
        let summary = feed.entries.iter().find(|entry| entry.id == id).unwrap().summary.as_ref().unwrap();
        assert_eq!(summary.content, entry["summary"].as_str().unwrap(), "{path}");
        // The content has the status, then who, when, where and how much.
        let content = entry["content_html"].as_str().unwrap();
        assert!(content.starts_with(&format!("<p><strong>{}", begins.trim_end_matches(". "))), "{path}: {content}");
        assert!(content.split("</ul>").next().unwrap().matches("<li>").count() >= 4, "{path}: {content}");
        if slug == "italiano-a2" {
            assert_eq!(entry["_opportunita"]["scadenza"], "2026-12-04T12:00", "{path}");
        }
    }
}

#[test]
fn feed_style_sheet_exists() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for ParsedFeed { path, text, .. } in parse_feeds() {
        let style =
            text.split("<?xml-stylesheet type=\"text/css\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let root = "../".repeat(path.matches('/').count());
        if style != Some(format!("{root}assets/feed.css").as_str()) || !site.contains_key("assets/feed.css") {
            problems.push(format!("{path}: the style sheet is {style:?}"));
        }
        if !text.contains("<h:p dir=") || text.matches("<h:a ").count() != text.matches("<item>").count() {
            problems.push(format!("{path}: has no introduction for people, or not one link for each entry"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn sitemap_lists_indexable_pages() {
    let site: Tree = read_tree(small_site());
    let sitemap = String::from_utf8(site["sitemap.xml"].clone()).unwrap();
    let addresses = element_texts(&sitemap, "loc");
    let mut problems = Vec::new();
    for address in &addresses {
        let page = file_of_address(address)
            .and_then(|file| site.get(&file))
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        match page {
            None => problems.push(format!("{address} is not a page")),
            Some(page) if page.contains("content=\"noindex\"") => problems.push(format!("{address} is noindex")),
            Some(page) if !page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")) => {
                problems.push(format!("{address} has another canonical address"));
            }
            Some(_) => {}
        }
    }
    assert_no_problems(problems);
    let unique: BTreeSet<_> = addresses.iter().collect();
    assert_eq!(unique.len(), addresses.len(), "an address is listed twice in sitemap.xml");
    assert!(unique.contains(&format!("{SITE_URL}ar/o/italiano-a2/").as_str()));
    let robots = String::from_utf8(site["robots.txt"].clone()).unwrap();
    assert!(robots.contains(&format!("Sitemap: {SITE_URL}sitemap.xml")), "{robots}");
}

/// A feed of a board, after a change of some of its files.
fn build_and_read(board: &std::path::Path, path: &str) -> String {
    bacheca(board, &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    std::fs::read_to_string(board.join("public").join(path)).unwrap()
}

#[test]
fn title_says_what_is_cancelled_or_full() {
    let board = small_board();
    let file = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&file).unwrap();
    for (state, mark, arabic) in [("annullato", "Annullato", "أُلغي"), ("posti esauriti", "Posti esauriti", "")] {
        write(&file, text.replacen("tipo: lavoro\n", &format!("tipo: lavoro\nstato: {state}\n"), 1));
        let feed = build_and_read(board.path(), "feed.xml");
        let title = format!("<title>[{mark}] Aiuto cuoco");
        assert!(feed.contains(&title) && feed.contains(&format!("<description><![CDATA[{mark}")), "{feed}");
        assert!(feed.contains(&format!("<strong>{mark}")), "{feed}");
        let json = std::fs::read_to_string(board.path().join("public/feed.json")).unwrap();
        assert!(json.contains(&format!("\"title\":\"[{mark}] Aiuto cuoco")), "{json}");
        let other = std::fs::read_to_string(board.path().join("public/ar/feed.xml")).unwrap();
        assert!(!other.contains(&format!("[{mark}]")) && other.contains(arabic), "{other}");
    }
}

#[test]
fn every_feed_says_when_it_changed() {
    let board = small_board();
    let empty = build_and_read(board.path(), "normativa/feed.xml");
    assert!(!empty.contains("<item>"), "{empty}");
    assert_eq!(element_texts(&empty, "lastBuildDate").len(), 1, "{empty}");
}

#[test]
fn day_that_begins_at_one_has_its_first_hour() {
    // In Cairo and Beirut summer time begins at midnight.
    let board = small_board();
    let site = std::fs::read_to_string(board.path().join("site.toml")).unwrap();
    let site: String = site.split_inclusive('\n').filter(|line| !line.starts_with("fuso")).collect();
    write(&board.path().join("site.toml"), site.replacen("[bacheca]\n", "[bacheca]\nfuso = \"Africa/Cairo\"\n", 1));
    let file = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let published = text.lines().find(|line| line.starts_with("pubblicato:")).unwrap();
    let deadline = text.lines().find(|line| line.starts_with("scadenza:")).unwrap();
    write(&file, text.replace(published, "pubblicato: 2027-04-30").replace(deadline, "scadenza: 2027-05-08"));
    let root = board.path().to_str().unwrap();
    let skip = ["build", "--skip", "poster,card,print,search"];
    run_program(&[&["--root", root, "--today", "2027-04-30"], skip.as_slice()].concat()).expect_code(0);
    let read = |path: &str| std::fs::read_to_string(board.path().join("public").join(path)).unwrap();
    let feed = read("lavoro/feed.xml");
    for name in ["pubDate", "lastBuildDate"] {
        assert_eq!(element_texts(&feed, name), ["Fri, 30 Apr 2027 01:00:00 +0300"], "{feed}");
    }
    assert!(read("feed.json").contains("\"date_published\":\"2027-04-30T01:00:00+03:00\""));
}

#[test]
fn hub_is_named_where_the_board_has_one() {
    let board = small_board();
    let without = build_and_read(board.path(), "feed.xml");
    assert!(!without.contains("rel=\"hub\""));
    let site = std::fs::read_to_string(board.path().join("site.toml")).unwrap();
    write(&board.path().join("site.toml"), format!("{site}\n[feed]\nhub = \"https://hub.example.org/\"\n"));
    let feed = build_and_read(board.path(), "en/feed.xml");
    let links = feed_rs::parser::parse(feed.as_bytes()).unwrap().links;
    let href = |rel: &str| links.iter().find(|link| link.rel.as_deref() == Some(rel)).map(|link| link.href.clone());
    assert_eq!(href("hub").as_deref(), Some("https://hub.example.org/"), "{feed}");
    assert_eq!(href("self"), Some(format!("{SITE_URL}en/feed.xml")), "{feed}");
    let json: serde_json::Value =
        serde_json::from_slice(&std::fs::read(board.path().join("public/feed.json")).unwrap()).unwrap();
    assert_eq!(json["hubs"], serde_json::json!([{"type": "WebSub", "url": "https://hub.example.org/"}]));
    write(&board.path().join("site.toml"), format!("{site}\n[feed]\nhub = \"hub\"\n"));
    let run = bacheca(board.path(), &["check"]);
    assert!(run.out.contains("`hub` non è l'indirizzo di una pagina"), "{}{}", run.out, run.err);
}
