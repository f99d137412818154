//! Byte range of each fact in its file: a compact table, filled while the facts are decoded.

use std::ops::Range;

use super::field_path::{FieldPath, Step};

/// Byte ranges of all decoded values: about six bytes per value, one allocation per file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans {
    /// Entries in file order, parents before children; the first covers all facts. Each is encoded as step and depth in
    /// four bytes, then the distance from the start of the previous entry and the length, both in LEB128 (seven bits per
    /// byte, lowest first, the eighth bit set if more follow).
    bytes: Box<[u8]>,
}

/// One value.
#[derive(Debug, Clone)]
struct Entry {
    range: Range<usize>,
    /// Last step of the path; for the first entry that of [`Recorder::lift`].
    step: Step,
    /// Number of enclosing values.
    depth: u32,
}

impl Entry {
    const WHOLE: Self = Self { range: 0..0, step: Step::NONE, depth: 0 };
}

impl Spans {
    /// Byte range of the value at `path`, if the file has it.
    #[must_use]
    pub fn find(&self, path: &FieldPath) -> Option<Range<usize>> {
        let (entry, found) = self.find_deepest(path);
        (found == path.len()).then_some(entry.range)
    }

    /// Byte range of the deepest existing value along `path`, for findings to point at. If not even the first step exists,
    /// an empty range at the start of the facts.
    #[must_use]
    pub fn nearest(&self, path: &FieldPath) -> Range<usize> {
        let (Entry { range, depth, .. }, _) = self.find_deepest(path);
        if depth == 0 { range.start..range.start } else { range }
    }

    /// Path and byte range of every leaf value (text, number…), in file order.
    pub fn scalars(&self) -> impl Iterator<Item = (FieldPath, Range<usize>)> + '_ {
        let mut path = FieldPath::TOP;
        let mut entries = self.entries().skip(1).peekable();
        std::iter::from_fn(move || {
            loop {
                let entry = entries.next()?;
                path = path.up_to(entry.depth as usize - 1).step(entry.step);
                if entries.peek().is_none_or(|next| next.depth <= entry.depth) {
                    return Some((path, entry.range));
                }
            }
        })
    }

    /// Path and byte range of the scalar that contains a byte; `None` in a key, a comment or punctuation.
    #[must_use]
    pub fn scalar_at(&self, byte: usize) -> Option<(FieldPath, Range<usize>)> {
        let mut path = FieldPath::TOP;
        let mut entries = self.entries().skip(1).peekable();
        while let Some(entry) = entries.next().filter(|entry| entry.range.start <= byte) {
            if byte < entry.range.end {
                path = path.up_to(entry.depth as usize - 1).step(entry.step);
                if entries.peek().is_none_or(|next| next.depth <= entry.depth) {
                    return Some((path, entry.range));
                }
            }
        }
        None
    }

    /// Deepest existing entry along a path, and number of steps taken.
    fn find_deepest(&self, path: &FieldPath) -> (Entry, usize) {
        let mut rest = self.entries();
        let mut at = rest.next().unwrap_or(Entry::WHOLE);
        let (mut steps, mut found) = (path.steps(), 0);
        if at.step != Step::NONE && path.steps().take(2).eq([at.step, Step::item(0)]) {
            steps.nth(1);
            found = 2;
        }
        for step in steps {
            let mut within = rest.clone();
            let child = loop {
                match within.next().filter(|entry| entry.depth > at.depth) {
                    Some(entry) if entry.depth == at.depth + 1 && entry.step == step => break Some(entry),
                    Some(_) => {}
                    None => break None,
                }
            };
            match child {
                Some(child) => (at, rest) = (child, within),
                // A single value may be written in place of a list.
                None if step == Step::item(0) && at.depth > 0 => {}
                None => break,
            }
            found += 1;
        }
        (at, found)
    }

    fn entries(&self) -> Entries<'_> {
        Entries { bytes: &self.bytes, start: 0 }
    }
}

/// Decodes the entries of a table one by one.
#[derive(Clone)]
struct Entries<'s> {
    bytes: &'s [u8],
    /// Start of the previous entry.
    start: usize,
}

impl Entries<'_> {
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

impl Iterator for Entries<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let (packed, rest) = self.bytes.split_first_chunk::<4>()?;
        self.bytes = rest;
        let packed = u32::from_le_bytes(*packed);
        self.start += self.number()?;
        let length = self.number()?;
        let step = Step::from_bits(packed & ((1 << Step::BITS) - 1));
        Some(Entry { range: self.start..self.start + length, step, depth: packed >> Step::BITS })
    }
}

/// Records byte ranges of values while they are decoded.
#[derive(Debug)]
pub(super) struct Recorder {
    entries: Vec<Entry>,
    depth: u32,
}

impl Default for Recorder {
    fn default() -> Self {
        let mut entries = Vec::with_capacity(64);
        entries.push(Entry::WHOLE);
        Self { entries, depth: 0 }
    }
}

impl Recorder {
    /// Opens a value; values opened before it is closed are its children.
    pub(super) fn open(&mut self, step: Step, range: &Range<usize>) {
        self.depth += 1;
        self.entries.push(Entry { range: range.clone(), step, depth: self.depth });
    }

    /// Closes the value opened last.
    pub(super) fn close(&mut self) {
        self.depth -= 1;
    }

    /// Number of values recorded so far.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Keeps the first `count` values and drops the others, because their decoding failed.
    pub(super) fn forget(&mut self, count: usize) {
        self.entries.truncate(count);
    }

    /// Declares that the top of the file is also the only item of the list at `step`.
    pub(super) fn move_under_list(&mut self, step: Step) {
        if let Some(whole) = self.entries.first_mut() {
            whole.step = step;
        }
    }

    /// Builds the table of a file whose facts are the byte range `whole`.
    pub(super) fn finish(mut self, whole: &Range<usize>) -> Spans {
        if let Some(first) = self.entries.first_mut() {
            first.range = whole.clone();
        }
        // Fields may be decoded out of file order, and a value may start at the same byte as its first child.
        self.entries.sort_by_key(|entry| (entry.depth > 0, entry.range.start, entry.depth));
        let mut bytes = Vec::with_capacity(self.entries.len() * 8);
        let mut before = 0;
        for Entry { range, step, depth } in self.entries {
            bytes.extend_from_slice(&(depth << Step::BITS | step.bits()).to_le_bytes());
            let start = range.start.max(before);
            write_number(&mut bytes, start - before);
            write_number(&mut bytes, range.end.saturating_sub(start));
            before = start;
        }
        // Copied, because shrinking an allocation may keep its size.
        Spans { bytes: bytes.as_slice().into() }
    }
}

/// Writes a number in LEB128.
fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low & 0x7f);
            return;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FieldPath, Reader, decode_opportunity};
    use crate::path;
    use crate::source::{parse, split};

    fn table(facts: &str) -> (super::Spans, String) {
        let document = split("x.md", format!("---\n{facts}\n---\n").into_bytes()).unwrap();
        let root = parse(&document, &mut Vec::new()).unwrap();
        let mut problems = Vec::new();
        let mut reader = Reader::new(&mut problems);
        decode_opportunity(&root, &mut reader);
        (reader.into_spans(&root), document.source.text)
    }

    fn shown(facts: &str, path: FieldPath) -> Option<String> {
        let (spans, text) = table(facts);
        spans.find(&path).map(|range| text.get(range).unwrap().to_owned())
    }

    #[test]
    fn values_are_found_by_path() {
        let facts = "titolo: Corso\nedizioni:\n  - {date: 2026-12-01, luogo: {zona: Ostia}}\n  - date: {inizio: 2026-12-02}\n    posti: {max: 3}\ntipo: formazione";
        let is = |path, value: &str| assert_eq!(shown(facts, path).as_deref(), Some(value));
        is(path![titolo], "Corso");
        is(path![tipo], "formazione");
        is(path![edizioni[0].luogo.zona], "Ostia");
        is(path![edizioni[1].date.inizio], "2026-12-02");
        is(path![edizioni[1].posti].field("max"), "3");
        assert_eq!(shown(facts, path![edizioni[1].luogo]), None);
        let (spans, text) = table(facts);
        assert!(text.get(spans.nearest(&path![edizioni[1].luogo.zona])).unwrap().starts_with("date: {inizio"));
        assert_eq!(spans.nearest(&path![scadenza]), 4..4);
        assert_eq!(spans.scalar_at(text.find("Ostia").unwrap()).unwrap().0, path![edizioni[0].luogo.zona]);
        assert_eq!(spans.scalar_at(text.find("luogo").unwrap()), None);
        assert_eq!(spans.scalars().count(), 6);
    }

    #[test]
    fn short_forms_have_the_path_of_long_forms() {
        let facts = "tipo: formazione\ndate: {inizio: 2026-12-01}\nore_totali: 60\niscrizione: a@example.org";
        assert_eq!(shown(facts, path![edizioni[0].ore_totali]).as_deref(), Some("60"));
        assert_eq!(shown(facts, path![edizioni[0].date.inizio]).as_deref(), Some("2026-12-01"));
        assert_eq!(shown(facts, path![edizioni[1].ore_totali]), None);
        assert_eq!(shown(facts, path![iscrizione[0]]).as_deref(), Some("a@example.org"));
        let one = "tipo: formazione\nedizioni: {date: 2026-12-01, ore_totali: 60}";
        assert_eq!(shown(one, path![edizioni[0].ore_totali]).as_deref(), Some("60"));
    }

    #[test]
    fn undecodable_items_have_no_index() {
        let facts = "tipo: evento\ntitolo: x\nedizioni: [domani, {date: 2026-12-01}]";
        assert_eq!(shown(facts, path![edizioni[0].date]).as_deref(), Some("2026-12-01"));
    }
}
