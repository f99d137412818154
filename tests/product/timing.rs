//! When to act and when it happens: the words of each kind in each language (`tests/status.table`), and that page,
//! list, poster, message and feed all say them.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use bacheca::board::{Board, Item};
use bacheca::compose::fact_sheet::{StatusLine, build_list_line, build_status_line};
use bacheca::config::Config;
use bacheca::locale::{Locale, Locales};
use bacheca::theme::Theme;
use chrono::NaiveDate;
use tempfile::TempDir;

use crate::support::{
    ITEMS, POPPLER, assert_no_problems, bacheca, bless, repository_path, run_tool, small_board, write,
};

/// Cases of the table: kind, fields, day on which they are read.
const CASES: &[(&str, &str, &str)] = &[
    ("formazione", "scadenza: 2026-12-04\ndate: {inizio: 2027-01-11, fine: 2027-03-24}", "2026-11-29"),
    ("formazione", "scadenza: 2026-12-04 ore 12:00\ndate: 2026-12-10\norari: \"10:00-12:00\"", "2026-11-29"),
    ("formazione", "scadenza: da chiedere\ndate: {inizio: 2027-01-11, fine: 2027-03-24}", "2026-11-29"),
    ("formazione", "scadenza: da chiedere\ndate: {inizio: 2027-01-11, fine: 2027-03-24}", "2027-01-20"),
    (
        "formazione",
        "scadenza: fino a esaurimento posti\ndate: {inizio: 2027-01-13, fine: 2027-03-12}\nposti: 12",
        "2026-11-29",
    ),
    ("formazione", "scadenza: sempre aperte\ndate: {inizio: 2027-01-13}", "2026-11-29"),
    ("formazione", "scadenza: 2026-12-04\ndate: 2026-12-10", "2026-12-05"),
    ("formazione", "scadenza: 2026-12-04\ndate: 2026-12-10\nstato: posti esauriti", "2026-11-29"),
    ("formazione", "scadenza: 2026-12-04\ndate: 2026-12-10\nstato: annullato", "2026-11-29"),
    ("lavoro", "scadenza: 2026-12-04", "2026-11-29"),
    ("lavoro", "scadenza: 2026-12-04", "2026-12-05"),
    ("lavoro", "scadenza: 2027-01", "2026-11-29"),
    ("lavoro", "scadenza: 2027-01", "2027-02-01"),
    ("abitare", "scadenza: 2027-01\naperto_dal: 2026-12", "2026-11-29"),
    ("normativa", "vigore_dal: 2027-01\nvigore_al: 2027-12", "2026-11-29"),
    ("normativa", "vigore_dal: 2026-10\nvigore_al: 2027-12", "2026-11-29"),
    ("notizia", "azione_richiesta: {testo: fare domanda, scadenza: 2027-01}", "2026-11-29"),
    ("progetto", "inizio: 2026-10\nfine: 2029-09", "2026-11-29"),
    ("abitare", "scadenza: 2026-12-04 ore 12:00", "2026-11-29"),
    ("abitare", "scadenza: 2026-12-04", "2026-12-05"),
    ("abitare", "scadenza: sempre aperte\ngiorni: [mar, ven]\norari: \"9:00-12:00\"", "2026-11-29"),
    ("evento", "date: 2026-12-12\norari: \"14:00-18:00\"", "2026-11-29"),
    ("evento", "date: [2027-03-13, 2027-04-10, 2027-05-08]\norari: \"10:00-12:00\"", "2026-11-29"),
    ("evento", "date: [2027-03-13, 2027-04-10, 2027-05-08]\norari: \"10:00-12:00\"", "2027-03-14"),
    ("evento", "date: [2027-03-13, 2027-04-10, 2027-05-08]\norari: \"10:00-12:00\"", "2027-05-08"),
    ("evento", "date: [2027-03-13, 2027-04-10, 2027-05-08]\norari: \"10:00-12:00\"", "2027-05-09"),
    ("evento", "date: {inizio: 2026-12-10, fine: 2026-12-13}", "2026-11-29"),
    ("evento", "date: {inizio: 2026-12-10, fine: 2026-12-13}", "2026-12-11"),
    (
        "evento",
        "date: 2027-02-18\norari: \"9:30-13:30\"\ningresso: su prenotazione\nscadenza: 2027-02-11 ore 18:00",
        "2026-11-29",
    ),
    (
        "evento",
        "date: 2027-02-18\norari: \"9:30-13:30\"\ningresso: su prenotazione\nscadenza: 2027-02-11 ore 18:00",
        "2027-02-14",
    ),
    ("evento", "date: 2027-02-18\nscadenza: 2027-02-11", "2026-11-29"),
    ("progetto", "inizio: 2026-11-04\nfine: non previsto\ngiorni: [mer]\norari: \"15:00-18:30\"", "2026-11-29"),
    ("progetto", "inizio: 2026-11-04\nfine: 2027-06-30", "2026-11-29"),
    ("progetto", "inizio: 2027-01-04\nfine: 2027-06-30", "2026-11-29"),
    ("normativa", "vigore_dal: 2026-12-01", "2026-11-29"),
    ("normativa", "vigore_dal: 2026-12-01\nvigore_al: 2027-03-04", "2026-11-29"),
    ("normativa", "vigore_dal: 2026-12-01\nvigore_al: 2027-03-04", "2026-12-02"),
    ("notizia", "azione_richiesta: {testo: fare la domanda, scadenza: 2027-01-31}", "2026-11-29"),
    ("notizia", "validita_fino: 2027-02-27", "2026-11-29"),
    ("notizia", "prima: via Assisi\ndopo: via Mario Crescimbeni 25\nvalidita_fino: 2027-02-27", "2026-11-29"),
    (
        "notizia",
        "giorni: [sab]\norari: \"9:30-12:30\"\nvigore_dal: 2026-12-05\nvalidita_fino: 2027-02-27",
        "2026-11-29",
    ),
    ("notizia", "giorni: [sab]\norari: \"9:30-12:30\"\nvigore_dal: 2026-12-05", "2026-12-06"),
];

/// Languages of the tests at the level of the surface.
const LANGUAGES: [&str; 4] = ["it", "ar", "bn", "ur"];

fn item(kind: &str, lines: &str) -> String {
    format!(
        "---\ntipo: {kind}\ntitolo: Prova delle date, {kind}\nsintesi: Una prova.\nente: ponte\npubblicato: 2026-11-20\n{lines}\n---\n\nTesto.\n"
    )
}

fn load_board(root: &Path, today: &str) -> Board {
    let Ok(config) = Config::load(root) else { panic!("site.toml") };
    let today: NaiveDate = today.parse().unwrap();
    Board::clone(&bacheca::board::load(root, config, today).board)
}

#[test]
fn words_of_each_kind_in_each_language() {
    let board = small_board();
    let codes = ["it", "en", "es", "fr", "ar", "fa", "ur", "bn", "ru", "uk", "zh"].map(str::to_owned);
    let locales = Locales::load(&Theme::embedded(), &codes).unwrap();
    let mut table = String::from("# Words of the status line: each kind with some fields, read on a day.\n");
    for (kind, lines, today) in CASES {
        write(&board.path().join(format!("{ITEMS}/prova.md")), item(kind, lines));
        let board = load_board(board.path(), today);
        let item = board.item("prova").unwrap();
        write!(table, "\n{kind} · {} · {today}\n", lines.replace('\n', " · ")).unwrap();
        for locale in locales.iter() {
            writeln!(table, "  {}  {}", locale.code, build_status_line(&board, item, locale).whole()).unwrap();
        }
    }
    assert_no_problems(bless(&repository_path("tests/status.table"), &table, "timing").err().into_iter().collect());
}

/// Site in four languages with a course, an event that is booked, and a repeated one.
fn site() -> &'static Path {
    static SITE: OnceLock<TempDir> = OnceLock::new();
    let site = SITE.get_or_init(|| {
        let board = small_board();
        let settings = board.path().join("site.toml");
        let text = std::fs::read_to_string(&settings).unwrap();
        write(&settings, text.replace(r#"["it", "en", "ar"]"#, r#"["it", "en", "ar", "bn", "ur"]"#));
        let event = "destinatari: tutti\nmodalita: in presenza\nluogo: {indirizzo: via Roma 1, citta: Borgo, zona: I}\niscrizione: https://example.org/prenota\ncosto: gratuito\n";
        let items = [
            ("corso", "formazione", format!("{event}scadenza: 2026-12-04 ore 12:00\ndate: {{inizio: 2027-01-11, fine: 2027-03-24}}\norari: \"9:30-12:00\"")),
            ("colloqui", "evento", format!("{event}programma: non previsto\ningresso: su prenotazione\nscadenza: 2027-02-11 ore 18:00\ndate: 2027-02-18\norari: \"9:30-13:30\"")),
            ("passeggiate", "evento", format!("{event}programma: non previsto\ndate: [2026-11-14, 2027-03-13, 2027-04-10, 2027-05-08]\norari: \"10:00-12:00\"")),
        ];
        for (name, kind, lines) in items {
            write(&board.path().join(format!("{ITEMS}/{name}.md")), item(kind, &lines));
        }
        bacheca(board.path(), &["build", "--skip", "card,search"]).expect_code(0);
        board
    });
    Box::leak(site.path().join("public").into_boxed_path())
}

/// Readable text of a file, without markup, isolates and line breaks, in one form of its letters.
fn text_of(path: &Path) -> String {
    let text = if path.extension().is_some_and(|extension| extension == "pdf") {
        String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", path.to_str().unwrap(), "-"])).unwrap()
    } else {
        std::fs::read_to_string(path).unwrap()
    };
    let (mut plain, mut inside) = (String::new(), false);
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => plain.push(letter),
            _ => {}
        }
    }
    plain.retain(|letter| !matches!(letter, '\u{2060}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{200b}'));
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Both lines of the status of an item, as `build` makes them.
fn status_lines(slug: &str, language: &str, build: fn(&Board, &Item, &Locale) -> StatusLine) -> (String, String) {
    let board = load_board(site().parent().unwrap(), crate::support::TODAY);
    let locales = Locales::load(&Theme::embedded(), &LANGUAGES.map(str::to_owned)).unwrap();
    let line = build(&board, board.item(slug).unwrap(), locales.get(language).unwrap());
    let plain = |text: &str| {
        let text: String = text.chars().filter(|letter| !matches!(letter, '\u{2060}'..='\u{2069}')).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    (plain(&line.sentence), plain(&line.then.unwrap()))
}

#[test]
fn page_list_message_and_feed_say_when_to_act_and_when_it_happens() {
    let mut problems = Vec::new();
    for language in LANGUAGES {
        let root = if language == "it" { site().to_path_buf() } else { site().join(language) };
        let feed = std::fs::read_dir(&root).unwrap().filter_map(Result::ok).map(|entry| entry.path());
        let feed = feed.into_iter().find(|path| path.to_string_lossy().ends_with("feed.json")).unwrap();
        for slug in ["corso", "colloqui", "passeggiate"] {
            let (sentence, then) = status_lines(slug, language, build_status_line);
            let in_list = status_lines(slug, language, build_list_line);
            let folder = root.join("o").join(slug);
            let surfaces = [
                ("page", text_of(&folder.join("index.html")), [&sentence, &then]),
                // Lists leave out the year.
                ("list", text_of(&root.join("index.html")), [&in_list.0, &in_list.1]),
                ("feed", text_of(&feed), [&sentence, &then]),
            ];
            // The message says the rest in its line of days and hours, in other words.
            let message = text_of(&folder.join("caption.txt"));
            let figures = |text: &str| -> Vec<String> {
                let figures = text.split(|letter: char| !letter.is_ascii_digit() && letter != ':');
                figures
                    .filter(|figure| figure.starts_with(|first: char| first.is_ascii_digit()))
                    .map(str::to_owned)
                    .collect()
            };
            let shown = figures(&message);
            let missing: Vec<String> = figures(&then).into_iter().filter(|figure| !shown.contains(figure)).collect();
            let said = message.contains(&sentence) && missing.is_empty();
            problems.extend(
                (!said).then(|| format!("{slug}, {language}, message: lacks {missing:?} of «{sentence} · {then}»")),
            );
            for (surface, text, lines) in surfaces {
                for line in lines {
                    // In the answers of a page what happens on one day is said without its year.
                    let says = |line: &str| text.to_lowercase().contains(&line.to_lowercase());
                    let said = says(line) || surface == "page" && line == &then && says(&in_list.1);
                    problems.extend((!said).then(|| format!("{slug}, {language}, {surface}: does not say «{line}»")));
                }
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn poster_shows_the_last_day_for_booking_and_every_day_of_a_repeated_event() {
    let mut problems = Vec::new();
    for language in LANGUAGES {
        let root = if language == "it" { site().to_path_buf() } else { site().join(language) };
        for (slug, figures) in [
            ("corso", ["4", "12:00", "11", "24"].as_slice()),
            ("colloqui", &["11", "18:00", "18", "9:30", "13:30"]),
            ("passeggiate", &["13", "10", "8", "10:00", "12:00"]),
        ] {
            let text = text_of(&root.join("o").join(slug).join("poster.pdf"));
            let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit() && letter != ':').collect();
            let missing = figures.iter().filter(|figure| !words.contains(figure));
            problems.extend(missing.map(|figure| format!("{slug}, {language}: no {figure} in\n{text}")));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn lists_are_sorted_by_the_next_moment() {
    let text = std::fs::read_to_string(site().join("index.html")).unwrap();
    let place = |slug: &str| text.find(&format!("o/{slug}/")).unwrap();
    assert!(place("corso") < place("colloqui") && place("colloqui") < place("passeggiate"));
}

#[test]
fn event_stays_open_without_a_way_to_book_after_the_last_day_for_it() {
    let board = site().parent().unwrap();
    let out = TempDir::new().unwrap();
    let arguments = ["--root", board.to_str().unwrap(), "--today", "2027-02-14", "build", "--out"];
    let arguments = [&arguments[..], &[out.path().to_str().unwrap(), "--skip", "poster,card,print,search"]].concat();
    assert_eq!(crate::support::run_program(&arguments).code, 0);
    let page = std::fs::read_to_string(out.path().join("o/colloqui/index.html")).unwrap();
    assert!(page.contains("is-open") && page.contains("Prenotazioni chiuse"), "{page}");
    assert!(!page.contains("example.org/prenota"), "a way to book is left");
    let list = std::fs::read_to_string(out.path().join("index.html")).unwrap();
    assert!(list.contains("Prenotazioni chiuse"));
}
