//! Words by which the lines of a message are told apart.

use crate::check::word_lists;

word_lists! { "intake_lines.txt":
    /// Names of the headers of forwarded mail.
    pub(super) MAIL_HEADERS = "mail headers";
    /// Names of the header with the subject.
    pub(super) SUBJECTS = "subjects";
    /// Lines that begin a forwarded text.
    pub(super) FORWARDED = "forwarded";
    /// Lines that chat programs write in place of something.
    pub(super) SYSTEM_LINES = "system lines";
    /// Phrases that close a letter.
    pub(super) CLOSINGS = "closings";
    /// Phrases that greet, or say that the message was forwarded.
    pub(super) GREETINGS = "greetings";
    /// Labels of fields.
    pub(super) LABELS = "labels";
    /// Emoji that stand in place of a label.
    pub(super) EMOJI_LABELS = "emoji labels";
}

/// Key of the field for which an emoji stands, in place of a label.
pub(super) fn topic_of_emoji(emoji: char) -> Option<&'static str> {
    let mut buffer = [0; 4];
    let emoji: &str = emoji.encode_utf8(&mut buffer);
    EMOJI_LABELS.entries().iter().find(|entry| entry.forms.contains(&emoji)).map(|entry| entry.column(0))
}
