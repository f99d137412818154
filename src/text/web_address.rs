//! Web addresses that lead where they say.

use std::ops::Range;

use url::Url;

/// Parses a whole `http` or `https` address: a host with a dot, nothing before it, no white space.
#[must_use]
pub fn parse_web_address(text: &str) -> Option<Url> {
    let (scheme, rest) = text.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let fits = web
        && !text.contains(|character: char| character.is_whitespace() || character.is_control() || character == '\\')
        && !authority(rest).is_empty()
        && misleading_host(text).is_none();
    let has_user = |url: &Url| !url.username().is_empty() || url.password().is_some();
    Url::parse(text)
        .ok()
        .filter(|url| fits && !has_user(url) && url.domain().is_some_and(|domain| domain.contains('.')))
}

/// Host of an address behind a user name, which readers take for the host: `evil.example` in
/// `https://www.comune.roma.it@evil.example/`, whatever signs the name has. `None` for other addresses.
#[must_use]
pub fn misleading_host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let (_, host) = rest.split(['/', '\\', '?', '#']).next()?.rsplit_once('@')?;
    Some(host)
}

/// Addresses with a user name before their host in a text, with their bytes. One within another is part of it.
pub fn find_misleading_addresses(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    // Most texts have no `@`.
    let text = Some(text).filter(|text| memchr::memchr(b'@', text.as_bytes()).is_some());
    text.into_iter().flat_map(misleading_addresses)
}

fn misleading_addresses(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut read = 0;
    memchr::memmem::find_iter(text.as_bytes(), "://").filter_map(move |colon| {
        let before = text.get(read..colon)?;
        let start = colon - before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let rest = text.get(colon + 3..)?;
        let (_, host) = authority(rest).rsplit_once('@')?;
        let ends =
            |character: char| character.is_whitespace() || matches!(character, '"' | '<' | '>' | ')' | ']' | '»');
        let address = rest.split(ends).next()?;
        read = colon + 3 + address.len();
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        Some((start..colon + 3 + address.len(), host))
    })
}

/// Beginning of a text up to where the path, the query or the address ends.
fn authority(rest: &str) -> &str {
    let ends = |character: char| {
        character.is_whitespace() || matches!(character, '/' | '\\' | '?' | '#' | '"' | '<' | '>' | ')' | ']' | '»')
    };
    rest.split(ends).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_before_the_host_misleads() {
        for (address, host) in [
            ("https://www.comune.roma.it@evil.example/modulo", Some("evil.example")),
            ("https://:www.comune.roma.it@evil.example/", Some("evil.example")),
            ("https://a@b@evil.example", Some("evil.example")),
            ("http://@evil.example?x", Some("evil.example")),
            ("https://www.comune.roma.it\"@evil.example/", Some("evil.example")),
            ("https://www.comune.roma.it)»]<>@evil.example/", Some("evil.example")),
            ("https://evil.example\\@comune.roma.it", None),
            ("https://medium.com/@ponte", None),
            ("https://example.org/?a=b@c", None),
        ] {
            assert_eq!(misleading_host(address), host, "{address}");
        }
        let text = "Vai su (https://u@evil.example/x), non su https://example.org/@u";
        assert_eq!(find_misleading_addresses(text).collect::<Vec<_>>(), [(8..32, "evil.example")]);
        assert_eq!(find_misleading_addresses(&"x://a@".repeat(1_000)).count(), 1);
    }

    #[test]
    fn only_whole_addresses_are_web_addresses() {
        for text in ["https://example.org/x?y#z", "HTTPS://www.example.org:443/", "https://бібліотека.укр/"]
        {
            assert!(parse_web_address(text).is_some(), "{text}");
        }
        for text in [
            "example.org",
            "https:example.org",
            "https:///example.org/",
            "https:/\\example.org",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://u:p@example.org/",
            "https://@example.org/",
            "https://www.comune.roma.it\"@example.org/",
            "https://www.comune.roma.it)@example.org/",
            "ftp://example.org/",
            "javascript://example.org/%0aalert(1)",
            "https://exam\tple.org/",
        ] {
            assert!(parse_web_address(text).is_none(), "{text}");
        }
    }
}
