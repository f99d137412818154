//! Notices when somebody saves a file.

use std::path::Path;
use std::time::Duration;

use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use crate::publish::Failure;

/// Editors save in several steps: wait until they are done.
const CALM: Duration = Duration::from_millis(100);

/// What a site is made of, below the board's folder.
const WATCHED: [&str; 4] = ["content", "themes", "static", crate::config::FILE];

/// Calls `changed` whenever something that the site is made of changes.
pub(super) fn watch(
    root: &Path,
    changed: impl Fn() + Send + 'static,
) -> Result<Debouncer<RecommendedWatcher>, Failure> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", root.display());
    let folder = root.canonicalize().map_err(|error| said(&error))?;
    let below = folder.clone();
    let mut debouncer = new_debouncer(CALM, move |events: DebounceEventResult| {
        let Ok(events) = events else { return };
        let ours = events.iter().any(|event| {
            let path = event.path.strip_prefix(&below).unwrap_or(&event.path);
            WATCHED.iter().any(|watched| path.starts_with(watched))
        });
        if ours {
            changed();
        }
    })
    .map_err(|error| said(&error))?;
    // The folder itself first: site.toml is replaced, not written to, by many editors.
    debouncer.watcher().watch(&folder, RecursiveMode::NonRecursive).map_err(|error| said(&error))?;
    for name in WATCHED {
        let path = folder.join(name);
        if path.is_dir() {
            debouncer.watcher().watch(&path, RecursiveMode::Recursive).map_err(|error| said(&error))?;
        }
    }
    Ok(debouncer)
}
