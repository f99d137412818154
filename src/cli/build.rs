//! `bacheca build`: checks the board and writes the site.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use serde::Serialize;

use super::json::{self, report_format};
use super::progress::ProgressReport;
use super::{Context, Error, Outcome, wants_colour};
use crate::check::report::{self, Report};
use crate::diagnostic::MessageLanguage;
use crate::files::Durability;
use crate::output::Obstacle;
use crate::pipeline::{BuildOptions, BuildOutcome, BuildReport, build};
use crate::publish::Shard;
use crate::text::visible::show_path;

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
Check everything, then publish the site. A content error stops it and leaves the last site as it was.

With --json one object: `version` 1, `esito` (`pubblicato`, `niente di nuovo`), `sito` (the folder), `annunci`, `file` and
`avvisi` (how many), `secondi`, `fasi` (a list; each has `nome` and `secondi`), and `sostituito` (`in un colpo solo`, `file per
file`, or null if nothing was written). If the content has errors, the object is that of `check --format json`.";

/// What was built, for programs.
#[derive(Serialize)]
struct Answer {
    version: u32,
    esito: &'static str,
    sito: String,
    annunci: usize,
    file: usize,
    avvisi: usize,
    secondi: f64,
    fasi: Vec<TimedStage>,
    sostituito: Option<&'static str>,
}

/// A stage of a build and how long it took.
#[derive(Serialize)]
struct TimedStage {
    nome: &'static str,
    secondi: f64,
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    #[arg(long, default_value = crate::files::SITE_FOLDER, value_name = "DIR")]
    out: PathBuf,
    /// Leave out a kind of output: search, poster…
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = parse_publisher_name)]
    skip: Vec<String>,
    /// Put .gz and .br beside every text, for servers that send them as they are
    #[arg(long)]
    compress: bool,
    /// Only a part, for a board of hundreds of thousands of announcements: 2/8 is the second of eight parts of their pages,
    /// index is all else; together they are the site
    #[arg(long, value_name = "PART")]
    shard: Option<Shard>,
    /// Do not wait until the site is on the disk: quicker, but a power cut may damage it
    #[arg(long)]
    no_sync: bool,
    /// Say how long each stage took
    #[arg(long)]
    times: bool,
    /// For programs: one JSON object
    #[arg(long, conflicts_with = "times")]
    pub(super) json: bool,
}

fn parse_publisher_name(name: &str) -> Result<String, String> {
    let mut names: Vec<&str> = crate::publish::PUBLISHERS.iter().map(|publisher| publisher.name).collect();
    // An output with several sorts of pages is registered once for each.
    names.sort_unstable();
    names.dedup();
    if names.contains(&name) { Ok(name.to_owned()) } else { Err(format!("one of: {}", names.join(", "))) }
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = MessageLanguage::Italian;
    let start = Instant::now();
    let Some((config, today)) = context.load_config(report_format(arguments.json), language)? else {
        return Ok(Outcome::ContentErrors);
    };
    let out = context.root.join(&arguments.out);
    let (skip, compress) = (arguments.skip.as_slice(), arguments.compress);
    let progress = ProgressReport::start(context);
    let durability = if arguments.no_sync { Durability::Unsynced } else { Durability::Synced };
    let (root, shard) = (&context.root, arguments.shard);
    let options =
        BuildOptions { root, out: &out, config, today, skip, compress, shard, durability, progress: &progress };
    let report = build(options);
    let stages = progress.finish();
    let report = report?;
    let BuildReport { items, files, .. } = report;
    let mut terminal = io::BufWriter::new(io::stdout().lock());
    let (seconds, index) = (start.elapsed().as_secs_f64(), out.join("index.html"));
    let index = show_path(&index);
    match &report.outcome {
        BuildOutcome::Refused(refused) => {
            let (loaded, checked) = refused.as_ref();
            let files = loaded.board.file_count() + loaded.unreadable.len();
            report::write(
                &mut terminal,
                &Report::from_outcome(loaded, checked, files, language, wants_colour()),
                report_format(arguments.json),
            )?;
            if !arguments.json {
                writeln!(terminal, "il sito resta com'era: {}", show_path(&out))?;
            }
            terminal.flush()?;
            return Ok(Outcome::ContentErrors);
        }
        outcome if arguments.json => {
            drop(terminal);
            let (esito, sostituito) = match outcome {
                BuildOutcome::NothingNew => ("niente di nuovo", None),
                BuildOutcome::PublishedFileByFile(_) => ("pubblicato", Some("file per file")),
                BuildOutcome::Published | BuildOutcome::Refused(_) => ("pubblicato", Some("in un colpo solo")),
            };
            let fasi =
                stages.iter().map(|(stage, time)| TimedStage { nome: stage.name(), secondi: time.as_secs_f64() });
            json::write(&Answer {
                version: json::VERSION,
                esito,
                sito: show_path(&out),
                annunci: items,
                file: files,
                avvisi: report.warnings,
                secondi: seconds,
                fasi: fasi.collect(),
                sostituito,
            })?;
            return Ok(Outcome::Done);
        }
        BuildOutcome::NothingNew => writeln!(terminal, "{items} annunci, {files} file, niente di nuovo: {index}")?,
        BuildOutcome::Published => writeln!(terminal, "{items} annunci, {files} file in {seconds:.1} s: {index}")?,
        BuildOutcome::PublishedFileByFile(obstacle) => {
            writeln!(terminal, "{items} annunci, {files} file in {seconds:.1} s: {index}")?;
            let reason = match obstacle {
                Obstacle::MountPoint => "è un disco a sé",
                Obstacle::ReadOnlyParent => "nella cartella che la contiene non puoi scrivere",
                Obstacle::Permissions => "a una nuova non puoi dare lo stesso gruppo e gli stessi permessi",
            };
            writeln!(
                terminal,
                "la cartella non si può scambiare in un colpo solo ({reason}): i file sono stati sostituiti uno per uno"
            )?;
        }
    }
    if report.warnings > 0 && !context.verbosity.is_quiet() {
        writeln!(terminal, "{} avvisi: `bacheca check` li elenca", report.warnings)?;
    }
    if arguments.times {
        for (stage, time) in stages {
            writeln!(terminal, "{:>11} {:8.1} ms", stage.name(), time.as_secs_f64() * 1000.0)?;
        }
    }
    terminal.flush()?;
    Ok(Outcome::Done)
}
