//! Identifiers that are derived from addresses: UUIDs of version 8, made of a SHA-256 as in RFC 9562, appendix B.2.
//!
//! Version 5 would need SHA-1, which nothing else in the program does.

use sha2::{Digest, Sha256};

/// Namespace of identifiers that are made of URLs (RFC 9562, section 6.6): 6ba7b811-9dad-11d1-80b4-00c04fd430c8.
const URL_NAMESPACE: [u8; 16] =
    [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];

/// Identifier of what a URL names.
pub(super) fn uuid(url: &str) -> String {
    name_based_uuid(URL_NAMESPACE, url)
}

fn name_based_uuid(namespace: [u8; 16], name: &str) -> String {
    let hash: [u8; 32] = Sha256::new().chain_update(namespace).chain_update(name).finalize().into();
    let [bytes @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = hash;
    let bits = u128::from_be_bytes(bytes);
    // The version in the four highest bits of the seventh byte, the variant in the two highest of the ninth.
    let bits = (bits & !(0xf << 76) | 8 << 76) & !(0b11 << 62) | 0b10 << 62;
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        bits >> 96,
        bits >> 80 & 0xffff,
        bits >> 64 & 0xffff,
        bits >> 48 & 0xffff,
        bits & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn example_of_the_rfc_is_reproduced() {
        // RFC 9562, appendix B.2: a name in the namespace of domains.
        let domains: [u8; 16] =
            [0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
        assert_eq!(name_based_uuid(domains, "www.example.com"), "5c146b14-3c52-8afd-938a-375d0df1fbf6");
        assert_ne!(uuid("https://example.org/a"), uuid("https://example.org/b"));
    }
}
