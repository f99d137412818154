//! Reports what is wrong with the outlines of the districts.

use crate::board::{OutlinesProblem, Problem};
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "outlines-invalid",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "i contorni delle zone si leggono, e si sa di chi sono",
            "the outlines of districts can be read, and it is known whose they are",
        ),
        explanation: text(
            "Con content/territorio/zone.geojson la mappa mostra le forme vere delle zone. È un file GeoJSON con una forma (`Polygon` o `MultiPolygon`) per ogni zona di site.toml; una sua proprietà, `zona` o quella scritta in `proprieta`, dice il nome della zona. Le mappe hanno un autore e una licenza: si scrivono in site.toml sotto `[territorio.contorni]`, come `fonte` e `licenza`, e si leggono sotto la mappa. Se la licenza non è nota, la mappa non si usa.",
            "With content/territorio/zone.geojson the map shows the real shapes of the districts. It is a GeoJSON file with a shape (`Polygon` or `MultiPolygon`) for each district of site.toml; one of its properties, `zona` or the one given as `proprieta`, holds the district's name. Maps have an author and a licence: they are given in site.toml below `[territorio.contorni]`, as `fonte` and `licenza`, and shown below the map. If the licence is not known, the map is not to be used.",
        ),
        wrong: "-- content/territorio/zone.geojson --\n{\"type\": \"FeatureCollection\", \"features\": []}\n",
        right: "titolo: Corso di italiano",
        origin: "RFC 7946",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a problem of the outlines.
pub(in crate::check) fn describe(at: &Problem, problem: &OutlinesProblem) -> Diagnostic {
    let report = |message| finding(&const { CHECK.rule.brief() }, at, message);
    match problem {
        OutlinesProblem::Invalid(detail) => {
            report(localized!("non è un file GeoJSON: {detail}", "this is not GeoJSON: {detail}"))
        }
        OutlinesProblem::NoSource => report(localized!(
            "non si sa di chi è questa mappa, né con quale licenza",
            "it is not known whose map this is, nor under which licence"
        ))
        .hint(localized!(
            "scrivi in site.toml `[territorio.contorni]` con `fonte = \"…\"` e `licenza = \"…\"`; se non le sai, togli il file",
            "write in site.toml `[territorio.contorni]` with `fonte = \"…\"` and `licenza = \"…\"`; if you do not know them, remove the file"
        )),
        OutlinesProblem::Unnamed { property } => report(localized!(
            "una forma non ha la proprietà `{property}` con il nome della zona",
            "a shape lacks the property `{property}` with the name of its district"
        ))
        .hint(localized!(
            "se il nome sta in un'altra proprietà, scrivi quale in site.toml: `proprieta = \"…\"` sotto `[territorio.contorni]`",
            "if the name is in another property, say which in site.toml: `proprieta = \"…\"` below `[territorio.contorni]`"
        )),
        OutlinesProblem::UnknownZone(name) => {
            report(localized!("«{name}» non è fra le zone di site.toml", "`{name}` is not a district of site.toml"))
        }
        OutlinesProblem::MissingZone(name) => {
            report(localized!("manca la forma della zona «{name}»", "the shape of the district `{name}` is missing"))
        }
        OutlinesProblem::NotAnArea(name) => report(localized!(
            "la forma di «{name}» non è un'area con latitudini e longitudini",
            "the shape of `{name}` is not an area of longitudes and latitudes"
        ))
        .hint(localized!(
            "serve un `Polygon` o un `MultiPolygon` in gradi (WGS 84), con linee chiuse",
            "a `Polygon` or `MultiPolygon` in degrees (WGS 84) is needed, with closed lines"
        )),
        OutlinesProblem::NoExtent => report(localized!(
            "le forme delle zone stanno tutte su un punto o su una linea: non c'è niente da disegnare",
            "the shapes of the districts all lie on one point or on one line: there is nothing to draw"
        ))
        .hint(localized!(
            "esporta di nuovo il file con le forme intere, in gradi (WGS 84)",
            "export the file again with the whole shapes, in degrees (WGS 84)"
        )),
        OutlinesProblem::TooDetailed => report(localized!(
            "i contorni hanno troppi punti o troppe forme: non entrano in una pagina",
            "the outlines have too many points or too many shapes: they do not fit on a page"
        ))
        .hint(localized!(
            "semplificali, per esempio con mapshaper.org o con «Semplifica» di QGIS, e togli le isole più piccole",
            "simplify them, for example with mapshaper.org or with Simplify in QGIS, and leave out the smallest islands"
        )),
    }
}
