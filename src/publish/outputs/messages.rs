//! Texts for posting an open item on WhatsApp, as files beside its page: in each language, and bilingual.

use crate::board::Item;
use crate::compose::messenger::{CAPTION, WHATSAPP};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::item_files::bilingual_message;
use crate::publish::shared::messages;
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

const WHATSAPP_FILE: &str = "whatsapp.txt";
const CAPTION_FILE: &str = "caption.txt";

fn files(context: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if !item.status.is_open() {
        return;
    }
    file(WHATSAPP_FILE, Indexing::File);
    file(CAPTION_FILE, Indexing::File);
    if locale.position == 0 {
        context.locales.iter().skip(1).for_each(|other| file(&bilingual_message(locale, other), Indexing::File));
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let put = |name: &str, text: String| sink.put(&format!("{}{name}", page.path), text.into_bytes());
    put(WHATSAPP_FILE, messages::render_text(context, page, &WHATSAPP)?)?;
    put(CAPTION_FILE, messages::render_text(context, page, &CAPTION)?)?;
    if page.locale.position > 0 {
        return Ok(());
    }
    context.locales.iter().skip(1).try_for_each(|locale| {
        let other = context.item_page(page.item, locale);
        put(&bilingual_message(page.locale, locale), messages::render_bilingual(context, &other, page, &WHATSAPP)?.text)
    })
}
