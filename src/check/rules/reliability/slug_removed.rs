//! Finds published addresses that a change removes without an `alias`.

use crate::board::Board;
use crate::check::{BaseBoard, Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
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
    let reachable = |name: &str| {
        board.item(name).is_some_and(|item| !item.facts.is_draft())
            || board.items.iter().any(|item| item.facts.aliases.iter().any(|alias| alias.as_str() == name))
    };
    for was in &base.items {
        for name in was.names.iter().filter(|name| !reachable(name)) {
            let message = localized!(
                "l'indirizzo «{name}» non porta più a niente: è stampato su muri e messaggi",
                "the address `{name}` leads nowhere any more: it is printed on walls and in messages"
            );
            let hint = localized!(
                "se il file ha un nome nuovo, scrivici `alias: [{name}]`; se l'annuncio non vale più, rimetti il file con `stato: ritirato`",
                "if the file has a new name, write `alias: [{name}]` in it; if the item holds no more, put the file back with `stato: ritirato`"
            );
            match board.item(name) {
                Some(item) => findings.report_at_field(item, path![], message, hint),
                None => findings.report_in_other_file(&was.path, 0..0, message, hint),
            };
        }
    }
}
