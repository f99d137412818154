//! Says where in a theme's templates Typst finds an error.

use std::ops::Range;

use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpanKind, Source};
use typst::{World, WorldExt};

use super::{MAIN_FILE, TEMPLATE_FOLDER, file_id};
use crate::error::Error;
use crate::localized;
use crate::theme::{Theme, ThemeFault, Unusable};

/// Finds the errors of syntax in the board's own templates of sheets.
///
/// # Errors
/// A file of the theme whose name is not a valid virtual path.
pub fn find_sheet_faults(theme: &Theme) -> Result<Vec<ThemeFault>, Error> {
    let mut faults = Vec::new();
    for (path, bytes) in theme.own_files().filter(|(path, _)| path.ends_with(".typ")) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            faults.push(ThemeFault::new(path, 0..0, Unusable::NotUtf8));
            continue;
        };
        let source = Source::new(file_id(path)?, text.to_owned());
        let (errors, _) = source.root().errors_and_warnings();
        faults.extend(errors.into_iter().map(|error| {
            let span = range_in(&source, error.span.get());
            ThemeFault::new(path, span, Unusable::Template { cause: error.message.to_string() })
        }));
    }
    Ok(faults)
}

fn range_in(source: &Source, span: DiagSpanKind) -> Range<usize> {
    match span {
        DiagSpanKind::Detached => 0..0,
        DiagSpanKind::Number { num, sub_range, .. } => source.range(num, sub_range).unwrap_or(0..0),
        DiagSpanKind::Range { range, .. } => range,
    }
}

/// Tells errors of a sheet that was laid out, with the file and line of the first one.
pub(super) fn format_layout_errors(world: &dyn World, errors: &[SourceDiagnostic]) -> Error {
    let place = errors.iter().find_map(|error| {
        let span = error.span;
        let (id, range) = (span.id()?, world.range(span)?);
        let line = world.source(id).ok()?.lines().byte_to_line(range.start)?;
        Some(format!("{TEMPLATE_FOLDER}/{}:{}", id.get().vpath().get_without_slash(), line + 1))
    });
    format_errors(errors, place)
}

/// Tells errors of a file that is made of a sheet, which have no place.
pub(super) fn format_export_errors(errors: &[SourceDiagnostic]) -> Error {
    format_errors(errors, None)
}

fn format_errors(errors: &[SourceDiagnostic], place: Option<String>) -> Error {
    let mut messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    // A part that is measured fails each time.
    messages.dedup();
    let messages = messages.join("; ");
    let place = place.unwrap_or_else(|| format!("{TEMPLATE_FOLDER}/{MAIN_FILE}"));
    Error::Message(localized!(
        "il modello di stampa {place} del tema non va: {messages}",
        "the print template {place} of the theme fails: {messages}"
    ))
}
