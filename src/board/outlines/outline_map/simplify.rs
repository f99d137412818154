//! Simplification of areas that touch: a line between two of them is simplified once, so that no gap opens.

use std::collections::{BTreeMap, BTreeSet};

/// A point of a map in whole units: across and down.
pub type Vertex = (i32, i32);

/// Most distances computed for a line, for each of its vertices. Lines that wind take about twenty.
const MAX_DISTANCES: usize = 64;

/// Of a line that takes more than that, the rest keeps one vertex in so many.
const UNMEASURED_STEP: usize = 16;

/// Splits the closed rings of areas where they return to a vertex, into loops: of each area its own. A line there and back
/// is no loop; of loops around the same vertices one is left. A line between two areas is split alike for both.
pub(super) fn split_loops(areas: &[Vec<Vec<Vertex>>]) -> Vec<Vec<Vec<Vertex>>> {
    let junctions = find_junctions(areas);
    let split_area = |rings: &Vec<Vec<Vertex>>| {
        let (mut loops, mut known) = (Vec::new(), BTreeSet::new());
        for ring in rings {
            let mut rest: Vec<Vertex> = Vec::new();
            for arc in cut(ring, &junctions) {
                let reversed: Vec<Vertex> = arc.iter().rev().copied().collect();
                let is_forward = arc <= reversed;
                let mut chain = split_line(if is_forward { &arc } else { &reversed }, &mut loops);
                if !is_forward {
                    chain.reverse();
                }
                rest.extend(chain);
            }
            rest.dedup();
            loops.push(rest);
        }
        loops.retain(|ring| ring.len() > 3 && known.insert(in_one_order(ring)));
        loops
    };
    areas.iter().map(split_area).collect()
}

/// Vertices at which edges of different areas, or of several, meet: there the lines between areas begin and end.
fn find_junctions(areas: &[Vec<Vec<Vertex>>]) -> BTreeSet<Vertex> {
    let mut edges: Vec<(Vertex, Vertex, usize)> = Vec::new();
    for (area, ring) in areas.iter().enumerate().flat_map(|(area, rings)| rings.iter().map(move |ring| (area, ring))) {
        let pairs = ring.iter().zip(ring.iter().skip(1)).filter(|(from, to)| from != to);
        edges.extend(pairs.map(|(from, to)| (*from.min(to), *from.max(to), area)));
    }
    edges.sort_unstable();
    edges.dedup();
    let mut sides: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut ends: Vec<(Vertex, usize)> = Vec::new();
    for of_one_edge in edges.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let number = sides.len();
        let side = *sides.entry(of_one_edge.iter().map(|(_, _, area)| *area).collect()).or_insert(number);
        ends.extend(of_one_edge.iter().take(1).flat_map(|(from, to, _)| [(*from, side), (*to, side)]));
    }
    ends.sort_unstable();
    ends.dedup();
    let of_one_vertex = ends.chunk_by(|(one, _), (other, _)| one == other);
    of_one_vertex.filter(|sides| sides.len() > 1).filter_map(<[_]>::first).map(|(vertex, _)| *vertex).collect()
}

/// Cuts a closed ring into lines at vertices. A ring that passes none of them is begun at its smallest vertex, wherever it
/// was begun.
fn cut(ring: &[Vertex], at: &BTreeSet<Vertex>) -> Vec<Vec<Vertex>> {
    let open = ring.split_last().map_or(ring, |(_, open)| open);
    let smallest = || open.iter().enumerate().min_by_key(|(_, vertex)| **vertex).map(|(index, _)| index);
    let Some(start) = open.iter().position(|vertex| at.contains(vertex)).or_else(smallest) else { return Vec::new() };
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    for vertex in open.iter().cycle().skip(start).take(open.len() + 1) {
        line.push(*vertex);
        if line.len() > 1 && at.contains(vertex) {
            lines.push(std::mem::replace(&mut line, vec![*vertex]));
        }
    }
    if line.len() > 1 {
        lines.push(line);
    }
    lines
}

/// Takes the loops out of a line, closed; returns what is left of it.
fn split_line(line: &[Vertex], loops: &mut Vec<Vec<Vertex>>) -> Vec<Vertex> {
    let mut path: Vec<Vertex> = Vec::new();
    let mut places: BTreeMap<Vertex, usize> = BTreeMap::new();
    for vertex in line {
        if let Some(place) = places.get(vertex).copied() {
            let mut closed = path.split_off(place);
            for passed in closed.iter().skip(1) {
                places.remove(passed);
            }
            closed.push(*vertex);
            if closed.len() > 3 {
                loops.push(closed);
            }
        } else {
            places.insert(*vertex, path.len());
        }
        path.push(*vertex);
    }
    path
}

/// The vertices of a closed loop, each once, from the smallest on towards the smaller of its neighbours.
fn in_one_order(ring: &[Vertex]) -> Vec<Vertex> {
    let vertices = ring.split_last().map_or(ring, |(_, open)| open);
    let smallest = vertices.iter().enumerate().min_by_key(|(_, vertex)| **vertex).map_or(0, |(index, _)| index);
    let mut ordered = vertices.to_vec();
    ordered.rotate_left(smallest);
    if ordered.get(1) > ordered.last() {
        ordered.reverse();
        ordered.rotate_right(1);
    }
    ordered
}

/// Vertices at which lines of several areas meet.
pub(super) struct Topology {
    nodes: BTreeSet<Vertex>,
}

impl Topology {
    /// Finds the nodes of closed rings: vertices with more or fewer than two neighbours, over all rings.
    pub(super) fn new<'r>(rings: impl Iterator<Item = &'r [Vertex]>) -> Self {
        let edges = rings.flat_map(|ring| ring.iter().zip(ring.iter().skip(1)));
        let mut neighbours: Vec<(Vertex, Vertex)> = edges.flat_map(|(from, to)| [(*from, *to), (*to, *from)]).collect();
        neighbours.sort_unstable();
        neighbours.dedup();
        let of_one_vertex = neighbours.chunk_by(|(one, _), (other, _)| one == other);
        let nodes = of_one_vertex.filter(|others| others.len() != 2).filter_map(<[_]>::first);
        Self { nodes: nodes.map(|(node, _)| *node).collect() }
    }

    /// Simplifies a closed ring by at most `tolerance` units; the ring that is returned is closed too.
    pub(super) fn simplify(&self, ring: &[Vertex], tolerance: f64) -> Vec<Vertex> {
        let arcs = cut(ring, &self.nodes);
        let mut simplified: Vec<Vertex> = arcs.first().and_then(|arc| arc.first()).copied().into_iter().collect();
        for arc in arcs {
            simplified.extend(simplify_arc(&arc, tolerance).into_iter().skip(1));
        }
        simplified
    }
}

/// Simplifies a line between two nodes, or a closed one, alike in both directions.
fn simplify_arc(arc: &[Vertex], tolerance: f64) -> Vec<Vertex> {
    let reversed: Vec<Vertex> = arc.iter().rev().copied().collect();
    let is_forward = arc <= reversed.as_slice();
    let line = if is_forward { arc } else { &reversed };
    let mut keep = vec![false; line.len()];
    for end in [0, line.len().saturating_sub(1)] {
        keep.iter_mut().skip(end).take(1).for_each(|kept| *kept = true);
    }
    let is_closed = line.first() == line.last();
    if is_closed {
        // Three corners of a closed line stay, or nothing would be left of a small one.
        if let Some(far) = farthest(line, 0, line.len().saturating_sub(1)).map(|(index, _)| index) {
            let before = farthest(line, 0, far).map(|(index, _)| index);
            let after = farthest(line, far, line.len().saturating_sub(1)).map(|(index, _)| index);
            let corners: Vec<usize> =
                [Some(0), before, Some(far), after, Some(line.len() - 1)].into_iter().flatten().collect();
            for index in &corners {
                keep.iter_mut().skip(*index).take(1).for_each(|kept| *kept = true);
            }
            for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
                mark(line, *from, *to, tolerance, &mut keep);
            }
        }
    } else {
        mark(line, 0, line.len().saturating_sub(1), tolerance, &mut keep);
        // Two lines between the same nodes would fall together if both became straight: the corner farthest away stays.
        if line.len() > 2
            && !keep.iter().skip(1).rev().skip(1).any(|kept| *kept)
            && let Some((index, _)) = farthest(line, 0, line.len() - 1).filter(|(_, distance)| *distance >= 1.0)
        {
            keep.iter_mut().skip(index).take(1).for_each(|kept| *kept = true);
        }
    }
    let kept = line.iter().zip(&keep).filter(|(_, kept)| **kept).map(|(vertex, _)| *vertex);
    if is_forward { kept.collect() } else { kept.rev().collect() }
}

/// Marks the vertices to keep between two (Douglas and Peucker), without recursion: a line may have 100,000. Returns how
/// many distances it took.
fn mark(line: &[Vertex], from: usize, to: usize, tolerance: f64, keep: &mut [bool]) -> usize {
    let most = (to - from) * MAX_DISTANCES;
    let (mut spans, mut taken) = (vec![(from, to)], 0);
    while let Some((from, to)) = spans.pop() {
        if taken + (to - from) > most {
            keep.iter_mut().take(to).skip(from).step_by(UNMEASURED_STEP).for_each(|kept| *kept = true);
            continue;
        }
        taken += to - from;
        if let Some((index, distance)) = farthest(line, from, to)
            && distance > tolerance
        {
            keep.iter_mut().skip(index).take(1).for_each(|kept| *kept = true);
            spans.extend([(from, index), (index, to)]);
        }
    }
    taken
}

/// The vertex strictly between two that is farthest from the line through them, and its distance.
fn farthest(line: &[Vertex], from: usize, to: usize) -> Option<(usize, f64)> {
    let (start, end) = (*line.get(from)?, *line.get(to)?);
    let between = line.get(from + 1..to)?.iter().enumerate();
    let distances = between.map(|(offset, vertex)| (from + 1 + offset, distance(*vertex, start, end)));
    // Of several the one nearest to the middle, so that lines of equal steps are halved.
    let off_middle = |index: usize| index.abs_diff(from.midpoint(to));
    distances.max_by(|(one, near), (other, far)| near.total_cmp(far).then(off_middle(*other).cmp(&off_middle(*one))))
}

/// Distance of a point from a segment.
fn distance(point: Vertex, start: Vertex, end: Vertex) -> f64 {
    let flat = |(x, y): Vertex| (f64::from(x), f64::from(y));
    let ((px, py), (x1, y1), (x2, y2)) = (flat(point), flat(start), flat(end));
    let (dx, dy) = (x2 - x1, y2 - y1);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (((px - x1) * dx + (py - y1) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x1 + along * dx - px).hypot(y1 + along * dy - py)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_of_a_line_are_bounded() {
        // The farthest vertex is always next to the end: each splits off one.
        let zigzag: Vec<Vertex> = (0..20_000).map(|step| (step, if step % 2 == 0 { step } else { -step })).collect();
        let mut keep = vec![false; zigzag.len()];
        let taken = mark(&zigzag, 0, zigzag.len() - 1, 1.0, &mut keep);
        assert!(taken <= zigzag.len() * MAX_DISTANCES, "{taken}");
        let kept = keep.iter().filter(|kept| **kept).count();
        assert!((1_000..3_000).contains(&kept), "{kept}");
        // Equal steps are halved.
        let comb: Vec<Vertex> = (0..20_000).map(|step| (step, step % 2 * 10)).collect();
        let taken = mark(&comb, 0, comb.len() - 1, 1.0, &mut vec![false; comb.len()]);
        assert!(taken < comb.len() * 40, "{taken}");
    }

    #[test]
    fn line_is_simplified_alike_in_both_directions() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..50 {
            let line: Vec<Vertex> = (0..300).map(|step| (step, random.i32(0..20))).collect();
            let reversed: Vec<Vertex> = line.iter().rev().copied().collect();
            let back: Vec<Vertex> = simplify_arc(&reversed, 5.0).into_iter().rev().collect();
            assert_eq!(simplify_arc(&line, 5.0), back);
        }
    }

    #[test]
    fn ring_is_split_where_it_returns() {
        let [p1, p2, p3, p4, p5] = [(0, 0), (4, 0), (4, 4), (8, 8), (8, 4)];
        let split = |ring: &[Vertex]| split_loops(&[vec![ring.to_vec()]]).concat();
        assert_eq!(split(&[p1, p2, p3, p1]), [vec![p1, p2, p3, p1]]);
        assert_eq!(split(&[p1, p2, p3, p4, p5, p3, p1]), [vec![p3, p4, p5, p3], vec![p1, p2, p3, p1]]);
        assert_eq!(split(&[p1, p2, p4, p2, p3, p1, p2, p3, p1]), [vec![p1, p2, p3, p1]]);
        assert_eq!(split(&[p1, p2, p3, p1, p3, p2, p1]), [vec![p1, p2, p3, p1]]);
        // Two areas share what is between them, spike and loop included.
        let (west, east) = ((-9, 9), (99, 9));
        let between = [(5, 0), (5, 5), (7, 7), (7, 5), (5, 5), (5, 6), (9, 9), (5, 6), (5, 12)];
        let first: Vec<Vertex> = [west].into_iter().chain(between).chain([west]).collect();
        let second: Vec<Vertex> = [east].into_iter().chain(between.into_iter().rev()).chain([east]).collect();
        let loops = split_loops(&[vec![first], vec![second]]);
        let knot = |loops: &[Vec<Vertex>]| in_one_order(loops.iter().min_by_key(|ring| ring.len()).unwrap());
        assert!(loops.iter().all(|loops| loops.len() == 2), "{loops:?}");
        assert_eq!(knot(&loops[0]), [(5, 5), (7, 5), (7, 7)]);
        assert_eq!(knot(&loops[0]), knot(&loops[1]));
        assert_eq!(split(&[p1, p1, p2, p1, p1]), Vec::<Vec<Vertex>>::new());
    }
}
