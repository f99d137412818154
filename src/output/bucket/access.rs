//! Address of the bucket, and server and keys from the environment.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use object_store::RetryConfig;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use url::Url;

use super::http::Connector;
use crate::diagnostic::LocalizedString;
use crate::error::{Cause, Error};
use crate::files::{MAX_CERTIFICATES_BYTES, read_named_file};
use crate::localized;
use crate::output::manifest::is_path_inside;

const KEY: &str = "AWS_ACCESS_KEY_ID";
const SECRET: &str = "AWS_SECRET_ACCESS_KEY";
const TOKEN: &str = "AWS_SESSION_TOKEN";
const REGION: &str = "AWS_REGION";
const ENDPOINT: &str = "AWS_ENDPOINT_URL";
const CA_BUNDLE: &str = "AWS_CA_BUNDLE";
/// Region used if none is set: Amazon's default, which other servers ignore.
const DEFAULT_REGION: &str = "us-east-1";
/// Limits for retries of a request that gets no answer.
const RETRY_TIMEOUT: Duration = Duration::from_secs(30);
const MAX_RETRIES: usize = 4;

/// Parsed address `s3://bucket/folder`.
pub(super) struct Address {
    bucket: String,
    /// Folder in the bucket, without surrounding `/`; empty for the bucket itself.
    folder: String,
}

impl Address {
    pub(super) fn parse(address: &str) -> Result<Self, Error> {
        let wrong = || {
            localized!(
                "«{address}» non è l'indirizzo di un bucket: scrivi per esempio s3://nome-del-bucket/cartella",
                "`{address}` is not the address of a bucket: write for example s3://name-of-the-bucket/folder"
            )
        };
        let path = address.strip_prefix("s3://").ok_or_else(wrong)?;
        let (bucket, folder) = path.split_once('/').unwrap_or((path, ""));
        let folder = folder.trim_end_matches('/');
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte);
        if bucket.is_empty() || !bucket.bytes().all(plain) || !(folder.is_empty() || is_path_inside(folder)) {
            return Err(wrong().into());
        }
        Ok(Self { bucket: bucket.to_owned(), folder: folder.to_owned() })
    }

    /// Key in the bucket of a file of the site.
    pub(super) fn key(&self, path: &str) -> String {
        if self.folder.is_empty() { path.to_owned() } else { format!("{}/{path}", self.folder) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "s3://{}", self.bucket)?;
        if self.folder.is_empty() { Ok(()) } else { write!(formatter, "/{}", self.folder) }
    }
}

/// Creates the client of the bucket from the environment; also returns the server's host for messages, which must not
/// contain any other value of the environment.
pub(super) fn open_store(address: &Address) -> Result<(String, AmazonS3), Error> {
    let (Some(key), Some(secret)) = (read_variable(KEY)?, read_variable(SECRET)?) else {
        return Err(Error::Message(localized!(
            "mancano le chiavi del bucket: mettile nelle variabili d'ambiente {KEY} e {SECRET}, mai nel comando",
            "the keys of the bucket are missing: put them into the environment variables {KEY} and {SECRET}, never into the command"
        )));
    };
    let region = read_variable(REGION)?.unwrap_or_else(|| DEFAULT_REGION.to_owned());
    if !region.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)) {
        return Err(Error::Message(localized!(
            "{REGION} non è il nome di una regione: scrivi per esempio eu-south-1",
            "{REGION} is not the name of a region: write for example eu-south-1"
        )));
    }
    let mut builder = AmazonS3Builder::new()
        .with_http_connector(create_connector()?)
        .with_bucket_name(&address.bucket)
        .with_access_key_id(key)
        .with_secret_access_key(secret)
        .with_region(&region)
        // One request per file, because not every server supports bulk deletion.
        .with_disable_bulk_delete(true)
        .with_retry(RetryConfig { max_retries: MAX_RETRIES, retry_timeout: RETRY_TIMEOUT, ..RetryConfig::default() });
    if let Some(token) = read_variable(TOKEN)? {
        builder = builder.with_token(token);
    }
    let mut server = format!("s3.{region}.amazonaws.com");
    if let Some(endpoint) = read_variable(ENDPOINT)? {
        server = host_and_port(&endpoint).ok_or_else(|| {
            localized!(
                "{ENDPOINT} non è l'indirizzo di un server: scrivi per esempio https://s3.example.org",
                "{ENDPOINT} is not the address of a server: write for example https://s3.example.org"
            )
        })?;
        builder = builder.with_endpoint(endpoint);
    }
    let store = builder.build().map_err(|_| {
        localized!(
            "con queste variabili AWS_* non si può aprire {address}: controllale",
            "{address} cannot be opened with these AWS_* variables: check them"
        )
    })?;
    Ok((server, store))
}

/// Creates the connector, with the certificates of `AWS_CA_BUNDLE` if set.
fn create_connector() -> Result<Connector, Error> {
    let Some(file) = std::env::var_os(CA_BUNDLE).filter(|file| !file.is_empty()) else { return Ok(Connector::new()) };
    let certificates = read_named_file(Path::new(&file), MAX_CERTIFICATES_BYTES).map_err(|error| {
        let LocalizedString { it, en } = Cause::new(&error).localized();
        localized!(
            "il file indicato da {CA_BUNDLE} non si legge: {it}",
            "the file that {CA_BUNDLE} names cannot be read: {en}"
        )
    })?;
    Connector::with_certificates(&certificates).ok_or_else(|| {
        Error::Message(localized!(
            "il file indicato da {CA_BUNDLE} non contiene certificati (PEM)",
            "the file that {CA_BUNDLE} names holds no certificates (PEM)"
        ))
    })
}

/// Reads a variable that is set and not empty, trimmed because copied secrets often end in a line break.
fn read_variable(name: &str) -> Result<Option<String>, Error> {
    let Some(value) = std::env::var_os(name) else { return Ok(None) };
    let value = value.to_str().map(str::trim);
    // Other characters are not valid in a request header.
    match value.filter(|value| value.bytes().all(|byte| byte.is_ascii_graphic())) {
        Some(value) => Ok((!value.is_empty()).then(|| value.to_owned())),
        None => Err(Error::Message(localized!(
            "la variabile d'ambiente {name} contiene spazi o segni che non ci possono stare: copiala di nuovo",
            "the environment variable {name} holds spaces or characters that cannot stand in it: copy it again"
        ))),
    }
}

/// Host and port of an endpoint URL; `None` if it is not a valid HTTP URL.
fn host_and_port(endpoint: &str) -> Option<String> {
    let url = Url::parse(endpoint).ok()?;
    let bare =
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    let is_http = matches!(url.scheme(), "http" | "https");
    let host = url.host_str().filter(|_| bare && is_http)?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}
