//! How long it takes to build a board, and what it takes: `cargo bench --bench build` prints one table. By words behind
//! it, in detail: boards of other sizes, `-- 50000`, in six languages, `-- 1000 six`; the real content, `-- real`;
//! posters and pictures, `-- paper`.
//!
//! The program is run as one runs it, on invented boards (`generator`) and on the real content, beside others at the same
//! work (`rivals`).

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
/// Items of the boards whose posters are measured; about a third of them are open.
const PAPER: [usize; 2] = [150, 4_200];
/// How often each thing is measured; the median counts.
const TIMES: usize = 3;
/// The room that an item takes, its pages twice and their copy included, in bytes.
const ROOM: u64 = 192 * 1024;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` runs this too: times are measured by `cargo bench` alone.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let asked = |word: &str| arguments.iter().any(|argument| argument == word);
    let languages = if asked("six") { &LANGUAGES[..] } else { &LANGUAGES[..1] };
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let mut out = io::stdout().lock();
    writeln!(out, "load before: {}\n", measure::load())?;
    if sizes.is_empty() && !asked("real") && !asked("paper") {
        figures::table()?.print(&mut out)?;
    }
    let mut last: Option<(usize, f64)> = None;
    for items in sizes {
        let processor = invented(&mut out, items, languages)?;
        if let Some((fewer, less)) = last {
            let growth = (processor / number(items)) / (less / number(fewer));
            writeln!(out, "  growth       {growth:8.2} × processor an item, from {fewer} items (1 is linear)")?;
        }
        last = Some((items, processor));
    }
    if asked("real") {
        real(&mut out)?;
    }
    if asked("paper") {
        paper(&mut out)?;
    }
    writeln!(out, "\nload after: {}", measure::load())?;
    Ok(())
}

/// Measures an invented board; returns the seconds of processor of its build.
fn invented(out: &mut impl Write, items: usize, languages: &[&str]) -> Outcome<f64> {
    let folder = folder(items * languages.len())?;
    let (root, site) = (folder.path().join("board"), folder.path().join("public"));
    fs::create_dir(&root)?;
    let written = generator::write(&root, items, languages)?;
    writeln!(
        out,
        "\n{} items of {} bytes, {} languages, in {}",
        written.items,
        written.bytes / written.items.max(1),
        languages.len(),
        folder.path().display()
    )?;
    let program = |command: &[&str]| run(&root, command);
    let check = median(|| program(&["check"]))?;
    line(out, "check", &check)?;
    let to = site.to_string_lossy();
    let command = ["build", "--skip", "search,poster,card,print,desk", "--times", "--out", &to];
    let build = median(|| {
        let _ = fs::remove_dir_all(&site);
        program(&command)
    })?;
    line(out, "build", &build)?;
    stages(out, &build)?;
    line(out, "build again", &program(&command)?)?;
    let (files, megabytes) = measure::size(&site);
    writeln!(out, "  output       {files:8} files, {megabytes:.1} MB")?;
    weigh(out, &site)?;
    let copy = folder.path().join("copy");
    let copied = median(|| {
        let _ = fs::remove_dir_all(&copy);
        Ok(measure::run("cp", &[Path::new("-r"), &site, &copy])?)
    })?;
    line(out, "cp -r", &copied)?;
    writeln!(
        out,
        "  build/cp     {:8.2} × the clock, {:.2} × the processor",
        build.wall / copied.wall,
        build.processor / copied.processor
    )?;
    Ok(build.processor)
}

/// Measures what only the real content shows: search.
fn real(out: &mut impl Write) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder(1_000)?;
    let site = folder.path().join("public");
    let to = site.to_string_lossy().into_owned();
    let build = |skip: &str| {
        let _ = fs::remove_dir_all(&site);
        run(root, &["build", "--times", "--out", to.as_str(), "--skip", skip])
    };
    writeln!(out, "\nthe real content")?;
    let pages = median(|| build("search,poster,card,print,desk"))?;
    line(out, "pages", &pages)?;
    let search = median(|| build("poster,card,print"))?;
    line(out, "with search", &search)?;
    writeln!(out, "  search       {:8.2} s of processor", search.processor - pages.processor)?;
    weigh(out, &site)
}

/// What readers fetch, compressed.
fn weigh(out: &mut impl Write, site: &Path) -> Outcome {
    let kilobytes = |bytes: usize| number(bytes) / 1024.0;
    let weights = weights::weights(site)?;
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

/// Measures posters and pictures: what each costs, and whether memory grows with their number.
fn paper(out: &mut impl Write) -> Outcome {
    writeln!(out, "\nposters and pictures, one language")?;
    for items in PAPER {
        let folder = folder(items * 4)?;
        let (root, site) = (folder.path().join("board"), folder.path().join("public"));
        fs::create_dir(&root)?;
        generator::write(&root, items, &LANGUAGES[..1])?;
        let to = site.to_string_lossy();
        let build = |skip: &str| {
            let _ = (fs::remove_dir_all(&site), fs::remove_dir_all(root.join(".bacheca")));
            run(&root, &["build", "--out", &to, "--skip", skip])
        };
        let pages = build("search,poster,card,print,desk")?;
        for (name, skip, file) in
            [("posters", "search,card,print", ".pdf"), ("cards", "search,poster,print", "card.png")]
        {
            let made = build(skip)?;
            let files = walkdir::WalkDir::new(&site).into_iter().filter_map(Result::ok);
            let count = files.filter(|entry| entry.file_name().to_string_lossy().ends_with(file)).count();
            let each = (made.processor - pages.processor) * 1000.0 / number(count.max(1));
            writeln!(out, "  {name:<12} {count:8}, {each:.1} ms of processor each, {:.0} MB at most", made.memory)?;
        }
    }
    Ok(())
}

fn run(root: &Path, command: &[&str]) -> Outcome<Run> {
    let root = root.to_string_lossy();
    Ok(measure::run(PROGRAM, &[&["--root", &root, "--today", TODAY], command].concat())?)
}

/// The run whose time is in the middle.
fn median(mut once: impl FnMut() -> Outcome<Run>) -> Outcome<Run> {
    let mut runs = (0..TIMES).map(|_| once()).collect::<Outcome<Vec<Run>>>()?;
    runs.sort_by(|one, other| one.wall.total_cmp(&other.wall));
    Ok(runs.swap_remove(TIMES / 2))
}

fn line(out: &mut impl Write, name: &str, run: &Run) -> Outcome {
    let Run { wall, processor, memory, .. } = run;
    writeln!(out, "  {name:<12} {wall:8.2} s, {processor:.2} s of processor, {memory:.0} MB at most")?;
    Ok(())
}

/// The stages, as the program tells them.
fn stages(out: &mut impl Write, run: &Run) -> Outcome {
    for stage in run.said.lines().filter(|line| line.ends_with(" ms")) {
        writeln!(out, "    {stage}")?;
    }
    Ok(())
}

/// A folder in memory, where there is room: a disk would be measured too.
fn folder(pages: usize) -> Outcome<TempDir> {
    let memory = Path::new("/dev/shm");
    let wanted = u64::try_from(pages).unwrap_or(u64::MAX).saturating_mul(ROOM);
    let builder = || tempfile::Builder::new().prefix("bacheca-bench-").rand_bytes(6).to_owned();
    if room(memory).is_some_and(|room| room > wanted) {
        return Ok(builder().tempdir_in(memory)?);
    }
    Ok(builder().tempdir()?)
}

#[cfg(unix)]
fn room(folder: &Path) -> Option<u64> {
    let system = rustix::fs::statvfs(folder).ok()?;
    Some(system.f_bavail * system.f_frsize)
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
