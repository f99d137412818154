//! The commands `plan` and `posted`.

use crate::support::{ITEMS, bacheca, board_with, course_with, small_board, write};

#[test]
fn posted_adds_the_post_and_changes_nothing_else() {
    let entry = "{canale: telegram, lingua: en, quando: \"2026-11-21T10:00\"}";
    let noted = |text: &str| {
        let board = board_with("prova", text);
        let arguments = ["posted", "prova", "--channel", "telegram", "--lang", "en", "--when", "2026-11-21T10:00"];
        let run = bacheca(board.path(), &arguments);
        assert_eq!(run.code, 0, "{}", run.err);
        bacheca(board.path(), &["check"]).expect_code(0);
        std::fs::read_to_string(board.path().join(format!("{ITEMS}/prova.md"))).unwrap()
    };
    let without = course_with("# un commento\n");
    assert_eq!(
        noted(&without),
        without.replace("# un commento\n", &format!("# un commento\npubblicazioni:\n  - {entry}\n"))
    );
    let windows = without.replace('\n', "\r\n");
    assert_eq!(
        noted(&windows),
        windows.replace("# un commento\r\n", &format!("# un commento\r\npubblicazioni:\r\n  - {entry}\r\n"))
    );
    let flow = course_with("pubblicazioni: [{canale: whatsapp}]  # già\nlivello: A1\n");
    assert_eq!(noted(&flow), flow.replace("whatsapp}]", &format!("whatsapp}}, {entry}]")));
    let comma = course_with("pubblicazioni: [{canale: whatsapp}, ]\nlivello: A1\n");
    assert_eq!(noted(&comma), comma.replace("}, ]", &format!("}}, {entry}]")));
    let block = course_with("pubblicazioni:\n- canale: whatsapp # ieri\n  lingua: it\nlivello: A1\n");
    assert_eq!(noted(&block), block.replace("lingua: it\n", &format!("lingua: it\n- {entry}\n")));
    // Where the line would not be read as a post it is left to the editor.
    for by_hand in
        ["pubblicazioni: [\n  {canale: whatsapp}, # vedi [nota]\n]\n", "? pubblicazioni\n: - {canale: whatsapp}\n"]
    {
        let text = course_with(by_hand);
        let board = board_with("prova", &text);
        let error = bacheca(board.path(), &["posted", "prova"]).expect_code(2).err;
        assert!(error.contains("aggiungi tu"), "{error}");
        assert_eq!(std::fs::read_to_string(board.path().join(format!("{ITEMS}/prova.md"))).unwrap(), text);
    }
    let board = small_board();
    assert!(
        bacheca(board.path(), &["posted", "italiano-a", "--when", "ieri"])
            .expect_code(2)
            .err
            .contains("2026-11-21T10:00")
    );
    assert!(bacheca(board.path(), &["posted", "italiano-a"]).expect_code(2).err.contains("«italiano-a2»"));
}

#[test]
fn plan_posts_each_item_once_and_repeats_closing_ones() {
    let board = small_board();
    let plan = || bacheca(board.path(), &["plan"]).expect_code(0).out;
    let first = plan();
    let at = |text: &str, slug: &str| text.find(&format!("bacheca post {slug}\n"));
    // Today is Saturday 21, so the plan starts on Monday; the kitchen job closes on the 30th, Italian on 4 December.
    assert!(first.starts_with("lunedì 23 novembre 2026, ore 10:00"), "{first}");
    let order = ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"].map(|slug| at(&first, slug));
    assert!(order.is_sorted() && order.iter().all(Option::is_some), "{first}");
    bacheca(board.path(), &["posted", "aiuto-cuoco-mensa", "--when", "2026-11-21T10:00"]).expect_code(0);
    let second = plan();
    assert_eq!(second.matches("bacheca post aiuto-cuoco-mensa").count(), 1, "{second}");
    assert!(second.contains("bacheca post aiuto-cuoco-mensa --notice\n"), "{second}");
    assert!(second.contains("ultimi giorni: "), "{second}");
    let config = board.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    write(&config, format!("{text}\n[piano]\ngiorni = [\"lunedi\"]\n"));
    assert!(bacheca(board.path(), &["plan"]).expect_code(2).err.contains("«lunedi»"));
}

/// What the channel says and is no longer true comes first in the plan and at the desk, with the notice to send.
#[test]
fn plan_begins_with_what_has_changed_since_it_was_posted() {
    for (change, notice) in [
        ("stato: annullato\n", "❗ *Annullato*"),
        ("stato: posti esauriti\n", "❗ *Posti esauriti*"),
        ("prorogata_dal: 2026-12-01\naggiornato: 2026-11-21\n", "⏰ *Scadenza prorogata: prima era "),
        ("aggiornato: 2026-11-21\n", "⏰ *Correzione: i dati sono cambiati*"),
    ] {
        let posted = |day: &str| format!("{change}pubblicazioni: [{{canale: whatsapp, quando: \"{day}T10:00\"}}]\n");
        let board = board_with("prova", course_with(&posted("2026-11-15")));
        let plan = bacheca(board.path(), &["plan"]).expect_code(0).out;
        assert!(plan.starts_with("sabato 21 novembre 2026, ore 10:00  è cambiato: "), "{change}{plan}");
        assert!(plan.lines().nth(1).unwrap().ends_with(" bacheca post prova --notice"), "{change}{plan}");
        let text = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
        assert!(text.contains(notice), "{change}{text}");
        assert_eq!(text.contains("👉"), !notice.starts_with('❗'), "{change}{text}");
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let desk = |page: &str| std::fs::read_to_string(board.path().join("public/redazione").join(page)).unwrap();
        assert!(
            desk("index.html").split("<li").find(|entry| entry.contains("è cambiato")).unwrap().contains("/prova/")
        );
        let item = desk("prova/index.html");
        assert!(item.contains("promemoria") && item.contains(notice), "{change}{item}");
        assert_eq!(item.contains("card.png"), !notice.starts_with('❗'), "{change}");
        // What was posted after the change is said.
        let later = posted("2026-11-21").replace("annullato\n", "annullato\naggiornato: 2026-11-20\n");
        let later = later.replace("esauriti\n", "esauriti\naggiornato: 2026-11-20\n");
        let board = board_with("prova", course_with(&later));
        assert!(!bacheca(board.path(), &["plan"]).expect_code(0).out.contains("è cambiato"), "{change}");
    }
}
