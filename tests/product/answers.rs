//! The answers that a reader looks for first, in words: `tests/answers.table` has those of the small board's items and
//! of the repository's examples.

use std::fmt::Write as _;
use std::path::Path;

use bacheca::board::{Board, Item};
use bacheca::compose::fact_sheet::{Line, build_fact_sheet, build_main_way};
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
    ("formazione", "costo: {tipo: a pagamento, importo: 240, rate: 4, agevolazione: gratuito con ISEE basso}"),
    ("formazione", "costo: offerta libera"),
    ("formazione", "costo: {tipo: differito, importo: 3.000, nota: quando lavori}"),
    ("formazione", "costo: gratuito\nbenefici: [{genere: indennità, importo: 500, unita: mese}]"),
    ("formazione", "modalita: online\npiattaforma: Zoom\ndate: {inizio: 2026-12-01, fine: 2026-12-18}\norari: sera"),
    ("lavoro", "retribuzione: {importo: 1.400, massimo: 1.600, unita: mese, lordo: no}\nmodalita: da remoto"),
    ("lavoro", "retribuzione: secondo il contratto nazionale"),
    ("lavoro", "destinatari: {lingue_richieste: [en, fr, {una_di: [ar, bn]}]}\nlingue: [it, {una_di: [ar, bn]}]"),
    (
        "abitare",
        "destinatari: {reddito_max: 20.000, residenza: [Roma], identita_digitale: sì, no_proprieta: sì, nucleo: [coppie], altro: [un lavoro]}\ncosto: gratuito\nimporto_max: 1500",
    ),
    (
        "formazione",
        "destinatari: {lingua_min: pre-A1, genere: \"donne, uomini e bambini\"}\niscrizione: [{canale: PEC, indirizzo: a@pec.example.org}, {canale: telefono, telefono: 06 5550 0110}, {canale: a mano, indirizzo: via Roma 1, giorni: [mar], orari: \"9:00-12:00\"}]",
    ),
    ("evento", "luogo: via Roma 1\ndate: 2026-12-05\ningresso: conferma gradita\niscrizione: non previsto"),
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
        let joined = |lines: &[Line<'_>], before: &str| {
            let lines: Vec<String> = lines.iter().map(shown).collect();
            if lines.is_empty() { String::new() } else { format!("{before}{}", lines.join(" · ")) }
        };
        let (essential, detail) = (joined(&answer.essential, " + "), joined(&answer.detail, " | "));
        let (code, name, icon) = (&locale.code, answer.name, answer.icon);
        let icon = if name == icon { String::new() } else { format!(" ({icon})") };
        writeln!(table, "  {code} {name}{icon}: {}{essential}{detail}", shown(&answer.short)).unwrap();
    }
}

#[test]
fn answers_of_every_item_in_words() {
    let small = small_board();
    let locales = Locales::load(&Theme::embedded(), &LANGUAGES.map(str::to_owned)).unwrap();
    let mut table = String::from(
        "# What a reader asks first: the answer in one line, after the plus what no layout leaves out, after the bar what\n\
         # gives way.\n\
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

#[test]
fn button_is_the_way_that_is_told_first() {
    let locales = Locales::load(&Theme::embedded(), &["it".to_owned()]).unwrap();
    let italian = locales.board_locale();
    let board = load_board(&repository_path(""));
    let mut count = 0;
    for item in &board.items {
        let Some(button) = build_main_way(&board, item, italian, italian) else { continue };
        let sheet = build_fact_sheet(&board, item, italian);
        let Some(told) = sheet.answers.iter().find(|answer| answer.name == "way") else { continue };
        // Only words tell how to send a registered letter: the button then asks.
        assert!(
            button.icon == told.icon || told.icon == "apply" && item.facts.enrolment_ways()[0].url.is_none(),
            "{}",
            item.slug
        );
        count += 1;
    }
    assert!(count > 15, "{count}");
}
