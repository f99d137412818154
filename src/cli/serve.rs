//! `bacheca serve`: starts the preview.

use std::io::Write;
use std::net::{IpAddr, Ipv4Addr};

use clap::Args;

use super::terminal::PlainOutput;
use super::{Context, Error, Outcome};
use crate::localized;
use crate::serve::{Event, Options, serve};
use crate::text::visible::show_path;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The port on this computer
    #[arg(long, default_value_t = 8080, value_name = "N")]
    port: u16,
    /// The address at which the preview is reached: 0.0.0.0 lets telephones and computers in the same network look, at
    /// drafts too
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "ADDR")]
    bind: IpAddr,
    /// Open the preview in the browser
    #[arg(long)]
    open: bool,
    /// Look at the files every second: for folders of the network, of which the system does not say what changed
    #[arg(long)]
    poll: bool,
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
    let options = Options {
        root: context.root.clone(),
        today: context.today,
        bind: arguments.bind,
        port: arguments.port,
        polls: arguments.poll,
        opens_browser: arguments.open,
    };
    let is_quiet = context.verbosity.is_quiet();
    let print_line = move |event: Event<'_>| {
        let what = match event {
            // The page shows it too.
            Event::Rebuilt(_) if is_quiet => return,
            Event::Reached(what) | Event::Rebuilt(what) => what,
        };
        // It may quote the files of the board.
        let mut terminal = PlainOutput::lock();
        let _ = writeln!(terminal, "{what}");
        let _ = terminal.flush();
    };
    serve(options, print_line)?;
    Ok(Outcome::Done)
}
