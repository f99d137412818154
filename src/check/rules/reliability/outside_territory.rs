//! Finds opportunities in another region than the board's territory.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Attendance, Place};
use crate::path;

word_lists! { "outside_territory.txt":
    /// Capitals of provinces and their regions.
    TOWNS = "towns";
}

/// Region by name of town or region.
static REGIONS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let regions = TOWNS.entries().iter().flat_map(|entry| {
        let region = entry.column(0);
        entry.forms.iter().map(move |town| (*town, region)).chain([(region, region)])
    });
    regions.collect()
});

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "outside-territory",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("l'annuncio riguarda il territorio della bacheca", "the item concerns the board's territory"),
        explanation: text(
            "Chi legge abita qui. Un'attività in un'altra regione serve a pochi: se la pubblichi, il titolo dica la città.",
            "Readers live here. Something in another region helps few: if it is published, let the title name the town.",
        ),
        wrong: "luogo: {indirizzo: via Dante 1, citta: Milano}",
        right: "titolo: Corso di italiano a Milano\nluogo: {indirizzo: via Dante 1, citta: Milano}",
        origin: "linee guida del canale, paragrafo 5",
    },
    function: CheckFunction::Item(check),
};

/// The town of a place: its own, or the end of its address («via Roma 1, Salerno»).
fn town_of(place: &Place) -> Option<&str> {
    let last = || place.address.as_deref()?.rsplit(',').next().map(str::trim);
    place.town.as_deref().or_else(last)
}

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let Some(board_region) = board.config.territorio.regione.as_deref() else { return };
    if facts.is_archived() || facts.attendance.value() == Some(&Attendance::Online) {
        return;
    }
    let places = facts.places().iter().enumerate();
    let places = places.filter_map(|(index, place)| Some((town_of(place)?, path![luogo[index].citta])));
    let territory = facts.territory.as_deref().map(|territory| (territory, path![territorio.citta]));
    for (town, path) in places.chain(territory) {
        let Some(region) = REGIONS.get(town).filter(|region| **region != board_region) else { continue };
        if item.title().contains(town) {
            continue;
        }
        let region = if *region == town { (*region).to_owned() } else { format!("{town} ({region})") };
        findings.report_at_field(
            item,
            path,
            localized!(
                "{region} è fuori dal territorio della bacheca ({board_region})",
                "{region} is outside the board's territory ({board_region})"
            ),
            localized!(
                "se serve lo stesso a chi legge, metti la città nel titolo",
                "if it helps readers all the same, put the town in the title"
            ),
        );
    }
}
