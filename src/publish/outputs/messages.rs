//! What one posts of an open item, as files beside its page: its texts for WhatsApp, in each language, and in two at once.

use crate::compose::messenger::find_messenger;
use crate::error::Error;
use crate::publish::shared::messages;
use crate::publish::{ItemPage, Sink, Site};

pub(super) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    if !page.item.status.is_open() {
        return Ok(());
    }
    let channel =
        |name: &str| find_messenger(name).ok_or_else(|| Error::internal("messages", format!("no messenger {name}")));
    let (whatsapp, caption) = (channel("whatsapp")?, channel("caption")?);
    sink.put(&format!("{}whatsapp.txt", page.path), messages::text(site, page, whatsapp)?.into_bytes())?;
    sink.put(&format!("{}caption.txt", page.path), messages::text(site, page, caption)?.into_bytes())?;
    let own = site.locales.own();
    if page.locale.code != own.code {
        return Ok(());
    }
    for locale in site.locales.iter().skip(1) {
        let other = site.item_page(page.item, locale);
        let both = messages::bilingual(site, &other, page, whatsapp)?;
        sink.put(&format!("{}whatsapp.{}-{}.txt", page.path, own.code, locale.code), both.into_bytes())?;
    }
    Ok(())
}
