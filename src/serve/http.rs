//! HTTP for one computer: a request without a body per connection, bounded in size and time, and its response.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// Longest request line and headers together, in bytes.
const MAX_HEAD_BYTES: usize = 16 * 1024;
const MAX_HEADERS: usize = 64;
/// Longest wait for a whole request, and for each piece of a response to be taken.
const TIMEOUT: Duration = Duration::from_secs(10);
/// What a browser still sends after its response is read this long and this far: closing at once would discard the
/// response on its way.
const LINGER: Duration = Duration::from_secs(1);
const MAX_LINGER_BYTES: usize = 64 * 1024;

/// Request line and headers.
pub(super) struct Request {
    /// Method, in the letters that were sent.
    pub(super) method: String,
    /// Target: path and query.
    pub(super) target: String,
    headers: Vec<(String, Vec<u8>)>,
}

impl Request {
    /// Reads a request up to its body. `None` if it is malformed or too long.
    ///
    /// # Errors
    /// If the connection fails, ends before the request does, or takes too long.
    pub(super) fn read(stream: &mut TcpStream) -> io::Result<Option<Self>> {
        stream.set_write_timeout(Some(TIMEOUT))?;
        let deadline = Instant::now() + TIMEOUT;
        let mut head = Vec::new();
        while head.len() < MAX_HEAD_BYTES {
            let read = read_before(stream, deadline)?;
            if read.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            head.extend_from_slice(&read);
            let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
            let mut parsed = httparse::Request::new(&mut headers);
            match parsed.parse(&head) {
                Ok(httparse::Status::Complete(_)) => return Ok(Self::from_parsed(&parsed)),
                Ok(httparse::Status::Partial) => {}
                Err(_) => return Ok(None),
            }
        }
        Ok(None)
    }

    fn from_parsed(parsed: &httparse::Request<'_, '_>) -> Option<Self> {
        let headers = parsed.headers.iter().map(|header| (header.name.to_owned(), header.value.to_vec()));
        let (method, target) = (parsed.method?.to_owned(), parsed.path?.to_owned());
        Some(Self { method, target, headers: headers.collect() })
    }

    /// Values of a header, named in any case, in their order.
    pub(super) fn header<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r [u8]> {
        self.headers.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_slice())
    }

    /// Whether the headers announce a body.
    pub(super) fn has_body(&self) -> bool {
        self.header("Content-Length").any(|length| length != b"0") || self.header("Transfer-Encoding").next().is_some()
    }
}

/// Response to a request.
pub(super) struct Response {
    status: u16,
    headers: String,
    body: Vec<u8>,
}

impl Response {
    /// Creates a response with a body.
    pub(super) fn new(status: u16, media_type: &str, body: Vec<u8>) -> Self {
        Self { status, headers: format!("Content-Type: {media_type}\r\n"), body }
    }

    /// Creates a response with a further header. Name and value are sent as they are.
    pub(super) fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.extend([name, ": ", value, "\r\n"]);
        self
    }

    /// Sends the response, without its body if the method asks for headers alone, and closes the connection.
    ///
    /// # Errors
    /// If the connection fails.
    pub(super) fn send(self, mut stream: TcpStream, method: &str) -> io::Result<()> {
        let Self { status, headers, body } = self;
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} \r\n{headers}Content-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        );
        let mut bytes = head.into_bytes();
        if method != "HEAD" {
            bytes.extend(body);
        }
        stream.write_all(&bytes)?;
        stream.shutdown(Shutdown::Write)?;
        let deadline = Instant::now() + LINGER;
        let mut left = MAX_LINGER_BYTES;
        while left > 0 {
            let read = read_before(&mut stream, deadline)?.len();
            if read == 0 {
                break;
            }
            left = left.saturating_sub(read);
        }
        Ok(())
    }
}

/// Reads what has come, waiting until the deadline; empty at the end of the connection.
fn read_before(stream: &mut TcpStream, deadline: Instant) -> io::Result<Vec<u8>> {
    let left = deadline.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    stream.set_read_timeout(Some(left))?;
    let mut bytes = vec![0; 4096];
    let read = stream.read(&mut bytes)?;
    bytes.truncate(read);
    Ok(bytes)
}
