//! Markdown as HTML, for pages and feeds.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::link_target::check_target;
use super::parser;
use crate::text::digit_groups::{find_digit_groups, is_right_to_left};
use crate::text::escape::Html;
use crate::text::mail_address::MailAddress;

/// Renders Markdown as HTML. Tags of raw HTML and unsafe links are removed, their text stays, whatever the rules said;
/// headings start at level 2, below the page's own.
///
/// ```
/// use bacheca::markdown::render_html;
///
/// assert_eq!(render_html("**Gratis** <b>oggi</b>").as_str(), "<p><strong>Gratis</strong> oggi</p>\n");
/// ```
#[must_use]
pub fn render_html(text: &str) -> Html {
    render_with_links(text, |target| target)
}

/// Renders Markdown as HTML for feeds and mail: relative links are resolved against `page`.
#[must_use]
pub fn render_html_with_absolute_links(text: &str, page: &str) -> Html {
    let base = url::Url::parse(page).ok();
    render_with_links(text, |target| match base.as_ref().and_then(|base| base.join(&target).ok()) {
        Some(whole) => CowStr::from(String::from(whole)),
        None => target,
    })
}

fn render_with_links<'t>(text: &'t str, link: impl Fn(CowStr<'t>) -> CowStr<'t>) -> Html {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    // Whether each open link was written: an autolinked mailbox may stand inside another link.
    let mut links: Vec<bool> = Vec::new();
    let events = parser(text).filter_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let email = link_type == LinkType::Email;
            // HTML forbids nested links (section 4.5.1).
            let kept = is_safe_link(&dest_url, link_type) && !links.contains(&true);
            links.push(kept);
            let dest_url = if email { dest_url } else { link(dest_url) };
            kept.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or_default().then_some(event),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Some(Event::Start(Tag::Heading { level: lower_heading(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower_heading(level)))),
        event => Some(event),
    });
    if is_right_to_left(text) {
        pulldown_cmark::html::push_html(&mut out, events.flat_map(isolate_digit_groups));
    } else {
        pulldown_cmark::html::push_html(&mut out, events);
    }
    #[allow(clippy::disallowed_methods, reason = "the renderer")]
    Html::from_renderer(out)
}

/// Whether a link is published: its target is valid, by itself.
fn is_safe_link(target: &str, link_type: LinkType) -> bool {
    if link_type == LinkType::Email { MailAddress::new(target).is_some() } else { check_target(target).is_ok() }
}

/// Isolates digit groups inside right-to-left text.
fn isolate_digit_groups(event: Event<'_>) -> Vec<Event<'_>> {
    let Event::Text(text) = &event else { return vec![event] };
    let mut parts = Vec::new();
    let mut read = 0;
    let part = |range: Range<usize>| Event::Text(CowStr::from(text.get(range).unwrap_or_default().to_owned()));
    for range in find_digit_groups(text) {
        parts.push(part(read..range.start));
        parts.push(Event::InlineHtml("<bdi dir=\"ltr\">".into()));
        parts.push(part(range.clone()));
        parts.push(Event::InlineHtml("</bdi>".into()));
        read = range.end;
    }
    if parts.is_empty() {
        return vec![event];
    }
    parts.push(part(read..text.len()));
    parts
}

fn lower_heading(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        HeadingLevel::H4 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
}
