//! The board in memory: the last good one, and what is wrong now. Pages are made when somebody asks for them: saving a
//! file costs reading and checking it, however many others there are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

use super::problems;
use crate::board::{FileFingerprints, Files, LoadedBoard, Problem, fingerprint};
use crate::check::{CleanItems, describe, errors};
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
    shown: Option<ShownBoard>,
    /// What was saved and is not in it: files with errors.
    waiting: BTreeSet<String>,
    /// The folder holds what could not be loaded at all: saving another file does not mend that.
    is_behind: bool,
    /// Everything that its pages are rendered from: made when the first one is asked for.
    context: Option<Arc<RenderContext>>,
    /// What was made of it since.
    files: BTreeMap<String, Vec<u8>>,
    /// The folders of it that were made whole.
    folders: BTreeSet<String>,
    /// Shown at the top of every page.
    problems: String,
}

/// A board without errors, and what lets the next one be checked and rendered quickly.
struct ShownBoard {
    loaded: LoadedBoard,
    files: FileFingerprints,
    clean: CleanItems,
    /// Its theme, languages and templates.
    presentation: Presentation,
}

/// A board that may be shown.
struct NextBoard {
    loaded: LoadedBoard,
    files: FileFingerprints,
    /// What is known of the board before.
    clean: CleanItems,
    /// That of the board before, unless the theme may have changed.
    presentation: Option<Presentation>,
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
        let Some(ShownBoard { loaded, .. }) = &state.shown else { return true };
        let known = |known: &str| known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let is_content = [".md", ".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| path.ends_with(ending));
        !path.starts_with("content/")
            || (is_content && !path.rsplit('/').next().is_some_and(|name| name.starts_with('.')))
            || self.root.join(path).is_dir()
            || loaded.board.texts().any(|document| known(&document.source.path))
    }

    /// Reads only what changed, if that is opportunities alone.
    fn refresh(&self, changed: &BTreeSet<String>) -> Option<String> {
        let state = self.read();
        let shown = state.shown.as_ref()?;
        let today = shown.loaded.board.today;
        if state.is_behind || changed.is_empty() || today != self.today_in(&shown.loaded.board.config) {
            return None;
        }
        let changed: BTreeSet<String> = changed.union(&state.waiting).cloned().collect();
        let (mut loaded, mut files) = (shown.loaded.clone(), shown.files.clone());
        for path in &changed {
            let bytes = std::fs::read(self.root.join(path)).ok()?;
            files.replace(path, &bytes);
            loaded = loaded.with_file(path, bytes)?;
        }
        let presentation = Some(shown.presentation.clone());
        let next = NextBoard { loaded, files, clean: shown.clean.clone(), presentation };
        drop(state);
        Some(self.show(next, changed).unwrap_or_else(|error| self.fail(&error)))
    }

    /// Reads everything.
    fn load(&self) -> String {
        self.write().is_behind = true;
        let config = match Config::load(&self.root) {
            Ok(config) => config,
            Err((source, found)) => {
                let problem = describe(&Problem::in_file(&source.path, found));
                let (file, line) = (problem.file, source.position(problem.span.start).line);
                return self.fail(&Error::Message(problem.message).within(format!("{file}:{line}")));
            }
        };
        let today = self.today_in(&config);
        let read = Files::read(&self.root);
        let files = read.fingerprints();
        let mut loaded = read.load(config, today);
        Arc::make_mut(&mut loaded.board).shows_drafts = true;
        let clean = self.read().shown.as_ref().map(|shown| shown.clean.clone()).unwrap_or_default();
        let next = NextBoard { loaded, files, clean, presentation: None };
        self.show(next, BTreeSet::new()).unwrap_or_else(|error| self.fail(&error))
    }

    /// Checks a board, and shows it if it has no errors; else the last good one stays, with the problems above it.
    fn show(&self, next: NextBoard, changed: BTreeSet<String>) -> Result<String, Error> {
        let NextBoard { loaded, files, clean, presentation } = next;
        let board = &loaded.board;
        let toml = board.config.source.as_ref().map(|source| source.text.as_bytes());
        let surroundings = fingerprint([board.today.to_string().as_bytes()].into_iter().chain(toml));
        let made_from = board.fingerprints(&surroundings, &files)?;
        let (checked, clean) = clean.check(&loaded, &made_from);
        let problems = problems::html(&loaded, &checked.problems, &changed);
        let count = errors(&checked.problems);
        if count > 0 {
            let mut state = self.write();
            state.problems = problems;
            state.waiting = changed;
            return Ok(format!("errori: {count}"));
        }
        let presentation = presentation.map_or_else(|| pipeline::presentation(board), Ok)?;
        let items = board.published().count();
        let shown = Some(ShownBoard { loaded, files, clean, presentation });
        *self.write() = State { shown, problems, ..State::default() };
        Ok(format!("{items} annunci"))
    }

    /// Shows why nothing could be loaded.
    fn fail(&self, error: &Error) -> String {
        let message = error.to_string();
        self.write().problems = problems::failure(&message);
        message
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
        self.read().shown.is_none()
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
        let State { shown: Some(ShownBoard { loaded, presentation, .. }), context, .. } = &mut *state else {
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
