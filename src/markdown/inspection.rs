//! What a text holds that could harm readers, found in one parse.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::link_target::{LinkFault, check_target, destination};
use super::link_words::{check_words, is_number_sign, is_part_of_number, names_address};
use super::parser;
use crate::text::invisible::{Invisible, is_lost};
use crate::text::web_address::find_misleading_addresses;

/// Part of a text that a rule has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkupFinding {
    /// Raw HTML, which is not published.
    Html,
    /// A link, an image or an address in the text: its target, and what is wrong with it.
    Link(String, LinkFault),
    /// A link whose target is written in another notation than its own (`https&#58;//…`, `https\://…`): the target.
    EncodedLink(String),
    /// An invisible or lost character written by its number or name (`&#x202e;`, `&rlm;`): the first of a piece of text or
    /// of a link.
    InvisibleReference(char),
}

/// Finds raw HTML, images, links to anything but pages, mailboxes and telephones, links and addresses that mislead, and
/// what is written in a notation that hides it; with their bytes.
#[must_use]
pub fn inspect_markup(text: &str) -> Vec<(Range<usize>, MarkupFinding)> {
    // Most texts have neither markup nor an address with an `@`, in whatever notation.
    let bytes = text.as_bytes();
    let has_links = memchr::memchr2_iter(b'<', b']', bytes)
        .any(|at| matches!(bytes.get(at..), Some([b'<', ..] | [b']', b'(' | b':' | b'[', ..])));
    if !has_links && memchr::memchr2(b'@', b'&', bytes).is_none() {
        return Vec::new();
    }
    let has_references = memchr::memchr(b'&', bytes).is_some();
    let has_notations = has_references || memchr::memchr(b'\\', bytes).is_some();
    let mut inspection = Inspection { text, has_references, has_notations, ..Inspection::default() };
    for (event, span) in parser(text).into_offset_iter() {
        inspection.push_event(event, span);
    }
    inspection.finish_block();
    inspection.found
}

/// Collects findings while the events of a text pass.
#[derive(Default)]
struct Inspection<'t> {
    text: &'t str,
    /// Whether the text may write characters by their number or name.
    has_references: bool,
    /// Whether the text may write characters otherwise than as themselves.
    has_notations: bool,
    found: Vec<(Range<usize>, MarkupFinding)>,
    links: Vec<OpenLink>,
    /// Links of the current block whose own words are right, in their order.
    closed: Vec<ClosedLink>,
    /// Words of the current block.
    words: String,
    /// Where each event of the block begins in `words`, and its bytes.
    pieces: Vec<(usize, Range<usize>)>,
}

/// A link whose end has not passed.
struct OpenLink {
    span: Range<usize>,
    target: String,
    /// Words that browsers show beside the pointer.
    title: String,
    /// Where its words begin in those of the block.
    start: usize,
}

/// A link without a fault of its own.
struct ClosedLink {
    span: Range<usize>,
    target: String,
    /// Its words among those of the block.
    words: Range<usize>,
}

/// Most bytes beside a link that readers take for a part of its words.
const LONGEST_BESIDE: usize = 100;

impl Inspection<'_> {
    fn push_event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => self.found.push((span, MarkupFinding::Html)),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.find_invisible_reference(&[&dest_url, &title], &span);
                self.found.push((span, MarkupFinding::Link(dest_url.into_string(), LinkFault::Scheme)));
            }
            Event::Start(Tag::Link { dest_url, link_type, title, .. }) => {
                self.start_link(dest_url, link_type, title, span);
            }
            Event::End(TagEnd::Link) => self.finish_link(),
            Event::Text(text) => {
                self.find_invisible_reference(&[&text], &span);
                self.push_words(&text, span);
            }
            Event::Code(text) => self.push_words(&text, span),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_),
            ) => self.finish_block(),
            _ => {}
        }
    }

    fn push_words(&mut self, words: &str, span: Range<usize>) {
        self.pieces.push((self.words.len(), span));
        self.words.push_str(words);
    }

    fn start_link(&mut self, dest_url: CowStr<'_>, link_type: LinkType, title: CowStr<'_>, span: Range<usize>) {
        self.find_invisible_reference(&[&dest_url, &title], &span);
        let written = self.text.get(span.clone()).unwrap_or_default();
        if self.has_notations && !written.contains(&*dest_url) {
            self.found.push((span.clone(), MarkupFinding::EncodedLink(dest_url.to_string())));
        }
        let target = if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.into_string() };
        self.links.push(OpenLink { span, target, title: title.into_string(), start: self.words.len() });
    }

    fn finish_link(&mut self) {
        let Some(OpenLink { span, target, title, start }) = self.links.pop() else { return };
        let words = self.words.get(start..).unwrap_or_default();
        let checked = check_target(&target).and_then(|()| check_words(words, &target));
        if let Err(fault) = checked.and_then(|()| check_words(&title, &target)) {
            self.found.push((span, MarkupFinding::Link(target, fault)));
            // Its words are not reported once more.
            self.words.truncate(start);
        } else {
            self.closed.push(ClosedLink { span, target, words: start..self.words.len() });
        }
    }

    /// Checks the words of each link together with what stands directly beside them: of `[comune](…).roma.it` readers see
    /// one address.
    fn check_words_beside_links(&mut self) {
        let closed = std::mem::take(&mut self.closed);
        for (index, ClosedLink { span, target, words }) in closed.iter().enumerate() {
            let own = self.words.get(words.clone()).unwrap_or_default();
            let is_address_sign =
                |ch: char| ch.is_alphanumeric() || ".-_@:/".contains(ch) || !ch.is_ascii() && !ch.is_whitespace();
            let joins = if is_part_of_number(own) { is_number_sign } else { is_address_sign };
            // Unless a letter beside them makes it another one.
            let beside = (self.words.get(..words.start), self.words.get(words.end..));
            let is_whole = !beside.0.is_some_and(|before| before.ends_with(char::is_alphanumeric))
                && !beside.1.is_some_and(|after| after.starts_with(char::is_alphanumeric));
            if is_whole && names_address(own) {
                continue;
            }
            // A link to somewhere else has been checked by itself.
            let is_other =
                |link: &&ClosedLink| link.target != *target && destination(&link.target) != destination(target);
            let (before, after) =
                (closed.get(..index).unwrap_or_default(), closed.get(index + 1..).unwrap_or_default());
            let least = before.iter().rev().take(LONGEST_BESIDE).find(is_other).map_or(0, |link| link.words.end);
            let most =
                after.iter().take(LONGEST_BESIDE).find(is_other).map_or(self.words.len(), |link| link.words.start);
            let least = self.words.ceil_char_boundary(least.max(words.start.saturating_sub(LONGEST_BESIDE)));
            let most = self.words.floor_char_boundary(most.min(words.end + LONGEST_BESIDE));
            let before = self.words.get(least..words.start).unwrap_or_default();
            let start = words.start - (before.len() - before.trim_end_matches(joins).len());
            let after = self.words.get(words.end..most).unwrap_or_default();
            let end = words.end + (after.len() - after.trim_start_matches(joins).len());
            if (start..end) == *words {
                continue;
            }
            if let Err(fault) = check_words(self.words.get(start..end).unwrap_or_default(), target) {
                self.found.push((span.clone(), MarkupFinding::Link(target.clone(), fault)));
            }
        }
    }

    /// Finds the addresses that mislead in the words of a block: messengers make links of them.
    fn finish_block(&mut self) {
        self.check_words_beside_links();
        for (range, host) in find_misleading_addresses(&self.words) {
            let before = self.pieces.partition_point(|(start, _)| *start <= range.start);
            let piece = self.pieces.get(..before).and_then(<[_]>::last);
            let address = self.words.get(range).unwrap_or_default().to_owned();
            let finding = MarkupFinding::Link(address, LinkFault::LeadsElsewhere(host.to_owned()));
            self.found.extend(piece.map(|(_, span)| (span.clone(), finding)));
        }
        self.words.clear();
        self.pieces.clear();
    }

    /// Finds the first invisible character of an event that its bytes do not show: a link may have thousands, and each
    /// would be looked for in all of it.
    fn find_invisible_reference(&mut self, decoded: &[&str], span: &Range<usize>) {
        if !self.has_references {
            return;
        }
        let written = self.text.get(span.clone()).unwrap_or_default();
        let hidden =
            |ch: &char| *ch == '\r' || is_lost(*ch) || Invisible::kind_of(*ch).is_some_and(Invisible::can_hide_text);
        let mut characters = decoded.iter().flat_map(|text| text.chars()).filter(hidden);
        let found = characters.find(|ch| !written.contains(*ch));
        self.found.extend(found.map(|ch| (span.clone(), MarkupFinding::InvisibleReference(ch))));
    }
}
