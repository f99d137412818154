//! The command `translate`: the file to fill in, changes of the original since, and what translators take and bring back.

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

/// A board with a finished translation, an outdated one and one that was begun.
fn board_with_translations() -> tempfile::TempDir {
    let board = repository_of_board();
    let path = |name: &str| board.path().join(format!("content/opportunita/2026/{name}"));
    let version = |lang: &str| {
        let form = bacheca(board.path(), &["translate", "aiuto-cuoco-mensa", lang]).expect_code(0).out;
        form.rsplit("\noriginale: \"").next().unwrap().split('"').next().unwrap().to_owned()
    };
    let original = std::fs::read_to_string(path("aiuto-cuoco-mensa.md")).unwrap();
    let body = original.rsplit("\n---\n").next().unwrap().to_owned();
    // Comments, quotes, blank lines and line ends are the author's.
    let translated = format!(
        "---\n# mine\ntitolo:   'Kitchen \"hand\"'\nsintesi: \"Six months in a kitchen.\"\nmodo: umana\noriginale: \"{}\"\n---\n\n{}",
        version("en"),
        body.trim_start()
    );
    write(&path("aiuto-cuoco-mensa.en.md"), translated);
    commit(board.path());
    board
}

fn export(board: &std::path::Path, arguments: &[&str]) -> String {
    bacheca(board, &[&["translate", "--po"], arguments].concat()).expect_code(0).out
}

/// Takes back a file in the board's folder; errors name it without the folder.
fn take_back(board: &std::path::Path, name: &str, options: &[&str], code: i32) -> String {
    let file = board.join(name).to_string_lossy().into_owned();
    let run = bacheca(board, &[&["translate", "--read", &file], options].concat()).expect_code(code);
    run.err.replace(&file, name)
}

fn contents(board: &std::path::Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    crate::support::read_tree(&board.join("content"))
}

/// Puts a translation into an exported file.
fn fill(catalogue: &str, context: &str, text: &str) -> String {
    let at =
        catalogue.find(&format!("msgctxt \"{context}\"\n")).unwrap_or_else(|| panic!("no {context} in {catalogue}"));
    let (before, message) = catalogue.split_at(at);
    let (message, after) = message.split_once("\n\n").unwrap_or((message, ""));
    let source = message.split("\nmsgstr ").next().unwrap();
    format!("{before}{source}\nmsgstr \"{text}\"\n\n{after}")
}

#[test]
fn exported_translations_come_back_byte_for_byte() {
    let board = board_with_translations();
    let before = contents(board.path());
    let catalogue = export(board.path(), &["en", "--all"]);
    assert!(catalogue.contains("\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\""), "{catalogue}");
    assert!(catalogue.contains("msgstr \"Kitchen \\\"hand\\\"\""), "{catalogue}");
    assert!(catalogue.contains("\n#. Dove: ") && catalogue.contains("\n#: content/opportunita/2026/"), "{catalogue}");
    let file = board.path().join("en.po");
    write(&file, &catalogue);
    take_back(board.path(), "en.po", &[], 0);
    assert_eq!(contents(board.path()), before);
    // What is finished is not asked for again.
    assert!(!export(board.path(), &["en"]).contains("aiuto-cuoco-mensa/titolo"));
    // One block alone changes its own bytes alone.
    let changed = fill(&catalogue, "aiuto-cuoco-mensa/testo/1", "Six months, *part time*.");
    write(&file, changed);
    take_back(board.path(), "en.po", &[], 0);
    let path = "opportunita/2026/aiuto-cuoco-mensa.en.md";
    let (old, new) = (String::from_utf8_lossy(&before[path]).into_owned(), contents(board.path()));
    let new = String::from_utf8_lossy(&new[path]).into_owned();
    let kept = |text: &str| text.split_once("\n---\n\n").unwrap().1.split_once("\n\n").map(|(_, rest)| rest.to_owned());
    assert_eq!(kept(&new), kept(&old));
    assert!(
        new.contains("# mine\ntitolo:   'Kitchen \"hand\"'\n") && new.contains("\n\nSix months, *part time*."),
        "{new}"
    );
}

#[test]
fn catalogue_without_keys_is_taken_by_its_words() {
    // Some programs that change the format of a file lose the keys, or put others in their place.
    let board = repository_of_board();
    let catalogue = export(board.path(), &["en"]);
    let catalogue = fill(&catalogue, "aiuto-cuoco-mensa/titolo", "Kitchen hand");
    let mut lost = String::new();
    for line in catalogue.lines() {
        if let Some(context) = line.strip_prefix("msgctxt \"") {
            if context.contains("mansioni") {
                let place = format!("msgctxt \"content/x.md:{}\"\n", lost.len());
                lost.push_str(&place);
            }
        } else {
            lost.push_str(line);
            lost.push('\n');
        }
    }
    write(&board.path().join("en.po"), lost);
    assert_eq!(take_back(board.path(), "en.po", &[], 0), "");
    let path = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.en.md");
    assert!(std::fs::read_to_string(path).unwrap().contains("titolo: Kitchen hand"));
}

#[test]
fn new_translation_is_a_draft_until_it_is_whole() {
    let board = repository_of_board();
    let catalogue = export(board.path(), &["ar"]);
    assert!(catalogue.contains("nplurals=6"), "{catalogue}");
    let file = board.path().join("ar.po");
    let titled = fill(&catalogue, "aiuto-cuoco-mensa/titolo", "مساعد طباخ");
    let titled = fill(&titled, "aiuto-cuoco-mensa/mansioni/2", "تنظيف المطبخ");
    write(&file, &titled);
    take_back(board.path(), "ar.po", &[], 0);
    let path = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.ar.md");
    let draft = std::fs::read_to_string(&path).unwrap();
    assert!(
        draft.contains("stato: bozza") && draft.contains("titolo: مساعد طباخ") && draft.contains("تنظيف المطبخ"),
        "{draft}"
    );
    assert!(bacheca(board.path(), &["check"]).expect_code(0).out.contains("translation-unfinished"));
    // The rest, from a new export: what was done is in it.
    let mut rest = export(board.path(), &["ar"]);
    assert!(rest.contains("msgstr \"مساعد طباخ\"") && rest.contains("msgstr \"تنظيف المطبخ\""), "{rest}");
    rest = fill(&rest, "aiuto-cuoco-mensa/sintesi", "عمل في مطبخ.");
    let blocks = rest.matches("msgctxt \"aiuto-cuoco-mensa/testo/").count();
    for block in 1..=blocks {
        rest = fill(&rest, &format!("aiuto-cuoco-mensa/testo/{block}"), "هذا نص مترجم.");
    }
    write(&file, &rest);
    take_back(board.path(), "ar.po", &["--machine"], 0);
    let whole = std::fs::read_to_string(&path).unwrap();
    assert!(
        !whole.contains("stato:") && whole.contains("modo: automatica") && whole.contains("originale: \""),
        "{whole}"
    );
    bacheca(board.path(), &["check"]).expect_code(0);
    assert!(!export(board.path(), &["ar"]).contains("aiuto-cuoco-mensa/titolo"));
    let status = bacheca(board.path(), &["translate", "--status"]).expect_code(0).out;
    assert!(status.contains("ar: intere 2") && status.contains("en: intere "), "{status}");
}

#[test]
fn text_that_moved_is_refused_and_the_rest_is_taken() {
    let board = board_with_translations();
    let original = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&original).unwrap();
    let old = export(board.path(), &["en", "--all"]);
    write(&original, format!("{text}\nPorta un grembiule.\n"));
    // The new paragraph is missing, the others are not: git has the version that they are of.
    let new = export(board.path(), &["en"]);
    assert!(new.contains("msgid \"Porta un grembiule.\"\nmsgstr \"\""), "{new}");
    assert!(!new.contains("#, fuzzy"), "{new}");
    let title = text.lines().find(|line| line.starts_with("titolo:")).unwrap();
    write(&original, text.replace(title, "titolo: Aiuto cuoco per la mensa"));
    let fuzzy = export(board.path(), &["en"]);
    assert!(fuzzy.contains("#, fuzzy\n#| msgid \""), "{fuzzy}");
    let before = contents(board.path());
    write(&board.path().join("en.po"), fill(&old, "aiuto-cuoco-mensa/titolo", "Other title"));
    let err = take_back(board.path(), "en.po", &[], 1);
    assert!(err.contains("aiuto-cuoco-mensa/titolo: l'originale è cambiato"), "{err}");
    assert!(err.lines().all(|line| line.starts_with("en.po:")), "{err}");
    assert_eq!(contents(board.path()), before);
    // The translator says that it still fits.
    write(&board.path().join("en.po"), fuzzy.replace("#, fuzzy\n", ""));
    take_back(board.path(), "en.po", &[], 0);
    assert!(!bacheca(board.path(), &["check"]).expect_code(0).out.contains("aiuto-cuoco-mensa.en.md"));
}

#[test]
fn hostile_catalogue_is_refused() {
    let board = repository_of_board();
    let header = "msgid \"\"\nmsgstr \"Language: en\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n";
    let before = contents(board.path());
    let message = |context: &str, id: &str, text: &str| {
        format!("{header}msgctxt \"{context}\"\nmsgid \"{id}\"\nmsgstr \"{text}\"\n")
    };
    for (catalogue, expected) in [
        (message("mai-visto/titolo", "x", "y"), "h.po:5:1: mai-visto/titolo: la bacheca non ha"),
        (message("../../etc/passwd", "x", "y"), "h.po:5:1: "),
        (message("a", "x", "\\z"), "h.po:6:9: "),
        (format!("{}\n{}", message("a", "x", "y"), message("a", "x", "y")), "h.po:8:1: "),
        ("\u{feff}nothing".to_owned(), "h.po:1:1: "),
    ] {
        write(&board.path().join("h.po"), &catalogue);
        let err = take_back(board.path(), "h.po", &[], 1);
        assert!(err.contains(expected), "{catalogue}\n{err}");
    }
    for header in ["Language: it", "Language: xx", "Language: ../x", ""] {
        write(&board.path().join("h.po"), format!("msgid \"\"\nmsgstr \"{header}\\n\"\n"));
        take_back(board.path(), "h.po", &[], 2);
    }
    write(&board.path().join("h.po"), "x".repeat(5 << 20));
    take_back(board.path(), "h.po", &[], 2);
    // A title on two lines, a paragraph that would be three, words that would end the front matter.
    let catalogue = export(board.path(), &["en"]);
    let filled = fill(&catalogue, "aiuto-cuoco-mensa/titolo", "One\\ntwo");
    let filled = fill(&filled, "aiuto-cuoco-mensa/testo/1", "One.\\n\\n# Two\\n\\nThree.");
    let filled = fill(&filled, "aiuto-cuoco-mensa/sintesi", "--- \\\"x\\\": {y} # z");
    write(&board.path().join("h.po"), filled);
    let err = take_back(board.path(), "h.po", &[], 1);
    assert_eq!(err.matches("non è stato preso").count(), 2, "{err}");
    let path = "opportunita/2026/aiuto-cuoco-mensa.en.md";
    let after = contents(board.path());
    let draft = String::from_utf8_lossy(&after[path]).into_owned();
    assert!(draft.contains("sintesi: \"--- \\\"x\\\": {y} # z\"\n") && draft.contains("stato: bozza"), "{draft}");
    assert!(after.iter().filter(|(name, _)| name.as_str() != path).eq(before.iter()));
    bacheca(board.path(), &["check"]).expect_code(0);
}

#[test]
fn block_that_would_merge_with_a_list_is_refused_with_all_that_its_file_loses() {
    let board = repository_of_board();
    let path = |name: &str| board.path().join(format!("content/opportunita/2026/{name}"));
    let original = std::fs::read_to_string(path("aiuto-cuoco-mensa.md")).unwrap();
    let facts = original.rsplit_once("\n---\n").unwrap().0;
    write(&path("aiuto-cuoco-mensa.md"), format!("{facts}\n---\n\nPorta:\n\n- a\n- b\n\nA presto.\n"));
    let form = bacheca(board.path(), &["translate", "aiuto-cuoco-mensa", "en"]).expect_code(0).out;
    let version = form.rsplit("\noriginale: ").next().unwrap().lines().next().unwrap();
    let head = "titolo: Kitchen hand\nsintesi: Six months in a kitchen.\nmodo: umana";
    let body = "Bring:\n\n- a\n- b\n\nSee you.\n";
    write(&path("aiuto-cuoco-mensa.en.md"), format!("---\n{head}\noriginale: {version}\n---\n\n{body}"));
    let before = contents(board.path());
    let catalogue = export(board.path(), &["en", "--all"]);
    let filled = fill(&catalogue, "aiuto-cuoco-mensa/titolo", "Cook's help");
    write(&board.path().join("en.po"), fill(&filled, "aiuto-cuoco-mensa/testo/3", "- c"));
    let err = take_back(board.path(), "en.po", &[], 1);
    assert!(err.contains("aiuto-cuoco-mensa/titolo: ") && err.contains("aiuto-cuoco-mensa/testo/3: "), "{err}");
    assert_eq!(contents(board.path()), before);
}

#[test]
fn short_title_is_in_the_form_and_without_it_no_translation_is_finished() {
    let board = repository_of_board();
    let text = std::fs::read_to_string(crate::support::repository_path("tests/kinds/progetto-full.md")).unwrap();
    // An open one: only that is asked for.
    let is_closed = |line: &str| ["stato: ", "archiviato: ", "sostituita_da: "].iter().any(|key| line.starts_with(key));
    let text: String = text.split_inclusive('\n').filter(|line| !is_closed(line)).collect();
    let folder = board.path().join("content/opportunita/2026");
    write(&folder.join("progetto-full.md"), text);
    let form = bacheca(board.path(), &["translate", "progetto-full", "en"]).expect_code(0).out;
    let short_title = "# Caso intero\ntitolo_breve: \"\"\n";
    assert!(form.contains(short_title), "{form}");
    let filled = form
        .replace("titolo: \"\"", "titolo: Whole case")
        .replace("sintesi: \"\"", "sintesi: It has every field.")
        .replace("modo: \"\"", "modo: umana");
    let asked = |short_title_now: &str| {
        write(&folder.join("progetto-full.en.md"), filled.replace(short_title, short_title_now));
        let status = bacheca(board.path(), &["translate", "--status"]).expect_code(0).out;
        let english = status.lines().find(|line| line.starts_with("en: ")).unwrap().to_owned();
        (english, export(board.path(), &["en"]).contains("msgctxt \"progetto-full/titolo_breve\""))
    };
    for short_title_now in ["", short_title] {
        let (english, is_exported) = asked(short_title_now);
        assert!(english.contains("intere 1, vecchie 0, cominciate 1") && is_exported, "{english}");
    }
    let (english, is_exported) = asked("titolo_breve: Whole\n");
    assert!(english.contains("intere 2, vecchie 0, cominciate 0") && !is_exported, "{english}");
}

#[test]
fn status_and_desk_say_the_same_of_each_language() {
    let board = repository_of_board();
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    let status = |deadline: &str| {
        write(&item, text.replace("scadenza: 2026-11-30", &format!("scadenza: {deadline}")));
        bacheca(board.path(), &["translate", "--status"]).expect_code(0).out
    };
    for (deadline, words) in [("2026-11-21", "oggi"), ("2026-11-22", "domani"), ("2026-11-24", "fra 3 giorni")] {
        let status = status(deadline);
        assert!(status.contains(&format!("  aiuto-cuoco-mensa: manca, 27 parole · chiude {words}\n")), "{status}");
    }
    let form = bacheca(board.path(), &["translate", "aiuto-cuoco-mensa", "en"]).expect_code(0).out;
    write(&item.with_extension("en.md"), form);
    let status = status("2026-11-30");
    for line in [
        "en: intere 1, vecchie 0, cominciate 1, mancano 1 · parole da tradurre 49",
        "ar: intere 1, vecchie 0, cominciate 0, mancano 2 · parole da tradurre 49",
        "  aiuto-cuoco-mensa: cominciata, 27 parole · chiude fra 9 giorni",
    ] {
        assert!(status.lines().any(|said| said == line), "{line}\n{status}");
    }
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let desk = std::fs::read_to_string(board.path().join("public/redazione/traduzioni/index.html")).unwrap();
    for said in [
        "1 intere · 1 cominciate · 1 mancano · <strong>49 parole</strong>",
        "1 intere · 2 mancano · <strong>49 parole</strong>",
        "English</bdi>: cominciata (27)",
        "<span class=\"small\">chiude fra 9 giorni</span>",
    ] {
        assert!(desk.contains(said), "{said}\n{desk}");
    }
    assert!(!desk.contains("intera ("), "{desk}");
    // What the form has as the original is not translated.
    let catalogue = export(board.path(), &["en"]);
    let body = "msgctxt \"aiuto-cuoco-mensa/testo/1\"\nmsgid \"Si lavora dal lunedì al venerdì.\"\nmsgstr \"\"\n";
    assert!(catalogue.contains(body), "{catalogue}");
}

/// Runs `msgfmt --check`, which reads files as the programs of translators do.
fn assert_gettext_accepts(file: &std::path::Path) {
    let output = std::process::Command::new("msgfmt").args(["--check", "--output-file=/dev/null"]).arg(file).output();
    let output = output.expect("msgfmt of gettext: `make tools-test` installs it");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && !said.contains("warning"), "{}: {said}", file.display());
}

#[test]
fn gettext_reads_the_catalogue_of_every_language_and_every_kind() {
    let board = repository_of_board();
    for (path, bytes) in crate::support::read_tree(&crate::support::repository_path("tests/kinds")) {
        if path.ends_with("-full.md") {
            write(&board.path().join("content/opportunita/2026").join(path), bytes);
        }
    }
    let config = board.path().join("site.toml");
    let languages = "lingue = [\"it\", \"en\", \"fr\", \"es\", \"ar\", \"bn\", \"uk\", \"ur\", \"fa\", \"ru\", \"zh\"]";
    let text = std::fs::read_to_string(&config).unwrap();
    let lines = text.lines().map(|line| if line.starts_with("lingue =") { languages } else { line });
    write(&config, lines.collect::<Vec<_>>().join("\n"));
    for language in ["en", "fr", "es", "ar", "bn", "uk", "ur", "fa", "ru", "zh"] {
        let file = board.path().join(format!("{language}.po"));
        write(&file, export(board.path(), &[language, "--all"]));
        assert_gettext_accepts(&file);
    }
}
