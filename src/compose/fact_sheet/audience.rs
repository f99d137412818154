//! Audience, requirements, documents.

use crate::locale::{TextKey, key};
use crate::model::{Audience, LanguageCode, Opportunity, PermitState, RequiredDocument};

use super::{FactSheetBuilder, Line};

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn audience_lines(&self, audience: &'b Audience) -> Vec<Line<'b>> {
        let mut lines = Vec::new();
        lines.extend(audience.text.as_deref().map(|text| self.in_board_language(text)));
        lines
            .extend(audience.gender.map(|gender| self.in_page_language(self.vocabulary_word("gender", gender.word()))));
        lines.extend(self.age_line(audience));
        lines.extend(self.permit_lines(audience));
        let level = |level: crate::model::Level| self.vocabulary_word("level", level.word()).into();
        lines.extend(audience.minimum_level.map(|minimum| self.format(key::level_from, &[("level", level(minimum))])));
        lines.extend(audience.maximum_level.map(|maximum| self.format(key::level_to, &[("level", level(maximum))])));
        lines.extend(self.languages_line(key::speaks, &audience.required_languages));
        lines.extend(self.languages_line(key::languages_named, &audience.other_languages));
        lines.extend(
            audience
                .maximum_isee
                .map(|isee| self.format(key::isee_to, &[("amount", self.locale.format_money(isee).into())])),
        );
        lines.extend(
            audience
                .maximum_income
                .map(|income| self.format(key::income_to, &[("amount", self.locale.format_money(income).into())])),
        );
        if !audience.residence.is_empty() {
            let places = self.join_names(&audience.residence);
            lines.push(self.format(key::residence_in, &[("places", places.into())]));
        }
        if audience.digital_identity == Some(true) {
            lines.push(self.in_page_language(self.locale.text(key::digital_identity)));
        }
        if audience.owns_no_home == Some(true) {
            lines.push(self.in_page_language(self.locale.text(key::owns_no_home)));
        }
        let free = [&audience.reception, &audience.household, &audience.other].into_iter().flatten();
        lines.extend(
            free.chain(&audience.qualification).chain(&audience.employment).map(|text| self.in_board_language(text)),
        );
        lines
    }

    pub(super) fn age_line(&self, audience: &Audience) -> Option<Line<'b>> {
        match (audience.minimum_age, audience.maximum_age) {
            (Some(min), Some(max)) => Some(self.format(key::age_between, &[("min", min.into()), ("max", max.into())])),
            (Some(min), None) => Some(self.format(key::age_from, &[("min", min.into())])),
            (None, Some(max)) => Some(self.format(key::age_to, &[("max", max.into())])),
            (None, None) => None,
        }
    }

    /// Accepted residence permits: «permesso di soggiorno: asilo e protezione sussidiaria · va bene anche la ricevuta».
    pub(super) fn permit_lines(&self, audience: &'b Audience) -> Vec<Line<'b>> {
        let (free, states): (Vec<PermitState>, Vec<PermitState>) =
            audience.permit_state.iter().partition(|state| **state == PermitState::NotRequired);
        let mut conditions: Vec<String> = Vec::new();
        if !audience.permits.is_empty() {
            let permits = audience.permits.iter().map(|permit| self.vocabulary_word("permit", permit.word()));
            conditions.push(self.locale.join_and(permits));
        }
        conditions.extend(states.iter().map(|state| self.vocabulary_word("permit-state", state.word()).to_owned()));
        let accepted = (!conditions.is_empty())
            .then(|| self.format(key::permits_accepted, &[("permits", conditions.join(" · ").into())]));
        let none = free.iter().map(|state| self.in_page_language(self.vocabulary_word("permit-state", state.word())));
        accepted.into_iter().chain(none).collect()
    }

    /// A sentence that names languages, the reader's own first; `None` without languages.
    pub(super) fn languages_line(&self, key: TextKey, languages: &'b [LanguageCode]) -> Option<Line<'b>> {
        if languages.is_empty() {
            return None;
        }
        let own = |language: &&LanguageCode| language.as_str() == self.locale.code;
        let others = languages.iter().filter(|language| !own(language));
        let languages = languages.iter().filter(own).chain(others);
        let languages =
            self.locale.join_and(languages.map(|language| self.vocabulary_word("language", language.as_str())));
        Some(self.format(key, &[("languages", languages.into())]))
    }

    /// «Parliamo bengalese, arabo e italiano»; `None` if only the board's own language is spoken.
    pub(super) fn spoken_line(&self, facts: &'b Opportunity) -> Option<Line<'b>> {
        let own = &self.board.config.bacheca.lingua;
        let languages = &facts.activity_languages;
        let says_more = languages.iter().any(|language| language.as_str() != own);
        self.languages_line(key::we_speak, languages).filter(|_| says_more)
    }

    pub(super) fn requirement_lines(&self, list: &'b [String], facts: &'b Opportunity) -> Vec<Line<'b>> {
        let mut lines = self.text_lines(list);
        lines.extend(self.languages_line(key::speaks, &facts.languages));
        if let Some(licence) = &facts.driving_licence {
            let word = if licence == "B" { self.locale.vocabulary_text("document", "patente B") } else { None };
            lines.push(word.map_or_else(
                || self.in_board_language(format!("patente {licence}")),
                |word| self.in_page_language(word),
            ));
        }
        lines
    }

    pub(super) fn document_line(&self, document: &'b RequiredDocument) -> Line<'b> {
        let mut names = document.one_of.iter().map(|name| self.vocabulary_line("document", name));
        let mut line = match (document.one_of.len(), names.next()) {
            (1, Some(name)) => name,
            (_, first) => {
                let names: Vec<Line<'b>> = first.into_iter().chain(names).collect();
                let foreign = names.iter().any(|name| name.foreign);
                let listed = self.locale.join_or(names.iter().map(|name| name.text.as_ref()));
                Line { foreign, ..self.format(key::one_of, &[("documents", listed.into())]) }
            }
        };
        if let Some(when) = &document.when {
            line.text = format!("{} ({when})", line.text).into();
            line.foreign = self.foreign;
        }
        line
    }
}
