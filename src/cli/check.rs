//! `bacheca check`: runs all rules and prints the report.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::base::load_base;
use super::fix::fix_files;
use super::git::find_tracked_output;
use super::terminal::say;
use super::{Context, Error, Language, Outcome, wants_colour};
use crate::board::LoadedBoard;
#[cfg(feature = "site")]
use crate::board::{ContentFiles, FileFingerprints, Fingerprint};
use crate::check::report::{self, Format, Report};
use crate::check::{BaseBoard, CheckOutcome, check, check_without_cap, count_errors};
use crate::diagnostic::{Diagnostic, MessageLanguage, Severity};
use crate::localized;
#[cfg(feature = "site")]
use crate::output::PrintCache;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Report only on these files (the whole board is read all the same)
    files: Vec<PathBuf>,
    /// Form of the report
    #[arg(long, value_enum, default_value_t)]
    format: FormatArgument,
    /// Language of the messages
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
    /// Warnings count as errors
    #[arg(long)]
    strict: bool,
    /// Mend what can be round safely (encoding, line ends, invisible signs, dates, tracking parameters)
    #[arg(long)]
    fix: bool,
    /// Say also what a change since REF takes away or moves: addresses on somebody's wall, published dates
    #[arg(long, value_name = "REF")]
    base: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatArgument {
    #[default]
    Terminal,
    Github,
    Json,
    Sarif,
}

impl From<FormatArgument> for Format {
    fn from(format: FormatArgument) -> Self {
        match format {
            FormatArgument::Terminal => Self::Terminal,
            FormatArgument::Github => Self::Github,
            FormatArgument::Json => Self::Json,
            FormatArgument::Sarif => Self::Sarif,
        }
    }
}

/// Maximum number of rounds of `--fix`: repairs depend on each other (encoding, characters, dates).
const MAX_FIX_ROUNDS: usize = 8;

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let format = arguments.format.into();
    let language = arguments.lang.into();
    let base = arguments.base.as_deref().map(|reference| load_base(&context.root, reference)).transpose()?;
    let wanted: Vec<String> =
        arguments.files.iter().map(|file| context.content_path(file)).collect::<Result<_, Error>>()?;
    let tracked = if wanted.is_empty() { find_tracked_output(&context.root) } else { Vec::new() };
    // A cache that came with a proposal may say what it likes.
    let may_use_cache = wanted.is_empty() && tracked.is_empty();
    let mut round = 0;
    loop {
        let Some((mut loaded, known)) = load(context, format, language, may_use_cache)? else {
            return Ok(Outcome::ContentErrors);
        };
        if arguments.fix && round < MAX_FIX_ROUNDS {
            round += 1;
            let mut found = check_without_cap(&loaded.board, loaded.problems.clone()).diagnostics;
            found.retain(|problem| wanted.is_empty() || wanted.contains(&problem.file));
            // Standard output carries the report for programs, so the diff goes to standard error.
            let changed = if format == Format::Terminal {
                fix_files(&context.root, &found, &mut io::stdout().lock())?
            } else {
                fix_files(&context.root, &found, &mut io::stderr().lock())?
            };
            if changed > 0 {
                continue;
            }
        }
        loaded.problems.extend(tracked.iter().cloned());
        #[cfg(feature = "site")]
        crate::pipeline::add_theme_faults(&mut loaded);
        let mut checked = known.check(&loaded, base.as_ref())?;
        loaded.problems.clear();
        let mut files = loaded.board.file_count() + loaded.unreadable.len();
        if !wanted.is_empty() {
            checked.diagnostics.retain(|problem| wanted.contains(&problem.file));
            checked.suppressed.retain(|(problem, _)| wanted.contains(&problem.file));
            files = wanted.len();
        }
        if arguments.strict {
            for problem in &mut checked.diagnostics {
                problem.severity = Severity::Error;
            }
        }
        let report = Report::from_outcome(&loaded, &checked, files, language, wants_colour());
        report::write(&mut io::BufWriter::new(io::stdout().lock()), &report, format)?;
        let is_mendable = |problem: &Diagnostic| problem.correction.as_ref().is_some_and(|correction| correction.safe);
        let is_half_mended = round == MAX_FIX_ROUNDS && checked.diagnostics.iter().any(is_mendable);
        if is_half_mended {
            let said = localized!(
                "bacheca: dopo {MAX_FIX_ROUNDS} passate c'è ancora da correggere: lancia di nuovo `check --fix`",
                "bacheca: after {MAX_FIX_ROUNDS} rounds there is still something to mend: run `check --fix` again"
            );
            say(said.in_language(language))?;
        }
        let is_right = count_errors(&checked.diagnostics) == 0 && !is_half_mended;
        return Ok(if is_right { Outcome::Done } else { Outcome::ContentErrors });
    }
}

/// What the last build or check of the board found in single items, if the board has a cache.
struct Memory {
    #[cfg(feature = "site")]
    cache: Option<(PrintCache, FileFingerprints)>,
}

/// Loads the board, with the fingerprints of its files if a build has made a cache for it: a check makes none.
#[cfg(feature = "site")]
fn load(
    context: &Context,
    format: Format,
    language: MessageLanguage,
    may_use_cache: bool,
) -> Result<Option<(LoadedBoard, Memory)>, Error> {
    let Some((config, today)) = context.load_config(format, language)? else { return Ok(None) };
    let files = ContentFiles::read(&context.root);
    let cache = may_use_cache.then(|| PrintCache::open_existing(&context.root)).flatten();
    let cache = cache.map(|cache| (cache, files.fingerprints()));
    Ok(Some((files.load(config, today), Memory { cache })))
}

/// Loads the board.
#[cfg(not(feature = "site"))]
fn load(
    context: &Context,
    format: Format,
    language: MessageLanguage,
    _: bool,
) -> Result<Option<(LoadedBoard, Memory)>, Error> {
    Ok(context.load(format, language)?.map(|loaded| (loaded, Memory {})))
}

impl Memory {
    /// Runs all rules; those that read a single item only where the cache does not know what they find.
    fn check(&self, loaded: &LoadedBoard, base: Option<&BaseBoard>) -> Result<CheckOutcome, Error> {
        #[cfg(feature = "site")]
        if let Some((cache, files)) = &self.cache {
            let fingerprints = loaded.board.fingerprints(&Fingerprint::default(), files)?;
            let known = cache.known_findings();
            let (checked, now_known) = known.check(loaded, base, &fingerprints);
            if now_known != known {
                cache.remember_findings(&now_known);
            }
            return Ok(checked);
        }
        Ok(check(&loaded.board, loaded.problems.clone(), base))
    }
}

/// Checks one file and prints the report: the last step of commands that write a file.
pub(super) fn check_file(context: &Context, file: &std::path::Path) -> Result<Outcome, Error> {
    let arguments = Arguments {
        files: vec![file.to_owned()],
        format: FormatArgument::Terminal,
        lang: Language::It,
        strict: false,
        fix: false,
        base: None,
    };
    run(context, &arguments)
}
