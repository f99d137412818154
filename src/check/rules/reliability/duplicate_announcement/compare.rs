//! Whether two items announce the same opportunity, or a later edition of it.

use chrono::NaiveDate;

use super::GENERIC_TITLE_WORDS;
use super::features::{ItemFeatures, activity_name};
use crate::board::Item;
use crate::model::Kind;

/// Minimum score of two items for the same opportunity.
const MIN_SCORE: u32 = 5;
/// Score of two nearly equal titles.
const TITLE_SCORE: u32 = 3;
/// Score of a shared property that few other items have: form, source, amounts, days.
const RARE_SCORE: u32 = 2;
/// Score of a shared property that many items have: organisation, place.
const COMMON_SCORE: u32 = 1;
/// Similarity of two titles that suffices if the other properties do.
const MIN_SIMILARITY: f64 = 0.5;
/// Similarity of two titles that differ in spelling only.
const SPELLING_SIMILARITY: f64 = 0.85;
/// Days between two publications after which the second is the next year's edition.
const NEXT_EDITION_DAYS: i64 = 300;

impl ItemFeatures<'_> {
    /// Whether both announce one opportunity at one time.
    pub(super) fn is_duplicate_of(&self, other: &Self) -> bool {
        let kinds = [self.item.kind(), other.item.kind()];
        // News may announce what a course or a job is.
        if self.item.kind() != other.item.kind() && !kinds.contains(&Kind::News) {
            return false;
        }
        if self.is_linked_to(other) || self.is_another_edition_than(other) {
            return false;
        }
        (self.has_same_days_and_phone(other) || self.has_similar_facts_and_title(other))
            && !self.is_another_part_than(other)
    }

    /// Whether `later` is a new edition under the same name that does not declare it.
    pub(super) fn is_undeclared_edition(&self, later: &Self) -> bool {
        let (facts, later_facts) = (&self.item.facts, &later.item.facts);
        let is_candidate = self.item.kind() == later.item.kind()
            && facts.organisation.value().is_some()
            && facts.organisation == later_facts.organisation
            && !later_facts.is_archived()
            && later_facts.edition_of.is_none();
        if !is_candidate || self.is_linked_to(later) || !self.is_another_edition_than(later) {
            return false;
        }
        let is_subset =
            self.title_words.is_subset(&later.title_words) || later.title_words.is_subset(&self.title_words);
        let is_specific = self.title_words.len().min(later.title_words.len()) >= 3;
        let has_same_name = activity_name(self.item)
            .zip(activity_name(later.item))
            .is_some_and(|(name, other)| name.split(' ').count() > 2 && name.eq_ignore_ascii_case(other));
        // A typing error leaves most words unchanged.
        let is_misspelled = || {
            let common = self.title_words.intersection(&later.title_words).count();
            common * 2 > self.title_words.len().max(later.title_words.len())
                && self.title_similarity(later) > SPELLING_SIMILARITY
        };
        is_specific && (is_subset || has_same_name || is_misspelled()) && !self.is_another_part_than(later)
    }

    /// Whether enough properties and most of the title agree. Cheap comparisons come first: most pairs have only one word
    /// of their titles in common.
    fn has_similar_facts_and_title(&self, other: &Self) -> bool {
        let facts = self.fact_score(other);
        if facts + TITLE_SCORE < MIN_SCORE {
            return false;
        }
        let common = self.title_words.intersection(&other.title_words).count();
        let all = self.title_words.union(&other.title_words).count();
        let title = if common == all { TITLE_SCORE } else { RARE_SCORE * u32::from(common * 2 > all) };
        // The edit distance is computed only if it is decisive.
        match (facts + title >= MIN_SCORE, common * 3 >= all) {
            (true, true) => true,
            (true, false) => self.title_similarity(other) > MIN_SIMILARITY,
            (false, _) => self.title_similarity(other) > SPELLING_SIMILARITY,
        }
    }

    /// Sum of the scores of the properties that both have, the title apart.
    fn fact_score(&self, other: &Self) -> u32 {
        let have_common = |left: &[&str], right: &[&str]| left.iter().any(|address| right.contains(address));
        let (facts, other_facts) = (&self.item.facts, &other.item.facts);
        [
            (facts.organisation.value().is_some() && facts.organisation == other_facts.organisation, COMMON_SCORE),
            (facts.place.value().is_some() && facts.place == other_facts.place, COMMON_SCORE),
            (have_common(&self.enrolment_addresses, &other.enrolment_addresses), RARE_SCORE),
            (have_common(&self.source_addresses, &other.source_addresses), RARE_SCORE),
            (self.amounts.len() >= 2 && self.amounts == other.amounts, RARE_SCORE),
            (!self.periods.is_empty() && self.periods == other.periods, RARE_SCORE),
        ]
        .into_iter()
        .filter_map(|(is_shared, score)| is_shared.then_some(score))
        .sum()
    }

    /// Similarity of the titles from 0 to 1 (normalised Levenshtein distance).
    fn title_similarity(&self, other: &Self) -> f64 {
        strsim::normalized_levenshtein(&self.item.title().to_lowercase(), &other.item.title().to_lowercase())
    }

    /// Whether both have the same days, hours, telephone and a word of the title in common, and a place; organisation and
    /// full title may differ.
    fn has_same_days_and_phone(&self, other: &Self) -> bool {
        let hours = |item: &Item| {
            item.facts.editions().first().map(|edition| (edition.hours.clone(), edition.weekdays.clone()))
        };
        let has_common_word =
            || self.title_words.intersection(&other.title_words).any(|word| !GENERIC_TITLE_WORDS.matches(word));
        !self.periods.is_empty()
            && self.periods == other.periods
            && self.phones.iter().any(|phone| other.phones.contains(phone))
            && hours(self.item) == hours(other.item)
            && self.address.is_some()
            && has_common_word()
    }

    /// Whether the items refer to each other (`edizione_di`, `sostituisce`, `sostituita_da`) or to the same edition.
    fn is_linked_to(&self, other: &Self) -> bool {
        let refers_to = |item: &Item, other: &Item| {
            let facts = &item.facts;
            let slugs = [&facts.edition_of, &facts.replaces, &facts.replaced_by];
            slugs.into_iter().flatten().any(|slug| *slug == other.slug)
        };
        let (facts, other_facts) = (&self.item.facts, &other.item.facts);
        let are_siblings = facts.edition_of.is_some() && facts.edition_of == other_facts.edition_of;
        refers_to(self.item, other.item) || refers_to(other.item, self.item) || are_siblings
    }

    /// Whether the items share no day, or were published more than [`NEXT_EDITION_DAYS`] apart.
    fn is_another_edition_than(&self, other: &Self) -> bool {
        let days_apart = self.published.zip(other.published).map(|(one, two)| (one - two).num_days().abs());
        let overlaps = |period: &(NaiveDate, NaiveDate)| {
            other.periods.iter().any(|other| period.0 <= other.1 && other.0 <= period.1)
        };
        let have_periods = !self.periods.is_empty() && !other.periods.is_empty();
        days_apart.is_some_and(|days| days > NEXT_EDITION_DAYS) || (have_periods && !self.periods.iter().any(overlaps))
    }

    /// Whether the items are another level, group, number or place of the same activity.
    fn is_another_part_than(&self, other: &Self) -> bool {
        // «…, Roma» at the end of one of them does not matter.
        let extends = |long: &str, short: &str| {
            long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let is_elsewhere = self
            .address
            .as_deref()
            .zip(other.address.as_deref())
            .is_some_and(|(here, there)| !extends(here, there) && !extends(there, here));
        self.part_words != other.part_words || is_elsewhere
    }
}
