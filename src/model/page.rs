//! Pages of the board; translations of opportunities and pages, which hold text but no facts.

use chrono::NaiveDate;

use super::vocabulary::TranslationMode;
use crate::record;

record! {
    /// A page such as about, privacy, how to announce (`content/pagine/`).
    pub struct Page {
        /// Title.
        title: Option<String> = "titolo", "Titolo", "Chi siamo", at most 200 letters;
        /// Summary, one sentence.
        summary: Option<String> = "sintesi", "In una frase", "Che cos'è questa bacheca e chi la cura.";
    }
}

record! {
    /// Translation of an opportunity or page (`<slug>.<lang>.md`).
    pub struct Translation {
        /// Title.
        title: Option<String> = "titolo", "Titolo", "Free Italian course, level A2", at most 200 letters;
        /// Summary, one or two sentences.
        summary: Option<String> = "sintesi", "Descrizione breve", "Sixty hours of Italian.";
        /// Human or machine translation.
        mode: Option<TranslationMode> = "modo", "Chi ha tradotto", "umana";
        /// Day of the last human review.
        reviewed: Option<NaiveDate> = "rivista", "Rivista il", "2026-11-21";
        /// Version of the original that was translated: short hash of title, summary and text.
        original: Option<String> = "originale", "Versione dell'originale", "3f9a0c1d";
    }
}
