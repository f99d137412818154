//! One way through: load, compose, check, publish.

mod origin;

use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::board::{Board, Fingerprint, LoadedBoard, hex};
use crate::check::{CheckOutcome, check_changed, errors, rules};
use crate::error::Error;
use crate::output::{BuildOrigin, CompressingSink, Outcome, PrintCache, SiteFolder};
use crate::publish::{ItemFingerprints, Presentation, PrintStore, RenderContext, Sink, publish};
use crate::theme::Theme;

use origin::shared;
pub use origin::{BuildOptions, everything};

/// What a build came to.
pub enum BuildOutcome {
    /// The site stands in its folder.
    Site(Outcome),
    /// The content has errors: nothing was touched.
    Refused,
}

/// From what a site is made.
pub struct BuildFingerprints {
    /// Everything but the content.
    pub surroundings: Fingerprint,
    /// Everything.
    pub everything: Fingerprint,
}

/// How long each stage took.
pub type StageTimes = Vec<(&'static str, Duration)>;

/// Checks a loaded board and publishes it into a folder that was staged; what the last build left there and is as it
/// was is not made again.
///
/// # Errors
/// If the theme or the disk refuse; the last site is then as it was.
pub fn build(
    order: &BuildOptions<'_>,
    sums: &BuildFingerprints,
    loaded: &mut LoadedBoard,
    folder: SiteFolder,
    stages: &mut StageTimes,
) -> Result<(BuildOutcome, CheckOutcome), Error> {
    let mut clock = Instant::now();
    let mut stage = |name, stages: &mut StageTimes| {
        stages.push((name, clock.elapsed()));
        clock = Instant::now();
    };
    let board = &loaded.board;
    let shared = shared(&sums.surroundings, board);
    let items: Vec<Fingerprint> = board.items.par_iter().map(|item| item.fingerprint(order.root)).collect();
    let last = folder.origin();
    let same = last.shared == hex(&shared);
    let clean = |index: usize| {
        let (item, sum) = (board.items.get(index)?, items.get(index)?);
        Some(same && *last.clean.get(item.slug.as_str())? == hex(sum))
    };
    let checked =
        check_changed(board, std::mem::take(&mut loaded.problems), None, |index| clean(index).unwrap_or(false));
    stage("check", stages);
    if errors(&checked.problems) > 0 {
        return Ok((BuildOutcome::Refused, checked));
    }
    let clean = board.items.iter().zip(&items).zip(&checked.clean).filter(|(_, clean)| **clean);
    let origin = BuildOrigin {
        everything: hex(&sums.everything),
        shared: hex(&shared),
        clean: clean.map(|((item, sum), _)| (item.slug.as_str().to_owned(), hex(sum))).collect(),
        items: board.published().count(),
        warnings: checked.problems.len(),
    };
    let cache = Arc::new(PrintCache::open(order.root));
    let compressed = CompressingSink::new(&folder);
    let sink: &dyn Sink = if order.compress { &compressed } else { &folder };
    let presentation = presentation(board, order.skip, Some(Arc::clone(&cache) as Arc<dyn PrintStore>))?;
    let context = RenderContext::new(Arc::clone(board), &presentation)?;
    publish(&context, sink, Some(&ItemFingerprints::new(&context, shared, items)?))?;
    stage("publish", stages);
    let outcome = folder.finish(origin)?;
    if order.skip.is_empty() {
        cache.forget_others();
    }
    stage("exchange", stages);
    Ok((BuildOutcome::Site(outcome), checked))
}

/// Prepares the folder of a site.
///
/// # Errors
/// If it holds files that bacheca did not make or cannot be written, or another build is at it.
pub fn stage(order: &BuildOptions<'_>) -> Result<SiteFolder, Error> {
    SiteFolder::stage(order.out, PrintCache::open(order.root).memory_of(order.out))
}

/// Reads what else pages of a board are rendered from: its theme, with the texts of its languages.
///
/// # Errors
/// A theme that is missing, cannot be read, or does not compile.
pub fn presentation(board: &Board, skip: &[String], store: Option<Arc<dyn PrintStore>>) -> Result<Presentation, Error> {
    let theme = Theme::load(&board.root, &board.config.bacheca.tema)?;
    Presentation::new(theme, &board.config.bacheca.lingue, rules::all(), skip, store)
}

/// Everything that pages of a board are rendered from, for whoever renders one of them.
///
/// # Errors
/// As [`presentation`].
pub fn render_context(loaded: &LoadedBoard) -> Result<RenderContext, Error> {
    RenderContext::new(Arc::clone(&loaded.board), &presentation(&loaded.board, &[], None)?)
}
