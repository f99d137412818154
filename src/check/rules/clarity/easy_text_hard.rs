//! Finds lines in easy words that are not easy: long sentences, two facts on a line, hard words, acronyms.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Sentence, count_sentences, gulpease_index};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

/// Most words of a sentence.
const MAX_SENTENCE_WORDS: usize = 12;
/// Most words of all lines.
const MAX_WORDS: usize = 60;
/// Lowest Gulpease index: easy for readers who finished primary school.
const MIN_GULPEASE: f64 = 80.0;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "easy-text-hard",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le parole facili sono facili", "easy words are easy"),
        explanation: text(
            "Le righe di `facile` sono per chi impara l'italiano: una cosa per riga, frasi di 12 parole al massimo, 60 parole in tutto, parole corte (Gulpease 80 o più), nessuna sigla che non sia in content/glossario.csv, dove è spiegata.",
            "The lines of `facile` are for people who learn Italian: one fact a line, sentences of at most 12 words, 60 words in all, short words (Gulpease 80 or more), no acronym that is not in content/glossario.csv, where it is explained.",
        ),
        wrong: "facile: [\"Il corso di lingua italiana per persone straniere è completamente gratuito e si tiene ogni mercoledì pomeriggio.\"]",
        right: "facile: [Il corso è gratis., Puoi venire ogni mercoledì., Porta un documento.]",
        origin: "Inclusion Europe, Informazioni per tutti: linee guida europee per rendere l'informazione facile da leggere, 2014",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let lines = &item.facts.easy;
    if lines.is_empty() {
        return;
    }
    let (mut words, mut letters, mut sentences) = (0, 0, 0);
    for (index, line) in lines.iter().enumerate() {
        let counted = count_sentences(line);
        words += counted.iter().map(|sentence| sentence.words).sum::<usize>();
        letters += counted.iter().map(|sentence| sentence.letters).sum::<usize>();
        sentences += counted.len();
        if let Some((message, hint)) = find_fault(board, line, &counted) {
            findings.report_at_field(item, path![facile[index]], message, hint);
        }
    }
    if words > MAX_WORDS {
        findings.report_at_field(
            item,
            path![facile],
            localized!("le parole facili sono {words}", "there are {words} easy words"),
            localized!(
                "al massimo {MAX_WORDS}: tieni che cosa, per chi, quando, dove, quanto costa, come",
                "at most {MAX_WORDS}: keep what, for whom, when, where, how much, how"
            ),
        );
    }
    let index = gulpease_index(sentences, letters, words.max(1));
    if index < MIN_GULPEASE {
        let index = index.floor();
        findings.report_at_field(
            item,
            path![facile],
            localized!(
                "le parole facili non sono facili (Gulpease {index}, serve {MIN_GULPEASE})",
                "the easy words are not easy (Gulpease {index}, {MIN_GULPEASE} is needed)"
            ),
            localized!("usa parole più corte e frasi più brevi", "use shorter words and shorter sentences"),
        );
    }
}

/// The first fault of a line, with its hint.
fn find_fault(board: &Board, line: &str, sentences: &[Sentence]) -> Option<(LocalizedString, LocalizedString)> {
    if let Some(long) = sentences.iter().find(|sentence| sentence.words > MAX_SENTENCE_WORDS) {
        let words = long.words;
        return Some((
            localized!("questa frase ha {words} parole", "this sentence has {words} words"),
            localized!("al massimo {MAX_SENTENCE_WORDS}: dividila", "at most {MAX_SENTENCE_WORDS}: split it"),
        ));
    }
    if sentences.len() > 1 {
        return Some((
            localized!("su questa riga ci sono due frasi", "there are two sentences on this line"),
            localized!("una cosa per riga", "one fact a line"),
        ));
    }
    let is_acronym = |word: &&str| word.chars().filter(|ch| ch.is_uppercase()).count() >= 2;
    let known = |word: &str| {
        let glossary = board.glossary.as_deref();
        glossary.is_some_and(|glossary| {
            glossary.find_terms(word).iter().any(|(term, _)| term.all_forms().any(|form| form == word))
        })
    };
    // Levels of languages, numbers of districts.
    let is_number = |word: &str| {
        word.chars().all(|ch| matches!(ch, 'I' | 'V' | 'X'))
            || word.len() == 2 && word.ends_with(|ch: char| ch.is_ascii_digit())
    };
    let words = line.split(|ch: char| !ch.is_alphanumeric());
    let word = words.filter(is_acronym).find(|word| !known(word) && !is_number(word) && *word != "WhatsApp")?;
    Some((
        localized!("«{word}» è una sigla", "`{word}` is an acronym"),
        localized!(
            "scrivi le parole intere, o spiegala in content/glossario.csv",
            "write the full words, or explain it in content/glossario.csv"
        ),
    ))
}
