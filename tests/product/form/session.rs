//! The session of a form: what it finds beside what the program finds, the file of the board that it reads, what comes of
//! messages and of public data.

use std::collections::BTreeMap;
use std::path::Path;

use bacheca::board::{Board, ContentFiles, LoadedBoard, load};
use bacheca::check::check;
use bacheca::config::Config;
use bacheca::diagnostic::{Diagnostic, MessageLanguage};
use bacheca::form::{FormFile, answer, board_file, load_previews, name_fields, read_file, write_file};
use bacheca::intake::compact;
use bacheca::model::{EDITORS_FIELDS, Kind, Opportunity};
use rayon::prelude::*;
use serde_json::{Value as Json, json};

use super::{cases_of_kinds, decode};
use crate::faults;
use crate::support::{TODAY, assert_no_problems, read_tree, real_site, repository_path, small_board, write};

/// A board loaded from a folder, with files replaced.
pub(super) fn load_board(root: &Path, replaced: &BTreeMap<String, Vec<u8>>) -> LoadedBoard {
    let paths: Vec<String> = replaced.keys().cloned().collect();
    let config = Config::load(root).unwrap();
    ContentFiles::read(root).with_folders_replaced(&paths, replaced).load(config, TODAY.parse().unwrap())
}

fn findings_of(loaded: &LoadedBoard, path: &str) -> Vec<Diagnostic> {
    let found = check(&loaded.board, loaded.problems.clone(), None).diagnostics;
    found.into_iter().filter(|found| found.file == path).collect()
}

/// A session of a page on a board.
pub(super) struct Page(Option<bacheca::form::Session>);

impl Page {
    pub(super) fn open(board: &Board) -> Self {
        let mut page = Self(None);
        let file: Json = serde_json::from_slice(&board_file(board).unwrap()).unwrap();
        let opened = page.ask(&json!({"do": "open", "board": file, "today": TODAY, "lang": "it"}));
        assert_eq!(opened["version"], env!("CARGO_PKG_VERSION"), "{opened}");
        page
    }

    pub(super) fn ask(&mut self, request: &Json) -> Json {
        serde_json::from_slice(&answer(&mut self.0, request.to_string().as_bytes(), Some(load_previews))).unwrap()
    }

    pub(super) fn write(&mut self, kind: &str, facts: &Json, body: &str) -> Json {
        self.ask(&json!({"do": "write", "kind": kind, "facts": facts, "body": body}))
    }
}

fn small_page() -> Page {
    let folder = small_board();
    Page::open(&load_board(folder.path(), &BTreeMap::new()).board)
}

/// Rules that a form cannot follow: what is refused is not published, pictures and translations are not in a form, and
/// contact points are not in the file that it reads.
const NOT_IN_FORMS: [&str; 5] =
    ["refused-before", "image-incomplete", "image-too-large", "image-name-personal", "contact-point-disagrees"];

/// Differences between what the session finds in each item file of a board and what the command line does; `None` for each
/// file without any.
fn differences(name: &str, root: &Path, is_compared: &dyn Fn(&str) -> bool) -> Vec<Option<String>> {
    let loaded = load_board(root, &BTreeMap::new());
    let mut page = Page::open(&loaded.board);
    let mut problems = Vec::new();
    for item in loaded.board.items.iter().filter(|item| is_compared(&item.document.source.path)) {
        let path = &item.document.source.path;
        let year = path.rsplit('/').nth(1).and_then(|year| year.parse::<i32>().ok());
        let Ok(FormFile { subject, facts, body, .. }) = read_file(&item.document.source.text) else { continue };
        // Copies of other boards' announcements are nobody's to write.
        let Some(year) = year else { continue };
        if item.facts.refused.is_some() {
            continue;
        }
        let request = json!({"do": "write", "kind": subject.key(), "facts": facts, "body": body,
            "slug": item.slug.as_str(), "year": year});
        let written = page.ask(&request);
        assert_eq!(written["path"], **path, "{name}: {written}");
        let normalised = BTreeMap::from([(path.clone(), written["file"].as_str().unwrap().as_bytes().to_vec())]);
        let by_program = findings_of(&load_board(root, &normalised), path);
        let skipped = |rule: &str| NOT_IN_FORMS.contains(&rule);
        let expected: Vec<(String, String)> = by_program
            .iter()
            .filter(|found| !skipped(found.rule))
            .map(|found| (found.rule.to_owned(), name_fields(&found.message.it, MessageLanguage::Italian)))
            .collect();
        let text = |found: &Json, key: &str| found[key].as_str().unwrap().to_owned();
        let found: Vec<(String, String)> = written["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| (text(found, "rule"), text(found, "message")))
            .filter(|(rule, _)| !skipped(rule))
            .collect();
        let differs = found != expected;
        problems.push(differs.then(|| format!("{name}, {path}\n  form:    {found:?}\n  program: {expected:?}")));
    }
    problems
}

#[test]
fn form_finds_what_the_program_finds_in_faulty_announcements() {
    let small = small_board();
    let known = read_tree(small.path());
    // That an announcement names a refused one is not seen: what was refused is not published.
    let cases: Vec<String> = faults::cases().into_iter().filter(|case| case != "refused-and-here-again").collect();
    let found = cases.par_iter().flat_map(|case| {
        let folder = faults::board_with_case(case);
        // Boards whose configuration is at fault have no form.
        if Config::load(folder.path()).is_err() {
            return Vec::new();
        }
        let is_new = |path: &str| std::fs::read(folder.path().join(path)).ok().as_ref() != known.get(path);
        differences(case, folder.path(), &is_new)
    });
    let found: Vec<Option<String>> = found.collect();
    assert!(found.len() > 250, "{} files are compared", found.len());
    assert_no_problems(found.into_iter().flatten().collect());
}

#[test]
fn form_finds_what_the_program_finds_in_the_real_board() {
    // Each item is compared with a whole check of the board: some of them, spread evenly.
    let loaded = load(&repository_path(""), Config::load(&repository_path("")).unwrap(), TODAY.parse().unwrap());
    let step = loaded.board.items.len() / 12;
    let chosen: Vec<&str> =
        loaded.board.items.iter().step_by(step).map(|item| item.document.source.path.as_str()).collect();
    let found = differences("content", &repository_path(""), &|path| chosen.contains(&path));
    assert!(found.len() >= 8, "{} files are compared", found.len());
    assert_no_problems(found.into_iter().flatten().collect());
}

#[test]
fn compact_text_of_every_kind_comes_back_as_the_same_facts() {
    let mut page = small_page();
    for (path, text) in cases_of_kinds() {
        let FormFile { subject, mut facts, body, .. } = read_file(&text).unwrap();
        let kind = subject.kind().unwrap();
        let message = compact::write(kind, &facts, &body);
        let drafts = page.ask(&json!({"do": "intake", "message": message, "kind": null}));
        let draft = &drafts["drafts"][0];
        facts.retain(|key, _| !EDITORS_FIELDS.contains(&key.as_str()));
        let [read, sent] =
            [draft["facts"].as_object().unwrap(), &facts].map(|facts| decode(&write_file(kind, facts, "")));
        let without_state = |mut facts: Opportunity| {
            facts.state = None;
            facts
        };
        assert_eq!(without_state(read), without_state(sent), "{path}\n{message}");
        assert_eq!(draft["body"], body, "{path}");
    }
}

#[test]
fn published_items_are_corrected_without_loss() {
    let data = std::fs::read(real_site().join("dati/opportunita.json")).unwrap();
    let data: Json = serde_json::from_slice(&data).unwrap();
    let loaded = load(&repository_path(""), Config::load(&repository_path("")).unwrap(), TODAY.parse().unwrap());
    let mut page = Page::open(&loaded.board);
    let mut count = 0;
    for entry in data["opportunita"].as_array().unwrap() {
        if entry["testo"].is_null() {
            assert!(page.ask(&json!({"do": "correct", "item": entry}))["error"].is_string());
            continue;
        }
        let filled = page.ask(&json!({"do": "correct", "item": entry, "renew": false}));
        let kind = Kind::from_key(filled["kind"].as_str().unwrap()).unwrap();
        let file = write_file(kind, filled["facts"].as_object().unwrap(), filled["body"].as_str().unwrap());
        let item = loaded.board.item(entry["slug"].as_str().unwrap()).unwrap();
        let [written, known] = [&decode(&file), &*item.facts].map(|facts| serde_json::to_value(facts).unwrap());
        assert_eq!(written, known, "{file}");
        assert_eq!(filled["slug"], entry["slug"]);
        count += 1;
    }
    assert!(count > 50, "{count} items");
}

#[test]
fn new_edition_keeps_what_stays_and_empties_dates() {
    let entry = json!({"slug": "italiano-a2", "tipo": "formazione", "testo": "Corso.", "titolo": "Italiano A2",
        "pubblicato": "2026-11-20", "scadenza": "2026-11-30T12:00", "verificato": "2026-11-20", "posti": 15,
        "edizioni": [{"date": {"inizio": "2026-12-01"}, "giorni": ["lun"], "orari": ["9:00-11:00"]}]});
    let mut page = small_page();
    let new = page.ask(&json!({"do": "correct", "item": entry, "renew": true}));
    assert_eq!(
        new["facts"],
        json!({"titolo": "Italiano A2", "posti": "15", "edizione_di": "italiano-a2",
            "edizioni": [{"giorni": ["lun"], "orari": ["9:00-11:00"]}]})
    );
    assert_eq!((new["slug"].is_null(), new["year"].is_null()), (true, true));
    let same = page.ask(&json!({"do": "correct", "item": entry, "renew": false}));
    assert_eq!((&same["facts"]["scadenza"], &same["slug"]), (&json!("2026-11-30 ore 12:00"), &json!("italiano-a2")));
}

#[test]
fn findings_stand_at_their_fields() {
    let facts = json!({"titolo": "Corso di cucina in sede", "ente": "ponte", "posti": "dieci",
        "edizioni": [{"date": "2026-13-01", "orari": "9:00-11:00"}, {"date": "2026-12-09"}],
        "iscrizione": {"canale": "email", "email": "corsi@"}, "luogo": {"nome": "Sala", "zona": "CXII"}});
    let written = small_page().write("formazione", &facts, "Per iscriverti [clicca qui](https://bit.ly/x).");
    let found = written["findings"].as_array().unwrap().iter();
    let found: Vec<(String, &str)> =
        found.map(|found| (found["field"].to_string(), found["rule"].as_str().unwrap())).collect();
    for (field, rule) in [
        (r#"["edizioni",0,"date"]"#, "invalid-date"),
        (r#"["edizioni",1,"orari"]"#, "hours-missing"),
        (r#"["iscrizione","email"]"#, "invalid-email"),
        (r#"["scadenza"]"#, "deadline-missing"),
        (r#"["luogo","zona"]"#, "unknown-zone"),
        (r#"["testo"]"#, "short-link"),
    ] {
        assert!(found.contains(&(field.to_owned(), rule)), "{field} {rule}: {found:#?}");
    }
    assert_eq!(written["path"], "content/opportunita/2026/corso-di-cucina-in-sede.md");
}

#[test]
fn correction_of_a_finding_is_applied() {
    let mut page = small_page();
    let facts = json!({"titolo": "Corso", "scadenza": "30/11/2026"});
    let written = page.write("formazione", &facts, "");
    let found = written["findings"].as_array().unwrap().iter();
    let (number, finding) = found.enumerate().find(|(_, found)| found["rule"] == "invalid-date").unwrap();
    assert_eq!((&finding["corrected"], &finding["fix"]), (&json!("scadenza: 2026-11-30"), &json!(true)), "{written}");
    let request =
        |finding| json!({"do": "fix", "kind": "formazione", "facts": facts, "body": "Testo", "finding": finding});
    let fixed = page.ask(&request(number));
    assert_eq!((&fixed["facts"]["scadenza"], &fixed["body"]), (&json!("2026-11-30"), &json!("Testo")), "{fixed}");
    assert!(page.ask(&request(999))["error"].is_string());
}

#[test]
fn session_leaves_the_board_as_it_was() {
    let mut page = small_page();
    let facts = json!({"titolo": "Un corso del tutto nuovo di sartoria"});
    let [first, second] = [(); 2].map(|()| page.write("formazione", &facts, "").to_string());
    assert_eq!(first, second);
}

#[test]
fn named_picture_is_no_error_but_a_note() {
    let facts = json!({"titolo": "Corso", "immagine": {"file": "corso.jpg"}});
    let written = small_page().write("formazione", &facts, "");
    let found: Vec<&Json> =
        written["findings"].as_array().unwrap().iter().filter(|found| found["rule"] == "image-incomplete").collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0]["message"].as_str().unwrap().contains("testo alternativo"));
    assert!(written["notes"][0].as_str().unwrap().contains("corso.jpg"));
}

#[test]
fn file_of_the_board_has_nothing_that_is_not_published() {
    let folder = small_board();
    let item = |state: &str| {
        format!("---\ntipo: evento\n{state}\ntitolo: Parola {}\nfonte: https://segreto.it/\n---\n", "segreta")
    };
    for (name, state) in [("uno", "stato: bozza"), ("due", "rifiutato: è una truffa")] {
        let path = folder.path().join(format!("content/opportunita/2026/nascosto-{name}.md"));
        write(&path, item(state));
    }
    let loaded = load_board(folder.path(), &BTreeMap::new());
    let file = String::from_utf8(board_file(&loaded.board).unwrap()).unwrap();
    assert!(loaded.board.item("nascosto-uno").is_some() && loaded.board.item("nascosto-due").is_some());
    assert!(!file.contains("segret") && !file.contains("nascosto"), "{file}");
}

#[test]
fn file_of_the_board_offers_no_organisation_that_was_refused() {
    let folder = small_board();
    let organisation =
        |name: &str| format!("---\nnome: {name}\ntipo: associazione\ncontatti: {{email: {name}@example.org}}\n---\n");
    let item = |name: &str, organisation: &str, state: &str| {
        let text = format!("---\ntipo: evento\n{state}\ntitolo: {name}\nente: {organisation}\n---\n");
        write(&folder.path().join(format!("content/opportunita/2026/{name}.md")), text);
    };
    for name in ["truffa", "onesta", "nuova"] {
        write(&folder.path().join(format!("content/enti/{name}.md")), organisation(name));
    }
    let refused = "rifiutato: {perche: chiede soldi, quando: 2026-11-19}";
    item("uno", "truffa", refused);
    item("due", "truffa", refused);
    item("tre", "onesta", refused);
    item("quattro", "onesta", "stato: bozza");
    let file = String::from_utf8(board_file(&load_board(folder.path(), &BTreeMap::new()).board).unwrap()).unwrap();
    assert!(!file.contains("truffa") && file.contains("onesta") && file.contains("nuova"), "{file}");
}

#[test]
fn requests_that_cannot_be_answered_say_so() {
    let mut page = Page(None);
    for request in [
        "{}",
        "",
        "[1]",
        r#"{"do":"write","kind":"formazione","facts":{}}"#,
        r#"{"do":"open","board":{},"today":"2026-11-21","lang":"en"}"#,
    ] {
        let answered: Json =
            serde_json::from_slice(&answer(&mut page.0, request.as_bytes(), Some(load_previews))).unwrap();
        assert!(answered["error"].is_string(), "{request}: {answered}");
    }
    let mut page = small_page();
    for request in [json!({"do": "write", "kind": "x", "facts": {}}), json!({"do": "read", "file": "ciao"})] {
        assert!(page.ask(&request)["error"].is_string(), "{request}");
    }
}

#[test]
fn without_previews_everything_else_is_answered_alike() {
    let folder = small_board();
    let board = load_board(folder.path(), &BTreeMap::new()).board;
    let file: Json = serde_json::from_slice(&board_file(&board).unwrap()).unwrap();
    let mut requests = vec![json!({"do": "open", "board": file, "today": TODAY, "lang": "en"})];
    for (_, text) in cases_of_kinds() {
        let FormFile { subject, facts, body, .. } = read_file(&text).unwrap();
        let kind = subject.kind().unwrap();
        let (kind, message) = (kind.key(), compact::write(kind, &facts, &body));
        requests.push(json!({"do": "read", "file": text}));
        requests.push(json!({"do": "write", "kind": kind, "facts": facts, "body": body}));
        requests.push(json!({"do": "fix", "kind": kind, "facts": facts, "body": body, "finding": 0}));
        requests.push(json!({"do": "intake", "message": message}));
    }
    let (mut small, mut whole) = (None, None);
    for request in requests {
        let text = request.to_string();
        let answers =
            [answer(&mut small, text.as_bytes(), None), answer(&mut whole, text.as_bytes(), Some(load_previews))];
        assert!(answers[0] == answers[1], "{text}");
        if request["do"] == "write" {
            let mut wanted = request.clone();
            wanted["preview"] = true.into();
            let refused: Json =
                serde_json::from_slice(&answer(&mut small, wanted.to_string().as_bytes(), None)).unwrap();
            assert_eq!(refused, json!({"error": "this part of the program makes no previews"}));
        }
    }
}

#[test]
fn preview_shows_posts_in_every_language_and_the_rows_of_the_page() {
    let mut page = small_page();
    let (_, text) = cases_of_kinds().into_iter().find(|(path, _)| path == "formazione-full.md").unwrap();
    let FormFile { subject, facts, body, .. } = read_file(&text).unwrap();
    let kind = subject.kind().unwrap();
    let request = json!({"do": "write", "kind": kind.key(), "facts": facts, "body": body, "preview": true});
    let written = page.ask(&request);
    let posts = written["posts"].as_array().unwrap();
    assert!(posts.len() > 1 && posts.iter().all(|post| post["text"].as_str().unwrap().len() > 100), "{posts:?}");
    assert!(written["rows"].as_array().unwrap().len() > 5, "{written}");
    assert!(written["summary"].as_str().unwrap().chars().count() <= 400);
}

#[test]
fn board_file_says_nothing_that_is_meant_for_colleagues() {
    let folder = small_board();
    let (site, organisation) = (folder.path().join("site.toml"), folder.path().join("content/enti/ponte.md"));
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, format!("# parola segreta: ombrello\n{text}"));
    let text = std::fs::read_to_string(&organisation).unwrap();
    write(&organisation, text.replacen("contatti: {", "contatti: {nota: solo per i colleghi, ", 1));
    let invented =
        "---\nnome: Ente Inventato\ntipo: associazione\nesempio: sì\ncontatti: {email: info@example.org}\n---\n";
    write(&folder.path().join("content/enti/inventato.md"), invented);
    let published =
        |folder: &Path| String::from_utf8(board_file(&load_board(folder, &BTreeMap::new()).board).unwrap()).unwrap();
    let file = published(folder.path());
    assert!(file.contains("Ente Inventato") && !file.contains("ombrello") && !file.contains("colleghi"), "{file}");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replacen("[bacheca]", "[bacheca]\nesempi = false", 1));
    assert!(!published(folder.path()).contains("Ente Inventato"));
}
