//! Reads voice messages, and gives each to its announcement.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::audio_format::AudioFormat;
use super::voice::{StrayReason, StrayVoice, Voice, is_voice};
use super::{Board, Item, fingerprint, hex};
use crate::files::{MAX_PICTURE_BYTES, file_length, read_file};

/// Reads voice messages below `root`, or in memory.
pub(super) fn read_voices<'p>(
    root: &Path,
    paths: impl Iterator<Item = &'p String>,
    memory: Option<&BTreeMap<String, Vec<u8>>>,
) -> Vec<Voice> {
    let read = |path: &String| {
        let bytes = match memory {
            Some(files) => files.get(path).map(|bytes| Cow::Borrowed(bytes.as_slice())),
            None => read_file(&root.join(path), MAX_PICTURE_BYTES).ok().map(Cow::Owned),
        };
        let format = bytes.as_deref().and_then(AudioFormat::of);
        let length = bytes.as_ref().map(|bytes| bytes.len() as u64);
        Voice {
            path: path.clone(),
            format,
            // Of one that is too large to be read only this is said.
            bytes: length.or_else(|| file_length(&root.join(path)).ok()).unwrap_or(0),
            seconds: format.zip(bytes.as_deref()).and_then(|(format, bytes)| format.seconds(bytes)),
            version: bytes.map(|bytes| hex(&fingerprint([&*bytes])).chars().take(8).collect()).unwrap_or_default(),
        }
    };
    paths.filter(|path| is_voice(path)).map(read).collect()
}

impl Item {
    /// Voice message that its page in a language plays: only while it is open, for what it says is of then.
    #[must_use]
    pub fn published_voice(&self, language: &str) -> Option<&Voice> {
        self.voices.get(language).filter(|voice| self.status.is_open() && voice.format.is_some())
    }
}

impl Board {
    /// Gives voice messages to the announcements beside them, and keeps the others apart.
    pub(super) fn attach_voices(&mut self, voices: Vec<Voice>) {
        for voice in voices {
            let (name, language) = voice.name();
            let language = language.unwrap_or(&self.config.bacheca.lingua).to_owned();
            let folder = voice.path.rsplit_once('/').map(|(folder, _)| folder);
            let index = self.by_slug.get(name).copied();
            let item = index.and_then(|index| self.items.get_mut(index)).filter(|item| item.folder() == folder);
            let reason = match item {
                None => StrayReason::NoItem(name.to_owned()),
                Some(_) if !self.config.bacheca.lingue.contains(&language) => StrayReason::NoLanguage(language),
                Some(item) => match item.voices.get(&language) {
                    Some(other) => StrayReason::Second(other.path.clone()),
                    None => {
                        item.voices.insert(language, voice);
                        continue;
                    }
                },
            };
            Arc::make_mut(&mut self.stray_voices).push(StrayVoice { path: voice.path, reason });
        }
    }
}
