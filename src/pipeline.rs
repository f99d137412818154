//! One way through: load, compose, check, publish.

mod origin;

use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::board::{Fingerprint, LoadedBoard, hex};
use crate::check::{CheckOutcome, check_changed, errors, rules};
use crate::error::Error;
use crate::locale::Locales;
use crate::output::{BuildOrigin, CompressingSink, Outcome, PrintCache, SiteFolder};
use crate::publish::{Sink, Site};
use crate::templates::Templates;
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
    let cache = PrintCache::open(order.root);
    let compressed = CompressingSink::new(&folder);
    let sink: &dyn Sink = if order.compress { &compressed } else { &folder };
    with_site(loaded, |site| site.with_store(&cache).with_sums(&shared, &items)?.publish(sink, order.skip))?;
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

/// Gives a board with everything that its pages need to somebody who prints.
///
/// # Errors
/// What the theme says, and whoever prints.
pub fn with_site<T>(loaded: &LoadedBoard, publish: impl FnOnce(Site<'_>) -> Result<T, Error>) -> Result<T, Error> {
    let board = &loaded.board;
    let theme = Theme::load(&board.root, &board.config.bacheca.tema)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    let templates = Templates::load(&theme)?;
    publish(Site::new(board, &locales, &theme, &templates, rules::all()))
}
