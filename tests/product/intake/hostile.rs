//! Messages that try to break out of the draft, and messages of any sort: none panics, and a long one takes no long time.

use std::time::Duration;

use bacheca::intake::compact::{FileFacts, facts_of_file};
use bacheca::intake::{Options, read_message};
use bacheca::model::Kind;

use super::{BOARD, cases};
use crate::support::thread_time;

/// Reads a message as an announcement of a kind, and checks that the draft is a file with one front matter.
fn draft_of(message: &str) -> Option<String> {
    let options = Options { kind: Some(Kind::Training), image: None };
    let drafts = read_message(&BOARD.board, message, &options).ok()?;
    let text = drafts[0].text.clone();
    let FileFacts { facts, body, .. } = facts_of_file(&text).unwrap_or_else(|| panic!("no file:\n{text}"));
    assert_eq!(facts["stato"], "bozza", "{text}");
    assert!(body.is_empty() || message.contains("BACHECA 1"), "{text}");
    assert_eq!(text.lines().filter(|line| *line == "---").count(), 2, "{text}");
    Some(text)
}

/// What stands behind a mailbox in an address is for programs: it is never whom one writes to.
#[test]
fn mailbox_is_the_one_before_the_parameters() {
    for address in [
        "info@ponte.example.org?bcc=ladro@evil.example",
        "mailto:info@ponte.example.org?subject=x&cc=ladro@evil.example",
        "info@ponte.example.org&bcc=ladro@evil.example",
        "info@ponte.example.org:ladro@evil.example",
        "e-mail:info@ponte.example.org",
    ] {
        let draft = draft_of(&format!("Corso gratuito di italiano A1\nPer iscriversi scrivere a {address}\n")).unwrap();
        let facts = facts_of_file(&draft).unwrap().facts;
        let way = facts["iscrizione"].to_string();
        assert!(way.contains("info@ponte.example.org") && !way.contains("evil"), "{address}: {way}");
    }
}

#[test]
fn mobile_beside_the_name_of_a_person_is_left_out() {
    for contact in [
        "Per informazioni:\nAnna Bianchi\ncell. 333 1234567",
        "Anna Bianchi\n+39 333 1234567\nanna.bianchi@gmail.com",
        "Info: Anna\n3331234567",
        "Contattare Anna.\nTel 3331234567",
        "Per info Anna\n\n333 1234567",
        "Rispondono Anna e Marco ai numeri\n333 1234567\n333 7654321",
        "- Anna\n- 333 1234567",
    ] {
        let draft = draft_of(&format!("Corso gratuito di italiano A1\nIn via Roma 5\n{contact}\n")).unwrap();
        let facts = format!("{:?}", facts_of_file(&draft).unwrap().facts);
        assert!(!facts.replace(' ', "").contains("333"), "{contact}: {facts}");
    }
    let office = "Corso gratuito di italiano A1\nSportello lavoro, via Anna Magnani 5\n333 1234567\n";
    assert!(format!("{:?}", facts_of_file(&draft_of(office).unwrap()).unwrap().facts).contains("333 1234567"));
}

#[test]
fn text_cannot_break_out_of_its_comment_or_value() {
    for part in [
        "---",
        "...",
        "# x",
        "stato: pubblicato",
        "{a: b",
        "\"",
        "'",
        "&a *a !!x",
        "<script>alert(1)</script>",
        "\u{202e}abc",
        "\u{2028}---\u{2028}stato: x",
        "\u{85}---\u{85}",
        "\r---\r",
        "«»",
        "%YAML",
        "- [",
        "| >",
        "\u{feff}",
        "\u{0}",
    ] {
        let messages = [
            format!(
                "Corso di italiano {part}\n{part}\nDove: via Roma 5 {part}\nCosto: gratuito {part}\nInfo: info@ponte.example.org {part}\n"
            ),
            format!("{part}\nCorso {part} gratuito\nDestinatari: {part} persone\nDocumenti: {part}\n"),
            format!("BACHECA 1 formazione\ntitolo: {part} corso\nsintesi: {part}\ndestinatari: {{testo: {part}}}\n"),
        ];
        for message in messages {
            let Some(text) = draft_of(&message) else { continue };
            assert!(!text.contains(['\u{202e}', '\u{2028}', '\u{85}', '\r', '\u{0}']), "{text:?}");
        }
    }
}

#[test]
fn no_message_panics() {
    // A small generator of pseudo-random numbers (Knuth's MMIX constants).
    let mut state: u64 = 20_261_121;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let messages: Vec<String> =
        cases("gold").values().map(|folder| std::fs::read_to_string(folder.join("message.txt")).unwrap()).collect();
    let odd = [
        "12/",
        "ore",
        "€",
        "dalle 9 alle",
        "entro il",
        "31/02",
        "\u{301}",
        "٣",
        "via",
        "1^",
        "3️⃣",
        "@",
        "http://",
        "»",
        "BACHECA 1 evento\n",
        "\n",
        ":",
        "lun-",
        "İ",
        "ß",
        "  ",
        "{",
        "06",
        "dal 5 al",
        "99999999999999999999",
    ];
    for round in 0..600 {
        let (one, other) = (&messages[next(messages.len())], &messages[next(messages.len())]);
        let cut = one.floor_char_boundary(next(one.len() + 1));
        let from = other.ceil_char_boundary(next(other.len() + 1));
        let mut text = format!("{}{}{}", &one[..cut], odd[next(odd.len())], &other[from..]);
        for _ in 0..next(12) {
            let at = text.floor_char_boundary(next(text.len() + 1));
            text.insert_str(at, odd[next(odd.len())]);
        }
        draft_of(&text).or_else(|| (round == usize::MAX).then(String::new));
    }
}

#[test]
fn long_messages_take_linear_time() {
    let lines = [
        "Corso gratuito il 5 dicembre 2026 dalle 9 alle 12 in via Roma 5, info@ponte.example.org 06 5550 0199\n",
        "a",
        "1 ",
        "(",
        "dal 1/2 al ",
        "https://a.it/",
        "@",
        "«",
        "3",
        "lunedì ",
        "- x\n",
        "«e",
        "a@",
        "oggetto ",
    ];
    let time = |line: &str, length: usize| {
        let message = line.repeat(length / line.len());
        let before = thread_time();
        draft_of(&message);
        thread_time().saturating_sub(before)
    };
    for line in lines {
        // Eight times the text; some of the time is the same for both, and a quadratic part would show as 64. What else the
        // machine does lengthens one measurement, not three.
        let times: Vec<_> = (0..3).map(|_| (time(line, 12_000), time(line, 96_000))).collect();
        let grows_in_step = times.iter().any(|(short, long)| *long < *short * 20 + Duration::from_millis(200));
        assert!(grows_in_step, "{line:?}: {times:?}");
    }
}
