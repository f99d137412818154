//! Finds the codes of an e-mail's source («=C3=A8») in place of letters.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "quoted-printable",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "le lettere accentate sono lettere, non codici di e-mail",
            "accented letters are letters, not codes of e-mail",
        ),
        explanation: text(
            "Copiando il sorgente di un'e-mail restano codici come `=C3=A8` e righe spezzate con `=`. Apri l'e-mail come si legge, e copia il testo da lì.",
            "Copying the source of an e-mail leaves codes such as `=C3=A8` and lines broken by `=`. Open the e-mail as it is read, and copy the text from there.",
        ),
        wrong: "---\nQuando stai male =C3=A8 importante farti capire.",
        right: "---\nQuando stai male è importante farti capire.",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        report_first_code(document, findings);
    }
}

/// Reports the first code of a file that stands for a letter beyond ASCII, outside of addresses.
fn report_first_code(document: &Document, findings: &mut Findings<'_>) {
    let text = document.source.text.as_str();
    // End of the address that was met last: an address may have many codes, and is read once.
    let mut passed = 0;
    for at in memchr::memchr_iter(b'=', text.as_bytes()) {
        let Some(bytes) = text.get(at..).filter(|_| at >= passed).map(decode_codes) else { continue };
        // «=20» and «=E8» alone may be part of an address or a formula.
        let Some(letters) = std::str::from_utf8(&bytes).ok().filter(|letters| !letters.is_ascii()) else { continue };
        let word = text.get(passed..at).and_then(|before| before.rsplit(char::is_whitespace).next());
        if word.is_some_and(|word| word.contains("://") || word.contains('?')) {
            let rest = text.get(at..).unwrap_or_default();
            passed = at + rest.find(char::is_whitespace).unwrap_or(rest.len());
            continue;
        }
        let codes = text.get(at..at + bytes.len() * 3).unwrap_or_default();
        findings
            .report_at_span(
                document,
                at..at + bytes.len() * 3,
                localized!("«{codes}» è il codice di «{letters}» in un'e-mail", "`{codes}` is the code of «{letters}» in an e-mail"),
                localized!(
                    "apri l'e-mail come si legge e copia il testo da lì: qui ci sono codici al posto di lettere, e forse righe spezzate",
                    "open the e-mail as it is read and copy the text from there: here codes stand for letters, and lines may be broken"
                ),
            );
        return;
    }
}

/// Bytes of the codes at the beginning of a text: `=C3=A8`, in capitals as the standard has them (RFC 2045, section 6.7).
fn decode_codes(text: &str) -> Vec<u8> {
    let code = |code: &[u8]| match code {
        [b'=', high @ (b'0'..=b'9' | b'A'..=b'F'), low @ (b'0'..=b'9' | b'A'..=b'F')] => {
            u8::from_str_radix(&format!("{}{}", char::from(*high), char::from(*low)), 16).ok()
        }
        _ => None,
    };
    text.as_bytes().chunks(3).map_while(code).take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_decoded_up_to_the_next_letter() {
        for (text, expected) in [("=C3=A8 bello", "è"), ("=E2=80=99", "’"), ("=3D", "="), ("=c3=a8", ""), ("=", "")]
        {
            assert_eq!(decode_codes(text), expected.as_bytes(), "{text}");
        }
    }
}
