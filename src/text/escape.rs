//! Text escaped for where it goes, as a type of its own for each place, so that a plain string cannot get there
//! unescaped; scripts, Markdown and YAML, whose texts stay within this program, by functions.

use std::fmt;

use pulldown_cmark_escape::{escape_html, escape_html_body_text};
use serde::Serialize;

use super::invisible::Invisible;

/// Declares a type for escaped text; its constructors are beside it.
macro_rules! escaped {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
        pub struct $name(String);

        impl $name {
            /// The escaped text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(escaped: $name) -> Self {
                escaped.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

escaped! {
    /// HTML for the content of an element.
    Html
}
escaped! {
    /// Value of an HTML or XML attribute in double quotes; also valid as the text of an element.
    Attribute
}
escaped! {
    /// Text of an XML element, of characters that XML 1.0 can hold.
    XmlText
}
escaped! {
    /// Plain text of a feed, of characters that XML 1.0 can hold; the writer of the feed escapes it for XML.
    FeedText
}
escaped! {
    /// HTML of a feed, of characters that XML 1.0 can hold; the writer of the feed escapes it for XML.
    FeedHtml
}
escaped! {
    /// Text of an iCalendar property (RFC 5545, section 3.3.11) without controls but `\n`, which its writer escapes.
    IcsText
}

impl Html {
    /// Escapes a text.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        // Writing to a string cannot fail.
        let _ = escape_html_body_text(&mut out, text);
        Self(out)
    }

    /// Tags that are written in the program itself, which no content can be.
    #[must_use]
    pub fn from_tags(tags: &'static str) -> Self {
        Self(tags.to_owned())
    }

    /// HTML that the renderer of Markdown has written, texts within it escaped.
    #[must_use]
    pub fn from_renderer(markup: String) -> Self {
        Self(markup)
    }
}

impl FromIterator<Html> for Html {
    /// Joins parts.
    fn from_iter<I: IntoIterator<Item = Self>>(parts: I) -> Self {
        parts.into_iter().fold(Self::default(), |mut whole, part| {
            whole.0.push_str(&part.0);
            whole
        })
    }
}

impl Attribute {
    /// Escapes `&`, `<`, `>` and `"`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        let _ = escape_html(&mut out, text);
        Self(out)
    }
}

impl XmlText {
    /// Drops what XML cannot hold, and escapes the rest.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Html::from_text(&drop_non_xml(text.to_owned())).0)
    }
}

impl FeedText {
    /// Drops what XML cannot hold.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(drop_non_xml(text.into()))
    }
}

impl FeedHtml {
    /// Escapes a text for an element that readers take for HTML.
    #[must_use]
    pub fn from_text(text: &FeedText) -> Self {
        Self(Html::from_text(&text.0).0)
    }

    /// Escapes a text for an element that some readers take for HTML and some for plain text, as they do with titles:
    /// only signs that the two would read differently, so that «Arte & Mestieri» stays the same in both.
    ///
    /// ```
    /// use bacheca::text::escape::{FeedHtml, FeedText};
    ///
    /// let title = |text| FeedHtml::from_title(&FeedText::new(text)).to_string();
    /// assert_eq!(title("Arte & Mestieri, ISEE < 9.000"), "Arte & Mestieri, ISEE < 9.000");
    /// assert_eq!(title("<img src=x> &lt;"), "&lt;img src=x> &amp;lt;");
    /// ```
    #[must_use]
    pub fn from_title(text: &FeedText) -> Self {
        let mut out = String::with_capacity(text.0.len());
        for (at, character) in text.0.char_indices() {
            let rest = text.0.get(at + character.len_utf8()..).unwrap_or_default();
            match character {
                // What opens a tag, a comment or a declaration (HTML, 13.2.5.6).
                '<' if rest.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) => {
                    out.push_str("&lt;");
                }
                '&' if opens_character_reference(rest) => out.push_str("&amp;"),
                _ => out.push(character),
            }
        }
        Self(out)
    }

    /// HTML of a page or a text.
    #[must_use]
    pub fn from_html(html: Html) -> Self {
        Self(drop_non_xml(html.0))
    }
}

impl IcsText {
    /// Turns line ends of every kind into `\n` and drops other controls: a bare carriage return would begin a property.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let ends = |character| Invisible::kind_of(character) == Some(Invisible::LineEnd);
        if !text.contains(|character: char| character.is_control() && character != '\n' || ends(character)) {
            return Self(text);
        }
        let text = text.replace("\r\n", "\n").replace(|character| character == '\r' || ends(character), "\n");
        Self(text.replace(|character: char| character.is_control() && character != '\n', " "))
    }
}

/// Whether text after `&` is a character reference: letters and digits up to a semicolon, or, as readers of HTML forgive
/// a missing one, a number or the name of a sign of markup (HTML, 13.2.5.72 and 13.2.5.73).
fn opens_character_reference(rest: &str) -> bool {
    let signs = ["lt", "gt", "quot", "amp"];
    let is_sign = |name: &str| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    if rest.starts_with('#') || signs.into_iter().any(is_sign) {
        return true;
    }
    rest.find(';').is_some_and(|end| {
        let name = rest.get(..end).unwrap_or_default();
        let name = name.strip_prefix('#').unwrap_or(name);
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Drops the characters that an XML document cannot hold in any form (XML 1.0, production 2).
fn drop_non_xml(mut text: String) -> String {
    let excluded = |character: char| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.retain(|character| !excluded(character));
    text
}

/// Reverses [`Attribute::new`].
#[must_use]
pub fn unescape_attribute(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Escapes JSON for a `<script>` element, so that it cannot end the element or open a comment (HTML, 4.12.1.3).
#[must_use]
pub fn escape_script(json: String) -> String {
    if json.contains(['<', '>']) { json.replace('<', "\\u003c").replace('>', "\\u003e") } else { json }
}

/// Escapes a value for Markdown, so that it is shown literally and opens no block.
///
/// ```
/// use bacheca::text::escape::escape_markdown;
///
/// assert_eq!(escape_markdown("2 * 3 * 4"), r"2 \* 3 \* 4");
/// ```
#[must_use]
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, character) in text.chars().enumerate() {
        let special = matches!(character, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '#' | '&' | '!' | '|');
        // These open lists at the start of a line.
        let opens = index == 0 && matches!(character, '-' | '+' | '=');
        if special || opens {
            out.push('\\');
        }
        // A number with a full stop or bracket opens a list at the start of a line.
        if matches!(character, '.' | ')')
            && index > 0
            && text.chars().take(index).all(|earlier| earlier.is_ascii_digit())
        {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Quotes a value as a double-quoted YAML scalar (YAML 1.2.2, 7.3.1); line breaks are kept.
#[must_use]
pub fn quote_yaml(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_text_contains_no_markup() {
        let text = "<b title=\"x\"> & co.";
        assert_eq!(Html::from_text(text).as_str(), "&lt;b title=\"x\"&gt; &amp; co.");
        assert_eq!(Attribute::new(text).as_str(), "&lt;b title=&quot;x&quot;&gt; &amp; co.");
        assert_eq!(unescape_attribute(Attribute::new(text).as_str()), text);
        assert_eq!(escape_script("\"</script><!--\"".to_owned()), "\"\\u003c/script\\u003e\\u003c!--\"");
        assert_eq!(quote_yaml("C:\\ \"x\""), "\"C:\\\\ \\\"x\\\"\"");
    }

    #[test]
    fn xml_holds_only_its_characters() {
        assert_eq!(XmlText::new("a\u{1}<b>\u{fffe}\u{b}\t&").as_str(), "a&lt;b&gt;\t&amp;");
        let text = FeedText::new("<b>\u{1f} & \u{8}co.");
        assert_eq!(text.as_str(), "<b> & co.");
        assert_eq!(FeedHtml::from_text(&text).as_str(), "&lt;b&gt; &amp; co.");
        assert_eq!(FeedHtml::from_html(Html::from_renderer("<p>\u{c}x</p>".to_owned())).as_str(), "<p>x</p>");
    }

    #[test]
    fn titles_read_the_same_as_html_and_as_text() {
        let title = |text: &str| FeedHtml::from_title(&FeedText::new(text)).0;
        for same in ["R&D, Arte & Mestieri;", "a < b > c", "<18 anni", "&", "&;", "& amp;"] {
            assert_eq!(title(same), same);
        }
        for (text, escaped) in [
            ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>"),
            ("</title><!--", "&lt;/title>&lt;!--"),
            ("&lt;b&gt; &#60;b&#x3e;", "&amp;lt;b&amp;gt; &amp;#60;b&amp;#x3e;"),
            ("&ltimg src=x&GT &#60img", "&amp;ltimg src=x&amp;GT &amp;#60img"),
        ] {
            assert_eq!(title(text), escaped);
        }
    }

    #[test]
    fn calendar_text_has_no_carriage_return() {
        assert_eq!(IcsText::new("a\r\nb\rc\u{85}d\u{2028}e\tf\u{1}g\nh").as_str(), "a\nb\nc\nd\ne f g\nh");
    }
}
