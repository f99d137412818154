//! `bacheca schema`: prints the JSON Schema of announcements.

use std::io::{self, Write};

use clap::Args;

use super::{Error, Outcome};
use crate::model::{json_schema, publications_schema};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of the posts beside an announcement, `<slug>.pubblicazioni.yaml`, instead of the announcement
    #[arg(long)]
    publications: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let schema = if arguments.publications { publications_schema() } else { json_schema() };
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &schema).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(Outcome::Done)
}
