//! One JSON object on standard output, for programs: the answer of a command, or why there is none.

use std::io::{self, Write};

use serde::Serialize;

use super::Error;
use crate::check::report::Format;

/// Version of the answers; a change that would break a reader makes the next.
pub(super) const VERSION: u32 = 1;

/// An answer of a command that stopped.
#[derive(Serialize)]
struct Failure<'e> {
    version: u32,
    errore: &'e str,
}

/// Format in which a command reports that the content has errors: to programs as `check --format json`.
pub(super) fn report_format(json: bool) -> Format {
    if json { Format::Json } else { Format::Terminal }
}

/// Writes an answer, an object.
pub(super) fn write(answer: &impl Serialize) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(answer).map_err(io::Error::from)?;
    writeln!(io::stdout().lock(), "{text}")?;
    Ok(())
}

/// Writes why a command stopped.
pub(super) fn write_failure(reason: &str) -> Result<(), Error> {
    write(&Failure { version: VERSION, errore: reason })
}
