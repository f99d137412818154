//! Styles, scripts and whatever a board puts into `static/`.

use walkdir::WalkDir;

use crate::error::Error;
use crate::publish::{Sink, Site};
use crate::text::slash_path::slash_path;

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    for (name, bytes) in site.theme.files_below("assets") {
        sink.put(&format!("assets/{name}"), bytes.to_vec())?;
    }
    let folder = site.board.root.join("static");
    for entry in WalkDir::new(&folder).follow_root_links(false).sort_by_file_name().into_iter().filter_map(Result::ok) {
        if !entry.file_type().is_file() {
            continue;
        }
        let Ok(below) = entry.path().strip_prefix(&folder) else { continue };
        let path = slash_path(below);
        let bytes = std::fs::read(entry.path()).map_err(|error| Error::read(entry.path(), &error))?;
        sink.put(&path, bytes)?;
    }
    Ok(())
}
