//! The answers that a reader looks for first: for whom, when, where, how much, until when, how to apply. Each has one
//! short line, lines that no layout leaves out because they exclude people or without them nobody gets there, and
//! details, which give way.
//!
//! Page, card, poster and message lay out the same lines; none makes a short form of its own.

mod cost;
mod way;
mod when;
mod whereabouts;
mod who;

use serde::Serialize;

use crate::board::{Board, Item, Status};
use crate::locale::{Locale, TextKey, key};
use crate::model::{Edition, Kind};
use crate::text::letter_case::capitalize;

use super::{FactSheetBuilder, Line};

/// One answer: pictogram, label, the answer in one line, details.
#[derive(Debug, Clone, Serialize)]
pub struct Answer<'b> {
    /// `who`, `when`, `where`, `cost`, `act_by` or `way`.
    pub name: &'static str,
    /// Name of its pictogram; of `cost` it is `cost`, `pay` (a wage) or `grant`.
    pub icon: &'static str,
    /// Label in the page's language.
    pub label: &'b str,
    /// The answer in one line.
    pub short: Line<'b>,
    /// What no layout leaves out: further conditions that exclude, dates, transport, the subject of the e-mail.
    pub essential: Vec<Line<'b>>,
    /// What else there is to know, from the most to the least important.
    pub detail: Vec<Line<'b>>,
}

impl<'b> Answer<'b> {
    /// The answer in one line, of a place with its district and town, and the essential lines that are left: for what is
    /// read away from the board's pages.
    #[must_use]
    pub fn with_area(&self) -> (String, Vec<&Line<'b>>) {
        let (area, others): (Vec<&Line<'b>>, Vec<&Line<'b>>) = self.essential.iter().partition(|line| line.is_area);
        let parts: Vec<&str> = std::iter::once(&self.short).chain(area).map(|line| line.text.as_ref()).collect();
        (parts.join(" · "), others)
    }
}

/// The lines of an answer by their importance.
#[derive(Default)]
struct AnswerLines<'b> {
    /// The first is the answer in one line, the others are of [`Answer::essential`].
    essential: Vec<Line<'b>>,
    detail: Vec<Line<'b>>,
}

impl<'b> AnswerLines<'b> {
    fn new(essential: impl IntoIterator<Item = Line<'b>>, detail: impl IntoIterator<Item = Line<'b>>) -> Self {
        Self { essential: essential.into_iter().collect(), detail: detail.into_iter().collect() }
    }
}

impl<'b> From<Vec<Line<'b>>> for AnswerLines<'b> {
    fn from(essential: Vec<Line<'b>>) -> Self {
        Self { essential, detail: Vec::new() }
    }
}

impl<'b> From<Option<Line<'b>>> for AnswerLines<'b> {
    fn from(short: Option<Line<'b>>) -> Self {
        Self::new(short, None)
    }
}

/// Builds the answers of an item in a language, in the order in which they are asked; none of a withdrawn one.
#[must_use]
pub fn build_answers<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Vec<Answer<'b>> {
    FactSheetBuilder::of_item(board, item, locale).answers(item)
}

/// Builds the answer to how much an item costs or pays, for cards.
#[must_use]
pub fn build_cost_answer<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Option<Answer<'b>> {
    FactSheetBuilder::of_item(board, item, locale).cost_answer(item)
}

/// Builds the answer to where an item takes place, for cards.
#[must_use]
pub fn build_where_answer<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Option<Answer<'b>> {
    FactSheetBuilder::of_item(board, item, locale).where_answer(item)
}

impl<'b> FactSheetBuilder<'b> {
    /// The answers that are known, in the order in which they are asked.
    pub(super) fn answers(&self, item: &'b Item) -> Vec<Answer<'b>> {
        if item.status == Status::Withdrawn {
            return Vec::new();
        }
        let answers = [
            self.who_answer(item),
            self.when_answer(item),
            self.where_answer(item),
            self.cost_answer(item),
            self.act_by_answer(item),
            self.way_answer(item),
        ];
        answers.into_iter().flatten().collect()
    }

    /// When, where and for whom of one edition of several.
    pub(super) fn edition_answers(&self, item: &'b Item, edition: &'b Edition) -> Vec<Answer<'b>> {
        let place = edition.place.as_ref().map(|place| self.short_place_lines(place)).unwrap_or_default();
        let who = edition.audience.as_ref().map(|audience| self.who_lines(audience, &[])).unwrap_or_default();
        let answers = [
            self.answer("when", "when", key::row_when, self.period_lines(item, edition)),
            self.answer("where", "where", key::row_where, place),
            self.answer("who", "who", key::row_who, who),
        ];
        answers.into_iter().flatten().collect()
    }

    /// An answer from its lines, the first of which is the short one; `None` without lines.
    fn answer(
        &self,
        name: &'static str,
        icon: &'static str,
        label: TextKey,
        lines: impl Into<AnswerLines<'b>>,
    ) -> Option<Answer<'b>> {
        let AnswerLines { essential, detail } = lines.into();
        let (mut essential, mut detail) = (essential.into_iter(), detail.into_iter());
        let short = essential.next().or_else(|| detail.next())?;
        let short = Line { text: capitalize(&short.text).into(), ..short };
        let (essential, detail) = (essential.collect(), detail.collect());
        Some(Answer { name, icon, label: self.locale.text(label), short, essential, detail })
    }

    /// What to do by when, of what is open.
    fn act_by_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let Status::Open(_) = item.status else { return None };
        let line = self.status_line(item);
        let is_action = item.timing(self.board.today).act_by.is_some()
            || matches!(item.kind(), Kind::Training | Kind::Job | Kind::Housing) && item.status.closing().is_none();
        if !is_action || line.says_hours || line.sentence == self.locale.text(key::status_open_no_end) {
            return None;
        }
        let facts = &item.facts;
        let of_edition = || match facts.editions() {
            [only] => only.opens,
            _ => None,
        };
        let opens = facts.opens.or_else(|| facts.requested_action.value()?.opens).or_else(of_edition);
        let opens = opens.filter(|from| from.first_day() > self.board.today).map(|from| self.opens_line(from));
        let extended = facts.extended_from.map(|before| self.extended_line(before));
        let lines = [Some(self.in_page_language(line.sentence)), opens, extended];
        self.answer("act_by", "deadline", key::row_deadline, lines.into_iter().flatten().collect::<Vec<_>>())
    }
}
