//! `_headers`: HTTP headers for Netlify, Cloudflare Pages and compatible hosts, if `site.toml` enables it.
//!
//! If two rules match a path, these hosts join the values with a comma, so no header occurs in two rules that can
//! match the same path. The content security policy is in the pages, except `frame-ancestors`, which only a header
//! can set: as a header on all files it would keep browsers from showing posters, because their PDF viewers are pages
//! too.

use std::fmt::Write;

use crate::error::Error;
use crate::publish::{Caching, PageSpec, RenderContext, caching_of};

const HEADERS_FILE: &str = "_headers";

/// Headers of every file. `Cache-Control` is absent: by default these hosts let browsers ask whether a page has
/// changed.
const COMMON_HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];
/// Headers of files whose address (`?v=`) changes with their content.
const VERSIONED_HEADERS: [(&str, &str); 1] = [("Cache-Control", "public, max-age=31536000, immutable")];
/// Headers of the service worker, which refers to all other files.
const REVALIDATED_HEADERS: [(&str, &str); 1] = [("Cache-Control", "no-cache")];

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let wanted = context.board.config.bacheca.intestazioni;
    wanted.then(|| PageSpec::at_root(context, HEADERS_FILE, |_, _| render_headers(context))).into_iter().collect()
}

fn render_headers(context: &RenderContext) -> Result<Vec<u8>, Error> {
    // Paths in rules are relative to the root of the host, and the board may be in a folder below it.
    let address = url::Url::parse(&context.board.config.bacheca.indirizzo)
        .map_err(|error| Error::internal("site.toml, indirizzo", error))?;
    let root = address.path();
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(text, "{root}{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule("*", &COMMON_HEADERS);
    for (_, page) in context.pages().filter(|(_, page)| !page.is_folder()) {
        match caching_of(&page.path) {
            Caching::Versioned => rule(&page.path, &VERSIONED_HEADERS),
            Caching::AlwaysRevalidate => rule(&page.path, &REVALIDATED_HEADERS),
            Caching::Revalidate => {}
        }
    }
    Ok(text.into_bytes())
}
