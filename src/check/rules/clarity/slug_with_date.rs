//! Finds file names that contain a date or the word for an extension, since addresses are permanent and dates change.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;
use crate::text::calendar_names::MONTHS;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "slug-with-date",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("il nome del file non contiene una data", "a file name contains no date"),
        explanation: text(
            "L'indirizzo resta per sempre, le date cambiano: dopo una proroga «corso-fino-al-13-gennaio» dice il falso. L'anno da solo va bene.",
            "An address never changes, but dates do: after an extension «corso-fino-al-13-gennaio» is false. A year alone is fine.",
        ),
        wrong: "-- content/opportunita/2026/corso-fino-al-13-gennaio.md --\n=",
        right: "-- content/opportunita/2026/corso-di-italiano-2027.md --\n=",
        origin: "W3C, «Cool URIs don't change»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let slug = item.slug.as_str();
    let parts: Vec<&str> = slug.split('-').collect();
    let is_number_up_to = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number));
    let is_date = |year: &str, month: &str, day: &str| {
        year.len() == 4 && is_number_up_to(year, 2200) && is_number_up_to(month, 12) && is_number_up_to(day, 31)
    };
    let has_day_and_month =
        parts.windows(2).any(|pair| matches!(pair, [day, month] if is_number_up_to(day, 31) && MONTHS.contains(month)));
    let has_date = parts.windows(3).any(
        |triple| matches!(triple, [first, month, last] if is_date(first, month, last) || is_date(last, month, first)),
    );
    let has_extension_word = parts.iter().any(|part| matches!(*part, "proroga" | "prorogato" | "prorogata"));
    if has_day_and_month || has_date || has_extension_word {
        findings.report_at_field(
            item,
            path![],
            localized!("il nome «{slug}» contiene una data o una scadenza", "the name `{slug}` contains a date or a deadline"),
            localized!(
                "se non è ancora pubblicato, scegli un nome che vada bene anche dopo; se lo è già, lascialo e scrivi `silenzia: {{slug-with-date: \"già pubblicato\"}}`",
                "if it is not published yet, choose a name that stays true; if it is, leave it and write `silenzia: {{slug-with-date: \"already published\"}}`"
            ),
        );
    }
}
