//! What a run of the program costs: processor time and memory, measured, not waited for.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use super::patterns::{LARGEST, Pattern, patterns};
use crate::hostile::QUICK_BUILD;
use crate::support::{ITEMS, TODAY, assert_no_problems, is_soak, small_board, write};

/// Most processor time that a run may take because of one file, on all processors together, on a machine that is quick
/// enough; this program, not optimised as the released one is, needs several times as long.
const MAX_CPU: Duration = Duration::from_secs(2);
/// The same on any machine: times that what the run does for a harmless file takes there.
const MAX_HARMLESS: u32 = 8;
/// Runs of which the quickest counts: what else the machine does lengthens a run, and nothing shortens it.
const ATTEMPTS: usize = 3;
/// Most memory at any moment of a run, in megabytes.
const MAX_MEMORY: u64 = 300;
/// Processor time after which a run is ended.
const HOPELESS: Duration = Duration::from_secs(20);

/// Cost of a run.
pub struct Cost {
    pub cpu: Duration,
    /// In megabytes.
    pub memory: u64,
    /// Exit code, if the run ended by itself.
    pub code: Option<i32>,
}

impl std::fmt::Display for Cost {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { cpu, memory, code } = self;
        write!(formatter, "{:.2} s of processor time, {memory} MB, exit code {code:?}", cpu.as_secs_f64())
    }
}

/// Runs the program on a board and measures it by `/proc`, until it is a zombie.
pub fn run_measured(root: &Path, arguments: &[&str]) -> Cost {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", root.to_str().unwrap(), "--today", TODAY])
        .args(arguments)
        // Each thread has memory of its own: as many as a runner of a forge, whatever this machine has.
        .env("RAYON_NUM_THREADS", "4")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let process = Path::new("/proc").join(child.id().to_string());
    let mut memory = 0;
    let cpu = loop {
        let stat = std::fs::read_to_string(process.join("stat")).unwrap();
        // The name of the program, in brackets, may hold anything.
        let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        let ticks = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
        // Linux counts a hundred ticks a second for other programs, whatever its own clock does.
        let cpu = Duration::from_millis(ticks * 10);
        let status = std::fs::read_to_string(process.join("status")).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        memory = memory.max(peak.unwrap_or(0) / 1024);
        if cpu > HOPELESS {
            child.kill().unwrap();
        }
        if fields[0] == "Z" {
            break cpu;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    Cost { cpu, memory, code: child.wait().unwrap().code() }
}

/// What a command may cost because of a file, on this machine.
pub struct Limits {
    arguments: Vec<&'static str>,
    /// Its cost on the small board alone.
    harmless: Cost,
}

impl Limits {
    pub fn measure(arguments: &[&'static str]) -> Self {
        Self { arguments: arguments.to_vec(), harmless: run_measured(small_board().path(), arguments) }
    }

    fn allow(&self, cost: &Cost, expected: &[i32]) -> bool {
        cost.cpu <= MAX_CPU.max(self.harmless.cpu * MAX_HARMLESS)
            && cost.memory <= MAX_MEMORY
            && cost.code.is_some_and(|code| expected.contains(&code))
    }

    /// What is wrong if no attempt stays within the limits and ends with an expected code, each on a board of its own: a
    /// board that was mended or built is another one.
    pub fn find_excess(&self, name: &str, board: impl Fn() -> TempDir, expected: &[i32]) -> Option<String> {
        let costs = (0..ATTEMPTS).map(|_| run_measured(board().path(), &self.arguments));
        let last = costs.take_while(|cost| !self.allow(cost, expected)).enumerate().last();
        let (attempt, cost) = last.filter(|(attempt, _)| attempt + 1 == ATTEMPTS)?;
        Some(format!("{:?}, {name}: {cost} at attempt {}; without it {}", self.arguments, attempt + 1, self.harmless))
    }
}

/// A board with these announcements.
fn board_with(patterns: &[&Pattern]) -> TempDir {
    let board = small_board();
    for (number, pattern) in patterns.iter().enumerate() {
        write(&board.path().join(format!("{ITEMS}/attacco-{number}.md")), &pattern.item);
        if let Some(translation) = &pattern.translation {
            write(&board.path().join(format!("{ITEMS}/attacco-{number}.en.md")), translation);
        }
    }
    board
}

/// Patterns that cost too much or end with another code than `expected`. Several in one run first: if all together stay
/// within the limits of one, each does.
fn find_expensive(patterns: &[&Pattern], at_once: usize, arguments: &[&'static str], expected: &[i32]) -> Vec<String> {
    let limits = Limits::measure(arguments);
    let mut found = Vec::new();
    for group in patterns.chunks(if is_soak() { 1 } else { at_once }) {
        if limits.allow(&run_measured(board_with(group).path(), arguments), expected) {
            continue;
        }
        let alone = |pattern: &&Pattern| limits.find_excess(pattern.name, || board_with(&[*pattern]), expected);
        found.extend(group.iter().filter_map(alone));
    }
    found
}

#[test]
fn small_files_take_little_time_and_memory() {
    let all = patterns();
    assert_eq!(u64::try_from(LARGEST).unwrap(), bacheca::files::MAX_TEXT_BYTES);
    for Pattern { name, item, translation, .. } in &all {
        let longest = item.len().max(translation.as_ref().map_or(0, String::len));
        assert!(longest <= LARGEST, "{name}: {longest} bytes");
    }
    let all: Vec<&Pattern> = all.iter().collect();
    let mut problems = find_expensive(&all, 14, &["check"], &[0, 1]);
    problems.extend(find_expensive(&all, 14, &["check", "--fix"], &[0, 1]));
    let built: Vec<&Pattern> = all.iter().copied().filter(|pattern| pattern.built).collect();
    problems.extend(find_expensive(&built, 4, &QUICK_BUILD, &[0]));
    assert_no_problems(problems);
}
