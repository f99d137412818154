//! Incremental builds: the result equals a clean build, byte for byte; unchanged files are not written again.
//! `BACHECA_SOAK=1` tries many more changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::support::{Tree, bacheca, is_soak, read_tree, repository_path, run_program, small_board, write};

/// Outputs that a quick build leaves out.
const SKIPPED_OUTPUTS: &str = "poster,card,print,search";
const ITEMS: &str = "content/opportunita";

/// Modification time of each file.
fn modification_times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let paths = read_tree(folder).into_keys();
    paths.map(|path| (path.clone(), std::fs::metadata(folder.join(path)).unwrap().modified().unwrap())).collect()
}

fn read_text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Name of a change to a board, and the function that makes it; the number makes each use different.
type Change = (&'static str, fn(&Path, u64));

/// Replaces the first line with this key, or adds it to the front matter.
fn set_field(file: &Path, key: &str, value: &str) {
    let old = read_text(file);
    let line = format!("{key}: {value}");
    let new = match old.lines().find(|line| line.starts_with(&format!("{key}:"))) {
        Some(found) => old.replacen(found, &line, 1),
        None => old.replacen("---\n", &format!("---\n{line}\n"), 1),
    };
    write(file, new);
}

/// A different word for each number, without digits because rules compare those with the original's.
fn unique_word(number: u64) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

fn append_text(file: &Path, words: &str) {
    write(file, read_text(file) + words);
}

const CHANGES: &[Change] = &[
    ("a text", |board, n| {
        append_text(&board.join(ITEMS).join("2026/sportello-diritti.md"), &format!("\nRiga {}.\n", unique_word(n)));
    }),
    ("a title", |board, n| {
        set_field(
            &board.join(ITEMS).join("2026/aiuto-cuoco-mensa.md"),
            "titolo",
            &format!("Aiuto cuoco {}", unique_word(n)),
        );
    }),
    ("a translation", |board, n| {
        append_text(&board.join(ITEMS).join("esempi/italiano-a2.en.md"), &format!("\nLine {}.\n", unique_word(n)));
    }),
    ("no translation", |board, _| {
        let _ = std::fs::remove_file(board.join(ITEMS).join("esempi/italiano-a2.ar.md"));
    }),
    ("a name of an organisation", |board, n| {
        set_field(&board.join("content/enti/mensa.md"), "nome", &format!("Mensa {}", unique_word(n)));
    }),
    ("a page", |board, n| {
        append_text(&board.join("content/pagine/chi-siamo.md"), &format!("\nRiga {}.\n", unique_word(n)));
    }),
    ("the board's name", |board, n| {
        let toml = board.join("site.toml");
        let old = read_text(&toml);
        let line = old.lines().find(|line| line.starts_with("nome =")).unwrap();
        write(&toml, old.replacen(line, &format!("nome = \"Bacheca {}\"", unique_word(n)), 1));
    }),
    ("a new item", |board, n| {
        let like = read_text(&board.join(ITEMS).join("2026/sportello-diritti.md"));
        write(&board.join(ITEMS).join(format!("2026/sportello-{n}.md")), like);
    }),
    ("an item less", |board, _| {
        let new = std::fs::read_dir(board.join(ITEMS).join("2026")).unwrap().map(|entry| entry.unwrap().path());
        let of_ours = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with("sportello-1");
        if let Some(path) = new.filter(of_ours).min() {
            std::fs::remove_file(path).unwrap();
        }
    }),
    ("an item that another one names", |board, n| {
        let items = board.join(ITEMS);
        set_field(&items.join("2024/porte-aperte.md"), "sostituita_da", "sportello-diritti");
        set_field(
            &items.join("2026/sportello-diritti.md"),
            "titolo",
            &format!("Sportello dei diritti {}", unique_word(n)),
        );
    }),
    ("a state", |board, n| {
        let state = ["posti esauriti", "annullato", "ritirato"][usize::try_from(n % 3).unwrap()];
        set_field(&board.join(ITEMS).join("esempi/italiano-a2.md"), "stato", state);
    }),
    ("a draft", |board, _| set_field(&board.join(ITEMS).join("2026/spostamento-sportello.md"), "stato", "bozza")),
    ("an image", |board, n| {
        let shade = u8::try_from(n % 256).unwrap();
        let picture = image::RgbImage::from_pixel(800, 500, image::Rgb([shade, 0, 255 - shade]));
        picture.save(board.join(ITEMS).join("2026/aiuto-cuoco-mensa.jpg")).unwrap();
    }),
    ("a file of its own", |board, n| write(&board.join("static/nota.txt"), n.to_string())),
    ("a file where there was a folder", |board, _| {
        let _ = std::fs::remove_dir_all(board.join("static/posto"));
        write(&board.join("static/posto"), "un file");
    }),
    ("a folder where there was a file", |board, n| {
        let _ = std::fs::remove_file(board.join("static/posto"));
        write(&board.join("static/posto/qui.txt"), n.to_string());
    }),
    ("no file of its own", |board, _| {
        let _ = std::fs::remove_file(board.join("static/nota.txt"));
    }),
    ("a theme", |board, n| {
        let toml = board.join("site.toml");
        let old = read_text(&toml);
        if !old.contains("tema = ") {
            write(&toml, old.replacen("[bacheca]\n", "[bacheca]\ntema = \"nostro\"\n", 1));
        }
        write(&board.join("themes/nostro/assets/nostro.css"), format!("/* {n} */"));
    }),
    ("a page of the site", |board, n| write(&board.join("public/index.html"), n.to_string())),
    ("a page of the site less", |board, _| {
        let _ = std::fs::remove_file(board.join("public/o/italiano-a2/index.html"));
    }),
    ("the list of the site", |board, _| {
        let list = board.join("public/.bacheca-files");
        write(&list, read_text(&list) + "altro.txt\n");
    }),
    ("the record", |board, n| {
        for (path, bytes) in read_tree(&board.join(".bacheca/sites")) {
            if path.ends_with(".record") && !path.contains('/') {
                let kept = bytes[..bytes.len() / 2].to_vec();
                write(&board.join(".bacheca/sites").join(path), if n % 2 == 0 { kept } else { b"{}".to_vec() });
            }
        }
    }),
    ("the whole site", |board, _| {
        let _ = std::fs::remove_dir_all(board.join("public"));
    }),
];

/// Site of a copy of the board that is built for the first time.
fn build_clean(board: &Path, today: &str) -> Tree {
    let other = tempfile::tempdir().unwrap();
    for part in ["content", "static", "themes"] {
        if board.join(part).exists() {
            crate::support::copy_tree(&board.join(part), &other.path().join(part));
        }
    }
    std::fs::copy(board.join("site.toml"), other.path().join("site.toml")).unwrap();
    build(other.path(), today);
    read_tree(&other.path().join("public"))
}

fn build(board: &Path, today: &str) -> String {
    run_program(&["--root", board.to_str().unwrap(), "--today", today, "build", "--skip", SKIPPED_OUTPUTS])
        .expect_code(0)
        .out
}

#[test]
fn incremental_build_equals_clean_build() {
    let board = small_board();
    let public = board.path().join("public");
    let mut chance = fastrand::Rng::with_seed(0x9e37_79b9_7f4a_7c15);
    let days = ["2026-11-21", "2026-11-22", "2027-03-01"];
    build(board.path(), days[0]);
    let rounds: u64 = if is_soak() { 600 } else { 30 };
    for round in 0..rounds {
        // Each change once alone, then random ones, sometimes two at once or on another day.
        let alone = round < CHANGES.len() as u64;
        let mut names = Vec::new();
        for _ in 0..=if alone { 0 } else { chance.u64(..2) } {
            let at = if alone { round } else { chance.u64(..CHANGES.len() as u64) };
            let (name, change) = CHANGES[usize::try_from(at).unwrap()];
            change(board.path(), 10 + round);
            names.push(name);
        }
        let today = if round % 5 == 4 { *chance.choice(&days).unwrap() } else { days[0] };
        let there = public.exists();
        let (before, written) =
            if there { (read_tree(&public), modification_times(&public)) } else { (Tree::new(), BTreeMap::new()) };
        build(board.path(), today);
        let (after, rewritten) = (read_tree(&public), modification_times(&public));
        // Each change must change the site, or the comparison would be void.
        assert!(!alone || before != after || names == ["the record"], "{names:?} left the site as it was");
        let expected = build_clean(board.path(), today);
        let differ: Vec<&String> =
            expected.keys().chain(after.keys()).filter(|path| expected.get(*path) != after.get(*path)).collect();
        assert!(differ.is_empty(), "round {round}, {names:?} on {today}: {differ:?}");
        for (path, bytes) in &after {
            let touched_by_us = names.iter().any(|name| ["the record", "the list of the site"].contains(name));
            if before.get(path) == Some(bytes) && !touched_by_us && path != ".bacheca-files" && path != "index.html" {
                assert_eq!(
                    written.get(path),
                    rewritten.get(path),
                    "round {round}, {names:?}: {path} was written again"
                );
            }
        }
        assert!(build(board.path(), today).contains("niente di nuovo"), "round {round}, {names:?}");
    }
}

/// What is known of items since the last build changes nothing that a check says.
#[test]
fn check_after_a_build_says_what_a_check_without_one_says() {
    let board = small_board();
    let items = board.path().join(ITEMS);
    let edition = |date: &str| {
        let like = read_text(&items.join("2026/sportello-diritti.md"));
        write(&items.join("2026/edizione-uno.md"), &like);
        set_field(&items.join("2026/edizione-uno.md"), "scadenza", date);
        write(&items.join("2026/edizione-due.md"), like + "\nIscrizioni entro il 3 dicembre 2026. CLICCA QUI!!!!\n");
        set_field(&items.join("2026/edizione-due.md"), "edizione_di", "edizione-uno");
    };
    let check = |board: &Path| {
        run_program(&["--root", board.to_str().unwrap(), "--today", crate::support::TODAY, "check", "--format", "json"])
            .out
    };
    edition("2026-12-01");
    build(board.path(), crate::support::TODAY);
    let is_remembered = || board.path().join(".bacheca/sites/findings").exists();
    assert!(is_remembered());
    let changes = CHANGES.iter().filter(|(name, _)| !name.contains("site") && *name != "the record");
    let mut said = Vec::new();
    for (number, (name, change)) in (20..).zip(changes) {
        change(board.path(), number);
        // A date of the edition before is one of the things that a text is compared with.
        edition(["2026-12-03", "2026-12-01"][usize::try_from(number % 2).unwrap()]);
        let (first, again) = (check(board.path()), check(board.path()));
        std::fs::rename(board.path().join(".bacheca"), board.path().join("altro")).unwrap();
        let expected = check(board.path());
        std::fs::rename(board.path().join("altro"), board.path().join(".bacheca")).unwrap();
        assert!(first == expected && again == expected, "{name}: {first}\n{expected}");
        assert!(is_remembered());
        said.push(first);
    }
    said.dedup();
    assert!(said.len() > 5, "the changes change nothing");
}

/// What is found in an announcement that stays as it is may depend on another that is new.
#[test]
fn address_that_a_new_item_takes_is_reported_after_a_build() {
    let board = small_board();
    let items = board.path().join(ITEMS).join("2026");
    let like = read_text(&items.join("sportello-diritti.md"));
    write(&items.join("primo.md"), like.replacen("tipo:", "alias: [secondo]\ntipo:", 1));
    build(board.path(), crate::support::TODAY);
    write(&items.join("secondo.md"), like);
    let run = |command: &str| {
        run_program(&["--root", board.path().to_str().unwrap(), "--today", crate::support::TODAY, command])
    };
    for command in ["check", "build"] {
        let out = run(command).expect_code(1).out;
        assert!(out.contains("errore[alias-taken]") && out.contains("secondo.md"), "{command}: {out}");
    }
}

/// Findings of a rule for one item are kept as long as its own files are the same, and those of the edition before.
#[test]
fn rules_for_one_item_read_no_other() {
    let is_for_one = |text: &str| {
        ["Item(", "Prose(", "Phrases("].iter().any(|kind| text.contains(&format!("CheckFunction::{kind}")))
    };
    let reads_others =
        |text: &str| ["board.items", "board.item(", "board.position("].iter().any(|call| text.contains(call));
    let rules = read_tree(&repository_path("src/check/rules"));
    let found = rules.iter().filter(|(_, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        // What compares with the state before a change has no findings that are kept.
        is_for_one(&text) && reads_others(&text) && !text.contains("CheckFunction::Change(")
    });
    assert_eq!(found.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["clarity/date_disagrees.rs"]);
}

#[test]
fn unchanged_board_leaves_every_file_untouched() {
    let board = small_board();
    let public = board.path().join("public");
    let build = || bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0).out;
    let first = build();
    let (site, written, folder) =
        (read_tree(&public), modification_times(&public), std::fs::metadata(&public).unwrap());
    let again = build();
    assert!(!first.contains("niente di nuovo") && again.contains("niente di nuovo"), "{again}");
    let warnings = |output: &str| output.lines().find(|line| line.contains("avvisi")).map(str::to_owned);
    assert_eq!(warnings(&first), warnings(&again));
    assert!(read_tree(&public) == site && modification_times(&public) == written);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(folder.ino(), std::fs::metadata(&public).unwrap().ino(), "the folder was exchanged");
    }
}

/// Times of files prove that nothing changed only when they are some seconds old.
#[cfg(unix)]
#[test]
fn change_of_the_same_length_and_time_is_published() {
    let board = small_board();
    let (page, item) = (board.path().join("public/o/sportello-diritti/index.html"), "2026/sportello-diritti.md");
    let item = board.path().join(ITEMS).join(item);
    append_text(&item, "\nRiga prima.\n");
    build(board.path(), crate::support::TODAY);
    std::thread::sleep(std::time::Duration::from_secs(5));
    let has_times = || {
        let names = std::fs::read_dir(board.path().join(".bacheca/sites")).unwrap().map(|entry| entry.unwrap().path());
        names.into_iter().any(|path| path.extension().is_some_and(|ending| ending == "times"))
    };
    assert!(!has_times(), "the files were too young");
    // The first build reads all files and finds nothing new, the second looks at their times only.
    for _ in 0..2 {
        assert!(build(board.path(), crate::support::TODAY).contains("niente di nuovo"));
        assert!(has_times());
    }
    let written = std::fs::metadata(&item).unwrap().modified().unwrap();
    write(&item, read_text(&item).replace("Riga prima.", "Riga terza."));
    std::fs::File::options().write(true).open(&item).unwrap().set_modified(written).unwrap();
    assert!(!build(board.path(), crate::support::TODAY).contains("niente di nuovo"));
    assert!(read_text(&page).contains("Riga terza."));
}

#[test]
fn foreign_back_buffer_is_not_used() {
    let board = small_board();
    let item = board.path().join(ITEMS).join("2026/sportello-diritti.md");
    let public = board.path().join("public");
    for words in ["\nUna riga.\n", "\nDue righe.\n", "\nTre righe.\n"] {
        bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
        append_text(&item, words);
    }
    let sites = board.path().join(".bacheca/sites");
    let back_buffer =
        std::fs::read_dir(&sites).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    // A foreign folder of the same name, whose list does not match its files.
    let files = read_tree(&back_buffer);
    std::fs::remove_dir_all(&back_buffer).unwrap();
    let victim = "o/aiuto-cuoco-mensa/index.html";
    assert!(files.contains_key(victim));
    for (path, bytes) in files {
        let forged = path == victim;
        write(&back_buffer.join(path), if forged { b"<script>".to_vec() } else { bytes });
    }
    bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
    assert!(read_tree(&public) == build_clean(board.path(), crate::support::TODAY));
}
