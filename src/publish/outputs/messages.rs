//! What one posts of an open item, as files beside its page: its texts for WhatsApp, in each language, and in two at once.

use crate::board::Item;
use crate::compose::messenger::{CAPTION, WHATSAPP};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::messages;
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

const TEXT: &str = "whatsapp.txt";
const CAPTION_TEXT: &str = "caption.txt";

fn files(context: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if !item.status.is_open() {
        return;
    }
    file(TEXT, Indexing::File);
    file(CAPTION_TEXT, Indexing::File);
    if locale.position == 0 {
        context.locales.iter().skip(1).for_each(|other| file(&bilingual(locale, other), Indexing::File));
    }
}

fn bilingual(own: &Locale, other: &Locale) -> String {
    format!("whatsapp.{}-{}.txt", own.code, other.code)
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let put = |name: &str, text: String| sink.put(&format!("{}{name}", page.path), text.into_bytes());
    put(TEXT, messages::text(context, page, &WHATSAPP)?)?;
    put(CAPTION_TEXT, messages::text(context, page, &CAPTION)?)?;
    if page.locale.position > 0 {
        return Ok(());
    }
    context.locales.iter().skip(1).try_for_each(|locale| {
        let other = context.item_page(page.item, locale);
        put(&bilingual(page.locale, locale), messages::bilingual(context, &other, page, &WHATSAPP)?)
    })
}
