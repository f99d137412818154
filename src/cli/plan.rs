//! `bacheca plan`: what to post in the next two weeks.

use std::io::Write;

use super::terminal::PlainOutput;
use super::{Context, Error, Outcome};
use crate::board::Board;
use crate::check::report::Format;
use crate::compose::fact_sheet::build_status_line;
use crate::compose::plan::{PlannedPost, PostReason, plan_posts};
use crate::diagnostic::MessageLanguage;
use crate::locale::Locales;
use crate::theme::Theme;

pub(super) fn run(context: &Context) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let lines = describe_posts(&loaded.board)?;
    let mut out = PlainOutput::lock();
    if lines.is_empty() {
        writeln!(out, "niente da pubblicare nelle prossime due settimane: tutto quello che è aperto è già sul canale")?;
    }
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(Outcome::Done)
}

/// Formats each planned post in two lines: day, item and closing; command that writes the text.
fn describe_posts(board: &Board) -> Result<Vec<String>, Error> {
    let theme = Theme::load(&board.root, &board.config.bacheca.tema)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    let (locale, hour) = (locales.board_locale(), board.config.piano.hour());
    let line = |planned: &PlannedPost<'_>| {
        let item = planned.item;
        let (why, notice) = match planned.reason {
            PostReason::New => ("", ""),
            PostReason::LastDays => ("ultimi giorni: ", " --notice"),
            PostReason::Changed => ("è cambiato: ", " --notice"),
        };
        let until = build_status_line(board, item, locale).sentence;
        let kind = locale.vocabulary_text("kind", item.kind().key()).unwrap_or(item.kind().key());
        format!(
            "{}, ore {hour}  {why}{}\n    {kind} · {until} · bacheca post {}{notice}",
            locale.format_date_with_weekday(planned.day),
            item.title(),
            item.slug
        )
    };
    Ok(plan_posts(board)?.iter().map(line).collect())
}
