//! Finds courses that require a higher level of Italian than they lead to.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, tokenize, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{CourseSubject, Kind, Level};
use crate::path;

word_lists! { "level_above_course.txt":
    /// Words for what is required.
    REQUIRED = "required";
    /// Words for a proof of a level.
    PROOFS = "proofs";
    /// Words of sentences about what comes after the course, or about other courses.
    AFTERWARDS = "afterwards";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "level-above-course",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "per entrare non serve più italiano di quello che si impara",
            "nobody needs more Italian to get in than is taught",
        ),
        explanation: text(
            "Il corso porta a un livello (`livello`) e ne chiede uno più alto per entrare: nel campo `lingua_min`, fra i documenti o nel testo. Uno dei due è di un altro corso.",
            "The course leads to a level (`livello`) and requires a higher one to get in: in `lingua_min`, among the documents or in the text. One of them is that of another course.",
        ),
        wrong: "materia: italiano\nlivello: A2\ndestinatari: {testo: persone rifugiate, lingua_min: B1}",
        right: "materia: italiano\nlivello: B1\ndestinatari: {testo: persone rifugiate, lingua_min: A2}",
        origin: "Quadro comune europeo di riferimento per le lingue",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let is_italian = facts.subject.is_none_or(|subject| subject == CourseSubject::Italian);
    let Some(highest) = facts.levels.as_ref().and_then(|levels| levels.as_slice().last()).copied() else { return };
    if item.kind() != Kind::Training || !is_italian {
        return;
    }
    let minimum = facts.audience.value().and_then(|audience| audience.minimum_level);
    if let Some(minimum) = minimum.filter(|minimum| *minimum > highest) {
        let (message, question) = describe(minimum, highest);
        findings.report_at_field(item, path![destinatari.lingua_min], message, hint()).ask(question);
    }
    for (index, document) in facts.documents.list().iter().enumerate() {
        let named = document.one_of.iter().map(|text| proven_level(text)).collect::<Option<Vec<Level>>>();
        // Of alternatives the lowest is enough.
        let Some(level) = named.and_then(|levels| levels.into_iter().min()).filter(|level| *level > highest) else {
            continue;
        };
        let (message, question) = describe(level, highest);
        findings.report_at_field(item, path![documenti[index]], message, hint()).ask(question);
    }
    for (passage, sentence) in prose.sentences() {
        check_sentence(item, &passage, passage.text.get(sentence.range.clone()).unwrap_or_default(), highest, findings);
    }
}

/// Reports «serve il certificato B1» in a course that leads to A2.
fn check_sentence(item: &Item, passage: &Passage<'_>, sentence: &str, highest: Level, findings: &mut Findings<'_>) {
    let Some(level) = proven_level(sentence).filter(|level| *level > highest) else { return };
    let tokens = tokenize(sentence, &(0..sentence.len()));
    let is_required = tokens.iter().any(|token| token.is_in(&REQUIRED));
    if !is_required || tokens.iter().any(|token| token.is_in(&AFTERWARDS) || token.is(&["non"])) {
        return;
    }
    let Some(start) = passage.text.find(sentence) else { return };
    let Some(at) = sentence.find(level.word()) else { return };
    let range = start + at..start + at + level.word().len();
    let (message, question) = describe(level, highest);
    findings.report_in_passage(&item.document, passage, range, message, hint()).ask(question);
}

/// The level of a proof that a text names: «certificato B1»; the lowest of several.
fn proven_level(text: &str) -> Option<Level> {
    let tokens = tokenize(text, &(0..text.len()));
    let levels = tokens.iter().filter_map(|token| Level::ALL.iter().copied().find(|level| level.word() == token.text));
    let lowest = levels.min()?;
    tokens.iter().any(|token| token.is_in(&PROOFS)).then_some(lowest)
}

fn describe(required: Level, highest: Level) -> (LocalizedString, LocalizedString) {
    let (required, highest) = (required.word(), highest.word());
    (
        localized!(
            "per entrare serve {required}, ma il corso arriva a {highest}",
            "{required} is needed to get in, but the course leads to {highest}"
        ),
        localized!(
            "Il corso arriva al livello {highest}, ma per entrare serve {required}: qual è giusto?",
            "The course leads to level {highest}, but {required} is needed to get in: which is right?"
        ),
    )
}

fn hint() -> LocalizedString {
    localized!(
        "correggi `livello` (quello di arrivo) o il livello che serve per entrare",
        "correct `livello` (the one reached) or the level needed to get in"
    )
}
