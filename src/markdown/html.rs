//! Markdown as HTML, for pages and feeds.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, TextMergeStream};

use super::bare_links::find_bare_links;
use super::link_target::check_target;
use super::parser;
use crate::text::digit_groups::{find_digit_groups, is_right_to_left};
use crate::text::escape::{Attribute, Html};
use crate::text::mail_address::MailAddress;

/// What stands around words that are read from left to right inside right-to-left text.
const ISOLATE: &str = "<bdi dir=\"ltr\">";
const END_ISOLATE: &str = "</bdi>";

/// Renders Markdown as HTML. Tags of raw HTML and unsafe links are removed, their text stays, whatever the rules said;
/// headings start at level 2, below the page's own. Addresses, mailboxes and telephone numbers without brackets become links,
/// except in code.
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

/// A text without Markdown as HTML, in which addresses, mailboxes and telephone numbers are links as in [`render_html`].
///
/// ```
/// use bacheca::markdown::link_addresses;
///
/// let html = link_addresses("Scrivi a <corsi@example.org>");
/// assert_eq!(html.as_str(), "Scrivi a &lt;<a href=\"mailto:corsi@example.org\">corsi@example.org</a>&gt;");
/// ```
#[must_use]
pub fn link_addresses(text: &str) -> Html {
    let links = find_bare_links(text);
    if links.is_empty() {
        return Html::from_text(text);
    }
    let isolates = is_right_to_left(text);
    let part = |range: Range<usize>| Html::from_text(text.get(range).unwrap_or_default());
    let (mut out, mut read) = (String::with_capacity(2 * text.len()), 0);
    for (range, target) in links {
        out.push_str(part(read..range.start).as_str());
        read = range.end;
        let (start, end) = if isolates { (ISOLATE, END_ISOLATE) } else { ("", "") };
        for piece in ["<a href=\"", Attribute::new(&target).as_str(), "\">", start, part(range).as_str(), end, "</a>"] {
            out.push_str(piece);
        }
    }
    out.push_str(part(read..text.len()).as_str());
    #[allow(clippy::disallowed_methods, reason = "every part is escaped")]
    Html::from_renderer(out)
}

fn render_with_links<'t>(text: &'t str, link: impl Fn(CowStr<'t>) -> CowStr<'t>) -> Html {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    // Whether each open link was written: an autolinked mailbox may stand inside another link.
    let mut links: Vec<bool> = Vec::new();
    let mut is_code = false;
    let isolates = is_right_to_left(text);
    let kept = parser(text).filter_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        event => Some(event),
    });
    let mut events: Vec<Event<'_>> = Vec::new();
    for event in TextMergeStream::new(kept) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let email = link_type == LinkType::Email;
                // HTML forbids nested links (section 4.5.1).
                let kept = is_safe_link(&dest_url, link_type) && !links.contains(&true);
                links.push(kept);
                let dest_url = if email { dest_url } else { link(dest_url) };
                events.extend(kept.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id })));
            }
            Event::End(TagEnd::Link) => {
                let is_open = links.pop().unwrap_or_default();
                events.extend(is_open.then_some(event));
            }
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                events.push(Event::Start(Tag::Heading { level: lower_heading(level), id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => events.push(Event::End(TagEnd::Heading(lower_heading(level)))),
            Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {
                is_code = matches!(event, Event::Start(_));
                events.push(event);
            }
            Event::Text(words) if is_code || !links.is_empty() => push_words(words, isolates, &mut events),
            Event::Text(words) => push_words_with_links(words, isolates, &mut events),
            event => events.push(event),
        }
    }
    pulldown_cmark::html::push_html(&mut out, events.into_iter());
    #[allow(clippy::disallowed_methods, reason = "the renderer")]
    Html::from_renderer(out)
}

/// Whether a link is published: its target is valid, by itself.
fn is_safe_link(target: &str, link_type: LinkType) -> bool {
    if link_type == LinkType::Email { MailAddress::new(target).is_some() } else { check_target(target).is_ok() }
}

/// Words of a text with links of the addresses and numbers in them; those are read from left to right in every text.
fn push_words_with_links<'t>(words: CowStr<'t>, isolates: bool, events: &mut Vec<Event<'t>>) {
    let links = find_bare_links(&words);
    if links.is_empty() {
        push_words(words, isolates, events);
        return;
    }
    let part = |range: Range<usize>| CowStr::from(words.get(range).unwrap_or_default().to_owned());
    let mut read = 0;
    for (range, target) in links {
        push_words(part(read..range.start), isolates, events);
        read = range.end;
        let link_type = LinkType::Autolink;
        events.push(Event::Start(Tag::Link {
            link_type,
            dest_url: target.into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }));
        events.extend(isolates.then_some(Event::InlineHtml(ISOLATE.into())));
        events.push(Event::Text(part(range)));
        events.extend(isolates.then_some(Event::InlineHtml(END_ISOLATE.into())));
        events.push(Event::End(TagEnd::Link));
    }
    push_words(part(read..words.len()), isolates, events);
}

/// Words of a text; inside right-to-left text its digit groups are isolated.
fn push_words<'t>(words: CowStr<'t>, isolates: bool, events: &mut Vec<Event<'t>>) {
    let groups = if isolates { find_digit_groups(&words) } else { Vec::new() };
    if groups.is_empty() {
        events.extend((!words.is_empty()).then_some(Event::Text(words)));
        return;
    }
    let part = |range: Range<usize>| Event::Text(CowStr::from(words.get(range).unwrap_or_default().to_owned()));
    let mut read = 0;
    for range in groups {
        events.push(part(read..range.start));
        events.push(Event::InlineHtml(ISOLATE.into()));
        events.push(part(range.clone()));
        events.push(Event::InlineHtml(END_ISOLATE.into()));
        read = range.end;
    }
    events.push(part(read..words.len()));
}

fn lower_heading(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        HeadingLevel::H4 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
}
