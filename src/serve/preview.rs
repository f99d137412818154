//! The board in memory: the last good one, and what is wrong now. Pages are made when somebody asks for them: saving a
//! file costs reading and checking it, however many others there are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

use super::problems;
use crate::board::{LoadedBoard, Problem, load};
use crate::check::{CheckOutcome, check_changed, describe, errors};
use crate::config::Config;
use crate::error::Error;
use crate::output::MemorySink;
use crate::pipeline;
use crate::publish::{Presentation, RenderContext, address_of, publish_at};

/// A board, kept up to date in memory.
pub struct Preview {
    root: PathBuf,
    today: Option<NaiveDate>,
    state: RwLock<State>,
    /// Held while a page is rendered: browsers ask for many at once that are made together.
    rendering: Mutex<()>,
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
    /// Its theme, languages and templates.
    presentation: Option<Presentation>,
    /// Everything that its pages are rendered from: made when the first one is asked for.
    context: Option<Arc<RenderContext>>,
    /// What was made of it since.
    files: BTreeMap<String, Vec<u8>>,
    /// The folders of it that were made whole.
    folders: BTreeSet<String>,
    /// Shown at the top of every page.
    problems: String,
}

impl Preview {
    /// An empty preview of the board at `root`.
    #[must_use]
    pub fn new(root: PathBuf, today: Option<NaiveDate>) -> Self {
        Self {
            root,
            today,
            state: RwLock::default(),
            rendering: Mutex::default(),
            generation: AtomicU64::new(1),
            rebuilt: Default::default(),
        }
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
        let State { loaded, clean, waiting, is_behind, context, .. } = &mut *state;
        let loaded = loaded.as_mut()?;
        if *is_behind || changed.is_empty() || loaded.board.today != self.today_in(&loaded.board.config) {
            return None;
        }
        // It holds the board that changes.
        *context = None;
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
        loaded.show_drafts();
        let checked = check_changed(&loaded.board, loaded.problems.clone(), None, |_| false);
        let wrong = problems::html(&loaded, &checked.problems, &BTreeSet::new());
        let count = errors(&checked.problems);
        if count > 0 {
            // The last good site stays, with the problems above it.
            self.write().problems = wrong;
            return format!("errori: {count}");
        }
        let presentation = match pipeline::presentation(&loaded.board, &[], None) {
            Ok(presentation) => presentation,
            Err(error) => {
                let message = error.to_string();
                self.write().problems = problems::failure(&message);
                return message;
            }
        };
        let mut state = self.write();
        state.presentation = Some(presentation);
        state.context = None;
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
        let known = || self.read().files.get(path).cloned();
        known().or_else(|| {
            let _one_at_a_time = self.rendering.lock().unwrap_or_else(PoisonError::into_inner);
            known().or_else(|| self.render(path))
        })
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

    /// Renders what is at `path`, with whatever its output makes together with it.
    fn render(&self, path: &str) -> Option<Vec<u8>> {
        let memory = MemorySink::default();
        let rendered = self.context().and_then(|context| {
            let Some((context, address)) =
                context.as_ref().and_then(|context| Some((context, address_of(context, path)?)))
            else {
                return Ok(None);
            };
            let folder = address.folder().map(str::to_owned);
            if folder.as_ref().is_none_or(|folder| !self.read().folders.contains(folder)) {
                publish_at(context, &address, &memory)?;
            }
            Ok(Some((Arc::clone(context), folder)))
        });
        let mut state = self.write();
        let (context, folder) = match rendered {
            Ok(rendered) => rendered?,
            Err(error) => {
                state.problems = problems::failure(&error.to_string());
                return None;
            }
        };
        let files = memory.into_files();
        let bytes = files.get(path).cloned();
        // Meanwhile somebody may have saved: then the next reader gets the new one.
        if state.context.as_ref().is_some_and(|current| Arc::ptr_eq(current, &context)) {
            state.folders.extend(folder);
            for (path, bytes) in files {
                state.files.entry(path).or_insert(bytes);
            }
        }
        bytes
    }

    /// Everything that pages are rendered from, if there is a board.
    fn context(&self) -> Result<Option<Arc<RenderContext>>, Error> {
        let mut state = self.write();
        let State { loaded: Some(loaded), presentation: Some(presentation), context, .. } = &mut *state else {
            return Ok(None);
        };
        if context.is_none() {
            *context = Some(Arc::new(RenderContext::new(Arc::clone(&loaded.board), presentation)?));
        }
        Ok(context.clone())
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
        self.folders.clear();
    }

    fn describe_state(&self) -> String {
        let count = self.loaded.as_ref().map_or(0, |loaded| loaded.board.published().count());
        format!("{count} annunci")
    }
}
