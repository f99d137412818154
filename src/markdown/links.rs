//! Whether the links of a text lead to pages, mailboxes and telephones, and to those that their words name.

use url::Url;

use crate::model::Phone;
use crate::text::mail_address::MailAddress;
use crate::text::percent::percent_decode;
use crate::text::plain_signs::{plain_letters, plain_signs};
use crate::text::web_address::{COMMON_TLDS, misleading_host, parse_web_address};

/// Known domains that no abbreviation, and no word before a forgotten space, ends in.
const PLAIN_DOMAINS: [&str; 5] = ["it", "org", "com", "eu", "gov"];
/// What stands before `://`, or is meant to look so.
const SCHEMES: [&str; 7] = ["http", "https", "htp", "htps", "ttps", "hxxp", "hxxps"];
/// Sites of many people and groups, who differ by what follows the site's name.
const SHARED_HOSTS: [&str; 22] = [
    "t.me",
    "telegram.me",
    "forms.gle",
    "docs.google.com",
    "drive.google.com",
    "sites.google.com",
    "goo.gl",
    "maps.app.goo.gl",
    "meet.google.com",
    "instagram.com",
    "facebook.com",
    "tiktok.com",
    "x.com",
    "linkedin.com",
    "youtube.com",
    "youtu.be",
    "linktr.ee",
    "bit.ly",
    "tinyurl.com",
    "wa.me",
    "whatsapp.com",
    "chat.whatsapp.com",
];
/// Longest name of a site (RFC 1035, 2.3.4), each letter of up to four bytes.
const MAX_HOST_BYTES: usize = 4 * 253;
/// Most sites or mailboxes that are looked for in one word.
const MAX_NAMED: usize = 20;
/// Most signs of a part of a number.
const LONGEST_PART: usize = 30;
/// Fewest signs of a number that is shown alone: shorter ones may count something.
const MIN_DIALLED: usize = 9;

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// Neither a page nor a mailbox nor a telephone.
    Scheme,
    /// A user name before the host, which is this one.
    LeadsElsewhere(String),
    /// `mailto:` to no address, to several, or with copies to others.
    Mail,
    /// Words that are an address on a site of many, and the other one to which the link leads.
    OtherPathThanShown {
        /// Address as shown.
        shown: String,
        /// Address of the target.
        target: String,
    },
    /// Words that are an address, a mailbox or a number, and the other one to which the link leads.
    OtherThanShown {
        /// Address as shown.
        shown: String,
        /// Host, mailbox or number of the target.
        target: String,
    },
}

/// Checks the target of a link: a path on the site, a web address, one mailbox, or a number that can be dialled.
pub(super) fn check_target(target: &str) -> Result<(), LinkFault> {
    let scheme = target.split([':', '/', '?', '#']).next().filter(|scheme| scheme.len() < target.len());
    let has_scheme = scheme.is_some_and(|scheme| target.get(scheme.len()..).is_some_and(|rest| rest.starts_with(':')));
    let valid = match scheme.filter(|_| has_scheme).map(str::to_ascii_lowercase).as_deref() {
        Some("https" | "http") => {
            if let Some(host) = misleading_host(target) {
                return Err(LinkFault::LeadsElsewhere(host.to_owned()));
            }
            parse_web_address(target).is_some()
        }
        Some("mailto") => return MailAddress::from_link(target).map(|_| ()).ok_or(LinkFault::Mail),
        Some("tel") => dialled_number(target).is_some(),
        Some(_) => false,
        // Of a backslash, and of what stands before it, browsers make another host (URL Standard, 4.4).
        None => !target.contains([':', '\\']) && !target.contains(char::is_control) && !target.starts_with("//"),
    };
    if valid { Ok(()) } else { Err(LinkFault::Scheme) }
}

/// Checks that the words of a link name no other address than its target, which is valid.
///
/// # Errors
/// [`LinkFault::OtherThanShown`], [`LinkFault::OtherPathThanShown`].
pub fn check_words(words: &str, target: &str) -> Result<(), LinkFault> {
    let words = &plain_signs(words.trim());
    // Addresses and numbers have one of these.
    if !words.bytes().any(|byte| matches!(byte, b'.' | b',' | b'@' | b'/' | b'0'..=b'9')) {
        return Ok(());
    }
    let mailbox = MailAddress::from_link(target);
    let number = dialled_number(target);
    let host = Url::parse(target).ok().and_then(|url| url.host_str().map(str::to_owned));
    // A path on the site leads nowhere else.
    let Some(leads_to) =
        number.as_deref().or(mailbox.as_ref().map(MailAddress::as_str)).or(host.as_deref()).map(str::to_owned)
    else {
        return Ok(());
    };
    let differs = |shown: &str| Err(LinkFault::OtherThanShown { shown: shown.to_owned(), target: leads_to.clone() });
    let leads = |shown: &str| host.as_deref().is_some_and(|host| leads_to_host(host, shown));
    let divides = |ch: char| !ch.is_alphanumeric() && !".-_@:/?#+%=&~".contains(ch);
    for word in words.split(divides) {
        let word = &percent_decode(word);
        let word = word.trim_matches(|ch: char| !ch.is_alphanumeric() && ch != '/');
        // What follows the name of a site in an address is a path, whatever signs it has.
        let (_, named) = word.split_once("://").unwrap_or(("", word));
        let named = named.split(['/', '?', '#']).next().unwrap_or_default();
        let is_site = !named.contains('@') && hosts_in(named, true).first().is_some_and(|host| leads(host));
        let shown = if is_site { Vec::new() } else { mailboxes_in(word) };
        if let Some(other) = shown.iter().find(|shown| !is_mailbox(mailbox.as_ref(), shown)) {
            return differs(other);
        }
        if !shown.is_empty() {
            continue;
        }
        let address = if word.contains("://") { word.to_owned() } else { format!("https://{word}") };
        if let Some(shown) = dialled_number(&address) {
            if number.as_ref() != Some(&shown) {
                return differs(word);
            }
            continue;
        }
        let hosts = hosts_in(word, word.len() + 2 >= words.len());
        // What follows the true address is a path there.
        if hosts.first().is_some_and(|first| leads(first)) {
            if shows_other_path(&address, target) {
                return Err(LinkFault::OtherPathThanShown { shown: word.to_owned(), target: target.to_owned() });
            }
        } else if !hosts.is_empty() {
            return differs(word);
        }
    }
    // A comma between letters looks like a dot.
    let dotted = words.replace(',', ".");
    for word in dotted.split(divides).filter(|_| words.contains(',')) {
        let named = hosts_in(word, false).into_iter().find(|host| has_known_ending(host, false) && !leads(host));
        if named.is_some() {
            return differs(word);
        }
    }
    check_numbers(words, number.as_deref()).map_or(Ok(()), |shown| differs(&shown))
}

/// The first number among the words of a link that is not the one it dials, if it dials one; else the number that is all
/// its words.
fn check_numbers(words: &str, number: Option<&str>) -> Option<String> {
    // Signs that no number has may stand between its digits.
    let is_between = |ch: char| ch.is_whitespace() || "_:,;~|*[]{}<>'\"•".contains(ch);
    let joined = words.split(is_between).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let long = |text: &str| Phone::new(text).filter(|phone| phone.dialled().len() >= MIN_DIALLED);
    let Some(number) = number else {
        return long(words).or_else(|| long(&joined)).map(|shown| shown.as_written().to_owned());
    };
    let parts = words.split(|ch| !is_number_sign(ch));
    let mut shown: Vec<Phone> = parts.filter_map(|part| Phone::new(&part.replace('\u{a0}', " "))).collect();
    if !shown.iter().any(|phone| phone.dialled().len() >= MIN_DIALLED) {
        shown.extend(joined.split(|ch| !is_number_sign(ch)).filter_map(long));
    }
    shown.into_iter().find(|shown| shown.dialled() != number).map(|shown| shown.as_written().to_owned())
}

/// Texts in a word that look like mailboxes: a name, an `@`, a domain.
fn mailboxes_in(word: &str) -> Vec<&str> {
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
fn is_mailbox(mailbox: Option<&MailAddress>, shown: &str) -> bool {
    mailbox.is_some_and(|mailbox| mailbox.as_str().eq_ignore_ascii_case(&plain_letters(shown)))
}

/// Whether an address with a path stands on a site of many, and the target does not begin so: there the path says whose
/// page it is.
fn shows_other_path(shown: &str, target: &str) -> bool {
    let parts = |address: &str| {
        let url = Url::parse(&address.to_lowercase()).ok()?;
        let host = url.host_str()?.trim_start_matches("www.").to_owned();
        let path = url.path().trim_end_matches(['/', '.']).to_owned();
        Some((host, path, url.query().unwrap_or_default().to_owned()))
    };
    let (Some((host, path, query)), Some((_, to, to_query))) = (parts(shown), parts(target)) else { return false };
    SHARED_HOSTS.contains(&host.as_str())
        && !path.is_empty()
        && (to.strip_prefix(&path).is_none_or(|rest| !rest.is_empty() && !rest.starts_with('/'))
            || !to_query.starts_with(&query))
}

/// Scheme and host to which a link leads; one of several numbers or mailboxes counts as any of them.
pub(super) fn destination(target: &str) -> Option<(String, Option<String>)> {
    let url = Url::parse(target).ok()?;
    Some((url.scheme().to_owned(), url.host_str().map(str::to_owned)))
}

/// Whether the words of a link are an address, a mailbox or a number by themselves.
pub(super) fn names_address(words: &str) -> bool {
    let words = plain_signs(words.trim());
    Phone::new(&words).is_some() || MailAddress::new(&words).is_some() || !hosts_in(&words, true).is_empty()
}

/// Whether the words of a link are a part of a number: signs of one, and none by themselves.
pub(super) fn is_part_of_number(words: &str) -> bool {
    let words = plain_signs(words);
    let words = words.trim();
    words.len() <= LONGEST_PART
        && words.bytes().any(|byte| byte.is_ascii_digit())
        && words.chars().all(is_number_sign)
        && Phone::new(words).is_none()
}

/// Whether a number may be written with a sign.
pub(super) fn is_number_sign(ch: char) -> bool {
    let is_plain = |ch: char| ch.is_ascii_digit() || matches!(ch, ' ' | '.' | '/' | '-' | '(' | ')' | '+' | '\u{a0}');
    is_plain(ch) || !ch.is_ascii() && plain_signs(ch.encode_utf8(&mut [0; 4])).chars().all(is_plain)
}

/// Number that a link dials, or that it opens in WhatsApp.
fn dialled_number(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let number = if scheme.eq_ignore_ascii_case("tel") {
        percent_decode(rest)
    } else {
        let number = rest.to_ascii_lowercase();
        let number = number.strip_prefix("//wa.me/").or_else(|| {
            let (_, query) = number.strip_prefix("//api.whatsapp.com/send")?.split_once('?')?;
            query.split('&').find_map(|field| field.strip_prefix("phone="))
        })?;
        let number = percent_decode(number.split(['?', '/', '#']).next()?);
        format!("+{}", number.trim_start_matches('+'))
    };
    Phone::new(&number).map(|phone| phone.dialled().to_owned())
}

/// Sites that words name: what stands behind `www.` or `https:`, or has a known ending, wherever it is in a word. Fewer
/// endings are known if the word is not the only one of a link.
fn hosts_in(word: &str, is_only: bool) -> Vec<String> {
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
fn has_known_ending(host: &str, is_only: bool) -> bool {
    let ending = host.rsplit_once('.').map(|(_, ending)| plain_letters(ending)).unwrap_or_default();
    let is_long = host.split('.').next().is_some_and(|label| label.len() > 2);
    is_only && COMMON_TLDS.contains(&ending.as_str()) || is_long && PLAIN_DOMAINS.contains(&ending.as_str())
}

/// Whether a host is the shown one, or a part of its site.
fn leads_to_host(host: &str, shown: &str) -> bool {
    let plain = |host: &str| host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.').to_owned();
    let (host, shown) = (plain(host), plain(shown));
    host == shown || host.strip_suffix(&shown).is_some_and(|rest| rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_checked_like_fields() {
        for target in [
            "https://example.org/x?y=a@b",
            "HTTP://www.example.org",
            "mailto:a@b.it?subject=x",
            "tel:+390655500110",
            "tel:06%205550%200110",
            "../o/corso/",
            "/o/corso/#quando",
            "o/corso/?a=b",
            "",
        ] {
            assert_eq!(check_target(target), Ok(()), "{target}");
        }
        for target in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example/",
            "tel:",
            "tel:*#06#",
            "https:/evil.example",
            "https://localhost/",
            "sms:+39333",
            "x:y",
            "/\\evil.example/",
            "\\\\evil.example/",
            "/\t/evil.example/",
            "\t//evil.example/",
            "/\n/evil.example/",
        ] {
            assert_eq!(check_target(target), Err(LinkFault::Scheme), "{target}");
        }
        assert_eq!(check_target("mailto:a@b.it?bcc=c@d.it"), Err(LinkFault::Mail));
        let elsewhere = Err(LinkFault::LeadsElsewhere("evil.example".to_owned()));
        assert_eq!(check_target("https://:comune.roma.it@evil.example/"), elsewhere);
    }

    #[test]
    fn words_that_are_an_address_lead_to_it() {
        for (words, target) in [
            ("il sito del Comune", "https://evil.example/"),
            ("https://www.comune.roma.it/x", "https://comune.roma.it/y"),
            ("comune.roma.it", "https://www.comune.roma.it/"),
            ("comune.roma.it", "https://servizi.comune.roma.it/"),
            ("modulo.pdf", "https://example.org/modulo.pdf"),
            ("art. 10, d.lgs. 286/1998", "https://www.normattiva.it/"),
            ("Scrivi a Ponte@example.org", "mailto:ponte@example.org?subject=x"),
            ("06 5550 0111", "tel:+390655500111"),
            ("+39 351 592 7691", "https://wa.me/393515927691"),
            ("Chiama", "tel:+390655500111"),
            ("www.comune.roma.it", "../pagina/"),
            ("dal 2026 al 2027", "https://example.org/"),
            ("0049449", "https://example.org/"),
            ("p.es. qui, ad.es. là", "https://example.org/"),
            ("+39 351 592 7691", "https://api.whatsapp.com/send?phone=393515927691&text=x"),
            ("٠٦ ٥٥٥٠ ٠١١١", "tel:+390655500111"),
            ("wa.me/393515927691", "https://wa.me/393515927691?text=ciao"),
            ("https://wa.me/393515927691", "https://api.whatsapp.com/send?phone=393515927691"),
            ("mailto:Ponte@example.org", "mailto:ponte@example.org"),
            ("comune.roma.it/modulo.it?a=b@c.it", "https://comune.roma.it/modulo.it"),
            ("t.me/ComuneDiRoma/", "https://t.me/comunediroma/12?x"),
            ("facebook.com", "https://www.facebook.com/ponte"),
            ("uno,due e tre, it", "https://example.org/"),
            ("chiama 06 5550 0111, 9:30-12", "tel:+390655500111"),
            ("www.comune.roma.it,modulo", "https://www.comune.roma.it/"),
        ] {
            assert_eq!(check_words(words, target), Ok(()), "{words} {target}");
        }
        for (words, target) in [
            ("https://www.comune.roma.it/x", "https://evil.example/"),
            ("www.comune.roma.it", "https://comune.roma.it.evil.example/"),
            ("comune.roma.it", "https://evil.example/comune.roma.it"),
            ("(comune.roma.it)", "https://evil.example/"),
            ("vai su WWW.COMUNE.ROMA.IT!", "https://evil.example/"),
            ("www.comune.roma.it", "https://www.\u{441}omune.roma.it/"),
            ("ponte@example.org", "mailto:evil@evil.example"),
            ("ponte@example.org", "https://evil.example/"),
            ("www.comune.roma.it", "tel:+39899123456"),
            ("06 5550 0111", "tel:+39899123456"),
            ("06\u{a0}5550\u{a0}0111", "tel:+39899123456"),
            ("chiama lo 06 5550 0111 oggi", "tel:+39899123456"),
            ("+39 351 592 7691", "https://wa.me/393330000000"),
            ("+39 351 592 7691", "https://wa.me/%33933300000%300"),
            ("+39 351 592 7691", "https://api.whatsapp.com/send?text=x&phone=393330000000"),
            ("+39 351 592 7691", "https://wa.me/message/ABC"),
            ("06 5550 0111", "https://evil.example/"),
            ("06 5550 0111", "mailto:evil@evil.example"),
            ("٠٦ ٥٥٥٠ ٠١١١", "tel:+39899123456"),
            ("“www.comune.roma.it”", "https://evil.example/"),
            ("vai su comune.roma.it oggi", "https://evil.example/"),
            ("wa.me/393515927691", "https://evil.example/"),
            ("https:⁄⁄www.comune.roma.it", "https://evil.example/"),
            ("www．comune．roma．it", "https://evil.example/"),
            ("“ponte@example.org”", "mailto:evil@evil.example"),
            ("ponte＠example.org", "mailto:evil@evil.example"),
            ("scrivi (ponte@example.org;x)", "mailto:evil@evil.example"),
            ("comuneꓸromaꓸit", "https://evil.example/"),
            ("comune\u{701}roma\u{701}it", "https://evil.example/"),
            ("comune\u{660}roma\u{660}it", "https://evil.example/"),
            ("www｡comune。roma·it", "https://evil.example/"),
            ("https\u{2d0}//comune.roma.example", "https://evil.example/"),
            ("ponte.online", "https://evil.example/"),
            ("06–5550–0111", "tel:+39899123456"),
            ("06‑5550‑0111", "https://evil.example/"),
            ("०६ ५५५० ०१११", "tel:+39899123456"),
            ("๐๖ ๕๕๕๐ ๐๑๑๑", "tel:+39899123456"),
            ("0️⃣6️⃣ 5️⃣5️⃣5️⃣0️⃣ 0️⃣1️⃣1️⃣1️⃣", "tel:+39899123456"),
            ("෦෬ ෫෫෫෦ ෦෧෧෧", "tel:+39899123456"),
            ("⓿❻ ❺❺❺⓿ ⓿❶❶❶", "tel:+39899123456"),
            ("06_5550_0111", "tel:+39899123456"),
            ("06,5550,0111", "https://evil.example/"),
            ("06:5550~0111", "tel:+39899123456"),
            ("06|5550*0111", "tel:+39899123456"),
            ("06 [5550] 0111", "tel:+39899123456"),
            ("06•5550•0111", "tel:+39899123456"),
            ("06\u{1680}5550\u{1680}0111", "tel:+39899123456"),
            ("wa.me/393515927691", "https://wa.me/393330000000"),
            ("https://wa.me/393515927691?text=ciao", "https://wa.me/393330000000"),
            ("WA.ME/393515927691", "https://wa.me/393330000000"),
            ("https://api.whatsapp.com/send?phone=393515927691", "https://wa.me/39899123456"),
            ("mailto:ponte@example.org", "mailto:evil@evil.example"),
            ("sito:ponte@example.org", "mailto:evil@evil.example"),
            ("x#ponte@example.org", "mailto:evil@evil.example"),
            ("ponte@example.org/x", "https://evil.example/"),
            ("ponte@example.\u{43e}rg", "mailto:evil@evil.example"),
            ("//www.comune.roma.it/x", "https://evil.example/"),
            ("https:/www.comune.roma.it/x", "https://evil.example/"),
            ("https:www.comune.roma.it", "https://evil.example/"),
            ("https//comune.roma.example", "https://evil.example/"),
            ("https;//www.comune.roma.it", "https://evil.example/"),
            ("https\u{2f8}//www.comune.roma.it", "https://evil.example/"),
            ("http:/comune.roma.it", "https://evil.example/"),
            ("sito/www.comune.roma.it", "https://evil.example/"),
            ("Roma-www.comune.roma.it", "https://evil.example/"),
            ("sito:comune.roma.it", "https://evil.example/"),
            ("modulo/comune.roma.it", "https://evil.example/"),
            ("sito=comune.roma.it", "https://evil.example/"),
            ("sito_comune.roma.it", "https://evil.example/"),
            ("a~comune.roma.it~b", "https://evil.example/"),
            ("comune%2eroma%2eit", "https://evil.example/"),
            ("comune.roma.\u{456}t", "https://evil.example/"),
            ("comune.roma.ıt", "https://evil.example/"),
            ("comune,roma,it", "https://evil.example/"),
            ("comune‚roma‚it", "https://evil.example/"),
            ("comune∙roma•it", "https://evil.example/"),
            ("comune᛫romaᐧit", "https://evil.example/"),
            ("comune٫roma።it", "https://evil.example/"),
            ("comune॰roma⠄it", "https://evil.example/"),
            ("comune⡀roma\u{1d16d}it", "https://evil.example/"),
        ] {
            assert!(matches!(check_words(words, target), Err(LinkFault::OtherThanShown { .. })), "{words} {target}");
        }
    }

    #[test]
    fn on_a_site_of_many_the_path_says_whose_page_it_is() {
        for (words, target) in [
            ("t.me/comunediroma", "https://t.me/evil"),
            ("https://forms.gle/ponte", "https://forms.gle/evil"),
            ("instagram.com/comunediroma", "https://www.instagram.com/comunediroma2"),
            ("youtube.com/watch?v=a", "https://www.youtube.com/watch?v=b"),
        ] {
            assert!(
                matches!(check_words(words, target), Err(LinkFault::OtherPathThanShown { .. })),
                "{words} {target}"
            );
        }
    }
}
