//! Pages of the board; translations of opportunities and pages, which hold text but no facts.

use chrono::NaiveDate;

use super::vocabulary::{TranslationMode, TranslationState};
use crate::{record, record_value};

record! {
    /// A page such as about, privacy, how to announce (`content/pagine/`).
    pub struct Page requires [Title] {
        /// Title.
        title: Option<String> = "titolo", "Titolo" / "Title", "Chi siamo", at most 200 letters;
        /// Summary, one sentence.
        summary: Option<String> = "sintesi", "In una frase" / "In one sentence", "Che cos'è questa bacheca e chi la cura.";
        /// Version of a text that others accept, such as the charter for announcers.
        version: Option<String> = "versione", "Versione" / "Version", "2026-1", at most 40 letters;
    }
}

record! {
    /// Translation of an opportunity or page (`<slug>.<lang>.md`).
    pub struct Translation {
        /// Title.
        title: Option<String> = "titolo", "Titolo" / "Title", "Free Italian course, level A2", at most 200 letters;
        /// Title for where there is little room.
        short_title: Option<String> = "titolo_breve", "Titolo breve" / "Short title", "Free Italian, A2", at most 40 letters;
        /// Summary, one or two sentences.
        summary: Option<String> = "sintesi", "Descrizione breve" / "Short description", "Sixty hours of Italian.";
        /// Whether it is unfinished, hence not published.
        state: Option<TranslationState> = "stato", "Stato" / "State", "bozza";
        /// Human or machine translation.
        mode: Option<TranslationMode> = "modo", "Chi ha tradotto" / "Who translated it", "umana";
        /// Day of the last human review.
        reviewed: Option<NaiveDate> = "rivista", "Rivista il" / "Reviewed on", "2026-11-21";
        /// Words of the original's fields in this language.
        texts: Vec<TranslatedText> = "testi", "Parole dei campi" / "Words of the fields", "[{originale: senza esperienza, traduzione: without experience}]";
        /// Version of the original that was translated: short hash of title, summary and text.
        original: Option<String> = "originale", "Versione dell'originale" / "Version of the original", "3f9a0c1d";
    }
}

impl Translation {
    /// Title for where there is little room: the short one, else the whole.
    #[must_use]
    pub fn short_title(&self) -> Option<&str> {
        self.short_title.as_deref().or(self.title.as_deref())
    }
}

record! {
    /// Words of a field and what they are in another language. The original says which words are meant: when it changes,
    /// the page shows the new words instead of an old translation.
    pub struct TranslatedText {
        /// Words as the original has them.
        original: String = "originale", "Parole dell'originale" / "Words of the original", "senza esperienza";
        /// The same in the language of the file.
        translated: String = "traduzione", "Traduzione" / "Translation", "without experience";
    }
}
record_value!(TranslatedText);
