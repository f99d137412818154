//! Themes of other cities: `tests/themes/bologna` is laid over the small board and uses every way to change the theme.

use std::path::Path;
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::support::{
    assert_no_problems, bacheca, build_once, copy_tree, findings, repository_path, small_board, write,
};

/// The small board as Bologna has it.
fn bologna() -> TempDir {
    let board = small_board();
    copy_tree(&repository_path("tests/themes/bologna"), board.path());
    board
}

/// Its site with the channel poster, built once.
fn site() -> &'static Path {
    static SITE: OnceLock<std::path::PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build_once("bologna", bologna().path(), &["--skip", "poster,card,search"]))
}

fn page(path: &str) -> String {
    std::fs::read_to_string(site().join(path)).unwrap()
}

/// Rule, file and line of each finding about the theme.
fn faults(root: &Path) -> Vec<String> {
    let text = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap_or_default().to_owned();
    let of_theme = findings(root).into_iter().filter(|found| text(found, "rule").starts_with("theme-"));
    of_theme.map(|found| format!("{} {}:{}", text(&found, "rule"), text(&found, "file"), found["line"])).collect()
}

#[test]
fn phrase_of_its_own_changes_nothing_else() {
    let home = page("index.html");
    assert!(home.contains("Adesso a Bologna"), "{home}");
    assert!(home.contains(">Archivio<"), "{home}");
    let english = page("en/index.html");
    assert!(english.contains("Now in Bologna") && english.contains(">Archive<"), "{english}");
    let arabic = page("ar/index.html");
    assert!(arabic.contains("dir=\"rtl\"") && !arabic.contains("Adesso a Bologna"), "{arabic}");
}

#[test]
fn text_that_a_language_lacks_is_that_of_the_board() {
    let albanian = page("sq/index.html");
    assert!(albanian.contains("lang=\"sq\"") && albanian.contains("Të hapura tani"), "{albanian}");
    assert!(albanian.contains(">Archivio<"), "{albanian}");
    // It is counted, and no more than that.
    assert_eq!(faults(bologna().path()), ["theme-unused themes/bologna/i18n/sq.ftl:1"]);
}

#[test]
fn blocks_of_a_base_page_are_on_every_page() {
    let mut problems = Vec::new();
    for path in [
        "index.html",
        "en/index.html",
        "o/italiano-a2/index.html",
        "aiuto/index.html",
        "archivio/index.html",
        "sportelli/index.html",
    ] {
        let page = page(path);
        let parts = ["rel=\"me\"", "Benvenute e benvenuti", "Comune di Bologna", "assets/extra.css?v="];
        let missing = parts.into_iter().filter(|part| !page.contains(part));
        // What its own page has, and the board's style sheet after all others.
        let order = page.rfind("rel=\"stylesheet\"")
            == page.find("assets/extra.css").map(|at| page[..at].rfind("rel=").unwrap());
        problems.extend(missing.map(|part| format!("{path}: {part}")));
        problems.extend((!order).then(|| format!("{path}: extra.css is not the last style sheet")));
    }
    assert!(page("o/sportello-diritti/index.html").contains("application/ld+json"));
    assert_no_problems(problems);
}

#[test]
fn accent_is_that_of_screen_icon_manifest_and_feed() {
    let style = page("assets/style.css");
    assert!(style.contains("#8A1538") && style.contains("\"Verdana\""), "{style}");
    for path in ["assets/icon.svg", "assets/feed.css", "manifest.webmanifest"] {
        assert!(page(path).contains("#8A1538"), "{path}");
    }
    assert!(page("sw.js").contains("assets/extra.css?v="));
}

#[test]
fn colour_that_is_not_read_is_refused_with_the_nearest_that_is() {
    for (lines, message, hint) in [
        ("accento = \"#FFCC00\"", "1.4", "#"),
        ("carta = \"#888888\"", "contrasto", "#"),
        ("inchiostro = \"#9a9a9a\"", "contrasto", "#"),
        ("accento_scuro = \"#8FC1F5\"", "accento_scuro", "accento"),
        ("accento = \"rosso\"", "colore", "#A3241C"),
        ("caratteri = [\"a\\\"; } b\"]", "carattere", "Titillium"),
        ("acento = \"#A3241C\"", "acento", "accento"),
    ] {
        let board = small_board();
        let path = board.path().join("site.toml");
        let before = std::fs::read_to_string(&path).unwrap();
        write(&path, format!("{before}\n[aspetto]\n{lines}\n"));
        let found = findings(board.path());
        let said = found[0]["message"].as_str().unwrap();
        assert!(said.contains(message), "{lines}: {said}");
        assert!(found[0]["hint"].as_str().unwrap_or_default().contains(hint), "{lines}: {}", found[0]);
        assert_eq!(found[0]["line"], before.lines().count() + 3, "{lines}");
    }
}

#[test]
fn file_of_the_default_theme_is_copied_once() {
    let board = bologna();
    let copied = bacheca(board.path(), &["theme", "eject", "pages/home.html"]).expect_code(0);
    assert!(copied.out.contains("themes/bologna/pages/home.html"), "{}", copied.out);
    let copy = std::fs::read(board.path().join("themes/bologna/pages/home.html")).unwrap();
    assert_eq!(copy, std::fs::read(repository_path("themes/default/pages/home.html")).unwrap());
    for (path, said) in [
        ("pages/home.html", "non lo sovrascrivo"),
        ("pages/hom.html", "pages/home.html"),
        ("home.html", "pages/home.html"),
        ("../site.toml", "theme list"),
    ] {
        let refused = bacheca(board.path(), &["theme", "eject", path]).expect_code(2);
        assert!(refused.err.contains(said), "{path}: {}", refused.err);
    }
    let list = bacheca(board.path(), &["theme", "list"]).expect_code(0).out;
    assert!(list.contains("* pages/home.html\n") && list.contains("  pages/list.html\n"), "{list}");
}

#[test]
fn what_is_wrong_with_a_theme_is_said_with_file_and_line() {
    let mut problems = Vec::new();
    for (path, text, expected) in [
        ("i18n/it.ftl", "home = Ciao\nwelcme = Ciao!\n", "theme-unused themes/bologna/i18n/it.ftl:2"),
        ("i18n/en.ftl", "home = Now\n\nhome = Here\n", "theme-unused themes/bologna/i18n/en.ftl:3"),
        ("i18n/it.ftl", "home = Ciao\npage_of = { $pagee }\n", "theme-invalid themes/bologna/i18n/it.ftl:2"),
        ("i18n/it.ftl", "home = Ciao\nhome Ciao\n", "theme-invalid themes/bologna/i18n/it.ftl:2"),
        ("i18n/it.ftl", "home = Ciao { $x\n", "theme-invalid themes/bologna/i18n/it.ftl:1"),
        ("i18n/de.ftl", "home = Jetzt\n", "theme-unused themes/bologna/i18n/de.ftl:1"),
        ("pages/itme.html", "x", "theme-unused themes/bologna/pages/itme.html:1"),
        ("message/post.md", "x", "theme-unused themes/bologna/message/post.md:1"),
        ("pages/404.html", "<p>\n{% if %}</p>\n", "theme-invalid themes/bologna/pages/404.html:2"),
        ("messages/post.md", "uno\n{{ due", "theme-invalid themes/bologna/messages/post.md:2"),
        ("poster/zone.typ", "#let a = 1\n#let zone(job = {\n", "theme-invalid themes/bologna/poster/zone.typ:2"),
    ] {
        let board = bologna();
        write(&board.path().join("themes/bologna").join(path), text);
        let found = faults(board.path());
        if !found.iter().any(|found| found == expected) {
            problems.push(format!("{path}: {expected} is not among {found:?}"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn theme_that_is_not_there_is_found_by_check() {
    let board = bologna();
    let path = board.path().join("site.toml");
    let toml = std::fs::read_to_string(&path).unwrap();
    write(&path, toml.replace("tema = \"bologna\"", "tema = \"bolgna\"").replace("\"sq\"]", "\"xx\"]"));
    assert_eq!(faults(board.path()), ["theme-invalid site.toml:13"]);
    write(&path, toml.replace("\"sq\"]", "\"xx\"]"));
    assert!(faults(board.path()).contains(&"theme-invalid site.toml:9".to_owned()), "{:?}", faults(board.path()));
}

#[test]
fn theme_that_site_toml_does_not_name_is_told() {
    let board = bologna();
    let path = board.path().join("site.toml");
    let toml = std::fs::read_to_string(&path).unwrap();
    write(&path, toml.replace("tema = \"bologna\"\n", "").replace(", \"sq\"]", "]"));
    let found = findings(board.path());
    let said = found.iter().find(|found| found["rule"] == "theme-unused").map(|found| found["message"].clone());
    assert_eq!(said, Some("la cartella themes/bologna non si usa".into()), "{found:?}");
}

#[test]
fn language_without_names_of_months_is_told() {
    let board = bologna();
    let path = board.path().join("site.toml");
    let toml = std::fs::read_to_string(&path).unwrap();
    write(&path, toml.replace("\"sq\"]", "\"al\"]"));
    std::fs::rename(board.path().join("themes/bologna/i18n/sq.ftl"), board.path().join("themes/bologna/i18n/al.ftl"))
        .unwrap();
    assert!(faults(board.path()).contains(&"theme-unused site.toml:9".to_owned()), "{:?}", faults(board.path()));
}

#[test]
fn entry_that_is_not_what_it_must_be_is_found_by_check() {
    for (before, after, line, message) in [
        ("lingue = [\"it\", \"en\", \"ar\"]", "lingue = [\"it\", \"en\", \"en\"]", 9, "c'è già"),
        ("lingue = [\"it\", \"en\", \"ar\"]", "lingue = [\"it\", \"pt-BR\"]", 9, "codice"),
        ("nome = \"Bacheca di Borgo\"", "nome = \" \"", 5, "nome"),
        ("tirocinio_minimo = 800", "tirocinio_minimo = 800\n[piano]\ngiorni = [\"martedì\"]", 22, "giorno"),
        ("tirocinio_minimo = 800", "tirocinio_minimo = 800\n[piano]\nora = \"25:00\"", 22, "ora"),
        ("tirocinio_minimo = 800", "tirocinio_minimo = 800\n[piano]\nper_settimana = 0", 22, "zero"),
        ("tirocinio_minimo = 800", "[regole.shouting]\ngravita = \"spenta\"\nmotivo = \"\"", 20, "perché"),
    ] {
        let board = small_board();
        let path = board.path().join("site.toml");
        let toml = std::fs::read_to_string(&path).unwrap();
        assert!(toml.contains(before), "{before}");
        write(&path, toml.replace(before, after));
        let found = findings(board.path());
        let said = found[0]["message"].as_str().unwrap();
        assert!(said.contains(message) && found[0]["line"] == line, "{after}: {}", found[0]);
    }
}

#[test]
fn rule_of_form_cannot_be_switched_off() {
    let board = small_board();
    let path = board.path().join("site.toml");
    let off = "[regole.yaml-syntax]\ngravita = \"spenta\"\nmotivo = \"prova\"\n";
    write(&path, std::fs::read_to_string(&path).unwrap() + "\n" + off);
    write(&board.path().join("content/opportunita/2026/rotto.md"), "---\ntipo: \"evento\ntitolo: x: y\n---\n");
    let rules: Vec<String> =
        findings(board.path()).iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect();
    assert!(
        rules.iter().any(|rule| rule == "yaml-syntax") && rules.iter().any(|rule| rule == "rule-kept"),
        "{rules:?}"
    );
}
