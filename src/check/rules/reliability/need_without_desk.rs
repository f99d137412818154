//! Finds the needs for which the board has no contact point.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::config;
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ContactPoint, Need};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "need-without-desk",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("per ogni bisogno c'è uno sportello", "there is a contact point for every need"),
        explanation: text(
            "La pagina «Di che cosa hai bisogno?» porta chi legge allo sportello giusto. Dove non c'è, la pagina lo dice e offre quello che resta: gli sportelli che parlano la sua lingua, il telefono con gli interpreti. Cerca chi si occupa di questo in città, verifica e aggiungilo a `content/centri`, oppure aggiungi il bisogno in `bisogni` a uno sportello che già c'è. Gli sportelli inventati non contano; una bacheca senza sportelli veri non ne ha bisogno.",
            "The page “What do you need?” leads readers to the right desk. Where there is none, the page says so and offers what is left: desks that speak their language, the telephone with interpreters. Look for who does this in town, make sure and add it to `content/centri`, or add the need to `bisogni` of a contact point that is there already. Invented contact points do not count; a board without real ones needs none.",
        ),
        wrong: "-- content/centri/sportello-borgo.md --\n---\nnome: Sportello di Borgo\ntipo: sportello\nindirizzo: piazza Grande 1, Borgo\nbisogni: [documenti, lavoro]\nverificato: 2026-11-01\n---\n",
        right: "-- content/centri/sportello-borgo.md --\n---\nnome: Sportello di Borgo\ntipo: sportello\nindirizzo: piazza Grande 1, Borgo\nbisogni: [documenti, chiedere asilo, avvocato, dove dormire, casa, mangiare e lavarsi, salute, italiano, lavoro, figli e scuola, violenza]\nverificato: 2026-11-01\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let all = board.published_contact_points().map(|(_, contact_point)| contact_point);
    let real: Vec<&ContactPoint> = all.filter(|contact_point| !contact_point.example).collect();
    if real.is_empty() {
        return;
    }
    let counted = |need: Need| real.iter().any(|contact_point| contact_point.needs.contains(&need));
    let missing: Vec<&str> =
        Need::ALL.iter().filter(|need| **need != Need::Other && !counted(**need)).map(|need| need.word()).collect();
    let Some((first, others)) = missing.split_first() else { return };
    let (words, first) = (missing.join(", "), *first);
    let message = if others.is_empty() {
        localized!("nessuno sportello per «{first}»", "no contact point for `{first}`")
    } else {
        localized!("nessuno sportello per questi bisogni: {words}", "no contact point for these needs: {words}")
    };
    findings.report_in_other_file(
        config::FILE,
        board.config.find_word("[bacheca]"),
        message,
        localized!(
            "aggiungi uno sportello a content/centri, o `bisogni: [{first}]` a uno che già se ne occupa",
            "add a contact point to content/centri, or `bisogni: [{first}]` to one that does this already"
        ),
    );
}
