//! Images of an open item: a card for the channel, a taller one for statuses and stories, and the preview that chats show for a link to its page; and the
//! preview of all other pages of a language.

use serde::Serialize;

use crate::board::Item;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::item_files::{CARD, PREVIEW, STATUS, has_pictures};
use crate::publish::shared::poster_sheet::name_languages;
use crate::publish::shared::print::{PrintDocument, PrintFormat, change_day, print, typeable_address};
use crate::publish::shared::sheet_answers::{AnswerData, headline, tags, upper_answers};
use crate::publish::{Indexing, ItemOutput, ItemPage, PageSpec, RenderContext, Sink};

const PREVIEW_JPEG_QUALITY: u8 = 82;
/// Answers on a card, from the most important.
const FACTS: [&str; 4] = ["where", "when", "cost", "who"];
/// Maximum number of them.
const MAX_FACTS: usize = 3;

#[derive(Serialize)]
struct CardData<'p> {
    lang: &'p str,
    dir: &'p str,
    kind: &'p str,
    kind_label: &'p str,
    /// White labels on the band: «Gratis», «Esempio».
    tags: Vec<&'p str>,
    title: String,
    facts: Vec<AnswerData<'p>>,
    /// What to do by when.
    headline: String,
    /// Alternative text of the official image, which is passed to the typesetter separately.
    picture: Option<&'p str>,
}

/// The picture for statuses and stories: the card, and where its page is.
#[derive(Serialize)]
struct StatusData<'p> {
    #[serde(flatten)]
    card: CardData<'p>,
    code: String,
    code_alternative: String,
    address: String,
    scan: &'p str,
}

/// The preview of a language's pages.
#[derive(Serialize)]
struct BoardPreviewData<'p> {
    lang: &'p str,
    dir: &'p str,
    kinds: [&'static str; Kind::ALL.len()],
    /// Name of the board.
    title: &'p str,
    /// What it is.
    headline: &'p str,
}

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

fn files(_: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if has_pictures(item) {
        file(CARD, Indexing::File);
        file(PREVIEW, Indexing::File);
        // Each takes as long as a card: those of other languages are made when somebody asks (`bacheca poster --status`).
        if locale.position == 0 {
            file(STATUS, Indexing::File);
        }
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    // Events keep the organiser's image (guidelines, paragraph 4).
    let official = page.item.facts.image.as_ref().filter(|_| page.item.kind() == Kind::Event);
    let path = official.and_then(|_| page.item.image_path(&context.board.root));
    let picture = path.map(|path| crate::publish::shared::photos::published_jpeg(context, &path)).transpose()?;
    let described = official.and_then(|image| image.alternative_text.as_deref()).filter(|_| picture.is_some());
    let languages = name_languages(std::iter::once(page.locale));
    let job = |layout, picture| {
        let title = page.sheet.title.text.to_string();
        PrintDocument::new(context, page.locale, layout, title, card_data(context, page, picture)).to_job(
            Some(change_day(page.item, &context.board)?),
            Some(1),
            languages.clone(),
        )
    };
    let mut card = job("card", described)?;
    card.picture = picture.map(|picture| picture.to_vec());
    let [card] = print(context, &card, [PrintFormat::Png(1.0)])?;
    sink.put(&format!("{}{CARD}", page.path), card)?;
    let [preview] = print(context, &job("preview", None)?, [PrintFormat::Jpeg(PREVIEW_JPEG_QUALITY)])?;
    sink.put(&format!("{}{PREVIEW}", page.path), preview)?;
    if page.locale.position == 0 {
        sink.put(&format!("{}{STATUS}", page.path), render_status(context, page)?)?;
    }
    Ok(())
}

/// Renders the picture for statuses and stories as PNG. Applications lay their own signs over its upper and lower edge:
/// nothing to read stands there.
///
/// # Errors
/// If the item has no date, or the picture cannot be typeset.
pub fn render_status(context: &RenderContext, page: &ItemPage<'_>) -> Result<Vec<u8>, Error> {
    let url = context.board.url(&page.path);
    let content = StatusData {
        card: card_data(context, page, None),
        code: qr::render_svg(&url, ErrorCorrection::Medium)?,
        code_alternative: format!("{}: {url}", page.locale.text(key::code)),
        address: typeable_address(&url),
        scan: page.locale.text(key::scan_code),
    };
    let document = PrintDocument::new(context, page.locale, "status", page.sheet.title.text.to_string(), content);
    let names = name_languages(std::iter::once(page.locale));
    let job = document.to_job(Some(change_day(page.item, &context.board)?), Some(1), names)?;
    let [picture] = print(context, &job, [PrintFormat::Png(1.0)])?;
    Ok(picture)
}

/// The preview of all pages of a language but those of open items, beside its home page.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![PageSpec::new(context, PREVIEW, |_, locale| render_board_preview(context, locale))]
}

fn render_board_preview(context: &RenderContext, locale: &Locale) -> Result<Vec<u8>, Error> {
    let config = &context.board.config.bacheca;
    let description = context.description(locale);
    let content = BoardPreviewData {
        lang: &locale.code,
        dir: &locale.direction,
        kinds: Kind::ALL.map(Kind::key),
        title: &config.nome,
        headline: description,
    };
    let document = PrintDocument::new(context, locale, "board-preview", config.nome.clone(), content);
    let job = document.to_job(None, Some(1), name_languages(std::iter::once(locale)))?;
    let [preview] = print(context, &job, [PrintFormat::Jpeg(PREVIEW_JPEG_QUALITY)])?;
    Ok(preview)
}

fn card_data<'p>(context: &RenderContext, page: &'p ItemPage<'_>, picture: Option<&'p str>) -> CardData<'p> {
    let (sheet, locale) = (&page.sheet, page.locale);
    let tags = tags(page, locale);
    let mut answers = upper_answers(context, page);
    // That it is free stands on the band.
    answers.retain(|answer| answer.name != "cost" || !tags.contains(&locale.text(key::money_free)));
    let rank = |answer: &AnswerData<'_>| FACTS.iter().position(|name| *name == answer.name);
    answers.retain(|answer| rank(answer).is_some());
    answers.sort_by_key(rank);
    answers.truncate(MAX_FACTS);
    CardData {
        lang: &locale.code,
        dir: &locale.direction,
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        tags,
        title: sheet.short_title.text.to_string(),
        facts: answers,
        headline: headline(page).0,
        picture,
    }
}
