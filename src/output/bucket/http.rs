//! HTTP client of the bucket: `ureq`, blocking on a thread of the runtime for each request.

use std::io::ErrorKind;
use std::pin::Pin;
use std::time::Duration;

use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
};
use ureq::http::request::Parts;
use ureq::http::{Method, Request};
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Error};

use super::MAX_CONCURRENT_REQUESTS;

/// Timeouts for connecting and for the first byte of an answer.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const RESPONSE_TIMEOUT: Duration = Duration::from_mins(1);
/// Timeout for a body: a poster over a slow line.
const BODY_TIMEOUT: Duration = Duration::from_mins(5);
/// Largest accepted answer, in bytes; the manifest is the only file fetched.
const MAX_RESPONSE_BYTES: u64 = 64 << 20;

/// Opens TLS connections to servers with a certificate of a trusted authority.
#[derive(Debug)]
pub(super) struct Connector(RootCerts);

impl Connector {
    /// Trusts the Mozilla root certificates compiled into the program.
    pub(super) fn new() -> Self {
        Self(RootCerts::WebPki)
    }

    /// Trusts only the given certificates (PEM); `None` if there is none.
    pub(super) fn with_certificates(certificates: &[u8]) -> Option<Self> {
        let items = parse_pem(certificates).collect::<Result<Vec<_>, _>>().ok()?;
        let certificates: Vec<_> = items
            .into_iter()
            .filter_map(|item| if let PemItem::Certificate(certificate) = item { Some(certificate) } else { None })
            .collect();
        (!certificates.is_empty()).then(|| Self(certificates.into()))
    }
}

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let config = Agent::config_builder()
            .tls_config(TlsConfig::builder().root_certs(self.0.clone()).build())
            .http_status_as_error(false)
            // Requests are signed for one host, so redirects cannot be followed.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(MAX_CONCURRENT_REQUESTS)
            .max_idle_connections_per_host(MAX_CONCURRENT_REQUESTS)
            .timeout_resolve(Some(CONNECT_TIMEOUT))
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .timeout_send_body(Some(BODY_TIMEOUT))
            .timeout_recv_response(Some(RESPONSE_TIMEOUT))
            .timeout_recv_body(Some(BODY_TIMEOUT))
            .build();
        Ok(HttpClient::new(PooledClient(config.into())))
    }
}

/// HTTP client with persistent connections.
#[derive(Debug)]
struct PooledClient(Agent);

type ResponseFuture<'f> = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'f>>;

impl HttpService for PooledClient {
    fn call<'s, 'f>(&'s self, request: HttpRequest) -> ResponseFuture<'f>
    where
        's: 'f,
        Self: 'f,
    {
        let agent = self.0.clone();
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = HttpResponseBody::new(body).bytes().await?;
            let answer = tokio::task::spawn_blocking(move || {
                send_request(&agent, head, &body).map_err(describe_transport_error)
            });
            answer.await.map_err(|error| HttpError::new(HttpErrorKind::Interrupted, error))?
        })
    }
}

fn send_request(agent: &Agent, head: Parts, body: &[u8]) -> Result<HttpResponse, Error> {
    // PUT may have an empty body; GET and DELETE must have none.
    let answer = if body.is_empty() && head.method != Method::PUT {
        agent.run(Request::from_parts(head, ()))?
    } else {
        agent.run(Request::from_parts(head, body))?
    };
    let (head, mut body) = answer.into_parts();
    let body = body.with_config().limit(MAX_RESPONSE_BYTES).read_to_vec()?;
    Ok(HttpResponse::from_parts(head, body.into()))
}

/// Converts an error of `ureq`; the kind decides whether the request is retried.
fn describe_transport_error(error: Error) -> HttpError {
    let kind = match &error {
        Error::HostNotFound | Error::ConnectionFailed => HttpErrorKind::Connect,
        Error::Timeout(_) => HttpErrorKind::Timeout,
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
                HttpErrorKind::Connect
            }
            // `std::io::ErrorKind` has no kind for this error.
            _ if error.to_string().starts_with("failed to lookup address information") => HttpErrorKind::Connect,
            ErrorKind::TimedOut => HttpErrorKind::Timeout,
            ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof => HttpErrorKind::Interrupted,
            _ => HttpErrorKind::Unknown,
        },
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
