//! Whether the target of a link is a page, one mailbox or a telephone.

use url::Url;

use crate::model::Phone;
use crate::text::mail_address::MailAddress;
use crate::text::percent::percent_decode;
use crate::text::web_address::{misleading_host, parse_web_address};

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// Neither a page nor a mailbox nor a telephone.
    Scheme,
    /// A user name before the host, which is this one.
    LeadsElsewhere(String),
    /// `mailto:` to no address, to several, with copies to others, or with a text.
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

/// Scheme and host to which a link leads; one of several numbers or mailboxes counts as any of them.
pub(super) fn destination(target: &str) -> Option<(String, Option<String>)> {
    let url = Url::parse(target).ok()?;
    Some((url.scheme().to_owned(), url.host_str().map(str::to_owned)))
}

/// Number that a link dials, or that it opens in WhatsApp.
pub(super) fn dialled_number(target: &str) -> Option<String> {
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
}
