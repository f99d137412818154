//! Audience, requirements, documents.

use crate::locale::{TextKey, key};
use crate::model::{
    Audience, LanguageCode, Level, Money, Opportunity, PermitState, RequiredDocument, RequiredLanguage,
};

use super::{FactSheetBuilder, Line};

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn audience_lines(&self, audience: &'b Audience) -> Vec<Line<'b>> {
        let mut lines = Vec::new();
        lines.extend(audience.text.as_deref().map(|text| self.in_board_language(text)));
        lines
            .extend(audience.gender.map(|gender| self.in_page_language(self.vocabulary_word("gender", gender.word()))));
        lines.extend(self.age_line(audience));
        lines.extend(self.permit_lines(audience));
        lines.extend(self.level_lines(audience, key::level_from));
        lines.extend(self.required_language_lines(&audience.required_languages));
        lines.extend(self.languages_line(key::languages_named, &audience.other_languages));
        lines.extend(self.money_limits(audience));
        lines.extend(self.home_limits(audience));
        lines.extend(audience.free_conditions().map(|text| self.in_board_language(text)));
        lines
    }

    /// Least and highest level of Italian; `from` is the text of the least one.
    pub(super) fn level_lines(&self, audience: &Audience, from: TextKey) -> Vec<Line<'b>> {
        let level =
            |key, level: Level| self.format(key, &[("level", self.vocabulary_word("level", level.word()).into())]);
        let minimum = audience.minimum_level.map(|minimum| match minimum {
            // Everybody has at least the level below A1: it asks for nothing.
            Level::PreA1 => self.in_page_language(self.locale.text(key::who_no_italian)),
            minimum => level(from, minimum),
        });
        minimum.into_iter().chain(audience.maximum_level.map(|maximum| level(key::level_to, maximum))).collect()
    }

    /// Highest ISEE and income.
    pub(super) fn money_limits(&self, audience: &Audience) -> Vec<Line<'b>> {
        let limits = [(key::isee_to, audience.maximum_isee), (key::income_to, audience.maximum_income)];
        let line = |(key, most): (TextKey, Option<Money>)| {
            Some(self.format(key, &[("amount", self.locale.format_money(most?).into())]))
        };
        limits.into_iter().filter_map(line).collect()
    }

    /// Residence, home, digital identity.
    pub(super) fn home_limits(&self, audience: &Audience) -> Vec<Line<'b>> {
        let text = |key| self.in_page_language(self.locale.text(key));
        let residence = (!audience.residence.is_empty())
            .then(|| self.format(key::residence_in, &[("places", self.join_names(&audience.residence).into())]));
        let identity = (audience.digital_identity == Some(true)).then(|| text(key::digital_identity));
        let home = (audience.owns_no_home == Some(true)).then(|| text(key::owns_no_home));
        residence.into_iter().chain(identity).chain(home).collect()
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
        let names = self.named_languages(languages, |names| self.locale.join_and(names))?;
        Some(self.format(key, &[("languages", names.into())]))
    }

    /// «Devi parlare inglese e francese», and a line for each set of which one language is enough.
    pub(super) fn required_language_lines(&self, languages: &'b [RequiredLanguage]) -> Vec<Line<'b>> {
        let (single, sets): (Vec<_>, Vec<_>) = languages.iter().partition(|language| language.one_of.len() == 1);
        let all = single.iter().flat_map(|language| &language.one_of);
        let all = self.named_languages(all, |names| self.locale.join_and(names));
        let all = all.map(|names| self.format(key::speaks, &[("languages", names.into())]));
        let one =
            sets.into_iter().filter_map(|set| self.named_languages(&set.one_of, |names| self.locale.join_or(names)));
        let one = one.map(|names| self.format(key::speaks_one_of, &[("languages", names.into())]));
        all.into_iter().chain(one).collect()
    }

    /// Names of languages, the reader's own first, joined; `None` without languages.
    fn named_languages(
        &self,
        languages: impl IntoIterator<Item = &'b LanguageCode>,
        join: impl FnOnce(std::vec::IntoIter<&'b str>) -> String,
    ) -> Option<String> {
        let mut languages: Vec<&LanguageCode> = languages.into_iter().collect();
        languages.sort_by_key(|language| language.as_str() != self.locale.code);
        let names: Vec<&str> =
            languages.iter().map(|language| self.vocabulary_word("language", language.as_str())).collect();
        (!names.is_empty()).then(|| join(names.into_iter()))
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
        lines.extend(self.required_language_lines(&facts.languages));
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
            let when = self.in_board_language(when);
            line.text = format!("{} ({})", line.text, self.isolate_foreign(&when)).into();
            line.foreign |= when.foreign;
        }
        line
    }
}
