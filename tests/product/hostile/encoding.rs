//! Bytes, control characters and text direction.

use super::{Case, ITEM, announcement, announcement_titled, announcement_with, new_case, text_case};
use crate::support::write;

pub fn cases() -> Vec<Case> {
    vec![
        text_case("NUL in a value and in the text", 1, || announcement_with("note: \"a\0b\"", "Un \0 nel testo.")),
        new_case("UTF-16", 1, |board, _| {
            let wide: Vec<u8> = announcement().encode_utf16().flat_map(u16::to_le_bytes).collect();
            write(&board.join(ITEM), [&[0xff, 0xfe][..], &wide].concat());
        }),
        new_case("bytes that are no text", 1, |board, _| {
            write(&board.join(ITEM), [announcement().as_bytes(), &[0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]].concat());
        }),
        new_case("an empty file", 1, |board, _| write(&board.join(ITEM), "")),
        text_case("reversed letters", 1, || announcement_titled("\"Corso \u{202e}otiutarg\u{202c}\"")),
        text_case("reversed letters by number", 1, || announcement_with("", "IBAN &#x202e;54321 TI&#x202c;")),
        text_case("a control character by number", 1, || announcement_with("", "Un segno &#1; nel testo.")),
        text_case("hidden letters", 1, || announcement_with("", "Corso\u{e0069}\u{e0067}\u{e006e}.")),
        text_case("letters hidden in joiners", 1, || announcement_with("", "Corso\u{200d}\u{200c}\u{200c}\u{200d}di.")),
        new_case("a turned number in an English translation", 1, |board, _| {
            write(&board.join(ITEM), announcement());
            let text = "---\ntitolo: A title\nsintesi: A summary\n---\n\nCall \u{2067}06 5550 0111\u{2069}.\n";
            write(&board.join(ITEM).with_extension("en.md"), text);
        }),
        text_case("a note of no shape", 1, || announcement_with("", "Corso\u{1d159} di \u{13437}danza.")),
        text_case("annotations", 1, || announcement_with("", "Corso \u{fff9}a\u{fffa}b\u{fffb}.")),
        text_case("letters hidden in selectors", 1, || announcement_with("", "Corso\u{fe0e}\u{fe0f}\u{fe0e}di.")),
        text_case("selectors in a row behind an emoji", 1, || {
            announcement_with("", "Corso ☎\u{fe0f}\u{fe0e}\u{fe0f}\u{fe0f} di.")
        }),
        text_case("a selector behind a digit", 1, || announcement_with("", "Costa 1\u{fe0f}0 euro.")),
        text_case("emoji with their selectors", 0, || {
            announcement_with(
                "",
                "☎\u{fe0f} ❤\u{fe0f} 1\u{fe0f}\u{20e3} #\u{fe0f}\u{20e3} 🕴🏽\u{fe0f} ©\u{fe0f} ↔\u{fe0f}",
            )
        }),
        text_case("an object that is lost", 1, || announcement_with("", "Corso\u{fffc} di danza.")),
        text_case("a lost letter by number", 1, || announcement_with("", "Perch&#xFFFD; vieni.")),
        text_case("a lost letter by the number zero", 1, || announcement_with("", "Perch&#0; vieni.")),
        text_case("a lost letter in a value", 1, || announcement_titled("\"Perch\\uFFFD no\"")),
        text_case("a code that is no character", 1, || announcement_with("", "Corso\u{5ffff} di danza.")),
        text_case("a code that is no character, by number", 1, || announcement_with("", "Corso&#x1fffe; di.")),
        text_case("hidden letters as halves of codes", 1, || announcement_titled("\"Corso\\udb40\\udc61\"")),
        text_case("an emoji as halves of a code", 0, || announcement_titled("\"Corso \\ud83d\\ude00 di danza\"")),
        text_case("a code that is no character in a value", 1, || announcement_titled("\"Corso\\U0010FFFF\"")),
        text_case("a property in the title", 1, || {
            announcement_titled("\"Festa\\rATTACH:https://evil.example/x.exe\\rORGANIZER:mailto:evil@evil.example\"")
        }),
        text_case("a property in a title of two lines", 1, || announcement_titled("\"Festa\\r\\nX-A:b\"")),
        text_case("a tab in a value", 1, || announcement_with("avvertenze: [\"a\\tb\"]", "Testo.")),
        text_case("reversed letters in the text", 1, || {
            announcement_with("", "Costa \u{2066}\u{202e}000.1\u{2069} euro.")
        }),
    ]
}
