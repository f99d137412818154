//! Question mails, read by an independent mail parser.

use crate::support::{bacheca, small_board};

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
