//! Finds items that announce the same opportunity, or a new edition without `edizione_di`.
//!
//! Only items that share a rare key (a form, a source, the sums of one organisation, most words of a title) are
//! compared, so that the time grows with the number of items and not with its square.

mod compare;
mod features;

use std::collections::{BTreeMap, HashSet};

use foldhash::fast::FixedState;

use self::features::ItemFeatures;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, CheckScope, Findings, parallel, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Organiser;
use crate::path;
use crate::text::visible::show_name;

/// Maximum items that share a key; more common keys are ignored.
const MAX_ITEMS_PER_KEY: usize = 8;

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
            "Two items look like the same opportunity. If their facts differ, readers do not know which to believe: the organisation's source decides. A new edition is declared by `edizione_di`, an extension is written in the existing item (`prorogata_dal`).",
        ),
        wrong: "tipo: abitare\ntitolo: Lotto per mille, contributi per l'affitto\nscadenza: 2027-03-31\nfonte: https://example.org/lotto\n-- content/opportunita/2026/lotto.md --\n=\ntipo: abitare\ntitolo: Lotto per mille, contributo per l'affitto\nscadenza: 2027-02-28\nfonte: https://example.org/lotto",
        right: "tipo: abitare\ntitolo: Lotto per mille, contributi per l'affitto\nscadenza: 2027-03-31\nfonte: https://example.org/lotto\nedizione_di: lotto\n-- content/opportunita/2026/lotto.md --\n=\ntipo: abitare\ntitolo: Lotto per mille, contributo per l'affitto\nscadenza: 2027-02-28\nfonte: https://example.org/lotto",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let single = match findings.scope() {
        CheckScope::Board => None,
        CheckScope::Item(index) => Some(index),
        CheckScope::Organisation => return,
    };
    let (features, pairs) = find_candidate_pairs(board, single);
    let found = parallel::flat_map(&pairs, |(first, second)| {
        let (first, second) = (features.get(*first)?, features.get(*second)?);
        // The finding is reported on the later item.
        let (earlier, later) = if first.published > second.published { (second, first) } else { (first, second) };
        let either_is_archived = first.item.facts.is_archived() || second.item.facts.is_archived();
        let is_duplicate = !either_is_archived && first.is_duplicate_of(second);
        (is_duplicate || earlier.is_undeclared_edition(later)).then_some((earlier, later, is_duplicate))
    });
    // Report only the most recent earlier edition of each item.
    let mut editions: BTreeMap<&str, (&ItemFeatures<'_>, &ItemFeatures<'_>)> = BTreeMap::new();
    for (earlier, later, is_duplicate) in found {
        if is_duplicate {
            report_duplicate(earlier.item, later.item, findings);
            continue;
        }
        let last = editions.entry(&later.item.document.source.path).or_insert((earlier, later));
        if earlier.published > last.0.published {
            *last = (earlier, later);
        }
    }
    for (earlier, later) in editions.into_values() {
        report_undeclared_edition(earlier.item, later.item, findings);
    }
}

/// Items that may announce the same, and the pairs of their positions that share a rare key, in order; of a `single` item
/// only the pairs with it.
fn find_candidate_pairs(board: &Board, single: Option<usize>) -> (Vec<ItemFeatures<'_>>, Vec<(usize, usize)>) {
    fn edition_key(item: &Item) -> (Option<&str>, Option<&str>) {
        (item.facts.organisation.value().map(Organiser::key), item.title().split(' ').next())
    }
    // Of the archive only items that may have a new edition: same organisation and same first word of the title.
    let is_current = |item: &&Item| !item.facts.is_archived();
    let current_keys: HashSet<_, FixedState> = board.items.iter().filter(is_current).map(edition_key).collect();
    let single = single.and_then(|index| board.items.get(index)).map(ItemFeatures::from_item);
    let may_be_paired = |item: &&Item| single.as_ref().is_none_or(|single| single.may_share_key(item));
    let compared = board.items.iter().filter(|item| item.facts.refused.is_none()).filter(may_be_paired);
    let compared = compared.filter(|item| is_current(item) || current_keys.contains(&edition_key(item)));
    let features = parallel::flat_map(&compared.collect::<Vec<_>>(), |item| [ItemFeatures::from_item(item)]);
    let numbered: Vec<(usize, &ItemFeatures<'_>)> = features.iter().enumerate().collect();
    let mut keys: Vec<(u64, usize)> = parallel::flat_map(&numbered, |(index, item)| {
        item.blocking_keys().into_iter().map(|key| (key, *index)).collect::<Vec<_>>()
    });
    keys.sort_unstable();
    keys.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for items in keys.chunk_by(|(one, _), (other, _)| one == other).filter(|items| items.len() <= MAX_ITEMS_PER_KEY) {
        for (at, (_, first)) in items.iter().enumerate() {
            pairs.extend(items.iter().skip(at + 1).map(|(_, second)| (*first, *second)));
        }
    }
    if let Some(single) = &single {
        let is_single = |index: &usize| features.get(*index).is_some_and(|one| std::ptr::eq(one.item, single.item));
        pairs.retain(|(first, second)| is_single(first) || is_single(second));
    }
    pairs.sort_unstable();
    pairs.dedup();
    (features, pairs)
}

fn report_undeclared_edition(earlier: &Item, later: &Item, findings: &mut Findings<'_>) {
    let (other, slug) = (show_name(&earlier.document.source.path), &earlier.slug);
    findings.report_at_field(
        later,
        path![titolo],
        localized!("sembra una nuova edizione di {other}", "this looks like a new edition of {other}"),
        localized!(
            "se lo è, scrivi `edizione_di: {slug}`: chi ha seguito la prima la ritrova",
            "if it is, write `edizione_di: {slug}`, so that those who followed the first one find it"
        ),
    );
}

/// A field with its value in the later and in the earlier item.
struct Difference {
    key: &'static str,
    now: String,
    before: String,
}

/// Facts that two items for the same opportunity state differently.
fn find_differences(earlier: &Item, later: &Item) -> Vec<Difference> {
    let deadline = |item: &Item| item.facts.deadline.value().map(ToString::to_string);
    let dates = |item: &Item| {
        let dates = item.facts.editions().first()?.dates.value()?;
        Some(format!("{}–{}", dates.start(), dates.end()))
    };
    let cost = |item: &Item| {
        let cost = item.facts.cost.value()?;
        Some(cost.amount.map_or(cost.kind?.word().to_owned(), |amount| amount.to_string()))
    };
    let maximum = |item: &Item| item.facts.maximum_amount.map(|amount| amount.to_string());
    let values = [
        ("scadenza", deadline(earlier), deadline(later)),
        ("date", dates(earlier), dates(later)),
        ("costo", cost(earlier), cost(later)),
        ("importo", maximum(earlier), maximum(later)),
    ];
    let difference = |(key, before, now): (&'static str, Option<String>, Option<String>)| {
        let (before, now) = (before?, now?);
        (before != now).then_some(Difference { key, now, before })
    };
    values.into_iter().filter_map(difference).collect()
}

fn report_duplicate(earlier: &Item, later: &Item, findings: &mut Findings<'_>) {
    let other = show_name(&earlier.document.source.path);
    let slug = &earlier.slug;
    let differences = find_differences(earlier, later);
    let list = |between: &str| {
        let show = |Difference { key, now, before }: &Difference| format!("{key} {now}, {between} {before}");
        differences.iter().map(show).collect::<Vec<_>>().join("; ")
    };
    let (italian, english) = (list("là"), list("there"));
    let message: LocalizedString = if differences.is_empty() {
        localized!("sembra lo stesso annuncio di {other}", "this looks like the same item as {other}")
    } else {
        localized!(
            "sembra lo stesso annuncio di {other}, con fatti diversi: {italian}",
            "this looks like the same item as {other}, with other facts: {english}"
        )
    };
    let diagnostic = findings.report_at_field(
        later,
        path![titolo],
        message,
        localized!(
            "se è una nuova edizione: `edizione_di: {slug}`; se è una proroga, scrivila in quel file con `prorogata_dal`; altrimenti tieni quello con la fonte dell'ente",
            "if it is a new edition: `edizione_di: {slug}`; if it is an extension, write it in that file with `prorogata_dal`; else keep the one with the organisation's source"
        ),
    );
    if !differences.is_empty() {
        diagnostic.ask(localized!(
            "Abbiamo già un annuncio simile, con dati diversi ({italian}): quali sono giusti, o è una nuova edizione?",
            "We have a similar announcement with other facts ({english}): which are right, or is this a new edition?"
        ));
    }
}
