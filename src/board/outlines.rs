//! Outlines of the districts, from a GeoJSON file of the board's own (RFC 7946).

mod geo_json;
mod outline_map;

use std::collections::BTreeMap;

use crate::config::Config;
use crate::model::Coordinates;
use crate::source::Spanned;
use geo_json::{FeatureCollection, MAX_FEATURES};

pub use outline_map::{OutlineMap, Vertex, ZoneOutline};

/// Path of the file below the board's root.
pub const OUTLINES_PATH: &str = "content/territorio/zone.geojson";

/// Longitude and latitude in degrees (WGS 84), in the order of GeoJSON.
pub type Position = [f64; 2];

/// Closed line around an area, or around a hole in it: the last position is the first again.
pub type Ring = Vec<Position>;

/// Metres of a degree of latitude.
const METRES_PER_DEGREE: f64 = 111_320.0;

/// Metres by which a point may lie outside of its district: outlines are simplified, desks stand at the edge of streets.
const TOLERANCE_METRES: f64 = 150.0;

/// Most positions of all rings. Those of Rome have 35,000.
const MAX_POSITIONS: usize = 100_000;

/// Most problems that are reported: each is looked for in the whole text.
const MAX_PROBLEMS: usize = 50;

/// Outlines of the districts.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlines {
    zones: BTreeMap<String, Vec<Ring>>,
    map: OutlineMap,
}

/// What is wrong with the file of outlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutlinesProblem {
    /// Not GeoJSON: the parser's message.
    Invalid(String),
    /// `site.toml` does not say whose the outlines are and under which licence.
    NoSource,
    /// A feature without the property that holds the name of its district.
    Unnamed {
        /// Key of the property.
        property: String,
    },
    /// A feature of something that is no district.
    UnknownZone(String),
    /// A district without an outline.
    MissingZone(String),
    /// A geometry that is no area, or an area with a line of fewer than four positions or with a position that is not on Earth.
    NotAnArea(String),
    /// The areas of all districts lie on one point or on one line.
    NoExtent,
    /// More positions than are read, or more than a page has bytes for, however coarse they are drawn.
    TooDetailed,
}

impl Outlines {
    /// Reads the outlines of the districts of a board.
    ///
    /// # Errors
    /// All that is wrong, each with its bytes in the text.
    pub fn read(text: &str, config: &Config) -> Result<Self, Vec<Spanned<OutlinesProblem>>> {
        let Some(source) = &config.territorio.outlines else {
            return Err(vec![Spanned::new(0..0, OutlinesProblem::NoSource)]);
        };
        let collection: FeatureCollection = serde_json::from_str(text).map_err(|error| {
            let line = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let at = text.floor_char_boundary(line + error.column().saturating_sub(1));
            vec![Spanned::new(at..at, OutlinesProblem::Invalid(error.to_string()))]
        })?;
        let whole = |problem| vec![Spanned::new(0..0, problem)];
        if collection.features.len() > MAX_FEATURES {
            return Err(whole(OutlinesProblem::TooDetailed));
        }
        let (mut zones, mut problems) = (BTreeMap::<String, Vec<Ring>>::new(), Vec::new());
        for feature in collection.features {
            if problems.len() >= MAX_PROBLEMS {
                break;
            }
            let Some(name) = feature.text(&source.property).map(|name| name.trim().to_owned()) else {
                problems.push(Spanned::new(0..0, OutlinesProblem::Unnamed { property: source.property.clone() }));
                continue;
            };
            let place = || {
                let quoted = format!("\"{name}\"");
                text.find(&quoted).map_or(0..0, |start| start..start + quoted.len())
            };
            let territory = &config.territorio;
            let zone = territory.zone.iter().find(|zone| **zone == name || territory.zone_label(zone) == name);
            let Some(zone) = zone else {
                problems.push(Spanned::new(place(), OutlinesProblem::UnknownZone(name)));
                continue;
            };
            match feature.into_area() {
                Some(rings) => zones.entry(zone.clone()).or_default().extend(rings),
                None => problems.push(Spanned::new(place(), OutlinesProblem::NotAnArea(name))),
            }
        }
        let missing = config.territorio.zone.iter().filter(|zone| !zones.contains_key(*zone)).take(MAX_PROBLEMS);
        if problems.is_empty() {
            problems.extend(missing.map(|zone| Spanned::new(0..0, OutlinesProblem::MissingZone(zone.clone()))));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if zones.values().flatten().map(Vec::len).sum::<usize>() > MAX_POSITIONS {
            return Err(whole(OutlinesProblem::TooDetailed));
        }
        let map = OutlineMap::draw(&zones).map_err(whole)?;
        Ok(Self { zones, map })
    }

    /// The map of the districts.
    #[must_use]
    pub fn map(&self) -> &OutlineMap {
        &self.map
    }

    /// Districts with the rings of their areas, by name.
    pub fn zones(&self) -> impl Iterator<Item = (&str, &[Ring])> {
        self.zones.iter().map(|(zone, rings)| (zone.as_str(), rings.as_slice()))
    }

    /// Whether a point lies in a district, or at most 150 metres outside; `None` if the district has no outline.
    #[must_use]
    pub fn contains(&self, zone: &str, point: Coordinates) -> Option<bool> {
        let rings = self.zones.get(zone)?;
        let at = [point.longitude, point.latitude];
        let crossings =
            rings.iter().flat_map(|ring| edges(ring)).filter(|(from, to)| is_crossed(at, *from, *to)).count();
        let is_inside = crossings % 2 == 1;
        let is_near = || {
            rings
                .iter()
                .flat_map(|ring| edges(ring))
                .any(|(from, to)| distance_metres(at, from, to) <= TOLERANCE_METRES)
        };
        Some(is_inside || is_near())
    }
}

fn edges(ring: &[Position]) -> impl Iterator<Item = (Position, Position)> {
    ring.iter().copied().zip(ring.iter().copied().skip(1))
}

/// Whether a line from a point eastwards crosses an edge.
fn is_crossed([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position) -> bool {
    (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
}

/// Distance of a point from an edge, near enough for some kilometres.
fn distance_metres([x, y]: Position, from: Position, to: Position) -> f64 {
    let shrink = y.to_radians().cos();
    let flat = |[longitude, latitude]: Position| {
        ((longitude - x) * shrink * METRES_PER_DEGREE, (latitude - y) * METRES_PER_DEGREE)
    };
    let ((x1, y1), (x2, y2)) = (flat(from), flat(to));
    let (dx, dy) = (x2 - x1, y2 - y1);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (-(x1 * dx + y1 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x1 + along * dx).hypot(y1 + along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOARD: &str =
        "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/\"\n[territorio]\nzone = [\"I\", \"II\"]\n";
    const SOURCE: &str = "[territorio.contorni]\nfonte = \"Comune di Borgo\"\nlicenza = \"CC BY 4.0\"\n";
    const SQUARE: &str =
        r#"{"type":"Polygon","coordinates":[[[12.0,42.0],[12.1,42.0],[12.1,42.1],[12.0,42.1],[12.0,42.0]]]}"#;

    fn read(config: &str, features: &str) -> Result<Outlines, Vec<OutlinesProblem>> {
        let config = Config::parse(format!("{BOARD}{config}")).unwrap();
        let text = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
        Outlines::read(&text, &config).map_err(|found| found.into_iter().map(|found| found.problem).collect())
    }

    fn feature(zone: &str, geometry: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{{"zona":"{zone}"}},"geometry":{geometry}}}"#)
    }

    #[test]
    fn each_district_has_an_area_and_the_file_a_source() {
        let both = [feature("I", SQUARE), feature("II", SQUARE)].join(",");
        assert_eq!(read("", &both), Err(vec![OutlinesProblem::NoSource]));
        assert!(read(SOURCE, &both).is_ok());
        for (features, problem) in [
            (feature("I", SQUARE), OutlinesProblem::MissingZone("II".to_owned())),
            ([both.clone(), feature("III", SQUARE)].join(","), OutlinesProblem::UnknownZone("III".to_owned())),
            (both.replace("zona", "nome"), OutlinesProblem::Unnamed { property: "zona".to_owned() }),
            (feature("I", "null"), OutlinesProblem::NotAnArea("I".to_owned())),
            (feature("I", r#"{"type":"Point","coordinates":[12.0,42.0]}"#), OutlinesProblem::NotAnArea("I".to_owned())),
            (feature("I", &SQUARE.replace("42.1", "420.1")), OutlinesProblem::NotAnArea("I".to_owned())),
        ] {
            assert_eq!(read(SOURCE, &features).unwrap_err().first(), Some(&problem), "{features}");
        }
        assert!(matches!(read(SOURCE, "{,}").unwrap_err().as_slice(), [OutlinesProblem::Invalid(_)]));
    }

    fn polygon(ring: &[Position]) -> String {
        serde_json::json!({"type": "Polygon", "coordinates": [ring]}).to_string()
    }

    fn read_both(first: &[Position], second: &[Position]) -> Result<Outlines, Vec<OutlinesProblem>> {
        read(SOURCE, &[feature("I", &polygon(first)), feature("II", &polygon(second))].join(","))
    }

    #[test]
    fn unknown_names_are_reported_up_to_a_number() {
        let unknown: Vec<String> = (0..200).map(|number| feature(&format!("zona {number}"), "null")).collect();
        let problems = read(SOURCE, &unknown.join(",")).unwrap_err();
        assert_eq!(problems.len(), MAX_PROBLEMS);
        assert!(problems.iter().all(|problem| matches!(problem, OutlinesProblem::UnknownZone(_))));
    }

    #[test]
    fn what_cannot_be_drawn_is_no_outline() {
        let on_one_line = [[12.0, 41.0], [13.0, 41.0], [12.5, 41.0], [12.0, 41.0]];
        assert_eq!(read_both(&[[12.0, 41.0]; 4], &[[12.0, 41.0]; 4]), Err(vec![OutlinesProblem::NoExtent]));
        assert_eq!(read_both(&on_one_line, &on_one_line), Err(vec![OutlinesProblem::NoExtent]));
    }

    #[test]
    fn positions_and_features_are_counted() {
        let lap = [[1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [1.0, 1.0]];
        let laps = |number| -> Ring { lap.repeat(number).into_iter().chain([lap[0]]).collect() };
        let beside = [[5.0, 0.0], [6.0, 0.0], [6.0, 1.0], [5.0, 1.0], [5.0, 0.0]];
        assert!(read_both(&laps(20_000), &beside).is_ok());
        assert_eq!(read_both(&laps(25_000), &beside), Err(vec![OutlinesProblem::TooDetailed]));
        assert_eq!(read(SOURCE, &("{},".repeat(5_999) + "{}")), Err(vec![OutlinesProblem::TooDetailed]));
        assert_eq!(read(SOURCE, &("{},".repeat(4_999) + "{}")).unwrap_err().len(), MAX_PROBLEMS);
    }

    #[test]
    fn geometry_is_read_in_any_order_with_heights_and_other_properties() {
        let high = r#"{"coordinates":[[[12,42,7.5],[12.1,42,8],[12.1,42.1,9],[12,42,7.5]]],"type":"Polygon"}"#;
        let many = format!(r#"{{"type":"MultiPolygon","coordinates":[{}]}}"#, "[[[12,42],[13,42],[13,43],[12,42]]]");
        let named = |zone: &str, geometry: &str| {
            feature(zone, geometry)
                .replace("{\"zona\"", r#"{"id":7,"tags":["a",{"b":null}],"area":1.5,"ok":true,"zona""#)
        };
        let outlines = read(SOURCE, &[named("I", high), named("II", &many)].join(",")).unwrap();
        let rings: Vec<usize> = outlines.zones().map(|(_, rings)| rings[0].len()).collect();
        assert_eq!(rings, [4, 4]);
        for wrong in ["[[[12]]]", "[12,42]", "\"x\"", "[[[[12,42],[13,42],[13,43],[12,42]]]]", "[[[12,\"x\"]]]", "[]"] {
            let geometry = format!(r#"{{"type":"Polygon","coordinates":{wrong}}}"#);
            let found = read(SOURCE, &feature("I", &geometry)).unwrap_err();
            assert_eq!(found, [OutlinesProblem::NotAnArea("I".to_owned())], "{wrong}");
        }
    }

    #[test]
    fn point_is_in_its_district_or_near_it() {
        let hole = SQUARE.replace(
            "]]]",
            "],[12.04,42.04]],[[12.04,42.04],[12.06,42.04],[12.06,42.06],[12.04,42.06],[12.04,42.04]]]",
        );
        let hole = hole.replace(",[12.04,42.04]],[[", "],[[");
        let outlines = read(SOURCE, &[feature("I", SQUARE), feature("II", &hole)].join(",")).unwrap();
        let at = |latitude, longitude| Coordinates { latitude, longitude };
        for (zone, point, inside) in [
            ("I", at(42.05, 12.05), true),
            ("II", at(42.05, 12.05), false),
            ("II", at(42.02, 12.05), true),
            ("I", at(42.2, 12.05), false),
            // A hundred metres to the north of it.
            ("I", at(42.1009, 12.05), true),
            ("I", at(42.103, 12.05), false),
        ] {
            assert_eq!(outlines.contains(zone, point), Some(inside), "{zone} {point:?}");
        }
        assert_eq!(outlines.contains("III", at(42.05, 12.05)), None);
    }
}
