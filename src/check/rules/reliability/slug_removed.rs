//! Finds published addresses that a change removes: of items renamed without an `alias`, archived ones, and of languages.

use std::collections::{BTreeMap, BTreeSet};

use crate::board::{Board, Item};
use crate::check::{BaseBoard, Check, CheckFunction, Findings};
use crate::config;
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
            "L'indirizzo di un annuncio è stampato nei codici QR e inoltrato nei messaggi. Se il file cambia nome, il nome vecchio va in `alias`. Se l'annuncio non vale più, non si cancella: `stato: ritirato` lascia una pagina con un avviso. `archiviato` toglie le pagine nelle lingue senza traduzione: serve solo per ciò che era già finito quando è entrato. Una lingua tolta da `lingue` va in `lingue_passate`. Questa regola vale solo con `bacheca check --base`.",
            "An item's address is printed in QR codes and forwarded in messages. If the file is renamed, the old name goes into `alias`. If the item holds no more, it is not deleted: `stato: ritirato` leaves a page with a notice. `archiviato` takes away the pages in languages without a translation: it is only for what was over when it came in. A language taken out of `lingue` goes into `lingue_passate`. This rule looks only with `bacheca check --base`.",
        ),
        wrong: "",
        right: "",
        origin: "W3C, «Cool URIs don't change»",
    },
    function: CheckFunction::Change(check),
};

fn check(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    check_items(board, base, findings);
    check_archived(board, base, findings);
    check_languages(board, base, findings);
}

/// Items that were published and are archived now: archived ones have pages only in languages with a translation.
fn check_archived(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    let was_open = |item: &&Item| {
        base.items.iter().any(|was| !was.facts.is_archived() && was.names.iter().any(|name| name == item.slug.as_str()))
    };
    for item in board.published().filter(|item| item.facts.is_archived()).filter(was_open) {
        let config = &board.config.bacheca;
        let lost = |code: &&String| **code != config.lingua && item.translation(code).is_none();
        let lost: Vec<&str> = config.lingue.iter().filter(lost).map(String::as_str).collect();
        if lost.is_empty() {
            continue;
        }
        let lost = lost.join(", ");
        findings.report_at_field(
            item,
            path![archiviato],
            localized!(
                "i suoi indirizzi in altre lingue ({lost}) non porterebbero più a niente: sono stampati su muri e messaggi",
                "its addresses in other languages ({lost}) would lead nowhere any more: they are printed on walls and in messages"
            ),
            localized!(
                "togli `archiviato`: un annuncio si chiude da solo quando passa la sua data; `archiviato` è per ciò che era già finito quando è entrato nella bacheca",
                "delete `archiviato`: an item closes by itself when its date has passed; `archiviato` is for what was over when it came to the board"
            ),
        );
    }
}

/// Languages that the site had and has no more.
fn check_languages(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    let config = &board.config.bacheca;
    for code in &base.languages {
        if config.lingue.contains(code) || config.lingue_passate.contains(code) {
            continue;
        }
        findings.report_in_other_file(
            config::FILE,
            0..0,
            localized!(
                "gli indirizzi in questa lingua non porterebbero più a niente: «{code}»",
                "the addresses in this language would lead nowhere any more: `{code}`"
            ),
            localized!(
                "scrivi `lingue_passate = [\"{code}\"]`: chi viene da un manifesto trova la stessa pagina in un'altra lingua",
                "write `lingue_passate = [\"{code}\"]`: whoever comes from a poster finds the same page in another language"
            ),
        );
    }
}

fn check_items(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
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
