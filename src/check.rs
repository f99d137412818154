//! Runs the rules over a board. A rule is a file in `rules/<group>/` and an entry in the list of its group; code shared
//! by several rules is in the files beside `rules/`.

mod acronyms;
mod addresses;
mod base;
mod companies;
mod deadline_words;
mod findings_record;
mod first_names;
mod hosts;
mod known_findings;
mod measured;
mod organisations;
mod parallel;
mod pattern_set;
mod payments;
mod periods;
mod phones;
mod phrases;
mod placeholders;
mod problem_words;
mod problems;
mod profiles;
mod prose;
mod question_message;
mod questions;
pub mod report;
pub mod rules;
mod street;
mod suppressions;
mod texts;
mod tokens;
mod weekdays;
pub(crate) mod word_list;

pub use base::{BaseBoard, ItemBefore};
pub(crate) use first_names::{find_first_name, has_mobile};
pub use known_findings::{ItemFindings, KnownFindings};
pub use measured::{Measured, measured};
pub use pattern_set::PatternSet;
pub use phrases::Phrase;
pub use problems::to_diagnostic;
pub use prose::{
    Passage, Prose, Sentence, count_sentences, field_words, gulpease_index, near_after, near_before, written_body,
    written_values,
};
pub use question_message::{QuestionMessage, compose_questions};
pub use questions::question_of;
pub use street::StreetAddress;
pub use tokens::{Amount, Token, find_amounts, has_digit, has_pair, tokenize};
pub(crate) use weekdays::weekday_of;
pub(crate) use word_list::word_lists;
pub use word_list::{Entry, LazyWordList, WordList};

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use self::suppressions::{apply_configured_severity, apply_suppressions};
use crate::board::{AGGREGATED, AGGREGATED_REMARK, Board, Item, ItemImage, Located, Problem};
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, Severity};
use crate::image_format::open_image;
use crate::localized;
use crate::markdown::MarkupFinding;
use crate::model::FieldPath;
use crate::source::{Document, KEPT_MESSAGE};

/// A rule and the function that checks it.
#[derive(Clone, Copy)]
pub struct Check {
    /// Name, severity and texts of the rule.
    pub rule: Rule,
    /// The function that checks the rule, by the part of the board that it reads.
    pub function: CheckFunction,
}

/// The function of a rule, by the part of the board that it reads.
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
    /// Called for each finding in the Markdown of each text of the board, with its bytes in the file.
    Markup(fn(&Document, &MarkupFinding, Range<usize>, &mut Findings<'_>)),
    /// Called once for the board.
    Board(fn(&Board, &mut Findings<'_>)),
    /// Called once for the board and its state before a change; skipped without one.
    Change(fn(&Board, &BaseBoard, &mut Findings<'_>)),
    /// Called for each unused suppression of an item.
    UnusedSuppression(fn(&Board, &Item, &str, &mut Findings<'_>)),
    /// No function: the rule reports problems found while the board is loaded (see [`to_diagnostic`]).
    LoadingProblem,
    /// Several of these, for a rule that reads more than one part.
    Several(&'static [CheckFunction]),
}

/// The files of which findings are wanted; all others are only compared with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckScope {
    /// Those of the whole board.
    Board,
    /// That of the item at this position.
    Item(usize),
    /// That of one organisation.
    Organisation,
}

impl CheckScope {
    /// Whether findings about the item at a position are wanted.
    #[must_use]
    pub fn has_item(self, index: usize) -> bool {
        match self {
            Self::Board => true,
            Self::Item(item) => item == index,
            Self::Organisation => false,
        }
    }
}

/// Collects the findings of a rule.
pub struct Findings<'r> {
    rule: &'r Rule,
    diagnostics: &'r mut Vec<Diagnostic>,
    scope: CheckScope,
    open_picture: Option<OpenPicture>,
}

/// Opens a picture to the last pixel, or says why it cannot. Called through a pointer, so that a program in which there are
/// no pictures need not hold their decoders.
type OpenPicture = fn(&ItemImage<'_>) -> Result<(), LocalizedString>;

fn open_picture(image: &ItemImage<'_>) -> Result<(), LocalizedString> {
    open_image(image, u32::MAX).map(drop)
}

impl Findings<'_> {
    /// Files of which findings are wanted: rules that compare items need not do more.
    #[must_use]
    pub fn scope(&self) -> CheckScope {
        self.scope
    }

    /// Why a picture cannot be opened; `None` if it can, or if pictures are not opened.
    #[must_use]
    pub fn problem_of_picture(&self, image: &ItemImage<'_>) -> Option<LocalizedString> {
        self.open_picture?(image).err()
    }

    /// Number of problems that the rule has reported so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.diagnostics.len()
    }

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
        self.diagnostics.push_mut(Diagnostic::new(self.rule, &document.source.path, span, message).hint(hint))
    }

    /// Reports a problem at bytes of a file that is not content, such as `site.toml`.
    pub fn report_in_other_file(
        &mut self,
        path: &str,
        span: Range<usize>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &mut Diagnostic {
        self.diagnostics.push_mut(Diagnostic::new(self.rule, path, span, message).hint(hint))
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
    /// For each item of the board what the rules that read a single item or a single text found in it.
    pub by_item: Vec<ItemFindings>,
}

/// Runs all rules on a board and adds the problems found while loading it. Rules that compare with the state before a
/// change run only if `base` is given.
#[must_use]
pub fn check(board: &Board, loading_problems: Vec<Problem>, base: Option<&BaseBoard>) -> CheckOutcome {
    check_known(board, loading_problems, base, |_| Known::Unknown)
}

/// What is known of an item before it is checked.
enum Known {
    /// Nothing: rules that read a single item or text run on it.
    Unknown,
    /// What these rules found in it.
    Findings(ItemFindings),
}

/// Like [`check`], but rules that read a single item or text run only on the items of which `known` knows nothing.
fn check_known(
    board: &Board,
    loading_problems: Vec<Problem>,
    base: Option<&BaseBoard>,
    known: impl Fn(usize) -> Known + Sync,
) -> CheckOutcome {
    let (by_item, diagnostics) = run_rules(board, loading_problems, base, known, CheckScope::Board, Some(open_picture));
    CheckOutcome { by_item, ..apply_suppressions(board, cap_diagnostics(diagnostics)) }
}

/// The findings of [`check`] about the file of one item: other items are compared with it, but not checked. Its picture, of
/// which a form knows no more than the name, is not opened.
#[must_use]
pub fn check_single(board: &Board, index: usize, loading_problems: Vec<Problem>) -> Vec<Diagnostic> {
    let path = board.items.get(index).map_or("", |item| &item.document.source.path);
    let known = |other| if other == index { Known::Unknown } else { Known::Findings(None) };
    let (_, diagnostics) = run_rules(board, loading_problems, None, known, CheckScope::Item(index), None);
    let mut diagnostics = apply_suppressions(board, cap_diagnostics(diagnostics)).diagnostics;
    diagnostics.retain(|diagnostic| diagnostic.file == path);
    diagnostics
}

/// The findings of [`check`] about the file of one organisation, given its path: nothing else is checked.
#[must_use]
pub fn check_organisation(board: &Board, path: &str, loading_problems: Vec<Problem>) -> Vec<Diagnostic> {
    let (_, mut diagnostics) =
        run_rules(board, loading_problems, None, |_| Known::Findings(None), CheckScope::Organisation, None);
    let document = board.organisations.values().map(|file| &file.document).find(|file| file.source.path == path);
    texts::check_documents(document.as_slice(), &mut diagnostics);
    diagnostics.retain(|diagnostic| diagnostic.file == path);
    let mut diagnostics = cap_diagnostics(diagnostics);
    diagnostics.sort_by(compare_diagnostics);
    diagnostics.dedup();
    diagnostics
}

/// Like [`check`], with every finding, of which a report would have too many: for corrections.
#[must_use]
pub fn check_without_cap(board: &Board, loading_problems: Vec<Problem>) -> CheckOutcome {
    let (by_item, diagnostics) =
        run_rules(board, loading_problems, None, |_| Known::Unknown, CheckScope::Board, Some(open_picture));
    CheckOutcome { by_item, ..apply_suppressions(board, diagnostics) }
}

/// What the rules that read a single item or text found in each item, and all findings, sorted.
fn run_rules(
    board: &Board,
    loading_problems: Vec<Problem>,
    base: Option<&BaseBoard>,
    known: impl Fn(usize) -> Known + Sync,
    scope: CheckScope,
    open_picture: Option<OpenPicture>,
) -> (Vec<ItemFindings>, Vec<Diagnostic>) {
    let items: Vec<(usize, &Item)> = board.items.iter().enumerate().collect();
    let by_item: Vec<ItemFindings> = parallel::flat_map(&items, |(index, item)| {
        let found = match known(*index) {
            Known::Findings(findings) => findings,
            Known::Unknown => {
                let mut diagnostics =
                    if item.facts.refused.is_some() { Vec::new() } else { check_item(board, item, open_picture) };
                let translations = item.translations.values().filter(|_| scope == CheckScope::Board);
                let texts = std::iter::once(&item.document).chain(translations.map(|file| &file.document));
                texts.for_each(|document| texts::check_document(document, &mut diagnostics));
                (!diagnostics.is_empty()).then(|| diagnostics.into())
            }
        };
        [found]
    });
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for findings in by_item.iter().flatten() {
        diagnostics.extend_from_slice(findings);
    }
    if scope == CheckScope::Board {
        let texts: Vec<&Document> = board.texts_beside_items().collect();
        texts::check_documents(&texts, &mut diagnostics);
    }
    diagnostics.extend(parallel::flat_map(rules::checks(), |check| {
        let mut diagnostics = Vec::new();
        let mut findings = Findings { rule: &check.rule, diagnostics: &mut diagnostics, scope, open_picture };
        match (check.function, base) {
            (CheckFunction::Board(function), _) => function(board, &mut findings),
            (CheckFunction::Change(function), Some(base)) => function(board, base, &mut findings),
            _ => {}
        }
        diagnostics
    }));
    if scope == CheckScope::Board {
        diagnostics.extend(profiles::check_profiles(board));
    }
    diagnostics.extend(loading_problems.iter().map(to_diagnostic));
    let files: HashSet<&str> = diagnostics.iter().map(|diagnostic| diagnostic.file.as_str()).collect();
    let kept: HashMap<&str, &Document> = documents_with_message(board, &files).collect();
    let copied: HashSet<String> = copied_files(board, &files).map(str::to_owned).collect();
    let refused = board.items.iter().filter(|item| item.facts.refused.is_some());
    let refused: HashMap<&str, &Item> = refused.map(|item| (stem_of(&item.document.source.path), item)).collect();
    diagnostics.retain_mut(|diagnostic| {
        let in_message = kept
            .get(diagnostic.file.as_str())
            .is_some_and(|document| document.is_in_kept_message(diagnostic.span.start));
        if in_message || is_about_refused(&refused, diagnostic) || !apply_configured_severity(board, diagnostic) {
            return false;
        }
        diagnostic.severity == Severity::Error || !copied.contains(&*diagnostic.file)
    });
    diagnostics.sort_by(compare_diagnostics);
    diagnostics.dedup();
    (by_item, diagnostics)
}

/// Of some files, drafts that keep the message that they were made from, by path: nothing is found in it, because it is not
/// published.
fn documents_with_message<'b>(
    board: &'b Board,
    files: &HashSet<&str>,
) -> impl Iterator<Item = (&'b str, &'b Document)> {
    let documents = board.items.iter().map(|item| &item.document);
    let documents = documents.filter(|document| files.contains(document.source.path.as_str()));
    let kept = documents.filter(|document| document.facts().lines().any(|line| line.starts_with(KEPT_MESSAGE)));
    kept.map(|document| (document.source.path.as_str(), document))
}

/// Of some files, those that are copies from other boards, by path: what is only a warning there, nobody here can mend.
fn copied_files<'b>(board: &'b Board, files: &HashSet<&str>) -> impl Iterator<Item = &'b str> {
    let items = board.items.iter().filter(|item| item.document.source.path.starts_with(AGGREGATED));
    let texts = items.flat_map(|item| {
        std::iter::once(&item.document).chain(item.translations.values().map(|translation| &translation.document))
    });
    let found = texts.filter(|document| files.contains(document.source.path.as_str()));
    let copied = found.filter(|document| document.facts().lines().any(|line| line.contains(AGGREGATED_REMARK)));
    copied.map(|document| document.source.path.as_str())
}

/// Whether a finding is about an item that the editors refused, or its translations: nobody corrects it. What is wrong with
/// the refusal itself counts.
fn is_about_refused(refused: &HashMap<&str, &Item>, diagnostic: &Diagnostic) -> bool {
    refused.get(stem_of(&diagnostic.file)).is_some_and(|item| {
        let reason = item.spans.find(&crate::path![rifiutato]).unwrap_or_default();
        diagnostic.file != item.document.source.path || !reason.contains(&diagnostic.span.start)
    })
}

/// Path of an item or of a translation up to the first dot of its name.
fn stem_of(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path.get(name..).and_then(|name| name.find('.')).and_then(|dot| path.get(..name + dot)).unwrap_or(path)
}

/// Maximum findings reported for one rule in one file.
const MAX_FINDINGS_PER_RULE_AND_FILE: usize = 100;

/// Limits the findings of each rule in each file; the message of the last one gives the number of those left out.
fn cap_diagnostics(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    // Number of findings of a rule in the current file, and index of the last one kept.
    let mut counts_in_file: HashMap<&'static str, (usize, usize)> = HashMap::new();
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for diagnostic in diagnostics {
        if kept.last().is_some_and(|last| last.file != diagnostic.file) {
            counts.extend(counts_in_file.drain().map(|(_, count)| count));
        }
        let (count, last) = counts_in_file.entry(diagnostic.rule).or_default();
        *count += 1;
        if *count <= MAX_FINDINGS_PER_RULE_AND_FILE {
            *last = kept.len();
            kept.push(diagnostic);
        }
    }
    counts.extend(counts_in_file.into_values());
    for (count, last) in counts {
        if let (Some(diagnostic), Some(omitted)) =
            (kept.get_mut(last), count.checked_sub(MAX_FINDINGS_PER_RULE_AND_FILE).filter(|omitted| *omitted > 0))
        {
            let LocalizedString { it, en } = &diagnostic.message;
            diagnostic.message = localized!(
                "{it}, e così altre {omitted} volte in questo file",
                "{en}, and {omitted} more times in this file"
            );
        }
    }
    kept
}

fn check_item(board: &Board, item: &Item, open_picture: Option<OpenPicture>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let prose = Prose::from_item(item);
    for check in rules::checks() {
        let mut findings =
            Findings { rule: &check.rule, diagnostics: &mut diagnostics, scope: CheckScope::Board, open_picture };
        match check.function {
            CheckFunction::Item(function) => function(board, item, &mut findings),
            CheckFunction::Prose(function) => function(board, item, &prose, &mut findings),
            _ => {}
        }
    }
    phrases::for_each_phrase(&prose, |check, function, phrase| {
        function(
            board,
            item,
            &prose,
            phrase,
            &mut Findings { rule: &check.rule, diagnostics: &mut diagnostics, scope: CheckScope::Board, open_picture },
        );
    });
    diagnostics
}

fn compare_diagnostics(left: &Diagnostic, right: &Diagnostic) -> std::cmp::Ordering {
    (&left.file, left.span.start, left.rule, &left.message.it).cmp(&(
        &right.file,
        right.span.start,
        right.rule,
        &right.message.it,
    ))
}

/// Number of findings that stop a build.
#[must_use]
pub fn count_errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}
