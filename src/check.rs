//! Every rule, run over a whole board. A rule is one file in `rules/<group>/` and one line in that
//! group's list; what several rules need stands in files beside this one's folder `rules/`.

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
mod question_mail;
pub mod report;
pub mod rules;
mod tokens;
mod weekdays;
mod word_list;

pub use base::{Base, BaseItem};
pub use clean_items::CleanItems;
pub use pattern_set::PatternSet;
pub use phrases::Phrase;
pub use problems::describe;
pub use prose::{Passage, Prose, field_words, near_after, near_before, written_body, written_values};
pub use question_mail::{QuestionMail, letter};
pub use tokens::{Amount, Token, amounts, has_digit, has_pair, tokens};
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

/// A rule and the function that looks for it.
#[derive(Clone, Copy)]
pub struct Check {
    /// What may be wrong.
    pub rule: Rule,
    /// Where to look.
    pub visit: Visitor,
}

/// What a rule reads.
#[derive(Clone, Copy)]
pub enum Visitor {
    /// The facts of each opportunity.
    Item(fn(&Board, &Item, &mut Findings<'_>)),
    /// The words of each opportunity.
    Prose(fn(&Board, &Item, &Prose<'_>, &mut Findings<'_>)),
    /// Each place where one of the phrases of a list stands.
    Phrases(&'static LazyWordList, fn(&Board, &Item, &Prose<'_>, &Phrase<'_>, &mut Findings<'_>)),
    /// Each web address of each text of the board, and its bytes in the file.
    Address(fn(&Document, &str, Range<usize>, &mut Findings<'_>)),
    /// The whole board at once.
    Board(fn(&Board, &mut Findings<'_>)),
    /// The whole board, and what it was before a change.
    Change(fn(&Board, &Base, &mut Findings<'_>)),
    /// Each rule that an item silences in vain.
    Silence(fn(&Board, &Item, &str, &mut Findings<'_>)),
    /// No board: a problem that is met while files are read belongs to the rule ([`describe`] says to which).
    Reading,
    /// Several of these: one rule that looks in more than one place.
    Several(&'static [Visitor]),
}

/// Where a rule puts what it finds.
pub struct Findings<'r> {
    rule: &'r Rule,
    found: &'r mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Reports a problem at the value that `path` leads to, or else at the deepest one on the way to it.
    pub fn at(
        &mut self,
        file: &dyn Located,
        path: FieldPath,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.span(file.document(), file.spans().nearest(&path), message, hint)
    }

    /// Reports a problem at bytes of the file.
    pub fn span(
        &mut self,
        document: &Document,
        span: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        let span = crate::source::clamp(&document.source.text, &span);
        self.found.push_mut(Diagnostic::new(self.rule, &document.source.path, span, message).hint(hint))
    }

    /// Reports a problem of a file that is not content, at bytes of its text.
    pub fn in_file(
        &mut self,
        path: &str,
        span: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.found.push_mut(Diagnostic::new(self.rule, path, span, message).hint(hint))
    }

    /// Reports a problem in words that people read, at bytes of the passage.
    pub fn within(
        &mut self,
        document: &Document,
        passage: &Passage<'_>,
        range: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.span(document, passage.in_file(&range), message, hint)
    }
}

/// What a run of every rule came to.
#[derive(Debug, Default)]
pub struct CheckOutcome {
    /// What is wrong, sorted by file, place, rule.
    pub problems: Vec<Diagnostic>,
    /// What a file asked not to be told, with its reason.
    pub silenced: Vec<(Diagnostic, String)>,
    /// For each item of the board, whether the rules that look at one item found nothing in it.
    pub clean: Vec<bool>,
}

/// Runs every rule; what loading found comes first. With a `base`, also those that compare.
#[must_use]
pub fn check(board: &Board, loading: Vec<Problem>, base: Option<&Base>) -> CheckOutcome {
    check_changed(board, loading, base, |_| false)
}

/// As [`check`], but those rules that look at one item pass over the items, by position, that are known to be `clean`.
#[must_use]
pub fn check_changed(
    board: &Board,
    loading: Vec<Problem>,
    base: Option<&Base>,
    clean: impl Fn(usize) -> bool + Sync,
) -> CheckOutcome {
    let of_item = |(index, item)| if clean(index) { Vec::new() } else { check_item(board, item) };
    let of_items: Vec<Vec<Diagnostic>> = board.items.par_iter().enumerate().map(of_item).collect();
    let clean = of_items.iter().map(Vec::is_empty).collect();
    let mut found: Vec<Diagnostic> = of_items.into_iter().flatten().collect();
    found.par_extend(rules::checks().collect::<Vec<_>>().into_par_iter().flat_map_iter(|check| {
        let mut found = Vec::new();
        let mut findings = Findings { rule: &check.rule, found: &mut found };
        match (check.visit, base) {
            (Visitor::Board(visit), _) => visit(board, &mut findings),
            (Visitor::Change(visit), Some(base)) => visit(board, base, &mut findings),
            _ => {}
        }
        found
    }));
    addresses::visit_addresses(board, &mut found);
    found.extend(loading.iter().map(describe));
    found.retain_mut(|problem| apply_configured_severity(board, problem));
    found.sort_by(compare_findings);
    found.dedup();
    CheckOutcome { clean, ..apply_suppressions(board, cap_findings(found)) }
}

/// How many findings of one rule in one file are told.
const MAX_FINDINGS_PER_RULE_AND_FILE: usize = 100;

/// A file in which one thing is wrong a thousand times tells it often enough; the last that is told says how often
/// it comes again.
fn cap_findings(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::with_capacity(found.len());
    // Of the file that is being read, by rule: how many, and where the last stands that is told.
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
    let prose = Prose::of(item);
    for check in rules::checks() {
        let mut findings = Findings { rule: &check.rule, found: &mut found };
        match check.visit {
            Visitor::Item(visit) => visit(board, item, &mut findings),
            Visitor::Prose(visit) => visit(board, item, &prose, &mut findings),
            _ => {}
        }
    }
    phrases::visit_phrases(&prose, |check, visit, phrase| {
        visit(board, item, &prose, phrase, &mut Findings { rule: &check.rule, found: &mut found });
    });
    found
}

/// The severity that the board gives a rule; `false` where the rule is switched off.
fn apply_configured_severity(board: &Board, problem: &mut Diagnostic) -> bool {
    match board.config.regole.get(problem.rule).map(|rule| rule.gravita) {
        Some(RuleSeverity::Spenta) => return false,
        Some(RuleSeverity::Errore) => problem.severity = Severity::Error,
        Some(RuleSeverity::Avviso) => problem.severity = Severity::Warning,
        None => {}
    }
    true
}

/// Sets aside what the files themselves silence (`silenzia: {rule: reason}`), and says which of these
/// lines were in vain.
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
        checked.problems = found;
        return checked;
    }
    for problem in found {
        let silenced = by_file
            .get_mut(problem.file.as_str())
            .and_then(|rules| rules.iter_mut().find(|silenced| silenced.rule == problem.rule))
            .filter(|_| rules::can_be_silenced(problem.rule));
        match silenced {
            Some(silenced) => {
                silenced.used = true;
                checked.silenced.push((problem, silenced.reason.to_owned()));
            }
            None => checked.problems.push(problem),
        }
    }
    for check in rules::checks() {
        let Visitor::Silence(visit) = check.visit else { continue };
        let mut in_vain = Vec::new();
        for silenced in by_file.values().flatten().filter(|silenced| !silenced.used) {
            visit(board, silenced.item, silenced.rule, &mut Findings { rule: &check.rule, found: &mut in_vain });
        }
        in_vain.retain_mut(|problem| apply_configured_severity(board, problem));
        checked.problems.extend(in_vain);
    }
    checked.problems.sort_by(compare_findings);
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

/// How many findings stop a build.
#[must_use]
pub fn errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}
