//! Addresses that are printed, forwarded, typed by hand: safe, whole, and no longer than needed.

use std::ops::Range;

use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::source::Document;
use crate::words;

const SHORTENERS: &str = include_str!("../../words/shorteners.txt");
const TRACKING_PARAMETERS: &str = include_str!("../../words/tracking.txt");

pub(super) const INSECURE: Check = Check {
    rule: Rule {
        name: "insecure-link",
        severity: Severity::Warning,
        group: Group::Reliability,
        summary: text("i link cominciano con https", "links start with https"),
        explanation: text(
            "Con http chi è sulla stessa rete può leggere e cambiare la pagina, e il telefono avvisa che il sito «non è sicuro». Quasi sempre basta aggiungere una s: prova nel browser.",
            "With http anybody on the same network can read and change the page, and phones warn that the site is «not secure». Nearly always an s is enough: try in a browser.",
        ),
        wrong: "iscrizione: http://example.org/iscrizione",
        right: "iscrizione: https://example.org/iscrizione",
        origin: "RFC 9110, 4.2.2",
    },
    look: Look::Address(insecure),
};

pub(super) const SHORT: Check = Check {
    rule: Rule {
        name: "short-link",
        severity: Severity::Warning,
        group: Group::Reliability,
        summary: text("i link mostrano dove portano", "links show where they lead"),
        explanation: text(
            "Un link accorciato (bit.ly e simili) nasconde dove porta, può smettere di funzionare, e su carta non dice niente. Aprilo e copia l'indirizzo vero.",
            "A shortened link (bit.ly and the like) hides where it leads, may stop working, and says nothing on paper. Open it and copy the real address.",
        ),
        wrong: "iscrizione: https://bit.ly/3abcXYZ",
        right: "iscrizione: https://example.org/iscrizione",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    look: Look::Address(short),
};

pub(super) const TRACKING: Check = Check {
    rule: Rule {
        name: "tracking-parameters",
        severity: Severity::Warning,
        group: Group::Reliability,
        summary: text("i link non seguono chi li apre", "links do not follow whoever opens them"),
        explanation: text(
            "Pezzi come `utm_source=whatsapp` o `fbclid=…` servono solo a contare e seguire le persone. La pagina si apre anche senza. `bacheca check --fix` li toglie, e lascia quelli che servono (`id=42`, `Itemid=1794`).",
            "Parts such as `utm_source=whatsapp` or `fbclid=…` only count and follow people. The page opens without them. `bacheca check --fix` takes them away, and leaves those that matter (`id=42`, `Itemid=1794`).",
        ),
        wrong: "iscrizione: https://example.org/iscrizione?utm_source=whatsapp&id=42",
        right: "iscrizione: https://example.org/iscrizione?id=42",
        origin: "regolamento (UE) 2016/679, art. 5, minimizzazione dei dati",
    },
    look: Look::Address(tracking),
};

pub(super) const WHATSAPP: Check = Check {
    rule: Rule {
        name: "whatsapp-link-wrong",
        severity: Severity::Error,
        group: Group::Reliability,
        summary: text("i link wa.me aprono una conversazione", "wa.me links open a conversation"),
        explanation: text(
            "Dopo wa.me/ va il numero con il prefisso del paese, senza + e senza zeri davanti: 39 e poi il numero.",
            "After wa.me/ comes the number with its country's prefix, without + and leading zeros: 39 and then the number.",
        ),
        wrong: "iscrizione: https://wa.me/00393515927691",
        right: "iscrizione: https://wa.me/393515927691",
        origin: "WhatsApp, «How to use click to chat»",
    },
    look: Look::Address(whatsapp),
};

fn insecure(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    if scheme.eq_ignore_ascii_case("http") {
        let corrected = format!("https://{}", rest.replacen(":80/", "/", 1));
        findings
            .span(
                document,
                range.clone(),
                words!("«{address}» non è protetto", "`{address}` is not protected"),
                words!(
                    "prova `{corrected}` nel browser; se si apre, scrivi quello",
                    "try `{corrected}` in a browser; if it opens, write that"
                ),
            )
            .correct(range, corrected, false);
    }
}

fn short(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    // The host itself: `maps.app.goo.gl` shows where it leads, `goo.gl` does not.
    let host = super::host_of(address);
    let host = host.strip_prefix("www.").unwrap_or(&host);
    if SHORTENERS.lines().any(|line| line == host) {
        findings.span(
            document,
            range,
            words!("«{address}» non mostra dove porta", "`{address}` does not show where it leads"),
            words!("apri il link e copia l'indirizzo vero", "open the link and copy the real address"),
        );
    }
}

fn tracking(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let Some(clean) = without_tracking(address) else { return };
    findings
        .span(
            document,
            range.clone(),
            words!("il link segue chi lo apre", "the link follows whoever opens it"),
            words!("basta `{clean}`", "`{clean}` is enough"),
        )
        .correct(range, clean, true);
}

/// The address without the parameters that only follow people; `None` if it has none of them.
fn without_tracking(address: &str) -> Option<String> {
    let (before, query) = address.split_once('?')?;
    let (query, fragment) = query.split_once('#').map_or((query, None), |(query, fragment)| (query, Some(fragment)));
    let lists = || TRACKING_PARAMETERS.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let follows = |parameter: &str| {
        let name = parameter.split('=').next().unwrap_or_default().to_lowercase();
        lists().any(|listed| match listed.strip_suffix('*') {
            Some(prefix) => name.starts_with(prefix),
            None => name == listed,
        })
    };
    let kept: Vec<&str> = query.split('&').filter(|parameter| !follows(parameter)).collect();
    if kept.len() == query.split('&').count() {
        return None;
    }
    let mut clean = before.to_owned();
    if !kept.is_empty() {
        clean.push('?');
        clean.push_str(&kept.join("&"));
    }
    if let Some(fragment) = fragment {
        clean.push('#');
        clean.push_str(fragment);
    }
    Some(clean)
}

fn whatsapp(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let Some((_, rest)) = address.split_once("://wa.me/") else { return };
    let number = rest.split(['?', '/']).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let meant = digits.trim_start_matches('0');
    let bare_mobile = digits.starts_with('3') && digits.len() == 10;
    if !number.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '%') || (number == meant && !bare_mobile) {
        return;
    }
    let meant = if bare_mobile { format!("39{meant}") } else { meant.to_owned() };
    let corrected = address.replacen(number, &meant, 1);
    findings
        .span(
            document,
            range.clone(),
            words!("«{address}» non apre nessuna conversazione", "`{address}` opens no conversation"),
            words!("scrivi `{corrected}`", "write `{corrected}`"),
        )
        .correct(range, corrected, false);
}

#[cfg(test)]
mod tests {
    use super::without_tracking;

    #[test]
    fn parameters_that_matter_stay() {
        for (address, clean) in [
            ("https://x.it/a?utm_source=w&id=42&fbclid=I", Some("https://x.it/a?id=42")),
            ("https://x.it/a?utm_source=w#b", Some("https://x.it/a#b")),
            ("https://x.it/a?Itemid=1794&catid=2", None),
            ("https://x.it/a", None),
        ] {
            assert_eq!(without_tracking(address).as_deref(), clean);
        }
    }
}
