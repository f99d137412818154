//! The facts of an opportunity in one language, in the order in which people ask for them: for whom,
//! when, where, what it costs, what to bring, how to apply, whom to ask, who says so.
//!
//! Page, poster and message lay out the same sheet. What a field says in a controlled word, a date,
//! a sum comes out in the reader's language; free Italian text is marked as foreign.

mod audience;
mod money;
mod place;
mod status;
mod time;
mod ways;

pub use place::MapLinks;
pub use status::{StatusLine, is_one_day};
pub use ways::percent_encode;

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::board::{Board, Item};
use crate::locale::Locale;
use crate::model::{Fact, Kind, Slug};

/// A line of text, and whether it is Italian in a page of another language.
///
/// Templates get what is words only, as most lines are, as a text; the others as `text`, `href`, `foreign`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'b> {
    /// The words.
    pub text: Cow<'b, str>,
    /// The words are in the board's language, the page is not.
    pub foreign: bool,
    /// Where they lead.
    pub href: Option<String>,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.href.is_none() && !self.foreign {
            // A point between two things ends a line, it does not begin one.
            return if self.text.contains(" · ") {
                serializer.serialize_str(&self.text.replace(" · ", "\u{a0}· "))
            } else {
                serializer.serialize_str(&self.text)
            };
        }
        serialize_expanded(self, serializer)
    }
}

/// A line of which templates always ask for `text` and `foreign`: a title.
fn serialize_expanded<S: Serializer>(line: &Line<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut parts = serializer.serialize_struct("Line", 3)?;
    parts.serialize_field("text", &line.text)?;
    parts.serialize_field("foreign", &line.foreign)?;
    parts.serialize_field("href", &line.href)?;
    parts.end()
}

/// One fact: a pictogram, a label, lines.
#[derive(Debug, Clone, Serialize)]
pub struct FactRow<'b> {
    /// Name of the fact; its text is `row_<name>`.
    pub name: &'static str,
    /// Name of its pictogram.
    pub icon: &'static str,
    /// Its label.
    pub label: &'b str,
    /// What it says; never empty.
    pub lines: Vec<Line<'b>>,
}

/// One edition of several.
#[derive(Debug, Clone, Serialize)]
pub struct EditionSheet<'b> {
    /// What tells it from the others.
    #[serde(serialize_with = "serialize_expanded")]
    pub title: Line<'b>,
    /// Its own facts.
    pub rows: Vec<FactRow<'b>>,
    /// Its own place on a map.
    pub map: Option<MapLinks>,
}

/// One way to apply: what to do, then the details of that way.
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
    /// A verb.
    pub label: &'b str,
    /// Where it leads.
    pub href: String,
}

/// An opportunity in one language.
#[derive(Debug, Clone, Serialize)]
pub struct FactSheet<'b> {
    /// Its name.
    pub slug: &'b str,
    /// Its kind's key.
    pub kind: &'static str,
    /// Its kind's word.
    pub kind_label: &'b str,
    /// Its kind's emoji.
    pub emoji: &'static str,
    /// Its title.
    #[serde(serialize_with = "serialize_expanded")]
    pub title: Line<'b>,
    /// One or two sentences.
    #[serde(serialize_with = "serialize_expanded")]
    pub summary: Line<'b>,
    /// Who offers it.
    pub organisation: Option<&'b str>,
    /// Where it stands.
    pub status: StatusLine,
    /// One can still apply.
    pub is_open: bool,
    /// Invented.
    pub example: bool,
    /// Not published.
    pub draft: bool,
    /// It was closed already when it entered the archive.
    pub archived: bool,
    /// For whom, when, where, cost: the first screen.
    pub facts: Vec<FactRow<'b>>,
    /// Where it is on a map, where it is in one place.
    pub map: Option<MapLinks>,
    /// Everything else, in the order of its kind.
    pub rows: Vec<FactRow<'b>>,
    /// Where there are several.
    pub editions: Vec<EditionSheet<'b>>,
    /// How to apply, in words.
    pub ways: Vec<ApplicationWay<'b>>,
    /// How to apply, as buttons; the first is the way.
    pub actions: Vec<Action<'b>>,
    /// Whom to ask.
    pub contacts: Vec<FactRow<'b>>,
    /// Who says so.
    pub sources: Vec<Line<'b>>,
    /// What to beware of.
    pub warnings: Vec<Line<'b>>,
}

/// What a sheet is written with.
pub(super) struct FactSheetBuilder<'b> {
    pub(super) board: &'b Board,
    pub(super) locale: &'b Locale,
    /// The page is not in the board's language.
    pub(super) foreign: bool,
}

/// The sheet of an item in a language.
#[must_use]
pub fn build_fact_sheet<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> FactSheet<'b> {
    let writer = FactSheetBuilder { board, locale, foreign: locale.code != board.config.bacheca.lingua };
    let facts = &item.facts;
    let kind = item.kind();
    let translation = writer.foreign.then(|| item.translation(&locale.code)).flatten();
    let title = translation.and_then(|translation| translation.facts.title.as_deref());
    let summary = translation.and_then(|translation| translation.facts.summary.as_deref());
    let is_open = item.status.is_open();
    FactSheet {
        slug: item.slug.as_str(),
        kind: kind.key(),
        kind_label: writer.vocabulary_word("kind", kind.key()),
        emoji: kind.spec().emoji,
        title: title.map_or_else(|| writer.in_board_language(item.title()), |title| writer.in_page_language(title)),
        summary: summary
            .map_or_else(|| writer.in_board_language(item.summary()), |summary| writer.in_page_language(summary)),
        organisation: board.organisation_of(item).map(|organisation| organisation.name.as_str()),
        status: writer.status(item),
        is_open,
        example: facts.example,
        draft: facts.is_draft(),
        archived: facts.archived.is_some(),
        facts: writer.first_facts(item),
        map: writer.map_of(item),
        rows: writer.other_rows(item),
        editions: writer.editions(item),
        ways: writer.ways(item),
        actions: if is_open { writer.actions(item) } else { Vec::new() },
        contacts: writer.contacts(board.contacts_of(item)),
        sources: writer.sources(item),
        warnings: facts.warnings.iter().map(|warning| writer.in_board_language(warning)).collect(),
    }
}

impl<'b> FactSheetBuilder<'b> {
    /// Words in the page's language.
    fn in_page_language(&self, text: impl Into<Cow<'b, str>>) -> Line<'b> {
        Line { text: text.into(), foreign: false, href: None }
    }

    /// Words in the board's language.
    fn in_board_language(&self, text: impl Into<Cow<'b, str>>) -> Line<'b> {
        Line { text: text.into(), foreign: self.foreign, href: None }
    }

    /// Figures, addresses and words of the board's language inside a sentence of another: what reads from left to
    /// right is kept whole in a page that reads from right to left (Unicode Bidirectional Algorithm, isolates).
    fn isolate_ltr(&self, text: &str) -> String {
        if self.locale.direction == "rtl" { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() }
    }

    /// «SUAM e Municipi»: names in the board's language, joined as the page's language does.
    fn join_names(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| self.isolate_ltr(name)).collect();
        self.locale.list(names.iter().map(String::as_str))
    }

    /// A word of a vocabulary; the Italian word where the theme has no text.
    fn vocabulary_word(&self, vocabulary: &str, word: &'b str) -> &'b str {
        self.locale.word(vocabulary, word).unwrap_or(word)
    }

    /// A free word that may be one of a vocabulary: documents, services.
    fn vocabulary_line(&self, vocabulary: &str, word: &'b str) -> Line<'b> {
        match self.locale.word(vocabulary, word) {
            Some(known) => self.in_page_language(known),
            None => self.in_board_language(word),
        }
    }

    fn format(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> Line<'b> {
        self.in_page_language(self.locale.format(key, arguments))
    }

    fn row(&self, name: &'static str, icon: &'static str, lines: Vec<Line<'b>>) -> Option<FactRow<'b>> {
        // Most facts are not there: no label is looked for in vain.
        if lines.is_empty() {
            return None;
        }
        let label = self.locale.texts().get(&format!("row_{name}")).map_or(name, String::as_str);
        Some(FactRow { name, icon, label, lines })
    }

    /// A required fact: its lines, or the honest word in their place.
    fn fact_row<T>(
        &self,
        name: &'static str,
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
        self.row(name, icon, lines)
    }

    fn text_lines(&self, texts: &'b [String]) -> Vec<Line<'b>> {
        texts.iter().map(|text| self.in_board_language(text)).collect()
    }

    /// The four facts of the first screen.
    fn first_facts(&self, item: &'b Item) -> Vec<FactRow<'b>> {
        let facts = &item.facts;
        let cost = match item.kind() {
            Kind::Job => self.fact_row("pay", "pay", &facts.pay, |pay| self.pay(pay)),
            Kind::Housing if facts.cost.is_absent() => self.row("benefits", "pay", self.housing_amounts(facts)),
            _ => self.fact_row("cost", "cost", &facts.cost, |cost| {
                let mut lines = self.cost(cost);
                lines.extend(facts.state_fees.iter().map(|fee| self.fee(fee)));
                lines
            }),
        };
        let rows = [
            self.fact_row("who", "who", &facts.audience, |audience| {
                // What readers can read comes first.
                let mut lines = self.audience(audience);
                lines.sort_by_key(|line| line.foreign);
                lines
            }),
            self.when_row(item),
            self.where_row(item),
            cost,
        ];
        rows.into_iter().flatten().collect()
    }

    /// Everything else a reader may want to know.
    fn other_rows(&self, item: &'b Item) -> Vec<FactRow<'b>> {
        let facts = &item.facts;
        let rows = [
            self.fact_row("duties", "work", &facts.duties, |duties| self.text_lines(duties)),
            self.fact_row("requirements", "steps", &facts.requirements, |list| self.requirements(list, facts)),
            self.fact_row("contract", "documents", &facts.contract, |contract| self.contract(contract)),
            self.fact_row("goals", "steps", &facts.goals, |goals| self.text_lines(goals)),
            self.fact_row("activities", "work", &facts.activities, |activities| self.text_lines(activities)),
            self.duration_row(item),
            self.row("access", "access", facts.access.iter().flat_map(|access| self.access(access)).collect()),
            self.row(
                "housing",
                "help",
                facts
                    .housing
                    .iter()
                    .map(|kind| self.in_page_language(self.vocabulary_word("housing", kind.word())))
                    .chain(self.housing_rules(facts))
                    .collect(),
            ),
            self.row("benefits", "help", facts.benefits.iter().map(|benefit| self.benefit(benefit)).collect()),
            self.row(
                "services",
                "help",
                facts.services.iter().map(|service| self.vocabulary_line("service", service)).collect(),
            ),
            self.row("act", "documents", facts.act.iter().map(|act| self.act(act)).collect()),
            self.row("force", "when", self.in_force(facts)),
            self.row(
                "permits",
                "documents",
                facts
                    .permits
                    .iter()
                    .map(|permit| self.in_page_language(self.vocabulary_word("permit", permit.word())))
                    .collect(),
            ),
            self.row("changes", "warning", self.changes(facts)),
            self.row("counts", "seats", facts.counts.iter().map(|count| self.count(count)).collect()),
            self.row("steps", "steps", self.steps(facts)),
            self.row(
                "documents",
                "documents",
                facts.documents.iter().map(|document| self.document(document)).collect(),
            ),
            // With a cost they stand beside it, on the first screen.
            self.row(
                "cost",
                "cost",
                facts.state_fees.iter().filter(|_| facts.cost.value().is_none()).map(|fee| self.fee(fee)).collect(),
            ),
            self.row(
                "level",
                "certificate",
                facts
                    .level
                    .iter()
                    .map(|level| self.in_page_language(self.vocabulary_word("level", level.word())))
                    .collect(),
            ),
            self.row("certificate", "certificate", self.certificates(item)),
            self.row("seats", "seats", self.seats(item)),
            self.row(
                "selection",
                "steps",
                facts.selection.iter().chain(&facts.attendance_rule).map(|text| self.in_board_language(text)).collect(),
            ),
            self.fact_row("programme", "evento", &facts.programme, |programme| {
                programme.iter().map(|entry| self.programme(entry)).collect()
            }),
            self.row(
                "entry",
                "access",
                facts
                    .entry
                    .iter()
                    .map(|entry| self.in_page_language(self.vocabulary_word("entry", entry.word())))
                    .collect(),
            ),
            self.row(
                "languages",
                "language",
                facts
                    .activity_languages
                    .iter()
                    .map(|language| self.vocabulary_line("language", language.as_str()))
                    .collect(),
            ),
            self.row("accessibility", "access", self.text_lines(&facts.accessibility)),
            self.row("partners", "who", self.text_lines(&facts.partners)),
            self.row(
                "funding",
                "pay",
                facts.funding.iter().chain(&facts.codes).map(|text| self.in_board_language(text)).collect(),
            ),
            self.row(
                "territory",
                "where",
                facts.territories.iter().chain(&facts.territory).map(|text| self.in_board_language(text)).collect(),
            ),
        ];
        rows.into_iter().flatten().collect()
    }
}

/// The path of an item's page below the site's root, in a language: `ar/o/<slug>/`.
#[must_use]
pub fn item_path(board: &Board, slug: &Slug, language: &str) -> String {
    if language == board.config.bacheca.lingua { format!("o/{slug}/") } else { format!("{language}/o/{slug}/") }
}
