//! Request and answer of the checker.

use std::collections::BTreeMap;

use bacheca::board::{ContentFiles, Problem};
use bacheca::check::report::{Format, Report, write};
use bacheca::check::{check, to_diagnostic};
use bacheca::config::{Config, FILE};
use bacheca::diagnostic::MessageLanguage;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::NaiveDate;
use serde::Deserialize;

/// A board to check.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    /// Current day, `2026-11-21`.
    today: NaiveDate,
    /// Language of messages.
    #[serde(default)]
    lang: Language,
    /// Files by path below the board's root, with `/`: `site.toml` and everything below `content/`.
    files: BTreeMap<String, Content>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Language {
    #[default]
    It,
    En,
}

/// Content of a file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Content {
    /// Text.
    Text(String),
    /// Binary data: pictures, and texts that are not UTF-8.
    Bytes {
        /// Bytes in base64 (RFC 4648, section 4).
        base64: String,
    },
}

/// Answers a request: the report, or `{"error": "…"}` if the request is invalid.
pub(crate) fn answer_request(request: &[u8]) -> Vec<u8> {
    check_board(request).unwrap_or_else(|error| serde_json::json!({ "error": error }).to_string().into_bytes())
}

fn check_board(request: &[u8]) -> Result<Vec<u8>, String> {
    let request: Request = serde_json::from_slice(request).map_err(|error| error.to_string())?;
    let language = match request.lang {
        Language::It => MessageLanguage::Italian,
        Language::En => MessageLanguage::English,
    };
    let mut files = BTreeMap::new();
    for (path, content) in request.files {
        let bytes = match content {
            Content::Text(text) => text.into_bytes(),
            Content::Bytes { base64 } => BASE64_STANDARD.decode(base64).map_err(|error| format!("{path}: {error}"))?,
        };
        files.insert(path, bytes);
    }
    let configuration = files.remove(FILE).ok_or_else(|| format!("files: no {FILE}"))?;
    let mut out = Vec::new();
    let written = match Config::from_bytes(configuration) {
        Err((source, problem)) => {
            let problem = to_diagnostic(&Problem::in_file(FILE, problem));
            write(&mut out, &Report::from_configuration(&source, &problem, language, false), Format::Json)
        }
        Ok(config) => {
            let mut loaded = ContentFiles::from_memory(files).load(config, request.today);
            let checked = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
            let files = loaded.board.file_count() + loaded.unreadable.len();
            write(&mut out, &Report::from_outcome(&loaded, &checked, files, language, false), Format::Json)
        }
    };
    written.map_err(|error| error.to_string())?;
    Ok(out)
}
