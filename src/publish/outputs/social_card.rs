//! Images of an open item: a card for the channel, and the preview that chats show for a link to its page.

use serde::Serialize;

use crate::board::Item;
use crate::compose::fact_sheet::Headline;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::item_files::{CARD, PREVIEW, has_pictures};
use crate::publish::shared::poster_sheet::name_languages;
use crate::publish::shared::print::{PrintDocument, PrintFormat, change_day, print};
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

const PREVIEW_JPEG_QUALITY: u8 = 82;
/// Maximum number of facts on a card.
const MAX_FACTS: usize = 3;

#[derive(Serialize)]
struct CardData<'p> {
    lang: &'p str,
    dir: &'p str,
    kind: &'p str,
    kind_label: &'p str,
    title: String,
    facts: Vec<CardFact<'p>>,
    status: &'p str,
    date: Option<Headline>,
    example: bool,
    example_label: &'p str,
    /// Alternative text of the official image, which is passed to the typesetter separately.
    picture: Option<&'p str>,
}

#[derive(Serialize)]
struct CardFact<'p> {
    icon: &'p str,
    text: String,
}

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

fn files(_: &RenderContext, item: &Item, _: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if has_pictures(item) {
        file(CARD, Indexing::File);
        file(PREVIEW, Indexing::File);
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
        PrintDocument::new(context, page.locale, layout, title, card_data(page, picture)).to_job(
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
    sink.put(&format!("{}{PREVIEW}", page.path), preview)
}

fn card_data<'p>(page: &'p ItemPage<'_>, picture: Option<&'p str>) -> CardData<'p> {
    let (sheet, locale) = (&page.sheet, page.locale);
    // Readers decide by cost, place and date, in this order; the audience fills in if one of them is missing.
    let facts = ["cost", "pay", "where", "when", "who"]
        .iter()
        .filter_map(|name| sheet.facts.iter().find(|row| row.name == *name))
        .filter_map(|row| {
            // The first line of several days may be a day that is over.
            let then = sheet.status.then.as_deref().filter(|_| row.name == "when");
            let text = then.or(row.lines.first().map(|line| line.text.as_ref()))?;
            Some(CardFact { icon: row.icon, text: text.to_owned() })
        })
        .take(MAX_FACTS)
        .collect();
    CardData {
        lang: &locale.code,
        dir: &locale.direction,
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        title: sheet.title.text.to_string(),
        facts,
        status: &sheet.status.sentence,
        date: sheet.status.headline.clone(),
        example: sheet.example,
        example_label: locale.text(key::example),
        picture,
    }
}
