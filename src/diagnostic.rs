//! What every stage uses to say that something is wrong: a [`Rule`] (what may be wrong) and a
//! [`Diagnostic`] (where it is wrong, in words a partner understands).
//!
//! The text of a message is written where the problem is found, in Italian and English side by
//! side: a catalogue of messages in another file drifts away from the code that uses it.

use std::ops::Range;

/// How much a problem matters: an error stops the build, a warning never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published, and said.
    Warning,
}

impl Severity {
    /// The word of the JSON report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The language of messages: Italian for partners, English for everybody else (`--lang`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageLanguage {
    /// Italian.
    #[default]
    Italian,
    /// English.
    English,
}

/// One sentence in the two languages of messages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Italian, for the people who write content.
    pub it: String,
    /// English, for everybody else.
    pub en: String,
}

impl Words {
    /// The sentence in one language.
    #[must_use]
    pub fn in_language(&self, language: MessageLanguage) -> &str {
        match language {
            MessageLanguage::Italian => &self.it,
            MessageLanguage::English => &self.en,
        }
    }
}

/// Both texts of a message, written side by side: `words!("Italian {x}", "English {x}")`.
#[macro_export]
macro_rules! words {
    ($it:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Words { it: format!($it), en: format!($en) }
    };
}

/// One thing that can be wrong with a board; its name never changes once published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// English kebab-case words, stable for ever.
    pub name: &'static str,
    /// What a finding means for the build.
    pub severity: Severity,
    /// One line: what must hold, in Italian.
    pub summary_it: &'static str,
    /// One line: what must hold, in English.
    pub summary_en: &'static str,
    /// Where the rule comes from: a paragraph of the channel's guidelines, a law, a standard.
    pub origin: &'static str,
}

impl Rule {
    /// A rule whose findings stop the build.
    #[must_use]
    pub const fn error(
        name: &'static str,
        summary_it: &'static str,
        summary_en: &'static str,
        origin: &'static str,
    ) -> Self {
        Self { name, severity: Severity::Error, summary_it, summary_en, origin }
    }

    /// A rule whose findings are only said.
    #[must_use]
    pub const fn warning(
        name: &'static str,
        summary_it: &'static str,
        summary_en: &'static str,
        origin: &'static str,
    ) -> Self {
        Self { name, severity: Severity::Warning, summary_it, summary_en, origin }
    }
}

/// One finding: what, where, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// [`Rule::name`].
    pub rule: &'static str,
    /// The rule's severity when it was found.
    pub severity: Severity,
    /// Path below the board's root, with `/`.
    pub file: String,
    /// Bytes in the file's text.
    pub span: Range<usize>,
    /// What is wrong, quoting the value; no full stop.
    pub message: Words,
    /// What to write instead.
    pub hint: Option<Words>,
    /// The corrected line, ready to paste, where it is known.
    pub replacement: Option<String>,
}

impl Diagnostic {
    /// A finding of `rule` at `span` of `file`.
    #[must_use]
    pub fn new(rule: &Rule, file: &str, span: Range<usize>, message: Words) -> Self {
        Self {
            rule: rule.name,
            severity: rule.severity,
            file: file.to_owned(),
            span,
            message,
            hint: None,
            replacement: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Words) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds the corrected line.
    #[must_use]
    pub fn replacement(mut self, line: String) -> Self {
        self.replacement = Some(line);
        self
    }
}

/// The nearest of `candidates` to `word`, if it is near enough to be what was meant.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
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
    use super::nearest;

    #[test]
    fn nearest_finds_a_slip_and_refuses_a_stranger() {
        assert_eq!(nearest("scadensa", ["scadenza", "costo"]), Some("scadenza"));
        assert_eq!(nearest("Municipio", ["scadenza", "costo"]), None);
    }
}
