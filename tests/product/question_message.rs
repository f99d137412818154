//! Question mails, read by an independent mail parser.

use crate::support::{ITEMS, bacheca, repository_path, small_board, write};

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
        (vec!["--digest", "--lang", "it"], "Le opportunit\u{e0} della settimana", "/bacheca/o/italiano-a2/"),
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
            "5. Edizione «Sabato»: Quando finisce?",
            "6. Edizione «Sabato»: A che ora comincia e a che ora finisce (sab)?",
        ]
    );
    assert!(letter.contains("sulla Bacheca di Borgo") && letter.contains("Grazie!\n\nBacheca di Borgo"), "{letter}");
    let application = "stato: bozza\ncandidatura: {canale: email, email: da chiedere, oggetto: da chiedere}";
    let (questions, _) = asked("lavoro", &[("candidatura:", application)]);
    assert_eq!(questions, ["1. Come ci si candida, e che cosa bisogna mandare?"]);
    let (questions, letter) = asked("formazione", &[("Vieni", "Le iscrizioni scadono il 3 dicembre 2026.")]);
    assert_eq!(questions, ["1. Leggiamo due scadenze, 4 dicembre 2026 e 3 dicembre 2026: qual è giusta?"]);
    assert!(!letter.contains("non è previsto"), "{letter}");
}
