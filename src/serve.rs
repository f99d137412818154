//! The board while somebody writes: built in memory, watched, rebuilt, reloaded. Drafts and problems
//! are shown in the pages; posters and the search index are made when somebody asks for them.

mod preview;
mod problems;
mod server;
mod watch;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::error::Error;

pub use preview::Preview;

/// What to serve, and where.
pub struct Options {
    /// The board's folder.
    pub root: PathBuf,
    /// Pretend that today is this day.
    pub today: Option<NaiveDate>,
    /// The port on this computer; 0 lets the system choose.
    pub port: u16,
}

/// Serves a board until the process ends. `say` is told what happens, in words.
///
/// # Errors
/// If the port is taken or the folder cannot be watched.
pub fn serve(options: Options, say: impl Fn(&str) + Send + Sync + 'static) -> Result<(), Error> {
    let preview = Arc::new(Preview::new(options.root.clone(), options.today));
    let say = Arc::new(say);
    preview.rebuild(&BTreeSet::new()).iter().for_each(|said| say(said));
    let server = server::start(options.port)?;
    let address = server.server_addr().to_ip().map(|address| address.to_string()).unwrap_or_default();
    let watched = Arc::clone(&preview);
    let watcher_say = Arc::clone(&say);
    let _watcher = watch::watch(&options.root, move |changed| {
        watched.rebuild(changed).iter().for_each(|said| watcher_say(said));
    })?;
    say(&format!("http://{address}/ (Ctrl+C per fermare)"));
    server::answer(&server, &preview);
    Ok(())
}
