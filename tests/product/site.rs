//! The site of a small board with one of everything: `tests/site/board` is built and compared with
//! `tests/site/expected`; and properties of every site.

mod markup;

use std::collections::BTreeSet;

use crate::support::{
    SITE_URL, Tree, assert_no_problems, bacheca, bless, is_blessing, read_tree, repository_path, run_tool, small_board,
    small_site,
};

/// Path of the site on its host.
const SITE_ROOT: &str = "/bacheca/";

/// A page and its path.
struct Page<'p> {
    path: &'p str,
    text: &'p str,
}

impl<'p> Page<'p> {
    /// Values of every attribute `name="value"`, with entities resolved.
    fn values(&self, name: &str) -> Vec<String> {
        let before = format!(" {name}=\"");
        let found = self.text.match_indices(&before).map(|(start, _)| &self.text[start + before.len()..]);
        found.map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&").replace("&#x2F;", "/")).collect()
    }

    /// Folder of the page, ending in `/` or empty.
    fn folder(&self) -> &'p str {
        self.path.rfind('/').map_or("", |slash| &self.path[..=slash])
    }
}

fn pages(site: &Tree) -> Vec<Page<'_>> {
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| Page { path, text: std::str::from_utf8(bytes).unwrap() }).collect()
}

/// Whether a file is compared as text; images, the search index and assets are not.
fn is_text(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    // The desk repeats the same texts seven times.
    let left_out = ["ricerca/", "assets/", "redazione/"].iter().any(|folder| path.starts_with(folder))
        // The pages of all needs are made by one template.
        || (path.contains("aiuto/") && !["aiuto/index.html", "aiuto/documenti/index.html"].iter().any(|page| path.ends_with(page)))
        // So are those of all rules, whose words are in their files.
        || (path.contains("regole/") && !["regole/index.html", "regole/slug-removed/index.html"].iter().any(|page| path.ends_with(page)))
        // The forms of all kinds are made by one template from the one declaration of fields.
        || (path.contains("annuncia/") && !path.ends_with("annuncia/index.html") && path != "annuncia/evento/index.html");
    matches!(ending, "html" | "xml" | "json" | "jsonld" | "ttl" | "txt" | "svg" | "ics" | "csv")
        && (!left_out || path == "redazione/index.html")
}

#[test]
fn small_site_equals_expected_files() {
    let folder = repository_path("tests/site/expected");
    let site: Tree = read_tree(small_site()).into_iter().filter(|(path, _)| is_text(path)).collect();
    // A change of a style sheet or script would change every page.
    let home = String::from_utf8_lossy(&site["index.html"]);
    let version = home.split_once("assets/style.css?v=").and_then(|(_, rest)| rest.get(..8)).unwrap();
    let mut problems = Vec::new();
    for (path, bytes) in &site {
        let mut text = std::str::from_utf8(bytes).unwrap().replace(&format!("?v={version}"), "?v=VERSION");
        if path.ends_with("offline.json") {
            let mut list: serde_json::Value = serde_json::from_str(&text).unwrap();
            list["pages"].as_array_mut().unwrap().iter_mut().for_each(|page| page[1] = "VERSION".into());
            text = list.to_string();
        }
        problems.extend(bless(&folder.join(path), &text, "site").err());
    }
    for path in read_tree(&folder).into_keys().filter(|path| !site.contains_key(path)) {
        if is_blessing() {
            std::fs::remove_file(folder.join(&path)).unwrap();
        } else {
            problems.push(format!(
                "{path} is no longer published: if this is right, run: BLESS=1 cargo test --test product site"
            ));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn repeated_build_is_identical() {
    // Another folder, in which the board is built twice.
    let board = small_board();
    for _ in 0..2 {
        bacheca(board.path(), &["build"]).expect_code(0);
        let (first, second) = (read_tree(small_site()), read_tree(&board.path().join("public")));
        let paths: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
        assert_no_problems(
            paths
                .into_iter()
                .filter(|path| first.get(*path) != second.get(*path))
                .map(|path| format!("{path} differs"))
                .collect(),
        );
    }
    let left: BTreeSet<String> = std::fs::read_dir(board.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, BTreeSet::from([".bacheca", "content", "public", "site.toml"].map(str::to_owned)));
}

#[test]
fn open_item_has_every_output() {
    let site = read_tree(small_site());
    for file in ["index.html", "poster.pdf", "poster.png", "qr.svg", "whatsapp.txt", "event.ics", "image.jpg"] {
        assert!(site.contains_key(&format!("o/aiuto-cuoco-mensa/{file}")), "{file}");
    }
    for path in [
        "feed.xml",
        "lavoro/feed.xml",
        "feed.json",
        "eventi.ics",
        "ar/scadenze.ics",
        "dati/opportunita.json",
        "dati/opportunita.csv",
        "dati/indice.json",
        "dati/sportelli.json",
        "dati/sportelli.csv",
        "dati/hsds.json",
        "dati/sportelli.geojson",
        "dati/catalogo.jsonld",
        "dati/catalogo.ttl",
        "dati/statistiche.json",
        "numeri/index.html",
        "segui/index.html",
        "cerca/index.html",
        "ar/posso-andare/index.html",
        "ar/posso-andare/condizioni.json",
        "zone/ii/index.html",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "ricerca/it.json",
    ] {
        assert!(site.contains_key(path), "{path}");
    }
}

/// Text of a file; files of the search index are decompressed.
fn readable_text(path: &str, bytes: &[u8]) -> String {
    let packed = bytes.starts_with(&[0x1f, 0x8b]);
    let bytes = if packed {
        run_tool("gzip", "gzip", &["-dc", small_site().join(path).to_str().unwrap()])
    } else {
        bytes.to_vec()
    };
    String::from_utf8_lossy(&bytes).to_lowercase()
}

/// Paths of the files whose name or text contains a word.
fn places_of_word(word: &str) -> Vec<String> {
    let site = read_tree(small_site());
    assert!(
        site.iter().any(
            |(path, bytes)| path.starts_with("ricerca/it/words-") && readable_text(path, bytes).contains("verdure")
        ),
        "the index can be read"
    );
    let found = site.iter().filter(|(path, bytes)| path.contains(word) || readable_text(path, bytes).contains(word));
    found.map(|(path, _)| format!("«{word}» is in {path}")).collect()
}

#[test]
fn board_describes_itself_wherever_it_is_introduced() {
    let site = read_tree(small_site());
    let config = std::fs::read_to_string(repository_path("tests/site/board/site.toml")).unwrap();
    let own = config.lines().find_map(|line| line.strip_prefix("descrizione = \"")).unwrap().trim_end_matches('"');
    let json = |path: &str| serde_json::from_slice::<serde_json::Value>(&site[path]).unwrap();
    let home = String::from_utf8_lossy(&site["index.html"]);
    for place in ["<meta name=\"description\" content", "<meta property=\"og:description\" content"] {
        assert!(home.contains(&format!("{place}=\"{own}\">")), "{place}");
    }
    assert!(home.contains(&format!("<p class=\"lead\">{own}</p>")));
    assert_eq!(
        (&json("manifest.webmanifest")["description"], &json("feed.json")["description"]),
        (&own.into(), &own.into())
    );
    assert!(String::from_utf8_lossy(&site["feed.xml"]).contains(&format!("<description>{own}</description>")));
    // In another language its words would be foreign ones.
    for path in ["ar/index.html", "ar/manifest.webmanifest", "ar/feed.json", "ar/feed.xml"] {
        assert!(!String::from_utf8_lossy(&site[path]).contains(own), "{path}");
    }
}

#[test]
fn draft_is_not_published() {
    assert_no_problems([places_of_word("ornitorinc"), places_of_word("contributo-affitto")].concat());
}

#[test]
fn withdrawn_item_keeps_only_its_address() {
    let site = read_tree(small_site());
    for language in ["", "en/", "ar/"] {
        assert!(site.contains_key(&format!("{language}o/spostamento-sportello/index.html")), "{language}");
    }
    assert_no_problems([places_of_word("rinoceronte"), places_of_word("si sposta")].concat());
    let below: Vec<&String> = site.keys().filter(|path| path.starts_with("o/spostamento-sportello/")).collect();
    assert_eq!(below, ["o/spostamento-sportello/index.html"], "no picture, no poster, no message");
    // No list leads to it; the data keep its address.
    let naming = site
        .iter()
        .filter(|(path, bytes)| is_text(path) && String::from_utf8_lossy(bytes).contains("spostamento-sportello"));
    let naming: Vec<&str> =
        naming.map(|(path, _)| path.as_str()).filter(|path| !path.contains("o/spostamento")).collect();
    let year = ["dati/2026/opportunita.csv", "dati/2026/opportunita.json"];
    assert_eq!(naming, [year[0], year[1], "dati/opportunita.csv", "dati/opportunita.json"]);
}

#[test]
fn withdrawn_item_is_neither_posted_nor_printed() {
    let board = small_board();
    for command in ["post", "poster"] {
        let error = bacheca(board.path(), &[command, "spostamento-sportello"]).expect_code(2).err;
        assert!(error.contains("è stato ritirato"), "{error}");
    }
}

/// Resolves a relative link from a folder of the site; `None` if it leads out of the site.
fn resolve(folder: &str, link: &str) -> Option<String> {
    let link = link.split(['?', '#']).next()?;
    if link.starts_with('/') || link.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/').take(link.split('/').count() - 1) {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let name = link.rsplit('/').next().filter(|name| !matches!(*name, "." | ".."));
    parts.push(name.unwrap_or_default());
    Some(parts.join("/"))
}

#[test]
fn alias_redirects_to_its_item_in_every_language() {
    let site = read_tree(small_site());
    for language in ["", "en/", "ar/"] {
        let page = &site[&format!("{language}o/cuoco-mensa/index.html")];
        let page = std::str::from_utf8(page).unwrap();
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{page}");
        assert!(page.contains("content=\"0; url=../aiuto-cuoco-mensa/\""), "{page}");
        assert!(page.contains(&format!("href=\"{SITE_URL}{language}o/aiuto-cuoco-mensa/\"")), "{page}");
    }
}

#[test]
fn archived_item_has_pages_only_in_written_languages() {
    let site = read_tree(small_site());
    assert!(site.contains_key("o/porte-aperte/index.html"));
    assert!(!site.contains_key("en/o/porte-aperte/index.html"));
    for file in ["poster.pdf", "qr.svg", "whatsapp.txt"] {
        assert!(!site.contains_key(&format!("o/porte-aperte/{file}")), "{file}");
    }
}

#[test]
fn untranslated_page_is_not_indexed() {
    let site = read_tree(small_site());
    let noindex =
        |path: &str| std::str::from_utf8(&site[path]).unwrap().contains("<meta name=\"robots\" content=\"noindex\">");
    assert!(!noindex("o/aiuto-cuoco-mensa/index.html") && noindex("en/o/aiuto-cuoco-mensa/index.html"));
    assert!(!noindex("en/o/italiano-a2/index.html") && !noindex("ar/o/italiano-a2/index.html"));
    let page = std::str::from_utf8(&site["o/aiuto-cuoco-mensa/index.html"]).unwrap();
    assert!(
        !page.contains(&format!("hreflang=\"en\" href=\"{SITE_URL}en/o/")),
        "an untranslated page stands in hreflang"
    );
}

#[test]
fn example_is_marked_in_every_output() {
    let site = read_tree(small_site());
    let text = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    for (path, word) in [
        ("o/italiano-a2/index.html", "Esempio"),
        ("en/o/italiano-a2/index.html", "Example"),
        ("index.html", "Esempio"),
        ("formazione/index.html", "Esempio"),
        ("feed.xml", "[Esempio]"),
        ("feed.json", "[Esempio]"),
        ("eventi.ics", "[Esempio]"),
        ("en/o/italiano-a2/event.ics", "[Example]"),
        ("dati/opportunita.csv", ";\"sì\";"),
        ("o/italiano-a2/whatsapp.txt", "[ESEMPIO]"),
        ("en/o/italiano-a2/whatsapp.txt", "[EXAMPLE]"),
        ("dati/opportunita.json", "\"esempio\":true"),
    ] {
        assert!(text(path).contains(word), "{path} does not say {word}");
    }
}

#[test]
fn examples_can_be_left_out_by_configuration() {
    let board = small_board();
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    std::fs::write(&site, text.replace("fuso =", "esempi = false\nfuso =")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let found = site.iter().filter(|(path, bytes)| {
        let of_rules = path.contains("regole/");
        path.contains("italiano-a2")
            || (is_text(path) && !of_rules && String::from_utf8_lossy(bytes).contains("italiano-a2"))
    });
    assert_no_problems(found.map(|(path, _)| path.clone()).collect());
}

#[test]
fn published_photo_has_no_metadata() {
    let original =
        std::fs::read(repository_path("tests/site/board/content/opportunita/2026/aiuto-cuoco-mensa.jpg")).unwrap();
    let holds = |bytes: &[u8]| bytes.windows(9).any(|part| part == b"casa mia:");
    assert!(holds(&original), "the picture of the board must hold a remark");
    let published = &read_tree(small_site())["o/aiuto-cuoco-mensa/image.jpg"];
    assert!(!holds(published), "the remark is published");
    let (before, after) = (image::load_from_memory(&original).unwrap(), image::load_from_memory(published).unwrap());
    // The original is rotated by its metadata.
    assert_eq!((before.width(), before.height()), (after.height(), after.width()));
}

#[test]
fn build_removes_outdated_files() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(board.path().join("public/o/sportello-diritti/index.html").exists());
    std::fs::remove_file(board.path().join("content/opportunita/2026/sportello-diritti.md")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(!board.path().join("public/o/sportello-diritti").exists());
    assert!(board.path().join("public/o/aiuto-cuoco-mensa/index.html").exists());
}
