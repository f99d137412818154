//! Removes what browsers skip from style sheets: readers pay for each byte. No more than that: the crate `minifier` 0.4, which
//! the search brings along, loses rules of `style.css` and joins «.a ::b» to «.a::b».

/// A style sheet without its comments (CSS Syntax 3, 4.3.2), lines that were only comments, indentation, and spaces beside
/// braces and behind signs. Text in quotation marks stays as it is; so does what follows a comment that is not closed.
///
/// ```
/// use bacheca::text::compact_css::compact_css;
///
/// let sheet = "/* Head */\n.top { /* one line */ margin: 0; }\n  a::after { content: \"/* */\"; }\n";
/// assert_eq!(compact_css(sheet), ".top{ margin:0}\na::after{content:\"/* */\"}\n");
/// ```
#[must_use]
pub fn compact_css(sheet: &str) -> String {
    let mut stripped = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, here) = rest.split_at(at);
        stripped.push_str(&without_spaces(before));
        let length = match here.as_bytes() {
            [b'/', b'*', ..] => match here.get(2..).and_then(|comment| comment.split_once("*/")) {
                Some((_, after)) => {
                    rest = after;
                    continue;
                }
                None => here.len(),
            },
            [quote @ (b'"' | b'\''), ..] => quoted_length(here, *quote),
            _ => 1,
        };
        let (kept, after) = here.split_at(length);
        stripped.push_str(kept);
        rest = after;
    }
    stripped.push_str(&without_spaces(rest));
    let lines = stripped.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Part of a style sheet that is not in quotation marks, without spaces that mean nothing wherever they stand: the one in
/// `a :hover` or `1px + 2px` means something.
fn without_spaces(part: &str) -> String {
    const SHORTER: [(&str, &str); 7] =
        [("; ", ";"), (": ", ":"), (", ", ","), (" {", "{"), ("{ ", "{"), (" }", "}"), (";}", "}")];
    SHORTER.iter().fold(part.to_owned(), |part, (long, short)| part.replace(long, short))
}

/// Bytes of a text in quotation marks at the start of a text, the marks included; an escaped mark does not end it.
fn quoted_length(text: &str, quote: u8) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_and_what_is_not_closed_stay() {
        for (sheet, stripped) in [
            ("a { b: url(x/y); } /* z */", "a{b:url(x/y)}\n"),
            ("a::before { content: \"\\\"/*\"; } /**/ b {}", "a::before{content:\"\\\"/*\"}  b{}\n"),
            ("a { content: '/* \"'; }", "a{content:'/* \"'}\n"),
            ("a {} /* open", "a{} /* open\n"),
            ("/*/ a {} */ b {}", "b{}\n"),
            ("a { content: \"open", "a{content:\"open\n"),
            ("", ""),
            ("/* è */\n\n:lang(ar) { content: \"…\"; }", ":lang(ar){content:\"…\"}\n"),
        ] {
            assert_eq!(compact_css(sheet), stripped, "{sheet}");
        }
    }
}
