//! Simplification of areas that touch: a line between two of them is simplified once, so that no gap opens.

use std::collections::{BTreeMap, BTreeSet};

/// A point of a map in whole units: across and down.
pub type Vertex = (i32, i32);

/// Vertices at which lines of several areas meet.
pub(super) struct Topology {
    nodes: BTreeSet<Vertex>,
}

impl Topology {
    /// Finds the nodes of closed rings: vertices with more or fewer than two neighbours, over all rings.
    pub(super) fn new<'r>(rings: impl Iterator<Item = &'r [Vertex]>) -> Self {
        let mut neighbours: BTreeMap<Vertex, BTreeSet<Vertex>> = BTreeMap::new();
        for ring in rings {
            for (from, to) in ring.iter().zip(ring.iter().skip(1)) {
                neighbours.entry(*from).or_default().insert(*to);
                neighbours.entry(*to).or_default().insert(*from);
            }
        }
        Self { nodes: neighbours.into_iter().filter(|(_, others)| others.len() != 2).map(|(node, _)| node).collect() }
    }

    /// Simplifies a closed ring by at most `tolerance` units; the ring that is returned is closed too.
    pub(super) fn simplify(&self, ring: &[Vertex], tolerance: f64) -> Vec<Vertex> {
        let open = ring.split_last().map_or(ring, |(_, open)| open);
        // A ring that touches no other is cut at its first vertex in the order of numbers, wherever it was begun.
        let start = open.iter().position(|vertex| self.nodes.contains(vertex));
        let start =
            start.or_else(|| open.iter().enumerate().min_by_key(|(_, vertex)| **vertex).map(|(index, _)| index));
        let Some(start) = start else { return Vec::new() };
        let mut around: Vec<Vertex> = open.iter().cycle().skip(start).take(open.len()).copied().collect();
        around.extend(around.first().copied());
        let mut simplified: Vec<Vertex> = around.first().copied().into_iter().collect();
        let mut arc: Vec<Vertex> = Vec::new();
        for vertex in around {
            arc.push(vertex);
            if arc.len() > 1 && self.nodes.contains(&vertex) {
                simplified.extend(simplify_arc(&arc, tolerance).into_iter().skip(1));
                arc = vec![vertex];
            }
        }
        if arc.len() > 1 {
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

/// Marks the vertices to keep between two (Douglas and Peucker), without recursion: a line may have 100,000.
fn mark(line: &[Vertex], from: usize, to: usize, tolerance: f64, keep: &mut [bool]) {
    let mut spans = vec![(from, to)];
    while let Some((from, to)) = spans.pop() {
        if let Some((index, distance)) = farthest(line, from, to)
            && distance > tolerance
        {
            keep.iter_mut().skip(index).take(1).for_each(|kept| *kept = true);
            spans.extend([(from, index), (index, to)]);
        }
    }
}

/// The vertex strictly between two that is farthest from the line through them, and its distance.
fn farthest(line: &[Vertex], from: usize, to: usize) -> Option<(usize, f64)> {
    let (start, end) = (*line.get(from)?, *line.get(to)?);
    let between = line.get(from + 1..to)?.iter().enumerate();
    let distances = between.map(|(offset, vertex)| (from + 1 + offset, distance(*vertex, start, end)));
    // Of several the first, so that the result does not depend on rounding.
    distances.fold(None, |best: Option<(usize, f64)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    })
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
