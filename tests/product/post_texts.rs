//! What `post` writes and says: texts read aloud, short ones, two languages, names of channels and districts.

use tempfile::TempDir;

use crate::support::{ITEMS, bacheca, board_with, course_with, repository_path, write};

fn kind_with(kind: &str, lines: &str) -> String {
    let base = std::fs::read_to_string(repository_path(&format!("tests/kinds/{kind}-minimal.md"))).unwrap();
    let (facts, text) = base.rsplit_once("---\n").unwrap();
    format!("{facts}{lines}---\n{text}")
}

/// The board with the course `prova`, posted and then changed.
fn changed_board(lines: &str) -> TempDir {
    let board = board_with("prova", course_with(""));
    bacheca(board.path(), &["posted", "prova", "--when", "2026-11-20"]).expect_code(0);
    write(&board.path().join(format!("{ITEMS}/prova.md")), course_with(lines));
    board
}

/// Whoever reads aloud gets no signs, no addresses and no figures, whatever the text is.
#[test]
fn every_text_for_the_voice_can_be_read_aloud() {
    let board = changed_board("stato: annullato\n");
    for arguments in [
        &["prova", "--notice"][..],
        &["--digest"],
        &["--digest", "--lang", "ar"],
        &["--welcome"],
        &["--invitation"],
        &["sportello-diritti"],
    ] {
        let text = bacheca(board.path(), &[&["post", "--channel", "voce"], arguments].concat()).expect_code(0).out;
        for unsaid in ["://", "❗", "📢", "⏳", "📍", "🔗", "👉", "*", "•", "→"] {
            assert!(!text.contains(unsaid), "{arguments:?}: {unsaid} in {text}");
        }
        assert!(!text.trim().is_empty(), "{arguments:?}");
        if !arguments.contains(&"ar") {
            assert!(!text.contains(|letter: char| letter.is_ascii_digit()), "{arguments:?}: {text}");
            assert!(text.contains(" punto "), "{arguments:?} says where the site is: {text}");
        }
    }
}

#[test]
fn channel_with_a_slip_is_answered_with_the_one_that_is_meant() {
    let board = board_with("prova", course_with(""));
    for (written, meant) in [("facebok", "facebook"), ("telegramm", "telegram"), ("what'sapp", "whatsapp")] {
        for command in [
            &["post", "prova", "--channel", written][..],
            &["posted", "prova", "--channel", written],
            &["plan", "--channel", written],
        ] {
            let error = bacheca(board.path(), command).expect_code(2).err;
            assert!(error.contains(&format!("forse: {meant}")), "{command:?}: {error}");
        }
    }
    assert!(
        bacheca(board.path(), &["post", "prova", "--channel", "gruppo-prato"])
            .expect_code(2)
            .err
            .contains("whatsapp, caption")
    );
    bacheca(board.path(), &["posted", "prova", "--channel", "gruppo-prato"]).expect_code(0);
}

#[test]
fn second_language_that_has_no_room_is_named() {
    let board = board_with("prova", course_with(""));
    let run = bacheca(board.path(), &["post", "prova", "--channel", "sms", "--lang", "ar,it"]).expect_code(0);
    if !run.out.contains("———") {
        assert!(run.err.contains("`bacheca post prova --channel sms --lang it`"), "{}", run.err);
    }
    let long = course_with("").replace(
        "titolo: Corso di italiano",
        &format!("titolo: Corso di italiano {}", "per tutte le persone del quartiere ".repeat(3).trim()),
    );
    let board = board_with("prova", long);
    let run = bacheca(board.path(), &["post", "prova", "--channel", "sms", "--lang", "ar,it"]).expect_code(0);
    assert!(!run.out.contains("———") && run.err.contains("--lang it`"), "{}{}", run.out, run.err);
    let both = bacheca(board.path(), &["post", "prova", "--lang", "ar,it"]).expect_code(0);
    assert!(both.out.contains("———") && !both.err.contains("--lang"), "{}", both.err);
}

/// A sum keeps the word that makes it another sum, a warning and a way to ask stay.
#[test]
fn sms_keeps_taxes_warnings_and_contacts() {
    let job = kind_with("lavoro", "avvertenze: [\"Nessuno deve chiederti soldi.\"]\n")
        .replace("retribuzione: 800", "retribuzione: {importo: 1050, unita: mese, lordo: sì}");
    let board = board_with("prova", job);
    let run = bacheca(board.path(), &["post", "prova", "--channel", "sms"]).expect_code(0);
    let at = |words: &str| run.out.find(words).unwrap_or_else(|| panic!("no «{words}» in {}", run.out));
    assert!(at("Attenzione: Nessuno deve chiederti soldi") < at("(lordi)"), "{}", run.out);
    assert!(run.out.contains("lavoro@example.org"), "{}", run.out);
    let caption = bacheca(board.path(), &["post", "prova", "--channel", "caption"]).expect_code(0).out;
    assert!(caption.contains("(lordi)*") && caption.contains("⚠️ Nessuno deve"), "{caption}");
}

/// Title, deadline and a long address in Arabic letters are more than three SMS: the site is built all the same, and the desk
/// says why that text is missing.
#[test]
fn text_that_no_sms_has_room_for_stops_no_site() {
    let slug = format!("corso-{}", "lungo-".repeat(12).trim_end_matches('-'));
    let board = board_with(&slug, course_with(""));
    let title = "دورة مجانية في اللغة الإيطالية ".repeat(6);
    let translation = format!("---\ntitolo: {title}\nsintesi: ستون ساعة.\n---\n\nنص.\n");
    write(&board.path().join(format!("{ITEMS}/{slug}.ar.md")), translation);
    let error = bacheca(board.path(), &["post", &slug, "--channel", "sms", "--lang", "ar"]).expect_code(2).err;
    assert!(error.contains("troppo lungo"), "{error}");
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let desk = std::fs::read_to_string(board.path().join(format!("public/redazione/{slug}/index.html"))).unwrap();
    assert_eq!(desk.matches("non ci stanno: SMS").count(), 1, "{desk}");
}

#[test]
fn digest_names_its_district_and_what_it_leaves_out() {
    let board = board_with("prova", course_with(""));
    for name in ["I", "1", "Quartiere I", "quartiere 1"] {
        let text = bacheca(board.path(), &["post", "--digest", "--zone", name]).expect_code(0).out;
        assert!(text.starts_with("📢 *Le opportunità della settimana: Quartiere I*"), "{name}: {text}");
    }
    let error = bacheca(board.path(), &["post", "--digest", "--zone", "IX"]).expect_code(2).err;
    assert!(error.contains("I, II"), "{error}");
    for number in 0..9 {
        write(&board.path().join(format!("{ITEMS}/corso-{number}.md")), course_with(""));
    }
    let run = bacheca(board.path(), &["post", "--digest", "--channel", "sms"]).expect_code(0);
    let numbers: Vec<usize> = run.err.split(' ').filter_map(|word| word.parse().ok()).collect();
    assert!(numbers[0] <= numbers[1], "{}", run.err);
    assert!(run.out.contains("(+") && run.err.contains("gli altri sono sul sito"), "{}{}", run.out, run.err);
    // What cannot be shorter is refused.
    let error = bacheca(board.path(), &["post", "--invitation", "--channel", "sms"]).expect_code(2).err;
    assert!(error.contains("troppo lungo"), "{error}");
}

/// What is over costs nobody anything; a law is not withdrawn with its announcement.
#[test]
fn notice_of_an_end_says_only_what_matters() {
    let board = changed_board("stato: annullato\n");
    let cancelled = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
    assert!(cancelled.contains("*Annullato*") && !cancelled.contains("GRATIS"), "{cancelled}");
    let board = changed_board("stato: posti esauriti\nlista_attesa: sì\n");
    assert!(bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out.contains("GRATIS"));
    let board = changed_board("stato: ritirato\n");
    let course = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
    assert!(course.contains("*Annuncio ritirato*") && course.contains("Questo annuncio non vale più."), "{course}");
    assert!(!course.contains("organizzazione") && !course.contains("legge"), "{course}");
    let law =
        kind_with("normativa", "stato: ritirato\npubblicazioni: [{canale: whatsapp, quando: \"2026-11-20T10:00\"}]\n");
    let board = board_with("prova", law);
    let law = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
    assert!(law.contains("non vuol dire che la legge"), "{law}");
}

/// Addresses in fields are links, with what surrounds them escaped.
#[test]
fn addresses_in_facts_are_links() {
    let job = kind_with("lavoro", "").replace(
        "requisiti: non previsto",
        "requisiti: [\"Scrivi a a@example.org & guarda https://example.org/?a=1&b=2\"]",
    );
    let board = board_with("prova", job);
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let page = std::fs::read_to_string(board.path().join("public/o/prova/index.html")).unwrap();
    assert!(page.contains("<a href=\"https://example.org/?a=1&amp;b=2\">"), "{page}");
    assert!(page.contains("<a href=\"mailto:a@example.org\">a@example.org</a> &amp; guarda"), "{page}");
}
