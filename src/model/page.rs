//! Pages of the board, and translations of opportunities and pages: words only, never facts.

use chrono::NaiveDate;

use super::vocabulary::TranslationMode;
use crate::record;

record! {
    /// A page: about, privacy, how to announce.
    pub struct Page {
        /// Its title.
        title: Option<String> = "titolo", "Titolo", "Chi siamo";
        /// One sentence.
        summary: Option<String> = "sintesi", "In una frase", "Che cos'è questa bacheca e chi la cura.";
    }
}

record! {
    /// The words of an opportunity or page in another language.
    pub struct Translation {
        /// Title.
        title: Option<String> = "titolo", "Titolo", "Free Italian course, level A2";
        /// One or two sentences.
        summary: Option<String> = "sintesi", "Descrizione breve", "Sixty hours of Italian.";
        /// By a person or a machine.
        mode: Option<TranslationMode> = "modo", "Chi ha tradotto", "umana";
        /// When a person last read it.
        reviewed: Option<NaiveDate> = "rivista", "Rivista il", "2026-11-21";
        /// The version of the original that it translates: hash of title, summary and text.
        original: Option<String> = "originale", "Versione dell'originale", "3f9a0c1d";
    }
}
