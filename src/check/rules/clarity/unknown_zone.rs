//! Districts are those of the board's territory, as `site.toml` names them.

use crate::board::Board;
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::source::{Document, Step};
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "unknown-zone",
        "le zone sono quelle del territorio",
        "districts are those of the territory",
        "site.toml, [territorio] zone",
    ),
    look: Look::Board(look),
};

fn look(board: &Board, findings: &mut Findings<'_>) {
    for item in &board.items {
        let place = item.facts.place.value();
        if let Some(zone) = place.and_then(|place| place.zone.as_deref()) {
            zone_exists(board, &item.document, zone, &[Step::Key("luogo"), Step::Key("zona")], findings);
        }
        for (index, edition) in item.facts.editions().iter().enumerate() {
            if let Some(zone) = edition.place.as_ref().and_then(|place| place.zone.as_deref()) {
                let path = [Step::Key("edizioni"), Step::Item(index), Step::Key("luogo"), Step::Key("zona")];
                zone_exists(board, &item.document, zone, &path, findings);
            }
        }
    }
    for centre in board.centres.values() {
        if let Some(zone) = centre.facts.zone.as_deref() {
            zone_exists(board, &centre.document, zone, &[Step::Key("zona")], findings);
        }
    }
}

fn zone_exists(board: &Board, document: &Document, zone: &str, path: &[Step<'_>], findings: &mut Findings<'_>) {
    let zones = &board.config.territorio.zone;
    if zones.iter().any(|known| known == zone) {
        return;
    }
    let what = board.config.territorio.nome_zona.as_deref().unwrap_or("zona");
    let all = zones.join(", ");
    findings.at(
        document,
        path,
        words!("{what} «{zone}» non esiste", "there is no {what} `{zone}`"),
        words!("scrivi uno di questi: {all}", "write one of these: {all}"),
    );
}
