//! The site of a small board with one of everything: `tests/site/board`, built, is
//! `tests/site/expected`; and what holds for every site.

use std::collections::BTreeSet;

use crate::support::{ADDRESS, Tree, bacheca, bless, blessing, none, repository, small_board, small_site, tool, tree};

/// Where its site starts on its host.
const ROOT: &str = "/bacheca/";

/// A page as these tests read it: the values of its attributes, in order.
struct Page<'p> {
    path: &'p str,
    text: &'p str,
}

impl<'p> Page<'p> {
    /// Every `name="value"` of the page: values whole, entities read.
    fn values(&self, name: &str) -> Vec<String> {
        let before = format!(" {name}=\"");
        let found = self.text.match_indices(&before).map(|(start, _)| &self.text[start + before.len()..]);
        found.map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&").replace("&#x2F;", "/")).collect()
    }

    /// The folder of the page, ending in `/` or empty.
    fn folder(&self) -> &'p str {
        self.path.rfind('/').map_or("", |slash| &self.path[..=slash])
    }
}

fn pages(site: &Tree) -> Vec<Page<'_>> {
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| Page { path, text: std::str::from_utf8(bytes).unwrap() }).collect()
}

/// Whether a person can review a file: what is drawn, indexed or styled is left out.
fn is_text(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    // The desk has the same texts again, seven times.
    let left_out = ["pagefind/", "assets/", "redazione/"].iter().any(|folder| path.starts_with(folder));
    matches!(ending, "html" | "xml" | "json" | "jsonld" | "txt" | "svg" | "ics" | "csv")
        && (!left_out || path == "redazione/index.html")
}

#[test]
fn the_site_is_as_expected() {
    let folder = repository("tests/site/expected");
    let site: Tree = tree(small_site()).into_iter().filter(|(path, _)| is_text(path)).collect();
    let mut problems = Vec::new();
    for (path, bytes) in &site {
        problems.extend(bless(&folder.join(path), std::str::from_utf8(bytes).unwrap(), "site").err());
    }
    for path in tree(&folder).into_keys().filter(|path| !site.contains_key(path)) {
        if blessing() {
            std::fs::remove_file(folder.join(&path)).unwrap();
        } else {
            problems.push(format!(
                "{path} is no longer published: if this is right, run: BLESS=1 cargo test --test product site"
            ));
        }
    }
    none(problems);
}

#[test]
fn two_builds_give_the_same_bytes() {
    // Another folder, in which the board is built twice over.
    let board = small_board();
    for _ in 0..2 {
        bacheca(board.path(), &["build"]).ends(0);
        let (first, second) = (tree(small_site()), tree(&board.path().join("public")));
        let paths: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
        none(
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
fn every_output_of_an_open_item_is_there() {
    let site = tree(small_site());
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
        "dati/catalogo.jsonld",
        "segui/index.html",
        "cerca/index.html",
        "zone/ii/index.html",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "pagefind/pagefind.js",
    ] {
        assert!(site.contains_key(path), "{path}");
    }
}

/// Every file as text: the search's index is packed.
fn words(path: &str, bytes: &[u8]) -> String {
    let packed = bytes.starts_with(&[0x1f, 0x8b]);
    let bytes =
        if packed { tool("gzip", "gzip", &["-dc", small_site().join(path).to_str().unwrap()]) } else { bytes.to_vec() };
    String::from_utf8_lossy(&bytes).to_lowercase()
}

/// Where a word stands in the site: in a name or in a text.
fn found(word: &str) -> Vec<String> {
    let site = tree(small_site());
    assert!(
        site.iter()
            .any(|(path, bytes)| path.starts_with("pagefind/fragment/") && words(path, bytes).contains("verdure")),
        "the index can be read"
    );
    let found = site.iter().filter(|(path, bytes)| path.contains(word) || words(path, bytes).contains(word));
    found.map(|(path, _)| format!("«{word}» is in {path}")).collect()
}

#[test]
fn a_draft_appears_nowhere() {
    none([found("ornitorinc"), found("contributo-affitto")].concat());
}

#[test]
fn a_withdrawn_item_keeps_its_address_and_nothing_else() {
    let site = tree(small_site());
    for language in ["", "en/", "ar/"] {
        assert!(site.contains_key(&format!("{language}o/spostamento-sportello/index.html")), "{language}");
    }
    none(found("rinoceronte"));
}

#[test]
fn every_link_leads_to_a_file_of_the_site() {
    let site = tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let refreshes =
            page.values("content").into_iter().filter_map(|value| Some(value.split_once("; url=")?.1.to_owned()));
        let links = page.values("href").into_iter().chain(page.values("src")).chain(refreshes);
        for link in links {
            let outside = ["https://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme));
            // The page for what is not there is shown at any depth: its links start at the root.
            let from_root = (page.path == "404.html").then(|| link.strip_prefix(ROOT)).flatten();
            let own = link.strip_prefix(ADDRESS).or(from_root);
            if link.starts_with('#') || (outside && own.is_none()) {
                continue;
            }
            let target = match own {
                Some(below) => resolve("", below),
                None => resolve(page.folder(), &link),
            };
            let file = target
                .map(|target| if target.is_empty() || target.ends_with('/') { target + "index.html" } else { target });
            if file.as_ref().is_none_or(|file| !site.contains_key(file)) {
                problems.push(format!("{}: «{link}» leads nowhere", page.path));
            }
        }
    }
    none(problems);
}

/// A relative link, from a folder of the site; `None` if it leads out of it.
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
fn nothing_is_loaded_from_elsewhere() {
    let site = tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let address = |value: &str| value.contains("://") || value.starts_with("//");
        let sources = page.values("src").into_iter().chain(page.values("srcset")).chain(page.values("action"));
        problems.extend(sources.filter(|value| address(value)).map(|value| format!("{}: {value}", page.path)));
        for (start, _) in page.text.match_indices("<link ") {
            let link = page.text[start..].split('>').next().unwrap();
            let loads = ["stylesheet", "icon", "preload", "modulepreload", "manifest"]
                .iter()
                .any(|kind| link.contains(&format!("rel=\"{kind}")));
            let target = link.split("href=\"").nth(1).unwrap_or_default();
            if loads && address(target) {
                problems.push(format!("{}: {link}", page.path));
            }
        }
    }
    for (path, bytes) in site.iter().filter(|(path, _)| path.starts_with("assets/") && path.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes);
        problems.extend(
            ["url(http", "url(//", "url(\"http", "@import"]
                .iter()
                .filter(|part| text.contains(*part))
                .map(|part| format!("{path}: {part}")),
        );
    }
    // The names of namespaces are no addresses that anybody loads, nor are the examples of rules.
    let name = |line: &str| line.contains("xmlns") || line.contains("http://www.w3.org/") || line.starts_with("pre ");
    for (path, bytes) in site.iter().filter(|(path, _)| is_text(path)) {
        let text = String::from_utf8_lossy(bytes);
        problems.extend(
            text.split('<').filter(|tag| tag.contains("http://") && !name(tag)).map(|tag| format!("{path}: {tag}")),
        );
    }
    none(problems);
}

#[test]
fn every_page_says_its_language_and_direction() {
    let site = tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let (lang, dir) = match page.path.split('/').next() {
            Some("ar") => ("ar", "rtl"),
            Some("en") => ("en", "ltr"),
            _ => ("it", "ltr"),
        };
        if !page.text.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\"")) {
            problems.push(format!("{}: no <html lang=\"{lang}\" dir=\"{dir}\">", page.path));
        }
    }
    none(problems);
}

#[test]
fn every_page_has_one_title_of_each_sort_and_a_strict_policy() {
    let site = tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let alias = page.text.contains("http-equiv=\"refresh\"");
        let times = |part: &str| page.text.matches(part).count();
        if times("<title>") != 1 || (!alias && times("<h1") != 1) {
            problems.push(format!("{}: {} <title>, {} <h1>", page.path, times("<title>"), times("<h1")));
        }
        if !alias
            && (times("default-src 'none'") != 1
                || page.text.contains("unsafe-inline")
                || page.text.contains("'unsafe-eval'"))
        {
            problems.push(format!("{}: its content security policy is not strict", page.path));
        }
        let handler = page
            .text
            .split('<')
            .any(|tag| tag.split('>').next().is_some_and(|tag| tag.contains(" onclick=") || tag.contains(" style=\"")));
        if handler || times("<style") > 0 {
            problems.push(format!("{}: the policy forbids what is written inline", page.path));
        }
    }
    none(problems);
}

#[test]
fn an_alias_leads_to_its_item_in_every_language() {
    let site = tree(small_site());
    for language in ["", "en/", "ar/"] {
        let page = &site[&format!("{language}o/cuoco-mensa/index.html")];
        let page = std::str::from_utf8(page).unwrap();
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{page}");
        assert!(page.contains("content=\"0; url=../aiuto-cuoco-mensa/\""), "{page}");
        assert!(page.contains(&format!("href=\"{ADDRESS}{language}o/aiuto-cuoco-mensa/\"")), "{page}");
    }
}

#[test]
fn an_archived_item_has_pages_only_where_somebody_wrote_them() {
    let site = tree(small_site());
    assert!(site.contains_key("o/porte-aperte/index.html"));
    assert!(!site.contains_key("en/o/porte-aperte/index.html"));
    for file in ["poster.pdf", "qr.svg", "whatsapp.txt"] {
        assert!(!site.contains_key(&format!("o/porte-aperte/{file}")), "{file}");
    }
}

#[test]
fn what_nobody_translated_is_kept_from_search_engines() {
    let site = tree(small_site());
    let noindex =
        |path: &str| std::str::from_utf8(&site[path]).unwrap().contains("<meta name=\"robots\" content=\"noindex\">");
    assert!(!noindex("o/aiuto-cuoco-mensa/index.html") && noindex("en/o/aiuto-cuoco-mensa/index.html"));
    assert!(!noindex("en/o/italiano-a2/index.html") && !noindex("ar/o/italiano-a2/index.html"));
    let page = std::str::from_utf8(&site["o/aiuto-cuoco-mensa/index.html"]).unwrap();
    assert!(
        !page.contains(&format!("hreflang=\"en\" href=\"{ADDRESS}en/o/")),
        "an untranslated page stands in hreflang"
    );
}

#[test]
fn an_example_says_so_everywhere() {
    let site = tree(small_site());
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
        ("dati/opportunita.csv", ",sì,"),
        ("o/italiano-a2/whatsapp.txt", "[ESEMPIO]"),
        ("en/o/italiano-a2/whatsapp.txt", "[EXAMPLE]"),
        ("dati/opportunita.json", "\"esempio\":true"),
    ] {
        assert!(text(path).contains(word), "{path} does not say {word}");
    }
}

#[test]
fn examples_can_be_left_out() {
    let board = small_board();
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    std::fs::write(&site, text.replace("fuso =", "esempi = false\nfuso =")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print"]).ends(0);
    let site = tree(&board.path().join("public"));
    let found = site.iter().filter(|(path, bytes)| {
        let of_rules = path.ends_with("regole/index.html");
        path.contains("italiano-a2")
            || (is_text(path) && !of_rules && String::from_utf8_lossy(bytes).contains("italiano-a2"))
    });
    none(found.map(|(path, _)| path.clone()).collect());
}

#[test]
fn a_picture_carries_nothing_but_itself() {
    let original =
        std::fs::read(repository("tests/site/board/content/opportunita/2026/aiuto-cuoco-mensa.jpg")).unwrap();
    let holds = |bytes: &[u8]| bytes.windows(9).any(|part| part == b"casa mia:");
    assert!(holds(&original), "the picture of the board must hold a remark");
    let published = &tree(small_site())["o/aiuto-cuoco-mensa/image.jpg"];
    assert!(!holds(published), "the remark is published");
    let (before, after) = (image::load_from_memory(&original).unwrap(), image::load_from_memory(published).unwrap());
    // Its metadata say that it lies on its side.
    assert_eq!((before.width(), before.height()), (after.height(), after.width()));
}

#[test]
fn a_build_removes_what_is_gone_and_keeps_nothing_old() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).ends(0);
    assert!(board.path().join("public/o/sportello-diritti/index.html").exists());
    std::fs::remove_file(board.path().join("content/opportunita/2026/sportello-diritti.md")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).ends(0);
    assert!(!board.path().join("public/o/sportello-diritti").exists());
    assert!(board.path().join("public/o/aiuto-cuoco-mensa/index.html").exists());
}
