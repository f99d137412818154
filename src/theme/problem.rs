//! What may be wrong with a board's own theme.

use std::ops::Range;

/// What is wrong with a theme, as a fact: a rule of `check` says it to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Something cannot be used.
    Unusable(Unusable),
    /// Something changes nothing.
    Unused(Unused),
}

/// What cannot be used of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// The folder of the theme is not there, or the name cannot be that of one: what reading it says.
    NoFolder(Box<crate::error::Error>),
    /// A language of the board for which neither theme has texts.
    NoTexts {
        /// Code in `site.toml`.
        code: String,
        /// Languages with texts.
        known: Vec<String>,
    },
    /// A file of texts, templates or sheets that is not UTF-8.
    NotUtf8,
    /// A text that Fluent cannot read.
    TextSyntax(TextFault),
    /// A variable that nothing puts into the text.
    UnknownVariable {
        /// Its name, without `$`.
        name: String,
        /// The variables that the text has.
        known: Vec<String>,
    },
    /// A template that cannot be compiled.
    Template {
        /// Words of the program that reads templates, in English.
        cause: String,
    },
}

/// What of a theme changes nothing, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unused {
    /// A text that nothing asks for, and the key that may be meant.
    UnknownText {
        /// Its key.
        key: String,
        /// The key that may be meant.
        meant: Option<String>,
    },
    /// A text that stands in its file twice: only the last one counts.
    RepeatedText {
        /// Its key.
        key: String,
    },
    /// Texts that a language of the board's own lacks.
    MissingTexts {
        /// How many.
        missing: usize,
        /// How many there are.
        all: usize,
        /// The first of them.
        first: Vec<String>,
    },
    /// A file that nothing reads.
    NotRead {
        /// Path in the theme that may be meant.
        meant: Option<String>,
    },
    /// A folder of `themes/`, where `site.toml` names no theme.
    NotNamed {
        /// Its name.
        folder: String,
    },
    /// A language of which nobody knows the names of months and weekdays.
    NoMonthNames {
        /// Its code.
        code: String,
    },
    /// A family of letters for paper that the machine does not have.
    NoFont {
        /// Its name.
        family: String,
    },
}

impl From<Unusable> for Problem {
    fn from(problem: Unusable) -> Self {
        Self::Unusable(problem)
    }
}

impl From<Unused> for Problem {
    fn from(problem: Unused) -> Self {
        Self::Unused(problem)
    }
}

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFault {
    /// A line that is not `key = text`.
    NoText,
    /// Braces that do not match.
    Braces,
    /// A choice without the variant for all other cases, marked with `*`.
    NoDefault,
    /// Another fault, in the words of Fluent's reader.
    Other(String),
}

/// A problem of a file of the board's theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFault {
    /// Path in the theme: `i18n/it.ftl`.
    pub path: String,
    /// Byte range in the file.
    pub span: Range<usize>,
    /// What is wrong.
    pub problem: Problem,
}

impl ThemeFault {
    /// A problem at bytes of a file of the theme.
    #[must_use]
    pub fn new(path: &str, span: Range<usize>, problem: impl Into<Problem>) -> Self {
        Self { path: path.to_owned(), span, problem: problem.into() }
    }
}
