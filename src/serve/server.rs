//! A synchronous web server for one computer: serves files from memory, inserts problems at the top of pages, and
//! sends an event when the browser should reload.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use tiny_http::{Header, Request, Response, Server};

use super::preview::Preview;
use crate::diagnostic::LocalizedString;
use crate::error::{Cause, Error};
use crate::localized;
use crate::output::media_type;
use crate::text::percent::percent_decode;

const RELOAD_SCRIPT: &str = include_str!("reload.js");
const PREVIEW_STYLE: &str = include_str!("preview.css");
/// Interval of comments on the event stream, because browsers close idle connections.
const HEARTBEAT: Duration = Duration::from_secs(20);
const WORKER_THREADS: usize = 4;

/// Opens the port, on the loopback interface only.
pub(super) fn open_port(port: u16) -> Result<Server, Error> {
    Server::http(("127.0.0.1", port)).map_err(|error| {
        let other = port.checked_add(1).unwrap_or(8080);
        let cause =
            error.downcast_ref::<io::Error>().map_or_else(|| localized!("{error}", "{error}"), describe_port_error);
        let LocalizedString { it, en } = cause;
        Error::Message(localized!(
            "la porta {port} non si può usare: {it}; prova con --port {other}",
            "the port {port} cannot be used: {en}; try --port {other}"
        ))
    })
}

/// Describes why a port cannot be used.
fn describe_port_error(error: &io::Error) -> LocalizedString {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            localized!("un altro programma la sta usando", "another program is using it")
        }
        _ => Cause::new(error).localized(),
    }
}

/// Answers requests until the server is closed.
pub(super) fn serve_requests(server: &Server, preview: &Arc<Preview>) {
    std::thread::scope(|scope| {
        for _ in 0..WORKER_THREADS {
            scope.spawn(|| {
                while let Ok(request) = server.recv() {
                    respond(request, preview);
                }
            });
        }
    });
}

fn respond(request: Request, preview: &Arc<Preview>) {
    let path = site_path(request.url());
    // A browser that closes the connection early is not an error.
    let _ = match path.as_str() {
        "_bacheca/events" => {
            stream_events(request, Arc::clone(preview));
            Ok(())
        }
        "_bacheca/reload.js" => send_response(request, 200, "text/javascript", RELOAD_SCRIPT.into()),
        "_bacheca/preview.css" => send_response(request, 200, "text/css", PREVIEW_STYLE.into()),
        path => send_file(request, path, preview),
    };
}

/// Converts a request URL to a path of the site: without query, percent-decoded, with `index.html` for folders.
fn site_path(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = percent_decode(path);
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

fn send_file(request: Request, path: &str, preview: &Preview) -> io::Result<()> {
    if let Some(bytes) = preview.file(path) {
        let bytes = if is_html(path) { insert_preview(&bytes, preview) } else { bytes };
        return send_response(request, 200, media_type(path), bytes);
    }
    let folder = format!("{path}/index.html");
    if preview.file(&folder).is_some() {
        let location =
            Header::from_bytes("Location", format!("/{path}/")).map_err(|()| io::Error::other("Location"))?;
        return request.respond(Response::empty(308).with_header(location));
    }
    if preview.is_empty() {
        let page = "<!doctype html><html lang=\"it\"><head><meta charset=\"utf-8\"><title>bacheca</title></head><body></body></html>";
        return send_response(request, 500, media_type("x.html"), insert_preview(page.as_bytes(), preview));
    }
    let page = preview.file("404.html").unwrap_or_default();
    send_response(request, 404, media_type("404.html"), insert_preview(&page, preview))
}

/// Inserts the problems and the reload script into a page.
fn insert_preview(page: &[u8], preview: &Preview) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let head = "<link rel=\"stylesheet\" href=\"/_bacheca/preview.css\"><script src=\"/_bacheca/reload.js\" defer></script></head>";
    let page = page.replacen("</head>", head, 1);
    let Some(body) = page.find("<body") else { return page.into_bytes() };
    let Some(end) = page.get(body..).and_then(|rest| rest.find('>')).map(|end| body + end + 1) else {
        return page.into_bytes();
    };
    let (before, after) = page.split_at(end);
    format!("{before}{}{after}", preview.problems()).into_bytes()
}

fn is_html(path: &str) -> bool {
    media_type(path).starts_with("text/html")
}

fn send_response(request: Request, status: u16, media_type: &str, bytes: Vec<u8>) -> io::Result<()> {
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in [("Content-Type", media_type), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// Sends an event (server-sent events) for each rebuild, until the browser closes the connection.
fn stream_events(request: Request, preview: Arc<Preview>) {
    std::thread::spawn(move || {
        let mut writer = request.into_writer();
        // Written without `Response`: the connection stays open, and every event must be sent at once.
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n";
        let mut sent = preview.generation();
        let mut written = writer.write_all(head.as_bytes()).and_then(|()| writer.flush());
        while written.is_ok() {
            preview.wait_for_rebuild(sent, HEARTBEAT);
            let current = preview.generation();
            let event: &[u8] = if current == sent { b":\n\n" } else { b"data: reload\n\n" };
            sent = current;
            written = writer.write_all(event).and_then(|()| writer.flush());
        }
    });
}
