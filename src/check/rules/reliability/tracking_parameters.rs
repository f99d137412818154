//! Finds addresses with parameters that track readers.

use std::ops::Range;

use crate::check::{Check, CheckFunction, Findings, hosts, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

word_lists! { "tracking_parameters.txt":
    /// Full names of parameters.
    PARAMETER_NAMES = "parameter names";
    /// Beginnings of names of parameters.
    PARAMETER_BEGINNINGS = "parameter beginnings";
    /// Hosts whose parameter `si` only identifies who shared the page.
    SI_IDENTIFIES_SHARER = "si identifies the sharer";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "tracking-parameters",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("i link non seguono chi li apre", "links do not follow whoever opens them"),
        explanation: text(
            "Pezzi come `utm_source=whatsapp` o `fbclid=…` servono solo a contare e seguire le persone. La pagina si apre anche senza. `bacheca check --fix` li toglie, e lascia quelli che servono (`id=42`, `Itemid=1794`).",
            "Parts such as `utm_source=whatsapp` or `fbclid=…` only count and follow people. The page opens without them. `bacheca check --fix` takes them away, and leaves those that matter (`id=42`, `Itemid=1794`).",
        ),
        wrong: "iscrizione: https://example.org/iscrizione?utm_source=whatsapp&id=42",
        right: "iscrizione: https://example.org/iscrizione?id=42",
        origin: "regolamento (UE) 2016/679, art. 5, minimizzazione dei dati",
    },
    function: CheckFunction::Address(check),
};

fn check(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let Some(clean) = strip_tracking(address) else { return };
    let found = findings.report_at_span(
        document,
        range.clone(),
        localized!("il link segue chi lo apre", "the link follows whoever opens it"),
        localized!("basta `{clean}`", "`{clean}` is enough"),
    );
    // Written with escapes, or with `;` between parameters, it would lead elsewhere.
    let text = &document.source.text;
    let goes_on = text.get(range.end..).is_none_or(|rest| rest.starts_with("''") || rest.starts_with('\\'));
    if text.get(range.clone()) == Some(address) && !address.contains([';', '\'', '"', '\\']) && !goes_on {
        found.correct(range, clean, true);
    }
}

/// The address without tracking parameters; `None` if it has none.
fn strip_tracking(address: &str) -> Option<String> {
    let (before, query) = address.split_once('?')?;
    let (query, fragment) = query.split_once('#').map_or((query, None), |(query, fragment)| (query, Some(fragment)));
    let follows = |parameter: &str| {
        let name = parameter.split('=').next().unwrap_or_default();
        // On other hosts `si` may select the page.
        let shared = || name.eq_ignore_ascii_case("si") && hosts::matches_host(before, &SI_IDENTIFIES_SHARER);
        PARAMETER_NAMES.matches(name) || PARAMETER_BEGINNINGS.matches(name) || shared()
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

#[cfg(test)]
mod tests {
    use super::strip_tracking;

    #[test]
    fn only_tracking_parameters_are_stripped() {
        for (address, clean) in [
            ("https://x.it/a?utm_source=w&id=42&fbclid=I", Some("https://x.it/a?id=42")),
            ("https://x.it/a?utm_source=w#b", Some("https://x.it/a#b")),
            ("https://x.it/a?Itemid=1794&catid=2", None),
            ("https://x.it/a?si=4", None),
            ("https://youtu.be/abc?si=XyZ&t=30", Some("https://youtu.be/abc?t=30")),
            ("https://x.it/a", None),
        ] {
            assert_eq!(strip_tracking(address).as_deref(), clean);
        }
    }
}
