//! Comparison of web addresses of sites, whatever the spelling (RFC 3986, 6.2).

use url::Url;

use super::percent::percent_decode;

/// Converts a site's address to the one form that all its spellings share: `https`, host in lower case and Punycode
/// without a final dot, no default port, path decoded, in lower case, without empty segments, ending in `/`; no query
/// or fragment. The result is for comparing, not for visiting.
///
/// `None` if the text is not a web address, or holds a user name or password.
///
/// ```
/// use bacheca::text::site_address::normalize_site_address;
///
/// let plain = normalize_site_address("https://borgo.example.org/bacheca/");
/// assert_eq!(normalize_site_address("HTTP://Borgo.Example.org.:80//bacheca"), plain);
/// ```
#[must_use]
pub fn normalize_site_address(address: &str) -> Option<String> {
    let url = parse_site_address(address)?;
    let host = url.host_str()?.trim_end_matches('.');
    // Of either scheme: what is served at one of these ports answers under both.
    let port = url.port().filter(|port| !matches!(port, 80 | 443)).map(|port| format!(":{port}")).unwrap_or_default();
    let path = percent_decode(url.path()).to_lowercase();
    let mut segments = Vec::new();
    for segment in path.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            segment => segments.push(segment),
        }
    }
    let path = segments.into_iter().flat_map(|segment| [segment, "/"]);
    Some(["https://", host, &port, "/"].into_iter().chain(path).collect())
}

/// Converts a site's address to the form that is written in links: host in lower case and Punycode, no default port,
/// no query or fragment, ending in `/`.
///
/// `None` if the text is not a web address, or holds a user name or password.
#[must_use]
pub fn canonical_site_address(address: &str) -> Option<String> {
    let mut url = parse_site_address(address)?;
    url.set_query(None);
    url.set_fragment(None);
    let address = String::from(url);
    Some(if address.ends_with('/') { address } else { address + "/" })
}

fn parse_site_address(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    let has_name = url.host_str().is_some_and(|host| host.contains(|ch: char| ch.is_ascii_alphanumeric()));
    let is_site = matches!(url.scheme(), "http" | "https") && has_name;
    (is_site && url.username().is_empty() && url.password().is_none()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_are_equal() {
        let plain = normalize_site_address("https://borgo.example.org/bacheca/").unwrap();
        assert_eq!(plain, "https://borgo.example.org/bacheca/");
        for spelling in [
            "https://borgo.example.org/bacheca",
            "http://borgo.example.org/bacheca/",
            "HTTPS://BORGO.EXAMPLE.ORG/BACHECA/",
            "https://borgo.example.org:443/bacheca/",
            "http://borgo.example.org:80/bacheca/",
            "http://borgo.example.org:443/bacheca/",
            "https://borgo.example.org./bacheca/",
            "https://borgo.example.org//bacheca//",
            "https:/borgo.example.org/bacheca",
            "https:\\\\borgo.example.org\\bacheca",
            "https://borgo.example.org/%62acheca/",
            "https://borgo.example.org/%2Fbacheca%2f",
            "https://borgo.example.org/x/../bacheca/./",
            "https://borgo.example.org/x/%2e%2e/bacheca/",
            "https://borgo.example.org/x/..%2fbacheca/",
            "https://borgo.example.org/bacheca%2f%2e%5c%2e%2e%2fbacheca/",
            "https://%62orgo.example.org/bacheca/",
            "https://borgo。example。org/bacheca/",
            "https://ｂorgo.example.org/bacheca/",
            " https://borgo.example.org/ba\tcheca/\n",
            "https://borgo.example.org/bacheca/?x=1#y",
        ] {
            assert_eq!(normalize_site_address(spelling), Some(plain.clone()), "{spelling}");
        }
        let unicode = normalize_site_address("https://città.example.org/è/");
        assert_eq!(unicode, normalize_site_address("https://XN--CITT-3NA.example.org/%C3%A8"));
        assert!(unicode.is_some());
    }

    #[test]
    fn other_addresses_differ() {
        let all = [
            "https://borgo.example.org/",
            "https://borgo.example.org/bacheca/",
            "https://borgo.example.org/bacheca/due/",
            "https://borgo-example.org/",
            "https://borgo.example.org:8443/",
            "https://borgo.example.org.evil.example/",
            "https://bоrgo.example.org/",
            "https://www.borgo.example.org/",
            "https://evil.example/borgo.example.org/",
        ];
        let distinct: std::collections::BTreeSet<_> =
            all.iter().map(|one| normalize_site_address(one).unwrap()).collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn what_is_no_site_has_no_address() {
        for other in [
            "",
            "borgo.example.org",
            "javascript:alert(1)",
            "ftp://borgo.example.org/",
            "https://",
            "//borgo.example.org/",
            "https://borgo.example.org@evil.example/",
            "https://:x@evil.example/",
            "https://x y/",
            "https://./",
            "https://..:8443/x/",
            "https://-/",
        ] {
            assert_eq!((normalize_site_address(other), canonical_site_address(other)), (None, None), "{other}");
        }
    }

    #[test]
    fn canonical_address_can_be_written_in_links() {
        assert_eq!(
            canonical_site_address("https://città.Example.org:443?x").unwrap(),
            "https://xn--citt-3na.example.org/"
        );
        assert_eq!(canonical_site_address("http://x.example:8080/A b").unwrap(), "http://x.example:8080/A%20b/");
    }
}
