//! `bacheca man`: manual pages, from the same declarations as `--help`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::{Error, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Write the page of each command into this folder, which has to be there
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let command = super::Arguments::command();
    match &arguments.out {
        Some(folder) => {
            clap_mangen::generate_to(command, folder).map_err(|error| Error::write(folder, &error))?;
        }
        None => {
            let mut page = Vec::new();
            Man::new(command).render(&mut page)?;
            io::stdout().lock().write_all(&page)?;
        }
    }
    Ok(Outcome::Done)
}
