//! Sitemap (sitemaps.org) of every page that search engines may list, in each language with a translation; robots.txt.

use std::fmt::Write;

use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::XmlText;

/// Maximum number of addresses in one sitemap (sitemaps.org).
const MAX_ADDRESSES: usize = 50_000;

const XML_DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let robots = PageSpec::at_root(context, "robots.txt", |_, _| {
        let sitemap = context.board.url("sitemap.xml");
        Ok(format!("User-agent: *\nAllow: /\nSitemap: {sitemap}\n").into_bytes())
    });
    let mut addresses = 0_usize;
    context.visit_listed(&mut |_| addresses += 1);
    let parts = addresses.div_ceil(MAX_ADDRESSES);
    if parts <= 1 {
        return vec![robots, PageSpec::at_root(context, "sitemap.xml", |_, _| Ok(render_sitemap(context, 0)))];
    }
    let index = PageSpec::at_root(context, "sitemap.xml", move |_, _| Ok(render_index(context, parts)));
    let part = |part| PageSpec::at_root(context, part_path(part), move |_, _| Ok(render_sitemap(context, part)));
    [robots, index].into_iter().chain((0..parts).map(part)).collect()
}

fn part_path(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

fn render_index(context: &RenderContext, parts: usize) -> Vec<u8> {
    let mut out = format!("{XML_DECLARATION}<sitemapindex {NAMESPACE}>\n");
    for part in 0..parts {
        let _ = writeln!(out, "<sitemap><loc>{}</loc></sitemap>", XmlText::new(&context.board.url(&part_path(part))));
    }
    out.push_str("</sitemapindex>\n");
    out.into_bytes()
}

/// Renders one part of the sitemap, numbered from zero.
fn render_sitemap(context: &RenderContext, part: usize) -> Vec<u8> {
    let mut out = format!("{XML_DECLARATION}<urlset {NAMESPACE}>\n");
    let mut position = 0;
    context.visit_listed(&mut |path| {
        if position / MAX_ADDRESSES == part {
            let _ = writeln!(out, "<url><loc>{}</loc></url>", XmlText::new(&context.board.url(path)));
        }
        position += 1;
    });
    out.push_str("</urlset>\n");
    out.into_bytes()
}
