//! What pages, posters and messages say about the board's channels, in one language.

use serde::Serialize;

use crate::config::{Channel, Config};
use crate::locale::{Locale, key};

/// A channel in the words of one language.
#[derive(Debug, Serialize)]
pub struct ChannelWords<'c> {
    /// Web address, if it has one.
    pub link: Option<&'c str>,
    /// Web address, or the name by which it is searched in its service.
    pub address: &'c str,
    /// Path of the service's own picture of the code, below the site's root.
    pub picture: Option<&'c str>,
    /// Pictogram.
    pub icon: &'static str,
    /// What it is called: «Canale WhatsApp», with the language of its posts if that is not the reader's.
    pub label: String,
    /// Text of the button that opens it.
    pub follow: String,
    /// Heading of its poster.
    pub title: String,
    /// That it costs nothing.
    pub free: String,
    /// How it is opened without its code.
    pub open: String,
    /// How it is opened by its code.
    pub scan: String,
    /// What to do then; the board's own steps if it has some, which say how to open it too.
    pub steps: Vec<String>,
    /// Whether the steps are the board's own.
    pub own_steps: bool,
}

/// Every channel of a board in the words of a language, in the order for its readers.
#[must_use]
pub fn describe_channels<'c>(config: &'c Config, locale: &Locale) -> Vec<ChannelWords<'c>> {
    config.channels_for(&locale.code).into_iter().map(|channel| describe_channel(config, &channel, locale)).collect()
}

/// A channel in the words of a language.
#[must_use]
pub fn describe_channel<'c>(config: &'c Config, channel: &Channel<'c>, locale: &Locale) -> ChannelWords<'c> {
    let name = || [("name", channel.name.into())];
    let address = channel.address;
    let link = Some(address).filter(|_| channel.link().is_some());
    let steps = channel.steps(&locale.code).to_vec();
    let own_steps = !steps.is_empty();
    // Latin names with signs would be torn apart among Arabic letters.
    let id = if locale.direction == "rtl" { format!("\u{2066}{address}\u{2069}") } else { address.to_owned() };
    let open = |text: String| match link {
        Some(_) => text,
        None => locale.format(key::channel_named_search, &[("name", channel.name.into()), ("id", id.into())]),
    };
    let posts = channel.language.unwrap_or(&config.bacheca.lingua);
    let words = if channel.is_whatsapp() {
        let text = |key| locale.text(key).to_owned();
        let joining = [key::channel_step_3, key::channel_step_4].map(text).to_vec();
        ChannelWords {
            link,
            address,
            picture: channel.picture,
            icon: "whatsapp",
            label: text(key::channel),
            follow: text(key::channel_follow),
            title: text(key::channel_title),
            free: text(key::channel_free),
            open: open(text(key::channel_step_2)),
            scan: text(key::channel_step_1),
            steps: if own_steps { steps } else { joining },
            own_steps,
        }
    } else {
        let text = |key| locale.format(key, &name());
        let joining = vec![text(key::channel_named_join)];
        ChannelWords {
            link,
            address,
            picture: channel.picture,
            icon: "bell",
            label: text(key::channel_named),
            follow: text(key::channel_named_follow),
            title: text(key::channel_named_title),
            free: text(key::channel_named_free),
            open: open(text(key::channel_named_open)),
            scan: if channel.picture.is_some() {
                text(key::channel_named_scan)
            } else {
                locale.text(key::channel_step_1).to_owned()
            },
            steps: if own_steps { steps } else { joining },
            own_steps,
        }
    };
    if channel.language.is_some() && posts != locale.code {
        ChannelWords { label: locale.mark_language(&words.label, posts), ..words }
    } else {
        words
    }
}
