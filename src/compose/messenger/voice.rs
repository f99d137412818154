//! A voice message: a script of a minute, to be read aloud. Channels take voice messages, and who cannot read hears them.

use super::timeline::SHORT_POST;
use super::{Desk, Messenger, limits};
use crate::compose::speech::count_spoken_words;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "voce",
    label: "Messaggio vocale, da leggere ad alta voce",
    desk: Desk::FoldedInAllLanguages,
    template: "voice.md",
    target: limits::SPOKEN_MINUTE.most,
    limit: limits::SPOKEN_MINUTE.most,
    unit: "parole",
    count: count_spoken_words,
    may_fill: Some(|text| count_spoken_words(text) <= limits::SPOKEN_MINUTE.most),
    timeline: None,
    is_read_aloud: true,
    ..SHORT_POST
};
