//! The page of an item, for ever at its address.

use serde::Serialize;
use tera::Value;

use crate::board::version_of;
use crate::compose::fact_sheet::item_path;
use crate::compose::json_ld::item_json_ld;
use crate::compose::markdown;
use crate::compose::share_link;
use crate::error::Error;
use crate::model::TranslationMode;
use crate::publish::shared::item_files::{PREVIEW, has_calendar, has_pictures, has_poster};
use crate::publish::shared::page_shell::{PageHead, root_of};
use crate::publish::shared::{item_card, listing, photos};
use crate::publish::{ItemPage, Sink, Site, has_page};

/// How the words of a page came into its language.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum TextOrigin {
    Original,
    Missing,
    Machine,
    Human,
}

#[derive(Serialize)]
struct Extra<'p> {
    words: TextOrigin,
    stale: bool,
    /// When a person last read the translation, in words.
    reviewed: Option<String>,
    original_path: String,
    body_foreign: bool,
    share: String,
    has_poster: bool,
    image: Option<ImageValues<'p>>,
    published: Option<String>,
    verified: Option<String>,
    related: Vec<Related<'p>>,
    closed: bool,
    full: bool,
    /// Where and for how much, in a word each: on the first screen of a telephone.
    place: String,
    cost: String,
    has_calendar: bool,
    /// Midnight of the day, with the offset of the board's time zone (RFC 3339).
    published_time: Option<String>,
    modified_time: Option<String>,
}

/// Another item that this one points to.
#[derive(Serialize)]
struct Related<'p> {
    label: &'p str,
    title: &'p str,
    path: String,
}

#[derive(Serialize)]
struct ImageValues<'p> {
    file: &'p str,
    small: &'p str,
    small_width: u32,
    width: u32,
    height: u32,
    alternative_text: &'p str,
    credits: Option<String>,
}

pub(super) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let (item, locale, board) = (page.item, page.locale, site.board);
    let own = &board.config.bacheca.lingua;
    let is_own = locale.code == *own;
    let translation = (!is_own).then(|| item.translation(&locale.code)).flatten();
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let below = format!("o/{}/", item.slug);
    let title = page.sheet.title.text.as_ref();
    let withdrawn = page.sheet.status.word == "withdrawn";
    let head = PageHead {
        path: &page.path,
        title,
        description: if withdrawn { locale.text("withdrawn_note") } else { page.sheet.summary.text.as_ref() },
        noindex: withdrawn || (!is_own && translation.is_none()),
        feed: format!("{}/feed.xml", page.sheet.kind),
        image: has_pictures(item).then(|| format!("{}{PREVIEW}", page.path)),
    };
    let languages = site.languages_with_page(
        locale,
        &below,
        |code| has_page(item, code, own),
        |code| code == own || item.translation(code).is_some(),
    );
    let mut context = site.context(locale, &head, &languages)?;
    let version = || version_of(item.title(), item.summary(), item.document.body());
    let related = |label: &'static str, slug: &Option<crate::model::Slug>| {
        let other = board.item(slug.as_ref()?.as_str()).filter(|other| board.is_published(other))?;
        let language = if has_page(other, &locale.code, own) { &locale.code } else { own };
        Some(Related { label: locale.text(label), title: other.title(), path: item_path(board, &other.slug, language) })
    };
    let extra = Extra {
        words: match translation.map(|translation| translation.facts.mode) {
            None if is_own => TextOrigin::Original,
            None => TextOrigin::Missing,
            Some(Some(TranslationMode::Human)) => TextOrigin::Human,
            Some(_) => TextOrigin::Machine,
        },
        stale: translation.is_some_and(|translation| translation.facts.original.as_deref() != Some(version().as_str())),
        reviewed: translation
            .and_then(|translation| translation.facts.reviewed)
            .map(|day| locale.format("reviewed_translation", &[("date", locale.format_day(day).into())])),
        original_path: item_path(board, &item.slug, own),
        body_foreign: !is_own && translation.is_none(),
        share: share_link(title, &board.url(&page.path)),
        has_poster: has_poster(item),
        image: item.image_path(&board.root).and_then(|path| {
            let image = item.facts.image.as_ref()?;
            let (width, height) = photos::published_size(&path)?;
            Some(ImageValues {
                file: photos::PUBLISHED_AS,
                small: photos::SMALL,
                small_width: photos::small_width((width, height)),
                width,
                height,
                alternative_text: image.alternative_text.as_deref()?,
                credits: image
                    .credits
                    .as_deref()
                    .map(|credits| locale.format("credits", &[("credits", credits.into())])),
            })
        }),
        published: item
            .facts
            .published
            .value()
            .map(|date| match date {
                crate::model::PartialDate::Day(day) => locale.format_day(*day),
                date => locale.format_partial_date(*date),
            })
            .map(|date| locale.format("published_on", &[("date", date.into())])),
        verified: item
            .facts
            .verified
            .map(|date| locale.format("verified_on", &[("date", locale.format_day(date).into())])),
        related: [related("replaced_by", &item.facts.replaced_by), related("edition_of", &item.facts.edition_of)]
            .into_iter()
            .flatten()
            .collect(),
        closed: matches!(page.sheet.status.word, "closed" | "cancelled"),
        full: page.sheet.status.word == "full",
        place: item_card::place(board, item, locale),
        cost: item_card::cost(item, locale),
        has_calendar: has_calendar(item),
        published_time: item.facts.published.value().and_then(|date| match date {
            crate::model::PartialDate::Day(day) => site.midnight(*day),
            _ => None,
        }),
        modified_time: item.facts.updated.and_then(|day| site.midnight(day)),
    };
    // Search engines should name the board that published it first.
    if let Some(original) = item.permalink_elsewhere().filter(|_| is_own) {
        context.insert("canonical_link", original);
    }
    let image = head.image.as_ref().map(|path| board.url(path));
    // What search engines do not list they need not understand.
    let structured = if head.noindex {
        None
    } else {
        item_json_ld(board, item, locale, &page.sheet, &board.url(&page.path), image.as_deref())
    };
    context.insert_value("structured", Value::safe_string(structured.as_deref().unwrap_or_default()));
    context.insert("item", &page.sheet);
    context.insert("extra", &extra);
    context.insert_value("body", Value::safe_string(&markdown::render_html(body)));
    context.insert("alike", &site.cards_of(locale, listing::related_to(site, item), &root_of(&page.path))?);
    sink.put(&format!("{}index.html", page.path), site.templates.render_page("item.html", &context)?)
}
