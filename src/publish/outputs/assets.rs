//! Styles, scripts and whatever a board puts into `static/`.

use walkdir::WalkDir;

use crate::publish::{Caching, PageSpec, RenderContext};
use crate::text::slash_path::slash_path;

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let assets = context
        .theme
        .files_below("assets")
        .map(|(name, bytes)| PageSpec::own(context, format!("assets/{name}"), move |_, _| Ok(bytes.to_vec())));
    let folder = context.board.root.join("static");
    let files = WalkDir::new(&folder).follow_root_links(false).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let below = entry.path().strip_prefix(&folder).ok()?;
        let path = slash_path(below);
        Some(PageSpec::own(context, path, move |_, _| context.board.read_file(entry.path())))
    });
    assets.chain(files).collect()
}

/// Pages ask for styles and scripts with `?v=`; for the icon, and for what feeds look like, without.
pub(super) fn caching(path: &str) -> Caching {
    let versioned = path.starts_with("assets/") && (path.ends_with(".css") || path.ends_with(".js"));
    if versioned && path != "assets/feed.css" { Caching::Versioned } else { Caching::Revalidate }
}
