//! What may be wrong with `site.toml`.

use super::TomlFault;
use crate::error::Cause;

/// What is wrong with `site.toml`, as a fact: a rule of `check` says it to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be read, for this reason.
    Unreadable(Cause),
    /// Lines in which git left two versions of a text.
    Conflict,
    /// Invalid TOML, or keys and values that a board does not have.
    Toml(Box<TomlFault>),
    /// The board's address, or that of a source, is not a whole one.
    PartialAddress,
    /// A source of announcements is this board itself.
    OwnSource,
    /// A source of announcements has the file or the address of an earlier one.
    RepeatedSource,
    /// An entry that is not the address of a web page.
    NotALink(&'static str),
    /// The name of a channel is no name.
    NotAChannelName,
    /// The address of a channel is neither a web address nor a name to search.
    NotAChannelAddress,
    /// The web address of a channel does not begin with `https://`: as it should be written.
    InsecureChannelAddress(String),
    /// The picture of a channel's code is not one below `static/`.
    NotAPictureOfCode,
    /// A channel has the address, or the name and language, of an earlier one.
    RepeatedChannel,
    /// The steps for joining a channel are empty, or more than this number.
    UnfitSteps(usize),
    /// A code that is not of a language of the site: its languages.
    NotALanguage(Vec<String>),
    /// `email` is not an e-mail address.
    NotAnEmail,
    /// `telefono` is not a number that can be dialled.
    NotAPhone,
    /// A text longer than any that is shown.
    TextTooLong {
        /// Characters written.
        written: usize,
        /// Most characters.
        limit: usize,
    },
    /// A list with more entries than a board has.
    ListTooLong {
        /// Entries written.
        written: usize,
        /// Most entries.
        limit: usize,
    },
    /// The board has no name.
    NoName,
    /// A language that is not two or three small letters.
    NotALanguageCode(String),
    /// A language that the site has twice.
    RepeatedLanguage(String),
    /// A day of the plan that is none.
    NotAWeekday(String),
    /// The hour of the plan is not an hour of the day.
    NotAnHour,
    /// A plan without posts.
    NoPosts,
    /// A rule is changed for no reason.
    NoReason,
    /// A colour that is not written `#1D5FA6`.
    NotAColour,
    /// A colour for dark ground without that for light ground.
    DarkAccentAlone,
    /// A colour that is not read well on its ground, or as ground of text.
    LowContrast {
        /// The contrast, with one decimal.
        ratio: String,
        /// The nearest colour that is.
        nearest: String,
    },
    /// The name of a family of letters that is none.
    NotAFamily,
    /// A district whose list has no address of its own.
    UnusableZone(String),
    /// The address of a place that is in none of the tables that open data portals know.
    NotAPlace(String),
    /// The map or the table of neighbourhoods names something that is not a district.
    UnknownZone(String),
    /// A district is on the map more than once.
    RepeatedTile(String),
    /// A district is not on the map.
    MissingTile(String),
    /// A former language that the site has, or that is no code of a language.
    NotAFormerLanguage(String),
    /// A line end or tab in a value, or a character that nobody sees.
    HiddenCharacter(char),
    /// A text with an address that leads to this host, and not to the one that readers see.
    MisleadingText(String),
}
