//! Lines of text without what layout leaves behind.

/// Ends lines by `\n`, takes away spaces at their ends and keeps at most one empty line between two others.
pub(super) fn tidy_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    // A form feed begins a page, the other two a line.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    for line in text.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let line = line.trim_end();
        if line.is_empty() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push('\n');
        }
        gap = false;
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Appends the target of a link to `shown`, its words, unless they show it already.
pub(super) fn show_target(shown: &str, target: &str) -> Option<String> {
    let target = target.trim();
    let bare = |address: &str| {
        let address = address.trim().trim_end_matches('/').to_lowercase();
        let start = ["https://", "http://", "mailto:", "tel:", "www."];
        start.iter().fold(address, |rest, prefix| rest.strip_prefix(prefix).map_or(rest.clone(), str::to_owned))
    };
    let is_address = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let target_digits = digits(target);
    let shows_phone =
        target.to_lowercase().starts_with("tel:") && target_digits.ends_with(&digits(shown)) && digits(shown).len() > 5;
    if !is_address || target.contains(char::is_whitespace) || bare(target).is_empty() {
        return None;
    }
    if bare(shown).contains(&bare(target)) || shows_phone {
        return None;
    }
    let target = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:")).unwrap_or(target);
    // The subject and the text of a mail to write are no part of the address.
    let target = if target.contains("://") { target } else { target.split('?').next().unwrap_or(target) };
    Some(format!(" ({target})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidy_lines_keeps_one_empty_line_and_unix_ends() {
        assert_eq!(tidy_lines("\u{feff}\r\n a \r\nb\r\r\n\nc\u{c}d"), " a\nb\n\nc\nd\n");
        assert_eq!(tidy_lines(" \n\t\n"), "");
    }

    #[test]
    fn target_of_a_link_is_shown_once() {
        assert_eq!(show_target("qui", "https://x.it/m?a=1").as_deref(), Some(" (https://x.it/m?a=1)"));
        assert_eq!(show_target("www.x.it", "https://www.x.it/"), None);
        assert_eq!(show_target("scrivi", "mailto:a@x.it?subject=Corso").as_deref(), Some(" (a@x.it)"));
        assert_eq!(show_target("A@x.it", "mailto:a@x.it"), None);
        assert_eq!(show_target("06 123 4567", "tel:+39061234567"), None);
        assert_eq!(show_target("chiama", "tel:+39061234567").as_deref(), Some(" (+39061234567)"));
        assert_eq!(show_target("qui", "javascript:alert(1)"), None);
        assert_eq!(show_target("in cima", "#top"), None);
    }
}
