//! `bacheca check`

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Context, Failure, Language, Outcome, colour};
use crate::check::report::{self, Format, Report, Sources};
use crate::check::{check, errors};
use crate::diagnostic::Severity;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Report only on these files (the whole board is read all the same)
    files: Vec<PathBuf>,
    /// Form of the report
    #[arg(long, value_enum, default_value_t)]
    format: FormatArgument,
    /// Language of the messages
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// Warnings count as errors
    #[arg(long)]
    strict: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatArgument {
    #[default]
    Terminal,
    Json,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Failure> {
    let format = match arguments.format {
        FormatArgument::Terminal => Format::Terminal,
        FormatArgument::Json => Format::Json,
    };
    let language = arguments.lang.into();
    let Some(mut loaded) = context.load(format, language)? else { return Ok(Outcome::ContentErrors) };
    let mut problems = check(&loaded.board, std::mem::take(&mut loaded.problems));
    let mut files = loaded.board.file_count() + loaded.unreadable.len();
    if !arguments.files.is_empty() {
        let wanted = wanted(context, &arguments.files)?;
        problems.retain(|problem| wanted.contains(&problem.file));
        files = wanted.len();
    }
    if arguments.strict {
        for problem in &mut problems {
            problem.severity = Severity::Error;
        }
    }
    let sources = Sources::of(&loaded, &problems);
    let report = Report { problems: &problems, files, sources, language, colour: colour() };
    report::write(&mut io::BufWriter::new(io::stdout().lock()), &report, format)?;
    Ok(if errors(&problems) == 0 { Outcome::Done } else { Outcome::ContentErrors })
}

/// The files as the board names them: below its folder, with `/`.
fn wanted(context: &Context, files: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let root = context.root.canonicalize()?;
    files
        .iter()
        .map(|file| {
            let below_root = [file.clone(), root.join(file)].into_iter().find_map(|path| path.canonicalize().ok());
            let path = below_root.ok_or_else(|| Failure::Said(format!("{}: il file non c'è", file.display())))?;
            let path = path.strip_prefix(&root).map_err(|_| {
                Failure::Said(format!("{}: il file non è nella cartella della bacheca", file.display()))
            })?;
            Ok(path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
        })
        .collect()
}
