//! For whom: sex, age, permit, languages, income.

use crate::board::Item;
use crate::locale::{TextKey, key};
use crate::model::{Audience, Gender, Level, Money, Permit, PermitState};

use super::super::{FactSheetBuilder, Line};
use super::Answer;

/// More permits than this are named in the second line only.
const MAX_NAMED_PERMITS: usize = 2;

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn who_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let facts = &item.facts;
        let spoken = self.spoken_line(facts);
        let lines = match (facts.audience.value(), facts.audience.placeholder()) {
            (Some(audience), _) => self.who_lines(audience),
            (None, Some(word)) => vec![self.in_page_language(self.vocabulary_word("fact", word))],
            (None, None) => self.permits_concerned(&facts.permits),
        };
        if lines.is_empty() {
            return self.answer("who", "language", key::row_languages, spoken);
        }
        // The languages that are spoken there stand high: they decide whether one dares to come.
        let mut lines = lines.into_iter();
        self.answer("who", "who", key::row_who, lines.next().into_iter().chain(spoken).chain(lines))
    }

    /// Who is concerned by a regulation that names residence permits.
    fn permits_concerned(&self, permits: &'b [Permit]) -> Vec<Line<'b>> {
        let names = || permits.iter().map(|permit| self.vocabulary_word("permit", permit.word()));
        let list = self.format(key::permits_accepted, &[("permits", self.locale.join_and(names()).into())]);
        match permits {
            [] => Vec::new(),
            permits if permits.contains(&Permit::Any) => vec![self.in_page_language(self.locale.text(key::who_permit))],
            permits if permits.len() <= MAX_NAMED_PERMITS => vec![list],
            _ => vec![self.in_page_language(self.locale.text(key::who_permit_some)), list],
        }
    }

    /// «Da 16 anni, con permesso o ricevuta», then the rest; the text where no field says who.
    pub(super) fn who_lines(&self, audience: &'b Audience) -> Vec<Line<'b>> {
        let limits = self.limits(audience);
        // That all can come is worth its place only where little else is said.
        let gender = audience.gender.filter(|gender| *gender != Gender::Mixed || limits.len() < 2);
        let gender = gender.map(|gender| self.vocabulary_word("gender", gender.word()).to_owned());
        let parts: Vec<String> = gender.iter().cloned().chain(limits).collect();
        let short = (!parts.is_empty()).then(|| self.in_page_language(self.locale.join_commas(&parts)));
        let text = audience.text.as_deref().map(|text| self.in_board_language(text));
        // With a text alone, the text is the answer; else it comes last, because on most pages it is in another language.
        let (first, last) = if short.is_some() { (short, text) } else { (text, None) };
        let said = self.lines_said_in_short(audience, gender);
        let is_new = |line: &Line<'_>| !said.iter().any(|said| *said == line.text);
        let mut rest: Vec<Line<'b>> = self.audience_lines(audience).into_iter().filter(is_new).collect();
        rest.sort_by_key(|line| line.foreign);
        first.into_iter().chain(rest).chain(last).collect()
    }

    /// Lines of the audience that add nothing to the short form.
    fn lines_said_in_short(&self, audience: &'b Audience, gender: Option<String>) -> Vec<String> {
        let minimum = audience.minimum_level.filter(|minimum| *minimum != Level::PreA1);
        let levels = [(key::level_from, minimum), (key::level_to, audience.maximum_level)];
        let levels = levels.into_iter().filter_map(|(key, level)| Some(self.level_text(key, level?)));
        let states = |known: &[PermitState]| audience.permit_state.iter().all(|state| known.contains(state));
        let any = audience.permits.iter().all(|permit| *permit == Permit::Any);
        let simple = any
            && (states(&[PermitState::NotRequired])
                || states(&[PermitState::AllowsWork])
                || states(&[PermitState::Valid, PermitState::ReceiptAccepted]));
        let permits = simple.then(|| self.permit_lines(audience)).into_iter().flatten();
        let lines = self.age_line(audience).into_iter().chain(permits).chain(self.languages_required(audience));
        let text = audience.text.as_deref().map(|text| self.in_board_language(text).text.into_owned());
        let isee = audience.maximum_isee.map(|isee| self.isee_text(isee));
        lines.map(|line| line.text.into_owned()).chain(levels).chain(gender).chain(text).chain(isee).collect()
    }

    fn level_text(&self, key: TextKey, level: Level) -> String {
        self.locale.format(key, &[("level", self.vocabulary_word("level", level.word()).into())])
    }

    fn isee_text(&self, isee: Money) -> String {
        self.locale.format(key::isee_to, &[("amount", self.locale.format_money(isee).into())])
    }

    fn languages_required(&self, audience: &'b Audience) -> Option<Line<'b>> {
        self.languages_line(key::speaks, &audience.required_languages)
    }

    /// What excludes people, each as short as possible.
    fn limits(&self, audience: &'b Audience) -> Vec<String> {
        let age = match (audience.minimum_age, audience.maximum_age) {
            (Some(min), None) => Some(self.locale.format(key::who_age_from, &[("min", min.into())])),
            _ => self.age_line(audience).map(|line| line.text.into_owned()),
        };
        let permit = permit_key(audience).map(|key| self.locale.text(key).to_owned());
        // Everybody has at least the level below A1.
        let minimum = audience.minimum_level.filter(|minimum| *minimum != Level::PreA1);
        let minimum = minimum.map(|minimum| self.level_text(key::who_level_from, minimum));
        let maximum = audience.maximum_level.map(|maximum| self.level_text(key::level_to, maximum));
        let languages = self.languages_required(audience).map(|line| line.text.into_owned());
        let isee = audience.maximum_isee.map(|isee| self.isee_text(isee));
        [age, permit, minimum, maximum, languages, isee].into_iter().flatten().collect()
    }
}

/// The permits that are accepted, as one short text.
fn permit_key(audience: &Audience) -> Option<TextKey> {
    let state = |state| audience.permit_state.contains(&state);
    if state(PermitState::NotRequired) {
        return Some(key::who_no_permit);
    }
    if !audience.permits.is_empty() && !audience.permits.contains(&Permit::Any) {
        return Some(key::who_permit_some);
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
