//! The page of an item at the desk: its card and its texts, and what comes next.

use std::sync::OnceLock;

use serde::Serialize;

use super::page::{page_values, script_data};
use super::streams::{describe_posts, describe_posts_in, last_days};
use super::texts::{CopyableText, LanguageTexts, empty_language_texts, notice_text, post_text};
use crate::board::Item;
use crate::compose::changes::channel_of_messenger;
use crate::compose::fact_sheet::build_status_line;
use crate::compose::messenger::{CAPTION, Desk, MESSENGERS, Messenger, WHATSAPP, find_messenger};
use crate::compose::plan;
use crate::error::Error;
use crate::model::{LanguageCode, PostTime, Publication};
use crate::publish::shared::messages;
use crate::publish::{ItemPage, PageSpec, RenderContext};

/// Items of the plan that the page of one leads on to.
const MAX_NEXT: usize = 8;

/// Slugs and titles of the items of the plan, in its order, computed once for all pages.
#[derive(Default)]
pub(super) struct NextPosts(OnceLock<Result<Vec<NextPost>, Error>>);

/// An item to post next.
#[derive(Debug, Clone, Serialize)]
struct NextPost {
    slug: String,
    title: String,
}

/// What the page's script knows of an item.
#[derive(Serialize)]
struct ItemData<'d> {
    slug: &'d str,
    title: &'d str,
    /// Path of the file with its posts, and whether there is one.
    file: String,
    exists: bool,
    /// Lines of YAML with what a post tells now, the end of its entry.
    told: String,
    /// Channel, language and minute of the posts that the board knows.
    posts: Vec<[String; 3]>,
    next: Vec<NextPost>,
}

impl<'d> ItemData<'d> {
    fn new(context: &RenderContext, item: &'d Item, next: Vec<NextPost>) -> Self {
        Self {
            slug: item.slug.as_str(),
            title: item.title(),
            file: item.publications_path(),
            exists: item.publications_file.is_some(),
            told: told_lines(item),
            posts: known_posts(context, item),
            next,
        }
    }
}

/// The entry of a post of an item that tells its facts of now.
fn entry_of(item: &Item, channel: &str, language: &str, when: &str) -> Publication {
    Publication {
        channel: channel.to_owned(),
        language: LanguageCode::new(language),
        when: PostTime::parse(when),
        told: Some(item.facts.told_facts()),
        ..Publication::default()
    }
}

/// Lines of YAML with what a post of an item tells now: the end of its entry.
pub(super) fn told_lines(item: &Item) -> String {
    let entry = entry_of(item, WHATSAPP.name, "", "").to_yaml();
    entry.split_once('\n').map_or_else(String::new, |(_, told)| told.to_owned())
}

/// Channel, language and minute of the posts of an item that the board knows.
pub(super) fn known_posts(context: &RenderContext, item: &Item) -> Vec<[String; 3]> {
    let own = &context.board.config.bacheca.lingua;
    let posts = item.publications().map(|post| {
        let when = post.when.map(|when| when.to_string()).unwrap_or_default();
        [channel_of_messenger(&post.channel).to_owned(), post.language_or(own).to_owned(), when]
    });
    posts.collect()
}

impl NextPosts {
    /// What to post after an item: the rest of the plan, then its beginning.
    fn after(&self, context: &RenderContext, item: &Item) -> Result<Vec<NextPost>, Error> {
        let plan = || {
            let mut posts: Vec<NextPost> = Vec::new();
            let (channel, language) = plan::default_stream(&context.board);
            for post in plan::plan_posts(&context.board, channel, language)? {
                if !posts.iter().any(|known| known.slug == post.item.slug.as_str()) {
                    posts.push(NextPost { slug: post.item.slug.to_string(), title: post.item.title().to_owned() });
                }
            }
            Ok(posts)
        };
        let posts = self.0.get_or_init(plan).as_ref().map_err(Clone::clone)?;
        let after = posts.iter().position(|post| post.slug == item.slug.as_str()).map_or(0, |at| at + 1);
        let others = posts.iter().cycle().skip(after).take(posts.len());
        Ok(others.filter(|post| post.slug != item.slug.as_str()).take(MAX_NEXT).cloned().collect())
    }
}

/// A planned post, or an open item.
#[derive(Serialize)]
pub(super) struct DeskEntry<'d> {
    pub(super) slug: &'d str,
    pub(super) kind: &'d str,
    pub(super) kind_label: &'d str,
    pub(super) title: &'d str,
    /// Whether it is invented.
    pub(super) example: bool,
    /// What to do by when, e.g. «Iscriviti entro venerdì 4 dicembre 2026»; empty if there is no hurry.
    pub(super) until: String,
    /// Whether it has a card and a poster.
    pub(super) open: bool,
    /// Where and when it was last posted; empty if it never was.
    pub(super) posted: String,
}

pub(super) fn desk_entry<'d>(context: &'d RenderContext, item: &'d Item) -> DeskEntry<'d> {
    let locale = context.locales.board_locale();
    let status = build_status_line(&context.board, item, locale);
    DeskEntry {
        slug: item.slug.as_str(),
        kind: item.kind().key(),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        title: item.title(),
        example: item.facts.example,
        until: if status.headline.is_some() { status.whole() } else { String::new() },
        open: item.status.is_open(),
        posted: describe_posts(&context.board, item),
    }
}

pub(super) fn render(
    context: &RenderContext,
    spec: &PageSpec<'_>,
    item: &Item,
    next: &NextPosts,
) -> Result<Vec<u8>, Error> {
    let board_locale = context.locales.board_locale();
    let own_page = context.item_page(item, board_locale);
    let mut languages = Vec::new();
    for locale in context.languages_of(item) {
        let page = context.item_page(item, locale);
        let (texts, too_long) = item_texts(context, &page, &own_page)?;
        let posted = describe_posts_in(&context.board, item, &locale.code);
        languages.push(LanguageTexts { posted, texts, too_long, ..empty_language_texts(locale, page.path.clone()) });
    }
    let data = ItemData::new(context, item, next.after(context, item)?);
    let mut values = page_values(context, spec, item.title())?;
    values.insert("entry", &desk_entry(context, item));
    values.insert("item_languages", &languages);
    let config = &context.board.config.bacheca;
    values.insert("repository", &config.repository);
    values.insert("branch", &config.ramo);
    values.insert("file", &data.file);
    let when = format!("{}T{}", context.board.today, context.board.config.piano.hour());
    let entry = entry_of(item, WHATSAPP.name, &board_locale.code, &when).to_yaml();
    values.insert("line", entry.trim_end());
    values.insert("next", &data.next.first());
    values.insert_value("desk_data", script_data(&data)?);
    context.templates.render_page("desk-item.html", &values)
}

/// Texts of an item in the language of a page: the notice if something is to be told, then that which goes with the card;
/// and the messengers for which even the shortest is too long.
fn item_texts(
    context: &RenderContext,
    page: &ItemPage<'_>,
    own: &ItemPage<'_>,
) -> Result<(Vec<CopyableText>, Vec<&'static str>), Error> {
    let locale = page.locale;
    let subject = page.sheet.short_title.text.to_string();
    let mut texts = Vec::new();
    // What was never posted is not told again: its readers get the whole text.
    let is_first = page.item.status.is_open() && page.item.publications().next().is_none();
    let messengers = if is_first { Vec::new() } else { notice_messengers(context, page.item) };
    for messenger in messengers {
        if let Some(notice) = messages::render_notice(context, page, messenger)? {
            texts.push(notice_text(messenger, locale, &subject, notice));
        }
    }
    let mut too_long = Vec::new();
    if !page.item.status.is_open() {
        return Ok((texts, too_long));
    }
    for channel in [&CAPTION, &WHATSAPP] {
        // The text for a group of people with several languages comes first.
        if locale.position > 0 {
            let both = messages::render_bilingual(context, page, own, channel)?;
            // Two languages that do not fit together are two texts.
            if both.is_bilingual {
                texts.push(post_text(channel, &[locale, own.locale], &subject, both.text));
            }
        }
        texts.push(post_text(channel, &[locale], &subject, messages::render_text(context, page, channel)?));
    }
    let is_shown = |channel: &&Messenger| match channel.desk {
        _ if [CAPTION.name, WHATSAPP.name].contains(&channel.name) => false,
        Desk::Shown | Desk::FoldedInAllLanguages => true,
        // Eleven languages of what the board itself posts would make the page twice as heavy.
        Desk::Folded => locale.position == 0,
        Desk::Absent => false,
    };
    for channel in MESSENGERS.iter().filter(is_shown) {
        match messages::render_text_that_fits(context, page, channel)? {
            Some(text) => texts.push(post_text(channel, &[locale], &subject, text)),
            None => too_long.push(channel.label),
        }
    }
    Ok((texts, too_long))
}

/// Messengers whose followers may have to be told: the board's own, then those on which an item was posted.
fn notice_messengers<'b>(context: &'b RenderContext, item: &'b Item) -> Vec<&'static Messenger> {
    let mut messengers: Vec<&Messenger> = find_messenger(WHATSAPP.name).into_iter().collect();
    for ((channel, _), _) in last_days(&context.board, item) {
        let others = find_messenger(channel).filter(|found| !messengers.iter().any(|known| known.name == found.name));
        messengers.extend(others);
    }
    messengers
}
