//! A PO file that came back, as files of translations.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::file::{FactEdits, replace_ranges, to_yaml};
use super::pairs::unix_lines;
use super::units::{Original, Unit, UnitKey, field_text, originals};
use crate::board::Board;
use crate::markdown::block_ranges;
use crate::model::{TranslatedText, TranslationMode};
use crate::po::{Catalogue, Message};
use crate::source::{Document, split_text};

/// A file of a translation as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedFile {
    /// Path below the board's root.
    pub path: String,
    /// The file as it was; `None` for a new one.
    pub before: Option<String>,
    /// The file as it is to be.
    pub text: String,
    /// Whether it is published: everything is translated, or it was published before.
    pub is_published: bool,
}

/// A text of a returned file that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedText {
    /// Line of the text in the PO file.
    pub line: usize,
    /// Its key.
    pub context: String,
    /// Why it cannot be taken.
    pub problem: ReturnedProblem,
}

/// Why a text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReturnedProblem {
    /// The board has no text of that key.
    Unknown,
    /// The original has other words now.
    Moved,
    /// A title or a summary on several lines.
    LineBreak,
    /// Not one block of Markdown.
    OtherBlocks,
    /// Other texts of the body are missing, so it stays as it was.
    BodyIncomplete,
    /// It cannot be written so that it reads back the same.
    NotReadBack,
}

/// Turns the texts of a file into files of translations: those that changed, and what could not be taken. `mode` says who
/// translated. `earlier` finds the file of an earlier version of an original.
#[must_use]
pub fn take_back(
    board: &Board,
    language: &str,
    catalogue: &Catalogue,
    known_words: &str,
    mode: TranslationMode,
    earlier: &dyn Fn(&Document, &str) -> Option<Document>,
) -> (Vec<ReturnedFile>, Vec<ReturnedText>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut messages = Messages::new(catalogue);
    for original in originals(board, language) {
        let before = original.translated_version().and_then(|version| earlier(original.document, version));
        let units = original.units(before.as_ref(), known_words);
        if !units.iter().any(|unit| messages.find(unit).is_some()) {
            continue;
        }
        let take = |unit: Unit| {
            let message = messages.take(&unit);
            TakenUnit::new(unit, message, &mut problems)
        };
        let units = units.into_iter().map(take).collect();
        let writer = FileWriter { original: &original, units, mode, today: board.today };
        files.extend(writer.write(&mut problems));
    }
    problems.extend(messages.unused().map(|message| problem(message, ReturnedProblem::Unknown)));
    problems.sort_by_key(|problem| problem.line);
    (files, problems)
}

fn problem(message: &Message, problem: ReturnedProblem) -> ReturnedText {
    ReturnedText { line: message.line, context: message.context.clone(), problem }
}

/// Messages of a file by what they are of. Some programs lose the keys: a message without one that is known is of every
/// text with its words.
struct Messages<'c> {
    all: &'c [Message],
    by_context: HashMap<&'c str, usize>,
    by_id: HashMap<&'c str, usize>,
    is_used: Vec<bool>,
    /// Whether the program of the translator kept the keys.
    has_keys: bool,
}

impl<'c> Messages<'c> {
    fn new(catalogue: &'c Catalogue) -> Self {
        let all = catalogue.messages.as_slice();
        let (mut by_context, mut by_id) = (HashMap::new(), HashMap::new());
        for (index, message) in all.iter().enumerate() {
            by_context.entry(message.context.as_str()).or_insert(index);
            by_id.entry(message.id.as_str()).or_insert(index);
        }
        by_context.remove("");
        let has_keys = all.iter().any(|message| is_own_key(&message.context));
        Self { all, by_context, by_id, is_used: vec![false; all.len()], has_keys }
    }

    fn position(&self, unit: &Unit) -> Option<usize> {
        let by_context = self.by_context.get(unit.context.as_str());
        // Without keys, only the words say what a message is of.
        let by_id = || self.by_id.get(unit.original.as_str()).filter(|_| !self.has_keys);
        by_context.or_else(by_id).copied()
    }

    fn find(&self, unit: &Unit) -> Option<&'c Message> {
        self.all.get(self.position(unit)?)
    }

    fn take(&mut self, unit: &Unit) -> Option<&'c Message> {
        let index = self.position(unit)?;
        if let Some(used) = self.is_used.get_mut(index) {
            *used = true;
        }
        self.all.get(index)
    }

    /// Messages of no text. Of those without keys, several may have had the same words.
    fn unused(&self) -> impl Iterator<Item = &'c Message> {
        let is_left = |(message, used): &(&'c Message, &bool)| {
            let same = self.by_id.get(message.id.as_str()).and_then(|index| self.is_used.get(*index));
            !**used && (same != Some(&true) || is_own_key(&message.context))
        };
        self.all.iter().zip(&self.is_used).filter(is_left).map(|(message, _)| message)
    }
}

/// Whether a key is one that this program writes: `corso-a2/titolo`.
fn is_own_key(context: &str) -> bool {
    context.contains('/') && !context.contains([':', ' '])
}

/// A text with what came back for it.
struct TakenUnit {
    unit: Unit,
    /// The translation as it is to be; empty if there is none.
    text: String,
    /// Whether it is of the text that the original has now.
    is_current: bool,
    /// Whether the translator said so.
    is_returned: bool,
    /// Line in the PO file.
    line: usize,
}

impl TakenUnit {
    fn new(unit: Unit, message: Option<&Message>, problems: &mut Vec<ReturnedText>) -> Self {
        let text = unit.translated.clone();
        let is_current = unit.is_current();
        let line = message.map_or(0, |message| message.line);
        let kept = Self { text, is_current, is_returned: false, line, unit };
        let Some(message) = message else { return kept };
        if unix_lines(&message.id) != kept.unit.original {
            problems.push(problem(message, ReturnedProblem::Moved));
            return kept;
        }
        let text = unix_lines(&message.text);
        let text = text.trim();
        if message.is_fuzzy || text.is_empty() {
            return kept;
        }
        let refused = match kept.unit.key {
            UnitKey::Block(_) => (!is_one_block(text)).then_some(ReturnedProblem::OtherBlocks),
            UnitKey::Body => None,
            _ => text.contains(char::is_control).then_some(ReturnedProblem::LineBreak),
        };
        if let Some(refused) = refused {
            problems.push(problem(message, refused));
            return kept;
        }
        Self { text: text.to_owned(), is_current: true, is_returned: true, ..kept }
    }

    fn is_changed(&self) -> bool {
        self.text != self.unit.translated
    }
}

/// The body of a file as it is to be.
struct FileBody {
    text: String,
    /// Whether it was put together from blocks.
    is_rebuilt: bool,
}

struct FileWriter<'o, 'b> {
    original: &'o Original<'b>,
    units: Vec<TakenUnit>,
    mode: TranslationMode,
    today: NaiveDate,
}

impl FileWriter<'_, '_> {
    fn write(&self, problems: &mut Vec<ReturnedText>) -> Option<ReturnedFile> {
        let required = || self.units.iter().filter(|unit| unit.unit.is_required());
        let is_whole = required().all(|unit| unit.is_current && !unit.text.is_empty());
        let becomes_finished = is_whole && (!self.original.is_current() || self.original.is_draft());
        if !becomes_finished && !self.units.iter().any(TakenUnit::is_changed) {
            return None;
        }
        let was_published = self.original.translation.is_some_and(|file| {
            file.facts.state.is_none() && file.facts.title.is_some() && file.facts.original.is_some()
        });
        let is_draft = !is_whole && !was_published;
        let body = self.body(is_draft).unwrap_or_else(|| {
            problems.extend(self.lost_texts(is_of_body, ReturnedProblem::BodyIncomplete));
            let text = self.original.translation.map(|file| file.document.body().to_owned()).unwrap_or_default();
            FileBody { text, is_rebuilt: false }
        });
        let facts = match self.original.translation {
            Some(file) => self.edited_facts(&file.document, is_whole, is_draft),
            None => self.new_facts(is_draft),
        };
        let text = facts + &body.text;
        if !self.reads_back(&text, body.is_rebuilt) {
            problems.extend(self.lost_texts(|_| true, ReturnedProblem::NotReadBack));
            return None;
        }
        let before = self.original.translation.map(|file| file.document.source.text.clone());
        let path = self.original.path.clone();
        (before.as_ref() != Some(&text)).then_some(ReturnedFile { path, before, text, is_published: !is_draft })
    }

    /// Changed texts that are not written, to be reported rather than lost in silence.
    fn lost_texts(&self, is_lost: fn(UnitKey) -> bool, problem: ReturnedProblem) -> impl Iterator<Item = ReturnedText> {
        let lost = self.units.iter().filter(move |unit| unit.is_changed() && is_lost(unit.unit.key));
        lost.map(move |unit| ReturnedText { line: unit.line, context: unit.unit.context.clone(), problem })
    }

    fn text_of(&self, key: UnitKey) -> Option<&TakenUnit> {
        self.units.iter().find(|unit| unit.unit.key == key && !unit.text.is_empty())
    }

    /// The body with the translated blocks in their places. A draft has the blocks of the original where it lacks one;
    /// `None` if what is published would have them too.
    fn body(&self, is_draft: bool) -> Option<FileBody> {
        let blocks: Vec<&TakenUnit> = self.units.iter().filter(|unit| is_of_body(unit.unit.key)).collect();
        let existing = self.original.translation.map(|file| file.document.body());
        if let [whole] = blocks.as_slice()
            && whole.unit.key == UnitKey::Body
        {
            let body = existing.unwrap_or_default();
            let trimmed = body.trim();
            let start = body.len() - body.trim_start().len();
            let new = with_line_ends_of(body, &whole.text);
            let edits = if whole.is_changed() { vec![(start..start + trimmed.len(), new)] } else { Vec::new() };
            return Some(FileBody { text: replace_ranges(body, edits), is_rebuilt: false });
        }
        let has_changed = blocks.iter().any(|block| block.is_changed());
        if let Some(existing) = existing.filter(|_| !has_changed) {
            return Some(FileBody { text: existing.to_owned(), is_rebuilt: false });
        }
        if !is_draft && blocks.iter().any(|block| block.text.is_empty()) {
            return None;
        }
        let texts = blocks.iter().map(|block| if block.text.is_empty() { &block.unit.original } else { &block.text });
        // The file keeps what is between its blocks, a new one has what is between those of the original.
        let same = existing.filter(|body| block_ranges(body).len() == blocks.len());
        let frame = same.unwrap_or_else(|| self.original.document.body());
        let edits = block_ranges(frame).into_iter().zip(texts).filter_map(|(range, text)| {
            let is_same = unix_lines(frame.get(range.clone()).unwrap_or_default()) == *text;
            (!is_same).then(|| (range, with_line_ends_of(frame, text)))
        });
        Some(FileBody { text: replace_ranges(frame, edits.collect()), is_rebuilt: true })
    }

    fn new_facts(&self, is_draft: bool) -> String {
        let mut out = "---\n".to_owned();
        for (key, name) in FIELDS {
            if let Some(unit) = self.text_of(key) {
                out.push_str(&format_line(name, &to_yaml(&unit.text)));
            }
        }
        out.push_str(&format_texts(&self.texts()));
        out.push_str(&format_line("modo", self.mode.word()));
        out.push_str(&format_line("rivista", &self.today.to_string()));
        out.push_str(&format_line("originale", &format!("\"{}\"", self.original.version)));
        if is_draft {
            out.push_str("stato: bozza\n");
        }
        out.push_str("---\n");
        out
    }

    fn edited_facts(&self, document: &Document, is_whole: bool, is_draft: bool) -> String {
        let mut edits = FactEdits::new(document);
        for (key, name) in FIELDS {
            if let Some(unit) = self.text_of(key).filter(|unit| unit.is_changed()) {
                edits.set(name, &unit.text);
            }
        }
        if self.units.iter().any(|unit| unit.unit.key == UnitKey::Words && unit.is_changed()) {
            edits.set_lines("testi", &format_texts(&self.texts()));
        }
        let reviewed = self.units.iter().filter(|unit| unit.unit.is_required()).all(|unit| unit.is_returned);
        if is_whole {
            if !self.original.is_current() {
                edits.set("originale", &self.original.version);
            }
            if self.original.is_draft() {
                edits.remove("stato");
            }
            if reviewed {
                if self.original.translation.is_some_and(|file| file.facts.mode != Some(self.mode)) {
                    edits.set("modo", self.mode.word());
                }
                if self.original.translation.is_some_and(|file| file.facts.reviewed != Some(self.today)) {
                    edits.set("rivista", &self.today.to_string());
                }
            }
        } else if is_draft && !self.original.is_draft() {
            edits.set("stato", "bozza");
        }
        edits.apply()
    }

    /// Entries of `testi`: those of the file as they are now, then new ones.
    fn texts(&self) -> Vec<TranslatedText> {
        let mut texts = self.original.translation.map(|file| file.facts.texts.clone()).unwrap_or_default();
        for unit in self.units.iter().filter(|unit| unit.unit.key == UnitKey::Words && unit.is_changed()) {
            match texts.iter_mut().find(|text| text.original.trim() == unit.unit.original) {
                Some(text) => text.translated.clone_from(&unit.text),
                None => {
                    let original = unit.unit.original.clone();
                    texts.push(TranslatedText { original, translated: unit.text.clone() });
                }
            }
        }
        texts
    }

    /// Whether the file reads back: each changed field has its text, and a body put together from blocks has as many blocks
    /// as there are texts for it, none merged with its neighbour.
    fn reads_back(&self, text: &str, is_rebuilt: bool) -> bool {
        let Ok(document) = split_text(&self.original.path, text.to_owned()) else { return false };
        let fields = FIELDS.iter().all(|(key, name)| {
            self.text_of(*key).is_none_or(|unit| !unit.is_changed() || field_text(&document, name) == unit.text)
        });
        let blocks = block_ranges(document.body());
        let expected = self.units.iter().filter(|unit| matches!(unit.unit.key, UnitKey::Block(_))).count();
        fields && (!is_rebuilt || blocks.len() == expected)
    }
}

/// Texts with a field of their own.
const FIELDS: [(UnitKey, &str); 3] =
    [(UnitKey::Title, "titolo"), (UnitKey::ShortTitle, "titolo_breve"), (UnitKey::Summary, "sintesi")];

fn is_of_body(key: UnitKey) -> bool {
    matches!(key, UnitKey::Block(_) | UnitKey::Body)
}

fn with_line_ends_of(file: &str, text: &str) -> String {
    if file.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() }
}

fn format_line(key: &str, value: &str) -> String {
    format!("{key}: {value}\n")
}

/// Whether a text is one block of Markdown, from its beginning to its end.
fn is_one_block(text: &str) -> bool {
    matches!(block_ranges(text).as_slice(), [block] if block.start == 0 && block.end == text.len())
}

/// Lines of the field `testi`; empty without entries.
fn format_texts(texts: &[TranslatedText]) -> String {
    if texts.is_empty() {
        return String::new();
    }
    let entry = |text: &TranslatedText| {
        format!("  - originale: {}\n    traduzione: {}\n", to_yaml(&text.original), to_yaml(&text.translated))
    };
    format!("testi:\n{}", texts.iter().map(entry).collect::<String>())
}
