//! Properties by which items are compared, and the keys that similar items share.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hash};

use chrono::NaiveDate;
use foldhash::fast::FixedState;

use super::PART_WORDS;
use crate::board::Item;
use crate::model::{Email, Link, Money, Organiser, Place};

/// Properties of an item that another one for the same opportunity would share.
pub(super) struct ItemFeatures<'i> {
    pub(super) item: &'i Item,
    /// Words of the title, in small letters.
    pub(super) title_words: BTreeSet<String>,
    /// Forms and mailboxes at which one enrols.
    pub(super) enrolment_addresses: Vec<&'i str>,
    pub(super) source_addresses: Vec<&'i str>,
    /// Pay, benefits and contributions, in cents, sorted.
    pub(super) amounts: Vec<i64>,
    /// First and last day of each edition.
    pub(super) periods: Vec<(NaiveDate, NaiveDate)>,
    pub(super) phones: Vec<&'i str>,
    pub(super) published: Option<NaiveDate>,
    /// Words of the title that distinguish parts of one activity: levels, groups, numbers.
    pub(super) part_words: BTreeSet<String>,
    /// Normalised address.
    pub(super) address: Option<String>,
}

impl<'i> ItemFeatures<'i> {
    pub(super) fn from_item(item: &'i Item) -> Self {
        let facts = &item.facts;
        let words = item.title().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        let enrolment_addresses = facts
            .enrolment_ways()
            .iter()
            .filter_map(|way| way.url.as_ref().map(Link::as_str).or_else(|| way.email.as_ref().map(Email::as_str)));
        let sources = facts.sources.value().into_iter().flatten();
        let benefits = facts.benefits.iter().flat_map(|benefit| [benefit.amount, benefit.maximum]).flatten();
        let pay = facts.pay.value().and_then(|pay| pay.amount);
        let mut amounts: Vec<i64> = benefits.chain(facts.maximum_amount).chain(pay).map(|Money(cents)| cents).collect();
        amounts.sort_unstable();
        let periods = facts.editions().iter().filter_map(|edition| {
            let dates = edition.dates.value()?;
            Some((dates.start().first_day(), dates.end().last_day()))
        });
        Self {
            item,
            title_words: words.map(str::to_lowercase).collect(),
            enrolment_addresses: enrolment_addresses.collect(),
            source_addresses: sources.filter_map(|source| source.url.as_ref()).map(Link::as_str).collect(),
            amounts,
            periods: periods.collect(),
            phones: facts.enrolment_ways().iter().filter_map(|way| Some(way.telephone.as_ref()?.dialled())).collect(),
            published: facts.published.value().map(|date| date.first_day()),
            part_words: find_part_words(item.title()),
            address: facts.places().first().and_then(normalize_address),
        }
    }

    /// Whether an item may have one of the [`ItemFeatures::blocking_keys`] of this one: true of each that has, and of few
    /// others, without computing its properties.
    pub(super) fn may_share_key(&self, item: &Item) -> bool {
        let title = item.title().to_lowercase();
        let facts = &item.facts;
        let has_word = self.title_words.is_empty() || self.title_words.iter().any(|word| title.contains(word.as_str()));
        let has_name =
            || activity_name(self.item).is_some_and(|name| name.len() > 12 && title.starts_with(&name.to_lowercase()));
        let has_address = || {
            facts.enrolment_ways().iter().any(|way| {
                let address = way.url.as_ref().map(Link::as_str).or_else(|| way.email.as_ref().map(Email::as_str));
                address.is_some_and(|address| self.enrolment_addresses.contains(&address))
                    || way.telephone.as_ref().is_some_and(|phone| self.phones.contains(&phone.dialled()))
            })
        };
        let has_source = || {
            let mut sources = facts.sources.value().into_iter().flatten().filter_map(|source| source.url.as_ref());
            sources.any(|source| self.source_addresses.contains(&source.as_str()))
        };
        let organisation = facts.organisation.value().map(Organiser::key);
        let may_have_amounts =
            self.amounts.len() >= 2 && self.item.facts.organisation.value().map(Organiser::key) == organisation;
        has_word || has_name() || has_address() || has_source() || may_have_amounts
    }

    /// Hashes of the properties of which two items for the same opportunity share at least one.
    pub(super) fn blocking_keys(&self) -> Vec<u64> {
        fn hash_key(property: impl Hash) -> u64 {
            FixedState::default().hash_one(property)
        }
        let organisation = self.item.facts.organisation.value().map(Organiser::key);
        let mut keys = Vec::with_capacity(8 + self.title_words.len());
        keys.extend(self.enrolment_addresses.iter().map(|address| hash_key(("enrolment", address))));
        keys.extend(self.source_addresses.iter().map(|address| hash_key(("source", address))));
        if self.amounts.len() >= 2 {
            keys.push(hash_key(("amounts", organisation, &self.amounts)));
        }
        // A sum, so that leaving out a word needs no other pass over the rest.
        let title = self.title_words.iter().map(hash_key).fold(0, u64::wrapping_add);
        keys.push(hash_key(("title", title)));
        // A school has one telephone for all its courses, so a number counts only together with the same days.
        let phones = self.phones.iter().filter(|_| !self.periods.is_empty());
        keys.extend(phones.map(|phone| hash_key(("phone", phone, &self.periods))));
        // «La lingua del lavoro: italiano A2» may return as «La lingua del lavoro: italiano A2 per chi cerca…».
        if let Some(name) = activity_name(self.item).filter(|name| name.len() > 12) {
            keys.push(hash_key(("name", name.to_lowercase())));
        }
        // The title without each of its words, so that a word with another spelling does not matter.
        if self.title_words.len() >= 3 {
            keys.extend(
                self.title_words.iter().map(|left_out| hash_key(("title", title.wrapping_sub(hash_key(left_out))))),
            );
        }
        keys
    }
}

/// Beginning of a title up to its first colon or comma; `None` if it is empty.
pub(super) fn activity_name(item: &Item) -> Option<&str> {
    item.title().split([':', ',']).next().map(str::trim).filter(|name| !name.is_empty())
}

/// Normalises an address, so that «via Casilina 711, Roma» equals «via Casilina, 711 - 00177 Roma».
fn normalize_address(place: &Place) -> Option<String> {
    let is_postcode = |word: &str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let address = place.address.as_deref()?;
    let words = address.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_postcode(word));
    let town = place.town.as_deref().map(str::to_lowercase);
    let words = words.map(str::to_lowercase).filter(|word| town.as_ref() != Some(word));
    Some(words.collect::<Vec<_>>().join(" "))
}

/// Words of a title that distinguish parts of one activity: levels, groups, numbers.
fn find_part_words(title: &str) -> BTreeSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).enumerate();
    let is_part_word = |(index, word): &(usize, &str)| {
        word.chars().any(|c| c.is_ascii_digit())
            || PART_WORDS.matches(word)
            // The first word of «I primi mesi» is an article, not a numeral.
            || (*word == "I" && *index > 0)
            || matches!(*word, "II" | "ii" | "III" | "iii" | "IV" | "iv" | "V" | "VI")
    };
    words.filter(is_part_word).map(|(_, word)| word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_postcode_and_town_are_left_out_of_an_address() {
        let normalize = |address: &str| {
            let town = Some("Roma".to_owned());
            normalize_address(&Place { address: Some(address.to_owned()), town, ..Place::default() }).unwrap()
        };
        assert_eq!(normalize("via Casilina, 711 - 00177 Roma"), "via casilina 711");
        assert_eq!(normalize("Largo Appia 12345a"), "largo appia 12345a");
        assert_ne!(normalize("corso Francia 3"), normalize("largo Francia 3"));
    }
}
