//! Layout of a document until what it asks about itself, such as a position, is what the last layout answered.
//!
//! Typst's own loop lays each sheet out twice: what is measured looks for its place in the last layout, and finds one only
//! the second time. Nothing here asks where a measured element is: it is always told that it has no place.

use std::num::NonZeroUsize;
use std::sync::LazyLock;

use comemo::{Constraint, Track, Tracked};
use typst::diag::{SourceDiagnostic, SourceResult, StrResult};
use typst::ecow::{EcoString, EcoVec};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Label, Output, Selector, StyleChain, Target, TargetElem};
use typst::introspection::{DocumentPosition, EmptyIntrospector, Introspector, Location, Locator, MAX_ITERS};
use typst::layout::{Frame, Region};
use typst::model::Numbering;
use typst::routines::Routines;
use typst::syntax::VirtualPath;
use typst::utils::Protected;
use typst::{Library, LibraryBuilder, LibraryExt, World};
use typst_layout::PagedDocument;

/// Typst's own routines, but for the one that measures.
static ROUTINES: LazyLock<Routines> =
    LazyLock::new(|| Routines { layout_frame: lay_out_measured, ..*Library::default().routines });

/// Typst's library, which finds the layout of what was measured when it is placed.
pub(super) fn library() -> Library {
    LibraryBuilder::from_routines(&ROUTINES).build()
}

/// Lays out what a template measures with the styles that it has where it is placed. `measure` repeats the target among
/// them, which changes no layout here but is part of the key under which Typst keeps it.
fn lay_out_measured(
    engine: &mut Engine,
    content: &Content,
    locator: Locator,
    mut styles: StyleChain,
    region: Region,
) -> SourceResult<Frame> {
    let target = TargetElem::target.set(Target::Paged).wrap();
    if styles.links().next().is_some_and(|innermost| innermost == [target]) {
        styles.pop();
    }
    typst_layout::layout_frame(engine, content, locator, styles, region)
}

/// Lays out the main file of a world. A document that does not come to rest is returned as it is.
///
/// # Errors
/// Those of Typst, in the order in which they were found.
pub(super) fn lay_out(world: &dyn World) -> Result<PagedDocument, EcoVec<SourceDiagnostic>> {
    let world = world.track();
    let (library, traced) = (world.library(), Traced::default());
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let styles = base.chain(&target);
    let main = world.source(world.main()).map_err(|error| {
        EcoVec::from([SourceDiagnostic::error(typst::syntax::Span::detached(), EcoString::from(error))])
    })?;
    let mut sink = Sink::new();
    let route = Route::default();
    let module = typst_eval::eval(world, library, traced.track(), sink.track_mut(), route.track(), &main)?;
    let content = module.content();
    let mut layouts = 0;
    let mut last: Option<PagedDocument> = None;
    let (document, errors) = loop {
        let constraint = Constraint::new();
        let known = WithoutMeasured(last.as_ref().map_or(&EmptyIntrospector, |last| last.introspector().as_ref()));
        let tracked: Tracked<'_, dyn Introspector + '_> = (&known as &dyn Introspector).track_with(&constraint);
        let mut errors = Sink::new();
        let mut engine = Engine {
            library,
            world,
            introspector: Protected::new(tracked),
            traced: traced.track(),
            sink: errors.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut engine, &content, styles)?;
        layouts += 1;
        let found = WithoutMeasured(document.introspector().as_ref());
        if constraint.validate(&found as &dyn Introspector) || layouts == MAX_ITERS {
            break (document, errors);
        }
        last = Some(document);
    };
    sink.extend_from_sink(errors);
    let delayed = sink.delayed();
    if delayed.is_empty() { Ok(document) } else { Err(delayed) }
}

/// What a layout knows of itself, but for the places of measured elements.
struct WithoutMeasured<'l>(&'l dyn Introspector);

impl Introspector for WithoutMeasured<'_> {
    fn locator(&self, _: u128, _: Location) -> Option<Location> {
        None
    }

    fn query(&self, selector: &Selector) -> EcoVec<Content> {
        self.0.query(selector)
    }

    fn query_first(&self, selector: &Selector) -> Option<Content> {
        self.0.query_first(selector)
    }

    fn query_unique(&self, selector: &Selector) -> StrResult<Content> {
        self.0.query_unique(selector)
    }

    fn query_label(&self, label: Label) -> StrResult<&Content> {
        self.0.query_label(label)
    }

    fn query_labelled(&self) -> EcoVec<Content> {
        self.0.query_labelled()
    }

    fn query_count_before(&self, selector: &Selector, end: Location) -> usize {
        self.0.query_count_before(selector, end)
    }

    fn label_count(&self, label: Label) -> usize {
        self.0.label_count(label)
    }

    fn pages(&self, location: Location) -> Option<NonZeroUsize> {
        self.0.pages(location)
    }

    fn page(&self, location: Location) -> Option<NonZeroUsize> {
        self.0.page(location)
    }

    fn position(&self, location: Location) -> Option<DocumentPosition> {
        self.0.position(location)
    }

    fn page_numbering(&self, location: Location) -> Option<&Numbering> {
        self.0.page_numbering(location)
    }

    fn page_supplement(&self, location: Location) -> Option<&Content> {
        self.0.page_supplement(location)
    }

    fn anchor(&self, location: Location) -> Option<&EcoString> {
        self.0.anchor(location)
    }

    fn document(&self, location: Location) -> Option<Location> {
        self.0.document(location)
    }

    fn path(&self, location: Location) -> Option<&VirtualPath> {
        self.0.path(location)
    }
}
