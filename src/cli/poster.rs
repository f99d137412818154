//! `bacheca poster`: writes posters to a file.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::progress::ProgressReport;
use super::zone_names::find_zone;
use super::{Context, Error, Outcome, find_locales, find_public_item, one_language_error};
use crate::check::report::Format;
use crate::diagnostic::MessageLanguage;
use crate::locale::Locale;
use crate::localized;
use crate::pipeline;
use crate::progress::Progress;
use crate::publish::RenderContext;
use crate::publish::print_desk::{self, PackOptions};
use crate::publish::social_card::render_status;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Names of announcements, closed ones too; several make one file to print
    #[arg(required_unless_present_any = ["open", "centre", "week", "change", "channel", "desks", "desk", "zone"])]
    slugs: Vec<String>,
    /// A sheet to hand over: the announcements for a person, in that person's language (--lang) and in the board's own
    #[arg(long, requires = "slugs", conflicts_with_all = ["strips", "four"])]
    sheet: bool,
    /// Everything that is open, with a list in front
    #[arg(long, conflicts_with = "slugs")]
    open: bool,
    /// Everything that is open, in the languages of a centre's guests: its file's name in content/centri/
    #[arg(long, value_name = "ID", conflicts_with_all = ["slugs", "lang"])]
    centre: Option<String>,
    /// The board of what is open: a sheet with what closes first
    #[arg(long, conflicts_with_all = ["slugs", "open", "centre", "lang", "strips", "four"])]
    week: bool,
    /// What changes on a wall: a list of what to take down and to put up since a week ago, then the posters to put up; in a
    /// language with --lang, in those of a centre's guests with --centre, of a district with --zone
    #[arg(long, conflicts_with_all = ["slugs", "open", "week", "channel", "desks", "desk"])]
    change: bool,
    /// The day of the last change, as 2026-11-23
    #[arg(long, value_name = "DATE", requires = "change")]
    since: Option<NaiveDate>,
    /// A picture of 1080 × 1920 pixels for the status of WhatsApp and for stories: one announcement, in one language
    #[arg(long, requires = "slugs", conflicts_with_all = ["sheet", "strips", "four", "size", "photocopy"])]
    status: bool,
    /// The poster of each channel of the board, or of one service: --channel telegram
    #[arg(long, value_name = "NAME", num_args = 0..=1, conflicts_with_all = ["slugs", "open", "centre", "week", "lang", "strips", "four"])]
    #[allow(clippy::option_option, reason = "the option, with or without a name")]
    channel: Option<Option<String>>,
    /// The list of all contact points, or of those of a district with --zone; in the languages of a centre with --centre
    #[arg(long, conflicts_with_all = ["slugs", "open", "week", "channel", "size", "strips", "four"])]
    desks: bool,
    /// The poster of a district, by its name, number or neighbourhood: one code for what is open there; with --desks the list of its contact points
    #[arg(long, value_name = "ZONE", conflicts_with_all = ["slugs", "open", "week", "channel", "desk", "strips", "four"])]
    zone: Option<String>,
    /// The poster of a contact point: its file's name in content/centri/
    #[arg(long, value_name = "ID", conflicts_with_all = ["slugs", "open", "centre", "week", "channel", "desks", "strips", "four"])]
    desk: Option<String>,
    /// Size of the paper: A4, or A3 for the board of what is open
    #[arg(long, value_enum)]
    size: Option<Size>,
    /// The language; several, with commas, stand on one sheet: the first whole, the others in short
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    lang: Vec<String>,
    /// Strips to tear off along the foot
    #[arg(long, conflicts_with = "four")]
    strips: bool,
    /// Four posters a sheet
    #[arg(long)]
    four: bool,
    /// It will be photocopied: codes that stand more damage
    #[arg(long)]
    photocopy: bool,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Size {
    A4,
    A3,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let site = pipeline::prepare_render_context(&loaded)?;
    let progress = ProgressReport::start(context);
    let pdf = render_posters(&site, arguments, &progress);
    progress.finish();
    let pdf = pdf?;
    let name = match (arguments.slugs.as_slice(), &arguments.desk) {
        _ if arguments.sheet => "foglio.pdf".to_owned(),
        ([name], _) if arguments.status => format!("{name}.png"),
        ([name], _) | ([], Some(name)) => format!("{name}.pdf"),
        _ if arguments.change => "cambio.pdf".to_owned(),
        _ if arguments.desks => "sportelli.pdf".to_owned(),
        _ => "locandine.pdf".to_owned(),
    };
    let out = arguments.out.clone().unwrap_or_else(|| PathBuf::from(name));
    context.write_output(&out, &pdf)?;
    Ok(Outcome::Done)
}

fn render_posters(site: &RenderContext, arguments: &Arguments, progress: &dyn Progress) -> Result<Vec<u8>, Error> {
    let paper = PackOptions {
        a3: arguments.size.map_or(arguments.week, |size| size == Size::A3),
        four: arguments.four,
        strips: arguments.strips,
        photocopy: arguments.photocopy,
        cover: arguments.slugs.is_empty(),
    };
    let zone = arguments.zone.as_deref().map(|name| find_zone(&site.board, name)).transpose()?;
    if arguments.week {
        return print_desk::render_week_board(site, paper);
    }
    if arguments.change {
        let languages = find_pack_languages(site, arguments)?;
        return print_desk::render_change(site, arguments.since, zone, &languages, paper, progress);
    }
    if let Some(service) = &arguments.channel {
        return print_desk::render_channel_posters(site, service.as_deref(), paper, progress);
    }
    if let Some(id) = &arguments.desk {
        let languages = match arguments.lang.as_slice() {
            [] => print_desk::languages_of_desk(site, id)?,
            lang => find_locales(&site.locales, lang)?,
        };
        return print_desk::render_contact_point_poster(site, id, &languages, paper);
    }
    if arguments.desks {
        let languages = match (&arguments.centre, arguments.lang.as_slice()) {
            (Some(id), _) => print_desk::languages_of_centre(site, id)?,
            (None, []) => print_desk::languages_of_list(site, zone),
            (None, lang) => find_locales(&site.locales, lang)?,
        };
        return print_desk::render_contact_point_list(site, zone, &languages, paper);
    }
    if let Some(zone) = zone {
        return print_desk::render_zone_poster(site, zone, paper);
    }
    let languages = find_pack_languages(site, arguments)?;
    let items = if arguments.slugs.is_empty() {
        site.open_items()
    } else {
        arguments.slugs.iter().map(|slug| find_public_item(&site.board, slug)).collect::<Result<_, Error>>()?
    };
    if items.is_empty() {
        return Err(Error::Message(localized!(
            "oggi non c'è niente di aperto da stampare",
            "nothing is open today that could be printed"
        )));
    }
    if arguments.status {
        let ([item], [language]) = (items.as_slice(), languages.as_slice()) else { return Err(one_status_error()) };
        return render_status(site, &site.item_page(item, language));
    }
    if arguments.sheet {
        let [reader] = languages.as_slice() else { return Err(one_language_error()) };
        return print_desk::render_handout(site, &items, reader, paper);
    }
    print_desk::render_pack(site, &items, &languages, paper, progress)
}

/// The languages of a centre's guests, or those asked for.
fn find_pack_languages<'s>(site: &'s RenderContext, arguments: &Arguments) -> Result<Vec<&'s Locale>, Error> {
    match &arguments.centre {
        Some(id) => print_desk::languages_of_centre(site, id),
        None => find_locales(&site.locales, &arguments.lang),
    }
}

fn one_status_error() -> Error {
    Error::Message(localized!(
        "un'immagine per lo stato è di un annuncio in una lingua: `bacheca poster corso --status --lang bn`",
        "a picture for the status is of one announcement in one language: `bacheca poster course --status --lang bn`"
    ))
}
