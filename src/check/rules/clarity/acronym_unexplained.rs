//! Finds acronyms that the item never spells out.

use std::collections::BTreeSet;

use crate::board::{Board, Item};
use crate::check::acronyms::Acronym;
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, has_pair, near_after, near_before, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::FieldPath;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "acronym-unexplained",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("una sigla si scioglie la prima volta", "an acronym is spelt out the first time"),
        explanation: text(
            "CPIA, ISEE, SAI: chi lavora qui le conosce, chi è arrivato da poco no. La prima volta scrivi le parole intere, poi la sigla basta.",
            "CPIA, ISEE, SAI: people who work here know them, people who have just arrived do not. Write the full words the first time; after that the acronym is enough.",
        ),
        wrong: "---\nIl corso si tiene al CPIA del quartiere.",
        right: "---\nIl corso si tiene al CPIA (Centro provinciale per l'istruzione degli adulti) del quartiere.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»; Guida al linguaggio della pubblica amministrazione",
    },
    function: CheckFunction::Prose(check),
};

fn check(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let mut reported = BTreeSet::new();
    for passage in prose.passages() {
        check_passage(board, item, prose, &passage, &mut reported, findings);
    }
    if !has_capitals_near(item.document.facts()) {
        return;
    }
    for value in written_values(item).filter(|value| FIELDS.iter().any(|field| value.field.is_within(field))) {
        // The site's pages already explain these documents in each language (`document-isee` and similar keys).
        if value.field.is_within(&path![documenti]) {
            reported.extend(DOCUMENTS);
        }
        check_passage(board, item, prose, &value, &mut reported, findings);
    }
}

/// Documents of the vocabulary whose name is an acronym.
const DOCUMENTS: [&str; 3] = ["ISEE", "SPID", "CV"];

fn check_passage<'p>(
    board: &Board,
    item: &Item,
    prose: &Prose<'_>,
    passage: &Passage<'p>,
    seen: &mut BTreeSet<&'p str>,
    findings: &mut Findings<'_>,
) {
    if !has_capitals_near(passage.text) {
        return;
    }
    for (start, word) in words_with_capitals(passage.text) {
        if !seen.insert(word) {
            continue;
        }
        let Some(acronym) = Acronym::find(word) else { continue };
        let full = acronym.expansion();
        let range = start..start + word.len();
        if acronym.needs_no_explanation() || is_explained(prose, word, full) || is_named_in_fields(board, item, word) {
            continue;
        }
        findings.report_in_passage(
            &item.document,
            passage,
            range,
            localized!("«{word}» non è spiegata", "«{word}» is not explained"),
            localized!("la prima volta scrivi: {full} ({word})", "the first time write: {full} ({word})"),
        );
    }
}

/// Whether a text has two capitals next to each other, or with one character between them (PdS).
fn has_capitals_near(text: &str) -> bool {
    let capitals = |one: u8, other: u8| one.is_ascii_uppercase() & other.is_ascii_uppercase();
    has_pair(text, 1, capitals) || has_pair(text, 2, capitals)
}

/// Fields whose full text is shown to readers.
const FIELDS: [FieldPath; 7] = [
    path![destinatari],
    path![documenti],
    path![requisiti],
    path![attivita],
    path![obiettivi],
    path![mansioni],
    path![servizi],
];

/// Words with at least two capitals (PdS, NASpI), and their first byte.
fn words_with_capitals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let edge = |c: char| !c.is_alphanumeric() && c != '.';
    let mut at = 0;
    text.split_inclusive(edge).filter_map(move |token| {
        let start = at;
        at += token.len();
        let word = token.trim_end_matches(edge).trim_end_matches('.');
        let capital = word.bytes().filter(u8::is_ascii_uppercase).count();
        (capital >= 2 && word.len() <= 12).then_some((start, word))
    })
}

/// Whether the item contains the full form, or explains the acronym in place: «ISEE (il documento…)», «HACCP, cioè…».
fn is_explained(prose: &Prose<'_>, acronym: &str, full: &str) -> bool {
    let [title, summary, body] = prose.passages().map(|passage| passage.text);
    [title, summary, body, prose.document().facts()].iter().any(|text| {
        if contains_ignore_case(text, full) {
            return true;
        }
        text.match_indices(acronym).any(|(at, _)| {
            let after = near_after(text, at + acronym.len()).trim_start_matches(['*', ' ', '\n']);
            let before = near_before(text, at).trim_end();
            // «ITS Academy (istituto tecnologico superiore)»: one more word of the name.
            let name_goes_on = after.starts_with(|c: char| c.is_ascii_uppercase());
            let next = after.split_once(' ').filter(|_| name_goes_on).map_or(after, |(_, rest)| rest);
            let words_in_brackets = [after, next]
                .into_iter()
                .find_map(|text| text.strip_prefix('('))
                .and_then(|rest| rest.split(')').next())
                .is_some_and(|inner| inner.contains(' '));
            words_in_brackets
                || ["cioè", "significa", "vuol dire", "misura ", "sta per ", "è il ", "è la ", "è un", "è l'"]
                    .iter()
                    .any(|verb| after.starts_with(verb))
                || after.strip_prefix(',').is_some_and(|rest| is_explanation(rest.trim_start()))
                || before.ends_with('(')
        })
    })
}

/// Whether a text contains some words, ignoring ASCII case.
fn contains_ignore_case(text: &str, words: &str) -> bool {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let Some(first) = words.first() else { return false };
    memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text)
        .any(|at| text.get(at..at + words.len()).is_some_and(|found| found.eq_ignore_ascii_case(words)))
}

/// Whether the words after an acronym and a comma explain it: «ISEE, il documento che misura il reddito», but not «il
/// CPI, la scuola o il Comune».
fn is_explanation(behind: &str) -> bool {
    let clause = behind.split([',', '.', ';', ':', '\n', ')']).next().unwrap_or_default();
    if ["cioè", "ossia", "ovvero", "vale a dire"].iter().any(|word| clause.starts_with(word)) {
        return true;
    }
    // «STP, che serve per curarsi».
    if ["che serve", "che misura", "che vuol dire", "che permette", "che dice", "che è"]
        .iter()
        .any(|word| clause.starts_with(word))
    {
        return true;
    }
    let words: Vec<&str> = clause.split([' ', '\'', '’']).filter(|word| !word.is_empty()).collect();
    let is_article =
        |word: &&str| matches!(*word, "il" | "lo" | "la" | "l" | "i" | "gli" | "le" | "un" | "una" | "uno");
    let article = words.first().is_some_and(is_article);
    // «Con lo SPID, l'identità digitale, entro le 14»: between two commas, and no list goes on.
    let next = behind.get(clause.len()..).and_then(|rest| rest.strip_prefix(','));
    let next = next.and_then(|rest| rest.split([' ', '\'', '’']).find(|word| !word.is_empty()));
    let is_apposition = words.len() >= 3 && next.is_some_and(|word| !is_article(&word) && !matches!(word, "e" | "o"));
    let explains = words.iter().skip(2).any(|word| {
        matches!(*word, "che" | "per" | "dove" | "di" | "del" | "della" | "dei" | "delle" | "degli" | "dello" | "dell")
    });
    let listed = words.windows(2).skip(1).any(|two| {
        matches!(two, ["e" | "o" | "ed", "il" | "lo" | "la" | "l" | "i" | "gli" | "le" | "un" | "una" | "uno"])
    });
    article && !listed && (is_apposition || (explains && words.len() >= 4))
}

/// Whether the acronym is part of the name of the organisation or of a partner.
fn is_named_in_fields(board: &Board, item: &Item, acronym: &str) -> bool {
    let is_in_organisation_name =
        board.organisation_of(item).is_some_and(|organisation| organisation.name.contains(acronym));
    is_in_organisation_name || item.facts.partners.iter().any(|partner| partner.contains(acronym))
}

#[cfg(test)]
mod tests {
    use super::is_explanation;

    #[test]
    fn explanations_differ_from_items_of_a_list() {
        for (behind, expected) in [
            ("il documento che misura il reddito, e", true),
            ("l'ufficio dove si cerca lavoro.", true),
            ("cioè la scuola per adulti", true),
            ("l'identità digitale, entro le 14:00", true),
            ("che serve per curarsi a chi non ha il permesso", true),
            ("che trovi allo sportello", false),
            ("il codice fiscale, la tessera sanitaria", false),
            ("la scuola o il Comune", false),
            ("il codice fiscale", false),
            ("la carta di identità e la tessera", false),
            ("poi chiama la scuola", false),
        ] {
            assert_eq!(is_explanation(behind), expected, "{behind}");
        }
    }
}
