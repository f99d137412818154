//! Watches the files of a board.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::Error;
use crate::localized;
use crate::text::slash_path::slash_path;

/// Quiet time after the last event before a change is reported: editors save in several steps.
const DEBOUNCE: Duration = Duration::from_millis(15);

/// Files and folders below the board's folder that affect the site.
pub(super) const WATCHED: [&str; 4] = ["content", "themes", "static", crate::config::FILE];

/// Calls `changed` when files that affect the site change, with their paths below the board's folder, separated by
/// `/`, until the process ends.
pub(super) fn watch(root: &Path, changed: impl Fn(&BTreeSet<String>) + Send + 'static) -> Result<(), Error> {
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
    // Links are not followed, because they could lead out of the board.
    let config = Config::default().with_follow_symlinks(false);
    let handler = move |event: notify::Result<Event>| {
        if let Some(changed) = event.ok().and_then(|event| changed_paths(&event, &below)) {
            let _ = sender.send(changed);
        }
    };
    let mut watcher = RecommendedWatcher::new(handler, config).map_err(watch_error)?;
    // The folder itself is watched too, because many editors replace site.toml instead of writing to it.
    watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(watch_error)?;
    for name in WATCHED {
        watch_folder(&mut watcher, &folder, name).map_err(watch_error)?;
    }
    std::thread::spawn(move || {
        debounce(&receiver, |paths| {
            for name in WATCHED.iter().filter(|name| paths.contains(**name)) {
                // Made now, or made anew: the system follows a folder, not its name. What fails is gone again.
                let _ = watcher.unwatch(&folder.join(name));
                let _ = watch_folder(&mut watcher, &folder, name);
            }
            changed(paths);
        });
    });
    Ok(())
}

/// Watches a folder of the board and all below it, if it is there.
fn watch_folder(watcher: &mut RecommendedWatcher, root: &Path, name: &str) -> notify::Result<()> {
    let path = root.join(name);
    if path.is_dir() && !path.is_symlink() { watcher.watch(&path, RecursiveMode::Recursive) } else { Ok(()) }
}

/// Paths that an event reports as changed. Access events are ignored, because rebuilds read files.
fn changed_paths(event: &Event, root: &Path) -> Option<Vec<String>> {
    if event.kind.is_access() {
        return None;
    }
    let below = |path: &std::path::PathBuf| path.strip_prefix(root).unwrap_or(path).to_owned();
    let ours = |path: &std::path::PathBuf| WATCHED.iter().any(|watched| path.starts_with(watched));
    let paths: Vec<std::path::PathBuf> = event.paths.iter().map(below).filter(ours).collect();
    (!paths.is_empty()).then(|| paths.iter().map(|path| slash_path(path)).collect())
}

fn debounce(events: &Receiver<Vec<String>>, mut changed: impl FnMut(&BTreeSet<String>)) {
    while let Ok(first) = events.recv() {
        let mut paths: BTreeSet<String> = first.into_iter().collect();
        while let Ok(more) = events.recv_timeout(DEBOUNCE) {
            paths.extend(more);
        }
        changed(&paths);
    }
}
