//! RSS 2.0 feeds: of everything, of each kind, of each district, in each language (RSS Advisory
//! Board, Best Practices Profile).

use chrono::{Days, FixedOffset, NaiveTime, Offset, TimeZone};
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::{CategoryBuilder, ChannelBuilder, GuidBuilder, ItemBuilder};

use super::listing::published;
use super::{Failure, Sink, Site, has_page, zone_pages};
use crate::board::{Item, Status};
use crate::compose::markdown;
use crate::compose::sheet::item_path;
use crate::locale::Locale;
use crate::model::Kind;

/// A feed holds the last month, and at least this many items, so that it is never empty.
const LEAST: usize = 30;
const DAYS: u64 = 30;

struct Feed<'f> {
    /// Its path below the language's root.
    path: String,
    title: String,
    /// The page it belongs to, below the language's root.
    page: String,
    wanted: &'f (dyn Fn(&Item) -> bool + Sync),
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let board = site.board;
    let name = &board.config.bacheca.nome;
    for locale in site.locales.iter() {
        let all = Feed { path: "feed.xml".to_owned(), title: name.clone(), page: String::new(), wanted: &|_| true };
        write(site, locale, &all, sink)?;
        for kind in Kind::ALL {
            let label = locale.word("kind", kind.key()).unwrap_or(kind.key());
            let feed = Feed {
                path: format!("{}/feed.xml", kind.key()),
                title: format!("{name}: {label}"),
                page: format!("{}/", kind.key()),
                wanted: &|item| item.kind() == kind,
            };
            write(site, locale, &feed, sink)?;
        }
        for zone in &board.config.territorio.zone {
            let path = zone_pages::path(zone);
            let feed = Feed {
                path: format!("{path}feed.xml"),
                title: format!("{name}: {}", board.config.territorio.zone_label(zone)),
                page: path,
                wanted: &|item| zone_pages::is_in(item, zone),
            };
            write(site, locale, &feed, sink)?;
        }
    }
    Ok(())
}

fn write(site: &Site<'_>, locale: &Locale, feed: &Feed<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let board = site.board;
    let path = format!("{}{}", site.prefix(locale), feed.path);
    let month_ago = board.today.checked_sub_days(Days::new(DAYS)).unwrap_or_default();
    let items: Vec<rss::Item> = site
        .latest
        .iter()
        .filter_map(|index| site.item_at(*index))
        .filter_map(|item| Some((item, published(item)?)))
        // An announcement for tomorrow is not news yet.
        .filter(|(item, date)| *date <= board.today && item.status != Status::Withdrawn && (feed.wanted)(item))
        .enumerate()
        .take_while(|(position, (_, date))| *position < LEAST || *date >= month_ago)
        .map(|(_, (item, date))| entry(site, locale, item, date))
        .collect();
    let link = AtomExtension {
        links: vec![Link {
            href: board.url(&path),
            rel: "self".to_owned(),
            mime_type: Some("application/rss+xml".to_owned()),
            ..Link::default()
        }],
    };
    let newest = items.first().and_then(|item| item.pub_date.clone());
    let channel = ChannelBuilder::default()
        .title(feed.title.clone())
        .link(board.url(&format!("{}{}", site.prefix(locale), feed.page)))
        .description(board.config.bacheca.descrizione.clone())
        .language(Some(locale.code.clone()))
        .last_build_date(newest)
        .docs(Some("https://www.rssboard.org/rss-specification".to_owned()))
        .ttl(Some("360".to_owned()))
        .atom_ext(Some(link))
        .namespaces(
            [
                ("atom".to_owned(), "http://www.w3.org/2005/Atom".to_owned()),
                ("dc".to_owned(), "http://purl.org/dc/elements/1.1/".to_owned()),
                ("content".to_owned(), "http://purl.org/rss/1.0/modules/content/".to_owned()),
            ]
            .into_iter()
            .collect::<std::collections::BTreeMap<_, _>>(),
        )
        .items(items)
        .build();
    let mut bytes = channel.write_to(Vec::new()).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    sink.put(&path, bytes)
}

fn entry(site: &Site<'_>, locale: &Locale, item: &Item, date: chrono::NaiveDate) -> rss::Item {
    let board = site.board;
    let own = &board.config.bacheca.lingua;
    let language = if has_page(item, &locale.code, own) { &locale.code } else { own };
    let url = board.url(&item_path(board, &item.slug, language));
    let translation = item.translation(&locale.code);
    let title = translation.and_then(|translation| translation.facts.title.as_deref()).unwrap_or(item.title());
    let summary = translation.and_then(|translation| translation.facts.summary.as_deref()).unwrap_or(item.summary());
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let mark = if item.facts.example { format!("[{}] ", locale.text("example")) } else { String::new() };
    let closing = item.status.closing().filter(|_| item.status.is_open());
    let deadline =
        closing.map(|closing| locale.format("status_open_until", &[("date", locale.date(closing.day).into())]));
    let description = match deadline {
        Some(deadline) => format!("{summary} {deadline}."),
        None => summary.to_owned(),
    };
    let organisation = board.organisation_of(item).map(|organisation| organisation.name.clone());
    let kind = locale.word("kind", item.kind().key()).unwrap_or_default();
    ItemBuilder::default()
        .title(Some(format!("{mark}{title}")))
        .link(Some(url.clone()))
        .content(Some(markdown::html_away(body, &url)))
        .guid(Some(GuidBuilder::default().value(url).permalink(true).build()))
        .pub_date(Some(date_of(board.config.bacheca.fuso, date)))
        .description(Some(description))
        .category(
            CategoryBuilder::default()
                .name(kind.to_owned())
                .domain(Some(board.url(&format!("{}/", item.kind().key()))))
                .build(),
        )
        .dublin_core_ext(
            organisation.map(|name| DublinCoreExtension { creators: vec![name], ..DublinCoreExtension::default() }),
        )
        .build()
}

/// RFC 822, midnight in the board's time zone, with its numeric offset.
fn date_of(zone: chrono_tz::Tz, date: chrono::NaiveDate) -> String {
    let midnight = date.and_time(NaiveTime::MIN);
    let offset: FixedOffset = zone.offset_from_utc_datetime(&midnight).fix();
    offset.from_local_datetime(&midnight).single().map(|moment| moment.to_rfc2822()).unwrap_or_default()
}
