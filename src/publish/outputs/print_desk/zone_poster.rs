//! The poster of a district: one code that opens the list of what is open there, in words of every language.

use serde::Serialize;

use super::PackOptions;
use crate::compose::qr;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::localized;
use crate::publish::RenderContext;
use crate::publish::shared::districts::list_path;
use crate::publish::shared::poster_sheet::name_languages;
use crate::publish::shared::print::{PrintDocument, PrintFormat, print, typeable_address};

/// Content of the poster. Nothing on it changes from day to day, so that it can hang for years.
#[derive(Serialize)]
struct ZonePoster<'p> {
    /// Neighbourhoods by which people know the district.
    neighbourhoods: Option<&'p str>,
    languages: Vec<ZoneWords<'p>>,
    code: String,
    code_alternative: String,
    address: String,
}

/// What the code opens, in one language.
#[derive(Serialize)]
struct ZoneWords<'p> {
    lang: &'p str,
    dir: &'p str,
    open: &'p str,
    scan: &'p str,
}

impl<'p> ZoneWords<'p> {
    fn new(locale: &'p Locale) -> Self {
        Self {
            lang: &locale.code,
            dir: &locale.direction,
            open: locale.text(key::zone_open),
            scan: locale.text(key::scan_code),
        }
    }
}

/// Renders the poster of a district as PDF: one sheet.
///
/// # Errors
/// If the board has no such district, or the poster cannot be typeset or does not fit on one page.
pub fn render_zone_poster(context: &RenderContext, zone: &str, paper: PackOptions) -> Result<Vec<u8>, Error> {
    let territory = &context.board.config.territorio;
    reject_unknown_zone(context, zone)?;
    let locale = context.locales.board_locale();
    let address = context.board.url(&list_path(zone));
    let content = ZonePoster {
        neighbourhoods: territory.neighbourhoods.get(zone).map(String::as_str),
        languages: context.locales.iter().map(ZoneWords::new).collect(),
        code: qr::render_svg(&address, paper.qr_level())?,
        code_alternative: format!("{}: {address}", locale.text(key::code)),
        address: typeable_address(&address),
    };
    let mut document = PrintDocument::new(context, locale, "zone", territory.zone_label(zone), content);
    document.size = paper.paper_size();
    let names = name_languages(context.locales.iter());
    let [pdf] = print(context, &document.to_job(None, Some(1), names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// Rejects a district that the board does not have, and names those that it has.
pub(super) fn reject_unknown_zone(context: &RenderContext, zone: &str) -> Result<(), Error> {
    let zones = &context.board.config.territorio.zone;
    if zones.iter().any(|known| known == zone) {
        return Ok(());
    }
    let known = zones.join(", ");
    Err(Error::Message(localized!(
        "«{zone}» non è una zona della bacheca: ci sono {known}",
        "`{zone}` is no district of the board: there are {known}"
    )))
}
