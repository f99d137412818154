//! What a program costs: time, processor, memory. Linux tells in `/proc`; elsewhere only the clock does.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a running program's memory is read. Its peak only rises, so only the very end can be missed.
const LOOK: Duration = Duration::from_millis(4);
/// What `/proc` counts processor time in, a second (`USER_HZ`, the same on every Linux).
const TICKS: f64 = 100.0;

/// What one run of a program came to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of processor, its own and the system's for it, on all cores together.
    pub(crate) processor: f64,
    /// The most memory it had, in MB.
    pub(crate) memory: f64,
    /// What it printed.
    pub(crate) said: String,
}

/// Runs a program to its end.
pub(crate) fn run<A: AsRef<OsStr>>(program: &str, arguments: &[A]) -> io::Result<Run> {
    let before = processor_of_children();
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (out, errors) = (child.stdout.take(), child.stderr.take());
    let (out, errors) =
        (thread::spawn(|| out.map(io::read_to_string)), thread::spawn(|| errors.map(io::read_to_string)));
    let mut memory = 0.0;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        memory = peak(child.id()).max(memory);
        thread::sleep(LOOK);
    };
    let wall = start.elapsed().as_secs_f64();
    let text = |read: thread::JoinHandle<Option<io::Result<String>>>| {
        read.join().ok().flatten().transpose().map(Option::unwrap_or_default)
    };
    let (said, errors) = (text(out)?, text(errors)?);
    if !ended.success() {
        let tail: Vec<&str> = said.lines().rev().take(30).collect();
        let tail = tail.into_iter().rev().collect::<Vec<_>>().join("\n");
        return Err(io::Error::other(format!("{program}: {ended}\n{tail}\n{errors}")));
    }
    Ok(Run { wall, processor: processor_of_children() - before, memory, said })
}

/// Seconds of processor of all children that have ended (proc_pid_stat(5), `cutime` and `cstime`).
fn processor_of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may hold spaces; 16 and 17 are counted from before it.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    after_name.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS
}

/// The peak of a process, or of the largest that it started: some programs are scripts that start the real one.
fn peak(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let children = children.split_whitespace().filter_map(|child| child.parse().ok()).map(peak);
    children.fold(kilobytes.unwrap_or_default() / 1024.0, f64::max)
}

/// How many files a folder holds, and their MB.
pub(crate) fn size(folder: &Path) -> (usize, f64) {
    let files =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let sizes: Vec<f64> =
        files.filter_map(|file| file.metadata().ok()).map(|metadata| megabytes(metadata.len())).collect();
    (sizes.len(), sizes.iter().sum())
}

fn megabytes(bytes: u64) -> f64 {
    // Files here are far smaller than 4 GB.
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0 / 1024.0
}

/// How busy the computer is: a measure taken on a busy one says little.
pub(crate) fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let three = load.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    format!("{three} on {cores} cores")
}
