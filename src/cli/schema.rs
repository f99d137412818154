//! `bacheca schema`: prints the JSON Schema of announcements.

use std::io::{self, Write};

use super::{Error, Outcome};
use crate::model::json_schema;

pub(super) fn run() -> Result<Outcome, Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &json_schema()).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(Outcome::Done)
}
