//! The board in memory: the last good one, and what is wrong now. Pages are made when somebody asks for them: saving a
//! file costs reading and checking it, however many others there are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

use super::problems;
use crate::board::{LoadedBoard, Problem, load};
use crate::check::{CheckOutcome, check_changed, describe, errors};
use crate::config::Config;
use crate::error::Error;
use crate::output::MemorySink;
use crate::pipeline;

/// A board, kept up to date in memory.
pub struct Preview {
    root: PathBuf,
    today: Option<NaiveDate>,
    state: RwLock<State>,
    /// Counts rebuilds; browsers wait for the next.
    generation: AtomicU64,
    rebuilt: (Mutex<()>, Condvar),
}

#[derive(Default)]
struct State {
    /// The last good board.
    loaded: Option<LoadedBoard>,
    /// Its items, by position, in which nothing was found.
    clean: Vec<bool>,
    /// What was saved and is not in it: files with errors.
    waiting: BTreeSet<String>,
    /// The folder holds what could not be loaded at all: saving another file does not mend that.
    is_behind: bool,
    /// What was made of it since.
    files: BTreeMap<String, Vec<u8>>,
    /// Which parts of the site these are.
    made: Vec<usize>,
    has_search: bool,
    /// Shown at the top of every page.
    problems: String,
}

impl Preview {
    /// An empty preview of the board at `root`.
    #[must_use]
    pub fn new(root: PathBuf, today: Option<NaiveDate>) -> Self {
        Self { root, today, state: RwLock::default(), generation: AtomicU64::new(1), rebuilt: Default::default() }
    }

    /// Loads and checks again what changed, paths below the board's folder with `/`; everything where nothing is named.
    /// Says in words how it went, if any of it matters.
    pub fn rebuild(&self, changed: &BTreeSet<String>) -> Option<String> {
        let start = Instant::now();
        let matters: BTreeSet<String> = changed.iter().filter(|path| self.matters(path)).cloned().collect();
        if matters.is_empty() && !changed.is_empty() {
            return None;
        }
        let said = self.refresh(&matters).unwrap_or_else(|| self.load());
        self.generation.fetch_add(1, Ordering::SeqCst);
        let (lock, waiting) = &self.rebuilt;
        let _guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.notify_all();
        Some(format!("{said} ({} ms)", start.elapsed().as_millis()))
    }

    /// Editors write beside a file and move it into its place, and delete what they need no more: that is no change.
    fn matters(&self, path: &str) -> bool {
        let state = self.read();
        let Some(loaded) = &state.loaded else { return true };
        let known = |known: &str| known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let is_content = [".md", ".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| path.ends_with(ending));
        !path.starts_with("content/")
            || (is_content && !path.rsplit('/').next().is_some_and(|name| name.starts_with('.')))
            || self.root.join(path).is_dir()
            || loaded.board.texts().any(|document| known(&document.source.path))
    }

    /// Reads only what changed, if that is opportunities alone.
    fn refresh(&self, changed: &BTreeSet<String>) -> Option<String> {
        let mut state = self.write();
        let State { loaded, clean, waiting, is_behind, .. } = &mut *state;
        let loaded = loaded.as_mut()?;
        if *is_behind || changed.is_empty() || loaded.board.today != self.today_in(&loaded.board.config) {
            return None;
        }
        let changed: BTreeSet<String> = changed.union(waiting).cloned().collect();
        let mut before: Vec<(String, Vec<u8>)> = Vec::new();
        let refreshed = changed.iter().all(|path| {
            let old = loaded.board.source(path).map(|source| source.text.clone().into_bytes());
            let (Some(old), Ok(new)) = (old, std::fs::read(self.root.join(path))) else { return false };
            before.push((path.clone(), old));
            loaded.refresh(path, new)
        });
        let back = |loaded: &mut LoadedBoard| before.into_iter().all(|(path, old)| loaded.refresh(&path, old));
        if !refreshed {
            // All of it is loaded anew; until then the last good board stays.
            back(loaded);
            return None;
        }
        let is_changed = |index: usize| {
            let Some(item) = loaded.board.items.get(index) else { return true };
            let own = std::iter::once(&item.document);
            let translations = item.translations.values().map(|translation| &translation.document);
            own.chain(translations).any(|document| changed.contains(&document.source.path))
        };
        let known = |index: usize| clean.get(index).is_some_and(|clean| *clean) && !is_changed(index);
        let checked = check_changed(&loaded.board, loaded.problems.clone(), None, known);
        let wrong = problems::html(loaded, &checked.problems, &changed);
        let count = errors(&checked.problems);
        if count > 0 {
            back(loaded);
            *waiting = changed;
            state.problems = wrong;
            return Some(format!("errori: {count}"));
        }
        waiting.clear();
        state.take(checked, wrong);
        Some(state.describe_state())
    }

    /// Reads everything.
    fn load(&self) -> String {
        self.write().is_behind = true;
        let config = match Config::load(&self.root) {
            Ok(config) => config,
            Err((source, found)) => {
                let problem = describe(&Problem::in_file(&source.path, found));
                let line = source.position(problem.span.start).line;
                let message = format!("{}:{line}: {}", problem.file, problem.message.it);
                self.write().problems = problems::failure(&message);
                return message;
            }
        };
        let today = self.today_in(&config);
        let mut loaded = load(&self.root, config, today);
        loaded.board.shows_drafts = true;
        let checked = check_changed(&loaded.board, loaded.problems.clone(), None, |_| false);
        let wrong = problems::html(&loaded, &checked.problems, &BTreeSet::new());
        let count = errors(&checked.problems);
        if count > 0 {
            // The last good site stays, with the problems above it.
            self.write().problems = wrong;
            return format!("errori: {count}");
        }
        if let Err(error) = pipeline::with_site(&loaded, |_| Ok(())) {
            let message = error.to_string();
            self.write().problems = problems::failure(&message);
            return message;
        }
        let mut state = self.write();
        state.loaded = Some(loaded);
        state.waiting.clear();
        state.is_behind = false;
        state.take(checked, wrong);
        state.describe_state()
    }

    fn today_in(&self, config: &Config) -> NaiveDate {
        self.today.unwrap_or_else(|| Utc::now().with_timezone(&config.bacheca.fuso).date_naive())
    }

    /// The bytes at a path of the site, made now if they are made on demand.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(bytes) = self.read().files.get(path) {
            return Some(bytes.clone());
        }
        self.make(path)?;
        self.read().files.get(path).cloned()
    }

    /// What is wrong now, as HTML.
    #[must_use]
    pub fn problems(&self) -> String {
        self.read().problems.clone()
    }

    /// Whether any site was ever built.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read().loaded.is_none()
    }

    /// The number of the last rebuild.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// Waits for a rebuild after `generation`, or a while.
    pub fn wait(&self, generation: u64, longest: Duration) {
        let (lock, waiting) = &self.rebuilt;
        let guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = waiting.wait_timeout_while(guard, longest, |()| self.generation() == generation);
    }

    /// Makes the part of the site that holds `path`.
    fn make(&self, path: &str) -> Option<()> {
        let mut state = self.write();
        let state = &mut *state;
        let loaded = state.loaded.as_ref()?;
        let memory = MemorySink::default();
        let (made, has_search) = (&mut state.made, &mut state.has_search);
        let outcome: Result<(), Error> = pipeline::with_site(loaded, |site| {
            if let Some((item, _)) = site.item_of(path) {
                site.publish_pages_of(item, &memory)?;
                return if memory.has(path) { Ok(()) } else { site.publish_paper(path, &memory) };
            }
            if path.starts_with("pagefind/") || path.ends_with("cerca/index.html") {
                return if std::mem::replace(has_search, true) { Ok(()) } else { site.publish_search(&memory) };
            }
            site.publish_paper(path, &memory)?;
            site.publish_part_with(path, made, &memory, |path| memory.has(path))
        });
        if let Err(error) = outcome {
            state.problems = problems::failure(&error.to_string());
            return None;
        }
        // Some of it may stand there already; only what is new is added.
        for (path, bytes) in memory.into_files() {
            state.files.entry(path).or_insert(bytes);
        }
        Some(())
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// What was found in the board as it is now; what was made of it before is forgotten.
    fn take(&mut self, checked: CheckOutcome, problems: String) {
        self.clean = checked.clean;
        self.problems = problems;
        self.files.clear();
        self.made.clear();
        self.has_search = false;
    }

    fn describe_state(&self) -> String {
        let count = self.loaded.as_ref().map_or(0, |loaded| loaded.board.published().count());
        format!("{count} annunci")
    }
}
