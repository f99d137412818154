//! The command `plan`.

use crate::support::{ITEMS, bacheca, board_with, commit, course_with, git, repository_of_board, small_board, write};

#[test]
fn plan_posts_each_item_once_and_repeats_closing_ones() {
    let board = small_board();
    let plan = || bacheca(board.path(), &["plan"]).expect_code(0).out;
    let first = plan();
    let at = |text: &str, slug: &str| text.find(&format!("bacheca post {slug}\n"));
    // Today is Saturday 21, so the plan starts on Monday; the kitchen job closes on the 30th. The Italian course is invented.
    assert!(first.starts_with("lunedì 23 novembre 2026, ore 10:00"), "{first}");
    let order = ["aiuto-cuoco-mensa", "sportello-diritti"].map(|slug| at(&first, slug));
    assert!(order.is_sorted() && order.iter().all(Option::is_some), "{first}");
    assert!(!first.contains("italiano-a2"), "{first}");
    bacheca(board.path(), &["posted", "aiuto-cuoco-mensa", "--when", "2026-11-21T10:00"]).expect_code(0);
    let second = plan();
    assert_eq!(second.matches("bacheca post aiuto-cuoco-mensa").count(), 1, "{second}");
    assert!(second.contains("bacheca post aiuto-cuoco-mensa --notice\n"), "{second}");
    assert!(second.contains("ultimi giorni: "), "{second}");
    let config = board.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    write(&config, format!("{text}\n[piano]\ngiorni = [\"lunedi\"]\n"));
    assert!(bacheca(board.path(), &["plan"]).expect_code(1).out.contains("«lunedi»"));
}

/// What the channel says and is no longer true comes first in the plan and at the desk, with the notice to send.
#[test]
fn plan_begins_with_what_has_changed_since_it_was_posted() {
    for (change, notice) in [
        ("stato: annullato\n", "❗ *Annullato*"),
        ("stato: posti esauriti\n", "❗ *Posti esauriti*"),
        (
            "prorogata_dal: 2026-12-01\naggiornato: 2026-11-21\n",
            "⏰ *Scadenza prorogata: venerdì 4 dicembre, non più 1 dicembre*",
        ),
        ("aggiornato: 2026-11-21\n", "⏰ *Correzione: i dati sono cambiati*"),
    ] {
        let posted = |day: &str| format!("{change}pubblicazioni: [{{canale: whatsapp, quando: \"{day}T10:00\"}}]\n");
        let board = board_with("prova", course_with(&posted("2026-11-15")));
        let plan = bacheca(board.path(), &["plan"]).expect_code(0).out;
        assert!(plan.starts_with("sabato 21 novembre 2026, ore 10:00  è cambiato: "), "{change}{plan}");
        assert!(plan.lines().nth(2).unwrap().ends_with(" bacheca post prova --notice"), "{change}{plan}");
        let text = bacheca(board.path(), &["post", "prova", "--notice"]).expect_code(0).out;
        assert!(text.contains(notice), "{change}{text}");
        assert_eq!(text.contains("👉"), !notice.starts_with('❗'), "{change}{text}");
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let desk = |page: &str| std::fs::read_to_string(board.path().join("public/redazione").join(page)).unwrap();
        assert!(
            desk("index.html")
                .split("<li")
                .find(|entry| entry.contains("Avviso: WhatsApp (it)"))
                .unwrap()
                .contains("/prova/")
        );
        let item = desk("prova/index.html");
        assert!(item.contains("Avviso su WhatsApp") && item.contains(notice), "{change}{item}");
        assert_eq!(item.contains("card.png"), !notice.starts_with('❗'), "{change}");
        // What was posted after the change is said.
        let later = posted("2026-11-21").replace("annullato\n", "annullato\naggiornato: 2026-11-20\n");
        let later = later.replace("esauriti\n", "esauriti\naggiornato: 2026-11-20\n");
        let board = board_with("prova", course_with(&later));
        assert!(!bacheca(board.path(), &["plan"]).expect_code(0).out.contains("è cambiato"), "{change}");
    }
}

/// A draft is as old as its first commit, whatever its facts say.
#[test]
fn drafts_are_as_old_as_their_first_commit() {
    let board = repository_of_board();
    write(&board.path().join(format!("{ITEMS}/bozza.md")), course_with("stato: bozza\n"));
    git(board.path(), &["add", "."]);
    git(board.path(), &["commit", "-q", "-m", "x", "--date", "2026-11-01T10:00:00"]);
    let plan = || -> serde_json::Value {
        serde_json::from_str(&bacheca(board.path(), &["plan", "--json"]).expect_code(0).out).unwrap()
    };
    let find = |plan: &serde_json::Value| {
        plan["da_sistemare"].as_array().unwrap().iter().find(|entry| entry["slug"] == "bozza").unwrap().clone()
    };
    let first = find(&plan());
    assert_eq!((&first["motivo"], &first["giorni"]), (&"bozza".into(), &20.into()));
    write(&board.path().join(format!("{ITEMS}/bozza.md")), course_with("stato: bozza\n# poi\n"));
    commit(board.path());
    assert_eq!(find(&plan())["giorni"], first["giorni"]);
}
