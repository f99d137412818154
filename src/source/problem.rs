//! What can be wrong before anybody looks at the meaning, as facts: `check/rules/` says them to people.

use std::ops::Range;

/// A problem and the bytes of its file's text that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<P> {
    /// Bytes in the file's text.
    pub span: Range<usize>,
    /// What is wrong there.
    pub problem: P,
}

impl<P> Spanned<P> {
    /// A problem at some bytes.
    pub fn new(span: Range<usize>, problem: P) -> Self {
        Self { span, problem }
    }
}

/// Something that is wrong with bytes, front matter or YAML. Each kind of problem belongs to one rule of `check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Larger than anybody writes by hand.
    FileTooLarge {
        /// Its size.
        kilobytes: usize,
    },
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// No `---` block at the top.
    FrontMatterMissing,
    /// YAML that cannot be read.
    YamlSyntax(SyntaxFault),
    /// The same key twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// ` #` in a value: YAML drops the rest of the line.
    CommentSwallowsText {
        /// The value in quotes; `None` where that did not help.
        quoted: Option<Replacement>,
    },
    /// An anchor, an alias or a tag.
    YamlFeature,
}

/// What YAML cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// An indentation that holds a tab.
    TabIndentation,
    /// A value that needs quotes.
    Value {
        /// Why.
        fault: ValueFault,
        /// The value in quotes.
        quoted: Replacement,
    },
    /// A line that no repair helped.
    UnreadableLine {
        /// What the parser says.
        detail: String,
    },
    /// Facts that are a list or a text.
    NotAMap,
}

/// Why YAML stumbles over a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueFault {
    /// More lists and maps within each other than any field needs.
    NestedTooDeep,
    /// A colon and a space in the middle.
    ColonAndSpace,
    /// Quotes that open and do not close well.
    UnclosedQuote,
    /// This bracket opens and does not close.
    UnclosedBracket(char),
    /// It starts with a character that is special to YAML.
    SpecialStart(char),
    /// Anything else.
    Other {
        /// What the parser says.
        detail: String,
    },
}

/// Other text for some bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Bytes in the file's text.
    pub span: Range<usize>,
    /// What to write there.
    pub text: String,
}
