//! Outlines of the districts, from a GeoJSON file of the board's own (RFC 7946).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::config::Config;
use crate::model::Coordinates;
use crate::source::Spanned;

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

/// Outlines of the districts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outlines {
    zones: BTreeMap<String, Vec<Ring>>,
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
}

#[derive(Deserialize)]
struct FeatureCollection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    geometry: Option<serde_json::Value>,
}

/// The coordinates of a position, of which a third is its height.
type Coordinate = Vec<f64>;

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Area {
    Polygon { coordinates: Vec<Vec<Coordinate>> },
    MultiPolygon { coordinates: Vec<Vec<Vec<Coordinate>>> },
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
        let (mut outlines, mut problems) = (Self::default(), Vec::new());
        for feature in collection.features {
            let named = feature.properties.as_ref().and_then(|properties| properties.get(&source.property));
            let Some(name) = named.and_then(serde_json::Value::as_str).map(str::trim) else {
                problems.push(Spanned::new(0..0, OutlinesProblem::Unnamed { property: source.property.clone() }));
                continue;
            };
            let place = || {
                let quoted = format!("\"{name}\"");
                text.find(&quoted).map_or(0..0, |start| start..start + quoted.len())
            };
            let territory = &config.territorio;
            let zone = territory.zone.iter().find(|zone| *zone == name || territory.zone_label(zone) == name);
            let Some(zone) = zone else {
                problems.push(Spanned::new(place(), OutlinesProblem::UnknownZone(name.to_owned())));
                continue;
            };
            match read_area(feature.geometry) {
                Some(rings) => outlines.zones.entry(zone.clone()).or_default().extend(rings),
                None => problems.push(Spanned::new(place(), OutlinesProblem::NotAnArea(name.to_owned()))),
            }
        }
        let missing = config.territorio.zone.iter().filter(|zone| !outlines.zones.contains_key(*zone));
        if problems.is_empty() {
            problems.extend(missing.map(|zone| Spanned::new(0..0, OutlinesProblem::MissingZone(zone.clone()))));
        }
        if problems.is_empty() { Ok(outlines) } else { Err(problems) }
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

/// Rings of an area; `None` if it is none.
fn read_area(geometry: Option<serde_json::Value>) -> Option<Vec<Ring>> {
    let polygons = match serde_json::from_value(geometry?).ok()? {
        Area::Polygon { coordinates } => vec![coordinates],
        Area::MultiPolygon { coordinates } => coordinates,
    };
    let position = |numbers: &Coordinate| match numbers.as_slice() {
        [longitude, latitude, ..] if longitude.abs() <= 180.0 && latitude.abs() <= 90.0 => {
            Some([*longitude, *latitude])
        }
        _ => None,
    };
    let ring = |coordinates: Vec<Coordinate>| {
        let ring: Ring = coordinates.iter().map(position).collect::<Option<_>>()?;
        // RFC 7946, 3.1.6: four positions or more, of which the first is the last.
        (ring.len() >= 4 && ring.first() == ring.last()).then_some(ring)
    };
    let rings: Vec<Ring> = polygons.into_iter().flatten().map(ring).collect::<Option<_>>()?;
    (!rings.is_empty()).then_some(rings)
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
