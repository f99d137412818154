//! The same facts in two languages, side by side.

use serde::Serialize;

use super::{Handout, HandoutFact, HandoutLine};

/// An item in the reader's language and in the board's own.
#[derive(Debug, Serialize)]
pub struct HandoutPair<'h> {
    /// Key of the kind.
    pub kind: &'static str,
    /// Title in the reader's language; the word for its kind if nobody has translated it.
    pub title: &'h str,
    /// Title in the board's own language; `None` if it is that of the reader.
    pub own_title: Option<&'h str>,
    /// Absolute URL of the page in the reader's language.
    pub url: &'h str,
    /// Facts in order.
    pub facts: Vec<PairedFact<'h>>,
}

/// A fact in both languages.
#[derive(Debug, Serialize)]
pub struct PairedFact<'h> {
    /// Name of the fact.
    pub name: &'static str,
    /// Name of its pictogram.
    pub icon: &'static str,
    /// Its sign for messengers.
    pub emoji: &'static str,
    /// Label in the reader's language.
    pub label: &'h str,
    /// Label in the board's own language; `None` if it is the same.
    pub own_label: Option<&'h str>,
    /// Lines in the reader's language; empty if all of them stand in `own`, once for both.
    pub lines: Vec<&'h str>,
    /// Lines in the board's own language.
    pub own: Vec<&'h str>,
}

/// Puts the facts of an item in two languages side by side. Lines that nobody has translated stand in the board's own
/// language only, and facts that read the same in both, such as streets, once.
#[must_use]
pub fn pair_handouts<'h>(reader: &'h Handout<'_>, own: &'h Handout<'_>) -> HandoutPair<'h> {
    let title = if reader.title.foreign { reader.kind_label } else { reader.title.text.as_str() };
    let facts = own.facts.iter().map(|fact| {
        let translated = reader.facts.iter().find(|other| other.name == fact.name);
        pair_fact(translated.unwrap_or(fact), fact)
    });
    HandoutPair {
        kind: own.kind,
        title,
        own_title: Some(own.title.text.as_str()).filter(|own| *own != title),
        url: &reader.url,
        facts: facts.collect(),
    }
}

fn pair_fact<'h>(reader: &'h HandoutFact<'_>, own: &'h HandoutFact<'_>) -> PairedFact<'h> {
    let texts = |lines: &'h [HandoutLine]| -> Vec<&'h str> {
        lines.iter().filter(|line| !line.foreign).map(|line| line.text.as_str()).collect()
    };
    let (lines, own_lines) = (texts(&reader.lines), texts(&own.lines));
    let is_same = lines == own_lines;
    PairedFact {
        name: own.name,
        icon: own.icon,
        emoji: own.emoji,
        label: reader.label,
        own_label: Some(own.label).filter(|label| *label != reader.label),
        lines: if is_same { Vec::new() } else { lines },
        own: own_lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handout(title: (&str, bool), lines: &[(&str, bool)]) -> Handout<'static> {
        let line = |(text, foreign): (&str, bool)| HandoutLine { text: text.to_owned(), foreign };
        let lines = lines.iter().copied().map(line).collect();
        Handout {
            kind: "lavoro",
            kind_label: "Work",
            title: line(title),
            url: String::new(),
            last_day: None,
            last_moment: None,
            facts: vec![HandoutFact { name: "where", icon: "where", emoji: "📍", label: "Where", lines }],
        }
    }

    #[test]
    fn what_reads_the_same_or_is_untranslated_stands_once() {
        let own = handout(("Corso", false), &[("via Verdi 1", false), ("suona al citofono", false)]);
        let same = handout(("Course", false), &[("via Verdi 1", false), ("suona al citofono", false)]);
        assert!(pair_handouts(&same, &own).facts[0].lines.is_empty());
        let part = handout(("Corso", true), &[("via Verdi 1", false), ("suona al citofono", true)]);
        let pair = pair_handouts(&part, &own);
        assert_eq!((pair.title, pair.own_title), ("Work", Some("Corso")));
        assert_eq!(pair.facts[0].lines, ["via Verdi 1"]);
        assert_eq!(pair.facts[0].own, ["via Verdi 1", "suona al citofono"]);
        let none = handout(("Course", false), &[("via Verdi 1", true), ("suona al citofono", true)]);
        assert!(pair_handouts(&none, &own).facts[0].lines.is_empty());
    }
}
