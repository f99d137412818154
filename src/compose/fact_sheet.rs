//! The facts of an item in one language, in display order: audience, time, place, cost, documents, how to apply,
//! contacts, sources.
//!
//! Page, poster and message lay out the same sheet. Vocabulary words, dates and amounts are in the page's language;
//! free text of the board's language is marked as foreign.

mod answers;
mod audience;
mod main_way;
mod money;
mod place;
mod status;
mod time;
mod ways;

pub use answers::{Answer, build_answers, build_cost_answer, build_where_answer};
pub use main_way::{MainWay, ReadyMessage, build_main_way};
pub use place::MapLinks;
pub use status::{Headline, StatusLine, build_list_line, build_status_line};

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::FluentValue;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::board::{Board, Item};
use crate::locale::{Locale, TextKey, key};
use crate::model::{Fact, Kind, Slug, Translation};
use crate::text::no_break::keep_numbers_together;

/// A line of text, and whether it is in the board's language on a page of another.
///
/// Serialised for templates as a plain string if it has neither link nor foreign text, as most lines, else as a map
/// with `text`, `href`, `foreign`: strings are quicker for Tera to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'b> {
    /// Text of the line.
    pub text: Cow<'b, str>,
    /// The text is in the board's language and the page in another.
    pub foreign: bool,
    /// Link target.
    pub href: Option<String>,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.href.is_none() && !self.foreign {
            return serializer.serialize_str(&keep_numbers_together(&self.text));
        }
        serialize_parts(self, &keep_numbers_together(&self.text), serializer)
    }
}

/// Serialises a line always as a map: templates read `text` and `foreign` of titles.
fn serialize_expanded<S: Serializer>(line: &Line<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_parts(line, &line.text, serializer)
}

fn serialize_parts<S: Serializer>(line: &Line<'_>, text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut parts = serializer.serialize_struct("Line", 3)?;
    parts.serialize_field("text", text)?;
    parts.serialize_field("foreign", &line.foreign)?;
    parts.serialize_field("href", &line.href)?;
    parts.end()
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

/// Builds the fact sheet of an item.
pub(super) struct FactSheetBuilder<'b> {
    pub(super) board: &'b Board,
    pub(super) locale: &'b Locale,
    /// The page is not in the board's language.
    pub(super) foreign: bool,
    /// The words are those of a list, which name no year that is understood.
    pub(super) is_list: bool,
    /// Words of the item's fields in the page's language, by the words of the board's.
    texts: HashMap<&'b str, &'b str>,
}

/// What a translation has for the words of an item's fields: nothing for facts, whatever it says.
fn translated_texts<'b>(item: &Item, translation: &'b Translation) -> HashMap<&'b str, &'b str> {
    if translation.texts.is_empty() {
        return HashMap::new();
    }
    let known = item.words();
    let texts = translation.texts.iter().map(|text| (text.original.trim(), text.translated.trim()));
    texts
        .filter(|(original, translated)| !translated.is_empty() && known.iter().any(|(_, words)| words == original))
        .collect()
}

/// Builds the fact sheet of an item in a language.
#[must_use]
pub fn build_fact_sheet<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> FactSheet<'b> {
    let mut writer = FactSheetBuilder::new(board, locale);
    let facts = &item.facts;
    let kind = item.kind();
    let translation = writer.foreign.then(|| item.translation(&locale.code)).flatten();
    writer.texts = translation.map(|translation| translated_texts(item, &translation.facts)).unwrap_or_default();
    let title = translation.and_then(|translation| translation.facts.title.as_deref());
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
        summary: summary
            .map_or_else(|| writer.in_board_language(item.summary()), |summary| writer.in_page_language(summary)),
        organisation: board.organisation_of(item).map(|organisation| organisation.name.as_str()),
        status,
        is_open,
        example: facts.example,
        draft: facts.is_draft(),
        archived: facts.archived.is_some(),
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

impl<'b> FactSheetBuilder<'b> {
    fn new(board: &'b Board, locale: &'b Locale) -> Self {
        Self {
            board,
            locale,
            foreign: locale.code != board.config.bacheca.lingua,
            is_list: false,
            texts: HashMap::new(),
        }
    }

    /// A line in the page's language.
    fn in_page_language(&self, text: impl Into<Cow<'b, str>>) -> Line<'b> {
        Line { text: text.into(), foreign: false, href: None }
    }

    /// A line in the board's language, or what a translation of the item has for it.
    fn in_board_language(&self, text: impl Into<Cow<'b, str>>) -> Line<'b> {
        let text = text.into();
        match self.texts.get(text.trim()) {
            Some(translated) => self.in_page_language(*translated),
            None => Line { text, foreign: self.foreign, href: None },
        }
    }

    /// Wraps left-to-right text in directional isolates (U+2066, U+2069) on right-to-left pages, so that figures and
    /// addresses keep their order.
    fn isolate_ltr(&self, text: &str) -> String {
        if self.locale.direction == "rtl" { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() }
    }

    /// Joins names of the board's language with the conjunction of the page's: «SUAM e Municipi».
    fn join_names(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| self.isolate_ltr(name)).collect();
        self.locale.join_and(names.iter().map(String::as_str))
    }

    /// A vocabulary word in the page's language; the Italian word if the theme has no text.
    fn vocabulary_word(&self, vocabulary: &str, word: &'b str) -> &'b str {
        self.locale.vocabulary_text(vocabulary, word).unwrap_or(word)
    }

    /// A free word, translated if it is one of a vocabulary (documents, services).
    fn vocabulary_line(&self, vocabulary: &str, word: &'b str) -> Line<'b> {
        match self.locale.vocabulary_text(vocabulary, word) {
            Some(known) => self.in_page_language(known),
            None => self.in_board_language(word),
        }
    }

    fn format(&self, key: TextKey, arguments: &[(&str, FluentValue<'_>)]) -> Line<'b> {
        self.in_page_language(self.locale.format(key, arguments))
    }

    fn row(&self, label: TextKey, icon: &'static str, lines: Vec<Line<'b>>) -> Option<FactRow<'b>> {
        // Most facts are absent: skip the look-up of their label.
        if lines.is_empty() {
            return None;
        }
        let name = label.name().trim_start_matches("row_");
        Some(FactRow { name, icon, label: self.locale.text(label), lines })
    }

    /// A row for a required fact: its lines, or its placeholder.
    fn fact_row<T>(
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

    fn text_lines(&self, texts: &'b [String]) -> Vec<Line<'b>> {
        texts.iter().map(|text| self.in_board_language(text)).collect()
    }

    /// The four rows of the first screen.
    fn first_facts(&self, item: &'b Item) -> Vec<FactRow<'b>> {
        let facts = &item.facts;
        let cost = match item.kind() {
            Kind::Job => self.fact_row(key::row_pay, "pay", &facts.pay, |pay| self.pay_lines(pay)),
            Kind::Housing if facts.cost.is_absent() => {
                self.row(key::row_benefits, "pay", self.housing_amount_lines(facts))
            }
            _ => self.fact_row(key::row_cost, "cost", &facts.cost, |cost| {
                let mut lines = self.cost_lines(cost);
                lines.extend(facts.state_fees.iter().map(|fee| self.fee_line(fee)));
                lines
            }),
        };
        let rows = [
            self.fact_row(key::row_who, "who", &facts.audience, |audience| {
                // Lines in the page's language come first.
                let mut lines = self.audience_lines(audience);
                lines.sort_by_key(|line| line.foreign);
                lines
            }),
            self.when_row(item),
            self.where_row(item),
            cost,
        ];
        rows.into_iter().flatten().collect()
    }

    /// All other rows, in display order.
    fn other_rows(&self, item: &'b Item) -> Vec<FactRow<'b>> {
        let facts = &item.facts;
        let rows = [
            self.fact_row(key::row_duties, "work", &facts.duties, |duties| self.text_lines(duties)),
            self.fact_row(key::row_requirements, "steps", &facts.requirements, |list| {
                self.requirement_lines(list, facts)
            }),
            self.fact_row(key::row_contract, "documents", &facts.contract, |contract| self.contract_lines(contract)),
            self.fact_row(key::row_goals, "steps", &facts.goals, |goals| self.text_lines(goals)),
            self.fact_row(key::row_activities, "work", &facts.activities, |activities| self.text_lines(activities)),
            self.duration_row(item),
            self.row(
                key::row_access,
                "door",
                facts.access.iter().flat_map(|access| self.access_lines(access)).collect(),
            ),
            self.row(
                key::row_housing,
                "help",
                facts
                    .housing
                    .iter()
                    .map(|kind| self.in_page_language(self.vocabulary_word("housing", kind.word())))
                    .chain(self.housing_rule_lines(facts))
                    .collect(),
            ),
            self.row(
                key::row_benefits,
                "help",
                facts.benefits.iter().map(|benefit| self.benefit_line(benefit)).collect(),
            ),
            self.row(
                key::row_services,
                "help",
                facts.services.iter().map(|service| self.vocabulary_line("service", service)).collect(),
            ),
            self.row(key::row_act, "documents", facts.act.iter().map(|act| self.act_line(act)).collect()),
            self.row(key::row_force, "when", self.in_force_lines(facts)),
            self.row(
                key::row_permits,
                "documents",
                facts
                    .permits
                    .iter()
                    .map(|permit| self.in_page_language(self.vocabulary_word("permit", permit.word())))
                    .collect(),
            ),
            self.row(key::row_changes, "warning", self.change_lines(facts)),
            self.row(key::row_counts, "figures", facts.counts.iter().map(|count| self.figure_line(count)).collect()),
            self.row(key::row_steps, "steps", self.step_lines(facts)),
            self.row(
                key::row_documents,
                "documents",
                facts.documents.iter().map(|document| self.document_line(document)).collect(),
            ),
            // If there is a cost, state fees are listed with it on the first screen.
            self.row(
                key::row_cost,
                "cost",
                facts
                    .state_fees
                    .iter()
                    .filter(|_| facts.cost.value().is_none())
                    .map(|fee| self.fee_line(fee))
                    .collect(),
            ),
            self.row(
                key::row_level,
                "stairs",
                facts
                    .level
                    .iter()
                    .map(|level| self.in_page_language(self.vocabulary_word("level", level.word())))
                    .collect(),
            ),
            self.row(key::row_certificate, "certificate", self.certificate_lines(item)),
            self.row(key::row_seats, "seats", self.seat_lines(item)),
            self.row(
                key::row_selection,
                "steps",
                facts.selection.iter().chain(&facts.attendance_rule).map(|text| self.in_board_language(text)).collect(),
            ),
            self.fact_row(key::row_programme, "evento", &facts.programme, |programme| {
                programme.iter().map(|entry| self.programme_line(entry)).collect()
            }),
            self.row(
                key::row_entry,
                "door",
                facts
                    .entry
                    .iter()
                    .map(|entry| self.in_page_language(self.vocabulary_word("entry", entry.word())))
                    .collect(),
            ),
            self.row(
                key::row_languages,
                "language",
                facts
                    .activity_languages
                    .iter()
                    .map(|language| self.vocabulary_line("language", language.as_str()))
                    .collect(),
            ),
            self.row(key::row_accessibility, "access", self.text_lines(&facts.accessibility)),
            self.row(key::row_partners, "who", self.text_lines(&facts.partners)),
            self.row(
                key::row_funding,
                "pay",
                facts.funding.iter().chain(&facts.codes).map(|text| self.in_board_language(text)).collect(),
            ),
            self.row(
                key::row_validity,
                "deadline",
                facts
                    .valid_until
                    .map(|day| {
                        let date = self.locale.format_date_with_weekday(day);
                        self.format(key::status_valid_until, &[("date", date.into())])
                    })
                    .into_iter()
                    .collect(),
            ),
            self.row(
                key::row_territory,
                "where",
                facts.territories.iter().chain(&facts.territory).map(|text| self.in_board_language(text)).collect(),
            ),
        ];
        rows.into_iter().flatten().collect()
    }
}

/// Path of an item's page below the site's root: `o/<slug>/` in the board's language, else `ar/o/<slug>/`.
#[must_use]
pub fn item_path(board: &Board, slug: &Slug, language: &str) -> String {
    if language == board.config.bacheca.lingua { format!("o/{slug}/") } else { format!("{language}/o/{slug}/") }
}
