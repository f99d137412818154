//! Posts on channels: the file beside an announcement, the command `posted`, and what both mean for the rest.

use std::fs;
use std::path::Path;

use bacheca::compose::messenger::MESSENGERS;
use tempfile::TempDir;

use crate::support::{
    ITEMS, JsonSchema, bacheca, board_with, commit, course_with, findings, git, repository_of_board, run_program,
    small_board, write,
};

const FILE: &str = "prova.pubblicazioni.yaml";

/// The small board with the course `prova` and a file of posts beside it.
fn board_with_posts(posts: &str) -> TempDir {
    let board = board_with("prova", course_with(""));
    write(&board.path().join(ITEMS).join(FILE), posts);
    board
}

fn posts_of(board: &Path) -> String {
    fs::read_to_string(board.join(ITEMS).join(FILE)).unwrap()
}

/// Rule, line and message of each finding.
fn rules_found(board: &Path) -> Vec<(String, u64)> {
    let found = findings(board).into_iter();
    found.map(|one| (one["rule"].as_str().unwrap().to_owned(), one["line"].as_u64().unwrap())).collect()
}

#[test]
fn posted_notes_the_post_and_what_it_told() {
    let text = course_with("");
    let board = board_with("prova", &text);
    let run = bacheca(board.path(), &["posted", "prova", "--when", "2026-11-21T10:00"]).expect_code(0);
    assert_eq!(run.out, format!("{ITEMS}/{FILE}: whatsapp, it, 2026-11-21T10:00\n"));
    let first = posts_of(board.path());
    assert!(
        first.starts_with(
            "- canale: whatsapp\n  lingua: it\n  quando: \"2026-11-21T10:00\"\n  detto:\n    stato: aperto\n    scadenza: 2026-12-04\n"
        ),
        "{first}"
    );
    let arguments = ["posted", "prova", "--channel", "telegram", "--lang", "en", "--when", "2026-11-20"];
    bacheca(board.path(), &arguments).expect_code(0);
    let second = posts_of(board.path());
    assert!(second.starts_with(&first), "what was there stays byte for byte: {second}");
    assert!(second.contains("- canale: telegram\n  lingua: en\n  quando: \"2026-11-20T10:00\"\n"), "{second}");
    assert_eq!(fs::read_to_string(board.path().join(format!("{ITEMS}/prova.md"))).unwrap(), text);
    assert_eq!(rules_found(board.path()), []);
    // By the path of its file, too.
    let path = board.path().join(ITEMS).join("prova.md");
    bacheca(board.path(), &["posted", path.to_str().unwrap(), "--when", "2026-11-19"]).expect_code(0);
    assert_eq!(posts_of(board.path()).matches("- canale").count(), 3);
}

#[test]
fn posted_refuses_what_cannot_be_and_says_what_to_write() {
    let board = board_with_posts("- {canale: whatsapp, lingua: it, quando: \"2026-11-20T10:00\"}\n");
    for (arguments, said) in [
        (&["--lang", "xx"][..], "la bacheca non ha la lingua «xx»: ha it"),
        (&["--channel", "it"], "è una lingua: scrivi `--lang it`"),
        (&["--channel", "radio: x"], "scrivi `--channel radio-x`"),
        (&["--channel", "WhatsApp"], "forse: whatsapp"),
        (&["--when", "ieri"], "2026-11-21T10:00, o il giorno"),
        (&["--when", "2026-12-01T10:00"], "deve ancora venire"),
        (&["--when", "2026-12-01"], "deve ancora venire"),
        (&["--when", "2026-11-20T10:00"], "risulta già uscito: whatsapp, it, 2026-11-20T10:00"),
        // The caption of a picture is a post on the same channel.
        (&["--when", "2026-11-20T10:00", "--channel", "caption"], "risulta già uscito: whatsapp"),
    ] {
        let error = bacheca(board.path(), &[&["posted", "prova"], arguments].concat()).expect_code(2).err;
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    assert!(bacheca(board.path(), &["posted", "prva"]).expect_code(2).err.contains("«prova»"));
    assert_eq!(posts_of(board.path()).matches("canale").count(), 1);
    // A list in brackets is left to the editor.
    let board = board_with_posts("[{canale: whatsapp}]\n");
    let error = bacheca(board.path(), &["posted", "prova"]).expect_code(2).err;
    assert!(error.contains("aggiungi tu") && error.contains("- canale: whatsapp"), "{error}");
}

#[test]
fn wrong_entry_is_reported_at_its_place() {
    let board = board_with_posts(
        "- canale: whatsapp\n  lingua: it\n  quando: ieri\n- lingua: it\n- canle: whatsapp\n- canale: sms\n  detto: {stato: chiuso, scadenza: boh}\n",
    );
    let found = rules_found(board.path());
    let expected = [("wrong-type", 3), ("wrong-type", 4), ("wrong-type", 5), ("unknown-field", 5), ("unknown-word", 7)];
    for (rule, line) in expected {
        assert!(found.contains(&(rule.to_owned(), line)), "{rule}:{line} is not in {found:?}");
    }
    assert!(found.iter().any(|(rule, line)| rule == "invalid-date" && *line == 7), "{found:?}");
    let board = board_with_posts("canale: whatsapp\n");
    assert_eq!(rules_found(board.path()), [("yaml-syntax".to_owned(), 1)]);
    for empty in ["", "# niente ancora\n"] {
        assert_eq!(rules_found(board_with_posts(empty).path()), [], "{empty:?}");
    }
}

#[test]
fn file_without_its_announcement_is_reported_with_where_it_belongs() {
    let board = small_board();
    let file = |name: &str| board.path().join(format!("{ITEMS}/{name}.pubblicazioni.yaml"));
    write(&file("perduto"), "- canale: whatsapp\n");
    let found = findings(board.path());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["rule"], "publications-without-item");
    fs::remove_file(file("perduto")).unwrap();
    write(&board.path().join(format!("{ITEMS}/nuovo.md")), course_with("alias: [vecchio]\n"));
    write(&file("vecchio"), "- canale: whatsapp\n");
    let found = findings(board.path());
    assert!(found[0]["hint"].as_str().unwrap().contains("nuovo.pubblicazioni.yaml"), "{found:?}");
    // An announcement that cannot be read is there all the same.
    fs::remove_file(file("vecchio")).unwrap();
    write(&board.path().join(format!("{ITEMS}/rotto.md")), "niente\n");
    write(&file("rotto"), "- canale: whatsapp\n");
    assert!(!rules_found(board.path()).iter().any(|(rule, _)| rule == "publications-without-item"));
}

/// Two editors note different posts on two branches: git merges neither, and both notes are right.
#[test]
fn conflict_of_two_notes_is_mended_by_keeping_both() {
    let board = repository_of_board();
    git(board.path(), &["checkout", "-q", "-b", "altra"]);
    bacheca(board.path(), &["posted", "aiuto-cuoco-mensa", "--when", "2026-11-20"]).expect_code(0);
    commit(board.path());
    git(board.path(), &["checkout", "-q", "main"]);
    bacheca(board.path(), &["posted", "aiuto-cuoco-mensa", "--when", "2026-11-21", "--channel", "telegram"])
        .expect_code(0);
    commit(board.path());
    let merged = std::process::Command::new("git")
        .arg("-C")
        .arg(board.path())
        .args(["-c", "user.name=P", "-c", "user.email=p@example.org", "merge", "altra"])
        .output()
        .unwrap();
    assert!(!merged.status.success(), "the two notes collide");
    let found = rules_found(board.path());
    assert_eq!(found.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["conflict-markers"]);
    bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    let plan = bacheca(board.path(), &["plan", "--json"]).expect_code(0).out;
    assert!(!plan.contains("\"bacheca post aiuto-cuoco-mensa\""), "{plan}");
    let telegram = bacheca(board.path(), &["plan", "--json", "--channel", "telegram"]).expect_code(0).out;
    assert!(!telegram.contains("\"bacheca post aiuto-cuoco-mensa --channel telegram\""), "{telegram}");
}

#[test]
fn conflict_in_any_text_file_is_the_only_error_of_that_file() {
    let conflict = |ours: &str, theirs: &str| format!("<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> altra\n");
    let board = small_board();
    let course = course_with(&conflict("livello: A1", "livello: A2"));
    write(&board.path().join(format!("{ITEMS}/prova.md")), &course);
    assert_eq!(
        rules_found(board.path()).iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(),
        ["conflict-markers"]
    );
    // In the text: the facts are read, and the page is not published.
    let text = format!("{}\n{}", course_with(""), conflict("Uno.", "Due."));
    write(&board.path().join(format!("{ITEMS}/prova.md")), &text);
    assert_eq!(
        rules_found(board.path()).iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(),
        ["conflict-markers"]
    );
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(1);
    // A message would have both versions.
    for command in [&["post", "prova"][..], &["post", "prova", "--notice"]] {
        let error = bacheca(board.path(), command).expect_code(2).err;
        assert!(error.contains("due versioni che git ha lasciato"), "{error}");
    }
    fs::remove_file(board.path().join(format!("{ITEMS}/prova.md"))).unwrap();
    for path in ["content/pagine/nuova.md", "content/enti/nuovo.md", "content/glossario.csv"] {
        write(&board.path().join(path), conflict("titolo: uno", "titolo: due"));
        let found = rules_found(board.path());
        assert_eq!(found.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["conflict-markers"], "{path}");
        fs::remove_file(board.path().join(path)).unwrap();
    }
    let config = fs::read_to_string(board.path().join("site.toml")).unwrap();
    write(&board.path().join("site.toml"), config + &conflict("[piano]", "[piano]\nora = \"9:00\""));
    let out = bacheca(board.path(), &["check"]).expect_code(1).out;
    assert!(out.contains("conflict-markers") && out.contains("<<<<<<< HEAD"), "{out}");
}

/// What nobody can read would count as never posted, and be posted again.
#[test]
fn posts_that_cannot_be_read_stop_plan_notice_and_posted() {
    for broken in ["- canale: whatsapp\n\tlingua: it\n", "<<<<<<< HEAD\n- canale: whatsapp\n=======\n>>>>>>> altra\n"] {
        let board = board_with("prova", course_with(""));
        let file = board.path().join(format!("{ITEMS}/prova.pubblicazioni.yaml"));
        write(&file, broken);
        for command in [&["plan"][..], &["post", "prova", "--notice"], &["posted", "prova"]] {
            let error = bacheca(board.path(), command).expect_code(2).err;
            assert!(
                error.contains("non si legge") && error.contains("prova.pubblicazioni.yaml"),
                "{command:?}: {error}"
            );
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), broken);
    }
}

/// A post noted late told what was true then, which nobody noted.
#[test]
fn post_before_the_last_change_tells_nothing_that_came_later() {
    let board = board_with("prova", course_with("stato: annullato\naggiornato: 2026-11-21\n"));
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-20T10:00"]).expect_code(0);
    let posts = fs::read_to_string(board.path().join(format!("{ITEMS}/prova.pubblicazioni.yaml"))).unwrap();
    assert!(!posts.contains("detto"), "{posts}");
    let plan = bacheca(board.path(), &["plan"]).expect_code(0).out;
    assert!(plan.contains("Annullato") && plan.contains("bacheca post prova --notice"), "{plan}");
}

#[test]
fn file_of_a_translation_notes_its_language() {
    let board = board_with("prova", course_with(""));
    write(&board.path().join(format!("{ITEMS}/prova.ar.md")), "---\nlingua: ar\ntitolo: درس\n---\n");
    bacheca(board.path(), &["posted", &format!("{ITEMS}/prova.ar.md"), "--when", "2026-11-20"]).expect_code(0);
    let posts = fs::read_to_string(board.path().join(format!("{ITEMS}/prova.pubblicazioni.yaml"))).unwrap();
    assert!(posts.contains("lingua: ar\n"), "{posts}");
}

#[test]
fn notice_of_what_is_full_names_its_waiting_list() {
    let notice = |lines: &str| {
        let board = board_with("prova", course_with(lines));
        bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out
    };
    let full = notice("stato: posti esauriti\n");
    assert!(full.contains("Posti esauriti") && !full.contains("👉") && !full.contains("lista d'attesa"), "{full}");
    let waiting = notice("stato: posti esauriti\nlista_attesa: sì\n");
    assert!(waiting.contains("Mettiti in lista d'attesa") && waiting.contains("👉"), "{waiting}");
}

#[test]
fn heading_underlined_with_equals_signs_is_no_conflict() {
    let board = board_with("prova", format!("{}\nLe lezioni\n=======\n\nSono il lunedì.\n", course_with("")));
    assert_eq!(rules_found(board.path()), []);
}

/// A post rebuilds the desk of its item, and check, schema and base know the file.
#[test]
fn file_of_posts_is_part_of_the_board() {
    let board = board_with("prova", course_with(""));
    let build = || bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let desk = || fs::read_to_string(board.path().join("public/redazione/index.html")).unwrap();
    build();
    let before = desk();
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-20"]).expect_code(0);
    build();
    assert_ne!(desk(), before);
    let schema: serde_json::Value =
        serde_json::from_str(&run_program(&["schema", "--publications"]).expect_code(0).out).unwrap();
    let posts = serde_json::json!([{"canale": "whatsapp", "lingua": "it", "quando": "2026-11-20T10:00",
        "detto": {"stato": "aperto", "scadenza": "2026-12-04", "date": ["2026-12-01/2026-12-20", "2027-01-04"],
        "orari": "9:00-11:00", "luogo": "via Roma 1"}}]);
    assert_eq!(JsonSchema::new(&schema).violation(&posts), None);
    assert!(
        JsonSchema::new(&schema).violation(&serde_json::json!([{"canale": "whatsapp", "quando": "ieri"}])).is_some()
    );
}

#[test]
fn check_base_counts_the_posts_of_the_file() {
    let board = repository_of_board();
    let path = board.path().join(format!("{ITEMS}/corso.md"));
    let text = course_with("");
    write(&path, &text);
    write(
        &board.path().join(format!("{ITEMS}/corso.pubblicazioni.yaml")),
        "- canale: whatsapp\n  quando: 2026-11-20\n",
    );
    commit(board.path());
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    write(&path, text.replace("scadenza: 2026-12-04", "scadenza: 2026-12-05"));
    let output = bacheca(board.path(), &["check", "--base", "main"]).expect_code(0).out;
    assert!(output.contains("change-undated"), "{output}");
}

/// What a post told is compared with the facts of now: each change is named, old and new, first in the plan.
#[test]
fn change_since_a_post_is_named_in_plan_and_notice() {
    let board = board_with("prova", course_with(""));
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-20"]).expect_code(0);
    let path = board.path().join(format!("{ITEMS}/prova.md"));
    let text = course_with("");
    for (from, to, said) in [
        ("date: 2026-12-10", "date: 2026-12-17", "❗ *Cambia la data: giovedì 17 dicembre, non più 10 dicembre*"),
        ("\"10:00-12:00\"", "\"15:00-17:00\"", "❗ *Cambia l'orario: 15:00–17:00, non più 10:00–12:00*"),
        ("via Roma 1", "via Milano 2", "❗ *Cambia il luogo: via Milano 2, non più via Roma 1*"),
        (
            "scadenza: 2026-12-04",
            "scadenza: 2026-12-08",
            "⏰ *Scadenza prorogata: martedì 8 dicembre, non più 4 dicembre*",
        ),
        (
            "scadenza: 2026-12-04",
            "scadenza: 2026-12-02",
            "❗ *Cambia la scadenza: mercoledì 2 dicembre, non più 4 dicembre*",
        ),
        ("costo: gratuito", "costo: gratuito\nstato: annullato", "❗ *Annullato*"),
        ("costo: gratuito", "costo: gratuito\nstato: posti esauriti", "❗ *Posti esauriti*"),
        ("costo: gratuito", "costo: gratuito\nstato: ritirato", "❗ *Annuncio ritirato*"),
    ] {
        write(&path, text.replace(from, to));
        let plan = bacheca(board.path(), &["plan"]).expect_code(0).out;
        let mut lines = plan.lines();
        assert!(lines.next().unwrap().starts_with("sabato 21 novembre 2026, ore 10:00  è cambiato: "), "{to}: {plan}");
        let sentence = said.split('*').nth(1).unwrap();
        // On paper and in terminals the dash of hours does not break.
        assert_eq!(lines.next().unwrap().trim().replace('\u{2060}', ""), sentence, "{plan}");
        assert!(lines.next().unwrap().ends_with("bacheca post prova --notice"), "{to}: {plan}");
        let notice = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
        assert!(notice.starts_with(said), "{to}: {notice}");
        assert!(!notice.contains("Ultimi giorni"), "{to}: {notice}");
        // Elsewhere nothing was said that is no longer true.
        let elsewhere = bacheca(board.path(), &["plan", "--channel", "wechat", "--lang", "en"]).expect_code(0).out;
        assert!(!elsewhere.contains("è cambiato"), "{to}: {elsewhere}");
    }
    // What the notice told is told.
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-21"]).expect_code(0);
    assert!(!bacheca(board.path(), &["plan"]).expect_code(0).out.contains("è cambiato"));
    write(&path, &text);
    let notice = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
    assert!(notice.starts_with("⏰ *Di nuovo aperto*"), "{notice}");
}

/// A notice fits each messenger, in each language; an SMS has its sentences on one line.
#[test]
fn notice_fits_each_messenger() {
    let board = board_with("prova", course_with(""));
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-20"]).expect_code(0);
    let text = course_with("").replace("via Roma 1", "via Milano 2").replace("12-10", "12-17");
    write(&board.path().join(format!("{ITEMS}/prova.md")), text);
    for channel in MESSENGERS.iter().map(|messenger| messenger.name) {
        for language in ["it", "en", "ar", "ar,it"] {
            let arguments = ["post", "prova", "--notice", "--channel", channel, "--lang", language];
            let run = bacheca(board.path(), &arguments).expect_code(0);
            // «sms: 2 di 3 SMS»
            let numbers: Vec<usize> = run.err.split(' ').filter_map(|word| word.parse().ok()).collect();
            assert!(numbers[0] <= numbers[1], "{arguments:?}: {}", run.err);
            if channel == "sms" && language == "it" {
                assert!(
                    run.out.starts_with("Cambia la data: giovedì 17 dicembre, non più 10 dicembre. Cambia il luogo: ")
                );
            }
        }
    }
}

/// «Chiude domani», not two hours before: the reminder is planned a day ahead even if that is no posting day.
#[test]
fn reminder_leaves_a_day() {
    let board = board_with("prova", course_with(""));
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-20"]).expect_code(0);
    let plan: serde_json::Value =
        serde_json::from_str(&bacheca(board.path(), &["plan", "--json"]).expect_code(0).out).unwrap();
    let posts = plan["post"].as_array().unwrap();
    let reminder = posts.iter().find(|post| post["slug"] == "prova").unwrap();
    // It closes on Friday 4, a posting day: on Wednesday 2 there is time.
    assert_eq!(reminder["giorno"], "2026-12-02");
    assert_eq!(reminder["motivo"], "ultimi giorni");
    assert_eq!(reminder["comando"], "bacheca post prova --notice");
    assert_eq!(reminder["ultimo_post"], "2026-11-20T10:00");
    assert_eq!((&plan["version"], &plan["canale"], &plan["lingua"]), (&1.into(), &"whatsapp".into(), &"it".into()));
    for (day, said) in [("2026-12-02", "Ultimi giorni"), ("2026-12-03", "Chiude domani"), ("2026-12-04", "Chiude oggi")]
    {
        let root = board.path().to_str().unwrap();
        let run = run_program(&["--root", root, "--today", day, "post", "prova", "--notice"]).expect_code(0);
        assert!(run.out.starts_with(&format!("⏰ *{said}*")), "{day}: {}", run.out);
    }
}

/// Drafts, questions, what closes and was never posted.
#[test]
fn plan_lists_what_waits_for_the_editors() {
    let board = board_with("prova", course_with("").replace("2026-12-04", "2026-11-24"));
    let plan: serde_json::Value =
        serde_json::from_str(&bacheca(board.path(), &["plan", "--json"]).expect_code(0).out).unwrap();
    let waiting: Vec<(&str, &str)> = plan["da_sistemare"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["slug"].as_str().unwrap(), entry["motivo"].as_str().unwrap()))
        .collect();
    assert_eq!(waiting[0], ("prova", "mai uscito"));
    assert!(waiting.contains(&("contributo-affitto", "domande senza risposta")), "{waiting:?}");
}

/// What closes soon and was never posted is told whole; a reminder is for those who read it before.
#[test]
fn first_text_is_a_reminder_only_of_what_was_posted() {
    let board = board_with("prova", course_with("").replace("scadenza: 2026-12-04", "scadenza: 2026-11-23"));
    let first = || {
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let page = fs::read_to_string(board.path().join("public/redazione/prova/index.html")).unwrap();
        let (_, rest) = page.split_once("<details class=\"desk-text\"").unwrap();
        rest.split_once("</summary>").unwrap().0.to_owned()
    };
    let never_posted = first();
    assert!(never_posted.contains("WhatsApp con immagine"), "{never_posted}");
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-10"]).expect_code(0);
    let posted = first();
    assert!(posted.contains("Avviso"), "{posted}");
}

#[test]
fn post_in_two_languages_is_noted_in_both() {
    let board = board_with("prova", course_with(""));
    let arguments = ["posted", "prova", "--lang", "ar,it", "--when", "2026-11-21T10:00"];
    let out = bacheca(board.path(), &arguments).expect_code(0).out;
    assert_eq!(out.lines().count(), 2, "{out}");
    let posts = posts_of(board.path());
    assert!(posts.find("lingua: ar").unwrap() < posts.find("lingua: it").unwrap(), "{posts}");
    assert_eq!(rules_found(board.path()), []);
    // One that is noted already stops both.
    let both = ["posted", "prova", "--lang", "it,en", "--when", "2026-11-21T10:00"];
    bacheca(board.path(), &both).expect_code(2);
    assert_eq!(posts_of(board.path()), posts);
}

/// The text of the week, as the desk's script writes it and a chat changes it.
#[test]
fn text_of_the_week_is_noted_by_one_command() {
    let board = board_with("prova", course_with(""));
    write(&board.path().join(format!("{ITEMS}/altra.md")), course_with(""));
    let entry = "- canale: whatsapp\n  lingua: it\n  quando: \"2026-11-20T10:05\"\n  detto:\n    stato: aperto\n    scadenza: 2026-12-04\n";
    let letter = format!(
        "Pubblicazioni sui canali: Bacheca di Borgo\n\nDa aggiungere in fondo a ogni file (se il file non c'è, va creato con queste righe):\n\n{ITEMS}/prova.pubblicazioni.yaml\n```\n{entry}{}```\n\n{ITEMS}/altra.pubblicazioni.yaml\n```\n{entry}```\n",
        entry.replace("lingua: it", "lingua: ar")
    );
    let file = board.path().join("settimana.txt");
    write(&file, &letter);
    let read = ["posted", "--read", file.to_str().unwrap()];
    let out = bacheca(board.path(), &read).expect_code(0).out;
    assert!(out.ends_with("segnati 3 post in 2 file\n"), "{out}");
    assert_eq!(posts_of(board.path()), format!("{entry}{}", entry.replace("lingua: it", "lingua: ar")));
    assert!(!rules_found(board.path()).iter().any(|(rule, _)| rule.starts_with("publication")));
    // Once more, without fences, spaces and straight quotes.
    let bare = letter.replace("```\n", "").lines().map(str::trim).collect::<Vec<_>>().join("\n");
    write(&file, bare.replace("\"2026", "“2026").replace("05\"", "05”"));
    let out = bacheca(board.path(), &read).expect_code(0).out;
    assert!(out.ends_with("segnati 0 post in 0 file; 3 c'erano già\n"), "{out}");
    for (text, said) in [
        ("ciao".to_owned(), "non c'è nessun post"),
        (letter.replace("altra.", "via."), "via.pubblicazioni.yaml: accanto a questo file non c'è"),
        (letter.replace("whatsapp", "facebok"), "forse: facebook"),
        (letter.replace("2026-11-20T10:05", "2026-12-20T10:05"), "deve ancora venire"),
        (letter.replace("lingua: it", "lingua: sq"), "non ha la lingua «sq»"),
        (letter.replace("\"2026-11-20T10:05\"", "ieri"), "arrivate rovinate"),
    ] {
        let before = posts_of(board.path());
        write(&file, &text);
        let error = bacheca(board.path(), &read).expect_code(2).err;
        assert!(error.contains(said), "{said}: {error}");
        assert_eq!(posts_of(board.path()), before);
    }
}
