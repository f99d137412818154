//! Texts to copy, share or open in an app: how each is called at the desk, and what a tap on it does.

use serde::Serialize;

use crate::compose::changes::channel_of_messenger;
use crate::compose::messenger::Messenger;
use crate::locale::Locale;
use crate::text::percent::percent_encode;

/// Texts in one language.
#[derive(Serialize)]
pub(super) struct LanguageTexts<'d> {
    pub(super) code: &'d str,
    pub(super) autonym: &'d str,
    pub(super) dir: &'d str,
    /// Path of the item's page below the site's root, for links to its card and poster.
    pub(super) path: String,
    /// Where and when it was last posted in this language; empty if it never was.
    pub(super) posted: String,
    pub(super) texts: Vec<CopyableText>,
    /// What editors call the messengers for which title, deadline and link alone are too long.
    pub(super) too_long: Vec<&'static str>,
}

/// A text to copy.
#[derive(Serialize)]
pub(super) struct CopyableText {
    /// What editors call it: «WhatsApp con immagine».
    label: String,
    /// App that gets it, for the words of buttons: «WhatsApp».
    app: &'static str,
    /// Channel under which it is noted as posted; `None` for messages that are no post of an item.
    channel: Option<&'static str>,
    /// Languages in which it is, separated by spaces.
    languages: String,
    text: String,
    count: usize,
    limit: usize,
    unit: &'static str,
    /// Whether the page recounts the characters while the editor types.
    live: bool,
    /// Whether it goes below the item's card.
    with_image: bool,
    /// Whether its marks are those of Telegram, which the clipboard holds as HTML too.
    marked: bool,
    /// Start of the URL that opens the app with the text, which follows percent-encoded; the script opens it with what is in
    /// the box.
    open: Option<String>,
    /// The same with the built text.
    share: Option<String>,
}

/// Whether a text goes below the item's card: those of captions, and of services that show pictures first.
fn goes_with_image(messenger: &Messenger) -> bool {
    messenger.name.ends_with("caption") || messenger.name == "instagram"
}

/// Start of the URL that opens the messenger with a text; `subject` is that of a mail. Telegram has none: its addresses
/// show the marks of bold text as they are, what is pasted is read.
fn open_prefix(messenger: &Messenger, subject: &str) -> Option<String> {
    match messenger.name {
        // The ampersand is for iPhones, the question mark for all others.
        "sms" => Some("sms:?&body=".to_owned()),
        "email" => Some(format!("mailto:?subject={}&body=", percent_encode(subject))),
        "viber" => Some("viber://forward?text=".to_owned()),
        _ => messenger.share_url.map(str::to_owned),
    }
}

/// The text of an item for a messenger, in one language or in two.
pub(super) fn post_text(messenger: &Messenger, languages: &[&Locale], subject: &str, text: String) -> CopyableText {
    let names: Vec<&str> = languages.iter().map(|locale| locale.autonym.as_str()).collect();
    let label = match names.as_slice() {
        [] | [_] => messenger.label.to_owned(),
        names => format!("{}, {}", messenger.label, names.join(" e ")),
    };
    let text = new_text(messenger, open_prefix(messenger, subject), text);
    CopyableText {
        label,
        channel: Some(channel_of_messenger(messenger.name)),
        languages: name_languages(languages),
        with_image: goes_with_image(messenger),
        ..text
    }
}

/// A notice about an item, noted as a post like any other.
pub(super) fn notice_text(messenger: &Messenger, locale: &Locale, subject: &str, text: String) -> CopyableText {
    CopyableText {
        label: format!("Avviso su {}", messenger.app()),
        channel: Some(channel_of_messenger(messenger.name)),
        languages: name_languages(&[locale]),
        ..new_text(messenger, open_prefix(messenger, subject), text)
    }
}

fn name_languages(languages: &[&Locale]) -> String {
    languages.iter().map(|locale| locale.code.as_str()).collect::<Vec<_>>().join(" ")
}

/// A message of the board under its own name, which is no post of an item.
pub(super) fn board_text(messenger: &Messenger, label: &str, text: String) -> CopyableText {
    let text = new_text(messenger, open_prefix(messenger, label), text);
    CopyableText { label: label.to_owned(), ..text }
}

fn new_text(messenger: &Messenger, open: Option<String>, text: String) -> CopyableText {
    // Mails have lines as networks write them.
    let encoded = |prefix: &String| {
        let lines = if prefix.starts_with("mailto:") { text.replace('\n', "\r\n") } else { text.clone() };
        format!("{prefix}{}", percent_encode(&lines))
    };
    CopyableText {
        label: String::new(),
        app: messenger.app(),
        channel: None,
        languages: String::new(),
        count: (messenger.count)(&text),
        limit: messenger.limit,
        unit: messenger.unit,
        live: messenger.counts_as_typed,
        with_image: false,
        marked: matches!(messenger.name, "telegram" | "telegram-caption"),
        share: open.as_ref().map(encoded),
        open,
        text,
    }
}

/// A language without texts yet; `path` is that of the item's page.
pub(super) fn empty_language_texts(locale: &Locale, path: String) -> LanguageTexts<'_> {
    LanguageTexts {
        code: &locale.code,
        autonym: &locale.autonym,
        dir: &locale.direction,
        path,
        posted: String::new(),
        texts: Vec::new(),
        too_long: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::messenger::find_messenger;

    #[test]
    fn buttons_name_the_app() {
        let app = |name: &str| find_messenger(name).unwrap().app();
        assert_eq!(
            ["caption", "whatsapp", "telegram-caption", "telegram-bot", "email"].map(app),
            ["WhatsApp", "WhatsApp", "Telegram", "Telegram", "E-mail"]
        );
    }

    #[test]
    fn apps_open_with_the_text_encoded_for_them() {
        let open = |name: &str| {
            let text = post_text(find_messenger(name).unwrap(), &[], "Corso & caffè", "a & b\nc".to_owned());
            text.share.unwrap_or_default()
        };
        assert_eq!(open("whatsapp"), "https://wa.me/?text=a%20%26%20b%0Ac");
        assert_eq!(open("sms"), "sms:?&body=a%20%26%20b%0Ac");
        assert_eq!(open("email"), "mailto:?subject=Corso%20%26%20caff%C3%A8&body=a%20%26%20b%0D%0Ac");
        assert_eq!(open("telegram"), "");
    }
}
