//! What readers get: light pages, questions that can be answered.

use crate::support::{none, real_site, small_site, tree};

/// Somebody with prepaid data: a page and its style sheet are 14 KB at most, compressed (one round trip of TCP).
#[test]
fn a_readers_page_is_light() {
    let compressed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let site = tree(real_site());
    let style = compressed(&site["assets/style.css"]);
    let pages = site.iter().filter(|(path, _)| {
        path.ends_with(".html") && !["redazione/", "stampa/", "regole/"].iter().any(|folder| path.contains(folder))
    });
    let heavy = pages.map(|(path, bytes)| (path, compressed(bytes) + style)).filter(|(_, weight)| *weight > 14 * 1024);
    none(heavy.map(|(path, weight)| format!("{path} and the style sheet: {weight} bytes")).collect());
}

/// A question to which nothing on the board is an answer is not asked; a choice is never a box to tick.
#[test]
fn the_search_asks_what_can_be_answered() {
    let page = |site: &std::path::Path| std::fs::read_to_string(site.join("cerca/index.html")).unwrap();
    let (small, real) = (page(small_site()), page(real_site()));
    assert!(!small.contains("name=\"lingua\"") && real.contains("<select name=\"lingua\">"));
    for name in ["gratis", "online", "donne"] {
        assert!(small.contains(&format!("type=\"checkbox\" name=\"{name}\"")), "{name}");
    }
    assert_eq!(real.matches("type=\"checkbox\"").count(), 3);
}
