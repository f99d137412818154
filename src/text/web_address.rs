//! Parses web addresses, and finds those that hide their host behind a user name.

use std::ops::Range;

use url::Url;

/// Top-level domains by which people recognise a web address without `https://` or `www.` before it.
pub const COMMON_TLDS: [&str; 38] = [
    "it", "org", "com", "net", "eu", "info", "int", "edu", "gov", "va", "uk", "fr", "de", "es", "ch", "gle", "me",
    "ly", "be", "io", "online", "site", "website", "app", "dev", "biz", "ngo", "ong", "coop", "social", "page", "link",
    "click", "shop", "top", "xyz", "help", "support",
];

/// Endings of the sites that others imitate; no true site has one of them before two more parts of its name.
const IMITATED_DOMAINS: [&str; 3] = ["org", "com", "gov"];

/// Parses a whole `http` or `https` address: a host with a dot, nothing before it, no white space.
#[must_use]
pub fn parse_web_address(text: &str) -> Option<Url> {
    let (scheme, rest) = text.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_forbidden = |character: char| character.is_whitespace() || character.is_control() || character == '\\';
    // Without a user: one has an `@` before the host.
    if !is_web || text.contains(is_forbidden) || authority(rest).is_empty() || misleading_host(text).is_some() {
        return None;
    }
    Url::parse(text).ok().filter(|url| url.domain().is_some_and(|domain| domain.contains('.')))
}

/// Host of an address behind a user name, which readers take for the host: `evil.example` in
/// `https://www.comune.roma.it@evil.example/`, whatever characters the name has. `None` for other addresses.
#[must_use]
pub fn misleading_host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let (_, host) = rest.split(['/', '\\', '?', '#']).next()?.rsplit_once('@')?;
    Some(host)
}

/// Site whose name a host begins with, though the host is another one's: `www.comune.roma.it` in
/// `www.comune.roma.it.evil.example`. `None` for other hosts.
#[must_use]
pub fn site_named_before(host: &str) -> Option<&str> {
    // Of `inps.it-login.example` readers take the beginning for a site too.
    let hyphened =
        memchr::memchr_iter(b'-', host.split(':').next().unwrap_or_default().as_bytes()).find_map(|hyphen| {
            let (name, ending) = host.get(..hyphen)?.rsplit_once('.')?;
            let is_ending =
                ["it", "eu"].iter().chain(&IMITATED_DOMAINS).any(|known| ending.eq_ignore_ascii_case(known));
            let is_named = !name.eq_ignore_ascii_case("www") && name.bytes().any(|byte| byte.is_ascii_alphabetic());
            let is_followed = host.get(hyphen..)?.contains('.');
            host.get(..hyphen).filter(|_| is_ending && is_named && is_followed)
        });
    if hyphened.is_some() {
        return hyphened;
    }
    // Most hosts have fewer dots: a name, its ending, and at least two parts of the true site; behind `it` and `eu`, one, for
    // anybody may have a name below `it.com`.
    let host = host.split(':').next().unwrap_or_default();
    let dots: Vec<usize> = memchr::memchr_iter(b'.', host.as_bytes()).collect();
    let mut endings = dots.windows(2).enumerate().filter_map(|(index, pair)| {
        let [start, end] = *pair else { return None };
        let name = host.get(..start)?;
        let ending = host.get(start + 1..end)?;
        let is_named = !name.eq_ignore_ascii_case("www") && name.bytes().any(|byte| byte.is_ascii_alphabetic());
        let is = |known: &&str| ending.eq_ignore_ascii_case(known);
        let is_ending = ["it", "eu"].iter().any(is) || IMITATED_DOMAINS.iter().any(is) && index + 2 < dots.len();
        host.get(..end).filter(|_| is_named && is_ending)
    });
    endings.next()
}

/// Finds addresses with a user name before their host: their bytes in the text, and the host. A nested address is not
/// reported separately.
pub fn find_misleading_addresses(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    // Most texts have no `@`.
    let text = Some(text).filter(|text| memchr::memchr(b'@', text.as_bytes()).is_some());
    text.into_iter().flat_map(scan_for_misleading_addresses)
}

fn scan_for_misleading_addresses(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut consumed = 0;
    memchr::memchr2_iter(b':', b'.', text.as_bytes()).filter_map(move |at| {
        let before = text.get(consumed..at)?;
        let (start, from) = if text.get(at..)?.starts_with("://") {
            (at - before.bytes().rev().take_while(u8::is_ascii_alphabetic).count(), at + 3)
        } else if ends_in_www(before) {
            (at - 3, at + 1)
        } else {
            return None;
        };
        let rest = text.get(from..)?;
        let authority = authority(rest);
        consumed = from + authority.len();
        let (_, host) = authority.rsplit_once('@')?;
        let ends = |ch: char| ch.is_whitespace() || URL_TERMINATORS.contains(&ch);
        let path = rest.get(authority.len()..)?.split(ends).next()?;
        consumed += path.len();
        let is_trailing = |ch: char| URL_TERMINATORS.contains(&ch) || matches!(ch, '.' | ',' | ';' | ':' | '!' | '?');
        let address = text.get(start..consumed)?.trim_end_matches(is_trailing);
        Some((start..start + address.len(), host.trim_end_matches(|ch: char| !ch.is_alphanumeric())))
    })
}

/// Characters that end an address in running text.
const URL_TERMINATORS: [char; 6] = ['"', '<', '>', ')', ']', '»'];

/// Whether a text ends in the `www` of an address without a scheme, of which messengers make links too.
fn ends_in_www(text: &str) -> bool {
    let start = text.len().saturating_sub(3);
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
        && !text.get(..start).unwrap_or_default().ends_with(|ch: char| ch.is_alphanumeric() || ch == '/')
}

/// Authority at the beginning of a text, cut only at `/`, `?`, `#` or white space: programs disagree about other
/// delimiters, so that what follows a `)` or `"` may still be the host.
fn authority(rest: &str) -> &str {
    let ends = |ch: char| ch.is_whitespace() || matches!(ch, '/' | '?' | '#');
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
        for (text, address, host) in [
            (
                "https://www.comune.roma.it\"@evil.example/x.",
                "https://www.comune.roma.it\"@evil.example/x",
                "evil.example",
            ),
            ("(https://www.comune.roma.it)@evil.example)", "https://www.comune.roma.it)@evil.example", "evil.example"),
            ("«https://comune.roma.it»]@evil.example»,", "https://comune.roma.it»]@evil.example", "evil.example"),
            (
                "https://www.comune.roma.it\\@evil.example/",
                "https://www.comune.roma.it\\@evil.example/",
                "evil.example",
            ),
            ("www.comune.roma.it@evil.example", "www.comune.roma.it@evil.example", "evil.example"),
            ("(WWW.comune.roma.it:80@evil.example/)", "WWW.comune.roma.it:80@evil.example/", "evil.example"),
        ] {
            let (range, found) = find_misleading_addresses(text).next().unwrap();
            assert_eq!((text.get(range), found), (Some(address), host));
        }
        for text in ["www.example.org e corsi@example.org", "«https://example.org», corsi@example.org", "a.www.it/x@y"]
        {
            assert_eq!(find_misleading_addresses(text).next(), None, "{text}");
        }
        assert_eq!(find_misleading_addresses(&"x://a@".repeat(1_000)).count(), 1);
    }

    #[test]
    fn a_host_may_begin_like_another_site() {
        for (host, named) in [
            ("www.comune.roma.it.evil.example", Some("www.comune.roma.it")),
            ("comune.IT.evil.example:443", Some("comune.IT")),
            ("paypal.com.a.b.c", Some("paypal.com")),
            ("www.comune.roma.it.com", Some("www.comune.roma.it")),
            ("inps.it-login.example", Some("inps.it")),
            ("www.paypal.com-sicuro.evil.example:443", Some("www.paypal.com")),
            ("www.it-scuola.example", None),
            ("scuola.it-roma", None),
            ("www.governo.gov.it", None),
            ("www.comune.roma.it", None),
            ("www.service.gov.uk", None),
            ("example.com.br", None),
            ("it.wikipedia.org", None),
            ("www.it.evil.example", None),
            ("", None),
        ] {
            assert_eq!(site_named_before(host), named, "{host}");
        }
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
