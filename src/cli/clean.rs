//! `bacheca clean`: deletes what builds made and can make again.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use clap::Args;

use super::{Context, Error, Outcome};
use crate::files::{CACHE_FOLDER, SITE_FOLDER, SITE_MANIFEST};
use crate::localized;
use crate::text::visible::show_path;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = SITE_FOLDER)]
    out: PathBuf,
    /// Keep what was printed, which takes longest to make: only the site goes
    #[arg(long)]
    keep_cache: bool,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let site = if arguments.out.is_absolute() { arguments.out.clone() } else { context.root.join(&arguments.out) };
    let is_site = site.join(SITE_MANIFEST).symlink_metadata().is_ok();
    if !is_site && site.symlink_metadata().is_ok() {
        let site = show_path(&site);
        return Err(Error::Message(localized!(
            "{site}: non è un sito fatto da bacheca, e resta com'è; se lo è, cancella tu la cartella",
            "{site}: is not a site that bacheca made, and stays as it is; if it is, delete the folder yourself"
        )));
    }
    let cache = context.root.join(CACHE_FOLDER);
    let folders = std::iter::once(site).chain((!arguments.keep_cache).then_some(cache));
    let mut out = io::stdout().lock();
    let mut count = 0;
    for folder in folders {
        match fs::remove_dir_all(&folder) {
            Ok(()) => {
                count += 1;
                writeln!(out, "{}: cancellata", show_path(&folder))?;
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(Error::write(&folder, &error)),
        }
    }
    if count == 0 {
        writeln!(out, "non c'è niente da cancellare")?;
    }
    Ok(Outcome::Done)
}
