//! One way through: read, compare with the last build, load, check, publish, exchange.

mod surroundings;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::board::{Board, Files, LoadedBoard};
use crate::check::{CheckOutcome, errors, rules};
use crate::config::Config;
use crate::error::Error;
use crate::output::{BuildOrigin, CompressingSink, Outcome, PrintCache, SiteFolder};
use crate::publish::{ItemFingerprints, Presentation, PrintStore, RenderContext, Sink, publish};
use crate::theme::Theme;

/// What is built, and how.
#[derive(Debug)]
pub struct BuildOptions<'o> {
    /// The board's folder.
    pub root: &'o Path,
    /// The folder of the site.
    pub out: &'o Path,
    /// `site.toml` of the board, as [`Config::load`] reads it.
    pub config: Config,
    /// Today in the board's time zone.
    pub today: NaiveDate,
    /// Names of publishers that are left out.
    pub skip: &'o [String],
    /// Texts are there compressed too.
    pub compress: bool,
}

/// What a build came to.
#[derive(Debug)]
pub struct BuildReport {
    /// What became of the site.
    pub outcome: BuildOutcome,
    /// How many items are published.
    pub items: usize,
    /// How many files the site has.
    pub files: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// How long each stage took, in order.
    pub stages: Vec<(&'static str, Duration)>,
}

/// What a build did to the site in its folder.
#[derive(Debug)]
pub enum BuildOutcome {
    /// The new site stands there since one moment.
    Published,
    /// The new site stands there; the folder is a mount point, so its files were replaced one by one.
    PublishedFileByFile,
    /// Nothing has changed since the last build: nothing was made.
    NothingNew,
    /// The content has errors: nothing was touched. The board and what was found in it, for a report.
    Refused(Box<(LoadedBoard, CheckOutcome)>),
}

/// How long each stage takes.
struct Stopwatch {
    started: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Stopwatch {
    fn start() -> Self {
        Self { started: Instant::now(), stages: Vec::new() }
    }

    /// The stage that ends now.
    fn lap(&mut self, stage: &'static str) {
        self.stages.push((stage, self.started.elapsed()));
        self.started = Instant::now();
    }
}

/// Builds a board into a folder: reads it, checks it, publishes it; what the last build left there and is made from the
/// same is not made again.
///
/// ```no_run
/// use bacheca::config::Config;
/// use bacheca::pipeline::{BuildOptions, BuildOutcome, build};
///
/// let root = std::path::Path::new(".");
/// let config = Config::load(root).map_err(|_| "site.toml cannot be used")?;
/// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 29).ok_or("no such day")?;
/// let options = BuildOptions { root, out: &root.join("public"), config, today, skip: &[], compress: false };
/// let report = build(options)?;
/// assert!(!matches!(report.outcome, BuildOutcome::Refused(_)), "the content has errors");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// If the folder holds files that bacheca did not make, another build is at it, or the theme or the disk refuse: the last
/// site is then as it was.
pub fn build(options: BuildOptions<'_>) -> Result<BuildReport, Error> {
    let mut watch = Stopwatch::start();
    let BuildOptions { root, out, config, today, skip, compress } = options;
    let theme = Theme::load(root, &config.bacheca.tema)?;
    let files = Files::read(root);
    let mut fingerprints = files.fingerprints();
    let fixed = fingerprints.add_folder(root, "static")?;
    let surroundings = surroundings::fingerprint_surroundings(&config, &theme, &fixed, today, (skip, compress))?;
    let everything = fingerprints.everything(&surroundings);
    watch.lap("read");
    let cache = Arc::new(PrintCache::open(root));
    let folder = SiteFolder::stage(out, cache.memory_of(out))?;
    if let Some(files) = folder.is_of(&everything) {
        let BuildOrigin { items, warnings, .. } = *folder.origin();
        let outcome = BuildOutcome::NothingNew;
        return Ok(BuildReport { outcome, items, files, warnings, stages: watch.stages });
    }
    watch.lap("compare");
    let mut loaded = files.load(config, today);
    let made_from = loaded.board.fingerprints(&surroundings, &fingerprints)?;
    Arc::make_mut(&mut loaded.board).files = Arc::new(fingerprints);
    watch.lap("load");
    let (checked, clean) = folder.origin().clean.check(&loaded, &made_from);
    watch.lap("check");
    let (items, warnings) = (loaded.board.published().count(), checked.problems.len());
    if errors(&checked.problems) > 0 {
        let outcome = BuildOutcome::Refused(Box::new((loaded, checked)));
        return Ok(BuildReport { outcome, items, files: 0, warnings, stages: watch.stages });
    }
    let compressed = CompressingSink::new(&folder);
    let sink: &dyn Sink = if compress { &compressed } else { &folder };
    let store = Arc::clone(&cache) as Arc<dyn PrintStore>;
    let presentation = Presentation::new(theme, &loaded.board.config.bacheca.lingue, rules::all(), skip, Some(store))?;
    let context = RenderContext::new(Arc::clone(&loaded.board), &presentation)?;
    publish(&context, sink, Some(&ItemFingerprints::new(&context, made_from.shared, made_from.items)?))?;
    watch.lap("publish");
    let finished = folder.finish(BuildOrigin { everything, clean, items, warnings })?;
    if skip.is_empty() {
        cache.forget_others();
    }
    watch.lap("exchange");
    let outcome = match finished {
        Outcome::FileByFile(_) => BuildOutcome::PublishedFileByFile,
        Outcome::Exchanged(_) | Outcome::Unchanged(_) => BuildOutcome::Published,
    };
    Ok(BuildReport { outcome, items, files: finished.files(), warnings, stages: watch.stages })
}

/// Reads what else pages of a board are rendered from: its theme, with the texts of its languages.
///
/// # Errors
/// A theme that is missing, cannot be read, or does not compile.
pub fn presentation(board: &Board) -> Result<Presentation, Error> {
    let theme = Theme::load(&board.root, &board.config.bacheca.tema)?;
    Presentation::new(theme, &board.config.bacheca.lingue, rules::all(), &[], None)
}

/// Everything that pages of a board are rendered from, for whoever renders one of them.
///
/// # Errors
/// As [`presentation`].
pub fn render_context(loaded: &LoadedBoard) -> Result<RenderContext, Error> {
    RenderContext::new(Arc::clone(&loaded.board), &presentation(&loaded.board)?)
}
