//! `bacheca translate --status`: how far each language is.

use std::io::Write;

use super::super::{Error, Outcome};
use super::board_texts;
use crate::board::Board;
use crate::text::visible::show_name;
use crate::translation::{StatusCounts, TranslationState, translation_status};

/// Prints a line for each language, then what to translate first in it.
pub(super) fn print_status(board: &Board, out: &mut impl Write) -> Result<Outcome, Error> {
    let known = board_texts();
    let own = &board.config.bacheca.lingua;
    for language in board.config.bacheca.lingue.iter().filter(|language| *language != own) {
        let statuses = translation_status(board, language, &known);
        let StatusCounts { whole, old, begun, missing, words } = StatusCounts::of(&statuses);
        writeln!(
            out,
            "{language}: intere {whole}, vecchie {old}, cominciate {begun}, mancano {missing} · parole da tradurre {words}"
        )?;
        for status in statuses.iter().filter(|status| status.state != TranslationState::Whole).take(MAX_NEXT) {
            let name = show_name(&status.original.name);
            let closing = status.closing_words().map(|words| format!(" · {words}")).unwrap_or_default();
            writeln!(out, "  {name}: {}, {} parole{closing}", status.state.word(), status.words)?;
        }
    }
    Ok(Outcome::Done)
}

/// Most announcements named for each language.
const MAX_NEXT: usize = 3;
