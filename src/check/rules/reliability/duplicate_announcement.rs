//! Finds items that announce the same opportunity, or a new edition without `edizione_di`.
//!
//! Only items that share a rare key (a form, a source, the sums of one organisation, most words of a title) are
//! compared, so that the time grows with the number of items and not with its square.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};

use chrono::NaiveDate;
use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Email, Kind, Link, Money, Organiser, Place};
use crate::path;
use crate::text::visible::show_name;

/// Maximum items that share a key; more common keys are ignored.
const MAX_ITEMS_PER_KEY: usize = 8;
/// Minimum score of two items for the same opportunity.
const MIN_SCORE: u32 = 5;
/// Score of two nearly equal titles.
const TITLE_SCORE: u32 = 3;
/// Days between two publications after which the second is the next year's edition.
const NEXT_EDITION_DAYS: i64 = 300;

word_lists! { "duplicate_announcement.txt":
    /// Words common in titles, which do not make two items the same.
    GENERIC_TITLE_WORDS = "generic title words";
    /// Words that distinguish parts of one activity.
    PART_WORDS = "part words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duplicate-announcement",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("ogni opportunità si annuncia una volta", "each opportunity is announced once"),
        explanation: text(
            "Due annunci sembrano la stessa opportunità. Se i fatti sono diversi, chi legge non sa a quale credere: vale la fonte dell'ente. Una nuova edizione si dichiara con `edizione_di`, una proroga si scrive nell'annuncio che c'è già (`prorogata_dal`).",
            "Two items look like the same opportunity. If their facts differ, readers do not know which to believe: the organisation's source decides. A new edition is declared by `edizione_di`, an extension is written in the item that is there (`prorogata_dal`).",
        ),
        wrong: "tipo: abitare\ntitolo: Lotto per mille, contributi per l'affitto\nscadenza: 2027-03-31\nfonte: https://example.org/lotto\n-- content/opportunita/2026/lotto.md --\n=\ntipo: abitare\ntitolo: Lotto per mille, contributo per l'affitto\nscadenza: 2027-02-28\nfonte: https://example.org/lotto",
        right: "tipo: abitare\ntitolo: Lotto per mille, contributi per l'affitto\nscadenza: 2027-03-31\nfonte: https://example.org/lotto\nedizione_di: lotto\n-- content/opportunita/2026/lotto.md --\n=\ntipo: abitare\ntitolo: Lotto per mille, contributo per l'affitto\nscadenza: 2027-02-28\nfonte: https://example.org/lotto",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

/// Properties by which items are compared.
struct Traits<'i> {
    item: &'i Item,
    title: BTreeSet<String>,
    ways: Vec<&'i str>,
    sources: Vec<&'i str>,
    sums: Vec<i64>,
    days: Vec<(NaiveDate, NaiveDate)>,
    phones: Vec<&'i str>,
    published: Option<NaiveDate>,
    /// Words of the title that distinguish parts of one activity: levels, groups, numbers.
    part: BTreeSet<String>,
    /// Normalised address.
    address: Option<String>,
}

fn check(board: &Board, findings: &mut Findings<'_>) {
    fn start(item: &Item) -> (Option<&str>, &str) {
        (item.facts.organisation.value().map(Organiser::key), item.title().split(' ').next().unwrap_or_default())
    }
    // Of the archive only items that may have a new edition: same organisation and same first word of the title.
    let open = |item: &&Item| item.facts.archived.is_none();
    let open_starts: HashSet<_, FixedState> = board.items.iter().filter(open).map(start).collect();
    let traits: Vec<Traits<'_>> = board
        .items
        .par_iter()
        .filter(|item| open(item) || open_starts.contains(&start(item)))
        .map(Traits::from_item)
        .collect();
    let keys: Vec<Vec<u64>> = traits.par_iter().map(Traits::keys).collect();
    let mut holders: HashMap<u64, Vec<usize>, FixedState> =
        HashMap::with_capacity_and_hasher(traits.len() * 4, FixedState::default());
    for (index, keys) in keys.into_iter().enumerate() {
        for key in keys {
            let list = holders.entry(key).or_default();
            if list.len() <= MAX_ITEMS_PER_KEY && list.last() != Some(&index) {
                list.push(index);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    // The order does not matter, because the pairs are sorted below.
    for list in holders.values().filter(|list| (2..=MAX_ITEMS_PER_KEY).contains(&list.len())) {
        for (at, first) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(at + 1).map(|second| (*first, *second)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let found = pairs.par_iter().filter_map(|(first, second)| {
        let (first, second) = (traits.get(*first)?, traits.get(*second)?);
        // The finding is reported on the later item.
        let (earlier, later) = if first.published > second.published { (second, first) } else { (first, second) };
        let open = |traits: &Traits<'_>| traits.item.facts.archived.is_none();
        let is_same = open(first) && open(second) && first.is_duplicate_of(second);
        (is_same || earlier.is_undeclared_edition(later)).then_some((earlier, later, is_same))
    });
    let found: Vec<(&Traits<'_>, &Traits<'_>, bool)> = found.collect();
    // Report only the most recent earlier edition of each item.
    let mut editions: BTreeMap<&str, (&Traits<'_>, &Traits<'_>)> = BTreeMap::new();
    for (earlier, later, is_same) in found {
        if is_same {
            report_duplicate(earlier.item, later.item, findings);
            continue;
        }
        let last = editions.entry(&later.item.document.source.path).or_insert((earlier, later));
        if earlier.published > last.0.published {
            *last = (earlier, later);
        }
    }
    for (earlier, later) in editions.into_values() {
        let (other, slug) = (show_name(&earlier.item.document.source.path), &earlier.item.slug);
        findings.report_at_field(
            later.item,
            path![titolo],
            localized!("sembra una nuova edizione di {other}", "this looks like a new edition of {other}"),
            localized!(
                "se lo è, scrivi `edizione_di: {slug}`: chi ha seguito la prima la ritrova",
                "if it is, write `edizione_di: {slug}`: whoever attended the first finds it"
            ),
        );
    }
}

impl<'i> Traits<'i> {
    fn from_item(item: &'i Item) -> Self {
        let facts = &item.facts;
        let words = item.title().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        let ways = facts
            .ways_in()
            .iter()
            .filter_map(|way| way.url.as_ref().map(Link::as_str).or_else(|| way.email.as_ref().map(Email::as_str)));
        let sources = facts.sources.value().into_iter().flatten();
        let sums = facts.benefits.iter().flat_map(|benefit| [benefit.amount, benefit.maximum]).flatten();
        let pay = facts.pay.value().and_then(|pay| pay.amount);
        let mut sums: Vec<i64> = sums.chain(facts.maximum_amount).chain(pay).map(|Money(cents)| cents).collect();
        sums.sort_unstable();
        let days = facts.editions().iter().filter_map(|edition| {
            let dates = edition.dates.value()?;
            Some((dates.start().first_day(), dates.end().last_day()))
        });
        Self {
            item,
            title: words.map(str::to_lowercase).collect(),
            ways: ways.collect(),
            sources: sources.filter_map(|source| source.url.as_ref()).map(Link::as_str).collect(),
            sums,
            days: days.collect(),
            phones: facts.ways_in().iter().filter_map(|way| Some(way.telephone.as_ref()?.dialled())).collect(),
            published: facts.published.value().map(|date| date.first_day()),
            part: part_words(item.title()),
            address: facts.place.value().and_then(normalize_address),
        }
    }

    /// Hashes of the properties of which two items for the same opportunity share at least one.
    fn keys(&self) -> Vec<u64> {
        fn hash_key(what: impl Hash) -> u64 {
            FixedState::default().hash_one(what)
        }
        let organisation = self.item.facts.organisation.value().map(Organiser::key);
        let mut keys = Vec::with_capacity(8 + self.title.len());
        keys.extend(self.ways.iter().map(|way| hash_key(("way", way))));
        keys.extend(self.sources.iter().map(|source| hash_key(("source", source))));
        if self.sums.len() >= 2 {
            keys.push(hash_key(("sums", organisation, &self.sums)));
        }
        keys.push(hash_key(("title", &self.title)));
        // A school has one telephone for all its courses, so a number counts only together with the same days.
        keys.extend(
            self.phones.iter().filter(|_| !self.days.is_empty()).map(|phone| hash_key(("phone", phone, &self.days))),
        );
        // «La lingua del lavoro: italiano A2» may return as «La lingua del lavoro: italiano A2 per chi cerca…».
        if let Some(name) = self.item.title().split([':', ',']).next().filter(|name| name.len() > 12) {
            keys.push(hash_key(("name", name.trim().to_lowercase())));
        }
        // The title without each of its words, so that a word with another spelling does not matter.
        if self.title.len() >= 3 {
            keys.extend(self.title.iter().map(|left_out| {
                hash_key(("title", self.title.iter().filter(|word| *word != left_out).collect::<Vec<_>>()))
            }));
        }
        keys
    }

    fn is_duplicate_of(&self, other: &Self) -> bool {
        let (one, two) = (&self.item.facts, &other.item.facts);
        let news = |kind: Kind| kind == Kind::News;
        if self.item.kind() != other.item.kind() && !news(self.item.kind()) && !news(other.item.kind()) {
            return false;
        }
        if self.is_linked_to(other) || self.is_next_edition_of(other) {
            return false;
        }
        // Cheap comparisons first: most pairs have only one word of their titles in common.
        let same = self.has_same_days_and_phone(other) || {
            let share = |left: &[&str], right: &[&str]| left.iter().any(|way| right.contains(way));
            let mut points = u32::from(one.organisation.value().is_some() && one.organisation == two.organisation);
            points += 2 * u32::from(share(&self.ways, &other.ways));
            points += 2 * u32::from(share(&self.sources, &other.sources));
            points += 2 * u32::from(self.sums.len() >= 2 && self.sums == other.sums);
            points += 2 * u32::from(!self.days.is_empty() && self.days == other.days);
            points += u32::from(one.place.value().is_some() && one.place == two.place);
            points + TITLE_SCORE >= MIN_SCORE && {
                let common = self.title.intersection(&other.title).count();
                let all = self.title.union(&other.title).count();
                points += if common == all { TITLE_SCORE } else { 2 * u32::from(common * 2 > all) };
                // The edit distance is computed only if it is decisive.
                match (points >= MIN_SCORE, common * 3 >= all) {
                    (true, true) => true,
                    (true, false) => self.title_similarity(other) > 0.5,
                    (false, _) => self.title_similarity(other) > 0.85,
                }
            }
        };
        same && !self.is_another_part_of(other)
    }

    /// Similarity of the titles from 0 to 1 (normalised Levenshtein distance).
    fn title_similarity(&self, other: &Self) -> f64 {
        let (one, two) = (self.item.title().to_lowercase(), other.item.title().to_lowercase());
        strsim::normalized_levenshtein(&one, &two)
    }

    /// Whether both have the same days, hours, telephone and a word of the title in common, and a place; organisation and
    /// full title may differ.
    fn has_same_days_and_phone(&self, other: &Self) -> bool {
        let hours = |item: &Item| {
            item.facts.editions().first().map(|edition| (edition.hours.clone(), edition.weekdays.clone()))
        };
        let place =
            |item: &Item| item.facts.place.value().and_then(|place| place.address.as_deref().map(str::to_lowercase));
        let same = !self.days.is_empty()
            && self.days == other.days
            && self.phones.iter().any(|phone| other.phones.contains(phone))
            && hours(self.item) == hours(other.item);
        let words = || self.title.intersection(&other.title).any(|word| !GENERIC_TITLE_WORDS.matches(word));
        same && place(self.item).is_some() && words()
    }

    /// Whether `later` is a new edition under the same name that does not declare it.
    fn is_undeclared_edition(&self, later: &Self) -> bool {
        let (one, two) = (&self.item.facts, &later.item.facts);
        let same = self.item.kind() == later.item.kind()
            && one.organisation.value().is_some()
            && one.organisation == two.organisation
            && two.archived.is_none()
            && two.edition_of.is_none();
        if !same || self.is_linked_to(later) || !self.is_next_edition_of(later) {
            return false;
        }
        let within = self.title.is_subset(&later.title) || later.title.is_subset(&self.title);
        let long = self.title.len().min(later.title.len()) >= 3;
        let name = |item: &'i Item| item.title().split([':', ',']).next().unwrap_or_default().trim();
        let named = name(self.item).split(' ').count() > 2 && name(self.item).eq_ignore_ascii_case(name(later.item));
        // A typing error leaves most words unchanged.
        let alike = || {
            let common = self.title.intersection(&later.title).count();
            common * 2 > self.title.len().max(later.title.len()) && self.title_similarity(later) > 0.85
        };
        long && (within || named || alike()) && !self.is_another_part_of(later)
    }

    /// Whether the items refer to each other (`edizione_di`, `sostituisce`, `sostituita_da`) or to the same edition.
    fn is_linked_to(&self, other: &Self) -> bool {
        let names = |left: &Item, right: &Item| {
            let facts = &left.facts;
            [&facts.edition_of, &facts.replaces, &facts.replaced_by]
                .into_iter()
                .flatten()
                .any(|slug| *slug == right.slug)
        };
        let (one, two) = (&self.item.facts, &other.item.facts);
        let siblings = one.edition_of.is_some() && one.edition_of == two.edition_of;
        names(self.item, other.item) || names(other.item, self.item) || siblings
    }

    /// Whether the items have different days, or were published in different years.
    fn is_next_edition_of(&self, other: &Self) -> bool {
        let apart = self
            .published
            .zip(other.published)
            .is_some_and(|(one, two)| (one - two).num_days().abs() > NEXT_EDITION_DAYS);
        let meet =
            |left: &(NaiveDate, NaiveDate)| other.days.iter().any(|right| left.0 <= right.1 && right.0 <= left.1);
        let other_days = !self.days.is_empty() && !other.days.is_empty() && !self.days.iter().any(meet);
        apart || other_days
    }

    /// Whether the items are another level, group, number or place of the same activity.
    fn is_another_part_of(&self, other: &Self) -> bool {
        let apart = self.address.as_deref().zip(other.address.as_deref()).is_some_and(|(here, there)| {
            // A trailing «…, Roma» in one of them does not matter.
            let goes_on = |long: &str, short: &str| {
                long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            };
            !goes_on(here, there) && !goes_on(there, here)
        });
        self.part != other.part || apart
    }
}

/// Normalises an address, so that «via Casilina 711, Roma» equals «via Casilina, 711 - 00177 Roma».
fn normalize_address(place: &Place) -> Option<String> {
    let address = place.address.as_deref()?;
    let words = address.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && word.len() != 5);
    let town = place.town.as_deref().unwrap_or_default().to_lowercase();
    Some(words.map(str::to_lowercase).filter(|word| *word != town).collect::<Vec<_>>().join(" "))
}

/// Words of a title that distinguish parts of one activity: levels, groups, numbers.
fn part_words(title: &str) -> BTreeSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).enumerate();
    let part = |(index, word): &(usize, &str)| {
        word.chars().any(|c| c.is_ascii_digit())
            || PART_WORDS.matches(word)
            // The first word of «I primi mesi» is an article, not a numeral.
            || (*word == "I" && *index > 0)
            || matches!(*word, "II" | "ii" | "III" | "iii" | "IV" | "iv" | "V" | "VI")
    };
    words.filter(part).map(|(_, word)| word.to_lowercase()).collect()
}

fn report_duplicate(earlier: &Item, later: &Item, findings: &mut Findings<'_>) {
    let (one, two) = (&earlier.facts, &later.facts);
    let mut differences: Vec<String> = Vec::new();
    let mut differ = |key: &str, before: Option<String>, now: Option<String>| {
        if let (Some(before), Some(now)) = (before, now)
            && before != now
        {
            differences.push(format!("{key} {now}, là {before}"));
        }
    };
    let day = |item: &Item| item.facts.deadline.value().map(ToString::to_string);
    differ("scadenza", day(earlier), day(later));
    let dates = |item: &Item| {
        let dates = item.facts.editions().first()?.dates.value()?;
        Some(format!("{}–{}", dates.start(), dates.end()))
    };
    differ("date", dates(earlier), dates(later));
    let cost = |item: &Item| {
        let cost = item.facts.cost.value()?;
        Some(cost.amount.map_or(cost.kind?.word().to_owned(), |amount| amount.to_string()))
    };
    differ("costo", cost(earlier), cost(later));
    differ("importo", one.maximum_amount.map(|sum| sum.to_string()), two.maximum_amount.map(|sum| sum.to_string()));
    let other = show_name(&earlier.document.source.path);
    let slug = &earlier.slug;
    let message: LocalizedString = if differences.is_empty() {
        localized!("sembra lo stesso annuncio di {other}", "this looks like the same item as {other}")
    } else {
        let list = differences.join(", ");
        localized!(
            "sembra lo stesso annuncio di {other}, con fatti diversi: {list}",
            "this looks like the same item as {other}, with other facts: {list}"
        )
    };
    let problem = findings.report_at_field(
            later,
            path![titolo],
            message,
            localized!(
                "se è una nuova edizione: `edizione_di: {slug}`; se è una proroga, scrivila in quel file con `prorogata_dal`; altrimenti tieni quello con la fonte dell'ente",
                "if it is a new edition: `edizione_di: {slug}`; if it is an extension, write it in that file with `prorogata_dal`; else keep the one with the organisation's source"
            ),
        );
    if !differences.is_empty() {
        let list = differences.join(", ");
        problem.ask(localized!(
            "Abbiamo già un annuncio simile, con dati diversi ({list}): quali sono giusti, o è una nuova edizione?",
            "We have a similar announcement with other facts ({list}): which are right, or is this a new edition?"
        ));
    }
}
