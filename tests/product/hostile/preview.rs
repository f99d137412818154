//! Requests to the preview.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::{OnceLock, mpsc};

use bacheca::serve::{Event, Options, serve};

use crate::support::{PATIENCE, TODAY, assert_no_problems, small_board};

/// Address of a preview that runs until the tests end.
fn preview_address() -> SocketAddr {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ADDRESS.get_or_init(|| {
        let (sender, receiver) = mpsc::channel();
        let root = small_board().keep();
        std::thread::spawn(move || {
            let (today, bind) = (Some(TODAY.parse().unwrap()), Ipv4Addr::LOCALHOST.into());
            let options = Options { root, today, bind, port: 0, polls: false, opens_browser: false };
            let report = move |event: Event<'_>| {
                let (Event::Reached(line) | Event::Rebuilt(line)) = event;
                _ = sender.send(line.to_owned());
            };
            serve(options, report).unwrap();
        });
        let found = receiver.iter().find_map(|line| line.strip_prefix("http://")?.split('/').next()?.parse().ok());
        found.unwrap()
    })
}

/// Sends bytes on a connection of its own, which fails rather than wait for ever.
fn open_with(bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(preview_address()).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(bytes).unwrap();
    stream
}

/// Sends a request and reads the response until the connection is closed.
fn exchange(request: &str) -> String {
    let mut response = Vec::new();
    open_with(request.as_bytes()).read_to_end(&mut response).unwrap();
    String::from_utf8_lossy(&response).into_owned()
}

/// Status of the response to a request with these header lines.
fn status(first: &str, headers: &str) -> u16 {
    let response = exchange(&format!("{first} HTTP/1.1\r\n{headers}\r\n"));
    response.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{first}: {response}"))
}

#[test]
fn preview_answers_loopback_names_only() {
    let port = preview_address().port();
    let own = [
        "127.0.0.1".to_owned(),
        format!("127.0.0.1:{port}"),
        format!("localhost:{port}"),
        "LocalHost:9000".to_owned(),
        "[::1]".to_owned(),
        format!("[::1]:{port}"),
    ];
    let foreign = [
        "evil.example",
        "rebind.evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost.",
        "evil.example:127.0.0.1",
        "127.0.0.1:80@evil.example",
        "user@127.0.0.1",
        "127.0.0.1:80:evil",
        "127.0.0.1, evil.example",
        "0.0.0.0",
        "127.0.0.2",
        "[::]",
        "2130706433",
        "",
    ];
    let page = |headers: &str| status("GET /o/contributo-affitto/", headers);
    let mut problems = Vec::new();
    let mut expect = |status: u16, headers: String| {
        let actual = page(&headers);
        if actual != status {
            problems.push(format!("{headers:?}: {actual}, expected {status}"));
        }
    };
    for host in own {
        expect(200, format!("Host: {host}\r\n"));
    }
    for host in foreign {
        expect(403, format!("Host: {host}\r\n"));
    }
    expect(403, String::new());
    expect(403, "Host: localhost\r\nHost: evil.example\r\n".to_owned());
    expect(403, "Host: evil.example\r\nHost: localhost\r\n".to_owned());
    assert_no_problems(problems);
    assert_eq!(status("GET http://evil.example/o/contributo-affitto/", "Host: localhost\r\n"), 403);
    let refused = exchange("GET /o/contributo-affitto/ HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assert!(refused.ends_with("\r\n\r\n"), "nothing of the site: {refused}");
}

#[test]
fn preview_answers_get_and_head_only() {
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "X"] {
        assert_eq!(status(&format!("{method} /"), "Host: localhost\r\n"), 405, "{method}");
    }
    let (get, head) =
        ["GET", "HEAD"].map(|method| exchange(&format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n"))).into();
    let (headers, body) = get.split_once("\r\n\r\n").unwrap();
    assert!(headers.starts_with("HTTP/1.1 200") && body.contains("<h1"), "{headers}");
    assert_eq!(head, format!("{headers}\r\n\r\n"));
    let redirect = exchange("GET /o/contributo-affitto HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(redirect.starts_with("HTTP/1.1 308") && redirect.contains("\r\nLocation: /o/contributo-affitto/\r\n"));
}

#[test]
fn preview_does_not_wait_for_bodies() {
    let body = "Content-Length: 100000000000\r\n";
    let chunked = "Transfer-Encoding: chunked\r\n";
    let expects = "Content-Length: 2000000\r\nExpect: 100-continue\r\n";
    for (headers, method, code) in [
        (body, "POST", 405),
        (chunked, "POST", 405),
        (expects, "POST", 405),
        (body, "GET", 413),
        (chunked, "GET", 413),
        ("Content-Length: 5\r\nContent-Length: 0\r\n", "HEAD", 413),
    ] {
        // What is sent never comes to its end, and the connection is closed all the same.
        assert_eq!(
            status(&format!("{method} /"), &format!("Host: localhost\r\n{headers}")),
            code,
            "{method} {headers}"
        );
    }
    let request = format!("POST / HTTP/1.1\r\nHost: localhost\r\n{body}\r\nabc");
    let _waiting: Vec<TcpStream> = (0..40).map(|_| open_with(request.as_bytes())).collect();
    let _halves: Vec<TcpStream> = (0..100).map(|_| open_with(b"GET / HTTP/1.1\r\nHost: loc")).collect();
    assert_eq!(status("GET /", "Host: localhost\r\n"), 200);
}

#[test]
fn preview_bounds_the_head_of_a_request() {
    let long = format!("Host: localhost\r\nX: {}\r\n", "x".repeat(20_000));
    assert_eq!(status("GET /", &long), 400);
    let many = "X: x\r\n".repeat(100);
    assert_eq!(status("GET /", &format!("Host: localhost\r\n{many}")), 400);
    assert_eq!(status(&format!("GET /{}", "x".repeat(20_000)), "Host: localhost\r\n"), 400);
    for garbage in
        ["\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"]
    {
        assert!(exchange(garbage).starts_with("HTTP/1.1 400"), "{garbage:?}");
    }
    // A line end in an address does not become a header.
    let split = exchange("GET /o/contributo-affitto%0d%0aX-Evil:1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(split.starts_with("HTTP/1.1 404") && !split.split("\r\n\r\n").next().unwrap().contains("Evil"), "{split}");
}

#[test]
fn pages_of_other_sites_get_nothing_from_the_preview() {
    let events = |headers: &str| {
        let request = format!("GET /_bacheca/events HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");
        let mut start = [0; 12];
        open_with(request.as_bytes()).read_exact(&mut start).unwrap();
        String::from_utf8_lossy(&start).into_owned()
    };
    for own in [
        "",
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n",
        "Origin: http://localhost:8080\r\nSec-Fetch-Site: same-origin\r\n",
        "Sec-Fetch-Site: none\r\n",
    ] {
        assert_eq!(events(own), "HTTP/1.1 200", "{own}");
    }
    for foreign in [
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        "Origin: http://localhost.evil.example\r\n",
        "Origin: https://localhost\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
        "Sec-Fetch-Site: same-site\r\n",
    ] {
        assert_eq!(events(foreign), "HTTP/1.1 403", "{foreign}");
        assert_eq!(status("GET /", &format!("Host: localhost\r\n{foreign}")), 403, "{foreign}");
    }
    // A link in a chat leads to the preview.
    let link =
        "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(status("GET /", link), 200);
}
