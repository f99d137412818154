//! Finds items like one that the editors have refused (field `rifiutato`).

use std::collections::{BTreeMap, BTreeSet};

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Email, Kind, Link, Organiser, Phone, Refusal, spell_out_with_article};
use crate::path;
use crate::text::visible::show_name;

/// Characters from which a line of the text is no common sentence.
const MIN_LINE_CHARS: usize = 60;
/// Letters of a title of which one may be another, in each title that is the same (Levenshtein distance).
const LETTERS_PER_SLIP: usize = 5;
/// Most refused items that are named for one item, or found by one address or line: more of them say nothing new.
const MAX_NAMED: usize = 3;
/// Most refused titles of one organisation and kind, before and behind a title in their order, with which it is compared.
const MAX_TITLES: usize = 3;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "refused-before",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "quello che è stato rifiutato si riconosce quando torna",
            "what was refused is recognised when it comes again",
        ),
        explanation: text(
            "L'annuncio ha lo stesso recapito, lo stesso testo o quasi lo stesso titolo di uno che la redazione ha rifiutato. Leggi perché: se il motivo vale ancora, rifiuta anche questo (`rifiutato: {perche: …, quando: …}`); se non vale più, silenzia la regola e scrivi che cosa è cambiato.",
            "The item has the same address, the same text or nearly the same title as one that the editors refused. Read why: if the reason still holds, refuse this one too (`rifiutato: {perche: …, quando: …}`); if not, suppress the rule and say what has changed.",
        ),
        wrong: "tipo: lavoro\nente: {nome: Lavora Subito, tipo: associazione}\ncandidatura: {canale: telefono, telefono: \"+39 333 1234567\"}\n-- content/opportunita/2026/lavora-subito.md --\n=\ntipo: lavoro\nente: {nome: Lavori Subito, tipo: associazione}\ncandidatura: {canale: whatsapp, telefono: \"+39 333 1234567\"}\nrifiutato: {perche: chiede soldi a chi si candida, quando: 2026-11-19}",
        right: "tipo: lavoro\nente: {nome: Lavora Subito, tipo: associazione}\ncandidatura: {canale: telefono, telefono: \"+39 333 1234567\"}\nsilenzia: {refused-before: \"ora non chiede più soldi\"}\ncontatti: {email: info@ponte.example.org}\n-- content/opportunita/2026/lavora-subito.md --\n=\ntipo: lavoro\nente: {nome: Lavori Subito, tipo: associazione}\ncandidatura: {canale: whatsapp, telefono: \"+39 333 1234567\"}\nrifiutato: {perche: chiede soldi a chi si candida, quando: 2026-11-19}",
        origin: "regola di questo progetto: due redattori non devono scoprire due volte la stessa truffa",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let refused: Vec<(&Item, &Refusal)> =
        board.items.iter().filter_map(|item| Some((item, item.facts.refused.as_ref()?))).collect();
    if refused.is_empty() {
        return;
    }
    // Time grows with the number of items and not with its square: a list that is full takes no more.
    let mut marks: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut titles: BTreeMap<(Kind, &str), BTreeMap<String, usize>> = BTreeMap::new();
    for (index, (before, _)) in refused.iter().enumerate() {
        // An organisation of the board has its own address in everything that it announces.
        let is_known = board.organisations.contains_key(organisation(before));
        let addresses = if is_known { Vec::new() } else { addresses(before) };
        for mark in addresses.into_iter().chain(long_lines(before)) {
            let found = marks.entry(mark).or_default();
            if found.len() < MAX_NAMED {
                found.push(index);
            }
        }
        let known = titles.entry((before.kind(), organisation(before))).or_default();
        known.entry(before.title().to_lowercase()).or_insert(index);
    }
    for item in board.items.iter().filter(|item| item.facts.refused.is_none() && !item.facts.is_archived()) {
        let by_marks = addresses(item).into_iter().chain(long_lines(item)).filter_map(|mark| marks.get(mark)).flatten();
        let title = item.title().to_lowercase();
        let by_title = titles.get(&(item.kind(), organisation(item))).into_iter().flat_map(|known| {
            let (before, behind) = (known.range(..title.clone()).rev(), known.range(title.clone()..));
            before.take(MAX_TITLES).chain(behind.take(MAX_TITLES))
        });
        let by_title = by_title.filter(|(before, _)| is_same_title(&title, before));
        let found: BTreeSet<usize> = by_marks.chain(by_title.map(|(_, index)| index)).copied().collect();
        for (before, refusal) in found.into_iter().take(MAX_NAMED).filter_map(|index| refused.get(index)) {
            report(item, before, refusal, findings);
        }
    }
}

/// Identifies who announces an item.
fn organisation(item: &Item) -> &str {
    item.facts.organisation.value().map_or("", Organiser::key)
}

fn report(item: &Item, before: &Item, refusal: &Refusal, findings: &mut Findings<'_>) {
    let (other, reason) = (show_name(&before.document.source.path), refusal.reason.trim_end_matches('.'));
    let day = refusal.day.map(spell_out_with_article);
    let day = day.map_or(localized!("", ""), |LocalizedString { it, en }| localized!(" {it}", " on {en}"));
    let (day_italian, day_english) = (day.it, day.en);
    let message = localized!(
        "somiglia a {other}, rifiutato{day_italian}: {reason}",
        "this is like {other}, refused{day_english}: {reason}"
    );
    let hint = localized!(
        "se il motivo vale ancora scrivi `rifiutato:` anche qui; se no `silenzia: {{refused-before: \"che cosa è cambiato\"}}`",
        "if the reason still holds write `rifiutato:` here too; if not `silenzia: {{refused-before: \"what has changed\"}}`"
    );
    findings.report_at_field(item, path![titolo], message, hint);
}

/// Telephone numbers, mailboxes and web addresses by which one enrols or asks.
fn addresses(item: &Item) -> Vec<&str> {
    let facts = &item.facts;
    let described = facts.organisation.value().and_then(|organiser| match organiser {
        Organiser::Described(organisation) => organisation.contacts.as_ref(),
        Organiser::Known(_) => None,
    });
    let mut found: Vec<&str> = Vec::new();
    for contacts in facts.contacts.value().into_iter().chain(described) {
        found.extend(contacts.telephone.iter().chain(&contacts.whatsapp).map(Phone::dialled));
        found.extend(contacts.email.iter().map(Email::as_str));
    }
    for way in facts.enrolment_ways() {
        found.extend(way.telephone.as_ref().map(Phone::dialled));
        found.extend(way.email.as_ref().map(Email::as_str));
        found.extend(way.url.as_ref().map(Link::as_str));
    }
    found
}

/// Lines of the text that are long enough to be recognised.
fn long_lines(item: &Item) -> impl Iterator<Item = &str> {
    item.document.body().lines().map(str::trim).filter(|line| line.chars().count() >= MIN_LINE_CHARS)
}

/// Whether two titles, in small letters, are nearly the same.
fn is_same_title(one: &str, two: &str) -> bool {
    let (mut left, mut right): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let longest = left.len().max(right.len());
    // What both begin and end with adds nothing to their distance, and most of the time to find it.
    for _ in 0..2 {
        let shared = left.iter().zip(&right).take_while(|(one, two)| one == two).count();
        left.drain(..shared);
        right.drain(..shared);
        left.reverse();
        right.reverse();
    }
    let [one, two] = [left, right].map(String::from_iter);
    strsim::levenshtein(&one, &two) * LETTERS_PER_SLIP <= longest
}
