//! Web addresses and mailboxes that are named among words.

use url::Url;

use crate::text::mail_address::MailAddress;
use crate::text::plain_signs::plain_letters;
use crate::text::web_address::COMMON_TLDS;

/// Known domains that no abbreviation, and no word before a forgotten space, ends in.
const PLAIN_DOMAINS: [&str; 5] = ["it", "org", "com", "eu", "gov"];
/// Domains in other letters that people who read the board know; in code they begin with `xn--`.
const CYRILLIC_DOMAINS: [&str; 3] = ["рф", "укр", "бел"];
/// What stands before `://`, or is meant to look so.
const SCHEMES: [&str; 7] = ["http", "https", "htp", "htps", "ttps", "hxxp", "hxxps"];
/// Longest name of a site (RFC 1035, 2.3.4), each letter of up to four bytes.
const MAX_HOST_BYTES: usize = 4 * 253;
/// Most sites or mailboxes that are looked for in one word.
const MAX_NAMED: usize = 20;
/// Texts in a word that look like mailboxes: a name, an `@`, a domain.
pub(super) fn mailboxes_in(word: &str) -> Vec<&str> {
    let is_part = |ch: char| ch.is_alphanumeric() || ".-_+%".contains(ch);
    let found = memchr::memchr_iter(b'@', word.as_bytes()).take(MAX_NAMED).filter_map(|at| {
        let (before, after) = (word.get(..at)?, word.get(at + 1..)?);
        let start = before.trim_end_matches(is_part).len();
        let domain = after.split(|ch: char| !ch.is_alphanumeric() && ch != '.' && ch != '-').next()?;
        let domain = domain.trim_end_matches(['.', '-']);
        // Of a user name before the host of an address it is told that it misleads.
        let is_mailbox = start < at && domain.contains('.') && !before.get(..start)?.ends_with("//");
        word.get(start..at + 1 + domain.len()).filter(|_| is_mailbox)
    });
    found.collect()
}

/// Whether a text is the mailbox to which a link writes, whatever letters it is written with.
pub(super) fn is_mailbox(mailbox: Option<&MailAddress>, shown: &str) -> bool {
    mailbox.is_some_and(|mailbox| mailbox.as_str().eq_ignore_ascii_case(&plain_letters(shown)))
}

/// Sites that words name: what stands behind `www.` or `https:`, or has a known ending, wherever it is in a word. Fewer
/// endings are known if the word is not the only one of a link.
pub(super) fn hosts_in(word: &str, is_only: bool) -> Vec<String> {
    let small = word.to_lowercase();
    let mut is_behind_scheme = false;
    let mut found = Vec::new();
    for part in small.split(['/', '?', '#', ':', '=', '&', '+', '~', '_', '@']).filter(|part| !part.is_empty()) {
        let named = std::mem::replace(&mut is_behind_scheme, SCHEMES.contains(&part));
        let part = part.find("-www.").and_then(|at| part.get(at + 1..)).unwrap_or(part).trim_matches(['.', '-']);
        let is_host = part.len() <= MAX_HOST_BYTES
            && part.contains('.')
            && (named || part.starts_with("www.") || has_known_ending(part, is_only));
        if is_host {
            found.extend(Url::parse(&format!("https://{part}")).ok().and_then(|url| url.host_str().map(str::to_owned)));
        }
        if found.len() >= MAX_NAMED {
            break;
        }
    }
    found
}

/// Whether the name of a site has an ending by which people recognise one, in letters that look like it.
pub(super) fn has_known_ending(host: &str, is_only: bool) -> bool {
    let written = host.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    let ending = plain_letters(written);
    let is_long = host.split('.').next().is_some_and(|label| label.len() > 2);
    let is_foreign = written.starts_with("xn--") || CYRILLIC_DOMAINS.contains(&written);
    is_only && (is_foreign || COMMON_TLDS.contains(&ending.as_str()))
        || is_long && PLAIN_DOMAINS.contains(&ending.as_str())
}

/// Whether a host is the shown one, or a part of its site.
pub(super) fn leads_to_host(host: &str, shown: &str) -> bool {
    let plain = |host: &str| host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.').to_owned();
    let (host, shown) = (plain(host), plain(shown));
    host == shown || host.strip_suffix(&shown).is_some_and(|rest| rest.ends_with('.'))
}
