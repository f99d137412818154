//! The answers that a reader looks for first, in words: `tests/answers.table` has those of the small board's items and
//! of the repository's examples.

use std::fmt::Write as _;
use std::path::Path;

use bacheca::board::{Board, Item};
use bacheca::compose::fact_sheet::{Line, build_fact_sheet};
use bacheca::config::Config;
use bacheca::locale::{Locale, Locales};
use bacheca::theme::Theme;

use crate::support::{ITEMS, TODAY, assert_no_problems, bless, repository_path, small_board, write};

/// Languages of the table: those of the tests at the level of the surface, and English.
const LANGUAGES: [&str; 5] = ["it", "en", "ar", "bn", "ur"];

/// Kinds with fields that the boards do not have.
const CASES: &[(&str, &str)] = &[
    ("formazione", "destinatari: {altre_lingue: [en, ar]}\ncosto: gratuito"),
    ("formazione", "destinatari: {lingue_richieste: [en], eta_max: 25, lingua_max: A2}\nlingue_attivita: [it, bn, ur]"),
    ("formazione", "costo: {tipo: a pagamento, importo: 1.200, agevolazione: sconto per chi ha un ISEE basso}"),
    ("formazione", "costo: {tipo: a pagamento, importo: 1.200, agevolazione: gratuito per 5 persone}"),
    ("formazione", "costo: {tipo: a pagamento, importo: 240, gratis_per: [accoglienza, minori, isee_9000]}"),
    ("formazione", "costo: {tipo: gratuito, costi_amministrativi: [{causale: marca da bollo, importo: 16}]}"),
    ("formazione", "costo: offerta libera"),
    ("formazione", "costo: {tipo: differito, importo: 3.000, nota: quando lavori}"),
    ("formazione", "costo: gratuito\nbenefici: [{genere: indennità, importo: 500, unita: mese}]"),
    ("formazione", "modalita: online\npiattaforma: Zoom\ndate: {inizio: 2026-12-01, fine: 2026-12-18}\norari: sera"),
    ("lavoro", "retribuzione: {importo: 1.400, massimo: 1.600, unita: mese, lordo: no}\nmodalita: da remoto"),
    ("lavoro", "retribuzione: secondo il contratto nazionale"),
    (
        "evento",
        "edizioni:\n  - {date: 2026-12-05, orari: \"10:00\", luogo: {indirizzo: via Roma 1, zona: I}}\n  - {date: 2026-12-12, orari: \"10:00\", luogo: {indirizzo: via Roma 2, zona: II}}",
    ),
    (
        "evento",
        "luogo: {nome: Parco, citta: Altrove}\ndate: [2026-12-05, 2026-12-12]\ningresso: libero\niscrizione: non previsto",
    ),
    ("normativa", "permessi_toccati: [asilo, lavoro]\nvigore_dal: 2026-12-01\nvigore_al: 2027-03-04"),
    ("notizia", "luogo: via Roma 1\ngiorni: [sab]\norari: \"9:30-12:30\""),
    ("progetto", "inizio: 2026-10\nfine: non previsto\niscrizione: non previsto\naccesso: su segnalazione"),
];

fn load_board(root: &Path) -> Board {
    let Ok(config) = Config::load(root) else { panic!("site.toml") };
    Board::clone(&bacheca::board::load(root, config, TODAY.parse().unwrap()).board)
}

/// A line as the table shows it: a text in another language than the page's in brackets, without the signs that have
/// no width.
fn shown(line: &Line<'_>) -> String {
    let text: String = line.text.chars().filter(|letter| !matches!(letter, '\u{2060}'..='\u{2069}')).collect();
    if line.foreign { format!("[{text}]") } else { text }
}

fn write_answers(table: &mut String, board: &Board, item: &Item, locale: &Locale) {
    for answer in build_fact_sheet(board, item, locale).answers {
        let detail: Vec<String> = answer.detail.iter().map(shown).collect();
        let detail = if detail.is_empty() { String::new() } else { format!(" | {}", detail.join(" · ")) };
        let (code, name, icon) = (&locale.code, answer.name, answer.icon);
        let icon = if name == icon { String::new() } else { format!(" ({icon})") };
        writeln!(table, "  {code} {name}{icon}: {}{detail}", shown(&answer.short)).unwrap();
    }
}

#[test]
fn answers_of_every_item_in_words() {
    let small = small_board();
    let locales = Locales::load(&Theme::embedded(), &LANGUAGES.map(str::to_owned)).unwrap();
    let mut table = String::from(
        "# What a reader asks first: the answer in one line, and after the bar what else there is to know.\n\
         # Texts that are still Italian on a page in another language stand in brackets.\n",
    );
    for root in [small.path(), &repository_path("")] {
        let board = load_board(root);
        for item in board.items.iter().filter(|item| item.facts.archived.is_none() && !item.facts.is_draft()) {
            write!(table, "\n{} · {}\n", item.kind().key(), item.slug).unwrap();
            for locale in locales.iter() {
                write_answers(&mut table, &board, item, locale);
            }
        }
    }
    for (kind, lines) in CASES {
        let path = small.path().join(format!("{ITEMS}/prova.md"));
        let head =
            format!("tipo: {kind}\ntitolo: Prova, {kind}\nsintesi: Una prova.\nente: ponte\npubblicato: 2026-11-20");
        write(&path, format!("---\n{head}\n{lines}\n---\n\nTesto.\n"));
        let board = load_board(small.path());
        let item = board.item("prova").unwrap();
        write!(table, "\n{kind} · {}\n", lines.replace('\n', " · ")).unwrap();
        for locale in locales.iter().filter(|locale| ["it", "bn"].contains(&locale.code.as_str())) {
            write_answers(&mut table, &board, item, locale);
        }
    }
    assert_no_problems(bless(&repository_path("tests/answers.table"), &table, "answers").err().into_iter().collect());
}
