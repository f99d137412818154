//! The board in memory: the last one without errors, and the current problems. Pages are rendered on request, so the
//! cost of saving a file is that of reading and checking it, however large the board is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

use super::problems;
use crate::board::{ContentFiles, FileFingerprints, LoadedBoard, Problem, fingerprint};
use crate::check::{KnownFindings, count_errors, to_diagnostic};
use crate::config::Config;
use crate::error::Error;
use crate::files::{MAX_TEXT_BYTES, read_file_below};
use crate::output::MemorySink;
use crate::pipeline;
use crate::publish::{Presentation, RenderContext, find_address, publish_at};

/// A board, kept up to date in memory.
pub struct Preview {
    root: PathBuf,
    today: Option<NaiveDate>,
    state: RwLock<State>,
    /// Held while a page is rendered: browsers request several files at once that one output renders together.
    rendering: Mutex<()>,
    /// Held during a rebuild: the first one may go on while the watcher reports a change.
    rebuilding: Mutex<()>,
    /// Number of rebuilds; browsers wait for the next one.
    generation: AtomicU64,
    rebuilt: (Mutex<()>, Condvar),
}

#[derive(Default)]
struct State {
    /// The last board without errors.
    shown: Option<ShownBoard>,
    /// Files that were saved after it and have errors.
    waiting: BTreeSet<String>,
    /// Whether the last full load had errors, so that loading only the files that change is not enough.
    needs_full_load: bool,
    /// Context of its pages, built when the first one is requested.
    context: Option<Arc<RenderContext>>,
    /// Files rendered from it, by path.
    files: BTreeMap<String, Vec<u8>>,
    /// Folders rendered from it as a whole.
    folders: BTreeSet<String>,
    /// HTML block shown at the top of every page.
    problems: String,
}

/// A board without errors, with the data that speeds up checking and rendering the next one.
struct ShownBoard {
    loaded: LoadedBoard,
    files: FileFingerprints,
    known: Arc<KnownFindings>,
    /// Theme, languages and templates of the board.
    presentation: Presentation,
}

/// A loaded board that is shown if it has no errors.
struct NextBoard {
    loaded: LoadedBoard,
    files: FileFingerprints,
    /// Check results of the previous board.
    known: Arc<KnownFindings>,
    /// Presentation of the previous board; `None` if the theme may have changed.
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
            rebuilding: Mutex::default(),
            generation: AtomicU64::new(1),
            rebuilt: Default::default(),
        }
    }

    /// Loads and checks changed files again, given as paths below the board's folder separated by `/`, or all files
    /// if the set is empty. Returns a summary, or `None` if no path concerns the board.
    pub fn rebuild(&self, changed: &BTreeSet<String>) -> Option<String> {
        let start = Instant::now();
        let _one_at_a_time = self.rebuilding.lock().unwrap_or_else(PoisonError::into_inner);
        let relevant: BTreeSet<String> = changed.iter().filter(|path| self.is_relevant(path)).cloned().collect();
        if relevant.is_empty() && !changed.is_empty() {
            return None;
        }
        let summary = self.load_changed(&relevant).unwrap_or_else(|| self.load_all());
        self.generation.fetch_add(1, Ordering::SeqCst);
        let (lock, waiting) = &self.rebuilt;
        let _guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.notify_all();
        Some(format!("{summary} ({} ms)", start.elapsed().as_millis()))
    }

    /// Whether a path concerns the board. Editors create and delete temporary files beside the one they save; these
    /// do not.
    fn is_relevant(&self, path: &str) -> bool {
        let state = self.read();
        let Some(ShownBoard { loaded, .. }) = &state.shown else { return true };
        let is_at = |file: &str| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let is_content = [".md", ".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| path.ends_with(ending));
        !path.starts_with("content/")
            || (is_content && !path.rsplit('/').next().is_some_and(|name| name.starts_with('.')))
            || self.root.join(path).is_dir()
            || loaded.board.texts().any(|document| is_at(&document.source.path))
    }

    /// Loads only the changed files. Returns `None` if that is not enough: files other than opportunities, a new day,
    /// or a failed load before.
    fn load_changed(&self, changed: &BTreeSet<String>) -> Option<String> {
        let state = self.read();
        let shown = state.shown.as_ref()?;
        let today = shown.loaded.board.today;
        if state.needs_full_load || changed.is_empty() || today != self.today_in(&shown.loaded.board.config) {
            return None;
        }
        let changed: BTreeSet<String> = changed.union(&state.waiting).cloned().collect();
        let (mut loaded, mut files) = (shown.loaded.clone(), shown.files.clone());
        for path in &changed {
            let bytes = read_file_below(&self.root, path, MAX_TEXT_BYTES).ok()?;
            files.replace(path, &bytes);
            loaded = loaded.with_file(path, bytes)?;
        }
        let presentation = Some(shown.presentation.clone());
        let next = NextBoard { loaded, files, known: Arc::clone(&shown.known), presentation };
        drop(state);
        Some(self.show_if_valid(next, changed).unwrap_or_else(|error| self.show_failure(&error)))
    }

    /// Loads all files.
    fn load_all(&self) -> String {
        self.write().needs_full_load = true;
        let config = match Config::load(&self.root) {
            Ok(config) => config,
            Err((source, found)) => {
                let problem = to_diagnostic(&Problem::in_file(&source.path, found));
                let (file, line) = (problem.file, source.position(problem.span.start).line);
                return self.show_failure(&Error::Message(problem.message).in_part(format!("{file}:{line}")));
            }
        };
        let today = self.today_in(&config);
        let read = ContentFiles::read(&self.root);
        let files = read.fingerprints();
        let mut loaded = read.load(config, today);
        Arc::make_mut(&mut loaded.board).shows_drafts = true;
        pipeline::add_theme_faults(&mut loaded);
        let known = self.read().shown.as_ref().map(|shown| Arc::clone(&shown.known)).unwrap_or_default();
        let next = NextBoard { loaded, files, known, presentation: None };
        self.show_if_valid(next, BTreeSet::new()).unwrap_or_else(|error| self.show_failure(&error))
    }

    /// Checks a board, and shows it if it has no errors; otherwise keeps the last one without errors, with the
    /// problems.
    fn show_if_valid(&self, next: NextBoard, changed: BTreeSet<String>) -> Result<String, Error> {
        let NextBoard { loaded, files, known, presentation } = next;
        let board = &loaded.board;
        let toml = board.config.source.as_ref().map(|source| source.text.as_bytes());
        let surroundings = fingerprint([board.today.to_string().as_bytes()].into_iter().chain(toml));
        let fingerprints = board.fingerprints(&surroundings, &files)?;
        let (checked, known) = known.check(&loaded, None, &fingerprints);
        let problems = problems::render_problems(&loaded, &checked.diagnostics, &changed);
        let count = count_errors(&checked.diagnostics);
        if count > 0 {
            let mut state = self.write();
            state.problems = problems;
            state.waiting = changed;
            return Ok(format!("errori: {count}"));
        }
        let presentation = presentation.map_or_else(|| pipeline::load_presentation(board), Ok)?;
        let items = board.published().count();
        let shown = Some(ShownBoard { loaded, files, known: Arc::new(known), presentation });
        *self.write() = State { shown, problems, ..State::default() };
        Ok(format!("{items} annunci"))
    }

    /// Shows an error because of which nothing could be loaded, and returns its text.
    fn show_failure(&self, error: &Error) -> String {
        let message = error.to_string();
        self.write().problems = problems::render_failure(&message);
        message
    }

    fn today_in(&self, config: &Config) -> NaiveDate {
        self.today.unwrap_or_else(|| Utc::now().with_timezone(&config.bacheca.fuso).date_naive())
    }

    /// Bytes of the file at a path of the site, rendered now if it was not yet.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        let cached = || self.read().files.get(path).cloned();
        cached().or_else(|| {
            let _guard = self.rendering.lock().unwrap_or_else(PoisonError::into_inner);
            cached().or_else(|| self.render(path))
        })
    }

    /// Current problems as HTML.
    #[must_use]
    pub fn problems(&self) -> String {
        self.read().problems.clone()
    }

    /// Whether no board without errors has been loaded yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read().shown.is_none()
    }

    /// Number of the last rebuild.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// Waits for a rebuild after number `generation`, at most for the duration `longest`.
    pub fn wait_for_rebuild(&self, generation: u64, longest: Duration) {
        let (lock, waiting) = &self.rebuilt;
        let guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = waiting.wait_timeout_while(guard, longest, |()| self.generation() == generation);
    }

    /// Renders the file at `path`, and keeps all files that its output renders together with it.
    fn render(&self, path: &str) -> Option<Vec<u8>> {
        let memory = MemorySink::default();
        let context = self.context()?;
        let address = find_address(&context, path)?;
        let folder = address.folder().map(str::to_owned);
        let is_needed = folder.as_ref().is_none_or(|folder| !self.read().folders.contains(folder));
        let rendered = if is_needed { publish_at(&context, &address, &memory) } else { Ok(()) };
        let mut state = self.write();
        if let Err(error) = rendered {
            state.problems = problems::render_failure(&error.to_string());
            return None;
        }
        let files = memory.into_files();
        let bytes = files.get(path).cloned();
        // The board may have been replaced meanwhile: then the files are not kept, and the next request renders them
        // anew.
        if state.context.as_ref().is_some_and(|current| Arc::ptr_eq(current, &context)) {
            state.folders.extend(folder);
            for (path, bytes) in files {
                state.files.entry(path).or_insert(bytes);
            }
        }
        bytes
    }

    /// Context of the shown board, built on first use.
    fn context(&self) -> Option<Arc<RenderContext>> {
        let mut state = self.write();
        let State { shown, context, .. } = &mut *state;
        let ShownBoard { loaded, presentation, .. } = shown.as_ref()?;
        let new = || Arc::new(RenderContext::new(Arc::clone(&loaded.board), presentation));
        Some(Arc::clone(context.get_or_insert_with(new)))
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}
