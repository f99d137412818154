//! Whether the links of a text lead to pages, mailboxes and telephones, and to those that their words name.

use unicode_normalization::UnicodeNormalization;
use url::Url;

use crate::model::Phone;
use crate::text::mail_address::MailAddress;
use crate::text::percent::percent_decode;
use crate::text::web_address::{COMMON_TLDS, misleading_host, parse_web_address};

/// Known domains that no abbreviation, and no word before a forgotten space, ends in.
const PLAIN_DOMAINS: [&str; 5] = ["it", "org", "com", "eu", "gov"];
/// Most signs of a part of a number.
const LONGEST_PART: usize = 30;
/// Fewest signs of a number that is shown alone: shorter ones may count something.
const MIN_DIALLED: usize = 9;

/// The zeros of scripts whose languages readers may know; nine more digits follow each.
const ZEROS: [char; 17] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
    '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
];

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// Neither a page nor a mailbox nor a telephone.
    Scheme,
    /// A user name before the host, which is this one.
    LeadsElsewhere(String),
    /// `mailto:` to no address, to several, or with copies to others.
    Mail,
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
/// [`LinkFault::OtherThanShown`].
pub fn check_words(words: &str, target: &str) -> Result<(), LinkFault> {
    let words = &plain_signs(words.trim());
    // Addresses and numbers have one of these.
    if !words.bytes().any(|byte| matches!(byte, b'.' | b'@' | b'/' | b'0'..=b'9')) {
        return Ok(());
    }
    let differs = |shown: &str, target: &str| {
        Err(LinkFault::OtherThanShown { shown: shown.to_owned(), target: target.to_owned() })
    };
    let mailbox = MailAddress::from_link(target);
    let number = dialled_number(target);
    let host = Url::parse(target).ok().and_then(|url| url.host_str().map(str::to_owned));
    // A path on the site leads nowhere else.
    let Some(leads_to) =
        number.as_deref().or(mailbox.as_ref().map(MailAddress::as_str)).or(host.as_deref()).map(str::to_owned)
    else {
        return Ok(());
    };
    let divides = |ch: char| !ch.is_alphanumeric() && !".-_@:/?#+%=&~".contains(ch);
    for word in words.split(divides) {
        let word = word.trim_matches(|ch: char| !ch.is_alphanumeric() && ch != '/');
        if let Some(shown) = MailAddress::new(word) {
            if !mailbox.as_ref().is_some_and(|mailbox| mailbox.as_str().eq_ignore_ascii_case(shown.as_str())) {
                return differs(word, &leads_to);
            }
        } else if let Some(shown) = host_of_word(word, word.len() + 2 >= words.len())
            && !host.as_deref().is_some_and(|host| leads_to_host(host, &shown))
        {
            return differs(word, &leads_to);
        }
    }
    let whole = Phone::new(words).filter(|phone| phone.dialled().len() >= MIN_DIALLED);
    if let (None, Some(shown)) = (&number, whole) {
        return differs(shown.as_written(), &leads_to);
    }
    if let Some(number) = &number {
        let shown = words.split(|ch| !is_number_sign(ch)).filter_map(|part| Phone::new(&part.replace('\u{a0}', " ")));
        if let Some(shown) = shown.into_iter().find(|shown| shown.dialled() != number) {
            return differs(shown.as_written(), number);
        }
    }
    Ok(())
}

/// Scheme and host to which a link leads; one of several numbers or mailboxes counts as any of them.
pub(super) fn destination(target: &str) -> Option<(String, Option<String>)> {
    let url = Url::parse(target).ok()?;
    Some((url.scheme().to_owned(), url.host_str().map(str::to_owned)))
}

/// Whether the words of a link are an address, a mailbox or a number by themselves.
pub(super) fn names_address(words: &str) -> bool {
    let words = plain_signs(words.trim());
    Phone::new(&words).is_some() || MailAddress::new(&words).is_some() || host_of_word(&words, true).is_some()
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

/// Words with plain digits, letters and signs in place of those that readers take for them: digits of other scripts and
/// those of emoji, letters of full width, dots, dashes, colons and slashes that are something else (Unicode Technical
/// Standard 39, «confusables»).
fn plain_signs(words: &str) -> String {
    if words.is_ascii() {
        return words.to_owned();
    }
    let mut before = ' ';
    let plain = |ch: char| {
        let sign = match ch {
            // Drawn around the digit before it, as its emoji.
            '\u{20e3}' | '\u{fe0f}' => return None,
            // The zero of Arabic, between Latin letters, is a dot.
            '\u{660}' | '\u{6f0}' if before.is_ascii_alphabetic() => '.',
            '\u{b7}' | '\u{589}' | '\u{6d4}' | '\u{701}' | '\u{702}' | '\u{2027}' | '\u{22c5}' | '\u{2e31}'
            | '\u{2e33}' | '\u{3002}' | '\u{30fb}' | '\u{a4f8}' | '\u{a60e}' | '\u{10a50}' => '.',
            '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' => '-',
            '\u{2d0}' | '\u{5c3}' | '\u{703}' | '\u{2236}' | '\u{a789}' => ':',
            '\u{1735}' | '\u{2044}' | '\u{2215}' | '\u{2571}' | '\u{27cb}' | '\u{29f8}' | '\u{3033}' => '/',
            _ => ZEROS
                .iter()
                .find_map(|zero| char::from_digit(u32::from(ch).checked_sub(u32::from(*zero))?, 10))
                .unwrap_or(ch),
        };
        before = sign;
        Some(sign)
    };
    words.nfkc().filter_map(plain).collect()
}

/// Host that a word names: after `https://` or `www.`, or by a known ending; fewer endings are known if it is not the
/// only word of a link.
fn host_of_word(word: &str, is_only: bool) -> Option<String> {
    let small = word.to_lowercase();
    let whole = small.contains("://");
    let ending = small.split(['/', '?', '#', ':']).next().and_then(|host| Some(host.rsplit_once('.')?.1));
    let is_long = small.split('.').next().is_some_and(|label| label.len() > 2);
    let is_known =
        ending.is_some_and(|end| is_only && COMMON_TLDS.contains(&end) || is_long && PLAIN_DOMAINS.contains(&end));
    let named = whole || small.starts_with("www.") || is_known;
    let address = if whole { small } else { format!("https://{small}") };
    Url::parse(&address).ok().filter(|_| named)?.host_str().map(str::to_owned)
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
        ] {
            assert!(matches!(check_words(words, target), Err(LinkFault::OtherThanShown { .. })), "{words} {target}");
        }
    }
}
