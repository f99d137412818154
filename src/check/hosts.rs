//! Hosts of web addresses, and lists of them.

/// The host of an address, in small letters.
pub(super) fn host_of(address: &str) -> String {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether the host of an address is one of a list of suffixes; `*` stands for one label.
pub(super) fn is_host_of(address: &str, list: &str) -> bool {
    let host = host_of(address);
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).any(|suffix| {
        let mut labels = host.rsplit('.');
        let mut wanted = suffix.trim_start_matches('.').rsplit('.');
        wanted.all(|wanted| labels.next().is_some_and(|label| wanted == "*" || wanted == label))
    })
}

#[cfg(test)]
mod tests {
    use super::is_host_of;

    #[test]
    fn hosts_end_in_a_suffix_of_whole_labels() {
        let list = "# remark\nbit.ly\n.gov.it\ncomune.*.it\n";
        for (address, found) in [
            ("https://bit.ly/3abc", true),
            ("https://www.interno.gov.it/x", true),
            ("http://www.comune.roma.it:443/", true),
            ("https://rabbit.ly/", false),
            ("https://comune.it/", false),
            ("https://example.org/?u=bit.ly", false),
        ] {
            assert_eq!(is_host_of(address, list), found, "{address}");
        }
    }
}
