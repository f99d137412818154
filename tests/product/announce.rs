//! The form in which partners announce, in a real Chromium: used by keys and clicks as a person uses it, with the module
//! of `make wasm-test`. What comes out is compared with what the program itself writes.

mod by_hand;
mod device;
mod drafts;
mod files;
mod person;
mod registration;
mod unusual;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use bacheca::form::write_file;
use bacheca::model::Kind;
use serde_json::{Value as Json, json};

use self::person::Person;
use crate::support::webdriver::{Browser, serve};
use crate::support::{
    ITEMS, TODAY, assert_no_problems, bacheca, build_once, installed_tool, read_tree, repository_path, skip_test,
    small_board, small_site, write,
};
use crate::wasm::{BUILD_COMMAND, current_module};

/// Widths of a phone and of a desktop screen, in pixels.
const WIDTHS: [u32; 2] = [360, 1280];

/// Builds the small board with ways to send, and with the module if there is one: the whole one in the place of the small
/// one too, which answers the same but for previews.
fn build_site(name: &str, module: Option<&Path>) -> PathBuf {
    let board = small_board();
    let configuration = board.path().join("site.toml");
    let text = std::fs::read_to_string(&configuration).unwrap();
    let repository = "[bacheca]\nrepository = \"https://github.com/borgo/bacheca\"";
    write(&configuration, text.replacen("[bacheca]", repository, 1));
    let charter = "---\ntitolo: Carta di chi annuncia\nversione: 2026-1\n---\n\nNessuno paga niente.\n";
    write(&board.path().join("content/pagine/carta.md"), charter);
    if let Some(module) = module {
        std::fs::create_dir_all(board.path().join("static/annuncia")).unwrap();
        for name in ["bacheca", "anteprima"] {
            std::fs::copy(module, board.path().join(format!("static/annuncia/{name}.wasm"))).unwrap();
        }
    }
    build_once(name, board.path(), &["--skip", "poster,card,print,search"])
}

/// Folder of the site with the module; `None` if the module is not built, which is reported.
fn site() -> Option<&'static Path> {
    static SITE: OnceLock<Option<PathBuf>> = OnceLock::new();
    let site = SITE.get_or_init(|| Some(build_site("announce", Some(&current_module()?))));
    if site.is_none() {
        skip_test(BUILD_COMMAND);
    }
    site.as_deref()
}

/// Address of the site with the module; `None` if the module is not built, which is reported.
fn address() -> Option<&'static str> {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    site().map(|site| ADDRESS.get_or_init(|| serve(site)).as_str())
}

fn browser(width: u32) -> Browser {
    let browser = Browser::start(true);
    browser.set_screen(width, false);
    browser
}

/// Facts as the program writes them, published on [`TODAY`].
fn expected_file(kind: Kind, facts: &Json, body: &str) -> String {
    let mut facts = facts.as_object().unwrap().clone();
    facts.insert("pubblicato".to_owned(), TODAY.into());
    write_file(kind, &facts, body)
}

/// Writes a file into the small board and lets the program check it.
fn assert_passes_check(file: &str) {
    let board = small_board();
    write(&board.path().join(ITEMS).join("annunciato.md"), file);
    bacheca(board.path(), &["check"]).expect_code(0);
}

fn announce_course(person: &Person<'_>) -> Json {
    person.write("titolo", "Corso di italiano per chi comincia");
    person.write("sintesi", "Impari a parlare con i vicini e con il medico.");
    person.write("ente", "Associazione Il Ponte");
    person.write("destinatari", "persone rifugiate e richiedenti asilo");
    person.choose("edizioni date", "dal … al …");
    person.write_day("edizioni date inizio", 2026, 12, 10);
    person.write_day("edizioni date fine", 2027, 2, 25);
    person.choose("edizioni giorni", "mar");
    person.choose("edizioni giorni", "gio");
    person.write("edizioni orari", "10:00-12:00");
    person.choose("modalita", "in presenza");
    person.write("luogo", "via Roma 1, Borgo");
    person.choose("costo", "gratuito");
    person.select("iscrizione canale", "telefono");
    person.write("iscrizione telefono", "06 5550 0111");
    person.write_day("scadenza", 2026, 12, 4);
    person.write("contatti email", "ponte@example.org");
    person.write("testo", "Vieni con un quaderno.");
    json!({
        "titolo": "Corso di italiano per chi comincia",
        "sintesi": "Impari a parlare con i vicini e con il medico.",
        "ente": "ponte",
        "destinatari": "persone rifugiate e richiedenti asilo",
        "edizioni": [{
            "date": {"inizio": "2026-12-10", "fine": "2027-02-25"}, "giorni": ["mar", "gio"], "orari": ["10:00-12:00"]
        }],
        "modalita": "in presenza",
        "luogo": ["via Roma 1, Borgo"],
        "costo": "gratuito",
        "iscrizione": [{"canale": "telefono", "telefono": "06 5550 0111"}],
        "scadenza": "2026-12-04",
        "contatti": {"email": ["ponte@example.org"]},
    })
}

fn announce_job(person: &Person<'_>) -> Json {
    person.write("titolo", "Aiuto in cucina a Borgo");
    person.write("sintesi", "Prepari il pranzo in una mensa.");
    person.write("ente", "Cooperativa Mensa Aperta");
    person.write("mansioni", "lavare la verdura");
    person.press_button("mansioni", "Aggiungi");
    person.type_here("tagliare il pane");
    person.write("requisiti", "puntualità");
    person.choose("modalita", "in presenza");
    person.choose("luogo", "in dettaglio");
    person.press_button("luogo", "Città");
    person.type_here("Borgo");
    person.write("luogo indirizzo", "via Roma 1");
    person.press_button("luogo", "Zona");
    person.choose("luogo zona", "I");
    person.choose("contratto", "in dettaglio");
    person.select("contratto tipo", "tempo determinato");
    person.press_button("contratto", "Durata");
    person.type_here("6 mesi");
    person.choose("retribuzione", "in dettaglio");
    person.write("retribuzione importo", "1.400");
    person.choose("retribuzione unita", "mese");
    person.press_button("retribuzione", "È lordo?");
    person.choose("retribuzione lordo", "Sì");
    person.select("candidatura canale", "email");
    person.write("candidatura email", "lavoro@example.org");
    person.choose("scadenza", "un giorno e un'ora");
    person.write_day("scadenza", 2026, 12, 4);
    person.write_hour("scadenza", "0100PM");
    person.choose("contatti", "Non lo so ancora");
    json!({
        "titolo": "Aiuto in cucina a Borgo",
        "sintesi": "Prepari il pranzo in una mensa.",
        "ente": "mensa",
        "mansioni": ["lavare la verdura", "tagliare il pane"],
        "requisiti": ["puntualità"],
        "modalita": "in presenza",
        "luogo": [{"indirizzo": "via Roma 1", "citta": "Borgo", "zona": "I"}],
        "contratto": [{"tipo": "tempo determinato", "durata": "6 mesi"}],
        "retribuzione": {"importo": "1.400", "unita": "mese", "lordo": "sì"},
        "candidatura": [{"canale": "email", "email": "lavoro@example.org"}],
        "scadenza": "2026-12-04 ore 13:00",
        "contatti": "da chiedere",
    })
}

fn announce_event(person: &Person<'_>) -> Json {
    person.write("titolo", "Festa nel cortile di via Roma");
    person.write("sintesi", "Una merenda per conoscersi.");
    person.press_button("ente", "Non è nell'elenco: lo descrivo");
    person.write("ente nome", "Comitato di via Roma");
    person.select("ente tipo", "associazione");
    person.write_day("edizioni date", 2026, 12, 10);
    person.write("edizioni orari", "14:00-18:00");
    person.choose("modalita", "in presenza");
    person.write("luogo", "via Roma 1, Borgo");
    person.choose("programma", "Non c'è");
    person.choose("destinatari", "Tutte le persone");
    person.choose("costo", "gratuito");
    person.choose("iscrizione", "Non c'è");
    person.write("contatti telefono", "06 5550 0111");
    person.press_button("form > details", "Lingue parlate");
    person.select("lingue_attivita", "arabo");
    json!({
        "titolo": "Festa nel cortile di via Roma",
        "sintesi": "Una merenda per conoscersi.",
        "ente": {"nome": "Comitato di via Roma", "tipo": "associazione"},
        "edizioni": [{"date": "2026-12-10", "orari": ["14:00-18:00"]}],
        "modalita": "in presenza",
        "luogo": ["via Roma 1, Borgo"],
        "programma": "non previsto",
        "destinatari": "tutte le persone",
        "costo": "gratuito",
        "iscrizione": "non previsto",
        "contatti": {"telefono": ["06 5550 0111"]},
        "lingue_attivita": ["ar"],
    })
}

/// Announces something from nothing at both widths, and compares the file with the one of the same facts.
fn assert_announced(kind: Kind, announce: fn(&Person<'_>) -> Json, body: &str) {
    let Some(address) = address() else { return };
    for width in WIDTHS {
        let browser = browser(width);
        browser.open(&format!("{address}/annuncia/{}/", kind.key()));
        let person = Person::new(&browser);
        let facts = announce(&person);
        let file = person.file();
        assert_same_file(&file, &expected_file(kind, &facts, body));
        assert_passes_check(&file);
        assert_eq!(browser.console_errors(), Vec::<String>::new());
    }
}

/// Asserts that two files are equal; the failure shows both.
#[track_caller]
fn assert_same_file(written: &str, expected: &str) {
    assert!(written == expected, "written:\n{written}\nexpected:\n{expected}");
}

#[test]
fn course_is_announced_from_nothing() {
    assert_announced(Kind::Training, announce_course, "Vieni con un quaderno.");
}

#[test]
fn job_is_announced_from_nothing() {
    assert_announced(Kind::Job, announce_job, "");
}

#[test]
fn event_is_announced_from_nothing() {
    assert_announced(Kind::Event, announce_event, "");
}

#[test]
fn filled_form_is_accessible() {
    let Some(address) = address() else { return };
    let axe = std::fs::read_to_string(installed_tool("node_modules/axe-core/axe.min.js")).unwrap();
    let browser = browser(WIDTHS[0]);
    browser.open(&format!("{address}/annuncia/formazione/"));
    let person = Person::new(&browser);
    announce_course(&person);
    person.press_send();
    browser.run(&axe);
    let mut problems = Vec::new();
    for (width, dark) in [(WIDTHS[0], false), (WIDTHS[0], true), (WIDTHS[1], false)] {
        browser.set_screen(width, dark);
        let found = crate::accessibility::axe_violations(&browser, dark);
        problems.extend(found.into_iter().map(|line| format!("{width} px, dark {dark}: {line}")));
    }
    // WCAG 1.4.4: letters of twice the size.
    browser.set_screen(320, false);
    browser.run("document.documentElement.style.fontSize = '200%'");
    let wide = "[...document.querySelectorAll('#announce *')].filter((one) => one.getBoundingClientRect().right > 321 && !one.closest('.hidden, .many, pre')).map((one) => one.outerHTML.slice(0, 120))";
    let wide = browser.evaluate(wide);
    problems.extend(wide.as_array().unwrap().iter().map(|one| format!("wider than 320 px with large letters: {one}")));
    assert_no_problems(problems);
}

#[test]
fn page_has_every_word_of_the_script() {
    let page = std::fs::read_to_string(small_site().join("en/annuncia/formazione/index.html")).unwrap();
    let words = page.split("id=\"words\">").nth(1).unwrap().split("</script>").next().unwrap();
    let words: BTreeMap<String, String> = serde_json::from_str(words).unwrap();
    let mut used = BTreeSet::new();
    for (_, bytes) in read_tree(&repository_path("themes/default/assets/announce")) {
        let script = String::from_utf8(bytes).unwrap();
        let keys = |call: &str| -> Vec<String> {
            script.split(call).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        used.extend(keys("word(\""));
        used.extend(keys("counted(\"").into_iter().flat_map(|key| [format!("{key}_one"), format!("{key}_many")]));
    }
    assert!(used.len() > 60, "{used:?}");
    assert_no_problems(used.into_iter().filter(|key| !words.contains_key(key)).collect());
}
