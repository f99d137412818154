//! Time, memory and output size of a build: `cargo bench --bench build` prints one table. Arguments after `--` select
//! details: a board size (`-- 50000`), six languages (`-- 1000 six`), the real content (`-- real`), contact points
//! (`-- contact-points`), posters and pictures (`-- paper`), a country of boards (`-- country 800`, `-- country 800 4` in
//! four shards).
//!
//! The program runs as a command on generated boards (`generator`) and on the real content, and is compared with other
//! programs that do the same work (`rivals`).

#![allow(clippy::disallowed_methods, reason = "a benchmark makes and measures its own files")]

mod country;
mod figures;
mod generator;
mod measure;
mod preview;
mod rivals;
mod table;
mod weights;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use generator::TODAY;
use measure::Run;
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_bacheca");
const LANGUAGES: [&str; 6] = ["it", "en", "fr", "ar", "bn", "uk"];
/// Items on each board whose posters are measured; about a third of them are open.
const PRINT_BOARD_ITEMS: [usize; 2] = [150, 4_200];
/// Number of runs of each measurement; the median is reported.
const RUNS_PER_MEASURE: usize = 3;
/// Disk space that one item needs, in bytes: its pages twice and their copy.
const BYTES_PER_ITEM: u64 = 192 * 1024;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` runs this binary too, but only `cargo bench` should measure.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let has_argument = |word: &str| arguments.iter().any(|argument| argument == word);
    let languages = if has_argument("six") { &LANGUAGES[..] } else { &LANGUAGES[..1] };
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let mut out = io::stdout().lock();
    writeln!(out, "load before: {}\n", measure::system_load())?;
    if has_argument("country") {
        let number = |index: usize, otherwise| sizes.get(index).copied().unwrap_or(otherwise);
        let mut table = table::Table::default();
        country::measure_country(&mut table, number(0, country::FEW_BOARDS), number(1, 1))?;
        table.print(&mut out)?;
        writeln!(out, "\nload after: {}", measure::system_load())?;
        return Ok(());
    }
    if has_argument("contact-points") {
        let mut table = table::Table::default();
        figures::measure_contact_points(&mut table)?;
        table.print(&mut out)?;
    } else if sizes.is_empty() && !has_argument("real") && !has_argument("paper") {
        figures::measure_table()?.print(&mut out)?;
    }
    let mut last: Option<(usize, f64)> = None;
    for items in sizes {
        let processor = measure_generated(&mut out, items, languages)?;
        if let Some((fewer, less)) = last {
            let growth = (processor / to_f64(items)) / (less / to_f64(fewer));
            writeln!(out, "  growth       {growth:8.2} × processor an item, from {fewer} items (1 is linear)")?;
        }
        last = Some((items, processor));
    }
    if has_argument("real") {
        measure_real_content(&mut out)?;
    }
    if has_argument("paper") {
        measure_print(&mut out)?;
    }
    writeln!(out, "\nload after: {}", measure::system_load())?;
    Ok(())
}

/// Measures a generated board; returns the processor seconds of its build.
fn measure_generated(out: &mut impl Write, items: usize, languages: &[&str]) -> Outcome<f64> {
    let folder = work_folder(items * languages.len())?;
    let (root, site) = (folder.path().join("board"), folder.path().join("public"));
    fs::create_dir(&root)?;
    let written = generator::write_board(&root, items, languages)?;
    writeln!(
        out,
        "\n{} items of {} bytes, {} languages, in {}",
        written.items,
        written.bytes / written.items.max(1),
        languages.len(),
        folder.path().display()
    )?;
    let program = |command: &[&str]| run_program(&root, command);
    let check = median_run(|| program(&["check"]))?;
    write_run(out, "check", &check)?;
    let to = site.to_string_lossy();
    let command = ["build", "--skip", "search,poster,card,print,desk", "--times", "--out", &to];
    let build = median_run(|| {
        let _ = fs::remove_dir_all(&site);
        program(&command)
    })?;
    write_run(out, "build", &build)?;
    write_stages(out, &build)?;
    write_run(out, "build again", &program(&command)?)?;
    let (files, megabytes) = measure::folder_size(&site);
    writeln!(out, "  output       {files:8} files, {megabytes:.1} MB")?;
    write_weights(out, &site)?;
    let copy = folder.path().join("copy");
    let copied = median_run(|| {
        let _ = fs::remove_dir_all(&copy);
        Ok(measure::run("cp", &[Path::new("-r"), &site, &copy])?)
    })?;
    write_run(out, "cp -r", &copied)?;
    writeln!(
        out,
        "  build/cp     {:8.2} × the clock, {:.2} × the processor",
        build.wall / copied.wall,
        build.processor / copied.processor
    )?;
    Ok(build.processor)
}

/// Measures the real content: pages, and the cost of the search index.
fn measure_real_content(out: &mut impl Write) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = work_folder(1_000)?;
    let site = folder.path().join("public");
    let to = site.to_string_lossy().into_owned();
    let build = |skip: &str| {
        let _ = fs::remove_dir_all(&site);
        run_program(root, &["build", "--times", "--out", to.as_str(), "--skip", skip])
    };
    writeln!(out, "\nthe real content")?;
    let pages = median_run(|| build("search,poster,card,print,desk"))?;
    write_run(out, "pages", &pages)?;
    let search = median_run(|| build("poster,card,print"))?;
    write_run(out, "with search", &search)?;
    writeln!(out, "  search       {:8.2} s of processor", search.processor - pages.processor)?;
    write_weights(out, &site)
}

/// Writes the compressed size of a page and of the first search, in KB.
fn write_weights(out: &mut impl Write, site: &Path) -> Outcome {
    let kilobytes = |bytes: usize| to_f64(bytes) / 1024.0;
    let weights = weights::weigh_site(site)?;
    let style = weights.style;
    writeln!(
        out,
        "  page         {:8.1} KB with its style sheet, the heaviest {:.1} KB; the first search {:.0} KB, {:.0} with the archive",
        kilobytes(weights.median + style),
        kilobytes(weights.heaviest + style),
        kilobytes(weights.search),
        kilobytes(weights.archive)
    )?;
    Ok(())
}

/// Measures posters and pictures: processor time of each, and whether memory grows with their number.
fn measure_print(out: &mut impl Write) -> Outcome {
    writeln!(out, "\nposters and pictures, one language")?;
    for items in PRINT_BOARD_ITEMS {
        let folder = work_folder(items * 4)?;
        let (root, site) = (folder.path().join("board"), folder.path().join("public"));
        fs::create_dir(&root)?;
        generator::write_board(&root, items, &LANGUAGES[..1])?;
        let to = site.to_string_lossy();
        let build = |skip: &str| {
            let _ = (fs::remove_dir_all(&site), fs::remove_dir_all(root.join(".bacheca")));
            run_program(&root, &["build", "--out", &to, "--skip", skip])
        };
        let pages = build("search,poster,card,print,desk")?;
        for (name, skip, file) in
            [("posters", "search,card,print", ".pdf"), ("cards", "search,poster,print", "card.png")]
        {
            let made = build(skip)?;
            let files = walkdir::WalkDir::new(&site).into_iter().filter_map(Result::ok);
            let count = files.filter(|entry| entry.file_name().to_string_lossy().ends_with(file)).count();
            let each = (made.processor - pages.processor) * 1000.0 / to_f64(count.max(1));
            writeln!(out, "  {name:<12} {count:8}, {each:.1} ms of processor each, {:.0} MB at most", made.memory)?;
        }
    }
    Ok(())
}

fn run_program(root: &Path, command: &[&str]) -> Outcome<Run> {
    let root = root.to_string_lossy();
    Ok(measure::run(PROGRAM, &[&["--root", &root, "--today", TODAY], command].concat())?)
}

/// Run with the median wall time.
fn median_run(mut once: impl FnMut() -> Outcome<Run>) -> Outcome<Run> {
    let mut runs = (0..RUNS_PER_MEASURE).map(|_| once()).collect::<Outcome<Vec<Run>>>()?;
    runs.sort_by(|one, other| one.wall.total_cmp(&other.wall));
    Ok(runs.swap_remove(RUNS_PER_MEASURE / 2))
}

fn write_run(out: &mut impl Write, name: &str, run: &Run) -> Outcome {
    let Run { wall, processor, memory, .. } = run;
    writeln!(out, "  {name:<12} {wall:8.2} s, {processor:.2} s of processor, {memory:.0} MB at most")?;
    Ok(())
}

/// Writes the stage times that `--times` prints.
fn write_stages(out: &mut impl Write, run: &Run) -> Outcome {
    for stage in run.output.lines().filter(|line| line.ends_with(" ms")) {
        writeln!(out, "    {stage}")?;
    }
    Ok(())
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
