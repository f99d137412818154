//! Texts for each channel, as the command `post` writes them.

use crate::support::{assert_no_problems, bacheca, board_with, repository_path, small_board, small_site};

/// The text for a channel of an item with a body of its own.
fn post_of_body(body: &str, channel: &str) -> String {
    let base = std::fs::read_to_string(repository_path("tests/examples/formazione.md")).unwrap();
    let (facts, _) = base.rsplit_once("---\n").unwrap();
    let board = board_with("prova", format!("{facts}---\n\n{body}\n"));
    bacheca(board.path(), &["post", "prova", "--channel", channel]).expect_code(0).out
}

#[test]
fn message_keeps_lists_and_links_of_the_text() {
    let body = "Si può venire in questi giorni:\n\n- lunedì\n- martedì, vedi [gli orari](../../orari/)\n\n## Attenzione\n\n\
        [Scrivi](mailto:corsi@example.org) oppure [chiama](tel:+390655500199) o vai al [sito](https://example.org/corsi).";
    let letter = post_of_body(body, "email").replace("=\r\n", "").replace("=\n", "");
    assert!(letter.contains("<a href=3D\"https://borgo.example.org/bacheca/o/prova/\">"), "{letter}");
    for channel in ["whatsapp", "caption", "telegram", "telegram-bot", "viber", "wechat", "facebook"] {
        let text = post_of_body(body, channel);
        for part in
            ["- lunedì\n- martedì", "/bacheca/orari/", "corsi@example.org", "390655500199", "https://example.org/corsi"]
        {
            assert!(
                text.contains(part) || part.starts_with("- ") && text.contains("• lunedì"),
                "{channel}: no {part}\n{text}"
            );
        }
    }
}

#[test]
fn message_without_room_announces_nothing_that_it_leaves_out() {
    let items =
        (0..60).map(|number| format!("- una cosa da portare, la numero {number}\n")).collect::<Vec<_>>().concat();
    let text = post_of_body(&format!("{}Porta queste cose:\n\n{items}", "Una frase in più. ".repeat(40)), "caption");
    assert!(!text.contains("Porta queste cose") && !text.contains("la numero 0"), "{text}");
}

#[test]
fn message_says_what_to_do_and_the_cost_on_lines_two_and_three() {
    let mut problems = Vec::new();
    let board = small_board();
    for (slug, language, second, third) in [
        (
            "italiano-a2",
            "it",
            "⏳ *Iscriviti entro venerdì 4 dicembre 2026, ore 12:00*",
            "💶 *Gratis; se vuoi, 10 €* · assicurazione",
        ),
        (
            "italiano-a2",
            "ar",
            "⏳ *آخر يوم للتسجيل: الجمعة، 4 ديسمبر 2026، الساعة 12:00*",
            "💶 *مجاني، أو 10 € إن أردت* · assicurazione (الإيطالية)",
        ),
        (
            "aiuto-cuoco-mensa",
            "it",
            "⏳ *Candidati entro lunedì 30 novembre 2026*",
            "💶 *Ti pagano 1.100 € al mese (lordi)*",
        ),
        (
            "aiuto-cuoco-mensa",
            "en",
            "⏳ *Apply by Monday, 30 November 2026*",
            "💶 *You are paid €1,100 per month (before tax)*",
        ),
    ] {
        let text = bacheca(board.path(), &["post", slug, "--lang", language]).expect_code(0).out;
        let plain = |line: &str| line.replace('\u{a0}', " ").replace(['\u{200f}', '\u{2066}', '\u{2069}'], "");
        let lines: Vec<String> = text.lines().skip(1).take(2).map(plain).collect();
        if lines != [second, third] {
            problems.push(format!("{slug} {language}: {lines:?}"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn channel_text_is_within_limit_in_every_language() {
    let board = small_board();
    let mut problems = Vec::new();
    for slug in ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"] {
        for channel in ["whatsapp", "caption", "telegram", "telegram-caption", "viber", "sms", "wechat", "email"] {
            for language in ["it", "en", "ar", "ar,it"] {
                let run =
                    bacheca(board.path(), &["post", slug, "--channel", channel, "--lang", language]).expect_code(0);
                // «viber: 390 di 1000 caratteri»
                let numbers: Vec<usize> = run.err.split(' ').filter_map(|word| word.parse().ok()).collect();
                if numbers[0] > numbers[1] || run.out.trim().is_empty() {
                    problems.push(format!("{slug} {channel} {language}: {}", run.err));
                }
                let address = format!("o/{slug}/");
                if channel != "email" && !run.out.contains(&address) {
                    problems.push(format!("{slug} {channel} {language}: no address\n{}", run.out));
                }
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn bilingual_message_starts_with_the_readers_language() {
    let text = std::fs::read_to_string(small_site().join("o/italiano-a2/whatsapp.it-ar.txt")).unwrap();
    let (arabic, italian) = text.split_once("\n\n———\n\n").unwrap();
    assert!(arabic.ends_with("/ar/o/italiano-a2/") && italian.ends_with("/bacheca/o/italiano-a2/"), "{text}");
    let caption = std::fs::read_to_string(small_site().join("o/italiano-a2/caption.txt")).unwrap();
    assert!(caption.encode_utf16().count() <= 1_024);
    // Texts in left-to-right languages have no direction marks.
    let marks = |text: &str| text.contains(['\u{200f}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']);
    assert!(marks(arabic) && !marks(italian), "{text}");
}

#[test]
fn invitation_has_complete_keycaps_and_channel_link() {
    let board = small_board();
    for language in ["it", "en", "ar"] {
        let text = bacheca(board.path(), &["post", "--invitation", "--lang", language]).expect_code(0).out;
        // A keycap is a digit, a variation selector and the enclosing keycap (UTS 51).
        assert!(text.contains("1\u{fe0f}\u{20e3} ") && text.contains("2\u{fe0f}\u{20e3} "), "{text}");
        assert!(text.lines().any(|line| line == "https://whatsapp.com/channel/0029VaBORGO"), "{text}");
        assert!(text.encode_utf16().count() <= 1_000, "{text}");
    }
    let digest = bacheca(board.path(), &["post", "--digest", "--lang", "ar"]).expect_code(0).out;
    // The course of the small board is invented, and nobody is sent to it.
    assert_eq!(digest.matches("/ar/o/").count(), 2, "{digest}");
    let reminder = run_on_day(board.path(), "2026-11-28", &["post", "aiuto-cuoco-mensa", "--notice"]);
    assert!(reminder.contains("*Ultimi giorni*"), "{reminder}");
    let again = bacheca(board.path(), &["post", "sportello-diritti", "--notice"]).expect_code(0).out;
    assert!(again.contains("*Di nuovo aperto*"), "{again}");
    bacheca(board.path(), &["post", "italiano-a2", "--notice"]).expect_code(2);
}

fn run_on_day(root: &std::path::Path, day: &str, arguments: &[&str]) -> String {
    let root = root.to_str().unwrap();
    crate::support::run_program(&[&["--root", root, "--today", day], arguments].concat()).expect_code(0).out
}
