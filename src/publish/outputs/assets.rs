//! The theme's style sheets and scripts, and the files in the board's `static/` folder.

use walkdir::WalkDir;

use crate::files::MAX_STATIC_BYTES;
use crate::publish::{Caching, PageSpec, RenderContext};
use crate::text::compact_css::compact_css;
use crate::text::slash_path::slash_path;

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let assets = context.theme.files_below("assets").map(|(name, bytes)| {
        PageSpec::at_root(context, format!("assets/{name}"), move |_, _| Ok(publish_asset(name, bytes))).without_items()
    });
    let folder = context.board.root.join("static");
    let files = WalkDir::new(&folder).follow_root_links(false).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let below = entry.path().strip_prefix(&folder).ok()?;
        let path = slash_path(below);
        let read = move |_: &PageSpec<'_>, _: &_| context.board.read_file(entry.path(), MAX_STATIC_BYTES);
        Some(PageSpec::at_root(context, path, read).without_items())
    });
    assets.chain(files).collect()
}

/// Bytes of a file of the theme as they are published: style sheets as short as they get.
fn publish_asset(name: &str, bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(sheet) if name.ends_with(".css") => compact_css(sheet).into_bytes(),
        _ => bytes.to_vec(),
    }
}

/// Pages refer to style sheets and scripts with `?v=`, but to the icon and the feeds' style sheet without.
pub(super) fn caching(path: &str) -> Caching {
    let versioned = path.starts_with("assets/") && (path.ends_with(".css") || path.ends_with(".js"));
    if versioned && path != "assets/feed.css" { Caching::Versioned } else { Caching::Revalidate }
}
