//! What a bucket's server says when it says no, in words that say what to do.
//!
//! Of the server's own words only the code of the error is repeated: the rest may hold what was sent to it.

use object_store::Error;
use object_store::client::{HttpError, HttpErrorKind};

/// Whether the bucket is there, and this file is not in it.
pub(super) fn has_no_file(error: &Error) -> bool {
    matches!(error, Error::NotFound { .. }) && code(error).as_deref() != Some("NoSuchBucket")
}

/// What is wrong, and what to do about it.
pub(super) fn refusal(error: &Error, server: &str) -> String {
    if let Some(error) = chain(error).find_map(|error| error.downcast_ref::<HttpError>()) {
        return describe_connection_error(error, server);
    }
    let code = code(error);
    match (code.as_deref(), error) {
        (Some("InvalidAccessKeyId"), _) => {
            format!("{server} non conosce questa chiave: controlla AWS_ACCESS_KEY_ID e AWS_ENDPOINT_URL")
        }
        (Some("SignatureDoesNotMatch"), _) => {
            format!("{server} non accetta la firma: AWS_SECRET_ACCESS_KEY non è quella di questa chiave")
        }
        (Some("ExpiredToken" | "InvalidToken" | "TokenRefreshRequired"), _) => {
            "le chiavi sono scadute: prendine di nuove, con la loro AWS_SESSION_TOKEN".to_owned()
        }
        (Some("RequestTimeTooSkewed"), _) => {
            "l'orologio di questo computer è sbagliato, e la firma non vale: rimettilo all'ora".to_owned()
        }
        (Some("AuthorizationHeaderMalformed" | "PermanentRedirect" | "TemporaryRedirect"), _) => {
            "il bucket è in un'altra regione: scrivila in AWS_REGION".to_owned()
        }
        (_, Error::NotFound { .. }) => {
            format!("il bucket non c'è su {server}: crealo, o controlla il nome e AWS_ENDPOINT_URL")
        }
        (_, Error::PermissionDenied { .. } | Error::Unauthenticated { .. }) => {
            "queste chiavi non permettono di leggere, scrivere, cancellare ed elencare qui: chiedi il permesso a chi cura il bucket"
                .to_owned()
        }
        (code, _) => {
            let code = code.map(|code| format!(" ({code})")).unwrap_or_default();
            format!("{server} non ha fatto quello che gli è stato chiesto{code}: controlla AWS_ENDPOINT_URL e AWS_REGION, o riprova più tardi")
        }
    }
}

/// What is wrong with the way to a server that has said nothing.
fn describe_connection_error(error: &HttpError, server: &str) -> String {
    match error.kind() {
        HttpErrorKind::Connect => {
            format!("nessuno risponde a {server}: controlla la rete e AWS_ENDPOINT_URL, poi riprova")
        }
        HttpErrorKind::Timeout | HttpErrorKind::Interrupted | HttpErrorKind::Request => {
            format!("{server} non risponde: controlla la rete e riprova")
        }
        _ => {
            let reason = chain(error).last().map(|error| single_line(&error.to_string())).unwrap_or_default();
            let advice = if reason.contains("certificate") {
                "il certificato del server non si può verificare: controlla AWS_ENDPOINT_URL, e se il server è vostro \
                 indica in AWS_CA_BUNDLE il file con i suoi certificati"
            } else {
                "controlla AWS_ENDPOINT_URL"
            };
            format!("con {server} non ci si capisce: {advice} ({reason})")
        }
    }
}

/// The code of an error of S3: `<Error><Code>NoSuchBucket</Code>…`, or else the status of the answer.
fn code(error: &Error) -> Option<String> {
    let said = chain(error).last()?.to_string();
    let code = said.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>")).map(|(code, _)| code);
    let status = || said.split_once("status code: ").map(|(_, rest)| rest.split(':').next().unwrap_or_default());
    code.or_else(status).map(single_line)
}

fn chain<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'e (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

/// Somebody else's words, short and on one line.
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
    fn the_code_of_the_server_says_what_to_do() {
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
            let said = refusal(&error, "s3.example.org");
            assert!(said.contains(expected) && !said.contains("AKIA"), "{said}");
        }
    }
}
