//! Notices when somebody saves a file.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::Error;
use crate::localized;
use crate::text::slash_path::slash_path;

/// Editors save in several steps: wait until they are done.
const CALM: Duration = Duration::from_millis(30);

/// What a site is made of, below the board's folder.
const WATCHED: [&str; 4] = ["content", "themes", "static", crate::config::FILE];

/// Calls `changed` whenever something that the site is made of changes: with paths below the board's folder, with `/`,
/// or with none where the system does not name them all.
pub(super) fn watch(
    root: &Path,
    changed: impl Fn(&BTreeSet<String>) + Send + 'static,
) -> Result<RecommendedWatcher, Error> {
    let watch_error = |error: notify::Error| match error.kind {
        notify::ErrorKind::Io(error) => Error::read(root, &error),
        notify::ErrorKind::MaxFilesWatch => localized!(
            "il computer non può seguire tante cartelle: aumenta fs.inotify.max_user_watches",
            "the computer cannot watch so many folders: raise fs.inotify.max_user_watches"
        )
        .into(),
        other => Error::internal("watch", format!("{other:?}")),
    };
    let folder = root.canonicalize().map_err(|error| Error::read(root, &error))?;
    let below = folder.clone();
    let (sender, receiver) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Some(changed) = event.ok().and_then(|event| changed_by(&event, &below)) {
            let _ = sender.send(changed);
        }
    })
    .map_err(watch_error)?;
    // The folder itself first: site.toml is replaced, not written to, by many editors.
    watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(watch_error)?;
    for name in WATCHED {
        let path = folder.join(name);
        if path.is_dir() {
            watcher.watch(&path, RecursiveMode::Recursive).map_err(watch_error)?;
        }
    }
    std::thread::spawn(move || debounce(&receiver, changed));
    Ok(watcher)
}

/// What an event says has changed. Reading a file is an event too, and a rebuild reads some.
fn changed_by(event: &Event, root: &Path) -> Option<Vec<String>> {
    if event.kind.is_access() {
        return None;
    }
    let below = |path: &std::path::PathBuf| path.strip_prefix(root).unwrap_or(path).to_owned();
    let ours = |path: &std::path::PathBuf| WATCHED.iter().any(|watched| path.starts_with(watched));
    let paths: Vec<std::path::PathBuf> = event.paths.iter().map(below).filter(ours).collect();
    (!paths.is_empty()).then(|| paths.iter().map(|path| slash_path(path)).collect())
}

fn debounce(events: &Receiver<Vec<String>>, changed: impl Fn(&BTreeSet<String>)) {
    while let Ok(first) = events.recv() {
        let mut paths: BTreeSet<String> = first.into_iter().collect();
        while let Ok(more) = events.recv_timeout(CALM) {
            paths.extend(more);
        }
        changed(&paths);
    }
}
