//! `bacheca translate --status`: how far each language is.

use std::io::Write;

use super::super::{Error, Outcome};
use super::board_texts;
use crate::board::Board;
use crate::text::visible::show_name;
use crate::translation::{TranslationState, translation_status};

/// Prints a line for each language, then what to translate first in it.
pub(super) fn print_status(board: &Board, out: &mut impl Write) -> Result<Outcome, Error> {
    let known = board_texts();
    let own = &board.config.bacheca.lingua;
    for language in board.config.bacheca.lingue.iter().filter(|language| *language != own) {
        let statuses = translation_status(board, language, &known);
        let count = |state| statuses.iter().filter(|status| status.state == state).count();
        let words: usize = statuses.iter().map(|status| status.words).sum();
        writeln!(
            out,
            "{language}: intere {}, vecchie {}, cominciate {}, mancano {} · parole da tradurre {words}",
            count(TranslationState::Whole),
            count(TranslationState::Old),
            count(TranslationState::Begun),
            count(TranslationState::Missing)
        )?;
        for status in statuses.iter().filter(|status| status.state != TranslationState::Whole).take(MAX_NEXT) {
            let name = show_name(&status.original.name);
            let state = match status.state {
                TranslationState::Old => "vecchia",
                TranslationState::Begun => "cominciata",
                TranslationState::Missing | TranslationState::Whole => "manca",
            };
            let days = match status.days {
                Some(1) => " · chiude domani".to_owned(),
                Some(0) => " · chiude oggi".to_owned(),
                Some(days) => format!(" · chiude fra {days} giorni"),
                None => String::new(),
            };
            writeln!(out, "  {name}: {state}, {} parole{days}", status.words)?;
        }
    }
    Ok(Outcome::Done)
}

/// Most announcements named for each language.
const MAX_NEXT: usize = 3;
