//! Size of pages, and the filters of the search.

use crate::support::{assert_no_problems, bacheca, read_tree, real_site, small_board};

/// A page and its style sheets have at most 14 KB, compressed: one round trip of TCP, and little prepaid data.
#[test]
fn page_with_style_sheets_is_below_14_kb() {
    let compressed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let site = read_tree(real_site());
    // Forms have sheets of their own, below their own limit.
    let sheets: Vec<(&str, usize)> = site
        .iter()
        .filter(|(path, _)| path.starts_with("assets/") && path.ends_with(".css") && !path.ends_with("announce.css"))
        .map(|(path, bytes)| (path.as_str(), compressed(bytes)))
        .collect();
    // The forms for partners have a limit of their own.
    let heavier = |path: &str| path.contains("annuncia/") && !path.ends_with("annuncia/index.html");
    let pages = site.iter().filter(|(path, _)| {
        let of_editors = ["redazione/", "stampa/", "regole/"].iter().any(|folder| path.contains(folder));
        path.ends_with(".html") && !of_editors && !heavier(path)
    });
    let weight = |bytes: &[u8]| {
        let html = std::str::from_utf8(bytes).unwrap();
        let linked = sheets.iter().filter(|(path, _)| html.contains(&format!("{path}?v=")));
        compressed(bytes) + linked.map(|(_, weight)| weight).sum::<usize>()
    };
    let weights: Vec<(&String, usize)> = pages.map(|(path, bytes)| (path, weight(bytes))).collect();
    assert!(weights.iter().any(|(path, _)| path.contains("aiuto/")));
    let heavy = weights.into_iter().filter(|(_, weight)| *weight > 14 * 1024);
    assert_no_problems(heavy.map(|(path, weight)| format!("{path} and its style sheets: {weight} bytes")).collect());
}

/// A filter that no item matches is left out; a choice between values is a list, not a checkbox.
#[test]
fn search_offers_only_filters_with_matches() {
    let page = |site: &std::path::Path| std::fs::read_to_string(site.join("cerca/index.html")).unwrap();
    // In the small board only the contact point speaks languages.
    let board = small_board();
    std::fs::remove_file(board.path().join("content/centri/sportello-borgo.md")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print"]).expect_code(0);
    let (small, real) = (page(&board.path().join("public")), page(real_site()));
    assert!(!small.contains("name=\"lingua\"") && real.contains("<select name=\"lingua\">"));
    for name in ["gratis", "online", "donne"] {
        assert!(small.contains(&format!("type=\"checkbox\" name=\"{name}\"")), "{name}");
    }
    assert_eq!(real.matches("type=\"checkbox\"").count(), 3);
}

/// Lists of the district and every poster can be reached from the item, in each language.
#[test]
fn item_links_to_its_districts_and_posters() {
    for (language, up) in [("", "../../"), ("ar/", "../../../"), ("bn/", "../../../"), ("ur/", "../../../")] {
        let page =
            |slug: &str| std::fs::read_to_string(real_site().join(format!("{language}o/{slug}/index.html"))).unwrap();
        let course = page("italiano-a2-casilina");
        for link in [
            "poster.pdf",
            &format!("{up}o/italiano-a2-casilina/poster-multilingual.pdf"),
            &format!("{up}o/italiano-a2-casilina/poster-strips.pdf"),
            &format!("{up}{language}zone/v/"),
        ] {
            assert_eq!(course.matches(&format!("href=\"{link}\"")).count(), 1, "{language}: {link}");
        }
        let editions = page("computer-da-zero");
        for zone in ["vii", "xi", "xiv"] {
            assert!(editions.contains(&format!("href=\"{up}{language}zone/{zone}/\"")), "{language}: {zone}");
        }
    }
}
