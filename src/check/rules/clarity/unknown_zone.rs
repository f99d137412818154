//! Finds districts that are not listed for the territory in `site.toml`.

use crate::board::{Board, Item, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::FieldPath;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-zone",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("le zone sono quelle del territorio", "districts are those of the territory"),
        explanation: text(
            "Le zone del territorio sono elencate in site.toml, con i loro nomi: così si può cercare che cosa c'è vicino a casa.",
            "The districts of the territory are listed in site.toml under their names: so that readers can search nearby.",
        ),
        wrong: "luogo: {indirizzo: via Roma 1, zona: XX}",
        right: "luogo: {indirizzo: via Roma 1, zona: II}",
        origin: "site.toml, [territorio] zone",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for item in &board.items {
        check_free_text(board, item, findings);
        for (index, place) in item.facts.places().iter().enumerate() {
            if let Some(zone) = place.zone.as_deref() {
                check_zone(board, item, zone, path![luogo[index].zona], findings);
            }
        }
        for (index, edition) in item.facts.editions().iter().enumerate() {
            if let Some(zone) = edition.place.as_ref().and_then(|place| place.zone.as_deref()) {
                check_zone(board, item, zone, path![edizioni[index].luogo.zona], findings);
            }
        }
    }
    for centre in board.contact_points.values() {
        if let Some(zone) = centre.facts.zone.as_deref() {
            check_zone(board, centre, zone, path![zona], findings);
        }
    }
}

fn check_zone(board: &Board, file: &dyn Located, zone: &str, path: FieldPath, findings: &mut Findings<'_>) {
    let zones = &board.config.territorio.zone;
    if zones.iter().any(|known| known == zone) {
        return;
    }
    let what = board.config.territorio.nome_zona.as_deref().unwrap_or("zona");
    let all = zones.join(", ");
    let suggestion = suggest_zone(zone, what).filter(|suggestion| zones.contains(suggestion));
    let hint = match &suggestion {
        Some(suggestion) => localized!("scrivi `zona: {suggestion}`", "write `zona: {suggestion}`"),
        None => localized!("scrivi uno di questi: {all}", "write one of these: {all}"),
    };
    let message = localized!("{what} «{zone}» non esiste", "there is no {what} `{zone}`");
    findings
        .report_at_field(file, path, message, hint)
        .ask(localized!("In quale {what} si trova?", "Which {what} is it in?"));
}

/// Suggests the listed name for `1`, `Municipio V` or `v`; other names in capitals.
fn suggest_zone(zone: &str, what: &str) -> Option<String> {
    let name = zone.trim().to_lowercase();
    let name = name.as_str();
    let name = name.strip_prefix(&what.to_lowercase()).unwrap_or(name).trim().trim_end_matches(['°', 'º', '^']).trim();
    match name.parse::<usize>().ok().or_else(|| parse_ordinal(name)) {
        Some(number) => to_roman(number),
        None => Some(name.to_uppercase()),
    }
}

/// The value of an Italian ordinal («quinto», «undicesima») up to 20.
fn parse_ordinal(word: &str) -> Option<usize> {
    const ORDINALS: [&str; 20] = [
        "prim",
        "second",
        "terz",
        "quart",
        "quint",
        "sest",
        "settim",
        "ottav",
        "non",
        "decim",
        "undicesim",
        "dodicesim",
        "tredicesim",
        "quattordicesim",
        "quindicesim",
        "sedicesim",
        "diciassettesim",
        "diciottesim",
        "diciannovesim",
        "ventesim",
    ];
    let stem = word.strip_suffix(['o', 'a'])?;
    ORDINALS.iter().position(|ordinal| *ordinal == stem).map(|at| at + 1)
}

/// A number from 1 to 39 as a roman numeral.
fn to_roman(number: usize) -> Option<String> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let units = UNITS.get(number % 10)?;
    (1..40).contains(&number).then(|| "X".repeat(number / 10) + units)
}

/// Checks districts such as «Municipio XVII» in free text fields.
fn check_free_text(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(what) = board.config.territorio.nome_zona.as_deref() else { return };
    for (field, words) in [(path![territori], &item.facts.territories), (path![partner], &item.facts.partners)] {
        for (index, word) in words.iter().enumerate() {
            let Some(zone) = word.strip_prefix(what).map(str::trim) else { continue };
            // «Municipio Roma V» is a name, while «Municipio 11» means XI of the list.
            let digits = zone.trim_end_matches(['°', 'º']);
            let is_numeral = !zone.is_empty() && zone.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
                || !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            if is_numeral {
                check_zone(board, item, zone, field.item(index), findings);
            }
        }
    }
}
