//! A voice message: a script of a minute, to be read aloud. Channels take voice messages, and who cannot read hears them.

use super::timeline::SHORT_POST;
use super::{Desk, Messenger};
use crate::compose::speech::count_spoken_words;

/// Words that are said in a minute, calmly. No service asks for it: it is our measure.
const WORDS_OF_A_MINUTE: usize = 130;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "voce",
    label: "Messaggio vocale, da leggere ad alta voce",
    desk: Desk::FoldedInAllLanguages,
    template: "voice.md",
    target: WORDS_OF_A_MINUTE,
    limit: WORDS_OF_A_MINUTE,
    unit: "parole",
    count: count_spoken_words,
    may_fill: Some(|text| count_spoken_words(text) <= WORDS_OF_A_MINUTE),
    timeline: None,
    is_read_aloud: true,
    ..SHORT_POST
};
