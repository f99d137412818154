//! Every rule, run over a whole board. A rule is one file in `rules/` and one line in
//! [`rules::CHECKS`].

pub mod report;
pub mod rules;

use rayon::prelude::*;

use crate::board::{Board, Item};
use crate::config::RuleSeverity;
use crate::diagnostic::{Diagnostic, Rule, Severity, Words};
use crate::source::{Document, Step, parse};

/// A rule and the function that looks for it.
#[derive(Clone, Copy)]
pub struct Check {
    /// What may be wrong.
    pub rule: Rule,
    /// Where to look.
    pub look: Look,
}

/// What a rule reads.
#[derive(Clone, Copy)]
pub enum Look {
    /// Each opportunity by itself.
    Item(fn(&Board, &Item, &mut Findings<'_>)),
    /// The whole board at once.
    Board(fn(&Board, &mut Findings<'_>)),
}

/// Where a rule puts what it finds.
pub struct Findings<'r> {
    rule: &'r Rule,
    found: Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Reports a problem at the value that `path` leads to.
    pub fn at(&mut self, document: &Document, path: &[Step<'_>], message: Words, hint: Words) {
        let (text, file) = (&document.source.text, &document.source.path);
        // The tree was not kept: reading one file again costs less than keeping all of them.
        let span = parse(document, &mut Vec::new()).map_or(0..0, |root| {
            let node = root.follow(path);
            if std::ptr::eq(node, &raw const root) { root.span.start..root.span.start } else { node.span.clone() }
        });
        let span = crate::source::clamp(text, &span);
        self.found.push(Diagnostic::new(self.rule, file, span, message).hint(hint));
    }

    /// Reports a problem at bytes of the file.
    pub fn span(&mut self, document: &Document, span: std::ops::Range<usize>, message: Words, hint: Words) {
        self.found.push(Diagnostic::new(self.rule, &document.source.path, span, message).hint(hint));
    }

    /// Reports a problem of a file that is not content.
    pub fn in_file(&mut self, path: &str, message: Words, hint: Words) {
        self.found.push(Diagnostic::new(self.rule, path, 0..0, message).hint(hint));
    }

    /// Reports a problem in the text below the facts, at bytes of that text.
    pub fn in_body(&mut self, document: &Document, span: std::ops::Range<usize>, message: Words, hint: Words) {
        let start = document.body.start;
        let span = crate::source::clamp(&document.source.text, &(start + span.start..start + span.end));
        self.found.push(Diagnostic::new(self.rule, &document.source.path, span, message).hint(hint));
    }
}

/// Runs every rule; what loading found comes first. Sorted by file, place, rule.
#[must_use]
pub fn check(board: &Board, loading: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = rules::CHECKS.par_iter().flat_map_iter(|check| run(board, check)).collect();
    found.extend(loading);
    found.retain_mut(|problem| settle(board, problem));
    found.sort_by(|left, right| {
        (&left.file, left.span.start, left.rule, &left.message.it).cmp(&(
            &right.file,
            right.span.start,
            right.rule,
            &right.message.it,
        ))
    });
    found.dedup();
    found
}

fn run(board: &Board, check: &Check) -> Vec<Diagnostic> {
    match check.look {
        Look::Board(look) => {
            let mut findings = Findings { rule: &check.rule, found: Vec::new() };
            look(board, &mut findings);
            findings.found
        }
        Look::Item(look) => board
            .items
            .par_iter()
            .flat_map_iter(|item| {
                let mut findings = Findings { rule: &check.rule, found: Vec::new() };
                look(board, item, &mut findings);
                findings.found
            })
            .collect(),
    }
}

/// The severity that the board gives a rule; `false` where the rule is switched off.
fn settle(board: &Board, problem: &mut Diagnostic) -> bool {
    match board.config.regole.get(problem.rule).map(|rule| rule.gravita) {
        Some(RuleSeverity::Spenta) => return false,
        Some(RuleSeverity::Errore) => problem.severity = Severity::Error,
        Some(RuleSeverity::Avviso) => problem.severity = Severity::Warning,
        None => {}
    }
    true
}

/// How many findings stop a build.
#[must_use]
pub fn errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}
