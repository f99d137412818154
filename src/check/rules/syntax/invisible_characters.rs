//! Finds invisible characters, which hide words, reverse their direction or remain from lost characters.

use crate::board::Board;
use crate::check::{Check, Findings, Visitor};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::{Document, Yaml, parse};
use crate::text::invisible::{Invisible, may_hide};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invisible-characters",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("nel testo non ci sono segni invisibili", "texts hold no invisible signs"),
        explanation: text(
            "Copiando da un sito o da un PDF restano segni che non si vedono: spazi di larghezza zero, segni che rovesciano la direzione, lettere perse (�). Possono nascondere parole o cambiare un indirizzo. `bacheca check --fix` toglie quelli che non servono; una lettera persa va riscritta a mano.",
            "Copying from a site or a PDF leaves signs that nobody sees: spaces of no width, signs that turn the direction, lost letters (�). They may hide words or change an address. `bacheca check --fix` takes away those of no use; a lost letter must be written again by hand.",
        ),
        wrong: "titolo: Corso\u{200b} di italiano",
        right: "titolo: Corso di italiano",
        origin: "Unicode Technical Report 36; CVE-2021-42574",
    },
    visit: Visitor::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        let text = &document.source.text;
        check_escapes(document, findings);
        if !may_hide(text) {
            continue;
        }
        for (at, sign) in text.char_indices() {
            if at > 0 || sign != '\u{feff}' {
                report_character(document, at, sign, findings);
            }
        }
    }
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
        let mut at = 0;
        while let Some(found) = written.get(at..).and_then(|rest| rest.find('\\')) {
            let start = at + found;
            let (sign, length) = decode_escape(written.get(start + 1..).unwrap_or_default());
            at = start + 1 + length;
            if sign.and_then(Invisible::kind_of).is_some_and(Invisible::hides) {
                findings.span(
                    document,
                    node.span.start + start..node.span.start + at,
                    localized!(
                        "qui c'è un segno invisibile, scritto con il suo numero",
                        "this is an invisible sign, written by its number"
                    ),
                    localized!("cancellalo", "delete it"),
                );
            }
        }
    });
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

fn report_character(document: &Document, at: usize, sign: char, findings: &mut Findings<'_>) {
    let text = &document.source.text;
    let (name, name_en, safe) = match Invisible::kind_of(sign) {
        _ if sign == char::REPLACEMENT_CHARACTER => ("una lettera persa (�)", "a lost letter (�)", false),
        Some(Invisible::ZeroWidth) => ("uno spazio di larghezza zero", "a space of no width", true),
        Some(Invisible::SoftHyphen) => ("un trattino invisibile", "an invisible hyphen", true),
        Some(Invisible::DirectionOverride) => {
            ("un segno che rovescia la direzione del testo", "a sign that turns the direction of the text", true)
        }
        Some(Invisible::Joiner) if is_between_latin_letters(text, at, sign) => {
            ("un segno di giunzione", "a joining sign", true)
        }
        Some(Invisible::DirectionMark) if !is_translation(document) => {
            ("un segno di direzione", "a sign of direction", true)
        }
        Some(Invisible::LineEnd) => ("una fine di riga che nessuno riconosce", "a line end that nobody knows", false),
        Some(Invisible::Operator) => ("un segno che non si disegna", "a sign that is not drawn", true),
        Some(Invisible::Noncharacter) => ("un segno che non è nessun carattere", "a sign that is no character", true),
        Some(Invisible::Control) => ("un carattere di controllo", "a control character", true),
        Some(Invisible::Joiner | Invisible::DirectionMark | Invisible::NoBreakSpace) | None => return,
    };
    let code = format!("U+{:04X}", u32::from(sign));
    let span = at..at + sign.len_utf8();
    let hint = if safe {
        localized!("`bacheca check --fix` lo toglie", "`bacheca check --fix` takes it away")
    } else {
        localized!("riscrivi la parola a mano", "write the word again by hand")
    };
    let problem = findings.span(
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
fn is_between_latin_letters(text: &str, at: usize, sign: char) -> bool {
    let latin = |c: Option<char>| c.is_none_or(|c| c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c));
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + sign.len_utf8()..).and_then(|after| after.chars().next());
    latin(before) && latin(after)
}

/// Whether the file is a translation (`x.ar.md`), where direction marks are legitimate.
fn is_translation(document: &Document) -> bool {
    document.source.path.rsplit('/').next().is_some_and(|name| name.matches('.').count() > 1)
}
