//! Another language: the file to fill in, and what has changed since it was filled in.

use crate::support::{bacheca, commit, repository_of_board, write};

#[test]
fn a_translation_is_begun_finished_and_brought_up_to_date() {
    let board = repository_of_board();
    let translate = |arguments: &[&str], code| bacheca(board.path(), &[&["translate"], arguments].concat()).ends(code);
    let form = translate(&["aiuto-cuoco-mensa", "en"], 0).out;
    assert!(form.starts_with("---\n# ") && form.contains("\ntitolo: \"\"\n"), "{form}");
    let written = translate(&["aiuto-cuoco-mensa", "en", "--write"], 0).out;
    let path = written.split(':').next().unwrap().to_owned();
    let file = board.path().join(&path);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), form);
    // An empty title is no title; and who translated, a person or a machine, is asked, not supposed.
    assert!(form.contains("\nmodo: \"\"\n"), "{form}");
    bacheca(board.path(), &["check", &path]).ends(1);
    let filled = form
        .replace("titolo: \"\"", "titolo: Kitchen hand")
        .replace("sintesi: \"\"", "sintesi: Six months in a kitchen.")
        .replace("modo: \"\"", "modo: umana");
    write(&file, filled);
    bacheca(board.path(), &["check", "--strict", &path]).ends(0);
    assert!(translate(&["aiuto-cuoco-mensa", "en"], 0).out.contains("aggiornata"));
    commit(board.path());
    // The original changes: only what is new is shown, and what to write.
    let original = board.path().join(path.replace(".en.md", ".md"));
    let text = std::fs::read_to_string(&original).unwrap();
    write(&original, format!("{text}\nPorta un grembiule.\n"));
    let changed = translate(&["aiuto-cuoco-mensa", "en"], 0).out;
    assert!(changed.contains("+Porta un grembiule.") && changed.contains("originale: \""), "{changed}");
    assert!(changed.lines().filter(|line| line.starts_with('-') && !line.starts_with("---")).count() == 0, "{changed}");
    let version = changed.rsplit("originale: ").next().unwrap().trim();
    assert!(bacheca(board.path(), &["check", "--lang", "en"]).ends(0).out.contains(version.trim_matches('"')));
}

#[test]
fn pages_are_translated_too_and_slips_are_answered() {
    let board = repository_of_board();
    let translate = |name: &str, lang: &str| bacheca(board.path(), &["translate", name, lang]);
    assert!(translate("chi-siamo", "zh").ends(0).out.contains("originale: \""));
    assert!(translate("aiuto-cuoco", "en").ends(2).err.contains("«aiuto-cuoco-mensa»"));
    assert!(translate("chi-siamo", "it").ends(2).err.contains("non si traduce"));
    assert!(translate("chi-siamo", "inglese").ends(2).err.contains("codice"));
}
