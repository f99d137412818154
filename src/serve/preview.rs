//! The board in memory: the last good site, and what is wrong now.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

use super::problems;
use crate::board::{Loaded, load};
use crate::check::{check, errors};
use crate::config::Config;
use crate::output::Memory;
use crate::pipeline;

/// What is made only when somebody asks for it.
const ON_DEMAND: [&str; 4] = ["poster", "card", "print", "search"];

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
    files: BTreeMap<String, Vec<u8>>,
    /// Shown at the top of every page.
    problems: String,
    loaded: Option<Loaded>,
    made: Vec<&'static str>,
}

impl Preview {
    /// An empty preview of the board at `root`.
    #[must_use]
    pub fn new(root: PathBuf, today: Option<NaiveDate>) -> Self {
        Self { root, today, state: RwLock::default(), generation: AtomicU64::new(1), rebuilt: Default::default() }
    }

    /// Loads, checks and builds the board again; says in words how it went.
    pub fn rebuild(&self) -> String {
        let start = Instant::now();
        let said = self.try_rebuild();
        self.generation.fetch_add(1, Ordering::SeqCst);
        let (lock, waiting) = &self.rebuilt;
        let _guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.notify_all();
        format!("{said} ({} ms)", start.elapsed().as_millis())
    }

    fn try_rebuild(&self) -> String {
        let config = match Config::load(&self.root) {
            Ok(config) => config,
            Err((source, problem)) => {
                let line = source.position(problem.span.start).line;
                let message = format!("{}:{line}: {}", problem.file, problem.message.it);
                self.write().problems = problems::failure(&message);
                return message;
            }
        };
        let today = self.today.unwrap_or_else(|| Utc::now().with_timezone(&config.bacheca.fuso).date_naive());
        let mut loaded = load(&self.root, config, today);
        loaded.board.shows_drafts = true;
        let found = check(&loaded.board, std::mem::take(&mut loaded.problems), None).problems;
        let wrong = problems::html(&loaded, &found);
        let count = errors(&found);
        if count > 0 {
            // The last good site stays, with the problems above it.
            self.write().problems = wrong;
            return format!("errori: {count}");
        }
        let memory = Memory::default();
        let skip = ON_DEMAND.map(str::to_owned);
        match pipeline::publish(&loaded, &memory, &skip) {
            Ok(()) => {
                let files = memory.into_files();
                let said = format!("{} file", files.len());
                *self.write() = State { files, problems: wrong, loaded: Some(loaded), made: Vec::new() };
                said
            }
            Err(error) => {
                self.write().problems = problems::failure(&error);
                error
            }
        }
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
        self.read().files.is_empty()
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

    /// Makes what is made on demand and holds `path`.
    fn make(&self, path: &str) -> Option<()> {
        let mut state = self.write();
        let made = Memory::default();
        if path.starts_with("pagefind/") && !state.made.contains(&"search") {
            pipeline::publish_only(state.loaded.as_ref()?, &made, "search").ok()?;
            state.made.push("search");
        } else if let Err(error) = pipeline::publish_paper(state.loaded.as_ref()?, &made, path) {
            state.problems = problems::failure(&error);
            return None;
        }
        // Pages of the search stand there already; only what is new is added.
        for (path, bytes) in made.into_files() {
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
