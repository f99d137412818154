//! Text of a web page or of the HTML part of a mail.

use super::tidy::show_target;

/// Elements with an empty line before and after.
const PARAGRAPHS: &[&str] = &["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"];
/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "header",
    "li", "main", "nav", "section", "title", "tr",
];
/// Marks where a line ends: however many stand together, one line ends.
const LINE_END: char = '\u{1e}';
/// Marks where a cell ends.
const CELL_END: char = '\u{1f}';

/// Text of HTML: blocks as lines, points of lists with `- `, cells by tab, targets of links that their words do not show.
///
/// Entities, comments, styles and scripts are left to mail-parser, which knows lines only at `<br>` and `</p>`.
pub(super) fn html_to_text(html: &str) -> String {
    let mut marked = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    let mut link: Option<(usize, String)> = None;
    while let Some((before, tag)) = rest.split_once('<') {
        marked.push_str(before);
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if !tag.starts_with(|first: char| first.is_ascii_alphabetic() || "/!?".contains(first)) {
            marked.push_str("&lt;");
            rest = tag;
            continue;
        }
        let Some((tag, after)) = tag.split_once('>') else {
            rest = "";
            break;
        };
        rest = after;
        let is_end = tag.starts_with('/');
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "a" if is_end => {
                if let Some((start, target)) = link.take()
                    && let Some(shown) = marked.get(start..)
                    && let Some(target) = show_target(&mail_parser::decoders::html::html_to_text(shown), &target)
                {
                    marked.push_str(&target.replace('&', "&amp;").replace('<', "&lt;"));
                }
            }
            "a" => link = attribute(tag, "href").map(|target| (marked.len(), target)),
            "td" | "th" if is_end => marked.push(CELL_END),
            "style" | "script" | "head" | "template" => push_tag(&mut marked, tag),
            "br" => marked.push_str("<br>"),
            "li" if !is_end => marked.push_str("\u{1e}- "),
            _ if PARAGRAPHS.contains(&name.as_str()) => marked.push_str("<br><br>"),
            _ if BLOCKS.contains(&name.as_str()) => marked.push(LINE_END),
            _ => {}
        }
    }
    marked.push_str(rest);
    let text = mail_parser::decoders::html::html_to_text(&marked);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let parts: Vec<&str> = line.split(LINE_END).map(|part| part.trim_matches([' ', CELL_END, '\u{a0}'])).collect();
        // An empty part stands beside a line end that comes twice; an empty line has no line end.
        lines.extend(parts.iter().filter(|part| !part.is_empty() || parts.len() == 1).copied());
    }
    let cells = |line: &str| line.split(CELL_END).map(str::trim).collect::<Vec<_>>().join("\t");
    lines.into_iter().map(|line| cells(line) + "\n").collect()
}

fn push_tag(marked: &mut String, tag: &str) {
    marked.push('<');
    marked.push_str(tag);
    marked.push('>');
}

/// Value of an attribute of a tag, with its entities as the characters they stand for.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lowercase = tag.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lowercase.get(from..)?.find(name)?;
        from = at + name.len();
        let is_whole = lowercase.get(..at)?.ends_with(|before: char| before.is_ascii_whitespace() || before == '"');
        let Some(value) = tag.get(from..)?.trim_start().strip_prefix('=').filter(|_| is_whole) else { continue };
        let value = value.trim_start();
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
            _ => value.split(char::is_whitespace).next()?,
        };
        return Some(value.trim().replace("&amp;", "&"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> String {
        super::super::tidy::tidy_lines(&html_to_text(html))
    }

    #[test]
    fn blocks_lists_and_cells_are_lines_points_and_tabs() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><!-- <p>no</p> --><div>Corso<div>di\n italiano</div></div>\
            <ul><li>luned&igrave;<li>gioved&#236;</ul><table><tr><td>Quando</td><td>ore&nbsp;10</td></tr></table>";
        assert_eq!(read(html), "Corso\ndi italiano\n\n- lunedì\n- giovedì\n\nQuando\tore\u{a0}10\n");
    }

    #[test]
    fn target_of_a_link_stands_after_its_words() {
        assert_eq!(
            read(
                r#"<p>Scrivi <a class="b" href="https://x.it/?a=1&amp;b=2">qui</a> o a <a href='mailto:a@x.it'>a@x.it</a></p>"#
            ),
            "Scrivi qui (https://x.it/?a=1&b=2) o a a@x.it\n"
        );
    }

    #[test]
    fn broken_html_gives_what_can_be_read() {
        assert_eq!(read("Ciao <b"), "Ciao\n");
        assert_eq!(read("<a href>x</a> 3 < 4 &"), "x 3 < 4 &\n");
        assert_eq!(read("<!-- open"), "");
    }
}
