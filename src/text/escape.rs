//! Escapes text for HTML, XML, scripts, Markdown and YAML.

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

/// Escapes `&`, `<` and `>`, for text content of HTML or XML.
#[must_use]
pub fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = escape_html_body_text(&mut out, text);
    out
}

/// Escapes `&`, `<`, `>` and `"`, for attribute values in double quotes and for text content.
#[must_use]
pub fn escape_attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let _ = escape_html(&mut out, text);
    out
}

/// Reverses [`escape_attribute`].
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
        assert_eq!(escape_text(text), "&lt;b title=\"x\"&gt; &amp; co.");
        assert_eq!(escape_attribute(text), "&lt;b title=&quot;x&quot;&gt; &amp; co.");
        assert_eq!(unescape_attribute(&escape_attribute(text)), text);
        assert_eq!(escape_script("\"</script><!--\"".to_owned()), "\"\\u003c/script\\u003e\\u003c!--\"");
        assert_eq!(quote_yaml("C:\\ \"x\""), "\"C:\\\\ \\\"x\\\"\"");
    }
}
