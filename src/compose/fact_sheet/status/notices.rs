//! Words of what is announced rather than offered: what a regulation or a news item changes, and from when.

use crate::board::{Closing, Item};
use crate::locale::key;
use crate::text::letter_case::capitalize;

use super::super::FactSheetBuilder;
use super::Words;

/// Letters up to which what has changed is a status; longer texts are for the page.
const MAX_CHANGE: usize = 60;

impl<'b> FactSheetBuilder<'b> {
    /// «Vale da martedì 1 dicembre 2026».
    pub(super) fn regulation_words(&self, item: &Item, closing: Option<Closing>) -> Words {
        let until = closing.map(|closing| self.until_words(key::status_valid_until, closing));
        match item.facts.in_force_from {
            Some(from) if from.first_day() > self.board.today || until.is_none() => {
                let then = until.map(|until| until.sentence);
                let date = self.format_start(from);
                Words {
                    headline: Some(self.headline(key::status_in_force, from, None, then.clone())),
                    then,
                    ..Words::sentence(self.label_and_date(key::status_in_force, &date))
                }
            }
            _ => until.unwrap_or_else(|| Words::sentence(self.locale.text(key::status_open_no_end).to_owned())),
        }
    }

    /// The news itself: the hours, or what it is now and was before; else the day of publication. The day until which
    /// the editors keep it is no news.
    pub(super) fn news_words(&self, item: &'b Item) -> Words {
        let facts = &item.facts;
        let value = |key, text: &'b str| self.locale.format(key, &[("value", self.words(text).into())]);
        let from = facts.in_force_from.filter(|from| from.first_day() > self.board.today);
        let hours = match facts.editions() {
            [only] => self.weekly_hours(only),
            _ => Vec::new(),
        };
        let after = facts.after.as_deref().filter(|after| after.chars().count() <= MAX_CHANGE);
        let before = facts.before.as_deref().filter(|before| before.chars().count() <= MAX_CHANGE);
        let start = from.map(|from| self.label_and_date(key::status_in_force, &self.format_start(from)));
        if !hours.is_empty() {
            return Words { then: start, ..Words::sentence(capitalize(&self.locale.join_commas(&hours))) };
        }
        if let Some(after) = after {
            let then = before.map(|before| value(key::was, before));
            return Words { then, ..Words::sentence(self.new_state(facts, after)) };
        }
        let published = facts.published.value().map(|date| self.locale.format_partial_date(*date));
        let published = published.map(|date| self.locale.format(key::published_on, &[("date", date.into())]));
        let sentence = start.or(published).unwrap_or_else(|| self.locale.text(key::status_open_no_end).to_owned());
        Words::sentence(sentence)
    }
}
