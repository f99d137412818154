//! Letters as Python's `email` reads them: links, both texts, how to leave.

use serde_json::Value as Json;

use crate::support::{SITE_URL, bacheca, repository_path, run_tool, small_board, write};

/// Writes a text of `post --channel email` into a file and reads it.
fn read_letter(board: &std::path::Path, arguments: &[&str]) -> Json {
    let file = board.join("lettera.eml");
    let file = file.to_str().unwrap();
    let run = bacheca(board, &[&["post", "--channel", "email", "--out", file], arguments].concat()).expect_code(0);
    assert!(run.out.trim_end().ends_with("lettera.eml"), "{}", run.out);
    let script = repository_path("tests/product/letters.py");
    let output = run_tool("python3", "python3", &[script.to_str().unwrap(), file]);
    let letter: Json = serde_json::from_slice(&output).unwrap();
    assert_eq!(letter["parts"], serde_json::json!(["multipart/alternative", "text/plain", "text/html"]));
    assert_eq!((&letter["charsets"], &letter["defects"]), (&serde_json::json!(["utf-8"]), &serde_json::json!([])));
    assert_eq!(letter["sender"], "redazione@example.org");
    letter
}

fn links(letter: &Json) -> Vec<&str> {
    letter["links"].as_array().unwrap().iter().map(|link| link.as_str().unwrap()).collect()
}

#[test]
fn first_link_of_a_letter_is_its_announcement() {
    let board = small_board();
    for (language, path) in [("it", ""), ("en", "en/"), ("ar", "ar/")] {
        let letter = read_letter(board.path(), &["italiano-a2", "--lang", language]);
        let address = format!("{SITE_URL}{path}o/italiano-a2/");
        let found = links(&letter);
        assert_eq!(found.first(), Some(&address.as_str()), "{letter:#}");
        // Numbers and addresses of the text are links too.
        for link in ["tel:+390655500111", "https://ponte.example.org/iscrizioni?corso=a2&anno=2026"] {
            assert!(found.contains(&link), "{link} is not in {found:?}");
        }
        assert!(letter["text"].as_str().unwrap().contains(&address), "{letter:#}");
        assert_eq!((&letter["unsubscribe"], &letter["list"]), (&Json::Null, &Json::Null));
    }
}

#[test]
fn letter_of_the_week_says_how_to_leave() {
    let board = small_board();
    for (language, path, stop) in [("it", "", "basta"), ("en", "en/", "stop"), ("ar", "ar/", "توقف")] {
        let letter = read_letter(board.path(), &["--digest", "--lang", language]);
        let found = links(&letter);
        for slug in ["sportello-diritti", "aiuto-cuoco-mensa"] {
            let address = format!("{SITE_URL}{path}o/{slug}/");
            assert!(found.contains(&address.as_str()), "{address} is not in {found:?}");
        }
        assert_eq!(letter["unsubscribe"], "<mailto:redazione@example.org?subject=basta>");
        assert_eq!(letter["list"], format!("<riepilogo.{language}.borgo.example.org>"));
        assert!(letter["text"].as_str().unwrap().contains(stop), "{letter:#}");
    }
    // Nobody reads answers there.
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("email = \"redazione@example.org\"\n", ""));
    let letter = bacheca(board.path(), &["post", "--digest", "--channel", "email"]).expect_code(0).out;
    assert!(!letter.contains("List-Unsubscribe") && letter.contains("List-Id"), "{letter}");
}

#[test]
fn letter_of_a_district_has_what_takes_place_there() {
    let board = small_board();
    let letter = read_letter(board.path(), &["--digest", "--zone", "II"]);
    assert_eq!(letter["list"], "<riepilogo.ii.it.borgo.example.org>");
    assert!(letter["subject"].as_str().unwrap().ends_with("II"), "{letter:#}");
    let found = links(&letter);
    assert!(found.iter().any(|link| link.ends_with("o/aiuto-cuoco-mensa/")), "{found:?}");
    assert!(!found.iter().any(|link| link.ends_with("o/sportello-diritti/")), "{found:?}");
    let run = bacheca(board.path(), &["post", "--digest", "--zone", "IX"]);
    assert!(run.err.contains("«IX» non è una zona della bacheca: ci sono I, II"), "{}", run.err);
}

/// Lines as somebody pastes them, and addresses without brackets.
#[test]
fn bare_addresses_are_links_on_the_page_in_the_feed_and_in_letters() {
    let board = small_board();
    let file = board.path().join("content/opportunita/2026/sportello-diritti.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let body = "Info su https://example.org/corsi o scrivi a corsi@example.org, tel. 06 5550 0199. Codice: `https://example.org/x`.";
    let (front, _) = text.rsplit_once("---\n").unwrap();
    write(&file, format!("{front}---\n\n{body}\n"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let read = |path: &str| std::fs::read_to_string(board.path().join("public").join(path)).unwrap();
    let expected = "Info su <a href=\"https://example.org/corsi\">https://example.org/corsi</a> o scrivi a \
                    <a href=\"mailto:corsi@example.org\">corsi@example.org</a>, tel. \
                    <a href=\"tel:+390655500199\">06 5550 0199</a>. Codice: <code>https://example.org/x</code>.";
    for path in ["o/sportello-diritti/index.html", "feed.xml"] {
        assert!(read(path).contains(expected), "{}", read(path));
    }
    let found = read_letter(board.path(), &["sportello-diritti"]);
    for link in ["https://example.org/corsi", "mailto:corsi@example.org", "tel:+390655500199"] {
        assert!(links(&found).contains(&link), "{link} is not in {found:#}");
    }
}
