//! Messages for errors of the bucket's server, with the remedy.
//!
//! Of the server's answer only the error code is repeated: the rest may contain what was sent to it, such as keys.

use object_store::Error;
use object_store::client::{HttpError, HttpErrorKind};

use crate::diagnostic::LocalizedString;
use crate::localized;

/// Whether the error means that the bucket exists but the file does not.
pub(super) fn is_missing_file(error: &Error) -> bool {
    matches!(error, Error::NotFound { .. }) && error_code(error).as_deref() != Some("NoSuchBucket")
}

/// Describes an error of the bucket and its remedy.
pub(super) fn describe_store_error(error: &Error, server: &str) -> LocalizedString {
    if let Some(error) = error_chain(error).find_map(|error| error.downcast_ref::<HttpError>()) {
        return describe_connection_error(error, server);
    }
    let code = error_code(error);
    match (code.as_deref(), error) {
        (Some("InvalidAccessKeyId"), _) => {
            localized!(
                "{server} non conosce questa chiave: controlla AWS_ACCESS_KEY_ID e AWS_ENDPOINT_URL",
                "{server} does not know this key: check AWS_ACCESS_KEY_ID and AWS_ENDPOINT_URL"
            )
        }
        (Some("SignatureDoesNotMatch"), _) => {
            localized!(
                "{server} non accetta la firma: AWS_SECRET_ACCESS_KEY non è quella di questa chiave",
                "{server} does not accept the signature: AWS_SECRET_ACCESS_KEY is not that of this key"
            )
        }
        (Some("ExpiredToken" | "InvalidToken" | "TokenRefreshRequired"), _) => {
            localized!(
                "le chiavi sono scadute: prendine di nuove, con la loro AWS_SESSION_TOKEN",
                "the keys have expired: get new ones, with their AWS_SESSION_TOKEN"
            )
        }
        (Some("RequestTimeTooSkewed"), _) => {
            localized!(
                "l'orologio di questo computer è sbagliato, e la firma non vale: rimettilo all'ora",
                "the clock of this computer is wrong, which makes the signature invalid: set it right"
            )
        }
        (Some("AuthorizationHeaderMalformed" | "PermanentRedirect" | "TemporaryRedirect"), _) => {
            localized!(
                "il bucket è in un'altra regione: scrivila in AWS_REGION",
                "the bucket is in another region: write that into AWS_REGION"
            )
        }
        (_, Error::NotFound { .. }) => {
            localized!(
                "il bucket non c'è su {server}: crealo, o controlla il nome e AWS_ENDPOINT_URL",
                "the bucket is not on {server}: make it, or check the name and AWS_ENDPOINT_URL"
            )
        }
        (_, Error::PermissionDenied { .. } | Error::Unauthenticated { .. }) => {
            localized!(
                "queste chiavi non permettono di leggere, scrivere, cancellare ed elencare qui: chiedi il permesso a chi cura il bucket",
                "these keys do not allow reading, writing, deleting and listing here: ask whoever looks after the bucket"
            )
        }
        (code, _) => {
            let code = code.map(|code| format!(" ({code})")).unwrap_or_default();
            localized!(
                "{server} non ha fatto quello che gli è stato chiesto{code}: controlla AWS_ENDPOINT_URL e AWS_REGION, o riprova più tardi",
                "{server} did not do what it was asked{code}: check AWS_ENDPOINT_URL and AWS_REGION, or try again later"
            )
        }
    }
}

/// Describes a connection that failed before any answer.
fn describe_connection_error(error: &HttpError, server: &str) -> LocalizedString {
    match error.kind() {
        HttpErrorKind::Connect => {
            localized!(
                "nessuno risponde a {server}: controlla la rete e AWS_ENDPOINT_URL, poi riprova",
                "nobody answers at {server}: check the network and AWS_ENDPOINT_URL, then try again"
            )
        }
        HttpErrorKind::Timeout | HttpErrorKind::Interrupted | HttpErrorKind::Request => {
            localized!(
                "{server} non risponde: controlla la rete e riprova",
                "{server} does not answer: check the network and try again"
            )
        }
        _ => {
            let reason = error_chain(error).last().map(|error| single_line(&error.to_string())).unwrap_or_default();
            let (it, en) = if reason.contains("certificate") {
                (
                    "il certificato del server non si può verificare: controlla AWS_ENDPOINT_URL, e se il server è vostro indica in AWS_CA_BUNDLE il file con i suoi certificati",
                    "the certificate of the server cannot be verified: check AWS_ENDPOINT_URL, and if the server is your own name the file with its certificates in AWS_CA_BUNDLE",
                )
            } else {
                ("controlla AWS_ENDPOINT_URL", "check AWS_ENDPOINT_URL")
            };
            localized!(
                "con {server} non ci si capisce: {it} ({reason})",
                "{server} speaks another protocol: {en} ({reason})"
            )
        }
    }
}

/// Error code of S3, `<Error><Code>NoSuchBucket</Code>…`, else the HTTP status.
fn error_code(error: &Error) -> Option<String> {
    let message = error_chain(error).last()?.to_string();
    let code = message.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>")).map(|(code, _)| code);
    let status = || message.split_once("status code: ").map(|(_, rest)| rest.split(':').next().unwrap_or_default());
    code.or_else(status).map(single_line)
}

fn error_chain<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'e (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

/// Shortens a foreign message to one line.
fn single_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn generic(said: &str) -> Error {
        Error::Generic { store: "S3", source: said.into() }
    }

    #[test]
    fn error_codes_have_a_remedy() {
        let answer = |status: &str, code: &str| {
            generic(&format!(
                "Server returned non-2xx status code: {status}: <Error><Code>{code}</Code><AWSAccessKeyId>AKIA</AWSAccessKeyId></Error>"
            ))
        };
        for (error, expected) in [
            (answer("400 Bad Request", "ExpiredToken"), "le chiavi sono scadute"),
            (answer("403 Forbidden", "RequestTimeTooSkewed"), "l'orologio"),
            (answer("301 Moved Permanently", "PermanentRedirect"), "scrivila in AWS_REGION"),
            (answer("400 Bad Request", "AuthorizationHeaderMalformed"), "scrivila in AWS_REGION"),
            (answer("507 Insufficient Storage", "Quota\nExceeded"), "chiesto (Quota Exceeded): controlla"),
            (generic("Server returned non-2xx status code: 502 Bad Gateway: "), "chiesto (502 Bad Gateway): controlla"),
            (generic("who knows"), "chiesto: controlla"),
        ] {
            let message = describe_store_error(&error, "s3.example.org").it;
            assert!(message.contains(expected) && !message.contains("AKIA"), "{message}");
        }
    }
}
