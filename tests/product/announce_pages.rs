//! The pages on which partners announce, without what their script does: forms as data, links, policy, weight, paper.

use std::collections::BTreeSet;
use std::process::Command;

use bacheca::form::FormSubject;
use rayon::prelude::*;
use serde_json::Value as Json;

use crate::support::webdriver::serve;
use crate::support::{
    POPPLER, SITE_URL, Tree, assert_no_problems, bacheca, read_tree, real_site, run_tool, small_board, small_site,
    write,
};

/// Most bytes of a form's page, compressed.
const MAX_FORM_BYTES: usize = 40 * 1024;

/// Paths of the forms of all kinds in both languages.
fn form_paths() -> Vec<String> {
    let keys = FormSubject::all().map(FormSubject::key);
    keys.flat_map(|key| ["", "en/"].map(|root| format!("{root}annuncia/{key}/index.html"))).collect()
}

fn text_of<'s>(site: &'s Tree, path: &str) -> &'s str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

/// The data of a page's script by id.
fn page_data(page: &str, id: &str) -> Json {
    let (_, rest) = page.split_once(&format!("<script type=\"application/json\" id=\"{id}\">")).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn every_kind_has_a_form_in_italian_and_english() {
    let site = read_tree(small_site());
    for path in form_paths() {
        let page = text_of(&site, &path);
        let language = if path.starts_with("en/") { "en" } else { "it" };
        let kind = path.rsplit('/').nth(1).unwrap();
        assert!(
            page.contains(&format!("id=\"announce\" hidden data-kind=\"{kind}\" data-lang=\"{language}\"")),
            "{path}"
        );
        let form = page_data(page, "form");
        assert_eq!(form["kind"], kind);
        let asked: Vec<&str> = form["groups"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|group| group["fields"].as_array().unwrap())
            .map(|field| field["key"].as_str().unwrap())
            .collect();
        let (name, least) = if kind == "ente" { ("nome", 6) } else { ("titolo", 10) };
        assert!(asked.contains(&name) && asked.len() > least, "{path}: {asked:?}");
        // Without the script, every question is there to be printed, but for the one that the editors answer.
        let on_paper = asked.iter().filter(|key| **key != "facile").count();
        let (_, sheet) = page.split_once("class=\"questionnaire\"").unwrap();
        assert_eq!(sheet.matches("<li class=\"ask\">").count(), on_paper + 1, "{path}: all fields, and the text");
    }
}

#[test]
fn words_of_the_form_are_complete_in_both_languages() {
    let site = read_tree(small_site());
    let words = |path: &str| page_data(text_of(&site, path), "words");
    let (italian, english) = (words("annuncia/index.html"), words("en/annuncia/index.html"));
    let (italian, english) = (italian.as_object().unwrap(), english.as_object().unwrap());
    assert!(italian.len() > 100 && italian.keys().eq(english.keys()));
    let names = |text: &Json| -> BTreeSet<String> {
        let parts = text.as_str().unwrap().split('{').skip(1);
        parts.map(|part| part.split('}').next().unwrap().to_owned()).collect()
    };
    let mut problems = Vec::new();
    for (key, text) in italian {
        if text.as_str().unwrap().is_empty() || names(text) != names(&english[key]) {
            problems.push(format!("{key}: «{text}», «{}»", english[key]));
        }
    }
    // The script asks for no word that is not there.
    for (path, bytes) in site.iter().filter(|(path, _)| path.starts_with("assets/announce/")) {
        let script = std::str::from_utf8(bytes).unwrap();
        for asked in script.split("word(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if !italian.contains_key(asked) {
                problems.push(format!("{path}: there is no word «{asked}»"));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn other_languages_lead_to_the_form() {
    let site = read_tree(small_site());
    let page = text_of(&site, "ar/annuncia/index.html");
    for (link, language) in [("../../annuncia/", "it"), ("../../en/annuncia/", "en")] {
        assert!(page.contains(&format!("href=\"{link}\" lang=\"{language}\"")), "{link}: {page}");
    }
    let forms = site.keys().filter(|path| path.starts_with("ar/annuncia/"));
    assert_eq!(forms.collect::<Vec<_>>(), ["ar/annuncia/index.html"]);
}

#[test]
fn board_in_another_language_has_the_form_in_italian() {
    let board = small_board();
    let config = board.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    let text = text.replace("lingua = \"it\"", "lingua = \"fr\"");
    write(&config, text.replace("lingue = [\"it\", \"en\", \"ar\"]", "lingue = [\"fr\", \"en\", \"ar\"]"));
    bacheca(board.path(), &["build", "--skip", "search,poster,card,print"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let page = text_of(&site, "annuncia/lavoro/index.html");
    assert!(page.contains("<html lang=\"fr\"") && page.contains("<div class=\"announce kind-lavoro\" lang=\"it\">"));
    assert!(!site.contains_key("ar/annuncia/lavoro/index.html"));
}

#[test]
fn board_without_contacts_says_its_own_address() {
    let board = small_board();
    let config = board.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    let without = text.lines().filter(|line| !line.starts_with("email") && !line.starts_with("telefono"));
    write(&config, without.collect::<Vec<_>>().join("\n"));
    bacheca(board.path(), &["build", "--skip", "search,poster,card,print"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    for page in ["annuncia/index.html", "annuncia/evento/index.html"] {
        let (_, ways) = text_of(&site, page).split_once("<dl class=\"send-to\">").unwrap();
        let (ways, _) = ways.split_once("</dl>").unwrap();
        assert!(ways.contains(SITE_URL) && !ways.contains("mailto:"), "{page}: {ways}");
    }
}

#[test]
fn module_may_run_only_on_pages_that_have_one() {
    let site = read_tree(small_site());
    let allowed: BTreeSet<&str> = site
        .iter()
        .filter(|(path, bytes)| path.ends_with(".html") && String::from_utf8_lossy(bytes).contains("wasm-unsafe-eval"))
        .map(|(path, _)| path.as_str())
        .collect();
    let forms = form_paths();
    let mut expected: BTreeSet<&str> = forms.iter().map(String::as_str).collect();
    expected.extend(["annuncia/index.html", "en/annuncia/index.html"]);
    assert_eq!(allowed, expected);
}

#[test]
fn form_page_is_below_40_kb() {
    let site = read_tree(real_site());
    let compressed = |path: &String| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, &site[path]).unwrap();
        (path.clone(), encoder.finish().unwrap().len())
    };
    let heavy = form_paths().iter().map(compressed).filter(|(_, weight)| *weight > MAX_FORM_BYTES).collect::<Vec<_>>();
    assert!(heavy.is_empty(), "{heavy:?}");
}

#[test]
fn item_leads_to_the_form_that_corrects_it() {
    let site = read_tree(small_site());
    let link = |target: &str| format!("<a href=\"{target}annuncia/lavoro/?da=aiuto-cuoco-mensa\">");
    for (path, target) in [("", "../../"), ("en/", "../../../en/"), ("ar/", "../../../")] {
        let page = text_of(&site, &format!("{path}o/aiuto-cuoco-mensa/index.html")).to_owned();
        assert!(page.contains(&link(target)), "{path}: no {}", link(target));
    }
    assert!(!text_of(&site, "o/spostamento-sportello/index.html").contains("?da="), "it was withdrawn");
    // From everywhere one comes to the choice of a kind.
    for (path, link) in [
        ("index.html", "./annuncia/"),
        ("en/archivio/index.html", "../../en/annuncia/"),
        ("ar/index.html", "../ar/annuncia/"),
    ] {
        assert!(text_of(&site, path).contains(&format!("<a href=\"{link}\">")), "{path}");
    }
}

#[test]
fn modules_are_published_at_addresses_that_change_with_them() {
    assert!(text_of(&read_tree(small_site()), "annuncia/evento/index.html").contains("data-module=\"\""));
    let board = small_board();
    let mut addresses = BTreeSet::new();
    let modules = [("bacheca", "data-module"), ("anteprima", "data-preview")];
    for bytes in ["one", "another"] {
        for (name, _) in modules {
            write(&board.path().join(format!("static/annuncia/{name}.wasm")), [name, bytes].concat());
        }
        bacheca(board.path(), &["build", "--skip", "search,poster,card,print"]).expect_code(0);
        let site = read_tree(&board.path().join("public"));
        let page = text_of(&site, "en/annuncia/evento/index.html");
        for (name, attribute) in modules {
            assert_eq!(site[format!("annuncia/{name}.wasm").as_str()], [name, bytes].concat().into_bytes());
            let link = format!("{attribute}=\"../../../annuncia/{name}.wasm?v=");
            let (_, rest) = page.split_once(&link).unwrap();
            addresses.insert(rest[..8].to_owned());
        }
    }
    assert_eq!(addresses.len(), 4);
}

/// Prints each form on A4, as a browser does that has run its scripts.
#[test]
fn questionnaire_prints_on_two_sheets() {
    let address = serve(real_site());
    let folder = tempfile::TempDir::new().unwrap();
    let problems = form_paths().into_par_iter().filter_map(|path| {
        let name = path.replace('/', "-");
        let file = folder.path().join(&name).with_extension("pdf");
        let output = Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .arg(format!("--user-data-dir={}", folder.path().join(format!("{name}-profile")).display()))
            .arg(format!("--print-to-pdf={}", file.display()))
            .arg(format!("{address}/{}", path.trim_end_matches("index.html")))
            .output()
            .unwrap_or_else(|error| panic!("chromium: {error}; run: apt-get install chromium"));
        assert!(file.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
        let about = String::from_utf8(run_tool("pdfinfo", POPPLER, &[file.to_str().unwrap()])).unwrap();
        let value = |key: &str| about.lines().find_map(|line| Some(line.strip_prefix(key)?.trim().to_owned())).unwrap();
        let (pages, size) = (value("Pages:").parse::<u32>().unwrap(), value("Page size:"));
        let text = String::from_utf8(run_tool("pdftotext", POPPLER, &[file.to_str().unwrap(), "-"])).unwrap();
        let complete = text.contains("spaziocomuneroma@programmaintegra.it") && text.contains("+39 351 592 7691");
        (pages > 2 || !size.contains("A4") || !complete).then(|| format!("{path}: {pages} pages of {size}, {complete}"))
    });
    assert_no_problems(problems.collect());
}
