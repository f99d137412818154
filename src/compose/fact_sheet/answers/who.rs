//! For whom: sex, age, permit, languages, income, home.

use crate::board::Item;
use crate::locale::{TextKey, key};
use crate::model::{Audience, Edition, Gender, Permit, PermitState};

use super::super::{FactSheetBuilder, Line};
use super::{Answer, AnswerLines};

/// More permits than this are named in the second line; the first names two of them and counts the others.
const MAX_NAMED_PERMITS: usize = 3;

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn who_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let facts = &item.facts;
        let spoken = self.spoken_line(facts);
        let mut lines = match (facts.audience.value(), facts.audience.placeholder()) {
            (Some(audience), _) => self.who_lines(audience, groups_with_audience(facts.editions())),
            (None, Some(word)) => vec![self.in_page_language(self.vocabulary_word("fact", word))].into(),
            (None, None) => self.permits_concerned(&facts.permits).into(),
        };
        if lines.essential.is_empty() && lines.detail.is_empty() {
            return self.answer("who", "language", key::row_languages, spoken);
        }
        // The languages that are spoken there stand high: they decide whether one dares to come.
        if lines.essential.is_empty() {
            lines.essential = lines.detail.drain(..1).collect();
        }
        lines.essential.splice(1..1, spoken);
        self.answer("who", "who", key::row_who, lines)
    }

    /// Who is concerned by a regulation that names residence permits.
    fn permits_concerned(&self, permits: &'b [Permit]) -> Vec<Line<'b>> {
        let names = || permits.iter().map(|permit| self.vocabulary_word("permit", permit.word()));
        let list = self.format(key::permits_accepted, &[("permits", self.locale.join_and(names()).into())]);
        match permits {
            [] => Vec::new(),
            permits if permits.contains(&Permit::Any) => vec![self.in_page_language(self.locale.text(key::who_permit))],
            permits if permits.len() < MAX_NAMED_PERMITS => vec![list],
            _ => vec![self.in_page_language(self.permits_in_short(permits)), list],
        }
    }

    /// «Solo con permesso: asilo, protezione sussidiaria e altri 3»; names without what explains them in brackets.
    fn permits_in_short(&self, permits: &'b [Permit]) -> String {
        let name = |permit: &Permit| {
            let word = self.vocabulary_word("permit", permit.word());
            word.split(['(', '（']).next().unwrap_or(word).trim().to_owned()
        };
        let named = if permits.len() > MAX_NAMED_PERMITS { MAX_NAMED_PERMITS - 1 } else { permits.len() };
        let names: Vec<String> = permits.iter().take(named).map(name).collect();
        let mut names = self.locale.join_commas(&names);
        if permits.len() > named {
            let others = permits.len() - named;
            names = self.locale.format(key::and_others, &[("names", names.into()), ("count", others.into())]);
        }
        self.locale.format(key::who_permit_of, &[("permits", names.into())])
    }

    /// «Da 16 anni, con permesso o ricevuta», then the other conditions; the text where no field says who. Where each of
    /// several `groups` is for others, they are named one by one.
    pub(super) fn who_lines(&self, audience: &'b Audience, groups: &'b [Edition]) -> AnswerLines<'b> {
        let limits = self.limits(audience, !groups.is_empty());
        // That women and men can come is worth its place only where little else is said.
        let is_worth = |gender: Gender| gender != Gender::Mixed || limits.len() < 2;
        let gender = audience.gender.filter(|_| groups.is_empty());
        let (first, last) = gender.map_or((None, None), |gender| {
            let word = self.vocabulary_word("gender", gender.word());
            if is_worth(gender) { (Some(word.to_owned()), None) } else { (None, Some(word)) }
        });
        let parts: Vec<String> = first.into_iter().chain(limits).collect();
        let short = (!parts.is_empty()).then(|| self.in_page_language(self.locale.join_commas(&parts)));
        let group_lines = groups.iter().filter_map(|group| self.group_audience_line(group));
        let essential = short.into_iter().chain(group_lines).chain(self.further_conditions(audience));
        let text = audience.text.as_deref().map(|text| self.in_board_language(text));
        AnswerLines::new(essential, last.map(|word| self.in_page_language(word)).into_iter().chain(text))
    }

    /// «Primavalle, giovani: da 16 a 24 anni».
    fn group_audience_line(&self, group: &'b Edition) -> Option<Line<'b>> {
        let lines = self.who_lines(group.audience.as_ref()?, &[]);
        let who: Vec<String> = lines.essential.into_iter().map(|line| line.text.into_owned()).collect();
        let name = self.in_board_language(group.name.as_deref()?);
        let who = self.locale.join_commas(&who);
        let value = [("name", self.isolate_foreign(&name).into()), ("value", who.into())];
        Some(self.format(key::name_and_value, &value))
    }

    /// Conditions that the short form only hints at, or that are free text.
    fn further_conditions(&self, audience: &'b Audience) -> Vec<Line<'b>> {
        let states = |known: &[PermitState]| audience.permit_state.iter().all(|state| known.contains(state));
        let any = audience.permits.iter().all(|permit| *permit == Permit::Any);
        let is_simple = any
            && (states(&[PermitState::NotRequired])
                || states(&[PermitState::AllowsWork])
                || states(&[PermitState::Valid, PermitState::ReceiptAccepted]));
        let permits = (!is_simple).then(|| self.permit_lines(audience)).into_iter().flatten();
        let languages = self.languages_line(key::languages_named, &audience.other_languages);
        let texts = audience.free_conditions().map(|text| self.in_board_language(text));
        permits.chain(languages).chain(texts).collect()
    }

    /// What excludes people, each as short as possible; without the age if it `depends_on_group`.
    fn limits(&self, audience: &'b Audience, depends_on_group: bool) -> Vec<String> {
        let text = |key| self.locale.text(key).to_owned();
        let group = depends_on_group.then(|| text(key::who_by_group));
        let age = match (audience.minimum_age, audience.maximum_age) {
            _ if depends_on_group => None,
            (Some(min), None) => Some(self.locale.format(key::who_age_from, &[("min", min.into())])),
            _ => self.age_line(audience).map(|line| line.text.into_owned()),
        };
        let permit = match permit_key(audience) {
            Some(key::who_permit) if names_permits(audience) => Some(self.permits_in_short(&audience.permits)),
            key => key.map(text),
        };
        let level = self.level_lines(audience, key::who_level_from);
        let said = self.required_language_lines(&audience.required_languages);
        let said = level.into_iter().chain(said).chain(self.money_limits(audience)).chain(self.home_limits(audience));
        [group, age, permit].into_iter().flatten().chain(said.map(|line| line.text.into_owned())).collect()
    }
}

/// Editions, if each of several says for whom it is.
fn groups_with_audience(editions: &[Edition]) -> &[Edition] {
    let each =
        editions.len() > 1 && editions.iter().all(|edition| edition.audience.is_some() && edition.name.is_some());
    if each { editions } else { &[] }
}

/// Whether only certain permits are accepted.
fn names_permits(audience: &Audience) -> bool {
    !audience.permits.is_empty() && !audience.permits.contains(&Permit::Any)
}

/// The permits that are accepted, as one short text.
fn permit_key(audience: &Audience) -> Option<TextKey> {
    let state = |state| audience.permit_state.contains(&state);
    if state(PermitState::NotRequired) {
        return Some(key::who_no_permit);
    }
    if names_permits(audience) {
        return Some(key::who_permit);
    }
    if state(PermitState::AllowsWork) {
        return Some(key::who_permit_work);
    }
    if state(PermitState::ReceiptAccepted) {
        return Some(key::who_receipt);
    }
    let any = !audience.permits.is_empty() || !audience.permit_state.is_empty();
    any.then_some(key::who_permit)
}
