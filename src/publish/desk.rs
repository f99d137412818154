//! The editors' desk, `redazione/`: the plan, and for each open item its text in each language and channel, ready to
//! copy. Static, not indexed, linked from nowhere public.

use rayon::prelude::*;
use serde::Serialize;

use super::frame::Head;
use super::{Failure, PageOf, Sink, Site, posts};
use crate::board::Item;
use crate::compose::channel::{CHANNELS, Channel};
use crate::compose::notice;
use crate::compose::percent_encode;
use crate::compose::plan::{self, Why, last_posted};
use crate::locale::Locale;

const FOLDER: &str = "redazione/";

/// A post of the plan, or an item that is open.
#[derive(Serialize)]
struct Entry<'d> {
    slug: &'d str,
    kind: &'d str,
    kind_label: &'d str,
    title: &'d str,
    /// «fino a venerdì 4 dicembre 2026»
    until: String,
    /// The day of the plan.
    day: String,
    /// It was posted already, and is recalled.
    last_days: bool,
    /// When it was last posted.
    posted: String,
}

/// The texts in one language.
#[derive(Serialize)]
struct Language<'d> {
    code: &'d str,
    autonym: &'d str,
    dir: &'d str,
    /// Below the site's root: where its card and poster are.
    path: String,
    texts: Vec<Text>,
}

/// A text to copy.
#[derive(Serialize)]
struct Text {
    channel: &'static str,
    text: String,
    count: usize,
    limit: usize,
    unit: &'static str,
    /// The page counts again while somebody writes.
    live: bool,
    /// Opens WhatsApp with the text.
    share: Option<String>,
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    home(site, sink)?;
    site.open_items().par_iter().try_for_each(|item| of_item(site, item, sink))
}

fn home(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let locale = site.locales.own();
    let planned = plan::plan(site.board)?;
    let planned: Vec<Entry<'_>> = planned
        .iter()
        .map(|post| Entry {
            day: locale.date(post.day),
            last_days: post.why == Why::LastDays,
            ..entry(site, post.item)
        })
        .collect();
    let open: Vec<Entry<'_>> = site.open_items().into_iter().map(|item| entry(site, item)).collect();
    let languages = site
        .locales
        .iter()
        .map(|locale| {
            let Some(whatsapp) = CHANNELS.first() else { return Ok::<Vec<Text>, Failure>(Vec::new()) };
            let items = site.open_items();
            let (templates, board) = (site.templates, site.board);
            let mut texts =
                vec![text(whatsapp, "riepilogo", notice::digest(templates, board, locale, &items, whatsapp)?.0)];
            let invitation = notice::invitation(templates, board, locale, whatsapp)?;
            texts.extend(invitation.map(|invitation| text(whatsapp, "invito", invitation)));
            texts.push(text(whatsapp, "benvenuto", notice::welcome(templates, board, locale, whatsapp)?));
            Ok(texts)
        })
        .zip(site.locales.iter())
        .map(|(texts, locale)| Ok(Language { texts: texts?, ..language(locale, site.prefix(locale).to_owned()) }))
        .collect::<Result<Vec<Language<'_>>, Failure>>()?;
    let mut context = context(site, FOLDER, "Redazione")?;
    context.insert("board_languages", &languages);
    context.insert("planned", &planned);
    context.insert("open", &open);
    context.insert("hour", site.board.config.piano.hour());
    sink.put(&format!("{FOLDER}index.html"), site.templates.page("desk.html", &context)?)
}

fn of_item(site: &Site<'_>, item: &Item, sink: &dyn Sink) -> Result<(), Failure> {
    let own = site.locales.own();
    let own_page = site.page_of(item, own);
    let mut languages = Vec::new();
    for locale in site.languages_of(item) {
        let page = site.page_of(item, locale);
        let mut texts = CHANNELS
            .iter()
            .map(|channel| Ok(text(channel, channel.name, posts::text(site, &page, channel)?)))
            .collect::<Result<Vec<Text>, Failure>>()?;
        if locale.code != own.code
            && let Some(channel) = CHANNELS.first()
        {
            texts.push(text(channel, "bilingue", posts::bilingual(site, &page, &own_page, channel)?));
        }
        if let Some(channel) = CHANNELS.first()
            && let Some(notice) = posts::notice(site, &page, channel)?
        {
            texts.insert(1, text(channel, "promemoria", notice));
        }
        languages.push(Language { texts, ..language(locale, page.path.clone()) });
    }
    let path = format!("{FOLDER}{}/", item.slug);
    let mut context = context(site, &path, item.title())?;
    context.insert("entry", &entry(site, item));
    context.insert("item_languages", &languages);
    context.insert("file", &item.document.source.path);
    context.insert("edit", &edit_address(site, &own_page));
    let when = format!("{}T{}", site.board.today, site.board.config.piano.hour());
    context.insert("line", &format!("  - {}", plan::entry("whatsapp", &own.code, &when)));
    sink.put(&format!("{path}index.html"), site.templates.page("desk-item.html", &context)?)
}

fn language(locale: &Locale, path: String) -> Language<'_> {
    Language { code: &locale.code, autonym: &locale.autonym, dir: &locale.direction, path, texts: Vec::new() }
}

fn text(channel: &Channel, name: &'static str, text: String) -> Text {
    Text {
        channel: name,
        count: (channel.count)(&text),
        limit: channel.limit,
        unit: channel.unit,
        live: channel.unit == "caratteri" && !channel.name.starts_with("telegram"),
        share: (channel.name == "whatsapp").then(|| format!("https://wa.me/?text={}", percent_encode(&text))),
        text,
    }
}

fn entry<'d>(site: &'d Site<'_>, item: &'d Item) -> Entry<'d> {
    let locale = site.locales.own();
    Entry {
        slug: item.slug.as_str(),
        kind: item.kind().key(),
        kind_label: locale.word("kind", item.kind().key()).unwrap_or_default(),
        title: item.title(),
        until: item.status.closing().map(|closing| locale.date(closing.day)).unwrap_or_default(),
        day: String::new(),
        last_days: false,
        posted: last_posted(item).map(|day| locale.date(day)).unwrap_or_default(),
    }
}

/// The item's file in the repository's web editor, where the board says where its repository is.
fn edit_address(site: &Site<'_>, page: &PageOf<'_>) -> Option<String> {
    let repository = site.board.config.bacheca.repository.as_deref()?.trim_end_matches('/');
    Some(format!("{repository}/edit/main/{}", page.item.document.source.path))
}

fn context(site: &Site<'_>, path: &str, title: &str) -> Result<tera::Context, Failure> {
    let locale = site.locales.own();
    let head = Head { path, title, description: title, noindex: true, feed: "feed.xml".to_owned(), image: None };
    site.context(locale, &head, &[])
}
