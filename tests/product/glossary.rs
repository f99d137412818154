//! The glossary and announcements in easy words.

use std::collections::BTreeMap;

use crate::support::{bacheca, read_tree, repository_path, small_board, write};

const GLOSSARY: &str = "termine;altre_forme;resta_italiano;spiegazione;en;spiegazione_en\n\
    ISEE;;sì;Il foglio che dice quanti soldi hai.;income paper;The paper that says how much money you have.\n\
    permesso di soggiorno;;;\"Il documento; serve per vivere qui.\";residence permit;The document to live here.\n";

/// A board with a glossary and an announcement in easy words, built.
fn built_board() -> (tempfile::TempDir, BTreeMap<String, Vec<u8>>) {
    let board = small_board();
    write(&board.path().join("content/glossario.csv"), GLOSSARY);
    let item = std::fs::read_to_string(repository_path("tests/examples/formazione.md")).unwrap();
    let easy = "facile:\n  - Impari l'italiano.\n  - Porta l'ISEE e il permesso di soggiorno.\n";
    let item = item.replace("ente: ponte\n", &format!("{easy}ente: ponte\n"));
    write(&board.path().join("content/opportunita/2026/corso-facile.md"), item);
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    (board, site)
}

fn page(site: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = site.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn glossary_is_a_page_in_each_language_that_it_has() {
    let (board, site) = built_board();
    let own = page(&site, "parole/index.html");
    assert!(own.contains("<h2 id=\"isee\">ISEE</h2>") && own.contains("Il foglio che dice quanti soldi hai."), "{own}");
    let english = page(&site, "en/parole/index.html");
    assert!(english.contains("<h2 id=\"permesso-di-soggiorno\"><bdi lang=\"it\">permesso di soggiorno</bdi></h2>"));
    assert!(english.contains("<strong>residence permit</strong>") && english.contains("The document to live here."));
    assert!(!site.contains_key("ar/parole/index.html"));
    assert!(page(&site, "en/index.html").contains("parole/\"") && !page(&site, "ar/index.html").contains("parole/"));
    let table = page(&site, "dati/glossario.csv");
    assert!(
        table.contains(
            "\"permesso di soggiorno\";\"\";\"\";\"Il documento; serve per vivere qui.\";\"residence permit\""
        ),
        "{table}"
    );
    assert!(page(&site, "dati/catalogo.jsonld").contains("dati/glossario.csv"));
    // Without a glossary nothing leads to it.
    std::fs::remove_file(board.path().join("content/glossario.csv")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert!(!site.keys().any(|path| path.contains("parole/") || path.contains("glossario")));
    assert!(!page(&site, "index.html").contains("parole/"));
}

#[test]
fn easy_words_come_first_and_lead_to_what_hard_words_mean() {
    let (_board, site) = built_board();
    let own = page(&site, "o/corso-facile/index.html");
    let line = "<li>Porta l'<a href=\"../../parole/#isee\">ISEE</a> e il <a href=\"../../parole/#permesso-di-soggiorno\">permesso di soggiorno</a>.</li>";
    assert!(own.contains(line), "{own}");
    assert!(own.find(line) < own.find("p-summary lead\""), "{own}");
    // Nobody has translated it: its readers get the easy words, explained in their language.
    let english = page(&site, "en/o/corso-facile/index.html");
    assert!(
        english.contains("<a href=\"../../../en/parole/#isee\">") && english.contains("<h2>In easy Italian</h2>"),
        "{english}"
    );
    let arabic = page(&site, "ar/o/corso-facile/index.html");
    assert!(arabic.contains("<a href=\"../../../parole/#isee\">"), "{arabic}");
    let list = page(&site, "facile/index.html");
    assert!(list.contains("href=\"../o/corso-facile/\"") && list.contains("<a href=\"../parole/#isee\">"), "{list}");
    assert!(page(&site, "dati/opportunita.json").contains("\"facile\":[\"Impari l'italiano.\""));
}

#[test]
fn desk_shows_what_is_left_to_translate() {
    let (_board, site) = built_board();
    let desk = page(&site, "redazione/traduzioni/index.html");
    assert!(desk.contains("bacheca translate --po en") && desk.contains("o/corso-facile/"), "{desk}");
    assert!(desk.contains("noindex"), "{desk}");
}
