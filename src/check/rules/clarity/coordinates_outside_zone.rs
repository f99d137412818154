//! Finds coordinates that lie outside of the district that is given with them.

use crate::board::{Board, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Coordinates, FieldPath, Place};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "coordinates-outside-zone",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le coordinate sono dentro la zona", "coordinates lie within the district"),
        explanation: text(
            "La mappa porta chi legge dove dicono le coordinate: se sono di un'altra zona, una delle due è sbagliata, e qualcuno va nel posto sbagliato. Si controlla solo se la bacheca ha i contorni delle zone (content/territorio/zone.geojson), con 150 metri di tolleranza. Spesso latitudine e longitudine sono scambiate: prima viene la latitudine, che a Roma comincia con 41.",
            "The map leads readers to where the coordinates say: if they are in another district, one of the two is wrong, and somebody goes to the wrong place. Checked only if the board has the outlines of the districts (content/territorio/zone.geojson), with a tolerance of 150 metres. Latitude and longitude are often swapped: the latitude comes first, in Rome it begins with 41.",
        ),
        wrong: concat!(
            "luogo: {indirizzo: via Roma 1, zona: I, coordinate: [42.5, 12.05]}\n-- site.toml --\n[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/\"\n[territorio]\ncitta = \"Borgo\"\nzone = [\"I\", \"II\"]\n[territorio.contorni]\nfonte = \"Comune di Borgo\"\nlicenza = \"CC0\"\n",
            "-- content/territorio/zone.geojson --\n{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"zona\": \"I\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[12.0, 42.0], [12.1, 42.0], [12.1, 42.1], [12.0, 42.1], [12.0, 42.0]]]}}, {\"type\": \"Feature\", \"properties\": {\"zona\": \"II\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[12.1, 42.0], [12.2, 42.0], [12.2, 42.1], [12.1, 42.1], [12.1, 42.0]]]}}]}\n",
        ),
        right: "luogo: {indirizzo: via Roma 1, zona: I}",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    if board.outlines.is_none() {
        return;
    }
    for item in &board.items {
        for (index, place) in item.facts.places().iter().enumerate() {
            check_place(board, item, place, path![luogo[index].coordinate], findings);
        }
        for (index, edition) in item.facts.editions().iter().enumerate() {
            if let Some(place) = &edition.place {
                check_place(board, item, place, path![edizioni[index].luogo.coordinate], findings);
            }
        }
    }
    for contact_point in board.contact_points.values() {
        let (zone, at) = (contact_point.facts.zone.as_deref(), contact_point.facts.coordinates);
        check_point(board, contact_point, zone, at, path![coordinate], findings);
    }
}

fn check_place(board: &Board, file: &dyn Located, place: &Place, path: FieldPath, findings: &mut Findings<'_>) {
    check_point(board, file, place.zone.as_deref(), place.coordinates, path, findings);
}

fn check_point(
    board: &Board,
    file: &dyn Located,
    zone: Option<&str>,
    at: Option<Coordinates>,
    path: FieldPath,
    findings: &mut Findings<'_>,
) {
    let (Some(outlines), Some(zone), Some(at)) = (&board.outlines, zone, at) else { return };
    if outlines.contains(zone, at) != Some(false) {
        return;
    }
    let label = board.config.territorio.zone_label(zone);
    let Coordinates { latitude, longitude } = at;
    let swapped = Coordinates { latitude: longitude, longitude: latitude };
    let found = outlines.zones().find(|(other, _)| outlines.contains(other, at) == Some(true));
    let hint = if outlines.contains(zone, swapped) == Some(true) {
        localized!(
            "prima la latitudine: `coordinate: [{longitude}, {latitude}]`",
            "the latitude comes first: `coordinate: [{longitude}, {latitude}]`"
        )
    } else if let Some((other, _)) = found {
        let other = board.config.territorio.zone_label(other);
        localized!(
            "sono in {other}: guarda quale delle due è giusta",
            "they are in {other}: see which of the two is right"
        )
    } else {
        localized!(
            "sono fuori dal territorio: guarda sulla mappa",
            "they are outside of the territory: look at the map"
        )
    };
    findings
        .report_at_field(
            file,
            path,
            localized!("le coordinate non sono in {label}", "the coordinates are not in {label}"),
            hint,
        )
        .ask(localized!("È in {label}? In quale punto della mappa?", "Is it in {label}? At which point of the map?"));
}
