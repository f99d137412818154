//! Names of the channels on which announcements are posted: those of messengers, which have texts of their own, and free ones.

use super::text::Slug;

/// Names of the messengers that there are texts for, as `--channel` and the files of posts have them.
pub const MESSENGER_NAMES: [&str; 16] = [
    "whatsapp",
    "caption",
    "telegram",
    "telegram-caption",
    "telegram-bot",
    "telegram-bot-caption",
    "viber",
    "sms",
    "wechat",
    "email",
    "instagram",
    "facebook",
    "mastodon",
    "bluesky",
    "threads",
    "voce",
];

/// Other words by which people call messengers.
const OTHER_NAMES: [(&str, &str); 9] = [
    ("wa", "whatsapp"),
    ("wapp", "whatsapp"),
    ("fb", "facebook"),
    ("ig", "instagram"),
    ("insta", "instagram"),
    ("tg", "telegram"),
    ("mail", "email"),
    ("vocale", "voce"),
    ("audio", "voce"),
];

/// Most characters of a name.
const MAX_NAME: usize = 40;

/// Whether a text may be the name of a channel: `whatsapp`, `gruppo-prato`.
#[must_use]
pub fn is_channel_name(text: &str) -> bool {
    text.len() <= MAX_NAME && Slug::new(text).is_some()
}

/// The messenger that somebody means who writes its name with a slip, a sign or capitals; `None` of its very name, and of
/// names that are like none.
///
/// ```
/// use bacheca::model::meant_messenger;
///
/// assert_eq!(meant_messenger("facebok"), Some("facebook"));
/// assert_eq!(meant_messenger("What'sApp"), Some("whatsapp"));
/// assert_eq!(meant_messenger("facebook"), None);
/// assert_eq!(meant_messenger("gruppo-prato"), None);
/// ```
#[must_use]
pub fn meant_messenger(written: &str) -> Option<&'static str> {
    // Longer ones are like none.
    if written.len() > 2 * MAX_NAME || MESSENGER_NAMES.contains(&written) {
        return None;
    }
    let letters = letters_of(written);
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == letters).map(|(_, name)| *name);
    other.or_else(|| {
        let slips = |name: &&str| strsim::damerau_levenshtein(&letters, &letters_of(name));
        let nearest = MESSENGER_NAMES.into_iter().min_by_key(slips)?;
        (slips(&nearest) <= max_slips(nearest)).then_some(nearest)
    })
}

/// Letters and digits of a name in small letters.
fn letters_of(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Slips after which a name is still known: one in short names, which are soon like another word.
fn max_slips(name: &str) -> usize {
    match name.len() {
        ..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::meant_messenger;

    #[test]
    fn slips_are_understood_and_names_of_ones_own_left_alone() {
        for (written, meant) in [
            ("facebok", Some("facebook")),
            ("telegramm", Some("telegram")),
            ("what'sapp", Some("whatsapp")),
            ("Whats App", Some("whatsapp")),
            ("WhatsApp", Some("whatsapp")),
            ("e-mail", Some("email")),
            ("istagram", Some("instagram")),
            ("SMS", Some("sms")),
            ("fb", Some("facebook")),
            ("sms", None),
            ("telegram-prato", None),
            ("whatsapp-donne", None),
            ("gruppo-prato", None),
            ("radio", None),
            ("mms", None),
        ] {
            assert_eq!(meant_messenger(written), meant, "{written}");
        }
    }
}
