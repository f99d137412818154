//! The facts of an item in one language, in display order: audience, time, place, cost, documents, how to apply,
//! contacts, sources.
//!
//! Page, poster and message lay out the same sheet. Vocabulary words, dates and amounts are in the page's language;
//! free text of the board's language is marked as foreign.

mod answers;
mod audience;
mod builder;
mod change_words;
mod first_way;
mod line;
mod main_way;
mod money;
mod place;
mod rows;
mod status;
mod time;
mod ways;

pub use answers::{Answer, build_answers, build_cost_answer, build_where_answer};
pub use line::Line;
pub use main_way::{MainWay, ReadyMessage, build_main_way};
pub use place::MapLinks;
pub use status::{Headline, StatusLine, build_list_line, build_status_line};

use serde::Serialize;

pub(super) use builder::FactSheetBuilder;
use line::serialize_expanded;

use crate::board::{Board, Item};
use crate::locale::Locale;
use crate::model::{Contacts, FactChange, Slug};

/// Describes a change since a post as a sentence without full stop.
#[must_use]
pub fn describe_change(board: &Board, locale: &Locale, change: &FactChange) -> String {
    FactSheetBuilder::new(board, locale).change_sentence(change)
}

/// One fact: pictogram, label, lines.
#[derive(Debug, Clone, Serialize)]
pub struct FactRow<'b> {
    /// Name of the fact; its text is `row_<name>`.
    pub name: &'static str,
    /// Name of its pictogram.
    pub icon: &'static str,
    /// Label in the page's language.
    pub label: &'b str,
    /// Lines of the fact; never empty.
    pub lines: Vec<Line<'b>>,
}

/// One edition of several.
#[derive(Debug, Clone, Serialize)]
pub struct EditionSheet<'b> {
    /// Title that distinguishes it from the other editions.
    #[serde(serialize_with = "serialize_expanded")]
    pub title: Line<'b>,
    /// When, where and for whom in one line each; only what differs from the item.
    pub answers: Vec<Answer<'b>>,
    /// Facts of this edition.
    pub rows: Vec<FactRow<'b>>,
    /// Map links of its place.
    pub map: Option<MapLinks>,
}

/// One way to apply: what to do, and details.
#[derive(Debug, Clone, Serialize)]
pub struct ApplicationWay<'b> {
    /// «Chiama 06 5550 0110»
    pub head: Line<'b>,
    /// Address, hours, subject, attachments.
    pub details: Vec<Line<'b>>,
}

/// A button.
#[derive(Debug, Clone, Serialize)]
pub struct Action<'b> {
    /// Name of its pictogram.
    pub icon: &'static str,
    /// Label, a verb: «Chiama».
    pub label: &'b str,
    /// Where it leads.
    pub href: String,
}

/// An item in one language, ready for templates.
#[derive(Debug, Clone, Serialize)]
pub struct FactSheet<'b> {
    /// Slug of the item.
    pub slug: &'b str,
    /// Key of its kind: `formazione`.
    pub kind: &'static str,
    /// Its kind in the page's language.
    pub kind_label: &'b str,
    /// Emoji of its kind.
    pub emoji: &'static str,
    /// Title, translated if there is a translation.
    #[serde(serialize_with = "serialize_expanded")]
    pub title: Line<'b>,
    /// Title for where there is little room: cards, sheets, chats, the tab of the browser.
    #[serde(serialize_with = "serialize_expanded")]
    pub short_title: Line<'b>,
    /// Summary, one or two sentences.
    #[serde(serialize_with = "serialize_expanded")]
    pub summary: Line<'b>,
    /// Name of the organisation.
    pub organisation: Option<&'b str>,
    /// Status as a sentence.
    pub status: StatusLine,
    /// Applications are still possible.
    pub is_open: bool,
    /// An invented example (`esempio: true`).
    pub example: bool,
    /// A draft (`stato: bozza`), shown only in previews.
    pub draft: bool,
    /// It was already closed when it entered the archive (`archiviato`).
    pub archived: bool,
    /// What a reader asks first, each in one line: who, when, where, cost, act_by, way; only what is known.
    pub answers: Vec<Answer<'b>>,
    /// Audience, time, place, cost: the first screen.
    pub facts: Vec<FactRow<'b>>,
    /// Map links, if the item has exactly one place.
    pub map: Option<MapLinks>,
    /// All other facts.
    pub rows: Vec<FactRow<'b>>,
    /// Editions, if there are several.
    pub editions: Vec<EditionSheet<'b>>,
    /// Every day of a repeated event with its hours; empty if there is one at most.
    pub days: Vec<String>,
    /// Ways to apply, in words.
    pub ways: Vec<ApplicationWay<'b>>,
    /// Ways to apply and contacts as buttons, the main one first.
    pub actions: Vec<Action<'b>>,
    /// Contacts.
    pub contacts: Vec<FactRow<'b>>,
    /// Sources.
    pub sources: Vec<Line<'b>>,
    /// Warnings to the reader.
    pub warnings: Vec<Line<'b>>,
    /// Doubts of the editors about the sources.
    pub source_notes: Vec<Line<'b>>,
}

/// Builds the fact sheet of an item in a language.
#[must_use]
pub fn build_fact_sheet<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> FactSheet<'b> {
    let writer = FactSheetBuilder::of_item(board, item, locale);
    let facts = &item.facts;
    let kind = item.kind();
    let translation = writer.translation(item);
    let title = translation.and_then(|translation| translation.facts.title.as_deref());
    let short_title = translation.and_then(|translation| translation.facts.short_title());
    let summary = translation.and_then(|translation| translation.facts.summary.as_deref());
    let is_open = item.status.is_open();
    let status = writer.status_line(item);
    // Who has not booked in time finds no way that leads nowhere.
    let can_apply = !status.is_booking_over;
    FactSheet {
        slug: item.slug.as_str(),
        kind: kind.key(),
        kind_label: writer.vocabulary_word("kind", kind.key()),
        emoji: kind.spec().emoji,
        title: title.map_or_else(|| writer.in_board_language(item.title()), |title| writer.in_page_language(title)),
        short_title: short_title
            .map_or_else(|| writer.in_board_language(item.short_title()), |title| writer.in_page_language(title)),
        summary: summary
            .map_or_else(|| writer.in_board_language(item.summary()), |summary| writer.in_page_language(summary)),
        organisation: board.organisation_of(item).map(|organisation| organisation.name.as_str()),
        status,
        is_open,
        example: facts.example,
        draft: facts.is_draft(),
        archived: facts.is_archived(),
        answers: writer.answers(item),
        facts: writer.first_facts(item),
        map: writer.item_map(item),
        rows: writer.other_rows(item),
        editions: writer.edition_sheets(item),
        days: writer.event_days(item),
        ways: if can_apply { writer.application_ways(item) } else { Vec::new() },
        actions: if is_open && can_apply { writer.actions(item) } else { Vec::new() },
        contacts: writer.contact_rows(board.contacts_of(item)),
        sources: writer.source_lines(item),
        warnings: facts.warnings.iter().map(|warning| writer.in_board_language(warning)).collect(),
        source_notes: writer.text_lines(&facts.source_notes),
    }
}

/// Contacts, one row for each medium: those of an organisation or of whatever else is no item.
#[must_use]
pub fn build_contact_rows<'b>(
    board: &'b Board,
    contacts: Option<&'b Contacts>,
    locale: &'b Locale,
) -> Vec<FactRow<'b>> {
    FactSheetBuilder::new(board, locale).contact_rows(contacts)
}

/// A line of the board's language, marked on a page of another.
#[must_use]
pub fn foreign_line<'b>(board: &'b Board, locale: &'b Locale, text: &'b str) -> Line<'b> {
    FactSheetBuilder::new(board, locale).in_board_language(text)
}

/// Path of an item's page below the site's root: `o/<slug>/` in the board's language, else `ar/o/<slug>/`.
#[must_use]
pub fn item_path(board: &Board, slug: &Slug, language: &str) -> String {
    if language == board.config.bacheca.lingua { format!("o/{slug}/") } else { format!("{language}/o/{slug}/") }
}
