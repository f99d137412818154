//! `bacheca build`

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::{Context, Error, Outcome, colour};
use crate::board::{Files, hex};
use crate::check::report::{self, Format, Report};
use crate::diagnostic::MessageLanguage;
use crate::output;
use crate::pipeline::{self, BuildFingerprints, BuildOptions, BuildOutcome, everything};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    #[arg(long, default_value = "public", value_name = "DIR")]
    out: PathBuf,
    /// Leave out a kind of output: search, poster…
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = publisher_name)]
    skip: Vec<String>,
    /// Put .gz and .br beside every text, for servers that send them as they are
    #[arg(long)]
    compress: bool,
    /// Say how long each stage took
    #[arg(long)]
    times: bool,
}

fn publisher_name(name: &str) -> Result<String, String> {
    let names: Vec<&str> = crate::publish::PUBLISHERS.iter().map(|publisher| publisher.name).collect();
    if names.contains(&name) { Ok(name.to_owned()) } else { Err(format!("one of: {}", names.join(", "))) }
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = MessageLanguage::Italian;
    let start = Instant::now();
    let Some((config, today)) = context.config(Format::Terminal, language)? else {
        return Ok(Outcome::ContentErrors);
    };
    let out = if arguments.out.is_absolute() { arguments.out.clone() } else { context.root.join(&arguments.out) };
    let order =
        BuildOptions { root: &context.root, out: &out, today, skip: &arguments.skip, compress: arguments.compress };
    let files = Files::read(&context.root);
    let surroundings = order.surroundings(&config);
    let sums = BuildFingerprints { surroundings, everything: everything(&surroundings, &files) };
    let mut stages = vec![("read", start.elapsed())];
    let clock = Instant::now();
    let folder = pipeline::stage(&order)?;
    let mut terminal = io::BufWriter::new(io::stdout().lock());
    if let Some(count) = folder.is_of(&hex(&sums.everything)) {
        let last = folder.origin();
        writeln!(
            terminal,
            "{} annunci, {count} file, niente di nuovo: {}",
            last.items,
            out.join("index.html").display()
        )?;
        say_warnings(&mut terminal, last.warnings)?;
        return Ok(terminal.flush().map(|()| Outcome::Done)?);
    }
    stages.push(("compare", clock.elapsed()));
    let clock = Instant::now();
    let mut loaded = files.load(config, today);
    stages.push(("load", clock.elapsed()));
    let (built, checked) = pipeline::build(&order, &sums, &mut loaded, folder, &mut stages)?;
    let outcome = match built {
        BuildOutcome::Refused => {
            let files = loaded.board.file_count() + loaded.unreadable.len();
            report::write(&mut terminal, &Report::of(&loaded, &checked, files, language, colour()), Format::Terminal)?;
            writeln!(terminal, "il sito resta com'era: {}", out.display())?;
            return Ok(Outcome::ContentErrors);
        }
        BuildOutcome::Site(outcome) => outcome,
    };
    let items = loaded.board.published().count();
    let seconds = start.elapsed().as_secs_f64();
    writeln!(
        terminal,
        "{items} annunci, {} file in {seconds:.1} s: {}",
        outcome.files(),
        out.join("index.html").display()
    )?;
    if let output::Outcome::FileByFile(_) = outcome {
        writeln!(
            terminal,
            "la cartella non si può scambiare in un colpo solo: i file sono stati sostituiti uno per uno"
        )?;
    }
    say_warnings(&mut terminal, checked.problems.len())?;
    if arguments.times {
        for (stage, time) in stages {
            writeln!(terminal, "{stage:>9} {:8.1} ms", time.as_secs_f64() * 1000.0)?;
        }
    }
    terminal.flush()?;
    // The program ends: to give back a large board piece by piece would only take time.
    std::mem::forget((loaded, checked));
    Ok(Outcome::Done)
}

fn say_warnings(terminal: &mut impl Write, count: usize) -> io::Result<()> {
    if count > 0 {
        writeln!(terminal, "{count} avvisi: `bacheca check` li elenca")?;
    }
    Ok(())
}
