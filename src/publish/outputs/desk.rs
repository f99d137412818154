//! The editors' desk, `redazione/`: the plan, and for each open item its text in each language and channel, ready to
//! copy. Static, not indexed, linked from nowhere public.

use rayon::prelude::*;
use serde::Serialize;

use crate::board::Item;
use crate::compose::messenger::{MESSENGERS, Messenger};
use crate::compose::notice;
use crate::compose::plan::{self, PostReason, last_posted_on};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::messages;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{ItemPage, Sink, Site};
use crate::text::percent::percent_encode;

const FOLDER: &str = "redazione/";

/// A post of the plan, or an item that is open.
#[derive(Serialize)]
struct DeskEntry<'d> {
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
struct LanguageTexts<'d> {
    code: &'d str,
    autonym: &'d str,
    dir: &'d str,
    /// Below the site's root: where its card and poster are.
    path: String,
    texts: Vec<CopyableText>,
}

/// A text to copy.
#[derive(Serialize)]
struct CopyableText {
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

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    home(site, sink)?;
    site.open_items().par_iter().try_for_each(|item| of_item(site, item, sink))
}

fn home(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let locale = site.locales.own();
    let planned = plan::plan_posts(site.board)?;
    let planned: Vec<DeskEntry<'_>> = planned
        .iter()
        .map(|post| DeskEntry {
            day: locale.format_date_with_weekday(post.day),
            last_days: post.reason == PostReason::LastDays,
            ..entry(site, post.item)
        })
        .collect();
    let open: Vec<DeskEntry<'_>> = site.open_items().into_iter().map(|item| entry(site, item)).collect();
    let languages = site
        .locales
        .iter()
        .map(|locale| {
            let Some(whatsapp) = MESSENGERS.first() else { return Ok::<Vec<CopyableText>, Error>(Vec::new()) };
            let items = site.open_items();
            let (templates, board) = (site.templates, site.board);
            let mut texts =
                vec![text(whatsapp, "riepilogo", notice::render_digest(templates, board, locale, &items, whatsapp)?.0)];
            let invitation = notice::render_invitation(templates, board, locale, whatsapp)?;
            texts.extend(invitation.map(|invitation| text(whatsapp, "invito", invitation)));
            texts.push(text(whatsapp, "benvenuto", notice::render_welcome(templates, board, locale, whatsapp)?));
            Ok(texts)
        })
        .zip(site.locales.iter())
        .map(|(texts, locale)| Ok(LanguageTexts { texts: texts?, ..language(locale, site.prefix(locale).to_owned()) }))
        .collect::<Result<Vec<LanguageTexts<'_>>, Error>>()?;
    let mut context = context(site, FOLDER, "Redazione")?;
    context.insert("board_languages", &languages);
    context.insert("planned", &planned);
    context.insert("open", &open);
    context.insert("hour", site.board.config.piano.hour());
    sink.put(&format!("{FOLDER}index.html"), site.templates.render_page("desk.html", &context)?)
}

fn of_item(site: &Site<'_>, item: &Item, sink: &dyn Sink) -> Result<(), Error> {
    let own = site.locales.own();
    let own_page = site.item_page(item, own);
    let mut languages = Vec::new();
    for locale in site.languages_of(item) {
        let page = site.item_page(item, locale);
        let mut texts = MESSENGERS
            .iter()
            .map(|channel| Ok(text(channel, channel.name, messages::text(site, &page, channel)?)))
            .collect::<Result<Vec<CopyableText>, Error>>()?;
        if locale.code != own.code
            && let Some(channel) = MESSENGERS.first()
        {
            texts.push(text(channel, "bilingue", messages::bilingual(site, &page, &own_page, channel)?));
        }
        if let Some(channel) = MESSENGERS.first()
            && let Some(notice) = messages::notice(site, &page, channel)?
        {
            texts.insert(1, text(channel, "promemoria", notice));
        }
        languages.push(LanguageTexts { texts, ..language(locale, page.path.clone()) });
    }
    let path = format!("{FOLDER}{}/", item.slug);
    let mut context = context(site, &path, item.title())?;
    context.insert("entry", &entry(site, item));
    context.insert("item_languages", &languages);
    context.insert("file", &item.document.source.path);
    context.insert("edit", &edit_address(site, &own_page));
    let when = format!("{}T{}", site.board.today, site.board.config.piano.hour());
    context.insert("line", &format!("  - {}", plan::format_publication("whatsapp", &own.code, &when)));
    sink.put(&format!("{path}index.html"), site.templates.render_page("desk-item.html", &context)?)
}

fn language(locale: &Locale, path: String) -> LanguageTexts<'_> {
    LanguageTexts { code: &locale.code, autonym: &locale.autonym, dir: &locale.direction, path, texts: Vec::new() }
}

fn text(channel: &Messenger, name: &'static str, text: String) -> CopyableText {
    CopyableText {
        channel: name,
        count: (channel.count)(&text),
        limit: channel.limit,
        unit: channel.unit,
        live: channel.unit == "caratteri" && !channel.name.starts_with("telegram"),
        share: (channel.name == "whatsapp").then(|| format!("https://wa.me/?text={}", percent_encode(&text))),
        text,
    }
}

fn entry<'d>(site: &'d Site<'_>, item: &'d Item) -> DeskEntry<'d> {
    let locale = site.locales.own();
    DeskEntry {
        slug: item.slug.as_str(),
        kind: item.kind().key(),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        title: item.title(),
        until: item.status.closing().map(|closing| locale.format_date_with_weekday(closing.day)).unwrap_or_default(),
        day: String::new(),
        last_days: false,
        posted: last_posted_on(item).map(|day| locale.format_date_with_weekday(day)).unwrap_or_default(),
    }
}

/// The item's file in the repository's web editor, where the board says where its repository is.
fn edit_address(site: &Site<'_>, page: &ItemPage<'_>) -> Option<String> {
    let repository = site.board.config.bacheca.repository.as_deref()?.trim_end_matches('/');
    Some(format!("{repository}/edit/main/{}", page.item.document.source.path))
}

fn context(site: &Site<'_>, path: &str, title: &str) -> Result<tera::Context, Error> {
    let locale = site.locales.own();
    let head = PageHead { path, title, description: title, noindex: true, feed: "feed.xml".to_owned(), image: None };
    site.context(locale, &head, &[])
}
