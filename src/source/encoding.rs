//! Texts that were saved before UTF-8, or beside it.

use encoding_rs::Encoding;

/// Bytes of which some are not UTF-8: those come from Windows, whose Western code page reads every byte, or from an
/// old Mac. The others stay as they are, for a line pasted into a good file must not spoil it.
#[must_use]
pub fn from_old_encoding(bytes: &[u8]) -> String {
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

/// Signs of Italian that are not in ASCII: the reading that has more of them is the right one.
const ITALIAN: [char; 18] = ['à', 'è', 'é', 'ì', 'ò', 'ó', 'ù', 'À', 'È', 'É', 'Ì', 'Ò', 'Ù', '’', '«', '»', '“', '”'];

#[cfg(test)]
mod tests {
    use super::from_old_encoding;

    #[test]
    fn one_strange_byte_does_not_spoil_the_rest() {
        let bytes = [&b"citt\xe0: "[..], "1,50 € è مرحبا".as_bytes()].concat();
        assert_eq!(from_old_encoding(&bytes), "città: 1,50 € è مرحبا");
    }

    #[test]
    fn the_encoding_that_reads_as_italian_is_taken() {
        assert_eq!(from_old_encoding(b"citt\x88, perch\x8e, pi\x9d, l\xd5amica"), "città, perché, più, l’amica");
        assert_eq!(from_old_encoding(b"citt\xe0, perch\xe9, pi\xf9, l\x92amica"), "città, perché, più, l’amica");
    }
}
