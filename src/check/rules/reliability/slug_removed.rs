//! Finds published addresses that a change removes without an `alias`.

use std::collections::{BTreeMap, BTreeSet};

use crate::board::Board;
use crate::check::{BaseBoard, Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Slug;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "slug-removed",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("un indirizzo pubblicato resta per sempre", "a published address stays for ever"),
        explanation: text(
            "L'indirizzo di un annuncio è stampato nei codici QR e inoltrato nei messaggi. Se il file cambia nome, il nome vecchio va in `alias`. Se l'annuncio non vale più, non si cancella: `stato: ritirato` lascia una pagina con un avviso. Questa regola vale solo con `bacheca check --base`.",
            "An item's address is printed in QR codes and forwarded in messages. If the file is renamed, the old name goes into `alias`. If the item holds no more, it is not deleted: `stato: ritirato` leaves a page with a notice. This rule looks only with `bacheca check --base`.",
        ),
        wrong: "",
        right: "",
        origin: "W3C, «Cool URIs don't change»",
    },
    function: CheckFunction::Change(check),
};

fn check(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    let (mut reachable, mut hidden) = (BTreeSet::new(), BTreeMap::new());
    for item in &board.items {
        for name in std::iter::once(&item.slug).chain(&item.facts.aliases).map(Slug::as_str) {
            if board.is_published(item) {
                reachable.insert(name);
            } else {
                hidden.insert(name, item);
            }
        }
    }
    for was in &base.items {
        for name in was.names.iter().filter(|name| !reachable.contains(name.as_str())) {
            let message = localized!(
                "l'indirizzo «{name}» non porta più a niente: è stampato su muri e messaggi",
                "the address `{name}` leads nowhere any more: it is printed on walls and in messages"
            );
            let hint = localized!(
                "se il file ha un nome nuovo, scrivici `alias: [{name}]`; se l'annuncio non vale più, rimetti il file con `stato: ritirato`",
                "if the file has a new name, write `alias: [{name}]` in it; if the item holds no more, put the file back with `stato: ritirato`"
            );
            match hidden.get(name.as_str()).copied() {
                // What is already published is taken back, not refused: whoever follows its address finds a notice.
                Some(item) if item.facts.refused.is_some() => findings.report_at_field(
                    item,
                    path![rifiutato],
                    message,
                    localized!(
                        "un annuncio già pubblicato si ritira: scrivi `stato: ritirato` al posto di `rifiutato`",
                        "an item that is already published is withdrawn: write `stato: ritirato` instead of `rifiutato`"
                    ),
                ),
                Some(item) => findings.report_at_field(item, path![], message, hint),
                None => findings.report_in_other_file(&was.path, 0..0, message, hint),
            };
        }
    }
}
