//! The command `translate`: the file to fill in, and changes of the original since.

use crate::support::{bacheca, commit, repository_of_board, write};

#[test]
fn translate_creates_and_updates_a_translation() {
    let board = repository_of_board();
    let translate =
        |arguments: &[&str], code| bacheca(board.path(), &[&["translate"], arguments].concat()).expect_code(code);
    let form = translate(&["aiuto-cuoco-mensa", "en"], 0).out;
    assert!(form.starts_with("---\n# ") && form.contains("\ntitolo: \"\"\n"), "{form}");
    let written = translate(&["aiuto-cuoco-mensa", "en", "--write"], 0).out;
    let path = written.split(':').next().unwrap().to_owned();
    let file = board.path().join(&path);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), form);
    // It is not published before it has a title, and says who translated it, a person or a program.
    assert!(form.contains("\nmodo: \"\"\n"), "{form}");
    assert!(bacheca(board.path(), &["check", &path]).expect_code(0).out.contains("translation-unfinished"));
    let filled = form
        .replace("titolo: \"\"", "titolo: Kitchen hand")
        .replace("sintesi: \"\"", "sintesi: Six months in a kitchen.")
        .replace("modo: \"\"", "modo: umana");
    write(&file, filled);
    bacheca(board.path(), &["check", "--strict", &path]).expect_code(0);
    assert!(translate(&["aiuto-cuoco-mensa", "en"], 0).out.contains("aggiornata"));
    commit(board.path());
    // After a change of the original, only the changes and the new line are shown.
    let original = board.path().join(path.replace(".en.md", ".md"));
    let text = std::fs::read_to_string(&original).unwrap();
    write(&original, format!("{text}\nPorta un grembiule.\n"));
    let changed = translate(&["aiuto-cuoco-mensa", "en"], 0).out;
    assert!(changed.contains("+Porta un grembiule.") && changed.contains("originale: \""), "{changed}");
    assert!(changed.lines().filter(|line| line.starts_with('-') && !line.starts_with("---")).count() == 0, "{changed}");
    let version = changed.rsplit("originale: ").next().unwrap().trim();
    assert!(bacheca(board.path(), &["check", "--lang", "en"]).expect_code(0).out.contains(version.trim_matches('"')));
}

#[test]
fn translate_accepts_pages_and_explains_wrong_arguments() {
    let board = repository_of_board();
    let translate = |name: &str, lang: &str| bacheca(board.path(), &["translate", name, lang]);
    assert!(translate("chi-siamo", "ar").expect_code(0).out.contains("originale: \""));
    assert!(translate("aiuto-cuoco", "en").expect_code(2).err.contains("«aiuto-cuoco-mensa»"));
    assert!(translate("chi-siamo", "it").expect_code(2).err.contains("non si traduce"));
    assert!(translate("chi-siamo", "inglese").expect_code(2).err.contains("codice"));
}

#[test]
fn unfinished_translation_stops_nothing_and_is_not_published() {
    let board = repository_of_board();
    assert!(bacheca(board.path(), &["translate", "aiuto-cuoco-mensa", "sq"]).expect_code(2).err.contains("«sq»"));
    let file = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.en.md");
    for begun in [
        "titolo: \"\"\nsintesi: \"\"\nmodo: \"\"\n",
        "titolo: non previsto\nsintesi: A job.\nmodo: umana\n",
        "titolo: Kitchen hand\nsintesi: Da chiedere.\nmodo: umana\n",
        "titolo: Kitchen hand\nsintesi: A job.\nmodo: umana\nstato: bozza\n",
        "modo: umana\n",
    ] {
        write(&file, format!("---\n{begun}---\n\nSix months.\n"));
        let report = bacheca(board.path(), &["check"]).expect_code(0).out;
        assert_eq!(report.matches("translation-unfinished").count(), 1, "{report}");
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let page = std::fs::read_to_string(board.path().join("public/en/o/aiuto-cuoco-mensa/index.html")).unwrap();
        let page = page.split("<main").nth(1).unwrap();
        assert!(!page.contains("Six months") && !page.contains("Kitchen hand"), "{page}");
        assert!(!page.to_lowercase().contains("non previsto") && !page.contains("<h1></h1>"), "{page}");
    }
}

#[test]
fn translation_has_the_words_of_fields() {
    let board = repository_of_board();
    let form = bacheca(board.path(), &["translate", "aiuto-cuoco-mensa", "ar"]).expect_code(0).out;
    assert!(form.contains("#   - originale: \"tenere pulita la cucina\"\n#     traduzione: \"\"\n"), "{form}");
    assert!(!form.contains("via Rossi 2") && !form.contains("originale: \"CV\""), "{form}");
    let version = form.rsplit("\noriginale: ").next().unwrap().lines().next().unwrap();
    let file = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.ar.md");
    let texts = "testi:\n  - {originale: tenere pulita la cucina, traduzione: تنظيف المطبخ}\n  - {originale: via Rossi 2, traduzione: شارع}\n  - {originale: lavare i piatti, traduzione: غسل الصحون}\n";
    write(
        &file,
        format!(
            "---\ntitolo: مساعد طباخ\nsintesi: عمل في مطبخ.\nmodo: umana\noriginale: {version}\n{texts}---\n\nمن الاثنين إلى الجمعة.\n"
        ),
    );
    // A street is no text, and words that the original does not have may be those of an older version.
    let report = bacheca(board.path(), &["check"]).expect_code(0).out;
    assert_eq!(report.matches("translation-stale").count(), 2, "{report}");
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let page = std::fs::read_to_string(board.path().join("public/ar/o/aiuto-cuoco-mensa/index.html")).unwrap();
    let page = page.split("<main").nth(1).unwrap();
    assert!(page.contains("تنظيف المطبخ") && !page.contains("tenere pulita la cucina"), "{page}");
    assert!(page.contains("lavare e tagliare le verdure") && !page.contains("شارع"), "{page}");
}
