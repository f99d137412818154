//! How much room services give. They move their limits without notice: each is written with where it was seen and when.

/// A limit of a service.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What it limits.
    pub of: &'static str,
    /// The most, in the unit of the service.
    pub most: usize,
    /// Where it was seen.
    pub source: &'static str,
    /// The day on which it was seen: `2026-11-30`.
    pub seen: &'static str,
}

const fn limit(of: &'static str, most: usize, source: &'static str, seen: &'static str) -> Limit {
    Limit { of, most, source, seen }
}

/// A page on lengths of SMS; the standard is 3GPP TS 23.038.
const SMS_LENGTHS: &str = "https://www.fortytwo.com/resource-centre/message-length-calculator/";
/// Telegram's own page of its Bot API; lengths are those after the markers are read, in units of UTF-16.
const TELEGRAM_API: &str = "https://core.telegram.org/bots/api";

/// Units of UTF-16, by a provider of the Business API.
pub(super) const WHATSAPP_TEXT: Limit = limit(
    "WhatsApp, text",
    4_096,
    "https://docs.360dialog.com/docs/~/revisions/syoLocQFO08QYJ1hYSkE/messaging/messaging",
    "2026-11-30",
);
/// Units of UTF-16.
pub(super) const WHATSAPP_CAPTION: Limit = limit(
    "WhatsApp, caption of a picture",
    1_024,
    "https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages/",
    "2026-11-30",
);
pub(super) const TELEGRAM_TEXT: Limit = limit("Telegram, text", 4_096, TELEGRAM_API, "2026-11-30");
pub(super) const TELEGRAM_CAPTION: Limit = limit("Telegram, caption of a picture", 1_024, TELEGRAM_API, "2026-11-30");
/// Of business messages, marks and emoji counted; chats take more.
pub(super) const VIBER_TEXT: Limit = limit(
    "Viber, text",
    1_000,
    "https://sinch.redocly.app/docs/conversation/channel-support/viberbm/message-support.md",
    "2026-11-30",
);
/// Sources disagree: replies of an official account are said to have 2,047 bytes, chats more. In letters it is our measure.
pub(super) const WECHAT_TEXT: Limit = limit("WeChat, text", 2_000, "https://php.cn/faq/305954.html", "2026-11-30");
/// Letters of the basic alphabet in one SMS, and in each of several.
pub(super) const SMS_BASIC: [Limit; 2] = [
    limit("SMS, letters of the basic alphabet", 160, SMS_LENGTHS, "2026-11-30"),
    limit("SMS of several, letters of the basic alphabet", 153, SMS_LENGTHS, "2026-11-30"),
];
/// Units of UTF-16 in one SMS with any other letter, and in each of several.
pub(super) const SMS_OTHER: [Limit; 2] = [
    limit("SMS, other letters", 70, SMS_LENGTHS, "2026-11-30"),
    limit("SMS of several, other letters", 67, SMS_LENGTHS, "2026-11-30"),
];

/// Units of UTF-16.
pub(super) const INSTAGRAM_CAPTION: Limit =
    limit("Instagram, caption", 2_200, "https://socialk.it/en/tools/instagram-character-counter", "2026-11-30");
/// What a timeline shows before «… more».
pub(super) const INSTAGRAM_FOLD: Limit =
    limit("Instagram, first letters", 125, "https://socialk.it/en/tools/instagram-character-counter", "2026-11-30");
/// Five since December 2025; old accounts may still have thirty.
pub(super) const INSTAGRAM_TAGS: Limit =
    limit("Instagram, hashtags", 5, "https://socialk.it/en/tools/instagram-character-counter", "2026-11-30");
/// Units of UTF-16.
pub(super) const FACEBOOK_POST: Limit =
    limit("Facebook, post", 63_206, "https://socialk.it/fr/tools/facebook-character-counter", "2026-11-30");
/// What a telephone shows before «see more».
pub(super) const FACEBOOK_FOLD: Limit = limit(
    "Facebook, first letters on a telephone",
    125,
    "https://socialk.it/fr/tools/facebook-character-counter",
    "2026-11-30",
);
/// Graphemes; a server may give more.
pub(super) const MASTODON_POST: Limit =
    limit("Mastodon, post", 500, "https://mastodon.social/@jond/100567155519262027", "2026-11-30");
/// What any link counts, however long it is.
pub(super) const MASTODON_LINK: Limit =
    limit("Mastodon, a link", 23, "https://mastodon.social/@jond/100567155519262027", "2026-11-30");
/// Graphemes; links count whole.
pub(super) const BLUESKY_POST: Limit =
    limit("Bluesky, post", 300, "https://bluesky.devbuildtool.com/compare/mastodon-vs-bluesky", "2026-11-30");
/// Characters, of which an emoji counts as many as it has bytes.
pub(super) const THREADS_POST: Limit =
    limit("Threads, post", 500, "https://developers.facebook.com/documentation/threads/posts", "2026-11-30");
/// More are no links.
pub(super) const THREADS_TAGS: Limit =
    limit("Threads, hashtags", 1, "https://www.ayrshare.com/apis/post/social-networks/threads", "2026-11-30");

/// The page of the profiles, of 4 November 2025.
const PROFILES: &str = "https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles";
/// An older form of that page, which the e-mail was on.
const OLDER_PROFILES: &str =
    "https://developers.secure.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles";
/// Meta's page of the parts of a template, which says so of the header.
const TEMPLATE_PARTS: &str =
    "https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components";
/// A provider's page, which says so of body and footer.
const TEXT_TEMPLATES: &str = "https://docs.bird.com/api/touchpoints-api/supported-projects/whatsapp-approved-message-templates/creating-whatsapp-message-templates/text-templates";

pub(in crate::compose) const WHATSAPP_ABOUT: Limit = limit("WhatsApp Business, about", 139, PROFILES, "2026-11-30");
pub(in crate::compose) const WHATSAPP_DESCRIPTION: Limit =
    limit("WhatsApp Business, description", 512, PROFILES, "2026-11-30");
pub(in crate::compose) const WHATSAPP_ADDRESS: Limit = limit("WhatsApp Business, address", 256, PROFILES, "2026-11-30");
pub(in crate::compose) const WHATSAPP_EMAIL: Limit =
    limit("WhatsApp Business, e-mail", 128, OLDER_PROFILES, "2026-11-30");
/// With one variable at most.
pub const TEMPLATE_HEADER: Limit = limit("WhatsApp template, header", 60, TEMPLATE_PARTS, "2026-11-30");
/// With its variables filled.
pub const TEMPLATE_BODY: Limit = limit("WhatsApp template, body", 1_024, TEXT_TEMPLATES, "2026-11-30");
/// Without variables.
pub const TEMPLATE_FOOTER: Limit = limit("WhatsApp template, footer", 60, TEXT_TEMPLATES, "2026-11-30");

/// Every limit, with its source.
pub const LIMITS: &[Limit] = &[
    WHATSAPP_TEXT,
    WHATSAPP_CAPTION,
    TELEGRAM_TEXT,
    TELEGRAM_CAPTION,
    VIBER_TEXT,
    WECHAT_TEXT,
    SMS_BASIC[0],
    SMS_BASIC[1],
    SMS_OTHER[0],
    SMS_OTHER[1],
    INSTAGRAM_CAPTION,
    INSTAGRAM_FOLD,
    INSTAGRAM_TAGS,
    FACEBOOK_POST,
    FACEBOOK_FOLD,
    MASTODON_POST,
    MASTODON_LINK,
    BLUESKY_POST,
    THREADS_POST,
    THREADS_TAGS,
    WHATSAPP_ABOUT,
    WHATSAPP_DESCRIPTION,
    WHATSAPP_ADDRESS,
    WHATSAPP_EMAIL,
    TEMPLATE_HEADER,
    TEMPLATE_BODY,
    TEMPLATE_FOOTER,
];

#[cfg(test)]
mod tests {
    use super::LIMITS;

    #[test]
    fn each_limit_says_where_and_when_it_was_seen() {
        for limit in LIMITS {
            assert!(limit.most > 0 && limit.source.starts_with("https://"), "{limit:?}");
            assert!(limit.seen.parse::<chrono::NaiveDate>().is_ok(), "{limit:?}");
        }
    }
}
