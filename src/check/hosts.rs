//! Compares hosts of web addresses with word lists.

use super::WordList;

/// Extracts the host of an address, in lower case.
pub(super) fn extract_host(address: &str) -> String {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether a list of kind `hosts` contains the host of an address.
pub(super) fn matches_host(address: &str, list: &WordList) -> bool {
    list.matches(&extract_host(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_match_suffixes_of_whole_labels() {
        let list = WordList::read("[hosts: hosts]\nbit.ly\ngov.it\n", "hosts");
        for (address, expected) in [
            ("https://bit.ly/3abc", true),
            ("http://www.interno.gov.it:443/x", true),
            ("https://rabbit.ly/", false),
            ("https://example.org/?u=bit.ly", false),
        ] {
            assert_eq!(matches_host(address, &list), expected, "{address}");
        }
    }
}
