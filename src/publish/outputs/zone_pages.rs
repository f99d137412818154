//! The map of the territory, and for each of its districts one list of items with its code.

use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::districts::{is_in, list_path, poster_path};
use crate::publish::shared::list_group::ListGroup;
use crate::publish::shared::listing::{ItemList, ListPaper, ListTexts, list_items, list_pages};
use crate::publish::shared::outline_map::draw_map;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::shared::zone_map::build_zone_map;
use crate::publish::{OfflineRank, PageSpec, RenderContext};

/// Contact points on the list of a district; a link leads to all.
const MAX_CONTACT_POINTS: usize = 6;

/// Path of the map below a language's root.
const MAP_PATH: &str = "zone/";

/// Search engines list them, because people search for their district.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let territory = &context.board.config.territorio;
    let list = |zone: &str| {
        let name = territory.zone_label(zone);
        let items = list_items(context, |item| is_in(item, zone));
        let busy =
            items.first().and_then(|(_, index)| context.item_at(*index)).is_some_and(|item| item.status.is_open());
        ItemList {
            path: list_path(zone),
            template: "list.html",
            texts: Box::new(move |locale| ListTexts {
                title: locale.format(key::zone_title, &[("zone", name.as_str().into())]),
                lead: locale.format(key::zone_lead, &[("zone", name.as_str().into())]),
                empty: locale.text(key::kind_empty).to_owned(),
            }),
            feed: format!("{}feed.xml", list_path(zone)),
            items: with_undated_last(items),
            contact_points: contact_points_in(context, zone),
            kind: None,
            offline: busy.then_some(OfflineRank::District),
            paper: Some(ListPaper { code: code_path(zone), poster: poster_path(zone) }),
            counts_kinds: false,
        }
    };
    let code = |zone: &'_ String| {
        let address = context.board.url(&list_path(zone));
        PageSpec::at_root(context, code_path(zone), move |_, _| {
            qr::render_svg(&address, ErrorCorrection::Medium).map(String::into_bytes)
        })
    };
    let map = PageSpec::new(context, MAP_PATH, |page, locale| render_map(context, page, locale));
    let map = Some(map.kept_offline(OfflineRank::Kind)).filter(|_| !territory.zone.is_empty());
    let lists = territory.zone.iter().flat_map(|zone| list_pages(context, list(zone)).into_iter().chain([code(zone)]));
    map.into_iter().chain(lists).collect()
}

/// Path of the QR code of a district below the site's root: one for all languages, because it hangs on walls.
fn code_path(zone: &str) -> String {
    format!("{}qr.svg", list_path(zone))
}

/// Puts what is always there after what has a date: on the short list of a district nothing is far down.
fn with_undated_last(mut items: Vec<(ListGroup, usize)>) -> Vec<(ListGroup, usize)> {
    let is_dated_or_over = |group: ListGroup| (group >= ListGroup::Recheck, group == ListGroup::Always);
    items.sort_by_key(|(group, _)| is_dated_or_over(*group));
    items
}

/// Ids of the first contact points in a district, by name.
fn contact_points_in<'c>(context: &'c RenderContext, zone: &str) -> Vec<&'c str> {
    let points = context.board.published_contact_points();
    let mut there: Vec<(&str, &str)> = points
        .filter(|(_, contact_point)| contact_point.zone.as_deref() == Some(zone))
        .map(|(id, contact_point)| (contact_point.name.as_str(), id))
        .collect();
    there.sort_unstable();
    there.into_iter().take(MAX_CONTACT_POINTS).map(|(_, id)| id).collect()
}

fn render_map(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let lead = locale.text(key::zones_lead);
    let head = PageHead { description: lead, ..page.head(context, locale, locale.text(key::near_me)) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("lead", lead);
    values.insert("outlines", &draw_map(context, locale));
    values.insert("map", &build_zone_map(context, locale));
    context.templates.render_page("zones.html", &values)
}
