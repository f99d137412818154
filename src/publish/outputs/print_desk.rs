//! The print desk, `stampa/`: all open items as files to print, by language and by reception centre; what is open now on
//! one sheet; what changes on a wall in a week; the permanent sheet of each place and of each district; contact points as lists and posters; the channel's poster.

mod boards;
mod change;
mod contact_points;
mod handout;
mod page;
mod zone_poster;

use serde::Serialize;

use crate::board::Item;
use crate::compose::qr::ErrorCorrection;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::localized;
use crate::model::LanguageCode;
use crate::progress::{Progress, Unobserved};
use crate::publish::shared::districts;
use crate::publish::shared::poster_sheet::{PosterData, PosterLayout, name_languages, poster_job, to_poster};
use crate::publish::shared::print::{Pack, PrintDocument, change_day, print_pack};
use crate::publish::{ItemPage, PageSpec, RenderContext};
use crate::text::slug::slugify;
use crate::typesetter::{FourUp, PrintJob};

pub use boards::{render_channel_poster, render_channel_posters, render_place_sheet, render_week_board};
pub use change::render_change;
pub use contact_points::{
    languages_of_desk, languages_of_list, render_contact_point_list, render_contact_point_poster,
};
pub use handout::render_handout;
pub(super) use page::pages;
pub use zone_poster::render_zone_poster;

/// Path of the print desk below the site's root.
const FOLDER: &str = "stampa/";
/// Scale from A4 to A3: the square root of two, rounded down.
const A3_SCALE: f64 = 1.4141;
/// Layout of a printed pack.
#[derive(Debug, Clone, Copy, Default)]
pub struct PackOptions {
    /// A3 instead of A4.
    pub a3: bool,
    /// Four posters per sheet.
    pub four: bool,
    /// Tear-off strips along the bottom edge.
    pub strips: bool,
    /// The sheets will be photocopied: QR codes get a higher error correction level.
    pub photocopy: bool,
    /// A first page that lists the contents.
    pub cover: bool,
}

impl PackOptions {
    fn qr_level(self) -> ErrorCorrection {
        if self.photocopy { ErrorCorrection::Quartile } else { ErrorCorrection::Medium }
    }

    fn paper_size(self) -> &'static str {
        if self.a3 { "a3" } else { "a4" }
    }

    /// Size in which posters are laid out: four of size A4 are made smaller to fit on a page.
    fn sheet_size(self) -> &'static str {
        if self.four { "a4" } else { self.paper_size() }
    }

    fn four_up(self, locale: &Locale) -> FourUp {
        let (paper, scale) = if self.a3 { ((297.0, 420.0), 0.5 * A3_SCALE) } else { ((210.0, 297.0), 0.5) };
        FourUp { paper, scale, right_to_left: locale.direction == "rtl" }
    }
}

#[derive(Serialize)]
struct Cover<'p> {
    updated: String,
    posters: Vec<PosterData<'p>>,
}

/// Path of the change of the week in a language.
fn change_file(locale: &Locale) -> String {
    if locale.position == 0 { format!("{FOLDER}cambio.pdf") } else { format!("{FOLDER}cambio-{}.pdf", locale.code) }
}

/// Path of the poster of a channel, by its position in `site.toml`.
fn channel_poster(index: usize) -> String {
    match index {
        0 => format!("{FOLDER}canale.pdf"),
        _ => format!("{FOLDER}canale-{}.pdf", index + 1),
    }
}

/// Path of the permanent sheet of a centre.
fn place_sheet(id: &str) -> String {
    format!("{FOLDER}centri/{id}-bacheca.pdf")
}

/// Path of the list of the contact points of a district, or of the whole territory.
fn contact_point_list(zone: Option<&str>) -> String {
    match zone {
        Some(zone) => format!("{FOLDER}sportelli-{}.pdf", slugify(zone)),
        None => format!("{FOLDER}sportelli.pdf"),
    }
}

/// Path of the list of the contact points near a centre, in the languages of its guests. In a folder of the centre, so that
/// it is not the pack of a centre whose id ends in `-sportelli`.
fn list_near_centre(id: &str) -> String {
    format!("{FOLDER}centri/{id}/sportelli.pdf")
}

/// Path of the poster of a contact point.
fn contact_point_poster(id: &str) -> String {
    format!("{FOLDER}sportelli/{id}.pdf")
}

/// The printable files of the desk.
pub(super) fn files(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let packs = |name: &str, languages: &[&Locale]| {
        let codes: Vec<String> = languages.iter().map(|locale| locale.code.clone()).collect();
        [(false, ""), (true, "-4")].map(|(four, end)| {
            let codes = codes.clone();
            PageSpec::at_root(context, format!("{FOLDER}{name}{end}.pdf"), move |_, _| {
                let languages: Vec<&Locale> = codes.iter().filter_map(|code| context.locales.get(code)).collect();
                let paper = PackOptions { four, cover: true, ..PackOptions::default() };
                render_pack(context, &context.open_items(), &languages, paper, &Unobserved)
            })
            .binding_posters_in(languages.first().copied().unwrap_or(context.locales.board_locale()))
        })
    };
    let mut files: Vec<PageSpec<'_>> = Vec::new();
    files.extend(context.locales.iter().flat_map(|locale| packs(&locale.code, &[locale])));
    files.extend(context.locales.iter().map(|locale| {
        PageSpec::at_root(context, change_file(locale), move |_, _| {
            render_change(context, None, None, &[locale], PackOptions::default(), &Unobserved)
        })
        .binding_posters_in(locale)
    }));
    files.extend(contact_point_files(context));
    files.extend(context.board.config.territorio.zone.iter().map(|zone| {
        PageSpec::at_root(context, districts::poster_path(zone), move |_, _| {
            render_zone_poster(context, zone, PackOptions::default())
        })
    }));
    for CentrePaper { id, name, zone, languages, has_packs } in centres(context) {
        if has_packs {
            files.extend(packs(&format!("centri/{id}"), &languages));
            let languages = languages.clone();
            files.push(PageSpec::at_root(context, list_near_centre(id), move |_, _| {
                render_contact_point_list(context, zone, &languages, PackOptions::default())
            }));
        }
        files.push(PageSpec::at_root(context, place_sheet(id), move |_, _| {
            render_place_sheet(context, name, &languages, PackOptions::default())
        }));
    }
    for (end, a3) in [("", true), ("-a4", false)] {
        files.push(PageSpec::at_root(context, format!("{FOLDER}settimana{end}.pdf"), move |_, _| {
            render_week_board(context, PackOptions { a3, ..PackOptions::default() })
        }));
    }
    for (index, channel) in context.board.config.channels().iter().enumerate() {
        // Of a name to search there is nothing to scan.
        if channel.link().is_some() || channel.picture.is_some() {
            files.push(PageSpec::at_root(context, channel_poster(index), move |_, _| {
                render_channel_poster(context, index, PackOptions::default())
            }));
        }
    }
    files
}

/// Lists and posters of contact points.
fn contact_point_files(context: &RenderContext) -> impl Iterator<Item = PageSpec<'_>> {
    let zones: Vec<Option<&str>> =
        contact_points::districts(context).filter_map(|district| district.zone).map(Some).collect();
    let has_any = context.board.published_contact_points().next().is_some();
    let lists = zones.into_iter().chain(has_any.then_some(None)).map(move |zone| {
        PageSpec::at_root(context, contact_point_list(zone), move |_, _| {
            render_contact_point_list(context, zone, &languages_of_list(context, zone), PackOptions::default())
        })
    });
    let posters = context.board.published_contact_points().map(move |(id, _)| {
        PageSpec::at_root(context, contact_point_poster(id), move |_, _| {
            render_contact_point_poster(context, id, &languages_of_desk(context, id)?, PackOptions::default())
        })
    });
    lists.chain(posters)
}

/// Renders posters of items as PDF: in the first language, with the title and key facts in the others on the same
/// sheet. `progress` is told of each poster.
///
/// # Errors
/// If there is no language, an item has no date, or the posters cannot be typeset.
pub fn render_pack(
    context: &RenderContext,
    items: &[&Item],
    languages: &[&Locale],
    paper: PackOptions,
    progress: &dyn Progress,
) -> Result<Vec<u8>, Error> {
    let (first, others) = languages.split_first().ok_or_else(|| Error::internal("print pack", "no language"))?;
    let pages: Vec<ItemPage<'_>> = items.iter().map(|item| context.item_page(item, first)).collect();
    let layout = PosterLayout { size: paper.sheet_size(), strips: paper.strips, level: paper.qr_level(), others };
    let sheets = pages.iter().map(|page| poster_job(context, page, layout)).collect::<Result<_, Error>>()?;
    let title = match (items, paper.cover) {
        ([item], false) => item.title().to_owned(),
        _ => first.text(key::print_pack_title).to_owned(),
    };
    let cover = paper.cover.then(|| cover_job(context, first, &title, &pages)).transpose()?;
    let four = paper.four.then(|| paper.four_up(first));
    print_pack(context, &Pack { title, cover, sheets, four }, progress)
}

/// Creates the print job of a pack's cover, which lists its posters and may take several pages.
fn cover_job(context: &RenderContext, locale: &Locale, title: &str, pages: &[ItemPage<'_>]) -> Result<PrintJob, Error> {
    let posters = pages.iter().map(|page| to_poster(context, page, ErrorCorrection::Medium, &[]));
    let content =
        Cover { updated: format_update_day(context, locale), posters: posters.collect::<Result<_, Error>>()? };
    let days = pages.iter().map(|page| change_day(page.item, &context.board));
    let day = days.collect::<Result<Vec<_>, Error>>()?.into_iter().max().unwrap_or(context.board.today);
    let names = name_languages(std::iter::once(locale));
    PrintDocument::new(context, locale, "cover", title.to_owned(), content).to_job(Some(day), None, names)
}

fn format_update_day(context: &RenderContext, locale: &Locale) -> String {
    locale.format(key::print_updated, &[("date", locale.format_date_with_weekday(context.board.today).into())])
}

/// A contact point that prints.
struct CentrePaper<'c> {
    /// Name of its file.
    id: &'c str,
    name: &'c str,
    /// Its district, if it is one of the territory.
    zone: Option<&'c str>,
    /// The board's own language, then those of its guests, or else of its desk, that the board has.
    languages: Vec<&'c Locale>,
    /// Whether there are packs for its guests.
    has_packs: bool,
}

fn centres(context: &RenderContext) -> impl Iterator<Item = CentrePaper<'_>> {
    let board_locale = context.locales.board_locale();
    let zones = &context.board.config.territorio.zone;
    context.board.published_contact_points().map(move |(id, facts)| {
        let known = |codes: &'_ [LanguageCode]| -> Vec<&Locale> {
            let found = codes.iter().filter_map(|code| context.locales.get(code.as_str()));
            found.filter(|locale| locale.code != board_locale.code).collect()
        };
        let guests = known(&facts.guest_languages);
        let has_packs = !guests.is_empty();
        let others = if has_packs { guests } else { known(&facts.desk_languages) };
        let languages = std::iter::once(board_locale).chain(others).collect();
        let zone = facts.zone.as_deref().filter(|zone| zones.iter().any(|known| known == zone));
        CentrePaper { id, name: &facts.name, zone, languages, has_packs }
    })
}

/// Languages for a reception centre: the board's own first, then those of its guests that the board has.
///
/// # Errors
/// If no centre has this id, or the board has none of the languages of its guests.
pub fn languages_of_centre<'c>(context: &'c RenderContext, id: &str) -> Result<Vec<&'c Locale>, Error> {
    if centres(context).all(|centre| centre.id != id) {
        let known: Vec<&str> = centres(context).map(|centre| centre.id).collect();
        let known = known.join(", ");
        return Err(Error::Message(localized!(
            "non c'è nessun centro «{id}»: ci sono {known}",
            "there is no centre `{id}`: there are {known}"
        )));
    }
    let found = centres(context).find(|centre| centre.id == id && centre.has_packs);
    found.map(|centre| centre.languages).ok_or_else(|| {
        Error::Message(localized!(
            "la bacheca non ha nessuna delle lingue degli ospiti di «{id}» (`lingue_ospiti`)",
            "the board has none of the languages of the guests of `{id}` (`lingue_ospiti`)"
        ))
    })
}
