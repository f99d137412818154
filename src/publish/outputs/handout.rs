//! The sheet to hand over: the page on which a device puts it together from what was ticked on cards, and beside the page
//! of each open item its facts in that language, which the page fetches in two languages.

use serde::Serialize;

use crate::board::Item;
use crate::compose::handout::build_handout;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Indexing, ItemOutput, ItemPage, PageSpec, RenderContext, Sink};

/// Path of the page below a language's root.
const PAGE_PATH: &str = "foglio/";

/// Facts of an item, beside its page. About 1 KB compressed: the page itself has ten times as much.
const FACTS_FILE: &str = "foglio.json";

/// Pictograms of the facts.
const ICONS: [&str; 14] = [
    "deadline",
    "who",
    "when",
    "where",
    "cost",
    "pay",
    "grant",
    "documents",
    "steps",
    "apply",
    "phone",
    "whatsapp",
    "mail",
    "warning",
];

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

/// A language in which somebody may get the sheet.
#[derive(Serialize)]
struct ReaderLanguage<'c> {
    lang: &'c str,
    dir: &'c str,
    autonym: &'c str,
    /// Path of its root below the site's root: `bn/`.
    root: &'c str,
    title: &'c str,
    trust: String,
    /// Day on which the board was built, in a sentence.
    updated: String,
    colon: &'c str,
    never_money: &'c str,
}

impl<'c> ReaderLanguage<'c> {
    fn new(context: &RenderContext, locale: &'c Locale) -> Self {
        Self {
            lang: &locale.code,
            dir: &locale.direction,
            autonym: &locale.autonym,
            root: &locale.root,
            title: locale.text(key::handout_title),
            trust: context.trust(locale),
            updated: context.updated(locale),
            colon: locale.text(key::colon),
            never_money: locale.text(key::never_money),
        }
    }
}

fn files(_: &RenderContext, item: &Item, _: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if item.status.is_open() {
        file(FACTS_FILE, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let facts = build_handout(&context.board, page.item, page.locale);
    let json = serde_json::to_vec(&facts).map_err(|error| Error::internal("handout", error))?;
    sink.put(&format!("{}{FACTS_FILE}", page.path), json)
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, PAGE_PATH, |page, locale| render_page(context, page, locale));
    vec![page.not_indexed("each device puts its own sheet on it")]
}

fn render_page(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let lead = locale.text(key::handout_lead);
    let head = PageHead { description: lead, ..page.head(context, locale, locale.text(key::handout_title)) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("lead", lead);
    values.insert(
        "readers",
        &context.locales.iter().map(|locale| ReaderLanguage::new(context, locale)).collect::<Vec<_>>(),
    );
    values.insert("fact_icons", &ICONS);
    context.templates.render_page("handout.html", &values)
}
