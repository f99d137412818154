//! A web server for one computer: serves files from memory, inserts problems at the top of pages, and
//! sends an event when the browser should reload.

use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::http::{Request, Response};
use super::preview::Preview;
use crate::diagnostic::LocalizedString;
use crate::error::{Cause, Error};
use crate::localized;
use crate::output::media_type;
use crate::text::percent::{percent_decode, percent_encode_path};

const RELOAD_SCRIPT: &str = include_str!("reload.js");
const PREVIEW_STYLE: &str = include_str!("preview.css");
/// Interval of comments on the event stream, because browsers close idle connections.
const HEARTBEAT: Duration = Duration::from_secs(20);
const PLAIN_TEXT: &str = "text/plain";

/// Opens the port at an address of this computer.
pub(super) fn open_port(bind: IpAddr, port: u16) -> Result<TcpListener, Error> {
    TcpListener::bind((bind, port)).map_err(|error| {
        if error.kind() == io::ErrorKind::AddrNotAvailable {
            return Error::Message(localized!(
                "--bind {bind}: non è un indirizzo di questo computer; 0.0.0.0 li vale tutti",
                "--bind {bind}: it is no address of this computer; 0.0.0.0 stands for all of them"
            ));
        }
        let other = port.checked_add(1).unwrap_or(8080);
        let LocalizedString { it, en } = describe_port_error(&error);
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

/// Answers requests until the process ends, each in a thread of its own; those of other computers if `in_network`.
pub(super) fn serve_requests(listener: &TcpListener, preview: &Arc<Preview>, in_network: bool) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // Too many connections are open: some of them will have closed by then.
            thread::sleep(Duration::from_millis(100));
            continue;
        };
        let preview = Arc::clone(preview);
        // A connection without a thread is closed, and a browser that closes one early is not an error.
        let _ = thread::Builder::new().spawn(move || {
            let _ = respond(stream, &preview, in_network);
        });
    }
}

fn respond(mut stream: TcpStream, preview: &Preview, in_network: bool) -> io::Result<()> {
    let Some(request) = Request::read(&mut stream)? else {
        return Response::new(400, PLAIN_TEXT, Vec::new()).send(stream, "GET");
    };
    let path = site_path(&request.target);
    let response = match (refuse(&request, in_network), path.as_str()) {
        (Some(refusal), _) => refusal,
        (None, "_bacheca/events") if request.method == "GET" => return stream_events(stream, preview),
        (None, "_bacheca/reload.js") => Response::new(200, "text/javascript", RELOAD_SCRIPT.into()),
        (None, "_bacheca/preview.css") => Response::new(200, "text/css", PREVIEW_STYLE.into()),
        (None, path) => file_response(path, preview),
    };
    response.send(stream, &request.method)
}

/// Response to a request that no page of the preview makes: for another host, from another site, with another method
/// or a body.
fn refuse(request: &Request, in_network: bool) -> Option<Response> {
    let refusal = |status| Response::new(status, PLAIN_TEXT, Vec::new());
    if !is_for_this_computer(request, in_network) || is_from_other_site(request) || !request.target.starts_with('/') {
        return Some(refusal(403));
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Some(refusal(405).with_header("Allow", "GET, HEAD"));
    }
    request.has_body().then(|| refusal(413))
}

/// Whether the one `Host` is a name of this computer: a name of another site may be made to lead here (DNS rebinding),
/// and its pages could read the preview.
fn is_for_this_computer(request: &Request, in_network: bool) -> bool {
    let mut hosts = request.header("Host");
    let is_ours = |host: &[u8]| is_loopback_host(host) || in_network && is_numeric_host(host);
    hosts.next().is_some_and(is_ours) && hosts.next().is_none()
}

/// Whether a host, with or without a port, is an address in figures: no name leads there.
fn is_numeric_host(host: &[u8]) -> bool {
    let Ok(host) = str::from_utf8(host) else { return false };
    let bare = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
    host.parse::<SocketAddr>().is_ok() || bare.parse::<IpAddr>().is_ok()
}

/// Whether a host, with or without a port, is a name of this computer.
fn is_loopback_host(host: &[u8]) -> bool {
    let Ok(host) = str::from_utf8(host) else { return false };
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| {
        let port = host.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
        let port = port.and_then(|_| host.get(name.len()..));
        port.is_some_and(|port| {
            port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
        })
    })
}

/// Whether a browser says that a page of another site asks, but for links that lead here.
fn is_from_other_site(request: &Request) -> bool {
    let is = |name, value: &[u8]| request.header(name).any(|one| one == value);
    let is_host = |host: &[u8]| is_loopback_host(host) || is("Host", host);
    let is_own_origin = |origin: &[u8]| origin.strip_prefix(b"http://").is_some_and(is_host);
    let is_link = is("Sec-Fetch-Mode", b"navigate") && is("Sec-Fetch-Dest", b"document");
    request.header("Origin").any(|origin| !is_own_origin(origin))
        || request.header("Sec-Fetch-Site").any(|site| site != b"same-origin" && site != b"none") && !is_link
}

/// Converts a request URL to a path of the site: without query, percent-decoded, with `index.html` for folders.
fn site_path(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = percent_decode(path);
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

fn file_response(path: &str, preview: &Preview) -> Response {
    if let Some(bytes) = preview.file(path) {
        let bytes = if is_html(path) { insert_preview(&bytes, preview) } else { bytes };
        return Response::new(200, media_type(path), bytes);
    }
    if preview.file(&format!("{path}/index.html")).is_some() {
        let location = format!("/{}/", percent_encode_path(path));
        return Response::new(308, PLAIN_TEXT, Vec::new()).with_header("Location", &location);
    }
    if preview.is_empty() {
        let page = "<!doctype html><html lang=\"it\"><head><meta charset=\"utf-8\"><title>bacheca</title></head><body></body></html>";
        return Response::new(500, media_type("x.html"), insert_preview(page.as_bytes(), preview));
    }
    let page = preview.file("404.html").unwrap_or_default();
    Response::new(404, media_type("404.html"), insert_preview(&page, preview))
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

/// Sends an event (server-sent events) for each rebuild, until the browser closes the connection.
fn stream_events(mut stream: TcpStream, preview: &Preview) -> io::Result<()> {
    let head = "HTTP/1.1 200 \r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n";
    let mut sent = preview.generation();
    stream.write_all(head.as_bytes())?;
    loop {
        preview.wait_for_rebuild(sent, HEARTBEAT);
        let current = preview.generation();
        stream.write_all(if current == sent { b":\n\n" } else { b"data: reload\n\n" })?;
        sent = current;
    }
}
