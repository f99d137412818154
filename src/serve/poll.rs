//! Looks at the files of a board every second, for disks that do not report changes.
//!
//! Not notify's watcher of that sort: it compares whole seconds, and takes only newer files for changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

use super::watch::WATCHED;
use crate::error::Error;
use crate::text::slash_path::slash_path;

/// Time between the end of a look and the next.
const INTERVAL: Duration = Duration::from_secs(1);

/// Length in bytes and time of each file below the board's folder, by path separated by `/`.
type Snapshot = BTreeMap<String, (u64, Option<SystemTime>)>;

/// Calls `changed` with the paths of files that affect the site, below the board's folder and separated by `/`, after they
/// changed, until the process ends.
///
/// # Errors
/// If there is no folder.
pub(super) fn poll(root: &Path, changed: impl Fn(&BTreeSet<String>) + Send + 'static) -> Result<(), Error> {
    let root = root.canonicalize().map_err(|error| Error::read(root, &error))?;
    let mut before = take_snapshot(&root);
    thread::spawn(move || {
        loop {
            thread::sleep(INTERVAL);
            let now = take_snapshot(&root);
            let paths = find_changes(&before, &now);
            if !paths.is_empty() {
                changed(&paths);
            }
            before = now;
        }
    });
    Ok(())
}

/// Files that affect the site. Links are not followed, and what cannot be read is missing.
fn take_snapshot(root: &Path) -> Snapshot {
    let entries = WATCHED.iter().flat_map(|name| WalkDir::new(root.join(name)).follow_root_links(false));
    let describe = |entry: walkdir::DirEntry| {
        let data = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
        let path = slash_path(entry.path().strip_prefix(root).ok()?);
        Some((path, (data.len(), data.modified().ok())))
    };
    entries.flatten().filter_map(describe).collect()
}

/// Paths that are in one only, or differ.
fn find_changes(before: &Snapshot, now: &Snapshot) -> BTreeSet<String> {
    let all = before.keys().chain(now.keys());
    all.filter(|path| before.get(*path) != now.get(*path)).cloned().collect()
}
