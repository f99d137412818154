//! What every stage uses to say that something is wrong: a [`Rule`] (what may be wrong) and a
//! [`Diagnostic`] (where it is wrong, in words a partner understands).
//!
//! The text of a message is written where the problem is found, in Italian and English side by
//! side: a catalogue of messages in another file drifts away from the code that uses it.

use std::fmt::Write;
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
pub struct LocalizedString {
    /// Italian, for the people who write content.
    pub it: String,
    /// English, for everybody else.
    pub en: String,
}

impl LocalizedString {
    /// The sentence in one language.
    #[must_use]
    pub fn in_language(&self, language: MessageLanguage) -> &str {
        match language {
            MessageLanguage::Italian => &self.it,
            MessageLanguage::English => &self.en,
        }
    }
}

/// Both texts of a message, written side by side: `localized!("Italian {x}", "English {x}")`.
#[macro_export]
macro_rules! localized {
    ($it:literal, $en:literal $(,)?) => {
        $crate::diagnostic::LocalizedString { it: format!($it), en: format!($en) }
    };
}

/// One sentence in the two languages of messages, known when the program is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaticText {
    /// Italian, for the people who write content.
    pub it: &'static str,
    /// English, for everybody else.
    pub en: &'static str,
}

/// Both languages of a sentence: `text("Italian", "English")`.
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
    /// The sentence in one language.
    #[must_use]
    pub fn in_language(self, language: MessageLanguage) -> &'static str {
        match language {
            MessageLanguage::Italian => self.it,
            MessageLanguage::English => self.en,
        }
    }
}

/// What a rule looks after: the four criteria of the guidelines (section 5), and what holds them up.
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
    /// What is said in other languages.
    Translations,
    /// Images.
    Media,
}

impl RuleGroup {
    /// Every group, in the order in which rules are listed.
    pub const ALL: [Self; 7] = [
        Self::Accessibility,
        Self::SocialPurpose,
        Self::Reliability,
        Self::Clarity,
        Self::Translations,
        Self::Media,
        Self::Syntax,
    ];

    /// Its name, for headings.
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

/// One thing that can be wrong with a board; its name never changes once published.
///
/// The examples are run by the tests. Their lines take the place of the fields of the same name in a
/// good item; `# field:` takes a field away, what stands below `---` is the text, and
/// `-- content/enti/x.md --` starts another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// English kebab-case words, stable for ever.
    pub name: &'static str,
    /// What a finding means for the build.
    pub severity: Severity,
    /// What it looks after.
    pub group: RuleGroup,
    /// One line: what must hold.
    pub summary: StaticText,
    /// Why, and what to do: two or three sentences.
    pub explanation: StaticText,
    /// An example that breaks it.
    pub wrong: &'static str,
    /// The same, as it should be.
    pub right: &'static str,
    /// Where the rule comes from: a paragraph of the channel's guidelines, a law, a standard.
    pub origin: &'static str,
}

impl Rule {
    /// An example for people: signs that nobody sees by their names, what is left as it is as `…`.
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

/// A text in which signs that nobody sees are named: `⟨U+200B⟩`.
#[must_use]
pub fn name_invisible_characters(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        let hidden = matches!(character, '\u{a0}' | '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
        match character {
            '\n' | '\t' => shown.push(character),
            '\r' => shown.push('␍'),
            _ if hidden || character.is_control() => {
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    shown
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
    pub message: LocalizedString,
    /// What to write instead.
    pub hint: Option<LocalizedString>,
    /// What to write there, where it is known.
    pub correction: Option<Correction>,
    /// What to ask the organisation, where only it can answer; ends with a question mark.
    pub question: Option<LocalizedString>,
}

/// Other bytes for some of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Bytes of the file's text that it takes the place of.
    pub span: Range<usize>,
    /// What to write there.
    pub text: String,
    /// It changes no meaning: `check --fix` may do it by itself.
    pub safe: bool,
}

impl Diagnostic {
    /// A finding of `rule` at `span` of `file`.
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

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: LocalizedString) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds what to write in place of some bytes; `safe` if no meaning changes.
    #[must_use]
    pub fn correction(mut self, span: Range<usize>, text: String, safe: bool) -> Self {
        self.correction = Some(Correction { span, text, safe });
        self
    }

    /// Adds what to ask the organisation.
    #[must_use]
    pub fn question(mut self, question: LocalizedString) -> Self {
        self.question = Some(question);
        self
    }
}

impl Diagnostic {
    /// Says what to write in place of some bytes; `safe` if no meaning changes.
    pub fn correct(&mut self, span: Range<usize>, text: String, safe: bool) -> &mut Self {
        self.correction = Some(Correction { span, text, safe });
        self
    }

    /// Says what to ask the organisation.
    pub fn ask(&mut self, question: LocalizedString) -> &mut Self {
        self.question = Some(question);
        self
    }
}

/// How many bytes of a line are shown to people.
pub const LONGEST_LINE: usize = 4_000;

impl Correction {
    /// The corrected line of a file's text, without its indentation, ready to paste; `None` where the
    /// correction has several lines or none, or the line is longer than anybody reads.
    #[must_use]
    pub fn line(&self, text: &str) -> Option<String> {
        // Without a sign that nobody sees the line looks as before.
        if self.text.trim().is_empty() {
            return None;
        }
        let start = text.get(..self.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
        let end = text.get(self.span.end..)?.find('\n').map_or(text.len(), |newline| self.span.end + newline);
        if end - start > LONGEST_LINE {
            return None;
        }
        let line = format!("{}{}{}", text.get(start..self.span.start)?, self.text, text.get(self.span.end..end)?);
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        (!line.is_empty() && !line.contains('\n')).then(|| line.to_owned())
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
