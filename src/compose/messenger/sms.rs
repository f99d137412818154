//! SMS: 160 letters of GSM-7 in one, 153 in each of several; a single other letter makes it 70 and 67 (3GPP
//! TS 23.038). Apostrophes and dashes of typography are written plainly; three messages are the most.

use super::{Desk, Messenger, limits, plain};
use crate::markdown::Block;
use crate::text::emoji::{is_emoji, is_emoji_modifier};
use crate::text::invisible::is_dropped_from_sms;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "sms",
    label: "SMS",
    desk: Desk::Shown,
    template: "sms.md",
    // What people read to the end and still pay for: no service asks for it.
    target: 3,
    limit: 3,
    unit: "SMS",
    count: parts,
    may_fill: Some(may_fill),
    counts_as_typed: false,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: text,
};

/// Letters that cost one of 160.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Letters that cost two.
const EXTENDED: &str = "^{}\\[~]|€";

/// Messages that facts may fill: two, of another alphabet all three, which have fewer letters.
fn may_fill(text: &str) -> bool {
    parts(text) <= if gsm_length(text).is_some() { 2 } else { CHANNEL.limit }
}

/// Length in the basic alphabet; `None` if a letter is not in it.
fn gsm_length(text: &str) -> Option<usize> {
    text.chars().map(gsm_cost).sum()
}

/// What a letter costs in the basic alphabet; `None` if it is not in it.
fn gsm_cost(letter: char) -> Option<usize> {
    match letter {
        letter if BASIC.contains(letter) => Some(1),
        letter if EXTENDED.contains(letter) => Some(2),
        _ => None,
    }
}

/// How many messages a text takes. A letter that costs two is not divided: where one of its halves has no room left, both
/// are in the next message.
fn parts(text: &str) -> usize {
    let in_basic = gsm_length(text);
    let (length, [one, each]) = match in_basic {
        Some(length) => (length, limits::SMS_BASIC),
        None => (text.encode_utf16().count(), limits::SMS_OTHER),
    };
    if length <= one.most {
        return 1;
    }
    let cost = |letter: char| in_basic.and_then(|_| gsm_cost(letter)).unwrap_or(letter.len_utf16());
    let (parts, _) = text.chars().map(cost).fold((1, 0), |(parts, filled), cost| {
        if filled + cost > each.most { (parts + 1, cost) } else { (parts, filled + cost) }
    });
    parts
}

fn text(blocks: &[Block]) -> String {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = plain::text(blocks);
    let plain = one_line(&words.chars().map(to_gsm_text).collect::<String>());
    // A text in another script stays as it is: it is written in the other alphabet of SMS anyway.
    let basic = plain.chars().all(|letter| BASIC.contains(letter) || EXTENDED.contains(letter));
    if basic { plain } else { one_line(&words) }
}

/// A letter as a telephone's basic alphabet has it.
fn to_gsm_text(letter: char) -> String {
    let written = match letter {
        '’' | '‘' | '´' | '`' => "'",
        '“' | '”' | '«' | '»' => "\"",
        '–' | '—' | '‑' => "-",
        '…' => "...",
        '•' | '·' | '◦' => "-",
        'À' | 'Á' | 'Â' => "A'",
        'È' | 'Ê' => "E'",
        'Ì' | 'Í' => "I'",
        'Ò' | 'Ó' => "O'",
        'Ù' | 'Ú' => "U'",
        'á' | 'â' => "à",
        'í' | 'ï' | 'î' => "ì",
        'ó' | 'ô' => "ò",
        'ú' | 'û' => "ù",
        'ê' | 'ë' => "e",
        'ç' => "c",
        '\u{a0}' | '\u{202f}' => " ",
        // Pictures and invisible signs would make the whole text twice as dear.
        letter if is_dropped_from_sms(letter) || is_emoji(letter) || is_emoji_modifier(letter) => "",
        letter => return letter.to_string(),
    };
    written.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse_blocks;

    #[test]
    fn a_text_costs_what_its_letters_cost() {
        assert_eq!(parts(&"a".repeat(160)), 1);
        assert_eq!(parts(&"a".repeat(161)), 2);
        assert_eq!(parts(&"€".repeat(81)), 2);
        assert_eq!(parts(&"я".repeat(70)), 1);
        assert_eq!(parts(&"я".repeat(135)), 3);
        // A letter of two is not divided between two messages.
        assert_eq!(parts(&format!("{}€{}", "a".repeat(151), "a".repeat(153))), 2);
        assert_eq!(parts(&format!("{}€{}", "a".repeat(152), "a".repeat(152))), 3);
        assert_eq!(parts(&format!("{}𠀀{}", "的".repeat(65), "的".repeat(67))), 2);
        assert_eq!(parts(&format!("{}𠀀{}", "的".repeat(66), "的".repeat(66))), 3);
    }

    #[test]
    fn letters_of_typography_are_written_plainly() {
        assert_eq!(
            text(&parse_blocks("L’attività è «facile» – **È** gratis… 📍 qui")),
            "L'attività è \"facile\" - E' gratis... qui"
        );
        assert_eq!(text(&parse_blocks("Курс – безкоштовно")), "Курс – безкоштовно");
    }
}
