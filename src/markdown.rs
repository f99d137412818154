//! Markdown to HTML (pages, feeds) and to blocks of styled runs (messages, posters), from the same parser events.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::text::digit_groups::{find_digit_groups, is_right_to_left};
use crate::text::escape::Html;
use crate::text::invisible::Invisible;
use crate::text::mail_address::MailAddress;
use crate::text::web_address::find_misleading_addresses;

mod links;

pub use links::LinkFault;
use links::{check_target, check_words};

/// Markup that is not published.
#[derive(Debug)]
pub enum UnsafeMarkup {
    /// Raw HTML, at these bytes.
    Html(Range<usize>),
    /// A link, an image or an address in the text, at these bytes, with its target and what is wrong with it.
    Link(Range<usize>, String, LinkFault),
}

fn parser_options() -> Options {
    Options::ENABLE_STRIKETHROUGH
}

/// Whether a link is published: its target is valid, by itself.
fn is_safe_link(target: &str, link_type: LinkType) -> bool {
    if link_type == LinkType::Email { MailAddress::new(target).is_some() } else { check_target(target).is_ok() }
}

/// Finds raw HTML, images, links to anything but pages, mailboxes and telephones, and misleading addresses.
#[must_use]
pub fn find_unsafe_markup(text: &str) -> Vec<UnsafeMarkup> {
    // Most texts have neither markup nor an address with an `@`, in whatever notation.
    let bytes = text.as_bytes();
    let has_links = memchr::memchr2_iter(b'<', b']', bytes)
        .any(|at| matches!(bytes.get(at..), Some([b'<', ..] | [b']', b'(' | b':' | b'[', ..])));
    if !has_links && memchr::memchr2(b'@', b'&', bytes).is_none() {
        return Vec::new();
    }
    let mut finder = MarkupFinder::default();
    for (event, span) in Parser::new_ext(text, parser_options()).into_offset_iter() {
        finder.push_event(event, span);
    }
    finder.finish_block();
    finder.found
}

/// Collects what is not published while the events of a text pass.
#[derive(Default)]
struct MarkupFinder {
    found: Vec<UnsafeMarkup>,
    /// Open links: bytes, target, and where their words begin in `words`.
    links: Vec<(Range<usize>, String, usize)>,
    /// Words of the current block.
    words: String,
    /// Where each event of the block begins in `words`, and its bytes.
    pieces: Vec<(usize, Range<usize>)>,
}

impl MarkupFinder {
    fn push_event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => self.found.push(UnsafeMarkup::Html(span)),
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.found.push(UnsafeMarkup::Link(span, dest_url.into_string(), LinkFault::Scheme));
            }
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let target =
                    if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                self.links.push((span, target, self.words.len()));
            }
            Event::End(TagEnd::Link) => self.finish_link(),
            Event::Text(text) | Event::Code(text) => {
                self.pieces.push((self.words.len(), span));
                self.words.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_),
            ) => self.finish_block(),
            _ => {}
        }
    }

    fn finish_link(&mut self) {
        let Some((span, target, start)) = self.links.pop() else { return };
        let words = self.words.get(start..).unwrap_or_default();
        if let Err(fault) = check_target(&target).and_then(|()| check_words(words, &target)) {
            self.found.push(UnsafeMarkup::Link(span, target, fault));
            // Its words are not reported once more.
            self.words.truncate(start);
        }
    }

    /// Finds the addresses that mislead in the words of a block: messengers make links of them.
    fn finish_block(&mut self) {
        for (range, host) in find_misleading_addresses(&self.words) {
            let before = self.pieces.partition_point(|(start, _)| *start <= range.start);
            let piece = self.pieces.get(..before).and_then(<[_]>::last);
            let address = self.words.get(range).unwrap_or_default().to_owned();
            let fault = LinkFault::LeadsElsewhere(host.to_owned());
            self.found.extend(piece.map(|(_, span)| UnsafeMarkup::Link(span.clone(), address, fault)));
        }
        self.words.clear();
        self.pieces.clear();
    }
}

/// Links whose target is written in another notation than its own (`https&#58;//…`, `https\://…`), with their bytes.
#[must_use]
pub fn find_encoded_links(text: &str) -> Vec<(Range<usize>, String)> {
    if memchr::memchr2(b'&', b'\\', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let links = Parser::new_ext(text, parser_options()).into_offset_iter().filter_map(|(event, span)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some((span, dest_url.into_string())),
        _ => None,
    });
    links.filter(|(span, target)| !text.get(span.clone()).unwrap_or_default().contains(target.as_str())).collect()
}

/// Invisible characters that a text writes by their number or name (`&#x202e;`, `&rlm;`), and the bytes of the notation:
/// the first of each piece of text and of each link.
#[must_use]
pub fn find_invisible_references(text: &str) -> Vec<(Range<usize>, char)> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (event, span) in Parser::new_ext(text, parser_options()).into_offset_iter() {
        let decoded: [&str; 2] = match &event {
            Event::Text(text) => [text, ""],
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => [dest_url, title],
            _ => continue,
        };
        let written = text.get(span.clone()).unwrap_or_default();
        let hidden = |ch: &char| *ch == '\r' || Invisible::kind_of(*ch).is_some_and(Invisible::can_hide_text);
        let mut characters = decoded.iter().flat_map(|text| text.chars()).filter(hidden);
        // One of each piece: a link may have thousands, and each would be looked for in all of it.
        found.extend(characters.find(|ch| !written.contains(*ch)).map(|ch| (span.clone(), ch)));
    }
    found
}

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
    let events = Parser::new_ext(text, parser_options()).filter_map(|event| match event {
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
    Html::from_markup(out)
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

/// A run of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextRun {
    /// Text of the run.
    pub text: String,
    /// `**`
    pub bold: bool,
    /// `*`
    pub italic: bool,
    /// `~~`
    pub strike: bool,
    /// `` ` ``
    pub code: bool,
    /// Link target.
    pub link: Option<String>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Paragraph; `\n` in a run is a hard line break.
    Paragraph(Vec<TextRun>),
    /// Heading of any level.
    Heading(Vec<TextRun>),
    /// List item: depth from 0, number in ordered lists.
    Item(usize, Option<u64>, Vec<TextRun>),
    /// A block inside a quotation.
    Quote(Box<Block>),
    /// Code block, verbatim.
    Code(String),
}

/// Parses Markdown into blocks of styled runs; raw HTML is dropped.
#[must_use]
pub fn parse_blocks(text: &str) -> Vec<Block> {
    let mut builder = BlockBuilder::default();
    for event in Parser::new_ext(text, parser_options()) {
        builder.push_event(event);
    }
    builder.finish_block();
    builder.blocks
}

#[derive(Default)]
struct BlockBuilder {
    blocks: Vec<Block>,
    runs: Vec<TextRun>,
    /// Bytes of text in `runs`.
    length: usize,
    style: TextRun,
    /// Nesting depth of each style: bold, italic, strike.
    open: [usize; 3],
    /// Next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// A list item was opened and has no text yet.
    item: Option<(usize, Option<u64>)>,
    quotes: usize,
    /// Nesting depth of links; only the outermost is kept.
    links: usize,
    /// Byte offset in the block at which the open link starts.
    linked: usize,
    heading: bool,
    code_block: bool,
}

impl BlockBuilder {
    fn push_event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start_tag(tag),
            Event::End(tag) => self.end_tag(tag),
            Event::Text(text) => self.push_text(&text),
            Event::Code(code) => {
                let style = TextRun { text: code.into_string(), code: true, ..self.style.clone() };
                self.length += style.text.len();
                self.runs.push(style);
            }
            Event::SoftBreak => self.push_text(" "),
            Event::HardBreak => self.push_text("\n"),
            _ => {}
        }
    }

    fn start_tag(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {}
            Tag::Heading { .. } => {
                self.finish_block();
                self.heading = true;
            }
            Tag::BlockQuote(_) => {
                self.finish_block();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.finish_block();
                self.code_block = true;
            }
            Tag::List(number) => {
                self.finish_block();
                self.lists.push(number);
            }
            Tag::Item => {
                self.finish_block();
                let number = self.lists.last_mut().and_then(|number| {
                    let this = *number;
                    *number = this.map(|this| this + 1);
                    this
                });
                self.item = Some((self.lists.len().saturating_sub(1), number));
            }
            Tag::Strong | Tag::Emphasis | Tag::Strikethrough => self.toggle_style(tag.to_end(), true),
            Tag::Link { dest_url, link_type, .. } => {
                let target =
                    if link_type == LinkType::Email { CowStr::from(format!("mailto:{dest_url}")) } else { dest_url };
                self.links += 1;
                if self.links == 1 {
                    self.style.link = check_target(&target).is_ok().then(|| target.into_string());
                    self.linked = self.length;
                }
            }
            _ => {}
        }
    }

    fn end_tag(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock => self.finish_block(),
            TagEnd::Item => {
                self.finish_block();
                self.item = None;
            }
            TagEnd::BlockQuote(_) => {
                self.finish_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.finish_block();
                self.lists.pop();
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough => self.toggle_style(tag, false),
            TagEnd::Link => {
                self.links = self.links.saturating_sub(1);
                if self.links > 0 {
                    return;
                }
                // A link without text shows its target.
                if self.style.link.is_some() && self.linked == self.length {
                    self.runs.push(self.style.clone());
                }
                self.style.link = None;
            }
            _ => {}
        }
    }

    /// Opens or closes a style; nested equal styles close with the outermost.
    fn toggle_style(&mut self, tag: TagEnd, opens: bool) {
        let [bold, italic, strike] = &mut self.open;
        let (count, style) = match tag {
            TagEnd::Strong => (bold, &mut self.style.bold),
            TagEnd::Emphasis => (italic, &mut self.style.italic),
            _ => (strike, &mut self.style.strike),
        };
        *count = if opens { *count + 1 } else { count.saturating_sub(1) };
        *style = *count > 0;
    }

    fn push_text(&mut self, text: &str) {
        let same = |run: &TextRun, style: &TextRun| {
            !run.code
                && run.bold == style.bold
                && run.italic == style.italic
                && run.strike == style.strike
                && run.link == style.link
        };
        self.length += text.len();
        match self.runs.last_mut() {
            Some(run) if same(run, &self.style) => run.text.push_str(text),
            _ => self.runs.push(TextRun { text: text.to_owned(), ..self.style.clone() }),
        }
    }

    fn finish_block(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        let code_block = std::mem::take(&mut self.code_block);
        if self.runs.is_empty() {
            return;
        }
        let mut runs = std::mem::take(&mut self.runs);
        self.length = 0;
        let block = if code_block {
            self.item = None;
            Block::Code(runs.into_iter().map(|run| run.text).collect())
        } else if let Some((depth, number)) = self.item.take() {
            for run in &mut runs {
                run.bold |= heading;
            }
            Block::Item(depth, number, runs)
        } else if heading {
            Block::Heading(runs)
        } else {
            Block::Paragraph(runs)
        };
        self.blocks.push(if self.quotes > 0 { Block::Quote(Box::new(block)) } else { block });
    }
}

/// Text of a Markdown document without markup: for search, summaries, previews.
///
/// ```
/// use bacheca::markdown::plain_text;
///
/// assert_eq!(plain_text("**Gratis**, [iscriviti](https://example.org)").trim(), "Gratis, iscriviti");
/// ```
#[must_use]
pub fn plain_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for block in parse_blocks(text) {
        let block = if let Block::Quote(quoted) = block { *quoted } else { block };
        let (Block::Paragraph(runs) | Block::Heading(runs) | Block::Item(_, _, runs)) = block else { continue };
        for run in runs {
            out.push_str(&run.text);
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests;
