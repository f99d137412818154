//! Question mails, read by an independent mail parser.

use std::collections::BTreeSet;

use bacheca::board::load;
use bacheca::check::{check, compose_questions, question_of};
use bacheca::config::Config;
use bacheca::diagnostic::MessageLanguage;
use bacheca::model::spell_out_iso_dates;
use rayon::prelude::*;

use crate::faults::{board_with_case, cases};
use crate::support::{ITEMS, TODAY, assert_no_problems, bacheca, read_tree, repository_path, small_board, write};

/// Subject and both texts are readable in every script.
#[test]
fn question_message_is_read_by_a_mail_parser() {
    let board = small_board();
    for (asked, subject, says) in [
        (vec!["italiano-a2", "--lang", "it"], "Italiano A2", "/bacheca/o/italiano-a2/"),
        (
            vec!["italiano-a2", "--lang", "ar"],
            "\u{0644}\u{0644}\u{062a}\u{0633}\u{062c}\u{064a}\u{0644}",
            "/ar/o/italiano-a2/",
        ),
        (vec!["--digest", "--lang", "it"], "Le opportunit\u{e0} della settimana", "/bacheca/o/aiuto-cuoco-mensa/"),
    ] {
        let written = || {
            let channel = ["post", "--channel", "email"];
            bacheca(board.path(), &[&channel[..], &asked].concat()).expect_code(0).out
        };
        let letter = written();
        assert_eq!(letter, written(), "a letter that is written twice is the same letter");
        // RFC 5322: a line has at most 998 bytes.
        assert!(letter.lines().all(|line| line.len() <= 998));
        let opened = mail_parser::MessageParser::default().parse(&letter).unwrap();
        assert!(opened.subject().unwrap().contains(subject), "{:?}", opened.subject());
        let sender = opened.from().and_then(|sender| sender.first()).unwrap();
        assert_eq!((sender.name(), sender.address()), (Some("Bacheca di Borgo"), Some("redazione@example.org")));
        assert!(opened.date().is_some() && opened.message_id().is_some());
        assert_eq!(opened.header_raw("X-Unsent").map(str::trim), Some("1"));
        assert_eq!((opened.text_body_count(), opened.html_body_count(), opened.attachment_count()), (1, 1, 0));
        let (text, html) = (opened.body_text(0).unwrap(), opened.body_html(0).unwrap());
        assert!(text.contains(says) && html.contains(says), "{text}\n{html}");
        let plain =
            bacheca(board.path(), &[&["post", "--channel", "whatsapp"], &asked[..]].concat()).expect_code(0).out;
        let address = plain.lines().find(|line| line.contains(says)).unwrap();
        assert!(text.lines().any(|line| line.contains(address)), "{address}\n{text}");
    }
}

/// One question for each missing thing, with the name of the edition, and nothing that is known.
#[test]
fn questions_name_the_edition_and_ask_once() {
    let asked = |base: &str, changes: &[(&str, &str)]| {
        let mut text = std::fs::read_to_string(repository_path(&format!("tests/examples/{base}.md"))).unwrap();
        for (line, new) in changes {
            let old = text.lines().find(|old| old.starts_with(line)).unwrap().to_owned();
            text = text.replacen(&old, new, 1);
        }
        let board = small_board();
        write(&board.path().join(format!("{ITEMS}/prova.md")), text);
        let letter = bacheca(board.path(), &["ask", "prova"]).expect_code(0).out;
        let questions = letter.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
        (questions.map(str::to_owned).collect::<Vec<_>>(), letter)
    };
    let editions = "stato: bozza\nedizioni: [{nome: Mattina, date: 2026-12-10, orari: da chiedere}, \
        {nome: Sera, date: da chiedere, orari: da chiedere, luogo: {indirizzo: da chiedere}}, \
        {nome: Sabato, date: {inizio: 2026-12-12, fine: da chiedere}, giorni: [sab], orari: da chiedere}]";
    let (questions, letter) = asked("formazione", &[("date:", editions), ("orari:", "")]);
    assert_eq!(
        questions,
        [
            "1. Edizione «Mattina»: In quali giorni della settimana e a che ora?",
            "2. Edizione «Sera»: In quali date si svolge (inizio e fine, con l'anno)?",
            "3. Edizione «Sera»: In quali giorni della settimana e a che ora?",
            "4. Edizione «Sera»: Dove si svolge? Ci serve l'indirizzo intero, con il numero civico.",
            "5. Edizione «Sabato»: Comincia il 12 dicembre 2026: quando finisce?",
            "6. Edizione «Sabato»: A che ora comincia e a che ora finisce (sabato)?",
        ]
    );
    assert!(letter.contains("sulla Bacheca di Borgo") && letter.contains("Grazie!\n\nBacheca di Borgo"), "{letter}");
    let application = "stato: bozza\ncandidatura: {canale: email, email: da chiedere, oggetto: da chiedere}";
    let (questions, _) = asked("lavoro", &[("candidatura:", application)]);
    assert_eq!(questions, ["1. A quale indirizzo e-mail si scrive, e con quale oggetto?"]);
    let (questions, letter) = asked("formazione", &[("Vieni", "Le iscrizioni scadono il 3 dicembre 2026.")]);
    assert_eq!(questions, ["1. Leggiamo due scadenze, 4 dicembre 2026 e 3 dicembre 2026: qual è giusta?"]);
    assert!(!letter.contains("non è previsto"), "{letter}");
}

/// What is known comes first, labels are those of the part, and only the hour is asked where the day is known.
#[test]
fn questions_say_what_is_known() {
    let board = small_board();
    let draft = "---\ntipo: lavoro\nstato: bozza\ntitolo: Aiuto cuoco\nsintesi: Si cucina.\n\
        ente: {nome: Mensa Nuova, tipo: da chiedere}\npubblicato: 2026-11-20\nmansioni: [cucinare, da chiedere]\n\
        requisiti: non previsto\nmodalita: in presenza\nluogo: {nome: Mensa, indirizzo: da chiedere, citta: Borgo}\n\
        contratto: {tipo: tempo determinato, durata: da chiedere, ore_settimana: da chiedere}\n\
        retribuzione: {importo: da chiedere, unita: mese, lordo: da chiedere}\ncandidatura: {canale: telefono, telefono: da chiedere}\n\
        scadenza: 2026-12-18 ore da chiedere\ncontatti: {telefono: da chiedere, email: info@mensa.example.org}\n\
        fonte: [da chiedere, \"https://ponte.example.org/x\"]\nposti: da chiedere\nlista_attesa: da chiedere\n---\n\nTesto.\n";
    write(&board.path().join(format!("{ITEMS}/prova.md")), draft);
    let letter = bacheca(board.path(), &["ask", "prova"]).expect_code(0).out;
    let asked: Vec<&str> = letter.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(
        asked,
        [
            "1. Che tipo di organizzazione è (associazione, cooperativa, ente pubblico…)?",
            "2. Sappiamo già «cucinare». Quali sono le mansioni principali?",
            "3. Sappiamo già «nome del luogo: Mensa, città: Borgo». Dove si svolge? Ci serve l'indirizzo intero, con il numero civico.",
            "4. Tipo di contratto: sappiamo «tipo di contratto: tempo determinato»; ci manca ancora: durata, ore alla settimana. Ce lo scrivete?",
            "5. Retribuzione: sappiamo «ogni quanto: mese»; ci manca ancora: importo in euro. Ce lo scrivete? È lordo?",
            "6. A quale numero di telefono si chiama?",
            "7. L'ultimo giorno è il 18 dicembre 2026: fino a che ora?",
            "8. Sappiamo già «https://ponte.example.org/x». Qual è la pagina ufficiale con tutte le informazioni?",
            "9. Quanti posti ci sono?",
            "10. C'è una lista d'attesa?",
        ]
    );
    let english = bacheca(board.path(), &["ask", "prova", "--lang", "en"]).expect_code(0).out;
    let asked: Vec<&str> = english.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(
        asked,
        [
            "1. What kind of organisation is it (association, cooperative, public body…)?",
            "2. We already know «cucinare». What does the work consist of?",
            "3. We already know «name of the place: Mensa, town: Borgo». Where does it take place? We need the whole address, with the number.",
            "4. Kind of contract: we know «kind of contract: tempo determinato»; what we still need: duration, hours a week. Could you tell us?",
            "5. Pay: we know «paid per: mese»; what we still need: amount in euros. Could you tell us? Is it before tax?",
            "6. Which number should people call?",
            "7. The last day is 18 December 2026: until what time?",
            "8. We already know «https://ponte.example.org/x». Which is the official page with all the information?",
            "9. How many places are there?",
            "10. Is there a waiting list?",
        ]
    );
    // None of these may not exist.
    assert!(!letter.contains("non è previsto"), "{letter}");
}

/// `check` and `ask` agree: what a finding tells the editor to ask is a question, each is asked once, and an item without
/// findings and placeholders has none.
#[test]
fn questions_are_those_of_the_findings() {
    let right = ["examples", "harmless"].into_iter().flat_map(|folder| {
        let files = read_tree(&repository_path(&format!("tests/{folder}")));
        files.into_iter().map(|(path, bytes)| {
            let board = small_board();
            write(&board.path().join(format!("{ITEMS}/{path}")), bytes);
            (path, board)
        })
    });
    let faulty = cases().into_iter().map(|case| (case.clone(), board_with_case(&case)));
    let boards: Vec<_> = right.chain(faulty).collect();
    let problems = boards.par_iter().flat_map_iter(|(case, board)| {
        let Ok(config) = Config::load(board.path()) else { return Vec::new() };
        let mut loaded = load(board.path(), config, TODAY.parse().unwrap());
        let found = check(&loaded.board, std::mem::take(&mut loaded.problems), None).diagnostics;
        let mut problems = Vec::new();
        for item in &loaded.board.items {
            let letter = compose_questions(&loaded.board, item, &found, MessageLanguage::Italian);
            let text = letter.map(|letter| letter.text).unwrap_or_default();
            let numbered = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
            let asked: Vec<&str> =
                text.lines().filter(numbered).filter_map(|line| Some(line.split_once(". ")?.1)).collect();
            let of_item: Vec<_> = found.iter().filter(|one| one.file == item.document.source.path).collect();
            for one in &of_item {
                let hint = one.hint.as_ref().map_or("", |hint| &hint.it);
                let tells_to_ask = hint.contains("da chiedere") || hint.contains("hiedi");
                match question_of(item, one).map(|question| spell_out_iso_dates(&question).it) {
                    Some(question) if !asked.contains(&question.as_str()) => {
                        problems.push(format!("{case}: {} asks «{question}», `ask` does not", one.rule));
                    }
                    None if tells_to_ask && !["to-ask-outside-draft", "archived-while-open"].contains(&one.rule) => {
                        problems.push(format!("{case}: {} tells to ask («{hint}»), `ask` does not", one.rule));
                    }
                    _ => {}
                }
            }
            if asked.iter().collect::<BTreeSet<_>>().len() < asked.len() || asked.iter().any(|line| !line.contains('?'))
            {
                problems.push(format!("{case}: {asked:?}"));
            }
            let is_open = item.document.facts().to_lowercase().contains("da chiedere");
            if of_item.is_empty() && !is_open && !asked.is_empty() {
                problems.push(format!("{case}: nothing is missing, but `ask` asks {asked:?}"));
            }
        }
        problems
    });
    assert_no_problems(problems.collect());
}
