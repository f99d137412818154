//! The sheet to hand over on paper: items chosen for a person, in the person's language and in the board's own.

use serde::Serialize;

use super::PackOptions;
use crate::board::Item;
use crate::compose::handout::{Handout, HandoutPair, build_handout, pair_handouts};
use crate::compose::qr;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::RenderContext;
use crate::publish::shared::poster_sheet::name_languages;
use crate::publish::shared::print::{PrintDocument, PrintFormat, change_day, print, typeable_address};

/// Content of the sheet.
#[derive(Serialize)]
struct HandoutContent<'p> {
    items: Vec<PrintedItem<'p>>,
    /// The reader's language, then the board's own if it is another.
    heads: Vec<SheetHead<'p>>,
    scan: &'p str,
    address: String,
    code: String,
    code_alternative: String,
    updated: String,
}

/// An item with the code of its page.
#[derive(Serialize)]
struct PrintedItem<'p> {
    #[serde(flatten)]
    pair: HandoutPair<'p>,
    code: String,
    code_alternative: String,
}

/// What the head of the sheet says in one language.
#[derive(Serialize)]
struct SheetHead<'p> {
    lang: &'p str,
    dir: &'p str,
    title: &'p str,
    trust: String,
    colon: &'p str,
}

impl<'p> SheetHead<'p> {
    fn new(context: &RenderContext, locale: &'p Locale) -> Self {
        Self {
            lang: &locale.code,
            dir: &locale.direction,
            title: locale.text(key::handout_title),
            trust: context.trust(locale),
            colon: locale.text(key::colon),
        }
    }
}

/// Renders the sheet as PDF on A4: up to three items a page, which folds between them.
///
/// # Errors
/// An item without any date, or a sheet that cannot be typeset.
pub fn render_handout(
    context: &RenderContext,
    items: &[&Item],
    reader: &Locale,
    paper: PackOptions,
) -> Result<Vec<u8>, Error> {
    let board = &context.board;
    let own = context.locales.board_locale();
    let in_language =
        |locale| items.iter().map(|item| build_handout(board, item, locale)).collect::<Vec<Handout<'_>>>();
    let (translated, in_own) = (in_language(reader), in_language(own));
    let code = |url: &str| qr::render_svg(url, paper.qr_level());
    let alternative = |url: &str| format!("{}: {url}", reader.text(key::code));
    let printed = translated.iter().zip(&in_own).map(|(reader, own)| {
        let pair = pair_handouts(reader, own);
        Ok(PrintedItem { code: code(pair.url)?, code_alternative: alternative(pair.url), pair })
    });
    let home = board.url(&reader.root);
    let content = HandoutContent {
        items: printed.collect::<Result<_, Error>>()?,
        heads: std::iter::once(reader)
            .chain((reader.code != own.code).then_some(own))
            .map(|locale| SheetHead::new(context, locale))
            .collect(),
        scan: reader.text(key::scan_code),
        address: typeable_address(&home),
        code: code(&home)?,
        code_alternative: alternative(&home),
        updated: reader.format(key::print_updated, &[("date", reader.format_day(board.today).into())]),
    };
    let days = items.iter().map(|item| change_day(item, board)).collect::<Result<Vec<_>, Error>>()?;
    let title = reader.text(key::handout_title).to_owned();
    let document = PrintDocument::new(context, reader, "handout", title, content);
    let names = name_languages([reader, own].into_iter());
    let [pdf] = print(context, &document.to_job(days.into_iter().max(), None, names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}
