//! Time, memory and output size of what the program does: `cargo bench --bench build` prints one table. Arguments after
//! `--` choose groups (`-- pages sheets`); a number is the size of a board whose stages are shown (`-- 50000`), in six
//! languages with `six`. `-- country 800 4` is a country of 800 boards whose site is built in four parts.
//!
//! The program runs as a command on generated boards (`generator`) and on the real content. Other programs that do the same
//! work (`rivals`) take turns with it, so that the ratios hold on a computer that does other things too.

#![allow(clippy::disallowed_methods, reason = "a benchmark makes and measures its own files")]

mod city;
mod country;
mod generated_board;
mod generator;
mod growth;
mod measure;
mod pages;
mod preview;
mod real_content;
mod rivals;
mod rounds;
mod search;
mod sheets;
mod stages;
mod table;
mod weights;

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use generator::TODAY;
use measure::Run;
use table::Table;
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_bacheca");
const LANGUAGES: [&str; 11] = ["it", "en", "fr", "ar", "bn", "uk", "es", "ur", "fa", "ru", "zh"];
/// Disk space that one item needs, in bytes: its pages twice and their copy.
const BYTES_PER_ITEM: u64 = 192 * 1024;

/// A group of measurements: its name on the command line, and what adds its rows.
type Group = (&'static str, fn(&mut Table) -> Outcome);

const GROUPS: &[Group] = &[
    ("pages", pages::measure),
    ("search", search::measure),
    ("growth", growth::measure),
    ("contact-points", pages::measure_contact_points),
    ("sheets", sheets::measure),
    ("city", city::measure),
    ("country", |table| country::measure_country(table, country::FEW_BOARDS, 1)),
    ("real", real_content::measure),
];

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` runs this binary too, but only `cargo bench` should measure.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let has_argument = |word: &str| arguments.iter().any(|argument| argument == word);
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let chosen: Vec<&Group> = GROUPS.iter().filter(|(name, _)| has_argument(name)).collect();
    let groups = if chosen.is_empty() && sizes.is_empty() { GROUPS.iter().collect() } else { chosen };
    let mut out = io::stdout().lock();
    writeln!(out, "load before: {}\n", measure::system_load())?;
    let mut table = Table::default();
    if let (true, [boards, parts @ ..]) = (has_argument("country"), &sizes[..]) {
        country::measure_country(&mut table, *boards, parts.first().copied().unwrap_or(1))?;
        table.print(&mut out)?;
        writeln!(out, "\nload after: {}", measure::system_load())?;
        return Ok(());
    }
    for (name, measure) in groups {
        writeln!(io::stderr(), "measuring: {name}")?;
        measure(&mut table).map_err(|error| format!("{name}: {error}"))?;
    }
    table.print(&mut out)?;
    let languages = if has_argument("six") { &LANGUAGES[..6] } else { &LANGUAGES[..1] };
    for items in sizes {
        stages::show_stages(&mut out, items, languages)?;
    }
    writeln!(out, "\nload after: {}", measure::system_load())?;
    Ok(())
}

fn run_program(root: &Path, command: &[&str]) -> Outcome<Run> {
    run_program_on(TODAY, root, command)
}

fn run_program_on(day: &str, root: &Path, command: &[&str]) -> Outcome<Run> {
    let root = root.to_string_lossy();
    Ok(measure::run(PROGRAM, &[&["--root", &root, "--today", day], command].concat())?)
}

/// Temporary folder in memory if there is enough space, so that the disk is not measured too.
fn work_folder(pages: usize) -> Outcome<TempDir> {
    let memory = Path::new("/dev/shm");
    let wanted = u64::try_from(pages).unwrap_or(u64::MAX).saturating_mul(BYTES_PER_ITEM);
    let builder = || tempfile::Builder::new().prefix("bacheca-bench-").rand_bytes(6).to_owned();
    if free_bytes(memory).is_some_and(|room| room > wanted) {
        return Ok(builder().tempdir_in(memory)?);
    }
    Ok(builder().tempdir()?)
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let system = rustix::fs::statvfs(folder).ok()?;
    Some(system.f_bavail * system.f_frsize)
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

fn to_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
