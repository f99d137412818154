//! Finds file names that contain a date, since addresses are permanent and dates change.

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
        summary: text("il nome del file non contiene una data", "a file name holds no date"),
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
    let number = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number));
    let day_and_month =
        parts.windows(2).any(|two| matches!(two, [day, month] if number(day, 31) && MONTHS.contains(month)));
    let has_date = parts.windows(3).any(|three| {
        matches!(three, [year, month, day] if year.len() == 4 && number(year, 2200) && number(month, 12) && number(day, 31))
            || matches!(three, [day, month, year] if year.len() == 4 && number(year, 2200) && number(month, 12) && number(day, 31))
    });
    let has_deadline_word = parts.iter().any(|part| matches!(*part, "proroga" | "prorogato" | "prorogata"));
    if day_and_month || has_date || has_deadline_word {
        findings.report_at_field(
            item,
            path![],
            localized!("il nome «{slug}» contiene una data o una scadenza", "the name `{slug}` holds a date or a deadline"),
            localized!(
                "se non è ancora pubblicato, scegli un nome che vada bene anche dopo; se lo è già, lascialo e scrivi `silenzia: {{slug-with-date: \"già pubblicato\"}}`",
                "if it is not published yet, choose a name that will do later too; if it is, leave it and write `silenzia: {{slug-with-date: \"already published\"}}`"
            ),
        );
    }
}
