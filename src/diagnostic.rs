//! Rules and diagnostics: a [`Rule`] declares what may be wrong, a [`Diagnostic`] reports one instance with its place.
//!
//! Messages are written in the rule's file, Italian and English side by side: a separate catalogue would drift away
//! from the code.

use std::ops::Range;

use crate::text::invisible::name_invisible_characters;

/// Severity: an error stops the build, a warning never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published until it is fixed.
    Error,
    /// Published, and reported.
    Warning,
}

impl Severity {
    /// Severity of a rule that is new in release `major.minor`: a warning in that release, so that a board which was in order
    /// stays so and has time to mend what is found, and an error in every later one.
    #[must_use]
    pub const fn error_after(major: u32, minor: u32) -> Self {
        Self::error_after_release((major, minor), (RELEASE_MAJOR, RELEASE_MINOR))
    }

    const fn error_after_release(new_in: (u32, u32), running: (u32, u32)) -> Self {
        if running.0 > new_in.0 || (running.0 == new_in.0 && running.1 > new_in.1) {
            Self::Error
        } else {
            Self::Warning
        }
    }

    /// Word in the JSON report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Release of this program.
const RELEASE_MAJOR: u32 = parse_number(env!("CARGO_PKG_VERSION_MAJOR"));
const RELEASE_MINOR: u32 = parse_number(env!("CARGO_PKG_VERSION_MINOR"));

/// A number of decimal digits, at compile time: anything else does not compile.
const fn parse_number(digits: &str) -> u32 {
    let mut rest = digits.as_bytes();
    let mut number = 0;
    while let [digit, after @ ..] = rest {
        number = number * 10 + (*digit - b'0') as u32;
        rest = after;
    }
    number
}

/// Language of messages (`--lang`): Italian for partners, English for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageLanguage {
    /// Italian.
    #[default]
    Italian,
    /// English.
    English,
}

/// A sentence in both message languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalizedString {
    /// Italian, for the people who write content.
    pub it: String,
    /// English, for everybody else.
    pub en: String,
}

impl LocalizedString {
    /// The sentence in a language.
    #[must_use]
    pub fn in_language(&self, language: MessageLanguage) -> &str {
        match language {
            MessageLanguage::Italian => &self.it,
            MessageLanguage::English => &self.en,
        }
    }
}

/// Formats a sentence in both languages: `localized!("Italian {x}", "English {x}")`.
#[macro_export]
macro_rules! localized {
    ($it:literal, $en:literal $(,)?) => {
        $crate::diagnostic::LocalizedString { it: format!($it), en: format!($en) }
    };
}

/// A constant sentence in both message languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaticText {
    /// Italian, for the people who write content.
    pub it: &'static str,
    /// English, for everybody else.
    pub en: &'static str,
}

/// A constant sentence: `text("Italian", "English")`.
#[must_use]
pub const fn text(it: &'static str, en: &'static str) -> StaticText {
    StaticText { it, en }
}

impl From<StaticText> for LocalizedString {
    fn from(text: StaticText) -> Self {
        Self { it: text.it.to_owned(), en: text.en.to_owned() }
    }
}

impl StaticText {
    /// Whether it is a question.
    #[must_use]
    pub fn is_question(self) -> bool {
        self.it.ends_with('?')
    }

    /// The sentence in a language.
    #[must_use]
    pub fn in_language(self, language: MessageLanguage) -> &'static str {
        match language {
            MessageLanguage::Italian => self.it,
            MessageLanguage::English => self.en,
        }
    }
}

/// Group of a rule: the four criteria of the guidelines (section 5), and technical ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleGroup {
    /// Files, front matter, the shape of values.
    Syntax,
    /// «Accessibilità»: free, or with aid; nobody left out.
    Accessibility,
    /// «Finalità sociale»: who offers it, and why.
    SocialPurpose,
    /// «Qualità e affidabilità»: true, useful, from its source.
    Reliability,
    /// «Chiarezza delle informazioni»: everything one needs to take part, in plain words.
    Clarity,
    /// Translations.
    Translations,
    /// Images.
    Media,
}

impl RuleGroup {
    /// All groups, in listing order.
    pub const ALL: [Self; 7] = [
        Self::Accessibility,
        Self::SocialPurpose,
        Self::Reliability,
        Self::Clarity,
        Self::Translations,
        Self::Media,
        Self::Syntax,
    ];

    /// Heading of the group.
    #[must_use]
    pub const fn title(self) -> StaticText {
        match self {
            Self::Syntax => text("Forma dei file", "Form of files"),
            Self::Accessibility => text("Accessibilità", "Accessibility"),
            Self::SocialPurpose => text("Finalità sociale", "Social purpose"),
            Self::Reliability => text("Qualità e affidabilità", "Quality and reliability"),
            Self::Clarity => text("Chiarezza delle informazioni", "Clarity of information"),
            Self::Translations => text("Traduzioni", "Translations"),
            Self::Media => text("Immagini", "Images"),
        }
    }
}

/// Declaration of a rule; its name never changes once published.
///
/// Examples are run by the tests. Their lines replace the fields of the same name in a valid item; `# field:` removes a
/// field, text below `---` replaces the body, and `-- content/enti/x.md --` starts another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// English kebab-case name, stable for ever.
    pub name: &'static str,
    /// Default severity.
    pub severity: Severity,
    /// Group.
    pub group: RuleGroup,
    /// What must hold, one line.
    pub summary: StaticText,
    /// Reason and remedy, two or three sentences.
    pub explanation: StaticText,
    /// Example that breaks the rule.
    pub wrong: &'static str,
    /// The same example, corrected.
    pub right: &'static str,
    /// Source of the rule: section of the guidelines, law, standard.
    pub origin: &'static str,
}

impl Rule {
    /// The same without summary, explanation and examples, so that a program that shows none need not hold them.
    #[must_use]
    pub const fn brief(self) -> Self {
        let none = text("", "");
        Self { summary: none, explanation: none, wrong: "", right: "", origin: "", ..self }
    }

    /// Formats an example for display: invisible characters by code point, unchanged parts as `…`.
    #[must_use]
    pub fn show_example(&self, example: &str) -> String {
        let lines = example.lines().map(name_invisible_characters).map(|line| {
            match (line.strip_suffix('='), line.strip_prefix("# ")) {
                (Some(mark), _) if mark.is_empty() || mark.ends_with('⟩') => format!("{mark}…"),
                (_, Some(missing)) if missing.ends_with(':') => format!("(manca «{}»)", missing.trim_end_matches(':')),
                _ => line,
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// A finding: what is wrong, where, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// [`Rule::name`].
    pub rule: &'static str,
    /// Severity on this board.
    pub severity: Severity,
    /// Path below the board's root, with `/`.
    pub file: String,
    /// Byte range in the file's text.
    pub span: Range<usize>,
    /// What is wrong, quoting the value; without full stop.
    pub message: LocalizedString,
    /// What to write instead.
    pub hint: Option<LocalizedString>,
    /// Replacement text, if known.
    pub correction: Option<Correction>,
    /// Question for the organisation, if only it can answer; ends with a question mark.
    pub question: Option<LocalizedString>,
}

/// Replacement of a byte range of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Byte range to replace.
    pub span: Range<usize>,
    /// Replacement text.
    pub text: String,
    /// The meaning does not change, so that `check --fix` may apply it.
    pub safe: bool,
}

impl Diagnostic {
    /// A finding of `rule` at byte range `span` of `file`.
    #[must_use]
    pub fn new(rule: &Rule, file: &str, span: Range<usize>, message: LocalizedString) -> Self {
        Self {
            rule: rule.name,
            severity: rule.severity,
            file: file.to_owned(),
            span,
            message,
            hint: None,
            correction: None,
            question: None,
        }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn hint(mut self, hint: LocalizedString) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds a replacement; `safe` if the meaning does not change.
    #[must_use]
    pub fn correction(mut self, span: Range<usize>, text: String, safe: bool) -> Self {
        self.correction = Some(Correction { span, text, safe });
        self
    }

    /// Adds a question for the organisation.
    #[must_use]
    pub fn question(mut self, question: LocalizedString) -> Self {
        self.question = Some(question);
        self
    }
}

impl Diagnostic {
    /// Sets the replacement; `safe` if the meaning does not change.
    pub fn correct(&mut self, span: Range<usize>, text: String, safe: bool) -> &mut Self {
        self.correction = Some(Correction { span, text, safe });
        self
    }

    /// Sets the question for the organisation.
    pub fn ask(&mut self, question: LocalizedString) -> &mut Self {
        self.question = Some(question);
        self
    }
}

/// Longest line shown in reports, in bytes.
pub const MAX_SHOWN_LINE_BYTES: usize = 4_000;

impl Correction {
    /// The corrected line of a file's text, without indentation, ready to paste, with the `others` of the same line made as
    /// well. `None` if there is no correction, it spans several lines, or the line is over [`MAX_SHOWN_LINE_BYTES`].
    #[must_use]
    pub fn corrected_line<'c>(&'c self, text: &str, others: impl Iterator<Item = &'c Self>) -> Option<String> {
        // Removing an invisible character leaves a line that looks unchanged.
        if self.text.trim().is_empty() {
            return None;
        }
        let start = text.get(..self.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
        let end = text.get(self.span.end..)?.find('\n').map_or(text.len(), |newline| self.span.end + newline);
        if end - start > MAX_SHOWN_LINE_BYTES {
            return None;
        }
        let is_apart = |other: &&Self| other.span.end <= self.span.start || other.span.start >= self.span.end;
        let on_line = others.filter(|other| start <= other.span.start && other.span.end <= end).filter(is_apart);
        let mut made: Vec<&Self> = on_line.chain([self]).collect();
        made.sort_by_key(|correction| correction.span.start);
        let (mut line, mut at) = (String::new(), start);
        for correction in made {
            // Two that overlap: the first.
            if correction.span.start < at {
                continue;
            }
            line.push_str(text.get(at..correction.span.start)?);
            line.push_str(&correction.text);
            at = correction.span.end;
        }
        line.push_str(text.get(at..end)?);
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        (!line.is_empty() && !line.contains('\n')).then(|| line.to_owned())
    }
}

/// The candidate most similar to `word`, if similar enough to be a typing error.
///
/// ```
/// use bacheca::diagnostic::nearest;
///
/// assert_eq!(nearest("scadensa", ["scadenza", "sede"]), Some("scadenza"));
/// assert_eq!(nearest("xyz", ["scadenza", "sede"]), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    // A slip leaves a word about as long as it was: longer ones resemble no word of the project.
    if word.len() > 200 {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.84)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{Severity, nearest};

    #[test]
    fn nearest_finds_a_slip_and_refuses_a_stranger() {
        assert_eq!(nearest("scadensa", ["scadenza", "costo"]), Some("scadenza"));
        assert_eq!(nearest("Municipio", ["scadenza", "costo"]), None);
    }

    #[test]
    fn new_rule_is_a_warning_in_its_release_only() {
        let severity = |running| Severity::error_after_release((0, 9), running);
        assert_eq!([(0, 8), (0, 9)].map(severity), [Severity::Warning; 2]);
        assert_eq!([(0, 10), (1, 0)].map(severity), [Severity::Error; 2]);
    }
}
