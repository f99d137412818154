//! Markdown as blocks of styled runs, for messages, posters and search.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use url::Url;

use super::link_target::check_target;
use super::parser;

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
    BlockBuilder::default().build(text)
}

/// Like [`parse_blocks`], with links relative to the page at `page` made absolute.
#[must_use]
pub fn parse_blocks_of_page(text: &str, page: &str) -> Vec<Block> {
    BlockBuilder { page: Url::parse(page).ok(), ..BlockBuilder::default() }.build(text)
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
    /// Page to which relative links are relative, if they are to be made absolute.
    page: Option<Url>,
}

impl BlockBuilder {
    fn build(mut self, text: &str) -> Vec<Block> {
        for event in parser(text) {
            self.push_event(event);
        }
        self.finish_block();
        self.blocks
    }

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
                    self.style.link = check_target(&target).is_ok().then(|| self.absolute(&target));
                    self.linked = self.length;
                }
            }
            _ => {}
        }
    }

    /// Target of a link, from everywhere.
    fn absolute(&self, target: &str) -> String {
        let page = self.page.as_ref().filter(|_| !target.contains(':'));
        page.and_then(|page| page.join(target).ok()).map_or_else(|| target.to_owned(), String::from)
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
