//! Data of other boards that say to be what they are not.

use std::path::Path;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::aggregate::{declare_source, feed_with};
use crate::support::{Run, Tree, bacheca, read_tree, small_board, write};

const AGGREGATED: &str = "content/opportunita/aggregati";

/// Data with one announcement of the board at an address.
fn feed_of(address: &str, slug: &str, title: &str) -> Json {
    let url = format!("{address}o/{slug}/");
    let mut data = feed_with(json!({"slug": slug, "url": url, "titolo": title, "sintesi": format!("{title}.")}));
    data["bacheca"] = json!({"nome": "Ministero dell'Interno", "indirizzo": address});
    data
}

/// Runs the command on a folder of files, by name without `.json`.
fn aggregate(board: &Path, feeds: &[(&str, &Json)]) -> Run {
    let folder = TempDir::new().unwrap();
    for (name, data) in feeds {
        write(&folder.path().join(format!("{name}.json")), data.to_string());
    }
    bacheca(board, &["aggregate", folder.path().to_str().unwrap()])
}

fn aggregated(board: &Path) -> Tree {
    let folder = board.join(AGGREGATED);
    if folder.is_dir() { read_tree(&folder) } else { Tree::new() }
}

#[test]
fn feed_cannot_take_over_another_board() {
    let board = small_board();
    let board = board.path();
    declare_source(board, "altra", "Altra", "https://altra.example.net/");
    declare_source(board, "evil", "Evil", "https://evil.example/");
    let (altra, evil) = (
        feed_of("https://altra.example.net/", "sportello", "Lo sportello apre"),
        feed_of("https://evil.example/", "furto", "Un rinoceronte in biblioteca"),
    );
    aggregate(board, &[("altra", &altra), ("evil", &evil)]).expect_code(0);
    let before = aggregated(board);
    assert_eq!(before.keys().collect::<Vec<_>>(), ["altra-example-net/sportello.md", "evil-example/furto.md"]);
    // Evil says to be the other board: under its own file, in place of the other's, in other spellings.
    for address in ["https://altra.example.net/", "http://ALTRA.example.net:80/", "https://altra-example.net/"] {
        let stolen = feed_of(address, "sportello", "Paga qui");
        let run = aggregate(board, &[("altra", &altra), ("evil", &stolen)]).expect_code(2);
        assert!(run.err.contains("evil.json: i dati dicono di venire da"), "{}", run.err);
        assert!(run.err.contains("in site.toml la fonte «evil» è https://evil.example/"), "{}", run.err);
        assert!(before == aggregated(board), "{address}");
    }
    aggregate(board, &[("altra", &evil)]).expect_code(2);
    // Who comes in a second file is not told from the first.
    std::fs::create_dir_all(board.join("due/altra")).unwrap();
    write(&board.join("due/altra/a.json"), altra.to_string());
    write(&board.join("due/altra/b.json"), altra.to_string());
    let twice = bacheca(board, &["aggregate", board.join("due/altra").to_str().unwrap()]).expect_code(2);
    assert!(twice.err.contains("ci sono due volte"), "{}", twice.err);
    assert!(before == aggregated(board));
}

#[test]
fn addresses_of_one_folder_name_have_two_folders() {
    let board = small_board();
    let board = board.path();
    declare_source(board, "una", "Una", "https://altra.example.net/");
    let una = feed_of("https://altra.example.net/", "sportello", "Lo sportello apre");
    let due = feed_of("https://altra-example.net/", "secondo", "Un rinoceronte in biblioteca");
    aggregate(board, &[("una", &una)]).expect_code(0);
    declare_source(board, "due", "Due", "https://altra-example.net/");
    for order in [[("una", &una), ("due", &due)], [("due", &due), ("una", &una)]] {
        aggregate(board, &order).expect_code(0);
        let files = aggregated(board);
        let files: Vec<&str> = files.keys().map(String::as_str).collect();
        let [first, second] = files[..] else { panic!("{files:?}") };
        // The one that was there first has kept its folder.
        assert!(first.starts_with("altra-example-net-") && first.ends_with("/secondo.md"), "{first}");
        assert_eq!(second, "altra-example-net/sportello.md");
    }
}

#[test]
fn folder_names_of_three_sources_differ() {
    let board = small_board();
    let board = board.path();
    let first = ["una", "https://altra.example.net/"];
    let second = ["due", "https://altra-example.net/"];
    declare_source(board, first[0], "Una", first[1]);
    declare_source(board, second[0], "Due", second[1]);
    let feeds = [feed_of(first[1], "sportello", "Lo sportello apre"), feed_of(second[1], "secondo", "Un rinoceronte")];
    aggregate(board, &[("una", &feeds[0]), ("due", &feeds[1])]).expect_code(0);
    // The third has the address that makes the name which the second got.
    let hashed = aggregated(board).into_keys().find(|path| path.ends_with("/secondo.md")).unwrap();
    let hash = hashed.strip_prefix("altra-example-net-").unwrap().split('/').next().unwrap().to_owned();
    let third = format!("https://altra-example.net/{hash}/");
    declare_source(board, "tre", "Tre", &third);
    aggregate(board, &[("tre", &feed_of(&third, "terzo", "Tre ippopotami in cortile"))]).expect_code(0);
    let folders: std::collections::BTreeSet<String> =
        aggregated(board).into_keys().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    assert_eq!(folders.len(), 3, "{folders:?}");
}

#[test]
fn address_without_a_name_is_no_board() {
    let board = small_board();
    declare_source(board.path(), "punto", "Punto", "https://./");
    write(&board.path().join(AGGREGATED).join("mio.md"), "x");
    let run = aggregate(board.path(), &[("punto", &feed_of("https://./", "sportello", "Lo sportello apre"))]);
    run.expect_code(1);
    assert_eq!(aggregated(board.path()).into_keys().collect::<Vec<_>>(), ["mio.md"]);
}

#[test]
fn data_of_this_board_are_refused_in_any_spelling() {
    for address in [
        "https://borgo.example.org/bacheca/",
        "http://borgo.example.org/bacheca/",
        "https://borgo.example.org:443/bacheca/",
        "https://BORGO.example.org/Bacheca/",
        "https://borgo.example.org./bacheca/",
        "https://borgo.example.org//bacheca/",
        "https://borgo.example.org/%62acheca/",
        "https://borgo.example.org/x/..%2Fbacheca/",
        "https://borgo\u{3002}example.org/bacheca/",
    ] {
        let board = small_board();
        let before = read_tree(board.path());
        let own = feed_of(address, "x", "Lo sportello apre");
        let run = aggregate(board.path(), &[("own", &own)]).expect_code(2);
        assert!(run.err.contains("sono i dati di questa bacheca"), "{address}: {}", run.err);
        assert!(before == read_tree(board.path()), "{address}");
        declare_source(board.path(), "own", "Borgo", address);
        let check = bacheca(board.path(), &["check"]).expect_code(1);
        assert!(check.out.contains("questa è la bacheca stessa"), "{address}: {}", check.out);
        aggregate(board.path(), &[("own", &own)]).expect_code(1);
        assert!(aggregated(board.path()).is_empty());
    }
}

#[test]
fn undeclared_data_are_refused_with_the_lines_to_add() {
    let board = small_board();
    let mut data = feed_of("https://WWW.interno.gov.it:443/", "sportello", "Lo sportello apre");
    data["bacheca"]["nome"] = "Ministero \"vero\"\n[bacheca]\nnome = 'x' \u{202e}".into();
    let run = aggregate(board.path(), &[("una \"strana\"", &data)]).expect_code(2);
    assert!(aggregated(board.path()).is_empty());
    let lines = run.err.split_once("\n\n").unwrap().1;
    assert!(lines.starts_with("[[fonti]]\nfile = "), "{lines}");
    // What is shown can be pasted, and is all that was missing.
    let config = board.path().join("site.toml");
    write(&config, std::fs::read_to_string(&config).unwrap() + "\n" + lines);
    let run = aggregate(board.path(), &[("una \"strana\"", &data)]).expect_code(0);
    assert!(run.out.contains("«Ministero \"vero\" [bacheca] nome = 'x' ⟨U+202E⟩»"), "{}", run.out);
    let file = String::from_utf8(aggregated(board.path())["www-interno-gov-it/sportello.md"].clone()).unwrap();
    assert!(file.contains("https://www.interno.gov.it/o/sportello/") && !file.contains("443"), "{file}");
}

#[test]
fn another_boards_words_command_neither_the_terminal_nor_a_log() {
    const ESCAPE: &str = "##[error]\u{1b}[2J\u{9b}2J\r\u{202e}";
    let board = small_board();
    let mut data = feed_of("https://altra.example.net/", "sportello", "Lo sportello apre");
    data["bacheca"]["nome"] = ESCAPE.into();
    let mut wrong = data.clone();
    wrong["opportunita"][0]["tipo"] = format!("truffa{ESCAPE}").into();
    wrong["opportunita"][0]["testo"] = format!("<b>{ESCAPE}</b>").into();
    let mut language = data.clone();
    language["bacheca"]["lingua"] = ESCAPE.into();
    let mut slug = data.clone();
    slug["opportunita"][0]["slug"] = ESCAPE.into();
    let mut version = data.clone();
    version["version"] = ESCAPE.into();
    let mut elsewhere = data.clone();
    elsewhere["bacheca"]["indirizzo"] = format!("https://altra.example.net/{ESCAPE}").into();
    let assert_quiet = |run: Run| {
        let printed = run.out + &run.err;
        assert!(!printed.contains(['\u{1b}', '\u{9b}', '\r', '\u{202e}']), "{printed:?}");
        assert!(!printed.contains("##["), "{printed}");
        printed
    };
    let first = assert_quiet(aggregate(board.path(), &[("altra", &data)]));
    assert!(first.contains("U+001B"), "{first}");
    let config = board.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    let name = "\\u001b[2J\\u009b2J\\r\\u202e";
    write(
        &config,
        format!("{text}\n[[fonti]]\nfile = \"altra\"\nnome = \"{name}\"\nindirizzo = \"https://altra.example.net/\"\n"),
    );
    for data in [&data, &wrong, &language, &slug, &version, &elsewhere] {
        assert_quiet(aggregate(board.path(), &[("altra", data)]));
        assert_quiet(aggregate(board.path(), &[("\u{1b}[2J\n\u{202e}", data)]));
        // Two errors: each is said.
        assert_quiet(aggregate(board.path(), &[("uno", data), ("due", data)]));
    }
}

#[test]
fn small_file_does_not_make_a_large_board() {
    let board = small_board();
    declare_source(board.path(), "altra", "Altra", "https://altra.example.net/");
    let data = feed_of("https://altra.example.net/", "sportello", "Lo sportello apre");
    let item = |number: usize| {
        let mut item = data["opportunita"][0].clone();
        item["slug"] = format!("a{number}").into();
        item["url"] = format!("https://altra.example.net/o/a{number}/").into();
        item
    };
    // One organisation, of which each announcement would get a copy.
    let mut large = data.clone();
    large["enti"] = json!({"ponte": {"nome": "Ponte", "inclusione": "x".repeat(60_000)}});
    large["opportunita"] = (0..20).map(item).collect();
    let run = aggregate(board.path(), &[("altra", &large)]).expect_code(2);
    assert!(run.err.contains("l'ente «ponte» ha più di"), "{}", run.err);
    let mut many = data.clone();
    many["opportunita"] = (0..10_001).map(item).collect();
    let run = aggregate(board.path(), &[("altra", &many)]).expect_code(2);
    assert!(run.err.contains("ci sono 10001 annunci, al massimo 10000"), "{}", run.err);
    assert!(aggregated(board.path()).is_empty());
}

#[test]
fn links_of_another_board_do_not_become_links_to_a_third() {
    let board = small_board();
    declare_source(board.path(), "altra", "Altra", "https://altra.example.net/");
    let mut data = feed_of("https://altra.example.net/", "sportello", "Lo sportello apre");
    data["opportunita"][0]["testo"] = "Vai su [noi](../../chi-siamo/) e [qui](//evil.example/x).".into();
    aggregate(board.path(), &[("altra", &data)]).expect_code(1);
    assert!(aggregated(board.path()).is_empty());
    data["opportunita"][0]["testo"] = "Vai su [noi](../../chi-siamo/).".into();
    aggregate(board.path(), &[("altra", &data)]).expect_code(0);
    let file = String::from_utf8(aggregated(board.path())["altra-example-net/sportello.md"].clone()).unwrap();
    assert!(file.contains("[noi](https://altra.example.net/chi-siamo/)"), "{file}");
}
