//! Markdown as HTML: only allowed tags and attributes come out.

use bacheca::markdown::{
    LinkFault, MarkupFinding, inspect_markup, plain_text, render_html, render_html_with_absolute_links,
};
use bacheca::text::escape::{FeedHtml, FeedText};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::assertions::assert_span_within;

/// Allowed tags, and the attributes of each.
const ALLOWED_TAGS: [(&str, &[&str]); 20] = [
    ("a", &["href", "title"]),
    ("bdi", &["dir"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("em", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("hr", &[]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("s", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("ul", &[]),
];

/// Asserts that the HTML has only allowed tags, well nested, and links to pages, mail addresses and phone numbers.
pub fn assert_holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let text = super::text_below_front_matter(text);
    for page in [render_html(text), render_html_with_absolute_links(text, "https://example.org/bacheca/o/prova/")]
        .map(String::from)
    {
        assert_well_nested(&page);
    }
    text.lines().for_each(assert_title_reads_as_text);
    let _ = plain_text(text);
    let parts = inspect_markup(text);
    for (span, _) in &parts {
        assert_span_within(text, span, "a finding");
    }
    let strange = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
        .any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. })));
    let is_reported =
        parts.iter().any(|(_, part)| matches!(part, MarkupFinding::Html | MarkupFinding::Link(_, LinkFault::Scheme)));
    assert!(!strange || is_reported, "unreported HTML or picture: {text:?}");
}

/// Asserts that a title in a feed has no tag for readers that take it for HTML, and loses nothing for them.
fn assert_title_reads_as_text(line: &str) {
    let text = FeedText::new(line);
    let title = FeedHtml::from_title(&text);
    let mut after = title.as_str().split('<').skip(1);
    let opens = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    assert!(!after.any(opens), "a tag in a title: {line:?}");
    assert_eq!(title.as_str().replace("&lt;", "<").replace("&amp;", "&"), text.as_str(), "a title reads otherwise");
}

/// Asserts that every tag and attribute is allowed, every tag is closed, and every link is harmless.
pub fn assert_well_nested(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        assert!(!words.contains('>'), "a bracket closes nothing: {page:?}");
        let (tag, behind) = tag[1..].split_once('>').unwrap_or_else(|| panic!("a tag without end: {page:?}"));
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed in another order: {page:?}");
            continue;
        }
        let tag = tag.strip_suffix(" /").unwrap_or(tag);
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let known = ALLOWED_TAGS.iter().find(|(known, _)| *known == name);
        let (_, allowed) = known.unwrap_or_else(|| panic!("<{name}> comes out: {page:?}"));
        while !attributes.is_empty() {
            let (attribute, value) = attributes.split_once("=\"").unwrap_or_else(|| panic!("{attributes}: {page:?}"));
            let (value, behind) = value.split_once('"').unwrap_or_else(|| panic!("{attributes}: {page:?}"));
            assert!(allowed.contains(&attribute), "<{name} {attribute}> comes out: {page:?}");
            if attribute == "href" {
                assert_harmless_link(value, page);
            }
            attributes = behind.trim_start();
        }
        if !matches!(name, "br" | "hr") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} stay open: {page:?}");
}

/// Asserts that a link is harmless as a browser reads it: without control characters and spaces, entities resolved.
fn assert_harmless_link(target: &str, page: &str) {
    let target = target.replace("&#x27;", "'");
    assert!(!target.contains("&#"), "a letter is written as a number: {page:?}");
    let target = target.replace("&amp;", "&").to_lowercase();
    let target: String = target.chars().filter(|c| !c.is_control() && *c != ' ').collect();
    let scheme = target.split(['/', '?', '#']).next().unwrap_or_default().split_once(':').map(|(scheme, _)| scheme);
    let known = scheme.is_none_or(|scheme| matches!(scheme, "http" | "https" | "mailto" | "tel"));
    assert!(
        known && !target.starts_with("//") && !target.starts_with("/\\"),
        "{target} is no link to follow: {page:?}"
    );
}
