//! Channels by the names that somebody types: which there are, and which was meant.

use super::Error;
use crate::compose::messenger::{MESSENGERS, Messenger, find_messenger};
use crate::config::Config;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::{is_channel_name, meant_messenger};
use crate::text::slug::slugify;
use crate::text::visible::show_name;

/// The messenger with this name, for a text.
pub(super) fn find_text_channel(name: &str) -> Result<&'static Messenger, Error> {
    find_messenger(name).ok_or_else(|| {
        let known = name_messengers();
        let shown = show_name(name);
        Error::Message(match meant_messenger(name) {
            Some(meant) => localized!(
                "non ci sono testi per «{shown}»; forse: {meant}. I canali: {known}",
                "there are no texts for `{shown}`; perhaps: {meant}. Channels: {known}"
            ),
            None => localized!(
                "non ci sono testi per «{shown}». I canali: {known}; per un gruppo o un'altra bacheca va bene quello di whatsapp",
                "there are no texts for `{shown}`. Channels: {known}; for a group or another board that of whatsapp will do"
            ),
        })
    })
}

/// A channel that a post can be on: one of the messengers, or a free name; never the code of a language.
pub(super) fn check_channel<'c>(config: &Config, channel: &'c str) -> Result<&'c str, Error> {
    let is_language = config.bacheca.lingue.iter().chain([&config.bacheca.lingua]).any(|code| code == channel);
    let near = meant_messenger(channel);
    if is_channel_name(channel) && !is_language && near.is_none() {
        return Ok(channel);
    }
    let LocalizedString { it, en } = if is_language {
        localized!("è una lingua: scrivi `--lang {channel}`", "is a language: write `--lang {channel}`")
    } else if let Some(meant) = near {
        localized!("non c'è; forse: {meant}", "does not exist; perhaps: {meant}")
    } else {
        match slugify(channel) {
            meant if meant.is_empty() => localized!("non va bene", "cannot be used"),
            meant => localized!("non va bene: scrivi `--channel {meant}`", "cannot be used: write `--channel {meant}`"),
        }
    };
    let (channel, names) = (show_name(channel), name_messengers());
    Err(Error::Message(localized!(
        "il canale «{channel}» {it}. I canali: {names}, o un nome tuo con lettere minuscole, cifre e trattini (gruppo-prato)",
        "the channel `{channel}` {en}. Channels: {names}, or a name of yours with small letters, digits and hyphens (gruppo-prato)"
    )))
}

fn name_messengers() -> String {
    MESSENGERS.iter().map(|messenger| messenger.name).collect::<Vec<_>>().join(", ")
}
