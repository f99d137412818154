//! `bacheca serve`: starts the preview.

use std::io::Write;

use clap::Args;

use super::terminal::PlainOutput;
use super::{Context, Error, Outcome};
use crate::localized;
use crate::serve::{Options, serve};
use crate::text::visible::show_path;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The port on this computer
    #[arg(long, default_value_t = 8080, value_name = "N")]
    port: u16,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    if !context.root.join(crate::config::FILE).is_file() {
        let missing = context.root.join(crate::config::FILE);
        let missing = show_path(&missing);
        return Err(Error::Message(localized!(
            "{missing}: non c'è; indica la cartella della bacheca con --root",
            "{missing}: it does not exist; name the folder of the board with --root"
        )));
    }
    context.reject_linked_content()?;
    let options = Options { root: context.root.clone(), today: context.today, port: arguments.port };
    let print_line = |what: &str| {
        // It may quote the files of the board.
        let mut terminal = PlainOutput::lock();
        let _ = writeln!(terminal, "{what}");
        let _ = terminal.flush();
    };
    serve(options, print_line)?;
    Ok(Outcome::Done)
}
