//! Decoding of texts in encodings older than UTF-8.

use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, ISO_8859_6, KOI8_U, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1256, X_MAC_CYRILLIC,
};

/// A text in another encoding than UTF-8, converted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Text, without byte order mark.
    pub text: String,
    /// Name of the encoding, e.g. `windows-1251`.
    pub encoding: &'static str,
}

/// Script of a text, with the encodings that Italian offices and readers' telephones still write it in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
}

/// Decodes UTF-16, with or without its mark. `None` if the bytes are something else: the first line of a content file is
/// `---`, and its zero bytes tell the order.
#[must_use]
pub fn decode_utf16(bytes: &[u8]) -> Option<Decoded> {
    let little =
        bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"-\0-\0-\0");
    let big = bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\0-\0-\0-");
    let encoding = if little {
        UTF_16LE
    } else if big {
        UTF_16BE
    } else {
        return None;
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
    (!text.contains('\0')).then(|| Decoded { text, encoding: encoding.name() })
}

/// Decodes bytes that are not UTF-8. Valid UTF-8 within them is kept, because a pasted line must not damage the rest of
/// the file. `path` says the language (`corso.ru.md`), on which the encoding depends. `None` if no encoding makes a text
/// of which every letter is plausible: a wrong guess would change words for ever.
#[must_use]
pub fn decode_legacy(bytes: &[u8], path: &str) -> Option<Decoded> {
    if let Some(decoded) = decode_utf16(bytes) {
        return Some(decoded);
    }
    if bytes.contains(&0) {
        return None;
    }
    let tried = candidates(path);
    let candidates = tried.iter().flat_map(|(script, encodings)| encodings.iter().map(|one| (*script, *one)));
    let mut best: Option<(usize, Decoded)> = None;
    for (script, encoding) in candidates {
        let Some(text) = decode_invalid_parts(bytes, encoding) else { continue };
        let usual = text.chars().filter(|ch| is_usual(*ch, script)).count();
        let is_enough = match script {
            Script::Latin => has_mostly_usual_signs(&text),
            Script::Cyrillic | Script::Arabic => tried.len() == 1 || usual >= MIN_LETTERS,
        };
        if is_enough && is_plausible(&text, script) && best.as_ref().is_none_or(|(most, _)| usual > *most) {
            best = Some((usual, Decoded { text, encoding: encoding.name() }));
        }
    }
    best.map(|(_, decoded)| decoded)
}

type Encodings = (Script, &'static [&'static Encoding]);
const LATIN: Encodings = (Script::Latin, &[WINDOWS_1252, MACINTOSH]);
const CYRILLIC: Encodings = (Script::Cyrillic, &[WINDOWS_1251, KOI8_U, X_MAC_CYRILLIC, ISO_8859_5, IBM866]);
const ARABIC: Encodings = (Script::Arabic, &[WINDOWS_1256, ISO_8859_6]);

/// Encodings to try for a file: those of its language, or all if its name has none or the script has no such encoding.
fn candidates(path: &str) -> &'static [Encodings] {
    let name = path.rsplit('/').next().unwrap_or_default();
    let language = name.strip_suffix(".md").and_then(|stem| stem.split_once('.')).map_or("", |(_, language)| language);
    match language {
        "be" | "bg" | "mk" | "ru" | "sr" | "uk" => &[CYRILLIC],
        "ar" | "fa" | "ku" | "ps" | "ur" => &[ARABIC],
        "" => &[LATIN, CYRILLIC, ARABIC],
        "am" | "bn" | "el" | "he" | "hi" | "ka" | "ko" | "ja" | "pa" | "si" | "ta" | "th" | "ti" | "zh" => &[],
        _ => &[LATIN],
    }
}

/// Decodes the parts that are not UTF-8. `None` if the encoding has no character for a byte.
fn decode_invalid_parts(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() * 2);
    // Two bytes of an old encoding may look like UTF-8 by chance, in Cyrillic and Arabic often.
    if encoding != WINDOWS_1252 && encoding != MACINTOSH {
        return Some(encoding.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned());
    }
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&encoding.decode_without_bom_handling_and_without_replacement(chunk.invalid())?);
    }
    Some(text)
}

/// Whether every character is one that a text of the script has, at its place: no capital within a word, no letter of
/// another script beside it, at most two letters with accents in a row.
fn is_plausible(text: &str, script: Script) -> bool {
    let (mut before, mut accents) = (' ', 0);
    text.chars().all(|ch| {
        let strange = !ch.is_ascii() && ch.is_alphabetic();
        accents = if strange { accents + 1 } else { 0 };
        let fits = match script {
            _ if ch.is_control() => matches!(ch, '\n' | '\r' | '\t'),
            Script::Latin if ch.is_ascii() => !(ch.is_uppercase() && before.is_lowercase() && !before.is_ascii()),
            _ if ch.is_ascii() => !(ch.is_alphabetic() && is_letter_of(before, script)),
            _ if !strange => PUNCTUATION.contains(ch) || script == Script::Arabic && is_letter_of(ch, script),
            Script::Latin if is_letter_of(ch, script) => accents < 3 && !(ch.is_uppercase() && before.is_lowercase()),
            // Valid UTF-8 of any language may stand beside.
            Script::Latin => u32::from(ch) > 0x17f,
            _ => {
                is_letter_of(ch, script)
                    && !before.is_ascii_alphabetic()
                    && !(ch.is_uppercase() && before.is_lowercase())
            }
        };
        before = ch;
        fits
    })
}

/// Whether most signs of a Latin text outside ASCII are usual ones: two bytes of a Chinese or Japanese encoding are some sign
/// each.
fn has_mostly_usual_signs(text: &str) -> bool {
    let of_encoding = |ch: &char| !ch.is_ascii() && (u32::from(*ch) <= 0x17f || PUNCTUATION.contains(*ch));
    let is_common = |ch: char| is_usual(ch, Script::Latin) || COMMON_SIGNS.contains(ch);
    let (common, rare): (Vec<char>, Vec<char>) = text.chars().filter(of_encoding).partition(|ch| is_common(*ch));
    rare.len() < common.len() || rare.is_empty()
}

/// Whether a character is one of those by which encodings of a script are told apart: the most frequent ones.
fn is_usual(ch: char, script: Script) -> bool {
    match script {
        Script::Latin => "àèéìòóùÀÈÉÌÒÓÙâçêëîïôûüáíúñäöß’«»“”€".contains(ch),
        Script::Cyrillic => ch.is_lowercase() && is_letter_of(ch, script),
        Script::Arabic => "اليمونتربةعدسفحق".contains(ch),
    }
}

/// Whether a letter belongs to the alphabets written in the script.
fn is_letter_of(ch: char, script: Script) -> bool {
    match script {
        Script::Latin => {
            matches!(ch, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{ff}' | 'œ' | 'Œ' | 'ª' | 'º')
        }
        Script::Cyrillic => matches!(ch, 'а'..='я' | 'А'..='Я') || "ёЁіІїЇєЄґҐўЎђјљњћџЈЉЊЋЏ".contains(ch),
        Script::Arabic => matches!(ch, '\u{600}'..='\u{6ff}'),
    }
}

/// Frequent letters of another script that tell it in a file whose name does not: two Chinese signs may look like four.
const MIN_LETTERS: usize = 8;
/// Signs besides letters that Italian texts are full of.
const COMMON_SIGNS: &str = "\u{a0}–…•·°ªº";
/// Signs outside ASCII that a text may have.
const PUNCTUATION: &str = "\u{a0}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{feff}’‘“”„«»‹›–—…•·€£°²³½¼¾×÷±©®™§¡¿№";

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], path: &str) -> Option<String> {
        decode_legacy(bytes, path).map(|decoded| decoded.text)
    }

    #[test]
    fn valid_utf8_is_kept() {
        let bytes = [&b"citt\xe0: "[..], "1,50 € è مرحبا".as_bytes()].concat();
        assert_eq!(decoded(&bytes, "x.md").as_deref(), Some("città: 1,50 € è مرحبا"));
    }

    #[test]
    fn latin_encoding_is_told_by_its_accents() {
        let text = "città, perché, più, l’amica";
        assert_eq!(decoded(b"citt\x88, perch\x8e, pi\x9d, l\xd5amica", "x.md").as_deref(), Some(text));
        assert_eq!(decoded(b"citt\xe0, perch\xe9, pi\xf9, l\x92amica", "x.md").as_deref(), Some(text));
        let french = "créée à l’été, c’est très près du métro";
        let (bytes, ..) = WINDOWS_1252.encode(french);
        assert_eq!(decoded(&bytes, "x.fr.md").as_deref(), Some(french));
    }

    #[test]
    fn encoding_of_another_script_is_told_by_language_and_letters() {
        for (path, text, encodings) in [
            ("a/x.ru.md", "Бесплатный курс: я ещё учусь. Приносите тетрадь!", CYRILLIC.1),
            ("a/x.uk.md", "Безкоштовний курс, його підпише вчителька", &[WINDOWS_1251, KOI8_U]),
            ("a/x.ar.md", "دورة مجانية في اللغة الإيطالية، ستون ساعة", ARABIC.1),
            ("a/x.md", "Бесплатный курс итальянского языка", &[WINDOWS_1251]),
        ] {
            for encoding in encodings {
                let (bytes, _, lost) = encoding.encode(text);
                if !lost {
                    assert_eq!(decoded(&bytes, path).as_deref(), Some(text), "{} in {path}", encoding.name());
                }
            }
        }
    }

    #[test]
    fn utf16_is_told_by_mark_or_zero_bytes() {
        let text = "---\ntitolo: Città, Бесплатный\n---\n";
        for (mark, big) in [("", false), ("", true), ("\u{feff}", false), ("\u{feff}", true)] {
            let units = mark.encode_utf16().chain(text.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
            assert_eq!(decoded(&bytes, "x.md").as_deref(), Some(text), "big: {big}, mark: {mark:?}");
        }
    }

    #[test]
    fn what_no_encoding_explains_is_left_alone() {
        // UTF-32, broken UTF-16, Chinese in GBK, an Arabic file in a Cyrillic encoding, a broken letter.
        assert_eq!(decoded(b"\xff\xfe\0\0-\0\0\0", "x.md"), None);
        assert_eq!(decoded(b"\xff\xfe-\0-\0-", "x.md"), None);
        let (chinese, ..) = encoding_rs::GBK.encode("免费意大利语课程");
        assert_eq!(decoded(&chinese, "x.zh.md"), None);
        assert_eq!(decoded(&chinese, "x.md"), None);
        for word in ["免费", "课程", "免费课", "信息"] {
            let (chinese, ..) = encoding_rs::GBK.encode(word);
            let (japanese, _, lost) = encoding_rs::SHIFT_JIS.encode(word);
            for bytes in [chinese].into_iter().chain((!lost).then_some(japanese)) {
                let file = [b"---\ntitolo: ", bytes.as_ref(), b"\n---\n"].concat();
                assert_eq!(decoded(&file, "x.md"), None, "{word}");
            }
        }
        let (russian, ..) = WINDOWS_1251.encode("Бесплатный курс итальянского языка");
        assert_eq!(decoded(&russian, "x.ar.md"), None);
        assert_eq!(decoded(&russian, "x.en.md"), None);
        assert_eq!(decoded(b"citt\xff\xfe\x81", "x.md"), None);
    }
}
