//! `_headers`: what Netlify, Cloudflare Pages and hosts like them send with each file, where `site.toml` asks for it.
//!
//! Where two rules meet, these hosts join their values with a comma: no header is in two rules that meet. Pages carry
//! their content security policy themselves, apart from what only a header can say; on all files it would keep
//! browsers from showing posters, for their PDF viewers are pages too.

use std::fmt::Write;

use crate::error::Error;
use crate::publish::{Caching, PageSpec, RenderContext, caching_of};

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

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let wanted = context.board.config.bacheca.intestazioni;
    wanted.then(|| PageSpec::own(context, FILE, |_, _| headers(context))).into_iter().collect()
}

fn headers(context: &RenderContext) -> Result<Vec<u8>, Error> {
    // Rules start at the root of the host, wherever the board is below it.
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
    rule("*", &EVERYWHERE);
    for (_, page) in context.pages().filter(|(_, page)| !page.is_folder()) {
        match caching_of(&page.path) {
            Caching::Versioned => rule(&page.path, &FOR_EVER),
            Caching::AlwaysRevalidate => rule(&page.path, &NEVER),
            Caching::Revalidate => {}
        }
    }
    Ok(text.into_bytes())
}
