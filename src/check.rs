//! Runs the rules over a board. A rule is a file in `rules/<group>/` and an entry in the list of its group; code shared
//! by several rules is in the files beside `rules/`.

mod acronyms;
mod addresses;
mod base;
mod clean_items;
mod companies;
mod deadline_words;
mod hosts;
mod pattern_set;
mod payments;
mod periods;
mod phrases;
mod placeholders;
mod problem_words;
mod problems;
mod prose;
mod question_message;
pub mod report;
pub mod rules;
mod tokens;
mod weekdays;
mod word_list;

pub use base::{BaseBoard, ItemBefore};
pub use clean_items::CleanItems;
pub use pattern_set::PatternSet;
pub use phrases::Phrase;
pub use problems::to_diagnostic;
pub use prose::{Passage, Prose, field_words, near_after, near_before, written_body, written_values};
pub use question_message::{QuestionMessage, compose_questions};
pub use tokens::{Amount, Token, find_amounts, has_digit, has_pair, tokenize};
pub(crate) use word_list::word_lists;
pub use word_list::{LazyWordList, WordList};

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use rayon::prelude::*;

use crate::board::{Board, Item, Located, Problem};
use crate::config::RuleSeverity;
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, Severity};
use crate::localized;
use crate::model::FieldPath;
use crate::source::Document;

/// A rule and the function that checks it.
#[derive(Clone, Copy)]
pub struct Check {
    /// Name, severity and texts of the rule.
    pub rule: Rule,
    /// The function that checks it, by what it reads.
    pub function: CheckFunction,
}

/// The part of a board that a rule reads, and its function.
#[derive(Clone, Copy)]
pub enum CheckFunction {
    /// Called for the fields of each item.
    Item(fn(&Board, &Item, &mut Findings<'_>)),
    /// Called for the prose of each item.
    Prose(fn(&Board, &Item, &Prose<'_>, &mut Findings<'_>)),
    /// Called for each match of a phrase of a word list.
    Phrases(&'static LazyWordList, fn(&Board, &Item, &Prose<'_>, &Phrase<'_>, &mut Findings<'_>)),
    /// Called for each web address of each text of the board, with its bytes in the file.
    Address(fn(&Document, &str, Range<usize>, &mut Findings<'_>)),
    /// Called once for the board.
    Board(fn(&Board, &mut Findings<'_>)),
    /// Called once for the board and its state before a change; skipped without one.
    Change(fn(&Board, &BaseBoard, &mut Findings<'_>)),
    /// Called for each unused suppression of an item.
    UnusedSuppression(fn(&Board, &Item, &str, &mut Findings<'_>)),
    /// No function: the rule reports problems found while files are read (see [`describe`]).
    LoadingProblem,
    /// Several of these, for a rule that reads more than one part.
    Several(&'static [CheckFunction]),
}

/// Collects the findings of a rule.
pub struct Findings<'r> {
    rule: &'r Rule,
    found: &'r mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Reports a problem at the value of the field `path`, or at its nearest parent that the file contains.
    pub fn report_at_field(
        &mut self,
        file: &dyn Located,
        path: FieldPath,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.report_at_span(file.document(), file.spans().nearest(&path), message, hint)
    }

    /// Reports a problem at bytes of a content file.
    pub fn report_at_span(
        &mut self,
        document: &Document,
        span: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        let span = crate::source::clamp(&document.source.text, &span);
        self.found.push_mut(Diagnostic::new(self.rule, &document.source.path, span, message).hint(hint))
    }

    /// Reports a problem at bytes of a file that is not content, such as `site.toml`.
    pub fn report_in_other_file(
        &mut self,
        path: &str,
        span: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.found.push_mut(Diagnostic::new(self.rule, path, span, message).hint(hint))
    }

    /// Reports a problem at bytes of a passage.
    pub fn report_in_passage(
        &mut self,
        document: &Document,
        passage: &Passage<'_>,
        range: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.report_at_span(document, passage.in_file(&range), message, hint)
    }
}

/// Result of running all rules.
#[derive(Debug, Default)]
pub struct CheckOutcome {
    /// Findings sorted by file, position and rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Suppressed findings, with the reason given in the file.
    pub suppressed: Vec<(Diagnostic, String)>,
    /// For each item of the board, whether the rules that read a single item found nothing.
    pub clean: Vec<bool>,
}

/// Runs all rules on a board and adds the problems found while loading it. Rules that compare with the state before a
/// change run only if `base` is given.
#[must_use]
pub fn check(board: &Board, loading: Vec<Problem>, base: Option<&BaseBoard>) -> CheckOutcome {
    check_except(board, loading, base, |_| false)
}

/// Like [`check`], but rules that read a single item skip the items (by index) known to be `clean`.
#[must_use]
pub fn check_except(
    board: &Board,
    loading: Vec<Problem>,
    base: Option<&BaseBoard>,
    clean: impl Fn(usize) -> bool + Sync,
) -> CheckOutcome {
    let of_item = |(index, item)| if clean(index) { Vec::new() } else { check_item(board, item) };
    let of_items: Vec<Vec<Diagnostic>> = board.items.par_iter().enumerate().map(of_item).collect();
    let clean = of_items.iter().map(Vec::is_empty).collect();
    let mut found: Vec<Diagnostic> = of_items.into_iter().flatten().collect();
    found.par_extend(rules::checks().collect::<Vec<_>>().into_par_iter().flat_map_iter(|check| {
        let mut found = Vec::new();
        let mut findings = Findings { rule: &check.rule, found: &mut found };
        match (check.function, base) {
            (CheckFunction::Board(visit), _) => visit(board, &mut findings),
            (CheckFunction::Change(visit), Some(base)) => visit(board, base, &mut findings),
            _ => {}
        }
        found
    }));
    addresses::check_addresses(board, &mut found);
    found.extend(loading.iter().map(to_diagnostic));
    found.retain_mut(|problem| apply_configured_severity(board, problem));
    found.sort_by(compare_findings);
    found.dedup();
    CheckOutcome { clean, ..apply_suppressions(board, cap_findings(found)) }
}

/// Maximum findings reported for one rule in one file.
const MAX_FINDINGS_PER_RULE_AND_FILE: usize = 100;

/// Limits the findings of each rule in each file; the message of the last one gives the number of those left out.
fn cap_findings(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::with_capacity(found.len());
    // For the current file, by rule: number of findings, and index of the last one kept.
    let mut of_file: HashMap<&'static str, (usize, usize)> = HashMap::new();
    let mut more: Vec<(usize, usize)> = Vec::new();
    for problem in found {
        if told.last().is_some_and(|last| last.file != problem.file) {
            more.extend(of_file.drain().map(|(_, seen)| seen));
        }
        let (count, last) = of_file.entry(problem.rule).or_default();
        *count += 1;
        if *count <= MAX_FINDINGS_PER_RULE_AND_FILE {
            *last = told.len();
            told.push(problem);
        }
    }
    more.extend(of_file.into_values());
    for (count, last) in more {
        if let (Some(problem), Some(more)) =
            (told.get_mut(last), count.checked_sub(MAX_FINDINGS_PER_RULE_AND_FILE).filter(|more| *more > 0))
        {
            let LocalizedString { it, en } = &problem.message;
            problem.message = localized!(
                "{it}, e così altre {more} volte in questo file",
                "{en}, and so {more} more times in this file"
            );
        }
    }
    told
}

fn check_item(board: &Board, item: &Item) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let prose = Prose::from_item(item);
    for check in rules::checks() {
        let mut findings = Findings { rule: &check.rule, found: &mut found };
        match check.function {
            CheckFunction::Item(visit) => visit(board, item, &mut findings),
            CheckFunction::Prose(visit) => visit(board, item, &prose, &mut findings),
            _ => {}
        }
    }
    phrases::visit_phrases(&prose, |check, visit, phrase| {
        visit(board, item, &prose, phrase, &mut Findings { rule: &check.rule, found: &mut found });
    });
    found
}

/// Applies the severity configured for the rule; `false` if the rule is switched off.
fn apply_configured_severity(board: &Board, problem: &mut Diagnostic) -> bool {
    match board.config.regole.get(problem.rule).map(|rule| rule.gravita) {
        Some(RuleSeverity::Spenta) => return false,
        Some(RuleSeverity::Errore) => problem.severity = Severity::Error,
        Some(RuleSeverity::Avviso) => problem.severity = Severity::Warning,
        None => {}
    }
    true
}

/// Separates the findings suppressed by their files (`silenzia: {rule: reason}`), and reports unused suppressions.
fn apply_suppressions(board: &Board, found: Vec<Diagnostic>) -> CheckOutcome {
    struct Silenced<'i> {
        item: &'i Item,
        rule: &'i str,
        reason: &'i str,
        used: bool,
    }
    let mut by_file: BTreeMap<&str, Vec<Silenced<'_>>> = BTreeMap::new();
    for item in board.items.iter().filter(|item| !item.facts.silence.0.is_empty()) {
        let rules = item.facts.silence.0.iter();
        let silenced = rules.map(|(rule, reason)| Silenced { item, rule, reason, used: false });
        by_file.insert(&item.document.source.path, silenced.collect());
    }
    let mut checked = CheckOutcome::default();
    if by_file.is_empty() {
        checked.diagnostics = found;
        return checked;
    }
    for problem in found {
        let silenced = by_file
            .get_mut(problem.file.as_str())
            .and_then(|rules| rules.iter_mut().find(|silenced| silenced.rule == problem.rule))
            .filter(|_| rules::can_be_suppressed(problem.rule));
        match silenced {
            Some(silenced) => {
                silenced.used = true;
                checked.suppressed.push((problem, silenced.reason.to_owned()));
            }
            None => checked.diagnostics.push(problem),
        }
    }
    for check in rules::checks() {
        let CheckFunction::UnusedSuppression(visit) = check.function else { continue };
        let mut in_vain = Vec::new();
        for silenced in by_file.values().flatten().filter(|silenced| !silenced.used) {
            visit(board, silenced.item, silenced.rule, &mut Findings { rule: &check.rule, found: &mut in_vain });
        }
        in_vain.retain_mut(|problem| apply_configured_severity(board, problem));
        checked.diagnostics.extend(in_vain);
    }
    checked.diagnostics.sort_by(compare_findings);
    checked
}

fn compare_findings(left: &Diagnostic, right: &Diagnostic) -> std::cmp::Ordering {
    (&left.file, left.span.start, left.rule, &left.message.it).cmp(&(
        &right.file,
        right.span.start,
        right.rule,
        &right.message.it,
    ))
}

/// Number of findings that stop a build.
#[must_use]
pub fn count_errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}
