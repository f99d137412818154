//! One parse of Markdown for every output: HTML for pages and feeds, blocks of styled runs for
//! messages and posters.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::figures::{figures, is_from_the_right};

/// Schemes that a link in a text may have.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// What a stranger's text must not hold.
pub enum UnsafeMarkup {
    /// HTML, at these bytes.
    Html(Range<usize>),
    /// A link to something that is not a page, a mailbox or a telephone.
    Link(Range<usize>, String),
}

fn options() -> Options {
    Options::ENABLE_STRIKETHROUGH
}

/// A link that leads to a page of the web, a mailbox, a telephone, or within the site.
fn is_safe_link(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    if let Some(number) = lower.strip_prefix("tel:") {
        return crate::model::Phone::new(&number.replace("%20", " ")).is_some();
    }
    SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) || (!lower.contains(':') && !lower.starts_with("//"))
}

/// What a text holds that is not published.
#[must_use]
pub fn unsafe_parts(text: &str) -> Vec<UnsafeMarkup> {
    // Nothing unsafe can be written without one of these.
    let bytes = text.as_bytes();
    if !memchr::memchr2_iter(b'<', b']', bytes)
        .any(|at| matches!(bytes.get(at..), Some([b'<', ..] | [b']', b'(' | b':' | b'[', ..])))
    {
        return Vec::new();
    }
    Parser::new_ext(text, options())
        .into_offset_iter()
        .filter_map(|(event, span)| match event {
            Event::Html(_) | Event::InlineHtml(_) => Some(UnsafeMarkup::Html(span)),
            Event::Start(Tag::Link { dest_url, link_type, .. })
                if link_type != LinkType::Email && !is_safe_link(&dest_url) =>
            {
                Some(UnsafeMarkup::Link(span, dest_url.into_string()))
            }
            Event::Start(Tag::Image { dest_url, .. }) => Some(UnsafeMarkup::Link(span, dest_url.into_string())),
            _ => None,
        })
        .collect()
}

/// A text as HTML. HTML within it and links that are not safe come out as plain words, whatever
/// the checks said; headings start at level 2, below the page's own.
#[must_use]
pub fn html(text: &str) -> String {
    html_with(text, |target| target)
}

/// A text as HTML to be read away from the site: links within it become whole.
#[must_use]
pub fn html_away(text: &str, page: &str) -> String {
    let base = url::Url::parse(page).ok();
    html_with(text, |target| match base.as_ref().and_then(|base| base.join(&target).ok()) {
        Some(whole) => CowStr::from(String::from(whole)),
        None => target,
    })
}

fn html_with<'t>(text: &'t str, link: impl Fn(CowStr<'t>) -> CowStr<'t>) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    // Which of the links that are open are there: what leads to a mailbox may stand within another link.
    let mut links: Vec<bool> = Vec::new();
    let events = Parser::new_ext(text, options()).filter_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let email = link_type == LinkType::Email;
            // HTML has no link within a link (section 4.5.1).
            let kept = (email || is_safe_link(&dest_url)) && !links.contains(&true);
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
    if is_from_the_right(text) {
        pulldown_cmark::html::push_html(&mut out, events.flat_map(in_order));
    } else {
        pulldown_cmark::html::push_html(&mut out, events);
    }
    out
}

/// Words that are read from the right, and figures among them that are not.
fn in_order(event: Event<'_>) -> Vec<Event<'_>> {
    let Event::Text(text) = &event else { return vec![event] };
    let mut parts = Vec::new();
    let mut read = 0;
    let part = |range: Range<usize>| Event::Text(CowStr::from(text.get(range).unwrap_or_default().to_owned()));
    for range in figures(text) {
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

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// `**`
    pub bold: bool,
    /// `*`
    pub italic: bool,
    /// `~~`
    pub strike: bool,
    /// `` ` ``
    pub code: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// A block of text: what stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Words; `\n` in a run is a line break.
    Paragraph(Vec<Run>),
    /// A heading.
    Heading(Vec<Run>),
    /// One point of a list: how deep (from 0), its number where it has one.
    Item(usize, Option<u64>, Vec<Run>),
    /// A block of a quotation.
    Quote(Box<Block>),
    /// Lines to be left as they are.
    Code(String),
}

/// A text as blocks of styled runs, HTML left out.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut builder = Builder::default();
    for event in Parser::new_ext(text, options()) {
        builder.take(event);
    }
    builder.flush();
    builder.blocks
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    style: Run,
    /// How many times each style is open: bold, italic, strike.
    open: [usize; 3],
    /// Numbers of the open lists; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// An item was opened and nothing of it written yet.
    item: Option<(usize, Option<u64>)>,
    quotes: usize,
    /// How many links are open, one within the other: the outermost counts.
    links: usize,
    /// Where in the block the open link starts.
    linked: usize,
    heading: bool,
    code_block: bool,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                let style = Run { text: code.into_string(), code: true, ..self.style.clone() };
                self.runs.push(style);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {}
            Tag::Heading { .. } => {
                self.flush();
                self.heading = true;
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code_block = true;
            }
            Tag::List(number) => {
                self.flush();
                self.lists.push(number);
            }
            Tag::Item => {
                self.flush();
                let number = self.lists.last_mut().and_then(|number| {
                    let this = *number;
                    *number = this.map(|this| this + 1);
                    this
                });
                self.item = Some((self.lists.len().saturating_sub(1), number));
            }
            Tag::Strong | Tag::Emphasis | Tag::Strikethrough => self.restyle(tag.to_end(), true),
            Tag::Link { dest_url, link_type, .. } => {
                let target =
                    if link_type == LinkType::Email { CowStr::from(format!("mailto:{dest_url}")) } else { dest_url };
                self.links += 1;
                if self.links == 1 {
                    self.style.link = is_safe_link(&target).then(|| target.into_string());
                    self.linked = self.written();
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock => self.flush(),
            TagEnd::Item => {
                self.flush();
                self.item = None;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough => self.restyle(tag, false),
            TagEnd::Link => {
                self.links = self.links.saturating_sub(1);
                if self.links > 0 {
                    return;
                }
                // A link without words is at least an address.
                if self.style.link.is_some() && self.linked == self.written() {
                    self.runs.push(self.style.clone());
                }
                self.style.link = None;
            }
            _ => {}
        }
    }

    /// How many bytes of the block there are.
    fn written(&self) -> usize {
        self.runs.iter().map(|run| run.text.len()).sum()
    }

    /// A style opens or closes; bold within bold leaves the outer one open.
    fn restyle(&mut self, tag: TagEnd, opens: bool) {
        let [bold, italic, strike] = &mut self.open;
        let (count, style) = match tag {
            TagEnd::Strong => (bold, &mut self.style.bold),
            TagEnd::Emphasis => (italic, &mut self.style.italic),
            _ => (strike, &mut self.style.strike),
        };
        *count = if opens { *count + 1 } else { count.saturating_sub(1) };
        *style = *count > 0;
    }

    fn text(&mut self, text: &str) {
        let same = |run: &Run, style: &Run| {
            !run.code
                && run.bold == style.bold
                && run.italic == style.italic
                && run.strike == style.strike
                && run.link == style.link
        };
        match self.runs.last_mut() {
            Some(run) if same(run, &self.style) => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), ..self.style.clone() }),
        }
    }

    fn flush(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        let code_block = std::mem::take(&mut self.code_block);
        if self.runs.is_empty() {
            return;
        }
        let mut runs = std::mem::take(&mut self.runs);
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

/// A text without any style: for search, feeds' summaries, previews.
#[must_use]
pub fn plain_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for block in blocks(text) {
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
