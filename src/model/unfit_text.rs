//! What no value of the facts may hold, whatever its field: outputs show a value on one line, as plain text.

use super::problem::{Problem, UrlFault, Written};
use super::record::Reader;
use crate::source::{Node, Yaml};
use crate::text::web_address::find_misleading_addresses;

/// Reports line ends, markup and addresses that mislead in every value below a node.
pub fn report_unfit_texts(root: &Node<'_>, reader: &mut Reader<'_>) {
    root.visit(&mut |node| {
        let Yaml::Scalar(text, _) = &node.yaml else { return };
        // Most values have none of these.
        if !text.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\t' | b'<' | b'@')) {
            return;
        }
        let text = text.trim();
        if text.contains(['\n', '\r', '\t']) {
            reader.report(node.span.clone(), Problem::LineBreak);
        }
        if holds_markup(text) {
            reader.report(node.span.clone(), Problem::Markup);
        }
        if let Some((range, host)) = find_misleading_addresses(text).next() {
            let written = Written::Text(text.get(range).unwrap_or_default().to_owned());
            let cause = UrlFault::LeadsElsewhere(host.to_owned());
            reader.report(node.span.clone(), Problem::InvalidUrl { written, cause });
        }
    });
}

/// Whether a text opens a tag, a comment or a declaration (HTML, 13.2.5.6); «ISEE < 9.000» and «<18 anni» do not.
fn holds_markup(text: &str) -> bool {
    let opens = |next: &u8| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?');
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| text.as_bytes().get(at + 1).is_some_and(opens))
}

#[cfg(test)]
mod tests {
    use super::holds_markup;

    #[test]
    fn comparisons_are_no_markup() {
        for (text, expected) in [
            ("Ciao <img src=x onerror=alert(1)>", true),
            ("</title>", true),
            ("<!-- x", true),
            ("ISEE < 9.000, <18 anni, a <- b", false),
            ("<", false),
        ] {
            assert_eq!(holds_markup(text), expected, "{text}");
        }
    }
}
