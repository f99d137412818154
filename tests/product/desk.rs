//! Commands of editors and partners: `check --fix`, `ask`, `new`, `explain`, `schema`, `check --base`, `init`.

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{
    ITEMS, JsonSchema, assert_no_problems, bacheca, board_with, commit, course_with, git, read_tree,
    repository_of_board, repository_path, run_program, small_board, write,
};

#[test]
fn check_fix_applies_only_safe_corrections() {
    let text = "---\n# Un commento che resta\ntipo: formazione\ntitolo: Corso\u{a0}di\u{200b} italiano\nsintesi: Impari a parlare.\nente: ponte\npubblicato: 20/11/2026\ndestinatari: persone\u{ad} rifugiate\ndate: 2026-12-10\norari:   \"10:00-12:00\"\nmodalita: online\ncosto: gratuito   # e basta\niscrizione: https://example.org/a?utm_source=w&Itemid=7&fbclid=x\nscadenza: 04/12/2026 ore 12:00\n---\n\nÈ così.\n";
    let mended = text
        .replace('\u{a0}', " ")
        .replace(['\u{200b}', '\u{ad}'], "")
        .replace("20/11/2026", "2026-11-20")
        .replace("04/12/2026", "2026-12-04")
        .replace("utm_source=w&", "")
        .replace("&fbclid=x", "");
    let board = board_with("prova", format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let before = read_tree(board.path());
    let output = bacheca(board.path(), &["check", "--fix"]).expect_code(0).out;
    for part in ["-pubblicato: 20/11/2026", "+pubblicato: 2026-11-20", "⟨U+200B⟩", "0 errori, 0 avvisi"] {
        assert!(output.contains(part), "«{part}» is not in\n{output}");
    }
    let mut after = read_tree(board.path());
    let path = format!("{ITEMS}/prova.md");
    assert_eq!(String::from_utf8(after.remove(&path).unwrap()).unwrap(), mended);
    assert!(before.iter().all(|(other, bytes)| *other == path || after.get(other) == Some(bytes)));
    assert!(
        !bacheca(board.path(), &["check", "--fix"]).expect_code(0).out.contains("+++"),
        "there is nothing left to mend"
    );
}

/// Corrections that would change more than they say are left to whoever wrote the file.
#[test]
fn check_fix_changes_nothing_that_it_does_not_understand_whole() {
    let fixed = |facts: &str| {
        let text = course_with(facts);
        let board = board_with("prova", text.clone());
        bacheca(board.path(), &["check", "--fix"]);
        let after = std::fs::read_to_string(board.path().join(format!("{ITEMS}/prova.md"))).unwrap();
        (text, after)
    };
    for kept in [
        "obiettivi: parlare\u{a0}# e capire\n",
        "obiettivi: parlare:\u{a0}capire\n",
        "fonte: \"https://example.org/a?utm_source=b\\u0026id=3\"\n",
        "fonte: 'https://example.org/a?utm_source=b''c&id=3'\n",
        "fonte: https://example.org/a?utm_source=b;id=3\n",
    ] {
        let (before, after) = fixed(kept);
        assert_eq!(after, before, "{kept}");
    }
    let (before, after) = fixed("verificato: >-\n  5 ottobre 2026\nlivello: A1\n");
    assert_eq!(after, before.replace("5 ottobre 2026", "2026-10-05"));
}

/// A text as programs break it that read UTF-8 as Windows-1252, `times` in a row.
fn break_letters(text: &str, times: usize) -> String {
    (0..times).fold(text.to_owned(), |text, _| {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    })
}

#[test]
fn check_fix_mends_every_broken_letter_and_says_when_it_stops_early() {
    let text = course_with("").replace("quaderno.", &"quaderno. È così. ".repeat(300));
    let broken = text.replace("È così", &break_letters("È così", 1));
    let board = board_with("prova", &broken);
    bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    let path = board.path().join(format!("{ITEMS}/prova.md"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);

    let text = course_with("").replace("quaderno.", "quaderno, perché è così.");
    write(&path, text.replace("perché", &break_letters("perché", 10)));
    let run = bacheca(board.path(), &["check", "--fix", "--format", "json"]).expect_code(1);
    assert!(run.err.contains("dopo 8 passate c'è ancora da correggere"), "{}", run.err);
    let run = bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    assert!(!run.err.contains("passate"), "{}", run.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn check_fix_converts_windows_encoding() {
    let (bytes, ..) =
        encode_windows_1252(&course_with("avvertenze: [\"Citt\u{e0} \u{2013} l\u{2019}et\u{e0}: 20 \u{20ac}\"]\n"));
    let board = board_with("prova", bytes);
    bacheca(board.path(), &["check"]).expect_code(1);
    bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    let text = std::fs::read_to_string(board.path().join(format!("{ITEMS}/prova.md"))).unwrap();
    assert_eq!(text, course_with("avvertenze: [\"Città – l’età: 20 €\"]\n"));
}

/// Encodes a text in Windows-1252.
fn encode_windows_1252(text: &str) -> (Vec<u8>,) {
    let byte = |c: char| match c {
        '–' => 0x96,
        '’' => 0x92,
        '€' => 0x80,
        c => u8::try_from(u32::from(c)).expect("a letter of Latin-1"),
    };
    (text.chars().map(byte).collect(),)
}

#[test]
fn check_caps_repeated_findings_and_fixes_all() {
    let text = course_with("").replace("quaderno.", &"un\u{a0}quaderno\ne poi ".repeat(500));
    let board = board_with("prova", &text);
    let output = bacheca(board.path(), &["check", "--lang", "en"]).expect_code(0).out;
    assert_eq!(output.matches("warning[non-breaking-space]").count(), 100);
    assert!(output.contains("and 400 more times in this file"), "{output}");
    bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    let mended = std::fs::read_to_string(board.path().join(format!("{ITEMS}/prova.md"))).unwrap();
    assert_eq!(mended, text.replace('\u{a0}', " "));
}

#[test]
fn ask_writes_questions_for_the_organisation() {
    let draft = course_with("").replace("costo: gratuito\n", "stato: bozza\ncosto: da chiedere\n");
    let draft = draft.replace("scadenza: 2026-12-04\n", "scadenza: 15 marzo\n");
    let board = board_with("prova", draft);
    let file = format!("{ITEMS}/prova.md");
    let out = bacheca(board.path(), &["ask", "prova"]).expect_code(0).out;
    for part in ["«Corso di italiano»", "1. È gratuito?", "2. Di quale anno è «15 marzo»?", "mailto:", "https://wa.me/"]
    {
        assert!(out.contains(part), "«{part}» is not in\n{out}");
    }
    let path = board.path().join(&file);
    assert_eq!(bacheca(board.path(), &["ask", path.to_str().unwrap()]).expect_code(0).out, out);
    let english = bacheca(board.path(), &["ask", &file, "--lang", "en"]).expect_code(0).out;
    assert!(english.contains("1. Is it free?"), "{english}");
    // The mail does not thank for anything, and dates are spelled out.
    assert!(!out.contains("averci mandato"), "{out}");
    let inverted = course_with("").replace("2026-12-10", "{inizio: 2026-12-11, fine: 2026-12-08}");
    let out = bacheca(board_with("prova", inverted).path(), &["ask", "prova"]).expect_code(0).out;
    assert!(out.contains("L'inizio sarebbe l'11 dicembre 2026 e la fine l'8 dicembre 2026"), "{out}");
    let nothing = bacheca(board.path(), &["ask", "aiuto-cuoco-mensa"]).expect_code(0);
    assert_eq!((nothing.out.as_str(), nothing.err.contains("niente da chiedere")), ("", true));
    bacheca(board.path(), &["ask", "nessuno"]).expect_code(2);
}

#[test]
fn explain_covers_every_rule() {
    // Every rule that is named in the table of cases.
    let table = std::fs::read_to_string(repository_path("tests/faults.table")).unwrap();
    let words: Vec<&str> = table.split([' ', '\n']).collect();
    let named = words.windows(2).filter(|pair| matches!(pair[0], "error" | "warning"));
    let named: std::collections::BTreeSet<&str> = named.map(|pair| pair[1].trim_end_matches(',')).collect();
    assert!(named.len() > 100, "{named:?}");
    let list = run_program(&["explain"]).expect_code(0).out;
    let listed: Vec<&str> = list
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect();
    assert_no_problems(
        named.iter().filter(|name| !listed.contains(name)).map(|name| format!("{name}: not in the list")).collect(),
    );
    let problems = listed.iter().filter_map(|name| {
        let page = run_program(&["explain", name]);
        (page.code != 0 || !page.out.contains(name)).then(|| format!("{name}: {}{}", page.out, page.err))
    });
    assert_no_problems(problems.collect());
    let page = run_program(&["explain", "relative-time"]).expect_code(0).out;
    assert!(page.contains("Sbagliato:") && page.contains("Domani è l'ultimo giorno"), "{page}");
    assert!(run_program(&["explain", "relative-time", "--lang", "en"]).expect_code(0).out.contains("Wrong:"));
    assert!(run_program(&["explain", "relativetime"]).expect_code(2).err.contains("volevi dire `relative-time`?"));
    // A board that lowers a rule gives a reason, which is shown.
    let board = small_board();
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text + "\n[regole.relative-time]\ngravita = \"spenta\"\nmotivo = \"qui si scrive a mano\"\n");
    let page = bacheca(board.path(), &["explain", "relative-time"]).expect_code(0).out;
    assert!(page.contains("site.toml: spenta («qui si scrive a mano»)"), "{page}");
}

#[test]
fn every_rule_has_a_page_and_an_anchor_in_the_list() {
    let site = crate::support::small_site();
    for (path, word) in [("regole/", "Sbagliato"), ("en/regole/", "Wrong")] {
        let read = |below: &str| std::fs::read_to_string(site.join(path).join(below).join("index.html"));
        let page = read("").unwrap();
        assert!(read("relative-time").unwrap().contains(word), "{path}");
        // What each kind must say is the declared table.
        for kind in bacheca::model::Kind::ALL {
            let (_, section) = page.split_once(&format!("<h3 lang=\"it\" dir=\"ltr\">{}</h3>", kind.key())).unwrap();
            let (section, _) = section.split_once("</ul>").unwrap();
            let listed: Vec<&str> = section
                .split("<li><code lang=\"it\" dir=\"ltr\">")
                .skip(1)
                .filter_map(|rest| rest.split('<').next())
                .collect();
            let required = kind.spec().required.join(" ").replace("edizioni", "edizioni orari");
            assert_eq!(listed.join(" "), required, "{path}");
        }
        let rules = bacheca::check::rules::all().into_iter();
        assert_no_problems(
            rules
                .filter(|rule| {
                    let name = rule.name;
                    // Reports of before led to anchors of the list.
                    let listed = format!("id=\"{name}\"><a href=\"{name}/\">");
                    !page.contains(&listed)
                        || !read(name).is_ok_and(|page| page.contains(&format!("<code dir=\"ltr\">{name}</code>")))
                })
                .map(|rule| rule.name.to_owned())
                .collect(),
        );
    }
    assert!(!site.join("ar/regole").exists());
}

#[test]
fn schema_accepts_valid_files_and_rejects_faulty_ones() {
    let schema: Json = serde_json::from_str(&run_program(&["schema"]).expect_code(0).out).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let good: Json = serde_json::json!({"tipo": "notizia", "titolo": "x", "sintesi": "x", "ente": "ponte", "pubblicato": "2026-11-20", "fonte": "https://example.org/"});
    let compiled = JsonSchema::new(&schema);
    assert_eq!(compiled.violation(&good), None);
    for (key, value) in [("scadensa", "2026-11-30"), ("tipo", "corso"), ("mansioni", "cucinare")] {
        let mut bad = good.clone();
        bad[key] = value.into();
        assert!(compiled.violation(&bad).is_some(), "{key}: {value}");
    }
    let property = &schema["oneOf"][0]["properties"]["scadenza"];
    assert!(property["title"].is_string() && property["description"].is_string(), "{property}");
    assert_eq!(property["examples"][0], "2026-11-30");
}

#[test]
fn check_base_reports_a_removed_address() {
    let board = repository_of_board();
    let check = |code| bacheca(board.path(), &["check", "--base", "main"]).expect_code(code).out;
    let item = |name: &str| board.path().join(format!("{ITEMS}/{name}.md"));
    check(0);
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    // A renamed file is reported until its old name is an alias.
    std::fs::rename(item("sportello-diritti"), item("sportello-dei-diritti")).unwrap();
    commit(board.path());
    let output = check(1);
    assert!(output.contains("slug-removed") && output.contains("alias: [sportello-diritti]"), "{output}");
    let text = std::fs::read_to_string(item("sportello-dei-diritti")).unwrap();
    write(&item("sportello-dei-diritti"), text.replacen("---\n", "---\nalias: [sportello-diritti]\n", 1));
    check(0);
    // A deleted file is reported; a file moved to another year keeps its address.
    std::fs::create_dir_all(board.path().join("content/opportunita/2025")).unwrap();
    std::fs::rename(item("contributo-affitto"), board.path().join("content/opportunita/2025/contributo-affitto.md"))
        .unwrap();
    check(0);
    std::fs::remove_file(item("spostamento-sportello")).unwrap();
    assert!(check(1).contains("«spostamento-sportello»"));
    bacheca(board.path(), &["check", "--base", "nessuno"]).expect_code(2);
    bacheca(board.path(), &["check", "--base=--all"]).expect_code(2);
}

#[test]
fn check_base_reports_addresses_that_lose_a_language() {
    let board = repository_of_board();
    let check = |code| bacheca(board.path(), &["check", "--base", "main"]).expect_code(code).out;
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    let item = board.path().join(format!("{ITEMS}/sportello-diritti.md"));
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("---\n", "---\narchiviato: 2026-11-20\n", 1));
    let output = check(1);
    assert!(output.contains("slug-removed") && output.contains("togli `archiviato`"), "{output}");
    write(&item, text);
    // A language that is taken away leaves its addresses.
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    let without = text.replace(", \"ar\"", "");
    assert_ne!(text, without);
    write(&site, &without);
    for path in read_tree(board.path()).into_keys().filter(|path| path.ends_with(".ar.md")) {
        std::fs::remove_file(board.path().join(path)).unwrap();
    }
    let output = check(1);
    assert!(output.contains("slug-removed") && output.contains("lingue_passate = [\"ar\"]"), "{output}");
    write(&site, without.replace("lingue =", "lingue_passate = [\"ar\"]\nlingue ="));
    assert!(!check(0).contains("slug-removed"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let read =
        |path: &str| std::fs::read_to_string(board.path().join("public/ar").join(path).join("index.html")).unwrap();
    for (path, target) in [
        ("", "../"),
        ("formazione/", "../../formazione/"),
        ("o/aiuto-cuoco-mensa/", "../../../o/aiuto-cuoco-mensa/"),
        ("o/cuoco-mensa/", "../../../o/cuoco-mensa/"),
        ("o/spostamento-sportello/", "../../../o/spostamento-sportello/"),
        ("o/porte-aperte/", "../../../o/porte-aperte/"),
    ] {
        assert!(read(path).contains(&format!("content=\"0; url={target}\"")), "{path}: {}", read(path));
    }
    let sitemap = std::fs::read_to_string(board.path().join("public/sitemap.xml")).unwrap();
    assert!(!sitemap.contains("/ar/"), "{sitemap}");
}

#[test]
fn check_base_asks_for_the_day_on_which_a_posted_item_changed() {
    let board = repository_of_board();
    let path = board.path().join(format!("{ITEMS}/corso.md"));
    let posted = "pubblicazioni: [{canale: whatsapp, quando: \"2026-11-20T10:00\"}]\n";
    let text = course_with(posted);
    assert!(text.contains("costo: gratuito"), "{text}");
    write(&path, &text);
    commit(board.path());
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    let check = || bacheca(board.path(), &["check", "--base", "main"]).expect_code(0).out;
    assert!(!check().contains("change-undated"));
    let changed = text
        .replace("costo: gratuito", "costo: {tipo: a pagamento, importo: 30, agevolazione: gratuito con ISEE basso}");
    write(&path, &changed);
    let output = check();
    assert!(output.contains("change-undated") && output.contains("cambia il costo"), "{output}");
    write(&path, changed.replace(posted, &format!("{posted}aggiornato: 2026-11-21\n")));
    assert!(!check().contains("change-undated"));
}

/// A course that was published and not posted: `check --base` after a change of its text, without and with `aggiornato`.
#[test]
fn check_base_names_what_changes_in_a_published_item() {
    let board = repository_of_board();
    let path = board.path().join(format!("{ITEMS}/corso.md"));
    let text = course_with("aggiornato: 2026-11-10\n");
    let line = |key: &str| text.lines().find(|line| line.starts_with(&format!("{key}: "))).unwrap().to_owned();
    let (deadline, dates, hours, place) = (line("scadenza"), line("date"), line("orari"), line("luogo"));
    write(&path, &text);
    commit(board.path());
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    let check = |text: &str| {
        write(&path, text);
        bacheca(board.path(), &["check", "--base", "main"]).out
    };
    let later = text.replace(&deadline, "scadenza: 2026-12-07");
    let old = deadline.trim_start_matches("scadenza: ");
    for (new, name) in [
        (later.clone(), "cambia la scadenza"),
        (text.replace(&dates, "date: {inizio: 2026-12-10, fine: 2027-02-25}"), "cambia la data"),
        (text.replace(&hours, "orari: \"17:00-19:30\""), "cambia l'orario"),
        (text.replace(&place, "luogo: {indirizzo: via Nuova 3, zona: I}"), "cambia il luogo"),
    ] {
        let output = check(&new);
        assert!(output.contains("change-undated") && output.contains(name), "{name}: {output}");
        let output = check(&new.replace("aggiornato: 2026-11-10", "aggiornato: 2026-11-20"));
        assert!(!output.contains("change-undated"), "{name}: {output}");
        let output = check(&new.replace("aggiornato: 2026-11-10\n", "aggiornato: 2026-11-10\nstato: bozza\n"));
        assert!(!output.contains("change-undated"), "{name}: {output}");
    }
    // A later deadline says which it was; an earlier one is a correction.
    let output = check(&later);
    assert!(output.contains("extension-not-declared") && output.contains(&format!("prorogata_dal: {old}")), "{output}");
    let output =
        check(&later.replace("aggiornato: 2026-11-10", &format!("aggiornato: 2026-11-20\nprorogata_dal: {old}")));
    assert!(!output.contains("extension-not-declared") && !output.contains("change-undated"), "{output}");
    assert!(!check(&text.replace(&deadline, "scadenza: 2026-11-28")).contains("extension-not-declared"));
    // Other words for the same.
    for same in [
        text.replace(&deadline, &format!("scadenza: {old} ore 24:00")),
        text.replace(&hours, "orari: \"10.00-12.00\""),
        text.replace(
            &dates,
            &format!("date: {{inizio: {day}, fine: {day}}}", day = dates.trim_start_matches("date: ")),
        ),
        text.replace("costo: gratuito", "costo: {tipo: gratuito}"),
        text.replace(&place, &place.replace("via", "Via")),
        text.replace("sintesi: ", "sintesi: Nuovo! "),
    ] {
        let output = check(&same);
        assert!(!output.contains("change-undated") && !output.contains("extension-not-declared"), "{same}{output}");
    }
}

#[test]
fn check_base_names_new_items_that_feeds_put_behind_others() {
    let board = repository_of_board();
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    let path = board.path().join(format!("{ITEMS}/corso.md"));
    let text = course_with("");
    let published = text.lines().find(|line| line.starts_with("pubblicato: ")).unwrap();
    let check = |text: &str| {
        write(&path, text);
        bacheca(board.path(), &["check", "--base", "main"]).out
    };
    let old = text.replace(published, "pubblicato: 2026-09-15");
    let output = check(&old);
    assert!(output.contains("published-in-past") && output.contains("pubblicato: 2026-11-21"), "{output}");
    assert!(!check(&text.replace(published, "pubblicato: 2026-11-21")).contains("published-in-past"));
    assert!(!check(&old.replace("pubblicato:", "stato: bozza\npubblicato:")).contains("published-in-past"));
    // Committed, and on the base, where readers have it already.
    write(&path, &old);
    commit(board.path());
    assert!(check(&old).contains("published-in-past"));
    git(board.path(), &["checkout", "-q", "main"]);
    git(board.path(), &["merge", "-q", "proposta"]);
    assert!(!check(&old).contains("published-in-past"));
}

#[test]
fn check_base_ignores_addresses_added_to_base_later() {
    let board = repository_of_board();
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    git(board.path(), &["checkout", "-q", "main"]);
    write(&board.path().join(format!("{ITEMS}/nuovo.md")), course_with(""));
    commit(board.path());
    git(board.path(), &["checkout", "-q", "proposta"]);
    bacheca(board.path(), &["check", "--base", "main"]).expect_code(0);
}

#[test]
fn init_creates_a_board_without_findings() {
    let folder = TempDir::new().unwrap();
    let board = folder.path().join("bacheca");
    let output = run_program(&["init", board.to_str().unwrap()]).expect_code(0).out;
    assert!(output.contains("site.toml"), "{output}");
    for file in [".gitignore", ".github/workflows/check.yml", ".github/CONTRIBUTING.md", "site.toml", "README.md"] {
        assert!(board.join(file).is_file(), "{file}");
    }
    for file in
        ["images/board.png", "RELEASE.md", "workflows/release.yml", "workflows/audit.yml", "deploy/Containerfile"]
    {
        assert!(
            !board.join(".github").join(file).exists() && repository_path(".github").join(file).is_file(),
            "{file}"
        );
    }
    let output = bacheca(&board, &["check", "--strict"]).expect_code(0).out;
    assert!(output.contains("0 errori, 0 avvisi"), "{output}");
    bacheca(&board, &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(run_program(&["init", board.to_str().unwrap()]).expect_code(2).err.contains("non è vuota"));
}
