//! What there is to translate as a PO file, with the facts as readers see them.

use super::units::{Original, Unit, UnitKey, originals};
use crate::board::{Board, Glossary};
use crate::compose::fact_sheet::build_answers;
use crate::locale::{Locale, Locales};
use crate::po::{Catalogue, Message, new_header};
use crate::source::Document;

/// Builds the file of a language: open announcements and pages that lack something, or all of them. `earlier` finds the
/// file of an earlier version of an original.
#[must_use]
pub fn build_catalogue(
    board: &Board,
    locales: &Locales,
    locale: &Locale,
    known_words: &str,
    with_finished: bool,
    earlier: &dyn Fn(&Document, &str) -> Option<Document>,
) -> Catalogue {
    let name = &board.config.bacheca.nome;
    let header = new_header(name, &locale.code, &format!("{} 00:00+0000", board.today));
    let mut messages = Vec::new();
    for original in originals(board, &locale.code) {
        if original.item.is_some_and(|item| !item.status.is_open()) {
            continue;
        }
        if original.is_finished() && !with_finished {
            continue;
        }
        let before = original.translated_version().and_then(|version| earlier(original.document, version));
        let units = original.units(before.as_ref(), known_words);
        let facts = notes(board, locales, &original, locale);
        let glossary = board.glossary.as_deref();
        messages.extend(units.into_iter().map(|unit| {
            let terms = glossary.map(|glossary| term_notes(glossary, &unit.original, &locale.code));
            let mut notes = if unit.key == UnitKey::Title { facts.clone() } else { Vec::new() };
            notes.extend(terms.into_iter().flatten());
            message(&original, unit, notes)
        }));
    }
    Catalogue { header, messages }
}

fn message(original: &Original<'_>, unit: Unit, notes: Vec<String>) -> Message {
    let source = &original.document.source;
    // Spaces divide references.
    let reference = format!("{}:{}", source.path.replace(char::is_whitespace, "_"), source.position(unit.start).line);
    Message {
        notes,
        reference,
        is_fuzzy: unit.is_old,
        previous: unit.previous,
        context: unit.context,
        id: unit.original,
        text: unit.translated,
        line: 0,
    }
}

/// What the words of offices in a text are called in a language, once each.
fn term_notes(glossary: &Glossary, text: &str, language: &str) -> Vec<String> {
    let mut notes = Vec::new();
    for (term, _) in glossary.find_terms(text) {
        let name = term.translations.get(language).and_then(|translation| translation.names.first());
        let note = match name {
            _ if term.is_protected => format!("«{}» resta scritto così.", term.term),
            Some(name) => format!("«{}»: {name}", term.term),
            None => continue,
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// What a translator should know: where the page is, its facts in both languages, and that they need no translation.
fn notes(board: &Board, locales: &Locales, original: &Original<'_>, locale: &Locale) -> Vec<String> {
    let Some(item) = original.item else {
        let path = original.name.strip_prefix("pagine/").unwrap_or(&original.name);
        return vec![board.url(&format!("{path}/"))];
    };
    let mut notes = vec![
        board.url(&format!("o/{}/", item.slug)),
        "Questi fatti si traducono da soli, e non vanno ripetuti:".to_owned(),
    ];
    if !item.facts.easy.is_empty() {
        notes.insert(1, format!("In parole facili: {}", item.facts.easy.join(" ")));
    }
    for locale in [locales.board_locale(), locale] {
        for answer in build_answers(board, item, locale) {
            let (line, _) = answer.with_area();
            notes.push(format!("{}: {line}", answer.label));
        }
    }
    notes
}
