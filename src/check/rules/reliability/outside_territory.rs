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
    /// First two digits of postcodes and their regions.
    POSTCODES = "postcodes";
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

/// The postcode of a place, in its field or its address, and the region whose it is.
fn postcode_of(place: &Place) -> Option<(&str, &'static str)> {
    let is_postcode = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let in_address = || place.address.as_deref()?.split([' ', ',']).find(is_postcode);
    let postcode = place.postcode.as_deref().filter(is_postcode).or_else(in_address)?;
    let begins = |entry: &&crate::check::Entry| entry.forms.iter().any(|form| postcode.starts_with(form));
    let entry = POSTCODES.entries().iter().find(begins)?;
    Some((postcode, entry.column(0)))
}

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let Some(board_region) = board.config.territorio.regione.as_deref() else { return };
    if facts.is_archived() || facts.attendance.value() == Some(&Attendance::Online) {
        return;
    }
    for (index, place) in facts.places().iter().enumerate() {
        let is_own_town =
            town_of(place).and_then(|town| REGIONS.get(town)).is_none_or(|region| *region == board_region);
        let Some((postcode, region)) = postcode_of(place).filter(|(_, region)| is_own_town && *region != board_region)
        else {
            continue;
        };
        findings
            .report_at_field(
                item,
                path![luogo[index]],
                localized!(
                    "il CAP {postcode} è di {region}, non di {board_region}",
                    "the postcode {postcode} is of {region}, not of {board_region}"
                ),
                localized!(
                    "controlla il CAP, e se anche la via è di un'altra città",
                    "look at the postcode, and whether the street is of another town too"
                ),
            )
            .ask(localized!(
                "Il CAP {postcode} è di {region}: dov'è il posto?",
                "The postcode {postcode} is of {region}: where is the place?"
            ));
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
