//! Shows how far a command is, on the standard error stream: a bar on a terminal, else one line for each stage.

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;
use crate::progress::{Progress, Stage};
use crate::text::visible::show_path;

/// Interval at which the bar of a stage without counted steps moves.
const TICK: Duration = Duration::from_millis(100);
/// Bars of plain characters, which every console has; the bar takes the width that the words leave.
const COUNTED: &str = "{msg} {wide_bar} {pos} di {len}, ancora {eta}";
const UNCOUNTED: &str = "{msg} {spinner}";

/// Observer that draws a bar, writes lines, or is quiet.
#[derive(Debug)]
pub(super) struct ProgressReport {
    /// Hidden where there is no terminal that can draw.
    bar: ProgressBar,
    writes_lines: bool,
    /// Each stage with the moment at which it began.
    begun: Mutex<Vec<(Stage, Instant)>>,
}

impl ProgressReport {
    /// Begins a report. Between the lines of `--verbose` there is no bar.
    pub(super) fn start(context: &Context) -> Self {
        let (quiet, verbose) = (context.verbosity.is_quiet(), context.verbosity.is_verbose());
        let target = if quiet || verbose { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        Self { writes_lines: bar.is_hidden() && !quiet, bar, begun: Mutex::default() }
    }

    /// Removes the bar. Returns the stages in order, with their durations.
    pub(super) fn finish(self) -> Vec<(Stage, Duration)> {
        self.bar.finish_and_clear();
        let begun = self.begun.into_inner().unwrap_or_else(PoisonError::into_inner);
        let ends = begun.iter().skip(1).map(|(_, moment)| *moment).chain([Instant::now()]);
        begun.iter().zip(ends).map(|((stage, start), end)| (*stage, end.duration_since(*start))).collect()
    }

    /// Writes a line that stays, above the bar. A closed stream is not an error.
    fn write_line(&self, line: &str) {
        if self.writes_lines {
            let _ = writeln!(io::stderr(), "{line}");
        } else {
            self.bar.println(line);
        }
    }
}

impl Progress for ProgressReport {
    fn begin(&self, stage: Stage, steps: usize) {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).push((stage, Instant::now()));
        let name = stage.name();
        if self.writes_lines {
            self.write_line(&if steps > 0 { format!("{name}: {steps}") } else { name.to_owned() });
        } else if !self.bar.is_hidden() {
            self.bar.reset();
            self.bar.set_length(steps as u64);
            if let Ok(style) = ProgressStyle::with_template(if steps > 0 { COUNTED } else { UNCOUNTED }) {
                self.bar.set_style(style.progress_chars("=> ").tick_chars("|/-\\ "));
            }
            self.bar.set_message(name);
            self.bar.enable_steady_tick(TICK);
        }
    }

    fn step(&self) {
        self.bar.inc(1);
    }

    fn pages_ready(&self, folder: &Path) {
        let index = folder.join("index.html");
        self.write_line(&format!("le pagine si possono già guardare, senza locandine: {}", show_path(&index)));
    }
}
