//! Voice messages beside announcements.

use crate::support::{SITE_URL, bacheca, findings, read_tree, small_board, write};

/// Where the announcement is.
const FOLDER: &str = "content/opportunita/esempi";

/// An Ogg file that says of itself that it lasts 65 seconds, of so many bytes.
fn ogg(length: usize) -> Vec<u8> {
    let mut bytes = [b"OggS\0\x02".as_slice(), &[0; 22], b"OpusHead"].concat();
    bytes.resize(length - 30, 1);
    bytes.extend([b"OggS\0\x04".as_slice(), &(48_000_u64 * 65).to_le_bytes(), &[0; 16]].concat());
    bytes
}

#[test]
fn voice_is_played_on_the_page_of_its_language_and_told_by_feeds() {
    let board = small_board();
    let items = board.path().join(FOLDER);
    write(&items.join("italiano-a2.ogg"), ogg(150_000));
    write(&items.join("italiano-a2.ar.mp3"), [[0xff, 0xfb, 0x50, 0].as_slice(), &vec![0; 80_000]].concat());
    assert_eq!(findings(board.path()), Vec::<serde_json::Value>::new());
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    let file = |folder: &str, ending: &str| {
        let found = site.keys().find(|path| path.starts_with(&format!("{folder}voice-")) && path.ends_with(ending));
        found.unwrap_or_else(|| panic!("no voice in {folder}")).clone()
    };
    let (own, arabic) = (file("o/italiano-a2/", ".ogg"), file("ar/o/italiano-a2/", ".mp3"));
    assert_eq!(site[&own], ogg(150_000));
    for (page, file, length) in
        [("o/italiano-a2/", &own, "1:05 · 150 kB"), ("ar/o/italiano-a2/", &arabic, "0:11 · 81 kB")]
    {
        let html = text(&format!("{page}index.html"));
        let name = file.rsplit('/').next().unwrap();
        assert!(html.contains(&format!("<audio controls preload=\"none\" src=\"{name}\"")), "{html}");
        assert!(html.contains(length) && html.contains(" media-src 'self';"), "{length}: {html}");
    }
    // Nothing of it where there is none.
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") && !path.contains("o/italiano-a2/")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains("<audio") && !html.contains("media-src"), "{path}");
    }
    assert!(!text("en/o/italiano-a2/index.html").contains("<audio"));
    let enclosure = format!("<enclosure url=\"{SITE_URL}{own}\" length=\"150000\" type=\"audio/ogg\"/>");
    assert!(text("feed.xml").contains(&enclosure), "{}", text("feed.xml"));
    assert!(!text("en/feed.xml").contains("<enclosure"));
    let feed: serde_json::Value = serde_json::from_str(&text("ar/feed.json")).unwrap();
    let attachments: Vec<_> =
        feed["items"].as_array().unwrap().iter().filter_map(|item| item.get("attachments")).collect();
    let expected = serde_json::json!([{"url": format!("{SITE_URL}{arabic}"), "mime_type": "audio/mpeg",
        "size_in_bytes": 80_004, "duration_in_seconds": 11}]);
    assert_eq!(attachments, [&expected]);
}

#[test]
fn what_is_wrong_with_a_voice_is_reported() {
    for (name, bytes, rule) in [
        ("italiano-a2.ogg", ogg(600_100), "warning voice-heavy"),
        ("italiano-a2.ogg", ogg(2_000_100), "error voice-too-large"),
        ("italiano-a2.mp3", b"<html>".to_vec(), "error voice-unreadable"),
        ("italiano-a3.ogg", ogg(1_000), "error voice-stray"),
        ("italiano-a2.bn.ogg", ogg(1_000), "error voice-stray"),
        ("italiano-a2.it.ogg", ogg(1_000), ""),
    ] {
        let board = small_board();
        write(&board.path().join(FOLDER).join(name), bytes);
        let found = findings(board.path());
        let found: Vec<String> = found
            .iter()
            .map(|found| format!("{} {}", found["severity"].as_str().unwrap(), found["rule"].as_str().unwrap()))
            .collect();
        assert_eq!(found.join(","), rule, "{name}: {found:?}");
    }
    let board = small_board();
    for ending in ["ogg", "it.mp3"] {
        write(&board.path().join(FOLDER).join(format!("italiano-a2.{ending}")), ogg(1_000));
    }
    assert_eq!(findings(board.path()).len(), 1);
}
