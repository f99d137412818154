//! The pictures of an open item: a card for the channel, and what a chat shows of a link to its page.

use serde::Serialize;

use crate::error::Error;
use crate::model::Kind;
use crate::publish::shared::item_files::{CARD, PREVIEW, has_pictures};
use crate::publish::shared::poster_sheet::{DateData, date, named};
use crate::publish::shared::print::{PrintDocument, PrintFormat, changed, print};
use crate::publish::{ItemPage, Sink, Site};
use crate::text::emoji::strip_emoji;

const PREVIEW_QUALITY: u8 = 82;
/// How many facts a card has room for.
const FACTS: usize = 3;

#[derive(Serialize)]
struct CardData<'p> {
    lang: &'p str,
    dir: &'p str,
    kind: &'p str,
    kind_label: &'p str,
    title: String,
    facts: Vec<CardFact<'p>>,
    status: &'p str,
    date: Option<DateData>,
    example: bool,
    example_label: &'p str,
    /// What the official picture shows; the picture itself stands beside.
    picture: Option<&'p str>,
}

#[derive(Serialize)]
struct CardFact<'p> {
    icon: &'p str,
    text: String,
}

pub(in crate::publish) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    if !has_pictures(page.item) {
        return Ok(());
    }
    // Events keep the image of whoever organises them (guidelines, paragraph 4).
    let official = page.item.facts.image.as_ref().filter(|_| page.item.kind() == Kind::Event);
    let path = official.and_then(|_| page.item.image_path(&site.board.root));
    let picture = path.map(|path| crate::publish::shared::photos::published(&path)).transpose()?;
    let described = official.and_then(|image| image.alternative_text.as_deref()).filter(|_| picture.is_some());
    let languages = named(std::iter::once(page.locale));
    let job = |layout, picture| {
        let title = strip_emoji(&page.sheet.title.text);
        PrintDocument::new(site, page.locale, layout, title, data(page, picture)).job(
            changed(page.item),
            Some(1),
            languages.clone(),
        )
    };
    let mut card = job("card", described)?;
    card.picture = picture;
    let [card] = print(site, &card, [PrintFormat::Png(1.0)])?;
    sink.put(&format!("{}{CARD}", page.path), card)?;
    let [preview] = print(site, &job("preview", None)?, [PrintFormat::Jpeg(PREVIEW_QUALITY)])?;
    sink.put(&format!("{}{PREVIEW}", page.path), preview)
}

fn data<'p>(page: &'p ItemPage<'_>, picture: Option<&'p str>) -> CardData<'p> {
    let (sheet, locale) = (&page.sheet, page.locale);
    // What it costs, where, when: in this order people decide. For whom comes if one of them is missing.
    let facts = ["cost", "pay", "where", "when", "who"]
        .iter()
        .filter_map(|name| sheet.facts.iter().find(|row| row.name == *name))
        .filter_map(|row| Some(CardFact { icon: row.icon, text: strip_emoji(&row.lines.first()?.text) }))
        .take(FACTS)
        .collect();
    CardData {
        lang: &locale.code,
        dir: &locale.direction,
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        title: strip_emoji(&sheet.title.text),
        facts,
        status: &sheet.status.sentence,
        date: date(page),
        example: sheet.example,
        example_label: locale.text("example"),
        picture,
    }
}
