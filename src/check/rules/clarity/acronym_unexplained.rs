//! An acronym is spelt out the first time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Prose, near_after, near_before};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

/// The glossary: full form of each acronym, and whether everybody knows it as a word.
static GLOSSARY: LazyLock<BTreeMap<&'static str, (&'static str, bool)>> = LazyLock::new(|| {
    let lines = super::ACRONYMS.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (acronym, full) = (columns.next()?, columns.next()?);
            Some((acronym, (full, columns.nth(1) == Some("nota"))))
        })
        .collect()
});

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "acronym-unexplained",
        severity: Severity::Warning,
        group: Group::Clarity,
        summary: text("una sigla si scioglie la prima volta", "an acronym is spelt out the first time"),
        explanation: text(
            "CPIA, ISEE, SAI: chi lavora qui le conosce, chi è arrivato da poco no. La prima volta scrivi le parole intere, poi la sigla basta.",
            "CPIA, ISEE, SAI: whoever works here knows them, whoever has just arrived does not. Write the whole words the first time, then the acronym is enough.",
        ),
        wrong: "---\nIl corso si tiene al CPIA del quartiere.",
        right: "---\nIl corso si tiene al CPIA (Centro provinciale per l'istruzione degli adulti) del quartiere.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»; Guida al linguaggio della pubblica amministrazione",
    },
    look: Look::Prose(look),
};

fn look(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let mut seen = BTreeSet::new();
    for passage in prose.passages() {
        // Two capitals next to each other, or one letter apart (PdS).
        let bytes = passage.text.as_bytes();
        let near = |three: &[u8]| matches!(three, [a, b, c] if a.is_ascii_uppercase() && (b.is_ascii_uppercase() || c.is_ascii_uppercase()));
        if !bytes.windows(3).any(near) {
            continue;
        }
        for (start, word) in capitals(passage.text) {
            if !seen.insert(word) {
                continue;
            }
            let Some((full, known)) = GLOSSARY.get(word) else { continue };
            let range = start..start + word.len();
            if *known || explained(prose, word, full) || named(board, item, word) {
                continue;
            }
            findings.within(
                &item.document,
                &passage,
                range,
                words!("«{word}» non è spiegata", "«{word}» is not explained"),
                words!("la prima volta scrivi: {full} ({word})", "the first time write: {full} ({word})"),
            );
        }
    }
}

/// Words of capitals, or that the glossary knows in their mixed spelling (PdS, NASpI).
fn capitals(text: &str) -> impl Iterator<Item = (usize, &str)> {
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

/// The words stand somewhere, or the acronym is explained where it stands: «ISEE (il documento…)», «HACCP, cioè…».
fn explained(prose: &Prose<'_>, acronym: &str, full: &str) -> bool {
    let full = full.to_lowercase();
    prose.passages().iter().any(|passage| {
        let text = passage.text;
        if text.to_lowercase().contains(&full) {
            return true;
        }
        text.match_indices(acronym).any(|(at, _)| {
            let after = near_after(text, at + acronym.len()).trim_start_matches(['*', ' ', '\n']);
            let before = near_before(text, at).trim_end();
            let words_in_brackets = after
                .strip_prefix('(')
                .and_then(|rest| rest.split(')').next())
                .is_some_and(|inner| inner.contains(' '));
            words_in_brackets || after.starts_with(", cioè") || after.starts_with("cioè") || before.ends_with('(')
        })
    })
}

/// It belongs to the name of the organisation, or the fields spell it out.
fn named(board: &Board, item: &Item, acronym: &str) -> bool {
    let own = board.organisation_of(item).is_some_and(|organisation| organisation.name.contains(acronym));
    own || item.facts.partners.iter().any(|partner| partner.contains(acronym))
}
