//! The commands that change the state of an announcement: each writes its fields and leaves every other byte.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::support::{ITEMS, bacheca, board_with, course_with, read_tree, repository_path, write};

/// An announcement of each kind with as few fields as possible, and more lines in its front matter.
fn minimal(kind: &str, lines: &str) -> String {
    let base = std::fs::read_to_string(repository_path(&format!("tests/kinds/{kind}-minimal.md"))).unwrap();
    let (facts, text) = base.rsplit_once("---\n").unwrap();
    format!("{facts}{lines}---\n{text}")
}

fn file(board: &TempDir, name: &str) -> PathBuf {
    board.path().join(format!("{ITEMS}/{name}.md"))
}

/// Runs a command on the announcement `prova` and returns what its file is afterwards, and what was said.
#[track_caller]
fn changed(text: &str, command: &[&str]) -> (String, String) {
    let board = board_with("prova", text);
    let arguments = [&[command[0], "prova"], &command[1..]].concat();
    let run = bacheca(board.path(), &arguments);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    (std::fs::read_to_string(file(&board, "prova")).unwrap(), run.out)
}

/// Runs a command that is refused; returns what is said, and makes sure that nothing was written.
#[track_caller]
fn refused(text: &str, command: &[&str]) -> String {
    let board = board_with("prova", text);
    let before = read_tree(board.path());
    let arguments = [&[command[0], "prova"], &command[1..]].concat();
    let error = bacheca(board.path(), &arguments).expect_code(2).err;
    assert_eq!(before, read_tree(board.path()), "{command:?}");
    error
}

const COMMENTED: &str = "# in fondo\naggiornato: 2026-11-01 # prima correzione\n";

#[test]
fn extend_moves_the_deadline_and_keeps_the_one_before() {
    let text = course_with(COMMENTED);
    let line = text.lines().find(|line| line.starts_with("scadenza: ")).unwrap();
    let old = line.trim_start_matches("scadenza: ");
    for end in ["\n", "\r\n"] {
        let text = text.replace('\n', end);
        let (new, out) = changed(&text, &["extend", "--to", "2026-12-08"]);
        let expected = text
            .replace(&format!("{line}{end}"), &format!("scadenza: 2026-12-08{end}prorogata_dal: {old}{end}"))
            .replace("aggiornato: 2026-11-01", "aggiornato: 2026-11-21");
        assert_eq!(new, expected);
        assert!(out.contains("scadenza: 2026-12-08") && out.contains("bacheca post prova"), "{out}");
    }
    // A second extension: what was told last is the one before.
    let once = changed(&text, &["extend", "--to", "2026-12-08"]).0;
    let twice = changed(&once, &["extend", "--to", "2026-12-09"]).0;
    assert_eq!(
        twice,
        once.replace(&format!("prorogata_dal: {old}"), "prorogata_dal: 2026-12-08")
            .replace("scadenza: 2026-12-08", "scadenza: 2026-12-09")
    );
    // The hour is never guessed.
    let hour = text.replace(line, &format!("scadenza: \"{old} ore 12:00\"  # in punto"));
    assert!(refused(&hour, &["extend", "--to", "2026-12-08"]).contains("--to \"2026-12-08 ore 12:00\""));
    let (new, _) = changed(&hour, &["extend", "--to", "2026-12-08 ore 13:00"]);
    assert!(new.contains("scadenza: \"2026-12-08 ore 13:00\"  # in punto\nprorogata_dal: "), "{new}");
    for (to, says) in [
        (old, "non è una proroga"),
        ("2026-11-20", "è già passato"),
        ("08/12/2026", "scrivi --to 2026-12-08"),
        ("boh", "2026-12-18"),
    ] {
        let error = refused(&text, &["extend", "--to", to]);
        assert!(error.contains(says), "{to}: {error}");
    }
    let open = text.replace(line, "scadenza: sempre aperte");
    assert!(refused(&open, &["extend", "--to", "2026-12-08"]).contains("«sempre aperte»"));
}

/// The text with the day of its change below that of its publication.
fn dated(text: &str) -> String {
    text.replace("pubblicato: 2026-11-20\n", "pubblicato: 2026-11-20\naggiornato: 2026-11-21\n")
}

#[test]
fn each_kind_has_its_own_last_day() {
    for (kind, lines, to, expected) in [
        ("normativa", "vigore_al: 2026-12-31\n", "2027-06-30", "vigore_al: 2027-06-30\nprorogata_dal: 2026-12-31\n"),
        ("abitare", "", "2032-12-31", "scadenza: 2032-12-31\nprorogata_dal: "),
        ("lavoro", "", "2032-12-31", "scadenza: 2032-12-31\nprorogata_dal: "),
    ] {
        let text = minimal(kind, lines).replace("scadenza: sempre aperte\n", "scadenza: 2026-12-31\n");
        let board = board_with("prova", &text);
        let run = bacheca(board.path(), &["extend", "prova", "--to", to]);
        let new = std::fs::read_to_string(file(&board, "prova")).unwrap();
        assert!(
            new.contains(expected) && new.contains("aggiornato: 2026-11-21\n"),
            "{kind}: {}{}{new}",
            run.out,
            run.err
        );
    }
    let project = minimal("progetto", "");
    assert!(refused(&project, &["extend", "--to", "2032-12-31"]).contains("`durata_mesi`"));
    let project = project.replace("durata_mesi: 36\n", "fine: 2029-09\n");
    let (new, _) = changed(&project, &["extend", "--to", "2032-12-31"]);
    assert_eq!(new, dated(&project.replace("fine: 2029-09\n", "fine: 2032-12-31\n")));
    let news = "---\ntipo: notizia\nazione_richiesta: {testo: \"chiama, e chiedi\", scadenza: 2026-12-11}\n---\n";
    let board = board_with("prova", news);
    bacheca(board.path(), &["extend", "prova", "--to", "2026-12-18"]);
    let new = std::fs::read_to_string(file(&board, "prova")).unwrap();
    let expected = news.replace("12-11}\n", "12-18}\nprorogata_dal: 2026-12-11\naggiornato: 2026-11-21\n");
    assert_eq!(new, expected);
    // A party that lasts for days may last longer; another day is no extension.
    let party = minimal("evento", "");
    assert!(refused(&party, &["extend", "--to", "2032-12-18"]).contains("non è una proroga"), "{party}");
    let law = minimal("normativa", "");
    assert!(refused(&law, &["extend", "--to", "2032-12-18"]).contains("`vigore_al`"));
}

#[test]
fn states_are_written_and_taken_away() {
    let text = course_with(COMMENTED);
    let dated = |text: &str| text.replace("aggiornato: 2026-11-01", "aggiornato: 2026-11-21");
    let with = |lines: &str| text.replacen("tipo: formazione\n", &format!("tipo: formazione\n{lines}"), 1);
    for (command, lines) in [
        (&["cancel"][..], "stato: annullato\n"),
        (&["full"], "stato: posti esauriti\n"),
        (&["full", "--waiting-list"], "stato: posti esauriti\nlista_attesa: sì\n"),
        (&["withdraw"], "stato: ritirato\n"),
    ] {
        let (new, out) = changed(&text, command);
        assert_eq!(new, dated(&with(lines)), "{command:?}");
        assert!(out.contains("Adesso: "), "{out}");
        assert!(refused(&new, command).contains("niente da scrivere"), "{command:?}");
        // And back: every byte but the day.
        assert_eq!(changed(&new, &["reopen"]).0, dated(&text), "{command:?}");
    }
    let full = with("stato: 'posti esauriti' # da ieri\n");
    assert_eq!(changed(&full, &["cancel"]).0, dated(&with("stato: 'annullato' # da ieri\n")));
    assert_eq!(
        changed(&full, &["full", "--waiting-list"]).0,
        dated(&with("stato: 'posti esauriti' # da ieri\nlista_attesa: sì\n"))
    );
    let seats = full.replace("---\n\n", "posti: {min: 5, max: 15}\n---\n\n");
    assert!(changed(&seats, &["reopen", "--places", "8"]).0.contains("\nposti: {min: 5, max: 8}\n"));
    assert!(refused(&seats, &["reopen", "--places", "3"]).contains("almeno 5"));
    assert!(changed(&full, &["reopen", "--places", "3"]).0.contains("orari: \"10:00-12:00\"\nposti: 3\n"));
    assert!(changed(&full, &["extend", "--to", "2026-12-08"]).1.contains("Resta «posti esauriti»"));
    assert!(refused(&text, &["reopen"]).contains("è già aperto"));
    let cancelled = with("stato: annullato\n");
    assert!(refused(&cancelled, &["full"]).contains("bacheca reopen prova"));
    assert!(refused(&cancelled, &["extend", "--to", "2026-12-08"]).contains("bacheca reopen prova"));
    assert!(refused(&with("stato: ritirato\n"), &["cancel"]).contains("è ritirato"));
    let law = minimal("normativa", "");
    for command in ["cancel", "full"] {
        let error = refused(&law, &[command]);
        assert!(error.contains("non ha posti e non si annulla") && error.contains("`vigore_al`"), "{error}");
    }
}

#[test]
fn what_is_over_needs_a_new_day_to_open_again() {
    let text = course_with("stato: annullato\n");
    let board = board_with("prova", &text);
    let run = |arguments: &[&str]| {
        let root = board.path().to_str().unwrap();
        crate::support::run_program(&[&["--root", root, "--today", "2027-05-01"], arguments].concat())
    };
    let error = run(&["reopen", "prova"]).expect_code(2).err;
    assert!(error.contains("--to DATA") && error.contains("bacheca renew prova"), "{error}");
    run(&["reopen", "prova", "--to", "2027-05-20"]);
    let new = std::fs::read_to_string(file(&board, "prova")).unwrap();
    assert!(new.contains("scadenza: 2027-05-20\nprorogata_dal: ") && !new.contains("stato:"), "{new}");
    assert!(new.contains("aggiornato: 2027-05-01\n"), "{new}");
}

#[test]
fn announcements_are_found_by_name_earlier_name_and_file() {
    let text = course_with("alias: [vecchio-nome]\n");
    for name in ["prova", "vecchio-nome", "content/opportunita/2026/prova.md"] {
        let board = board_with("prova", &text);
        bacheca(board.path(), &["full", name]).expect_code(0);
        assert!(std::fs::read_to_string(file(&board, "prova")).unwrap().contains("stato: posti esauriti\n"), "{name}");
    }
    let board = board_with("prova", &text);
    let error = |name: &str| bacheca(board.path(), &["full", name]).expect_code(2).err;
    assert!(error("provaa").contains("volevi dire «prova»"));
    assert!(error("content/opportunita/2026/nessuno.md").contains("il file non c'è"));
    assert!(refused(&course_with("stato: bozza\n"), &["full"]).contains("è una bozza"));
    assert!(refused(&course_with("archiviato: 2026-11-20\n"), &["full"]).contains("è in archivio"));
    // What cannot be changed alone is left to whoever wrote it, with the lines to write.
    let by_hand = course_with("? lista_attesa\n: no\n");
    let error = refused(&by_hand.replace("tipo: formazione\n", "tipo: formazione\ntitolo: doppio\n"), &["full"]);
    assert!(error.contains("scrivi tu\n  stato: posti esauriti\n"), "{error}");
}

#[test]
fn renew_makes_a_draft_with_questions_or_a_whole_edition() {
    let old = course_with(
        "stato: posti esauriti\nverificato: 2026-11-20\npubblicazioni: [{canale: whatsapp, quando: \"2026-11-20T10:00\"}]\n",
    );
    let board = board_with("prova", &old);
    write(&file(&board, "prova.ar"), "---\ntitolo: درس\nsintesi: درس\nmodo: automatica\n---\n");
    let out = bacheca(board.path(), &["renew", "prova"]).expect_code(0).out;
    let new = std::fs::read_to_string(file(&board, "prova-2")).unwrap();
    for line in [
        "edizione_di: prova\n",
        "stato: bozza\n",
        "scadenza: da chiedere\n",
        "date: da chiedere\n",
        "pubblicato: 2026-11-21\n",
    ] {
        assert!(new.contains(line), "{line}{new}");
    }
    for gone in ["verificato", "pubblicazioni", "posti esauriti", "prorogata_dal"] {
        assert!(!new.contains(gone), "{gone}: {new}");
    }
    assert!(out.contains("bacheca ask prova-2") && out.contains("bacheca translate prova-2 ar"), "{out}");
    assert!(!file(&board, "prova-2.ar").exists());
    assert_eq!(std::fs::read_to_string(file(&board, "prova")).unwrap(), old);
    let error = bacheca(board.path(), &["renew", "prova"]).expect_code(2).err;
    assert!(error.contains("«prova-2»"), "{error}");
    std::fs::remove_file(file(&board, "prova-2")).unwrap();
    let whole = ["renew", "prova", "--date", "2027-01-13/2027-03-19", "--deadline", "2027-01-08"];
    bacheca(board.path(), &whole).expect_code(0);
    let new = std::fs::read_to_string(file(&board, "prova-2")).unwrap();
    assert!(new.contains("date: {inizio: 2027-01-13, fine: 2027-03-19}\n"), "{new}");
    assert!(new.contains("scadenza: 2027-01-08\n") && !new.contains("stato:"), "{new}");
    for (arguments, says) in [
        (&["--date", "2026-01-13"][..], "è già passato"),
        (&["--date", "13/01/2027"], "scrivi 2027-01-13"),
        (&["--date", "2027-03-19/2027-01-13"], "--date 2027-01-13/2027-03-19"),
    ] {
        let error = refused(&old, &[&["renew"], arguments].concat());
        assert!(error.contains(says), "{error}");
    }
    assert!(refused(&minimal("normativa", ""), &["renew"]).contains("`sostituisce: prova`"));
    assert!(refused(&course_with("stato: bozza\n"), &["renew"]).contains("è ancora una bozza"));
    // What has its last day within something else is a draft until it has a new one.
    let news = minimal("notizia", "immagine: {file: prova.jpg, testo_alternativo: Una piazza}\n");
    let news = news.replacen("azione_richiesta: ", "# azione_richiesta: ", 1).replacen(
        "---\n",
        "---\nazione_richiesta: {testo: chiama, scadenza: 2026-12-11}\n",
        1,
    );
    let board = board_with("prova", &news);
    let out = bacheca(board.path(), &["renew", "prova"]).out;
    let new = std::fs::read_to_string(file(&board, "prova-2")).unwrap();
    assert!(new.contains("stato: bozza\n") && new.contains("azione_richiesta: {testo: chiama}\n"), "{new}");
    assert!(
        out.contains("Non copiato, perché era di quella di prima: ")
            && out.contains("azione_richiesta.scadenza")
            && out.contains("immagine"),
        "{out}"
    );
    // A name with a year gets the year of the new dates.
    let board = board_with("corso-2026", course_with(""));
    bacheca(board.path(), &["renew", "corso-2026", "--date", "2027-01-13"]);
    assert!(file(&board, "corso-2027").exists());
}

/// Whoever comes by the code of an old poster finds the newest edition, in every language, on the first screen.
#[test]
fn old_pages_lead_to_the_newest_edition() {
    let board = board_with("prova", course_with(""));
    let build = || bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let page = |path: &str| std::fs::read_to_string(board.path().join("public").join(path).join("index.html")).unwrap();
    build();
    assert!(!page("o/prova").contains("nuova edizione"));
    for (name, dates) in [("prova", "2027-01-13"), ("prova-2", "2027-03-10")] {
        bacheca(board.path(), &["renew", name, "--date", dates, "--deadline", "2027-01-08"]).expect_code(0);
        // Built on what was there before: old pages are written again because of the new one.
        build();
    }
    for old in ["prova", "prova-2"] {
        let text = page(&format!("o/{old}"));
        let link = text.find("C&#39;è una nuova edizione: <a href=\"../../o/prova-3/\"");
        assert!(link.is_some_and(|link| Some(link) < text.find("<h1")), "{text}");
        assert!(page(&format!("ar/o/{old}")).contains("توجد نسخة جديدة: <a href=\"../../../ar/o/prova-3/\""), "{old}");
    }
    assert!(!page("o/prova-3").contains("nuova edizione:"), "{}", page("o/prova-3"));
    assert!(page("o/prova-3").contains("Nuova edizione di: <a href=\"../../o/prova-2/\""));
    // An edition that does not take place leads nobody on.
    bacheca(board.path(), &["cancel", "prova-3"]).expect_code(0);
    build();
    assert!(page("o/prova").contains("C&#39;è una nuova edizione: <a href=\"../../o/prova-2/\""));
}

/// What is open again may be called full in its own words, and a state that is not written is not taken away.
#[test]
fn reopen_says_what_it_took_away_and_what_to_read_again() {
    let text = course_with(COMMENTED).replacen("tipo: formazione\n", "tipo: formazione\nstato: posti esauriti\n", 1);
    let (_, out) = changed(&text, &["reopen"]);
    assert!(out.contains("tolto stato") && !out.contains("lista_attesa"), "{out}");
    assert!(!out.contains("Rileggi"), "{out}");
    let said = text.replace("Vieni con un quaderno.", "I posti sono finiti.");
    let (_, out) = changed(&said, &["reopen"]);
    assert!(
        out.contains("Rileggi questi testi") && out.contains("prova.md:") && out.contains("I posti sono finiti."),
        "{out}"
    );
    let board = board_with("prova", &text);
    write(&file(&board, "prova.en"), "---\ntitolo: Italian\nsintesi: Fully booked.\n---\n");
    let out = bacheca(board.path(), &["reopen", "prova"]).out;
    assert!(out.contains("prova.en.md:3: sintesi: Fully booked."), "{out}");
}

/// Dates of the edition before in the words of the new one are found by `renew`, `check` and `ask`.
#[test]
fn renewed_text_with_old_dates_is_asked_about() {
    let old = course_with("")
        .replace("Vieni con un quaderno.", "Ci vediamo il 10 dicembre 2026. Iscriviti entro il 4 dicembre 2026.");
    let board = board_with("prova", &old);
    let out = bacheca(board.path(), &["renew", "prova"]).out;
    for day in [
        "il 10 dicembre 2026 è una data dell'edizione di prima",
        "il 4 dicembre 2026 è una data dell'edizione di prima",
    ] {
        assert!(out.contains(day), "{day}: {out}");
    }
    let check = bacheca(board.path(), &["check"]).out;
    assert!(check.contains("il 10 dicembre 2026 è una data dell'edizione di prima"), "{check}");
    let ask = bacheca(board.path(), &["ask", "prova-2"]).expect_code(0).out;
    assert!(ask.contains("10 dicembre 2026, una data dell'edizione di prima: qual è quella nuova?"), "{ask}");
    // The old announcement keeps its dates.
    assert!(
        !bacheca(board.path(), &["check", file(&board, "prova").to_str().unwrap()]).out.contains("edizione di prima")
    );
}
