//! What all parts of a fact sheet are written with: lines in the page's language or in the board's, rows.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::FluentValue;

use super::{FactRow, Line};
use crate::board::{Board, ContentFile, Item};
use crate::locale::{Locale, TextKey};
use crate::model::{Fact, Hours, Place, Translation, placeholder};

/// Builds the fact sheet of an item.
pub(in crate::compose) struct FactSheetBuilder<'b> {
    pub(in crate::compose) board: &'b Board,
    pub(in crate::compose) locale: &'b Locale,
    /// The page is not in the board's language.
    pub(in crate::compose) foreign: bool,
    /// The words are those of a list, which name no year that is understood.
    pub(super) is_list: bool,
    /// Words of the item's fields in the page's language, by the words of the board's.
    pub(super) texts: HashMap<&'b str, &'b str>,
}

/// What a translation has for the words of an item's fields: nothing for facts, whatever it says.
pub(super) fn translated_texts<'b>(item: &Item, translation: &'b Translation) -> HashMap<&'b str, &'b str> {
    if translation.texts.is_empty() {
        return HashMap::new();
    }
    let known = item.words();
    let texts = translation.texts.iter().map(|text| (text.original.trim(), text.translated.trim()));
    texts
        .filter(|(original, translated)| !translated.is_empty() && known.iter().any(|(_, words)| words == original))
        .collect()
}

impl<'b> FactSheetBuilder<'b> {
    /// Writes status lines and other words without texts of an item's own.
    pub(in crate::compose) fn new(board: &'b Board, locale: &'b Locale) -> Self {
        let foreign = locale.code != board.config.bacheca.lingua;
        Self { board, locale, foreign, is_list: false, texts: HashMap::new() }
    }

    /// Writes the facts of an item, with what its translation has for their words.
    pub(super) fn of_item(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Self {
        let mut writer = Self::new(board, locale);
        let translation = writer.translation(item);
        writer.texts = translation.map(|translation| translated_texts(item, &translation.facts)).unwrap_or_default();
        writer
    }

    /// The item's translation into the page's language.
    pub(super) fn translation(&self, item: &'b Item) -> Option<&'b ContentFile<Translation>> {
        self.foreign.then(|| item.translation(&self.locale.code)).flatten()
    }

    /// A line in the page's language.
    pub(in crate::compose) fn in_page_language(&self, text: impl Into<Cow<'b, str>>) -> Line<'b> {
        Line { text: text.into(), foreign: false, is_name: false, is_area: false, href: None }
    }

    /// A line in the board's language, or what a translation of the item has for it.
    pub(in crate::compose) fn in_board_language(&self, text: impl Into<Cow<'b, str>>) -> Line<'b> {
        let text = text.into();
        // That there is none, or that it is not known, is said in every language.
        if let Some(word) = placeholder(&text) {
            return self.in_page_language(self.vocabulary_word("fact", word));
        }
        match self.texts.get(text.trim()) {
            Some(translated) => self.in_page_language(*translated),
            None => Line { foreign: self.foreign, ..self.in_page_language(text) },
        }
    }

    /// Words of the board's language within a line of the page's: their translation, else the words isolated.
    pub(super) fn words(&self, text: &'b str) -> String {
        self.isolate_foreign(&self.in_board_language(text))
    }

    /// Lines as one, which is in the board's language if one of them is.
    pub(in crate::compose) fn join_lines(
        &self,
        lines: impl IntoIterator<Item = Line<'b>>,
        separator: &str,
    ) -> Line<'b> {
        let lines: Vec<Line<'b>> = lines.into_iter().collect();
        let foreign = lines.iter().any(|line| line.foreign);
        let texts: Vec<String> = lines.iter().map(|line| self.isolate_foreign(line)).collect();
        Line { foreign, ..self.in_page_language(texts.join(separator)) }
    }

    /// District of a place and the board's town: «Municipio V, Roma»; the district alone of a place elsewhere.
    pub(super) fn area(&self, place: &Place) -> Option<String> {
        let territory = &self.board.config.territorio;
        let zone = place.zone.as_deref().map(|zone| territory.zone_label(zone));
        let town = territory.citta.as_ref().filter(|town| place.town.as_ref().is_none_or(|other| other == *town));
        let town = town.filter(|town| zone.as_ref().is_none_or(|zone| !zone.contains(town.as_str())));
        let parts: Vec<String> = zone.into_iter().chain(town.cloned()).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// A name, street or stop in the board's language.
    pub(in crate::compose) fn name_line(&self, name: impl Into<Cow<'b, str>>) -> Line<'b> {
        Line { is_name: true, ..self.in_board_language(name) }
    }

    /// Wraps left-to-right text in directional isolates (U+2066, U+2069) on right-to-left pages, so that figures and
    /// addresses keep their order.
    pub(super) fn isolate_ltr(&self, text: &str) -> String {
        if self.locale.direction == "rtl" { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() }
    }

    /// Text of a line, isolated if it is in the board's language on a right-to-left page.
    pub(in crate::compose) fn isolate_foreign(&self, line: &Line<'_>) -> String {
        if line.foreign { self.isolate_ltr(&line.text) } else { line.text.to_string() }
    }

    /// Joins names of the board's language with the conjunction of the page's: «SUAM e Municipi».
    pub(super) fn join_names(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| self.isolate_ltr(name)).collect();
        self.locale.join_and(names.iter().map(String::as_str))
    }

    /// A vocabulary word in the page's language; the Italian word if the theme has no text.
    pub(in crate::compose) fn vocabulary_word(&self, vocabulary: &str, word: &'b str) -> &'b str {
        self.locale.vocabulary_text(vocabulary, word).unwrap_or(word)
    }

    /// A free word, translated if it is one of a vocabulary (documents, services).
    pub(in crate::compose) fn vocabulary_line(&self, vocabulary: &str, word: &'b str) -> Line<'b> {
        match self.locale.vocabulary_text(vocabulary, word) {
            Some(known) => self.in_page_language(known),
            None => self.in_board_language(word),
        }
    }

    pub(in crate::compose) fn format(&self, key: TextKey, arguments: &[(&str, FluentValue<'_>)]) -> Line<'b> {
        self.in_page_language(self.locale.format(key, arguments))
    }

    /// A number of hours; halves have the decimal sign of the language: «7,5».
    pub(super) fn hours(&self, hours: Hours) -> FluentValue<'static> {
        let hours = f64::from(hours);
        if hours.fract() == 0.0 { hours.into() } else { self.locale.format_decimal(hours).into() }
    }

    pub(super) fn row(&self, label: TextKey, icon: &'static str, lines: Vec<Line<'b>>) -> Option<FactRow<'b>> {
        // Most facts are absent: skip the look-up of their label.
        if lines.is_empty() {
            return None;
        }
        let name = label.name().trim_start_matches("row_");
        Some(FactRow { name, icon, label: self.locale.text(label), lines })
    }

    /// A row for a required fact: its lines, or its placeholder.
    pub(super) fn fact_row<T>(
        &self,
        label: TextKey,
        icon: &'static str,
        fact: &'b Fact<T>,
        lines: impl FnOnce(&'b T) -> Vec<Line<'b>>,
    ) -> Option<FactRow<'b>> {
        let lines = match fact {
            Fact::Known(value) => lines(value),
            Fact::Absent => Vec::new(),
            other => other
                .placeholder()
                .map(|word| vec![self.in_page_language(self.vocabulary_word("fact", word))])
                .unwrap_or_default(),
        };
        self.row(label, icon, lines)
    }

    pub(in crate::compose) fn text_lines(&self, texts: &'b [String]) -> Vec<Line<'b>> {
        texts.iter().map(|text| self.in_board_language(text)).collect()
    }
}
