//! The map of a territory as lines: outlines of districts, projected, simplified without gaps between neighbours, and small
//! enough for a page.

mod simplify;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{OutlinesProblem, Position, Ring};
use crate::model::Coordinates;
use simplify::{Topology, split_loops};

pub use simplify::Vertex;

/// Units of the longer side of a map.
const SIDE: f64 = 1000.0;

/// Most bytes of the paths of a map.
const MAX_PATH_BYTES: usize = 6_000;

/// Units by which a simplified line may be off, from fine to coarse.
const TOLERANCES: [f64; 10] = [1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 9.0, 14.0, 20.0, 40.0];

/// Units between the vertices of a line, from fine to coarse: on a coarse grid more of them fall together.
const GRIDS: [i32; 3] = [1, 2, 4];

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
    /// The projection, and width and height of the map; `None` if there is nothing between west and east or between
    /// south and north.
    fn new(zones: &BTreeMap<String, Vec<Ring>>) -> Option<(Self, [i32; 2])> {
        let positions = || zones.values().flatten().flatten();
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
        if !unit.is_finite() {
            return None;
        }
        let size = [round(width * unit), round(height * unit)];
        size.iter().all(|side| *side > 0).then_some((Self { west, north, scale: [unit * shrink, unit] }, size))
    }

    fn project(self, [longitude, latitude]: Position) -> Vertex {
        let [across, down] = self.scale;
        (round((longitude - self.west) * across), round((self.north - latitude) * down))
    }
}

impl OutlineMap {
    /// Draws the outlines of districts.
    ///
    /// # Errors
    /// Areas that have no extent, or that cannot be drawn in 6,000 bytes.
    pub(super) fn draw(zones: &BTreeMap<String, Vec<Ring>>) -> Result<Self, OutlinesProblem> {
        let (projection, [width, height]) = Projection::new(zones).ok_or(OutlinesProblem::NoExtent)?;
        let drawn = GRIDS.into_iter().find_map(|grid| {
            let loops = project_zones(projection, [width, height], zones, grid);
            let draw = |tolerance: &f64| {
                let drawn = draw_zones(&loops, *tolerance);
                (drawn.iter().map(|zone| zone.path.len()).sum::<usize>() <= MAX_PATH_BYTES).then_some(drawn)
            };
            // Coarser lines are shorter, so a few attempts find the finest that fit; where the coarsest do not, none do.
            draw(TOLERANCES.last()?)?;
            let finest = TOLERANCES.partition_point(|tolerance| draw(tolerance).is_none());
            draw(TOLERANCES.get(finest)?)
        });
        let zones = drawn.ok_or(OutlinesProblem::TooDetailed)?;
        Ok(Self { width, height, zones, projection })
    }

    /// Point of the map for coordinates; `None` if they are outside of it.
    #[must_use]
    pub fn locate(&self, at: Coordinates) -> Option<Vertex> {
        let (x, y) = self.projection.project([at.longitude, at.latitude]);
        ((0..=self.width).contains(&x) && (0..=self.height).contains(&y)).then_some((x, y))
    }
}

/// Districts with the loops of their rings on a map.
type Loops<'z> = Vec<(&'z str, Vec<Vec<Vertex>>)>;

/// Projects the rings of districts to a grid, as loops without vertices that fall together.
fn project_zones(
    projection: Projection,
    [width, height]: [i32; 2],
    zones: &BTreeMap<String, Vec<Ring>>,
    grid: i32,
) -> Loops<'_> {
    let snap = |value: i32, side: i32| ((value + grid / 2) / grid * grid).min(side);
    let project = |position: &Position| {
        let (x, y) = projection.project(*position);
        (snap(x, width), snap(y, height))
    };
    let project_ring = |ring: &Ring| {
        let mut vertices: Vec<Vertex> = ring.iter().map(project).collect();
        vertices.dedup();
        vertices
    };
    let areas: Vec<Vec<Vec<Vertex>>> = zones.values().map(|rings| rings.iter().map(project_ring).collect()).collect();
    // Of a district that is smaller than a unit a dot is left.
    let dot = |rings: &[Vec<Vertex>]| {
        let first = rings.iter().flatten().next();
        first.map(|(x, y)| vec![(*x, *y), (x + 1, *y), (*x, y + 1), (*x, *y)]).into_iter().collect()
    };
    let loops = split_loops(&areas).into_iter().zip(&areas);
    let loops = loops.map(|(loops, rings)| if loops.is_empty() { dot(rings) } else { loops });
    zones.keys().map(String::as_str).zip(loops).collect()
}

/// Draws districts, without what is too small to be seen; of each the largest loop stays.
fn draw_zones(loops: &[(&str, Vec<Vec<Vertex>>)], tolerance: f64) -> Vec<ZoneOutline> {
    let visible: Loops<'_> =
        loops.iter().map(|(zone, loops)| (*zone, keep_visible(loops.clone(), tolerance))).collect();
    // What is left out joins no lines: nodes are those of the rest.
    let topology = Topology::new(visible.iter().flat_map(|(_, loops)| loops).map(Vec::as_slice));
    visible.iter().map(|(zone, loops)| draw_zone(&topology, zone, loops, tolerance)).collect()
}

fn draw_zone(topology: &Topology, zone: &str, loops: &[Vec<Vertex>], tolerance: f64) -> ZoneOutline {
    let simplified = loops.iter().map(|ring| topology.simplify(ring, tolerance)).collect();
    let shown = keep_visible(simplified, tolerance);
    let label = largest(&shown).and_then(|index| shown.get(index)).map_or((0, 0), |ring| label_point(ring));
    let mut path = String::new();
    for ring in &shown {
        write_ring(ring, &mut path);
    }
    ZoneOutline { zone: zone.to_owned(), path, label }
}

/// Leaves out loops that are too small to be seen, except the largest.
fn keep_visible(loops: Vec<Vec<Vertex>>, tolerance: f64) -> Vec<Vec<Vertex>> {
    let minimum = i64::from(round(tolerance * tolerance));
    let largest = largest(&loops);
    let is_shown =
        |index: usize, ring: &[Vertex]| Some(index) == largest || ring.len() > 3 && minimum <= twice_area(ring).abs();
    loops.into_iter().enumerate().filter(|(index, ring)| is_shown(*index, ring)).map(|(_, ring)| ring).collect()
}

/// Index of the loop with the largest area.
fn largest(loops: &[Vec<Vertex>]) -> Option<usize> {
    loops.iter().enumerate().max_by_key(|(_, ring)| twice_area(ring).abs()).map(|(index, _)| index)
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

    use super::super::Outlines;
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
        let map = outlines().map;
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
        let (projection, size) = Projection::new(&outlines.zones).unwrap();
        let loops = project_zones(projection, size, &outlines.zones, 1);
        for tolerance in [5.0, 40.0, 400.0] {
            let zones = draw_zones(&loops, tolerance);
            let map = OutlineMap { width: 1000, height: 1000, zones, projection };
            assert!(map.zones.iter().all(|zone| zone.path.len() > 10), "{:?}", map.zones);
            let rim = edges(&map).values().filter(|times| **times == 1).count();
            assert!(rim == 6 || tolerance > 100.0, "{rim} edges on the rim at {tolerance}");
        }
    }

    #[test]
    fn names_and_desks_are_put_where_they_belong() {
        let outlines = outlines();
        let map = outlines.map;
        let (x, y) = map.locate(Coordinates { latitude: 41.9, longitude: 12.65 }).unwrap();
        assert!((695..=705).contains(&x) && (y - map.height / 2).abs() <= 1, "{x} {y}");
        assert_eq!(map.locate(Coordinates { latitude: 45.0, longitude: 12.65 }), None);
        let label = |zone: &str| map.zones.iter().find(|other| other.zone == zone).unwrap().label;
        assert!(label("Ovest").0 < 430 && label("Est").0 > 430, "{:?} {:?}", label("Ovest"), label("Est"));
    }

    /// Zones of one ring each.
    fn zones(rings: &[Ring]) -> BTreeMap<String, Vec<Ring>> {
        (1..).zip(rings).map(|(number, ring): (usize, _)| (number.to_string(), vec![ring.clone()])).collect()
    }

    #[test]
    fn laps_and_spikes_are_drawn_once() {
        let lap = [[1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [1.0, 1.0]];
        let once: Ring = lap.into_iter().chain([lap[0]]).collect();
        let laps: Ring = lap.repeat(20_000).into_iter().chain([lap[0]]).collect();
        let spike: Ring = [lap[0], lap[1], [4.0, 0.5], lap[1], lap[2], lap[3], lap[0]].to_vec();
        let beside: Ring = [[5.0, 0.0], [6.0, 0.0], [6.0, 1.0], [5.0, 1.0], [5.0, 0.0]].to_vec();
        let path =
            |ring: &Ring| OutlineMap::draw(&zones(&[ring.clone(), beside.clone()])).unwrap().zones[0].path.clone();
        assert_eq!(path(&laps), path(&once));
        assert_eq!(path(&spike), path(&once));
    }

    #[test]
    fn border_as_rough_as_a_fjord_is_drawn_without_gaps() {
        // A border of 20,000 positions that shakes by a hundredth of the map, and folds onto itself when rounded.
        let mut random = fastrand::Rng::with_seed(7);
        let border: Vec<Position> =
            (0..=20_000).map(|step| [12.5 + (random.f64() - 0.5) / 50.0, 41.0 + f64::from(step) / 20_000.0]).collect();
        let south_west: Position = [12.0, 41.0];
        let west: Ring =
            [south_west].into_iter().chain(border.iter().copied()).chain([[12.0, 42.0], south_west]).collect();
        let east: Ring = [[13.0, 42.0]]
            .into_iter()
            .chain(border.iter().rev().copied())
            .chain([[13.0, 41.0], [13.0, 42.0]])
            .collect();
        let map = OutlineMap::draw(&zones(&[west, east])).unwrap();
        let edges = edges(&map);
        assert_eq!(edges.values().filter(|times| **times == 1).count(), 6);
        assert!(edges.values().all(|times| *times <= 2));
    }

    #[test]
    fn more_districts_than_bytes_are_too_many() {
        let square = |number: u32| -> Ring {
            let (x, y) = (f64::from(number % 20), f64::from(number / 20));
            [[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0], [x, y]].to_vec()
        };
        let squares = |number| -> Vec<Ring> { (0..number).map(square).collect() };
        assert!(OutlineMap::draw(&zones(&squares(100))).is_ok());
        assert_eq!(OutlineMap::draw(&zones(&squares(400))), Err(OutlinesProblem::TooDetailed));
    }

    #[test]
    fn district_smaller_than_a_unit_is_a_dot() {
        let large: Ring = [[5.0, 0.0], [6.0, 0.0], [6.0, 1.0], [5.0, 1.0], [5.0, 0.0]].to_vec();
        let small: Ring = [[5.5, 0.5], [5.500_001, 0.5], [5.5, 0.500_001], [5.5, 0.5]].to_vec();
        let map = OutlineMap::draw(&zones(&[large, small])).unwrap();
        assert_eq!(map.zones[1].path, "M500 500l1 0-1 1z");
    }
}
