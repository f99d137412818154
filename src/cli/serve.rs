//! `bacheca serve`

use std::io::{self, Write};

use clap::Args;

use super::{Context, Failure, Outcome};
use crate::serve::{Options, serve};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The port on this computer
    #[arg(long, default_value_t = 8080, value_name = "N")]
    port: u16,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Failure> {
    if !context.root.join(crate::config::FILE).is_file() {
        let missing = context.root.join(crate::config::FILE);
        return Err(Failure::Said(format!(
            "{}: non c'è; indica la cartella della bacheca con --root",
            missing.display()
        )));
    }
    context.content_is_here()?;
    let options = Options { root: context.root.clone(), today: context.today, port: arguments.port };
    let say = |what: &str| {
        let mut terminal = io::stdout().lock();
        let _ = writeln!(terminal, "{what}");
        let _ = terminal.flush();
    };
    serve(options, say).map_err(Failure::Said)?;
    Ok(Outcome::Done)
}
