//! What is new as Atom (RFC 4287), in each language.

use std::fmt::Write;

use crate::publish::shared::feed_entry::recent;
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::escape_text;

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let feed = PageSpec::new(context, "atom.xml", |page, locale| {
        let url = context.board.url(&page.path_in(locale));
        let name = escape_text(&context.board.config.bacheca.nome);
        let mut out = format!("<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>{url}</id><title>{name}</title>");
        for entry in recent(context, locale, &|_| true) {
            let (url, title) = (escape_text(&entry.url), escape_text(&entry.title));
            let _ = write!(out, "<entry><id>{url}</id><title>{title}</title></entry>");
        }
        out.push_str("</feed>\n");
        Ok(out.into_bytes())
    });
    vec![feed]
}
