//! Formats blocks in WhatsApp's markup.

use super::chat_markup::{self, ChatMarkup};
use crate::markdown::Block;

/// Markers of one sign, lists of their own, quotations with `>`.
const MARKUP: ChatMarkup = ChatMarkup { bold: "*", italic: "_", strike: "~", bullet: "- ", has_lists: true };

/// Formats blocks as one message: paragraphs separated by an empty line, one line per list item, no trailing white space.
///
/// ```
/// use bacheca::{compose::whatsapp::format_blocks, markdown::parse_blocks};
///
/// assert_eq!(format_blocks(&parse_blocks("Corso **gratuito**")), "Corso *gratuito*");
/// ```
#[must_use]
pub fn format_blocks(blocks: &[Block]) -> String {
    chat_markup::format_blocks(blocks, &MARKUP)
}

/// Length in UTF-16 code units, as messengers count; an emoji counts two or more.
///
/// ```
/// use bacheca::compose::whatsapp::utf16_length;
///
/// assert_eq!(utf16_length("è 📅"), 4);
/// ```
#[must_use]
pub fn utf16_length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse_blocks;

    fn format_markdown(markdown: &str) -> String {
        format_blocks(&parse_blocks(markdown))
    }

    #[test]
    fn styles_that_every_reading_shows() {
        assert_eq!(format_markdown("Un **titolo** qui"), "Un *titolo* qui");
        assert_eq!(format_markdown("**Scadenza:** 30 novembre"), "*Scadenza:* 30 novembre");
        assert_eq!(format_markdown("***tutto***"), "*_tutto_*");
        assert_eq!(format_markdown("**a *b* c**"), "*a _b_ c*");
        assert_eq!(format_markdown("*a **b** c*"), "_a *b* c_");
        assert_eq!(format_markdown("~~via~~, subito"), "~via~, subito");
    }

    #[test]
    fn markers_that_would_show_are_dropped() {
        assert_eq!(format_markdown("super**bold**ly"), "superboldly");
        assert_eq!(format_markdown("(**nota**)"), "(nota)");
        assert_eq!(format_markdown("«**nota**»"), "«nota»");
        assert_eq!(format_markdown("l'*Europa*"), "l'Europa");
        assert_eq!(format_markdown("📌**nota**"), "📌nota");
        assert_eq!(format_markdown("**uno *due*tre**"), "*uno duetre*");
    }

    #[test]
    fn values_do_not_style_anything() {
        assert_eq!(format_markdown("PONTE_26\\*B e \\_prova\\_"), "PONTE_26*B e ＿prova＿");
        assert_eq!(format_markdown("5\\*3\\*2"), "5*3*2");
        assert_eq!(format_markdown("**PONTE_26\\*B**"), "PONTE_26*B");
    }

    #[test]
    fn addresses_come_out_byte_for_byte() {
        assert_eq!(format_markdown("Scrivi a nome_cognome_x@y.it."), "Scrivi a nome_cognome_x@y.it.");
        assert_eq!(format_markdown("Vai su <https://x.it/a_b_c/_d_>"), "Vai su https://x.it/a_b_c/_d_");
        assert_eq!(format_markdown("Vedi [il bando](https://x.it/a_b)."), "Vedi il bando.\nhttps://x.it/a_b");
        assert_eq!(format_markdown("**https://x.it/a_b**"), "https://x.it/a_b");
    }

    #[test]
    fn lists_and_quotes() {
        assert_eq!(format_markdown("- a\n- b\n  - c\n\nfine"), "- a\n- b\n- ◦ c\n\nfine");
        assert_eq!(format_markdown("1. a\n2. b"), "1. a\n2. b");
        assert_eq!(format_markdown("> uno\n> due"), "> uno due");
        assert_eq!(format_markdown("1\\. non è un elenco"), "1) non è un elenco");
        assert_eq!(format_markdown("# **Titolo**\n\ntesto"), "*Titolo*\n\ntesto");
    }

    #[test]
    fn emoji_count_two() {
        assert_eq!(utf16_length("a📌"), 3);
    }
}
