//! Whether a link leads to the page, mailbox or telephone that its words name.

use url::Url;

use super::link_target::{LinkFault, dialled_number};
use super::named_address::{has_known_ending, hosts_in, is_mailbox, leads_to_host, mailboxes_in};
use super::wide_words::join_wide_words;
use crate::model::Phone;
use crate::text::mail_address::MailAddress;
use crate::text::percent::percent_decode;
use crate::text::plain_signs::plain_signs;

/// Sites of many people and groups, who differ by what follows the site's name.
const SHARED_HOSTS: [&str; 40] = [
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
    "paypal.me",
    "paypal.com",
    "satispay.com",
    "web.satispay.com",
    "revolut.me",
    "gofundme.com",
    "buonacausa.org",
    "eppela.com",
    "produzionidalbasso.com",
    "ko-fi.com",
    "patreon.com",
    "forms.office.com",
    "forms.cloud.microsoft",
    "form.jotform.com",
    "jotform.com",
    "eventbrite.it",
    "eventbrite.com",
    "threads.net",
];
/// Most signs of a part of a number.
const LONGEST_PART: usize = 30;
/// Fewest signs of a number that is shown alone: shorter ones may count something.
const MIN_DIALLED: usize = 9;

/// Other ways to write the dot of an address, by which programs are not to recognise it.
const WRITTEN_DOTS: [&str; 3] = ["(.)", "[.]", "{.}"];

/// Checks that the words of a link name no other address than its target, which is valid.
///
/// # Errors
/// [`LinkFault::OtherThanShown`], [`LinkFault::OtherPathThanShown`].
pub fn check_words(words: &str, target: &str) -> Result<(), LinkFault> {
    let words = plain_signs(words.trim());
    let words = &WRITTEN_DOTS
        .iter()
        .fold(words, |words, dot| if words.contains(dot) { words.replace(dot, ".") } else { words });
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
    // So do letters with spaces between them.
    if let Some(joined) = join_wide_words(words)
        && let Some(shown) = find_other_target(&joined, mailbox.as_ref(), leads)
    {
        return differs(&shown);
    }
    check_numbers(words, number.as_deref()).map_or(Ok(()), |shown| differs(&shown))
}

/// The first mailbox or site with an ending that is in use, among words, to which the link does not lead.
fn find_other_target(words: &str, mailbox: Option<&MailAddress>, leads: impl Fn(&str) -> bool) -> Option<String> {
    words.split_whitespace().find_map(|word| {
        let shown = mailboxes_in(word).into_iter().find(|shown| !is_mailbox(mailbox, shown)).map(str::to_owned);
        let site = || hosts_in(word, false).into_iter().find(|host| has_known_ending(host, false) && !leads(host));
        let has_mailbox = !mailboxes_in(word).is_empty();
        shown.or_else(|| if has_mailbox { None } else { site() })
    })
}

/// The first number among the words of a link that is not the one it dials, if it dials one; else the number that is all
/// its words.
fn check_numbers(words: &str, number: Option<&str>) -> Option<String> {
    // Signs that no number has may stand between its digits.
    let is_between = |ch: char| ch.is_whitespace() || "_:,;~|*[]{}<>'\"•".contains(ch);
    let joined = words.split(is_between).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let long = |text: &str| Phone::new(text).filter(|phone| phone.dialled().len() >= MIN_DIALLED);
    let Some(number) = number else {
        // Several numbers stand beside each other with a stroke between them.
        let parts = words.split('/').filter(|_| words.chars().all(is_number_sign));
        let shown = [words, joined.as_str()].into_iter().chain(parts).find_map(long);
        return shown.map(|shown| shown.as_written().to_owned());
    };
    let parts = words.split(|ch| !is_number_sign(ch));
    let mut shown: Vec<Phone> = parts.filter_map(|part| Phone::new(&part.replace('\u{a0}', " "))).collect();
    if !shown.iter().any(|phone| phone.dialled().len() >= MIN_DIALLED) {
        shown.extend(joined.split(|ch| !is_number_sign(ch)).filter_map(long));
    }
    if !shown.is_empty() {
        return shown.into_iter().find(|shown| shown.dialled() != number).map(|shown| shown.as_written().to_owned());
    }
    // Digits that are more than a number, as of two with a stroke between them, have the dialled one among them.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let dialled = digits(number.strip_prefix("+39").unwrap_or(number));
    let differs = |part: &&str| {
        let shown = digits(part);
        shown.len() >= MIN_DIALLED && !shown.contains(&dialled)
    };
    joined.split(|ch| !is_number_sign(ch)).find(differs).map(|part| part.trim().to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

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
            ("06 5550 0111 / 0112", "tel:+390655500111"),
            ("06 5550 0112 / 06 5550 0111", "tel:+390655500111"),
            ("+49 (0)30 1234567", "tel:+49301234567"),
            ("12/11/2026 - 15/11/2026", "https://example.org/"),
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
            ("c o m u n e . r o m a . i t", "https://comune.roma.it/x"),
            ("A B C D E F - il corso A / B", "https://example.org/"),
            ("Roma - example.org", "https://example.org/"),
            ("Scrivi . Chiama . Vieni", "https://example.org/"),
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
            ("06 5550 0111 / 0112", "tel:+39899123456"),
            ("06 5550 0111 / 06 5550 0112", "tel:+39899123456"),
            ("06 5550 0111 / 0112", "https://evil.example/"),
            ("chiama 06 5550 0111 / 0112 oggi", "https://wa.me/393330000000"),
            ("comune(.)roma(.)it", "https://evil.example/"),
            ("ᴡᴡᴡ.ᴄᴏᴍᴜɴᴇ.ʀᴏᴍᴀ.ɪᴛ", "https://evil.example/"),
            ("🆆🆆🆆.🅲🅾🅼🆄🅽🅴.🆁🅾🅼🅰.🅸🆃", "https://evil.example/"),
            ("🅦🅦🅦.comune.roma.it", "https://evil.example/"),
            ("comune˙roma˙it", "https://evil.example/"),
            ("c o m u n e . r o m a . i t", "https://evil.example/"),
            ("vai su comune . roma . it", "https://evil.example/"),
            ("comune. roma .it", "https://evil.example/"),
            ("ponte @ example . org", "mailto:evil@evil.example"),
            ("www[.]comune[.]roma[.]it", "https://evil.example/"),
            ("ponte@example(.)org", "mailto:evil@evil.example"),
            ("comune.roma.xn--p1ai", "https://evil.example/"),
            ("правительство.рф", "https://evil.example/"),
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
