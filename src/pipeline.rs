//! One way through: load, compose, check, publish.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::board::Loaded;
use crate::check::{Checked, check, errors, rules};
use crate::locale::Locales;
use crate::output::{Cache, Compressed, Folder, Outcome};
use crate::publish::{Failure, PUBLISHERS, Sink, Site};
use crate::templates::Templates;
use crate::theme::Theme;

/// What a build came to.
pub enum Built {
    /// The site stands in its folder.
    Site(Outcome),
    /// The content has errors: nothing was touched.
    Refused,
}

/// How long each stage took.
pub type Stages = Vec<(&'static str, Duration)>;

/// Checks a loaded board and publishes it into a folder; with `compress`, texts are there compressed too.
///
/// # Errors
/// If the theme or the disk refuse; the last site is then as it was.
pub fn build(
    loaded: &mut Loaded,
    out: &Path,
    skip: &[String],
    compress: bool,
    stages: &mut Stages,
) -> Result<(Built, Checked), Failure> {
    let mut clock = Instant::now();
    let mut stage = |name, stages: &mut Stages| {
        stages.push((name, clock.elapsed()));
        clock = Instant::now();
    };
    let checked = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
    stage("check", stages);
    if errors(&checked.problems) > 0 {
        return Ok((Built::Refused, checked));
    }
    let folder = Folder::stage(out)?;
    let cache = Cache::open(&loaded.board.root);
    let compressed = Compressed::new(&folder);
    let sink: &dyn Sink = if compress { &compressed } else { &folder };
    with_site(loaded, |site| site.with_store(&cache).publish(sink, skip))?;
    stage("publish", stages);
    let outcome = folder.finish()?;
    if skip.is_empty() {
        cache.forget_others();
    }
    stage("exchange", stages);
    Ok((Built::Site(outcome), checked))
}

/// Publishes a loaded board into any sink.
///
/// # Errors
/// What the theme, a publisher or the sink say.
pub fn publish(loaded: &Loaded, sink: &dyn Sink, skip: &[String]) -> Result<(), Failure> {
    with_site(loaded, |site| site.publish(sink, skip))
}

/// Publishes one kind of output only.
///
/// # Errors
/// As [`publish`].
pub fn publish_only(loaded: &Loaded, sink: &dyn Sink, name: &str) -> Result<(), Failure> {
    let others = PUBLISHERS.iter().map(|publisher| publisher.name).filter(|other| *other != name);
    publish(loaded, sink, &others.map(str::to_owned).collect::<Vec<_>>())
}

/// Publishes the poster, picture or pack at one path of the site.
///
/// # Errors
/// As [`publish`].
pub fn publish_paper(loaded: &Loaded, sink: &dyn Sink, path: &str) -> Result<(), Failure> {
    with_site(loaded, |site| site.publish_paper(path, sink))
}

/// Gives a board with everything that its pages need to somebody who prints.
///
/// # Errors
/// What the theme says, and whoever prints.
pub fn with_site<T>(loaded: &Loaded, publish: impl FnOnce(Site<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
    let board = &loaded.board;
    let theme = Theme::load(&board.root, &board.config.bacheca.tema)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    let templates = Templates::load(&theme)?;
    publish(Site::new(board, &locales, &theme, &templates, rules::all()))
}
