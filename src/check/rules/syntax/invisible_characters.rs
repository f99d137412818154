//! Finds invisible characters, which hide words, reverse their direction or remain from lost characters.

use std::ops::Range;

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::markdown::MarkupFinding;
use crate::source::{Document, Yaml, parse};
use crate::text::digit_groups::is_right_to_left;
use crate::text::emoji::is_emoji;
use crate::text::invisible::{Invisible, is_lost, may_hide};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invisible-characters",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("nel testo non ci sono segni invisibili", "texts contain no invisible characters"),
        explanation: text(
            "Copiando da un sito o da un PDF restano segni che non si vedono: spazi di larghezza zero, segni che rovesciano la direzione, lettere perse (�). Possono nascondere parole o cambiare un indirizzo. `bacheca check --fix` toglie quelli che non servono; una lettera persa va riscritta a mano.",
            "Copying from a site or a PDF leaves signs that nobody sees: spaces of no width, signs that turn the direction, lost letters (�). They may hide words or change an address. `bacheca check --fix` takes away those of no use; a lost letter must be written again by hand.",
        ),
        wrong: "titolo: Corso\u{200b} di italiano",
        right: "titolo: Corso di italiano",
        origin: "Unicode Technical Report 36; CVE-2021-42574",
    },
    function: CheckFunction::Several(&[CheckFunction::Board(check), CheckFunction::Markup(check_reference)]),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        let text = &document.source.text;
        check_escapes(document, findings);
        check_carriage_returns(document, findings);
        if !may_hide(text) {
            continue;
        }
        for (at, sign) in text.char_indices() {
            if hides(sign) && (at > 0 || sign != '\u{feff}') {
                report_character(document, at..at + sign.len_utf8(), sign, findings);
            }
        }
    }
}

/// Reports the first carriage return that ends no line of Windows: YAML, Markdown and editors disagree on whether a line
/// ends there, so that it can hide what follows.
fn check_carriage_returns(document: &Document, findings: &mut Findings<'_>) {
    let text = &document.source.text;
    let is_alone = |at: &usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    let mut alone = memchr::memchr_iter(b'\r', text.as_bytes()).filter(is_alone);
    let Some(first) = alone.next() else { return };
    let count = 1 + alone.count();
    findings.report_at_span(
        document,
        first..first + 1,
        localized!(
            "qui c'è una fine di riga che non tutti riconoscono (CR, {count} volte)",
            "this is a line end that not everybody knows (CR, {count} times)"
        ),
        localized!(
            "cancella questo segno e vai a capo con il tasto Invio",
            "delete this sign and begin a new line with the Enter key"
        ),
    );
}

/// Reports a character that the text writes by its number or name.
fn check_reference(document: &Document, finding: &MarkupFinding, span: Range<usize>, findings: &mut Findings<'_>) {
    if let MarkupFinding::InvisibleReference(character) = finding {
        report_character(document, span, *character, findings);
    }
}

/// Whether a character is lost or can hide something.
fn hides(character: char) -> bool {
    is_lost(character) || Invisible::kind_of(character).is_some_and(Invisible::can_hide_text)
}

/// Reports invisible characters written as YAML escapes (`"\u202e"`, `"\e"`): one control character in a title makes the
/// feed invalid XML.
fn check_escapes(document: &Document, findings: &mut Findings<'_>) {
    if memchr::memchr(b'\\', document.facts().as_bytes()).is_none() {
        return;
    }
    // The YAML is parsed again, because the tree has values of unknown fields and knows which are quoted.
    let Some(root) = parse(document, &mut Vec::new()) else { return };
    root.visit(&mut |node| {
        let written = document.source.text.get(node.span.clone()).unwrap_or_default();
        if !matches!(node.yaml, Yaml::Scalar(_, false)) || !written.starts_with('"') {
            return;
        }
        let (mut at, before) = (0, findings.count());
        while let Some(found) = written.get(at..).and_then(|rest| rest.find('\\')) {
            let start = at + found;
            let (sign, length) = decode_escape(written.get(start + 1..).unwrap_or_default());
            at = start + 1 + length;
            if sign.is_some_and(hides) {
                report_escape(document, node.span.start + start..node.span.start + at, findings);
            }
        }
        // Whatever the notation, such as two halves of one code (`\udb40\udc61`), the value tells what it stands for.
        let count = |text: &str| text.chars().filter(|sign| hides(*sign)).count();
        if findings.count() == before && node.text().is_some_and(|value| count(value) > count(written)) {
            report_escape(document, node.span.clone(), findings);
        }
    });
}

fn report_escape(document: &Document, span: Range<usize>, findings: &mut Findings<'_>) {
    findings.report_at_span(
        document,
        span,
        localized!(
            "qui c'è un segno invisibile, scritto con il suo numero",
            "this is an invisible character, written as a number"
        ),
        localized!("cancellalo", "delete it"),
    );
}

/// Decodes the escape after a backslash in double quotes: the character, if it differs from the written one, and the
/// bytes of the escape (YAML 1.2.2, 5.7).
fn decode_escape(rest: &str) -> (Option<char>, usize) {
    let numbered = |digits: usize| {
        let number = rest.get(1..=digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        (number.and_then(char::from_u32), number.map_or(1, |_| digits + 1))
    };
    let Some(letter) = rest.chars().next() else { return (None, 0) };
    match letter {
        'x' => numbered(2),
        'u' => numbered(4),
        'U' => numbered(8),
        '0' => (Some('\0'), 1),
        'a' => (Some('\u{7}'), 1),
        'b' => (Some('\u{8}'), 1),
        'v' => (Some('\u{b}'), 1),
        'f' => (Some('\u{c}'), 1),
        'e' => (Some('\u{1b}'), 1),
        'N' => (Some('\u{85}'), 1),
        'L' => (Some('\u{2028}'), 1),
        'P' => (Some('\u{2029}'), 1),
        letter => (None, letter.len_utf8()),
    }
}

/// Reports a character at the bytes where it, its number or the link that holds its number is written.
fn report_character(document: &Document, span: Range<usize>, sign: char, findings: &mut Findings<'_>) {
    let text = &document.source.text;
    let written = text.get(span.clone()).unwrap_or_default();
    let is_whole = written.chars().eq([sign]) || written.starts_with('&') && written.ends_with(';');
    let (name, name_en, safe) = match Invisible::kind_of(sign) {
        _ if is_lost(sign) => ("una lettera persa (�)", "a lost letter (�)", false),
        Some(Invisible::ZeroWidth) => ("uno spazio di larghezza zero", "a space of no width", true),
        Some(Invisible::SoftHyphen) => ("un trattino invisibile", "an invisible hyphen", true),
        Some(Invisible::DirectionOverride) => {
            ("un segno che rovescia la direzione del testo", "a sign that turns the direction of the text", true)
        }
        Some(Invisible::Joiner) if is_between_latin_letters(text, &span) || follows_joiner(text, &span) => {
            ("un segno di giunzione", "a joining sign", true)
        }
        Some(Invisible::DirectionMark) if !is_translation(document) || !is_right_to_left(text) => {
            ("un segno di direzione", "a sign of direction", true)
        }
        Some(Invisible::LineEnd) => ("una fine di riga che nessuno riconosce", "a line end that nobody knows", false),
        Some(Invisible::Operator) => ("un segno che non si disegna", "a sign that is not drawn", true),
        Some(Invisible::Tag) if !is_in_flag(text, &span, sign) => {
            ("un segno che nasconde lettere", "a sign that hides letters", true)
        }
        Some(Invisible::Noncharacter) => {
            ("un segno che non è nessun carattere", "a code that is not a character", true)
        }
        Some(Invisible::EmojiSelector) if !follows_symbol(text, &span) => {
            ("un segno che non si disegna", "a sign that is not drawn", true)
        }
        Some(Invisible::Control) => ("un carattere di controllo", "a control character", true),
        None if sign == '\r' && written.len() > 1 => ("un «a capo» di macchina (CR)", "a carriage return", true),
        Some(
            Invisible::Joiner
            | Invisible::DirectionMark
            | Invisible::Tag
            | Invisible::EmojiSelector
            | Invisible::NoBreakSpace,
        )
        | None => return,
    };
    let safe = safe && is_whole;
    let code = format!("U+{:04X}", u32::from(sign));
    let hint = if safe {
        localized!("`bacheca check --fix` lo toglie", "`bacheca check --fix` takes it away")
    } else {
        localized!("riscrivi la parola a mano", "write the word again by hand")
    };
    let problem = findings.report_at_span(
        document,
        span.clone(),
        localized!("qui c'è {name} ({code})", "this is {name_en} ({code})"),
        hint,
    );
    if safe {
        problem.correct(span, String::new(), safe);
    }
}

/// Whether a joiner is between Latin letters, where it has no purpose; Arabic, Persian, Bengali and emoji need joiners.
fn is_between_latin_letters(text: &str, span: &Range<usize>) -> bool {
    let latin = |c: Option<char>| c.is_none_or(|c| c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c));
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let after = text.get(span.end..).and_then(|after| after.chars().next());
    latin(before) && latin(after)
}

/// Whether a joiner stands after another: a row of them draws nothing, and may hide a text.
fn follows_joiner(text: &str, span: &Range<usize>) -> bool {
    text.get(..span.start).is_some_and(|before| before.ends_with(['\u{200c}', '\u{200d}']))
}

/// Whether a selector stands right after a symbol, or between a sign of a telephone's keys and its frame.
fn follows_symbol(text: &str, span: &Range<usize>) -> bool {
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let after = text.get(span.end..).and_then(|after| after.chars().next());
    before.is_some_and(|before| match before {
        '0'..='9' | '#' | '*' => after == Some('\u{20e3}'),
        '©' | '®' | '\u{203c}' | '\u{2049}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' => true,
        before => is_emoji(before) || matches!(before, '\u{1f3fb}'..='\u{1f3ff}' | '\u{2100}'..='\u{23ff}' | '\u{25a0}'..='\u{25ff}' | '\u{2900}'..='\u{297f}'),
    })
}

/// Whether a tag belongs to the flag of a region: a black flag, three to six letters or digits, the end of the tags
/// (UTS 51, ED-14a).
fn is_in_flag(text: &str, span: &Range<usize>, sign: char) -> bool {
    const BLACK_FLAG: char = '\u{1f3f4}';
    const END: char = '\u{e007f}';
    let is_letter = |c: &char| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let back = before.chars().rev().take(7).take_while(is_letter).count();
    let ahead = if sign == END { 0 } else { after.chars().take(7).take_while(is_letter).count() };
    (is_letter(&sign) || sign == END)
        && (3..=6).contains(&(back + ahead + usize::from(sign != END)))
        && before.chars().rev().nth(back) == Some(BLACK_FLAG)
        && (sign == END || after.chars().nth(ahead) == Some(END))
}

/// Whether the file is a translation (`x.ar.md`), where direction marks are legitimate if its letters run to the left.
fn is_translation(document: &Document) -> bool {
    document.source.path.rsplit('/').next().is_some_and(|name| name.matches('.').count() > 1)
}

#[cfg(test)]
mod tests {
    use super::is_in_flag;

    #[test]
    fn only_flags_have_tags() {
        let tags = |letters: &str| {
            letters.chars().map(|c| char::from_u32(0xe0000 + u32::from(c)).unwrap()).collect::<String>()
        };
        let all = |text: &str| {
            let mut tags = text.char_indices().filter(|(_, c)| *c >= '\u{e0000}').peekable();
            assert!(tags.peek().is_some());
            tags.all(|(at, c)| is_in_flag(text, &(at..at + c.len_utf8()), c))
        };
        assert!(all(&format!("\u{1f3f4}{}\u{e007f} Scozia", tags("gbsct"))));
        for text in [
            format!("Corso{}\u{e007f}", tags("gbsct")),
            format!("\u{1f3f4}{}", tags("gbsct")),
            format!("\u{1f3f4}{}\u{e007f}", tags("scrivi")) + &tags("a"),
            format!("\u{1f3f4}{}\u{e007f}", tags("ignorale")),
            format!("\u{1f3f4}{}\u{e007f}", tags("a b c")),
        ] {
            assert!(!all(&text), "{text:?}");
        }
    }
}
