//! Finds what is wrong with the texts of a board's own theme: keys and variables that nothing uses, lines that Fluent cannot
//! read, texts that a language lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::{Problem, TextFault, Theme, ThemeFault, Unusable, Unused};
use crate::diagnostic::nearest;

/// Folder of the texts in a theme, and the ending of its files.
const FOLDER: &str = "i18n/";
const ENDING: &str = ".ftl";
/// Most keys that are named of those that a language lacks.
const MAX_NAMED: usize = 5;

/// Variables of each text of the embedded theme, in any language.
type KnownTexts = BTreeMap<String, BTreeSet<String>>;

/// Code of the language of a file of texts: `i18n/it.ftl` → `it`.
fn language_of(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)?.strip_suffix(ENDING).filter(|code| !code.contains('/'))
}

impl Theme {
    /// Codes of the languages with texts, of the board and embedded.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        self.files().filter_map(|(path, _)| language_of(path)).collect()
    }

    /// Finds what is wrong with the board's own files of texts, those of `languages`.
    #[must_use]
    pub fn find_text_faults(&self, languages: &[String]) -> Vec<ThemeFault> {
        let own = || self.own_files().filter_map(|(path, bytes)| Some((path, language_of(path)?, bytes)));
        if own().next().is_none() {
            return Vec::new();
        }
        let (known, asked) = (known_texts(), self.words_of_own_templates());
        let mut faults = Vec::new();
        for (path, code, bytes) in own() {
            if !languages.iter().any(|language| language == code) {
                continue;
            }
            match std::str::from_utf8(bytes) {
                Ok(text) => faults.extend(find_faults(path, text, &known, &asked)),
                Err(_) => faults.push(ThemeFault::new(path, 0..0, Unusable::NotUtf8)),
            }
        }
        faults
    }

    /// Words of the board's templates, which may ask for texts of its own.
    fn words_of_own_templates(&self) -> BTreeSet<&str> {
        let templates = self.own_files().filter(|(path, _)| language_of(path).is_none());
        let texts = templates.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
        texts.flat_map(|text| text.split(|ch: char| !ch.is_alphanumeric() && ch != '_' && ch != '-')).collect()
    }
}

fn find_faults(path: &str, text: &str, known: &KnownTexts, asked: &BTreeSet<&str>) -> Vec<ThemeFault> {
    let mut faults = Vec::new();
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.into_iter().map(|error| syntax_fault(path, text, error)));
        resource
    });
    let mut referred = BTreeSet::new();
    for entry in &resource.body {
        visit_entry(entry, &mut |expression| {
            if let InlineExpression::MessageReference { id, .. } = expression {
                referred.insert(id.name);
            }
        });
    }
    let mut seen = BTreeSet::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name;
        let mut fault =
            |part: &str, problem: Problem| faults.push(ThemeFault::new(path, bytes_of(text, part), problem));
        if !seen.insert(key) {
            fault(key, Unused::RepeatedText { key: key.to_owned() }.into());
        }
        let Some(variables) = known.get(key) else {
            if !asked.contains(key) && !referred.contains(key) {
                let meant = nearest(key, known.keys().map(String::as_str)).map(str::to_owned);
                fault(key, Unused::UnknownText { key: key.to_owned(), meant }.into());
            }
            continue;
        };
        for name in variables_of(entry).into_iter().filter(|name| !variables.contains(*name)) {
            let known = variables.iter().cloned().collect();
            fault(name, Unusable::UnknownVariable { name: name.to_owned(), known }.into());
        }
    }
    let missing = known.keys().filter(|key| !seen.contains(key.as_str())).count();
    if Theme::embedded_text(path).is_none() && missing > 0 {
        // In the order of the file: what stands first is seen first.
        let keys = Theme::embedded_text(&format!("{FOLDER}it{ENDING}")).unwrap_or_default().lines();
        let keys = keys.filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        let first = keys.filter(|key| known.contains_key(*key) && !seen.contains(key));
        let first = first.take(MAX_NAMED).map(str::to_owned).collect();
        let problem = Unused::MissingTexts { missing, all: known.len(), first };
        faults.push(ThemeFault::new(path, 0..0, problem));
    }
    faults
}

/// Texts of the embedded theme, with the variables that they have in any language.
fn known_texts() -> KnownTexts {
    let mut known = KnownTexts::new();
    let paths = Theme::embedded_paths();
    for text in paths.iter().filter(|path| language_of(path).is_some()).filter_map(|path| Theme::embedded_text(path)) {
        let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let variables = variables_of(entry).into_iter().map(str::to_owned);
                known.entry(message.id.name.to_owned()).or_default().extend(variables);
            }
        }
    }
    known
}

/// Names of the variables of a text, in the order in which they are written.
fn variables_of<'t>(entry: &Entry<&'t str>) -> Vec<&'t str> {
    let mut names = Vec::new();
    visit_entry(entry, &mut |expression| {
        if let InlineExpression::VariableReference { id } = expression {
            names.push(id.name);
        }
    });
    names
}

/// A function that is called for each simple expression of a text.
type Visit<'v, 't> = dyn FnMut(&InlineExpression<&'t str>) + 'v;

fn visit_entry<'t>(entry: &Entry<&'t str>, visit: &mut Visit<'_, 't>) {
    match entry {
        Entry::Message(message) => message.value.iter().for_each(|pattern| visit_pattern(pattern, visit)),
        Entry::Term(term) => visit_pattern(&term.value, visit),
        _ => {}
    }
}

fn visit_pattern<'t>(pattern: &Pattern<&'t str>, visit: &mut Visit<'_, 't>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            visit_expression(expression, visit);
        }
    }
}

fn visit_expression<'t>(expression: &Expression<&'t str>, visit: &mut Visit<'_, 't>) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, visit),
        Expression::Select { selector, variants } => {
            visit_inline(selector, visit);
            for variant in variants {
                visit_pattern(&variant.value, visit);
            }
        }
    }
}

fn visit_inline<'t>(inline: &InlineExpression<&'t str>, visit: &mut Visit<'_, 't>) {
    visit(inline);
    match inline {
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| visit_inline(argument, visit));
        }
        InlineExpression::Placeable { expression } => visit_expression(expression, visit),
        _ => {}
    }
}

/// Bytes of a part in the text that it was cut from.
fn bytes_of(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + part.len()
}

fn syntax_fault(path: &str, text: &str, error: ParserError) -> ThemeFault {
    let fault = match error.kind {
        ErrorKind::ExpectedToken('=')
        | ErrorKind::ExpectedMessageField { .. }
        | ErrorKind::ExpectedTermField { .. }
        | ErrorKind::ExpectedCharRange { .. } => TextFault::NoText,
        ErrorKind::ExpectedToken('}') | ErrorKind::UnbalancedClosingBrace | ErrorKind::ExpectedInlineExpression => {
            TextFault::Braces
        }
        ErrorKind::MissingDefaultVariant => TextFault::NoDefault,
        other => TextFault::Other(other.to_string()),
    };
    // Where the reader stops at the end of a line, it has begun the next one.
    let at = error.pos.start.min(text.len());
    let before = text.get(..at).unwrap_or(text);
    let end = before.trim_end().len();
    let has_line_end = before.get(end..).is_some_and(|skipped| skipped.contains('\n'));
    let is_next_line = has_line_end && error.slice.is_none_or(|slice| slice.start < end);
    let at = if is_next_line { end.saturating_sub(1) } else { at };
    ThemeFault::new(path, at..at, Unusable::TextSyntax(fault))
}
