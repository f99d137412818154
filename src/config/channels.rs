//! `[[canali]]`: where readers can follow the board, besides or in place of WhatsApp.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::validation::Place;
use super::{Config, Problem};
use crate::model::Link;
use crate::text::web_address::parse_web_address;

/// The service whose channels have texts of their own in every language.
const WHATSAPP: &str = "WhatsApp";

/// Sites of services, by the name under which people know them: an address below `bacheca.canale` says which one it is.
const SERVICES: [(&str, &[&str]); 12] = [
    (WHATSAPP, &["whatsapp.com", "wa.me"]),
    ("Telegram", &["t.me", "telegram.me", "telegram.org"]),
    ("WeChat", &["weixin.qq.com", "wechat.com", "weixin.com"]),
    ("Viber", &["viber.com", "vb.me"]),
    ("Signal", &["signal.group", "signal.me", "signal.org"]),
    ("Messenger", &["m.me", "messenger.com"]),
    ("Facebook", &["facebook.com", "fb.com", "fb.me"]),
    ("Instagram", &["instagram.com"]),
    ("LINE", &["line.me"]),
    ("Zalo", &["zalo.me"]),
    ("TikTok", &["tiktok.com"]),
    ("YouTube", &["youtube.com", "youtu.be"]),
];

/// Endings of the addresses of sites, which no name ends with.
const SITE_ENDINGS: [&str; 8] = ["com", "org", "net", "it", "eu", "me", "info", "gl"];

/// Most characters of the name of a channel.
const MAX_NAME_CHARS: usize = 40;
/// Most characters of the name by which a channel is searched in its service.
const MAX_ID_CHARS: usize = 64;
/// Most channels, and most steps for joining one.
const MAX_CHANNELS: usize = 8;
const MAX_STEPS: usize = 6;

/// An entry of `[[canali]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelEntry {
    /// Name of the service: `WeChat`.
    #[serde(rename = "nome")]
    name: String,
    /// Web address, or the name by which the channel is searched in the service.
    #[serde(rename = "indirizzo")]
    address: String,
    /// How to join it.
    #[serde(default, rename = "passi")]
    steps: Option<ChannelSteps>,
    /// The service's own picture of the code, below `static/`.
    #[serde(default, rename = "qr")]
    picture: Option<String>,
    /// Language of its posts.
    #[serde(default, rename = "lingua")]
    language: Option<String>,
}

/// Steps for joining a channel.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum ChannelSteps {
    /// In the channel's language, or else the board's.
    One(Vec<String>),
    /// By language.
    Languages(BTreeMap<String, Vec<String>>),
}

/// A channel on which the board can be followed.
#[derive(Debug, Clone)]
pub struct Channel<'c> {
    /// Name of the service, or of its site.
    pub name: &'c str,
    /// Web address, or the name by which it is searched in the service.
    pub address: &'c str,
    /// The service's own picture of the code: a path below `static/`.
    pub picture: Option<&'c str>,
    /// Language of its posts; `None` for that of the board.
    pub language: Option<&'c str>,
    steps: Option<&'c ChannelSteps>,
    board_language: &'c str,
}

impl Channel<'_> {
    /// Whether its service is WhatsApp, whose channels have texts of their own.
    #[must_use]
    pub fn is_whatsapp(&self) -> bool {
        self.name.eq_ignore_ascii_case(WHATSAPP)
    }

    /// Its web address, if it has one.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        Some(self.address).filter(|address| is_web(address))
    }

    /// The board's own steps for joining it, in a language; empty if there are none.
    #[must_use]
    pub fn steps(&self, language: &str) -> &[String] {
        match self.steps {
            Some(ChannelSteps::One(steps)) if self.language.unwrap_or(self.board_language) == language => steps,
            Some(ChannelSteps::Languages(steps)) => steps.get(language).map_or(&[], Vec::as_slice),
            _ => &[],
        }
    }
}

impl Config {
    /// Channels of the board in the order of the file, `bacheca.canale` first.
    ///
    /// ```
    /// use bacheca::config::Config;
    ///
    /// let board = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org\"\ncanale = \"https://t.me/prova\"\n";
    /// let more = "[[canali]]\nnome = \"WeChat\"\nindirizzo = \"SpazioPrato\"\n";
    /// let config = Config::parse(format!("{board}{more}")).unwrap();
    /// let names: Vec<&str> = config.channels().iter().map(|channel| channel.name).collect();
    /// assert_eq!(names, ["Telegram", "WeChat"]);
    /// ```
    #[must_use]
    pub fn channels(&self) -> Vec<Channel<'_>> {
        let board_language = self.bacheca.lingua.as_str();
        let first = self.bacheca.canale.as_deref().map(|address| Channel {
            name: service_of(address),
            address,
            picture: None,
            language: None,
            steps: None,
            board_language,
        });
        let others = self.canali.iter().map(|entry| Channel {
            name: &entry.name,
            address: &entry.address,
            picture: entry.picture.as_deref(),
            language: entry.language.as_deref(),
            steps: entry.steps.as_ref(),
            board_language,
        });
        first.into_iter().chain(others).collect()
    }

    /// Channels of the board for readers of a language: those with posts in it first, those in yet others last.
    #[must_use]
    pub fn channels_for(&self, language: &str) -> Vec<Channel<'_>> {
        let mut channels = self.channels();
        channels.sort_by_key(|channel| match channel.language.unwrap_or(channel.board_language) {
            own if channel.language.is_some() && own == language => 0,
            own if own == channel.board_language => 1,
            _ => 2,
        });
        channels
    }

    /// Texts about channels that readers see.
    pub(super) fn channel_texts(&self) -> impl Iterator<Item = &String> {
        self.canali.iter().flat_map(|entry| {
            let steps: Vec<&String> = match &entry.steps {
                Some(ChannelSteps::One(steps)) => steps.iter().collect(),
                Some(ChannelSteps::Languages(steps)) => steps.values().flatten().collect(),
                None => Vec::new(),
            };
            std::iter::once(&entry.name).chain(steps)
        })
    }

    /// What is wrong with the channels, if something is.
    pub(super) fn unfit_channel(&self) -> Option<(Place, Problem)> {
        if self.canali.len() > MAX_CHANNELS {
            let (written, limit) = (self.canali.len(), MAX_CHANNELS);
            return Some((Place::Channel(MAX_CHANNELS, "nome"), Problem::ListTooLong { written, limit }));
        }
        if let Some(secure) = self.bacheca.canale.as_deref().and_then(secure_address) {
            return Some((Place::Value("canale"), Problem::InsecureChannelAddress(secure)));
        }
        let (mut names, mut addresses) = (BTreeSet::new(), BTreeSet::new());
        let own = self.channels().into_iter().take(usize::from(self.bacheca.canale.is_some()));
        for channel in own {
            names.insert((channel.name.to_lowercase(), ""));
            addresses.insert(channel.address);
        }
        for (index, entry) in self.canali.iter().enumerate() {
            let at = |key, problem| Some((Place::Channel(index, key), problem));
            let written = entry.name.chars().count();
            if written > MAX_NAME_CHARS {
                return at("nome", Problem::TextTooLong { written, limit: MAX_NAME_CHARS });
            }
            // Addresses are links: a name with one would lead elsewhere.
            if !entry.name.chars().any(char::is_alphanumeric) || entry.name.contains("://") {
                return at("nome", Problem::NotAChannelName);
            }
            if let Some(secure) = secure_address(&entry.address) {
                return at("indirizzo", Problem::InsecureChannelAddress(secure));
            }
            if !is_web_or_id(&entry.address) {
                return at("indirizzo", Problem::NotAChannelAddress);
            }
            if entry.picture.as_deref().is_some_and(|picture| !is_picture_path(picture)) {
                return at("qr", Problem::NotAPictureOfCode);
            }
            let is_known = |code: &String| self.bacheca.lingue.contains(code);
            if entry.language.as_ref().is_some_and(|code| !is_known(code)) {
                return at("lingua", Problem::NotALanguage(self.bacheca.lingue.clone()));
            }
            match &entry.steps {
                Some(ChannelSteps::One(steps)) if is_unfit(steps) => {
                    return at("passi", Problem::UnfitSteps(MAX_STEPS));
                }
                Some(ChannelSteps::Languages(steps)) if steps.values().any(|steps| is_unfit(steps)) => {
                    return at("passi", Problem::UnfitSteps(MAX_STEPS));
                }
                Some(ChannelSteps::Languages(steps)) if !steps.keys().all(is_known) => {
                    return at("passi", Problem::NotALanguage(self.bacheca.lingue.clone()));
                }
                _ => {}
            }
            if !addresses.insert(entry.address.as_str()) {
                return at("indirizzo", Problem::RepeatedChannel);
            }
            if !names.insert((entry.name.to_lowercase(), entry.language.as_deref().unwrap_or_default())) {
                return at("nome", Problem::RepeatedChannel);
            }
        }
        None
    }
}

/// Name of the service that an address belongs to; of an unknown one its site.
fn service_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or(host);
    let is_below = |site: &&str| {
        let start = host.len().saturating_sub(site.len());
        host.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(site))
            && host.get(..start).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    let known = SERVICES.iter().find(|(_, sites)| sites.iter().any(is_below));
    known.map_or_else(|| host.strip_prefix("www.").unwrap_or(host), |(name, _)| name)
}

fn is_web(address: &str) -> bool {
    address.contains("://")
}

/// A web address that lacks its `https://`, with it: `t.me/bacheca`, `www.example.org`, `http://t.me/bacheca`. A name that
/// is searched for may have dots, but does not end as an address.
fn secure_address(address: &str) -> Option<String> {
    let rest = match address.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => rest,
        Some(_) => return None,
        None => {
            let host = address.split(['/', '?', '#']).next().unwrap_or(address);
            let (_, ending) = host.rsplit_once('.')?;
            let is_known = service_of(host) != host && !host.starts_with("www.");
            let has_path = host.len() < address.len();
            let is_host = is_known || has_path || host.starts_with("www.") || SITE_ENDINGS.contains(&ending);
            if !is_host || address.contains('@') {
                return None;
            }
            address
        }
    };
    let secure = format!("https://{rest}");
    (parse_web_address(&secure).is_some() && Link::new(&secure).is_some()).then_some(secure)
}

/// Whether an address is a web address, or a name that can be typed in a service's search: `gh_5f2a`, `@bacheca`.
fn is_web_or_id(address: &str) -> bool {
    if is_web(address) {
        return parse_web_address(address).is_some() && Link::new(address).is_some();
    }
    let is_sign = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '-' | '.' | '@' | '+');
    let length = address.chars().count();
    (1..=MAX_ID_CHARS).contains(&length) && address.chars().all(is_sign) && address.chars().any(char::is_alphanumeric)
}

/// Whether a path is that of a picture below `static/`, which cannot leave it.
fn is_picture_path(path: &str) -> bool {
    let is_part = |part: &str| {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_sign)
    };
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    path.split('/').all(is_part) && matches!(ending.as_deref(), Some("png" | "jpg" | "jpeg" | "webp"))
}

fn is_unfit(steps: &[String]) -> bool {
    steps.is_empty() || steps.len() > MAX_STEPS || steps.iter().any(|step| step.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::TomlFault;

    const BOARD: &str =
        "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/b\"\nlingue = [\"it\", \"zh\"]\n";

    #[test]
    fn the_site_says_which_service_it_is() {
        for (address, name) in [
            ("https://whatsapp.com/channel/x", "WhatsApp"),
            ("https://www.WhatsApp.com/channel/x", "WhatsApp"),
            ("https://t.me/bacheca", "Telegram"),
            ("https://weixin.qq.com/r/x", "WeChat"),
            ("https://invite.viber.com/?g2=x", "Viber"),
            ("https://www.example.org/canale", "example.org"),
            ("https://notwhatsapp.com/x", "notwhatsapp.com"),
            ("https://whatsapp.com.evil.example/x", "whatsapp.com.evil.example"),
        ] {
            assert_eq!(service_of(address), name, "{address}");
        }
    }

    #[test]
    fn readers_see_the_channel_of_their_language_first() {
        let more = "canale = \"https://whatsapp.com/channel/x\"\n[[canali]]\nnome = \"WeChat\"\nindirizzo = \"Prato_2026\"\nlingua = \"zh\"\npassi = [\"打开微信\"]\n";
        let config = Config::parse(format!("{BOARD}{more}")).unwrap();
        let first = |language| config.channels_for(language).first().map(|channel| channel.name.to_owned());
        assert_eq!(first("zh").as_deref(), Some("WeChat"));
        assert_eq!(first("it").as_deref(), Some("WhatsApp"));
        let channels = config.channels();
        let wechat = channels.last().unwrap();
        assert_eq!((wechat.link(), wechat.steps("zh").len(), wechat.steps("it").len()), (None, 1, 0));
    }

    #[test]
    fn a_name_to_search_for_may_have_dots() {
        for name in ["SpazioPrato", "gh_5f2a", "@bacheca", "spazio.comune", "+39"] {
            assert_eq!(secure_address(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_channel_is_shown_where_it_stands() {
        let good = "[[canali]]\nnome = \"Telegram\"\nindirizzo = \"https://t.me/x\"\n";
        let no_language = || Problem::NotALanguage(vec!["it".to_owned(), "zh".to_owned()]);
        for (entry, problem, shown) in [
            (
                "nome = \"WeChat\"\nindirizzo = \"javascript:alert(1)\"",
                Problem::NotAChannelAddress,
                "\"javascript:alert(1)\"",
            ),
            (
                "nome = \"WeChat\"\nindirizzo = \"https://t.me@evil.example/\"",
                Problem::NotAChannelAddress,
                "\"https://t.me@evil.example/\"",
            ),
            ("nome = \"WeChat\"\nindirizzo = \"https://t.me/x\"", Problem::RepeatedChannel, "\"https://t.me/x\""),
            ("nome = \"telegram\"\nindirizzo = \"https://t.me/y\"", Problem::RepeatedChannel, "\"telegram\""),
            ("nome = \"…\"\nindirizzo = \"x\"", Problem::NotAChannelName, "\"…\""),
            ("nome = \"WeChat\"\nindirizzo = \"x\"\nqr = \"../x.png\"", Problem::NotAPictureOfCode, "\"../x.png\""),
            ("nome = \"WeChat\"\nindirizzo = \"x\"\nlingua = \"cinese\"", no_language(), "\"cinese\""),
            ("nome = \"WeChat\"\nindirizzo = \"x\"\nlingua = \"fr\"", no_language(), "\"fr\""),
            (
                "nome = \"Viber\"\nindirizzo = \"http://vb.me/x\"",
                Problem::InsecureChannelAddress("https://vb.me/x".to_owned()),
                "\"http://vb.me/x\"",
            ),
            (
                "nome = \"Viber\"\nindirizzo = \"vb.me/x\"",
                Problem::InsecureChannelAddress("https://vb.me/x".to_owned()),
                "\"vb.me/x\"",
            ),
            (
                "nome = \"Canale\"\nindirizzo = \"www.example.org\"",
                Problem::InsecureChannelAddress("https://www.example.org".to_owned()),
                "\"www.example.org\"",
            ),
            ("nome = \"WeChat\"\nindirizzo = \"x\"\npassi = []", Problem::UnfitSteps(6), "[]"),
            ("nome = \"WeChat\"\nindirizzo = \"x\"\npassi = {fr = [\"a\"]}", no_language(), "{fr = [\"a\"]}"),
        ] {
            let (source, found) = Config::parse(format!("{BOARD}{good}[[canali]]\n{entry}\n")).unwrap_err();
            assert_eq!(found.problem, problem, "{entry}");
            assert_eq!(source.text.get(found.span.clone()), Some(shown), "{entry}");
            assert!(source.position(found.span.start).line > 8, "{entry}");
        }
        let (source, found) = Config::parse(format!("{BOARD}{good}colore = \"verde\"\n")).unwrap_err();
        assert!(matches!(&found.problem, Problem::Toml(fault) if matches!(**fault, TomlFault::UnknownKey { .. })));
        assert_eq!(source.position(found.span.start).line, 8);
    }
}
