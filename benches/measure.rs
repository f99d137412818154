//! Wall time, processor time and memory of a program. The last two come from `/proc` and are zero outside Linux.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Interval between two readings of memory. The kernel reports the peak so far, so only the last interval can be missed.
const POLL_INTERVAL: Duration = Duration::from_millis(4);
/// Units of processor time in `/proc` per second (`USER_HZ`, the same on every Linux).
const TICKS_PER_SECOND: f64 = 100.0;

/// Measurements and output of one run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    /// Wall time, in seconds.
    pub(crate) wall: f64,
    /// Processor time in user and system mode on all cores, in seconds.
    pub(crate) processor: f64,
    /// Peak memory, in MB.
    pub(crate) memory: f64,
    /// Standard output.
    pub(crate) output: String,
}

/// Runs a program and waits for its end. A failing exit code is an error with the end of the output.
pub(crate) fn run<A: AsRef<OsStr>>(program: &str, arguments: &[A]) -> io::Result<Run> {
    run_in(Path::new("."), program, arguments)
}

/// The same in a folder.
pub(crate) fn run_in<A: AsRef<OsStr>>(folder: &Path, program: &str, arguments: &[A]) -> io::Result<Run> {
    let before = children_processor_seconds();
    let start = Instant::now();
    let mut child = Command::new(program)
        .current_dir(folder)
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
        memory = peak_memory_mb(child.id()).max(memory);
        thread::sleep(POLL_INTERVAL);
    };
    let wall = start.elapsed().as_secs_f64();
    let text = |read: thread::JoinHandle<Option<io::Result<String>>>| {
        read.join().ok().flatten().transpose().map(Option::unwrap_or_default)
    };
    let (output, errors) = (text(out)?, text(errors)?);
    if !ended.success() {
        let tail: Vec<&str> = output.lines().rev().take(30).collect();
        let tail = tail.into_iter().rev().collect::<Vec<_>>().join("\n");
        return Err(io::Error::other(format!("{program}: {ended}\n{tail}\n{errors}")));
    }
    Ok(Run { wall, processor: children_processor_seconds() - before, memory, output })
}

/// Processor seconds of all children that have ended (proc_pid_stat(5), `cutime` and `cstime`).
fn children_processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The program's name, in brackets, may hold spaces, so fields 16 and 17 are counted from after it.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    after_name.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>()
        / TICKS_PER_SECOND
}

/// Peak memory in MB of a process or of its largest child: some programs are scripts that start the real one.
fn peak_memory_mb(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let children = children.split_whitespace().filter_map(|child| child.parse().ok()).map(peak_memory_mb);
    children.fold(kilobytes.unwrap_or_default() / 1024.0, f64::max)
}

/// Number of files below a folder, and their total size in MB.
pub(crate) fn folder_size(folder: &Path) -> (usize, f64) {
    let files =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let sizes: Vec<f64> =
        files.filter_map(|file| file.metadata().ok()).map(|metadata| megabytes(metadata.len())).collect();
    (sizes.len(), sizes.iter().sum())
}

fn megabytes(bytes: u64) -> f64 {
    // Every file here is far below the 4 GB at which this saturates.
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0 / 1024.0
}

/// Load average of the computer, because measurements on a busy one say little.
pub(crate) fn system_load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let three = load.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    format!("{three} on {cores} cores")
}
