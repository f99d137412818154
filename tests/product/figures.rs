//! The board in figures: the page, the data, followers that editors note.

use std::fs;

use serde_json::Value as Json;

use crate::support::{
    ITEMS, Tree, bacheca, board_with, course_with, findings, read_tree, small_board, small_site, write,
};

fn statistics(site: &Tree) -> Json {
    serde_json::from_slice(&site["dati/statistiche.json"]).unwrap()
}

fn page(site: &Tree, path: &str) -> String {
    String::from_utf8(site[path].clone()).unwrap()
}

#[test]
fn figures_agree_with_the_data() {
    let site = read_tree(small_site());
    let items: Json = serde_json::from_slice(&site["dati/opportunita.json"]).unwrap();
    let items = items["opportunita"].as_array().unwrap();
    let shown = items.iter().filter(|item| item["stato"] != "ritirato");
    let (open, over): (Vec<&Json>, Vec<&Json>) = shown.partition(|item| item["aperta"] == true);
    let figures = statistics(&site);
    assert_eq!(figures["totale"], serde_json::json!({"aperti": open.len(), "chiusi": over.len()}));
    let sum = |table: &str, column: &str| -> u64 {
        figures[table].as_array().unwrap().iter().map(|row| row[column].as_u64().unwrap()).sum()
    };
    for column in ["aperti", "chiusi"] {
        assert_eq!(sum("per_tipo", column), figures["totale"][column].as_u64().unwrap());
        assert!(sum("per_zona", column) >= figures["totale"][column].as_u64().unwrap());
    }
    let months = figures["per_mese"].as_array().unwrap();
    assert_eq!(
        sum("per_mese", "pubblicati"),
        open.iter().chain(&over).filter(|item| item["pubblicato"].is_string()).count() as u64
    );
    // From the first to the last, without a gap.
    let first_year: usize = months[0]["mese"].as_str().unwrap()[..4].parse().unwrap();
    assert_eq!((first_year, months.last().unwrap()["mese"].as_str()), (2024, Some("2026-11")));
    assert_eq!(months.len(), 31);
    let own = figures["lingue"].as_array().unwrap().iter().find(|row| row["lingua"] == "it").unwrap();
    assert_eq!(own["annunci"], open.len());
    let html = page(&site, "numeri/index.html");
    assert!(html.contains("La bacheca in numeri") && !html.contains("style="));
    // Every bar is in a row whose numbers are text.
    let bars = html.matches("<svg aria-hidden=\"true\"><rect").count();
    assert!(bars > 10 && bars == html.matches("\"row\">").count() - html.matches("<tfoot>").count(), "{html}");
    assert!(page(&site, "ar/numeri/index.html").contains("اللوحة بالأرقام"));
    assert!(page(&site, "archivio/index.html").contains("href=\"../numeri/\""));
}

#[test]
fn followers_that_editors_note_are_a_curve_and_no_post() {
    let board = board_with("prova", course_with(""));
    let run = |arguments: &[&str]| bacheca(board.path(), &[&["posted"], arguments].concat());
    let refused = run(&["--followers", "990"]).expect_code(2);
    assert!(refused.err.contains("nessun post"), "{}", refused.err);
    run(&["prova", "--when", "2026-11-18T10:00"]).expect_code(0);
    let noted = run(&["prova", "--followers", "1002", "--reactions", "14", "--when", "2026-11-19"]).expect_code(0);
    assert!(noted.out.ends_with("whatsapp, 2026-11-19T10:00, iscritti 1002, reazioni 14\n"), "{}", noted.out);
    // Of the channel alone: beside what was posted there last.
    run(&["--followers", "1040", "--when", "2026-11-20"]).expect_code(0);
    run(&["--reactions", "3"]).expect_code(2);
    let posts = fs::read_to_string(board.path().join(ITEMS).join("prova.pubblicazioni.yaml")).unwrap();
    assert!(posts.ends_with("quando: \"2026-11-20T10:00\"\n  iscritti: 1040\n"), "{posts}");
    assert_eq!(posts.matches("detto:").count(), 1);
    assert!(findings(board.path()).is_empty());

    bacheca(board.path(), &["build", "--skip", "poster,card,print,search,desk"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let channels = &statistics(&site)["canali"];
    assert_eq!(channels["settimane"], serde_json::json!([{"dal": "2026-11-16", "post": 1}]));
    assert_eq!(
        channels["iscritti"][1],
        serde_json::json!({"canale": "whatsapp", "giorno": "2026-11-20", "iscritti": 1040})
    );
    assert_eq!(channels["reazioni"][0]["reazioni"], 14);
    let html = page(&site, "numeri/index.html");
    assert!(html.contains("<polyline points=\"0,100 600,96\"/>") && html.contains("<td>1040</td>"), "{html}");
    assert!(html.contains("WhatsApp: in media 1 annunci a settimana. Il piano dice 3"), "{html}");
}

#[test]
fn many_organisations_have_a_row_together_and_all_are_in_the_data() {
    let board = small_board();
    for number in 0..300 {
        let text = course_with("").replace(
            "ente: ponte",
            &format!("ente: {{nome: Ente {number}, tipo: associazione}}\ncontatti: {{telefono: \"06 5550 0199\"}}"),
        );
        write(
            &board.path().join(format!("{ITEMS}/corso-{number}.md")),
            text.replace("Corso di italiano", &format!("Corso di italiano {number}")),
        );
    }
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search,desk,item,posts,image,calendar"])
        .expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert!(statistics(&site)["per_ente"].as_array().unwrap().len() > 300);
    let html = page(&site, "numeri/index.html");
    assert!(html.contains("Altri 29") && html.len() < 40_000, "{} bytes", html.len());
}

#[test]
fn board_without_announcements_says_that_there_is_nothing_to_count() {
    let board = small_board();
    fs::remove_dir_all(board.path().join("content/opportunita")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search,desk"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert!(page(&site, "numeri/index.html").contains("ancora niente da contare."));
    assert_eq!(statistics(&site)["giorni_per_decidere"]["mediana"], Json::Null);
}

#[test]
fn page_is_made_again_only_when_a_figure_changes() {
    let board = small_board();
    let build = || {
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search,desk"]).expect_code(0);
        let file = board.path().join("public/numeri/index.html");
        fs::metadata(file).unwrap().modified().unwrap()
    };
    let first = build();
    let item = board.path().join(ITEMS).join("sportello-diritti.md");
    let text = fs::read_to_string(&item).unwrap();
    write(&item, text.replace("titolo: Sportello diritti", "titolo: Sportello dei diritti"));
    assert_eq!(build(), first);
    fs::remove_file(&item).unwrap();
    assert!(build() > first);
}
