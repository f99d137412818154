//! Rendering of the declared pages: the whole site for a build, one path at a time for the preview.

use rayon::prelude::*;

use super::declaration::reject_duplicates;
use super::page_spec::Content;
use super::reuse::reuse_or_render;
use super::shared::print::{PrintTask, run_print_tasks};
use super::{
    Address, ItemFingerprints, ItemOutput, PageSpec, PieceKeys, Publisher, RenderContext, Shard, Sink, Threads,
};
use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::progress::{Progress, Stage, Unobserved};

/// How a site is published.
#[derive(Clone, Copy)]
pub struct PublishOptions<'o> {
    /// With fingerprints, pages whose inputs have not changed are kept if the sink still has them.
    pub fingerprints: Option<&'o ItemFingerprints>,
    /// Observer of the stages.
    pub progress: &'o dyn Progress,
    /// The part of the site to render; `None` for all of it.
    pub shard: Option<Shard>,
    /// Called when everything is stored but what is printed, if anything is.
    pub before_printing: &'o dyn Fn() -> Result<(), Error>,
}

impl Default for PublishOptions<'_> {
    fn default() -> Self {
        Self { fingerprints: None, progress: &Unobserved, shard: None, before_printing: &|| Ok(()) }
    }
}

/// Renders every page of the site.
///
/// # Errors
/// A path that two outputs declare; the first page that cannot be rendered, with the name of its output; a file that
/// the sink cannot store; an error of `before_printing`.
pub fn publish(context: &RenderContext, sink: &dyn Sink, options: PublishOptions<'_>) -> Result<(), Error> {
    let PublishOptions { fingerprints, progress, shard, before_printing } = options;
    let has_item = |item: &Item| context.board.is_published(item) && shard.is_none_or(|shard| shard.has_item(item));
    let pages: Vec<(&Publisher, PageSpec<'_>)> = context.pages().collect();
    reject_duplicates(context, &pages)?;
    let pages = if shard.is_none_or(|shard| shard.has_pages()) { pages } else { Vec::new() };
    let on = |threads| pages.iter().filter(move |(publisher, _)| publisher.threads == threads);
    let in_pool: Vec<RenderTask<'_, '_>> = on(Threads::Pool).flat_map(render_tasks).collect();
    let items = context.board.items.iter().filter(|item| has_item(item)).count();
    progress.begin(Stage::Pages, items + in_pool.len());
    context.board.items.par_iter().enumerate().filter(|(_, item)| has_item(item)).try_for_each(|(index, item)| {
        let render = |sink: &dyn Sink| publish_item(context, item, sink);
        match fingerprints.and_then(|known| known.item_key(index)) {
            Some(key) => reuse_or_render(item.slug.as_str(), key, sink, render)?,
            None => render(sink)?,
        }
        progress.step();
        Ok::<(), Error>(())
    })?;
    let run = |task: &RenderTask<'_, '_>| {
        task.run(sink, fingerprints)?;
        progress.step();
        Ok::<(), Error>(())
    };
    let (summaries, others): (Vec<_>, Vec<_>) = in_pool.iter().partition(|task| task.page.is_summary());
    others.into_par_iter().try_for_each(run)?;
    summaries.into_iter().try_for_each(run)?;
    let printed = on(Threads::Print).flat_map(|page| render_tasks(page).map(move |task| (page.1.posters, task)));
    let printed = printed.map(|(language, task)| -> (usize, PrintTask<'_>) {
        (language, Box::new(move |sink| task.run(sink, fingerprints)))
    });
    // Language by language, posters before the packs that bind them.
    let mut print_tasks: Vec<(usize, PrintTask<'_>)> =
        list_item_print_tasks(context, &has_item).chain(printed).collect();
    print_tasks.sort_by_key(|(language, _)| *language);
    let print_tasks: Vec<PrintTask<'_>> = print_tasks.into_iter().map(|(_, task)| task).collect();
    if print_tasks.is_empty() {
        return Ok(());
    }
    before_printing()?;
    progress.begin(Stage::Print, print_tasks.len());
    run_print_tasks(&print_tasks, sink, progress)
}

/// Renders one page, one folder, or all files that an output has beside the page of an item.
///
/// # Errors
/// A template that fails, a document that cannot be printed, or a file that the sink cannot store.
pub fn publish_at(context: &RenderContext, address: &Address<'_>, sink: &dyn Sink) -> Result<(), Error> {
    match address {
        Address::Page(page, locale) => page.render(locale, sink, &|_| None),
        Address::Item(output, item, locale) => (output.render)(context, &context.item_page(item, locale), sink),
    }
}

/// A page to render in a language.
struct RenderTask<'p, 'c> {
    publisher: &'static str,
    page: &'p PageSpec<'c>,
    locale: &'c Locale,
}

fn render_tasks<'p, 'c>(
    (publisher, page): &'p (&'static Publisher, PageSpec<'c>),
) -> impl Iterator<Item = RenderTask<'p, 'c>> {
    let publisher = publisher.name;
    page.languages.iter().map(move |language| RenderTask { publisher, page, locale: language.locale })
}

impl RenderTask<'_, '_> {
    fn run(&self, sink: &dyn Sink, fingerprints: Option<&ItemFingerprints>) -> Result<(), Error> {
        let file = self.page.file_in(self.locale);
        let key_of_piece = |index| fingerprints.and_then(|known| known.piece_key(index));
        let render = |sink: &dyn Sink| self.page.render(self.locale, sink, &key_of_piece);
        let rendered = match fingerprints.and_then(|known| known.page_key(&file, &self.page.source)) {
            Some(key) => reuse_or_render(&file, &key, sink, render),
            None => render(sink),
        };
        rendered.map_err(|error| error.in_part(format!("{file} ({})", self.publisher)))
    }
}

impl<'c> PageSpec<'c> {
    fn render(&self, locale: &'c Locale, sink: &dyn Sink, keys: PieceKeys<'_>) -> Result<(), Error> {
        match &self.content {
            Content::File(render) => sink.put(&self.file_in(locale), render(self, locale)?),
            Content::Pieces(write) => sink.put_pieces(&self.file_in(locale), &|out| write(out, keys)),
            Content::Summary(render) => sink.put(&self.file_in(locale), render(sink)?),
            Content::Folder(render) => render(sink),
        }
    }
}

/// Renders all files beside the page of an item, in every language, except those on the printing threads.
fn publish_item(context: &RenderContext, item: &Item, sink: &dyn Sink) -> Result<(), Error> {
    for locale in context.languages_of(item) {
        let page = context.item_page(item, locale);
        for (publisher, output) in context.item_outputs().filter(|(publisher, _)| publisher.threads != Threads::Print) {
            if output.has_files(context, item, locale) {
                let rendered = (output.render)(context, &page, sink);
                rendered.map_err(|error| error.in_part(format!("{} ({})", page.path, publisher.name)))?;
            }
        }
    }
    Ok(())
}

/// Print tasks for the files beside item pages, with the position of their language.
fn list_item_print_tasks<'c>(
    context: &'c RenderContext,
    has_item: &impl Fn(&Item) -> bool,
) -> impl Iterator<Item = (usize, PrintTask<'c>)> {
    let open: Vec<&Item> = context.open_items().into_iter().filter(|item| has_item(item)).collect();
    let outputs = context.item_outputs().filter(|(publisher, _)| publisher.threads == Threads::Print);
    outputs.flat_map(move |(publisher, output)| {
        let pages =
            open.clone().into_iter().flat_map(|item| context.languages_of(item).map(move |locale| (item, locale)));
        pages
            .filter(|(item, locale)| output.has_files(context, item, locale))
            .map(move |(item, locale)| (locale.position, print_task(context, publisher.name, output, item, locale)))
    })
}

fn print_task<'c>(
    context: &'c RenderContext,
    publisher: &'static str,
    output: &'static ItemOutput,
    item: &'c Item,
    locale: &'c Locale,
) -> PrintTask<'c> {
    Box::new(move |sink| {
        let page = context.item_page(item, locale);
        (output.render)(context, &page, sink).map_err(|error| error.in_part(format!("{} ({publisher})", page.path)))
    })
}
