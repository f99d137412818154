//! From glyphs and their places to lines of text.
//!
//! Glyphs of one baseline are a line; wide gaps part it into fragments, which are joined by tab, as the cells of a table,
//! unless enough lines in a row part at the same place into two columns of running text.

mod columns;
mod fragment;

use columns::{find_columns, split_columns};
use fragment::{Fragment, Line, PARAGRAPH_GAP};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_normalization::UnicodeNormalization;

/// Gap between two letters, by the size of the font, that is a space.
const SPACE_GAP: f64 = 0.12;
/// Fewest gaps that show that the letters of a word are spaced.
const MIN_SPACED_LETTERS: usize = 6;
/// Gap that parts two fragments.
const FRAGMENT_GAP: f64 = 1.6;
/// Letter on a sheet, in points from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedGlyph {
    /// Its letters: a ligature has several.
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    /// From its origin to that of the next.
    pub(super) length: f64,
    pub(super) size: f64,
    /// Direction of writing, in radians; zero is to the right.
    pub(super) angle: f64,
}

/// Lays out the glyphs of a page: first those that are written to the right, then those written upwards and so on.
pub(super) fn lay_out(glyphs: Vec<PlacedGlyph>) -> String {
    let mut by_direction: [Vec<PlacedGlyph>; 4] = Default::default();
    for mut glyph in glyphs {
        let quarter = (glyph.angle / std::f64::consts::FRAC_PI_2).round().rem_euclid(4.0);
        let direction = if quarter < 0.5 {
            0
        } else if quarter < 1.5 {
            (glyph.x, glyph.y) = (glyph.y, -glyph.x);
            1
        } else if quarter < 2.5 {
            (glyph.x, glyph.y) = (-glyph.x, -glyph.y);
            2
        } else {
            (glyph.x, glyph.y) = (-glyph.y, glyph.x);
            3
        };
        if let Some(group) = by_direction.get_mut(direction) {
            group.push(glyph);
        }
    }
    let mut out = String::new();
    for group in by_direction {
        let lines = group_lines(join_glyphs(&group));
        write_lines(&mut out, &lines, None);
    }
    join_hyphens(&out)
}

/// Joins glyphs that were drawn one after the other on one baseline.
fn join_glyphs(glyphs: &[PlacedGlyph]) -> Vec<Fragment> {
    let runs = glyphs.chunk_by(is_beside).filter_map(join_run);
    runs.filter(|fragment| !fragment.text.trim().is_empty()).collect()
}

/// Gap between two glyphs, by the size of the second.
fn gap_between(before: &PlacedGlyph, next: &PlacedGlyph) -> f64 {
    (next.x - before.x - before.length) / next.size
}

/// Whether a glyph goes on with the word or the words of the one before.
fn is_beside(before: &PlacedGlyph, next: &PlacedGlyph) -> bool {
    (next.y - before.y).abs() < 0.2 * next.size
        && (-0.4..FRAGMENT_GAP).contains(&gap_between(before, next))
        && (0.6..1.7).contains(&(next.size / before.size))
}

/// Joins glyphs that stand beside each other, with spaces where the gaps are wider than between the letters of a word.
fn join_run(run: &[PlacedGlyph]) -> Option<Fragment> {
    let (first, last) = (run.first()?, run.last()?);
    let gaps: Vec<f64> = run.windows(2).filter_map(|pair| Some(gap_between(pair.first()?, pair.get(1)?))).collect();
    let mut sorted = gaps.clone();
    sorted.sort_by(f64::total_cmp);
    // Titles are often written with space between their letters.
    let spacing =
        sorted.get(sorted.len() / 2).filter(|median| **median > SPACE_GAP && sorted.len() >= MIN_SPACED_LETTERS);
    let space_gap = spacing.copied().unwrap_or_default() + SPACE_GAP;
    let mut text = plain_letters(&first.text);
    for (glyph, gap) in run.iter().skip(1).zip(gaps) {
        let letters = plain_letters(&glyph.text);
        if gap > space_gap && !text.ends_with(' ') && !letters.starts_with(' ') {
            text.push(' ');
        }
        text.push_str(&letters);
    }
    Some(Fragment { text, start: first.x, end: last.x + last.length, y: first.y, size: first.size })
}

/// Letters as people type them: ligatures and Arabic forms as the letters they stand for, private signs as a bullet.
fn plain_letters(text: &str) -> String {
    let is_form = |character: char| matches!(character, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if is_form(character) => out.extend([character].into_iter().nfkc()),
            '\u{e000}'..='\u{f8ff}' => out.push('•'),
            _ if character.is_whitespace() || character.is_control() => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

/// Groups fragments into lines, from top to bottom, and joins those that stand close.
fn group_lines(mut fragments: Vec<Fragment>) -> Vec<Line> {
    fragments.sort_by(|a, b| a.y.total_cmp(&b.y));
    // The tallest fragment of a line says where it is: small raised letters belong to it.
    let mut lines: Vec<(Fragment, Line)> = Vec::new();
    for fragment in fragments {
        // Lines above the last few are too far away.
        let near = lines.iter_mut().rev().take(4).find(|(tallest, _)| overlap(tallest, &fragment) > 0.5);
        match near {
            Some((tallest, line)) => {
                if fragment.size > tallest.size {
                    *tallest = fragment.clone();
                }
                line.push(fragment);
            }
            None => lines.push((fragment.clone(), vec![fragment])),
        }
    }
    lines.sort_by(|(a, _), (b, _)| a.y.total_cmp(&b.y));
    lines.into_iter().map(|(_, line)| join_fragments(line)).collect()
}

/// Part of the height of the smaller of two fragments that the other shares.
fn overlap(a: &Fragment, b: &Fragment) -> f64 {
    let bottom = (a.y + 0.2 * a.size).min(b.y + 0.2 * b.size);
    let top = (a.y - 0.7 * a.size).max(b.y - 0.7 * b.size);
    (bottom - top) / (0.9 * a.size.min(b.size))
}

/// Joins the fragments of a line that stand close to each other.
fn join_fragments(mut line: Line) -> Line {
    line.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut joined: Line = Vec::with_capacity(line.len());
    for fragment in line {
        if let Some(last) = joined.last_mut() {
            let gap = (fragment.start - last.end) / fragment.size.max(last.size);
            if gap < FRAGMENT_GAP {
                if gap > SPACE_GAP && !last.text.ends_with(' ') && !fragment.text.starts_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&fragment.text);
                last.end = last.end.max(fragment.end);
                last.size = last.size.max(fragment.size);
                continue;
            }
        }
        joined.push(fragment);
    }
    joined
}

/// Writes lines, below one with this baseline and size: columns one after the other, the rest line by line.
fn write_lines(out: &mut String, lines: &[Line], mut before: Option<(f64, f64)>) {
    let place = |line: &Line| line.first().map(|first| (first.y, first.size));
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        if let Some((count, gap)) = find_columns(rest) {
            let (left, right) = split_columns(rest.get(..count).unwrap_or_default(), &gap);
            write_lines(out, &left, before);
            // A sentence can go on in the next column.
            write_lines(out, &right, None);
            before = rest.get(count - 1).and_then(place);
            at += count;
            continue;
        }
        if let (Some((last, last_size)), Some((next, size))) = (before, place(line))
            && next - last > PARAGRAPH_GAP * size.max(last_size)
        {
            out.push('\n');
        }
        out.push_str(&line_text(line));
        out.push('\n');
        before = place(line);
        at += 1;
    }
}

/// Text of a line in the order in which it is read: glyphs of Arabic and Hebrew stand from right to left.
fn line_text(line: &Line) -> String {
    let is_right_to_left = |text: &str| {
        let count =
            |classes: &[BidiClass]| text.chars().filter(|character| classes.contains(&bidi_class(*character))).count();
        count(&[BidiClass::R, BidiClass::AL]) > count(&[BidiClass::L])
    };
    let fragments = line.iter().map(|fragment| {
        let words = fragment.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let level = if is_right_to_left(&words) { Level::rtl() } else { Level::ltr() };
        let words = join_numbers(&words);
        let bidi = BidiInfo::new(&words, Some(level));
        // The order of what is shown, taken as if it were that of what is meant, gives that of what is meant.
        match bidi.paragraphs.first() {
            Some(paragraph) if bidi.has_rtl() => bidi.reorder_line(paragraph, paragraph.range.clone()).into_owned(),
            _ => words.clone(),
        }
        .replace(NUMBER_SPACE, " ")
    });
    let mut fragments: Vec<String> = fragments.collect();
    if is_right_to_left(&fragments.concat()) {
        fragments.reverse();
    }
    fragments.join("\t")
}

/// Space within a number, for which the Unicode Bidirectional Algorithm keeps the order of its digits: a common separator.
const NUMBER_SPACE: char = '\u{a0}';

/// Joins the groups of digits of a telephone number, which stand from left to right among Arabic words too.
fn join_numbers(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let is_within = character == ' '
            && out.ends_with(|before: char| before.is_ascii_digit())
            && characters.peek().is_some_and(char::is_ascii_digit);
        out.push(if is_within { NUMBER_SPACE } else { character });
    }
    out
}

/// Joins words that were divided at the end of a line; addresses and numbers keep their hyphens.
fn join_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let is_address = |word: &str| word.contains(['@', '/', '.']);
        let divided = out.strip_suffix("-\n").or_else(|| out.strip_suffix("\u{ad}\n")).filter(|before| {
            let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let next = line.split_whitespace().next().unwrap_or_default();
            word.chars().filter(|character| character.is_lowercase()).count() > 1
                && word.ends_with(char::is_lowercase)
                && next.starts_with(char::is_lowercase)
                && !is_address(word)
                && !is_address(next.trim_end_matches('.'))
        });
        if let Some(length) = divided.map(str::len) {
            out.truncate(length);
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of a line, each half as wide as the font is high.
    fn write(text: &str, x: f64, y: f64) -> Vec<PlacedGlyph> {
        let glyph = |(index, letter): (u32, char)| PlacedGlyph {
            text: letter.to_string(),
            x: x + 5.0 * f64::from(index),
            y,
            length: 5.0,
            size: 10.0,
            angle: 0.0,
        };
        (0..).zip(text.chars()).filter(|(_, letter)| *letter != ' ').map(glyph).collect()
    }

    fn read(lines: &[(&str, f64, f64)]) -> String {
        lay_out(lines.iter().flat_map(|(text, x, y)| write(text, *x, *y)).collect())
    }

    #[test]
    fn gaps_are_spaces_and_tabs() {
        assert_eq!(
            read(&[("Quando", 0.0, 0.0), ("ore 10", 100.0, 0.5), ("Dove", 0.0, 12.0)]),
            "Quando\tore 10\nDove\n"
        );
    }

    #[test]
    fn spaced_letters_are_words() {
        let spaced = |text: &str, x: f64| {
            let letters = write(text, x, 0.0).into_iter();
            letters.map(move |glyph| PlacedGlyph { x: x + (glyph.x - x) * 1.6, ..glyph }).collect::<Vec<_>>()
        };
        assert_eq!(lay_out(spaced("CHIUSO IN AGOSTO", 0.0)), "CHIUSO IN AGOSTO\n");
    }

    #[test]
    fn lines_are_in_the_order_of_the_sheet() {
        assert_eq!(read(&[("sotto", 0.0, 40.0), ("sopra", 0.0, 12.0)]), "sopra\n\nsotto\n");
    }

    #[test]
    fn columns_of_running_text_are_read_one_after_the_other() {
        let left = "corso di italiano per";
        let mut lines = vec![("Un titolo sopra le due colonne che le copre tutte", 0.0, -30.0)];
        lines.extend((0..4).map(|line| (left, 0.0, 12.0 * f64::from(line))));
        lines.extend((0..4).map(|line| ("sportello per il lavoro", 150.0, 12.0 * f64::from(line) + 5.0)));
        let text = read(&lines);
        assert!(text.starts_with("Un titolo"), "{text}");
        assert_eq!(text.matches('\t').count(), 0, "{text}");
        assert!(text.rfind(left) < text.find("sportello"), "{text}");
    }

    #[test]
    fn tables_are_read_row_by_row() {
        let mut lines = Vec::new();
        for row in 0..4 {
            lines.push(("Giorno", 0.0, 12.0 * f64::from(row)));
            lines.push(("un testo lungo nella cella", 100.0, 12.0 * f64::from(row)));
        }
        assert_eq!(read(&lines), "Giorno\tun testo lungo nella cella\n".repeat(4));
    }

    #[test]
    fn columns_of_short_lines_are_known_by_sentences_that_go_on() {
        let left = ["Per chi", "Permesso di", "soggiorno o", "richiesta asilo", "Costo"];
        let right = ["Quando", "Da lunedì 9", "dicembre", "Dove", "Via dei Libri"];
        let lines = |left: [&'static str; 5]| {
            let rows = left.into_iter().zip(right).zip([0.0, 12.0, 24.0, 36.0, 48.0]);
            read(&rows.flat_map(|((left, right), y)| [(left, 0.0, y), (right, 150.0, y)]).collect::<Vec<_>>())
        };
        assert_eq!(lines(left), left.join("\n") + "\n" + &right.join("\n") + "\n");
        let labels = ["Periodo del corso", "Prima lezione", "Ultima lezione", "Segreteria", "Sede"];
        assert!(lines(labels).starts_with("Periodo del corso\tQuando\n"));
    }

    #[test]
    fn divided_words_are_joined_and_addresses_kept() {
        assert_eq!(join_hyphens("corso di ita-\nliano\n"), "corso di italiano\n");
        assert_eq!(join_hyphens("www.corsi-\nroma.it\n10-\n12\n"), "www.corsi-\nroma.it\n10-\n12\n");
    }

    #[test]
    fn ligatures_and_arabic_are_letters_in_reading_order() {
        assert_eq!(plain_letters("\u{fb01}ne\u{f0b7}"), "fine•");
        assert_eq!(read(&[("ماحرم 10", 0.0, 0.0)]), "10 مرحام\n");
        assert_eq!(read(&[("ماحرم 06 5550 0111", 0.0, 0.0)]), "06 5550 0111 مرحام\n");
    }

    #[test]
    fn turned_text_is_read_after_the_rest() {
        let mut glyphs: Vec<PlacedGlyph> = write("lato", 0.0, 0.0);
        for glyph in &mut glyphs {
            (glyph.x, glyph.y, glyph.angle) = (glyph.y, -glyph.x, -std::f64::consts::FRAC_PI_2);
        }
        glyphs.extend(write("sopra", 0.0, 0.0));
        assert_eq!(lay_out(glyphs), "sopra\nlato\n");
    }
}
