//! `bacheca schema`

use std::io::{self, Write};

use super::{Failure, Outcome};
use crate::model::json_schema;

pub(super) fn run() -> Result<Outcome, Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &json_schema()).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(Outcome::Done)
}
