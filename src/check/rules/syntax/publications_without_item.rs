//! Finds files of posts without an announcement beside them.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::PUBLICATIONS_ENDING;
use crate::path;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "publications-without-item",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "un file di pubblicazioni sta accanto al suo annuncio",
            "a file of posts is beside its announcement",
        ),
        explanation: text(
            "Dove e quando è uscito `corso.md` sta in `corso.pubblicazioni.yaml`, nella stessa cartella. Se l'annuncio cambia nome o anno, il file va con lui: senza, il piano lo proporrebbe di nuovo come mai uscito.",
            "Where and when `corso.md` was posted is in `corso.pubblicazioni.yaml`, in the same folder. If the announcement changes its name or year, the file goes with it: without, the plan would propose it again as never posted.",
        ),
        wrong: "-- content/opportunita/2026/corso-perduto.pubblicazioni.yaml --\n- canale: whatsapp\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for file in board.orphan_publications.iter() {
        let path = &file.document.source.path;
        let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(PUBLICATIONS_ENDING)).unwrap_or(path);
        // Moved to another folder, or renamed and still reached by its old name.
        let is_meant = |alias: &crate::model::Slug| alias.as_str() == name;
        let meant =
            board.item(name).or_else(|| board.items.iter().find(|item| item.facts.aliases.iter().any(is_meant)));
        let hint = match meant.map(|item| show_name(&item.publications_path())) {
            Some(meant) => localized!(
                "l'annuncio c'è: sposta il file in {meant}",
                "the announcement is there: move the file to {meant}"
            ),
            None => localized!(
                "chiamalo come l'annuncio, nella stessa cartella: `corso.pubblicazioni.yaml` accanto a `corso.md`",
                "name it like the announcement, in the same folder: `corso.pubblicazioni.yaml` beside `corso.md`"
            ),
        };
        let message =
            localized!("qui accanto non c'è l'annuncio «{name}»", "there is no announcement `{name}` beside it");
        findings.report_at_field(file, path![], message, hint);
    }
}
