//! Percent-encoding of URLs (RFC 3986, 2.1).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Encodes a query value as UTF-8: every byte except ASCII letters and digits becomes `%XX`.
#[must_use]
pub fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// Encodes a path as UTF-8: every byte except ASCII letters, digits and `/ - _ . ~` becomes `%XX`.
#[must_use]
pub fn percent_encode_path(path: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(path, ENCODED).to_string()
}

/// Decodes every `%XX`; a `%` without two hexadecimal digits stays, and bytes that are not UTF-8 become U+FFFD.
#[must_use]
pub fn percent_decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
