//! The stages of a build: read, compare with the last build, load, check, publish, exchange.

mod surroundings;
mod theme_faults;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::board::{Board, ContentFiles, LoadedBoard, fingerprint, fingerprint_times};
use crate::check::{CheckOutcome, count_errors, rules};
use crate::config::Config;
use crate::error::Error;
use crate::files::{Durability, reject_linked_folders};
use crate::output::{BuildOrigin, CompressingSink, Obstacle, PrintCache, SiteFolder, SwapOutcome};
use crate::progress::{Progress, Stage};
use crate::publish::{ItemFingerprints, Presentation, PrintStore, PublishOptions, RenderContext, Shard, Sink, publish};
use crate::theme::Theme;

pub use theme_faults::add_theme_faults;

/// Input and options of a build.
#[derive(Debug)]
pub struct BuildOptions<'o> {
    /// Folder of the board.
    pub root: &'o Path,
    /// Folder of the site.
    pub out: &'o Path,
    /// Configuration of the board, from [`Config::load`].
    pub config: Config,
    /// Today in the board's time zone.
    pub today: NaiveDate,
    /// Names of publishers to skip.
    pub skip: &'o [String],
    /// Whether to write `.gz` and `.br` beside texts.
    pub compress: bool,
    /// The part of the site to build; `None` for all of it.
    pub shard: Option<Shard>,
    /// Whether the site is durable before it replaces the last one.
    pub durability: Durability,
    /// Observer of the stages.
    pub progress: &'o dyn Progress,
}

/// Outcome and figures of a build.
#[derive(Debug)]
pub struct BuildReport {
    /// What happened to the site.
    pub outcome: BuildOutcome,
    /// Number of published items.
    pub items: usize,
    /// Number of files of the site.
    pub files: usize,
    /// Number of warnings.
    pub warnings: usize,
}

/// What a build did to the folder of the site.
#[derive(Debug)]
pub enum BuildOutcome {
    /// The new site replaced the last one atomically.
    Published,
    /// The new site replaced the last one file by file, and why.
    PublishedFileByFile(Obstacle),
    /// No input changed since the last build, so nothing was written.
    NothingNew,
    /// The content has errors, so nothing was written; board and findings for a report.
    Refused(Box<(LoadedBoard, CheckOutcome)>),
}

/// Builds a board into a folder: reads, checks and publishes it. Outputs of the last build with unchanged inputs are
/// reused.
///
/// Where there is no site yet, its pages are put in place before posters are printed, which takes most of a first
/// build; the whole site replaces them at the end. Until then the list of files has no fingerprints, so that `deploy`
/// refuses the folder, and a build that finds it finishes the site. If the build fails, the pages are deleted again.
///
/// ```no_run
/// use bacheca::config::Config;
/// use bacheca::files::Durability;
/// use bacheca::pipeline::{BuildOptions, BuildOutcome, build};
/// use bacheca::progress::Unobserved;
///
/// let root = std::path::Path::new(".");
/// let config = Config::load(root).map_err(|_| "site.toml cannot be used")?;
/// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 29).ok_or("no such day")?;
/// let options = BuildOptions { root, out: &root.join("public"), config, today, skip: &[], compress: false, shard: None,
///     durability: Durability::Synced, progress: &Unobserved };
/// let report = build(options)?;
/// assert!(!matches!(report.outcome, BuildOutcome::Refused(_)), "the content has errors");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Foreign files in the folder, another build running there, a fault of the theme, an I/O error. The last site stays as
/// it was.
pub fn build(options: BuildOptions<'_>) -> Result<BuildReport, Error> {
    let BuildOptions { root, out, config, today, skip, compress, shard, durability, progress } = options;
    if let Ok(below) = out.strip_prefix(root) {
        // Of links that a proposal brings, the site would be written to where they lead.
        reject_linked_folders(root, &below.join("index.html")).map_err(|error| Error::write_site(out, &error))?;
    }
    progress.begin(Stage::Read, 0);
    // Of a theme that is missing, the check says where.
    let theme = Theme::of_board(root, &config).unwrap_or_else(|_| Theme::embedded());
    let surroundings = surroundings::fingerprint_surroundings(&config, &theme, today, (skip, compress, shard))?;
    let cache = Arc::new(PrintCache::open(root));
    let folder = SiteFolder::stage(out, cache.folder_memory(out), durability)?;
    // Before the files are read, so that a later change shows in their times.
    let times = fingerprint_times(root).map(|times| fingerprint([surroundings.as_slice(), &times]));
    if let Some(report) = report_unchanged(&folder, |origin| times.is_some() && origin.times == times) {
        return Ok(report);
    }
    let files = ContentFiles::read(root);
    let mut fingerprints = files.fingerprints();
    let fixed = fingerprints.add_folder(root, "static")?;
    let surroundings = fingerprint([surroundings.as_slice(), &fixed]);
    let everything = fingerprints.combine(&surroundings);
    if let Some(report) = report_unchanged(&folder, |origin| origin.everything == everything) {
        folder.remember_times(times);
        return Ok(report);
    }
    progress.begin(Stage::Load, 0);
    let mut loaded = files.load(config, today);
    let made_from = loaded.board.fingerprints(&surroundings, &fingerprints)?;
    Arc::make_mut(&mut loaded.board).files = Arc::new(fingerprints);
    progress.begin(Stage::Check, 0);
    add_theme_faults(&mut loaded);
    let known = cache.known_findings();
    let (checked, now_known) = known.check(&loaded, None, &made_from);
    if now_known != known {
        cache.remember_findings(&now_known);
    }
    let (items, warnings) = (loaded.board.published().count(), checked.diagnostics.len());
    if count_errors(&checked.diagnostics) > 0 {
        let outcome = BuildOutcome::Refused(Box::new((loaded, checked)));
        return Ok(BuildReport { outcome, items, files: 0, warnings });
    }
    let compressed = CompressingSink::new(&folder);
    let sink: &dyn Sink = if compress { &compressed } else { &folder };
    let store = Arc::clone(&cache) as Arc<dyn PrintStore>;
    let presentation = Presentation::new(theme, &loaded.board.config.bacheca.lingue, rules::all(), skip, Some(store))?;
    let context = RenderContext::new(Arc::clone(&loaded.board), &presentation);
    let fingerprints = ItemFingerprints::new(&context, made_from.shared, made_from.items)?;
    let before_printing = || {
        if folder.show_pages()? {
            progress.pages_ready(out);
        }
        Ok(())
    };
    let options =
        PublishOptions { fingerprints: Some(&fingerprints), progress, shard, before_printing: &before_printing };
    publish(&context, sink, options)?;
    progress.begin(Stage::Exchange, 0);
    let finished = folder.finish(BuildOrigin { everything, times, items, warnings })?;
    // What other parts print is used by them.
    if skip.is_empty() && shard.is_none() {
        cache.delete_unused();
    }
    let outcome = match finished {
        SwapOutcome::FileByFile(_, obstacle) => BuildOutcome::PublishedFileByFile(obstacle),
        SwapOutcome::Exchanged(_) | SwapOutcome::Unchanged(_) => BuildOutcome::Published,
    };
    Ok(BuildReport { outcome, items, files: finished.files(), warnings })
}

/// Reports the last site, if it was built from the same inputs and is still as it was written.
fn report_unchanged(folder: &SiteFolder, is_same: impl Fn(&BuildOrigin) -> bool) -> Option<BuildReport> {
    let files = folder.find_unchanged(is_same)?;
    let BuildOrigin { items, warnings, .. } = *folder.origin();
    Some(BuildReport { outcome: BuildOutcome::NothingNew, items, files, warnings })
}

/// Loads the theme of a board, with the texts of its languages.
///
/// # Errors
/// A theme that is missing, cannot be read, or does not compile.
pub fn load_presentation(board: &Board) -> Result<Presentation, Error> {
    let theme = Theme::of_board(&board.root, &board.config)?;
    Presentation::new(theme, &board.config.bacheca.lingue, rules::all(), &[], None)
}

/// Prepares everything needed to render single pages of a board.
///
/// # Errors
/// A theme that is missing, cannot be read, or does not compile.
pub fn prepare_render_context(loaded: &LoadedBoard) -> Result<RenderContext, Error> {
    Ok(RenderContext::new(Arc::clone(&loaded.board), &load_presentation(&loaded.board)?))
}
