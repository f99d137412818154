//! Finds contact points that nobody has verified, or not for three months, and says which of them comes first.

use crate::board::{Board, ContentFile, Verification};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::ContactPoint;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "contact-point-to-verify",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "i centri sono stati verificati negli ultimi tre mesi",
            "contact points were verified within the last three months",
        ),
        explanation: text(
            "Chi va in uno sportello si fida degli orari, delle lingue e dell'indirizzo che trova qui. Ogni tre mesi chiama, chiedi se è ancora tutto giusto, e scrivi la data di oggi in `verificato`. Dopo un anno lo dice `not-verified-for-a-year`; i centri inventati (`esempio: sì`) non si verificano.",
            "Whoever goes to a desk relies on the hours, languages and address found here. Every three months call, ask whether all of it is still right, and write today's date in `verificato`. After a year `not-verified-for-a-year` says so; invented contact points (`esempio: sì`) are not verified.",
        ),
        wrong: "-- content/centri/silenzioso.md --\n---\nnome: Sportello silenzioso\ntipo: sportello\nindirizzo: via Roma 1, Borgo\nverificato: 2026-07-02\n---\n",
        right: "-- content/centri/silenzioso.md --\n---\nnome: Sportello silenzioso\ntipo: sportello\nindirizzo: via Roma 1, Borgo\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let verification = |centre: &ContentFile<ContactPoint>| Verification::new(centre.facts.verified, board.today);
    let real = board.contact_points.values().filter(|centre| !centre.facts.example);
    let mut due: Vec<&ContentFile<ContactPoint>> =
        real.filter(|centre| !matches!(verification(centre), Verification::Current(_))).collect();
    due.sort_by_key(|centre| centre.facts.verified);
    let total = due.len();
    for (place, centre) in (1_usize..).zip(due) {
        let message = match verification(centre) {
            // What is older than a year is another rule's.
            Verification::Current(_) | Verification::Outdated(_) => continue,
            Verification::Due(verified) => {
                let days = (board.today - verified).num_days();
                localized!(
                    "l'ultimo controllo è del {verified}, {days} giorni fa",
                    "it was last made sure of on {verified}, {days} days ago"
                )
            }
            Verification::Never => {
                localized!("manca `verificato`: nessuno ha controllato", "`verificato` is missing: nobody made sure")
            }
        };
        findings
            .report_at_field(
                centre,
                path![verificato],
                message,
                localized!(
                    "chiama, poi scrivi la data di oggi in `verificato` (da ricontrollare: {place} di {total}, dal più vecchio)",
                    "call, then write today's date in `verificato` (to verify: {place} of {total}, the oldest first)"
                ),
            )
            .ask(localized!(
                "È ancora tutto giusto: indirizzo, orari, lingue, recapiti?",
                "Is all of it still right: address, hours, languages, contacts?"
            ));
    }
}
