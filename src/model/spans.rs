//! Where each fact stands in its file: a compact table beside the facts, filled while they are decoded.

use std::ops::Range;

use super::field_path::{FieldPath, Step};

/// The bytes of every value that was decoded: twelve bytes a value, in one allocation a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans {
    /// In the order of the file, each before those within it; the first is the whole of the facts.
    entries: Box<[Entry]>,
}

/// One value: its first byte, the byte behind its last, how many values it is in and its last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    start: u32,
    end: u32,
    /// The step in the low bits, the depth above. The step of the first entry is that of [`Recorder::lift`].
    packed: u32,
}

impl Entry {
    fn new(range: &Range<usize>, step: Step, depth: u32) -> Self {
        // Files of more than four gigabytes are refused long before.
        let byte = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: byte(range.start), end: byte(range.end), packed: depth << Step::BITS | step.bits() }
    }

    fn step(self) -> Step {
        Step::of_bits(self.packed & ((1 << Step::BITS) - 1))
    }

    fn depth(self) -> u32 {
        self.packed >> Step::BITS
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Spans {
    /// The bytes of a value, if the file has it.
    #[must_use]
    pub fn find(&self, path: &FieldPath) -> Option<Range<usize>> {
        let (at, found) = self.follow(path);
        self.entries.get(at).filter(|_| found == path.len()).map(|entry| entry.range())
    }

    /// The bytes of the deepest value along `path` that the file has: the place to point at. Where it has nothing of
    /// it: no bytes, at the start of the facts.
    #[must_use]
    pub fn nearest(&self, path: &FieldPath) -> Range<usize> {
        let (at, _) = self.follow(path);
        let range = self.entries.get(at).map_or(0..0, |entry| entry.range());
        if at == 0 { range.start..range.start } else { range }
    }

    /// Every value that has no others within, such as a text or a number: its path and its bytes, in the order of the
    /// file.
    pub fn scalars(&self) -> impl Iterator<Item = (FieldPath, Range<usize>)> + '_ {
        let mut path = FieldPath::default();
        let mut next = self.entries.iter().skip(1).peekable();
        std::iter::from_fn(move || {
            loop {
                let entry = next.next()?;
                path = path.up_to(entry.depth() as usize - 1).step(entry.step());
                if next.peek().is_none_or(|next| next.depth() <= entry.depth()) {
                    return Some((path, entry.range()));
                }
            }
        })
    }

    /// The scalar that holds a byte; `None` in a key, a remark or the punctuation between values.
    #[must_use]
    pub fn scalar_at(&self, byte: usize) -> Option<(FieldPath, Range<usize>)> {
        let at = self.entries.partition_point(|entry| entry.start as usize <= byte).checked_sub(1)?;
        let entry = self.entries.get(at).filter(|entry| entry.depth() > 0 && byte < entry.end as usize)?;
        if self.entries.get(at + 1).is_some_and(|next| next.depth() > entry.depth()) {
            return None;
        }
        let mut depth = entry.depth() + 1;
        let above = self.entries.get(1..=at)?.iter().rev().filter(|above| {
            let is_parent = above.depth() < depth;
            depth = depth.min(above.depth());
            is_parent
        });
        let steps: Vec<Step> = above.map(|above| above.step()).collect();
        let path = steps.into_iter().rev().fold(FieldPath::default(), FieldPath::step);
        Some((path, entry.range()))
    }

    /// The entry of the deepest value along a path, and how many of its steps lead there.
    fn follow(&self, path: &FieldPath) -> (usize, usize) {
        let (mut at, mut found) = (0, 0);
        let mut steps = path.steps();
        if let Some(lifted) = self.entries.first().map(|whole| whole.step()).filter(|step| *step != Step::NONE)
            && path.steps().take(2).eq([lifted, Step::item(0)])
        {
            steps.nth(1);
            found = 2;
        }
        for step in steps {
            match self.child(at, step) {
                Some(child) => at = child,
                // One value may stand where a list may.
                None if step == Step::item(0) && at > 0 && self.child(at, Step::item(0)).is_none() => {}
                None => break,
            }
            found += 1;
        }
        (at, found)
    }

    fn child(&self, parent: usize, step: Step) -> Option<usize> {
        let depth = self.entries.get(parent)?.depth();
        let within = self.entries.iter().enumerate().skip(parent + 1).take_while(|(_, entry)| entry.depth() > depth);
        let mut children = within.filter(|(_, entry)| entry.depth() == depth + 1);
        children.find(|(_, entry)| entry.step() == step).map(|(index, _)| index)
    }
}

/// Notes the places of values while they are decoded.
#[derive(Debug)]
pub(super) struct Recorder {
    entries: Vec<Entry>,
    depth: u32,
}

impl Default for Recorder {
    fn default() -> Self {
        let mut entries = Vec::with_capacity(64);
        entries.push(Entry::new(&(0..0), Step::NONE, 0));
        Self { entries, depth: 0 }
    }
}

impl Recorder {
    /// A value begins; whatever begins before it is closed stands within it.
    pub(super) fn open(&mut self, step: Step, range: &Range<usize>) {
        self.depth += 1;
        self.entries.push(Entry::new(range, step, self.depth));
    }

    /// The value that was opened last is over.
    pub(super) fn close(&mut self) {
        self.depth -= 1;
    }

    /// How many values were noted so far.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Forgets the values that were noted after the first `count`: they could not be read, and are no facts.
    pub(super) fn forget(&mut self, count: usize) {
        self.entries.truncate(count);
    }

    /// What stands at the top of the file is the only item of the list at `step`.
    pub(super) fn lift(&mut self, step: Step) {
        if let Some(whole) = self.entries.first_mut() {
            *whole = Entry::new(&whole.range(), step, 0);
        }
    }

    /// The table of a file whose facts are the bytes of `whole`.
    pub(super) fn finish(mut self, whole: &Range<usize>) -> Spans {
        if let Some(first) = self.entries.first_mut() {
            *first = Entry::new(whole, first.step(), 0);
        }
        // Some field may be read before those above it; a value and the first within it may start together.
        self.entries.sort_by_key(|entry| (entry.start, entry.depth()));
        Spans { entries: self.entries.into_boxed_slice() }
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
    fn values_are_found_by_their_path() {
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
    fn short_forms_have_the_place_of_the_long() {
        let facts = "tipo: formazione\ndate: {inizio: 2026-12-01}\nore_totali: 60\niscrizione: a@example.org";
        assert_eq!(shown(facts, path![edizioni[0].ore_totali]).as_deref(), Some("60"));
        assert_eq!(shown(facts, path![edizioni[0].date.inizio]).as_deref(), Some("2026-12-01"));
        assert_eq!(shown(facts, path![edizioni[1].ore_totali]), None);
        assert_eq!(shown(facts, path![iscrizione[0]]).as_deref(), Some("a@example.org"));
        let one = "tipo: formazione\nedizioni: {date: 2026-12-01, ore_totali: 60}";
        assert_eq!(shown(one, path![edizioni[0].ore_totali]).as_deref(), Some("60"));
    }

    #[test]
    fn items_count_as_the_facts_count_them() {
        let facts = "tipo: evento\ntitolo: x\nedizioni: [domani, {date: 2026-12-01}]";
        assert_eq!(shown(facts, path![edizioni[0].date]).as_deref(), Some("2026-12-01"));
    }
}
