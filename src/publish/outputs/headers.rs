//! `_headers`: what Netlify, Cloudflare Pages and hosts like them send with each file, where `site.toml` asks for it.
//!
//! Where two rules meet, these hosts join their values with a comma: no header is in two rules that meet. Pages carry
//! their content security policy themselves, apart from what only a header can say; on all files it would keep
//! browsers from showing posters, for their PDF viewers are pages too.

use std::fmt::Write;

use crate::error::Error;
use crate::publish::{Sink, Site};

const FILE: &str = "_headers";

/// With every file. What is not named is what these hosts do anyhow: a browser asks whether a page has changed.
const EVERYWHERE: [(&str, &str); 4] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];
/// For what is at another address (`?v=`) as soon as it is different.
const FOR_EVER: [(&str, &str); 1] = [("Cache-Control", "public, max-age=31536000, immutable")];
/// The service worker leads to everything else.
const NEVER: [(&str, &str); 1] = [("Cache-Control", "no-cache")];

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let config = &site.board.config.bacheca;
    if !config.intestazioni {
        return Ok(());
    }
    // Rules start at the root of the host, wherever the board is below it.
    let address = url::Url::parse(&config.indirizzo).map_err(|error| Error::internal("site.toml, indirizzo", error))?;
    let root = address.path();
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(text, "{root}{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule("*", &EVERYWHERE);
    let assets = site.theme.files_below("assets").map(|(name, _)| format!("assets/{name}"));
    for path in assets.filter(|path| is_versioned(path)) {
        rule(&path, &FOR_EVER);
    }
    rule("sw.js", &NEVER);
    sink.put(FILE, text.into_bytes())
}

/// Whether a file has another address as soon as it is different.
#[must_use]
pub fn is_versioned(path: &str) -> bool {
    if let Some(below) = path.strip_prefix("pagefind/") {
        return ["filter/", "fragment/", "index/"].iter().any(|folder| below.starts_with(folder));
    }
    // Pages ask for these with `?v=`; the icon and what feeds look like are asked for without.
    path.starts_with("assets/") && (path.ends_with(".css") || path.ends_with(".js")) && path != "assets/feed.css"
}
