//! Notices when somebody saves a file.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::publish::Failure;

/// Editors save in several steps: wait until they are done.
const CALM: Duration = Duration::from_millis(80);

/// What a site is made of, below the board's folder.
const WATCHED: [&str; 4] = ["content", "themes", "static", crate::config::FILE];

/// Calls `changed` whenever something that the site is made of changes.
pub(super) fn watch(root: &Path, changed: impl Fn() + Send + 'static) -> Result<RecommendedWatcher, Failure> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", root.display());
    let folder = root.canonicalize().map_err(|error| said(&error))?;
    let below = folder.clone();
    let (sender, receiver) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| is_change(&event, &below)) {
            let _ = sender.send(());
        }
    })
    .map_err(|error| said(&error))?;
    // The folder itself first: site.toml is replaced, not written to, by many editors.
    watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(|error| said(&error))?;
    for name in WATCHED {
        let path = folder.join(name);
        if path.is_dir() {
            watcher.watch(&path, RecursiveMode::Recursive).map_err(|error| said(&error))?;
        }
    }
    std::thread::spawn(move || call_when_calm(&receiver, changed));
    Ok(watcher)
}

/// Reading a file is an event too, and a rebuild reads them all.
fn is_change(event: &Event, root: &Path) -> bool {
    let ours = |path: &std::path::PathBuf| {
        let below = path.strip_prefix(root).unwrap_or(path);
        WATCHED.iter().any(|watched| below.starts_with(watched))
    };
    !event.kind.is_access() && event.paths.iter().any(ours)
}

fn call_when_calm(events: &Receiver<()>, changed: impl Fn()) {
    while events.recv().is_ok() {
        while events.recv_timeout(CALM).is_ok() {}
        changed();
    }
}
