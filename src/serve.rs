//! The preview server: builds the board in memory, watches its files, rebuilds on changes, and reloads the browser.
//! Pages show drafts and problems; posters and the search index are rendered on request.

mod http;
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

/// Options of the preview server.
pub struct Options {
    /// The board's folder.
    pub root: PathBuf,
    /// Day to use as today; `None` for the actual one.
    pub today: Option<NaiveDate>,
    /// Port on this computer; 0 lets the system choose.
    pub port: u16,
}

/// Serves a board until the process ends. `report` receives a line of text for each event.
///
/// # Errors
/// If the port is taken or the folder cannot be watched.
pub fn serve(options: Options, report: impl Fn(&str) + Send + Sync + 'static) -> Result<(), Error> {
    let preview = Arc::new(Preview::new(options.root.clone(), options.today));
    let report = Arc::new(report);
    let listener = server::open_port(options.port)?;
    let address = listener.local_addr().map_err(|error| Error::internal("serve", error.to_string()))?;
    // Said before the board is read: a browser that asks at once waits for its answer.
    report(&format!("http://{address}/ (Ctrl+C per fermare)"));
    preview.rebuild(&BTreeSet::new()).iter().for_each(|summary| report(summary));
    let watched = Arc::clone(&preview);
    let watcher_report = Arc::clone(&report);
    let _watcher = watch::watch(&options.root, move |changed| {
        watched.rebuild(changed).iter().for_each(|summary| watcher_report(summary));
    })?;
    server::serve_requests(&listener, &preview);
    Ok(())
}
