//! The editors' desk, `redazione/`: the posting plan, and for each open item its texts by language and messenger,
//! ready to copy. The pages are static, not indexed, and not linked from public pages.

use serde::Serialize;

use crate::board::{Item, Verification};
use crate::compose::contact_point::{contact_point_path, contacts_of};
use crate::compose::fact_sheet::build_status_line;
use crate::compose::messenger::{Desk, MESSENGERS, Messenger, WHATSAPP};
use crate::compose::notice;
use crate::compose::plan::{self, PostReason, last_posted_on};
use crate::compose::verification_letter::{compose_verification_letter, load_letter_locales};
use crate::diagnostic::MessageLanguage;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::{ContactPoint, LanguageCode, Phone, PostTime, Publication};
use crate::publish::shared::messages;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{ItemPage, PageSpec, RenderContext};
use crate::text::percent::percent_encode;

const FOLDER: &str = "redazione/";

/// A planned post, or an open item.
#[derive(Serialize)]
struct DeskEntry<'d> {
    slug: &'d str,
    kind: &'d str,
    kind_label: &'d str,
    title: &'d str,
    /// Closing day, e.g. «venerdì 4 dicembre 2026».
    until: String,
    /// Planned day of the post; empty for open items.
    day: String,
    /// Why it is posted again; empty for what was never posted.
    again: &'static str,
    /// Whether it has a card and a poster.
    open: bool,
    /// Day on which the item was last posted; empty if never.
    posted: String,
}

/// A contact point that is to be verified again.
#[derive(Serialize)]
struct DueContactPoint<'d> {
    name: &'d str,
    /// Path of its page below the site's root.
    path: String,
    /// When it was verified last.
    verified: String,
    /// Opens a mail with the letter.
    mailto: String,
    /// Opens WhatsApp with the letter.
    whatsapp: String,
    /// Numbers to call.
    telephones: Vec<&'d str>,
}

/// Texts in one language.
#[derive(Serialize)]
struct LanguageTexts<'d> {
    code: &'d str,
    autonym: &'d str,
    dir: &'d str,
    /// Path of the item's page below the site's root, for links to its card and poster.
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
    /// Whether the page recounts the characters while the editor types.
    live: bool,
    /// URL that opens WhatsApp with the text.
    share: Option<String>,
}

pub(super) fn pages<'c>(context: &'c RenderContext) -> Vec<PageSpec<'c>> {
    let home = PageSpec::at_root(context, FOLDER, |page, _| render_home(context, page));
    let item = |item: &'c Item| {
        PageSpec::at_root(context, format!("{FOLDER}{}/", item.slug), move |page, _| render_item(context, page, item))
    };
    // What was posted and is off has a notice to send.
    let (channel, language) = plan::default_stream(&context.board);
    let changed = plan::changed_items(&context.board, channel, language).map(|(item, _)| item);
    let off = changed.filter(|item| !item.status.is_open());
    let pages = std::iter::once(home).chain(context.open_items().into_iter().chain(off).map(item));
    pages.map(|page| page.not_indexed("a tool for editors, linked from nowhere public")).collect()
}

fn render_home(context: &RenderContext, page: &PageSpec<'_>) -> Result<Vec<u8>, Error> {
    let locale = context.locales.board_locale();
    let (channel, language) = plan::default_stream(&context.board);
    let planned = plan::plan_posts(&context.board, channel, language)?;
    let planned: Vec<DeskEntry<'_>> = planned
        .iter()
        .map(|post| DeskEntry {
            day: locale.format_date_with_weekday(post.day),
            again: match post.reason {
                PostReason::New => "",
                PostReason::LastDays => "ultimi giorni",
                PostReason::Changed(_) => "è cambiato",
            },
            ..desk_entry(context, post.item)
        })
        .collect();
    let open: Vec<DeskEntry<'_>> = context.open_items().into_iter().map(|item| desk_entry(context, item)).collect();
    let languages = context
        .locales
        .iter()
        .map(|locale| {
            let items = context.board.open_items_to_post();
            let (templates, board) = (&*context.templates, &*context.board);
            let digest = notice::render_digest(templates, board, locale, &items, &WHATSAPP)?.0;
            let invitation = notice::render_invitation(templates, board, locale, &WHATSAPP)?;
            let welcome = notice::render_welcome(templates, board, locale, &WHATSAPP)?;
            let texts = [("riepilogo", Some(digest)), ("invito", invitation), ("benvenuto", Some(welcome))];
            let texts = texts.into_iter().filter_map(|(name, text)| Some(new_text(&WHATSAPP, name, text?))).collect();
            Ok(LanguageTexts { texts, ..empty_language_texts(locale, locale.root.clone()) })
        })
        .collect::<Result<Vec<LanguageTexts<'_>>, Error>>()?;
    let mut values = page_values(context, page, "Redazione")?;
    values.insert("board_languages", &languages);
    values.insert("planned", &planned);
    values.insert("open", &open);
    values.insert("due", &due_contact_points(context)?);
    values.insert("hour", context.board.config.piano.hour());
    context.templates.render_page("desk.html", &values)
}

/// Real contact points whose verification is older than three months, or that have none, the oldest first.
fn due_contact_points(context: &RenderContext) -> Result<Vec<DueContactPoint<'_>>, Error> {
    let board = &*context.board;
    let locale = context.locales.board_locale();
    let mut due: Vec<(&str, &ContactPoint)> = board
        .published_contact_points()
        .filter(|(_, facts)| !facts.example)
        .filter(|(_, facts)| !matches!(Verification::new(facts.verified, board.today), Verification::Current(_)))
        .collect();
    due.sort_by_key(|(_, facts)| facts.verified);
    let letters = load_letter_locales(MessageLanguage::Italian)?;
    due.into_iter()
        .map(|(id, facts)| {
            let letter = compose_verification_letter(board, id, facts, letters.board_locale());
            let telephones = contacts_of(board, facts).map_or(&[][..], |contacts| &contacts.telephone);
            let verified = facts.verified.map_or_else(|| "mai verificato".to_owned(), |day| locale.format_day(day));
            Ok(DueContactPoint {
                name: &facts.name,
                path: contact_point_path(locale, id),
                verified,
                mailto: letter.mailto_url,
                whatsapp: letter.whatsapp_url,
                telephones: telephones.iter().map(Phone::as_written).collect(),
            })
        })
        .collect()
}

fn render_item(context: &RenderContext, spec: &PageSpec<'_>, item: &Item) -> Result<Vec<u8>, Error> {
    let board_locale = context.locales.board_locale();
    let own_page = context.item_page(item, board_locale);
    let mut languages = Vec::new();
    for locale in context.languages_of(item) {
        let page = context.item_page(item, locale);
        let messengers = if item.status.is_open() { MESSENGERS } else { &[] };
        let mut texts = messengers
            .iter()
            .filter(|channel| match channel.desk {
                Desk::Shown => true,
                // Eleven languages of what the board itself posts would make the page twice as heavy.
                Desk::Folded => locale.position == 0,
                Desk::Absent => false,
            })
            .map(|channel| Ok(new_text(channel, channel.name, messages::render_text(context, &page, channel)?)))
            .collect::<Result<Vec<CopyableText>, Error>>()?;
        if let Some(notice) = messages::render_notice(context, &page, &WHATSAPP)? {
            texts.insert(texts.len().min(1), new_text(&WHATSAPP, "promemoria", notice));
        }
        // The text for a group of people with several languages comes first.
        if locale.position > 0 && item.status.is_open() {
            let both = messages::render_bilingual(context, &page, &own_page, &WHATSAPP)?;
            texts.insert(0, new_text(&WHATSAPP, "bilingue", both));
        }
        languages.push(LanguageTexts { texts, ..empty_language_texts(locale, page.path.clone()) });
    }
    let mut values = page_values(context, spec, item.title())?;
    values.insert("entry", &desk_entry(context, item));
    values.insert("item_languages", &languages);
    values.insert("file", &item.publications_path());
    values.insert("edit", &edit_address(context, &own_page));
    let when = PostTime::parse(&format!("{}T{}", context.board.today, context.board.config.piano.hour()));
    let publication = Publication {
        channel: WHATSAPP.name.to_owned(),
        language: LanguageCode::new(&board_locale.code),
        when,
        told: Some(item.facts.told_facts()),
    };
    values.insert("line", publication.to_yaml().trim_end());
    context.templates.render_page("desk-item.html", &values)
}

fn empty_language_texts(locale: &Locale, path: String) -> LanguageTexts<'_> {
    LanguageTexts { code: &locale.code, autonym: &locale.autonym, dir: &locale.direction, path, texts: Vec::new() }
}

fn new_text(channel: &Messenger, name: &'static str, text: String) -> CopyableText {
    CopyableText {
        channel: name,
        count: (channel.count)(&text),
        limit: channel.limit,
        unit: channel.unit,
        live: channel.counts_as_typed,
        share: channel.share_url.map(|url| format!("{url}{}", percent_encode(&text))),
        text,
    }
}

fn desk_entry<'d>(context: &'d RenderContext, item: &'d Item) -> DeskEntry<'d> {
    let locale = context.locales.board_locale();
    let status = build_status_line(&context.board, item, locale);
    DeskEntry {
        slug: item.slug.as_str(),
        kind: item.kind().key(),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        title: item.title(),
        until: if status.headline.is_some() { status.sentence } else { String::new() },
        day: String::new(),
        again: "",
        open: item.status.is_open(),
        posted: last_posted_on(item).map(|day| locale.format_date_with_weekday(day)).unwrap_or_default(),
    }
}

/// URL of the item's file in the web editor of the repository; `None` if the board does not name its repository.
fn edit_address(context: &RenderContext, page: &ItemPage<'_>) -> Option<String> {
    let repository = context.board.config.bacheca.repository.as_deref()?.trim_end_matches('/');
    Some(format!("{repository}/edit/main/{}", page.item.document.source.path))
}

fn page_values(context: &RenderContext, page: &PageSpec<'_>, title: &str) -> Result<tera::Context, Error> {
    let locale = context.locales.board_locale();
    let head = page.head(context, locale, title);
    context.page_values(locale, &PageHead { description: title, languages: Vec::new(), ..head })
}
