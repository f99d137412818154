//! The preview server: builds the board in memory, watches its files, rebuilds on changes, and reloads the browser.
//! Pages show drafts and problems; posters and the search index are rendered on request.

mod http;
mod poll;
mod preview;
mod problems;
mod server;
mod watch;

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
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
    /// Address of this computer at which the preview is reached; not a loopback address: by others in its network too.
    pub bind: IpAddr,
    /// Port on this computer; 0 lets the system choose.
    pub port: u16,
    /// Look at the files every second, where the system does not report what other computers change.
    pub polls: bool,
    /// Open the preview in the browser.
    pub opens_browser: bool,
}

/// What a preview tells whoever started it, a line of text each.
#[derive(Debug, Clone, Copy)]
pub enum Event<'e> {
    /// Where it is reached, or why the browser does not show it.
    Reached(&'e str),
    /// The board was read again: what came of it.
    Rebuilt(&'e str),
}

/// Serves a board until the process ends.
///
/// # Errors
/// If the port is taken or the folder cannot be watched.
pub fn serve(options: Options, report: impl Fn(Event<'_>) + Send + Sync + 'static) -> Result<(), Error> {
    let preview = Arc::new(Preview::new(options.root.clone(), options.today));
    let report = Arc::new(report);
    let listener = server::open_port(options.bind, options.port)?;
    let address = listener.local_addr().map_err(|error| Error::internal("serve", error.to_string()))?;
    // Said before the board is read: a browser that asks at once waits for its answer.
    let own = SocketAddr::new(own_address(address.ip()), address.port());
    report(Event::Reached(&format!("http://{own}/ (Ctrl+C per fermare)")));
    if let Some(seen) = address_in_network(address.ip()) {
        let seen = SocketAddr::new(seen, address.port());
        report(Event::Reached(&format!("http://{seen}/ per chi è nella stessa rete: vede anche le bozze")));
    }
    if options.opens_browser && open::that_detached(format!("http://{own}/")).is_err() {
        report(Event::Reached("il browser non si apre: apri tu l'indirizzo"));
    }
    let watched = Arc::clone(&preview);
    let watcher_report = Arc::clone(&report);
    let rebuild = move |changed: &BTreeSet<String>| {
        watched.rebuild(changed).iter().for_each(|summary| watcher_report(Event::Rebuilt(summary)));
    };
    // Before the board is read, so that nothing that changes meanwhile is missed.
    if options.polls {
        poll::poll(&options.root, rebuild)?;
    } else {
        watch::watch(&options.root, rebuild)?;
    }
    preview.rebuild(&BTreeSet::new()).iter().for_each(|summary| report(Event::Rebuilt(summary)));
    server::serve_requests(&listener, &preview, !address.ip().is_loopback());
    Ok(())
}

/// The address at which this computer reaches what listens at `bound`.
fn own_address(bound: IpAddr) -> IpAddr {
    if bound.is_unspecified() { Ipv4Addr::LOCALHOST.into() } else { bound }
}

/// The address at which other computers reach what listens at `bound`; `None` if they do not.
fn address_in_network(bound: IpAddr) -> Option<IpAddr> {
    if !bound.is_unspecified() {
        return None;
    }
    // Sends nothing: the system only chooses the way to an address for documentation, and with it that of this computer.
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|address| !address.is_loopback())
}
