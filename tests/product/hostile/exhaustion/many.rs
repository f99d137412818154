//! Many small announcements that are each like many others: time grows with their number, not with its square.

use std::time::Duration;

use super::cost::{Cost, run_measured};
use crate::support::{ITEMS, assert_no_problems, small_board, write};

/// Announcements of each pattern.
const COUNT: usize = 600;
/// Most megabytes, for each pattern.
const MAX_MEMORY: u64 = 300;

/// An announcement: its name, and its lines below the kind.
fn item(number: usize, title: &str, facts: &str) -> (String, String) {
    let text = format!("---\ntipo: lavoro\ntitolo: \"{title}\"\n{facts}\n---\n\nTesto.\n");
    (format!("annuncio-{number}-{}", "a".repeat(50)), text)
}

/// What it costs to check a board with these announcements.
fn cost_of(items: impl Fn(usize) -> (String, String)) -> Cost {
    let board = small_board();
    for (name, text) in (0..COUNT).map(items) {
        write(&board.path().join(format!("{ITEMS}/{name}.md")), text);
    }
    run_measured(board.path(), &["check", "--format", "json"])
}

/// An announcement of an organisation with one telephone, every second one refused.
fn refused(number: usize, title: &str, telephone: &str) -> (String, String) {
    let refusal = format!("\nrifiutato: {{perche: \"{}\", quando: 2026-11-19}}", "chiede soldi ".repeat(40));
    let facts = format!(
        "ente: {{nome: Lavora Subito, tipo: associazione}}\ncandidatura: {{canale: telefono, telefono: \"{telephone}\"}}{}",
        if number.is_multiple_of(2) { refusal.as_str() } else { "" }
    );
    item(number, title, &facts)
}

#[test]
fn many_announcements_that_are_alike_take_little_time() {
    let different = |number: usize| format!("{:06}", number * 7919 % 100_003);
    let harmless = cost_of(|number| {
        let facts = format!("ente: ponte\ncandidatura: {{canale: telefono, telefono: \"+39 333 2{number:06}\"}}");
        item(number, &different(number), &facts)
    });
    assert_eq!(harmless.code, Some(1), "{harmless}");
    let patterns = [
        ("one telephone", cost_of(|number| refused(number, &different(number), "+39 333 1234567"))),
        (
            "titles that differ",
            cost_of(|number| refused(number, &different(number).repeat(30), &format!("+39 333 2{number:06}"))),
        ),
        (
            "titles that are alike",
            cost_of(|number| {
                refused(number, &format!("{} {number}", "aiuto cuoco cerca ".repeat(10)), "+39 333 1234567")
            }),
        ),
        (
            "references to nothing",
            cost_of(|number| {
                let slug = format!("annuncia-{number}-{}", "a".repeat(50));
                let facts =
                    format!("ente: ponto{number}\nedizione_di: {slug}\nsostituisce: {slug}b\nsostituita_da: {slug}c");
                item(number, &different(number), &facts)
            }),
        ),
    ];
    let most = (harmless.cpu * 3 + Duration::from_secs(1)).max(Duration::from_secs(2));
    let costly = patterns.iter().filter(|(_, cost)| cost.cpu > most || cost.memory > MAX_MEMORY);
    assert_no_problems(costly.map(|(name, cost)| format!("{name}: {cost}; harmless ones: {harmless}")).collect());
}

/// The outline of a district as a spiral of this many positions, which no tolerance makes short enough for a page.
fn spiral(positions: u32) -> String {
    let position = |step: u32| {
        let (turn, radius) = (f64::from(step) * 0.37, f64::from(step) / f64::from(positions) * 0.1);
        format!("[{:.5},{:.5}]", 12.5 + radius * turn.cos(), 41.9 + radius * turn.sin())
    };
    let ring: Vec<String> = (0..positions).chain([0]).map(position).collect();
    format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":{{\"zona\":\"I\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}]}}",
        ring.join(",")
    )
}

#[test]
fn outlines_that_cannot_be_drawn_take_little_time() {
    let check = |positions: u32| {
        let board = small_board();
        let config = board.path().join("site.toml");
        let text = std::fs::read_to_string(&config).unwrap();
        write(&config, format!("{text}\n[territorio.contorni]\nfonte = \"Comune\"\nlicenza = \"CC BY 4.0\"\n"));
        write(&board.path().join("content/territorio/zone.geojson"), spiral(positions));
        run_measured(board.path(), &["check", "--format", "json"])
    };
    let (harmless, hostile) = (check(40), check(95_000));
    let most = (harmless.cpu * 8).max(Duration::from_secs(2));
    assert!(hostile.cpu <= most && hostile.memory <= MAX_MEMORY, "{hostile}; a small one: {harmless}");
}
