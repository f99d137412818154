//! Problems of encoding, front matter and YAML, as data; `check/rules/` turns them into messages.

use std::ops::Range;

/// A problem with its byte range.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<P> {
    /// Byte range in the file's text.
    pub span: Range<usize>,
    /// Problem.
    pub problem: P,
}

impl<P> Spanned<P> {
    /// Creates a problem at a byte range.
    pub fn new(span: Range<usize>, problem: P) -> Self {
        Self { span, problem }
    }
}

/// Problem of encoding, front matter or YAML. Each variant is reported by one rule of `check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// File above the size limit.
    FileTooLarge {
        /// Length of the file in bytes, as far as it was read.
        bytes: u64,
    },
    /// Bytes that are not UTF-8.
    NotUtf8 {
        /// Name of the encoding; `None` if no encoding makes a plausible text of them.
        encoding: Option<&'static str>,
    },
    /// Lines in which git left two versions of a text (`<<<<<<<`, `=======`, `>>>>>>>`).
    Conflict {
        /// The lines of both versions, without the markers, if it is right to keep both.
        both: Option<Replacement>,
    },
    /// Missing `---` block at the top.
    FrontMatterMissing,
    /// Front matter that no line of dashes closes.
    FrontMatterUnclosed,
    /// Line of dashes in place of `---`.
    WrongFence,
    /// YAML syntax error.
    YamlSyntax(SyntaxFault),
    /// Duplicate key.
    DuplicateKey {
        /// Key.
        key: String,
    },
    /// ` #` in a value: YAML treats the rest of the line as a comment.
    CommentSwallowsText {
        /// Value in quotes; `None` if quotes do not help.
        quoted: Option<Replacement>,
    },
    /// Unsupported YAML feature: anchor, alias or tag.
    YamlFeature,
}

/// Kind of syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// Tab in the indentation.
    TabIndentation,
    /// Colon without a space behind it: `titolo:Corso`; or a space or colon that YAML takes for a letter.
    Spacing {
        /// Key, colon and space as they have to be.
        correction: Replacement,
        /// Whether the correction cannot be wrong: only the sort of space or colon changes.
        certain: bool,
    },
    /// Value that needs quotes.
    Value {
        /// Reason.
        fault: ValueFault,
        /// Value in quotes.
        quoted: Replacement,
    },
    /// Line that no repair made valid.
    UnreadableLine {
        /// What the parser says.
        detail: String,
    },
    /// Front matter that is not a map.
    NotAMap,
    /// A file of entries that is not a list.
    NotAList,
}

/// Reason why YAML misreads a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueFault {
    /// Nesting deeper than any field needs.
    NestedTooDeep,
    /// Colon followed by a space.
    ColonAndSpace,
    /// Unbalanced or misplaced quotes.
    UnclosedQuote,
    /// Unclosed bracket.
    UnclosedBracket(char),
    /// First character is a YAML indicator.
    SpecialStart(char),
    /// Any other reason.
    Other {
        /// What the parser says.
        detail: String,
    },
}

/// Replacement text for a byte range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Byte range in the file's text.
    pub span: Range<usize>,
    /// New text.
    pub text: String,
}
