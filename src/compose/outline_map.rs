//! The map of a territory as lines: outlines of districts, projected, simplified without gaps between neighbours, and small
//! enough for a page.

mod simplify;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::board::{Outlines, Position, Ring};
use crate::model::Coordinates;
use simplify::{Topology, Vertex};

/// Units of the longer side of a map.
const SIDE: f64 = 1000.0;

/// Most bytes of the paths of a map.
const MAX_PATH_BYTES: usize = 6_000;

/// Units by which a simplified line may be off, from fine to coarse.
const TOLERANCES: [f64; 10] = [1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 9.0, 14.0, 20.0, 40.0];

/// A map in units of its own, from the north-west corner.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineMap {
    /// Width in units.
    pub width: i32,
    /// Height in units.
    pub height: i32,
    /// Districts in the order of their names.
    pub zones: Vec<ZoneOutline>,
    projection: Projection,
}

/// The outline of a district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneOutline {
    /// Name of the district.
    pub zone: String,
    /// Path data of SVG.
    pub path: String,
    /// Point for its name, inside of it where that is possible.
    pub label: Vertex,
}

/// Equirectangular projection around the middle of a territory: within a city its error is less than that of the lines.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Projection {
    west: f64,
    north: f64,
    /// Units per degree of longitude and of latitude.
    scale: [f64; 2],
}

impl Projection {
    fn new(outlines: &Outlines) -> Option<(Self, [f64; 2])> {
        let positions = || outlines.zones().flat_map(|(_, rings)| rings.iter().flatten());
        let bounds = |axis: fn(&Position) -> f64| {
            let values = positions().map(axis);
            values.fold(None, |bounds: Option<(f64, f64)>, value| {
                Some(bounds.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
            })
        };
        let ((west, east), (south, north)) = (bounds(|[x, _]| *x)?, bounds(|[_, y]| *y)?);
        let shrink = f64::midpoint(south, north).to_radians().cos();
        let (width, height) = ((east - west) * shrink, north - south);
        let unit = SIDE / width.max(height);
        unit.is_finite().then_some((Self { west, north, scale: [unit * shrink, unit] }, [width * unit, height * unit]))
    }

    fn project(self, [longitude, latitude]: Position) -> Vertex {
        let [across, down] = self.scale;
        (round((longitude - self.west) * across), round((self.north - latitude) * down))
    }
}

impl OutlineMap {
    /// Draws the outlines of districts; `None` if their areas have no extent, or cannot be drawn in 6,000 bytes.
    #[must_use]
    pub fn draw(outlines: &Outlines) -> Option<Self> {
        let (projection, [width, height]) = Projection::new(outlines)?;
        let rings: BTreeMap<&str, Vec<Vec<Vertex>>> = outlines
            .zones()
            .map(|(zone, rings)| (zone, rings.iter().map(|ring| project_ring(projection, ring)).collect()))
            .collect();
        let topology = Topology::new(rings.values().flatten().map(Vec::as_slice));
        let draw = |tolerance: f64| {
            let zones = rings.iter().map(|(zone, rings)| draw_zone(&topology, zone, rings, tolerance));
            let zones: Vec<ZoneOutline> = zones.collect();
            (zones.iter().map(|zone| zone.path.len()).sum::<usize>() <= MAX_PATH_BYTES).then_some(zones)
        };
        let zones = TOLERANCES.into_iter().find_map(draw)?;
        Some(Self { width: round(width), height: round(height), zones, projection })
    }

    /// Point of the map for coordinates; `None` if they are outside of it.
    #[must_use]
    pub fn locate(&self, at: Coordinates) -> Option<Vertex> {
        let (x, y) = self.projection.project([at.longitude, at.latitude]);
        ((0..=self.width).contains(&x) && (0..=self.height).contains(&y)).then_some((x, y))
    }
}

/// Projects a ring, without vertices that fall together.
fn project_ring(projection: Projection, ring: &Ring) -> Vec<Vertex> {
    let mut vertices: Vec<Vertex> = ring.iter().map(|position| projection.project(*position)).collect();
    vertices.dedup();
    vertices
}

fn draw_zone(topology: &Topology, zone: &str, rings: &[Vec<Vertex>], tolerance: f64) -> ZoneOutline {
    let simplified: Vec<Vec<Vertex>> = rings.iter().map(|ring| topology.simplify(ring, tolerance)).collect();
    let largest = simplified.iter().max_by_key(|ring| twice_area(ring).abs());
    let label = largest.map_or((0, 0), |ring| label_point(ring));
    // Of what is too small to be seen nothing is left but the largest.
    let minimum = round(tolerance * tolerance);
    let is_shown = |ring: &&Vec<Vertex>| {
        ring.len() > 3 && i64::from(minimum) <= twice_area(ring).abs()
            || largest.is_some_and(|largest| std::ptr::eq(*ring, largest))
    };
    let mut path = String::new();
    for ring in simplified.iter().filter(is_shown) {
        write_ring(ring, &mut path);
    }
    ZoneOutline { zone: zone.to_owned(), path, label }
}

/// Writes a closed ring as path data with relative steps: «M10 20l5 0 0 5z».
fn write_ring(ring: &[Vertex], path: &mut String) {
    let Some((first, rest)) = ring.split_first() else { return };
    let (mut x, mut y) = *first;
    // Writing to a string does not fail.
    let _ = write!(path, "M{x} {y}l");
    let steps = rest.split_last().map_or(rest, |(_, steps)| steps);
    for (index, (next_x, next_y)) in steps.iter().enumerate() {
        let (dx, dy) = (next_x - x, next_y - y);
        let gap = if index > 0 && dx >= 0 { " " } else { "" };
        let between = if dy >= 0 { " " } else { "" };
        let _ = write!(path, "{gap}{dx}{between}{dy}");
        (x, y) = (*next_x, *next_y);
    }
    path.push('z');
}

/// Twice the area of a closed ring, negative if it turns left on a map whose y axis points down.
fn twice_area(ring: &[Vertex]) -> i64 {
    let edges = ring.iter().zip(ring.iter().skip(1));
    edges.map(|((x1, y1), (x2, y2))| i64::from(*x1) * i64::from(*y2) - i64::from(*x2) * i64::from(*y1)).sum()
}

/// A point inside of a ring, in the middle of its widest part at half its height.
fn label_point(ring: &[Vertex]) -> Vertex {
    let ys = || ring.iter().map(|(_, y)| *y);
    let (Some(top), Some(bottom)) = (ys().min(), ys().max()) else { return (0, 0) };
    // Half a unit beside the vertices, so that none lies on the line.
    let middle = f64::from(top + bottom) / 2.0 + 0.25;
    let crosses = |((x1, y1), (x2, y2)): (&Vertex, &Vertex)| {
        let (y1, y2) = (f64::from(*y1), f64::from(*y2));
        let (x1, x2) = (f64::from(*x1), f64::from(*x2));
        ((y1 > middle) != (y2 > middle)).then(|| (x2 - x1) * (middle - y1) / (y2 - y1) + x1)
    };
    let mut crossings: Vec<f64> = ring.iter().zip(ring.iter().skip(1)).filter_map(crosses).collect();
    crossings.sort_by(f64::total_cmp);
    let spans = crossings.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
    let widest = spans.max_by(|(a, b), (c, d)| (b - a).total_cmp(&(d - c)));
    let left = || ring.iter().map(|(x, _)| *x).min().unwrap_or(0);
    (widest.map_or_else(left, |(from, to)| round(f64::midpoint(from, to))), round(middle))
}

#[expect(clippy::cast_possible_truncation, reason = "units of a map are between 0 and its side")]
fn round(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::config::Config;

    /// Two districts whose common border winds, one of them with a hole that is the other's island.
    fn outlines() -> Outlines {
        let border: Vec<Position> =
            (0..=400).map(f64::from).map(|step| [12.5 + (step / 7.0).sin() / 60.0, 41.8 + step / 2000.0]).collect();
        let back = || border.iter().rev().copied();
        let west: Ring =
            [[12.3, 41.8]].into_iter().chain(border.iter().copied()).chain([[12.3, 42.0], [12.3, 41.8]]).collect();
        let east: Ring = [[12.8, 42.0]].into_iter().chain(back()).chain([[12.8, 41.8], [12.8, 42.0]]).collect();
        let around = |turn: f64| -> Ring {
            let angles = (0..=90).map(|step| f64::from(step % 90) * 4.0_f64.to_radians() * turn);
            angles.map(|angle| [12.65 + angle.cos() / 30.0, 41.9 + angle.sin() / 40.0]).collect()
        };
        let area = |rings: &[Ring]| serde_json::json!({"type": "Polygon", "coordinates": rings});
        let features =
            [("Est", area(&[east, around(1.0)])), ("Isola", area(&[around(-1.0)])), ("Ovest", area(&[west]))];
        let features = features.map(|(zone, geometry)| {
            serde_json::json!({"type": "Feature", "properties": {"zona": zone}, "geometry": geometry})
        });
        let text = serde_json::json!({"type": "FeatureCollection", "features": features}).to_string();
        let board = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/\"\n[territorio]\nzone = [\"Est\", \"Isola\", \"Ovest\"]\n[territorio.contorni]\nfonte = \"prova\"\nlicenza = \"CC0\"\n";
        Outlines::read(&text, &Config::parse(board.to_owned()).unwrap()).unwrap()
    }

    /// Edges of path data, each from the smaller vertex to the larger, with how often they are drawn.
    fn edges(map: &OutlineMap) -> BTreeMap<(Vertex, Vertex), usize> {
        let mut edges = BTreeMap::new();
        for ring in map.zones.iter().flat_map(|zone| zone.path.split_terminator('z')) {
            let (start, steps) = ring.strip_prefix('M').unwrap().split_once('l').unwrap();
            let numbers = |text: &str| -> Vec<i32> {
                let spaced = text.replace('-', " -");
                spaced.split_whitespace().map(|number| number.parse().unwrap()).collect()
            };
            let start = numbers(start);
            let mut vertices = vec![(start[0], start[1])];
            for step in numbers(steps).chunks(2) {
                let (x, y) = *vertices.last().unwrap();
                vertices.push((x + step[0], y + step[1]));
            }
            vertices.push(vertices[0]);
            for pair in vertices.windows(2) {
                *edges.entry((pair[0].min(pair[1]), pair[0].max(pair[1]))).or_insert(0) += 1;
            }
        }
        edges
    }

    #[test]
    fn simplified_neighbours_have_the_same_border() {
        let map = OutlineMap::draw(&outlines()).unwrap();
        assert_eq!(map.width, 1000);
        assert!(map.zones.iter().map(|zone| zone.path.len()).sum::<usize>() <= MAX_PATH_BYTES);
        // What is drawn once is on the rim, which has six corners and so six edges.
        let edges = edges(&map);
        assert!(edges.len() < 200, "{} edges of 600 are left", edges.len());
        let rim: Vec<_> = edges.iter().filter(|(_, times)| **times == 1).collect();
        assert_eq!(rim.len(), 6, "{rim:?}");
        assert!(edges.values().all(|times| *times <= 2));
    }

    #[test]
    fn coarse_lines_leave_no_gap_and_no_district_out() {
        let outlines = outlines();
        let (projection, _) = Projection::new(&outlines).unwrap();
        let rings: Vec<(&str, Vec<Vec<Vertex>>)> = outlines
            .zones()
            .map(|(zone, rings)| (zone, rings.iter().map(|ring| project_ring(projection, ring)).collect()))
            .collect();
        let topology = Topology::new(rings.iter().flat_map(|(_, rings)| rings).map(Vec::as_slice));
        for tolerance in [5.0, 40.0, 400.0] {
            let zones = rings.iter().map(|(zone, rings)| draw_zone(&topology, zone, rings, tolerance)).collect();
            let map = OutlineMap { width: 1000, height: 1000, zones, projection };
            assert!(map.zones.iter().all(|zone| zone.path.len() > 10), "{:?}", map.zones);
            let rim = edges(&map).values().filter(|times| **times == 1).count();
            assert!(rim == 6 || tolerance > 100.0, "{rim} edges on the rim at {tolerance}");
        }
    }

    #[test]
    fn names_and_desks_are_put_where_they_belong() {
        let outlines = outlines();
        let map = OutlineMap::draw(&outlines).unwrap();
        let (x, y) = map.locate(Coordinates { latitude: 41.9, longitude: 12.65 }).unwrap();
        assert!((695..=705).contains(&x) && (y - map.height / 2).abs() <= 1, "{x} {y}");
        assert_eq!(map.locate(Coordinates { latitude: 45.0, longitude: 12.65 }), None);
        let label = |zone: &str| map.zones.iter().find(|other| other.zone == zone).unwrap().label;
        assert!(label("Ovest").0 < 430 && label("Est").0 > 430, "{:?} {:?}", label("Ovest"), label("Est"));
    }
}
