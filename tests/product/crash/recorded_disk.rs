//! What a power cut may leave of the files that a run of the program wrote, found from its system calls.
//!
//! `strace` records every call that changes names or contents or makes them durable, whichever library it comes from. A
//! cut can then be made after each of them: what was synced before it is there, and of the rest anything may be missing.
//! A change of names, such as a rename, happens as a whole or not at all; contents can be missing though the name is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::SystemTime;

use crate::support::Tree;

/// System calls that are recorded.
const CALLS: &str = "open,openat,creat,write,pwrite64,writev,pwritev,copy_file_range,sendfile,truncate,ftruncate,rename,renameat,\
    renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,fsync,fdatasync,syncfs,sync";

/// Number of a file or folder, in the order in which they were met.
type Node = usize;
/// The recorded folder itself.
const ROOT: Node = 0;

/// Names in folders, and what they name.
type Names = BTreeMap<(Node, String), Node>;

/// A recorded change, or a promise that changes are durable.
#[derive(Debug)]
enum Step {
    /// Names that get another meaning, or none, at once.
    Names {
        changes: Vec<((Node, String), Option<Node>)>,
        is_rename: bool,
    },
    Contents(Node),
    SyncFile(Node),
    SyncFolder(Node),
    SyncAll,
}

/// What a cut takes of everything that is not yet durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Nothing: the program was killed.
    Nothing,
    /// Everything.
    Everything,
    /// Contents, but no names: a file is empty.
    Contents,
    /// Everything but renames and exchanges.
    AllButRenames,
    /// Contents, renames and exchanges.
    Renames,
    /// About half of the names, and contents in whole or in part, by this seed.
    Random(u64),
}

/// What is at a path after a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Contents {
    Whole,
    Half,
    Empty,
}

/// A file or folder as it was found on the disk, before or after the run.
#[derive(Debug, Clone)]
struct Found {
    bytes: Arc<Vec<u8>>,
    modified: SystemTime,
}

/// Steps of a run, and the files before and after it.
pub struct Recording {
    root: PathBuf,
    steps: Vec<Step>,
    /// For each step the number of the later one that makes it durable.
    durable_from: Vec<usize>,
    before: Names,
    after: Names,
    folders: BTreeSet<Node>,
    found: BTreeMap<Node, Found>,
    /// Modification times of folders after the run.
    modified_after: BTreeMap<Node, SystemTime>,
    /// Bytes that the run wrote to a file.
    written: BTreeMap<Node, Vec<u8>>,
    last_node: Node,
}

/// The files that a cut leaves.
pub struct Remains<'r> {
    recording: &'r Recording,
    names: Names,
    contents: BTreeMap<Node, Contents>,
}

impl Recording {
    /// Runs a command that changes files below `root`, and records how. `None` if there is no `strace`.
    pub fn of(root: &Path, command: &Command) -> Option<Self> {
        let root = root.canonicalize().unwrap();
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut recording = Self {
            root: root.clone(),
            steps: Vec::new(),
            durable_from: Vec::new(),
            before: Names::new(),
            after: Names::new(),
            folders: BTreeSet::from([ROOT]),
            found: BTreeMap::new(),
            modified_after: BTreeMap::new(),
            written: BTreeMap::new(),
            last_node: ROOT,
        };
        recording.read_disk_before();
        let mut traced = Command::new("strace");
        // Successful calls only, every string in hexadecimal digits, descriptors with their paths.
        traced.args([
            "-f",
            "-z",
            "-qq",
            "-y",
            "-xx",
            "-s",
            "1000000",
            "-e",
            "signal=none",
            "-e",
            &format!("trace={CALLS}"),
        ]);
        traced.arg("-o").arg(log.path()).arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            traced.current_dir(folder);
        }
        // One thread makes a recording that can be read in one order.
        traced.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("RAYON_NUM_THREADS", "1");
        let Ok(output) = traced.output() else { return None };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut names = recording.before.clone();
        for line in std::fs::read_to_string(log.path()).unwrap().lines() {
            recording.read_call(line, &mut names);
        }
        recording.after = names;
        recording.read_disk_after();
        recording.find_durable();
        Some(recording)
    }

    fn read_disk_before(&mut self) {
        let mut nodes = BTreeMap::from([(self.root.clone(), ROOT)]);
        let mut linked: BTreeMap<u64, Node> = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&self.root).min_depth(1).sort_by_file_name() {
            let entry = entry.unwrap();
            let inode = std::os::unix::fs::MetadataExt::ino(&entry.metadata().unwrap());
            let node = *linked.entry(inode).or_insert_with(|| self.new_node());
            self.keep_found(node, entry.path());
            let parent = nodes[entry.path().parent().unwrap()];
            self.before.insert((parent, entry.file_name().to_str().unwrap().to_owned()), node);
            if entry.file_type().is_dir() {
                self.folders.insert(node);
                nodes.insert(entry.into_path(), node);
            }
        }
    }

    /// Reads files made by the run; the recorded names must be those that are there.
    fn read_disk_after(&mut self) {
        let mut recorded: BTreeMap<PathBuf, Node> = BTreeMap::new();
        let mut folders = vec![(ROOT, self.root.clone())];
        while let Some((folder, path)) = folders.pop() {
            for (name, node) in names_in(&self.after, folder) {
                let path = path.join(name);
                if self.folders.contains(&node) {
                    folders.push((node, path.clone()));
                }
                recorded.insert(path, node);
            }
        }
        let there = walkdir::WalkDir::new(&self.root).min_depth(1).into_iter().map(|entry| entry.unwrap().into_path());
        let there: BTreeSet<PathBuf> = there.collect();
        assert_eq!(recorded.keys().cloned().collect::<BTreeSet<_>>(), there, "a call was overlooked");
        let known: BTreeSet<Node> = self.found.keys().copied().collect();
        for (path, node) in recorded {
            if self.folders.contains(&node) {
                self.modified_after.insert(node, modified(&path));
            } else if !known.contains(&node) {
                self.keep_found(node, &path);
            }
        }
    }

    fn keep_found(&mut self, node: Node, path: &Path) {
        let bytes = if path.is_file() { std::fs::read(path).unwrap() } else { Vec::new() };
        self.found.insert(node, Found { bytes: Arc::new(bytes), modified: modified(path) });
    }

    /// Finds which step makes each durable; [`usize::MAX`] if none does.
    fn find_durable(&mut self) {
        self.durable_from = vec![usize::MAX; self.steps.len()];
        let mut pending: Vec<usize> = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            let is_covered = |earlier: &Step| match (step, earlier) {
                (Step::SyncAll, _) => true,
                (Step::SyncFile(file), Step::Contents(changed)) => file == changed,
                (Step::SyncFolder(folder), Step::Names { changes, .. }) => {
                    changes.iter().any(|((changed, _), _)| changed == folder)
                }
                _ => false,
            };
            if matches!(step, Step::Names { .. } | Step::Contents(_)) {
                pending.push(number);
                continue;
            }
            pending.retain(|earlier| {
                let covered = is_covered(&self.steps[*earlier]);
                if covered {
                    self.durable_from[*earlier] = number;
                }
                !covered
            });
        }
    }

    /// Number of moments at which a cut can be made.
    pub fn moments(&self) -> usize {
        self.steps.len() + 1
    }

    /// Moments before and after each sync and rename, and `others` more, spread evenly.
    pub fn telling_moments(&self, others: usize) -> BTreeSet<usize> {
        let is_telling = |step: &Step| !matches!(step, Step::Contents(_) | Step::Names { is_rename: false, .. });
        let near = self.steps.iter().enumerate().filter(|(_, step)| is_telling(step));
        let near = near.flat_map(|(number, _)| [number, number + 1]);
        near.chain((0..=others).map(|part| part * self.steps.len() / others.max(1))).collect()
    }

    /// The files that are left by a cut after the first `moment` steps.
    pub fn cut(&self, moment: usize, loss: Loss) -> Remains<'_> {
        let mut chance = fastrand::Rng::with_seed(match loss {
            Loss::Random(seed) => seed ^ u64::try_from(moment).unwrap(),
            _ => 0,
        });
        let mut remains = Remains { recording: self, names: self.before.clone(), contents: BTreeMap::new() };
        for (number, step) in self.steps.iter().take(moment).enumerate() {
            let is_durable = self.durable_from[number] < moment;
            match step {
                Step::Names { changes, is_rename } => {
                    let survives = is_durable
                        || match loss {
                            Loss::Nothing | Loss::Contents => true,
                            Loss::Everything => false,
                            Loss::AllButRenames => *is_rename,
                            Loss::Renames => !is_rename,
                            Loss::Random(_) => chance.bool(),
                        };
                    if survives {
                        for (name, node) in changes {
                            match node {
                                Some(node) => remains.names.insert(name.clone(), *node),
                                None => remains.names.remove(name),
                            };
                        }
                    }
                }
                Step::Contents(file) => {
                    let survives = match loss {
                        _ if is_durable => Contents::Whole,
                        Loss::Nothing => Contents::Whole,
                        Loss::Random(_) => [Contents::Whole, Contents::Half, Contents::Empty][chance.usize(..3)],
                        _ => Contents::Empty,
                    };
                    // Files are written once: a later part of one that lost an earlier one does not mend it.
                    let part = remains.contents.entry(*file).or_insert(survives);
                    if survives != Contents::Whole {
                        *part = survives;
                    }
                }
                Step::SyncFile(_) | Step::SyncFolder(_) | Step::SyncAll => {}
            }
        }
        remains
    }

    /// Reads a line of the log.
    fn read_call(&mut self, line: &str, names: &mut Names) {
        let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
        let Some((name, rest)) = call.split_once('(') else { return };
        assert!(!rest.contains("<unfinished"), "{line}");
        let Some((arguments, _)) = rest.rsplit_once(" = ") else { return };
        let arguments: Vec<&str> = arguments.trim_end().trim_end_matches(')').split(", ").collect();
        let at = |number: usize| self.path_of(&arguments, number);
        match name {
            "open" | "creat" => self.open(at(0), arguments.get(1).copied().unwrap_or("O_CREAT|O_TRUNC"), names),
            "openat" => self.open(at(1), arguments[2], names),
            "write" => self.change_contents(at(0), Some(decode(arguments[1])), names),
            "pwrite64" | "writev" | "pwritev" | "sendfile" | "truncate" | "ftruncate" => {
                self.change_contents(at(0), None, names);
            }
            "copy_file_range" => {
                let from = at(0).and_then(|path| find(names, &path));
                let known = from.and_then(|from| self.written.get(&from).cloned());
                let bytes = known.or_else(|| Some(self.found.get(&from?)?.bytes.to_vec()));
                self.change_contents(at(2), bytes, names);
            }
            "rename" => self.rename(at(0), at(1), "", names),
            "renameat" => self.rename(at(1), at(3), "", names),
            "renameat2" => self.rename(at(1), at(3), arguments[4], names),
            "link" => self.link(at(0), at(1), names),
            "linkat" => self.link(at(1), at(3), names),
            "unlink" | "rmdir" => self.unlink(at(0), names),
            "unlinkat" => self.unlink(at(1), names),
            "mkdir" => self.make_folder(at(0), names),
            "mkdirat" => self.make_folder(at(1), names),
            "fsync" | "fdatasync" => {
                if let Some(node) = at(0).and_then(|path| find(names, &path)) {
                    let is_folder = self.folders.contains(&node);
                    self.steps.push(if is_folder { Step::SyncFolder(node) } else { Step::SyncFile(node) });
                }
            }
            "syncfs" if at(0).is_none() => {}
            "syncfs" | "sync" => self.steps.push(Step::SyncAll),
            other => assert!(at(0).is_none() && at(1).is_none(), "{other} is not expected: {line}"),
        }
    }

    /// Path below the root in an argument: a string, or a descriptor. `None` outside it.
    fn path_of(&self, arguments: &[&str], number: usize) -> Option<String> {
        let argument = *arguments.get(number)?;
        let path = match argument.split_once('<') {
            Some((_, path)) => unescape(path.split_once('>')?.0),
            None => unescape(argument.trim_matches('"')),
        };
        let path = if path.starts_with('/') || number == 0 {
            PathBuf::from(path)
        } else {
            // Relative to the descriptor before it.
            let (_, folder) = arguments[number - 1].split_once('<')?;
            Path::new(&unescape(folder.split_once('>')?.0)).join(path)
        };
        Some(path.strip_prefix(&self.root).ok()?.to_str().unwrap().to_owned())
    }

    fn new_node(&mut self) -> Node {
        self.last_node += 1;
        self.last_node
    }

    fn push_names(&mut self, changes: Vec<((Node, String), Option<Node>)>, is_rename: bool, names: &mut Names) {
        for (name, node) in &changes {
            match node {
                Some(node) => names.insert(name.clone(), *node),
                None => names.remove(name),
            };
        }
        self.steps.push(Step::Names { changes, is_rename });
    }

    fn open(&mut self, path: Option<String>, flags: &str, names: &mut Names) {
        let Some(path) = path else { return };
        match find(names, &path) {
            Some(node) if flags.contains("O_TRUNC") => self.steps.push(Step::Contents(node)),
            None if flags.contains("O_CREAT") => {
                let node = self.new_node();
                self.push_names(vec![(place(names, &path), Some(node))], false, names);
                self.steps.push(Step::Contents(node));
            }
            _ => {}
        }
    }

    fn change_contents(&mut self, path: Option<String>, bytes: Option<Vec<u8>>, names: &Names) {
        let Some(path) = path else { return };
        let node = find(names, &path).unwrap_or_else(|| panic!("{path} is written, but not there"));
        assert!(!self.found.contains_key(&node), "{path} is overwritten");
        self.written.entry(node).or_default().extend(bytes.unwrap_or_default());
        self.steps.push(Step::Contents(node));
    }

    fn rename(&mut self, from: Option<String>, to: Option<String>, flags: &str, names: &mut Names) {
        let (from, to) = match (from, to) {
            (None, None) => return,
            (from, to) => (from.expect("moved within the root"), to.expect("moved within the root")),
        };
        let (from, to) = (place(names, &from), place(names, &to));
        let (moved, replaced) = (names[&from], names.get(&to).copied());
        let left = if flags.contains("EXCHANGE") { replaced } else { None };
        self.push_names(vec![(to, Some(moved)), (from, left)], true, names);
    }

    fn link(&mut self, from: Option<String>, to: Option<String>, names: &mut Names) {
        let Some(to) = to else { return };
        let node = find(names, &from.expect("linked within the root")).unwrap();
        self.push_names(vec![(place(names, &to), Some(node))], false, names);
    }

    fn unlink(&mut self, path: Option<String>, names: &mut Names) {
        let Some(path) = path else { return };
        self.push_names(vec![(place(names, &path), None)], false, names);
    }

    fn make_folder(&mut self, path: Option<String>, names: &mut Names) {
        let Some(path) = path else { return };
        let node = self.new_node();
        self.folders.insert(node);
        self.push_names(vec![(place(names, &path), Some(node))], false, names);
    }
}

impl Remains<'_> {
    /// Files below a folder of the root; half a file where its contents were lost.
    pub fn tree(&self, folder: &str) -> Option<Tree> {
        let mut tree = Tree::new();
        let mut folders = vec![(find(&self.names, folder)?, String::new())];
        while let Some((folder, above)) = folders.pop() {
            for (name, node) in names_in(&self.names, folder) {
                let path = format!("{above}{name}");
                if self.recording.folders.contains(&node) {
                    folders.push((node, format!("{path}/")));
                } else {
                    tree.insert(path, self.bytes(node).to_vec());
                }
            }
        }
        Some(tree)
    }

    fn bytes(&self, node: Node) -> &[u8] {
        // What was deleted before the end of the run is known from the recording only.
        let found = self.recording.found.get(&node).map(|found| found.bytes.as_slice());
        let whole = found.or_else(|| self.recording.written.get(&node).map(Vec::as_slice)).unwrap_or_default();
        match self.contents.get(&node) {
            None | Some(Contents::Whole) => whole,
            Some(Contents::Half) => &whole[..whole.len() / 2],
            Some(Contents::Empty) => &[],
        }
    }

    /// A number for everything that is left: of two cuts with the same number one need be examined.
    pub fn fingerprint(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.names.hash(&mut hasher);
        for (node, part) in &self.contents {
            (node, *part as u8).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// Puts what is left on the disk, at the root, which must not exist.
    pub fn restore(&self) {
        let mut written: BTreeMap<Node, PathBuf> = BTreeMap::new();
        let mut folders = vec![(ROOT, self.recording.root.clone())];
        let mut made = Vec::new();
        while let Some((folder, path)) = folders.pop() {
            std::fs::create_dir(&path).unwrap();
            for (name, node) in names_in(&self.names, folder) {
                let path = path.join(name);
                if self.recording.folders.contains(&node) {
                    folders.push((node, path));
                } else if let Some(first) = written.get(&node) {
                    std::fs::hard_link(first, &path).unwrap();
                } else {
                    std::fs::write(&path, self.bytes(node)).unwrap();
                    if let Some(found) = self.recording.found.get(&node) {
                        set_modified(&path, found.modified);
                    }
                    written.insert(node, path);
                }
            }
            made.push((folder, path));
        }
        // The times of folders last: what is made in them changes these.
        for (folder, path) in made {
            let is_as = |names: &Names| names_in(&self.names, folder).eq(names_in(names, folder));
            let was =
                self.recording.found.get(&folder).map(|found| found.modified).filter(|_| is_as(&self.recording.before));
            let becomes = self.recording.modified_after.get(&folder).copied().filter(|_| is_as(&self.recording.after));
            if let Some(time) = becomes.or(was) {
                set_modified(&path, time);
            }
        }
    }
}

fn names_in(names: &Names, folder: Node) -> impl Iterator<Item = (&str, Node)> {
    names.range((folder, String::new())..(folder + 1, String::new())).map(|((_, name), node)| (name.as_str(), *node))
}

/// What is at a path below the root.
fn find(names: &Names, path: &str) -> Option<Node> {
    path.split('/')
        .filter(|name| !name.is_empty())
        .try_fold(ROOT, |at, name| names.get(&(at, name.to_owned())).copied())
}

/// Folder and name of a path below the root.
fn place(names: &Names, path: &str) -> (Node, String) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    (find(names, folder).unwrap_or_else(|| panic!("no folder {folder}")), name.to_owned())
}

/// Decodes a path written as `\x2f\x74`.
fn unescape(text: &str) -> String {
    if text.starts_with("\\x") { String::from_utf8(decode(text)).unwrap() } else { text.to_owned() }
}

/// Decodes bytes written as `\x2f\x74`.
fn decode(text: &str) -> Vec<u8> {
    let byte = |digits: &str| u8::from_str_radix(digits.get(..2).unwrap_or_default(), 16).unwrap();
    text.split("\\x").skip(1).map(byte).collect()
}

fn modified(path: &Path) -> SystemTime {
    std::fs::symlink_metadata(path).unwrap().modified().unwrap()
}

fn set_modified(path: &Path, time: SystemTime) {
    std::fs::File::open(path).unwrap().set_modified(time).unwrap();
}
