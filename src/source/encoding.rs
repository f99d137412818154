//! Decoding of texts in encodings older than UTF-8.

use encoding_rs::Encoding;

/// Decodes bytes that are partly not UTF-8: the invalid ones as Windows-1252 or Mac OS Roman, whichever yields more
/// Italian characters. Valid UTF-8 is kept, because a pasted line must not damage the rest of the file.
#[must_use]
pub fn decode_legacy(bytes: &[u8]) -> String {
    let decoded = |encoding: &'static Encoding| {
        let mut text = String::with_capacity(bytes.len());
        let mut accents = 0;
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            let (read, ..) = encoding.decode(chunk.invalid());
            accents += read.chars().filter(|c| ITALIAN.contains(c)).count();
            text.push_str(&read);
        }
        (text, accents)
    };
    let (windows, accents_of_windows) = decoded(encoding_rs::WINDOWS_1252);
    let (mac, accents_of_mac) = decoded(encoding_rs::MACINTOSH);
    if accents_of_mac > accents_of_windows { mac } else { windows }
}

/// Italian letters and punctuation outside ASCII, to choose between encodings.
const ITALIAN: [char; 18] = ['à', 'è', 'é', 'ì', 'ò', 'ó', 'ù', 'À', 'È', 'É', 'Ì', 'Ò', 'Ù', '’', '«', '»', '“', '”'];

#[cfg(test)]
mod tests {
    use super::decode_legacy;

    #[test]
    fn decode_legacy_keeps_valid_utf8() {
        let bytes = [&b"citt\xe0: "[..], "1,50 € è مرحبا".as_bytes()].concat();
        assert_eq!(decode_legacy(&bytes), "città: 1,50 € è مرحبا");
    }

    #[test]
    fn decode_legacy_chooses_the_more_italian_encoding() {
        assert_eq!(decode_legacy(b"citt\x88, perch\x8e, pi\x9d, l\xd5amica"), "città, perché, più, l’amica");
        assert_eq!(decode_legacy(b"citt\xe0, perch\xe9, pi\xf9, l\x92amica"), "città, perché, più, l’amica");
    }
}
