//! Voice messages beside announcements: `corso.ogg` in the board's language, `corso.bn.mp3` in another.

use super::audio_format::AudioFormat;

/// Endings of voice messages: those that telephones and their messengers save.
const ENDINGS: [&str; 5] = [".ogg", ".oga", ".opus", ".mp3", ".m4a"];

/// A voice message, as it is on disk.
#[derive(Debug, Clone)]
pub struct Voice {
    /// Path below the board's root.
    pub path: String,
    /// What it is by its first bytes; `None` if it is no audio that browsers play.
    pub format: Option<AudioFormat>,
    /// Length in bytes.
    pub bytes: u64,
    /// Length in seconds, rounded up, if it says.
    pub seconds: Option<u64>,
    /// Short hash of its content, part of its address.
    pub version: String,
}

/// A voice message that no announcement has.
#[derive(Debug, Clone)]
pub struct StrayVoice {
    /// Its path below the board's root.
    pub path: String,
    /// Why.
    pub reason: StrayReason,
}

/// Why no announcement has a voice message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StrayReason {
    /// There is none of this name beside it.
    NoItem(String),
    /// The board does not have this language.
    NoLanguage(String),
    /// The announcement has another one in this language: its path.
    Second(String),
}

/// Whether a path is that of a voice message, by folder and ending.
pub(super) fn is_voice(path: &str) -> bool {
    let small = path.to_ascii_lowercase();
    path.starts_with("content/opportunita/") && ENDINGS.iter().any(|ending| small.ends_with(ending))
}

impl Voice {
    /// Name of the announcement, and the code of the language if the file's name has one.
    pub(super) fn name(&self) -> (&str, Option<&str>) {
        let file = self.path.rsplit('/').next().unwrap_or(&self.path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        stem.split_once('.').map_or((stem, None), |(name, language)| (name, Some(language)))
    }

    /// Name of the file beside the page of the announcement; `None` if it is no audio.
    #[must_use]
    pub fn published_name(&self) -> Option<String> {
        Some(format!("voice-{}.{}", self.version, self.format?.ending()))
    }
}
