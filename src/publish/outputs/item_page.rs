//! The page of an item, at a permanent address.

use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status, version_of};
use crate::compose::contact_point::contact_point_path;
use crate::compose::eligibility::{asks_of, conditions_of};
use crate::compose::fact_sheet::{FactRow, FactSheet, MainWay, build_main_way, item_path};
use crate::compose::json_ld::item_json_ld;
use crate::compose::organisation::organisation_path;
use crate::compose::{share_link, whatsapp_link};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::markdown;
use crate::model::{ContactPoint, Kind, LanguageCode, Organiser, TranslationMode};
use crate::publish::item_output::has_page;
use crate::publish::shared::easy_text::easy_lines;
use crate::publish::shared::item_files::{
    MULTILINGUAL_POSTER, PREVIEW, STRIPS_POSTER, has_calendar, has_pictures, has_poster,
};
use crate::publish::shared::page_shell::{LanguageLink, PageHead, root_path};
use crate::publish::shared::{announcing, districts, listing, photos};
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

/// Origin of the text of a page in its language.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum TextOrigin {
    Original,
    Missing,
    Machine,
    Human,
}

#[derive(Serialize)]
struct ExtraValues<'p> {
    words: TextOrigin,
    stale: bool,
    /// Sentence with the day of the last human review of the translation.
    reviewed: Option<String>,
    original_path: String,
    /// Lines in easy words of the board's language, on pages in that language.
    easy: Vec<Value>,
    body_foreign: bool,
    share: String,
    /// Posters of the board's own language beside [`Self::original_path`], each with its name; empty without posters.
    posters: Vec<(&'static str, &'p str)>,
    /// Lists of the districts in which the item takes place: path below the language's root, and text of the link.
    zones: Vec<(String, String)>,
    /// Contact points at its address: path below the site's root, and name.
    contact_points: Vec<(String, &'p str)>,
    image: Option<ImageValues<'p>>,
    voice: Option<VoiceValues>,
    published: Option<String>,
    verified: Option<String>,
    related: Vec<Related<'p>>,
    /// Its newest edition, if there is a newer one.
    newest: Option<Related<'p>>,
    /// What the item asks of whoever takes part, in the codes of [`asks_of`]; `None` if nobody
    /// can apply.
    asks: Option<String>,
    /// Nobody can take part any more: the old text is folded, and leads to no way to apply.
    is_over: bool,
    /// The one button, and the sentence on the message that it opens.
    way: Option<MainWay<'p>>,
    ready: Option<String>,
    /// When somebody answers next, with `{moment}` for the script.
    answers_later: String,
    /// Rows that belong to «how to apply», and all others.
    documents: Option<&'p FactRow<'p>>,
    steps: Option<&'p FactRow<'p>>,
    details: Vec<&'p FactRow<'p>>,
    /// Contacts that the ways to apply do not name already.
    contacts: Vec<FactRow<'p>>,
    /// Who organises it, or who hires.
    organised_by: &'p str,
    /// Page of the organisation below the site's root; `None` for one without a file.
    organisation_path: Option<String>,
    /// Message to a contact point that speaks the language of a page without translation.
    ask: Option<String>,
    has_calendar: bool,
    /// Form on which the announcement is corrected, below the site's root; not of what another board published.
    correct: Option<String>,
    /// Midnight of the day of publication, with the offset of the board's time zone (RFC 3339).
    published_time: Option<String>,
    modified_time: Option<String>,
}

/// Link to another item: the one that replaces it, the one of which it is a new edition, or its newest edition.
#[derive(Serialize)]
struct Related<'p> {
    label: &'p str,
    title: &'p str,
    /// Whether the title is not in the language of the page.
    foreign: bool,
    path: String,
}

/// Link to the page of another item in a language, else in the board's own.
fn link_to<'p>(board: &'p Board, locale: &'p Locale, label: TextKey, other: &'p Item) -> Related<'p> {
    let own = &board.config.bacheca.lingua;
    let language = if has_page(other, &locale.code, own) { &locale.code } else { own };
    let title = other.title_in(&locale.code);
    let foreign = locale.code != *own && other.translation(&locale.code).is_none_or(|file| file.facts.title.is_none());
    Related { label: locale.text(label), title, foreign, path: item_path(board, &other.slug, language) }
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

/// The voice message in the language of the page.
#[derive(Serialize)]
struct VoiceValues {
    /// Name of the file beside the page.
    file: String,
    /// That it is one, how long, and how large.
    label: String,
}

fn voice_values(item: &Item, locale: &Locale) -> Option<VoiceValues> {
    let voice = item.published_voice(&locale.code)?;
    let kilobytes = format!("{} kB", voice.bytes.div_ceil(1000));
    let size = match voice.seconds {
        Some(seconds) => format!("{}:{:02} · {kilobytes}", seconds / 60, seconds % 60),
        None => kilobytes,
    };
    // Figures and unit stay in their order among Arabic letters.
    let size = if locale.direction == "rtl" { format!("\u{2066}{size}\u{2069}") } else { size };
    Some(VoiceValues {
        file: voice.published_name()?,
        label: locale.format(key::voice_message, &[("size", size.into())]),
    })
}

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

fn files(_: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    file("index.html", indexing(item, locale));
}

/// Whether search engines may list the page of an item in a language.
fn indexing(item: &Item, locale: &Locale) -> Indexing {
    let is_own = locale.position == 0;
    match item.status {
        Status::Withdrawn => Indexing::NotIndexed("its organisation took it back"),
        _ if is_own || item.translation(&locale.code).is_some() => match item.permalink_elsewhere() {
            Some(_) => Indexing::Elsewhere,
            None => Indexing::Indexed,
        },
        _ => Indexing::NotIndexed("nobody has translated it: it shows the board's own language"),
    }
}

/// Links of the language switcher, to the home page for languages in which the item has no page.
fn language_links<'c>(context: &'c RenderContext, item: &Item, current: &Locale) -> Vec<LanguageLink<'c>> {
    let board_language = &context.board.config.bacheca.lingua;
    let link = |locale: &'c Locale| {
        if !has_page(item, &locale.code, board_language) {
            return LanguageLink::new(locale, current, locale.root.clone(), false);
        }
        let translated = locale.position == 0 || item.translation(&locale.code).is_some();
        LanguageLink::new(locale, current, item_path(&context.board, &item.slug, &locale.code), translated)
    };
    context.locales.iter().map(link).collect()
}

fn posters<'t>(context: &RenderContext, item: &Item, locale: &'t Locale) -> Vec<(&'static str, &'t str)> {
    let several = context.locales.iter().nth(1).map(|_| (MULTILINGUAL_POSTER, locale.text(key::poster_languages)));
    let posters = several.into_iter().chain([(STRIPS_POSTER, locale.text(key::poster_strips))]);
    if has_poster(item) { posters.collect() } else { Vec::new() }
}

/// Contacts without the numbers and addresses that the ways to apply name already; their hours only with some number.
fn other_contacts<'p>(sheet: &'p FactSheet<'_>) -> Vec<FactRow<'p>> {
    let target = |href: &str| href.split('?').next().unwrap_or_default().to_owned();
    let named: Vec<String> = sheet.ways.iter().filter_map(|way| way.head.href.as_deref().map(target)).collect();
    let rows = sheet.contacts.iter().filter_map(|row| {
        let is_new = |line: &&crate::compose::fact_sheet::Line<'_>| {
            line.href.as_deref().is_none_or(|href| !named.contains(&target(href)))
        };
        let lines: Vec<_> = row.lines.iter().filter(is_new).cloned().collect();
        (!lines.is_empty()).then(|| FactRow { lines, ..row.clone() })
    });
    let rows: Vec<FactRow<'p>> = rows.collect();
    if rows.iter().all(|row| row.name == "hours") && !named.is_empty() { Vec::new() } else { rows }
}

/// A message in a language, asking about an item: to the item's own contacts if that language is spoken there, else to a
/// contact point of the same organisation that speaks it, else to any.
fn ask_in(context: &RenderContext, item: &Item, locale: &Locale) -> Option<String> {
    let board = &context.board;
    let has_language = |languages: &[LanguageCode]| languages.iter().any(|language| language.as_str() == locale.code);
    let own = board.contacts_of(item).filter(|_| has_language(&item.facts.activity_languages));
    let mut centres: Vec<&ContactPoint> = board.contact_points.values().map(|file| &file.facts).collect();
    centres.retain(|centre| has_language(&centre.desk_languages));
    let organisation = match item.facts.organisation.value() {
        Some(Organiser::Known(slug)) => Some(slug),
        _ => None,
    };
    centres.sort_by_key(|centre| organisation.is_none() || centre.organisation.as_ref() != organisation);
    let contacts = || own.into_iter().chain(centres.iter().filter_map(|centre| centre.contacts.as_ref()));
    let text = locale.format(key::message_ask, &[("title", item.title().into())]);
    contacts().find_map(|contacts| {
        let written = contacts.whatsapp.first();
        let written = written.map(|phone| whatsapp_link(phone.dialled().trim_start_matches('+'), &text));
        written.or_else(|| contacts.telephone.first().map(|phone| format!("tel:{}", phone.dialled())))
    })
}

/// Lines in easy words; hard words lead to the glossary in the language of the page, if it has it.
fn easy_lines_on(context: &RenderContext, item: &Item, locale: &Locale, path: &str) -> Vec<Value> {
    let glossary = context.board.glossary.as_deref();
    let has_language = locale.position == 0 || glossary.is_some_and(|glossary| glossary.has_language(&locale.code));
    let language = if has_language { locale.root.as_str() } else { "" };
    easy_lines(&context.board, item, &format!("{}{language}", root_path(path)))
}

fn zones(board: &Board, item: &Item, locale: &Locale) -> Vec<(String, String)> {
    let territory = &board.config.territorio;
    let taking_place = territory.zone.iter().filter(|zone| districts::is_in(item, zone));
    let link = |zone: &String| {
        let text = locale.format(key::zone_lead, &[("zone", territory.zone_label(zone).into())]);
        (districts::list_path(zone), text)
    };
    taking_place.map(link).collect()
}

/// Contact points at the address of an item that is open.
fn contact_points<'c>(context: &'c RenderContext, item: &Item, locale: &Locale) -> Vec<(String, &'c str)> {
    let Some(position) = context.board.position(item.slug.as_str()) else { return Vec::new() };
    let there = context.index.at_contact_points.contact_points_of(position);
    let link = |position| {
        let (id, contact_point) = context.board.published_contact_points().nth(position)?;
        Some((contact_point_path(locale, id), contact_point.name.as_str()))
    };
    there.filter_map(link).collect()
}

/// «Vieni» with the hours of the item, where the way itself has none.
fn with_hours_of_place<'p>(way: MainWay<'p>, sheet: &'p FactSheet<'_>) -> MainWay<'p> {
    let when = sheet.answers.iter().find(|answer| answer.name == "when" && way.geo.is_some() && way.hours.is_empty());
    MainWay { hours: when.map_or(way.hours, |when| vec![when.short.clone()]), ..way }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let (item, locale, board) = (page.item, page.locale, &*context.board);
    let board_language = &board.config.bacheca.lingua;
    let is_own = locale.position == 0;
    let translation = (!is_own).then(|| item.translation(&locale.code)).flatten();
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let withdrawn = item.status == Status::Withdrawn;
    let title = if withdrawn { locale.text(key::status_withdrawn) } else { page.sheet.short_title.text.as_ref() };
    let head = PageHead {
        description: if withdrawn { locale.text(key::withdrawn_note) } else { page.sheet.summary.text.as_ref() },
        noindex: matches!(indexing(item, locale), Indexing::NotIndexed(_)),
        feed: format!("{}/feed.xml", page.sheet.kind),
        image: has_pictures(item).then(|| format!("{}{PREVIEW}", page.path)),
        languages: language_links(context, item, locale),
        ..PageHead::new(page.path.clone(), title)
    };
    let mut values = context.page_values(locale, &head)?;
    let version = || version_of(item.title(), item.summary(), item.document.body());
    let related = |label: TextKey, slug: &Option<crate::model::Slug>| {
        let other = board
            .item(slug.as_ref()?.as_str())
            .filter(|other| board.is_published(other) && other.status != Status::Withdrawn)?;
        Some(link_to(board, locale, label, other))
    };
    let way = build_main_way(board, item, locale, context.locales.board_locale());
    let way = way.map(|way| with_hours_of_place(way, &page.sheet));
    let ready = way.as_ref().and_then(|way| way.message.as_ref()).map(|message| {
        let text = message.meaning.as_ref().unwrap_or(&message.text);
        locale.format(key::message_ready, &[("text", text.into())])
    });
    let named_row = |name: &str| page.sheet.rows.iter().find(|row| row.name == name);
    let (documents, steps) = (named_row("documents"), named_row("steps"));
    let answered = |row: &&FactRow<'_>| {
        // The cost of a job is its pay: the answer has another name than the row.
        let name = if matches!(row.name, "pay" | "benefits") { "cost" } else { row.name };
        page.sheet
            .answers
            .iter()
            .any(|answer| answer.name == name && answer.essential.is_empty() && answer.detail.is_empty())
    };
    let is_detail = |row: &&FactRow<'_>| !matches!(row.name, "documents" | "steps");
    let is_waiting = matches!(item.status, Status::Full(_)) && item.facts.waiting_list;
    let untranslated = !is_own && translation.is_none();
    let can_apply = item.status.is_open() && !page.sheet.status.is_booking_over;
    let extra = ExtraValues {
        words: match translation.map(|translation| translation.facts.mode) {
            None if is_own => TextOrigin::Original,
            None => TextOrigin::Missing,
            Some(Some(TranslationMode::Human)) => TextOrigin::Human,
            Some(_) => TextOrigin::Machine,
        },
        stale: translation.is_some_and(|translation| translation.facts.original.as_deref() != Some(version().as_str())),
        reviewed: translation
            .and_then(|translation| translation.facts.reviewed)
            .map(|day| locale.format(key::reviewed_translation, &[("date", locale.format_day(day).into())])),
        original_path: item_path(board, &item.slug, board_language),
        easy: if translation.is_none() { easy_lines_on(context, item, locale, &page.path) } else { Vec::new() },
        body_foreign: !is_own && translation.is_none(),
        share: share_link(title, &board.url(&page.path)),
        posters: posters(context, item, locale),
        zones: zones(board, item, locale),
        contact_points: contact_points(context, item, locale),
        voice: voice_values(item, locale),
        image: item.image_path(&board.root).and_then(|path| {
            let image = item.facts.image.as_ref()?;
            let (width, height) = photos::published_size(board, &path)?;
            Some(ImageValues {
                file: photos::IMAGE_FILE,
                small: photos::SMALL_FILE,
                small_width: photos::small_width((width, height)),
                width,
                height,
                alternative_text: image.alternative_text.as_deref()?,
                credits: image
                    .credits
                    .as_deref()
                    .map(|credits| locale.format(key::credits, &[("credits", credits.into())])),
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
            .map(|date| locale.format(key::published_on, &[("date", date.into())])),
        verified: item
            .facts
            .verified
            .map(|date| locale.format(key::verified_on, &[("date", locale.format_day(date).into())])),
        related: [related(key::replaced_by, &item.facts.replaced_by), related(key::edition_of, &item.facts.edition_of)]
            .into_iter()
            .flatten()
            .collect(),
        newest: context.newest_edition(item).map(|newest| link_to(board, locale, key::newer_edition, newest)),
        asks: can_apply.then(|| asks_of(&conditions_of(board, item))).flatten(),
        is_over: !item.status.is_open() && item.status != Status::ToRecheck && !is_waiting,
        way,
        ready,
        answers_later: locale.format(key::answers_later, &[("moment", "{moment}".into())]),
        documents,
        steps,
        details: page
            .sheet
            .facts
            .iter()
            .filter(|row| !answered(row))
            .chain(page.sheet.rows.iter().filter(is_detail))
            .collect(),
        contacts: other_contacts(&page.sheet),
        organised_by: locale.text(if item.kind() == Kind::Job { key::row_hires } else { key::organised_by }),
        organisation_path: board.organiser_id(item).map(|id| organisation_path(locale, id)),
        ask: if untranslated { ask_in(context, item, locale) } else { None },
        has_calendar: has_calendar(board, item),
        correct: (item.status != Status::Withdrawn && item.permalink_elsewhere().is_none())
            .then(|| format!("{}?da={}", announcing::form_path(context, locale, item.kind()), item.slug)),
        published_time: item.facts.published.value().and_then(|date| match date {
            crate::model::PartialDate::Day(day) => context.format_midnight(*day),
            _ => None,
        }),
        modified_time: item.facts.updated.and_then(|day| context.format_midnight(day)),
    };
    // Search engines should list the page on the board that published the item first.
    if let Some(original) = item.permalink_elsewhere() {
        values.insert("canonical_link", original);
    }
    let image = head.image.as_ref().map(|path| board.url(path));
    // Pages that search engines do not list need no structured data.
    let structured = if head.noindex {
        None
    } else {
        item_json_ld(board, item, locale, &page.sheet, &board.url(&page.path), image.as_deref())
    };
    values.insert_value("structured", Value::safe_string(structured.as_deref().unwrap_or_default()));
    values.insert("item", &page.sheet);
    values.insert("extra", &extra);
    values.insert_value("body", Value::safe_string(markdown::render_html(body).as_str()));
    values.insert("alike", &context.render_cards(locale, &listing::related_to(context, item), &root_path(&page.path))?);
    sink.put(&format!("{}index.html", page.path), context.templates.render_page("item.html", &values)?)
}
